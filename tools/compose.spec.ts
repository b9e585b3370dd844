// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { apiConfig, workerConfig } from '#platform/config/config.js';
import { required } from '../apps/realm/file/variables.ts';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  depends_on?: Record<string, unknown>;
  healthcheck?: { test: string[] };
}

interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  volumes: Record<string, unknown>;
}

const read = (file: string): string => readFileSync(file, 'utf8');
const text = read('infra/compose.yaml');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);

/** What the process sees: secrets by their own name, variables of compose filled in. */
function environment(name: string): Record<string, string> {
  const values = Object.entries(compose.services[name]?.environment ?? {}).map(([key, value]) => [
    key.replace(/_FILE$/, ''),
    value.startsWith('/run/secrets/database_')
      ? 'postgresql://role:word@postgres/hub'
      : value.replace(/\$\{\w+(?::-([^}]*)|[^}]*)\}/g, (_, usual: string | undefined) => usual ?? 'x.example'),
  ]);
  return Object.fromEntries(values) as Record<string, string>;
}

describe('infra/compose.yaml', () => {
  it.each(services)('%s: pinned image, secrets that are declared, files that exist', (_, { image, secrets = [], volumes = [] }) => {
    expect(image).toMatch(/^[\w./-]+:\d+\.\d+(\.\d+)?$/);
    for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret);
    for (const volume of volumes) {
      const [source = ''] = volume.split(':');
      const made = /^\.\/(certificates|pages)/.test(source);
      if (source.startsWith('.') && !made) expect(existsSync(join('infra', source)), source).toBe(true);
      if (!source.startsWith('.')) expect(compose.volumes).toHaveProperty(source);
    }
  });

  it('makes every secret it names', () => {
    const script = read('tools/container/make-secrets.sh');
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      const made = script.includes(name) || script.includes(name.replace(/^database_(.*)_url$/, '$1:hub_'));
      expect(made, name).toBe(true);
    }
  });

  it('gives api and worker settings they accept', () => {
    expect(() => apiConfig(environment('api'))).not.toThrow();
    expect(() => workerConfig(environment('worker'))).not.toThrow();
  });

  it.each([
    ['web', ['apps/web/src/lib/server/session/configuration.ts', 'apps/web/src/env.ts', 'apps/web/server.ts', 'docs/running.md']],
    ['api', ['libs/platform/config/config.ts']],
    ['worker', ['libs/platform/config/config.ts']],
    ['migrate', ['apps/local/commands/migrate.ts']],
  ])('gives %s no setting that it does not read', (name, files) => {
    const known = files.map(read).join('\n');
    // Node's own, and those of the server under SvelteKit.
    const others = ['NODE_ENV', 'NODE_EXTRA_CA_CERTS', 'HOST', 'PORT', 'WEB_CLIENT_ID', 'ISSUER_URL'];
    const unknown = Object.keys(environment(name)).filter((key) => !others.includes(key) && !new RegExp(`\\b${key}\\b`).test(known));
    expect(unknown).toEqual([]);
  });

  it('gives the realm’s file everything it leaves open', () => {
    const open = required(read('infra/keycloak/konzern-stadt-realm.json'));
    expect(Object.keys(environment('keycloak'))).toEqual(expect.arrayContaining(open));
  });

  it('names in .env.example every variable it needs', () => {
    const needed = [...text.matchAll(/\$\{(\w+)(:-[^}]*|:\?)?\}/g)].map(([, name]) => name ?? '');
    const given = [...read('infra/.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name ?? '');
    expect([...new Set(needed)].sort()).toEqual(given.sort());
  });

  it.each(services.filter(([name]) => !['proxy', 'migrate'].includes(name)))('%s says how it is', (_, { healthcheck }) => {
    expect(healthcheck?.test[0]).toBe('CMD');
  });

  it('waits only for services that exist', () => {
    for (const [, { depends_on: needs = {} }] of services)
      for (const name of Object.keys(needs)) expect(compose.services).toHaveProperty(name);
  });
});
