// SPDX-License-Identifier: EUPL-1.2

interface InTree {
  id: string;
  parentId?: string | null | undefined;
}

export interface Branch<T> {
  node: T;
  children: Branch<T>[];
}

/** Departments as a tree, in the order they came; one whose parent is not among them stands at the top. */
export function treeOf<T extends InTree>(nodes: readonly T[]): Branch<T>[] {
  const branches = new Map(nodes.map((node) => [node.id, { node, children: [] as Branch<T>[] }]));
  const top: Branch<T>[] = [];
  for (const branch of branches.values()) {
    const parent = branch.node.parentId ? branches.get(branch.node.parentId) : undefined;
    (parent?.children ?? top).push(branch);
  }
  return top;
}
