// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { heap } from '../../apps/local/start/heap.js';

export interface Usage {
  /** User and system time since the process started. */
  cpuMs: number;
  memoryMb: number;
}

/** A server in a process of its own, whose CPU time and memory can be asked for. */
export class MeasuredProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** @param ready polled until it answers 200 */
  static async start(file: string, environment: NodeJS.ProcessEnv, url: string, ready: string): Promise<MeasuredProcess> {
    const child = fork(file, [], {
      env: { ...process.env, ...environment },
      // With the heap the product gives it.
      execArgv: [...heap.api, '--import', new URL('./usage-reporter.js', import.meta.url).href],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await answers(`${url}${ready}`, child);
    return new MeasuredProcess(child, url);
  }

  async usage(): Promise<Usage> {
    const answer = once(this.child, 'message');
    this.child.send('usage');
    const [usage] = (await answer) as [Usage];
    return usage;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exit;
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The process for ${url} ended with ${child.exitCode}.`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answered at ${url}.`);
}
