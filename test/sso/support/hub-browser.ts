// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '../../support/plain-browser.js';
import type { Colleague } from './people.js';
import { RealmBrowser } from './realm-browser.js';
import type { RunningSso } from './sso.js';

/** Somebody at the hub's own pages, without scripts. */
export class HubBrowser {
  readonly realm = new RealmBrowser();

  constructor(
    private readonly sso: RunningSso,
    private readonly who: Colleague,
  ) {}

  /** As the link in the intranet does. @returns where it ends */
  signIn(to = '/'): Promise<Page> {
    return this.realm.travel(this.at(`/auth/sign-in?company=${this.who.company}&to=${encodeURIComponent(to)}`), this.who);
  }

  open(path: string): Promise<Page> {
    return this.realm.browser.open(this.at(path));
  }

  /** Whether the hub knows who is there; others are led away from that page. */
  async isSignedIn(): Promise<boolean> {
    const { url } = await this.open('/beitragen');
    return url.pathname === '/beitragen';
  }

  /** By the button in the menu of the person, and on through every page until nothing leads on. */
  async signOut(): Promise<Page> {
    const page = await this.realm.browser.post(this.at('/auth/sign-out'), {}, { origin: this.sso.hub });
    const next = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page.text)?.[1];
    return next ? this.realm.travel(new URL(next.replaceAll('&#38;', '&')), this.who) : page;
  }

  private at(path: string): URL {
    return new URL(path, this.sso.hub);
  }
}
