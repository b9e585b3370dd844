// SPDX-License-Identifier: EUPL-1.2
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addressOf, expect, newWord, signIn, test } from './hub.js';
import { describePractice, formOf, NEW_PRACTICE, overtake, publishButton, publishForTheGroup, title } from './practice.js';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NARROW = 320;

// Each page is examined three times.
test.describe.configure({ timeout: 240_000 });

test('pages to read', async ({ page }) => {
  await signIn(page, 'lea.hartwig');
  const paths = {
    start: '/',
    results: '/suche?q=beleucht',
    'nothing found': '/suche?q=qqqqqqqq',
    catalogue: '/wissen',
    entry: await addressOf(page, 'Straßenbeleuchtung nach Bewegung dimmen'),
    lesson: await addressOf(page, 'Melder statt Zeitschaltuhr: erst mehr Beschwerden, dann keine'),
    'only near': '/suche?q=xyzzyqwert',
    organisations: '/organisationen',
    organisation: '/organisationen/stadtwerke',
    settings: '/einstellungen',
    'not found': '/gibt-es-nicht',
  };
  expect(await faultsAt(page, paths)).toEqual([]);
});

test('footer pages and a person', async ({ page }) => {
  await signIn(page, 'lea.hartwig', '/organisationen/stadtgruen');
  const person = await page
    .getByRole('region', { name: /^Personen/ })
    .getByRole('link')
    .first()
    .getAttribute('href');
  const paths = {
    person: person ?? '',
    help: '/hilfe',
    accessibility: '/barrierefreiheit',
    privacy: '/datenschutz',
    imprint: '/impressum',
  };
  expect(await faultsAt(page, paths)).toEqual([]);
});

test('pages about rights', async ({ page }) => {
  await signIn(page, 'dorothea.quint');
  const paths = {
    'my data': '/meine-daten',
    administration: '/organisationen/wohnbau/verwaltung',
    members: '/organisationen/wohnbau/verwaltung/personen',
    'members who left': '/organisationen/wohnbau/verwaltung/personen?ausgeschieden=1',
    'claim table': '/organisationen/wohnbau/verwaltung/anmeldung',
    'test sign-in': '/organisationen/wohnbau/verwaltung/anmeldung/test',
    'keys for leavers': '/organisationen/wohnbau/verwaltung/austritte',
    'instruction for the IT': '/organisationen/wohnbau/verwaltung/anmeldung/anleitung',
  };
  expect(await faultsAt(page, paths)).toEqual([]);
});

test('pages to write', async ({ page }) => {
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  const form = formOf(await publishForTheGroup(page, newWord('Lupe')));
  const entry = form.replace('/bearbeiten', '');
  const paths = {
    contribute: '/beitragen',
    'new practice': NEW_PRACTICE,
    'new lesson': '/beitragen/erfahrungsbericht',
    form,
    preview: `${entry}/vorschau`,
    revisions: `${entry}/fassungen`,
    revision: `${entry}/fassungen/1`,
    narrowing: `${entry}/sichtbarkeit`,
    'my entries': '/meine-beitraege',
    bin: '/meine-beitraege?stand=papierkorb',
  };
  expect(await faultsAt(page, paths)).toEqual([]);
});

test('a form that lacks answers', async ({ page }) => {
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await title(page).fill(newWord('Lupe'));
  await publishButton(page).click();
  await expect(page.getByRole('main')).toContainText('Zum Veröffentlichen fehlen noch 4 Angaben');
  expect(await faultsOf(page, 'errors')).toEqual([]);
});

test('the question before something becomes public', async ({ page }) => {
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await describePractice(page, newWord('Lupe'));
  await page.getByText('Alle, auch ohne Anmeldung').click();
  await publishButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Öffentlich ins Netz stellen?');
  expect(await faultsOf(page, 'public')).toEqual([]);
});

test('two texts to put together', async ({ page, another }) => {
  const second = await overtake(page, (form) => another('lea.hartwig', form));
  expect(await faultsOf(second, 'merge')).toEqual([]);
});

test('pages of a stranger, and the development sign-in', async ({ page }) => {
  const paths = { start: '/', catalogue: '/wissen', 'sign in': '/anmelden', 'development sign-in': '/auth/sign-in?choose=1' };
  expect(await faultsAt(page, paths)).toEqual([]);
});

async function faultsAt(page: Page, paths: Record<string, string>): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, path] of Object.entries(paths)) {
    await page.setViewportSize({ width: 1280, height: 720 });
    const html = (await (await page.goto(path))?.text()) ?? '';
    faults.push(...(await faultsOf(page, name)), ...(await lateStyles(page, html)).map((style) => `${name}: ${style} comes with a script`));
  }
  return faults;
}

/** Wide and narrow, light and dark: the dark one differs in colours only. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await violations(new AxeBuilder({ page }).withTags(STANDARDS));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await violations(new AxeBuilder({ page }).withRules('color-contrast'));
  await page.setViewportSize({ width: NARROW, height: 640 });
  const narrow = await violations(new AxeBuilder({ page }).withTags(STANDARDS));
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  return [
    ...light.map((fault) => `${name}, light: ${fault}`),
    ...dark.map((fault) => `${name}, dark: ${fault}`),
    ...narrow.map((fault) => `${name}, narrow and dark: ${fault}`),
    ...(width > NARROW ? [`${name} scrolls sideways: ${width} px`] : []),
  ];
}

/** Stylesheets that the page itself does not name: without JavaScript it would look broken. */
async function lateStyles(page: Page, html: string): Promise<string[]> {
  const names = await page.evaluate<string[]>('[...document.styleSheets].flatMap(({ href }) => href?.split("/").at(-1) ?? [])');
  return names.filter((name) => !html.includes(name));
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
