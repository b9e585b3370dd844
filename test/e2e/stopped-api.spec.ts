// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../apps/local/free-port.js';
import { StartedHub } from '../support/started-hub.js';
import { expect, newWord, signIn, test as base } from './hub.js';
import { describePractice, NEW_PRACTICE, publishButton, question, savedAt, title } from './practice.js';

/** A hub of its own: nobody else's journey may stand still. */
const test = base.extend<object, { ownHub: StartedHub }>({
  ownHub: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const data = await mkdtemp(join(tmpdir(), 'hub-e2e-'));
      const hub = await StartedHub.start(data, await freePort(26_000));
      await use(hub);
      await hub.stop();
      await rm(data, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ ownHub }, use) => use(ownHub.url),
});

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test('what is typed while the API is gone is kept, and saved when it is back', async ({ page, ownHub }) => {
  const word = newWord('Stromausfall');
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  await describePractice(page, word);
  await expect(savedAt(page)).toBeVisible();
  const form = page.url();

  await ownHub.without('api', async () => {
    await question(page, 'Kernaussage').fill('Geschrieben, als nichts mehr antwortete.');
    await expect(page.getByRole('main')).toContainText('Der Dienst antwortet gerade nicht. Sobald er es wieder tut, wird gespeichert.');
    await expect(page.getByRole('main')).toContainText('Ihr Text bleibt so lange auf diesem Gerät.');

    const elsewhere = await page.context().newPage();
    expect((await elsewhere.goto('/wissen'))?.status()).toBe(503);
    await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Der Dienst antwortet gerade nicht');
    await elsewhere.close();
  });

  await expect(savedAt(page)).toBeVisible({ timeout: 60_000 });
  await page.goto(form);
  await expect(question(page, 'Kernaussage')).toHaveValue('Geschrieben, als nichts mehr antwortete.');
});

test('without JavaScript the form comes back with what was sent', async ({ ownHub, browser }) => {
  const context = await browser.newContext({ baseURL: ownHub.url, javaScriptEnabled: false, locale: 'de-DE' });
  const page = await context.newPage();
  await signIn(page, 'mirjam.osterkamp', NEW_PRACTICE);
  const word = newWord('Kerzenlicht');
  await title(page).fill(word);

  await ownHub.without('api', async () => {
    await publishButton(page).click();
    await expect(page.getByRole('main')).toContainText('Der Dienst antwortet gerade nicht. Ihr Text steht noch hier.');
    await expect(title(page)).toHaveValue(word);
  });

  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Speichern', exact: true }).click();
        return page.url();
      },
      { timeout: 60_000 },
    )
    .toMatch(/\/beitrag\/[0-9a-f-]{36}\/bearbeiten$/);
  await expect(title(page)).toHaveValue(word);
  await context.close();
});
