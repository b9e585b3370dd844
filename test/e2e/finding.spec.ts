// SPDX-License-Identifier: EUPL-1.2
import { addressOf, expect, finds, signIn, test } from './hub.js';

test.describe('an employee of the housing company', () => {
  test('lands on a start page of her own', async ({ page }) => {
    await signIn(page, 'lea.hartwig');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Was möchten Sie wissen?');
    await expect(page.getByRole('heading', { level: 2, name: /Für Sie zu tun/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /Neu bei den anderen/ })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Treppenhauslicht mit Präsenzmeldern nachrüsten', exact: true })).toBeVisible();
  });

  test('finds the street lighting of the utilities, with facets and counts', async ({ page }) => {
    await signIn(page, 'lea.hartwig');
    await page.getByRole('main').getByRole('searchbox').or(page.getByRole('main').getByRole('combobox')).fill('beleucht');
    await page.getByRole('button', { name: 'Suchen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ergebnisse für „beleucht“');
    await expect(page.getByRole('checkbox', { name: /^Praxisbeispiel/ })).toBeAttached();
    await expect(page.getByRole('group', { name: 'Organisation' })).toContainText('Stadtwerke');
    await expect(page.getByRole('group', { name: 'Thema' })).toContainText('Energie');
    await page.getByRole('link', { name: 'Straßenbeleuchtung nach Bewegung dimmen' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Straßenbeleuchtung nach Bewegung dimmen');
    await expect(page.getByRole('main')).toContainText('Wer kann das sehen?');
    await expect(page.getByRole('main')).toContainText('Alle Mitarbeitenden im Konzern Stadt');
    await expect(page.getByRole('main')).toContainText('Mirjam Osterkamp');
  });

  test('says that her company uses it too, and takes it back', async ({ page, javaScriptEnabled }) => {
    // One company for each project: they run side by side.
    const [person, company] = javaScriptEnabled ? ['lea.hartwig', 'Wohnbau'] : ['piotr.nowicki', 'Klinikum'];
    await signIn(page, person);
    await page.goto(await addressOf(page, 'Starkregen: Pegel melden sich selbst'));
    const usedBy = page.getByRole('region', { name: /Im Einsatz bei/ });
    await expect(usedBy).not.toContainText(company);
    await page.getByRole('button', { name: 'Wir nutzen das auch' }).click();
    await expect(usedBy).toContainText(company);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect(usedBy).not.toContainText(company);
  });
});

test('says so when nothing is found, and shows apart what only comes near', async ({ page }) => {
  await signIn(page, 'lea.hartwig', '/suche?q=xyzzyqwert');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nichts gefunden für „xyzzyqwert“');
  await expect(page.getByRole('main')).toContainText('Was dem am nächsten kommt: 1 Ergebnis.');
  await page.goto('/suche?q=qqqqqqqq');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nichts gefunden für „qqqqqqqq“');
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(0);
});

test('what is not for a stranger does not exist for them', async ({ page }) => {
  await signIn(page, 'lea.hartwig');
  const address = await addressOf(page, 'Straßenbeleuchtung nach Bewegung dimmen');
  await page.context().clearCookies();
  const hidden = await page.goto(address);
  const hiddenText = await page.getByRole('main').innerText();
  const missing = await page.goto('/beitrag/00000000-0000-4000-8000-000000000000/irgendwas');
  expect(hidden?.status()).toBe(404);
  expect(missing?.status()).toBe(404);
  expect(await page.getByRole('main').innerText()).toBe(hiddenText);
  expect(await finds(page, 'Straßenbeleuchtung')).toBe(false);
});

test('public entries are read without signing in', async ({ page }) => {
  await page.goto('/wissen');
  await page.getByRole('main').getByRole('article').getByRole('link').first().click();
  await expect(page.getByRole('main')).toContainText('Wer kann das sehen?');
  await expect(page.getByRole('button', { name: 'Wir nutzen das auch' })).toHaveCount(0);
});

test('the tree of companies leads to what each one shares and whom to ask', async ({ page }) => {
  await signIn(page, 'lea.hartwig', '/organisationen');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(14);
  await page.getByRole('link', { name: 'Stadtgrün Hellbrück' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stadtgrün Hellbrück');
  await expect(page.getByRole('link', { name: 'Nachricht schreiben' })).toHaveAttribute('href', /^mailto:/);
  await expect(page.getByRole('region', { name: /^Personen/ }).getByRole('link')).not.toHaveCount(0);
  await page
    .getByRole('region', { name: /^Geteiltes Wissen/ })
    .getByRole('link', { name: 'Insektenfreundliches Licht in Parks' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Insektenfreundliches Licht in Parks');
});

test('the interface speaks English as well', async ({ page }) => {
  await signIn(page, 'lea.hartwig');
  await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would you like to know?');
});
