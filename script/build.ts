/** Builds dist/, the committed JSON Schemas, docs/compatibility.md and docs/keys.md. `npm run build`. */

import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { resultJsonSchema } from '../src/report/result.ts';
import { suiteResultJsonSchema } from '../src/report/suite-result.ts';
import { scenarioJsonSchema } from '../src/scenario/schema.ts';
import type { ProgramName } from '../src/startup.ts';
import { bisectJsonSchema } from '../src/suite/bisect/state.ts';
import { comparisonJsonSchema } from '../src/suite/comparison.ts';
import { historyJsonSchema } from '../src/suite/history-run.ts';
import { suiteJsonSchema } from '../src/suite/schema.ts';
import { compatibilityPage } from './compatibility.ts';
import { keysPage } from './keys.ts';
import { licenses } from './licenses.ts';
import { buildPage } from './page.ts';
import { WITH_READ_PATTERNS } from './patterns.ts';

const PROGRAMS = ['cli', 'action', 'firmware'] as const satisfies readonly ProgramName[];
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** CommonJS packages ask for Node's own modules with `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/**
 * Of @actions/core, nothing here asks for OpenID tokens, which is all that its HTTP client is for. The packages do not
 * say that an import of them has no side effect, so esbuild would keep 0.8 MB that nothing calls.
 */
const WITHOUT_SIDE_EFFECTS: Plugin = {
  name: 'without-side-effects',
  setup(builder) {
    builder.onResolve({ filter: /^@actions\/|^undici$|^tunnel$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === 'resolving') return undefined;
      const found = await builder.resolve(path, { ...from, pluginData: 'resolving' });
      return { ...found, sideEffects: false };
    });
  },
};

/** Artifacts are uploaded here and never downloaded: the code that unpacks downloads is left out. */
const WITHOUT_DOWNLOADS: Plugin = {
  name: 'without-downloads',
  setup(builder) {
    builder.onResolve({ filter: /^unzip-stream$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    builder.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export default {};' }));
  },
};

/**
 * fdir, which tinyglobby uses, looks for a picomatch in the directories above dist/, and runs it. tinyglobby has its own and
 * never asks fdir for globs, so nothing is looked for.
 */
const WITHOUT_SEARCH: Plugin = {
  name: 'without-search',
  setup(builder) {
    builder.onLoad({ filter: /\/fdir\/dist\/index\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(
        /__require\.resolve\("picomatch"\);\s*pm = __require\("picomatch"\);/,
        '',
      );
      if (contents === source)
        throw new Error(`${path} is not as expected: does it still look for picomatch?`);
      return { contents };
    });
  },
};

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  charset: 'ascii',
  // Without blanks dist/ is an eighth smaller. Names and short lines stay: a trace tells where it is from.
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 140,
  metafile: true,
} as const satisfies BuildOptions;
const MODULES = {
  ...COMMON,
  outdir: 'dist',
  format: 'esm',
  banner: { js: REQUIRE },
} as const satisfies BuildOptions;

for (const directory of ['dist', 'schema']) rmSync(join(ROOT, directory), { recursive: true, force: true });

/**
 * One script, whose value is a function: src/startup.ts says why and how it is run. dist/shared is as deep as the
 * directories of src: the code finds guest/probe by that. In a CommonJS file, what is imported later is run later, too.
 */
const programs = await build({
  ...COMMON,
  entryPoints: ['src/programs.ts'],
  outfile: 'dist/shared/programs.js',
  format: 'cjs',
  banner: {
    js: `(function (exports, require, module, __filename, __dirname) {
const importMetaUrl = require('node:url').pathToFileURL(__filename).href;`,
  },
  footer: { js: '})' },
  define: { 'import.meta.url': 'importMetaUrl' },
  plugins: [WITHOUT_SIDE_EFFECTS, WITHOUT_SEARCH, WITH_READ_PATTERNS],
});
/** The files that Node is started with. */
for (const name of PROGRAMS) {
  const contents = `import { start } from './src/startup.ts'; await start('${name}', import.meta.url);`;
  await build({
    ...COMMON,
    stdin: { contents, resolveDir: ROOT },
    outfile: `dist/${name}/index.js`,
    format: 'esm',
    banner: name === 'cli' ? { js: '#!/usr/bin/env node' } : {},
  });
}
/** A program of its own: it has none of the code of a main step. */
const post = await build({
  ...MODULES,
  entryPoints: { 'post/index': 'src/action/post-index.ts' },
  plugins: [WITHOUT_SIDE_EFFECTS],
});
/**
 * Separate programs that are started when there is a cache, or something to upload. They share most of their code, and no
 * other program loads it. Nearly all of it is code of @actions/* and Azure, whose stack traces nobody reads: so names are short.
 * Functions and classes keep their names, because @actions/cache knows its errors by them.
 */
const clients = await build({
  ...MODULES,
  minifyIdentifiers: true,
  keepNames: true,
  entryPoints: {
    'cache/index': 'src/action/cache-client.ts',
    'artifact/index': 'src/action/artifact-client.ts',
  },
  splitting: true,
  chunkNames: 'clients/[name]-[hash]',
  plugins: [WITHOUT_SIDE_EFFECTS, WITHOUT_DOWNLOADS],
});

for (const file of readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.js')) shorten(join(ROOT, 'dist', file));
}
chmodSync(join(ROOT, 'dist/cli/index.js'), 0o755);
const page = await buildPage(ROOT, 'dist/page');
writeFileSync(
  join(ROOT, 'dist/licenses.txt'),
  licenses(ROOT, [programs.metafile, post.metafile, clients.metafile, page]),
);

mkdirSync(join(ROOT, 'schema'));
const schemas = {
  'scenario.schema.json': scenarioJsonSchema(),
  'result.schema.json': resultJsonSchema(),
  'suite.schema.json': suiteJsonSchema(),
  'suite-result.schema.json': suiteResultJsonSchema(),
  'history.schema.json': historyJsonSchema(),
  'bisect.schema.json': bisectJsonSchema(),
  'comparison.schema.json': comparisonJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(ROOT, 'schema', name), `${JSON.stringify(schema, null, 2)}\n`);
}

writeFileSync(join(ROOT, 'docs/compatibility.md'), compatibilityPage());
writeFileSync(join(ROOT, 'docs/keys.md'), keysPage());

/**
 * Makes a file start faster. V8 reads source text of one byte a character twice as fast, and all of it as soon as one
 * character needs two: esbuild escapes non-ASCII characters in code but not in comments. And a file that requires
 * nothing needs no `require`: there are dozens, and each takes 0.1 ms.
 */
function shorten(path: string): void {
  const spell = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, spell);
  const rest = text.replace(`${REQUIRE}\n`, '');
  writeFileSync(path, /\brequire\b/.test(rest) ? text : rest);
}
