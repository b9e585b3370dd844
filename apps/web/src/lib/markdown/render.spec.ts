// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { renderMarkdown } from './render.server.ts';

const html = (markdown: string): string => renderMarkdown(markdown, 'teil');

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](javascript:alert(1))',
  '<a href="x" style="position:fixed" onclick="alert(1)">x</a>',
  '<iframe src="https://elsewhere.example"></iframe>',
  '<form action="https://elsewhere.example"><input name="password"></form>',
])('lets nothing dangerous of %s through', (markdown) => {
  expect(html(markdown)).not.toMatch(/<script|<img|<iframe|<form|on\w+=|style=|javascript:|data:/i);
});

test('begins headings below those of the page, with ids that never clash', () => {
  expect(html('# Maße & Größe\n\n## Maße & Größe')).toBe(
    '<h3 id="teil-masse-groesse">Maße &#x26; Größe</h3>\n<h4 id="teil-masse-groesse-2">Maße &#x26; Größe</h4>',
  );
});

test('makes a picture from elsewhere a link, so that nobody learns who reads', () => {
  expect(html('![Plan](https://elsewhere.example/plan.png)')).toBe(
    '<p><a href="https://elsewhere.example/plan.png" rel="noopener noreferrer nofollow">Plan</a></p>',
  );
});

test('marks links to other sites only', () => {
  expect(html('[hier](/wissen)')).toBe('<p><a href="/wissen">hier</a></p>');
});

test('lets a wide table scroll by itself, by keyboard too', () => {
  expect(html('| a | b |\n| --- | ---: |\n| 1 | 2 |')).toMatch(/^<div class="table" tabindex="0"><table>[\s\S]*<td align="right">2<\/td>/);
});

test('survives deep nesting', () => {
  expect(html(`${'> '.repeat(500)}tief`)).toContain('tief');
});
