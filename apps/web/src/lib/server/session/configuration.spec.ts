// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const good = {
  DATABASE_WEB_URL: 'postgresql://hub_web@localhost/hub',
  SESSION_KEYS: `${key}, ${key}`,
  ORIGIN: 'https://hub.stadt.example/',
  ISSUER_URL: 'https://sign-in.stadt.example/realms/konzern-stadt/',
  API_URL: 'http://api:3001',
  WEB_CLIENT_SECRET: 'secret',
};

describe('configuration of the session', () => {
  it('reads the settings and fills in the usual', () => {
    expect(readConfiguration(good)).toMatchObject({
      origin: 'https://hub.stadt.example',
      secure: true,
      issuer: 'https://sign-in.stadt.example/realms/konzern-stadt',
      clientId: 'konzern-stadt-web',
      idleMinutes: 120,
      longestHours: 10,
      sessionKeys: [Buffer.alloc(32, 7), Buffer.alloc(32, 7)],
    });
  });

  it('names every fault in a sentence, and no value', () => {
    const faulty = {
      SESSION_KEYS: 'c2hvcnQ=',
      ORIGIN: 'hub',
      SESSION_HOURS: '-1',
      ISSUER_URL: '',
      API_URL: 'http://api',
      WEB_CLIENT_SECRET: 'x',
    };
    expect(() => readConfiguration(faulty)).toThrow(
      /^DATABASE_WEB_URL is missing: .+\. SESSION_KEYS must be .+ 32 bytes.+\. ORIGIN must be a full address.+\. ISSUER_URL is missing.+ SESSION_HOURS must be a number of hours\.$/,
    );
    expect(() => readConfiguration(faulty)).not.toThrow(/c2hvcnQ/);
  });
});
