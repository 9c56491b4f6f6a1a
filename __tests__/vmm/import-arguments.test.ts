/** Arguments of QEMU, one by one: the key that each becomes, or how it is kept or named. */

import { describe, expect, test } from '@jest/globals';
import { importCommand } from '../../src/vmm/import/import.ts';
import { imported, lost } from './imported.ts';

describe('an argument of QEMU', () => {
  const guestOf = (args: string): unknown =>
    imported(`qemu-system-x86_64 -kernel k ${args}`, {
      ...(args.includes('${CPUS}') ? { CPUS: '2' } : {}),
      ...(args.includes('~') ? { HOME: '/home/me' } : {}),
    }).scenario.guest;
  test.each<[string, object]>([
    ['-m 512', { memory: '512M' }],
    ['-m size=4G,slots=2', { memory: '4G' }],
    ['-smp 16,sockets=1', { cpus: 16, topology: { sockets: 1, cores: 16, threads: 1 } }],
    ['-smp cores=2,threads=2,sockets=2', { cpus: 8, topology: { sockets: 2, cores: 2, threads: 2 } }],
    ['-cpu EPYC', { cpu: 'EPYC' }],
    ['-cpu host,host-phys-bits', { cpu: { flags: ['host-phys-bits=on'] } }],
    ['-drive file=a,,b.img,if=virtio,format=raw', { disks: [{ path: 'a,b.img', format: 'raw' }] }],
    ['-hda a.img', { disks: [{ path: 'a.img', bus: 'sata' }] }],
    ['a.img', { disks: [{ path: 'a.img', bus: 'sata' }] }],
    ['-drive file=a.img', { disks: [{ path: 'a.img', bus: 'sata' }] }],
    [
      '-drive id=d,if=none,file=a.img,readonly=on -device virtio-scsi-pci -device scsi-hd,drive=d,serial=s1',
      { disks: [{ path: 'a.img', bus: 'scsi', 'read-only': true, serial: 's1' }] },
    ],
    [
      '-blockdev driver=file,node-name=f,filename=a.img -blockdev driver=raw,node-name=r,file=f -device nvme,drive=r,serial=x',
      { disks: [{ path: 'a.img', bus: 'nvme', format: 'raw', serial: 'x' }] },
    ],
    // A node without a name is the file of no other one.
    [
      '-blockdev driver=file,filename=b.img -blockdev driver=raw,node-name=r,filename=a.img -device nvme,drive=r',
      { disks: [{ path: 'a.img', bus: 'nvme', format: 'raw' }] },
    ],
    ['-blockdev driver=raw,node-name=r,file=r', {}],
    [
      '-nic user,hostfwd=udp:127.0.0.1:53-:5353,mac=52:54:00:00:00:01',
      { network: { type: 'user', forward: ['53:5353/udp'], mac: '52:54:00:00:00:01' } },
    ],
    ['-net user,hostfwd=tcp::10022-:22 -net nic', { network: { type: 'user', forward: ['10022:22'] } }],
    [
      '-netdev user,id=n -device rtl8139,netdev=n,mac=52:54:00:00:00:01',
      { network: { type: 'user', mac: '52:54:00:00:00:01' } },
    ],
    ['-netdev user,id=n -device virtio-net,netdev=n', { network: { type: 'user' } }],
    ['-smp cores=${CPUS},threads=1', { topology: { cores: '${CPUS}', threads: 1 } }],
    ['-smp 4,cores=${CORES}', { cpus: 4 }],
    ['-object memory-backend-ram,id=m,size=8G -machine memory-backend=m', { memory: '8G' }],
    [
      `-object '{"qom-type":"memory-backend-memfd","id":"m","hugetlb":true,"hugetlbsize":2097152}' -numa node,cpus=0-7,memdev=m`,
      { 'memory-backend': { kind: 'memfd', hugepages: '2M' } },
    ],
    ['-object tdx-guest,id=t,attributes=0x1 -bios f', { td: { debug: true, 'sept-ve-disable': false } }],
    ['-hda ~/a.img', { disks: [{ path: '${HOME}/a.img', bus: 'sata' }] }],
    ['-nic tap,ifname=tap0,script=no', { network: { type: 'tap', interface: 'tap0' } }],
    [
      '-smbios type=11,value=a,value=b -smbios type=1,serial=s',
      { smbios: { 'oem-strings': ['a', 'b'], serial: 's' } },
    ],
    ['-smbios type=11,value=a -smbios type=11,value=b', { smbios: { 'oem-strings': ['a', 'b'] } }],
    [
      '-object memory-backend-memfd,id=m,size=1G,hugetlb=on,share=on -machine memory-backend=m',
      { 'memory-backend': { kind: 'memfd', hugepages: '2M', shared: true } },
    ],
  ])('%s', (args, guest) => {
    expect(guestOf(args)).toMatchObject(guest);
  });

  test('what QEMU itself does for a Trust Domain needs no argument', () => {
    const td =
      'qemu-system-x86_64 -bios f -object tdx-guest,id=t -machine q35,smm=off,pic=off,kernel_irqchip=split,';
    expect(imported(`${td}confidential-guest-support=t`).scenario).not.toHaveProperty('vmm-args');
  });

  test.each([
    ['-device intel-iommu', '-device', 'intel-iommu'],
    ['-machine q35,smm=off', '-machine', 'smm=off'],
    ['-fw_cfg name=opt/x,string=y', '-fw_cfg', 'name=opt/x,string=y'],
    ['-drive file=fat:rw:esp,format=raw', '-drive', 'file=fat:rw:esp,format=raw'],
    [
      '-drive file=nbd://h/x,if=none,id=d -device virtio-blk-pci,drive=d',
      ...['-drive', 'file=nbd://h/x,if=none,id=d', '-device', 'virtio-blk-pci,drive=d'],
    ],
    // Another kind of confidential guest is no ordinary VM.
    [
      '-object sev-snp-guest,id=s -machine confidential-guest-support=s',
      ...['-object', 'sev-snp-guest,id=s', '-machine', 'confidential-guest-support=s'],
    ],
    [
      '-numa node,memdev=a -numa node,memdev=b -object memory-backend-ram,id=a,size=1G',
      ...['-numa', 'node,memdev=a', '-numa', 'node,memdev=b', '-object', 'memory-backend-ram,id=a,size=1G'],
    ],
    // A file system without a directory is no share.
    [
      '-fsdev synth,id=f -device virtio-9p-pci,fsdev=f,mount_tag=t',
      ...['-fsdev', 'synth,id=f', '-device', 'virtio-9p-pci,fsdev=f,mount_tag=t'],
    ],
    ['-virtfs local,path=/src', '-virtfs', 'local,path=/src'],
    ['-drive file=a.iso,media=cdrom', '-drive', 'file=a.iso,media=cdrom'],
    // Slots of memory are there for a device that needs one.
    [
      '-m 1G,slots=2,maxmem=4G -device nvdimm,memdev=n',
      ...['-m', 'size=1G,slots=2,maxmem=4G', '-device', 'nvdimm,memdev=n'],
    ],
  ])('%s is kept as it is', (args, ...expected) => {
    expect(imported(`qemu-system-x86_64 -kernel k ${args}`).scenario['vmm-args']).toEqual(expected);
  });

  test.each<[string, string, ...string[]]>([
    ['virtio-balloon-pci,bus=pci.5,addr=0x0', 'virtio-balloon-pci'],
    ['{"driver":"virtio-rng-pci","bus":"pci.0","addr":"0x3","max-bytes":1}', 'virtio-rng-pci,max-bytes=1'],
    ['intel-iommu,bus=pcie.0', 'intel-iommu,bus=pcie.0'],
    ['ide-cd,drive=c,bus=ide.1', 'ide-cd,drive=c,bus=ide.1'],
    ['virtserialport,bus=serial0.0,nr=1,name=x', 'virtserialport,name=x'],
    ['usb-host,bus=usb.0', 'usb-host,bus=usb.0', 'qemu-xhci,id=usb,bus=pci.2', 'qemu-xhci,id=usb'],
    [
      'scsi-cd,bus=scsi0.0',
      'scsi-cd,bus=scsi0.0',
      'virtio-scsi-pci,id=scsi0,bus=pci.2',
      'virtio-scsi-pci,id=scsi0',
    ],
  ])('a device keeps the buses that are there: %s', (device, expected, ...[controller, kept]) => {
    const devices = [
      'pcie-root-port,id=pci.5',
      'virtio-serial-pci,id=serial0',
      ...(controller === undefined ? [] : [controller]),
    ];
    const args = [...devices, device].flatMap((one) => ['-device', one]);
    const { scenario } = importCommand(['qemu-system-x86_64', '-kernel', 'k', ...args]);
    expect(scenario['vmm-args']).toEqual(
      [...(kept === undefined ? [] : [kept]), expected].flatMap((one) => ['-device', one]),
    );
  });

  test('flash chips of -machine are the firmware, as libvirt says it', () => {
    const { scenario } = imported(
      `qemu-system-x86_64 -kernel k -machine q35,pflash0=code,pflash1=vars,usb=off
       -blockdev '{"driver":"file","filename":"/CODE.fd","node-name":"file0"}'`.replace('\n', ' ') +
        ` -blockdev '{"driver":"raw","file":"file0","node-name":"code"}'` +
        ` -blockdev '{"driver":"file","filename":"/VARS.fd","node-name":"vars"}'`,
    );
    expect([scenario.firmware, scenario['vmm-args']]).toEqual([
      { code: '/CODE.fd', vars: '/VARS.fd' },
      undefined,
    ]);
  });

  test.each([
    ['-no-shutdown', 'left-out: -no-shutdown'],
    ['-object secret,id=masterKey0,file=key', 'left-out: -object secret,id=masterKey0,file=key'],
    [
      '-chardev socket,id=c,fd=5 -device virtserialport,chardev=c',
      ...['left-out: -chardev socket,id=c,fd=5', 'left-out: -device virtserialport,chardev=c'],
    ],
    [
      '-netdev bridge,id=n,br=b -device virtio-net-pci,netdev=n',
      ...['left-out: -netdev bridge,id=n,br=b', 'left-out: -device virtio-net-pci,netdev=n'],
    ],
    ['-device qxl-vga -device usb-tablet', 'left-out: -device qxl-vga', 'left-out: -device usb-tablet'],
    ['$otherargs', 'left-out: ${otherargs}'],
    ['-rtc base=utc -overcommit mem-lock=off -parallel none -snapshot'],
    ['-vnc unix:/run/vnc', 'left-out: -vnc unix:/run/vnc'],
    ['-id 100', 'left-out: -id 100'],
    ['-M microvm,accel=kvm,pcie=on,rtc=on', 'left-out: -M microvm,accel=kvm,pcie=on,rtc=on'],
    ['-debugcon file:debug.log -global isa-debugcon.iobase=0x402'],
  ])('%s is no part of a run, or of each', (args, ...expected) => {
    const result = imported(`qemu-system-x86_64 -kernel k ${args}`);
    expect([lost(result), result.scenario['vmm-args']]).toEqual([expected, undefined]);
  });

  test('JSON has its texts in single quotation marks, too; what is none is named', () => {
    const object = `-object "{'qom-type': 'tdx-guest', 'id': 'it\\'s \\"td\\"'}"`;
    expect(imported(`qemu-system-x86_64 -bios f ${object}`).scenario.platform).toBe('tdx');
    const asPs = '-object {"qom-type":"tdx-guest","id":"td","sept-ve-disable":true} -bios f';
    expect(imported(`qemu-system-x86_64 ${asPs}`).scenario).toMatchObject({ platform: 'tdx', firmware: 'f' });
    expect(() => imported(`qemu-system-x86_64 -object '{qom-type: x}'`)).toThrow(
      '"{qom-type: x}" is an option in JSON, and cannot be read',
    );
  });

  test('an identity in base64 is in hex', () => {
    const id = Buffer.alloc(48, 0xab).toString('base64');
    const { scenario } = imported(
      `qemu-system-x86_64 -bios f -object tdx-guest,id=t,mrowner=${id},sept-ve-disable=off`,
    );
    expect(scenario.guest).toEqual({ td: { 'sept-ve-disable': false, mrowner: 'ab'.repeat(48) } });
  });
});
