// SPDX-License-Identifier: EUPL-1.2
const longAfterMilliseconds = 2_000;

/** Runs one step of the start and prints one line for it with the time it took; a step that takes long says that it is under way. */
export async function step<Result>(label: string, work: () => Promise<Result>, note?: (result: Result) => string): Promise<Result> {
  const began = performance.now();
  const announcement = setTimeout(() => print(`  … ${label}`), longAfterMilliseconds);
  try {
    const result = await work();
    print(line('✓', label, began, note?.(result)));
    return result;
  } catch (error) {
    print(line('✗', label, began));
    throw error;
  } finally {
    clearTimeout(announcement);
  }
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function line(mark: string, label: string, began: number, note = ''): string {
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  return `  ${mark} ${label.padEnd(28)} ${seconds.padStart(5)} s${note ? `   ${note}` : ''}`;
}
