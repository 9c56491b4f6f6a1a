/** `tdx-boot measure --run`: boots a scenario in an emulated Trust Domain and prints what its registers hold, event by event. */

import type { Consumer } from '../boot/delivery.ts';
import { run } from '../boot/run.ts';
import { type Booted, withDigests } from '../judge/booted.ts';
import type { BootEvent } from '../judge/events.ts';
import { bootDiskOf } from '../prepare/predictions.ts';
import { LinePrinter } from '../report/lines.ts';
import { loadScenario } from '../scenario/load.ts';
import type { Guest } from '../scenario/scenario.ts';
import { parseMetadata } from '../tdx/metadata.ts';
import { REGISTERS, type Register, RTMRS, type Rtmr } from '../tdx/names.ts';
import { type PossibleEvents, possibleEvents } from '../tdx/possible-values.ts';
import type { KernelBoot } from '../tdx/predict-tdvf.ts';
import { isPredicted, type PredictedEvent } from '../tdx/prediction.ts';
import { type Sha384, ZERO } from '../tdx/registers.ts';
import { HostError, UsageError } from '../words/errors.ts';
import { EXIT, exitOf, type Streams } from './context.ts';
import { readInput } from './files.ts';
import { makeGolden, writeGolden } from './golden.ts';
import { onTerminal } from './run.ts';
import { table } from './table.ts';
import { warn } from './warn.ts';

export interface RunFlags {
  readonly json?: true;
  readonly write?: string;
  readonly results: string;
}

/** What a TD of TDX hardware gets otherwise than the emulated one. */
const DEVIATIONS = [
  'ACPI tables (RTMR0): those of a TD under this QEMU; another version may make others',
  'SMBIOS table (RTMR0): that of the emulated processor, with 32 MiB more memory',
  'boot options (RTMR0) of disks and network cards: those of the emulated machine',
] as const;

/**
 * `tdx-boot measure --run`. MRTD, RTMR1 and RTMR2 are those of TDX hardware; RTMR0 with the deviations that are listed.
 * Exits as `run` does: without values when the scenario has not passed.
 */
export async function measureRun(file: string, flags: RunFlags, streams: Streams): Promise<number> {
  const { out, error } = streams;
  const override = {
    path: ['platform'],
    value: 'tdx-emulated',
    origin: 'measure --run',
    base: process.cwd(),
  };
  const loaded = loadScenario(file, { overrides: [override] });
  const monitor = new MonitorLog();
  const ended = await run(loaded, {
    warn: (message) => warn([message], error),
    begin: (scenario, session) =>
      onTerminal(scenario, { results: flags.results, quiet: true }, streams, session, [monitor]),
  });
  if (ended.signal !== undefined) return exitOf(ended.signal);
  const { verdict, reason } = ended.value.verdict;
  if (verdict !== 'passed') {
    error.line(`no values: the scenario has ${verdict}: ${reason}`);
    return EXIT[verdict];
  }
  const { image, registers, events } = monitor.measured();
  const names = namesOf(events, predictionsFor(image, loaded.scenario.guest));
  const named = events.map((event, place) => ({ ...event, what: names[place] ?? '' }));
  if (flags.write !== undefined) {
    const expected = REGISTERS.map((register) => ({ register, value: registers[register], by: [BY] }));
    writeGolden(flags.write, makeGolden({ sha256: image.sha256, expected }));
  }
  if (flags.json === true)
    out.json({ scenario: file, image, registers, events: named, deviations: DEVIATIONS });
  else {
    out.lines([
      ...table(
        [
          ['register', 'digest', 'what'],
          ...named.map(({ register, digest, what }) => [register, digest, what || '-']),
        ],
        out.columns,
      ),
      '',
      ...table(REGISTERS.map((register) => [register, registers[register]])),
      '',
      'TDX hardware differs in:',
      ...DEVIATIONS.map((text) => `  ${text}`),
    ]);
  }
  return EXIT.passed;
}

/** What can be computed from the same files, by each edk2; nothing where a file cannot be read. */
function predictionsFor({ file }: FirmwareImage, guest: Guest | undefined): PossibleEvents[] {
  try {
    const image = readInput(file, 'the firmware');
    const memory = guest === undefined ? undefined : BigInt(guest.memory);
    const direct = kernelOf(guest);
    const disk = direct === undefined ? bootDiskOf(guest?.disks ?? []) : undefined;
    return possibleEvents({ image, metadata: parseMetadata(image), memory, direct, disk });
  } catch (error) {
    // The registers were measured; the names only explain them.
    if (!(error instanceof UsageError)) throw error;
    return [];
  }
}

/**
 * What each event is: by its place in the prediction that agrees with all that was measured, which names what could not be
 * computed, too; else by its digest.
 */
export function namesOf(
  measured: readonly MeasuredEvent[],
  predictions: readonly Pick<PossibleEvents, 'events'>[],
): string[] {
  const agreeing = predictions.find(({ events }) =>
    RTMRS.every((rtmr) => agree(measured.filter(isOf(rtmr)), events.filter(isOf(rtmr)))),
  );
  const say = (event: PredictedEvent | undefined): string =>
    event === undefined ? '' : `${event.name} (${event.text})`;
  if (agreeing !== undefined) {
    const left = [...agreeing.events];
    return measured.map(({ register }) => say(left.splice(left.findIndex(isOf(register)), 1)[0]));
  }
  const all = predictions.flatMap(({ events }) => events);
  return measured.map(({ digest }) => say(all.find((event) => event.digest === digest)));
}

function isOf(rtmr: Rtmr): (event: { readonly register: Rtmr }) => boolean {
  return ({ register }) => register === rtmr;
}

function agree(measured: readonly MeasuredEvent[], predicted: readonly PredictedEvent[]): boolean {
  return (
    measured.length === predicted.length &&
    predicted.every(({ digest }, at) => !isPredicted(digest) || digest === measured[at]?.digest)
  );
}

/** The probe's initrd is made for each run: what it is cannot be said afterwards. */
function kernelOf(guest: Guest | undefined): KernelBoot | undefined {
  if (guest?.kernel === undefined) return undefined;
  const { kernel, initrd, cmdline = '' } = guest;
  const ramdisk =
    initrd === undefined || initrd === 'probe' ? new Uint8Array() : readInput(initrd, 'the initrd');
  return { kernel: readInput(kernel, 'the kernel'), initrd: ramdisk, cmdline };
}

const BY = 'an emulated run';

interface MeasuredEvent {
  readonly register: Rtmr;
  readonly digest: Sha384;
}

/** The firmware that was booted. */
interface FirmwareImage {
  readonly file: string;
  readonly sha256: string;
  /** As it is computed from the file. */
  readonly mrtd: Sha384 | null;
}

function imageOf(booted: Booted | undefined): FirmwareImage | undefined {
  const { path: file, sha256 } = booted?.files.find(({ role }) => role === 'firmware') ?? {};
  return booted === undefined || file === undefined || sha256 == null
    ? undefined
    : { file, sha256, mrtd: booted.mrtd };
}

interface Measured {
  readonly image: FirmwareImage;
  readonly registers: Readonly<Record<Register, Sha384>>;
  readonly events: readonly MeasuredEvent[];
}

/** The TD monitor's log: it writes each extension of an RTMR when it makes it, whatever the guest logs. */
class MonitorLog implements Consumer {
  readonly name = 'the measurements';
  readonly #lines = new LinePrinter((_, line) => this.#read(line));
  readonly #registers: Partial<Record<Register, Sha384>> = {};
  readonly #events: MeasuredEvent[] = [];
  #booted: Booted | undefined;

  on(event: BootEvent): void {
    if (event.type === 'launch') this.#booted = event.booted;
    if (event.type === 'digests') this.#booted &&= withDigests(this.#booted, event.sha256);
    if (event.type === 'output' && event.stream === 'td-module') this.#lines.push(event.stream, event.bytes);
    if (event.type === 'verdict') this.#lines.flush();
  }

  /** @throws HostError code `not-measured` when the monitor has not said what it measured */
  measured(): Measured {
    const { mrtd, ...rtmrs } = this.#registers;
    if (mrtd === undefined) throw new HostError('not-measured', 'the TD monitor has not written an MRTD');
    const image = imageOf(this.#booted);
    if (image === undefined)
      throw new HostError('not-measured', 'the firmware that was booted could not be read');
    const zero = Object.fromEntries(RTMRS.map((rtmr) => [rtmr, ZERO])) as Record<Rtmr, Sha384>;
    return { image, registers: { mrtd, ...zero, ...rtmrs }, events: this.#events };
  }

  #read(line: string): void {
    const [, mrtd] = /^td-monitor: mrtd value=([0-9a-f]{96})$/.exec(line) ?? [];
    if (mrtd !== undefined) this.#registers.mrtd = mrtd;
    const extended = /^td-monitor: rtmr-extend index=([0-3]) digest=([0-9a-f]{96}) value=([0-9a-f]{96})/.exec(
      line,
    );
    const [, index, digest, value] = extended ?? [];
    const register = RTMRS[Number(index)];
    if (register === undefined || digest === undefined || value === undefined) return;
    this.#events.push({ register, digest });
    this.#registers[register] = value;
  }
}
