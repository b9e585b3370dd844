// SPDX-License-Identifier: EUPL-1.2
import type { Locator, Page } from '@playwright/test';
import { expect, newWord, signIn, test } from './hub.js';
import { ANSWERS, publishButton, question, title } from './practice.js';

/** More than any page of the hub has between two things somebody looks for. */
const MOST_STEPS = 80;

test('results come while typing, and a hit is opened, by keyboard alone', async ({ page }) => {
  await signIn(page, 'lea.hartwig', '/organisationen');
  const box = page.getByRole('combobox', { name: 'Im Wissen der Stadt suchen' });
  // The shortcuts come after the page; whoever is faster presses again.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('beleucht');
  await expect(page.getByRole('listbox')).toContainText('straßenbeleuchtung');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ergebnisse für „beleucht“');
  await tabTo(page, page.getByRole('link', { name: 'Straßenbeleuchtung nach Bewegung dimmen' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Straßenbeleuchtung nach Bewegung dimmen');
});

test('a suggestion is chosen with the arrow keys', async ({ page }) => {
  await signIn(page, 'lea.hartwig');
  await tabTo(page, page.getByRole('combobox', { name: 'Im Wissen der Stadt suchen' }));
  await page.keyboard.type('straßenbeleuchtung');
  await expect(page.getByRole('option', { name: 'Straßenbeleuchtung nach Bewegung dimmen' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/$/);
});

test('a practice is written and published by keyboard alone', async ({ page }) => {
  const word = newWord('Tastatur');
  await signIn(page, 'mirjam.osterkamp', '/beitragen');
  await tabTo(page, page.getByRole('link', { name: 'Praxisbeispiel', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/beitragen\/praxisbeispiel/);
  await tabTo(page, title(page));
  await page.keyboard.type(word);
  for (const [label, answer] of Object.entries(ANSWERS)) {
    await tabTo(page, question(page, label as keyof typeof ANSWERS));
    await page.keyboard.type(answer);
  }
  await tabTo(page, page.getByRole('radio', { name: /^Meine Organisation/ }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Alle im Konzern Stadt/ })).toBeChecked();
  await tabTo(page, publishButton(page), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word);
});

async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press(key);
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`${target.toString()} is not reached with ${key}`);
}
