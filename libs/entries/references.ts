// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Write } from '#platform/database/writes.js';
import type { FieldError } from '#platform/errors/field-error.js';
import { isId } from '#platform/graphql/ids.js';
import { Company } from '#organisation/company.entity.js';
import { Membership } from '#organisation/membership.entity.js';
import { Topic } from '#taxonomy/topic.entity.js';
import type { RevisionDocument, VisibilityChoiceInput } from './entry.input.js';

/**
 * Ids in a document that name nothing the viewer may choose. Hidden and missing are told alike: `unknown`.
 * @param named who is an author already, and stays named also after leaving
 */
export async function unknownReferences(write: Write, document: RevisionDocument, named: readonly string[]): Promise<FieldError[]> {
  const { em } = write;
  const topics = await em.count(Topic, { id: { $in: document.topics } });
  const added = document.coAuthors.filter((id) => !named.includes(id));
  const today = await membershipsToday(write, added);
  return [
    ...fault(['topics'], topics === new Set(document.topics).size),
    ...(await unknownCompanies(em, document.visibility)).map(({ path, code }) => ({ path: ['visibility', ...path], code })),
    ...fault(
      ['coAuthors'],
      added.every((id) => today.some(({ personId }) => personId === id)),
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
export async function membershipsOf(write: Write, companyId: string, personIds: string[]): Promise<Map<string, string>> {
  const found = await membershipsToday(write, personIds);
  const own = found.filter((membership) => membership.companyId === companyId);
  return new Map([...found, ...own].map(({ personId, id }) => [personId, id]));
}

/** Whether the person is a member of the company today. */
export async function isMemberOf(write: Write, companyId: string, personId: string): Promise<boolean> {
  return isId(personId) && (await membershipsToday(write, [personId])).some((membership) => membership.companyId === companyId);
}

function membershipsToday({ em, now }: Write, personIds: string[]): Promise<Membership[]> {
  const isCurrent = { $or: [{ endedAt: null }, { endedAt: { $gt: now } }] };
  return em.find(Membership, { personId: { $in: personIds }, ...isCurrent }, { orderBy: { companyId: 'desc' } });
}

function fault(path: string[], known: boolean): FieldError[] {
  return known ? [] : [{ path, code: 'unknown' }];
}
