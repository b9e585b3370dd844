// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';

const text = v.optional(v.string());
const keySet = v.object({
  keys: v.array(v.object({ kty: v.string(), kid: text, use: text, alg: text, n: text, e: text })),
});

export type PublishedKey = v.InferOutput<typeof keySet>['keys'][number];

interface Bounds {
  url: string;
  timeoutMs: number;
  maxBytes: number;
  fetch: typeof fetch;
}

/** @throws whatever stands in the way: no connection, time-out, redirect, status, size, shape */
export async function fetchKeySet({ url, timeoutMs, maxBytes, fetch }: Bounds): Promise<PublishedKey[]> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`the realm answered ${response.status}`);
  return v.parse(keySet, JSON.parse(await readBounded(response, maxBytes))).keys;
}

async function readBounded(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Error(`the realm's key set is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
