// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Write } from '#platform/database/writes.js';
import type { FieldError } from '#platform/errors/field-error.js';
import { isId } from '#platform/graphql/ids.js';
import { Company } from '#organisation/company.entity.js';
import { Membership } from '#organisation/membership.entity.js';
import { Topic } from '#taxonomy/topic.entity.js';
import type { RevisionDocument, VisibilityChoiceInput } from './entry.input.js';

/** Ids in a document that name nothing the viewer may choose. Hidden and missing are told alike: `unknown`. */
export async function unknownReferences(em: EntityManager, document: RevisionDocument): Promise<FieldError[]> {
  const topics = await em.count(Topic, { id: { $in: document.topics } });
  const people = new Set((await em.find(Membership, { personId: { $in: document.coAuthors } })).map(({ personId }) => personId));
  return [
    ...fault(['topics'], topics === new Set(document.topics).size),
    ...(await unknownCompanies(em, document.visibility)).map(({ path, code }) => ({ path: ['visibility', ...path], code })),
    ...fault(
      ['coAuthors'],
      document.coAuthors.every((id) => people.has(id)),
    ),
  ];
}

/** The same for a choice of who may see it. `companies` holds each id once. */
export async function unknownCompanies(em: EntityManager, { companies }: VisibilityChoiceInput): Promise<FieldError[]> {
  return fault(['companies'], (await em.count(Company, { id: { $in: companies } })) === companies.length);
}

/**
 * With which membership each of these people writes for this company: one of the company itself before one of another, by the same order in
 * which a person's card names a company. Nobody who is a member nowhere.
 */
export async function membershipsOf({ em, now }: Write, companyId: string, personIds: string[]): Promise<Map<string, string>> {
  const isCurrent = { $or: [{ endedAt: null }, { endedAt: { $gt: now } }] };
  const found = await em.find(Membership, { personId: { $in: personIds }, ...isCurrent }, { orderBy: { companyId: 'desc' } });
  const own = found.filter((membership) => membership.companyId === companyId);
  return new Map([...found, ...own].map(({ personId, id }) => [personId, id]));
}

/** Whether the person is a member of the company today. */
export async function isMemberOf(write: Write, companyId: string, personId: string): Promise<boolean> {
  if (!isId(personId)) return false;
  const id = (await membershipsOf(write, companyId, [personId])).get(personId);
  return id !== undefined && (await write.em.count(Membership, { id, companyId })) === 1;
}

function fault(path: string[], known: boolean): FieldError[] {
  return known ? [] : [{ path, code: 'unknown' }];
}
