// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { companyIdOf, departmentIdOf, membershipIdOf, personIdOf, subjectOf } from './identities.js';
import type { ExampleCompany } from './read-examples.js';
import { topics } from './topics.js';

type Person = ExampleCompany['people'][number];
type Row = Record<string, unknown>;

// Long enough ago that "new since your last visit" has something to say at the first sign-in.
const lastVisitDaysAgo = 12;

/**
 * Companies, departments, topics and people have no use case yet: in a city they come from its own systems. This is the one place that
 * writes them, as the owner of the tables. What is there already stays as it is.
 * @param issuer address of the development sign-in, under which it will know the people
 */
export async function loadOrganisation(client: pg.Client, companies: readonly ExampleCompany[], issuer: string): Promise<void> {
  await insert(
    client,
    'topic',
    topics.map(([id, de, en]) => ({ id, name_de: de, name_en: en })),
  );
  await insert(client, 'company', companies.map(companyRow));
  await insert(client, 'company_mail_domain', companies.flatMap(mailDomainRows));
  await insert(client, 'company_sign_in', companies.flatMap(signInRows));
  await insert(client, 'department', companies.flatMap(departmentRows));
  const people = companies.flatMap((company) => company.people.map((person) => ({ person, company })));
  await insert(
    client,
    'person',
    people.map(({ person }) => ({ id: personIdOf(person.username), name: person.name, created_at: new Date() })),
  );
  await insert(
    client,
    'person_identity',
    people.map(({ person }) => ofPerson(person, { issuer, subject: subjectOf(person.username) })),
  );
  await insert(client, 'membership', people.map(membershipRow));
  await insert(client, 'membership_role', people.flatMap(roleRows));
  await insert(client, 'membership_claim', people.flatMap(claimRows));
  await insert(
    client,
    'group_role',
    people.flatMap(({ person }) => person.groupRoles.map((role) => ofPerson(person, { role }))),
  );
  await insert(client, 'person_contact', people.flatMap(contactRows));
  await insert(
    client,
    'person_profile',
    people.map(({ person }) => ofPerson(person, { job_title: person.jobTitle, about: person.about })),
  );
  const latest = new Date(Date.now() - lastVisitDaysAgo * 86_400_000);
  await insert(
    client,
    'person_visit',
    people.map(({ person }) => ofPerson(person, { latest_at: latest, claims_at: latest })),
  );
}

interface Employed {
  person: Person;
  company: ExampleCompany;
}

function ofPerson({ username }: Person, row: Row): Row {
  return { person_id: personIdOf(username), ...row };
}

function companyRow(company: ExampleCompany): Row {
  return {
    id: companyIdOf(company.slug),
    slug: company.slug,
    kind: company.kind,
    name_de: company.name.de,
    name_en: company.name.en,
    short_name: company.shortName,
    description_de: company.description.de,
    description_en: company.description.en,
    head_count: company.headCount,
    function_address: company.functionAddress,
  };
}

function mailDomainRows({ slug, mailDomains }: ExampleCompany): Row[] {
  return mailDomains.map((domain) => ({ domain, company_id: companyIdOf(slug) }));
}

/** At the realm a provider is called as its company is here. */
function signInRows({ slug, signIn }: ExampleCompany): Row[] {
  if (!signIn) return [];
  return [
    {
      company_id: companyIdOf(slug),
      provider: slug,
      sign_out_at_provider: signIn.signOutAtProvider,
      leaver_way: signIn.leaverWay,
      session_minutes: signIn.sessionMinutes ?? null,
    },
  ];
}

function departmentRows({ slug: company, departments }: ExampleCompany): Row[] {
  return departments.map(({ slug, name, headCount, parent }) => ({
    id: departmentIdOf(company, slug),
    company_id: companyIdOf(company),
    parent_id: parent ? departmentIdOf(company, parent) : null,
    slug,
    name_de: name.de,
    name_en: name.en,
    head_count: headCount,
  }));
}

function membershipRow({ person, company: { slug } }: Employed): Row {
  return ofPerson(person, {
    id: membershipIdOf(slug, person.username),
    company_id: companyIdOf(slug),
    department_id: departmentIdOf(slug, person.department),
  });
}

function roleRows({ person, company: { slug } }: Employed): Row[] {
  const membership = { membership_id: membershipIdOf(slug, person.username), company_id: companyIdOf(slug), source: 'claims' };
  return person.roles.map((role) => ofPerson(person, { ...membership, role }));
}

/** What the sign-in will say of them, so that a company's admin sees values before everybody has signed in. */
function claimRows({ person, company: { slug } }: Employed): Row[] {
  const membership = { membership_id: membershipIdOf(slug, person.username), company_id: companyIdOf(slug) };
  const said = [{ claim: 'department', value: person.department }, ...person.roles.map((value) => ({ claim: 'role', value }))];
  return said.map((row) => ofPerson(person, { ...membership, ...row }));
}

function contactRows({ person, company }: Employed): Row[] {
  const mail = person.mail ? [{ kind: 'mail', value: `${person.username}@${company.mailDomains[0]}`, verified: true }] : [];
  const phone = person.phone ? [{ kind: 'phone', value: person.phone, verified: true }] : [];
  return [...mail, ...phone].map((row) => ofPerson(person, row));
}

/** All rows have the columns of the first. Names are ours, values are parameters. */
async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
