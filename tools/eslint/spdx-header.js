// SPDX-License-Identifier: EUPL-1.2
const identifier = 'SPDX-License-Identifier: EUPL-1.2';

/** @param {string} filename @returns {string} the line such a file begins with */
const headerFor = (filename) => (filename.endsWith('.svelte') ? `<!-- ${identifier} -->` : `// ${identifier}`);

/**
 * Every source file says under which licence it stands, so that a file copied elsewhere still says it (REUSE, https://reuse.software).
 * A script that is run directly may begin with its `#!` line.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const spdxHeader = {
  meta: {
    type: 'layout',
    fixable: 'code',
    schema: [],
    messages: { missing: 'The first line must be: {{header}}' },
  },
  create(context) {
    return {
      Program() {
        const { text, lines } = context.sourceCode;
        const header = headerFor(context.filename);
        const [first, second] = lines;
        if (first === header || (first?.startsWith('#!') && second === header)) return;

        const start = first?.startsWith('#!') ? text.indexOf('\n') + 1 : 0;
        context.report({
          loc: { line: 1, column: 0 },
          messageId: 'missing',
          data: { header },
          fix: (fixer) => fixer.insertTextBeforeRange([start, start], `${header}\n`),
        });
      },
    };
  },
};
