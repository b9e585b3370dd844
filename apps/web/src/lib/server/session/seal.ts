// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Version, key id, initialisation vector, tag; then the text. */
const VERSION = 1;
const KEY_ID = 4;
const IV = 12;
const TAG = 16;
const HEAD = 1 + KEY_ID + IV + TAG;

interface Key {
  id: Buffer;
  secret: Buffer;
}

/**
 * AES-256-GCM under the first of the keys; what older ones sealed can still be opened. The context says what a sealed text is and whom it
 * belongs to, so that one cannot be put in another's place.
 */
export class Seal {
  private readonly keys: readonly Key[];

  constructor(secrets: readonly Buffer[]) {
    this.keys = secrets.map((secret) => ({ secret, id: createHash('sha256').update(secret).digest().subarray(0, KEY_ID) }));
  }

  close(text: string, context: string): Buffer {
    const [key] = this.keys;
    if (!key) throw new Error('no key to seal with');
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', key.secret, iv, { authTagLength: TAG }).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), key.id, iv, cipher.getAuthTag(), sealed]);
  }

  /** Null for what was changed, cut, sealed for another context or under a key that is gone. */
  open(sealed: Buffer, context: string): string | null {
    if (sealed.length < HEAD || sealed[0] !== VERSION) return null;
    const id = sealed.subarray(1, 1 + KEY_ID);
    const key = this.keys.find((candidate) => candidate.id.equals(id));
    return key ? decrypt(key, sealed.subarray(1 + KEY_ID), context) : null;
  }
}

function decrypt({ secret }: Key, rest: Buffer, context: string): string | null {
  const decipher = createDecipheriv('aes-256-gcm', secret, rest.subarray(0, IV), { authTagLength: TAG })
    .setAAD(Buffer.from(context))
    .setAuthTag(rest.subarray(IV, IV + TAG));
  try {
    return Buffer.concat([decipher.update(rest.subarray(IV + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
