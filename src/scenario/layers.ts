/** One scenario from several places: its file, what that extends, overrides, and the values of variables. */

import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import { treeOf } from './document.ts';
import { type Override, override } from './overrides.ts';
import { readScenario } from './read.ts';
import { scenarioJsonSchema } from './schema.ts';
import { ScenarioError, ScenarioSource } from './text.ts';
import { merge, type Node, nodeAt } from './tree.ts';
import { substitute } from './variables.ts';

/** How a scenario is used: what is given beside its file. */
export interface Uses {
  /** In the order in which they were given: the last wins. */
  readonly overrides?: readonly Override[];
  /** Values of variables by name. */
  readonly variables?: ReadonlyMap<string, string>;
  /** Where declared environment variables are looked up. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Most files that a scenario may stand on. */
const MOST_BASES = 10;

/**
 * @param root what the scenario's own file says, as `treeOf` gives it
 * @throws ScenarioError for problems in any of the places, each with its place; UsageError for a variable without use
 */
export function layered(
  root: Node,
  { overrides = [], variables = new Map(), env = process.env }: Uses,
): ScenarioSource {
  const extended = extend(root, []);
  const overridden = override(extended, overrides, scenarioJsonSchema);
  // A name that the file does not know is a misspelt one, as with --var: nothing would be booted otherwise.
  const fresh = variableNames(overrides).filter(
    (name) => nodeAt(extended, ['variables', name]) === undefined,
  );
  return new ScenarioSource(
    substitute(overridden, variables, env, scenarioJsonSchema, fresh),
    scenarioJsonSchema,
  );
}

/** Names of variables that overrides such as `--set variables.KERNEL=bzImage` declare. */
export function variableNames(overrides: readonly Override[]): string[] {
  return overrides.flatMap(({ path: [key, name] }) =>
    key === 'variables' && name !== undefined ? [String(name)] : [],
  );
}

/** @param chain absolute paths of the files that led here */
function extend(root: Node, chain: readonly string[]): Node {
  const said = root.kind === 'map' ? root.entries.get('extends')?.node : undefined;
  if (root.kind !== 'map' || said?.kind !== 'scalar' || typeof said.value !== 'string') return root;
  const { where } = said;
  const refuse = (why: string): ScenarioError => new ScenarioError([{ where, message: `extends: ${why}` }]);
  const path = resolve(said.base, said.value);
  if (chain.includes(path)) throw refuse(`${quote(said.value)} extends itself`);
  if (chain.length === MOST_BASES) throw refuse(`a scenario stands on at most ${MOST_BASES} files`);
  const base = extend(treeOf(nameOf(where.file, said.value), textOf(path, refuse), dirname(path)), [
    ...chain,
    path,
  ]);
  const own = new Map(root.entries);
  own.delete('extends');
  return merge(base, { ...root, entries: own });
}

/** The name of a base in messages: as it is seen from where the user is. */
function nameOf(file: string, base: string): string {
  return base.startsWith('/') ? base : join(dirname(file), base);
}

function textOf(path: string, refuse: (why: string) => ScenarioError): string {
  try {
    return readScenario(path);
  } catch (error) {
    if (error instanceof UsageError) throw refuse(error.message);
    throw error;
  }
}
