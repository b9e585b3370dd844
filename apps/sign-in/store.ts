// SPDX-License-Identifier: EUPL-1.2
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Row {
  payload: AdapterPayload;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Sessions and tokens of the provider: in memory while it runs, in a file from an orderly stop to the next start, so that people stay
 * signed in. After a `kill -9` they sign in once more; the web app's own session carries them until the token ends.
 */
export class Store {
  private readonly path: string;
  private rows = new Map<string, Row>();

  private constructor(path: string) {
    this.path = path;
  }

  static async open(directory: string): Promise<Store> {
    const store = new Store(join(directory, 'sessions.json'));
    const saved = await readFile(store.path, 'utf8').catch(() => '[]');
    store.rows = new Map(JSON.parse(saved) as [string, Row][]);
    // Used once: refresh tokens in an old file may have been spent since.
    await rm(store.path, { force: true });
    return store;
  }

  async save(): Promise<void> {
    this.sweep();
    await writeFile(`${this.path}.new`, JSON.stringify([...this.rows]), { mode: 0o600 });
    await rename(`${this.path}.new`, this.path);
  }

  readonly adapter: AdapterFactory = (model) => adapterFor(model, this);

  find(key: string): AdapterPayload | undefined {
    const row = this.rows.get(key);
    return row && row.expiresAt > Date.now() ? row.payload : undefined;
  }

  findBy(model: string, field: 'uid' | 'userCode', value: string): AdapterPayload | undefined {
    const key = this.keys(model).find((candidate) => this.find(candidate)?.[field] === value);
    return key === undefined ? undefined : this.find(key);
  }

  put(key: string, payload: AdapterPayload, seconds: number): void {
    if (this.rows.size % 200 === 199) this.sweep();
    this.rows.set(key, { payload, expiresAt: Date.now() + seconds * 1000 });
  }

  drop(key: string): void {
    this.rows.delete(key);
  }

  dropGrant(model: string, grantId: string): void {
    for (const key of this.keys(model)) if (this.rows.get(key)?.payload.grantId === grantId) this.rows.delete(key);
  }

  private keys(model: string): string[] {
    return [...this.rows.keys()].filter((key) => key.startsWith(`${model}:`));
  }

  private sweep(): void {
    for (const [key, { expiresAt }] of this.rows) if (expiresAt <= Date.now()) this.rows.delete(key);
  }
}

function adapterFor(model: string, store: Store): Adapter {
  const key = (id: string): string => `${model}:${id}`;
  return {
    find: async (id) => store.find(key(id)),
    findByUid: async (uid) => store.findBy(model, 'uid', uid),
    findByUserCode: async (userCode) => store.findBy(model, 'userCode', userCode),
    upsert: async (id, payload, seconds = 86_400) => store.put(key(id), payload, seconds),
    destroy: async (id) => store.drop(key(id)),
    revokeByGrantId: async (grantId) => store.dropGrant(model, grantId),
    consume: async (id) => {
      const payload = store.find(key(id));
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
  };
}
