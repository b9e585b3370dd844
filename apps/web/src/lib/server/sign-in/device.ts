// SPDX-License-Identifier: EUPL-1.2

// The first that fits: Edge and Opera call themselves Chrome, Chrome calls itself Safari, and Android calls itself Linux.
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\bOPR\//, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, 'android'],
  [/\b(iPhone|iPod)\b/, 'iphone'],
  [/\biPad\b/, 'ipad'],
  [/\bWindows\b/, 'windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'mac'],
  [/\bCrOS\b/, 'chromeos'],
  [/\bLinux\b/, 'linux'],
];

/** `firefox windows`: enough to recognise one's own sessions by, and nothing that tells one device from the next of its kind. */
export function deviceOf(userAgent: string | null): string {
  const said = userAgent?.slice(0, 500) ?? '';
  return [first(BROWSERS, said), first(SYSTEMS, said)].filter(Boolean).join(' ');
}

function first(kinds: [RegExp, string][], said: string): string {
  return kinds.find(([sign]) => sign.test(said))?.[1] ?? '';
}
