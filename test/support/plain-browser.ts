// SPDX-License-Identifier: EUPL-1.2
import { request, type IncomingHttpHeaders } from 'node:http';

export interface Page {
  url: URL;
  status: number;
  text: string;
  headers: IncomingHttpHeaders;
}

interface Cookie {
  value: string;
  path: string;
}

/** As much of a browser as signing in needs: cookies by path, redirects on one server, forms; no JavaScript. */
export class PlainBrowser {
  private readonly cookies = new Map<string, Cookie>();

  /** Follows redirects while they stay on the same server. */
  async open(url: URL, headers: Record<string, string> = {}): Promise<Page> {
    return this.stay(url, await this.send(url, 'GET', headers));
  }

  /** Where the last redirect leads that leaves the server. */
  async follow(url: URL): Promise<URL> {
    return this.leave(url, await this.send(url, 'GET', {}));
  }

  async submit(url: URL, fields: Record<string, string>): Promise<URL> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.leave(url, await this.send(url, 'POST', type, String(new URLSearchParams(fields))));
  }

  private async stay(from: URL, page: Page): Promise<Page> {
    const to = redirectOf(page);
    return to?.origin === from.origin ? this.open(to) : page;
  }

  private async leave(from: URL, page: Page): Promise<URL> {
    const to = redirectOf(page);
    if (!to) throw new Error(`${page.url.pathname} answered ${page.status} and leads nowhere`);
    return to.origin === from.origin ? this.follow(to) : to;
  }

  private send(url: URL, method: string, headers: Record<string, string>, body?: string): Promise<Page> {
    return new Promise((resolve, reject) => {
      const cookie = this.cookiesFor(url);
      const sent = request(url, { method, headers: { ...(cookie ? { cookie } : {}), ...headers } }, (response) => {
        this.remember(response.headers['set-cookie'] ?? []);
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ url, status: response.statusCode ?? 0, text, headers: response.headers }));
      });
      sent.on('error', reject).end(body);
    });
  }

  private cookiesFor({ pathname }: URL): string {
    const matching = [...this.cookies].filter(([, { path }]) => pathname.startsWith(path));
    return matching.map(([key, { value }]) => `${key.split(' ')[0]}=${value}`).join('; ');
  }

  private remember(setCookies: string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      const path = attributes.find((part) => part.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
      if (value === '') this.cookies.delete(`${name} ${path}`);
      else this.cookies.set(`${name} ${path}`, { value, path });
    }
  }
}

function redirectOf({ url, headers: { location } }: Page): URL | undefined {
  return location === undefined ? undefined : new URL(location, url);
}
