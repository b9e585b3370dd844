// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldError } from '#platform/errors/field-error.js';
import { Company } from '#organisation/company.entity.js';
import { Membership } from '#organisation/membership.entity.js';
import { Topic } from '#taxonomy/topic.entity.js';
import type { RevisionDocument } from './entry.input.js';

/** Ids in a document that name nothing the viewer may choose. Hidden and missing are told alike: `unknown`. */
export async function unknownReferences(em: EntityManager, document: RevisionDocument): Promise<FieldError[]> {
  const topics = await em.count(Topic, { id: { $in: document.topics } });
  const companies = await em.count(Company, { id: { $in: document.visibility.companies } });
  const people = new Set((await em.find(Membership, { personId: { $in: document.coAuthors } })).map(({ personId }) => personId));
  return [
    ...fault(['topics'], topics === new Set(document.topics).size),
    ...fault(['visibility', 'companies'], companies === document.visibility.companies.length),
    ...fault(
      ['coAuthors'],
      document.coAuthors.every((id) => people.has(id)),
    ),
  ];
}

function fault(path: string[], known: boolean): FieldError[] {
  return known ? [] : [{ path, code: 'unknown' }];
}
