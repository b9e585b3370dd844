// SPDX-License-Identifier: EUPL-1.2
// For a container's health check: `node is-ready.ts ADDRESS` ends with 0 when the address answers that it is ready.
const [address = ''] = process.argv.slice(2);
const response = await fetch(address, { signal: AbortSignal.timeout(4_000) }).catch(() => null);
process.exit(response?.ok ? 0 : 1);
