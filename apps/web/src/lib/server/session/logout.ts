// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { LogoutToken } from '../oidc/logout-token.ts';
import { TELL } from './store.ts';

/**
 * Does what a verified logout token says: ends the session it names, or all of the person when it names none, once.
 *
 * @returns false when the token was obeyed before
 */
export async function obeyLogout(pool: Pool, { jti, sid, subject, endsAt }: LogoutToken): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const fresh = await client.query('insert into web.spent_logout_token (token_hash, ends_at) values ($1, $2) on conflict do nothing', [
      createHash('sha256').update(jti).digest(),
      endsAt,
    ]);
    if (fresh.rowCount === 1) {
      const named = 'where (sid = $1 or $1::text is null) and (subject = $2 or $2::text is null)';
      await client.query(`with gone as (delete from web.session ${named} returning id) ${TELL}`, [sid, subject]);
    }
    await client.query('commit');
    client.release();
    return fresh.rowCount === 1;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
