/** The TDX module: whether the kernel has initialised it, in which version, and if not, why. */

import {
  type Check,
  type CheckResult,
  lastLine,
  NO_LOG,
  ok,
  problem,
  TDX_PARAMETER,
  unknown,
  type View,
} from '../check.ts';
import type { KernelLog } from '../kernel-log.ts';
import { ENABLE_IN_BIOS } from './processor.ts';

export const tdxModule: Check = { id: 'tdx-module', title: 'TDX module', look };
export const version: Check = { id: 'tdx-module-version', title: 'TDX module version', look: lookAtVersion };

const UPDATE_MODULE =
  'Update the TDX module: with the BIOS, or as EFI/TDX/TDX-SEAM.so on the EFI system partition where the BIOS loads it from there.';

/** Why the module is not initialised, in the kernel's words (arch/x86/virt/vmx/tdx/tdx.c), specific lines first. */
const FAILURES: readonly { readonly line: RegExp; readonly fix: string }[] = [
  { line: /tdx: not enabled by BIOS/, fix: ENABLE_IN_BIOS },
  {
    line: /initialization failed: too few private KeyIDs/,
    fix: 'Give TDX more keys in the BIOS: TME-MT/TDX key split.',
  },
  {
    line: /initialization failed: Hibernation support is enabled/,
    fix: 'Add nohibernate to the kernel command line: in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub, and reboot.',
  },
  {
    line: /TDMR.*reserved areas/,
    fix: `${UPDATE_MODULE} The memory map has more holes than this module takes.`,
  },
  { line: /tdx: module not loaded/, fix: `${ENABLE_IN_BIOS} ${UPDATE_MODULE}` },
  {
    line: /initialization failed: register_memory_notifier/,
    fix: 'Reboot: the kernel ran out of memory when it initialised the module.',
  },
  { line: /module initialization failed \(-?\d+\)/, fix: UPDATE_MODULE },
  { line: /initialization failed/, fix: ENABLE_IN_BIOS },
];

/** If the BIOS sets keys aside and its loader fails, the kernel says nothing (canonical/tdx issues 260 and 382). */
const SILENT = `If kvm_intel was not loaded with tdx=1 (see below), do that first. Otherwise the BIOS did not load the module: check the SEAM loader, the memory population and the BIOS version. ${UPDATE_MODULE}`;

/** Of Intel's trees before 6.6. */
const OLD_STATUS = '/sys/firmware/tdx/tdx_module/status';
const INITIALIZED = /tdx: (?:TDX-)?[Mm]odule initialized/;

function look({ host, log }: View): CheckResult {
  const initialized = lastLine(log, INITIALIZED);
  if (initialized !== undefined) return ok(initialized);
  const status = host.read(OLD_STATUS)?.trim();
  if (status === 'initialized') return ok(`${OLD_STATUS}: ${status}`);
  const parameter = host.read(TDX_PARAMETER)?.trim();
  if (parameter === 'Y') return ok(`${TDX_PARAMETER} is Y: KVM has initialised it`);
  if (log === undefined) return NO_LOG;
  for (const { line, fix } of FAILURES) {
    const said = lastLine(log, line);
    if (said !== undefined) return problem(withSeamcall(said, log), fix);
  }
  const enabled = lastLine(log, /tdx: BIOS enabled/);
  if (enabled !== undefined) {
    return problem(`${enabled} | and no line says whether the module was initialised`, SILENT);
  }
  if (!log.whole) return unknown(`"${log.from}" has lost its oldest lines`, 'Reboot, and look again.');
  const needs = `The kernel needs CONFIG_INTEL_TDX_HOST. ${ENABLE_IN_BIOS}`;
  return problem('the kernel log says nothing of TDX', needs);
}

/** Adds the call to the module that failed, if there is one: its number and error can be searched for. */
function withSeamcall(said: string, log: KernelLog): string {
  const call = lastLine(log, /tdx: SEAMCALL \(.*\) failed/);
  return call === undefined ? said : `${call} | ${said}`;
}

const NOT_PRINTED = 'Nothing to do where the module is initialised: not every kernel prints its version.';

/** The two forms of the line, before and after Linux changed it: numbers alone, or attributes first (decimal or hex). */
const VERSIONS: readonly RegExp[] = [
  /TDX module:? (?<major>\d+)\.(?<minor>\d+)\.(?<update>\d+)\b/,
  /TDX module: .*major_version (?<major>\d+), minor_version (?<minor>\d+)/,
];

/** An old module is a problem only for a newer kernel. */
function lookAtVersion({ abi, log }: View): CheckResult {
  const line = lastLine(log, /TDX module:? (?:\d|attributes)/);
  const found = VERSIONS.map((pattern) => pattern.exec(line ?? '')?.groups).find((groups) => groups);
  if (line === undefined || found === undefined) {
    return log === undefined ? NO_LOG : unknown('not in the kernel log', NOT_PRINTED);
  }
  const isOld = Number(found.major) === 1 && Number(found.minor) < 5;
  if (isOld && abi !== 'intel-2022')
    return problem(line, `This kernel needs TDX module 1.5. ${UPDATE_MODULE}`);
  return ok(line);
}
