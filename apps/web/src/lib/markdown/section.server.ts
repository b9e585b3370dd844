// SPDX-License-Identifier: EUPL-1.2
import type { Section } from '#lib/kinds/kind.ts';
import { renderMarkdown } from '#lib/markdown/render.server.ts';

export function section(id: string, title: string, markdown: string): Section {
  return { id, title, html: renderMarkdown(markdown, id) };
}
