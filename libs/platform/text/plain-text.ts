// SPDX-License-Identifier: EUPL-1.2
// eslint-disable-next-line no-control-regex -- these are exactly what is taken out
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g;
// Marks that reverse the reading direction can make a text say something else than it shows (Trojan Source, CVE-2021-42574).
const directionOverrides = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text as the hub keeps it: composed (NFC), line ends as `\n`, well-formed, without control characters. Idempotent. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(controlCharacters, '').replace(directionOverrides, '').normalize('NFC');
}

/** The same for a single line: white space folds to one blank. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
