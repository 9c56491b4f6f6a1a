/** Where the schemas of our files are found: editors load them from there, and `$id` says so in each. */

export type SchemaName = 'scenario' | 'suite' | 'result' | 'suite-result' | 'comparison';

/** The tag that every release of this major version moves (script/release publish). */
const TAG = 'v0';

/** The address of a schema, to be pasted into a file. */
export function schemaId(name: SchemaName): string {
  return `https://raw.githubusercontent.com/org/tdx-boot/${TAG}/schema/${name}.schema.json`;
}

/** A JSON Schema that says where it is found. */
export function withId(name: SchemaName, schema: object): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: schemaId(name), ...schema };
}
