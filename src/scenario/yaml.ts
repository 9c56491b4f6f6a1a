/** Reads YAML that a stranger may have written: bounds on aliases, depth and brackets keep the time short. */

import {
  Document,
  isNode,
  type LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml';

/** Most aliases (`*name`) in one file: the library reads the whole file to resolve each. */
const ALIASES = 100;
/** Most nodes between a value and the root; a map and its pair are two. A real scenario has fewer than 20. */
const NESTED = 64;
/** Most brackets that are open at once in the text: the library descends by recursion. */
const BRACKETS = 500;

interface YamlProblem {
  /** Place in the text, in UTF-16 units. */
  readonly offset: number;
  readonly message: string;
}

/**
 * @param lines learns where the lines begin
 * @returns the document and its problems; only the first mistake in the syntax, because others follow from it
 */
export function parseYaml(
  text: string,
  lines: LineCounter,
): { readonly document: Document; readonly problems: readonly YamlProblem[] } {
  const document = hasManyBrackets(text) ? undefined : parse(text, lines);
  if (document === undefined)
    return { document: new Document(), problems: [{ offset: 0, message: TOO_DEEP }] };
  const [error] = document.errors;
  if (error === undefined) return { document, problems: problemsOf(document) };
  return { document, problems: [{ offset: error.pos[0], message: reworded(error) }] };
}

const TOO_DEEP = 'values are nested too deep';

/** The library's words for a mistake, replaced by words for the author of the file. */
const REWORDED: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a scenario file holds one scenario: --- begins a second',
  BLOCK_AS_IMPLICIT_KEY:
    'a mapping cannot begin here: put a text that has ": " in it, or ":" at its end, into quotes',
};

function reworded({ code, message }: YAMLParseError): string {
  const more = code === 'BAD_DQ_ESCAPE' ? ': single quotes take a "\\" as it is' : '';
  return REWORDED[code] ?? `${message}${more}`;
}

/** Undefined when the values are nested too deep for the library. */
function parse(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    // problemsOf() compares the keys: the library would compare each key with every other.
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function hasManyBrackets(text: string): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open += bracket === '[' || bracket === '{' ? 1 : -1;
    if (open > BRACKETS) return true;
  }
  return false;
}

/** Keys that are given twice, aliases that lead nowhere or are too many, values that are nested too deep. */
function problemsOf(document: Document): YamlProblem[] {
  const problems: YamlProblem[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  const complain = (node: Node, message: string): void => {
    problems.push({ offset: node.range?.[0] ?? 0, message });
  };
  const enter = (node: Node & { anchor?: string }, path: readonly unknown[]): symbol | undefined => {
    if (node.anchor !== undefined) anchors.add(node.anchor);
    if (path.length <= NESTED) return undefined;
    complain(node, TOO_DEEP);
    return visit.BREAK;
  };
  visit(document, {
    Value: (_, node, path) => enter(node, path),
    Map: (_, map, path) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = String(key);
        if (isNode(key) && seen.has(name)) complain(key, `key "${name}" is given twice`);
        seen.add(name);
      }
      return enter(map, path);
    },
    Alias: (_, alias) => {
      aliases++;
      if (aliases > ALIASES) {
        complain(alias, `*${alias.source}: a scenario has at most ${ALIASES} aliases`);
        return visit.BREAK;
      }
      if (!anchors.has(alias.source)) {
        complain(alias, `*${alias.source} has no anchor &${alias.source} before it`);
      }
      return undefined;
    },
  });
  return problems;
}
