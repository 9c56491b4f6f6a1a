/** The limits and the command line of an emulated Trust Domain, before anything is started. */

import { describe, expect, test } from '@jest/globals';
import type { LaunchSpec } from '../../src/vmm/plan.ts';
import { qemu } from '../../src/vmm/qemu.ts';
import { memoryProblem, ramLayout, ramOf } from '../../src/vmm/td-monitor.ts';

const MIB = 1024 ** 2;

test.each([
  [512, undefined],
  [2782, undefined],
  [2784, 'an emulated Trust Domain has less than 2784M, or 2816M or more'],
  [2814, 'an emulated Trust Domain has less than 2784M, or 2816M or more'],
  [2816, undefined],
  [513, 'an emulated Trust Domain has whole units of 2 MiB'],
])('%i MiB: %s', (mib, problem) => {
  expect(memoryProblem(mib * MIB)).toBe(problem);
});

test('RAM below 4 GiB is one piece until q35 splits it', () => {
  expect([ramLayout(2782 * MIB), ramLayout(2816 * MIB)]).toEqual([',max-ram-below-4g=2782M', '']);
});

test.each([
  [512, 1056, 'twice the memory of the guest, and 32 MiB'],
  [2048, 4128, 'twice'],
  [2050, 2082, 'once: twice would be split at 2 GiB'],
  [2816, 5664, 'twice: it is split anyway'],
])('a guest of %i MiB has a machine of %i MiB: %s', (mib, ram) => {
  expect(ramOf(mib * MIB)).toBe(ram);
});

describe('the command', () => {
  const spec: LaunchSpec = {
    platform: 'tdx-emulated',
    firmware: { image: '/fw/OV,MF.fd' },
    disks: [
      { path: '/img/a.img', bus: 'virtio', format: 'raw' },
      { path: '/img/b.img', bus: 'nvme', format: 'raw' },
    ],
    shares: [],
    cpus: 2,
    memory: 1024 * MIB,
    network: { type: 'user', forward: [] },
    fwCfg: { 'opt/org.tdx-boot/conformance': 'emulated,x' },
    tdMonitor: {
      host: 'intel-2022',
      mode: 'light',
      cpuid: 'compliant',
      serial: 've',
      hugePages: true,
      accel: 'tcg',
      cet: true,
    },
  };
  const { args, fifos, ends } = qemu.plan(spec, { fifosIn: '/run' }, { name: 'qemu', path: 'qemu' });
  const command = args.join(' ');

  test.each([
    [
      'emulates the processor',
      '-machine q35,accel=tcg,smm=off,pic=off,max-ram-below-4g=1024M,memory-backend=ram -cpu max,phys-bits=48,mpx=off,pku=off',
    ],
    ['gives private pages RAM of their own, and the monitor 32 MiB', '-m 2080M'],
    ['reserves no RAM', '-object memory-backend-ram,id=ram,size=2080M,reserve=off'],
    ['gives the firmware to the monitor', '-fw_cfg name=opt/org.tdx-boot/firmware,file=/fw/OV,,MF.fd'],
    [
      'gives the options to the monitor',
      '-fw_cfg name=opt/org.tdx-boot/options,string=host=intel-2022 mode=light cpuid=compliant serial=ve huge-pages=on xfam=0x18e7',
    ],
    ['gives texts to the guest', '-fw_cfg name=opt/org.tdx-boot/conformance,string=emulated,,x'],
    ['has virtio devices as a TD has', 'virtio-blk-pci,drive=disk0,disable-legacy=on,iommu_platform=on'],
    ['leaves other devices alone', '-device nvme,drive=disk1,serial=disk1 '],
    [
      'has a network as a TD has',
      '-netdev user,id=net -device virtio-net-pci,netdev=net,disable-legacy=on,iommu_platform=on',
    ],
    ['has one BIOS', ' -bios '],
  ])('%s', (_, part) => {
    expect(command.split(part)).toHaveLength(2);
  });

  test('with accel: kvm, has the processor of the host', () => {
    const onKvm = { ...spec, tdMonitor: { ...spec.tdMonitor, accel: 'kvm' } } as const;
    const line = qemu.plan(onKvm, { fifosIn: '/run' }, { name: 'qemu', path: 'qemu' }).args.join(' ');
    expect(line).toContain(
      '-machine q35,accel=kvm,smm=off,pic=off,max-ram-below-4g=1024M,memory-backend=ram -cpu host ',
    );
  });

  test('gives kernel and command line to td-shim through the monitor', () => {
    const shim = { ...spec, payloadSections: true, kernel: '/k,1', cmdline: 'console=ttyS0,115200' } as const;
    const line = qemu.plan(shim, { fifosIn: '/run' }, { name: 'qemu', path: 'qemu' }).args.join(' ');
    expect(line).toContain(
      '-fw_cfg name=opt/org.tdx-boot/kernel,file=/k,,1 -fw_cfg name=opt/org.tdx-boot/cmdline,string=console=ttyS0,,115200',
    );
    expect(line).not.toMatch(/ -(kernel|append) /);
  });

  test("has the monitor's log as a stream, and says how the guest ended", () => {
    expect([...fifos.keys()]).toContain('td-module');
    expect(ends?.get(7)).toMatchObject({ state: 'crashed' });
    expect(ends?.get(3)).toMatchObject({ state: 'broken' });
  });
});
