/** The lint and the compatibility table as a user meets them: `validate`, `run` and `explain`. */

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.ts';
import { bzImage } from '../support/bz-image.ts';

const dir = mkdtempSync(join(tmpdir(), 'tdx-boot-lint-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeFileSync(join(dir, 'mainline'), bzImage('6.12.0'));
writeFileSync(join(dir, 'intel'), bzImage('6.2.16-mvp20v2+8-generic'));
writeFileSync(join(dir, 'hostile'), bzImage('6.2.16-mvp1\x1b[31m'));
writeFileSync(join(dir, 'disk.img'), 'a disk');
writeFileSync(join(dir, 'initrd'), 'an initrd');

async function tdxBoot(command: string, text: string, ...options: string[]) {
  const file = join(dir, 'td.yml');
  writeFileSync(file, text);
  let out = '';
  let error = '';
  const code = await main([command, file, ...options], {
    out: { write: (more) => (out += more) },
    error: { write: (more) => (error += more) },
  });
  return { code, out: out.replaceAll(`${dir}/`, ''), error: error.replaceAll(`${dir}/`, '') };
}

const scenario = (...lines: string[]): string =>
  ['version: 1', ...lines, 'steps: [{ expect: login }]', ''].join('\n');
const TD_SHIM = scenario(
  'platform: tdx',
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
      error:
        'td.yml:6:11: the initrd never reaches a Trust Domain of Cloud Hypervisor. Use a root disk, or build the initramfs into the kernel (CONFIG_INITRAMFS_SOURCE).\n',
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
      ['no-console', 'warning', expect.objectContaining({ line: 5 })],
      ['initrd-ignored', 'error', expect.objectContaining({ line: 6, column: 11 })],
    ]);
    expect(said.problems).toEqual([
      { where: expect.objectContaining({ line: 6 }), message: expect.stringContaining('never reaches') },
    ]);
  });

  test('as JSON: nothing to say', async () => {
    const text = scenario('platform: kvm', 'guest: { disks: [disk.img] }');
    const { code, out } = await tdxBoot('validate', text, '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { valid: true, problems: [], findings: [] }]);
  });

  test.each<[string, string, RegExp]>([
    [
      'td-shim without a TD',
      scenario(
        'platform: emulated',
        'firmware: td-shim',
        'guest: { kernel: mainline, cmdline: console=hvc0 }',
      ),
      /^td\.yml:3:11: this cannot boot: td-shim keeps its stack .* Boot td-shim with platform: tdx/,
    ],
    [
      'td-shim with QEMU',
      scenario(
        'platform: tdx',
        'vmm: qemu',
        'firmware: td-shim',
        'guest: { kernel: mainline, cmdline: console=hvc0 }',
      ),
      /^td\.yml:4:11: this cannot boot: QEMU refuses td-shim's Linux image/,
    ],
    [
      'td-shim with QEMU, and a disk',
      scenario(
        'platform: tdx',
        'vmm: qemu',
        'firmware: td-shim',
        'guest: { kernel: mainline, cmdline: console=hvc0, disks: [disk.img] }',
      ),
      /^td\.yml:4:11: this cannot boot: QEMU refuses td-shim's Linux image/,
    ],
  ])('what the table refuses on every host: %s', async (_, text, message) => {
    const { code, error } = await tdxBoot('validate', text);
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });

  test('what a rule says better is not said twice', async () => {
    const text = scenario('platform: tdx', 'firmware: td-shim', 'guest: { disks: [disk.img] }');
    const { code, error } = await tdxBoot('validate', text);
    expect([code, error.trimEnd().split('\n')]).toEqual([
      2,
      [expect.stringMatching(/^td\.yml:4:8: firmware td-shim boots a kernel, and guest\.kernel is not set/)],
    ]);
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
    expect(error).toContain('td.yml:6:11: the initrd never reaches');
    expect(readdirSync(dir)).not.toContain('results');
  });

  test('explain prints what the table says', async () => {
    const text = scenario('platform: emulated', 'guest: { disks: [disk.img] }');
    const { code, out } = await tdxBoot('explain', text);
    expect(code).toBe(0);
    expect(out).toContain('# emulated, qemu, no firmware, disk, 1 CPU: unknown\n');
    const json = JSON.parse((await tdxBoot('explain', text, '--json')).out);
    expect(json.compatibility).toEqual(['emulated, qemu, no firmware, disk, 1 CPU: unknown']);
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
});
