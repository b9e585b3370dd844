// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { SignInRefused } from './loopback.js';

const role = v.picklist(['employee', 'author', 'editor', 'trainer', 'admin']);
const groupRole = v.picklist(['office', 'auditor']);
const text = v.pipe(v.string(), v.minLength(1));

const companyFile = v.object({
  slug: text,
  name: v.object({ de: text, en: text }),
  shortName: text,
  kind: text,
  mailDomains: v.tupleWithRest([text], text),
  /** Whether the company has an identity provider of its own, as the hub's example data says. */
  signIn: v.optional(v.object({})),
  people: v.array(
    v.object({
      username: text,
      name: text,
      department: text,
      roles: v.array(role),
      groupRoles: v.optional(v.array(groupRole), []),
      jobTitle: text,
      mail: v.boolean(),
    }),
  ),
});

export type Role = v.InferOutput<typeof role>;
export type GroupRole = v.InferOutput<typeof groupRole>;

export interface ExampleCompany {
  slug: string;
  name: { de: string; en: string };
  shortName: string;
  mailDomains: readonly string[];
  administration: boolean;
  /** Otherwise its people have accounts in the realm itself. */
  hasProvider: boolean;
}

/** Somebody one can be here. A guest belongs to no company. */
export interface ExamplePerson {
  username: string;
  name: string;
  company: ExampleCompany | null;
  department: string | null;
  roles: readonly Role[];
  groupRoles: readonly GroupRole[];
  jobTitle: string;
  mail: string | null;
}

/** Seven different ways to see the hub, in the order of the tour. */
export const recommended: readonly string[] = [
  'mirjam.osterkamp',
  'lea.hartwig',
  'dorothea.quint',
  'piotr.nowicki',
  'ingo.pallasch',
  'aylin.demirtas',
  'ruth.albrecht',
];

const guest: ExamplePerson = {
  username: 'ruth.albrecht',
  name: 'Ruth Albrecht',
  company: null,
  department: null,
  roles: [],
  groupRoles: [],
  jobTitle: 'Digitalkoordinatorin der Partnerstadt Lindenau',
  mail: 'ruth.albrecht@lindenau.example',
};

/**
 * Everybody of the example companies, the administration first, then by the company's short name, and the guest at the end.
 *
 * @throws SignInRefused when the folder or a file cannot be read
 */
export async function readPeople(examplesDirectory: string): Promise<ExamplePerson[]> {
  const folder = join(examplesDirectory, 'companies');
  const files = await readdir(folder).catch(() => {
    throw new SignInRefused(`EXAMPLES_DIR holds no folder "companies": ${examplesDirectory}`);
  });
  const companies = await Promise.all(files.filter((file) => file.endsWith('.yaml')).map((file) => readCompany(join(folder, file))));
  return [...companies.sort(byRank).flatMap(({ people }) => people), guest];
}

interface Staffed {
  company: ExampleCompany;
  people: ExamplePerson[];
}

async function readCompany(path: string): Promise<Staffed> {
  const file = v.safeParse(companyFile, parse(await readFile(path, 'utf8')));
  if (!file.success) throw new SignInRefused(`${path} is not a company file: ${v.summarize(file.issues)}`);
  const { slug, name, shortName, kind, mailDomains, signIn, people } = file.output;
  const company = { slug, name, shortName, mailDomains, administration: kind === 'administration', hasProvider: signIn !== undefined };
  return {
    company,
    people: people.map((person) => ({ ...person, company, mail: person.mail ? `${person.username}@${mailDomains[0]}` : null })),
  };
}

function byRank(a: Staffed, b: Staffed): number {
  return (
    Number(b.company.administration) - Number(a.company.administration) || a.company.shortName.localeCompare(b.company.shortName, 'de')
  );
}
