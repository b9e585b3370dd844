// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The product as `npm start` starts it, in a data folder of its own. */
export class StartedHub {
  private constructor(
    private readonly child: ChildProcess,
    private readonly data: string,
    readonly url: string,
    /** From the command until the first page has arrived. */
    readonly seconds: number,
  ) {}

  static async start(data: string, port: number): Promise<StartedHub> {
    const began = performance.now();
    const child = spawn(process.execPath, ['apps/local/main.ts', 'start', '--data', data, '--port', String(port)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const url = `http://127.0.0.1:${port}`;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}.`);
      const page = await fetch(url).catch(() => null);
      if (page?.ok && (await page.text()).includes('</html>')) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return new StartedHub(child, data, url, (performance.now() - began) / 1000);
  }

  /** Resident memory of sign-in, API, worker and web, by what each was started from; Linux only. */
  memoryMb(): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.processes()).map(([app, pid]) => {
        const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
        return [app, (pages * 4096) / 1024 / 1024];
      }),
    );
  }

  /** Ends one process for good, for as long as `meanwhile` takes: whoever would start it again is held still. Linux only. */
  async without(app: string, meanwhile: () => Promise<void>): Promise<void> {
    const pid = this.processes()[app];
    if (pid === undefined) throw new Error(`No ${app} is running.`);
    this.child.kill('SIGSTOP');
    process.kill(pid, 'SIGKILL');
    try {
      await meanwhile();
    } finally {
      this.child.kill('SIGCONT');
    }
  }

  /** Process ids by what each was started from; Linux only. */
  private processes(): Record<string, number> {
    const pids = JSON.parse(readFileSync(join(this.data, 'processes.json'), 'utf8')) as number[];
    return Object.fromEntries(
      pids.map((pid) => {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const [, app] = /apps\/([\w-]+)\/(?:main\.js|server\.ts)/.exec(command) ?? [];
        return [app ?? String(pid), pid];
      }),
    );
  }

  async stop(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exit;
  }
}
