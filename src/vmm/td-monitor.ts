/** How QEMU runs an emulated Trust Domain: the TD monitor as its BIOS, and the firmware as a file that the monitor loads. */

import { fileURLToPath } from 'node:url';
import type { VmEnd } from '../judge/events.ts';
import type { TdSettings } from '../scenario/machine.ts';
import type { TdMonitorOptions } from '../scenario/scenario.ts';
import { MIB } from '../words/units.ts';

/** The committed ROM (script/build-td-monitor). src/vmm, dist/cli and dist/action are equally deep. */
export const TD_MONITOR_ROM = fileURLToPath(new URL('../../td-monitor/td-monitor.rom', import.meta.url));

/**
 * The CPU model under TCG: bit 47 of an address says "shared", and MPX and PKU are off, because TCG cannot intercept
 * XSETBV.
 */
export const TCG_CPU = 'max,phys-bits=48,mpx=off,pku=off';

/** Memory that the monitor keeps for itself above 4 GiB, in MiB. */
const MONITOR_MEMORY = 32;
/** RAM below 4 GiB where q35 splits RAM. */
const SPLIT_AT = 2048;
/** q35 keeps all RAM below 4 GiB for guests smaller than this, and splits RAM at 2 GiB otherwise (hw/i386/pc_q35.c). */
const SPLIT_FROM = 2816;
/** With the monitor's memory, these sizes would be split. */
const SPLIT_BY_MONITOR = SPLIT_FROM - MONITOR_MEMORY;

/** The monitor's default with both states of CET, bits 11 and 12 (Intel TDX module ABI specification, XFAM). */
const XFAM_WITH_CET = 0x18e7;

/**
 * Why the monitor cannot give a guest this memory; undefined when it can.
 * @param memory bytes
 */
export function memoryProblem(memory: number): string | undefined {
  const mib = memory / MIB;
  if (!Number.isInteger(mib / 2)) return 'an emulated Trust Domain has whole units of 2 MiB';
  if (mib >= SPLIT_BY_MONITOR && mib < SPLIT_FROM) {
    return `an emulated Trust Domain has less than ${SPLIT_BY_MONITOR}M, or ${SPLIT_FROM}M or more`;
  }
  return undefined;
}

/**
 * The part of QEMU's command line that makes the guest an emulated Trust Domain (td-monitor/README.md).
 * @param memory bytes of the guest
 * @param firmware path, with QEMU's escapes
 * @param td absent: the defaults of the monitor
 * @returns arguments that write the monitor's log to the chardev `td-module`
 */
export function tdMonitorArgs(
  memory: number,
  firmware: string,
  { host, mode, cpuid, serial, hugePages, cet }: TdMonitorOptions,
  td: TdSettings | undefined,
): string[] {
  const options = [
    `host=${host}`,
    `mode=${mode}`,
    `cpuid=${cpuid}`,
    `serial=${serial}`,
    `huge-pages=${hugePages ? 'on' : 'off'}`,
    ...(cet ? [`xfam=0x${XFAM_WITH_CET.toString(16)}`] : []),
    ...(td === undefined ? [] : [`attributes=0x${tdAttributes(td).toString(16)}`]),
  ].join(' ');
  return [
    ...['-bios', TD_MONITOR_ROM],
    ...['-fw_cfg', `name=opt/org.tdx-boot/firmware,file=${firmware}`],
    ...['-fw_cfg', `name=opt/org.tdx-boot/options,string=${options}`],
    ...['-device', 'isa-debugcon,iobase=0xe9,chardev=td-module'],
    ...['-device', 'isa-debug-exit,iobase=0xf4,iosize=0x04'],
    ...['-m', `${ramOf(memory)}M`],
  ];
}

/** ATTRIBUTES of a TD (Intel TDX module ABI specification, 3.4.1, TD attributes): DEBUG is bit 0, SEPT_VE_DISABLE bit 28. */
export function tdAttributes({ debug, septVeDisable }: TdSettings): bigint {
  return (debug ? 1n : 0n) | (septVeDisable ? 1n << 28n : 0n);
}

/**
 * RAM of the machine of a guest with this memory, in MiB: the guest's twice, so that private pages are apart from what devices
 * see at the same addresses. Between 2 GiB and where q35 splits the guest's RAM, the sum would split it too early.
 */
export function ramOf(memory: number): number {
  const mib = memory / MIB;
  const twice = mib <= SPLIT_AT || mib >= SPLIT_FROM;
  return (twice ? 2 * mib : mib) + MONITOR_MEMORY;
}

/** The machine type's property that keeps the guest's RAM in one piece; empty where q35 splits it by itself. */
export function ramLayout(memory: number): string {
  const mib = memory / MIB;
  return mib < SPLIT_FROM ? `,max-ram-below-4g=${mib}M` : '';
}

/** How a Trust Domain ended, by QEMU's exit code (td-monitor/README.md); other codes are QEMU's own. */
export const TD_MONITOR_EXITS: ReadonlyMap<number, { readonly state: VmEnd; readonly detail: string }> =
  new Map([
    [3, { state: 'broken', detail: 'the TD monitor did not start the Trust Domain' }],
    [5, { state: 'broken', detail: 'the TD monitor had a fault' }],
    [7, { state: 'crashed', detail: 'the TDX module ended the Trust Domain: an access that is not allowed' }],
    [9, { state: 'crashed', detail: 'the guest reported a fatal error' }],
    [11, { state: 'crashed', detail: 'triple fault' }],
    [13, { state: 'shutdown', detail: 'the guest wrote to the debug-exit port' }],
  ]);
