// SPDX-License-Identifier: EUPL-1.2
import { expect, type Locator, type Page } from '@playwright/test';
import { newWord, signIn } from './hub.js';

export const NEW_PRACTICE = '/beitragen/praxisbeispiel';

/** What a practice must answer before it can be published, in the order of the form. */
export const ANSWERS = {
  Kernaussage: 'Das Wichtigste in zwei Sätzen.',
  'Welches Problem hatten Sie?': 'Es dauerte zu lange.',
  'Was haben Sie gemacht?': '- Erst gemessen\n- Dann geändert',
  'Was hat es gebracht?': 'Es dauert nur noch halb so lang.',
} as const;

export function question(page: Page, name: keyof typeof ANSWERS | 'Wie heißt Ihr Praxisbeispiel?'): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

export function title(page: Page): Locator {
  return question(page, 'Wie heißt Ihr Praxisbeispiel?');
}

export async function describePractice(page: Page, name: string): Promise<void> {
  await ready(page);
  await title(page).fill(name);
  for (const [label, answer] of Object.entries(ANSWERS)) await page.getByRole('textbox', { name: label, exact: true }).fill(answer);
}

/** With scripts: they have come, the search box suggests. Without: there is a button to save with. */
async function ready(page: Page): Promise<void> {
  const scripted = page.getByRole('banner').getByRole('combobox');
  await expect(scripted.or(page.getByRole('button', { name: 'Speichern', exact: true }))).toBeVisible();
}

export function publishButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Veröffentlichen', exact: true });
}

/** The line that says when the form saved itself. */
export function savedAt(page: Page): Locator {
  return page.getByText(/Gespeichert \d{1,2}:\d{2}/).first();
}

/** @returns where the entry is read */
export async function publish(page: Page): Promise<string> {
  await publishButton(page).click();
  await expect(page).toHaveURL(/\/beitrag\/[0-9a-f-]{36}\/(?!bearbeiten)[a-z0-9-]+/);
  return new URL(page.url()).pathname;
}

export async function publishForTheGroup(page: Page, name: string): Promise<string> {
  await describePractice(page, name);
  await page.getByText('Alle im Konzern Stadt').click();
  return publish(page);
}

/** The form of a published entry. */
export function formOf(address: string): string {
  return `${address.split('/').slice(0, 3).join('/')}/bearbeiten`;
}

/** An entry two people had open; the first one has published, the second one tries to. */
export async function overtake(first: Page, open: (form: string) => Promise<Page>): Promise<Page> {
  await signIn(first, 'lea.hartwig', NEW_PRACTICE);
  const form = formOf(await publishForTheGroup(first, newWord('Doppelkopf')));
  await first.goto(form);
  const second = await open(form);
  await question(first, 'Welches Problem hatten Sie?').fill('Die erste Fassung war schneller.');
  await publish(first);
  await question(second, 'Welches Problem hatten Sie?').fill('Die zweite Fassung kam zu spät.');
  await publishButton(second).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Zwei Fassungen');
  return second;
}
