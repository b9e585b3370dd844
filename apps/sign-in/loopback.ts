// SPDX-License-Identifier: EUPL-1.2

/** A fault in what the operator set; its message is the whole explanation. */
export class SignInRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'SignInRefused';
  }
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

export function isLoopback(hostname: string): boolean {
  return loopback.test(hostname);
}

/**
 * Here anybody becomes anybody with one click, so it runs on the developer's own machine or not at all.
 *
 * @throws SignInRefused
 */
export function refuseAnythingPublic(settings: { host: string; origin: string; nodeEnv: string | undefined }): void {
  if (settings.nodeEnv === 'production') {
    throw new SignInRefused('The development sign-in asks for no password and never runs with NODE_ENV=production. Use a Keycloak realm.');
  }
  if (!isLoopback(settings.host)) {
    throw new SignInRefused(`The development sign-in asks for no password and listens on loopback only, not on "${settings.host}".`);
  }
  if (!URL.canParse(settings.origin) || !isLoopback(new URL(settings.origin).hostname)) {
    throw new SignInRefused(`The development sign-in serves a web app on loopback only; ORIGIN is "${settings.origin}".`);
  }
}
