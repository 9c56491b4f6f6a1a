/** Commands that boot a scenario: `run`, `shell`. */

import { type Command, Option } from 'commander';
import { parseJobs, parseRetry } from '../suite/choices.ts';
import { parseShard } from '../suite/shard.ts';
import { SCENARIO } from './arguments.ts';
import type { Streams } from './context.ts';
import type { RunOptions } from './run-suite.ts';
import type { ShellOptions } from './shell.ts';
import { addUses } from './uses.ts';

export function addBootCommands(program: Command, streams: Streams, done: (code: number) => void): void {
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
}
