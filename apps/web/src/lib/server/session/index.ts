// SPDX-License-Identifier: EUPL-1.2

/**
 * The front door of the session. What the rest of the web app does with it:
 *
 * - `hooks.server.ts`: put `session` into `sequence(...)`, behind `requestId`; it sets `event.locals.session` and refuses unsafe
 *   requests from other origins. That check replaces SvelteKit's own, which would refuse the provider's back-channel logout (a form
 *   POST without an `Origin`), so `vite.config.ts` says `csrf: { trustedOrigins: ['*'] }`. `export const init = startSession` checks
 *   the configuration at the start.
 * - `app.d.ts`: `interface Locals { session: Session }`, and `'sign-in-unavailable' | 'sign-in-expired' | 'person-locked'` among the
 *   codes of `App.Error`.
 * - pages: `redirect(303, signInPath(event.url))` where somebody must be signed in; a form `method="post" action="/auth/sign-out"`;
 *   a link to `signInPath(url, { person: 'lea.hartwig' })`, or `{ choose: true }`, where SWITCH_PERSON is on.
 */
export type { Session } from './session.ts';
export { session, startSession } from './handle.ts';
export { signInPath } from './paths.ts';
