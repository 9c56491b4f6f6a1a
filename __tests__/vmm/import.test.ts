/** Commands of others as scenarios: what each argument becomes, and that the scenario is valid. */

import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { parseScenario } from '../../src/scenario/load.ts';
import type { Import } from '../../src/vmm/import/draft.ts';
import { importCommand } from '../../src/vmm/import/import.ts';
import { commandIn } from '../../src/vmm/import/words.ts';

/** The command of a text, its import, and the guarantee that the scenario can be loaded. */
function imported(text: string, variables: Readonly<Record<string, string>> = {}): Import {
  const result = importCommand(commandIn(text));
  const steps = [{ expect: 'x' }];
  const file = stringify({ ...result.scenario, steps });
  expect(() =>
    parseScenario('imported', file, '/', { variables: new Map(Object.entries(variables)) }),
  ).not.toThrow();
  return result;
}

/** `left-out: -daemonize`, for what did not become a key. */
function lost({ fates }: Import): string[] {
  return fates.flatMap(({ as, argument }) => (as === 'key' || as === 'own' ? [] : [`${as}: ${argument}`]));
}

test('canonical/tdx, guest-tools/run_td, with GPUs', () => {
  const result = imported(
    `qemu-system-x86_64 -accel kvm -m 100G -smp 32 -name td,process=td,debug-threads=on -cpu host,-avx10 \\
      -object '{"qom-type":"tdx-guest","id":"tdx","quote-generation-socket":{"type": "vsock", "cid":"2","port":"4050"}}' \\
      -object memory-backend-ram,id=mem0,size=100G \\
      -machine q35,kernel_irqchip=split,confidential-guest-support=tdx,memory-backend=mem0 -bios /ovmf/OVMF.fd \\
      -nographic -nodefaults -vga none -device virtio-net-pci,netdev=n -netdev user,id=n,hostfwd=tcp::10022-:22 \\
      -drive file=\${TD_IMG},if=none,id=d -device virtio-blk-pci,drive=d -pidfile /tmp/td.pid -daemonize \\
      -device vhost-vsock-pci,guest-cid=3 -object iommufd,id=iommufd0 \\
      -device pcie-root-port,port=0,chassis=0,id=pci.0,bus=pcie.0 \\
      -device vfio-pci,host=0000:b1:00.0,bus=pci.0,iommufd=iommufd0`,
    { TD_IMG: 'td.qcow2' },
  );
  expect(result.scenario).toEqual({
    version: 1,
    name: 'td',
    platform: 'tdx',
    vmm: 'qemu',
    firmware: '/ovmf/OVMF.fd',
    guest: {
      disks: [{ path: '${TD_IMG}' }],
      memory: '100G',
      cpus: 32,
      cpu: { flags: ['-avx10'] },
      'quote-socket': 'vsock:2:4050',
      network: { type: 'user', forward: ['10022:22'] },
      vsock: 3,
      vfio: ['0000:b1:00.0'],
    },
  });
  expect(lost(result)).toEqual([
    'left-out: -pidfile /tmp/td.pid',
    'left-out: -daemonize',
    'left-out: -device pcie-root-port,port=0,chassis=0,id=pci.0,bus=pcie.0',
  ]);
});

test("td-shim, sh_script/integration_tdx.sh: its test payload, in the words of Intel's 2022 QEMU", () => {
  const result = imported(
    `nohup /usr/libexec/qemu-kvm -accel kvm -name process=rust-td,debug-threads=on -smp \${cpus},sockets=\${cpus} \\
      -object tdx-guest,id=tdx,debug=on -machine q35,kvm-type=tdx,pic=no,kernel_irqchip=split,confidential-guest-support=tdx \\
      -no-hpet -cpu host,pmu=off,-kvm-steal-time -device loader,file=\${firmware},id=fd0 -m \${memory} -nographic -vga none \\
      -chardev stdio,id=mux,mux=on,signal=off -device virtio-serial,romfile= -device virtconsole,chardev=mux \\
      -serial chardev:mux -monitor chardev:mux -d int -no-reboot > \${nohup_logfile} 2>&1 &`,
    { cpus: '1', firmware: 'final.bin', memory: '2G' },
  );
  expect(result.scenario).toEqual({
    version: 1,
    name: 'rust-td',
    platform: 'tdx',
    vmm: 'qemu',
    'vmm-path': '/usr/libexec/qemu-kvm',
    'vmm-args': ['-machine', 'hpet=off'],
    firmware: '${firmware}',
    guest: {
      cpus: '${cpus}',
      cpu: { flags: ['pmu=off', '-kvm-steal-time'] },
      td: { debug: true },
      memory: '${memory}',
    },
  });
  expect(lost(result)).toEqual(['left-out: -d int']);
});

test('td-shim, the same script: Linux with Cloud Hypervisor', () => {
  const result = imported(
    'nohup ${ch} -v --tdx firmware=${firmware} --memory size=2G --cpus boot=1 --kernel ${kernel} --disk path=${image} --cmdline "root=/dev/vda1 console=hvc0 rw" > log 2>&1 &',
    { firmware: 'f', kernel: 'k', image: 'i' },
  );
  expect(result.scenario).toEqual({
    version: 1,
    platform: 'tdx',
    vmm: 'cloud-hypervisor',
    firmware: '${firmware}',
    guest: {
      kernel: '${kernel}',
      cmdline: 'root=/dev/vda1 console=hvc0 rw',
      disks: [{ path: '${image}' }],
      memory: '2G',
      cpus: 1,
    },
  });
  expect(lost(result)).toEqual(['left-out: -v']);
});

test('Kata Containers with QEMU, as a listing of processes shows it, without quotation marks', () => {
  const result = imported(
    '/opt/kata/bin/qemu-system-x86_64 -name sandbox-1,debug-threads=on -uuid 3ceb96d1-39af-4603-a941-2285ad64ede5 -machine q35,accel=kvm,nvdimm=on -cpu host,pmu=off -qmp unix:fd=3,server=on,wait=off -m 2048M,slots=10,maxmem=8969M -device pci-bridge,bus=pcie.0,id=pci-bridge-0,chassis_nr=1,shpc=off,addr=2 -device virtio-serial-pci,disable-modern=true,id=serial0 -device virtconsole,chardev=charconsole0,id=console0 -chardev socket,id=charconsole0,path=/run/console.sock,server=on,wait=off -device virtio-scsi-pci,id=scsi0,disable-modern=true -object rng-random,id=rng0,filename=/dev/urandom -device virtio-rng-pci,rng=rng0 -device vhost-vsock-pci,disable-modern=true,vhostfd=4,id=vsock-1,guest-cid=2889501141 -chardev socket,id=char-fs,path=/run/fs.sock -device vhost-user-fs-pci,chardev=char-fs,tag=kataShared -netdev tap,id=network-0,vhost=on,vhostfds=5,fds=6 -device driver=virtio-net-pci,netdev=network-0,mac=5a:20:c0:26:98:97,mq=on -rtc base=utc,driftfix=slew,clock=host -global kvm-pit.lost_tick_policy=discard -vga none -no-user-config -nodefaults -nographic --no-reboot -object memory-backend-file,id=dimm1,size=2048M,mem-path=/dev/shm,share=on -numa node,memdev=dimm1 -kernel /opt/vmlinux -append tsc=reliable root=/dev/pmem0p1 console=hvc0 -pidfile /run/pid -smp 1,cores=1,threads=1,sockets=4,maxcpus=4',
  );
  expect(result.scenario).toEqual({
    version: 1,
    name: 'sandbox-1',
    platform: 'kvm',
    vmm: 'qemu',
    'vmm-path': '/opt/kata/bin/qemu-system-x86_64',
    'vmm-args': [
      ...['-machine', 'nvdimm=on'],
      ...['-device', 'pci-bridge,bus=pcie.0,id=pci-bridge-0,chassis_nr=1,shpc=off,addr=2'],
      ...['-object', 'rng-random,id=rng0,filename=/dev/urandom', '-device', 'virtio-rng-pci,rng=rng0'],
      ...['-rtc', 'base=utc,driftfix=slew,clock=host', '-global', 'kvm-pit.lost_tick_policy=discard'],
    ],
    guest: {
      kernel: '/opt/vmlinux',
      cmdline: 'tsc=reliable root=/dev/pmem0p1 console=hvc0',
      smbios: { uuid: '3ceb96d1-39af-4603-a941-2285ad64ede5' },
      cpu: { flags: ['pmu=off'] },
      memory: '2G',
      vsock: 2889501141,
      'memory-backend': { path: '/dev/shm', shared: true },
      cpus: 1,
    },
  });
  const says = (part: string) => result.fates.find(({ argument }) => argument.includes(part))?.says;
  expect(says('-smp')).toContain('4 sockets of 1 cores are not 1 CPUs');
  expect(says('maxmem')).toContain('no memory comes later');
  expect(says('-netdev')).toContain('a file descriptor of another program');
  expect(says('vhost-user-fs')).toContain('whose daemon another program has to start');
  expect(says('console.sock')).toBe('the streams of a run are those of tdx-boot');
});

test('directories that are shared by 9p keep their tags, and can be written where they could', () => {
  const shared = [
    ...['-fsdev', 'local,id=f,path=/srv,security_model=none,readonly=on'],
    ...['-device', 'virtio-9p-pci,fsdev=f,mount_tag=host0'],
    ...['-virtfs', 'local,path=/src,mount_tag=src,security_model=mapped'],
    ...['-fsdev', 'local,id=unused,path=/x'],
  ];
  expect(importCommand(['qemu-system-x86_64', '-kernel', 'k', ...shared]).scenario).toMatchObject({
    'vmm-args': ['-fsdev', 'local,id=unused,path=/x'],
    guest: { shares: { '/srv': { tag: 'host0' }, '/src': { tag: 'src', write: 'allow' } } },
  });
});

describe("Cloud Hypervisor's docs/intel_tdx.md", () => {
  test.each<[string, string, object]>([
    [
      'TDVF and a disk, with the old option',
      './cloud-hypervisor --tdx firmware=OVMF.fd --cpus boot=1 --memory size=1G --disk path=tdx_guest_img --serial file=/tmp/ch_serial --console tty',
      {
        platform: 'tdx',
        firmware: 'OVMF.fd',
        guest: { disks: [{ path: 'tdx_guest_img' }], cpus: 1, memory: '1G' },
      },
    ],
    [
      'td-shim and a kernel',
      './cloud-hypervisor --platform tdx=on --firmware tdshim --kernel bzImage --cmdline "root=/dev/vda3 console=hvc0 rw" --cpus boot=1 --memory size=1G --disk path=tdx_guest_img',
      {
        platform: 'tdx',
        firmware: 'tdshim',
        guest: { kernel: 'bzImage', cmdline: 'root=/dev/vda3 console=hvc0 rw' },
      },
    ],
    [
      'memory in zones',
      'cloud-hypervisor --kernel k --memory size=0,shared=on --memory-zone id=a,size=1G id=b,size=512M',
      { guest: { kernel: 'k', memory: '1536M', 'memory-backend': { shared: true } } },
    ],
    [
      'a plain VM',
      'cloud-hypervisor --kernel k --initramfs i --cpus boot=4,topology=2:2:1:1,max=8 --memory size=512M,shared=on,hugepages=on --disk path=a,readonly=on path=b --net tap=tap0,mac=52:54:00:00:00:01 --vsock cid=3,socket=/s --rng src=/dev/urandom --device path=/sys/bus/pci/devices/0000:01:00.0/',
      {
        platform: 'kvm',
        'vmm-args': ['--rng', 'src=/dev/urandom'],
        guest: {
          kernel: 'k',
          initrd: 'i',
          disks: [{ path: 'a', 'read-only': true }, { path: 'b' }],
          cpus: 4,
          topology: { sockets: 1, dies: 1, cores: 2, threads: 2 },
          memory: '512M',
          'memory-backend': { shared: true, hugepages: '2M' },
          network: { type: 'tap', interface: 'tap0', mac: '52:54:00:00:00:01' },
          vsock: { cid: 3, socket: '/s' },
          vfio: ['0000:01:00.0'],
        },
      },
    ],
  ])('%s', (_, command, scenario) => {
    expect(imported(command).scenario).toMatchObject(scenario);
  });
});

describe('an argument of QEMU', () => {
  const guestOf = (args: string): unknown => imported(`qemu-system-x86_64 -kernel k ${args}`).scenario.guest;
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
    [
      '-nic user,hostfwd=udp:127.0.0.1:53-:5353,mac=52:54:00:00:00:01',
      { network: { type: 'user', forward: ['53:5353/udp'], mac: '52:54:00:00:00:01' } },
    ],
    ['-nic tap,ifname=tap0,script=no', { network: { type: 'tap', interface: 'tap0' } }],
    [
      '-smbios type=11,value=a,value=b -smbios type=1,serial=s',
      { smbios: { 'oem-strings': ['a', 'b'], serial: 's' } },
    ],
    [
      '-object memory-backend-memfd,id=m,size=1G,hugetlb=on,share=on -machine memory-backend=m',
      { 'memory-backend': { kind: 'memfd', hugepages: '2M', shared: true } },
    ],
  ])('%s', (args, guest) => {
    expect(guestOf(args)).toMatchObject(guest);
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
  ])('%s is kept as it is', (args, ...expected) => {
    expect(imported(`qemu-system-x86_64 -kernel k ${args}`).scenario['vmm-args']).toEqual(expected);
  });

  test.each([
    ['-no-shutdown', 'left-out: -no-shutdown'],
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

describe('a text', () => {
  test.each<[string, string, string[]]>([
    [
      'with a script around',
      '#!/bin/sh\nset -e\nX=1 sudo qemu-kvm -m 1 \\\n  -kernel k # why\necho done\n',
      ['qemu-kvm', '-m', '1', '-kernel', 'k'],
    ],
    [
      'with quotation marks',
      `qemu-kvm -append "a 'b' \\"c\\" $D" 'x $Y'`,
      ['qemu-kvm', '-append', `a 'b' "c" \${D}`, 'x $Y'],
    ],
    ['with a pipe', 'qemu-kvm -m 1 2>&1 | tee log', ['qemu-kvm', '-m', '1']],
    [
      'with values of its variables',
      'QEMU=/opt/qemu-kvm\nFW="$DIR/OVMF.fd"\nexport DIR="/fw"\nMEM=$1\nLOG=$(date).log\n$QEMU -bios ${FW} -m $MEM -D $LOG\n',
      ['/opt/qemu-kvm', '-bios', '${DIR}/OVMF.fd', '-m', '${MEM}', '-D', '${LOG}'],
    ],
    [
      'with one of several values',
      'if test -e x; then\n  FW=a\nelse\n  FW=b\nfi\nA=1\nqemu-kvm -bios $FW -m $A',
      ['qemu-kvm', '-bios', '${FW}', '-m', '1'],
    ],
    ['of Proxmox', '/usr/bin/kvm -m 1', ['/usr/bin/kvm', '-m', '1']],
  ])('%s', (_, text, words) => {
    expect(commandIn(text)).toEqual(words);
  });

  test.each([
    ['without a command', '\n# nothing\n', 'there is no command of a VMM in this text'],
    ['with an open quotation mark', 'qemu-kvm -append "a', 'a quotation mark is not closed in: "a'],
  ])('%s', (_, text, message) => {
    expect(() => commandIn(text)).toThrow(message);
  });

  test('of another program', () => {
    expect(() => importCommand(['crosvm', 'run'])).toThrow(
      '"crosvm" is no command of QEMU or Cloud Hypervisor',
    );
  });
});
