/** The example workflows as far as they run without GitHub and TDX: their boots, with their own inputs, under act. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { type ActResult, runAct } from '../support/act.ts';
import { KERNEL, ROOT, TD_FIRMWARE, TD_KERNEL } from '../support/cli.ts';

/** Runs the one boot of a job with its inputs and the suites of the examples, but for `replaced`. */
async function bootOf(
  example: string,
  job: string,
  replaced: Readonly<Record<string, string>> = {},
): Promise<ActResult> {
  const { jobs } = parse(readFileSync(join(ROOT, 'examples/workflows', example), 'utf8'));
  const steps: { uses?: string; with?: object }[] = jobs[job].steps;
  const boots = steps.filter(({ uses }) => uses?.startsWith('org/tdx-boot@') === true);
  expect(boots).toHaveLength(1);
  const inputs = { ...boots[0]?.with, kernel: KERNEL, ...replaced };
  const boot = { uses: './', id: 'boot', with: inputs };
  const runsOn = ['self-hosted', 'tdx'];
  return runAct({
    workflow: stringify({
      on: 'push',
      jobs: { boot: { 'runs-on': runsOn, steps: [{ uses: 'actions/checkout@v6' }, boot] } },
    }),
    files: { boots: { copy: join(ROOT, 'examples/boots') } },
  });
}

test('the gate boots its suite in emulated Trust Domains first, here one part under a firmware that nobody has to build', async () => {
  const given = { kernel: TD_KERNEL, firmware: TD_FIRMWARE, set: 'pins=null', memory: '512M', shard: '1/2' };
  const run = await bootOf('gate.yml', 'emulated', given);
  expect(run.outputs('boot')).toMatchObject({ verdict: 'passed', td: 'emulated', passed: '1' });
  expect(run.summary('boot')).toContain('<code>guest kernel (cpus=1)</code></td><td>tdx-emulated</td>');
  expect(run.summary('boot')).toContain('✅ equal');
  expect([run.outcome('boot'), run.leftovers]).toEqual(['success', []]);
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
