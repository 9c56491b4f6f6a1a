/** Every value that the registers of a TD may have, by what is known of its boot, with the programs that measure each. */

import type { VmmName } from '../words/words.ts';
import type { AcpiFiles } from './acpi.ts';
import { EVENT_PROFILES, type EventProfile, type StoreUse } from './event-profiles.ts';
import { scratchInImage } from './image-rule.ts';
import { STUB_MEASURES, type StubMeasures } from './linux-stub.ts';
import type { TdvfMetadata } from './metadata.ts';
import { computeMrtd, mrtdVariants } from './mrtd.ts';
import { KERNEL_HEADERS, type KernelHeader, type Order, type Register, RTMRS, type Rtmr } from './names.ts';
import { type DiskBoot, measureDisk } from './predict-disk.ts';
import { predictTdShim } from './predict-td-shim.ts';
import { type KernelBoot, measureKernel, predictTdvf } from './predict-tdvf.ts';
import { isPredicted, type PredictedEvent, predictRegisters, type Unpredictable } from './prediction.ts';
import type { Sha384 } from './registers.ts';
import { readTdvfImage, type TdvfImage } from './tdvf-image.ts';
import type { GivenVariables } from './variable-files.ts';

/** One value that a register may have, or the reason why the value cannot be known before the boot. */
export interface PossibleValue {
  readonly register: Register;
  readonly value?: Sha384;
  readonly reason?: string;
  /** The programs that measure this value. */
  readonly by: readonly string[];
}

/** The events of one boot in their order; some digests may be unknown. */
export interface PossibleEvents {
  readonly by: string;
  readonly events: readonly PredictedEvent[];
}

export interface BootInputs {
  readonly image: Uint8Array;
  readonly metadata: TdvfMetadata;
  /** Absent: all of them. */
  readonly vmm?: VmmName;
  /** Absent: all of them. */
  readonly order?: Order;
  /** Id of an event profile; absent: all of them. */
  readonly profile?: string;
  /** Bytes of the guest's memory. */
  readonly memory?: bigint | undefined;
  readonly acpi?: AcpiFiles | Unpredictable | undefined;
  /** The SMBIOS table. */
  readonly smbios?: Uint8Array | undefined;
  /** Variables that the image does not have, or has otherwise. */
  readonly variables?: GivenVariables | undefined;
  /** Content of QEMU's fw_cfg file bootorder. */
  readonly bootOrder?: Uint8Array | undefined;
  /** The whole TD HOB that the VMM hands to td-shim. */
  readonly tdHob?: Uint8Array | undefined;
  readonly direct?: KernelBoot | undefined;
  /** What boots where there is no direct kernel boot. */
  readonly disk?: DiskBoot | undefined;
  /** Absent: both. */
  readonly header?: KernelHeader | undefined;
  /** Whether the kernel's stub measures; absent: both. */
  readonly stub?: StubMeasures | undefined;
}

/** One way to arrive at an RTMR: its value, the program that does so, and the events. */
export interface RtmrRow {
  readonly register: Rtmr;
  readonly value: Value;
  readonly by: string;
  readonly events: readonly PredictedEvent[];
}

type Value = Sha384 | Unpredictable;

/** Whether td-shim made the image: it alone has a place for a kernel, or keeps its scratch memory within the image. */
export function isTdShim({ sections }: TdvfMetadata, image: Uint8Array): boolean {
  return (
    sections.some(({ name }) => name === 'Payload') || scratchInImage(sections, image.length) !== undefined
  );
}

/**
 * MRTD by everybody who reads the metadata, equal values in one row.
 * @throws DataError when a section cannot be added as the metadata says
 */
export function possibleMrtds(known: BootInputs): PossibleValue[] {
  return grouped(mrtdRows(known));
}

/**
 * The same values, with one row for each reader.
 * @throws DataError when a section cannot be added as the metadata says
 */
export function mrtdRows({ image, metadata, ...wanted }: BootInputs) {
  return mrtdVariants(wanted).map(({ reader, method }) => ({
    register: 'mrtd' as const,
    value: computeMrtd(image, metadata, method),
    by: `${reader} ${method.order}`,
  }));
}

/**
 * RTMR0 to RTMR3 by every edk2 and every way to hand the kernel on, equal values in one row.
 * @throws DataError when a file is not what it should be, or does not fit
 */
export function possibleRtmrs(known: BootInputs): PossibleValue[] {
  return grouped(rtmrRows(known));
}

/**
 * The same values, with one row for each way to arrive at them.
 * @throws DataError when a file is not what it should be, or does not fit
 */
export function rtmrRows(known: BootInputs): RtmrRow[] {
  return isTdShim(known.metadata, known.image) ? tdShimRows(known) : tdvfRows(known);
}

/**
 * The events behind possibleRtmrs: of TDVF those with the patched setup header, and of a kernel that measures.
 * @throws DataError when a file is not what it should be, or does not fit
 */
export function possibleEvents(known: BootInputs): PossibleEvents[] {
  if (isTdShim(known.metadata, known.image)) return [{ by: TD_SHIM, events: tdShimEvents(known) }];
  return tdvfBoots(known).map(({ profile, predict }) => ({
    by: profile.id,
    events: predict('patched', 'measures'),
  }));
}

function tdShimEvents({ metadata, direct, tdHob }: BootInputs): PredictedEvent[] {
  return predictTdShim({ metadata, kernel: direct?.kernel, cmdline: direct?.cmdline ?? '', tdHob });
}

function tdShimRows(known: BootInputs): RtmrRow[] {
  const events = tdShimEvents(known);
  return RTMRS.map((register) => row(register, events, TD_SHIM));
}

function row(register: Rtmr, events: readonly PredictedEvent[], by: string): RtmrRow {
  const own = events.filter((event) => event.register === register);
  return { register, value: predictRegisters(own)[register], by, events: own };
}

interface TdvfProfile {
  readonly profile: EventProfile;
  readonly image: TdvfImage;
  readonly predict: (header: KernelHeader, stub: StubMeasures) => PredictedEvent[];
}

/** The image is read, and what boots is hashed, once for all edk2 that start with the same variables. */
function tdvfBoots(known: BootInputs): TdvfProfile[] {
  const { metadata, vmm = 'qemu', profile: wanted, memory, acpi, smbios, bootOrder } = known;
  const image = readTdvfImage(known.image, metadata, known.variables);
  const booted = new Map<TdvfStart, ReturnType<typeof measureBooted>>();
  return EVENT_PROFILES.filter(({ id }) => (wanted ?? id) === id)
    .filter(({ id, smbios: has }) => id === wanted || has === (image.drivers?.smbios ?? has))
    .map((profile) => {
      const start = image.start[profile.store];
      const measured = booted.get(start) ?? measureBooted(known, start);
      booted.set(start, measured);
      return {
        profile,
        image,
        predict: (header, stub) =>
          predictTdvf({
            ...{ image, start, metadata, vmm, profile, memory, acpi, smbios, bootOrder },
            ...{ ...measured, header, stub },
          }),
      };
    });
}

type TdvfStart = TdvfImage['start'][StoreUse];

function measureBooted({ direct, disk, memory, header }: BootInputs, start: TdvfStart) {
  return {
    direct: direct === undefined ? undefined : measureKernel(direct, memory, start, header),
    disk: disk === undefined ? undefined : measureDisk(disk, start),
  };
}

/** RTMR0 differs by VMM and edk2, RTMR1 by edk2 and setup header, RTMR2 by edk2 and stub. */
function tdvfRows(known: BootInputs): RtmrRow[] {
  const { vmm = 'qemu', direct, disk } = known;
  const headers = KERNEL_HEADERS.filter((header) => (known.header ?? header) === header);
  const said = known.stub ?? stubOnDisk(disk);
  const stubs = STUB_MEASURES.filter((stub) => (said ?? stub) === stub);
  return tdvfBoots(known).flatMap(({ profile, image, predict }) => {
    if (image.drivers?.measures === false) return unmeasured(profile.id);
    const by = (what: string): string => `${profile.id}, ${what}`;
    const first = predict('original', 'measures');
    return [
      row('rtmr0', first, `${vmm}, ${profile.id}`),
      ...(direct === undefined
        ? [row('rtmr1', first, profile.id)]
        : headers.map((header) => row('rtmr1', predict(header, 'measures'), by(`setup header ${header}`)))),
      ...((direct ?? disk) === undefined
        ? [row('rtmr2', first, profile.id)]
        : stubs.map((stub) => row('rtmr2', predict('original', stub), by(STUBS[stub])))),
      row('rtmr3', first, profile.id),
    ];
  });
}

/** Of the kernel on the disk, where it is known. */
function stubOnDisk(disk: DiskBoot | undefined): StubMeasures | undefined {
  const shim = disk?.shim;
  if (shim === undefined) return disk?.stub;
  return 'reason' in shim || 'reason' in shim.entry ? undefined : shim.entry.stub;
}

function unmeasured(by: string): RtmrRow[] {
  const value = {
    reason: 'the image has no TdTcg2Dxe, the driver that extends RTMRs: they stay as they are',
  };
  return RTMRS.map((register) => ({ register, value, by, events: [] }));
}

const TD_SHIM = 'td-shim v0.8.0';
const STUBS = { measures: 'Linux 6.9 and later', silent: 'Linux before 6.9' } as const;

/** One row for each register and value, in the order of the registers. */
function grouped(rows: readonly { register: Register; value: Value; by: string }[]): PossibleValue[] {
  const groups = new Map<string, { register: Register; value: Value; by: Set<string> }>();
  for (const { register, value, by } of rows) {
    const key = `${register} ${isPredicted(value) ? value : value.reason}`;
    const group = groups.get(key) ?? { register, value, by: new Set() };
    group.by.add(by);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ register, value, by }) => ({
      register,
      ...(isPredicted(value) ? { value } : { reason: value.reason }),
      by: [...by],
    }))
    .toSorted((a, b) => a.register.localeCompare(b.register));
}
