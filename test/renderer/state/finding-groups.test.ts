import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFindings, missingParts } from '../../../renderer/state/finding-groups';
import { type Finding, severities } from '../../../shared/model';

const parts = ['i', 'ii', 'ix'];

const findings: fc.Arbitrary<Finding[]> = fc.array(
  fc.record({
    code: fc.constant('code'),
    severity: fc.constantFrom(...severities),
    where: fc.string(),
    message: fc.string(),
    hint: fc.string(),
    section: fc.option(fc.constantFrom(...parts)),
    field: fc.constant(null),
  }),
);

describe('findings as the person meets them', () => {
  it('are each in one group, in the order they came', () => {
    fc.assert(
      fc.property(findings, fc.subarray(parts), (all, empty) => {
        const groups = groupFindings(all, new Set(empty));
        const together = Object.values(groups).flat() as Finding[];
        expect(together).toHaveLength(all.length);
        expect(new Set(together)).toEqual(new Set(all));
        for (const group of Object.values(groups) as Finding[][]) {
          const places = group.map((finding) => all.indexOf(finding));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('call an error missing only in a part that nobody has begun', () => {
    fc.assert(
      fc.property(findings, fc.subarray(parts), (all, empty) => {
        const { missing, error } = groupFindings(all, new Set(empty));
        for (const { severity, section } of missing) {
          expect(severity).toBe('error');
          expect(empty).toContain(section);
        }
        for (const { section } of error) expect(empty).not.toContain(section);
      }),
    );
  });

  it('count a part once, however much it lacks', () => {
    const lacking = (section: string): Finding => ({
      code: 'section-missing',
      severity: 'error',
      where: '',
      message: '',
      hint: '',
      section,
      field: null,
    });
    const all = [lacking('ix'), lacking('ix'), lacking('i')];
    expect(missingParts(groupFindings(all, new Set(['i', 'ix'])))).toBe(2);
  });
});
