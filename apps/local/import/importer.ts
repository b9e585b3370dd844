// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import type { Caller } from '#platform/access/viewer.js';
import { UsageError } from '../start/options.js';

/** In whose name files are imported: a person with the right to write for the company. */
export interface Importer {
  caller: NonNullable<Caller>;
  name: string;
}

// Somebody whose job it is first: editor before author; of several the first by name, so that it is the same person every time.
const candidates = `
  select p.name, i.issuer, i.subject, c.id as "companyId"
    from company c
    join membership m on m.company_id = c.id and (m.ended_at is null or m.ended_at > now())
    join membership_role r on r.membership_id = m.id and r.role in ('editor', 'author')
    join person p on p.id = m.person_id
    join person_identity i on i.person_id = p.id and i.locked_at is null
   where c.slug = $1 and ($2::text is null or p.name = $2)
   order by (r.role <> 'editor'), p.name, p.id limit 1`;

/** @throws UsageError when nobody fits */
export async function findImporter(migrationsUrl: string, company: string, name: string | null): Promise<Importer> {
  const client = new pg.Client({ connectionString: migrationsUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; issuer: string; subject: string; companyId: string }>(candidates, [company, name]);
    const [row] = rows;
    if (!row) throw new UsageError(await reason(client, company, name));
    return { name: row.name, caller: { issuer: row.issuer, subject: row.subject, actingFor: row.companyId } };
  } finally {
    await client.end();
  }
}

async function reason(client: pg.Client, company: string, name: string | null): Promise<string> {
  const { rows } = await client.query<{ slug: string }>('select slug from company order by slug');
  const slugs = rows.map(({ slug }) => slug);
  if (!slugs.includes(company)) return `No company is called "${company}". There are: ${slugs.join(', ')}.`;
  return name ? `Nobody called "${name}" may write for "${company}".` : `"${company}" has no editor or author yet.`;
}
