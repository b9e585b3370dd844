// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const names = v.object({ de: v.string(), en: v.string() });
const days = v.pipe(v.number(), v.integer(), v.minValue(0));

const companySchema = v.object({
  slug: v.string(),
  name: names,
  shortName: v.string(),
  kind: v.picklist(['administration', 'municipal-company', 'own-enterprise']),
  headCount: v.number(),
  mailDomains: v.tupleWithRest([v.string()], v.string()),
  /** Without it the company has accounts in the realm itself. */
  signIn: v.optional(
    v.object({
      leaverWay: v.picklist(['broker-token', 'short-session', 'hub-only']),
      sessionMinutes: v.optional(v.number()),
      signOutAtProvider: v.optional(v.boolean(), false),
    }),
  ),
  functionAddress: v.string(),
  description: names,
  departments: v.array(v.object({ slug: v.string(), name: names, headCount: v.number(), parent: v.optional(v.string()) })),
  people: v.array(
    v.object({
      username: v.string(),
      name: v.string(),
      department: v.string(),
      roles: v.array(v.picklist(['employee', 'author', 'editor', 'trainer', 'admin'])),
      groupRoles: v.optional(v.array(v.picklist(['office', 'auditor'])), []),
      jobTitle: v.string(),
      mail: v.boolean(),
      phone: v.optional(v.string()),
      about: v.optional(v.string(), ''),
    }),
  ),
});

const entrySchema = v.object({
  kind: v.string(),
  title: v.string(),
  keyStatement: v.string(),
  company: v.string(),
  department: v.string(),
  author: v.string(),
  coAuthors: v.optional(v.array(v.string()), []),
  /** A choice of the form, or the list of chosen companies. */
  audience: v.union([v.picklist(['private', 'department', 'company', 'group', 'public']), v.array(v.string())]),
  state: v.picklist(['draft', 'published', 'archived']),
  topics: v.array(v.string()),
  ageInDays: days,
  /** From today; negative when it has run out. */
  validForDays: v.optional(v.pipe(v.number(), v.integer())),
  reuses: v.optional(v.array(v.object({ company: v.string(), ageInDays: days, by: v.optional(v.string()) })), []),
});

export type ExampleCompany = v.InferOutput<typeof companySchema>;
export type ExampleEntry = v.InferOutput<typeof entrySchema> & { name: string; content: Record<string, string> };

/** The example city, in the order of its files. @throws Error naming the file that is not in order */
export function readCompanies(folder: string): ExampleCompany[] {
  return files(join(folder, 'companies'), '.yaml').map(({ path, text }) => checked(companySchema, parse(text), path));
}

/** @throws Error naming the file that is not in order */
export function readEntries(folder: string): ExampleEntry[] {
  return files(join(folder, 'entries'), '.md').map(({ name, path, text }) => {
    const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
    return { ...checked(entrySchema, parse(head), path), name, content: sections(body) };
  });
}

/** `## problem` and what follows it is the answer to the question `problem`. */
function sections(body: string): Record<string, string> {
  const parts = body.split(/^## (\w+)$/m).slice(1);
  return Object.fromEntries(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, (parts[index + 1] ?? '').trim()]] : [])));
}

function files(folder: string, ending: string): { name: string; path: string; text: string }[] {
  const found = readdirSync(folder).filter((file) => file.endsWith(ending));
  return found.sort().map((file) => {
    const path = join(folder, file);
    return { name: file.slice(0, -ending.length), path, text: readFileSync(path, 'utf8') };
  });
}

function checked<Schema extends v.GenericSchema>(schema: Schema, value: unknown, path: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new Error(`${path}: ${v.summarize(result.issues)}`);
}
