// SPDX-License-Identifier: EUPL-1.2
import { type Audience, audience } from '#platform/access/audiences.js';
import type { EntryState, VisibilityChoice } from './entry.entity.js';
import type { VisibilityChoiceInput } from './entry.input.js';

/** Everything that decides who writes an entry. */
export interface EntryFacts {
  state: EntryState;
  everReleased: boolean;
  visibility: VisibilityChoice;
  companyId: string;
  /** The memberships with which somebody writes it: of the person responsible, of author and co-authors. An ended one is carried by nobody. */
  memberships: string[];
  /** Whether the person responsible is no longer of the company. */
  withoutResponsible: boolean;
}

/** Everything that decides who may see an entry. */
export interface EntrySight extends EntryFacts {
  departmentId: string | null;
  /** With the choice "chosen companies": which, beside the own one. */
  companies: string[];
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
 * Who may read and change what is being written: those who write it, each as a member of the company they write for, and the editors of the
 * owning company, who answer for what it shares once anybody but the authors can read it. What nobody of the company answers for any more is
 * looked after by its editors and admins, whatever it is: an entry belongs to its company, and nothing is lost with a leaver.
 */
export function writerAudiences({ memberships, companyId, everReleased, visibility, withoutResponsible }: EntryFacts): Audience[] {
  const theirs = memberships.map(audience.member);
  const editors = audience.companyRole(companyId, 'editor');
  if (withoutResponsible) return unique([...theirs, editors, audience.companyRole(companyId, 'admin')]);
  return unique([...theirs, ...(everReleased && visibility !== 'private' ? [editors] : [])]);
}

function chosen({ visibility, companies, companyId, departmentId }: EntrySight): Audience[] {
  switch (visibility) {
    case 'private':
      return [];
    case 'department':
      // Somebody without a department shares with nobody else rather than with everybody.
      return departmentId ? [audience.department(departmentId)] : [];
    case 'company':
      return [audience.company(companyId)];
    case 'companies':
      return [companyId, ...companies].map(audience.company);
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
