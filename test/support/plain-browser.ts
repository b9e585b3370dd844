// SPDX-License-Identifier: EUPL-1.2
import { request, type IncomingHttpHeaders } from 'node:http';

export interface Page {
  url: URL;
  status: number;
  text: string;
  headers: IncomingHttpHeaders;
  /** Where a redirect leads. */
  to: URL | null;
}

type Headers = Record<string, string>;

interface Cookie {
  value: string;
  path: string;
}

/** As much of a browser as signing in needs: cookies by path (as in browsers, not by port), redirects, forms; no JavaScript. */
export class PlainBrowser {
  private readonly cookies = new Map<string, Cookie>();

  /** One request, no redirect followed. */
  get(url: URL, headers: Headers = {}): Promise<Page> {
    return this.send(url, 'GET', headers);
  }

  /** One form sent, no redirect followed. */
  post(url: URL, fields: Record<string, string>, headers: Headers = {}): Promise<Page> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send(url, 'POST', { ...type, ...headers }, String(new URLSearchParams(fields)));
  }

  /** Follows every redirect. */
  async travel(url: URL): Promise<Page> {
    const page = await this.get(url);
    return page.to ? this.travel(page.to) : page;
  }

  /** Follows redirects while they stay on the same server. */
  async open(url: URL): Promise<Page> {
    const page = await this.get(url);
    return page.to?.origin === url.origin ? this.open(page.to) : page;
  }

  /** Where the first redirect leads that leaves the server. */
  async follow(url: URL): Promise<URL> {
    return this.leave(await this.get(url));
  }

  async submit(url: URL, fields: Record<string, string>): Promise<URL> {
    return this.leave(await this.post(url, fields));
  }

  cookie(name: string): string | undefined {
    return [...this.cookies].find(([key]) => key.startsWith(`${name} `))?.[1].value;
  }

  put(name: string, value: string): void {
    this.cookies.set(`${name} /`, { value, path: '/' });
  }

  forget(name: string): void {
    this.cookies.delete(`${name} /`);
  }

  private leave({ url, status, to }: Page): Promise<URL> | URL {
    if (!to) throw new Error(`${url.pathname} answered ${status} and leads nowhere`);
    return to.origin === url.origin ? this.follow(to) : to;
  }

  private send(url: URL, method: string, headers: Headers, body?: string): Promise<Page> {
    return new Promise((resolve, reject) => {
      const cookie = this.cookiesFor(url);
      const sent = request(url, { method, headers: { ...(cookie ? { cookie } : {}), ...headers } }, (response) => {
        this.remember(response.headers['set-cookie'] ?? []);
        const { location } = response.headers;
        const to = location === undefined ? null : new URL(location, url);
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ url, status: response.statusCode ?? 0, text, headers: response.headers, to }));
      });
      sent.on('error', reject).end(body);
    });
  }

  private cookiesFor({ pathname }: URL): string {
    const matching = [...this.cookies].filter(([, { path }]) => pathname.startsWith(path));
    return matching.map(([key, { value }]) => `${key.split(' ')[0]}=${value}`).join('; ');
  }

  private remember(lines: string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/; ?/);
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      const path = attributes.find((part) => part.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
      if (value === '') this.cookies.delete(`${name} ${path}`);
      else this.cookies.set(`${name} ${path}`, { value, path });
    }
  }
}
