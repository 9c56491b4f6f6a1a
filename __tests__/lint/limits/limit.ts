/** A limit as a row: a scenario in a few words, and the rules that it breaks. */

import type { Demand, Need } from '../../../src/compat/combination.ts';
import { parsePattern } from '../../../src/console/pattern.ts';
import type { Driver, DriverOption, KernelFile, LintSubject } from '../../../src/lint/rule.ts';
import type {
  Assertion,
  BootScenario,
  Firmware,
  Guest,
  JudgeRules,
  Scenario,
  Step,
} from '../../../src/scenario/scenario.ts';
import type { Register } from '../../../src/tdx/names.ts';
import { given } from '../../../src/words/given.ts';
import type { PinSet } from '../../../src/words/words.ts';
import { rules, WHERE } from '../../support/rules.ts';
import { TD_MONITOR } from '../../support/td-monitor.ts';

export const MIB = 1024 * 1024;
export const KERNEL: KernelFile = { release: '6.12.0', size: 12 * MIB, bzImage: true };

/** A kernel beside which a configuration with these drivers lies. */
export function withDrivers(drivers: Readonly<Partial<Record<DriverOption, Driver>>>): KernelFile {
  return { ...KERNEL, driver: (option) => drivers[option] };
}

export const DISK = { path: '/disk.img', bus: 'virtio' } as const;

/** What a scenario says; what is left out is as in `subject`. */
export interface Told {
  readonly platform?: Scenario['platform'];
  readonly vmm?: Scenario['vmm'];
  readonly vmmRef?: string;
  readonly vmmArgs?: BootScenario['vmmArgs'];
  readonly firmware?: Demand['firmware'];
  readonly files?: Firmware;
  readonly edk2Image?: boolean;
  /** The image has the reset code for CPUs that Linux gives back. */
  readonly resetsCpus?: boolean;
  readonly needs?: readonly Need[];
  readonly guest?: Partial<Guest>;
  readonly timeoutMs?: number;
  readonly silenceMs?: number;
  readonly stop?: 'on-exit';
  readonly kernel?: KernelFile;
  readonly steps?: readonly Step[];
  readonly forbid?: JudgeRules['forbid'];
  /** Patterns of failures that are allowed. */
  readonly allow?: readonly string[];
  readonly unforbidden?: Scenario['unforbidden'];
  readonly disks?: LintSubject['disks'];
  readonly keys?: LintSubject['keys'];
  readonly measuring?: BootScenario['measuring'];
  /** Registers that are asserted as expected. */
  readonly expected?: readonly Register[];
  /** Registers that are asserted as the replay of the event log. */
  readonly replayed?: readonly Register[];
}

/** Found are a rule and the path of the key, for each finding. */
export type Limit = readonly [limit: string, told: Told, ...found: string[]];

export const TDVF: Told = { firmware: { kind: 'tdvf', release: 'edk2-stable202511' } };
export const TD_SHIM: Told = { firmware: { kind: 'td-shim', release: 'v0.8.0' }, vmm: 'cloud-hypervisor' };

/** A TD with TDVF and a disk, of which nothing is to be said. */
export function subject(told: Told): LintSubject {
  const { platform = 'tdx', vmm = 'auto', firmware = { kind: 'tdvf' }, kernel } = told;
  const files: Firmware = told.files ?? { image: '/image.fd' };
  const cmdline = 'console=hvc0';
  const loads = kernel === undefined ? { disks: [DISK] } : { kernel: '/bzImage', cmdline, disks: [] };
  const guest: Guest = {
    files: [],
    shares: [],
    ...loads,
    cpus: 1,
    memory: 1024 * MIB,
    network: 'none',
    ...told.guest,
  };
  const scenario: BootScenario = {
    name: 'lint',
    tdMonitor: TD_MONITOR,
    platform,
    vmm,
    ...given({ unforbidden: told.unforbidden, vmmArgs: told.vmmArgs }),
    ...(told.vmmRef === undefined ? {} : { vmmRef: told.vmmRef }),
    ...(firmware === 'none' ? {} : { firmware: files }),
    guest,
    rules: rules(told.steps ?? ['login:'], {
      allow: (told.allow ?? []).map((text) => ({ pattern: parsePattern(text), reason: 'known' })),
      ...(told.expected && { measurements: told.expected.map(holding('expected')) }),
      ...(told.replayed && { measurements: told.replayed.map(holding('replay')) }),
      ...(told.timeoutMs === undefined ? {} : { timeoutMs: told.timeoutMs }),
      ...(told.silenceMs === undefined ? {} : { silenceMs: told.silenceMs }),
      ...given({ stop: told.stop, forbid: told.forbid }),
    }),
    outputLimit: MIB,
    ...given({ measuring: told.measuring }),
  };
  const payload = guest.kernel !== undefined ? 'kernel' : guest.disks.length > 0 ? 'disk' : 'executable';
  const needs = told.needs ?? [];
  const demand: Demand = {
    ...{ platform, firmware, payload, cpus: guest.cpus, needs },
    guestKernel: kernel?.release,
  };
  return {
    scenario,
    demand,
    edk2Image: told.edk2Image ?? false,
    resetsCpus: () => told.resetsCpus ?? false,
    kernel,
    disks: told.disks ?? [],
    ...given({ keys: told.keys }),
  };
}

const holding =
  (holds: Assertion['holds']) =>
  (register: Register): Assertion => ({ register, holds, where: { ...WHERE, file: register } });

/** A recipe that is built, for the VMM that boots it. */
export function request(
  name: 'tdvf' | 'td-shim',
  build: 'release' | 'debug',
  defines: string[] = [],
  pins?: PinSet,
): Told {
  const files = { request: { name, build, defines, ...(pins === undefined ? {} : { pins }) } };
  return { firmware: { kind: name }, files, ...(name === 'td-shim' ? { vmm: 'cloud-hypervisor' } : {}) };
}
