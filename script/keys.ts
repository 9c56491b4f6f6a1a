/** The text of docs/keys.md, written from the schema of a scenario. */

import { scenarioJsonSchema } from '../src/scenario/schema.ts';

const HEAD = `# Every key of a scenario

This page is written from \`src/scenario/schema.ts\` by \`npm run build\`; a test compares the two. [Scenario](scenario.md) explains
the keys, \`schema/scenario.schema.json\` is the same for editors. Only \`version\` is always there.

| key | value | meaning |
| --- | ----- | ------- |
`;

type Schema = Readonly<Record<string, unknown>>;

export interface Row {
  readonly key: string;
  readonly value: string;
  readonly meaning: string;
}

/** Every key, in the order of the page. */
export function keyRows(): readonly Row[] {
  return rowsOf(scenarioJsonSchema(), '');
}

export function keysPage(): string {
  return (
    HEAD +
    keyRows()
      .map(({ key, value, meaning }) => `| \`${key}\` | ${value} | ${meaning} |\n`)
      .join('')
  );
}

/** A row for each key of a mapping, followed by the keys within. A key of several branches of a union has one row. */
function rowsOf(schema: unknown, prefix: string): Row[] {
  const keys = new Map<string, unknown[]>();
  for (const branch of branchesOf(schema)) {
    for (const [key, inner] of Object.entries(asSchema(branch.properties))) {
      keys.set(key, [...(keys.get(key) ?? []), inner]);
    }
  }
  return [...keys].flatMap(([key, schemas]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    const [first] = schemas;
    const row = { key: path, value: kindOf(first), meaning: meaningOf(first) };
    return [
      row,
      ...rowsOf(first, path),
      ...rowsOf(itemsOf(first), `${path}[]`),
      ...rowsOf(valuesOf(first), `${path}.…`),
    ];
  });
}

/** What may stand there: words, or the kind of value. */
function kindOf(schema: unknown): string {
  const kinds = branchesOf(schema).map((branch) => {
    if (Array.isArray(branch.enum)) return branch.enum.map((word) => `\`${String(word)}\``).join(', ');
    if ('const' in branch) return `\`${String(branch.const)}\``;
    if (branch.type === 'array') return `list of: ${kindOf(branch.items)}`;
    if (branch.type === 'object') return 'mapping';
    if (branch.type === 'boolean') return '`true`, `false`';
    const { type } = branch;
    return Array.isArray(type)
      ? 'text'
      : type === 'string'
        ? 'text'
        : type === 'integer'
          ? 'whole number'
          : 'value';
  });
  return [...new Set(kinds)].join(', or ');
}

/** What the key says of itself, else what the branches of its union say, else what its entries say. */
function meaningOf(schema: unknown): string {
  const said = asSchema(schema).description;
  const texts = typeof said === 'string' ? [said] : branchesOf(schema).map(({ description }) => description);
  const known = texts.filter((text): text is string => typeof text === 'string');
  const items = itemsOf(schema);
  if (known.length === 0 && items !== undefined) return meaningOf(items);
  return [...new Set(known)].join('. Or: ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function itemsOf(schema: unknown): unknown {
  return branchesOf(schema).find(({ type }) => type === 'array')?.items;
}

/** What stands behind the names of a mapping whose names are the user's, such as paths. */
function valuesOf(schema: unknown): unknown {
  return branchesOf(schema).find(({ additionalProperties }) => typeof additionalProperties === 'object')
    ?.additionalProperties;
}

function branchesOf(schema: unknown): Schema[] {
  const node = asSchema(schema);
  return Array.isArray(node.anyOf) ? node.anyOf.flatMap(branchesOf) : [node];
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
