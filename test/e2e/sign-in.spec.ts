// SPDX-License-Identifier: EUPL-1.2
import { AxeBuilder } from '@axe-core/playwright';
import { expect, signIn, test } from './hub.js';

const mailField = 'Dienstliche E-Mail-Adresse';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a mail address leads to the company and back to the page', async ({ page }) => {
      await page.goto('/anmelden?to=/wissen');
      await page.getByLabel(mailField).fill('lea.hartwig@wohnbau.example');
      if (javaScriptEnabled) await expect(page.getByRole('status')).toContainText('Wohnbau');
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Weiter/ })
        .click();
      await expect(page).toHaveURL(/\/wissen$/);
      await expect(page.getByRole('banner')).toContainText('Lea Hartwig');
    });

    test('an address of nobody here says so beside the field and keeps it', async ({ page }) => {
      await page.goto('/anmelden');
      await page.getByLabel(mailField).fill('someone@elsewhere.example');
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Weiter/ })
        .click();
      await expect(page.getByText('Zu „elsewhere.example“ kennen wir keine Organisation.')).toBeVisible();
      await expect(page.getByLabel(mailField)).toHaveValue('someone@elsewhere.example');
      await expect(page.getByLabel(mailField)).toHaveAttribute('aria-invalid', 'true');
    });

    test('a chosen company shows its people alone, and the device remembers it', async ({ page, context }) => {
      await page.goto('/anmelden');
      await page.getByRole('link', { name: 'Klinikum', exact: true }).click();
      await expect(page.getByRole('button', { name: /^Piotr Nowicki/ }).first()).toBeVisible();
      await expect(page.getByRole('button', { name: /^Lea Hartwig/ })).toHaveCount(0);
      await page
        .getByRole('button', { name: /^Piotr Nowicki/ })
        .first()
        .click();
      await expect(page.getByRole('banner')).toContainText('Piotr Nowicki');
      await context.clearCookies({ name: 'session' });
      await page.goto('/anmelden');
      await expect(page.getByText('Auf diesem Gerät zuletzt gewählt')).toBeVisible();
      await page.getByRole('link', { name: 'Andere Organisation' }).click();
      await expect(page.getByLabel(mailField)).toBeVisible();
    });

    test('the link in the intranet leads straight to the page, umlauts and all', async ({ page, context }) => {
      await signIn(page, 'lea.hartwig');
      await context.clearCookies({ name: 'session' });
      await page.goto(`/s/wohnbau?to=${encodeURIComponent('/suche?q=Straße & Licht')}`.replace('%20%26%20', '%2B%2526%2B'));
      await expect(page.getByRole('searchbox').first()).toHaveValue('Straße & Licht');
      await expect(page.getByRole('banner')).toContainText('Lea Hartwig');
    });

    test('a link that names no company asks where one signs in', async ({ page }) => {
      await page.goto('/s/nirgendwo?to=/wissen');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
      await expect(page.getByText('Diese Organisation kennen wir nicht')).toBeVisible();
    });
  });
}

test('a sign-in that nobody began says what to do next', async ({ page }) => {
  await page.goto('/auth/callback?state=forged&code=forged');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Die Anmeldung hat zu lange gedauert');
  await page.getByRole('link', { name: 'Wieder anmelden' }).click();
  await expect(page.getByLabel(mailField)).toBeVisible();
});

for (const [name, path] of [
  ['asking', '/anmelden'],
  ['after an unknown company', '/anmelden?unbekannt=1'],
] as const) {
  test(`no violation on the sign-in page ${name}, and no sideways scrolling at 320 px`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 720 });
      await page.goto(path);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });
}

test('a person sees where they are signed in and ends the session in another browser', async ({ page, another }) => {
  await signIn(page, 'lea.hartwig', '/einstellungen/sitzungen');
  const other = await another('lea.hartwig');
  await page.reload();
  await expect(page.getByText('Diese Sitzung')).toHaveCount(1);
  const ends = page.getByRole('button', { name: /^Beenden/ });
  await expect(ends.first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Alle anderen beenden' }).click();
  await expect(ends).toHaveCount(0);
  await other.goto('/');
  await expect(other.getByRole('banner')).not.toContainText('Lea Hartwig');
});
