// SPDX-License-Identifier: EUPL-1.2
import { expect, finds, newWord, signIn, test } from './hub.js';
import {
  describePractice,
  formOf,
  NEW_PRACTICE,
  overtake,
  publish,
  publishButton,
  publishForTheGroup,
  question,
  savedAt,
  title,
} from './practice.js';

test('an author shares with chosen companies: found there, invisible to the third', async ({ page, another }) => {
  const word = newWord('Lampenfieber');
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await describePractice(page, `${word} senken`);
  await page.getByText('Ausgewählte Organisationen').click();
  await page.getByRole('checkbox', { name: /^Wohnbau/ }).check();
  const address = await publish(page);
  await expect(page.getByRole('main')).toContainText('Wohnbau');

  const lea = await another('lea.hartwig');
  await expect.poll(() => finds(lea, word)).toBe(true);
  expect((await lea.goto(address))?.status()).toBe(200);

  const piotr = await another('piotr.nowicki');
  expect(await finds(piotr, word)).toBe(false);
  expect((await piotr.goto(address))?.status()).toBe(404);
});

test('readers see the old text until the new one is published', async ({ page, another }) => {
  const word = newWord('Federball');
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  const address = await publishForTheGroup(page, `${word} alt`);

  await page.getByRole('main').getByRole('link', { name: 'Bearbeiten' }).click();
  await title(page).fill(`${word} neu`);
  await page.getByRole('button', { name: 'Vorschau', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${word} neu`);

  const reader = await another('lea.hartwig', address);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`${word} alt`);

  await page.goto(formOf(address));
  await publish(page);
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`${word} neu`);
});

test('fewer people see an entry at once, and nobody opens it again by accident', async ({ page, another }) => {
  const word = newWord('Schleuse');
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  const address = await publishForTheGroup(page, word);
  const reader = await another('lea.hartwig', address);

  await page.getByRole('main').getByRole('link', { name: 'Sichtbarkeit einschränken' }).click();
  await page.getByRole('button', { name: 'Jetzt einschränken' }).click();
  await expect(page.getByRole('main')).toContainText('Bitte wählen Sie, wer den Beitrag weiterhin sehen soll.');
  await page.getByRole('radio', { name: /^Alle bei Stadtwerke/ }).check();
  await page.getByRole('button', { name: 'Jetzt einschränken' }).click();
  await expect(page.getByRole('main')).toContainText('Die Sichtbarkeit ist eingeschränkt.');
  await expect(page.getByRole('main')).toContainText('Alle Mitarbeitenden von Stadtwerke');
  expect((await reader.goto(address))?.status()).toBe(404);

  await page.goto(formOf(address));
  await question(page, 'Kernaussage').fill('Geändert, nachdem andere es nicht mehr sehen sollten.');
  await publishButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wieder für mehr Menschen sichtbar machen?');
  expect((await reader.goto(address))?.status()).toBe(404);
  await page.getByRole('button', { name: 'Ja, so veröffentlichen' }).click();
  await expect(page).toHaveURL(new RegExp(address));
  expect((await reader.goto(address))?.status()).toBe(200);
});

test('a discarded draft waits in the bin until its author takes it back', async ({ page }) => {
  const word = newWord('Pfandglas');
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await describePractice(page, word);
  await page.getByRole('button', { name: 'Vorschau', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word);
  await page.goto(page.url().replace('/vorschau', '/bearbeiten'));
  await page.getByRole('button', { name: 'Verwerfen' }).click();
  await page.getByRole('link', { name: 'Papierkorb' }).click();

  await page.getByRole('button', { name: `Wiederherstellen: ${word}` }).click();
  await expect(page.getByRole('main')).toContainText('Der Beitrag ist wiederhergestellt.');
  await page.goto('/meine-beitraege?stand=entwurf');
  await page.getByRole('link', { name: `Weiterschreiben: ${word}` }).click();
  await expect(title(page)).toHaveValue(word);
});

test('withdrawing can be undone', async ({ page, another }) => {
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  const address = await publishForTheGroup(page, newWord('Bumerang'));
  const reader = await another('lea.hartwig', address);

  await page.getByRole('main').getByText('Mehr', { exact: true }).click();
  await page.getByRole('button', { name: 'Zurückziehen' }).click();
  await expect(page.getByRole('main')).toContainText('Dieser Beitrag ist zurückgezogen');
  expect((await reader.goto(address))?.status()).toBe(404);

  await page.getByRole('button', { name: 'Wiederherstellen' }).click();
  await expect(page.getByRole('main')).not.toContainText('Dieser Beitrag ist zurückgezogen');
  expect((await reader.goto(address))?.status()).toBe(200);
});

test('what is missing is said at the field and nothing typed is lost', async ({ page }) => {
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await title(page).fill('Nur ein Titel <b>& mehr</b>');
  await publishButton(page).click();
  await expect(page.getByRole('main')).toContainText('Zum Veröffentlichen fehlen noch 4 Angaben');
  await expect(question(page, 'Kernaussage')).toHaveAttribute('aria-invalid', 'true');
  await expect(title(page)).toHaveValue('Nur ein Titel <b>& mehr</b>');
});

test('two people at once: the second sees both texts and loses nothing', async ({ page, another }) => {
  const second = await overtake(page, (form) => another('lea.hartwig', form));
  const both = second.getByRole('textbox', { name: 'Zusammengeführter Text: Welches Problem hatten Sie?' });
  await expect(both).toHaveValue(/Die erste Fassung war schneller\./);
  await expect(both).toHaveValue(/Die zweite Fassung kam zu spät\./);
  await second.getByText('Der Text davor').click();
  await expect(second.getByText('Es dauerte zu lange.', { exact: true })).toBeVisible();

  await second.getByRole('button', { name: 'Zusammengeführte Fassung speichern' }).click();
  await expect(question(second, 'Welches Problem hatten Sie?')).toHaveValue(
    /Die erste Fassung war schneller\.[^]*Die zweite|Die zweite[^]*Die erste/,
  );
});

test('a session that ended while somebody wrote costs no word', async ({ page, context, javaScriptEnabled }) => {
  const word = newWord('Sanduhr');
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await describePractice(page, word);
  if (javaScriptEnabled) await expect(savedAt(page)).toBeVisible();
  await context.clearCookies();
  await publishButton(page).click();
  await expect(page.getByRole('main')).toContainText('Ihre Sitzung ist beendet, Ihr Text steht noch hier.');
  await expect(title(page)).toHaveValue(word);

  const [signInPage] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'In neuem Fenster anmelden' }).click(),
  ]);
  await signInPage.getByRole('link', { name: 'Eine Person auswählen' }).click();
  await signInPage
    .getByRole('button', { name: /^Mirjam Osterkamp/ })
    .first()
    .click();
  await expect(signInPage.getByRole('banner')).toContainText('Mirjam Osterkamp');

  await publish(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word);
});
