// SPDX-License-Identifier: EUPL-1.2
import chromiumPackage from '@sparticuz/chromium';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { realmContract } from '#platform/access/realm-contract.js';
import { adminOf } from './support/admin.js';
import { companies } from './support/companies.js';
import { type Colleague, newColleague } from './support/people.js';
import { totp } from './support/totp.js';
import { describeSso } from './support/sso.js';

describeSso('in a real browser', (sso) => {
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? (await chromiumPackage.executablePath()),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
  });

  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  afterAll(() => browser.close());

  async function newPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'de-DE', baseURL: sso.hub, ...options });
    contexts.push(context);
    return context.newPage();
  }

  async function answerCompany(page: Page, { username, password }: Colleague): Promise<void> {
    await page.locator('#username').fill(username);
    await page.locator('#password').fill(password);
    await page.locator('#kc-login').click();
  }

  it.each(companies)('somebody new from $alias ($kind) arrives where the link leads, as themselves', async ({ alias }) => {
    const who = await newColleague(sso, alias, { firstName: 'Käthe', lastName: 'Weiß' });
    const page = await newPage();
    await page.goto(`/s/${alias}?to=${encodeURIComponent('/wissen?q=Stra%C3%9Fe%20%26%20Licht')}`);
    await answerCompany(page, who);
    await page.waitForURL((url) => url.origin === sso.hub && url.pathname === '/wissen');
    expect(new URL(page.url()).searchParams.get('q')).toBe('Straße & Licht');
    expect(await page.getByRole('banner').textContent()).toContain('Käthe Weiß');
  });

  it('is not asked again by the company while signed in there', async () => {
    const who = await newColleague(sso, 'stadtwerke');
    const page = await newPage();
    await page.goto('/s/stadtwerke');
    await answerCompany(page, who);
    await page.waitForURL(`${sso.hub}/`);
    await page.context().clearCookies({ name: 'session' });
    await page.goto('/s/stadtwerke?to=/wissen');
    expect(new URL(page.url()).pathname).toBe('/wissen');
  });

  it('an account of the realm is found by its name, sets up its second factor once and needs it every time', async () => {
    const { username, password } = await newAccount();
    const page = await newPage();
    await page.goto('/auth/sign-in?account&to=/wissen');
    await page.getByLabel('Dienstliche E-Mail-Adresse oder Benutzername').fill(username);
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByLabel('Passwort', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByRole('heading', { name: 'Zweiten Faktor einrichten' }).waitFor();
    await page.getByRole('link', { name: 'Code lässt sich nicht aufnehmen?' }).click();
    const secret = ((await page.locator('#kc-totp-secret-key').textContent()) ?? '').replace(/\s/g, '');
    await page.getByLabel('Einmalcode').fill(totp(secret));
    await page.locator('#saveTOTPBtn').click();
    await page.waitForURL((url) => url.origin === sso.hub && url.pathname === '/wissen');

    const again = await newPage();
    await again.goto('/auth/sign-in?account&to=/wissen');
    await again.getByLabel('Dienstliche E-Mail-Adresse oder Benutzername').fill(username);
    await again.getByRole('button', { name: 'Weiter' }).click();
    await again.getByLabel('Passwort', { exact: true }).fill(password);
    await again.getByRole('button', { name: 'Weiter' }).click();
    expect(await again.getByLabel('Einmalcode').isVisible()).toBe(true);
    expect(new URL(again.url()).origin).toBe(sso.keycloak);
  });

  it('a mail address typed at the realm leads to the company of its domain, too', async () => {
    const who = await newColleague(sso, 'wohnbau');
    const page = await newPage();
    await page.goto('/auth/sign-in?account&to=/wissen');
    await page.getByLabel('Dienstliche E-Mail-Adresse oder Benutzername').fill(`${who.username}@wohnbau.example`);
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/realms/wohnbau/'));
    await answerCompany(page, who);
    await page.waitForURL((url) => url.origin === sso.hub && url.pathname === '/wissen');
  });

  it.each([
    ['wide', { width: 1280, height: 900 }, 'light'],
    ['narrow', { width: 320, height: 700 }, 'light'],
    ['dark', { width: 1280, height: 900 }, 'dark'],
  ] as const)('the sign-in page of the realm is German, accessible and fits (%s)', async (name, viewport, colorScheme) => {
    const page = await newPage({ viewport, colorScheme });
    await page.goto('/auth/sign-in?account');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect((await page.getByRole('heading', { level: 1 }).textContent())?.trim()).toBe('Anmelden');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    expect(await page.evaluate<boolean>('document.fonts.check(\'16px "Fira Sans"\')')).toBe(true);
    const { violations } = await new AxeBuilder({ page }).analyze();
    await page.screenshot({ path: `reports/sso/sign-in-${name}.png` });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  async function newAccount(): Promise<{ username: string; password: string }> {
    const [username, password] = [`gast-${crypto.randomUUID().slice(0, 8)}`, 'Ein-langes-Kennwort-7'];
    const credentials = [{ type: 'password', value: password, temporary: false }];
    const names = { firstName: 'Gisela', lastName: 'Gast', email: `${username}@partnerstadt.example`, emailVerified: true };
    await adminOf(sso).change('POST', `/${realmContract.name}/users`, { username, enabled: true, credentials, ...names });
    return { username, password };
  }
});
