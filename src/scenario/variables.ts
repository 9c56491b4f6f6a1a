/** `${NAME}` in a scenario: text from `--var NAME=…`, from a declared environment variable, or a declared default. */

import { isRegexForm } from '../console/pattern.ts';
import { UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import { typedValue } from './overrides.ts';
import { meant, type Problem, ScenarioError } from './text.ts';
import { mapScalars, type Node, nodeAt, nodeOf, type Path, plainValue } from './tree.ts';
import { isPatternAt } from './wrong-patterns.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** `$${NAME}` stands for the text `${NAME}`. */
const REFERENCE = /\$(\$\{[A-Za-z_][A-Za-z0-9_]*\})|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Texts for a shell in the guest, which has variables of its own: there, only the names of the scenario are replaced. */
const SHELL_KEYS: readonly unknown[] = ['send', 'run'];

/**
 * Reads `NAME=VALUE`.
 * @param option what it was given with, for messages: `--var`
 * @throws UsageError code `bad-variable`
 */
export function parseVariable(text: string, option: string): readonly [name: string, value: string] {
  const [name = ''] = text.split('=', 1);
  if (name !== text && NAME.test(name)) return [name, text.slice(name.length + 1)];
  throw new UsageError('bad-variable', `${option} ${quote(text)} is not NAME=VALUE`, {
    hint: 'A name has letters, digits and underscores, and begins with no digit.',
  });
}

/**
 * The tree with every reference replaced.
 * @param given values by name, which win over what the scenario declares
 * @param overridden names that an override has declared
 * @param schema the JSON Schema of a scenario, which says where a number is wanted
 * @throws ScenarioError for references without a value, and for a regex that is left empty; UsageError code `unused-variable` for a name that nothing refers to
 */
export function substitute(
  root: Node,
  given: ReadonlyMap<string, string>,
  env: NodeJS.ProcessEnv,
  schema: () => unknown,
  overridden: readonly string[],
): Node {
  const declared = declarations(root, env);
  const values = new Map([...declared, ...given]);
  const used = new Set<string>();
  const problems: Problem[] = [];
  const tree = mapScalars(root, (scalar, path) => {
    const { value: text } = scalar;
    if (typeof text !== 'string' || path[0] === 'variables' || !text.includes('${')) return scalar;
    const shell = SHELL_KEYS.includes(path.at(-1));
    let whole = false;
    const replaced = text.replace(REFERENCE, (reference, escaped: string | undefined, name: string) => {
      if (escaped !== undefined) return escaped;
      used.add(name);
      const value = values.get(name);
      if (value !== undefined) {
        whole = reference === text;
        return value;
      }
      if (!shell || values.has(name)) {
        problems.push({ where: scalar.where, message: unknownName(name, [...values.keys()]) });
      }
      return reference;
    });
    if (replaced === text) return scalar;
    // Slashes with nothing between them are a text, and a `forbid` with such a text never fails a run.
    if (isPatternAt(path) && isRegexForm(text) && !isRegexForm(replaced)) {
      const message = `${quote(text)} is left without a pattern by variables that are empty`;
      problems.push({ where: scalar.where, message });
    }
    return nodeOf(whole ? typedValue(replaced, path, schema()) : replaced, scalar);
  });
  if (problems.length > 0) throw new ScenarioError(problems);
  const strange = (name: string): boolean => !declared.has(name) || overridden.includes(name);
  const unused = [...given.keys(), ...overridden].find((name) => !used.has(name) && strange(name));
  if (unused === undefined) return tree;
  throw new UsageError('unused-variable', `nothing in the scenario refers to \${${unused}}`, {
    hint: `Its variables: ${[...new Set([...used, ...declared.keys()])].filter((name) => name !== unused).join(', ') || 'none'}.`,
  });
}

/** The declared variables; undefined for those that have no value. The validation of the schema checks their form. */
function declarations(root: Node, env: NodeJS.ProcessEnv): Map<string, string | undefined> {
  const node = nodeAt(root, VARIABLES);
  if (node?.kind !== 'map') return new Map();
  return new Map(
    [...node.entries].map(([name, entry]) => {
      const said = plainValue(entry.node);
      if (typeof said !== 'object' || said === null) return [name, textOf(said)];
      const { env: source, default: fallback } = said as Readonly<Record<string, unknown>>;
      // In a workflow a variable without a value is empty.
      const fromEnv = typeof source === 'string' ? env[source] || undefined : undefined;
      return [name, fromEnv ?? textOf(fallback)];
    }),
  );
}

const VARIABLES: Path = ['variables'];

function textOf(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}

function unknownName(name: string, known: readonly string[]): string {
  if (known.includes(name)) return `\${${name}} has no value: give it with --var ${name}=VALUE`;
  return `\${${name}} is no variable of this scenario${meant(name, known)}: give it with --var ${name}=VALUE, declare it in variables, or write $\${${name}} for this very text`;
}
