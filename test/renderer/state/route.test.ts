import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, parseHash, type Route } from '../../../renderer/state/route';

const ids = fc.string({ minLength: 1, unit: 'grapheme' });

const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ screen: fc.constant('home' as const), trash: fc.boolean() }),
  fc.record({ screen: fc.constant('calls' as const), id: fc.option(ids) }),
  fc.record({ screen: fc.constant('organisations' as const) }),
  fc.record({ screen: fc.constant('settings' as const) }),
  fc.record({ screen: fc.constant('proposal' as const), id: ids }),
);

describe('the address of a screen', () => {
  it('leads back to the same screen, whatever the id holds', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseHash(hashOf(route))).toEqual(route);
      }),
    );
  });

  it('is the list of proposals when it is not known', () => {
    for (const hash of ['#/khong-co', '#ho', '#/%', '#/ho-so/']) {
      expect(parseHash(hash)).toEqual({ screen: 'home', trash: false });
    }
  });

  it('is nothing when there is none', () => {
    expect(parseHash('')).toBeNull();
    expect(parseHash('#')).toBeNull();
    expect(parseHash('#/')).toBeNull();
  });
});
