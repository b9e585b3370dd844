// SPDX-License-Identifier: EUPL-1.2
/**
 * Node's options for a lean process. By itself V8 lets the garbage of a request lie until there are dozens of megabytes of it; a small young
 * generation collects it early, for a little more time, which the API shows most. The limit of the old one is several times what a process holds
 * under load.
 */
const lean = (youngMb: number): readonly string[] => [`--max-semi-space-size=${youngMb}`, '--max-old-space-size=256'];

export const heap = { api: lean(2), web: lean(1), worker: lean(1), signIn: lean(1) };
