// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { Random } from '../random.js';

const visibilities = ['group', 'group', 'group', 'public', 'company', 'companies', 'department', 'private'] as const;
const words =
  `Beleuchtung Straße Akte Wartezeit Kanal Pumpe Baum Aufzug Haltestelle Rechnung Formular Termin Heizung Sensor Leitung Fahrplan
  Spielplatz Glatteis Bescheid Antrag Schulung Station Netz Keller Dach Messung Meldung Vertrag Wartung Ladesäule`.split(/\s+/);

export interface Corpus {
  people: { subject: string; kind: 'employee' | 'office' | 'guest' }[];
  /** A published entry everybody in the group sees. */
  entryId: string;
}

/** Companies, people and `size` published practices, the same for the same size, written past the use cases: they are measured elsewhere. */
export async function createCorpus(url: string, issuer: string, size: number): Promise<Corpus> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const random = new Random(7_450);
    const companies = await createCompanies(client, random);
    const people = await createPeople(client, random, issuer, companies);
    await client.query(
      `insert into topic (id, name_de, name_en) select 'topic-' || n, 'Thema ' || n, 'Topic ' || n from generate_series(1, 20) n`,
    );
    const ids = await createEntries(client, random, companies, people, size);
    await client.query('analyze');
    return { people: people.map(({ subject, kind }) => ({ subject, kind })), entryId: ids[0] ?? '' };
  } finally {
    await client.end();
  }
}

interface Person {
  id: string;
  subject: string;
  kind: 'employee' | 'office' | 'guest';
  companyId: string;
  departmentId: string;
  membershipId: string;
}

interface Company {
  id: string;
  departments: string[];
}

async function createCompanies(client: pg.Client, random: Random): Promise<Company[]> {
  const companies = Array.from({ length: 14 }, () => ({ id: random.uuid(), departments: Array.from({ length: 6 }, () => random.uuid()) }));
  for (const [index, { id, departments }] of companies.entries()) {
    await client.query(
      `insert into company (id, slug, kind, name_de, name_en, short_name, head_count, function_address)
       values ($1, $2, 'municipal-company', $3, $3, $3, 800, 'wissen@' || $2 || '.example')`,
      [id, `company-${index}`, `Gesellschaft ${index}`],
    );
    await client.query(
      `insert into department (id, company_id, slug, name_de, name_en, head_count)
       select d, $1, 'department-' || n, 'Bereich ' || n, 'Department ' || n, 60 from unnest($2::uuid[]) with ordinality as t (d, n)`,
      [id, departments],
    );
  }
  return companies;
}

async function createPeople(client: pg.Client, random: Random, issuer: string, companies: Company[]): Promise<Person[]> {
  const people = Array.from({ length: 300 }, (_, index): Person => {
    const company = random.pick(companies);
    const kind = index % 30 === 0 ? 'guest' : index % 50 === 1 ? 'office' : 'employee';
    return {
      id: random.uuid(),
      subject: `person-${index}`,
      kind,
      companyId: company.id,
      departmentId: random.pick(company.departments),
      membershipId: random.uuid(),
    };
  });
  const rows = JSON.stringify(people);
  const from = `from jsonb_to_recordset($1::jsonb) as p (id uuid, subject text, kind text, "companyId" uuid, "departmentId" uuid, "membershipId" uuid)`;
  await client.query(`insert into person (id, name, created_at) select id, 'Person ' || subject, now() ${from}`, [rows]);
  await client.query(`insert into person_identity (person_id, issuer, subject) select id, $2, subject ${from}`, [rows, issuer]);
  await client.query(
    `insert into person_contact (person_id, kind, value, verified) select id, 'mail', subject || '@example.example', true ${from}`,
    [rows],
  );
  await client.query(
    `insert into membership (id, person_id, company_id, department_id) select "membershipId", id, "companyId", "departmentId" ${from} where kind <> 'guest'`,
    [rows],
  );
  await client.query(
    `insert into membership_role (membership_id, person_id, company_id, role, source)
     select "membershipId", id, "companyId", role, 'claims' ${from}, unnest(array['employee', 'author']) role where kind <> 'guest'`,
    [rows],
  );
  await client.query(`insert into group_role (person_id, role) select id, 'office' ${from} where kind = 'office'`, [rows]);
  return people;
}

async function createEntries(client: pg.Client, random: Random, companies: Company[], people: Person[], size: number): Promise<string[]> {
  const authors = people.filter(({ kind }) => kind !== 'guest');
  const ids: string[] = [];
  for (let made = 0; made < size; made += 1000) {
    const batch = Array.from({ length: Math.min(1000, size - made) }, (_, index) => {
      const author = random.pick(authors);
      const visibility = made + index === 0 ? 'group' : random.pick(visibilities);
      const other = random.pick(companies).id;
      return {
        id: random.uuid(),
        author: author.id,
        membershipId: author.membershipId,
        companyId: author.companyId,
        departmentId: author.departmentId,
        visibility,
        other,
        audiences: audiencesOf(visibility, author, other),
        title: sentence(random, 5),
        statement: sentence(random, 16),
        text: sentence(random, 90),
        topic: `topic-${1 + random.below(20)}`,
        minutes: made + index,
        reuser: random.below(3) === 0 ? random.pick(companies).id : null,
        reuseId: random.uuid(),
        eventId: random.uuid(),
      };
    });
    await insertEntries(client, JSON.stringify(batch));
    ids.push(...batch.map(({ id }) => id));
  }
  return ids;
}

function audiencesOf(visibility: (typeof visibilities)[number], author: Person, other: string): string[] {
  const chosen = {
    private: [],
    department: [`department:${author.departmentId}`],
    company: [`company:${author.companyId}`],
    companies: [`company:${author.companyId}`, `company:${other}`],
    group: ['group'],
    public: ['public'],
  }[visibility];
  return [...chosen, `member:${author.membershipId}`];
}

async function insertEntries(client: pg.Client, rows: string): Promise<void> {
  const from = `from jsonb_to_recordset($1::jsonb) as e (id uuid, author uuid, "membershipId" uuid, "companyId" uuid, "departmentId" uuid, visibility text, other uuid,
    audiences text[], title text, statement text, "text" text, topic text, minutes int, reuser uuid, "reuseId" uuid, "eventId" uuid)`;
  const at = `timestamptz '2026-01-01' + minutes * interval '1 minute'`;
  await client.query(
    `insert into entry (id, kind, state, slug, title, key_statement, company_id, department_id, responsible_id, visibility, revision,
       published_at, updated_at, created_at, audiences, shown, shown_at)
     select id, 'practice', 'published', 'beitrag', title, left(statement, 280), "companyId", "departmentId", author, visibility, 1, ${at}, ${at}, ${at},
       audiences, (select jsonb_object_agg(audience, ${at}) from unnest(audiences) audience), ${at} ${from}`,
    [rows],
  );
  await client.query(
    `insert into practice (id, problem, approach, result, effort, reuse, contact) select id, "text", "text", "text", '', '', '' ${from}`,
    [rows],
  );
  await client.query(`insert into entry_topic (entry_id, topic_id) select id, topic ${from}`, [rows]);
  await client.query(
    `insert into entry_author (entry_id, person_id, membership_id, position)
     select id, author, "membershipId", 0 ${from}`,
    [rows],
  );
  await client.query(
    `insert into entry_company (entry_id, company_id) select id, other ${from} where visibility = 'companies' and other <> "companyId"`,
    [rows],
  );
  await client.query(
    `insert into reuse (id, entry_id, company_id, person_id, since) select "reuseId", id, reuser, author, ${at} ${from}
     where reuser is not null and reuser <> "companyId"`,
    [rows],
  );
  await client.query(
    `insert into event (id, entry_id, action, scope, person_id, company_id, revision, at, audiences)
     select "eventId", id, 'released', 'readers', author, "companyId", 1, ${at}, audiences ${from}`,
    [rows],
  );
}

function sentence(random: Random, length: number): string {
  return `${Array.from({ length }, () => random.pick(words)).join(' ')}.`;
}
