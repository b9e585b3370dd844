// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldError } from '#platform/errors/field-error.js';
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

function fault(path: string[], known: boolean): FieldError[] {
  return known ? [] : [{ path, code: 'unknown' }];
}
