// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The real worker in a process of its own. */
export class WorkerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly ended: Promise<unknown>,
  ) {}

  /** Takes jobs when it answers. @throws Error with what the worker said when it ends before that */
  static async start(databaseUrl: string): Promise<WorkerProcess> {
    const child = spawn(process.execPath, ['--conditions=source', 'test/support/run-worker.ts'], {
      env: { ...process.env, NODE_ENV: 'test', DATABASE_WORKER_URL: databaseUrl, WORKER_PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    child.stderr.on('data', (text) => said.push(String(text)));
    const ended = once(child, 'exit');
    for await (const line of createInterface(child.stdout)) {
      said.push(line);
      if (!line.includes('"msg":"working"')) continue;
      child.stdout.resume();
      return new WorkerProcess(child, ended);
    }
    throw new Error(`The worker did not start:\n${said.join('\n')}`);
  }

  /** Without a warning, as when the machine loses its power. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** In order: it finishes what it has begun. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}
