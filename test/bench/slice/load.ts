// SPDX-License-Identifier: EUPL-1.2
import autocannon from 'autocannon';
import type { MeasuredProcess } from '../measured-process.js';

export interface Load {
  requests: autocannon.Request[];
  amount: number;
  connections: number;
}

/** Milliseconds of CPU time of the server for each request. @throws Error when a request fails: a fast error is no result */
export async function cpuPerRequest(server: MeasuredProcess, { requests, amount, connections }: Load): Promise<number> {
  const before = await server.usage();
  await run(server, { requests, amount, connections });
  const after = await server.usage();
  return (after.cpuMs - before.cpuMs) / amount;
}

/** 95th percentile of the answer time, in milliseconds. */
export async function answerTime(server: MeasuredProcess, load: Load): Promise<number> {
  return (await run(server, load)).latency.p97_5;
}

async function run(server: MeasuredProcess, { requests, amount, connections }: Load): Promise<autocannon.Result> {
  const result = await autocannon({ url: server.url, requests, amount, connections });
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${result.errors} requests failed and ${result.non2xx} were refused at ${server.url}.`);
  return result;
}
