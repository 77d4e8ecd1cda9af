import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blanksOf, nextThing } from '../../../../renderer/features/dossier/next-thing';
import type { DossierRecord } from '../../../../shared/ipc';
import {
  type Course,
  currentStep,
  type DossierStep,
  doneSteps,
  dossierSteps,
  emptyCourse,
  emptyDossier,
} from '../../../../shared/model';

const day = '2026-11-25';
const receipt = { on: day, time: '', receiver: '', number: '', note: '', photo: null };
const delivery = { medium: 'paper', on: day, code: '', method: '', note: '' } as const;

const courses: fc.Arbitrary<Course> = fc.record({
  signed: fc.constantFrom(null, { on: day, by: 'B' }),
  sealed: fc.constantFrom(null, { on: day }),
  deliveries: fc.constantFrom([], [delivery]),
  receipt: fc.constantFrom(null, receipt),
  outcomes: fc.array(
    fc
      .constantFrom('waiting', 'supplement', 'selected', 'rejected')
      .map((status) => ({ status, on: day, note: '' }) as const),
    { maxLength: 3 },
  ),
});

const records = fc
  .record({
    written: fc.boolean(),
    checked: fc.boolean(),
    frozen: fc.boolean(),
    individual: fc.boolean(),
    digital: fc.boolean(),
    course: courses,
  })
  .map((facts) => {
    const done = doneSteps(facts);
    return {
      done,
      step: currentStep(done),
      course: facts.course,
      freeze: facts.frozen ? { code: '7K3M-Q2XD' } : null,
      data: emptyDossier(),
      proposals: [{ changed: false }],
      papers: [{ fits: true }],
    } as unknown as DossierRecord;
  });

describe('the next thing to do', () => {
  it('is there for every dossier, and is done in a step that is not behind it', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { thing, step } = nextThing(record);
        const isBehind = record.done.includes(step);
        // A receipt is entered where the dossier was handed in.
        expect(thing === 'nothing' || thing === 'receipt' || !isBehind).toBe(true);
      }),
    );
  });

  it('is nothing only when an answer came and every step is behind', () => {
    fc.assert(
      fc.property(records, (record) => {
        const isOver = dossierSteps.every((one: DossierStep) => record.done.includes(one));
        expect(nextThing(record).thing === 'nothing').toBe(isOver);
      }),
    );
  });

  it('is to freeze before anything is printed for signing', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { thing } = nextThing(record);
        expect(thing !== 'sign' || record.freeze !== null).toBe(true);
        expect(thing !== 'freeze' || record.freeze === null).toBe(true);
      }),
    );
  });

  it('never sends for an answer before the receipt is entered', () => {
    const course = { ...emptyCourse(), deliveries: [delivery] };
    const record = { step: 'follow', done: [], course, freeze: null } as unknown as DossierRecord;
    expect(nextThing(record)).toEqual({ thing: 'receipt', step: 'deliver' });
    const later = { ...record, course: { ...course, receipt } } as DossierRecord;
    expect(nextThing(later)).toEqual({ thing: 'outcome', step: 'follow' });
  });
});

describe('words that were changed after the freeze', () => {
  it('are frozen anew before anything else, until the dossier is handed in', () => {
    fc.assert(
      fc.property(records, fc.boolean(), (record, byPaper) => {
        const changed = {
          ...record,
          proposals: [{ changed: !byPaper }],
          papers: [{ fits: !byPaper }],
        } as DossierRecord;
        const isOpen = record.freeze !== null && record.course.deliveries.length === 0;
        expect(nextThing(changed).thing === 'refreeze').toBe(isOpen);
        if (isOpen) expect(nextThing(changed).step).toBe('sign');
      }),
    );
  });
});

describe('what a letter cannot do without', () => {
  it('are name and place of the organisation, position and name of who signs', () => {
    const data = emptyDossier();
    const names = blanksOf({ data } as DossierRecord);
    expect(names).toEqual([
      'organisation.name',
      'organisation.place',
      'signer.position',
      'signer.name',
    ]);
  });

  it('is no position for one who signs for himself', () => {
    const data = emptyDossier();
    data.organisation.individual = true;
    expect(blanksOf({ data } as DossierRecord)).not.toContain('signer.position');
  });

  it('are not spaces', () => {
    const data = emptyDossier();
    data.signer.name = ' \t';
    expect(blanksOf({ data } as DossierRecord)).toContain('signer.name');
  });
});
