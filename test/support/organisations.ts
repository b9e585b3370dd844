// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

export interface TestCompany {
  id: string;
  slug: string;
  headCount: number;
}

const companies = [
  {
    slug: 'verwaltung',
    kind: 'administration',
    name: 'Stadtverwaltung',
    headCount: 3000,
    departments: ['buergerservice', 'hochbau'],
    signIn: { provider: false, leaverWay: 'hub-only', minutes: null },
  },
  {
    slug: 'stadtwerke',
    kind: 'municipal-company',
    name: 'Stadtwerke',
    headCount: 1200,
    departments: ['licht', 'wasser'],
    signIn: { provider: true, leaverWay: 'broker-token', minutes: null },
  },
  {
    slug: 'wohnbau',
    kind: 'municipal-company',
    name: 'Wohnbau',
    headCount: 200,
    departments: ['hausverwaltung'],
    signIn: { provider: true, leaverWay: 'hub-only', minutes: null },
  },
  {
    slug: 'klinikum',
    kind: 'municipal-company',
    name: 'Klinikum',
    headCount: 2900,
    departments: ['haustechnik'],
    signIn: { provider: true, leaverWay: 'short-session', minutes: 60 },
  },
] as const;

export type CompanySlug = (typeof companies)[number]['slug'];

export const topics = ['energie', 'verkehr', 'gebaeude'] as const;

/** Four companies with departments, and three topics: what has no use case yet, put there by the role that migrates. */
export async function createOrganisations(migrationsUrl: string): Promise<Record<CompanySlug, TestCompany>> {
  const client = new pg.Client({ connectionString: migrationsUrl });
  await client.connect();
  try {
    const made: TestCompany[] = [];
    for (const company of companies) made.push(await createCompany(client, company));
    for (const topic of topics) await client.query('insert into topic (id, name_de, name_en) values ($1, $1, $1)', [topic]);
    return Object.fromEntries(made.map((company) => [company.slug, company])) as Record<CompanySlug, TestCompany>;
  } finally {
    await client.end();
  }
}

async function createCompany(
  client: pg.Client,
  { slug, kind, name, headCount, departments, signIn }: (typeof companies)[number],
): Promise<TestCompany> {
  const id = crypto.randomUUID();
  await client.query(
    `insert into company (id, slug, kind, name_de, name_en, short_name, head_count, function_address)
     values ($1, $2, $3, $4, $4, $4, $5, $6)`,
    [id, slug, kind, name, headCount, `wissen@${slug}.example`],
  );
  await client.query('insert into company_mail_domain (domain, company_id) values ($1, $2)', [`${slug}.example`, id]);
  await client.query(
    `insert into company_sign_in (company_id, provider, sign_out_at_provider, leaver_way, session_minutes) values ($1, $2, $3, $4, $5)`,
    [id, signIn.provider ? slug : null, slug === 'stadtwerke', signIn.leaverWay, signIn.minutes],
  );
  for (const department of departments) {
    await client.query(`insert into department (id, company_id, slug, name_de, name_en, head_count) values ($1, $2, $3, $3, $3, 40)`, [
      crypto.randomUUID(),
      id,
      department,
    ]);
  }
  return { id, slug, headCount };
}
