// SPDX-License-Identifier: EUPL-1.2

/** Markdown as people would read it aloud: without marks, addresses and HTML. For the index, never for showing: it escapes nothing. */
export function markdownText(markdown: string): string {
  return markdown
    .replace(/<!--[^]{0,2000}?-->|<\/?[a-z][^<>]{0,500}>/giu, ' ')
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s[^()]{0,500})?\)/gu, '$1')
    .replace(/^[ \t]{0,3}\[[^[\]\n]{1,100}\]:[ \t].*$|https?:\/\/[^\s)>\]]+/gmu, ' ')
    .replace(/^[ \t]{0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gmu, '')
    .replace(/^[ \t]*(?:[-*_]{3,}|[|:\- \t]{3,})[ \t]*$/gmu, '')
    .replace(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\|/gu, ' ');
}
