// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.js';

const sentence = 'Die Stadt stellt ihre Beleuchtung in drei Jahren auf sparsame Leuchten um.';

describe('readDocument', () => {
  it('takes the first heading as title, the first paragraph as key statement and the rest as body', () => {
    const document = readDocument(`# Licht in der Stadt\n\n${sentence}\n\n## Warum\n\nStrom ist teuer.`);
    expect(document).toEqual({ title: 'Licht in der Stadt', keyStatement: sentence, body: '## Warum\n\nStrom ist teuer.' });
  });

  it('finds the subject of a council paper without headings and passes over its tables', () => {
    const document = readDocument(`BESCHLUSSVORLAGE\n\nBetreff\n\nLichtkonzept\n\nAusschuss\t26.02.\tVorberatung\n\n${sentence}`);
    expect(document).toMatchObject({ title: 'Lichtkonzept', keyStatement: sentence });
    expect(document.body).toContain('BESCHLUSSVORLAGE');
  });

  it('shortens a long first paragraph at a sentence and keeps all of it in the body', () => {
    const long = Array.from({ length: 6 }, () => sentence).join(' ');
    const { keyStatement, body } = readDocument(`# Licht\n\n${long}`);
    expect(keyStatement).toBe(`${sentence} ${sentence} ${sentence}`);
    expect(body).toBe(long);
  });

  it('never proposes more than 280 characters, also without a full stop in reach', () => {
    const { keyStatement } = readDocument(`# Licht\n\n${'Leuchte '.repeat(60)}aus.`);
    expect(keyStatement.length).toBeLessThanOrEqual(280);
    expect(keyStatement.endsWith('Leuchte…')).toBe(true);
  });

  it('leaves pictures as links and drops front matter and instructions to page builders', () => {
    const { body } = readDocument('---\ntitle: x\n---\n# A\n\n```{toctree}\nmaxdepth: 2\n```\n\n![Plan der Leuchten](plan.png)');
    expect(body).toBe('[Plan der Leuchten](plan.png)');
  });

  it('has a title for a single line, and nothing for nothing', () => {
    expect(readDocument('Nur eine Zeile')).toEqual({ title: 'Nur eine Zeile', keyStatement: '', body: '' });
    expect(readDocument('')).toEqual({ title: '', keyStatement: '', body: '' });
  });
});
