// SPDX-License-Identifier: EUPL-1.2
import { print, parse } from 'graphql';
import type { Client } from '../support/client.js';
import type { Call } from './arguments.js';
import { type RootField, selectionsOf } from './schema-walk.js';

/** An answer as it came over the wire. */
export interface Answer {
  status: number;
  text: string;
}

/** The answer to one call of a batch; `undefined` with errors when the whole document was refused. */
export interface Told {
  call: Call;
  /** Which of the documents that together ask everything. */
  part: number;
  data: unknown;
  errors: { code: string; message: string }[];
}

/** Words of a document: the most the API takes is 3,000 tokens. */
const largestSelection = 700;

interface Envelope {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions?: { code?: string } }[];
}

/** Sends a document as this person. */
export async function send(url: string, client: Client, query: string, variables: object): Promise<Answer> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (client.token) headers['authorization'] = `Bearer ${client.token}`;
  if (client.actingFor) headers['acting-for'] = client.actingFor;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return { status: response.status, text: await response.text() };
}

/** All documents that together ask everything of the root field, for one call. */
export function documentsOf(operation: 'query' | 'mutation', field: RootField): string[] {
  const definitions = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const values = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = `${operation} ${definitions && `(${definitions})`}`;
  return selectionsOf(field, largestSelection).map((selection) =>
    compact(`${head} { ${field.name}${values && `(${values})`} ${selection} }`),
  );
}

/** Asks many calls of one query in few documents, a few of them at the same time. */
export async function askAll(url: string, client: Client, field: RootField, calls: Call[]): Promise<Told[]> {
  const batches = selectionsOf(field, largestSelection).flatMap((selection, part) =>
    inGroups(calls, callsInDocument).map((group) => ({ asked: { field, selection, part }, group })),
  );
  const told: Told[] = [];
  for (const some of inGroups(batches, documentsAtOnce)) {
    told.push(...(await Promise.all(some.map(({ asked, group }) => askBatch(url, client, asked, group)))).flat());
  }
  return told;
}

const callsInDocument = 15;
const documentsAtOnce = 4;

function inGroups<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

interface Asked {
  field: RootField;
  selection: string;
  part: number;
}

/** A query that is refused as too dear is asked with fewer calls at once. */
async function askBatch(url: string, client: Client, asked: Asked, calls: Call[]): Promise<Told[]> {
  const { query, variables } = batchOf(asked, calls);
  const { text } = await send(url, client, query, variables);
  const { data, errors = [] } = JSON.parse(text) as Envelope;
  const half = Math.ceil(calls.length / 2);
  // Too dear, or an answer that takes the others of its document with it: one alone tells which.
  if (calls.length > 1 && (!data || errors.some(({ path }) => path === undefined))) {
    return [...(await askBatch(url, client, asked, calls.slice(0, half))), ...(await askBatch(url, client, asked, calls.slice(half)))];
  }
  return calls.map((call, index) => ({
    call,
    part: asked.part,
    data: data?.[`a${index}`],
    errors: errors
      .filter(({ path }) => !path || path[0] === `a${index}`)
      .map(({ message, extensions }) => ({ message, code: extensions?.code ?? '' })),
  }));
}

function batchOf({ field, selection }: Asked, calls: Call[]): { query: string; variables: Record<string, unknown> } {
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  const asked = calls.map((call, index) => {
    const values = field.args.map(({ name, type }) => {
      variables[`v${index}_${name}`] = call.variables[name];
      definitions.push(`$v${index}_${name}: ${String(type)}`);
      return `${name}: $v${index}_${name}`;
    });
    return `a${index}: ${field.name}${values.length > 0 ? `(${values.join(', ')})` : ''} ${selection && '{ ...asked }'}`;
  });
  const head = `query ${definitions.length > 0 ? `(${definitions.join(', ')})` : ''}`;
  const fragment = selection && `fragment asked on ${String(field.type).replace(/[[\]!]/g, '')} ${selection}`;
  return { query: `${head} { ${asked.join(' ')} } ${fragment}`, variables };
}

function compact(document: string): string {
  return print(parse(document));
}
