// SPDX-License-Identifier: EUPL-1.2
import { Args, Query, Resolver } from '@nestjs/graphql';
import { actingMembership, type Viewer } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { Reads } from '#platform/graphql/context.js';
import { isId } from '#platform/graphql/ids.js';
import { cleanLine } from '#platform/text/plain-text.js';
import {
  readCompanies,
  readCompaniesByIds,
  readCompany,
  readDepartmentsByIds,
  readPeopleByName,
  readPerson,
  readPreviousVisit,
} from './organisation.reads.js';

@Resolver()
export class OrganisationResolver {
  @Query()
  async viewer(@Reads() reads: ReadSession) {
    const viewer = await reads.viewer();
    if (viewer.status === 'stranger') return null;
    const companies = await readCompaniesByIds(
      reads,
      viewer.memberships.map(({ companyId }) => companyId),
    );
    const departments = await readDepartmentsByIds(
      reads,
      viewer.memberships.flatMap(({ departmentId }) => departmentId ?? []),
    );
    return {
      personId: viewer.personId,
      memberships: viewer.memberships.map(({ companyId, departmentId, roles }) => ({
        company: companies.get(companyId),
        department: departmentId ? (departments.get(departmentId) ?? null) : null,
        roles,
      })),
      groupRoles: viewer.groupRoles,
      actingFor: companies.get(actingMembership(viewer)?.companyId ?? '') ?? null,
      previousVisit: await readPreviousVisit(reads, viewer.personId),
      viewer,
    };
  }

  @Query()
  companies(@Reads() reads: ReadSession) {
    return readCompanies(reads);
  }

  @Query()
  company(@Args('slug') slug: string, @Reads() reads: ReadSession) {
    return readCompany(reads, slug);
  }

  @Query()
  person(@Args('id') id: string, @Reads() reads: ReadSession) {
    return isId(id) ? readPerson(reads, id) : null;
  }

  @Query()
  people(@Args('text') text: string, @Reads() reads: ReadSession) {
    const beginning = cleanLine(text).slice(0, 100);
    return beginning ? readPeopleByName(reads, beginning) : [];
  }
}

/** What the parent of `Viewer`'s fields holds. */
export interface ViewerParent {
  personId: string;
  viewer: Viewer;
}
