/** The words in which a scenario's author is told what is wrong: what, which value, where, and what was meant. */

import { describe, expect, test } from '@jest/globals';
import { parseScenario } from '../../src/scenario/load.ts';
import { ScenarioError } from '../../src/scenario/text.ts';

/** Four lines; a guest's further keys may follow. */
const BASE = 'version: 1\nplatform: emulated\nguest:\n  kernel: bzImage\n';
const TD = BASE.replace('emulated', 'tdx');

describe('a mistake in a scenario file', () => {
  test.each<[string, string, string[]]>([
    [
      'a misspelt key',
      `${BASE}stepz: []\n`,
      ['5:1: unknown key "stepz" in the scenario (did you mean "steps"?)'],
    ],
    [
      'a key that is like no other',
      `${BASE}frobnicate: 1\nsteps: [{expect: a}]\n`,
      ['5:1: unknown key "frobnicate" in the scenario'],
    ],
    [
      'a malformed quote socket',
      `${BASE}  quote-socket: tcp:1\nsteps: [{expect: a}]\n`,
      ['5:17: guest.quote-socket: "tcp:1" is neither vsock:CID:PORT nor unix:/PATH'],
    ],
    [
      'a quote socket without a TD',
      `${BASE}  quote-socket: vsock:2:4050\nsteps: [{expect: a}]\n`,
      ['5:17: guest.quote-socket needs platform: tdx: only a TD has quotes'],
    ],
    [
      'measurements without a TD',
      `${BASE}measurements: {mrtd: expected}\nsteps: [{expect: a}]\n`,
      ['5:15: measurements: a guest on platform emulated has no measurements'],
    ],
    [
      'measurements of nothing',
      `${TD}measurements: {order: two-pass}\nsteps: [{expect: a}]\n`,
      ['5:15: measurements asserts no register: give one of mrtd, rtmr0, rtmr1, rtmr2, rtmr3'],
    ],
    [
      'an unknown register',
      `${TD}measurements:\n  rtmr4: expected\nsteps: [{expect: a}]\n`,
      ['6:3: unknown key "rtmr4" in measurements (did you mean "rtmr0"?)'],
    ],
    [
      'MRTD by replay',
      `${TD}measurements: {mrtd: replay}\nsteps: [{expect: a}]\n`,
      ['5:22: measurements.mrtd: "replay" is neither expected nor 96 hex digits (in quotation marks)'],
    ],
    [
      'a register of zeros that is a number to YAML',
      `${TD}measurements: {rtmr3: ${'0'.repeat(96)}}\nsteps: [{expect: a}]\n`,
      ['5:23: measurements.rtmr3: 0 is neither expected, replay nor 96 hex digits (in quotation marks)'],
    ],
    [
      'an order that nobody measures in',
      `${TD}measurements: {mrtd: expected, order: twopass}\nsteps: [{expect: a}]\n`,
      ['5:39: measurements.order: "twopass" is not one of interleaved, two-pass (did you mean "two-pass"?)'],
    ],
    [
      'a replay of a probe that does not print its log',
      `${TD}  cmdline: console=hvc0\nmeasurements: {rtmr0: expected, rtmr1: replay}\n`,
      ['6:40: measurements.rtmr1: replay needs the event log: add tdx-boot.probe=ccel to guest.cmdline'],
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
      'an unknown SMBIOS field',
      `${BASE}  smbios: {seral: x}\nsteps: [{expect: a}]\n`,
      ['5:12: unknown key "seral" in guest.smbios (did you mean "serial"?)'],
    ],
    [
      'a device that is no PCI address',
      `${BASE}  vfio: [b1]\nsteps: [{expect: a}]\n`,
      ['5:10: guest.vfio[1]: "b1" is not a PCI address such as 0000:b1:00.0'],
    ],
    [
      'attributes of a TD without a TD',
      `${BASE}  td: {debug: true}\nsteps: [{expect: a}]\n`,
      ['5:7: guest.td: a guest on platform emulated is no Trust Domain'],
    ],
    [
      'an identity that is too short',
      `${TD}  td: {mrowner: "00"}\nsteps: [{expect: a}]\n`,
      ['5:17: guest.td.mrowner: "00" is not 96 hex digits (in quotation marks)'],
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
      'a settle that is no duration',
      `${BASE}settle: 1\nsteps: [{expect: a}]\n`,
      ['5:9: settle: 1 is not a duration such as 1s or 500ms, or 0s'],
    ],
    [
      'a settle of a run that goes on to the end',
      `${BASE}settle: 0s\nstop: on-exit\nsteps: [{expect: a}]\n`,
      ['5:9: settle has no effect with stop: on-exit: the guest is watched to its end'],
    ],
    [
      'a misspelt key of a step',
      `${BASE}steps:\n  - expct: a\n`,
      ['6:5: unknown key "expct" in steps[1] (did you mean "expect"?)'],
    ],
    [
      'a second misspelt key of a step',
      `${BASE}steps:\n  - expect: a\n    witin: 3s\n`,
      ['7:5: unknown key "witin" in steps[1] (did you mean "within"?)'],
    ],
    [
      'a misspelt key of a member of a group',
      `${BASE}steps:\n  - any-order:\n      - expct: a\n`,
      ['7:9: unknown key "expct" in steps[1].any-order[1] (did you mean "expect"?)'],
    ],
    [
      'a misspelt nested key',
      `${BASE}  memroy: 1G\nsteps: [{expect: a}]\n`,
      ['5:3: unknown key "memroy" in guest (did you mean "memory"?)'],
    ],
    [
      'a misspelt key of the firmware',
      `${BASE}firmware:\n  code: a\n  var: b\nsteps: [{expect: a}]\n`,
      ['7:3: unknown key "var" in firmware (did you mean "vars"?)'],
    ],
    [
      'a misspelt key of a forbidden text',
      `${BASE}forbid: [{pattern: a, steam: console}]\nsteps: [{expect: a}]\n`,
      ['5:23: unknown key "steam" in forbid[1] (did you mean "stream"?)'],
    ],
    [
      'two kinds of step in one',
      `${BASE}steps:\n  - expect: a\n    send: b\n`,
      ['7:5: key "send" does not go with "expect" in steps[1]'],
    ],
    [
      'a stream for a whole group',
      `${BASE}steps:\n  - when: kvm\n    any-order: [{expect: a}]\n    stream: serial\n`,
      ['8:5: key "stream" does not go with "any-order" in steps[1]'],
    ],
    ['a step of nothing', `${BASE}steps: [{}]\n`, ['5:9: steps[1].expect is missing']],
    [
      'a wrong platform',
      'version: 1\nplatform: emulate\nguest: {kernel: a}\n',
      ['2:11: platform: "emulate" is not one of tdx, tdx-emulated, kvm, emulated (did you mean "emulated"?)'],
    ],
    [
      'a wrong stream',
      `${BASE}steps:\n  - expect: a\n    stream: consol\n`,
      [
        '7:13: steps[1].stream: "consol" is not one of console, serial, debugcon, td-module, vmm (did you mean "console"?)',
      ],
    ],
    [
      'a shortened word',
      `${BASE}fail-on: warn\nsteps: [{expect: a}]\n`,
      ['5:10: fail-on: "warn" is not one of fatal, error, warning (did you mean "warning"?)'],
    ],
    [
      'a wrong word in a list',
      `${BASE}steps:\n  - expect: a\n    when: [kvm, tdz]\n`,
      ['7:17: steps[1].when[2]: "tdz" is not one of tdx, tdx-emulated, kvm, emulated (did you mean "tdx"?)'],
    ],
    [
      'a bad regex',
      `${BASE}steps:\n  - expect: /(a/\n`,
      ['6:13: /(a/: Invalid regular expression: /(a/: Unterminated group'],
    ],
    [
      'a path that reads like a regex',
      `${BASE}forbid: [/dev/sda]\nsteps: [{expect: a}]\n`,
      [
        '5:10: /dev/sda: flag "da" has no meaning here. Known flags: i (ignore case), s, m, u, v. To look for a path as it stands, write it as /\\/dev\\/sda/.',
      ],
    ],
    ['an empty pattern', `${BASE}steps: [{expect: ""}]\n`, ['5:18: an empty pattern matches everything']],
    [
      'a pattern of two lines',
      `${BASE}steps: [{expect: "a\\nb"}]\n`,
      ['5:18: "a\\nb" contains a line break. Patterns are matched within one line; use one step per line.'],
    ],
    [
      'capture of an unknown group',
      `${BASE}steps:\n  - expect: /(?<b>c)/\n    capture: [d]\n`,
      ['7:15: /(?<b>c)/ has no group (?<d>...): only b'],
    ],
    [
      'capture from a literal',
      `${BASE}steps:\n  - expect: c\n    capture: [d]\n`,
      ['7:15: c has no group (?<d>...): no named groups'],
    ],
    [
      'a negative timeout',
      `${BASE}timeout: -3s\nsteps: [{expect: a}]\n`,
      ['5:10: timeout: "-3s" is not a duration such as 500ms, 60s, 3m or 1h'],
    ],
    [
      'a timeout without unit',
      `${BASE}timeout: 30\nsteps: [{expect: a}]\n`,
      ['5:10: timeout: 30 is not a duration such as 500ms, 60s, 3m or 1h'],
    ],
    [
      'no time at all',
      `${BASE}timeout: 0s\nsteps: [{expect: a}]\n`,
      ['5:10: timeout: "0s" is not a duration such as 500ms, 60s, 3m or 1h'],
    ],
    [
      'a size in another unit',
      `${BASE}output-limit: 1T\nsteps: [{expect: a}]\n`,
      ['5:15: output-limit: "1T" is not a size such as 512M or 1G'],
    ],
    [
      'silence as long as the timeout',
      `${BASE}timeout: 1m\nsilence: 60s\nsteps: [{expect: a}]\n`,
      ['6:10: silence (60s) is not shorter than timeout (1m)'],
    ],
    [
      'within longer than the timeout',
      `${BASE}steps:\n  - expect: a\n    within: 6m\n`,
      ['7:13: within (6m) is longer than timeout (5m), so it can never be reached'],
    ],
    [
      'within of a member longer than its group',
      `${BASE}steps:\n  - within: 1s\n    any-order:\n      - {expect: a, within: 2s}\n`,
      ['8:29: within (2s) is longer than within of its group (1s), so it can never be reached'],
    ],
    [
      'a group of nothing, without a second complaint that there are no steps',
      `${BASE}steps:\n  - any-order: []\n`,
      ['6:16: steps[1].any-order: a list is empty'],
    ],
    [
      'a step that means nothing, without a second complaint that there are no steps',
      `${BASE}  initrd: i\nsteps:\n  - expect: ""\n`,
      ['7:13: an empty pattern matches everything'],
    ],
    [
      'a command of nothing',
      `${BASE}steps:\n  - run: ""\n  - run: []\n`,
      ['6:10: steps[1].run: "" is empty', '7:10: steps[2].run: a list is empty'],
    ],
    [
      'wrong values of a command',
      `${BASE}steps:\n  - run: a\n    exit: 256\n    env: {A-B: c}\n    working-directory: tmp\n    within: 5\n`,
      [
        '7:11: steps[1].exit: 256 is more than 255',
        '8:16: steps[1].env.A-B: the key "A-B" is not a name of a variable',
        '9:24: steps[1].working-directory: "tmp" is not an absolute path in the guest',
        '10:13: steps[1].within: 5 is not a duration such as 500ms, 60s, 3m or 1h',
      ],
    ],
    [
      'a misspelt key of a command',
      `${BASE}steps:\n  - {run: a, outputs: b}\n`,
      ['6:14: unknown key "outputs" in steps[1] (did you mean "output"?)'],
    ],
    [
      'a group that the output does not capture',
      `${BASE}steps:\n  - {run: a, output: /b/, capture: [c]}\n  - {run: a, capture: [c]}\n`,
      [
        '6:37: /b/ has no group (?<c>...): no named groups',
        '7:23: capture needs output, whose groups it names',
      ],
    ],
    [
      'a place in the guest that is none',
      `${BASE}  files: {a: b, c: /d/../e}\n  shares: {f: g}\nsteps: [{expect: a}]\n`,
      [
        '5:14: guest.files.a: "b" is not an absolute path in the guest',
        '5:20: guest.files.c: "/d/../e" is not an absolute path in the guest',
        '6:15: guest.shares.f: "g" is not an absolute path in the guest',
      ],
    ],
    [
      'two initrds',
      `${BASE}  initrd: a\n  root: b\nsteps: [{expect: a}]\n`,
      ['6:9: guest.root is an initrd, too: give one of guest.root and guest.initrd'],
    ],
    [
      'two roots, and a root beside a disk',
      `${BASE}  shares: {a: /, b: /}\n  disks: [c]\nsteps: [{expect: a}]\n`,
      [
        '5:11: guest.shares has more than one share at /',
        '5:11: guest.shares: a share at / is for the probe guest, which has no initrd and no disks',
      ],
    ],
    [
      'files and a root on disks that do not go together',
      `${BASE}  files-as: disk\n  root: {path: r, as: disk}\nsteps: [{expect: a}]\n`,
      [
        '5:13: guest.files-as needs guest.files',
        '5:13: guest.files-as: the disk of guest.root has the files already',
      ],
    ],
    [
      'free space in memory',
      `${BASE}  root: {path: r, free: 1G}\nsteps: [{expect: a}]\n`,
      ['5:25: guest.root.free is for a disk (as: disk): an initrd has what the memory has'],
    ],
    [
      'shares that nobody can mount, or that cannot be told apart',
      `${BASE}  shares: {a: {type: virtiofs}, b: {tag: x}, c: {tag: x}}\nsteps: [{expect: a}]\n`,
      [
        '5:11: guest.shares has more than one share with the tag x',
        '5:15: guest.shares.a: neither target, where the agent mounts it, nor tag, by which the guest can',
      ],
    ],
    [
      'a share that virtiofsd could not serve',
      `${BASE}  shares: {a: {target: /a, type: virtiofs}}\n  memory-backend: {shared: false}\nsteps: [{expect: a}]\n`,
      ['6:19: guest.memory-backend: a share of type virtiofs needs shared memory, not shared: false'],
    ],
    [
      'a share by what is no file system for that',
      `${BASE}  shares: {a: {target: /a, type: virtio-fs}}\nsteps: [{expect: a}]\n`,
      ['5:34: guest.shares.a.type: "virtio-fs" is not one of 9p, virtiofs (did you mean "virtiofs"?)'],
    ],
    [
      'files of a guest that is off',
      `${BASE}collect: [/a]\nstop: on-exit\nsteps: [{expect: a}]\n`,
      ['5:10: collect needs a guest that runs when the last step is met, but stop is on-exit'],
    ],
    [
      'wrong values of collect',
      `${BASE}collect: {paths: [a, /b], size: 5, files: 0}\nsteps: [{expect: a}]\n`,
      [
        '5:19: collect.paths[1]: "a" is not an absolute path in the guest',
        '5:33: collect.size: 5 is not a size such as 512M or 1G',
        '5:43: collect.files: 0 is less than 1',
      ],
    ],
    ['no steps', 'version: 1\n', ['1:1: no steps: a pass would mean nothing']],
    ['an empty list of steps', 'version: 1\nsteps: []\n', ['2:8: no steps: a pass would mean nothing']],
    [
      'steps that only send',
      `${BASE}  initrd: a\nsteps: [{send: a}, {expect: a, when: tdx}]\n`,
      ['6:8: no step expects or runs anything: a pass would mean nothing'],
    ],
    [
      'steps for other platforms only',
      `${BASE}  initrd: a\nsteps: [{expect: a, when: tdx}]\n`,
      ['6:8: no steps: a pass would mean nothing'],
    ],
    [
      'a guest without kernel and disks',
      'version: 1\nplatform: kvm\nguest: {}\nsteps: [{expect: a}]\n',
      ['3:8: guest has neither a kernel nor disks: there is nothing to boot'],
    ],
    [
      'an initrd without kernel',
      'version: 1\nplatform: kvm\nguest:\n  disks: [a]\n  initrd: b\nsteps: [{expect: a}]\n',
      ['5:11: guest.initrd needs guest.kernel: a disk brings its own'],
    ],
    [
      'modules without probe',
      `${BASE}  initrd: a\n  modules: b\nsteps: [{expect: a}]\n`,
      ['6:12: guest.modules is for the probe guest, which boots without initrd and disks'],
    ],
    [
      'firmware without guest',
      'version: 1\nfirmware: a\nsteps: [{expect: a}]\n',
      ['2:11: firmware is given but there is no guest to boot with it'],
    ],
    [
      'no platform',
      'version: 1\nguest:\n  kernel: a\n',
      ['1:1: platform is missing: tdx, tdx-emulated, kvm, emulated'],
    ],
    ['no version', 'steps: [{expect: a}]\n', ['1:1: version is missing (the number 1)']],
    [
      'a version of the future',
      'version: 2\nsteps: [{expect: a}]\n',
      ['1:10: version: 2 is not the number 1'],
    ],
    [
      'a version in quotes',
      'version: "1"\nsteps: [{expect: a}]\n',
      ['1:10: version: "1" is not the number 1'],
    ],
    [
      'wrong types',
      'version: 1\nplatform: [kvm]\nguest: a\nsteps: b\nforbid: {}\ntimeout: true\n',
      [
        '2:11: platform: a list is not one of tdx, tdx-emulated, kvm, emulated',
        '3:8: guest: "a" is not a mapping',
        '4:8: steps: "b" is not a list',
        '5:9: forbid: a mapping is not a list',
        '6:10: timeout: true is not a duration such as 500ms, 60s, 3m or 1h',
      ],
    ],
    [
      'wrong types of nested values',
      `${BASE}  cpus: 1.5\n  memory: 1024\n  disks: a\nsteps:\n  - a\n  - expect: 3\n  - null\n`,
      [
        '5:9: guest.cpus: 1.5 is not a whole number',
        '6:11: guest.memory: 1024 is not a size such as 512M, 1G or 1536MiB',
        '7:10: guest.disks: "a" is not a list',
        '9:5: steps[1]: "a" is not a mapping',
        '10:13: steps[2].expect: 3 is not a text',
        '11:5: steps[3]: null is not a mapping',
      ],
    ],
    [
      'a long value',
      `${BASE}timeout: ${'9'.repeat(99)}x\nsteps: [{expect: a}]\n`,
      ['5:10: timeout: a value of 102 characters is not a duration such as 500ms, 60s, 3m or 1h'],
    ],
    [
      'a disk without path',
      `${BASE}  disks: [{bus: sata}]\nsteps: [{expect: a}]\n`,
      ['5:11: guest.disks[1].path is missing'],
    ],
    [
      'a missing reason',
      `${BASE}allow:\n  - match: a\nsteps: [{expect: a}]\n`,
      ['6:5: allow[1].reason is missing'],
    ],
    ['a key twice', `${BASE}guest: {kernel: b}\n`, ['5:1: key "guest" is given twice']],
    [
      'invalid YAML',
      'version: 1\nsteps: [\n',
      ['3:1: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    ['a tab', 'version: 1\n\tname: a\n', ['2:1: Tabs are not allowed as indentation']],
    [
      'two documents',
      'version: 1\n---\nversion: 1\n',
      ['2:1: a scenario file holds one scenario: --- begins a second'],
    ],
    ['an alias without anchor', 'version: 1\nname: *a\n', ['2:7: *a has no anchor &a before it']],
    ['an empty file', '', ['1:1: the scenario is empty']],
    ['a text', 'hello\n', ['1:1: the scenario: "hello" is not a mapping']],
    [
      'several problems, in their order',
      'version: 1\nplatfrm: kvm\nguest:\n  kernal: a\ntimeout: 3 minutes\nsteps:\n  - expct: a\n',
      [
        '2:1: unknown key "platfrm" in the scenario (did you mean "platform"?)',
        '4:3: unknown key "kernal" in guest (did you mean "kernel"?)',
        '5:10: timeout: "3 minutes" is not a duration such as 500ms, 60s, 3m or 1h',
        '7:5: unknown key "expct" in steps[1] (did you mean "expect"?)',
      ],
    ],
    [
      'several problems of meaning, in their order',
      'version: 1\nguest:\n  initrd: a\nsteps:\n  - expect: /(/\n  - expect: b\n    capture: [c]\n',
      [
        '1:1: platform is missing: tdx, tdx-emulated, kvm, emulated',
        '3:3: guest has neither a kernel nor disks: there is nothing to boot',
        '3:11: guest.initrd needs guest.kernel: a disk brings its own',
        '5:13: /(/: Invalid regular expression: /(/: Unterminated group',
        '7:15: b has no group (?<c>...): no named groups',
      ],
    ],
    [
      'mistakes of shape and wrong patterns, which come together',
      'version: 1\nplatform: kvm\nguest: { kernel: a, cpus: -1 }\nsteps:\n  - expect: /(/\n  - expect: { pattern: /*/ }\nforbid: [/)/, {pattern: "/[/"}]\n',
      [
        '3:27: guest.cpus: -1 is less than 1',
        '5:13: /(/: Invalid regular expression: /(/: Unterminated group',
        '6:13: steps[2].expect: a mapping is not a text',
        '6:24: /*/: Invalid regular expression: /*/: Nothing to repeat',
        "7:10: /)/: Invalid regular expression: /)/: Unmatched ')'",
        '7:25: /[/: Invalid regular expression: /[/: Unterminated character class',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected.map((problem) => `boot.yml:${problem}`));
  });

  test('is there as data, too', () => {
    let error: unknown;
    try {
      parseScenario('boot.yml', 'version: 2\n', '/base');
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({
      code: 'bad-scenario',
      problems: [
        { where: { file: 'boot.yml', line: 1, column: 10 }, message: 'version: 2 is not the number 1' },
      ],
    });
  });
});

function problemsOf(text: string): string[] {
  try {
    parseScenario('boot.yml', text, '/base');
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
  return [];
}
