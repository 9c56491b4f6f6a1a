/** The commands below `tdx-boot measure`. The code of a command is loaded when it runs. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { EVENT_PROFILES } from '../tdx/event-profiles.ts';
import { readGuid } from '../tdx/format.ts';
import { KERNEL_HEADERS, ORDERS } from '../tdx/names.ts';
import { parseSize } from '../words/units.ts';
import { VMMS } from '../words/words.ts';
import { repeated } from './arguments.ts';
import type { Streams } from './context.ts';
import type { MeasureFlags } from './measure-commands.ts';
import type { QuoteFlags } from './measure-evidence.ts';
import { FORMATS } from './measure-options.ts';
import type { RunFlags } from './measure-run.ts';
import { readOnlyWhere } from './unread.ts';

/** Options that a run takes, too; the others are of a prediction. */
const BESIDE_RUN = ['run', 'results', 'json', 'write'];

export function addMeasureCommands(program: Command, streams: Streams, done: (code: number) => void): void {
  const run = new Option('--run', 'boot the scenario in an emulated TD, and print what its registers hold');
  const measure = program
    .command('measure')
    .description('print what MRTD and the RTMRs of a TD will be; subcommands read logs, reports and quotes')
    .argument('<firmware>', 'firmware image with TDX metadata; with --run, a scenario file')
    // Options after a subcommand belong to the subcommand: both have --json.
    .enablePositionalOptions()
    .addOption(new Option('--vmm <name>', 'only as this VMM measures').choices(VMMS))
    .addOption(new Option('--order <order>', 'only with MRTD measured in this order').choices(ORDERS))
    .addOption(
      new Option('--events <edk2>', 'only as TDVF of this edk2 measures').choices(
        EVENT_PROFILES.map(({ id }) => id),
      ),
    )
    .addOption(
      new Option('--setup-header <how>', "only with the kernel's setup header so measured").choices(
        KERNEL_HEADERS,
      ),
    )
    .option('--memory <size>', "the guest's memory, for example 2G", parseMemory)
    .option('--acpi-tables <file>', "content of QEMU's fw_cfg file etc/acpi/tables")
    .option(
      '--machine <scenario>',
      'memory and ACPI tables of the machine of this scenario, as the QEMU of this host makes them',
    )
    .option(
      '--smbios <file>',
      'the SMBIOS table: /sys/firmware/dmi/tables/DMI of a guest of the same machine',
    )
    .option(
      '--boot-order <file>',
      'of a disk: the fw_cfg file bootorder of a guest of the same machine; an empty file where no device has a bootindex',
    )
    .option(
      '--td-hob <file>',
      'of td-shim: the list that the VMM hands over, or the event log of a TD of the same machine, which holds the list',
    )
    .option(
      '--variables <file>',
      'EFI variables: a store (OVMF_VARS.fd), JSON of virt-fw-vars, a copy of efivarfs, or a file as NAME=FILE; may be repeated',
      repeated,
    )
    .option(
      '--owner <guid>',
      'who has enrolled a certificate that --variables gives as DER or PEM',
      parseGuid,
    )
    .option('--kernel <file>', 'kernel (bzImage) that the VMM hands to the firmware')
    .option('--initrd <file>', 'its initrd')
    .option('--cmdline <text>', 'its command line')
    .option(
      '--disk <file>',
      'disk image, raw or qcow2, that boots instead: a UKI, systemd-boot or shim as EFI/BOOT/BOOTX64.EFI',
    )
    .option('--list-events', 'list what goes into the RTMRs, too')
    .addOption(run)
    .option('--results <dir>', 'with --run: directory for logs and results', 'tdx-boot-results')
    .option('--json', 'print it as JSON, events and all')
    .addOption(new Option('--format <name>', 'print it in the form of another tool').choices(FORMATS))
    .option('--write <golden>', 'write the values to a file')
    .option('--check <golden>', 'compare with such a file: exits 1 when a value has changed')
    .action(async (file: string, { run, ...flags }: MeasureFlags & RunFlags & { run?: true }) =>
      done(
        run === true
          ? await (await import('./measure-run.ts')).measureRun(file, flags, streams)
          : await (await import('./measure-commands.ts')).measure(file, flags, streams),
      ),
    );
  const names = measure.options.map((option) => option.attributeName());
  run.conflicts(names.filter((name) => !BESIDE_RUN.includes(name)));
  readOnlyWhere(measure, {
    results: ['--run', ({ run: boots }) => boots === true],
    setupHeader: ['--kernel', ({ kernel }) => kernel !== undefined],
    listEvents: [
      'values that are printed, not for --check or --format',
      ({ check, format }) => check === undefined && format === undefined,
    ],
    format: [
      'values alone, not for --json or --check',
      ({ json, check }) => json !== true && check === undefined,
    ],
  });
  const load = () => import('./measure-evidence.ts');
  measure
    .command('log')
    .description("list a TD's event log (CCEL), check its digests and replay it")
    .argument(
      '<log>',
      'copy of /sys/firmware/acpi/tables/data/CCEL, in any of the usual forms; - for standard input',
    )
    .option('--report <file>', 'TDREPORT or quote of the same boot, to compare with')
    .option('--json', 'print it as JSON')
    .action(async (file: string, flags: { report?: string; json?: true }) =>
      done((await load()).log(file, flags, streams)),
    );
  measure
    .command('report')
    .description('print a TDREPORT and check its hashes')
    .argument('<report>', '1024 bytes of /dev/tdx_guest')
    .option('--json', 'print it as JSON')
    .action(async (file: string, flags: { json?: true }) =>
      done((await load()).report(file, flags, streams)),
    );
  const quote = measure
    .command('quote')
    .description('print a quote of version 4 or 5')
    .argument('<quote>', 'outblob of /sys/kernel/config/tsm/report')
    .option(
      '--verify <collateral>',
      'verify its signature, with @phala/dcap-qvl: exits 1 when it is not valid',
    )
    .option('--at <date>', 'with --verify: at this time instead of now, for example 2026-01-31', parseDate)
    .option('--json', 'print it as JSON')
    .action(async (file: string, flags: QuoteFlags) =>
      done(await (await load()).quote(file, flags, streams)),
    );
  readOnlyWhere(quote, { at: ['--verify', ({ verify }) => verify !== undefined] });
  measure
    .command('diff')
    .description('say what differs between two firmwares, event logs or files of golden values; exits 1 then')
    .argument('<before>', 'firmware image, event log, or what --write has written')
    .argument('<after>', 'another one of the same kind')
    .option('--json', 'print it as JSON')
    .action(async (before: string, after: string, flags: { json?: true }) =>
      done((await import('./measure-diff.ts')).diff(before, after, flags, streams)),
    );
}

function parseDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Give a date such as 2026-01-31.');
  return date;
}

function parseGuid(text: string): string {
  const guid = readGuid(text);
  if (guid !== undefined) return guid;
  throw new InvalidArgumentError('Give a GUID such as 77fa9abd-0359-4d32-bd60-28f4e78f784b.');
}

function parseMemory(text: string): bigint {
  const bytes = /^[1-9]\d*[KMG]$/.test(text) ? parseSize(text) : Number.NaN;
  if (!Number.isSafeInteger(bytes)) throw new InvalidArgumentError('Give a size such as 512M or 2G.');
  return BigInt(bytes);
}
