/** Commands that check and write scenarios: `validate`, `explain`, `import`, `init`. */

import { type Command, Option } from 'commander';
import { PLATFORMS } from '../words/words.ts';
import { SCENARIO } from './arguments.ts';
import type { Streams } from './context.ts';
import type { InitOptions } from './init.ts';
import { addUses, type UseOptions } from './uses.ts';

export function addScenarioCommands(program: Command, streams: Streams, done: (code: number) => void): void {
  addUses(
    program
      .command('validate')
      .description('check scenarios or a suite, and the files that they name')
      .argument('<scenario...>', `${SCENARIO}; also several, directories, globs, or a suite file`)
      .option('--json', 'print the problems as JSON'),
  ).action(async (names: string[], options: UseOptions & { json?: true }) =>
    done((await import('./validate.ts')).validate(names, options, streams)),
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
    .showHelpAfterError('  Put -- before the command: tdx-boot import -- qemu-system-x86_64 …')
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
}
