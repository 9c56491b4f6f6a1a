/** A wrong value of each key of a scenario has an error that names the key and the value; a new key needs a row here. */

import { expect, test } from '@jest/globals';
import { keyRows } from '../../script/keys.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { errorOf } from './problems.ts';

/** The key as docs/keys.md has it, a wrong value as JSON, and what is said of it, without the place in the file. */
const TABLE = `
version | "wrong" | version: "wrong" is not the number 1
extends | {"no": 1} | extends: a mapping is not a text
variables | "wrong" | variables: "wrong" is not a mapping
variables.….default | {"no": 1} | variables.NAME.default: a mapping is not a text
variables.….env | {"no": 1} | variables.NAME.env: a mapping is not a text
name | "" | name: "" is empty
platform | "wrong" | platform: "wrong" is not one of tdx, tdx-emulated, kvm, emulated
vmm | "wrong" | vmm: "wrong" is not one of auto, qemu, cloud-hypervisor
vmm-ref | "-x" | vmm-ref: "-x" is not a tag, a branch or a commit
vmm-path | {"no": 1} | vmm-path: a mapping is not a text
vmm-args | "wrong" | vmm-args: "wrong" is not a list
firmware | 7 | firmware: 7 is not a text
firmware.code | {"no": 1} | firmware.code: a mapping is not a text
firmware.vars | {"no": 1} | firmware.vars: a mapping is not a text
firmware.recipe | "wrong" | firmware.recipe: "wrong" is not one of tdvf, td-shim, td-shim-executable, td-shim-example
firmware.build | "wrong" | firmware.build: "wrong" is not one of release, debug
firmware.ref | "-x" | firmware.ref: "-x" is not a tag, a branch or a commit
firmware.repository | {"no": 1} | firmware.repository: a mapping is not a text
firmware.defines | ["-DX"] | firmware.defines: "-DX" is not a build define such as SECURE_BOOT_ENABLE=TRUE
pins | "wrong" | pins: "wrong" is not one of documented, current
td-monitor | "wrong" | td-monitor: "wrong" is not a mapping (such as host: …)
td-monitor.host | "wrong" | td-monitor.host: "wrong" is not one of upstream, intel-2022
td-monitor.mode | "wrong" | td-monitor.mode: "wrong" is not one of faithful, light
td-monitor.cpuid | "wrong" | td-monitor.cpuid: "wrong" is not one of compatible, compliant
td-monitor.serial | "wrong" | td-monitor.serial: "wrong" is not one of native, ve
td-monitor.huge-pages | "maybe" | td-monitor.huge-pages: "maybe" is not a boolean
td-monitor.accel | "wrong" | td-monitor.accel: "wrong" is not one of tcg, kvm
td-monitor.cet | "maybe" | td-monitor.cet: "maybe" is not a boolean
guest | "wrong" | guest: "wrong" is not a mapping (such as kernel: …)
guest.kernel | "" | guest.kernel: "" is empty
guest.initrd | "" | guest.initrd: "" is empty
guest.root | "" | guest.root: "" is empty
guest.root.path | {"no": 1} | guest.root.path: a mapping is not a text
guest.root.as | "wrong" | guest.root.as: "wrong" is not one of initrd, disk
guest.root.free | "12 parsecs" | guest.root.free: "12 parsecs" is not a size such as 512M or 1G
guest.files | 7 | guest.files: 7 is not a mapping
guest.files-as | "wrong" | guest.files-as: "wrong" is not disk
guest.shares | "wrong" | guest.shares: "wrong" is not a mapping
guest.shares.….target | "mnt" | guest.shares.NAME.target: "mnt" is not an absolute path in the guest
guest.shares.….type | "wrong" | guest.shares.NAME.type: "wrong" is not one of 9p, virtiofs
guest.shares.….tag | "a b" | guest.shares.NAME.tag: "a b" is not a tag of at most 31 letters, digits, dots, dashes, slashes and underscores
guest.shares.….write | "wrong" | guest.shares.NAME.write: "wrong" is not allow
guest.cmdline | {"no": 1} | guest.cmdline: a mapping is not a text
guest.vmlinux | {"no": 1} | guest.vmlinux: a mapping is not a text
guest.modules | {"no": 1} | guest.modules: a mapping is not a text
guest.disks | "wrong" | guest.disks: "wrong" is not a list
guest.disks[].path | {"no": 1} | guest.disks[1].path: a mapping is not a text
guest.disks[].bus | "wrong" | guest.disks[1].bus: "wrong" is not one of virtio, nvme, sata, scsi
guest.disks[].read-only | "maybe" | guest.disks[1].read-only: "maybe" is not a boolean
guest.disks[].serial | "a b" | guest.disks[1].serial: "a b" is not a serial number of at most 20 letters, digits, dots, dashes and underscores
guest.disks[].format | "wrong" | guest.disks[1].format: "wrong" is not one of raw, qcow2
guest.disks[].backing | "wrong" | guest.disks[1].backing: "wrong" is not allow
guest.cpus | 0 | guest.cpus: 0 is less than 1
guest.cpu | 7 | guest.cpu: 7 is not a CPU model such as host or SapphireRapids
guest.cpu.model | "a,b" | guest.cpu.model: "a,b" is not a CPU model such as host or SapphireRapids
guest.cpu.flags | ["a b"] | guest.cpu.flags[1]: "a b" is not a CPU flag such as +avx2, -pmu or phys-bits=46
guest.topology | "wrong" | guest.topology: "wrong" is not a mapping (such as sockets: …)
guest.topology.sockets | 0 | guest.topology.sockets: 0 is less than 1
guest.topology.dies | 0 | guest.topology.dies: 0 is less than 1
guest.topology.cores | 0 | guest.topology.cores: 0 is less than 1
guest.topology.threads | 0 | guest.topology.threads: 0 is less than 1
guest.memory | "12 parsecs" | guest.memory: "12 parsecs" is not a size such as 512M, 1G or 1536MiB
guest.memory-backend | "wrong" | guest.memory-backend: "wrong" is not a mapping (such as kind: …)
guest.memory-backend.kind | "wrong" | guest.memory-backend.kind: "wrong" is not one of ram, memfd, file
guest.memory-backend.path | {"no": 1} | guest.memory-backend.path: a mapping is not a text
guest.memory-backend.hugepages | "wrong" | guest.memory-backend.hugepages: "wrong" is not one of 2M, 1G
guest.memory-backend.shared | "maybe" | guest.memory-backend.shared: "maybe" is not a boolean
guest.memory-backend.prealloc | "maybe" | guest.memory-backend.prealloc: "maybe" is not a boolean
guest.network | "wrong" | guest.network: "wrong" is not one of none, user, nor a mapping of type, forward, interface, mac
guest.network.type | "wrong" | guest.network.type: "wrong" is not one of user, tap
guest.network.forward | ["80"] | guest.network.forward[1]: "80" is not HOST:GUEST with two ports, such as 2222:22 or 5353:53/udp
guest.network.interface | "a b" | guest.network.interface: "a b" is not the name of a network interface (at most 15 characters)
guest.network.mac | "52:54:00" | guest.network.mac: "52:54:00" is not a MAC address such as 52:54:00:12:34:56
guest.vsock | "wrong" | guest.vsock: "wrong" is not a whole number
guest.vsock.cid | 1 | guest.vsock.cid: 1 is less than 3, the first number that a guest can have
guest.vsock.socket | {"no": 1} | guest.vsock.socket: a mapping is not a text
guest.smbios | "wrong" | guest.smbios: "wrong" is not a mapping (such as manufacturer: …)
guest.smbios.manufacturer | {"no": 1} | guest.smbios.manufacturer: a mapping is not a text
guest.smbios.product | {"no": 1} | guest.smbios.product: a mapping is not a text
guest.smbios.version | {"no": 1} | guest.smbios.version: a mapping is not a text
guest.smbios.serial | {"no": 1} | guest.smbios.serial: a mapping is not a text
guest.smbios.sku | {"no": 1} | guest.smbios.sku: a mapping is not a text
guest.smbios.family | {"no": 1} | guest.smbios.family: a mapping is not a text
guest.smbios.uuid | "123" | guest.smbios.uuid: "123" is not a UUID such as 3f2504e0-4f89-11d3-9a0c-0305e82c3301
guest.smbios.oem-strings | [""] | guest.smbios.oem-strings[1]: "" is empty
guest.vfio | ["eth0"] | guest.vfio[1]: "eth0" is not a PCI address such as 0000:b1:00.0
guest.td | "wrong" | guest.td: "wrong" is not a mapping (such as debug: …)
guest.td.debug | "maybe" | guest.td.debug: "maybe" is not a boolean
guest.td.sept-ve-disable | "maybe" | guest.td.sept-ve-disable: "maybe" is not a boolean
guest.td.mrconfigid | "abc" | guest.td.mrconfigid: "abc" is not 96 hex digits (in quotation marks)
guest.td.mrowner | "abc" | guest.td.mrowner: "abc" is not 96 hex digits (in quotation marks)
guest.td.mrownerconfig | "abc" | guest.td.mrownerconfig: "abc" is not 96 hex digits (in quotation marks)
guest.quote-socket | "tcp:1" | guest.quote-socket: "tcp:1" is neither vsock:CID:PORT nor unix:/PATH
steps | "wrong" | steps: "wrong" is not a list
steps[].expect | "/(/" | /(/: Invalid regular expression: /(/: Unterminated group
steps[].within | "3 minutes" | steps[1].within: "3 minutes" is not a duration such as 500ms, 60s, 3m or 1h
steps[].stream | "wrong" | steps[1].stream: "wrong" is not one of console, serial, debugcon, td-module, vmm
steps[].capture | ["1x"] | a has no group (?<1x>...): no named groups
steps[].when | "wrong" | steps[1].when: "wrong" is not one of tdx, tdx-emulated, kvm, emulated
steps[].any-order | "wrong" | steps[1].any-order: "wrong" is not a list
steps[].any-order[].expect | "/(/" | /(/: Invalid regular expression: /(/: Unterminated group
steps[].any-order[].within | "3 minutes" | steps[1].any-order[1].within: "3 minutes" is not a duration such as 500ms, 60s, 3m or 1h
steps[].any-order[].stream | "wrong" | steps[1].any-order[1].stream: "wrong" is not one of console, serial, debugcon, td-module, vmm
steps[].any-order[].capture | ["1x"] | a has no group (?<1x>...): no named groups
steps[].any-order[].when | "wrong" | steps[1].any-order[1].when: "wrong" is not one of tdx, tdx-emulated, kvm, emulated
steps[].send | {"no": 1} | steps[1].send: a mapping is not a text
steps[].run | {"no": 1} | steps[1].run: a mapping is not a text
steps[].env | "wrong" | steps[1].env: "wrong" is not a mapping
steps[].working-directory | "tmp" | steps[1].working-directory: "tmp" is not an absolute path in the guest
steps[].exit | 256 | steps[1].exit: 256 is more than 255
steps[].output | "/(/" | /(/: Invalid regular expression: /(/: Unterminated group
forbid | "wrong" | forbid: "wrong" is not a list
forbid[].pattern | "/(/" | /(/: Invalid regular expression: /(/: Unterminated group
forbid[].stream | "wrong" | forbid[1].stream: "wrong" is not one of console, serial, debugcon, td-module, vmm
forbid[].when | "wrong" | forbid[1].when: "wrong" is not one of tdx, tdx-emulated, kvm, emulated
allow | "wrong" | allow: "wrong" is not a list
allow[].match | "/(/" | /(/: Invalid regular expression: /(/: Unterminated group
allow[].reason | {"no": 1} | allow[1].reason: a mapping is not a text
ktap | "wrong" | ktap: "wrong" is not one of fail, ignore
fail-on | "wrong" | fail-on: "wrong" is not one of fatal, error, warning
timeout | "3 minutes" | timeout: "3 minutes" is not a duration such as 500ms, 60s, 3m or 1h
silence | "3 minutes" | silence: "3 minutes" is not a duration such as 500ms, 60s, 3m or 1h
stop | "wrong" | stop: "wrong" is not one of after-last-step, on-exit
settle | "3 minutes" | settle: "3 minutes" is not a duration such as 1s or 500ms, or 0s
td-evidence | "wrong" | td-evidence: "wrong" is not one of required, optional
measurements | "wrong" | measurements: "wrong" is not a mapping (such as mrtd: …)
measurements.mrtd | "abc" | measurements.mrtd: "abc" is neither expected nor 96 hex digits (in quotation marks)
measurements.rtmr0 | "abc" | measurements.rtmr0: "abc" is neither expected, replay nor 96 hex digits (in quotation marks)
measurements.rtmr1 | "abc" | measurements.rtmr1: "abc" is neither expected, replay nor 96 hex digits (in quotation marks)
measurements.rtmr2 | "abc" | measurements.rtmr2: "abc" is neither expected, replay nor 96 hex digits (in quotation marks)
measurements.rtmr3 | "abc" | measurements.rtmr3: "abc" is neither expected, replay nor 96 hex digits (in quotation marks)
measurements.order | "wrong" | measurements.order: "wrong" is not one of interleaved, two-pass
measurements.events | "wrong" | measurements.events: "wrong" is not one of edk2-13b97736, edk2-stable202211, edk2-stable202302, edk2-stable202305, edk2-stable202308, edk2-stable202411, edk2-stable202505, edk2-stable202508, edk2-stable202511, edk2-stable202602, edk2-stable202608
measurements.acpi-tables | {"no": 1} | measurements.acpi-tables: a mapping is not a text
measurements.smbios | {"no": 1} | measurements.smbios: a mapping is not a text
measurements.efi-variables | {"no": 1} | measurements.efi-variables: a mapping is not a text
collect | 7 | collect: 7 is not a list
collect.paths | ["var/log"] | collect.paths[1]: "var/log" is not an absolute path in the guest
collect.size | "12 parsecs" | collect.size: "12 parsecs" is not a size such as 512M or 1G
collect.files | 0 | collect.files: 0 is less than 1
collect.within | "3 minutes" | collect.within: "3 minutes" is not a duration such as 500ms, 60s, 3m or 1h
output-limit | "12 parsecs" | output-limit: "12 parsecs" is not a size such as 512M or 1G
`;
const ROWS = TABLE.trim()
  .split('\n')
  .map((line) => line.split(' | '));

/** What has to stand beside a key, so that its value is all that is wrong. */
const BESIDE: readonly (readonly [keys: RegExp, beside: object])[] = [
  [/^firmware\.(code|vars)/, { firmware: { code: 'code', vars: 'vars' } }],
  [/^firmware\./, { firmware: { recipe: 'tdvf' } }],
  [/^guest\.root\./, { guest: { kernel: 'bzImage', root: { path: 'root', as: 'disk' } } }],
  [/^guest\.disks\[\]/, { guest: { kernel: 'bzImage', disks: [{ path: 'disk' }] } }],
  [/^guest\.network\.interface/, { guest: { kernel: 'bzImage', network: { type: 'tap' } } }],
  [/^guest\.network\./, { guest: { kernel: 'bzImage', network: { type: 'user' } } }],
  [/^guest\.vsock\./, { guest: { kernel: 'bzImage', vsock: { cid: 3 } } }],
  [/^steps\[\]\.any-order\[\]/, { steps: [{ 'any-order': [{ expect: 'a' }, { expect: 'b' }] }] }],
  [/^steps\[\]\.(send|run|any-order)/, { steps: [{}] }],
  [/^steps\[\]\.(env|working-directory|exit|output)/, { steps: [{ run: 'true' }] }],
  [/^forbid\[\]/, { forbid: [{ pattern: 'a' }] }],
  [/^allow\[\]/, { allow: [{ match: 'a', reason: 'b' }] }],
  [/^collect\./, { collect: { paths: ['/a'] } }],
];

test('every key has a row', () => {
  expect(ROWS.map(([key]) => key)).toEqual(keyRows().map(({ key }) => key));
});

test.each(ROWS)('%s: %s', (key = '', value = '', message = '') => {
  const [, beside = {}] = BESIDE.find(([keys]) => keys.test(key)) ?? [];
  const scenario: object = {
    ...{ version: 1, platform: 'tdx', guest: { kernel: 'bzImage' }, steps: [{ expect: 'a' }] },
    ...structuredClone(beside),
  };
  put(scenario, key.split('.'), JSON.parse(value));
  const error = errorOf(() => parseScenario('boot.yml', JSON.stringify(scenario), '/base'));
  expect(error?.problems.map((problem) => problem.message)).toEqual([message]);
});

/** Puts a value where a key says: `a[]` is the first entry of a list, `…` a name that the user chooses. */
function put(at: object, [first = '', ...rest]: readonly string[], value: unknown): void {
  const name = first === '…' ? 'NAME' : first.replace('[]', '');
  const known: unknown = Reflect.get(at, name);
  const inner = typeof known === 'object' && known !== null ? known : first.endsWith('[]') ? [{}] : {};
  Reflect.set(at, name, rest.length === 0 ? value : inner);
  if (rest.length === 0) return;
  put(Array.isArray(inner) ? inner[0] : inner, rest, value);
}
