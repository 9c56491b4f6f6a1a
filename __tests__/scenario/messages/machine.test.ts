/** What a scenario's author is told of the VMM, and the processor, memory, network and disks of its machine. */

import { describe, test } from '@jest/globals';
import { BASE, isTold, type Mistake } from './mistakes.ts';

describe('a mistake in a scenario file', () => {
  test.each<Mistake>([
    [
      'no platform',
      'version: 1\nguest:\n  kernel: a\n',
      ['1:1: platform is missing: tdx, tdx-emulated, kvm, emulated'],
    ],
    [
      'firmware without guest',
      'version: 1\nfirmware: a\nsteps: [{expect: a}]\n',
      ['2:11: firmware is given but there is no guest to boot with it'],
    ],
    [
      'a guest without kernel and disks',
      'version: 1\nplatform: kvm\nguest: {}\nsteps: [{expect: a}]\n',
      ['3:8: guest has neither a kernel nor disks: there is nothing to boot'],
    ],
    [
      'arguments that put the VMM in the background',
      `${BASE}vmm-args: [-device, x, -daemonize]\nsteps: [{expect: a}]\n`,
      ['5:24: vmm-args[3]: "-daemonize": a VMM in the background could not be ended'],
    ],
    [
      'one text for all arguments',
      `${BASE}vmm-args: -device x\nsteps: [{expect: a}]\n`,
      ['5:11: vmm-args: "-device x" is not a list'],
    ],
    [
      'a program of unknown kind',
      `${BASE}vmm-path: build/emulator\nsteps: [{expect: a}]\n`,
      [
        '5:11: vmm-path: the name of build/emulator does not say which VMM this is: add vmm: qemu or vmm: cloud-hypervisor',
      ],
    ],
    [
      'a version of a program that is named',
      `${BASE}vmm-path: cloud-hypervisor\nvmm-ref: v47.0\nsteps: [{expect: a}]\n`,
      ['6:10: vmm-ref names a version of Cloud Hypervisor, but vmm-path names a program'],
    ],
    [
      'a version of Cloud Hypervisor that is no name in git',
      `${BASE}vmm-ref: --upload-pack\nsteps: [{expect: a}]\n`,
      ['5:10: vmm-ref: "--upload-pack" is not a tag, a branch or a commit'],
    ],
    [
      'a version of Cloud Hypervisor for QEMU',
      `${BASE}vmm: qemu\nvmm-ref: v47.0\nsteps: [{expect: a}]\n`,
      ['6:10: vmm-ref names a version of Cloud Hypervisor, but vmm is qemu'],
    ],
    [
      'a CPU model with blanks',
      `${BASE}  cpu: Intel Xeon\nsteps: [{expect: a}]\n`,
      ['5:8: guest.cpu: "Intel Xeon" is not a CPU model such as host or SapphireRapids'],
    ],
    [
      'a CPU flag without a sign',
      `${BASE}  cpu: {flags: [+avx2, pmu]}\nsteps: [{expect: a}]\n`,
      ['5:24: guest.cpu.flags[2]: "pmu" is not a CPU flag such as +avx2, -pmu or phys-bits=46'],
    ],
    [
      'a topology of other CPUs',
      `${BASE}  cpus: 4\n  topology: {cores: 3}\nsteps: [{expect: a}]\n`,
      ['6:13: guest.topology: 1 sockets of 1 dies of 3 cores of 1 threads are 3 CPUs, and guest.cpus is 4'],
    ],
    [
      'a memory that is no size',
      `${BASE}  memory: 1.5G\nsteps: [{expect: a}]\n`,
      ['5:11: guest.memory: "1.5G" is not a size such as 512M, 1G or 1536MiB'],
    ],
    [
      'a memory back end whose keys contradict each other',
      `${BASE}  memory-backend: {kind: ram, path: /x, hugepages: 2M}\nsteps: [{expect: a}]\n`,
      [
        '5:37: guest.memory-backend.path: memory of kind ram is in no file',
        '5:52: guest.memory-backend.hugepages: kind ram takes none; use kind: memfd',
      ],
    ],
    [
      'memory in a file without the file',
      `${BASE}  memory-backend: {kind: file}\nsteps: [{expect: a}]\n`,
      ['5:19: guest.memory-backend.path is missing, which kind: file needs'],
    ],
    [
      'huge pages of another size',
      `${BASE}  memory-backend: {hugepages: 4M}\nsteps: [{expect: a}]\n`,
      ['5:31: guest.memory-backend.hugepages: "4M" is not one of 2M, 1G (did you mean "2M"?)'],
    ],
    [
      'a network of another kind',
      `${BASE}  network: bridge\nsteps: [{expect: a}]\n`,
      [
        '5:12: guest.network: "bridge" is not one of none, user, nor a mapping of type, forward, interface, mac',
      ],
    ],
    [
      'a forwarded port that is no pair',
      `${BASE}  network: {type: user, forward: [22]}\nsteps: [{expect: a}]\n`,
      ['5:35: guest.network.forward[1]: 22 is not HOST:GUEST with two ports, such as 2222:22 or 5353:53/udp'],
    ],
    [
      'a port that does not exist',
      `${BASE}  network: {type: user, forward: ["70000:22"]}\nsteps: [{expect: a}]\n`,
      ['5:35: guest.network.forward[1]: "70000:22": a port is a number from 1 to 65535'],
    ],
    [
      'a tap network with forwarded ports and without interface',
      `${BASE}  network: {type: tap, forward: ["1:1"]}\nsteps: [{expect: a}]\n`,
      [
        '5:12: guest.network.interface is missing: a network of type tap needs an interface of the host',
        '5:33: guest.network.forward: a network of type tap has none',
      ],
    ],
    [
      'a vsock number that belongs to the host',
      `${BASE}  vsock: 2\nsteps: [{expect: a}]\n`,
      ['5:10: guest.vsock: 2 is less than 3, the first number that a guest can have'],
    ],
    [
      'a read-only SATA disk',
      `${BASE}  disks: [{path: a, bus: sata, read-only: true}]\nsteps: [{expect: a}]\n`,
      ['5:43: guest.disks[1].read-only: a SATA disk can be written; use bus: virtio, scsi or nvme'],
    ],
    [
      'a disk without path',
      `${BASE}  disks: [{bus: sata}]\nsteps: [{expect: a}]\n`,
      ['5:11: guest.disks[1].path is missing'],
    ],
    [
      'a device that is no PCI address',
      `${BASE}  vfio: [b1]\nsteps: [{expect: a}]\n`,
      ['5:10: guest.vfio[1]: "b1" is not a PCI address such as 0000:b1:00.0'],
    ],
  ])('%s', isTold);
});
