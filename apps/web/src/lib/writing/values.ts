// SPDX-License-Identifier: EUPL-1.2
import type { VisibilityChoice } from '#lib/gql/graphql.ts';

/** What stands in the form, as text. The same in the browser, in what the form sends and in what is kept on the device. */
export interface Values {
  title: string;
  keyStatement: string;
  body: string;
  language: string;
  /** `2027-03-12` or empty. */
  validUntil: string;
  /** Ids. */
  topics: string[];
  coAuthors: string[];
  choice: VisibilityChoice;
  /** Ids of the chosen companies without the own one. */
  companies: string[];
  /** Answers by the name of the question. */
  content: Record<string, string>;
}

export const CHOICES = ['PRIVATE', 'DEPARTMENT', 'COMPANY', 'COMPANIES', 'GROUP', 'PUBLIC'] as const satisfies readonly VisibilityChoice[];

const CONTENT = 'content.';

/** A text that nobody has begun. */
export function emptyValues(language: string): Values {
  const texts = { title: '', keyStatement: '', body: '', validUntil: '' };
  return { ...texts, language, topics: [], coAuthors: [], choice: 'COMPANY', companies: [], content: {} };
}

export function valuesOfForm(form: FormData): Values {
  const answers = [...new Set(form.keys())].filter((name) => name.startsWith(CONTENT));
  return {
    title: text(form, 'title'),
    keyStatement: text(form, 'keyStatement'),
    body: text(form, 'body'),
    language: text(form, 'language') || 'de',
    validUntil: text(form, 'validUntil'),
    topics: texts(form, 'topics'),
    coAuthors: texts(form, 'coAuthors'),
    choice: CHOICES.find((choice) => choice === text(form, 'choice')) ?? 'PRIVATE',
    companies: texts(form, 'companies'),
    content: Object.fromEntries(answers.map((name) => [name.slice(CONTENT.length), text(form, name)])),
  };
}

/** The pairs a form with these values sends; what `valuesOfForm` reads back. */
export function pairsOf(values: Values): [name: string, value: string][] {
  const { topics, coAuthors, companies, content, ...single } = values;
  return [
    ...Object.entries(single),
    ...Object.entries(content).map(([name, value]): [string, string] => [CONTENT + name, value]),
    ...topics.map((id): [string, string] => ['topics', id]),
    ...coAuthors.map((id): [string, string] => ['coAuthors', id]),
    ...companies.map((id): [string, string] => ['companies', id]),
  ];
}

/** Whether two forms say the same; the order of ticks and white space at the ends say nothing. */
export function sameValues(one: Values, other: Values): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint(values: Values): string {
  const filled = pairsOf({ ...values, companies: values.choice === 'COMPANIES' ? values.companies : [] });
  const said = filled.map(([name, value]) => `${name}\u0000${value.trim()}`).filter((pair) => !pair.endsWith('\u0000'));
  return said.sort().join('\u0001');
}

/** Browsers send line ends as CR LF; the hub keeps LF. */
function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

function texts(form: FormData, name: string): string[] {
  return [...new Set(form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== ''))];
}
