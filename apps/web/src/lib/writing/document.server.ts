// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind, KindContentInput, RevisionDocumentInput } from '#lib/gql/graphql.ts';
import { formOf } from '#lib/kinds/forms.ts';
import type { WrittenDocument } from './revision.server.ts';
import type { Values } from './values.ts';

/** What was saved, as the form shows it. `owner` is the company it belongs to, which is always among those that see it. */
export function valuesOfDocument(document: WrittenDocument, owner: string): Values {
  const { title, keyStatement, body, language, topics, validUntil, coAuthors, visibility } = document;
  return {
    title,
    keyStatement,
    body,
    language,
    topics: [...topics],
    validUntil: validUntil ?? '',
    coAuthors: coAuthors.map(({ id }) => id),
    choice: visibility.choice,
    companies: visibility.choice === 'COMPANIES' ? visibility.companies.map(({ id }) => id).filter((id) => id !== owner) : [],
    content: answersOf(document.content),
  };
}

export function answersOf({ __typename, ...answers }: WrittenDocument['content']): Record<string, string> {
  return answers;
}

/** The form as the API takes it. Questions of the kind that the form did not send count as open; fields it does not know are dropped. */
export function documentOf(kind: EntryKind, values: Values): RevisionDocumentInput {
  const { title, keyStatement, body, language, topics, validUntil, coAuthors, choice, companies, content } = values;
  const answers = Object.fromEntries(formOf(kind).questions.map(({ name }) => [name, content[name] ?? '']));
  return {
    title,
    keyStatement,
    body,
    language,
    topics,
    coAuthors,
    validUntil: validUntil || null,
    visibility: { choice, companies: choice === 'COMPANIES' ? companies : [] },
    // Exactly one field, named like the kind.
    content: { [kind.toLowerCase()]: answers } as unknown as KindContentInput,
  };
}
