// SPDX-License-Identifier: EUPL-1.2
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
