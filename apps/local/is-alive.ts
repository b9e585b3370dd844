// SPDX-License-Identifier: EUPL-1.2
/** Whether a process with this id exists, of whatever owner. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
