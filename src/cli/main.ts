/** The commands of tdx-boot and their exit codes. */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { packageVersion } from '../process/version.ts';
import { type Output, Printer, Screen } from '../report/printer.ts';
import { parseJobs, parseRetry } from '../suite/choices.ts';
import { parseShard } from '../suite/shard.ts';
import { explainError, UsageError } from '../words/errors.ts';
import {
  LOG_ORIGINS,
  type LogOrigin,
  PLATFORMS,
  STREAMS,
  type StreamName,
  TD_CPUIDS,
} from '../words/words.ts';
import type { BisectOptions } from './bisect-options.ts';
import type { CheckOptions } from './check.ts';
import { COMPARE_FORMATS, type CompareOptions, parseMargin } from './compare-options.ts';
import { candidates, SCRIPTS, SHELLS, type Shell } from './completion.ts';
import { EXIT, type Streams } from './context.ts';
import { exampleHelp } from './examples.ts';
import { addFirmwareCommands } from './firmware.ts';
import type { InitOptions } from './init.ts';
import { addMeasureCommands } from './measure.ts';
import { FORMATS, type ReportOptions } from './report-options.ts';
import type { RunOptions } from './run-suite.ts';
import type { ShellOptions } from './shell.ts';
import type { ConformanceOptions } from './td-conformance.ts';
import { addUses, type UseOptions } from './uses.ts';

const EXIT_HELP = `
Exit codes:
  0    passed
  1    failed: the guest or its firmware misbehaved
  2    bad usage or a bad scenario: nothing was started
  125  errored: the host, the VMM or tdx-boot could not do its part
  130  stopped by Ctrl-C (128 + the signal's number)`;

const SCENARIO = 'scenario file, results directory of a run, or - for standard input';

/** Runs one command line; returns the exit code. */
export async function main(
  argv: readonly string[],
  {
    out,
    error,
    screen = new Screen(),
  }: { readonly out: Output; readonly error: Output; readonly screen?: Screen },
): Promise<number> {
  const streams = { out: new Printer(out, screen), error: new Printer(error, screen) };
  let code: number = EXIT.passed;
  const program = buildProgram(streams, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (thrown) {
    return explainFailure(thrown, streams);
  }
}

/** The code of a command is loaded when the command runs, so that a small one does not wait for the code of others. */
export function buildProgram(streams: Streams, done: (code: number) => void): Command {
  const program = new Command('tdx-boot')
    .description('Boots Intel TDX guests and says whether they came up')
    .version(packageVersion())
    .addHelpText('after', EXIT_HELP)
    .addHelpText('afterAll', ({ command }) => exampleHelp(command))
    // `measure` needs this option, and commander wants it on the top command, too.
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp({ minWidthToWrap: 24 })
    .configureOutput({
      writeOut: (text) => streams.out.lines(withoutEnd(text)),
      getOutHelpWidth: () => streams.out.columns ?? 80,
      getErrHelpWidth: () => streams.error.columns ?? 80,
      writeErr: (text) => streams.error.lines(withoutEnd(text)),
      // Errors of the command line begin as all others do.
      outputError: (text, write) => write(text.replace(/^error: /, '')),
    });
  addUses(
    program
      .command('run')
      .description('boot scenarios and judge their consoles')
      .argument('<scenario...>', `${SCENARIO}; also several, directories, globs, or a suite file`)
      .option('--results <dir>', 'directory for logs and results', 'tdx-boot-results')
      .option('--json', 'print result.json (of a suite: suite.json) instead of the events')
      .option('--history <path>', 'add a line for each run: to a file that ends in .jsonl, or a directory')
      .option('--verbose', "show the guest's console where there is no terminal, too")
      .option(
        '--keep-on-failure',
        'keep a guest that has not passed: leave it with Ctrl-], or end this process',
      )
      .option('--gdb', 'let a gdb attach to the guest, and say how')
      .optionsGroup('Several scenarios:')
      .option('--jobs <n>', 'guests at a time; default: as CPUs and memory allow', parseJobs)
      .option('--shard <i/n>', 'boot the i-th of n parts', parseShard)
      .option('--fail-fast', 'end when a scenario is not passed')
      .option('--retry <n>', 'further attempts at a scenario that the host spoilt', parseRetry)
      .option('--retry-failed', 'retry a scenario that failed, too')
      .option('--strict', 'a scenario that passed only when retried fails the suite'),
  ).action(async (names: string[], options: RunOptions) => {
    done(await (await import('./run-suite.ts')).run(names, options, streams));
  });
  addUses(
    program
      .command('shell')
      .description('boot a scenario and give its console to this terminal; leave with Ctrl-]')
      .argument('<scenario>', 'scenario file')
      .option('--results <dir>', 'directory for logs and results', 'tdx-boot-results')
      .addOption(
        new Option(
          '--stream <name>',
          'what to show and type into; default: the last console= of the kernel',
        ).choices(['console', 'serial']),
      )
      .option('--gdb', 'let a gdb attach to the guest, and say how'),
  ).action(async (file: string, options: ShellOptions) => {
    done(await (await import('./shell.ts')).shell(file, options, streams));
  });
  addUses(
    program
      .command('check')
      .description('judge a recorded run, an asciicast or a log; no VM is started')
      .argument('<log>', 'results directory of a run, .cast file, log file, or - for standard input')
      .option('--scenario <file>', 'scenario file, or -; default is the scenario that a recording holds')
      .addOption(
        new Option('--stream <name>', 'stream that the log is from')
          .choices(STREAMS)
          .argParser(parseStream)
          .default('console'),
      )
      .option('--json', 'print the result as JSON'),
  ).action(async (log: string, options: CheckOptions) => {
    done(await (await import('./check.ts')).check(log, options, streams));
  });
  program
    .command('diagnose')
    .description('say where a boot stopped and why, from any log: host dmesg, VMM, console, or all mixed')
    .argument('<log>', 'log file, results directory of a run, or - for standard input')
    .addOption(new Option('--stream <source>', 'where the log is from').choices(LOG_ORIGINS).default('mixed'))
    .option(
      '--vmlinux <file>',
      'ELF file of the kernel with debug information: names the source lines of a trace',
    )
    .option('--json', 'print the diagnosis as JSON')
    .action(async (log: string, options: { stream: LogOrigin; vmlinux?: string; json?: true }) =>
      done(await (await import('./diagnose.ts')).diagnose(log, options, streams)),
    );
  program
    .command('report')
    .description('make a page, JUnit, KTAP or Markdown of recorded runs')
    .argument('<recording...>', 'results directories of runs, or directories that have some below')
    .addOption(new Option('--format <name>', 'what to make').choices(FORMATS).default('html'))
    .option(
      '--output <file>',
      'file to write; default is report.html beside the recordings, else standard output',
    )
    .option('--baseline <run>', 'results directory or result.json whose durations are shown beside (html)')
    .action(async (recordings: string[], options: ReportOptions) =>
      done(await (await import('./report.ts')).report(recordings, options, streams)),
    );
  addUses(
    program
      .command('compare')
      .description('say what became worse, better or slower; boot times by a test that holds for noisy runs')
      .argument('<old>', 'results, a history, or with --runs a scenario or a suite')
      .argument('<new>', 'the same')
      .option('--margin <percent>', 'times may grow by so much', parseMargin, 0.05)
      .addOption(new Option('--format <name>', 'how to say it').choices(COMPARE_FORMATS).default('terminal'))
      .option('--last <n>', 'compare the newest runs of each scenario', parseCount, 20)
      .option('--runs <n>', 'boot both sides so many times, in turns', parseCount)
      .option('--results <dir>', 'directory for the recordings of --runs', 'tdx-boot-results'),
  ).action(async (before: string, after: string, options: CompareOptions) => {
    done(await (await import('./compare.ts')).compare(before, after, options, streams));
  });
  addUses(
    program
      .command('bisect')
      .description('find the commit of a firmware or a kernel with which a scenario began to fail')
      .argument('<scenario>', 'scenario file; without --tree its firmware is what is searched')
      .requiredOption('--good <ref>', 'commit with which the scenario passes')
      .requiredOption('--bad <ref>', 'later commit with which it fails')
      .option('--tree <dir>', "a kernel's git repository, which stays as it is")
      .option('--build <command>', 'command that builds the kernel, in a work tree of its own')
      .option('--output <file>', 'what the command makes, relative to the tree', 'arch/x86/boot/bzImage')
      .option('--retry <n>', 'further attempts where the host fails', parseRetry, 2)
      .option('--shard <i/n>', 'test only the i-th of n commits that part the range evenly', parseShard)
      .option('--known <path>', 'results of shards, from which to go on; repeatable', parsePaths)
      .option('--results <dir>', 'directory for the search and its recordings', 'tdx-boot-results')
      .option('--json', 'print bisect.json'),
  ).action(async (file: string, options: BisectOptions) => {
    done(await (await import('./bisect.ts')).bisect(file, options, streams));
  });
  addUses(
    program
      .command('validate')
      .description('check a scenario or a suite, and the files that it names')
      .argument('<scenario>', `${SCENARIO}; also a directory, a glob, or a suite file`)
      .option('--json', 'print the problems as JSON'),
  ).action(async (file: string, options: UseOptions & { json?: true }) =>
    done((await import('./validate.ts')).validate(file, options, streams)),
  );
  addUses(
    program
      .command('explain')
      .description('print the exact VMM command of a scenario without running it, or that of a recorded run')
      .argument('<scenario>', SCENARIO)
      .option('--probe <file>', 'write the initrd that tdx-boot makes to this file and use it in the command')
      .option('--json', 'print it as JSON, with the arguments as tdx-boot runs it'),
  ).action(async (file: string, options: UseOptions & { probe?: string; json?: true }) =>
    done(await (await import('./explain.ts')).explain(file, options, streams)),
  );
  program
    .command('import')
    .description(
      'make a scenario of a command of QEMU or Cloud Hypervisor, and say what became of each argument',
    )
    .argument('<command...>', 'the command after --, or a file that holds it, or - for standard input')
    .option('--output <file>', 'write the scenario to this file instead of to standard output')
    .action(async (words: string[], options: { output?: string }) =>
      done((await import('./import.ts')).importScenario(words, options, streams)),
    );
  program
    .command('init')
    .description('write a first scenario, and a workflow that runs it; asks for what is not given')
    .argument('[file]', 'scenario file to write', 'boot.yml')
    .option('--kernel <file>', 'kernel (bzImage) to boot')
    .option('--initrd <file>', 'its initrd; without one, the probe guest boots')
    .option('--disk <file>', 'disk image to boot')
    .addOption(new Option('--platform <name>', 'what boots it').choices(PLATFORMS))
    .option('--firmware <firmware>', 'tdvf, or an image; of a Trust Domain the default is tdvf')
    .option('--expect <text>', 'what the console shows when the guest is up')
    .option('--workflow [file]', 'write a workflow, too (default: .github/workflows/boot.yml)')
    .action(async (file: string, options: InitOptions) =>
      done(await (await import('./init.ts')).init(file, options, streams)),
    );
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
  program
    .command('td-conformance')
    .description('test a Trust Domain here against the TDX specification, and list the rules that differ')
    .option('--platform <name>', 'tdx-emulated, or tdx on a host with TDX', 'tdx-emulated')
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
  addFirmwareCommands(program, streams, done);
  addMeasureCommands(program, streams, done);
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(SHELLS))
    .action((shell: Shell) => streams.out.document(SCRIPTS[shell]));
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words: string[]) => {
      for (const { value, description } of candidates(program, words))
        streams.out.line(`${value}\t${description}`);
    });
  return program;
}

function parsePaths(path: string, before: readonly string[] = []): string[] {
  return [...before, path];
}

function parseCount(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a number of 1 or more.');
  return Number(text);
}

function parseStream(name: string): StreamName {
  const stream = STREAMS.find((known) => known === name);
  if (stream === undefined) throw new InvalidArgumentError(`Known streams: ${STREAMS.join(', ')}.`);
  return stream;
}

function withoutEnd(text: string): string {
  return text.replace(/\n$/, '');
}

function explainFailure(error: unknown, streams: Streams): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.usage;
  streams.error.headed(explainError(error), 'red');
  return error instanceof UsageError ? EXIT.usage : EXIT.errored;
}
