/** `tdx-boot doctor` on this very machine, which has no TDX: a true table, valid JSON, and the run says the same. */

import { mkdirSync, readdirSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { KERNEL, Lab } from '../support/cli.ts';

const lab = new Lab();
afterAll(() => lab.remove());

interface Report {
  readonly ready: boolean;
  readonly checks: readonly { id: string; title: string; state: string; evidence: string; fix?: string }[];
}

/** Machines of tests have no TDX; one that has it is ready, and exits 0. */
async function report(args: readonly string[], node: 20 | 24 = 24): Promise<Report> {
  const { code, stdout, stderr } = await lab.cli(['doctor', ...args, '--json'], { node });
  const value: Report = JSON.parse(stdout);
  expect([stderr, code]).toEqual(['', value.ready ? 0 : 1]);
  return value;
}

/** A KVM that hangs makes each doctor wait 10 s: what two tests need is asked once, and those of a test run at the same time. */
let asked: Promise<Report> | undefined;
function thisMachine(): Promise<Report> {
  asked ??= report([]);
  return asked;
}

test('the table has a line for each check, its evidence and its fix', async () => {
  const [{ ready, checks }, { code, stdout, stderr }] = await Promise.all([
    thisMachine(),
    lab.cli(['doctor']),
  ]);
  expect([stderr, code]).toEqual(['', ready ? 0 : 1]);
  const lines = stdout.trimEnd().split('\n');
  for (const { title, state, fix } of checks) {
    const at = lines.findIndex((line) => line.startsWith(`${state.padEnd(7)}  ${title}  `));
    expect({ title, shown: at > 0 }).toEqual({ title, shown: true });
    if (fix !== undefined) expect(lines[at + 1]?.trim()).toBe(`fix: ${fix}`);
  }
  expect(lines.at(-1)).toMatch(ready ? /^ready: / : /^not ready: .*; begin with: /);
  lab.expectNothingLeft();
});

test('a scenario adds its memory, its VMM and its files', async () => {
  const missing = lab.scenario('missing', {
    guest: { kernel: lab.path('none'), memory: '900G' },
    vmm: 'qemu',
  });
  const [{ ready, checks }, there] = await Promise.all([
    report([missing], 20),
    report([lab.scenario('there')]),
  ]);
  lab.expectNothingLeft();
  expect(ready).toBe(false);
  expect(checks.find(({ id }) => id === 'memory')).toMatchObject({
    state: 'problem',
    evidence: expect.stringContaining('921600 MiB wanted'),
  });
  expect(checks.find(({ id }) => id === 'vmm')?.evidence).not.toContain('cloud-hypervisor');
  expect(checks.find(({ id }) => id === 'guest-files')).toMatchObject({
    state: 'problem',
    evidence: expect.stringContaining('none: no such file'),
  });
  expect(there.checks.find(({ id }) => id === 'guest-files')).toMatchObject({ state: 'ok' });
});

test('a bad scenario is bad usage', async () => {
  const { code, stderr } = await lab.cli(['doctor', lab.write('bad.yml', 'version: 1\nplatfrom: tdx\n')]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('platfrom')]);
});

test('on a machine without anything of KVM or QEMU every check has an answer', async () => {
  const bin = lab.path('empty');
  mkdirSync(bin);
  const { code, stdout, stderr } = await lab.cli(['doctor', '--json'], { env: { PATH: bin } });
  expect([code, stderr]).toEqual([1, '']);
  const { checks }: Report = JSON.parse(stdout);
  expect(checks.find(({ id }) => id === 'vmm')).toMatchObject({
    state: 'problem',
    evidence: 'qemu-system-x86_64 is not installed; cloud-hypervisor is not installed',
  });
});

test('a Trust Domain is not tried on a host that cannot boot one: errored, with the first problem and its fix', async () => {
  const { ready, checks } = await thisMachine();
  const first = checks.find(({ state, id }) => state === 'problem' && id !== 'vmm');
  if (ready || first === undefined) throw new Error('this test is for a machine without TDX');
  const scenario = lab.scenario('td', {
    platform: 'tdx',
    vmm: 'qemu',
    pins: 'current',
    firmware: 'tdvf',
    guest: { kernel: KERNEL },
  });
  const { code, result, stdout } = await lab.boot(scenario);
  expect([code, result.verdict, result.phase]).toEqual([125, 'errored', 'host']);
  expect(result.reason).toContain(`${first.title}: ${first.evidence}`);
  expect(stdout).toContain(first.fix);
  expect(readdirSync(lab.results)).toHaveLength(1);
});
