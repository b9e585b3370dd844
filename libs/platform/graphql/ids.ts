// SPDX-License-Identifier: EUPL-1.2
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a string can be an id of the hub. Anything else names nothing, and is answered as what does not exist. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
