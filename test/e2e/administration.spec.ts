// SPDX-License-Identifier: EUPL-1.2
import type { Locator, Page } from '@playwright/test';
import { expect, signIn, test } from './hub.js';

/** Journeys with and without JavaScript run side by side, so each has a company and a person of its own. */
const wohnbau = { slug: 'wohnbau', admin: 'dorothea.quint', member: 'malte.riekens', name: 'Malte Riekens', department: 'Mietmanagement' };
const stadtwerke = {
  slug: 'stadtwerke',
  admin: 'jelena.marovic',
  member: 'hannes.wieburg',
  name: 'Hannes Wieburg',
  department: 'Elektromobilität',
};
const chosen = (javaScriptEnabled: boolean) => (javaScriptEnabled ? wohnbau : stadtwerke);

const main = (page: Page): Locator => page.getByRole('main');
const row = (page: Page, name: string): Locator =>
  main(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name }) });

test('my data: what I am, where it comes from, and how old it is', async ({ page }) => {
  await signIn(page, 'tobias.kranefeld');
  await page.getByRole('banner').getByText('Tobias Kranefeld').click();
  await page.getByRole('banner').getByRole('link', { name: 'Meine Daten' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meine Daten');
  await expect(main(page)).toContainText(/Stand: heute, \d\d:\d\d Uhr/);
  await expect(main(page)).toContainText('tobias.kranefeld@stadtwerke-hellbrueck.example');
  const company = main(page).getByRole('region', { name: 'Stadtwerke Hellbrück GmbH' });
  await expect(company).toContainText('Netzleitwarte');
  await expect(company).toContainText('Schreibt Beiträge aus dem Verzeichnis');
  await expect(company.getByRole('code').filter({ hasText: 'leitwarte' })).toBeVisible();
  await company.getByRole('link', { name: 'Jetzt neu abfragen' }).click();
  await expect(page).toHaveURL(/\/meine-daten$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meine Daten');
  await main(page)
    .getByRole('link', { name: /^Wozu wir diese Daten/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Datenschutz');
});

test('only a company’s admins find its administration', async ({ page, another }) => {
  await signIn(page, 'dorothea.quint', '/organisationen/wohnbau');
  await main(page).getByRole('link', { name: 'Verwaltung' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verwaltung');

  const editor = await another('lea.hartwig', '/organisationen/wohnbau');
  await expect(main(editor).getByRole('link', { name: 'Verwaltung' })).toHaveCount(0);
  const paths = ['', '/personen'].map((path) => `/organisationen/wohnbau/verwaltung${path}`);
  for (const path of paths) expect((await editor.goto(path))?.status(), path).toBe(404);
  const otherAdmin = await another('jelena.marovic');
  for (const path of paths) expect((await otherAdmin.goto(path))?.status(), path).toBe(404);
  expect((await otherAdmin.goto('/organisationen/gibt-es-nicht/verwaltung'))?.status()).toBe(404);
});

test('an admin gives a role, takes it back at once, and shuts somebody out', async ({ page, another, javaScriptEnabled }) => {
  const { slug, admin, member, name } = chosen(javaScriptEnabled);
  const people = `/organisationen/${slug}/verwaltung/personen`;
  const colleague = await another(member);
  await signIn(page, admin, people);
  await page.getByRole('searchbox', { name: 'Anfang von Vor- oder Nachname' }).fill(name.split(' ')[1] ?? '');
  await page.getByRole('button', { name: 'Person suchen' }).click();
  await expect(main(page).getByText('1 Person', { exact: true })).toBeVisible();

  await row(page, name).getByText('Ändern').click();
  await row(page, name).getByRole('combobox').selectOption('Kursleitung');
  await row(page, name).getByRole('button', { name: 'Rolle vergeben' }).click();
  await expect(row(page, name)).toContainText('Kursleitung im Hub vergeben');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(row(page, name)).not.toContainText('Kursleitung im Hub vergeben');

  await expect(row(page, name).getByText('Zugang sperren')).toBeHidden();
  await row(page, name).getByText('Ändern').click();
  await row(page, name).getByText('Zugang sperren').click();
  await expect(row(page, name)).toContainText(`Bei der nächsten Anfrage ist ${name} draußen`);
  await row(page, name)
    .getByRole('button', { name: `Zugang von ${name} sperren` })
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'gesperrt' })).toContainText(`Der Zugang von ${name} ist gesperrt.`);
  await colleague.goto('/meine-daten');
  await expect(main(colleague)).toContainText('Sie gehören zurzeit zu keiner Organisation.');

  await page.getByRole('link', { name: 'Ausgeschieden' }).click();
  await expect(row(page, name)).toContainText('Hier gesperrt.');
  await row(page, name)
    .getByRole('button', { name: `Zugang wieder öffnen: ${name}` })
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'wieder offen' })).toBeVisible();
  await page.getByRole('link', { name: 'Dabei' }).click();
  await expect(row(page, name)).toBeVisible();
  await signIn(colleague, member, '/meine-daten');
  await expect(main(colleague)).toContainText('Schreibt Beiträge aus dem Verzeichnis');
});

test('one’s own access is for somebody else to lock', async ({ page }) => {
  await signIn(page, 'dorothea.quint', '/organisationen/wohnbau/verwaltung/personen?name=Quint');
  await row(page, 'Dorothea Quint').getByText('Ändern').click();
  await expect(row(page, 'Dorothea Quint')).toContainText('Den eigenen Zugang sperrt eine andere Person');
  await expect(row(page, 'Dorothea Quint').getByText('Zugang sperren', { exact: true })).toHaveCount(0);
});
