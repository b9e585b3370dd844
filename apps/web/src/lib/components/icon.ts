// SPDX-License-Identifier: EUPL-1.2
import type { IconNode } from 'lucide';

/** Any icon of the set, for example `import { Search } from 'lucide'`: plain shapes, no component, so only used ones reach the browser. */
export type LucideIcon = IconNode;

/** The shapes as SVG. They come from the package and never from outside. */
export function shapesOf(icon: LucideIcon): string {
  return icon.map(([tag, attributes]) => `<${tag}${attributesOf(attributes)}/>`).join('');
}

function attributesOf(attributes: LucideIcon[number][1]): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}
