// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { treeOf } from './tree.ts';

test('puts departments under their parents, in the order they came', () => {
  const tree = treeOf([{ id: 'child', parentId: 'top' }, { id: 'top' }, { id: 'other', parentId: null }]);
  expect(tree.map(({ node, children }) => [node.id, children.map((child) => child.node.id)])).toEqual([
    ['top', ['child']],
    ['other', []],
  ]);
});

test('shows a department whose parent is not among them at the top', () => {
  expect(treeOf([{ id: 'orphan', parentId: 'hidden' }])).toHaveLength(1);
});
