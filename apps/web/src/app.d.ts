// SPDX-License-Identifier: EUPL-1.2
import type { Theme } from '#lib/server/preferences.ts';
import type { Session } from '#lib/server/session/index.ts';

declare global {
  namespace App {
    interface Locals {
      requestId: string;
      session: Session;
      theme: Theme;
      /** Whether single keys act; people who speak to their computer switch it off. */
      shortcuts: boolean;
    }

    interface Error {
      message: string;
      /** What the error page says; chosen on the server. */
      title?: string;
      text?: string;
      /** What went wrong, for the choice of words and of the way out. */
      code?:
        'unavailable' | 'session-ended' | 'sign-in-unavailable' | 'sign-in-expired' | 'sign-in-refused' | 'person-locked' | 'unexpected';
      /** Path of the one next step, where it is not this page again. */
      next?: string;
      /** Request id, for the log. */
      id?: string;
    }
  }
}
