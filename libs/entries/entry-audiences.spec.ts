// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownPerson, Role, Viewer } from '#platform/access/viewer.js';
import { entryAudiences, type EntrySight, isNarrower, writerAudiences } from './entry-audiences.js';
import type { VisibilityChoiceInput } from './entry.input.js';
import { type EntryFacts, entryPermissions, mayEdit } from './entry.policy.js';

// A small city, so that generated viewers and entries meet: two companies with a department inside a department each, and one more company.
const companies = ['a', 'b', 'c'];
const departments = [
  { id: 'a1', company: 'a', above: [] },
  { id: 'a11', company: 'a', above: ['a1'] },
  { id: 'b1', company: 'b', above: [] },
];
const people = ['p', 'q', 'r'];
const roles: Role[] = ['employee', 'author', 'editor', 'trainer', 'admin'];

/** What `access.enter` computes, said once more: the sets of docs/access.md. */
function viewerOf({
  personId,
  memberships,
  isOffice,
}: Omit<KnownPerson, 'audiences' | 'status' | 'name' | 'groupRoles' | 'actingFor'> & { isOffice: boolean }): KnownPerson {
  const own = memberships.flatMap(({ companyId, departmentId, roles: held }) => {
    const department = departments.find(({ id }) => id === departmentId);
    return [
      `company:${companyId}`,
      ...held.map((role) => `company:${companyId}:${role}`),
      ...(department ? [department.id, ...department.above].map((id) => `department:${id}`) : []),
    ];
  });
  const isEmployee = memberships.length > 0;
  return {
    status: isEmployee ? 'employee' : 'guest',
    personId,
    name: personId,
    memberships,
    groupRoles: isOffice ? ['office'] : [],
    actingFor: memberships[0]?.companyId ?? null,
    audiences: ['public', `person:${personId}`, ...own, ...(isEmployee ? ['group'] : []), ...(isEmployee && isOffice ? ['office'] : [])],
  };
}

const membership = fc.constantFrom(...companies).chain((companyId) =>
  fc.record({
    id: fc.constant(companyId),
    companyId: fc.constant(companyId),
    departmentId: fc.constantFrom(null, ...departments.filter(({ company }) => company === companyId).map(({ id }) => id)),
    roles: fc.subarray(roles),
  }),
);

const knownPerson = fc
  .record({
    personId: fc.constantFrom(...people),
    memberships: fc.uniqueArray(membership, { selector: ({ companyId }) => companyId, maxLength: 3 }),
    isOffice: fc.boolean(),
  })
  .map(viewerOf);

const stranger: Viewer = { status: 'stranger', audiences: ['public'] };
const viewer: fc.Arbitrary<Viewer> = fc.oneof({ weight: 9, arbitrary: knownPerson }, fc.constant(stranger));

const visibility: fc.Arbitrary<VisibilityChoiceInput> = fc
  .record({
    choice: fc.constantFrom('private', 'department', 'company', 'companies', 'group', 'public'),
    companies: fc.subarray(companies),
  })
  .map(({ choice, companies: chosen }) => ({ choice, companies: choice === 'companies' ? chosen : [] }));

const state = fc.constantFrom('draft', 'published', 'archived', 'trashed');

const sight: fc.Arbitrary<EntrySight> = fc.constantFrom(...companies).chain((companyId) =>
  fc.record({
    state,
    everReleased: fc.boolean(),
    visibility,
    companyId: fc.constant(companyId),
    departmentId: fc.constantFrom(null, ...departments.filter(({ company }) => company === companyId).map(({ id }) => id)),
    authorIds: fc.subarray(people, { minLength: 1 }),
  }),
);

const published = sight.map((entry): EntrySight => ({ ...entry, state: 'published', everReleased: true }));

function overlap(audiences: readonly string[], { audiences: carried }: Viewer): boolean {
  return audiences.some((audience) => carried.includes(audience));
}

const seesEntry = (entry: EntrySight, who: Viewer): boolean => overlap(entryAudiences(entry), who);
const factsOf = ({ visibility: { choice }, ...entry }: EntrySight): EntryFacts => ({ ...entry, visibility: choice });
const check = <Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>) => fc.assert(property, { numRuns: 2_000 });

describe('who may see an entry', () => {
  it('always includes those who write it', () => {
    check(
      fc.property(sight, (entry) => {
        expect(entryAudiences(entry)).toEqual(expect.arrayContaining(writerAudiences(entry)));
      }),
    );
  });

  it('always includes every author, so that nobody loses what they wrote', () => {
    check(
      fc.property(sight, (entry) => {
        expect(entryAudiences(entry)).toEqual(expect.arrayContaining(entry.authorIds.map((id) => `person:${id}`)));
      }),
    );
  });

  it('is those who write it and nobody else, unless it is published or archived', () => {
    check(
      fc.property(sight, (entry) => {
        fc.pre(entry.state === 'draft' || entry.state === 'trashed');
        expect(entryAudiences(entry)).toEqual(writerAudiences(entry));
      }),
    );
  });

  it('is the authors alone while it is private, whatever its state', () => {
    check(
      fc.property(sight, viewer, (entry, who) => {
        const isPrivate: EntrySight = { ...entry, visibility: { choice: 'private', companies: [] } };
        const isAuthor = who.status !== 'stranger' && entry.authorIds.includes(who.personId);
        expect(seesEntry(isPrivate, who)).toBe(isAuthor);
      }),
    );
  });

  it('is the authors alone before its first release', () => {
    check(
      fc.property(sight, viewer, (entry, who) => {
        const isAuthor = who.status !== 'stranger' && entry.authorIds.includes(who.personId);
        expect(seesEntry({ ...entry, state: 'draft', everReleased: false }, who)).toBe(isAuthor);
      }),
    );
  });

  it('grows along the choices: private, department, company, chosen companies, group, public', () => {
    const order = ['private', 'department', 'company', 'companies', 'group', 'public'] as const;
    check(
      fc.property(published, viewer, fc.nat({ max: 4 }), fc.subarray(companies), (entry, who, index, chosen) => {
        const having = (choice: (typeof order)[number] = 'private'): EntrySight => ({
          ...entry,
          visibility: { choice, companies: chosen },
        });
        if (seesEntry(having(order[index]), who)) expect(seesEntry(having(order[index + 1]), who)).toBe(true);
      }),
    );
  });

  it('does not depend on whom a company has beside the choice: the office and auditors see what employees see', () => {
    check(
      fc.property(sight, (entry) => {
        expect(entryAudiences(entry).join()).not.toMatch(/office|:(employee|author|trainer|admin)\b/);
      }),
    );
  });

  it('is never nobody and names each audience once', () => {
    check(
      fc.property(sight, (entry) => {
        expect(new Set(entryAudiences(entry)).size).toBe(entryAudiences(entry).length);
      }),
    );
    check(
      fc.property(sight, (entry) => {
        expect(writerAudiences(entry).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('narrowing', () => {
  it('shows the entry to nobody who did not see it before', () => {
    check(
      fc.property(published, visibility, viewer, (entry, to, who) => {
        fc.pre(isNarrower(entry.visibility, to));
        if (seesEntry({ ...entry, visibility: to }, who)) expect(seesEntry(entry, who)).toBe(true);
      }),
    );
  });

  it('among chosen companies is leaving some of them out', () => {
    const chosen = fc.subarray(companies).map((ids): VisibilityChoiceInput => ({ choice: 'companies', companies: ids }));
    check(
      fc.property(chosen, chosen, (from, to) => {
        const fewer = to.companies.length < from.companies.length && to.companies.every((id) => from.companies.includes(id));
        expect(isNarrower(from, to)).toBe(fewer);
      }),
    );
  });

  it('goes one way: never to the same choice and never back', () => {
    check(
      fc.property(visibility, visibility, (from, to) => {
        expect(isNarrower(from, from) || (isNarrower(from, to) && isNarrower(to, from))).toBe(false);
      }),
    );
  });

  it('in two steps is narrowing in one', () => {
    check(
      fc.property(visibility, visibility, visibility, (first, second, third) => {
        fc.pre(isNarrower(first, second) && isNarrower(second, third));
        expect(isNarrower(first, third)).toBe(true);
      }),
    );
  });
});

describe('what somebody may do', () => {
  it('may only be done by those who read what is written', () => {
    check(
      fc.property(sight, viewer, (entry, who) => {
        const { reuse, ...writing } = entryPermissions(who, factsOf(entry));
        if (Object.values(writing).some(Boolean)) expect(overlap(writerAudiences(entry), who)).toBe(true);
        expect(reuse && !(who.status === 'employee')).toBe(false);
      }),
    );
  });

  it('is open to every employee who reads what is written, until it lies in the bin, but not to an author who has left the company', () => {
    check(
      fc.property(sight, knownPerson, (entry, who) => {
        fc.pre(who.status === 'employee' && overlap(writerAudiences(entry), who));
        const isOfTheCompany = who.memberships.some(({ companyId }) => companyId === entry.companyId);
        const hasLeft = entry.authorIds[0] === who.personId && !isOfTheCompany;
        expect(mayEdit(who, factsOf(entry))).toBe(entry.state !== 'trashed' && !hasLeft);
      }),
    );
  });

  it('is nothing at all for strangers and guests', () => {
    check(
      fc.property(sight, viewer, (entry, who) => {
        fc.pre(who.status !== 'employee');
        expect(Object.values(entryPermissions(who, factsOf(entry)))).not.toContain(true);
      }),
    );
  });
});
