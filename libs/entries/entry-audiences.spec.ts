// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownPerson, Role, Viewer } from '#platform/access/viewer.js';
import { entryAudiences, type EntrySight, isNarrower, writerAudiences } from './entry-audiences.js';
import type { VisibilityChoiceInput } from './entry.input.js';
import { entryPermissions, mayEdit } from './entry.policy.js';

// A small city, so that generated viewers and entries meet: two companies with a department inside a department each, and one more company.
const companies = ['a', 'b', 'c'];
const departments = [
  { id: 'a1', company: 'a', above: [] },
  { id: 'a11', company: 'a', above: ['a1'] },
  { id: 'b1', company: 'b', above: [] },
];
const people = ['p', 'q', 'r'];
// Somebody's place in a company, whether they are there today or were once.
const places = people.flatMap((person) => companies.map((company) => `${person}@${company}`));
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
      `member:${personId}@${companyId}`,
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

const membershipOf = (personId: string) => (companyId: string) =>
  fc.record({
    id: fc.constant(`${personId}@${companyId}`),
    companyId: fc.constant(companyId),
    departmentId: fc.constantFrom(null, ...departments.filter(({ company }) => company === companyId).map(({ id }) => id)),
    roles: fc.subarray(roles),
  });

const knownPerson = fc
  .constantFrom(...people)
  .chain((personId) =>
    fc.record({
      personId: fc.constant(personId),
      memberships: fc.uniqueArray(fc.constantFrom(...companies).chain(membershipOf(personId)), {
        selector: ({ companyId }) => companyId,
        maxLength: 3,
      }),
      isOffice: fc.boolean(),
    }),
  )
  .map(viewerOf);

const stranger: Viewer = { status: 'stranger', audiences: ['public'] };
const viewer: fc.Arbitrary<Viewer> = fc.oneof({ weight: 9, arbitrary: knownPerson }, fc.constant(stranger));

const choices = ['private', 'department', 'company', 'companies', 'group', 'public'] as const;
const visibility: fc.Arbitrary<VisibilityChoiceInput> = fc
  .record({
    choice: fc.constantFrom(...choices),
    companies: fc.subarray(companies),
  })
  .map(({ choice, companies: chosen }) => ({ choice, companies: choice === 'companies' ? chosen : [] }));

const state = fc.constantFrom('draft', 'published', 'archived', 'trashed');

const sight: fc.Arbitrary<EntrySight> = fc.constantFrom(...companies).chain((companyId) =>
  fc.record({
    state,
    everReleased: fc.boolean(),
    visibility: fc.constantFrom(...choices),
    companies: fc.subarray(companies),
    companyId: fc.constant(companyId),
    departmentId: fc.constantFrom(null, ...departments.filter(({ company }) => company === companyId).map(({ id }) => id)),
    memberships: fc.subarray(places, { minLength: 1, maxLength: 4 }),
    withoutResponsible: fc.boolean(),
  }),
);

const published = sight.map((entry): EntrySight => ({ ...entry, state: 'published', everReleased: true }));

function overlap(audiences: readonly string[], { audiences: carried }: Viewer): boolean {
  return audiences.some((audience) => carried.includes(audience));
}

const seesEntry = (entry: EntrySight, who: Viewer): boolean => overlap(entryAudiences(entry), who);
/** The entry with another choice of who may see it. */
const choosing = (entry: EntrySight, { choice, companies: chosen }: VisibilityChoiceInput): EntrySight => ({
  ...entry,
  visibility: choice,
  companies: chosen,
});
/** Writes it as somebody who is a member today of the company they wrote it for. */
const writesIt = (entry: EntrySight, who: Viewer): boolean =>
  who.status !== 'stranger' && who.memberships.some(({ id }) => entry.memberships.includes(id));
const holds = (who: Viewer, companyId: string, ...held: Role[]): boolean =>
  who.status !== 'stranger' && who.memberships.some((one) => one.companyId === companyId && one.roles.some((role) => held.includes(role)));
/** Looks after it in the place of a leaver. */
const succeeds = (entry: EntrySight, who: Viewer): boolean => entry.withoutResponsible && holds(who, entry.companyId, 'editor', 'admin');
const check = <Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>) => fc.assert(property, { numRuns: 2_000 });

describe('who may see an entry', () => {
  it('always includes those who write it', () => {
    check(
      fc.property(sight, (entry) => {
        expect(entryAudiences(entry)).toEqual(expect.arrayContaining(writerAudiences(entry)));
      }),
    );
  });

  it('always includes everybody who writes it, while they are members of the company they write for', () => {
    check(
      fc.property(sight, (entry) => {
        expect(entryAudiences(entry)).toEqual(expect.arrayContaining(entry.memberships.map((id) => `member:${id}`)));
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

  it('never names a person: somebody who leaves a company leaves what they wrote for it', () => {
    check(
      fc.property(sight, (entry) => {
        expect(entryAudiences(entry).join()).not.toContain('person:');
      }),
    );
  });

  it('is the authors alone while it is private, whatever its state, or who succeeds a leaver', () => {
    check(
      fc.property(sight, viewer, (entry, who) => {
        expect(seesEntry({ ...entry, visibility: 'private' }, who)).toBe(writesIt(entry, who) || succeeds(entry, who));
      }),
    );
  });

  it('is the authors alone before its first release, or who succeeds a leaver', () => {
    check(
      fc.property(sight, viewer, (entry, who) => {
        expect(seesEntry({ ...entry, state: 'draft', everReleased: false }, who)).toBe(writesIt(entry, who) || succeeds(entry, who));
      }),
    );
  });

  it('grows along the choices: private, department, company, chosen companies, group, public', () => {
    check(
      fc.property(published, viewer, fc.nat({ max: 4 }), fc.subarray(companies), (entry, who, index, chosen) => {
        const having = (choice: (typeof choices)[number] = 'private'): EntrySight => choosing(entry, { choice, companies: chosen });
        if (seesEntry(having(choices[index]), who)) expect(seesEntry(having(choices[index + 1]), who)).toBe(true);
      }),
    );
  });

  it('does not depend on whom a company has beside the choice: the office and auditors see what employees see', () => {
    check(
      fc.property(sight, (entry) => {
        expect(entryAudiences({ ...entry, withoutResponsible: false }).join()).not.toMatch(/office|:(employee|author|trainer|admin)\b/);
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
      fc.property(published, visibility, visibility, viewer, (entry, from, to, who) => {
        fc.pre(isNarrower(from, to));
        if (seesEntry(choosing(entry, to), who)) expect(seesEntry(choosing(entry, from), who)).toBe(true);
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
        const { reuse, ...writing } = entryPermissions(who, entry);
        if (Object.values(writing).some(Boolean)) expect(overlap(writerAudiences(entry), who)).toBe(true);
        expect(reuse && !(who.status === 'employee')).toBe(false);
      }),
    );
  });

  it('is open to every employee who reads what is written, until it lies in the bin', () => {
    check(
      fc.property(sight, knownPerson, (entry, who) => {
        const answersForTheCompany = entry.everReleased && entry.visibility !== 'private' && holds(who, entry.companyId, 'editor');
        const isTheirs = who.status === 'employee' && (writesIt(entry, who) || succeeds(entry, who) || answersForTheCompany);
        expect(mayEdit(who, entry)).toBe(isTheirs && entry.state !== 'trashed');
      }),
    );
  });

  it('is handed over by those of the company alone', () => {
    check(
      fc.property(sight, knownPerson, (entry, who) => {
        const isOfTheCompany = who.memberships.some(({ companyId }) => companyId === entry.companyId);
        expect(entryPermissions(who, entry).handOver).toBe(mayEdit(who, entry) && isOfTheCompany);
      }),
    );
  });

  it('is nothing at all for strangers and guests', () => {
    check(
      fc.property(sight, viewer, (entry, who) => {
        fc.pre(who.status !== 'employee');
        expect(Object.values(entryPermissions(who, entry))).not.toContain(true);
      }),
    );
  });
});
