// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage } from 'node:http';

// An entry has at most about 200,000 characters of text; more than this is no document of ours.
const limit = 1024 * 1024;

const json = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** A request that is answered with a status alone; nothing of it is quoted. */
export class BodyRefused extends Error {
  constructor(
    readonly status: 400 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The JSON a request carries. Forms of a browser cannot send this type without asking leave, and nothing compressed is unpacked.
 * @throws BodyRefused
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!json.test(request.headers['content-type'] ?? '')) throw new BodyRefused(415, 'Send application/json.');
  if (request.headers['content-encoding']) throw new BodyRefused(415, 'Send it as it is, not compressed.');
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new BodyRefused(400, 'The body is no JSON.');
  }
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(new BodyRefused(413, 'The body is larger than 1 MB.'));
    });
    request.on('end', () => resolve((chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString('utf8')));
    request.on('error', reject);
  });
}
