/** `tdx-boot explain`: the exact command of a scenario's VMM, and what the compatibility table says of it. */

import { isRecording, openScenario } from '../boot/recorded-scenario.ts';
import { defaultRoot, Store } from '../build/store/store.ts';
import { type Explained, explainRun } from '../prepare/explain.ts';
import { makeInitrd } from '../prepare/initrd.ts';
import { requireSound } from '../prepare/lint.ts';
import { madeFiles } from '../prepare/plan.ts';
import { storeBuilds } from '../prepare/ports.ts';
import { lookAt } from '../process/directory.ts';
import { BuildTerminal } from '../report/build-log.ts';
import type { Printer } from '../report/printer.ts';
import { forShell } from '../report/safe.ts';
import { toBoot } from '../scenario/load.ts';
import { hasFilesDisk, hasRootDisk, makesInitrd } from '../scenario/scenario.ts';
import { copyCommand } from '../vmm/copies.ts';
import { UsageError } from '../words/errors.ts';
import { EXIT, type Streams } from './context.ts';
import { writeNew } from './new-file.ts';
import { describeBooted, type Launch, launchOf } from './recorded.ts';
import { requireNoUses } from './unread.ts';
import type { UseOptions } from './uses.ts';
import { warn } from './warn.ts';

/** How the files are called that a run makes. */
const OWN = madeFiles();

export async function explain(
  file: string,
  options: UseOptions & { probe?: string; json?: true },
  { out, error }: Streams,
): Promise<number> {
  // The module is loaded for a directory alone: a scenario's file does without it, and starts sooner.
  if (lookAt(file)?.isDirectory() === true) (await import('../report/results.ts')).requireOne(file);
  const launch = isRecording(file) ? launchOf(file) : undefined;
  if (launch !== undefined) {
    const purpose = 'a run that is to come';
    requireNoUses(options.uses, purpose, `Name ${file}/scenario.yml to see the command of another run.`);
    if (options.probe !== undefined) throw new UsageError('nothing-to-boot', `--probe is for ${purpose}`);
    explainLaunch(launch, options, out);
    return EXIT.passed;
  }
  const loaded = toBoot(openScenario(file, options.uses));
  warn(requireSound(loaded), error);
  const made = makesInitrd(loaded.scenario);
  const { on: listener } = new BuildTerminal(error);
  const builds = storeBuilds({ store: new Store(defaultRoot(), { listener }), listener });
  const explained = await explainRun(loaded, builds, options.probe);
  if (made && options.probe !== undefined) {
    writeNew(options.probe, (await makeInitrd(loaded.scenario)).bytes, '--probe');
  }
  if (options.json === true) {
    const { plan, lines } = explained;
    const fds = Object.fromEntries([...plan.fds].map(([fd, channel]) => [channel, fd]));
    const fifos = Object.fromEntries(plan.fifos);
    const argv = [plan.command, ...plan.args];
    out.json({ argv, fds, fifos, compatibility: lines });
    return EXIT.passed;
  }
  out.lines(commentsOf(explained).map((line) => `# ${line}`));
  if (made && options.probe === undefined) {
    out.line('# The initrd is made for each run: add --probe initrd.cpio to have it written.');
  }
  if (hasFilesDisk(loaded.scenario.guest)) out.line(`# ${OWN.files} is made for each run, of guest.files.`);
  if (hasRootDisk(loaded.scenario.guest)) out.line(`# ${OWN.root} is made for each run, of guest.root.`);
  const { paste } = explained;
  for (const [from, to] of paste.copies) out.lines(shellCommand(copyCommand(from, to)));
  for (const { command, args } of paste.servers ?? []) out.lines(`${shellCommand([command, ...args])} &`);
  out.lines(shellCommand([paste.command, ...paste.args]));
  return EXIT.passed;
}

/** The run is over: nothing is looked for or built here, so the files may be missing. */
function explainLaunch({ argv, booted }: Launch, { json }: { json?: true }, out: Printer): void {
  if (json === true) {
    out.json({ argv, booted });
    return;
  }
  const own = booted.files.some(({ path }) => path === OWN.initrd);
  out.lines(describeBooted(booted).map((line) => `# ${line}`));
  if (own) out.line(`# "tdx-boot explain SCENARIO --probe ${OWN.initrd}" writes the probe guest.`);
  for (const command of booted.command) out.lines(shellCommand(command));
}

function commentsOf({ lines, toBuild }: Explained): string[] {
  return [
    ...lines,
    ...toBuild.map(({ what, command }) => `The ${what} is not built yet: ${command}`),
    'tdx-boot reads each stream while the guest runs; here the streams go to files.',
  ];
}

/** One option per line, quoted for bash. */
function shellCommand(argv: readonly string[]): string {
  return argv
    .map(forShell)
    .reduce((text, word) => (word.startsWith('-') ? `${text} \\\n  ${word}` : `${text} ${word}`));
}
