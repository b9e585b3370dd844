// SPDX-License-Identifier: EUPL-1.2

/** What a tool does to a text: replaces `from` to `to` and selects what one types next. */
export interface Edit {
  from: number;
  to: number;
  text: string;
  select: [start: number, end: number];
}

/** Puts `**` around the selection, or takes it away. */
export function bold(text: string, start: number, end: number): Edit {
  const chosen = text.slice(start, end);
  if (text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**') {
    return { from: start - 2, to: end + 2, text: chosen, select: [start - 2, end - 2] };
  }
  return { from: start, to: end, text: `**${chosen}**`, select: [start + 2, end + 2] };
}

/** Makes the lines of the selection the points of a list, or lines again. */
export function list(text: string, start: number, end: number): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const listed = lines.every((line) => /^[-*] /.test(line));
  const changed = lines.map((line) => (listed ? line.slice(2) : `- ${line.replace(/^[-*] /, '')}`)).join('\n');
  return { from, to, text: changed, select: [from + changed.length, from + changed.length] };
}

/** The selection becomes the words of a link, or its address when it is one; what is missing is selected. */
export function link(text: string, start: number, end: number): Edit {
  const chosen = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const [words, address] = isAddress ? ['', chosen] : [chosen, 'https://'];
  const at = isAddress || !chosen ? start + 1 : start + chosen.length + 3;
  const length = isAddress || !chosen ? 0 : address.length;
  return { from: start, to: end, text: `[${words}](${address})`, select: [at, at + length] };
}
