/** Prepares a source tree for a recipe, and fits the recipe's commands to the release of the tree. */

import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Recipe } from './recipes/recipe.ts';

/** Makes the directories and the copies that the recipe names. */
export function prepareTree({ directories = [], copies }: Recipe, tree: string): void {
  for (const directory of directories) mkdirSync(join(tree, directory), { recursive: true });
  for (const [from, to] of copies) {
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    copyFileSync(join(tree, from), join(tree, to));
  }
}

/** Replaces the words of the recipe by those that the release of this tree uses. */
export function renamesFor({ renames = [] }: Recipe, tree: string): (text: string) => string {
  const due = renames.filter(({ when: { file, has, lacks } }) => {
    const path = join(tree, file);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    return text.includes(has) && !text.includes(lacks);
  });
  return (text) => due.reduce((said, { from, to }) => said.replaceAll(from, to), text);
}
