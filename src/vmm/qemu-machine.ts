/** The machine of a guest under QEMU: accelerator, processor, memory, SMBIOS, and what makes it a Trust Domain. */

import { isWithin } from '../compat/version.ts';
import type { MemoryBackend, TdSettings, Topology } from '../scenario/machine.ts';
import { given } from '../words/given.ts';
import { MIB } from '../words/units.ts';
import type { Platform } from '../words/words.ts';
import type { LaunchSpec, Program } from './plan.ts';
import { escapeComma } from './qemu-devices.ts';
import { ramLayout, ramOf, TCG_CPU, tdAttributes } from './td-monitor.ts';

interface Processor {
  readonly machine: string;
  /** The CPU model. */
  readonly cpu: string;
}

/** The accelerator and the CPU model of each platform. */
const PROCESSORS: Readonly<Record<Platform, Processor>> = {
  tdx: { machine: 'accel=kvm,kernel-irqchip=split,confidential-guest-support=tdx0', cpu: 'host' },
  'tdx-emulated': { machine: 'accel=tcg', cpu: TCG_CPU },
  kvm: { machine: 'accel=kvm', cpu: 'host' },
  emulated: { machine: 'accel=tcg', cpu: 'max' },
};

/**
 * `-no-reboot` turns every reset into an end. pvpanic lets a guest kernel report a panic that no console shows.
 */
export function machineArgs(spec: LaunchSpec): string[] {
  const { platform, cpu, cpus, topology, memoryBackend } = spec;
  const { machine, cpu: model } = processorOf(spec);
  const { ram, layout } = memoryOf(spec);
  const td = platform === 'tdx-emulated' ? TD_MACHINE : '';
  const backend = memoryBackend === undefined ? reservedLater(platform, ram) : backendOf(memoryBackend, ram);
  const held = backend === undefined ? '' : ',memory-backend=ram';
  return [
    ...['-machine', `q35,${machine}${td}${layout}${held}`],
    ...['-cpu', [cpu?.model ?? model, ...(cpu?.flags ?? [])].join(',')],
    ...['-smp', `${cpus}${topologyOf(topology)}`],
    ...(platform === 'tdx-emulated' ? [] : ['-m', `${ram}M`]),
    ...(backend === undefined ? [] : ['-object', backend]),
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
    ...['-device', 'pvpanic-pci'],
  ];
}

/** QEMU turns SMM and the PIC off for a Trust Domain (target/i386/kvm/tdx.c, tdx_kvm_init), which its ACPI tables show. */
const TD_MACHINE = ',smm=off,pic=off';

/** The same machine, built and never run: without KVM, and with memory that is only reserved. */
export function unrunMachineArgs(spec: LaunchSpec): string[] {
  const { cpus, topology } = spec;
  const { ram, layout } = memoryOf(spec);
  return [
    ...['-machine', `q35,accel=tcg${TD_MACHINE}${layout},memory-backend=ram`],
    ...['-cpu', 'max,phys-bits=52', '-smp', `${cpus}${topologyOf(topology)}`, '-m', `${ram}M`],
    ...['-object', reserved(ram)],
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-S', '-device', 'pvpanic-pci'],
  ];
}

/** KVM runs the TD monitor as it does any guest. */
function processorOf({ platform, tdMonitor }: LaunchSpec): Processor {
  return PROCESSORS[platform === 'tdx-emulated' && tdMonitor.accel === 'kvm' ? 'kvm' : platform];
}

function topologyOf(topology: Topology | undefined): string {
  if (topology === undefined) return '';
  const { sockets, dies, cores, threads } = topology;
  return `,sockets=${sockets},dies=${dies},cores=${cores},threads=${threads}`;
}

/** RAM of the machine in MiB, and the machine type's property that says where it lies. */
function memoryOf({ platform, memory }: LaunchSpec): { readonly ram: number; readonly layout: string } {
  if (platform === 'tdx-emulated') return { ram: ramOf(memory), layout: ramLayout(memory) };
  return { ram: Math.ceil(memory / MIB), layout: '' };
}

/** Most of an emulated Trust Domain's RAM is never touched: the host must not refuse it for its size. */
function reservedLater(platform: Platform, ram: number): string | undefined {
  return platform === 'tdx-emulated' ? reserved(ram) : undefined;
}

/** RAM that the host need not have. @param ram MiB */
function reserved(ram: number): string {
  return `memory-backend-ram,id=ram,size=${ram}M,reserve=off`;
}

/** @param ram MiB */
function backendOf({ kind, path, hugepages, shared, prealloc }: MemoryBackend, ram: number): string {
  return [
    `memory-backend-${kind},id=ram,size=${ram}M`,
    ...(path === undefined ? [] : [`mem-path=${escapeComma(path)}`]),
    `share=${onOff(shared)},prealloc=${onOff(prealloc)}`,
    ...(hugepages === undefined ? [] : [`hugetlb=on,hugetlbsize=${hugepages}`]),
  ].join(',');
}

/**
 * The object that makes the guest a TD, in JSON because only JSON takes a socket's address. What a TD reports as a
 * fatal error, and why KVM refused one, is printed only with `-d guest_errors`.
 */
export function tdArgs({ quoteSocket, td }: LaunchSpec, program: Program): string[] {
  const object = {
    'qom-type': 'tdx-guest',
    id: 'tdx0',
    ...(td === undefined ? {} : tdProperties(td, program)),
    ...given({ 'quote-generation-socket': quoteSocket }),
  };
  return ['-object', JSON.stringify(object), '-d', 'guest_errors'];
}

/** QEMU before 10.1, of Intel's trees, has a property for DEBUG; later ones take the attributes as a number. */
function tdProperties(td: TdSettings, { version }: Program): object {
  const { debug, septVeDisable, mrconfigid, mrowner, mrownerconfig } = td;
  const old = version !== undefined && isWithin(version, { before: '10.1' });
  const debugging = old ? { debug: true } : { attributes: Number(tdAttributes(td)) };
  return {
    ...(debug ? debugging : {}),
    'sept-ve-disable': septVeDisable,
    ...given({
      mrconfigid: base64(mrconfigid),
      mrowner: base64(mrowner),
      mrownerconfig: base64(mrownerconfig),
    }),
  };
}

function base64(hex: string | undefined): string | undefined {
  return hex === undefined ? undefined : Buffer.from(hex, 'hex').toString('base64');
}

export function smbiosArgs({ smbios }: LaunchSpec): string[] {
  if (smbios === undefined) return [];
  const system = Object.entries(smbios.system).map(([name, text]) => `${name}=${escapeComma(text)}`);
  const texts = smbios.oemStrings.map((text) => `value=${escapeComma(text)}`);
  return [
    ...(system.length === 0 ? [] : ['-smbios', ['type=1', ...system].join(',')]),
    ...(texts.length === 0 ? [] : ['-smbios', ['type=11', ...texts].join(',')]),
  ];
}

function onOff(value: boolean): string {
  return value ? 'on' : 'off';
}
