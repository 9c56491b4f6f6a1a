/** The commands below `tdx-boot firmware`. The code of a command is loaded when it runs, so that a cache hit is quick. */

import { Argument, type Command, Option } from 'commander';
import { BUILDS, PIN_SETS, RECIPE_NAMES, type RecipeName } from '../words/words.ts';
import { repeated } from './arguments.ts';
import type { Streams } from './context.ts';
import type { BuildFlags } from './firmware-commands.ts';

export function addFirmwareCommands(program: Command, streams: Streams, done: (code: number) => void): void {
  const firmware = program.command('firmware').description('build, find and look at firmware images');
  const load = () => import('./firmware-commands.ts');
  requestCommand(firmware, 'build', 'build an image, or take it from the store; prints its path')
    .option('--install-tools', 'install missing build tools (as root, or with a sudo that asks no password)')
    .option('--require-known', 'refuse an image of the store that is none of the published ones')
    .action(async (name: RecipeName, flags: BuildFlags & { installTools?: true; requireKnown?: true }) =>
      done(await (await load()).build(name, flags, streams)),
    );
  requestCommand(
    firmware,
    'path',
    'print the path of an image that is in the store, verified; never builds',
  ).action(async (name: RecipeName, flags: BuildFlags) =>
    done(await (await load()).path(name, flags, streams)),
  );
  requestCommand(firmware, 'verify', 'build an image of the store once more and compare the two').action(
    async (name: RecipeName, flags: BuildFlags) => done(await (await load()).verify(name, flags, streams)),
  );
  firmware
    .command('inspect')
    .description('print the TDX metadata of an image and what is wrong with it')
    .argument('<file>', 'firmware image')
    .option('--json', 'print it as JSON')
    .action(async (file: string, flags: { json?: true }) =>
      done((await import('./inspect.ts')).inspect(file, flags, streams)),
    );
  storeCommand(firmware, 'list', 'list the images in the store').action(async (flags) =>
    done(await (await load()).list(flags, streams)),
  );
  storeCommand(firmware, 'prune', 'remove images from the store, the longest unused first')
    .option('--limit <size>', 'keep at most so much, for example 64M; 0 removes everything (default: 256M)')
    .action(async (flags) => done(await (await load()).prune(flags, streams)));
}

function requestCommand(parent: Command, name: string, description: string): Command {
  return storeCommand(parent, name, description)
    .addArgument(new Argument('<firmware>', 'what to build').choices(RECIPE_NAMES))
    .addOption(
      new Option('--build <type>', 'release, or debug: logs to the serial port')
        .choices(BUILDS)
        .default('release'),
    )
    .addOption(
      new Option('--pins <set>', 'documented, or current: for hosts of Linux 6.16 and later').choices(
        PIN_SETS,
      ),
    )
    .option('--ref <ref>', 'tag, branch or commit instead of the pin')
    .option('--repository <url>', 'another git URL, or a local directory')
    .option('--define <name=value>', 'extra build define; may be repeated', repeated, []);
}

function storeCommand(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .option('--store <dir>', 'where images are kept (default: ~/.cache/tdx-boot/firmware)')
    .option('--json', 'print the result as JSON');
}
