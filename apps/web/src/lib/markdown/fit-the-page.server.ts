// SPDX-License-Identifier: EUPL-1.2
import { keptTogether } from '#lib/format/kept-together.ts';
import type { Element, ElementContent, Root, RootContent } from 'hast';

interface Options {
  prefix: string;
}

/** The page has the `h1` and the sections their `h2`, so an author's headings begin at `h3`. */
const SHIFT = 2;

/** Fits an author's text into a page of ours: headings lower, tables that scroll by themselves, pictures as links, other sites marked. */
export function fitThePage({ prefix }: Options): (tree: Root) => void {
  return (tree) => {
    const used = new Map<string, number>();
    tree.children = tree.children.map((node) => fit(node, prefix, used) as RootContent);
  };
}

function fit(node: RootContent | ElementContent, prefix: string, used: Map<string, number>): RootContent | ElementContent {
  if (node.type === 'text') return { ...node, value: keptTogether(node.value) };
  if (node.type !== 'element' || node.tagName === 'pre') return node;
  const children = node.children.map((child) => fit(child, prefix, used) as ElementContent);
  const element: Element = { ...node, children };
  if (/^h[1-6]$/.test(node.tagName)) return heading(element, prefix, used);
  if (node.tagName === 'img') return pictureAsLink(element);
  if (node.tagName === 'a') return link(element);
  if (node.tagName === 'table') return scrolling(element);
  return element;
}

function heading(element: Element, prefix: string, used: Map<string, number>): Element {
  const level = Math.min(6, Number(element.tagName.slice(1)) + SHIFT);
  const slug = `${prefix}-${slugOf(textOf(element)) || 'abschnitt'}`;
  const again = used.get(slug) ?? 0;
  used.set(slug, again + 1);
  return { ...element, tagName: `h${level}`, properties: { id: again ? `${slug}-${again + 1}` : slug } };
}

/** Another site would learn who reads here, and when; so a picture from there is a link one may follow. */
function pictureAsLink({ properties }: Element): Element {
  const source = typeof properties['src'] === 'string' ? properties['src'] : '';
  const name = typeof properties['alt'] === 'string' && properties['alt'].trim() ? properties['alt'] : source;
  return link({ type: 'element', tagName: 'a', properties: { href: source }, children: [{ type: 'text', value: name }] });
}

function link(element: Element): Element {
  const href = element.properties['href'];
  const elsewhere = typeof href === 'string' && /^(https?:)?\/\//i.test(href);
  return elsewhere ? { ...element, properties: { ...element.properties, rel: ['noopener', 'noreferrer', 'nofollow'] } } : element;
}

/** Keyboard users must be able to scroll what is wider than the column. */
function scrolling(table: Element): Element {
  return { type: 'element', tagName: 'div', properties: { className: ['table'], tabIndex: 0 }, children: [table] };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
