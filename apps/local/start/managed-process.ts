// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { print } from './steps.js';

export interface ProcessDescription {
  /** In sentences: "The API". */
  title: string;
  /** Options of Node, script and its arguments. */
  args: string[];
  cwd: string;
  environment: NodeJS.ProcessEnv;
  /** Answers with less than 500 when the process can be used. */
  readyUrl: string;
  logFile: string;
  /** Loaded into the process first. */
  preload: string;
  /** Milliseconds, for a process that takes longer than a minute to answer: how long to wait, and how often to ask, which costs it time. */
  slowStart?: { patience: number; pause: number };
}

const startPatience = 60_000;
const stopPatience = 8_000;
const restartsAMinute = 5;

/** One child process: started until it answers, started again when it dies, stopped when told. */
export class ManagedProcess {
  #child: ChildProcess | undefined;
  /** From the first answer until `stop`: a death in between is an accident. */
  #wanted = false;
  #deaths: number[] = [];

  constructor(
    private readonly description: ProcessDescription,
    private readonly onSpawn: () => void,
  ) {}

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** @throws Error with the end of the log when it ends or stays silent */
  async start(): Promise<void> {
    this.#spawn();
    const { patience, pause } = this.description.slowStart ?? { patience: startPatience, pause: 40 };
    const deadline = Date.now() + patience;
    while (!(await this.#answers())) {
      if (!this.#child) throw this.#fault('did not start');
      if (Date.now() > deadline) throw this.#fault('does not answer');
      await wait(pause);
    }
    this.#wanted = true;
  }

  /** Asks politely first. Resolves when the process is gone. */
  async stop(): Promise<void> {
    this.#wanted = false;
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), stopPatience);
    await ended;
    clearTimeout(impatience);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  #spawn(): void {
    const { args, cwd, environment, logFile, preload } = this.description;
    const log = openSync(logFile, 'a', 0o600);
    // A group of its own: Ctrl-C in the terminal reaches the starter alone, which then stops everything in order.
    const child = spawn(process.execPath, ['--import', preload, ...args], {
      cwd,
      env: environment,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.#child = child;
    child.once('exit', (code, signal) => {
      if (this.#child === child) this.#child = undefined;
      if (this.#wanted) void this.#recover(signal ?? `code ${code}`);
    });
    this.onSpawn();
  }

  async #recover(reason: string): Promise<void> {
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((moment) => moment > now - 60_000), now];
    if (this.#deaths.length > restartsAMinute) {
      this.#wanted = false;
      print(`  ! ${this.description.title} does not stay up. Its log: ${this.description.logFile}`);
      return;
    }
    print(`  ! ${this.description.title} ended (${reason}) and is started again.`);
    await wait(Math.min(500 * 2 ** (this.#deaths.length - 1), 8_000));
    if (this.#wanted) this.#spawn();
  }

  async #answers(): Promise<boolean> {
    try {
      const response = await fetch(this.description.readyUrl, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
      await response.arrayBuffer();
      return response.status < 500;
    } catch {
      return false;
    }
  }

  #fault(what: string): Error {
    const lines = readFileSync(this.description.logFile, 'utf8').trim().split('\n').slice(-12).join('\n');
    return new Error(`${this.description.title} ${what}. The end of ${this.description.logFile}:\n${lines}`);
  }
}
