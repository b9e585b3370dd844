// SPDX-License-Identifier: EUPL-1.2
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `node tools/test-results.ts FOLDER` prints `passed failed skipped`, summed over the JSON reports that Vitest and Playwright left there. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

type Counts = [passed: number, failed: number, skipped: number];

const folder = process.argv[2] ?? 'reports';
const reports = globSync('*.json', { cwd: folder }).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown);
const sum = reports.map(counts).reduce<Counts>(([p, f, s], [p2, f2, s2]) => [p + p2, f + f2, s + s2], [0, 0, 0]);
console.log(sum.join(' '));

function counts(report: unknown): Counts {
  if (isVitest(report)) return vitest(report);
  if (isPlaywright(report)) return playwright(report);
  throw new Error(`${folder} holds a report that is neither Vitest's nor Playwright's`);
}

function isVitest(report: unknown): report is VitestReport {
  return typeof report === 'object' && report !== null && 'numPassedTests' in report;
}

function isPlaywright(report: unknown): report is PlaywrightReport {
  return typeof report === 'object' && report !== null && 'stats' in report;
}

/** A file that could not be loaded holds no test that failed, so it counts as one itself. */
function vitest(report: VitestReport): Counts {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return [report.numPassedTests, report.numFailedTests + broken, report.numPendingTests + report.numTodoTests];
}

/** A test that passed only at the second try did not pass. */
function playwright({ stats, errors }: PlaywrightReport): Counts {
  const broken = stats.unexpected + stats.flaky === 0 ? errors.length : 0;
  return [stats.expected, stats.unexpected + stats.flaky + broken, stats.skipped];
}
