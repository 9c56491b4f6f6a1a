/** Golden command lines: what each back end is started with, for every kind of guest that it boots. */

import { describe, expect, test } from '@jest/globals';
import { backendFor } from '../../src/vmm/backends.ts';
import { cloudHypervisor } from '../../src/vmm/cloud-hypervisor.ts';
import type { LaunchPlan, LaunchSpec, Program, Wiring } from '../../src/vmm/plan.ts';
import { qemu } from '../../src/vmm/qemu.ts';
import { VMMS } from '../../src/words/words.ts';
import { TD_MONITOR } from '../support/td-monitor.ts';

const V47: Program = {
  name: 'cloud-hypervisor',
  path: '/opt/cloud-hypervisor',
  version: '47.0',
  tdx: true,
};
const V52: Program = { ...V47, version: '52.0' };
const QEMU: Program = { name: 'qemu', path: '/usr/bin/qemu-system-x86_64', version: '10.1.0', tdx: true };

const GUEST = {
  cpus: 4,
  memory: 2 * 1024 ** 3,
  network: 'none',
  disks: [],
  shares: [],
  tdMonitor: TD_MONITOR,
} as const;
const TD: LaunchSpec = { ...GUEST, platform: 'tdx', firmware: { image: '/fw/OVMF.fd' } };
const KVM: LaunchSpec = { ...GUEST, platform: 'kvm' };
const DISK = { path: '/img/disk.img', bus: 'virtio', format: 'raw' } as const;
const QCOW = { path: '/img/disk,1.qcow2', bus: 'virtio', format: 'qcow2' } as const;
const KERNEL = { kernel: '/boot/bzImage', cmdline: 'root=/dev/vda3 console=hvc0 rw' };
const SHIM: LaunchSpec = { ...TD, ...KERNEL, firmware: { image: '/fw/final.bin' } };

/** What every command of Cloud Hypervisor ends with. */
const CH_STREAMS = [
  '--serial file=/run/serial.out --console file=/run/console.out --pvpanic',
  '--event-monitor fd=3 --api-socket path=/run/api.sock',
].join(' ');
const CH_SIZE = '--cpus boot=4 --memory size=2048M';

describe('Cloud Hypervisor', () => {
  test.each<[string, LaunchSpec, Program, string]>([
    [
      'TDVF and a disk, as documented',
      { ...TD, disks: [DISK] },
      V47,
      `--platform tdx=on --firmware /fw/OVMF.fd ${CH_SIZE} --disk path=/run/disk0.raw ${CH_STREAMS}`,
    ],
    [
      'from v51.0 on a disk says what it is, or its first sector could not be written',
      { ...TD, disks: [DISK, QCOW] },
      V52,
      `--platform tdx=on --firmware /fw/OVMF.fd ${CH_SIZE} --disk path=/run/disk0.raw,image_type=raw path=/run/disk1.qcow2,image_type=qcow2 ${CH_STREAMS}`,
    ],
    [
      'td-shim, a kernel and a disk, as documented',
      { ...SHIM, disks: [DISK] },
      V47,
      `--platform tdx=on --firmware /fw/final.bin --kernel /boot/bzImage --cmdline <root=/dev/vda3 console=hvc0 rw> ${CH_SIZE} --disk path=/run/disk0.raw ${CH_STREAMS}`,
    ],
    [
      'td-shim with its own payload',
      { ...TD, firmware: { image: '/fw/final.bin' } },
      V47,
      `--platform tdx=on --firmware /fw/final.bin ${CH_SIZE} ${CH_STREAMS}`,
    ],
    [
      'without a TD: a kernel with its initrd',
      { ...KVM, ...KERNEL, initrd: '/boot/initrd' },
      V47,
      `--kernel /boot/bzImage --initramfs /boot/initrd --cmdline <root=/dev/vda3 console=hvc0 rw> ${CH_SIZE} ${CH_STREAMS}`,
    ],
    [
      'without a TD: a firmware and a disk',
      { ...KVM, firmware: { image: '/fw/CLOUDHV.fd' }, disks: [DISK] },
      V52,
      `--firmware /fw/CLOUDHV.fd ${CH_SIZE} --disk path=/run/disk0.raw,image_type=raw ${CH_STREAMS}`,
    ],
    [
      'memory that is no whole number of MiB is rounded up',
      { ...TD, memory: 1024 ** 3 + 1 },
      V47,
      `--platform tdx=on --firmware /fw/OVMF.fd --cpus boot=4 --memory size=1025M ${CH_STREAMS}`,
    ],
  ])('%s', (_, spec, program, expected) => {
    const plan = cloudHypervisor.plan(spec, { fifosIn: '/run' }, program);
    expect(shown(plan)).toBe(expected);
    expect(plan).toMatchObject({
      command: '/opt/cloud-hypervisor',
      fds: new Map([[3, 'control']]),
      fifos: new Map([
        ['serial', '/run/serial'],
        ['console', '/run/console'],
      ]),
      stdout: 'debugcon',
      apiSocket: '/run/api.sock',
    });
  });

  test.each<[string, LaunchSpec['vsock'], string]>([
    ['of the run', undefined, '/run/vsock.sock_29796'],
    ['of the scenario', { cid: 42, socket: '/s' }, '/s_29796'],
  ])('the agent connects to a socket beside that of vsock, which is one %s', (_, vsock, agentSocket) => {
    const spec = { ...TD, agent: true, ...(vsock === undefined ? {} : { vsock }) };
    expect(cloudHypervisor.plan(spec, { fifosIn: '/run' }, V47).agentSocket).toBe(agentSocket);
    expect(cloudHypervisor.plan(spec, 'files', V47).agentSocket).toBeUndefined();
    expect(
      cloudHypervisor.plan({ ...spec, agent: false }, { fifosIn: '/run' }, V47).agentSocket,
    ).toBeUndefined();
  });

  test.each([
    ['serial', ['--serial', 'tty', '--console', 'file=/run/console.out'], ['console']],
    ['console', ['--serial', 'file=/run/serial.out', '--console', 'tty'], ['serial']],
  ] as const)('the stream that is typed into is a terminal: %s', (typed, streams, pipes) => {
    const plan = cloudHypervisor.plan({ ...TD, typed }, { fifosIn: '/run' }, V47);
    expect(plan.args.slice(plan.args.indexOf('--serial')).slice(0, 4)).toEqual(streams);
    expect([plan.typed, plan.stdout, [...plan.fifos.keys()]]).toEqual([typed, typed, pipes]);
  });

  test('the guest writes to copies of its disks', () => {
    const plan = cloudHypervisor.plan({ ...TD, disks: [DISK, QCOW] }, { fifosIn: '/run' }, V47);
    expect(plan.copies).toEqual([
      ['/img/disk.img', '/run/disk0.raw'],
      ['/img/disk,1.qcow2', '/run/disk1.qcow2'],
    ]);
    expect(plan.args.join(' ')).not.toContain('/img/');
  });

  test('a path with a comma is quoted', () => {
    const plan = cloudHypervisor.plan({ ...TD, disks: [DISK] }, { fifosIn: '/a,b' }, V47);
    expect(plan.args).toEqual(
      expect.arrayContaining(['path="/a,b/disk0.raw"', 'file="/a,b/serial.out"', 'path="/a,b/api.sock"']),
    );
  });

  test('for a shell each stream goes to a file, and nothing needs tdx-boot', () => {
    const plan = cloudHypervisor.plan({ ...TD, disks: [DISK] }, 'files', V47);
    expect(shown(plan)).toBe(
      `--platform tdx=on --firmware /fw/OVMF.fd ${CH_SIZE} --disk path=disk0.raw --serial file=serial.log --console file=console.log --pvpanic`,
    );
    expect(plan).toMatchObject({
      fds: new Map(),
      fifos: new Map(),
      copies: [['/img/disk.img', 'disk0.raw']],
    });
  });

  test.each([
    ['v52.0', 'path=/run/disk0.raw,image_type=raw'],
    ['47.0', 'path=/run/disk0.raw'],
  ])('the options are those of its version, with or without the v: %s', (version, disk) => {
    const plan = cloudHypervisor.plan({ ...TD, disks: [DISK] }, { fifosIn: '/run' }, { ...V47, version });
    expect(plan.args).toContain(disk);
  });

  test('a program that was not asked gets the options of the version that tdx-boot builds', () => {
    const program: Program = { name: 'cloud-hypervisor', path: '/opt/cloud-hypervisor' };
    const plan = cloudHypervisor.plan({ ...TD, disks: [DISK] }, { fifosIn: '/run' }, program);
    expect(plan.args).toContain('path=/run/disk0.raw');
  });
});

const QEMU_MACHINE =
  '-smp 4 -m 2048M -nodefaults -no-user-config -display none -no-reboot -device pvpanic-pci';
const QEMU_STREAMS = [
  '-device virtio-serial-pci -chardev pipe,id=console,path=/run/console -device virtconsole,chardev=console',
  '-chardev pipe,id=serial,path=/run/serial -serial chardev:serial',
  '-chardev pipe,id=debugcon,path=/run/debugcon -device isa-debugcon,iobase=0x402,chardev=debugcon',
  '-chardev socket,id=control,fd=3 -qmp chardev:control -S',
].join(' ');
const TD_MACHINE = `-machine q35,accel=kvm,kernel-irqchip=split,confidential-guest-support=tdx0 -cpu host ${QEMU_MACHINE}`;
const TD_OBJECT = '-object {"qom-type":"tdx-guest","id":"tdx0"} -d guest_errors';
const QEMU_DISK =
  '-drive if=none,id=disk0,format=raw,snapshot=on,file=/img/disk.img -device virtio-blk-pci,drive=disk0';

describe('QEMU', () => {
  test.each<[string, LaunchSpec, string]>([
    [
      'TDVF and a disk',
      { ...TD, disks: [DISK] },
      `${TD_MACHINE} ${TD_OBJECT} -bios /fw/OVMF.fd ${QEMU_DISK} -nic none ${QEMU_STREAMS}`,
    ],
    [
      'TDVF and a kernel with its initrd',
      { ...TD, ...KERNEL, initrd: '/boot/initrd' },
      `${TD_MACHINE} ${TD_OBJECT} -bios /fw/OVMF.fd -kernel /boot/bzImage -initrd /boot/initrd -append <root=/dev/vda3 console=hvc0 rw> -nic none ${QEMU_STREAMS}`,
    ],
    [
      'td-shim with an executable payload',
      { ...TD, firmware: { image: '/fw/final.bin' } },
      `${TD_MACHINE} ${TD_OBJECT} -bios /fw/final.bin -nic none ${QEMU_STREAMS}`,
    ],
    [
      'quotes over vsock',
      { ...TD, quoteSocket: { type: 'vsock', cid: '2', port: '4050' } },
      `${TD_MACHINE} -object {"qom-type":"tdx-guest","id":"tdx0","quote-generation-socket":{"type":"vsock","cid":"2","port":"4050"}} -d guest_errors -bios /fw/OVMF.fd -nic none ${QEMU_STREAMS}`,
    ],
    [
      'quotes over a Unix socket whose path needs care',
      { ...TD, quoteSocket: { type: 'unix', path: '/run/q"gs,1' } },
      `${TD_MACHINE} -object {"qom-type":"tdx-guest","id":"tdx0","quote-generation-socket":{"type":"unix","path":"/run/q\\"gs,1"}} -d guest_errors -bios /fw/OVMF.fd -nic none ${QEMU_STREAMS}`,
    ],
    [
      'the same without a TD',
      { ...KVM, firmware: { image: '/fw/OVMF.fd' }, disks: [DISK] },
      `-machine q35,accel=kvm -cpu host ${QEMU_MACHINE} -bios /fw/OVMF.fd ${QEMU_DISK} -nic none ${QEMU_STREAMS}`,
    ],
    [
      'emulated, with flash chips and a network',
      {
        ...GUEST,
        platform: 'emulated',
        firmware: { code: '/fw/CODE.fd', vars: '/fw/V,ARS.fd' },
        network: { type: 'user', forward: [] },
      },
      `-machine q35,accel=tcg -cpu max ${QEMU_MACHINE} -drive if=pflash,unit=0,format=raw,readonly=on,file=/fw/CODE.fd -drive if=pflash,unit=1,format=raw,snapshot=on,file=/fw/V,,ARS.fd -netdev user,id=net -device virtio-net-pci,netdev=net ${QEMU_STREAMS}`,
    ],
    [
      'emulated, with an agent',
      { ...GUEST, platform: 'emulated', agent: true },
      `-machine q35,accel=tcg -cpu max ${QEMU_MACHINE} -nic none ${QEMU_STREAMS.replace(
        ' -chardev pipe,id=serial',
        ' -chardev socket,id=agent,fd=3 -device virtserialport,chardev=agent,name=org.tdx-boot.agent -chardev pipe,id=serial',
      ).replace('control,fd=3', 'control,fd=4')}`,
    ],
    [
      'emulated, with directories of the host',
      {
        ...GUEST,
        platform: 'emulated',
        shares: [
          { type: '9p', tag: 'share1', source: '/a,b', target: '/', write: false },
          { type: '9p', tag: '/dev/root', source: '/c', target: '/d', write: true },
        ],
      },
      `-machine q35,accel=tcg -cpu max ${QEMU_MACHINE} -fsdev local,id=share1,path=/a,,b,security_model=none,multidevs=remap,readonly=on -device virtio-9p-pci,fsdev=share1,mount_tag=share1 -fsdev local,id=share2,path=/c,security_model=none,multidevs=remap -device virtio-9p-pci,fsdev=share2,mount_tag=/dev/root -nic none ${QEMU_STREAMS}`,
    ],
  ])('%s', (_, spec, expected) => {
    const plan = qemu.plan(spec, { fifosIn: '/run' }, QEMU);
    expect(shown(plan)).toBe(expected);
    expect(plan).toMatchObject({ command: '/usr/bin/qemu-system-x86_64', stdout: 'vmm', copies: [] });
  });

  const paused = (spec: Partial<LaunchSpec>, wiring: Wiring = { fifosIn: '/run' }) => {
    const { args, paused } = qemu.plan({ ...KVM, ...spec }, wiring, QEMU);
    return [args.includes('-S'), paused];
  };

  test.each<[string, LaunchSpec]>([
    ['tdx', TD],
    ['tdx-emulated', { ...TD, platform: 'tdx-emulated' }],
    ['kvm', KVM],
    ['emulated', { ...KVM, platform: 'emulated' }],
  ])('the guest of platform %s starts when tdx-boot hears its events, and for a shell at once', (_, spec) => {
    expect(paused(spec)).toEqual([true, true]);
    expect(paused(spec, 'files')).toEqual([false, undefined]);
  });

  test('a guest that a gdb may have halted is not started by tdx-boot', () => {
    expect(paused({ gdbSocket: '/run/gdb.sock' })).toEqual([false, undefined]);
    for (const option of ['-s', '-gdb', '--gdb'])
      expect(paused({ vmmArgs: [option] })).toEqual([false, undefined]);
    // The -S of vmm-args.
    expect(paused({ vmmArgs: ['-S'] })).toEqual([true, undefined]);
    expect(paused({ vmmArgs: ['-trace', 'x'] })).toEqual([true, true]);
  });

  test('without a TD nothing is asked of the program', async () => {
    for (const platform of ['kvm', 'emulated'] as const) {
      expect(await qemu.identify('/nonexistent', platform)).toEqual({
        name: 'qemu',
        path: '/nonexistent',
      });
    }
  });
});

test('a TD is made as a TD, whatever the VMM', () => {
  for (const name of VMMS) {
    const { args } = backendFor(name).plan(TD, { fifosIn: '/run' }, { name, path: 'x', tdx: true });
    expect(args.join(' ')).toMatch(/tdx=on|confidential-guest-support=tdx0/);
  }
});

/** One argument a word; one with blanks stands in angle brackets. */
function shown({ args }: LaunchPlan): string {
  return args.map((word) => (word.includes(' ') ? `<${word}>` : word)).join(' ');
}
