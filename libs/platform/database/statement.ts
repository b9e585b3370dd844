// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** A statement whose text is fixed when the process starts, so that PostgreSQL parses it once for each connection. */
export interface Statement {
  name: string;
  sql: string;
}

/** Names a statement by what it says: two texts never share a prepared statement, not even between two versions of the hub on one pooler. */
export function statement(sql: string): Statement {
  return { name: `s${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`, sql };
}
