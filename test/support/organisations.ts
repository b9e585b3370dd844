// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

export interface TestCompany {
  id: string;
  slug: string;
  headCount: number;
}

const companies = [
  { slug: 'verwaltung', kind: 'administration', name: 'Stadtverwaltung', headCount: 3000, departments: ['buergerservice', 'hochbau'] },
  { slug: 'stadtwerke', kind: 'municipal-company', name: 'Stadtwerke', headCount: 1200, departments: ['licht', 'wasser'] },
  { slug: 'wohnbau', kind: 'municipal-company', name: 'Wohnbau', headCount: 200, departments: ['hausverwaltung'] },
  { slug: 'klinikum', kind: 'municipal-company', name: 'Klinikum', headCount: 2900, departments: ['haustechnik'] },
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
  { slug, kind, name, headCount, departments }: (typeof companies)[number],
): Promise<TestCompany> {
  const id = crypto.randomUUID();
  await client.query(
    `insert into company (id, slug, kind, name_de, name_en, short_name, head_count, mail_domain, function_address)
     values ($1, $2, $3, $4, $4, $4, $5, $6, $7)`,
    [id, slug, kind, name, headCount, `${slug}.example`, `wissen@${slug}.example`],
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
