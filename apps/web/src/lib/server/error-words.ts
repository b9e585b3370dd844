// SPDX-License-Identifier: EUPL-1.2
import { m } from '#lib/paraglide/messages.js';

interface Words {
  title: string;
  text: string;
}

const words: Record<string, (signedIn: boolean) => Words> = {
  'not-found': (signedIn) => ({
    title: m.error_not_found_title(),
    text: signedIn ? m.error_not_found_text() : m.error_not_found_stranger_text(),
  }),
  forbidden: () => ({ title: m.error_forbidden_title(), text: m.error_forbidden_text() }),
  unavailable: () => ({ title: m.error_unavailable_title(), text: m.error_unavailable_text() }),
  'session-ended': () => ({ title: m.error_session_ended_title(), text: m.error_session_ended_text() }),
  'sign-in-unavailable': () => ({ title: m.error_sign_in_unavailable_title(), text: m.error_sign_in_unavailable_text() }),
  'sign-in-expired': () => ({ title: m.error_sign_in_expired_title(), text: m.error_sign_in_expired_text() }),
  'sign-in-refused': () => ({ title: m.error_sign_in_refused_title(), text: m.error_sign_in_refused_text() }),
  'person-locked': () => ({ title: m.error_person_locked_title(), text: m.error_person_locked_text() }),
};

/** What the error page says. The words are chosen here, so that no page carries those of every error with it. */
export function errorWords(status: number, code: App.Error['code'], signedIn: boolean): Words {
  const key = code ?? { 403: 'forbidden', 404: 'not-found' }[status] ?? '';
  return words[key]?.(signedIn) ?? { title: m.error_unexpected_title(), text: m.error_unexpected_text() };
}
