// SPDX-License-Identifier: EUPL-1.2
import { error } from '@sveltejs/kit';

/** An id from the address. What cannot be one is answered like one that does not exist, without asking the API. */
export function uuid(text: string | undefined): string {
  if (!text || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) error(404, { message: 'not found' });
  return text.toLowerCase();
}
