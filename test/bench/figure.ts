// SPDX-License-Identifier: EUPL-1.2
/** One measured number and what it is held against. */
export interface Figure {
  name: string;
  measured: number;
  /** What the same machine does in the same run without the product, where there is such a thing. */
  floor?: number;
  goal: number;
  unit: 'x' | 'ms' | 's' | 'KB' | 'MB' | '%';
}

export type Group = (options: BenchOptions) => Promise<Figure[]>;

export interface BenchOptions {
  /** Entries in the corpus. */
  entries: number;
  log: (line: string) => void;
}

/** A goal is an upper bound: smaller is better for everything measured here. */
export function held({ measured, goal }: Figure): boolean {
  return measured <= goal;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
