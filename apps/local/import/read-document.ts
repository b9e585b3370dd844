// SPDX-License-Identifier: EUPL-1.2
export interface ImportedDocument {
  title: string;
  keyStatement: string;
  body: string;
}

// As in the form: `limits` of libs/entries/entry.input.ts counts the same characters.
const keyStatementLimit = 280;
const shortestProse = 60;

/**
 * Takes a Markdown or plain text apart: title, proposed key statement, the rest as body.
 * The title is the first heading; in a council paper without headings the line after "Betreff"; else the first line.
 */
export function readDocument(text: string): ImportedDocument {
  const paragraphs = clean(text).split(/\n{2,}/);
  const { title, rest } = takeTitle(paragraphs);
  const first = rest.findIndex(isProse);
  const proposal = flat(rest[first] ?? '');
  const keyStatement = shorten(proposal);
  // A paragraph that is repeated word for word above the text is not repeated in it.
  const body = rest.filter((_, index) => index !== first || keyStatement !== proposal);
  return { title, keyStatement, body: body.join('\n\n').trim() };
}

/** One line ending, no front matter, no instructions to a page builder, pictures as links. */
function clean(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^```\{\w+\}.*?^```$/gms, '')
    .replace(/!\[([^\]]*)\]\(/g, (_, description: string) => `[${description || 'Bild'}](`)
    .replace(/[ \t]+$/gm, '')
    .trim();
}

function takeTitle(paragraphs: string[]): { title: string; rest: string[] } {
  const heading = paragraphs.findIndex((paragraph) => /^#{1,6}\s/.test(paragraph));
  if (heading >= 0) return splitFirstLine(paragraphs, heading);
  const subject = paragraphs.findIndex((paragraph) => /^Betreff:?$/i.test(paragraph));
  return splitFirstLine(paragraphs, subject >= 0 ? subject + 1 : 0);
}

/** Removes the first line of one paragraph and uses it as the title; what stands before it stays. */
function splitFirstLine(paragraphs: string[], at: number): { title: string; rest: string[] } {
  const [line = '', ...others] = (paragraphs[at] ?? '').split('\n');
  const rest = [...paragraphs.slice(0, at), others.join('\n'), ...paragraphs.slice(at + 1)];
  return { title: plain(line.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '')), rest: rest.filter((paragraph) => paragraph.trim() !== '') };
}

/** Running text: no heading, list, table, quotation or code, and at least one whole sentence. */
function isProse(paragraph: string): boolean {
  if (/^(#{1,6}\s|[-*+>|]|\d+[.)]\s|```|\*\*[^*]+\*\*$)/.test(paragraph) || paragraph.includes('\t')) return false;
  return paragraph.length >= shortestProse && /[.!?]/.test(paragraph);
}

function flat(paragraph: string): string {
  return plain(paragraph.split('\n').join(' '));
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]{1,3}(\S(?:.*?\S)?)[*_`]{1,3}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whole sentences where they fit, else whole words. */
function shorten(text: string): string {
  if (text.length <= keyStatementLimit) return text;
  const sentences = /^.*[.!?](?=\s)/.exec(text.slice(0, keyStatementLimit + 1))?.[0] ?? '';
  if (sentences.length >= shortestProse) return sentences;
  return `${text.slice(0, keyStatementLimit - 1).replace(/\s+\S*$/, '')}…`;
}
