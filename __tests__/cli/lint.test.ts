/** The lint and the compatibility table as a user meets them: `validate`, `run` and `explain`. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { bzImage } from '../support/bz-image.ts';
import { qcow2 } from '../support/qcow2.ts';
import { runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('lint');
writeFileSync(join(dir, 'mainline'), bzImage('6.12.0'));
writeFileSync(join(dir, 'intel'), bzImage('6.2.16-mvp20v2+8-generic'));
writeFileSync(join(dir, 'hostile'), bzImage('6.2.16-mvp1\x1b[31m'));
writeFileSync(join(dir, 'disk.img'), 'a disk');
writeFileSync(join(dir, 'initrd'), '070701, a cpio archive');

async function tdxBoot(command: string, text: string, ...options: string[]) {
  const file = join(dir, 'td.yml');
  writeFileSync(file, text);
  const { code, out, error } = await runHere(command, file, ...options);
  return { code, out: out.replaceAll(`${dir}/`, ''), error: error.replaceAll(`${dir}/`, '') };
}

const scenario = (...lines: string[]): string =>
  ['version: 1', ...lines, 'steps: [{ expect: login }]', ''].join('\n');
const TD_SHIM = scenario(
  'platform: tdx',
  'vmm: cloud-hypervisor',
  'firmware: td-shim',
  'guest:',
  '  kernel: mainline',
  '  initrd: initrd',
);

describe('validate', () => {
  test('an error is refused with its place and what to do', async () => {
    expect(await tdxBoot('validate', TD_SHIM)).toEqual({
      code: 2,
      out: '',
      error: expect.stringMatching(
        /^td\.yml:7:11: Cloud Hypervisor gives a Trust Domain no initrd: .*CONFIG_INITRAMFS_SOURCE.*\n$/,
      ),
    });
  });

  test('a warning is shown, and the scenario is valid', async () => {
    const text = scenario('platform: emulated', 'guest: { kernel: mainline, initrd: initrd }');
    const { code, out } = await tdxBoot('validate', text);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^td\.yml:3:8: warning: the kernel command line names no console.* \[no-console\]\ntd\.yml: valid\n$/,
    );
  });

  test('as JSON: findings with their rule, and problems where they refuse it', async () => {
    const { code, out } = await tdxBoot('validate', TD_SHIM, '--json');
    const said = JSON.parse(out);
    expect([code, said.valid]).toEqual([2, false]);
    expect(
      said.findings.map(({ rule, severity, where }: Record<string, unknown>) => [rule, severity, where]),
    ).toEqual([
      ['no-console', 'warning', expect.objectContaining({ line: 6 })],
      ['ch-td-initrd', 'error', expect.objectContaining({ line: 7, column: 11 })],
    ]);
    expect(said.problems).toEqual([
      { where: expect.objectContaining({ line: 7 }), message: expect.stringContaining('no initrd') },
    ]);
  });

  test('as JSON: nothing to say', async () => {
    const text = scenario('platform: kvm', 'guest: { disks: [disk.img] }');
    const { code, out } = await tdxBoot('validate', text, '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { valid: true, problems: [], findings: [] }]);
  });

  test('a suite: how many scenarios it has, or the mistakes of all of them', async () => {
    writeFileSync(join(dir, 'a.yml'), scenario('platform: kvm', 'guest: { disks: [disk.img] }'));
    const suite = (entry: string): string =>
      `version: 1\nscenarios: [${entry}]\nmatrix: { memory: [512M, 1G] }\n`;
    expect(await tdxBoot('validate', suite('a.yml'))).toMatchObject({
      code: 0,
      out: 'td.yml: valid (2 scenarios)\n',
    });
    const bad = suite('a.yml, {file: a.yml, set: {cpus: four}}');
    const { code, error } = await tdxBoot('validate', bad);
    expect([code, error]).toEqual([2, expect.stringMatching(/^td\.yml:2:\d+: cpus=four: .*"four"/)]);
    const { out } = await tdxBoot('validate', bad, '--json');
    expect(JSON.parse(out)).toMatchObject({
      valid: false,
      problems: [{ message: expect.stringContaining('"four"') }],
    });
  });

  test('takes several scenarios, as run does, and tells the mistakes of all', async () => {
    const file = (name: string, disk: string): string => {
      writeFileSync(join(dir, name), scenario('platform: kvm', `guest: { disks: [${disk}] }`));
      return join(dir, name);
    };
    const [one, two] = [file('one.yml', 'disk.img'), file('two.yml', 'disk.img')];
    expect(await runHere('validate', one, two)).toMatchObject({
      code: 0,
      out: `${one} ${two}: valid (2 scenarios)\n`,
    });
    const bad = ['x.yml', 'y.yml'].map((name) => file(name, 'none.img'));
    const { code, error } = await runHere('validate', one, ...bad);
    expect([code, error]).toEqual([2, expect.stringMatching(/x\.yml:3:.*\n.*y\.yml:3:/)]);
    const { out } = await runHere('validate', one, ...bad, '--json');
    expect(JSON.parse(out)).toMatchObject({ valid: false, problems: [{}, {}] });
  });

  test.each<[string, string, RegExp]>([
    [
      'td-shim without a TD',
      scenario(
        'platform: emulated',
        'firmware: td-shim',
        'guest: { kernel: mainline, cmdline: console=hvc0 }',
      ),
      /^td\.yml:3:11: td-shim keeps its stack .* Boot td-shim with platform: tdx/,
    ],
    [
      'td-shim with QEMU',
      scenario(
        'platform: tdx',
        'vmm: qemu',
        'firmware: td-shim',
        'guest: { kernel: mainline, cmdline: console=hvc0 }',
      ),
      /^td\.yml:4:11: QEMU refuses td-shim's Linux image/,
    ],
    [
      'td-shim with QEMU, and a disk',
      scenario(
        'platform: tdx',
        'vmm: qemu',
        'firmware: td-shim',
        'guest: { kernel: mainline, cmdline: console=hvc0, disks: [disk.img] }',
      ),
      /^td\.yml:4:11: QEMU refuses td-shim's Linux image/,
    ],
  ])('what the table refuses on every host: %s', async (_, text, message) => {
    const { code, error } = await tdxBoot('validate', text);
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });

  test('what holds with every VMM is said once', async () => {
    const text = scenario('platform: tdx', 'firmware: td-shim', 'guest: { disks: [disk.img] }');
    const { code, error } = await tdxBoot('validate', text);
    expect([code, error.trimEnd().split('\n')]).toEqual([
      2,
      [
        expect.stringMatching(
          /^td\.yml:4:8: td-shim's Linux image reads no disk, and guest\.kernel is not set/,
        ),
      ],
    ]);
  });

  test('what neither VMM boots has a reason for each, at its place', async () => {
    const text = scenario(
      'platform: tdx',
      'firmware: td-shim',
      'guest: { kernel: mainline, initrd: initrd, cmdline: console=hvc0 }',
    );
    const { code, error } = await tdxBoot('validate', text);
    expect([code, error.trimEnd().split('\n')]).toEqual([
      2,
      [
        expect.stringMatching(/^td\.yml:3:11: with qemu, QEMU refuses td-shim's Linux image/),
        expect.stringMatching(
          /^td\.yml:4:36: with cloud-hypervisor, Cloud Hypervisor gives a Trust Domain no initrd/,
        ),
      ],
    ]);
  });

  test('firmware that hangs on every host of today is a warning, at the pins', async () => {
    const text = scenario(
      'platform: tdx',
      'firmware: tdvf',
      'pins: documented',
      'guest: { disks: [disk.img] }',
    );
    const { code, out } = await tdxBoot('validate', text);
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(
        /^td\.yml:4:7: warning: on a host of Linux 6\.16 or later this cannot boot: TDVF before edk2-stable202405.* Use "pins: current".* \[tdvf-rbp\]$/,
      ),
    ]);
  });

  test('a disk that would bring a file of the host into the guest is refused, unless the scenario allows it', async () => {
    writeFileSync(join(dir, 'secret.qcow2'), qcow2({ backingFile: '/etc/hostname', backingFormat: 'raw' }));
    const text = (disk: string) => scenario('platform: emulated', `guest: { disks: [${disk}] }`);
    expect(await tdxBoot('validate', text('secret.qcow2'))).toEqual({
      code: 2,
      out: '',
      error: expect.stringMatching(
        /^td\.yml:3:18: guest\.disks\[1\]: secret\.qcow2: is a qcow2 image that reads "\/etc\/hostname" of this host into the guest; write backing: allow/,
      ),
    });
    expect(await tdxBoot('validate', text('{ path: secret.qcow2, backing: allow }'))).toMatchObject({
      code: 0,
    });
    const { out } = await tdxBoot('explain', text('{ path: secret.qcow2, format: raw }'));
    expect(out).toContain('format=raw,snapshot=on,file=secret.qcow2');
  });

  test('a kernel that looks like the guest tree of Intel, and one whose name would colour the terminal', async () => {
    for (const kernel of ['intel', 'hostile']) {
      const text = scenario(
        'platform: tdx',
        'firmware: tdvf',
        `guest: { kernel: ${kernel}, cmdline: console=ttyS0 }`,
      );
      const { code, out } = await tdxBoot('validate', text);
      expect(code).toBe(0);
      expect(out).toContain('console=ttyS0 prints nothing in a TD. Use console=hvc0');
      expect(out).not.toContain('\x1b');
    }
  });
});

describe('run and explain say the same, and start nothing', () => {
  test.each(['run', 'explain'])('%s', async (command) => {
    const results = join(dir, 'results');
    const options = command === 'run' ? ['--results', results] : [];
    const { code, error } = await tdxBoot(command, TD_SHIM, ...options);
    expect(code).toBe(2);
    expect(error).toContain('td.yml:7:11: Cloud Hypervisor gives a Trust Domain no initrd');
    expect(readdirSync(dir)).not.toContain('results');
  });

  test('explain prints what the table says', async () => {
    const text = scenario('platform: emulated', 'guest: { disks: [disk.img] }');
    const { code, out } = await tdxBoot('explain', text);
    expect(code).toBe(0);
    const line =
      'emulated, qemu, no firmware, disk, 1 CPU: an ordinary VM, and nothing known speaks against it';
    expect(out).toContain(`# ${line}\n`);
    const json = JSON.parse((await tdxBoot('explain', text, '--json')).out);
    expect(json.compatibility).toEqual([line]);
  });

  test('explain names the path of a firmware that is not built, and what builds it', async () => {
    const text = scenario(
      'platform: emulated',
      'firmware: { recipe: tdvf, build: debug, defines: [A=B] }',
      'guest: { disks: [disk.img] }',
    );
    const { code, out } = await tdxBoot('explain', text);
    expect(code).toBe(0);
    expect(out).toContain(
      '# The firmware is not built yet: tdx-boot firmware build tdvf --build debug --define A=B\n',
    );
    expect(out).toMatch(/-bios \S+\/entries\/tdvf-debug-[0-9a-f]{16}-[0-9a-f]{16}\/OVMF\.fd /);
  });

  test('explain writes the probe guest to a new file, and over no other', async () => {
    const text = scenario('platform: emulated', 'guest: { kernel: mainline, cmdline: console=hvc0 }').replace(
      'steps: [{ expect: login }]\n',
      '',
    );
    writeFileSync(join(dir, 'precious'), 'mine');
    const taken = await tdxBoot('explain', text, '--probe', join(dir, 'precious'));
    expect([taken.code, taken.out, readFileSync(join(dir, 'precious'), 'utf8')]).toEqual([2, '', 'mine']);
    expect(taken.error).toContain('precious exists, and --probe does not overwrite it');
    const fresh = await tdxBoot('explain', text, '--probe', join(dir, 'probe.cpio'));
    expect([fresh.code, readFileSync(join(dir, 'probe.cpio')).subarray(0, 6).toString()]).toEqual([
      0,
      '070701',
    ]);
  });
});

describe('a scenario that only judges logs', () => {
  const log = join(dir, 'console.log');
  writeFileSync(log, 'td login: on / # from fstab\n');

  test.each(['validate', 'check'])(
    'two steps that one line would meet are refused by %s',
    async (command) => {
      const text = 'version: 1\nsteps: [{any-order: [{expect: "login: "}, {expect: "login: "}]}]\n';
      writeFileSync(join(dir, 'td.yml'), text);
      const args = command === 'check' ? ['check', log, '--scenario'] : ['validate'];
      expect(await runHere(...args, join(dir, 'td.yml'))).toEqual({
        code: 2,
        out: '',
        error: expect.stringContaining(
          'td.yml:2:43: "login: " is expected twice in one any-order group, and one line meets both',
        ),
      });
    },
  );

  test('what an extended file forbids and a list of its own drops is a warning with both places', async () => {
    writeFileSync(join(dir, 'base.yml'), 'version: 1\nsteps: [{expect: "up"}]\nforbid: ["BAD"]\n');
    writeFileSync(join(dir, 'td.yml'), 'version: 1\nextends: base.yml\nforbid: [WORSE]\n');
    const { out } = await runHere('validate', join(dir, 'td.yml'));
    expect(out).toMatch(
      /td\.yml:3:9: warning: .* no longer forbids "BAD" \(.*base\.yml:3:10\)\. .*\[forbids-less\]/,
    );
  });

  test('a prompt without a word is a warning of check, beside its result', async () => {
    writeFileSync(join(dir, 'td.yml'), 'version: 1\nsteps: [{expect: "/ #"}]\n');
    const { code, out, error } = await runHere('check', log, '--scenario', join(dir, 'td.yml'), '--json');
    expect([code, JSON.parse(out).verdict]).toEqual([0, 'passed']);
    expect(error).toMatch(/td\.yml:2:9: warning: .*so general that .*\[generic-prompt\]/);
  });
});
