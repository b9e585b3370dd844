// SPDX-License-Identifier: EUPL-1.2
import { nameBasedId } from '../name-based-id.js';

/** The `sub` under which the development sign-in knows somebody; `test/contract/example-identities.spec.ts` holds both to it. */
export const subjectOf = (username: string): string => nameBasedId(`person/${username}`);

export const personIdOf = (username: string): string => nameBasedId(`hub/person/${username}`);
export const companyIdOf = (slug: string): string => nameBasedId(`hub/company/${slug}`);
export const departmentIdOf = (company: string, slug: string): string => nameBasedId(`hub/department/${company}/${slug}`);
export const membershipIdOf = (company: string, username: string): string => nameBasedId(`hub/membership/${company}/${username}`);
export const entryIdOf = (fileName: string): string => nameBasedId(`hub/entry/${fileName}`);
