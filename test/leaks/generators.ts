// SPDX-License-Identifier: EUPL-1.2
import type { Generators } from './arguments.js';
import { canary, groupCanary, misspelled } from './canaries.js';
import { type City, fields, topics } from './city.js';
import { revisionsOf } from './oracle.js';

/** Names nothing; hidden must look like it. */
export const randomId = '0198f2c4-6c1d-7b3e-9a55-3f0e1d2c4b5a';
/** No ids at all; they must look like it as well. */
export const malformedIds = ['no-id', '', '7', "' or true --", `${randomId}0`, 'KANARI', '\u0000', '\ud800'];

/**
 * What can stand in the arguments of the schema, by `Type.argument: NamedType`. An enum needs no line. Somebody who adds an argument that
 * no line fits is told by a failing test, and decides here whether it is one more way to reach an entry.
 */
export function generatorsFor({ hub, people, entries }: City): Generators {
  const anEntry = { base: randomId, others: entries.map(({ id }) => id), malformed: malformedIds };
  const companies = Object.values(hub.companies);
  const newestTitles = entries.map(({ number, state }) => ({ entry: number, revision: revisionsOf[state], field: fields.title }));
  const beginnings = ['kan', 'kanari', 'beleuchtung', groupCanary(0).slice(0, 6), groupCanary(0)];
  const titles = newestTitles.map(canary);
  return [
    [/^(Query|Mutation)\.\w+\.(entryId|exceptEntryId): ID$/, anEntry],
    [/^Query\.entry\.id: ID$|^SaveRevisionInput\.entryId: ID$/, anEntry],
    [
      /^Query\.person\.id: ID$|\.(coAuthors|personId): ID$/,
      { base: people.coAuthor.personId, others: [randomId, ...Object.values(people).map(({ personId }) => personId)] },
    ],
    // Made by the form: what is there already is asked for in writes.spec.ts.
    [/^(CreateDraftInput\.entryId|BarrierReportInput\.id): ID$/, { base: randomId }],
    [/^EntryFilter\.company: ID$/, { base: undefined, others: [randomId, 'no-id', ...companies.map(({ id }) => id)] }],
    [/\.companyId: ID$/, { base: randomId, others: ['no-id', ...companies.map(({ id }) => id)] }],
    [/\.companies: ID$/, { base: undefined, others: [...companies.map(({ id }) => id), randomId] }],
    [/\.(topic|topics): ID$/, { base: undefined, others: [...topics, 'no-topic'] }],
    [/\.(slug|companies): String$/, { base: undefined, others: ['stadtwerke', 'wohnbau', 'nobody'] }],
    // Whose table, whose people: another company's is looked for by its name.
    [/^(Query\.\w+|ClaimTableInput)\.company: String$/, { base: 'stadtwerke', others: ['klinikum', 'nobody'] }],
    [/^ClaimTableInput\.basedOn: String$/, { base: 'none' }],
    [/^ClaimRuleInput\.value: String$/, { base: 'author' }],
    [/^ClaimRuleInput\.department: String$/, { base: undefined }],
    [/^SearchInput\.text: String$/, { base: 'licht', others: ['', ...beginnings, ...titles, ...newestTitles.map(misspelled)] }],
    [/^Query\.suggest\.text: String$|^Query\.similar\.title: String$/, { base: 'licht', others: [...beginnings, ...titles] }],
    [
      /^Query\.signInWay\.mailDomain: String$/,
      { base: 'nobody.example', others: ['stadtwerke.example', 'WOHNBAU.example', ...malformedIds] },
    ],
    [/^Query\.people\.text: String$/, { base: 'kan', others: beginnings }],
    [/^Query\.companyMembers\.text: String$/, { base: undefined, others: beginnings }],
    [/^Mutation\.reportSignInFailure\.company: String$/, { base: 'nobody' }],
    [/^Mutation\.signIn\.renewal: Boolean$/, { base: true }],
    [/^CompanyInput\.slug: String$/, { base: 'neu' }],
    [/^CompanyInput\.functionAddress: String$/, { base: 'neu@neu.example' }],
    [/^CompanyInput\.mailDomains: String$/, { base: 'neu.example' }],
    [/^CompanyInput\.headCount: Int$/, { base: 3 }],
    [/^(CompanyInput|FirstClaimRuleInput)\.\w+: String$/, { base: 'Neu' }],
    [/^CompanySignInInput\.sessionMinutes: Int$/, { base: undefined }],
    [/\.signOutAtProvider: Boolean$/, { base: true }],
    [/^Mutation\.offboard\.secret: String$/, { base: 'no-secret', others: ['', randomId] }],
    [/^Mutation\.offboard\.people: String$/, { base: 'nobody@stadtwerke.example' }],
    [/^Mutation\.createOffboardingToken\.name: String$/, { base: 'Personalsystem' }],
    [/^Mutation\.revokeOffboardingToken\.id: ID$/, { base: randomId, others: malformedIds }],
    [/\.after: String$/, { base: undefined, others: ['no-cursor', Buffer.from('["", ""]').toString('base64url')] }],
    [/\.first: Int$/, { base: undefined, others: [50] }],
    [/\.years: Int$/, { base: undefined, others: [new Date().getFullYear(), 1999] }],
    [/\.(number|revision|base): Int$/, { base: 1, others: [3], crossed: true }],
    [/\.(mine|unreleased|ended): Boolean$/, { base: undefined, others: [true, false] }],
    [/^VisibilityInput\.choice: /, { base: 'PRIVATE', others: ['COMPANIES', 'GROUP', 'PUBLIC'] }],
    [/\.(validUntil): Date$/, { base: undefined }],
    [/\.language: String$/, { base: 'de' }],
    [/\.replyTo: String$/, { base: undefined }],
    [/^(RevisionDocumentInput|\w+ContentInput|BarrierReportInput)\.\w+: String$/, { base: 'Etwas Licht.' }],
  ];
}
