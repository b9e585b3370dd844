// SPDX-License-Identifier: EUPL-1.2
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReadSession } from '#platform/database/read-session.js';
import { batched } from '#platform/graphql/batch.js';
import { Reads } from '#platform/graphql/context.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { pageSize } from '#platform/graphql/page.js';
import type { ViewerParent } from './organisation.resolver.js';
import {
  type CompanyRow,
  type PersonCard,
  type PersonRow,
  readDepartments,
  readEntryCounts,
  readPeopleByIds,
  readPeopleOf,
} from './organisation.reads.js';

@Resolver('Company')
export class CompanyFieldsResolver {
  @ResolveField()
  departments(@Parent() { id }: CompanyRow, @Reads() reads: ReadSession) {
    return batched(reads, readDepartments, id);
  }

  @ResolveField()
  entryCount(@Parent() { id }: CompanyRow, @Reads() reads: ReadSession) {
    return batched(reads, readEntryCounts, id);
  }

  @ResolveField()
  async people(
    @Parent() { id }: CompanyRow,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Reads() reads: ReadSession,
  ) {
    const size = pageSize(first);
    const [name, personId] = decodeCursor(after, 2) ?? [];
    const people = await readPeopleOf(reads, id, size, name !== undefined && personId !== undefined ? { name, id: personId } : null);
    const nodes = people.slice(0, size);
    const last = nodes.at(-1);
    return { nodes, hasNextPage: people.length > size, endCursor: last ? encodeCursor([last.name, last.id]) : null };
  }
}

/** A card carries id and name; whoever asks for more gets it in one further statement for the whole page. */
@Resolver('Person')
export class PersonFieldsResolver {
  @ResolveField()
  mail(@Parent() person: PersonCard & Partial<PersonRow>, @Reads() reads: ReadSession) {
    return detail(person, 'mail', reads);
  }

  @ResolveField()
  phone(@Parent() person: PersonCard & Partial<PersonRow>, @Reads() reads: ReadSession) {
    return detail(person, 'phone', reads);
  }

  @ResolveField()
  jobTitle(@Parent() person: PersonCard & Partial<PersonRow>, @Reads() reads: ReadSession) {
    return detail(person, 'jobTitle', reads);
  }

  @ResolveField()
  about(@Parent() person: PersonCard & Partial<PersonRow>, @Reads() reads: ReadSession) {
    return detail(person, 'about', reads);
  }

  @ResolveField()
  company(@Parent() person: PersonCard & Partial<PersonRow>, @Reads() reads: ReadSession) {
    return detail(person, 'company', reads);
  }

  @ResolveField()
  department(@Parent() person: PersonCard & Partial<PersonRow>, @Reads() reads: ReadSession) {
    return detail(person, 'department', reads);
  }
}

async function detail<Field extends keyof PersonRow>(person: PersonCard & Partial<PersonRow>, field: Field, reads: ReadSession) {
  if (person[field] !== undefined) return person[field];
  return (await batched(reads, readPeopleByIds, person.id))?.[field] ?? null;
}

@Resolver('Viewer')
export class ViewerFieldsResolver {
  @ResolveField()
  person(@Parent() { personId }: ViewerParent, @Reads() reads: ReadSession) {
    return batched(reads, readPeopleByIds, personId);
  }
}
