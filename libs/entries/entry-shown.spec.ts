// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { EntrySight } from './entry-audiences.js';
import type { Shown } from './entry.entity.js';
import { lastShown, shownSince } from './entry-shown.js';

const draft: EntrySight = {
  state: 'draft',
  everReleased: false,
  visibility: 'private',
  companies: [],
  companyId: 'a',
  departmentId: null,
  memberships: ['p@a'],
  withoutResponsible: false,
};
const shownTo = (visibility: EntrySight['visibility'], ...companies: string[]): EntrySight => ({
  ...draft,
  state: 'published',
  everReleased: true,
  visibility,
  companies,
});
const day = (number: number): Date => new Date(Date.UTC(2026, 2, number));

/** Since which day of March somebody with these audiences can read the entry after it was shown to one after the other, a day each. */
function since(audiences: string[], ...steps: EntrySight[]): number | undefined {
  let shown: Shown = {};
  let previous = draft;
  for (const [index, next] of steps.entries()) {
    shown = shownSince(shown, previous, next, day(index + 1));
    previous = next;
  }
  const [first] = audiences.flatMap((audience) => shown[audience] ?? []).sort();
  return first ? new Date(first).getUTCDate() : undefined;
}

const ofB = ['public', 'group', 'company:b'];
const ofC = ['public', 'group', 'company:c'];
const withdrawn: EntrySight = { ...shownTo('group'), state: 'draft' };

describe('since when somebody can read an entry', () => {
  it('is the first release, however often it is released again', () => {
    expect(since(ofB, shownTo('group'), shownTo('group'), shownTo('group'))).toBe(1);
  });

  it('is the wider release for those who are new, and the first for the others', () => {
    const steps = [shownTo('companies', 'b'), shownTo('group'), shownTo('public')];
    expect([since(ofB, ...steps), since(ofC, ...steps), since(['public'], ...steps)]).toEqual([1, 2, 3]);
  });

  it('stays when fewer can read it, and begins anew for those who were left out when they can again', () => {
    const steps = [shownTo('public'), shownTo('group'), shownTo('companies', 'b'), shownTo('group')];
    expect([since(ofB, ...steps), since(ofC, ...steps)]).toEqual([1, 4]);
  });

  it('begins anew with other companies', () => {
    const steps = [shownTo('companies', 'b'), shownTo('companies', 'c'), shownTo('group')];
    expect([since(ofB, ...steps), since(ofC, ...steps)]).toEqual([3, 2]);
  });

  it('begins anew after it was withdrawn, not after the archive', () => {
    expect(since(ofB, shownTo('group'), withdrawn, shownTo('group'))).toBe(3);
    expect(since(ofB, shownTo('group'), { ...shownTo('group'), state: 'archived' }, shownTo('group'))).toBe(1);
  });

  it('is never while only those who write it can', () => {
    expect(since(ofB, shownTo('group'), withdrawn)).toBeUndefined();
    expect(lastShown({})).toBeNull();
    expect(lastShown({ group: day(2).toISOString(), public: day(3).toISOString() })).toEqual(day(3));
  });
});
