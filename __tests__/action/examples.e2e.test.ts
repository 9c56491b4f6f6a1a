/** The example workflows as far as they run without GitHub and TDX: their boots, with their own inputs, under act. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { type ActResult, runAct } from '../support/act.ts';
import { KERNEL, ROOT, TD_FIRMWARE, TD_KERNEL } from '../support/cli.ts';

/** The inputs of the one boot of a job. */
function boots(example: string, job: string): object {
  const { jobs } = parse(readFileSync(join(ROOT, 'examples/workflows', example), 'utf8'));
  const steps: { uses?: string; with?: object }[] = jobs[job].steps;
  const found = steps.filter(({ uses }) => uses?.startsWith('org/tdx-boot@') === true);
  expect(found).toHaveLength(1);
  return { ...found[0]?.with };
}

/** Runs the one boot of a job with its inputs and the suites of the examples. */
async function bootOf(example: string, job: string): Promise<ActResult> {
  const boot = { uses: './', id: 'boot', with: { ...boots(example, job), kernel: KERNEL } };
  const runsOn = ['self-hosted', 'tdx'];
  return runAct({
    workflow: stringify({
      on: 'push',
      jobs: { boot: { 'runs-on': runsOn, steps: [{ uses: 'actions/checkout@v6' }, boot] } },
    }),
    files: { boots: { copy: join(ROOT, 'examples/boots') } },
  });
}

/** The gate with its own conditions and order, on a pull request; of its steps, those that `steps` gives each job. */
async function gate(from: string, steps: Readonly<Record<string, object[]>>): Promise<ActResult> {
  const gate = parse(readFileSync(join(ROOT, 'examples/workflows/gate.yml'), 'utf8'));
  const jobs = Object.entries<object>(gate.jobs).map(([name, job]) => [
    name,
    { ...job, 'runs-on': ['self-hosted', 'tdx'], steps: steps[name] },
  ]);
  const pull = { head: { ref: 'fix', repo: { full_name: from } }, base: { ref: 'main' }, number: 7 };
  return runAct({
    workflow: stringify({ ...gate, concurrency: undefined, jobs: Object.fromEntries(jobs) }),
    files: { boots: { copy: join(ROOT, 'examples/boots') } },
    event: { name: 'pull_request', payload: { pull_request: pull, number: 7 } },
  });
}

/** The nightly's step that compares, and before it a fake of npx, which would download a release: it runs this tree's own command line. */
function comparison(): object[] {
  const { jobs } = parse(readFileSync(join(ROOT, 'examples/workflows/nightly.yml'), 'utf8'));
  const steps: { run?: string }[] = jobs.emulated.steps;
  const compare = steps.filter(({ run }) => run?.includes(' compare ') === true);
  expect(compare).toHaveLength(1);
  const fake = `#!/bin/sh\nshift 4\nexec node '${join(ROOT, 'dist/cli/index.js')}' "$@"\n`;
  const make = `mkdir bin && printf %s "$FAKE" >bin/npx && chmod +x bin/npx && echo "$PWD/bin" >>"$GITHUB_PATH"`;
  return [
    { run: make, env: { FAKE: fake } },
    { ...compare[0], id: 'compare' },
  ];
}

/** A step that stands for those of a job: the test asks whether it ran. */
const RUNS = (id: string) => [{ id, run: 'true' }];

test('the gate of a fork boots its suite in emulated Trust Domains, here one part under a firmware that nobody has to build, and its job on the machine with TDX is not run', async () => {
  const given = {
    kernel: TD_KERNEL,
    firmware: TD_FIRMWARE,
    set: 'pins=null',
    memory: '512M',
    shard: '1/2',
    history: 'history',
  };
  const run = await gate('stranger/kernel', {
    build: RUNS('build'),
    emulated: [
      { uses: 'actions/checkout@v6' },
      { uses: './', id: 'boot', with: { ...boots('gate.yml', 'emulated'), ...given } },
      ...comparison(),
    ],
    tdx: RUNS('tdx'),
  });
  expect([run.outcome('build'), run.outcome('tdx')]).toEqual(['success', undefined]);
  expect(run.outputs('boot')).toMatchObject({ verdict: 'passed', td: 'emulated', passed: '1' });
  expect(run.summary('boot')).toContain('<code>guest kernel (cpus=1)</code></td><td>tdx-emulated</td>');
  expect(run.summary('boot')).toContain('✅ equal');
  // As on the first night: the history has this run alone, and that is no failure.
  expect(run.outcome('compare')).toBe('success');
  expect(run.summary('compare')).toContain('no earlier run');
  expect([run.outcome('boot'), run.leftovers]).toEqual(['success', []]);
});

test('the gate of a branch of the repository goes on to the machine with TDX', async () => {
  const run = await gate('nektos/act', {
    build: RUNS('build'),
    emulated: RUNS('emulated'),
    tdx: RUNS('tdx'),
  });
  expect(run.outcome('tdx')).toBe('success');
});

test.each([
  ['step.yml', 'boot', '1'],
  ['gate.yml', 'tdx', '2'],
  ['nightly.yml', 'tdx', '4'],
])(
  '%s, %s: a runner without TDX is errored with what is wrong with it, once, and nothing else is booted',
  async (example, job, errored) => {
    const run = await bootOf(example, job);
    expect(run.outputs('boot')).toMatchObject({ verdict: 'errored', td: 'none', errored });
    expect(run.annotations('error')).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('this host cannot boot a Trust Domain: '),
      }),
    ]);
    expect([run.outcome('boot'), run.leftovers]).toEqual(['failure', []]);
  },
);
