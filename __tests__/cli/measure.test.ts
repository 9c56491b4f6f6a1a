/** `tdx-boot measure FIRMWARE`: tables, JSON, events, and what it refuses. */

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ACPI, CANONICAL, fixture, GCE } from '../tdx/fixtures.ts';
import { buildImage, TD_SHIM, tdvf } from '../tdx/image-builder.ts';
import { buildKernel } from '../tdx/pe-builder.ts';
import { at, file, GCE_MRTD, measure } from './measure-lab.ts';

const gce = file('gce.fd', fixture(GCE));
const edk2 = file('edk2.fd', buildImage(tdvf()));
const tdShim = file('td-shim.bin', buildImage(TD_SHIM));
const kernel = file('vmlinuz', buildKernel());
const initrd = file('initrd', 'initrd');

describe('measure FIRMWARE', () => {
  test('prints each value once, with all who measure so', async () => {
    const { code, out } = await measure(gce);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines.slice(0, 2)).toEqual([
      'gce.fd: tdvf',
      expect.stringMatching(/^register +value +as measured by$/),
    ]);
    expect(lines.slice(2, 5).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['mrtd', GCE_MRTD, 'qemu interleaved'],
      ['cloud-hypervisor interleaved'],
      ['specification interleaved'],
    ]);
    expect(out).toContain(
      '  EV_EFI_HANDOFF_TABLES2 (TD HOB): it lists the memory of the guest, whose size is not given',
    );
  });

  test('takes variables from a copy of efivarfs and by name', async () => {
    const directory = at('efivars');
    mkdirSync(directory);
    const vendor = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
    writeFileSync(join(directory, `BootOrder-${vendor}`), Buffer.from('070000000000', 'hex'));
    writeFileSync(join(directory, `ConIn-${vendor}`), 'of no interest');
    const args = [
      edk2,
      '--variables',
      directory,
      '--variables',
      `Boot0000=${initrd}`,
      '--events',
      'edk2-stable202411',
    ];
    const { code, out } = await measure(...args, '--list-events');
    expect(code).toBe(0);
    const digest = (content: Uint8Array): string => createHash('sha384').update(content).digest('hex');
    expect(out).toMatch(new RegExp(`BootOrder +${digest(Buffer.alloc(2))}`));
    expect(out).toMatch(new RegExp(`Boot0000 +${digest(Buffer.from('initrd'))}`));
  });

  test.each([
    [['--vmm', 'cloud-hypervisor'], [['cloud-hypervisor interleaved']]],
    [
      ['--vmm', 'qemu'],
      [['qemu interleaved'], ['qemu two-pass']],
    ],
    [['--order', 'two-pass'], [['qemu two-pass']]],
  ])('with %p', async (options, by) => {
    const { out } = await measure(gce, '--json', ...options);
    const { expected } = JSON.parse(out) as { expected: { register: string; by: string[] }[] };
    expect(expected.filter(({ register }) => register === 'mrtd').map((row) => row.by)).toEqual(by);
  });

  test('a direct kernel boot: everything that can be known', async () => {
    const tables = file('acpi', fixture(ACPI));
    const boot = ['--kernel', kernel, '--initrd', initrd, '--cmdline', 'console=ttyS0'];
    const options = ['--memory', '2G', '--acpi-tables', tables, '--events', 'edk2-stable202411', ...boot];
    const { code, out } = await measure(edk2, '--json', ...options);
    const { expected, firmware, sha256, size, events } = JSON.parse(out);
    expect({ code, firmware, size }).toEqual({ code: 0, firmware: 'tdvf', size: 4 << 20 });
    expect(sha256).toBe(createHash('sha256').update(buildImage(tdvf())).digest('hex'));
    expect(expected.filter(({ value }: { value?: string }) => value === undefined)).toEqual([]);
    expect(events).toEqual([
      {
        by: 'edk2-stable202411',
        events: expect.arrayContaining([expect.objectContaining({ text: 'Boot0000' })]),
      },
    ]);
    expect(CANONICAL.rtmr0).toMatch(/^e1cf/);
  });

  test('td-shim: RTMR1 of kernel and command line', async () => {
    const { code, out } = await measure(tdShim, '--kernel', kernel, '--cmdline', 'console=hvc0');
    expect(code).toBe(0);
    expect(out).toMatch(/^rtmr1 +[0-9a-f]{96} +td-shim v0\.8\.0$/m);
    expect(out).toMatch(/^rtmr0 cannot be predicted for td-shim v0\.8\.0:\n {2}.*ACPI tables/m);
  });

  test('registers that cannot be predicted for one reason are named together', async () => {
    const silent = file('silent.fd', buildImage(tdvf(['DxeCore'])));
    const { out } = await measure(silent);
    expect(out.match(/^.* cannot be predicted for /gm)).toEqual([
      'rtmr0, rtmr1, rtmr2, rtmr3 cannot be predicted for ',
    ]);
  });

  test('--list-events lists digests and reasons', async () => {
    const { out } = await measure(edk2, '--list-events', '--events', 'edk2-13b97736', '--memory', '1G');
    expect(out).toMatch(/^events of edk2-13b97736$/m);
    expect(out).toMatch(/^rtmr0 +EV_EFI_VARIABLE_DRIVER_CONFIG +SecureBoot +9dc3a1f8/m);
    expect(out).toMatch(/^rtmr0 +EV_EFI_VARIABLE_BOOT +boot options +not predictable: /m);
  });

  test.each<[string, string[], RegExp]>([
    ['no such file', ['missing.fd'], /cannot read the firmware: no such file or directory/],
    ['no firmware', [kernel], /vmlinuz: not a firmware image/],
    ['a command line without a kernel', [edk2, '--cmdline', 'quiet'], /--initrd and --cmdline need a kernel/],
    ['an initrd for td-shim', [tdShim, '--kernel', kernel, '--initrd', initrd], /td-shim hands no initrd/],
    ['a kernel that is no bzImage', [edk2, '--kernel', initrd], /no 'HdrS'/],
    ['a TD HOB for TDVF', [edk2, '--td-hob', initrd], /--td-hob is for td-shim/],
    ['variables for td-shim', [tdShim, '--variables', `BootOrder=${initrd}`], /--variables is for TDVF/],
    [
      'an owner without variables',
      [edk2, '--owner', '77fa9abd-0359-4d32-bd60-28f4e78f784b'],
      /--owner is for certificates that --variables gives/,
    ],
    ['variables that are not there', [edk2, '--variables', '/none.fd'], /cannot read the variables/],
    ['a file of no variable', [edk2, '--variables', initrd], /initrd: not a file of EFI variables/],
    [
      'a directory without variables',
      [edk2, '--variables', '/proc/self/fd'],
      /has no variable that is measured/,
    ],
    ['an owner that is no GUID', [edk2, '--owner', 'me'], /Give a GUID/],
    ['a TD HOB that is none', [tdShim, '--td-hob', initrd], /initrd: (the )?TD HOB/],
    ['malformed ACPI tables', [edk2, '--acpi-tables', initrd], /initrd: the ACPI tables/],
    ['memory without a unit', [edk2, '--memory', '2048'], /Give a size such as/],
    [
      'less memory than the firmware needs',
      [edk2, '--memory', '4M'],
      /edk2\.fd: section 2 \(TempMem\).*no free RAM/,
    ],
    ['an unknown edk2', [edk2, '--events', 'edk2'], /Allowed choices are edk2-13b97736,/],
  ])('%s: exit code 2', async (_what, args, message) => {
    const { code, out, error } = await measure(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
  });
});
