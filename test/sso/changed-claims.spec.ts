// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { CompanySlug } from '../support/organisations.js';
import { changeColleague, type Colleague, newColleague } from './support/people.js';
import { signIn } from './support/sign-in.js';
import { describeSso, type RunningSso } from './support/sso.js';
import { viewerOf, type ViewerSeen } from './support/viewer.js';

const kinds: { kind: string; company: CompanySlug }[] = [
  { kind: 'OpenID Connect', company: 'stadtwerke' },
  { kind: 'SAML', company: 'klinikum' },
];
const departmentIn: Partial<Record<CompanySlug, string>> = { stadtwerke: 'licht', klinikum: 'haustechnik' };

async function seen(sso: RunningSso, who: Colleague): Promise<ViewerSeen> {
  return viewerOf((await signIn(sso, who)).client);
}

describeSso('what changed between two sign-ins', (sso) => {
  it.each(kinds)('is seen at the second: roles given and taken ($kind)', async ({ company }) => {
    const who = await newColleague(sso, company, { groups: ['author'] });
    expect(await seen(sso, who)).toMatchObject({ memberships: [{ roles: ['AUTHOR', 'EMPLOYEE'] }] });
    await changeColleague(sso, who, { groups: ['editor', 'trainer'] });
    expect(await seen(sso, who)).toMatchObject({ memberships: [{ roles: ['EDITOR', 'EMPLOYEE', 'TRAINER'] }] });
    await changeColleague(sso, who, { groups: [] });
    expect(await seen(sso, who)).toMatchObject({ memberships: [{ roles: ['EMPLOYEE'] }] });
  });

  it.each(kinds)('is seen at the second: another department, then none ($kind)', async ({ company }) => {
    const slug = departmentIn[company] ?? '';
    const who = await newColleague(sso, company, { department: [slug] });
    expect(await seen(sso, who)).toMatchObject({ memberships: [{ department: { slug } }] });
    await changeColleague(sso, who, { department: ['unbekannt'] });
    expect(await seen(sso, who)).toMatchObject({ memberships: [{ department: null }] });
    await changeColleague(sso, who, { department: [slug] });
    await seen(sso, who);
    await changeColleague(sso, who, { department: [] });
    expect(await seen(sso, who)).toMatchObject({ memberships: [{ department: null }] });
  });

  it.each(kinds)('is seen at the second: a new name, with all its letters ($kind)', async ({ company }) => {
    const who = await newColleague(sso, company, { firstName: 'Jörg', lastName: 'Öztürk' });
    expect((await seen(sso, who)).person.name).toBe('Jörg Öztürk');
    await changeColleague(sso, who, { firstName: 'Zoë', lastName: 'Müßig-Łukasz' });
    expect((await seen(sso, who)).person.name).toBe('Zoë Müßig-Łukasz');
  });
});

describeSso('what a company may send', (sso) => {
  it('without any group is an employee', async () => {
    expect(await seen(sso, await newColleague(sso, 'wohnbau'))).toMatchObject({ memberships: [{ department: null, roles: ['EMPLOYEE'] }] });
  });

  it('with five hundred groups still finds the one that means something', async () => {
    const groups = [...Array.from({ length: 499 }, (_, number) => `gruppe-${number}`), 'author'];
    const who = await newColleague(sso, 'stadtwerke', { groups });
    expect(await seen(sso, who)).toMatchObject({ memberships: [{ roles: ['AUTHOR', 'EMPLOYEE'] }] });
  });

  it('with 300 characters in a group or department changes nothing else', async () => {
    const who = await newColleague(sso, 'stadtwerke', { groups: ['author', 'ü'.repeat(300)], department: ['x'.repeat(300)] });
    expect(await seen(sso, who)).toMatchObject({ memberships: [{ department: null, roles: ['AUTHOR', 'EMPLOYEE'] }] });
  });

  it('with the longest name a directory takes is let in under as much of it as there is room for', async () => {
    const name = 'Ä'.repeat(255);
    const who = await newColleague(sso, 'stadtwerke', { firstName: 'Anna', lastName: name });
    expect((await seen(sso, who)).person.name).toBe(`Anna ${name}`.slice(0, 200));
  });

  it('with a script for a name is a name', async () => {
    const who = await newColleague(sso, 'stadtwerke', { firstName: '<script>alert(1)</script>', lastName: '"><img src=x>' });
    expect((await seen(sso, who)).person.name).toBe('<script>alert(1)</script> "><img src=x>');
  });

  it.each(kinds)('of another company is nothing ($kind)', async ({ company }) => {
    const who = await newColleague(sso, company, { groups: ['wohnbau:admin', `${company}:author`, 'verwaltung:admin'] });
    expect(await seen(sso, who)).toMatchObject({
      memberships: [{ company: { slug: company }, roles: ['AUTHOR', 'EMPLOYEE'] }],
      groupRoles: [],
    });
  });

  it('called like a role of the whole group gives none', async () => {
    const who = await newColleague(sso, 'stadtwerke', { groups: ['office', 'auditor'] });
    expect(await seen(sso, who)).toMatchObject({ groupRoles: [] });
  });
});
