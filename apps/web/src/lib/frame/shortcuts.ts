// SPDX-License-Identifier: EUPL-1.2
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { destinations } from '#lib/frame/navigation.ts';

const CHORD_MS = 1500;

/** `/` and Ctrl-K search, `g` and a letter go, `c` contributes, `?` explains. Returns what takes it away again. */
export function listenForShortcuts(): () => void {
  let chordUntil = 0;

  function onkeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return act(event, focusSearch);
    if (event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    if (event.key === 'g') return void (chordUntil = Date.now() + CHORD_MS);
    if (Date.now() < chordUntil) return void ((chordUntil = 0), follow(event));
    const action = { '/': focusSearch, c: () => void goto(resolve('/beitragen')), '?': () => void goto(resolve('/hilfe#tastatur')) }[
      event.key
    ];
    if (action) act(event, action);
  }

  window.addEventListener('keydown', onkeydown);
  return () => window.removeEventListener('keydown', onkeydown);
}

function act(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  action();
}

function follow(event: KeyboardEvent): void {
  const there = destinations().find(({ key }) => key === event.key);
  // eslint-disable-next-line svelte/no-navigation-without-resolve -- the navigation's own addresses
  if (there) act(event, () => void goto(there.href));
}

function focusSearch(): void {
  const box = document.querySelector<HTMLInputElement>('[data-search-box]');
  box?.focus();
  box?.select();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}
