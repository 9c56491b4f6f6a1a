/** Processes of runs: nothing is started too early, nothing is left behind, runs do not disturb each other. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { CLI, KERNEL, Lab } from '../support/cli.ts';
import { kill, lingering, processesOf } from '../support/processes.ts';

const lab = new Lab();
afterAll(() => lab.remove());

const hold = lab.scenario('hold', {
  guest: { cmdline: 'console=ttyS0 tdx-boot.probe=hold' },
  steps: [{ expect: 'Linux version' }, { expect: 'never printed' }],
});
const isQemu = ({ args }: { args: string[] }) => args[0]?.includes('qemu-system') === true;

describe('a run that is stopped', () => {
  test('Ctrl-C: 130, a verdict, and no QEMU left', async () => {
    const run = lab.start(['run', hold, '--results', lab.results]);
    await run.shows('step 1 met');
    kill(run.pid, 'SIGINT');
    const { code, result } = await lab.finished(await run.done);
    expect(code).toBe(130);
    expect(result).toMatchObject({ verdict: 'errored', cause: { kind: 'cancelled' } });
  });

  test('SIGKILL: QEMU goes too, the recording can be read, and the next two runs pass side by side', async () => {
    const results = lab.path('killed');
    const run = lab.start(['run', hold, '--results', results], { node: 20 });
    await run.shows('step 1 met');
    expect(processesOf(lab.dir).filter(isQemu)).toHaveLength(1);
    kill(run.pid, 'SIGKILL');
    expect((await run.done).signal).toBe('SIGKILL');
    expect(await lingering(lab.dir)).toEqual([]);
    const again = await lab.cli(['check', path.join(results, 'hold'), '--scenario', hold]);
    expect(again.stderr).toBe('');
    expect(again.stdout).toContain('phase firmware');
    fs.rmSync(lab.tmp, { recursive: true });
    fs.mkdirSync(lab.tmp);

    const scenario = lab.scenario('pair');
    const runPair = ['run', scenario, '--results', results];
    const ended = await Promise.all([lab.cli(runPair, { node: 20 }), lab.cli(runPair)]);
    const one = await lab.finished(ended[0]);
    const two = await lab.finished(ended[1]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect([one.directory, two.directory].sort()).toEqual(
      ['pair', 'pair-2'].map((name) => path.join(results, name)),
    );
  });
});

describe('a host that cannot', () => {
  test('without QEMU: 125 and how to install it', async () => {
    const { code, result, stdout } = await lab.boot(lab.scenario('no-qemu'), {
      env: { PATH: '/nonexistent' },
    });
    expect(code).toBe(125);
    expect(result).toMatchObject({ verdict: 'errored', argv: null });
    expect(stdout).toContain('apt-get install --no-install-recommends qemu-system-x86');
  });

  test('platform: tdx is refused, not replaced', async () => {
    const scenario = lab.scenario('tdx', {
      platform: 'tdx',
      pins: 'current',
      firmware: 'tdvf',
      guest: { memory: '1G' },
    });
    const { code, result, stdout } = await lab.boot(scenario, { node: 20 });
    expect(code).toBe(125);
    expect(result).toMatchObject({ verdict: 'errored', platform: 'tdx', argv: null });
    // Said at once: no firmware and no VMM was built for it.
    expect(stdout).toContain('this host cannot boot a Trust Domain: ');
  });
});

describe('a scenario that cannot be meant: exit code 2 with its place, and nothing is started', () => {
  const scenario = (kernel: string) =>
    ['version: 1', 'platform: emulated', 'guest:', `  kernel: ${kernel}`, ''].join('\n');
  const whole = fs.readFileSync(KERNEL);

  test.each([
    ['missing', undefined, 'no such file'],
    ['truncated', whole.subarray(0, 100_000), 'truncated'],
    ['not-a-kernel', Buffer.alloc(100_000, 'text '), "'HdrS'"],
    ['empty', Buffer.alloc(0), 'is empty'],
  ])('a kernel that is %s', async (name, bytes, message) => {
    if (bytes !== undefined) lab.write(`${name}.kernel`, bytes);
    const file = lab.write(`${name}.yml`, scenario(`${name}.kernel`));
    const { code, stdout, stderr } = await lab.cli(['run', file, '--results', lab.path('never')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toMatch(new RegExp(`^${file}:4:11: guest.kernel: .*${message}`));
    expect(fs.existsSync(lab.path('never'))).toBe(false);
    lab.expectNothingLeft();
  });
});

test('what explain prints can be pasted into a shell, and boots', async () => {
  const { code, stdout } = await lab.cli(
    ['explain', lab.scenario("it's quoted", { name: 'x' }), '--probe', lab.path("the probe's.cpio")],
    { node: 20 },
  );
  expect(code).toBe(0);
  execFileSync('bash', ['-euc', stdout], { cwd: lab.dir, timeout: 90_000 });
  expect(fs.readFileSync(lab.path('serial.log'), 'utf8')).toContain('# tdx-boot probe: done');
});

test('git bisect run finds the commit that broke the boot', async () => {
  const repo = lab.path('repo');
  fs.mkdirSync(repo);
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repo, env, encoding: 'utf8' });
  git('init', '--quiet');
  const commit = (name: string, log: string) => {
    fs.writeFileSync(path.join(repo, 'boot.log'), `Linux version 6.1\n${log}\n`);
    git('add', '--all');
    git('-c', 'user.name=t', '-c', 'user.email=t@localhost', 'commit', '--quiet', '-m', name);
  };
  const rules = { guest: { kernel: KERNEL }, steps: [{ expect: 'is up' }] };
  for (const name of ['good 1', 'good 2', 'good 3']) commit(name, `${name} is up`);
  for (const name of ['bad 1', 'bad 2', 'bad 3']) commit(name, `${name} stops here`);
  const first = git('log', '--format=%H', '--grep=bad 1').trim();

  git('bisect', 'start', 'HEAD', 'HEAD~5');
  const found = git(
    'bisect',
    'run',
    process.execPath,
    CLI,
    'check',
    'boot.log',
    '--scenario',
    lab.scenario('rules', rules),
  );
  expect(found).toContain(`${first} is the first bad commit`);
});
