// SPDX-License-Identifier: EUPL-1.2
import { m } from '#lib/paraglide/messages.js';

/** Names, the same in every language. */
const NAMES: Record<string, string> = {
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  android: 'Android',
  iphone: 'iPhone',
  ipad: 'iPad',
  windows: 'Windows',
  mac: 'Mac',
  chromeos: 'ChromeOS',
  linux: 'Linux',
};

/** `firefox windows` as people say it. */
export function deviceWords(device: string): string {
  const [first = '', second = ''] = device.split(' ').map((word) => NAMES[word] ?? '');
  if (first && second) return m.device_on({ browser: first, system: second });
  return first || second || m.device_unknown();
}
