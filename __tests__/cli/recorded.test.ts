/** A recording is enough: each command takes the directory alone, on a machine that has none of its files. */

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { resultSchema } from '../../src/report/result.ts';
import { BOOTED, ORIGIN, recordRun } from '../support/recordings.ts';
import { exit, out, vm } from '../support/rules.ts';
import { runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('recorded');

const SCENARIO = `name: a login
platform: kvm
guest: {kernel: bzImage, initrd: initrd}
steps: [{expect: "login:"}]
`;

/** The recording of a run that powered off too early, copied to where another machine might have it. */
const { directory: original } = await recordRun(dir, {
  scenario: SCENARIO,
  events: [out(10, 'Linux version 6.12.0\n'), vm(20, 'shutdown'), exit(30)],
});
const copy = join(dir, 'copy of it');
cpSync(original, copy, { recursive: true });
const { directory: good } = await recordRun(dir, { scenario: SCENARIO, events: [out(10, 'login: ')] });

describe('a recording alone', () => {
  test('check gives the live result again, to the last field', async () => {
    const { code, out: json } = await runHere('check', copy, '--json');
    expect(code).toBe(1);
    const live: unknown = JSON.parse(readFileSync(join(copy, 'result.json'), 'utf8'));
    expect(JSON.parse(json)).toEqual(live);
    expect(resultSchema.parse(live)).toMatchObject({ origin: ORIGIN, booted: BOOTED, argv: ['qemu'] });
  });

  test('check judges it by another scenario where one is named', async () => {
    const other = join(dir, 'other.yml');
    writeFileSync(other, 'version: 1\nname: other\nsteps: [{expect: Linux version}]\n');
    const { code, error } = await runHere('check', copy, '--scenario', other);
    expect(code).toBe(0);
    expect(error).toMatch(
      /^notice: the recording is of ".+" on platform \S+: "other" judges what that boot showed\n$/,
    );
  });

  test.each(['html', 'junit'])('report names the %s that it cannot write', async (format) => {
    const output = join(dir, 'missing', 'report');
    const { code, error } = await runHere('report', copy, '--format', format, '--output', output);
    const message = `cannot write the report ${output}: no such file or directory\n`;
    expect([code, error.replace(/ {2}.*\n/, '')]).toEqual([2, message]);
  });

  test('report says of a path that is missing that it is', async () => {
    const { code, error } = await runHere('report', join(dir, 'missing'));
    expect([code, error]).toEqual([2, expect.stringContaining(`${join(dir, 'missing')} does not exist\n`)]);
  });

  test('diagnose says where it stopped, and for machines the same', async () => {
    const { code, out: said } = await runHere('diagnose', copy);
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/: stopped in kernel: .*\n {2}cause: powered-off-early/),
    ]);
    const machine = JSON.parse((await runHere('diagnose', copy, '--json')).out);
    expect(machine).toMatchObject({ diagnosis: { cause: 'powered-off-early' } });
    expect((await runHere('diagnose', good)).code).toBe(0);
  });

  test('diagnose reads the source lines of a trace from the vmlinux that it is given', async () => {
    const lines = [
      'BUG: kernel NULL pointer dereference, address: 0',
      'Call Trace:',
      ' <TASK>',
      ' foo+0x12/0x30',
    ];
    const printed = [...lines, ' </TASK>', 'Kernel panic - not syncing: Fatal exception', ''].join('\n');
    const { directory: crashed } = await recordRun(dir, { scenario: SCENARIO, events: [out(10, printed)] });
    const vmlinux = join(dir, 'vmlinux');
    writeFileSync(vmlinux, '\x7fELF without symbols');
    const evidenceOf = async (...options: string[]): Promise<unknown[]> =>
      JSON.parse((await runHere('diagnose', crashed, '--json', ...options)).out).diagnosis.evidence;
    // The file has none, which is said beside the rest.
    expect(await evidenceOf('--vmlinux', vmlinux)).toHaveLength((await evidenceOf()).length + 1);
  });

  test('explain gives the files with their digests, and the command for a shell', async () => {
    const { code, out: said } = await runHere('explain', copy);
    expect(code).toBe(0);
    expect(said.split('\n').slice(0, 3)).toEqual([
      '# VMM: qemu 10.1.0, /usr/bin/qemu-system-x86_64',
      `# kernel: /nowhere/bzImage (14186432 bytes, SHA-256 ${'51'.repeat(32)})`,
      `# firmware: /nowhere/OVMF.fd (4194304 bytes, SHA-256 ${'52'.repeat(32)})`,
    ]);
    expect(said).toContain("-append 'console=hvc0 quiet'");
  });

  test('run boots its scenario again: what is missing on this machine is named', async () => {
    const { code, error } = await runHere('run', copy, '--results', join(dir, 'again'));
    expect([code, error]).toEqual([2, expect.stringContaining('/nowhere/boots/bzImage')]);
  });
});

test.each([
  ['--memory', '4G'],
  ['--probe', 'initrd.cpio'],
])('explain shows the command that was: %s is refused', async (...more) => {
  const { code, error } = await runHere('explain', copy, ...more);
  expect([code, error]).toEqual([2, expect.stringContaining('is for a run that is to come')]);
});

describe('what is no whole recording', () => {
  test.each([
    ['a log', () => writeFileSync(join(dir, 'a.log'), 'x'), 'a.log', 'is no recording of a run'],
    [
      'a recording of an older tdx-boot',
      () => rmSync(join(copyOf('old'), 'origin.json')),
      'old',
      'does not say which scenario',
    ],
    [
      'a damaged origin',
      () => writeFileSync(join(copyOf('damaged'), 'origin.json'), '{}'),
      'damaged',
      'does not say where',
    ],
    [
      'no scenario',
      () => rmSync(join(copyOf('without'), 'scenario.yml')),
      'without',
      'cannot read the scenario',
    ],
  ])('%s: refused, with what to do', async (_, make, name, reason) => {
    make();
    const { code, error } = await runHere('check', join(dir, name));
    expect([code, error]).toEqual([2, expect.stringContaining(reason)]);
  });
});

test.each(['check', 'diagnose', 'explain'])(
  '%s of a directory of recordings names one of them',
  async (command) => {
    const { code, error } = await runHere(command, dir);
    expect([code, error]).toEqual([2, expect.stringContaining(`Name one of them: ${original}`)]);
  },
);

function copyOf(name: string): string {
  cpSync(original, join(dir, name), { recursive: true });
  return join(dir, name);
}
