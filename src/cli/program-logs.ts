/** Commands that judge and compare what was booted: `check`, `diagnose`, `report`, `compare`, `bisect`. */

import { type Command, Option } from 'commander';
import { parseRetry } from '../suite/choices.ts';
import { parseShard } from '../suite/shard.ts';
import { LOG_ORIGINS, type LogOrigin, STREAMS } from '../words/words.ts';
import { parseCount, repeated } from './arguments.ts';
import type { BisectOptions } from './bisect-options.ts';
import type { CheckOptions } from './check.ts';
import { COMPARE_FORMATS, type CompareOptions, parseMargin } from './compare-options.ts';
import type { Streams } from './context.ts';
import { FORMATS, type ReportOptions } from './report-options.ts';
import { readOnlyWhere, STREAM_OF_A_LOG } from './unread.ts';
import { addUses } from './uses.ts';

export function addLogCommands(program: Command, streams: Streams, done: (code: number) => void): void {
  const check = addUses(
    program
      .command('check')
      .description('judge a recorded run, an asciicast or a log; no VM is started')
      .argument('<log>', 'results directory of a run, .cast file, log file, or - for standard input')
      .option('--scenario <file>', 'scenario file, or -; default is the scenario that a recording holds')
      .addOption(
        new Option('--stream <name>', 'stream that the log is from').choices(STREAMS).default('console'),
      )
      .option('--json', 'print the result as JSON'),
  ).action(async (log: string, options: CheckOptions) => {
    done(await (await import('./check.ts')).check(log, options, streams));
  });
  readOnlyWhere(check, { stream: STREAM_OF_A_LOG });
  const diagnose = program
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
  readOnlyWhere(diagnose, { stream: STREAM_OF_A_LOG });
  const report = program
    .command('report')
    .description('make a page, JUnit, KTAP or Markdown of recorded runs')
    .argument('<recording...>', 'results directories of runs, or directories that have some below')
    .addOption(new Option('--format <name>', 'what to make').choices(FORMATS).default('html'))
    .option(
      '--output <file>',
      'file to write; default is report.html beside the recordings, else standard output',
    )
    .option('--baseline <run>', 'results directory or result.json whose durations are shown beside (html)')
    .option('--history <path>', 'history whose earlier runs are shown beside (html, markdown)')
    .action(async (recordings: string[], options: ReportOptions) =>
      done(await (await import('./report.ts')).report(recordings, options, streams)),
    );
  readOnlyWhere(report, {
    baseline: ['--format html', ({ format }) => format === 'html'],
    history: ['--format html or markdown', ({ format }) => format === 'html' || format === 'markdown'],
  });
  const compare = addUses(
    program
      .command('compare')
      .description('say what became worse, better or slower; boot times by a test that holds for noisy runs')
      .argument('<old>', 'results, a history, or with --runs a scenario or a suite')
      .argument('<new>', 'the same')
      .addOption(
        new Option('--margin <percent>', 'times may grow by so much')
          .argParser(parseMargin)
          .default(0.05, '5%'),
      )
      .addOption(new Option('--format <name>', 'how to say it').choices(COMPARE_FORMATS).default('terminal'))
      .option('--last <n>', 'compare the newest runs of each scenario', parseCount, 20)
      .option('--runs <n>', 'boot both sides so many times, in turns', parseCount)
      .option('--results <dir>', 'directory for the recordings of --runs', 'tdx-boot-results'),
  ).action(async (before: string, after: string, options: CompareOptions) => {
    done(await (await import('./compare.ts')).compare(before, after, options, streams));
  });
  readOnlyWhere(compare, {
    last: ['results and histories, not for --runs', ({ runs }) => runs === undefined],
    results: ['--runs', ({ runs }) => runs !== undefined],
  });
  const bisect = addUses(
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
      .option('--known <path>', 'results of shards, from which to go on; repeatable', repeated)
      .option('--results <dir>', 'directory for the search and its recordings', 'tdx-boot-results')
      .option('--json', 'print bisect.json'),
  ).action(async (file: string, options: BisectOptions) => {
    done(await (await import('./bisect.ts')).bisect(file, options, streams));
  });
  readOnlyWhere(bisect, { output: ['--tree', ({ tree }) => tree !== undefined] });
}
