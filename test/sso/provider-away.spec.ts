// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { realmContract } from '#platform/access/realm-contract.js';
import { adminOf } from './support/admin.js';
import { addArguments, realmCommand } from './support/company-realms.js';
import { companies } from './support/companies.js';
import { tellKeycloak } from './support/control.js';
import { HubBrowser } from './support/hub-browser.js';
import { newColleague } from './support/people.js';
import { signIn } from './support/sign-in.js';
import { describeSso } from './support/sso.js';
import { viewerOf } from './support/viewer.js';

describeSso('when a company’s provider is taken away', (sso) => {
  it('who is in stays in; nobody new comes in; once it is back the same person does', async () => {
    const admin = adminOf(sso);
    const who = await newColleague(sso, 'klinikum', { groups: ['author'] });
    const { client } = await signIn(sso, who);
    const browser = new HubBrowser(sso, who);
    await browser.signIn();
    const kept = await admin.get<object>(`/${realmContract.name}/identity-provider/instances/klinikum`);
    await admin.change('PUT', `/${realmContract.name}/identity-provider/instances/klinikum`, { ...kept, enabled: false });
    expect(await browser.isSignedIn()).toBe(true);
    expect(await viewerOf(client)).toMatchObject({ memberships: [{ company: { slug: 'klinikum' } }] });
    const late = new HubBrowser(sso, await newColleague(sso, 'klinikum'));
    await late.signIn();
    expect(await late.isSignedIn()).toBe(false);

    const company = companies.find(({ alias }) => alias === 'klinikum');
    if (!company) throw new Error('no such company');
    expect((await realmCommand(sso, addArguments(sso, company))).said).toContain('enabled: false -> true');
    expect((await signIn(sso, who)).client.personId).toBe(client.personId);
  });
});

describeSso('while Keycloak is down', (sso) => {
  const { control } = sso;

  it.skipIf(!control)(
    'who is in stays in, signing in says so in German and works again by itself',
    async () => {
      const who = await newColleague(sso, 'stadtwerke');
      const browser = new HubBrowser(sso, who);
      const { client } = await signIn(sso, who);
      await browser.signIn();
      await tellKeycloak(control, 'stop');
      try {
        expect(await browser.isSignedIn()).toBe(true);
        expect(await viewerOf(client)).toMatchObject({ memberships: [{ company: { slug: 'stadtwerke' } }] });
        const page = await new HubBrowser(sso, who).signIn();
        expect(page.status).toBe(503);
        expect(page.text).toContain('Anmeldung');
      } finally {
        await tellKeycloak(control, 'start');
      }
      const back = new HubBrowser(sso, who);
      await back.signIn();
      expect(await back.isSignedIn()).toBe(true);
      expect(await browser.isSignedIn()).toBe(true);
    },
    300_000,
  );
});
