// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import type { City, CityEntry } from './city.js';
import { type ActorName, mayReadPeople, sees, writes } from './oracle.js';

type Row = Record<string, unknown>;
type Rule = (city: City, actor: ActorName, row: Row) => boolean;

const everybody: Rule = () => true;
const ownAlone: Rule = ({ people }, actor, row) => people[actor].personId === (row['person_id'] ?? row['id']);
const group: Rule = (city, actor, row) => mayReadPeople(actor) || ownAlone(city, actor, row);
/** The guest says at the realm that they are of the office; without a company that is worth nothing. */
const office: Rule = (_, actor) => actor === 'office';
const ofItsEntry: Rule = (city, actor, row) => sees(actor, entryOf(city, row));
const ofItsWriters: Rule = (city, actor, row) => writes(actor, entryOf(city, row));

const adminsOf: Partial<Record<ActorName, 'stadtwerke' | 'klinikum'>> = { companyAdmin: 'stadtwerke', otherEditor: 'klinikum' };
const adminOf: Rule = (city, actor, row) => {
  const company = adminsOf[actor];
  return company !== undefined && row['company_id'] === city.hub.companies[company].id;
};
/** Who is of which company today, as far as rows are for a company's own people. */
const membersOf: Record<string, readonly ActorName[]> = {
  stadtwerke: ['author', 'sameDepartment', 'subDepartment', 'parentDepartment', 'otherDepartment', 'editor', 'companyAdmin'],
  wohnbau: ['chosenCompany', 'chosenEditor', 'twoCompanies'],
  klinikum: ['twoCompanies', 'otherCompany', 'otherEditor', 'pretender', 'formerCoAuthor', 'formerAuthor'],
  verwaltung: ['coAuthor', 'office', 'auditor'],
};
const memberOf: Rule = ({ hub }, actor, row) =>
  Object.values(hub.companies).some(({ id, slug }) => id === row['company_id'] && membersOf[slug]?.includes(actor));
const rolesOf: Rule = (city, actor, row) => office(city, actor, row) || ownAlone(city, actor, row) || adminOf(city, actor, row);

/** Which rows of each table a person may see, past all resolvers: what hangs on an entry and is not named here is its content. */
const rules: Record<string, Rule> = {
  company: everybody,
  company_mail_domain: everybody,
  company_sign_in: (city, actor, row) => office(city, actor, row) || memberOf(city, actor, row),
  topic: everybody,
  department: group,
  person: group,
  person_contact: group,
  person_profile: group,
  membership: group,
  person_identity: ownAlone,
  person_visit: ownAlone,
  membership_role: rolesOf,
  membership_claim: (city, actor, row) => ownAlone(city, actor, row) || adminOf(city, actor, row),
  claim_rule: (city, actor, row) => office(city, actor, row) || adminOf(city, actor, row),
  offboarding_token: adminOf,
  sign_in_record: adminOf,
  organisation_event: rolesOf,
  group_role: (city, actor, row) => office(city, actor, row) || ownAlone(city, actor, row),
  entry: (city, actor, row) => sees(actor, entryOf(city, { entry_id: row['id'] })),
  revision: ofItsWriters,
  event: (city, actor, row) => ofItsEntry(city, actor, row) && (row['scope'] === 'readers' || ofItsWriters(city, actor, row)),
  barrier_report: office,
};

function entryOf({ entries }: City, row: Row): CityEntry {
  const entry = entries.find(({ id }) => id === (row['entry_id'] ?? row['id']));
  if (!entry) throw new Error(`No rule in test/leaks/rows.ts for ${JSON.stringify(row)}.`);
  return entry;
}

/** Everything there is, read past the policies: table, digest of the row, and the row. */
export interface StoredRow {
  table: string;
  digest: string;
  row: Row;
}

/** All tables of the hub with what is in them. */
export async function storedRows(superuser: pg.Client): Promise<StoredRow[]> {
  const { rows } = await superuser.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
  );
  const each = rows.map(({ name }) => `select '${name}' as table, md5(t::text) as digest, to_jsonb(t) as row from ${name} t`);
  return (await superuser.query<StoredRow>(each.join(' union all '))).rows;
}

export const isFor = (city: City, actor: ActorName, { table, row }: StoredRow): boolean => (rules[table] ?? ofItsEntry)(city, actor, row);

/** Digests of the rows that this role sees now. */
export async function visibleDigests(client: pg.Client, tables: string[]): Promise<Set<string>> {
  const each = tables.map((table) => `select md5(t::text) as digest from ${table} t`);
  const { rows } = await client.query<{ digest: string }>(each.join(' union all '));
  return new Set(rows.map(({ digest }) => digest));
}
