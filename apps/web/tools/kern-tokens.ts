// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const ID = 'virtual:kern-tokens.css';
const TOKENS = new URL('../src/styles/tokens.css', import.meta.url);

type Declarations = ReadonlyMap<string, string>;

/**
 * Hands out the KERN tokens that `styles/tokens.css` asks for as one small stylesheet in `layer(kern)`. KERN's own file is 340 KB,
 * nearly all of it components we do not use; a page may weigh 150 KB altogether.
 */
export function kernTokens(): Plugin {
  return {
    name: 'kern-tokens',
    enforce: 'pre',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      this.addWatchFile(TOKENS.pathname);
      return tokenSheet(readFileSync(createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css'), 'utf8'), askedFor());
    },
  };
}

function askedFor(): string[] {
  return [...new Set(readFileSync(TOKENS, 'utf8').match(/--kern-[a-z0-9-]+/g) ?? [])].sort();
}

function tokenSheet(kern: string, names: readonly string[]): string {
  const base = declarations(kern, ':root');
  const light = declarations(kern, '[data-kern-theme=light],\n.kern-light');
  const dark = declarations(kern, '[data-kern-theme=dark],\n.kern-dark');
  const lines = names.map((name) => `  ${name}: ${both(resolve(name, light, base), resolve(name, dark, base))};`);
  return `@layer kern {\n:root {\n${lines.join('\n')}\n}\n}\n`;
}

/** All custom properties of the top-level blocks with exactly this selector. */
function declarations(css: string, selector: string): Declarations {
  const found = new Map<string, string>();
  for (let at = css.indexOf(`\n${selector} {`); at >= 0; at = css.indexOf(`\n${selector} {`, at + 1)) {
    const block = css.slice(at, css.indexOf('\n}', at));
    for (const [, name, value] of block.matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)) if (name && value) found.set(name, value.trim());
  }
  return found;
}

function resolve(name: string, theme: Declarations, base: Declarations): string {
  const value = theme.get(name) ?? base.get(name);
  if (value === undefined) throw new Error(`KERN has no token ${name}; see its dist/kern.css`);
  return value.replaceAll(/var\((--[a-z0-9-]+)(?:,[^)]*)?\)/g, (_, inner: string) => resolve(inner, theme, base));
}

function both(light: string, dark: string): string {
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}
