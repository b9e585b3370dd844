// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyValues } from './values.ts';

type Text = Parameters<(typeof import('./kept-text.ts'))['keepText']>[1];

const text: Text = { entryId: 'entry', kind: 'PRACTICE', base: 0, values: { ...emptyValues('de'), title: 'Licht' }, people: [] };
const DAY_MS = 24 * 60 * 60 * 1000;

/** As much of a browser's storage as is used; keys are properties, as there. */
function storage(): Storage {
  const methods = {
    getItem: (key: string) => (data[key] as string | undefined) ?? null,
    setItem: (key: string, value: string) => void (data[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(data, key),
  };
  const data = Object.create(methods) as Record<string, unknown>;
  return data as unknown as Storage;
}

/** A page that was just loaded. */
async function page() {
  vi.resetModules();
  return import('./kept-text.ts');
}

describe('a text on the device', () => {
  beforeEach(() => vi.stubGlobal('localStorage', storage()));

  it('is there for the person who wrote it and for nobody else', async () => {
    const { keepText, keptText } = await page();
    expect(keepText('lea', text)).toBe(true);
    expect(keptText('lea', 'entry')).toMatchObject(text);
    expect(keptText('mirjam', 'entry')).toBeNull();
  });

  it('is offered again for entries that were never saved, newest first', async () => {
    const { keepText, keptNewTexts } = await page();
    keepText('lea', text);
    keepText('lea', { ...text, entryId: 'saved', base: 3 });
    keepText('leander', { ...text, entryId: 'other' });
    expect(keptNewTexts('lea', 'PRACTICE').map(({ entryId }) => entryId)).toEqual(['entry']);
  });

  it('is gone after signing out, and nothing is kept until another page is loaded', async () => {
    const { keepText, keptText, forgetAllTexts } = await page();
    keepText('lea', text);
    forgetAllTexts();
    expect(keepText('lea', text)).toBe(false);
    expect(keptText('lea', 'entry')).toBeNull();
    expect((await page()).keepText('lea', text)).toBe(true);
  });

  it('is gone after a week', async () => {
    const { keepText, keptText, forgetOldTexts } = await page();
    keepText('lea', text);
    forgetOldTexts(Date.now() + 6 * DAY_MS);
    expect(keptText('lea', 'entry')).not.toBeNull();
    forgetOldTexts(Date.now() + 8 * DAY_MS);
    expect(keptText('lea', 'entry')).toBeNull();
  });

  it('is refused without a fault where a browser keeps nothing', async () => {
    vi.stubGlobal('localStorage', undefined);
    const { keepText, keptText, keptNewTexts, forgetAllTexts } = await page();
    expect(keepText('lea', text)).toBe(false);
    expect(keptText('lea', 'entry')).toBeNull();
    expect(keptNewTexts('lea', 'PRACTICE')).toEqual([]);
    forgetAllTexts();
  });
});
