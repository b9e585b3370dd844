// SPDX-License-Identifier: EUPL-1.2
// Loaded into every process of `npm start` with `--import`: when the starter is gone, whatever killed it, the process ends as if asked to.
const patience = 8_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), patience).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
