/** The steps of both actions as programs: what they refuse, and that a post step is never a main step. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { Job } from '../support/step.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const KERNEL = process.env.TDX_BOOT_TEST_KERNEL ?? join(ROOT, '.cache/kernel/vmlinuz');
const DISK = 'version: 1\nplatform: emulated\nguest: {disks: [disk.img]}\nsteps: [{expect: up}]\n';
const job = new Job();
afterAll(() => job.remove());
job.write('bzImage', '');
job.write('right.yml', 'version: 1\nplatform: kvm\nguest: {kernel: bzImage}\n');
job.write('wrong.yml', 'version: 1\nplatfrm: kvm\nsteps: [{expct: a}]\n');

/** What an action.yml says of its inputs, outputs and programs. */
function action(file: string) {
  const { inputs, outputs, runs } = parse(readFileSync(join(ROOT, file), 'utf8'));
  return { inputs: Object.keys(inputs), outputs: Object.keys(outputs), runs };
}

describe('a post step', () => {
  test.each(['action.yml', 'firmware/action.yml'])('of %s is another program than the main step', (file) => {
    const { runs } = action(file);
    expect(resolve(ROOT, dirname(file), runs.post)).toBe(join(ROOT, 'dist/post/index.js'));
    expect(runs.main).not.toBe(runs.post);
  });

  test('contains nothing that boots, builds or judges', () => {
    const rooms = [...reachable(join(ROOT, 'src/action/post-index.ts'))].map((file) =>
      file.replace(`${ROOT}/src/`, ''),
    );
    expect(rooms).toContain('action/post.ts');
    const forbidden =
      /^(boot|prepare|vmm|guest)\/|^action\/(main|firmware-main)\.ts|^build\/(build|provide)\.ts/;
    expect(rooms.filter((file) => forbidden.test(file))).toEqual([]);
  });

  test.each([
    ['whose main step saved nothing', {}],
    ['whose main step saved that it had begun', { STATE_isPost: 'true' }],
    ['whose machine is gone', { STATE_machines: JSON.stringify([{ pid: 2 ** 22 + 1, args: ['-x'] }]) }],
  ])('%s does nothing', async (_, state) => {
    const step = await job.run('post', { platform: 'emulated', kernel: 'bzImage' }, state);
    expect(step).toMatchObject({ code: 0, stdout: '', stderr: '', outputs: {}, summary: '' });
    expect(readdirSync(job.workspace).sort()).toEqual(['bzImage', 'right.yml', 'wrong.yml']);
  });
});

describe('a start that is refused says so everywhere', () => {
  const simple = { platform: 'emulated', kernel: 'bzImage', results: 'out' };

  test.each<[string, Record<string, string>, string[]]>([
    [
      'a misspelt input',
      { ...simple, expects: 'login:' },
      ['unknown input "expects" (did you mean "expect"?)'],
    ],
    [
      'misspelt inputs, also those that are empty',
      { ...simple, 'fail on': '', platfrom: 'kvm' },
      ['unknown input "fail_on" (did you mean "fail-on"?), "platfrom" (did you mean "platform"?)'],
    ],
    [
      'inputs that contradict each other',
      { ...simple, scenario: 'wrong.yml', expect: 'login:' },
      ['input "scenario" is given together with expect'],
    ],
    [
      'a bad scenario',
      { scenario: 'wrong.yml', results: 'out' },
      [
        'wrong.yml:2:1: unknown key "platfrm" in the scenario (did you mean "platform"?)',
        'wrong.yml:3:10: unknown key "expct" in steps[1] (did you mean "expect"?)',
      ],
    ],
    [
      'several scenarios, which are bad',
      { scenario: 'right.yml\nwrong.yml\nno.yml', results: 'out' },
      [
        'bzImage: is empty',
        'wrong.yml:2:1: unknown key "platfrm" in the scenario (did you mean "platform"?)',
        'wrong.yml:3:10: unknown key "expct" in steps[1] (did you mean "expect"?)',
        'no.yml: no such file or directory',
      ],
    ],
    [
      'an input that is neither true nor false',
      { ...simple, strict: 'yes' },
      ['input "strict" is "yes", which is neither true nor false'],
    ],
    [
      'an input that is no number',
      { ...simple, cpus: 'four' },
      ['input "cpus": guest.cpus: "four" is not a whole number'],
    ],
    [
      'a key that does not exist, beside a scenario',
      { scenario: 'right.yml', set: 'guest.cpux=4', results: 'out' },
      ['input set: guest.cpux=4: unknown key "cpux" in guest (did you mean "cpus"?)'],
    ],
    [
      'a scenario that is missing',
      { scenario: 'no.yml', results: 'out' },
      ['no.yml: no such file or directory'],
    ],
    ['a kernel that is no bzImage', simple, ['bzImage']],
    ['no platform', { kernel: 'bzImage', results: 'out' }, ['platform is missing']],
  ])('%s', async (_, inputs, problems) => {
    const step = await job.run('action', { 'install-tools': 'false', 'require-known': 'false', ...inputs });
    expect(step.code).toBe(1);
    expect(step.commands('error')).toEqual(problems.map((text) => expect.stringContaining(text)));
    const [first = ''] = problems;
    expect(step.outputs).toEqual({
      verdict: 'errored',
      td: 'none',
      phase: 'host',
      'boot-time': '0.000',
      reason: expect.stringContaining(first),
      captures: '{}',
      results: join(job.workspace, 'out'),
      'result-json': '',
      report: '',
      'artifact-url': '',
      ...{ passed: '0', flaky: '0', failed: '0', errored: '0', 'not-run': '0' },
    });
    expect(Object.keys(step.outputs).sort()).toEqual(action('action.yml').outputs.sort());
    expect(step.summary).toContain('errored</h3>');
    for (const text of problems) {
      expect(step.summary.replaceAll('&quot;', '"')).toContain(text);
    }
    expect(existsSync(join(job.workspace, 'out'))).toBe(false);
  });

  test.each([
    ['GITHUB_OUTPUT', 'a step that is refused', { ...simple, strict: 'yes' }],
    ['GITHUB_OUTPUT', 'a step that has nothing to boot', { scenario: 'disk.yml', shard: '2/2' }],
    ['GITHUB_STATE', 'a step that boots', { ...simple, kernel: KERNEL }],
  ])('%s names no file, in %s', async (variable, _, inputs) => {
    job.write('disk.img', 'a disk');
    job.write('disk.yml', DISK);
    const file = '/no/such/file';
    const step = await job.run('action', { ...inputs, results: 'other' }, { [variable]: file });
    expect(step.code).toBe(1);
    expect(step.commands('error').at(-1)).toMatch(
      new RegExp(`cannot write to the file of ${variable}: .*${file}\\n +The runner names`),
    );
    expect(`${step.stdout}${step.stderr}`).not.toMatch(/internal error|^ +at /m);
    expect(step.summary).toContain('</h3>');
  });

  test('a temporary directory that is missing is named', async () => {
    const env = { RUNNER_TEMP: '/no/such/directory' };
    const step = await job.run(
      'action',
      { 'install-tools': 'false', 'require-known': 'false', ...simple, kernel: KERNEL },
      env,
    );
    expect(step.outputs).toMatchObject({
      verdict: 'errored',
      reason: expect.stringMatching(/\/no\/such\/directory: no such file or directory/),
      results: join(job.workspace, 'out'),
    });
    expect(step.commands('error').join()).not.toContain('internal error');
  });

  test('a firmware', async () => {
    const inputs = {
      firmware: 'tdvf',
      'firmware-build': 'release',
      'install-tools': 'false',
      'require-known': 'false',
    };
    const step = await job.run('firmware', { ...inputs, 'firmware-reff': 'master' });
    expect(step.commands('error')).toEqual([
      expect.stringMatching(
        /^unknown input "firmware-reff" \(did you mean "firmware-ref"\?\)\n {2}Known inputs: /,
      ),
    ]);
    expect(step.summary).toContain('firmware-reff');
    expect(step.code).toBe(1);
  });
});

test('a shard without a scenario: the step is green, boots nothing, says so and has no verdict', async () => {
  job.write('disk.img', 'a disk');
  job.write('disk.yml', DISK);
  const step = await job.run('action', { scenario: 'disk.yml', results: 'shards', shard: '2/2' });
  const why = 'nothing was booted: shard 2/2 of 1 scenario is empty';
  expect(step).toMatchObject({
    code: 0,
    outputs: { verdict: '', td: 'none', passed: '0', errored: '0', reason: why, report: '' },
  });
  expect([step.commands('notice'), step.commands('error')]).toEqual([[why], []]);
  expect(step.summary).toContain('nothing was booted');
  const { verdict, scenarios } = JSON.parse(readFileSync(step.outputs['result-json'] ?? '', 'utf8'));
  expect([verdict, scenarios]).toEqual([null, []]);
});

/** Every file of src that is loaded with this one, sooner or later. */
function reachable(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [statement, from, dynamic] of text.matchAll(/^.* from '(\.[^']+)'|import\('(\.[^']+)'\)/gm)) {
    if (/^import type /.test(statement)) continue;
    reachable(resolve(dirname(file), from ?? dynamic ?? ''), seen);
  }
  return seen;
}
