// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { realmContract } from '#platform/access/realm-contract.js';
import { accessTokenClaims } from '#platform/access/token-verifier.js';
import { realmFileText } from './text.ts';
import { filled, required, variables } from './variables.ts';

describe('the realm file', () => {
  it('leaves open what is listed, and nothing else', () => {
    expect(required(realmFileText())).toEqual(Object.keys(variables).sort());
  });

  it('is complete JSON once filled, whatever the values hold', () => {
    const values = { HUB_ORIGIN: 'https://hub.example', WEB_CLIENT_SECRET: 'a"b\\c', BACK_CHANNEL_LOGOUT_URL: 'https://hub.example/x' };
    expect(JSON.parse(filled(realmFileText(), values))).toMatchObject({
      displayNameHtml: 'Hellbrück',
      clients: [{}, { secret: 'a"b\\c', redirectUris: ['https://hub.example/auth/callback'] }],
    });
    expect(() => filled(realmFileText(), { ...values, WEB_CLIENT_SECRET: '' })).toThrow('WEB_CLIENT_SECRET is missing');
  });

  it('maps every claim the hub reads of a company', () => {
    expect(Object.keys(accessTokenClaims.entries)).toEqual(expect.arrayContaining(Object.values(realmContract.claims)));
    for (const claim of Object.values(realmContract.claims)) expect(realmFileText()).toContain(`"claim.name": "${claim}"`);
  });
});
