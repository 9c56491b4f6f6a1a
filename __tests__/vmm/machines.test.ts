/** Golden command lines of what a scenario can say of its machine: processor, memory, network, disks, identity. */

import { describe, expect, test } from '@jest/globals';
import { cloudHypervisor } from '../../src/vmm/cloud-hypervisor.ts';
import type { LaunchSpec, Program } from '../../src/vmm/plan.ts';
import { qemu } from '../../src/vmm/qemu.ts';
import { TD_MONITOR } from '../support/td-monitor.ts';

const BASE: LaunchSpec = {
  platform: 'kvm',
  kernel: '/bzImage',
  cpus: 8,
  memory: 2 * 1024 ** 3,
  network: 'none',
  disks: [],
  shares: [],
  tdMonitor: TD_MONITOR,
};
const QEMU: Program = { name: 'qemu', path: 'qemu', version: '10.1.0' };
const CH: Program = { name: 'cloud-hypervisor', path: 'ch', version: '52.0' };
const TOPOLOGY = { sockets: 2, dies: 1, cores: 2, threads: 2 };
const ID = 'ab'.repeat(48);
const DISK = { path: '/d.img', format: 'raw' } as const;
const SMBIOS = {
  system: { manufacturer: 'Acme, Inc.', serial: 's1', uuid: '3f2504e0-4f89-11d3-9a0c-0305e82c3301' },
  oemStrings: ['io.systemd.credential:a=b', 'c,d'],
};

type Row = readonly [
  what: string,
  told: Partial<LaunchSpec>,
  qemu: readonly string[],
  cloudHypervisor: readonly string[],
];

const ROWS: readonly Row[] = [
  [
    'the plain machine',
    {},
    ['-cpu host -smp 8 -m 2048M -nodefaults', '-nic none'],
    ['--cpus boot=8 --memory size=2048M --serial'],
  ],
  ['a CPU model', { cpu: { model: 'EPYC', flags: [] } }, ['-cpu EPYC -smp'], []],
  ['CPU flags', { cpu: { flags: ['-pmu', 'phys-bits=46'] } }, ['-cpu host,-pmu,phys-bits=46 -smp'], []],
  [
    'a topology',
    { topology: TOPOLOGY },
    ['-smp 8,sockets=2,dies=1,cores=2,threads=2'],
    ['--cpus boot=8,topology=2:2:1:2'],
  ],
  [
    'huge pages',
    { memoryBackend: { kind: 'memfd', hugepages: '2M', shared: true, prealloc: true } },
    [
      '-machine q35,accel=kvm,memory-backend=ram',
      '-m 2048M -object memory-backend-memfd,id=ram,size=2048M,share=on,prealloc=on,hugetlb=on,hugetlbsize=2M',
    ],
    ['--memory size=2048M,shared=on,hugepages=on,hugepage_size=2M,prefault=on'],
  ],
  [
    'memory in a file',
    { memoryBackend: { kind: 'file', path: '/dev/huge,pages', shared: false, prealloc: false } },
    ['-object memory-backend-file,id=ram,size=2048M,mem-path=/dev/huge,,pages,share=off,prealloc=off'],
    [],
  ],
  [
    'memory that is only there',
    { memoryBackend: { kind: 'ram', shared: false, prealloc: false } },
    ['-object memory-backend-ram,id=ram,size=2048M,share=off,prealloc=off'],
    ['--memory size=2048M --serial'],
  ],
  [
    'forwarded ports',
    {
      network: {
        type: 'user',
        mac: '52:54:00:12:34:56',
        forward: [
          { protocol: 'tcp', host: 2222, guest: 22 },
          { protocol: 'udp', host: 53, guest: 5353 },
        ],
      },
    },
    [
      '-netdev user,id=net,hostfwd=tcp:127.0.0.1:2222-:22,hostfwd=udp:127.0.0.1:53-:5353 -device virtio-net-pci,netdev=net,mac=52:54:00:12:34:56',
    ],
    [],
  ],
  [
    'an interface of the host',
    { network: { type: 'tap', interface: 'tap0', mac: '52:54:00:12:34:56' } },
    [
      '-netdev tap,id=net,ifname=tap0,script=no,downscript=no -device virtio-net-pci,netdev=net,mac=52:54:00:12:34:56',
    ],
    ['--net tap=tap0,mac=52:54:00:12:34:56'],
  ],
  [
    'a directory by virtiofs',
    { shares: [{ type: 'virtiofs', tag: 'src', source: '/s,r,c', write: false }] },
    ['-chardev socket,id=share1,path=/run/share-src.sock -device vhost-user-fs-pci,chardev=share1,tag=src'],
    ['--fs tag=src,socket=/run/share-src.sock'],
  ],
  [
    'directories with the tag of virtme-ng and the name of a stream',
    {
      shares: [
        { type: 'virtiofs', tag: '/dev/root', source: '/', target: '/', write: false },
        { type: 'virtiofs', tag: 'agent', source: '/s', write: false },
      ],
    },
    [
      '-chardev socket,id=share1,path=/run/share-%dev%root.sock -device vhost-user-fs-pci,chardev=share1,tag=/dev/root',
      '-chardev socket,id=share2,path=/run/share-agent.sock -device vhost-user-fs-pci,chardev=share2,tag=agent',
    ],
    ['--fs tag=/dev/root,socket=/run/share-%dev%root.sock tag=agent,socket=/run/share-agent.sock'],
  ],
  [
    'vsock',
    { vsock: { cid: 42 } },
    ['-device vhost-vsock-pci,guest-cid=42'],
    ['--vsock cid=42,socket=/run/vsock.sock'],
  ],
  [
    'vsock with a socket',
    { vsock: { cid: 42, socket: '/s,1' } },
    ['guest-cid=42'],
    ['--vsock cid=42,socket="/s,1"'],
  ],
  ['the agent, which has no port', { agent: true }, [], ['--vsock cid=3,socket=/run/vsock.sock']],
  [
    'a read-only disk',
    { disks: [{ ...DISK, bus: 'virtio', readOnly: true, serial: 'root' }] },
    [
      '-drive if=none,id=disk0,format=raw,readonly=on,file=/d.img -device virtio-blk-pci,drive=disk0,serial=root',
    ],
    ['--disk path=/d.img,readonly=on,serial=root,image_type=raw'],
  ],
  [
    'SCSI disks',
    {
      disks: [
        { ...DISK, bus: 'scsi' },
        { ...DISK, bus: 'scsi', readOnly: true },
      ],
    },
    [
      '-device virtio-scsi-pci,id=scsi -drive if=none,id=disk0,format=raw,snapshot=on,file=/d.img -device scsi-hd,drive=disk0,bus=scsi.0',
      'readonly=on,file=/d.img -device scsi-hd,drive=disk1,bus=scsi.0',
    ],
    [],
  ],
  [
    'an NVMe disk with a serial number',
    { disks: [{ ...DISK, bus: 'nvme', serial: 'n1' }] },
    ['-device nvme,drive=disk0,serial=n1'],
    [],
  ],
  [
    'SMBIOS',
    { smbios: SMBIOS },
    [
      '-smbios type=1,manufacturer=Acme,, Inc.,serial=s1,uuid=3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      '-smbios type=11,value=io.systemd.credential:a=b,value=c,,d',
    ],
    [
      '--platform serial_number=s1,uuid=3f2504e0-4f89-11d3-9a0c-0305e82c3301,oem_strings=[io.systemd.credential:a=b,"c,d"]',
    ],
  ],
  [
    'devices of the host',
    { vfio: ['0000:b1:00.0', '0000:b2:00.0'] },
    [
      '-object iommufd,id=iommufd0 -device vfio-pci,host=0000:b1:00.0,iommufd=iommufd0 -device vfio-pci,host=0000:b2:00.0,iommufd=iommufd0',
    ],
    ['--device path=/sys/bus/pci/devices/0000:b1:00.0/ --device path=/sys/bus/pci/devices/0000:b2:00.0/'],
  ],
  [
    'arguments of the user, at the end',
    { vmmArgs: ['-device', 'x y'] },
    [' -qmp chardev:control -S -device x y$'],
    ['api.sock -device x y$'],
  ],
  [
    'a gdb',
    { gdbSocket: '/run/g,db.sock' },
    ['-chardev socket,id=gdb,path=/run/g,,db.sock,server=on,wait=off -gdb chardev:gdb'],
    [],
  ],
];

describe.each(ROWS)('%s', (_, told, ofQemu, ofCloudHypervisor) => {
  test.each([
    ['qemu', qemu, QEMU, ofQemu],
    ['cloud-hypervisor', cloudHypervisor, CH, ofCloudHypervisor],
  ] as const)('%s', (_name, backend, program, parts) => {
    const command = `${backend.plan({ ...BASE, ...told }, { fifosIn: '/run' }, program).args.join(' ')}$`;
    expect(parts.filter((part) => !command.includes(part))).toEqual([]);
  });
});

describe('a Trust Domain', () => {
  const TD: LaunchSpec = { ...BASE, platform: 'tdx', firmware: { image: '/fw' } };
  const base64 = Buffer.from(ID, 'hex').toString('base64');

  test.each<[string, LaunchSpec['td'], string, string]>([
    [
      'with the attribute DEBUG',
      { debug: true, septVeDisable: true },
      '10.1.0',
      '"attributes":268435457,"sept-ve-disable":true',
    ],
    [
      "with DEBUG under a QEMU of Intel's tree",
      { debug: true, septVeDisable: true },
      '8.2.2',
      '"debug":true,"sept-ve-disable":true',
    ],
    [
      'without SEPT_VE_DISABLE',
      { debug: false, septVeDisable: false },
      '10.1.0',
      '"id":"tdx0","sept-ve-disable":false}',
    ],
    [
      'with an identity',
      { debug: false, septVeDisable: true, mrconfigid: ID, mrowner: ID, mrownerconfig: ID },
      '10.1.0',
      `"mrconfigid":"${base64}","mrowner":"${base64}","mrownerconfig":"${base64}"`,
    ],
  ])('%s', (_, td, version, expected) => {
    const { args } = qemu.plan(
      { ...TD, ...(td === undefined ? {} : { td }) },
      { fifosIn: '/run' },
      { ...QEMU, version },
    );
    expect(args[args.indexOf('-object') + 1]).toContain(expected);
  });

  test.each([
    [{ debug: true, septVeDisable: true }, 'attributes=0x10000001'],
    [{ debug: false, septVeDisable: false }, 'attributes=0x0'],
  ])('that is emulated, %j', (td, expected) => {
    const spec: LaunchSpec = { ...TD, platform: 'tdx-emulated', td };
    expect(qemu.plan(spec, { fifosIn: '/run' }, QEMU).args.join(' ')).toContain(` ${expected} `);
  });

  test('that is emulated has the memory of the monitor in its back end, too', () => {
    const memoryBackend = { kind: 'memfd', shared: true, prealloc: false } as const;
    const { args } = qemu.plan({ ...TD, platform: 'tdx-emulated', memoryBackend }, { fifosIn: '/run' }, QEMU);
    expect(args.join(' ')).toContain('memory-backend-memfd,id=ram,size=4128M');
    expect(args.join(' ')).toContain(' -m 4128M');
  });
});
