// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** Made once for this project; every identifier below follows from it and a name. */
const namespace = '4b6f6e7a-6572-5e20-8a53-746164740001';

/** The subject of an example person, the same at every start and on every machine. */
export function subjectOf(username: string): string {
  return nameBased(`person/${username}`);
}

/** The id of a company at the realm (Keycloak's organization id). */
export function organizationIdOf(slug: string): string {
  return nameBased(`organization/${slug}`);
}

/** UUID version 5 (RFC 9562, 5.5). */
function nameBased(name: string): string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  const bytes = createHash('sha1').update(space).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
