// SPDX-License-Identifier: EUPL-1.2
// Who may see what, written down a second time from the words of the form and of docs/access.md, as plain tables of the people in `city.ts`.
// Nothing here may come from libs: a rule that is wrong there must not be wrong here as well.

export const choices = ['PRIVATE', 'DEPARTMENT', 'COMPANY', 'COMPANIES', 'GROUP', 'PUBLIC'] as const;
export type Choice = (typeof choices)[number];

/**
 * What happened to an entry. `rewritten`: released twice and being written a third time, that revision asking for the public;
 * `narrowed`: released for the public, then narrowed to the choice.
 */
export const states = ['draft', 'published', 'rewritten', 'narrowed', 'archived', 'withdrawn', 'trashed'] as const;
export type State = (typeof states)[number];

export interface Subject {
  choice: Choice;
  state: State;
}

// All entries are of the Stadtwerke, department "licht" below "technik"; chosen beside them is the Wohnbau.
const department = ['sameDepartment', 'subDepartment'] as const;
const company = [...department, 'parentDepartment', 'otherDepartment', 'editor', 'companyAdmin'] as const;
const companies = [...company, 'chosenCompany', 'chosenEditor', 'twoCompanies'] as const;
const group = [...companies, 'otherCompany', 'otherEditor', 'pretender', 'office', 'auditor', 'formerCoAuthor'] as const;
const everybody = [...group, 'stranger', 'unknown', 'guest', 'ended', 'endedCoAuthor'] as const;
const authors = ['author', 'coAuthor'] as const;

export type ActorName = (typeof everybody)[number] | (typeof authors)[number];
export const actorNames: readonly ActorName[] = [...authors, ...everybody];

const readers: Record<Choice, readonly ActorName[]> = {
  PRIVATE: [],
  DEPARTMENT: department,
  COMPANY: company,
  COMPANIES: companies,
  GROUP: group,
  PUBLIC: everybody,
};

const isReadable: Record<State, boolean> = {
  draft: false,
  published: true,
  rewritten: true,
  narrowed: true,
  archived: true,
  withdrawn: false,
  trashed: false,
};

const wasReleased: Record<State, boolean> = { ...isReadable, withdrawn: true };

/** The revision readers read; 0 for none. */
export const releasedRevision: Record<State, number> = {
  draft: 0,
  published: 1,
  rewritten: 2,
  narrowed: 1,
  archived: 1,
  withdrawn: 1,
  trashed: 0,
};

/** How many revisions were saved. */
export const revisionsOf: Record<State, number> = { ...releasedRevision, draft: 1, trashed: 1, rewritten: 3 };

/** As the API says it. */
export const stateInApi: Record<State, string> = {
  draft: 'DRAFT',
  published: 'PUBLISHED',
  rewritten: 'PUBLISHED',
  narrowed: 'PUBLISHED',
  archived: 'ARCHIVED',
  withdrawn: 'DRAFT',
  trashed: 'TRASHED',
};

/** Whether somebody answers for the entry as editor of its company: from its first release on, unless only its authors may see it. */
function editsForTheCompany(actor: ActorName, { choice, state }: Subject): boolean {
  return actor === 'editor' && wasReleased[state] && choice !== 'PRIVATE';
}

/** Whether the entry is there for this person, with what is released of it. Its authors keep seeing it, even when they left every company. */
export function sees(actor: ActorName, subject: Subject): boolean {
  return (
    isAuthor(actor) ||
    actor === 'endedCoAuthor' ||
    editsForTheCompany(actor, subject) ||
    (isReadable[subject.state] && readers[subject.choice].includes(actor))
  );
}

/** Whether this person writes the entry, and so reads what is not released. */
export function writes(actor: ActorName, subject: Subject): boolean {
  return isAuthor(actor) || editsForTheCompany(actor, subject);
}

/** Whether a text of one revision may reach this person. */
export function mayRead(actor: ActorName, subject: Subject, revision: number): boolean {
  return writes(actor, subject) || (sees(actor, subject) && revision === releasedRevision[subject.state]);
}

/** Cards of people and names of departments are for the group; one's own is for oneself. */
export function mayReadPeople(actor: ActorName): boolean {
  return isAuthor(actor) || (group as readonly ActorName[]).includes(actor);
}

function isAuthor(actor: ActorName): boolean {
  return (authors as readonly ActorName[]).includes(actor);
}
