// SPDX-License-Identifier: EUPL-1.2
import type { Client } from './client.js';

const fields = 'fields { path code limit }';
const documentFields = `title keyStatement body language topics validUntil coAuthors { id } visibility { choice companies { slug } }
  content { ... on PracticeContent { problem approach result effort reuse contact } }`;
const revision = `number released savedBy { name } document { ${documentFields} }`;
const draft = `entryId state unreleased releasedRevision company { slug } department { slug } latest { ${revision} }
  missing { path code limit } may { edit archive withdraw restore discard narrow reuse }`;
const conflict = `... on RevisionConflict { base { ${revision} } theirs { ${revision} } }`;
const save = `__typename ... on Saved { draft { ${draft} } } ... on InvalidInput { ${fields} } ${conflict}`;
const change = `__typename ... on Changed { entry { id state } } ... on NotPossible { code entry { id state } }`;
const changeOrFields = `${change} ... on InvalidInput { ${fields} }`;
const reuse = `__typename ... on ReuseChanged { entry { id reuses { company { slug } person { name } } } } ... on NotPossible { code }`;
const summary = `id state title company { slug } topics { id } usedBy { slug } publishedAt validUntil`;
const visibility = 'choice headCount department { slug } companies { slug }';

const claimTable = `version rules { claim value role department { slug } } seen { claim value people roles department { slug } }`;
const member = 'person { id name } department { slug } roles { role source } foreignMail isCurrent endedAt endedBy';
const membership = `__typename ... on MembershipChanged { member { ${member} } } ... on MembershipNotPossible { code }`;

const rights = `__typename ... on RightsChanged { member { ${member} } } ... on RightsKept { why }`;

const offboardingToken = 'id name createdAt revokedAt';

const signInSettings = 'provider mailDomains signOutAtProvider leaverWay sessionMinutes';

/** Every operation of the schema that the API tests ask, with all there is to see in the answer. */
const operations = {
  createDraft: `mutation ($input: CreateDraftInput!) { answer: createDraft(input: $input) { ${save} } }`,
  saveRevision: `mutation ($input: SaveRevisionInput!) { answer: saveRevision(input: $input) { ${save} } }`,
  publish: `mutation ($entryId: ID!, $revision: Int!) { answer: publish(entryId: $entryId, revision: $revision)
    { __typename ... on Published { entry { id state title revision } } ... on InvalidInput { ${fields} } ${conflict} } }`,
  narrowVisibility: `mutation ($entryId: ID!, $visibility: VisibilityInput!)
    { answer: narrowVisibility(entryId: $entryId, visibility: $visibility) { ${changeOrFields} } }`,
  archive: `mutation ($entryId: ID!) { answer: archive(entryId: $entryId) { ${change} } }`,
  withdraw: `mutation ($entryId: ID!) { answer: withdraw(entryId: $entryId) { ${change} } }`,
  restore: `mutation ($entryId: ID!) { answer: restore(entryId: $entryId) { ${change} } }`,
  discard: `mutation ($entryId: ID!) { answer: discard(entryId: $entryId) { ${change} } }`,
  handOver: `mutation ($entryId: ID!, $personId: ID!) { answer: handOver(entryId: $entryId, personId: $personId) { ${changeOrFields} } }`,
  addReuse: `mutation ($entryId: ID!) { answer: addReuse(entryId: $entryId) { ${reuse} } }`,
  removeReuse: `mutation ($entryId: ID!) { answer: removeReuse(entryId: $entryId) { ${reuse} } }`,
  endMembership: `mutation ($personId: ID!, $companyId: ID!) { answer: endMembership(personId: $personId, companyId: $companyId) { ${membership} } }`,
  reopenMembership: `mutation ($personId: ID!, $companyId: ID!)
    { answer: reopenMembership(personId: $personId, companyId: $companyId) { ${membership} } }`,
  reportBarrier: `mutation ($input: BarrierReportInput!) { answer: reportBarrier(input: $input)
    { __typename ... on BarrierReported { id } ... on InvalidInput { ${fields} } } }`,
  saveClaimTable: `mutation ($input: ClaimTableInput!) { answer: saveClaimTable(input: $input) { __typename
    ... on ClaimTableSaved { changed table { ${claimTable} } } ... on ClaimTableMoved { theirs { ${claimTable} } } ... on InvalidInput { ${fields} } } }`,
  grantRole: `mutation ($personId: ID!, $companyId: ID!, $role: Role!) { answer: grantRole(personId: $personId, companyId: $companyId, role: $role) { ${rights} } }`,
  revokeRole: `mutation ($personId: ID!, $companyId: ID!, $role: Role!) { answer: revokeRole(personId: $personId, companyId: $companyId, role: $role) { ${rights} } }`,
  createOffboardingToken: `mutation ($companyId: ID!, $name: String!) { answer: createOffboardingToken(companyId: $companyId, name: $name)
    { __typename ... on OffboardingTokenCreated { secret token { ${offboardingToken} } } ... on InvalidInput { ${fields} } } }`,
  revokeOffboardingToken: `mutation ($id: ID!) { answer: revokeOffboardingToken(id: $id) { ${offboardingToken} } }`,
  offboard: `mutation ($secret: String!, $people: [String!]!) { answer: offboard(secret: $secret, people: $people)
    { __typename ... on Offboarded { ended unknown ambiguous } ... on InvalidInput { ${fields} } } }`,
  reportSignInFailure: `mutation ($company: String!, $failure: SignInFailure!) { answer: reportSignInFailure(company: $company, failure: $failure) }`,
  createCompany: `mutation ($input: CompanyInput!) { answer: createCompany(input: $input) { __typename
    ... on CompanyCreated { company { slug headCount } } ... on InvalidInput { ${fields} } } }`,
  saveCompanySignIn: `mutation ($input: CompanySignInInput!) { answer: saveCompanySignIn(input: $input) { __typename
    ... on CompanySignInSaved { settings { ${signInSettings} } } ... on InvalidInput { ${fields} } } }`,
  signIn: 'mutation { answer: signIn { __typename ... on SignedIn { personId } } }',

  entry: 'query ($id: ID!) { answer: entry(id: $id) { id state title } }',
  draft: `query ($entryId: ID!) { answer: draft(entryId: $entryId) { ${draft} } }`,
  revision: `query ($entryId: ID!, $number: Int!) { answer: revision(entryId: $entryId, number: $number) { ${revision} } }`,
  revisions: `query ($entryId: ID!) { answer: revisions(entryId: $entryId) { number released } }`,
  myEntries: `query ($filter: MyEntriesFilter, $first: Int, $after: String) { answer: myEntries(filter: $filter, first: $first, after: $after)
    { nodes { entryId kind state title savedAt savedBy { name } unreleased deletedAt answered questions company { slug } responsible { name }
      may { edit restore discard handOver } } endCursor hasNextPage counts { all draft published archived trashed unreleased } } }`,
  dueForMe: `query { answer: dueForMe { due entry { ${summary} } } }`,
  newFromOthers: `query ($first: Int) { answer: newFromOthers(first: $first) { total since nodes { ${summary} } } }`,
  entries: `query ($filter: EntryFilter, $first: Int, $after: String) { answer: entries(filter: $filter, first: $first, after: $after)
    { endCursor hasNextPage nodes { ${summary} } } }`,
  hubCounts: 'query { answer: hubCounts { entries companies } }',
  visibilityPreview: `query ($visibility: VisibilityInput!, $entryId: ID)
    { answer: visibilityPreview(visibility: $visibility, entryId: $entryId) { ${visibility} } }`,
  viewer: `query { answer: viewer { person { id name mail } memberships { company { slug } department { slug } roles } groupRoles
    actingFor { slug } mayContribute previousVisit } }`,
  companies: 'query { answer: companies { slug entryCount departments { slug } people { nodes { name } } } }',
  company: `query ($slug: String!, $first: Int, $after: String) { answer: company(slug: $slug)
    { slug functionAddress entryCount departments { slug } people(first: $first, after: $after) { endCursor hasNextPage nodes { id name } } } }`,
  person: 'query ($id: ID!) { answer: person(id: $id) { id name mail company { slug } department { slug } } }',
  companyMembers: `query ($companyId: ID!, $ended: Boolean, $text: String, $first: Int, $after: String)
    { answer: companyMembers(companyId: $companyId, ended: $ended, text: $text, first: $first, after: $after)
      { total nodes { ${member} } endCursor hasNextPage } }`,
  people: 'query ($text: String!) { answer: people(text: $text) { id name } }',
  claimTable: `query ($company: String!) { answer: claimTable(company: $company) { ${claimTable} } }`,
  claimTablePreview: `query ($input: ClaimTableInput!) { answer: claimTablePreview(input: $input) { __typename ... on InvalidInput { ${fields} }
    ... on ClaimTablePreview { changed unchanged changes { person { name } gained lost before { slug } after { slug } } } } }`,
  myData: `query { answer: myData { name mail mailVerified claimsAt groupRoles
    memberships { company { slug } department { slug } roles { role source } said { claim value } } } }`,
  offboardingTokens: `query ($companyId: ID!) { answer: offboardingTokens(companyId: $companyId) { ${offboardingToken} } }`,
  signInJournal: `query ($companyId: ID!) { answer: signInJournal(companyId: $companyId)
    { days { day signedIn failed } hints { hint count } records { at failure hints person { name } } } }`,
  companySignIn: `query ($companyId: ID!) { answer: companySignIn(companyId: $companyId) { ${signInSettings} } }`,
  topics: 'query { answer: topics { id name { de en } } }',
  version: 'query { answer: version }',
} as const;

export type Operation = keyof typeof operations;

/** The answer of the operation as it came: an object, a list, `null`; or, when it was refused, the code and status of its error. */
export async function ask<Answer = unknown>(
  client: Client,
  operation: Operation,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const { status, data, errors } = await client.send<{ answer: unknown }>(operations[operation], variables);
  const [error] = errors;
  const refusal = error && { refused: error.extensions.code, status, message: error.message };
  return (refusal ?? data?.answer ?? null) as Answer;
}

/** Answers of the gate before every operation: without a session, and for somebody who belongs to no company. */
export const notSignedIn = { refused: 'UNAUTHENTICATED', status: 401 };
export const notForYou = { refused: 'FORBIDDEN', status: 403 };
/** Hidden and missing alike. */
export const missing = { refused: 'NOT_FOUND', status: 404 };
