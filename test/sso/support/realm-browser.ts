// SPDX-License-Identifier: EUPL-1.2
import { type Page, PlainBrowser } from '../../support/plain-browser.js';
import type { Colleague } from './people.js';

/** A browser without scripts that knows what to do with the pages on the way from the hub to a company and back. */
export class RealmBrowser {
  readonly browser = new PlainBrowser();

  /**
   * Follows redirects and the forms of SAML, and signs in where a company asks for name and password.
   * @returns the first page that asks for something else, or the first redirect to an address that begins with `stopAt`
   */
  async travel(from: URL, who: Pick<Colleague, 'username' | 'password'>, stopAt?: string): Promise<Page> {
    let page = await this.browser.get(from);
    let tried = false;
    for (let steps = 0; steps < 30; steps += 1) {
      if (stopAt && page.to?.href.startsWith(stopAt)) return page;
      const next = await this.next(page, tried ? null : who);
      if (!next) return page;
      tried ||= asksForPassword(page);
      page = next;
    }
    throw new Error(`the way does not end: ${page.url.href}`);
  }

  private async next(page: Page, who: Pick<Colleague, 'username' | 'password'> | null): Promise<Page | null> {
    if (page.to) return this.browser.get(page.to);
    const form = formOf(page);
    if (!form) return null;
    if ('SAMLRequest' in form.fields || 'SAMLResponse' in form.fields) return this.browser.post(form.action, form.fields);
    if (who && asksForPassword(page)) {
      return this.browser.post(form.action, { ...form.fields, username: who.username, password: who.password });
    }
    return null;
  }
}

const asksForPassword = ({ text }: Page): boolean => /<input[^>]* name="password"/.test(text);

/** The first form of a page with its hidden fields. */
export function formOf({ text, url }: Page): { action: URL; fields: Record<string, string> } | null {
  const form = /<form[^>]*action="([^"]+)"[^>]*>([^]*?)<\/form>/i.exec(text);
  if (!form?.[1]) return null;
  const inputs = (form[2] ?? '').matchAll(/<input[^>]*>/gi);
  const fields = [...inputs].flatMap(([input]): [string, string][] => {
    const name = /name="([^"]+)"/i.exec(input)?.[1];
    return name && /type="hidden"/i.test(input) ? [[name, decode(/value="([^"]*)"/i.exec(input)?.[1] ?? '')]] : [];
  });
  return { action: new URL(decode(form[1]), url), fields: Object.fromEntries(fields) };
}

function decode(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x2b;', '+').replaceAll('&#x3d;', '=').replaceAll('&amp;', '&');
}
