// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { apiConfig, workerConfig } from './config.js';

const database = 'postgresql://role@127.0.0.1/hub';

describe('the configuration', () => {
  it('takes what is usual for what is not said', () => {
    expect(workerConfig({ DATABASE_WORKER_URL: database })).toMatchObject({
      SEARCH_ENGINE: 'postgresql',
      WORKER_PORT: 3004,
      LOG_LEVEL: 'info',
    });
  });

  it('says a sentence for each fault, and none of the values', () => {
    const wrong = { DATABASE_READER_URL: 'geheim', SEARCH_ENGINE: 'geheim', API_PORT: 'geheim', ISSUER_URL: 'https://hub.example' };
    const message = /^The configuration is not complete:(\n {2}- [A-Z_]+ (is missing|must be[^\n]+|must begin[^\n]+)\.){4}$/;
    expect(() => apiConfig(wrong)).toThrow(message);
    expect(() => apiConfig(wrong)).not.toThrow(/geheim/);
    expect(() => workerConfig({ DATABASE_WORKER_URL: database, SEARCH_ENGINE: 'meilisearch' })).toThrow(
      'SEARCH_ENGINE must be postgresql.',
    );
  });
});
