// SPDX-License-Identifier: EUPL-1.2
import type { Locator, Page } from '@playwright/test';
import { expect, signIn, test } from './hub.js';

/** Journeys with and without JavaScript run side by side, so each has a company and a person of its own. */
const chosen = (javaScriptEnabled: boolean) =>
  javaScriptEnabled
    ? { slug: 'wohnbau', admin: 'dorothea.quint', member: 'malte.riekens', name: 'Malte Riekens' }
    : { slug: 'stadtwerke', admin: 'jelena.marovic', member: 'hannes.wieburg', name: 'Hannes Wieburg' };
const claimed = (javaScriptEnabled: boolean) =>
  javaScriptEnabled
    ? { slug: 'hafen', admin: 'emre.tezcan', name: 'Olaf Brinkmann', department: { slug: 'krantechnik', name: 'Krantechnik' } }
    : { slug: 'baeder', admin: 'nora.achterberg', name: 'Tilo Rohleder', department: { slug: 'badetechnik', name: 'Badetechnik' } };
const shared = (javaScriptEnabled: boolean) =>
  javaScriptEnabled ? { slug: 'theater', admin: 'paulina.wrobelska' } : { slug: 'verkehrsbetriebe', admin: 'gesa.lindhorst' };

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
  const paths = ['', '/personen', '/anmeldung', '/anmeldung/test', '/anmeldung/anleitung', '/austritte'].map(
    (path) => `/organisationen/wohnbau/verwaltung${path}`,
  );
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

  // With scripts the row stays open after the change; a page that was loaded anew has it closed.
  const shutOut = row(page, name).getByText('Zugang sperren');
  if (!(await shutOut.isVisible())) await row(page, name).getByText('Ändern').click();
  await shutOut.click();
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

test('an admin says what a value means, sees first whom it changes, and takes it back', async ({ page, javaScriptEnabled }) => {
  const { slug, admin, name, department } = claimed(javaScriptEnabled);
  await signIn(page, admin, `/organisationen/${slug}/verwaltung/anmeldung`);
  const said = page.getByRole('group', { name: department.slug, exact: true });
  await expect(said.getByRole('combobox').first()).toContainText(`wie der Name sagt: Bereich ${department.name}`);
  await said.getByRole('combobox').first().selectOption('bedeutet nichts');
  await page.getByRole('button', { name: 'Vorschau: was würde das ändern?' }).click();
  const change = main(page).getByRole('listitem').filter({ hasText: name });
  await expect(change).toContainText(`Bereich: ${department.name} → keinem Bereich zugeordnet`);
  await page.getByRole('button', { name: 'Zuordnung speichern' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Gespeichert' })).toContainText('Geändert hat sich etwas für 1 Person.');
  await expect(said.getByRole('combobox').first()).toHaveValue('nothing');

  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(said.getByRole('combobox').first()).toHaveValue('name');
});

test('of two admins at one table the second sees both and loses nothing', async ({ page, another, javaScriptEnabled }) => {
  const { slug, admin } = shared(javaScriptEnabled);
  const address = `/organisationen/${slug}/verwaltung/anmeldung`;
  await signIn(page, admin, address);
  const second = await another(admin, address);
  await byHand(page, 'GG-Wissen', 'Redaktion');
  await byHand(second, 'GG-Kurse', 'Kursleitung');
  for (const each of [page, second]) await each.getByRole('button', { name: /^Vorschau/ }).click();
  await page.getByRole('button', { name: 'Zuordnung speichern' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();

  await second.getByRole('button', { name: 'Zuordnung speichern' }).click();
  await expect(main(second)).toContainText('Jemand anderes hat inzwischen gespeichert');
  await expect(second.getByRole('group', { name: 'GG-Wissen' }).getByRole('checkbox', { name: 'Redaktion' })).toBeChecked();
  await expect(
    second
      .getByRole('textbox', { name: /^Wert, genau/ })
      .or(second.getByLabel(/^Wert, genau/))
      .first(),
  ).toHaveValue('GG-Kurse');
  await second.getByRole('button', { name: /^Vorschau/ }).click();
  await second.getByRole('button', { name: 'Zuordnung speichern' }).click();
  await expect(second.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();
  for (const value of ['GG-Wissen', 'GG-Kurse']) await expect(second.getByRole('group', { name: value })).toBeVisible();
});

test('what is wrong with a line is said at the line, and nothing typed is lost', async ({ page }) => {
  await signIn(page, 'dorothea.quint', '/organisationen/wohnbau/verwaltung/anmeldung');
  await byHand(page, 'x'.repeat(300), 'Redaktion');
  await page.getByRole('button', { name: /^Vorschau/ }).click();
  const line = page.getByRole('group', { name: 'Wert von Hand hinzufügen' }).first();
  await expect(line).toContainText('Das ist zu lang. Möglich sind 255 Zeichen.');
  await expect(line.getByLabel(/^Wert, genau/)).toHaveValue('x'.repeat(300));
  await expect(line.getByRole('checkbox', { name: 'Redaktion' })).toBeChecked();
});

test('a test sign-in shows what the provider said and what became of it', async ({ page }) => {
  await signIn(page, 'dorothea.quint', '/organisationen/wohnbau/verwaltung/anmeldung/test');
  await main(page).getByRole('link', { name: 'Test-Anmeldung starten' }).click();
  await expect(main(page)).toContainText('Ihr Anbieter hat geantwortet');
  const said = main(page).getByRole('table');
  await expect(said.getByRole('row', { name: 'organisation-und-it' })).toContainText('wie der Name sagt: Bereich Organisation und IT');
  await expect(said.getByRole('row', { name: 'admin' })).toContainText('wie der Name sagt: Verwaltung');
  await expect(main(page).getByRole('region', { name: 'Was Sie damit sind' })).toContainText('Verwaltung aus dem Verzeichnis');
});

test('the instruction for the own IT names this company’s addresses', async ({ page }) => {
  await signIn(page, 'dorothea.quint', '/organisationen/wohnbau/verwaltung/anmeldung/anleitung');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmeldung einrichten: Wohnbau');
  const text = main(page);
  await expect(text).toContainText('/realms/konzern-stadt/broker/wohnbau/endpoint/descriptor');
  await expect(text).toContainText('/realms/konzern-stadt/protocol/openid-connect/logout/backchannel-logout');
  await expect(text).toContainText('/s/wohnbau?to=/');
  await page.emulateMedia({ media: 'print' });
  await expect(text.getByRole('link', { name: 'Verwaltung' })).toBeHidden();
  await expect(text.getByRole('cell', { name: 'given_name, family_name' })).toBeVisible();
  const sheet = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(sheet.toString('latin1').match(/\/Type \/Page\b/g), 'sheets of paper').toHaveLength(1);
});

async function byHand(page: Page, value: string, role: string): Promise<void> {
  const line = page.getByRole('group', { name: 'Wert von Hand hinzufügen' }).last();
  await line.getByLabel(/^Wert, genau/).fill(value);
  await line.getByLabel(/^Was bedeutet/).selectOption('Rolle oder Bereich wählen');
  await line.getByRole('checkbox', { name: role }).check();
}

test('a key for the company’s own system is shown once, works, and is revoked', async ({ page, request, javaScriptEnabled }) => {
  const { slug, admin } = shared(javaScriptEnabled);
  await signIn(page, admin, `/organisationen/${slug}/verwaltung/austritte`);
  await page.getByRole('button', { name: 'Schlüssel anlegen' }).click();
  await expect(main(page)).toContainText('Bitte füllen Sie dieses Feld aus.');
  await page.getByRole('textbox', { name: 'Wofür ist der Schlüssel?' }).fill('Personalsystem');
  await page.getByRole('button', { name: 'Schlüssel anlegen' }).click();
  await expect(main(page)).toContainText('Der Schlüssel „Personalsystem“ ist angelegt');
  const secret = await main(page).getByRole('code').first().innerText();
  await expect(main(page).getByText(/^curl -X POST/)).toContainText(secret);
  const report = () =>
    request.post('/schnittstelle/austritte', { headers: { authorization: `Bearer ${secret}` }, data: { people: ['niemand'] } });
  expect(await (await report()).json()).toEqual({ ended: [], unknown: ['niemand'], ambiguous: [] });

  await page.getByRole('button', { name: 'Schlüssel „Personalsystem“ widerrufen' }).first().click();
  await expect(main(page)).toContainText('widerrufen am');
  await expect(main(page)).not.toContainText(secret);
  expect((await report()).status()).toBe(401);
});

test('the overview says in words how sign-in is doing', async ({ page }) => {
  await signIn(page, 'dorothea.quint', '/organisationen/wohnbau/verwaltung');
  const journal = main(page).getByRole('region', { name: 'Wie es der Anmeldung geht' });
  await expect(journal).toContainText(/Angemeldet: \d+ · Nicht geglückt: \d+/);
  await expect(journal).toContainText('Namen stehen hier höchstens sieben Tage.');
});
