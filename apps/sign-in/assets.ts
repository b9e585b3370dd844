// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { stylesheet } from './stylesheet.js';

export interface Asset {
  type: string;
  body: string | Buffer;
}

/** The arches of a bridge, as on the hub's own pages. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#2044aa"/><path fill="#fff" d="M5 9h22v14h-2v-2.5a2.5 2.5 0 0 0-5 0V23h-1.5v-2.5a2.5 2.5 0 0 0-5 0V23H12v-2.5a2.5 2.5 0 0 0-5 0V23H5Z"/></svg>`;

const weights: Record<string, string> = { regular: 'Regular', medium: 'Medium', semibold: 'SemiBold' };
const fonts = createRequire(import.meta.url).resolve('@kern-ux/native/dist/fonts/fira-sans.css');

/** Undefined for any other name. */
export async function findAsset(path: string): Promise<Asset | undefined> {
  if (path === '/assets/sign-in.css') return { type: 'text/css; charset=utf-8', body: stylesheet };
  if (path === '/assets/mark.svg') return { type: 'image/svg+xml', body: mark };
  const weight = weights[/^\/assets\/fira-sans-(\w+)\.woff2$/.exec(path)?.[1] ?? ''];
  if (!weight) return undefined;
  return { type: 'font/woff2', body: await readFile(new URL(`fira-sans/FiraSans-${weight}.woff2`, `file://${fonts}`)) };
}
