/** The commands of tdx-boot and their exit codes. */

import { Argument, Command, CommanderError } from 'commander';
import { packageVersion } from '../process/version.ts';
import { takeLeftovers } from '../process/work-dir.ts';
import { type Output, Printer, Screen } from '../report/printer.ts';
import { explainError, UsageError } from '../words/errors.ts';
import { candidates, SCRIPTS, SHELLS, type Shell } from './completion.ts';
import { EXIT, type Streams } from './context.ts';
import { exampleHelp } from './examples.ts';
import { addFirmwareCommands } from './firmware.ts';
import { HELP } from './help.ts';
import { addMeasureCommands } from './measure.ts';
import { addBootCommands } from './program-boots.ts';
import { addHostCommands } from './program-host.ts';
import { addLogCommands } from './program-logs.ts';
import { addScenarioCommands } from './program-scenarios.ts';
import { requireOneStandardInput } from './standard-input.ts';

const EXIT_HELP = `
Exit codes:
  0    passed
  1    failed: the guest or its firmware misbehaved
  2    bad usage or a bad scenario: nothing was started
  125  errored: the host, the VMM or tdx-boot could not do its part
  130  stopped by Ctrl-C (128 + the signal's number)`;

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
  } finally {
    for (const leftover of takeLeftovers()) streams.error.headed(leftover, 'yellow');
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
    .hook('preAction', (_program, command) => requireOneStandardInput(command))
    .configureHelp(HELP)
    .configureOutput({
      writeOut: (text) => streams.out.lines(withoutEnd(text)),
      getOutHelpWidth: () => streams.out.columns ?? 80,
      getErrHelpWidth: () => streams.error.columns ?? 80,
      writeErr: (text) => streams.error.lines(withoutEnd(text)),
      // Errors of the command line begin as all others do.
      outputError: (text, write) => write(text.replace(/^error: /, '')),
    });
  addBootCommands(program, streams, done);
  addLogCommands(program, streams, done);
  addScenarioCommands(program, streams, done);
  addHostCommands(program, streams, done);
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

function withoutEnd(text: string): string {
  return text.replace(/\n$/, '');
}

function explainFailure(error: unknown, streams: Streams): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.usage;
  streams.error.headed(explainError(error), 'red');
  return error instanceof UsageError ? EXIT.usage : EXIT.errored;
}
