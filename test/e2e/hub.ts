// SPDX-License-Identifier: EUPL-1.2
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, expect, type Page, test as base } from '@playwright/test';

interface Journey {
  /** Somebody else, at a browser of their own. */
  another: (username: string, to?: string) => Promise<Page>;
}

export const test = base.extend<Journey, { browser: Browser }>({
  /** The browser that comes as an npm package; one that is installed already may be named in `CHROMIUM`. */
  browser: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: process.env['CHROMIUM'] ?? (await chromiumPackage.executablePath()),
        // Not the package's own switches: they are for one page in one process, and closing a context would end the browser.
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  another: async ({ browser, baseURL, javaScriptEnabled, locale }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (username, to) => {
      const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled, locale: locale ?? 'de-DE' });
      contexts.push(context);
      const page = await context.newPage();
      await signIn(page, username, to);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

/** Through the development sign-in, as the link in the person menu does. */
export async function signIn(page: Page, username: string, to = '/'): Promise<void> {
  await page.goto(`/auth/sign-in?person=${username}&to=${encodeURIComponent(to)}`);
  await expect(page.getByRole('main')).toBeVisible();
}

/** A word nobody else uses, so that journeys that run side by side do not find each other's entries. */
export function newWord(beginning: string): string {
  return `${beginning}${Math.random().toString(36).slice(2, 8).replace(/\d/g, 'q')}`;
}

/** Whether a search shows a hit with this word in its title. */
export async function finds(page: Page, word: string): Promise<boolean> {
  await page.goto(`/suche?q=${encodeURIComponent(word)}`);
  const hits = page.getByRole('main').getByRole('heading', { level: 2 });
  return (await hits.filter({ hasText: word }).count()) > 0;
}

/** Where an entry of the example city lives. */
export async function addressOf(page: Page, title: string): Promise<string> {
  await page.goto(`/suche?q=${encodeURIComponent(title)}`);
  const address = await page.getByRole('main').getByRole('link', { name: title, exact: true }).getAttribute('href');
  return address ?? '';
}
