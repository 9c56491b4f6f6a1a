/** Commands for a host: `probe`, `demo`, `doctor`, `td-conformance`. */

import { type Command, Option } from 'commander';
import { TD_CPUIDS, TD_PLATFORMS } from '../words/words.ts';
import { parseCount, SCENARIO } from './arguments.ts';
import type { Streams } from './context.ts';
import type { ConformanceOptions } from './td-conformance.ts';
import { readOnlyWhere } from './unread.ts';
import { addUses, type UseOptions } from './uses.ts';

export function addHostCommands(program: Command, streams: Streams, done: (code: number) => void): void {
  program
    .command('probe')
    .description('write the probe guest as an ext4 disk image, for a VMM that takes no initrd')
    .argument('<image>', 'file to write; boot it with init=/sbin/init')
    .option('--kernel <file>', 'kernel whose modules go into the image')
    .option('--modules <dir>', "the kernel's lib/modules/<release>")
    .action(async (image: string, options: { kernel?: string; modules?: string }) => {
      done(await (await import('./probe.ts')).probe(image, options, streams));
    });
  program
    .command('demo')
    .description("boot this machine's own kernel with the probe guest under emulation")
    .option('--kernel <file>', 'another kernel (bzImage)')
    .option('--results <dir>', 'directory for logs and results', 'tdx-boot-results')
    .action(async (options: { kernel?: string; results: string }) =>
      done(await (await import('./demo.ts')).demo(options, streams)),
    );
  addUses(
    program
      .command('doctor')
      .description('check whether this host can boot a Trust Domain; exits 1 when that cannot be expected')
      .argument('[scenario]', `${SCENARIO}, whose memory, VMM and files are checked too`)
      .option('--json', 'print the checks as JSON'),
  ).action(async (file: string | undefined, options: UseOptions & { json?: true }) =>
    done(await (await import('./doctor.ts')).doctor(file, options, streams)),
  );
  const conformance = program
    .command('td-conformance')
    .description('test a Trust Domain here against the TDX specification, and list the rules that differ')
    .addOption(
      new Option('--platform <name>', 'tdx-emulated, or tdx on a host with TDX')
        .choices(TD_PLATFORMS)
        .default('tdx-emulated'),
    )
    .option('--cpus <n>', 'vCPUs, 1 to 16', parseCount, 2)
    .addOption(
      new Option('--cpuid <mode>', 'CPUID of the emulated Trust Domain')
        .choices(TD_CPUIDS)
        .default('compatible'),
    )
    .option('--results <dir>', 'directory for logs and results', 'tdx-boot-results')
    .action(async (options: ConformanceOptions) =>
      done(await (await import('./td-conformance.ts')).tdConformance(options, streams)),
    );
  readOnlyWhere(conformance, {
    cpuid: ['--platform tdx-emulated', ({ platform }) => platform === 'tdx-emulated'],
  });
}
