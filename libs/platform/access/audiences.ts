// SPDX-License-Identifier: EUPL-1.2
import type { Role } from './viewer.js';

/**
 * Words of the one rule of access: an entry carries a set of these, a viewer carries a set of these, and the viewer sees the entry
 * if and only if the two overlap. The same sets are the row-level security policies, the filter of search and the choice of whom to notify.
 */
export type Audience =
  | 'public'
  | 'group'
  | 'office'
  | `company:${string}`
  | `company:${string}:${Role}`
  | `department:${string}`
  | `member:${string}`
  | `person:${string}`;

export const audience = {
  public: 'public',
  group: 'group',
  office: 'office',
  company: (id: string): Audience => `company:${id}`,
  companyRole: (id: string, role: Role): Audience => `company:${id}:${role}`,
  department: (id: string): Audience => `department:${id}`,
  /** Somebody as a member of a company, by the id of the membership: carried while it lasts, and again after coming back. */
  member: (id: string): Audience => `member:${id}`,
  person: (id: string): Audience => `person:${id}`,
} as const;
