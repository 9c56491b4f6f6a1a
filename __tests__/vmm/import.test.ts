/** Commands of others as scenarios: what each argument becomes, and that the scenario is valid. */

import { describe, expect, test } from '@jest/globals';
import { importCommand } from '../../src/vmm/import/import.ts';
import { imported, lost } from './imported.ts';

test('options that QEMU no longer has', () => {
  const result = imported('qemu-kvm -kernel k -no-acpi -no-hpet -redir tcp:8088::8088');
  expect(result.scenario['vmm-args']).toEqual(['-machine', 'acpi=off', '-machine', 'hpet=off']);
  expect(lost(result)).toEqual(['left-out: -redir tcp:8088::8088']);
});

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
      ...['-device', 'pci-bridge,bus=pcie.0,id=pci-bridge-0,chassis_nr=1,shpc=off'],
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

test('virtme-ng 1.42, of `virtme-run --dry-run --show-command`: the share that the kernel mounts is the root of the commands', () => {
  const { scenario, fates } =
    imported(`/usr/bin/qemu-system-x86_64 -fsdev local,id=virtfs1,path=/,security_model=none,readonly=on,multidevs=remap \\
    -device virtio-9p-pci,fsdev=virtfs1,mount_tag=/dev/root -machine accel=kvm:tcg -device i6300esb,id=watchdog0 \\
    -cpu host,topoext=on -parallel none -net none -vga none -display none -serial chardev:console \\
    -chardev file,id=console,path=/dev/null -chardev stdio,id=stdin,signal=on,mux=off -device virtio-serial-pci \\
    -device virtserialport,name=virtme.stdin,chardev=stdin -chardev file,id=stdout,path=/proc/self/fd/1 \\
    -device virtserialport,name=virtme.stdout,chardev=stdout -no-reboot -kernel bzImage \\
    -append 'console=ttyS0 rootfstype=9p rootflags=version=9p2000.L,trans=virtio ro init=/usr/share/virtme-ng-init'`);
  expect(scenario).toMatchObject({
    platform: 'kvm',
    'vmm-args': ['-device', 'i6300esb,id=watchdog0'],
    guest: { kernel: 'bzImage', shares: { '/': { tag: '/dev/root', target: '/' } } },
  });
  // The descriptors of virtme's own script are no part of a run.
  const left = fates.flatMap(({ as, argument }) => (as === 'left-out' ? [argument.replace(/,.*/, '')] : []));
  expect(left).toEqual([
    '-chardev stdio',
    '-device virtserialport',
    '-chardev file',
    '-device virtserialport',
  ]);
});

test.each([
  ['root=src', { '/srv': { tag: 'host0' }, '/src': { tag: 'src', target: '/' } }],
  ['root=/dev/vda', { '/srv': { tag: 'host0' }, '/src': { tag: 'src' } }],
])('of several shares the one that %s names is the root', (root, shares) => {
  const share = (name: string, path: string, tag: string): string[] => [
    ...['-fsdev', `local,id=${name},path=${path},readonly=on`],
    ...['-device', `virtio-9p-pci,fsdev=${name},mount_tag=${tag}`],
  ];
  const command = ['-kernel', 'k', '-append', `${root} rootfstype=9p`];
  const { scenario } = importCommand([
    'qemu-system-x86_64',
    ...[...command, ...share('f', '/srv', 'host0'), ...share('g', '/src', 'src')],
  ]);
  expect(scenario).toMatchObject({ guest: { shares } });
  expect(JSON.stringify(scenario).match(/target/g) ?? []).toHaveLength(root === 'root=src' ? 1 : 0);
});

test.each([
  ['-drive file=a.img,if=virtio,cache=none,aio=native', 'cache=none, aio=native'],
  ['-drive file=a.img,if=none,id=d -device virtio-blk-pci,drive=d,bootindex=1', 'bootindex=1'],
  ['-drive file=a.img,if=none,id=d,discard=unmap -device nvme,drive=d,serial=s', 'discard=unmap'],
  [
    '-blockdev driver=raw,node-name=n,file.driver=file,file.filename=a,cache.direct=on -device virtio-blk-pci,drive=n',
    'cache.direct=on',
  ],
  ['-drive file=a.vhdx,if=virtio,format=vhdx', 'format=vhdx'],
  ['-drive file=a,if=none,id=d,format=raw -device virtio-blk-pci,drive=d,serial=$ID', 'serial=${ID}'],
  ['-netdev user,id=n,$MORE -device virtio-net-pci,netdev=n,mq=on', '${MORE}', 'mq=on'],
  ['-device vhost-vsock-pci,guest-cid=3,disable-legacy=on', 'disable-legacy=on'],
  ['-device vfio-pci,host=01:00.0,bus=pci.1,x-no-mmap=on', 'x-no-mmap=on'],
  ['-virtfs local,path=/src,mount_tag=src,multidevs=remap', 'multidevs=remap'],
  ['-nic user,hostfwd=tcp::80-:http,hostfwd=tcp::1-:2,dns=10.0.2.9', 'dns=10.0.2.9, hostfwd=tcp::80-:http'],
  ['-object tdx-guest,id=t,attributes=$A -bios f', 'attributes ${A}'],
  ['-smbios type=1,serial=s,asset=a', 'asset=a'],
  [
    '-object tdx-guest,id=t,quote-generation-socket.type=fd,quote-generation-socket.str=3 -bios f',
    'quote-generation-socket.type=fd, quote-generation-socket.str=3',
  ],
])('a property that no key says is named: %s', (args, ...names) => {
  const { fates } = imported(`qemu-kvm -kernel k ${args}`);
  expect(fates.flatMap(({ says }) => /; ([^;]*) left out$/.exec(says)?.[1] ?? [])).toEqual(names);
});

test.each([
  ['--disk path=a,direct=on path=b,num_queues=2', 'direct=on, num_queues=2'],
  ['--disk path=a,image_type=vhdx', 'image_type=vhdx'],
  ['--vsock cid=3,socket=/s,iommu=on', 'iommu=on'],
  ['--device path=/sys/bus/pci/devices/0000:01:00.0/,iommu=on', 'iommu=on'],
  ['--memory-zone size=1G,host_numa_node=1', 'host_numa_node=1'],
  ['--tdx firmware=f,mrconfigid=00', 'mrconfigid=00'],
])('so is one of Cloud Hypervisor: %s', (args, names) => {
  const { fates } = imported(`cloud-hypervisor --kernel k ${args}`);
  expect(fates.at(-1)?.says).toMatch(new RegExp(`; ${names} left out$`));
});

test.each([
  ['-nic user,hostfwd=tcp::1-:2 -nic tap,ifname=t', { type: 'user', forward: ['1:2'] }, '-nic tap,ifname=t'],
  ['-net nic -net tap,ifname=t -net user', { type: 'tap', interface: 't' }, '-net user'],
  [
    '-device virtio-net-pci,netdev=a,mac=52:54:00:00:00:01 -device virtio-net-pci,netdev=b,mac=52:54:00:00:00:02 -netdev user,id=a -netdev tap,id=b,ifname=t',
    { type: 'user', mac: '52:54:00:00:00:01' },
    '-device virtio-net-pci,netdev=b,mac=52:54:00:00:00:02',
    '-netdev tap,id=b,ifname=t',
  ],
])('of several networks the first is that of the guest: %s', (args, network, ...left) => {
  const result = imported(`qemu-kvm -kernel k ${args}`);
  expect(result.scenario.guest).toEqual({ kernel: 'k', network });
  expect(lost(result)).toEqual(left.map((argument) => `left-out: ${argument}`));
});

test.each([
  ['-drive file=a.img,if=none,id=d', 'no device uses it'],
  ['-device virtio-blk-pci,drive=d', 'there is no drive d'],
  ['-device virtio-scsi-pci', 'no disk of the command is on it'],
  ['-netdev user,id=n', 'there is no card for it'],
  ['-device virtio-net-pci,netdev=n', 'there is no -netdev for it'],
  ['-m slots=2', 'it names no size'],
  ['-m 1025K', '1025K is no whole number of MiB'],
  ['-m 0', '0 is no whole number of MiB'],
  ['-m ${MEM}', 'guest.memory; give the variable a unit, as in 2048M'],
  ['-net nic,model=e1000 -net user', 'guest.network; the card is a virtio-net-pci, not e1000'],
  ['-drive file=a,if=virtio', 'guest.disks; the guest writes to an overlay, not to this file'],
  ['-drive file=a,if=virtio,readonly=on', 'guest.disks'],
  ['-drive file=f,if=pflash', 'firmware'],
  ['-drive file=f,if=pflash -drive file=v,if=pflash', 'firmware: code, vars'],
  ['-nic user', 'guest.network; the card is a virtio-net-pci, not e1000e'],
  ['-nic user,model=virtio,hostfwd=tcp::1-:2', 'guest.network; ports are open on 127.0.0.1 alone'],
  [
    '-chardev socket,id=c,path=/x -device vhost-user-fs-pci,chardev=c,tag=t',
    'a shared directory, whose daemon another program has to start',
  ],
  [
    '-object memory-backend-memfd-private,id=m,size=1G -machine memory-backend=m',
    "private memory is QEMU's own choice since 10.1",
  ],
  [
    '-object memory-backend-ram,id=m,private=on -machine memory-backend=m',
    "private memory is QEMU's own choice since 10.1",
  ],
])('what is said of an argument: %s', (args, says) => {
  const { fates } = importCommand(['qemu-kvm', '-kernel', 'k', ...args.split(' ')]);
  expect(fates[1]?.says).toBe(says);
});

test('a card of -net has its -netdev', () => {
  const { scenario, fates } = imported('qemu-kvm -hda a -net nic,netdev=n,model=virtio -netdev user,id=n');
  expect(scenario).toMatchObject({ guest: { network: { type: 'user' } } });
  expect([scenario['vmm-args'], fates.map(({ says }) => says)]).toEqual([
    undefined,
    [expect.stringContaining('guest.disks'), 'guest.network', 'guest.network'],
  ]);
});

test('an option that lacks its value is named, and takes no other option for it', () => {
  const result = imported('qemu-kvm -kernel k -cpu -smp 2 -m');
  expect(lost(result)).toEqual(['left-out: -cpu', 'left-out: -m']);
  expect(result.scenario.guest).toEqual({ kernel: 'k', cpus: 2 });
});

test('options right behind a variable are options', () => {
  const result = imported('qemu-kvm -kernel k ${NET}-smp 2');
  expect([lost(result), result.scenario.guest]).toEqual([['left-out: ${NET}'], { kernel: 'k', cpus: 2 }]);
});

test('an unknown property of a TD is named', () => {
  const { fates } = imported(
    'qemu-kvm -bios f -object tdx-guest,id=t,vtpm-type=server,attributes=0x50000000',
  );
  expect(fates.at(-1)?.says).toBe('platform; vtpm-type=server, attributes 0x40000000 left out');
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
      'a disk of another program',
      'cloud-hypervisor --kernel k --disk path=a vhost_user=true,socket=/s',
      { 'vmm-args': ['--disk', 'path=a', 'vhost_user=true,socket=/s'], guest: { kernel: 'k' } },
    ],
    [
      'with = between an option and its value',
      'cloud-hypervisor --kernel=k --cpus=boot=2 --api-socket=/s --rng --gdb path=/g --fs tag=t,socket=/f',
      { guest: { kernel: 'k', cpus: 2 } },
    ],
    [
      'a plain VM',
      'cloud-hypervisor --kernel k --initramfs i --cpus boot=4,topology=2:2:1:1,max=8 --memory size=512M,shared=on,hugepages=on --disk path=a,readonly=on path=b --net tap=tap0,mac=52:54:00:00:00:01 --vsock cid=3,socket=/s --rng src=/dev/urandom --device path=/sys/bus/pci/devices/0000:01:00.0/',
      {
        platform: 'kvm',
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
