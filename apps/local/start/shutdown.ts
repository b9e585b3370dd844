// SPDX-License-Identifier: EUPL-1.2
import { print } from './steps.js';

interface Stop {
  name: string;
  stop: () => unknown;
}

/** What was started is stopped in the opposite order, once, on Ctrl-C, on SIGTERM and when the terminal is closed. */
export class Shutdown {
  readonly #stops: Stop[] = [];
  #running: Promise<void> | undefined;

  constructor(private readonly afterwards: () => void) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void this.#end());
  }

  add(name: string, stop: () => unknown): void {
    this.#stops.unshift({ name, stop });
  }

  run(): Promise<void> {
    this.#running ??= this.#run();
    return this.#running;
  }

  async #end(): Promise<void> {
    // npm passes the signal on that the terminal has sent already: the second one changes nothing.
    if (this.#running) return;
    print('\n  Stopping …');
    await this.run();
    print('  Stopped.\n');
    process.exit(0);
  }

  async #run(): Promise<void> {
    for (const { name, stop } of this.#stops) {
      await Promise.resolve(stop()).catch((error: unknown) =>
        print(`  ! ${name}: ${error instanceof Error ? error.message : String(error)}`),
      );
    }
    this.afterwards();
  }
}
