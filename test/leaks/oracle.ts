// SPDX-License-Identifier: EUPL-1.2
// Who may see what, written down a second time from the words of the form and of docs/access.md, as plain tables of the people in `city.ts`.
// Nothing here may come from libs: a rule that is wrong there must not be wrong here as well.

export const choices = ['PRIVATE', 'DEPARTMENT', 'COMPANY', 'COMPANIES', 'GROUP', 'PUBLIC'] as const;
export type Choice = (typeof choices)[number];

/**
 * What happened to an entry. `rewritten`: released twice and being written a third time, that revision asking for the public;
 * `narrowed`: released for the public, then narrowed to the choice; `leftDraft` and `leftBehind`: a draft and a published entry of somebody who
 * has gone to another company since.
 */
export const states = [
  'draft',
  'published',
  'rewritten',
  'narrowed',
  'archived',
  'withdrawn',
  'trashed',
  'leftDraft',
  'leftBehind',
] as const;
export type State = (typeof states)[number];

export interface Subject {
  choice: Choice;
  state: State;
}

// All entries are of the Stadtwerke, department "licht" below "technik"; chosen beside them is the Wohnbau.
const department = ['author', 'sameDepartment', 'subDepartment'] as const;
const company = [...department, 'parentDepartment', 'otherDepartment', 'editor', 'companyAdmin'] as const;
const companies = [...company, 'chosenCompany', 'chosenEditor', 'twoCompanies'] as const;
const group = [
  ...companies,
  'otherCompany',
  'otherEditor',
  'pretender',
  'office',
  'auditor',
  'formerCoAuthor',
  'coAuthor',
  'formerAuthor',
] as const;
const everybody = [...group, 'stranger', 'unknown', 'guest', 'ended', 'endedCoAuthor'] as const;

export type ActorName = (typeof everybody)[number];
export const actorNames: readonly ActorName[] = everybody;

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
  leftDraft: false,
  leftBehind: true,
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
  leftDraft: 0,
  leftBehind: 1,
};

/** How many revisions were saved. */
export const revisionsOf: Record<State, number> = { ...releasedRevision, draft: 1, trashed: 1, leftDraft: 1, rewritten: 3 };

/** As the API says it. */
export const stateInApi: Record<State, string> = {
  draft: 'DRAFT',
  published: 'PUBLISHED',
  rewritten: 'PUBLISHED',
  narrowed: 'PUBLISHED',
  archived: 'ARCHIVED',
  withdrawn: 'DRAFT',
  trashed: 'TRASHED',
  leftDraft: 'DRAFT',
  leftBehind: 'PUBLISHED',
};

/** Whether nobody of the company answers for the entry any more. */
export function isLeft({ state }: Subject): boolean {
  return state === 'leftDraft' || state === 'leftBehind';
}

/**
 * Whether somebody answers for the entry in the name of its company: the editor from its first release on, unless only its authors may see it;
 * and, whatever it is, editor and admin when the person has left who did.
 */
function answersForTheCompany(actor: ActorName, subject: Subject): boolean {
  if (isLeft(subject)) return actor === 'editor' || actor === 'companyAdmin';
  return actor === 'editor' && wasReleased[subject.state] && subject.choice !== 'PRIVATE';
}

/** Whether the entry is there for this person, with what is released of it. */
export function sees(actor: ActorName, subject: Subject): boolean {
  return writes(actor, subject) || (isReadable[subject.state] && readers[subject.choice].includes(actor));
}

/** Whether this person writes the entry, and so reads what is not released. */
export function writes(actor: ActorName, subject: Subject): boolean {
  return isAuthor(actor, subject) || answersForTheCompany(actor, subject);
}

/** Whether a text of one revision may reach this person. */
export function mayRead(actor: ActorName, subject: Subject, revision: number): boolean {
  return writes(actor, subject) || (sees(actor, subject) && revision === releasedRevision[subject.state]);
}

/** Cards of people and names of departments are for the group; one's own is for oneself. */
export function mayReadPeople(actor: ActorName): boolean {
  return (group as readonly ActorName[]).includes(actor);
}

/** Author and co-author, as long as they are of the company for which they write: who has left it has left what they wrote. */
export function isAuthor(actor: ActorName, subject: Subject): boolean {
  return actor === 'coAuthor' || (actor === 'author' && !isLeft(subject));
}
