// SPDX-License-Identifier: EUPL-1.2
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { fitThePage } from './fit-the-page.server.ts';

const schema: Schema = {
  ...defaultSchema,
  // No `img` (pictures become links before this), no raw HTML, nothing that could load or run anything.
  tagNames: [
    'a',
    'blockquote',
    'br',
    'code',
    'del',
    'div',
    'em',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'li',
    'ol',
    'p',
    'pre',
    'strong',
    'sup',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'ul',
    'section',
    'input',
  ],
  attributes: {
    a: ['href', 'rel', 'id', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    '*': ['id', 'align'],
    ol: ['start', 'reversed'],
    code: [['className', /^language-[\w-]+$/]],
    div: [['className', 'table'], 'tabIndex', 'role', 'ariaLabel'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  clobberPrefix: '',
};

/**
 * Markdown to HTML that is safe to show: no scripts, no styles, no pictures from elsewhere, links only to http, https, mailto and tel.
 * `prefix` begins every id, so that two texts on a page never share one.
 */
export function renderMarkdown(markdown: string, prefix: string): string {
  return String(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkRehype, { clobberPrefix: `${prefix}-` })
      .use(fitThePage, { prefix })
      .use(rehypeSanitize, schema)
      .use(rehypeStringify)
      .processSync(markdown),
  );
}
