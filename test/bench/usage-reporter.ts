// SPDX-License-Identifier: EUPL-1.2
// Loaded into a measured process before its own code.
process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage().rss / 1024 / 1024 });
});
