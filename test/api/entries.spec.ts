// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.js';
import { createDraft, practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let neighbour: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author'], 'licht'));
  neighbour = await hub.signIn(employee('lea', 'wohnbau'));
});

describe('writing and publishing', () => {
  it('keeps a draft for its author', async () => {
    const id = await createDraft(author, practice({ title: 'Straßenbeleuchtung dimmen' }));
    expect(await readEntry(neighbour, id)).toBeNull();
    expect(await readEntry(hub.stranger, id)).toBeNull();
    expect(await readEntry(author, id)).toMatchObject({ state: 'DRAFT', title: '' });
  });

  it('shows a published entry to whom the author chose', async () => {
    const id = await publish(author, practice({ title: 'Straßenbeleuchtung dimmen', visibility: { choice: 'GROUP' } }));
    expect(await readEntry(neighbour, id)).toMatchObject({ state: 'PUBLISHED', title: 'Straßenbeleuchtung dimmen' });
    expect(await readEntry(hub.stranger, id)).toBeNull();
  });
});
