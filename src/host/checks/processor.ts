/** The processor, and what the BIOS has turned on in it: on a host these fail first. */

import { type Check, type CheckResult, lastLine, ok, problem, unknown, type View } from '../check.ts';

export const ENABLE_IN_BIOS =
  'Turn on in the BIOS: Total Memory Encryption (TME), multi-tenant (TME-MT), TDX, the SEAM loader, and a TME-MT/TDX key split that leaves TDX at least 2 keys; see docs/tdx-host.md.';

export const cpu: Check = { id: 'cpu', title: 'CPU', look: lookAtCpu };
export const bios: Check = { id: 'bios', title: 'BIOS and SEAM', look: lookAtBios };

/** Linux sets the flag when the BIOS has enabled TDX and its own early set-up went well (since 6.7). */
function lookAtCpu({ host }: View): CheckResult {
  const info = host.read('/proc/cpuinfo');
  if (info === undefined) return unknown('/proc/cpuinfo cannot be read', 'Mount /proc.');
  const field = (name: string): string =>
    new RegExp(`^${name}\\s*: *(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
  const flags = field('flags').split(' ');
  const who = `${field('vendor_id')} ${field('model name')}`.trim();
  if (flags.includes('tdx_host_platform')) return ok(`${who}, flag tdx_host_platform`);
  if (field('vendor_id') !== 'GenuineIntel') {
    return problem(
      `${who === '' ? 'not an x86 CPU' : who}: TDX is Intel's`,
      'Use a machine with an Intel Xeon Scalable of the 5th generation or later (of the 4th, some models).',
    );
  }
  if (flags.includes('hypervisor')) {
    return problem(`${who}, flag hypervisor: this is a virtual machine`, 'Use the machine below it.');
  }
  return unknown(`${who}, no flag tdx_host_platform`, ENABLE_IN_BIOS);
}

/** Registers as Canonical's system report and Intel's tdx-tools read them; the kernel's own line says the same. */
function lookAtBios(view: View): CheckResult {
  return fromRegisters(view) ?? fromLog(view);
}

function fromRegisters({ host }: View): CheckResult | undefined {
  const [activate, seam, keys] = [0x982, 0x1401, 0x87].map((register) => host.msr(register));
  if (activate === undefined) return undefined;
  const isOff = [
    [(activate & 2n) === 0n, 'TME-MT is off (MSR 0x982, bit 1)'],
    [seam === undefined || (seam & 0x800n) === 0n, 'SEAM is off (MSR 0x1401, bit 11)'],
    [keys === undefined || keys >> 32n === 0n, 'no private KeyIDs (MSR 0x87, bits 63:32)'],
  ] as const;
  const off = isOff.filter(([is]) => is).map(([, what]) => what);
  if (off.length > 0) return problem(off.join('; '), ENABLE_IN_BIOS);
  return ok(`TME-MT and SEAM are on (MSR 0x982, 0x1401), ${Number((keys ?? 0n) >> 32n)} private KeyIDs`);
}

function fromLog({ host, log }: View): CheckResult {
  const refused = lastLine(log, /tdx: not enabled by BIOS/);
  if (refused !== undefined) return problem(refused, ENABLE_IN_BIOS);
  const enabled = lastLine(log, /tdx: BIOS enabled/);
  if (enabled !== undefined) return ok(enabled);
  if (host.read('/proc/cpuinfo')?.includes(' tdx_host_platform') === true)
    return ok('flag tdx_host_platform in /proc/cpuinfo');
  return unknown(
    log === undefined
      ? 'neither the registers nor the kernel log can be read by this user'
      : 'the kernel log has no line "BIOS enabled", and the registers cannot be read',
    'Read the registers as root: sudo modprobe msr && sudo tdx-boot doctor. If they say no, turn TDX on in the BIOS.',
  );
}
