// SPDX-License-Identifier: EUPL-1.2
// What the machine does without the product: the same transaction under the same policies, each step awaited, by bare node:http and pg.
import { createServer } from 'node:http';
import pg from 'pg';

interface Wanted {
  sql: string;
  values: unknown[];
}

const wanted = JSON.parse(process.env['FLOOR_STATEMENTS'] ?? '{}') as Record<string, Wanted>;
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_READER_URL'] ?? '',
  max: 10,
  options: '-c plan_cache_mode=force_custom_plan',
});

createServer(async (request, response) => {
  if (request.url === '/health/ready') {
    response.end();
    return;
  }
  for await (const chunk of request) void chunk;
  const rows = await transaction((request.url ?? '/').slice(1), String(request.headers['issuer']), String(request.headers['subject']));
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: rows }));
}).listen(Number(process.env['FLOOR_PORT']), '127.0.0.1');

async function transaction(name: string, issuer: string, subject: string): Promise<unknown[]> {
  const { sql = '', values = [] } = wanted[name] ?? {};
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query({ name: 'enter', text: 'select access.enter($1, $2, null) as viewer', values: [issuer, subject] });
    const { rows } = await client.query<Record<string, unknown>>({ name, text: sql, values });
    await client.query('commit');
    return rows;
  } finally {
    client.release();
  }
}
