/** The docs are true: their scenarios are valid, their commands run, their tables and links match the project. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { SIGNATURES } from '../../src/judge/catalog/index.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { suiteSchema } from '../../src/suite/schema.ts';
import { type CliResult, runCli } from '../support/cli.ts';
import { scratchDirectory } from '../support/scratch.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
];

/** Run elsewhere: script/test is what runs this test, .ci/run runs the demo first, and so does td-emulated.e2e.test.ts. */
const RUN_ELSEWHERE = ['script/test', 'script/demo', 'npm ci', 'npx tdx-boot run examples/demo.yml'];

const scratch = scratchDirectory('docs');

function blocks(page: string, language: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const found = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  return [...found].map((match) => match[1] ?? '');
}

const files = PAGES.flatMap((page) => blocks(page, 'yaml').map((text) => ({ page, text }))).filter(
  ({ text }) => parse(text).jobs === undefined,
);
const suites = files.filter(({ text }) => parse(text).scenarios !== undefined);
const steps = files.filter(({ text }) => stepsOf(text).some((step) => 'uses' in step || 'if' in step));
const scenarios = files.filter((file) => !suites.includes(file) && !steps.includes(file));
/** Steps of a scenario or of a workflow; none of another document. */
function stepsOf(text: string): { uses?: string; if?: string; with?: object }[] {
  const shown = parse(text);
  return Array.isArray(shown) ? shown : [];
}

/** A page may show some keys alone, or steps: the rest of a scenario is put around them. */
function whole(text: string): string {
  const shown = parse(text);
  if (!Array.isArray(shown) && shown.version !== undefined) return text;
  const { guest, ...rest } = Array.isArray(shown) ? { guest: {}, steps: shown } : shown;
  const around = { version: 1, platform: 'emulated', guest: { kernel: 'bzImage', ...guest } };
  return JSON.stringify({ ...around, ...rest });
}

/** A page without its blocks of code. */
function prose(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8').replace(/^\s*```.*?^\s*```$/gms, '');
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): string[] {
  return [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const lines = PAGES.flatMap((page) => blocks(page, 'sh').flatMap((text) => text.trim().split('\n')));
/** Several pages show the same command. */
const commands = [...new Set(lines)];

/** Runs a command of a page, whose comment says how it ends. */
function documented(line: string): Promise<CliResult> {
  const [command = ''] = line.split(' # ');
  const [program, name, ...args] = command.split(' ');
  expect([program, name]).toEqual(['npx', 'tdx-boot']);
  const records = args.includes('run') || args.includes('td-conformance');
  return runCli([...args, ...(records ? ['--results', scratch] : [])]);
}

describe('docs', () => {
  test('scenarios and commands are found', () => {
    expect(scenarios.length).toBeGreaterThan(1);
    expect(commands.length).toBeGreaterThan(5);
  });

  test.each(scenarios)('a scenario in $page is valid', ({ page, text }) => {
    expect(() => parseScenario(page, whole(text), ROOT)).not.toThrow();
  });

  test.each(steps)('a step of a workflow in $page has inputs of the action', ({ text }) => {
    const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
    for (const step of stepsOf(text).filter(({ uses }) => uses?.startsWith('org/')))
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });

  test.each(suites)('a suite in $page is valid', ({ text }) => {
    expect(suiteSchema().safeParse(parse(text)).error).toBeUndefined();
  });

  // npx takes two seconds to find it: the commands below are run without.
  test('npx tdx-boot is the tdx-boot of this directory', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const { stdout } = spawnSync('npx', ['--offline', 'tdx-boot', '--version'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe(version);
  });

  /** A doctor waits 10 s for a KVM that hangs: all begin before the other commands, and wait beside them. */
  const begun = new Map<string, Promise<CliResult>>();
  beforeAll(() => {
    for (const line of commands.filter((one) => one.startsWith('npx tdx-boot doctor')))
      begun.set(line, documented(line));
  });

  test.each(commands.filter((line) => !RUN_ELSEWHERE.includes(line)))(
    '`%s` runs as documented',
    async (line) => {
      const code = Number(/ # exits (\d+)$/.exec(line)?.[1] ?? 0);
      const ran = await (begun.get(line) ?? documented(line));
      expect({ line, code: ran.code, stderr: ran.code === code ? '' : ran.stderr }).toEqual({
        line,
        code,
        stderr: '',
      });
    },
  );

  test('documents for other CI systems are YAML with a script', () => {
    const jobs = PAGES.flatMap((page) => blocks(page, 'yml')).flatMap((text) => Object.values(parse(text)));
    expect(jobs).toEqual([expect.objectContaining({ script: [expect.stringMatching(/^tdx-boot run /)] })]);
  });

  test('relative links lead to files and headings that exist', () => {
    const linked = [...PAGES, 'scenarios/README.md', 'td-monitor/README.md'];
    const broken = linked.flatMap((page) => {
      const links = [...prose(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
      return links.flatMap(([, file = '', anchor]) => {
        const target = file === '' ? page : join(dirname(page), file);
        const leads =
          existsSync(join(ROOT, target)) && (anchor === undefined || anchorsOf(target).includes(anchor));
        return leads ? [] : [`${page}: ${file}#${anchor}`];
      });
    });
    expect(broken).toEqual([]);
  });

  test.each([
    ['action.yml', 'docs/action.md'],
    ['firmware/action.yml', 'docs/firmware.md'],
  ])('%s and the tables of %s name the same inputs and outputs', (file, page) => {
    const action = parse(readFileSync(join(ROOT, file), 'utf8'));
    const text = readFileSync(join(ROOT, page), 'utf8');
    for (const kind of ['input', 'output']) {
      const [table = ''] = new RegExp(`^\\| ${kind} .*\\n(?:\\|.*\\n)+`, 'm').exec(text) ?? [];
      const cells = table.split('\n').map((row) => row.split('|')[1] ?? '');
      const named = cells.flatMap((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
      expect(named.sort()).toEqual(Object.keys(action[`${kind}s`]).sort());
    }
  });

  test('the number of known failures is not exaggerated', () => {
    const claimed = /(\d+) known failures/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1];
    expect(Number(claimed)).toBeLessThanOrEqual(SIGNATURES.length);
    expect(Number(claimed)).toBeGreaterThan(100);
  });
});
