// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** Made once for this project; the development sign-in derives the subjects of its people from the same one. */
const namespace = Buffer.from('4b6f6e7a65725e208a53746164740001', 'hex');

/** The same id for the same name, at every start and on every machine: UUID version 5 (RFC 9562, 5.5). */
export function nameBasedId(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
