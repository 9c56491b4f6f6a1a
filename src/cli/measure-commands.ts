/** `tdx-boot measure`: predicts the registers of a TD with this firmware. Nothing is booted. */

import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { type Manifest, manifestIn } from '../build/store/manifest.ts';
import { readDiskProgram } from '../guest/boot-disk.ts';
import { stubOf } from '../guest/kernel-image.ts';
import { readVariables } from '../prepare/efi-variables.ts';
import { inFile, readFrom } from '../process/bounded-file.ts';
import { deriveAcpiFiles } from '../tdx/acpi.ts';
import { whyKeysProtectNothing } from '../tdx/key-rule.ts';
import type { KernelHeader, Order } from '../tdx/names.ts';
import {
  isTdShim,
  type PossibleEvents,
  type PossibleValue,
  possibleEvents,
  possibleMrtds,
  possibleRtmrs,
} from '../tdx/possible-values.ts';
import type { DiskBoot } from '../tdx/predict-disk.ts';
import type { KernelBoot } from '../tdx/predict-tdvf.ts';
import { isPredicted } from '../tdx/prediction.ts';
import { givenTdHob } from '../tdx/td-hob.ts';
import { alike } from '../words/alike.ts';
import { UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import type { VmmName } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';
import { readFirmware, readInput } from './files.ts';
import { changes, type Measured, makeGolden, parseGolden, verdictOn, writeGolden } from './golden.ts';
import { inFormat } from './measure-formats.ts';
import { type Machine, readMachine } from './measure-machine.ts';
import type { Format } from './measure-options.ts';
import { table } from './table.ts';

export interface MeasureFlags {
  readonly vmm?: VmmName;
  readonly order?: Order;
  readonly setupHeader?: KernelHeader;
  readonly events?: string;
  readonly memory?: bigint;
  readonly acpiTables?: string;
  readonly machine?: string;
  readonly smbios?: string;
  readonly bootOrder?: string;
  readonly tdHob?: string;
  readonly variables?: readonly string[];
  readonly owner?: string;
  readonly kernel?: string;
  readonly initrd?: string;
  readonly cmdline?: string;
  readonly disk?: string;
  readonly listEvents?: true;
  readonly json?: true;
  readonly format?: Format;
  readonly write?: string;
  readonly check?: string;
}

/** `tdx-boot measure`. Exits 1 when `--check` finds a value that has changed. */
export async function measure(file: string, flags: MeasureFlags, { out, error }: Streams): Promise<number> {
  const { image, metadata } = readFirmware(file);
  const firmware = isTdShim(metadata, image) ? 'td-shim' : 'tdvf';
  const machine = flags.machine === undefined ? undefined : await readMachine(flags.machine);
  const direct = readKernel(flags, firmware);
  const known = {
    ...{ image, metadata, memory: flags.memory ?? machine?.memory },
    acpi: readAcpi(flags.acpiTables) ?? machine?.acpi,
    smbios: flags.smbios === undefined ? undefined : readInput(flags.smbios, 'the SMBIOS table'),
    bootOrder: readBootOrder(flags, machine),
    variables: variablesFor(firmware, flags),
    tdHob: readTdHob(flags.tdHob, firmware),
    direct,
    disk: readDisk(flags),
    header: flags.setupHeader,
    stub: direct === undefined ? undefined : stubOf(direct.kernel),
    ...given({ vmm: flags.vmm, order: flags.order, profile: flags.events }),
  };
  const expected = inFile(file, () => [
    ...possibleMrtds(known),
    ...inProgram(flags, () => possibleRtmrs(known)),
  ]);
  const warning = whyKeysProtectNothing(image, metadata, known);
  if (warning !== undefined) error.headed(`warning: ${warning}`, 'yellow');
  const sha256 = createHash('sha256').update(image).digest('hex');
  const manifest = manifestOf(file, sha256);
  const measured = { sha256, source: manifest?.inputs.source, expected };
  if (flags.write !== undefined) writeGolden(flags.write, makeGolden(measured));
  if (flags.check !== undefined) return check(flags.check, measured, flags, out);
  if (flags.format !== undefined) {
    printForm(inFormat(flags.format, { file, sha256, expected, manifest }), out);
    return EXIT.passed;
  }
  const wanted = flags.json === true || flags.listEvents === true;
  const events = wanted ? inFile(file, () => possibleEvents(known)) : [];
  const { qemu } = machine ?? {};
  if (flags.json === true) out.json({ file, firmware, size: image.length, ...measured, events, qemu });
  else {
    const { columns } = out;
    out.lines([
      ...describe(file, firmware, expected, columns),
      ...(qemu === undefined
        ? []
        : [`ACPI tables as QEMU ${qemu.version ?? 'of unknown version'} makes them (${qemu.path})`]),
      ...events.flatMap((each) => describeEvents(each, columns)),
    ]);
  }
  return EXIT.passed;
}

function readAcpi(file: string | undefined): ReturnType<typeof deriveAcpiFiles> | undefined {
  if (file === undefined) return undefined;
  const tables = readInput(file, 'the ACPI tables');
  return inFile(file, () => deriveAcpiFiles(tables));
}

function variablesFor(
  firmware: 'tdvf' | 'td-shim',
  { variables, owner }: MeasureFlags,
): ReturnType<typeof readVariables> {
  if (variables !== undefined && firmware === 'td-shim') {
    throw new UsageError(
      'no-variables',
      '--variables is for TDVF: td-shim measures no boot options and no keys of PK, KEK, db and dbx',
      { hint: 'Leave --variables out.' },
    );
  }
  if (variables === undefined && owner !== undefined) {
    throw new UsageError('no-variables', '--owner is for certificates that --variables gives', {
      hint: 'Give the certificates, too: --variables db=FILE.',
    });
  }
  return readVariables(variables, owner);
}

/** An error in the program that boots is of its file, and not of the firmware. */
function inProgram<T>({ kernel, disk }: MeasureFlags, body: () => T): T {
  const file = disk ?? kernel;
  return file === undefined ? body() : inFile(file, body, 'bad-kernel');
}

/** With a kernel, QEMU makes the file bootorder itself. */
function readBootOrder(
  { bootOrder, kernel }: MeasureFlags,
  machine: Machine | undefined,
): Uint8Array | undefined {
  if (bootOrder !== undefined) return readInput(bootOrder, 'the boot order');
  return kernel === undefined ? machine?.bootOrder : undefined;
}

function readTdHob(file: string | undefined, firmware: 'tdvf' | 'td-shim'): Uint8Array | undefined {
  if (file === undefined) return undefined;
  if (firmware !== 'td-shim') {
    throw new UsageError(
      'no-td-hob',
      '--td-hob is for td-shim: TDVF measures the ACPI tables beside the list',
      { hint: 'Give --memory and --acpi-tables, or --machine SCENARIO.' },
    );
  }
  const bytes = readInput(file, 'the TD HOB');
  return inFile(file, () => givenTdHob(bytes));
}

function readKernel(flags: MeasureFlags, firmware: 'tdvf' | 'td-shim'): KernelBoot | undefined {
  const { kernel, initrd, cmdline = '' } = flags;
  if (kernel === undefined) {
    if (initrd === undefined && cmdline === '') return undefined;
    throw new UsageError('no-kernel', '--initrd and --cmdline need a kernel that the VMM loads', {
      hint: 'Name the kernel with --kernel FILE.',
    });
  }
  if (initrd !== undefined && firmware === 'td-shim') {
    throw new UsageError('no-initrd', 'td-shim hands no initrd to its kernel', {
      hint: 'Build the initrd into the kernel (CONFIG_INITRAMFS_SOURCE), or boot a root disk.',
    });
  }
  return {
    kernel: readInput(kernel, 'the kernel'),
    initrd: initrd === undefined ? new Uint8Array() : readInput(initrd, 'the initrd'),
    cmdline,
  };
}

function readDisk({ disk, kernel }: MeasureFlags): DiskBoot | undefined {
  if (disk === undefined) return undefined;
  if (kernel !== undefined) {
    throw new UsageError('contradictory-options', 'a kernel that the VMM loads boots before a disk', {
      hint: 'Give --kernel or --disk.',
    });
  }
  const found = readFrom(disk, 'the disk', (path) => readDiskProgram({ path }));
  if (found !== undefined) return found;
  throw new UsageError(
    'no-boot-disk',
    'no EFI/BOOT/BOOTX64.EFI on an EFI System Partition is found on the disk',
    {
      where: disk,
      hint: 'Give a raw image, or a qcow2 image that has no backing file and no zstd in it: qemu-img convert makes such.',
    },
  );
}

function printForm(form: ReturnType<typeof inFormat>, out: Streams['out']): void {
  if (Array.isArray(form)) {
    out.lines(form);
    return;
  }
  if (!(form instanceof Uint8Array)) {
    out.json(form);
    return;
  }
  if (out.isTerminal) {
    throw new UsageError('binary-output', 'this form is binary, and the output is a terminal', {
      hint: 'Write it to a file: … > firmware.corim',
    });
  }
  out.bytes(form);
}

/** The manifest beside an image of the store; undefined where there is none of this image. */
function manifestOf(file: string, sha256: string): Manifest | undefined {
  const directory = dirname(file);
  const manifest = manifestIn(directory, basename(directory));
  return manifest?.sha256 === sha256 ? manifest : undefined;
}

function check(file: string, measured: Measured, { json }: MeasureFlags, out: Streams['out']): number {
  const golden = parseGolden(readInput(file, 'the golden values').toString('utf8'), file);
  const now = makeGolden(measured);
  const found = changes(golden, now);
  const verdict = found.length === 0 ? 'unchanged' : verdictOn(golden, now);
  if (json === true) out.json({ verdict, changes: found });
  else {
    const lines = found.flatMap(({ register, by, golden: was = 'none', now: is = 'none' }) => [
      `${register} (${by})`,
      `  golden  ${was}`,
      `  now     ${is}`,
    ]);
    const summary = `${file}: ${found.length} of ${golden.values.length} values changed: ${verdict}`;
    out.lines(found.length === 0 ? [`${file}: ${now.values.length} values, unchanged`] : [...lines, summary]);
  }
  return found.length === 0 ? EXIT.passed : EXIT.failed;
}

function describe(
  file: string,
  firmware: string,
  expected: readonly PossibleValue[],
  columns: number | undefined,
): string[] {
  const known = expected.flatMap(({ register, value, by }) =>
    value === undefined
      ? []
      : by.map((who, place) => [place === 0 ? register : '', place === 0 ? value : '', who]),
  );
  const unknown = alike(
    expected.filter(({ reason }) => reason !== undefined),
    ({ reason, by }) => [reason, by],
  ).flatMap((same) => {
    const [{ reason, by }] = same;
    const registers = same.map(({ register }) => register).join(', ');
    return [`${registers} cannot be predicted for ${by.join('; ')}:`, `  ${reason}`];
  });
  const rows = [['register', 'value', 'as measured by'], ...known];
  return [`${file}: ${firmware}`, ...table(rows, columns), ...unknown];
}

function describeEvents({ by, events }: PossibleEvents, columns: number | undefined): string[] {
  const rows = events.map(({ register, name, text, digest }) => [
    ...[register, name, text, isPredicted(digest) ? digest : `not predictable: ${digest.reason}`],
  ]);
  return ['', `events of ${by}`, ...table([['register', 'event', 'what', 'digest'], ...rows], columns)];
}
