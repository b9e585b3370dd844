// SPDX-License-Identifier: EUPL-1.2
import { type Audience, audience } from '#platform/access/audiences.js';
import type { EntryState } from './entry.entity.js';
import type { VisibilityChoiceInput } from './entry.input.js';

/** Everything that decides who may see an entry. */
export interface EntrySight {
  state: EntryState;
  everReleased: boolean;
  visibility: VisibilityChoiceInput;
  companyId: string;
  departmentId: string | null;
  /** The author first, then the co-authors. */
  authorIds: string[];
}

/**
 * Here it is decided who may see an entry: the one place where a choice in the form becomes a set of audiences.
 * Those who write it see it in every state. Readers see it while it is published or archived.
 */
export function entryAudiences(entry: EntrySight): Audience[] {
  const writers = writerAudiences(entry);
  if (entry.state !== 'published' && entry.state !== 'archived') return writers;
  return unique([...chosen(entry), ...writers]);
}

/**
 * Who may read what is being written: author and co-authors, and, once anybody but them can read the entry, the editors of the owning
 * company, who answer for what it shares. A private entry stays with its authors.
 */
export function writerAudiences(entry: EntrySight): Audience[] {
  const authors = entry.authorIds.map(audience.person);
  const editors = entry.everReleased && entry.visibility.choice !== 'private' ? [audience.companyRole(entry.companyId, 'editor')] : [];
  return unique([...authors, ...editors]);
}

function chosen({ visibility, companyId, departmentId }: EntrySight): Audience[] {
  switch (visibility.choice) {
    case 'private':
      return [];
    case 'department':
      // Somebody without a department shares with nobody else rather than with everybody.
      return departmentId ? [audience.department(departmentId)] : [];
    case 'company':
      return [audience.company(companyId)];
    case 'companies':
      return [companyId, ...visibility.companies].map(audience.company);
    case 'group':
      return [audience.group];
    case 'public':
      return [audience.public];
  }
}

function unique(audiences: Audience[]): Audience[] {
  return [...new Set(audiences)];
}

// Wider choices contain narrower ones; chosen companies lie beside the department and inside the group.
const width = { private: 0, department: 1, company: 2, companies: 3, group: 4, public: 5 } as const;

/** True when nobody sees the entry with `to` who did not see it with `from`, and it is not the same choice. */
export function isNarrower(from: VisibilityChoiceInput, to: VisibilityChoiceInput): boolean {
  if (from.choice === 'companies' && to.choice === 'companies') {
    return to.companies.length < from.companies.length && to.companies.every((id) => from.companies.includes(id));
  }
  return width[to.choice] < width[from.choice];
}
