// SPDX-License-Identifier: EUPL-1.2
// What is better with JavaScript than without.
import { expect, newWord, signIn, test } from './hub.js';
import { NEW_PRACTICE, question, savedAt, title } from './practice.js';

test('a draft saves itself and is there after the browser was closed', async ({ page, context }) => {
  const name = newWord('Zettelkasten');
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await title(page).fill(name);
  await expect(savedAt(page)).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await again.goto('/');
  await again.getByRole('link', { name, exact: true }).click();
  await expect(title(again)).toHaveValue(name);
});

test('similar entries stand beside the title while it is typed', async ({ page }) => {
  await signIn(page, 'lea.hartwig', NEW_PRACTICE);
  await title(page).pressSequentially('Straßenbeleuchtung dimmen');
  await expect(page.getByRole('complementary')).toContainText('Straßenbeleuchtung nach Bewegung dimmen');
});

test('what was typed after the session ended is there after signing in again', async ({ page, context }) => {
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await title(page).fill(newWord('Sanduhr'));
  await expect(savedAt(page)).toBeVisible();
  await context.clearCookies();
  await question(page, 'Kernaussage').fill('Getippt, als die Sitzung schon zu Ende war.');
  await expect(page.getByRole('main')).toContainText('Ihre Sitzung ist beendet. Ihr Text bleibt so lange auf diesem Gerät.');

  await page.getByRole('link', { name: 'Wieder anmelden' }).click();
  await page.getByRole('link', { name: 'Eine Person auswählen' }).click();
  await page
    .getByRole('button', { name: /^Mirjam Osterkamp/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Damit weiterschreiben' }).click();
  await expect(question(page, 'Kernaussage')).toHaveValue('Getippt, als die Sitzung schon zu Ende war.');
  await expect(savedAt(page)).toBeVisible();
});

test('while the hub is out of reach the text stays on the device, and it is saved when the hub is back', async ({ page, context }) => {
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await context.setOffline(true);
  await title(page).fill(newWord('Funkloch'));
  await expect(page.getByRole('main')).toContainText('Der Dienst antwortet gerade nicht.');
  await expect(page.getByRole('main')).toContainText('Ihr Text bleibt so lange auf diesem Gerät.');
  await context.setOffline(false);
  await expect(savedAt(page)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Der Dienst antwortet gerade nicht.');
});

test('what was typed before the scripts arrived is still there when they have', async ({ page }) => {
  const name = newWord('Frühaufsteher');
  await signIn(page, 'mirjam.osterkamp');
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(NEW_PRACTICE, { waitUntil: 'commit' });
  await title(page).fill(name);
  arrive();
  await expect(savedAt(page)).toBeVisible();
  await expect(title(page)).toHaveValue(name);
});
