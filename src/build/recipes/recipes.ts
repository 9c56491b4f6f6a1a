/** Every recipe by its name. */

import type { RecipeName } from '../../words/words.ts';
import { cloudHypervisor } from './cloud-hypervisor.ts';
import type { Recipe } from './recipe.ts';
import { tdShim, tdShimExample, tdShimExecutable } from './td-shim.ts';
import { tdvf } from './tdvf.ts';

export const RECIPES: Readonly<Record<RecipeName, Recipe>> = {
  tdvf,
  'td-shim': tdShim,
  'td-shim-executable': tdShimExecutable,
  'td-shim-example': tdShimExample,
  'cloud-hypervisor': cloudHypervisor,
};
