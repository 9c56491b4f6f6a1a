/** One run, in one order for every entry: lint, preparation, boot. */

import type { ProvideOptions } from '../build/provide.ts';
import { type Host, thisHost } from '../host/host.ts';
import { slotsDirectory } from '../host/slots.ts';
import type { LintMessage } from '../lint/lint.ts';
import { requireSound } from '../prepare/lint.ts';
import { storeBuilds } from '../prepare/ports.ts';
import { prepare } from '../prepare/prepare.ts';
import { type Ended, type Session, session } from '../process/session.ts';
import { type LoadedBoot, type LoadedScenario, toBoot } from '../scenario/load.ts';
import { given } from '../words/given.ts';
import { boot, type Outcome } from './boot.ts';
import type { Consumer } from './delivery.ts';
import type { Hand } from './hand.ts';

/** What an entry does with a run. */
interface RunEntry {
  /** Shows a lint warning. */
  warn(message: LintMessage): void;
  /** Called once, when the scenario is sound and before anything is built: makes the directory for results. */
  begin(loaded: LoadedBoot, session: Session): RunListener;
}

export interface RunListener {
  /** Calls `body` with what builds need, and shows their progress until `body` ends. */
  build<T>(body: (options: ProvideOptions) => Promise<T>): Promise<T>;
  /** Who is told what happens. */
  readonly consumers: readonly Consumer[];
  /** Who may type into the guest and keep it after the verdict. */
  readonly hand?: Hand;
  /** Whether QEMU's gdb stub listens, on {@link gdbSocket}. */
  readonly gdb?: true;
}

/**
 * Runs a scenario to its verdict. What the host, a VMM or a build cannot do becomes the verdict `errored`.
 * @throws UsageError code `no-guest`; ScenarioError with all errors of the files and of the lint, before anything starts
 */
export async function run(
  loaded: LoadedScenario,
  entry: RunEntry,
  host: Host = thisHost,
): Promise<Ended<Outcome>> {
  const bootable = toBoot(loaded);
  for (const message of requireSound(bootable)) entry.warn(message);
  return session((during) => runIn(during, bootable, entry.begin(bootable, during), host));
}

/** Runs a sound scenario to its verdict, in a session that may have other runs, too. */
export async function runIn(
  { signal: cancel, workDir }: Session,
  loaded: LoadedBoot,
  listener: RunListener,
  host: Host = thisHost,
): Promise<Outcome> {
  const prepared = await listener.build((options) => {
    const notice = (text: string): void => options.listener({ type: 'notice', text });
    const builds = storeBuilds(options);
    return prepare(loaded, {
      host,
      builds,
      slots: slotsDirectory,
      notice,
      cancel,
      workDir,
      gdb: listener.gdb,
      typed: listener.hand?.stream,
    });
  });
  const { consumers, hand } = listener;
  const { vmlinux } = loaded.scenario.guest;
  return boot(prepared, { signal: cancel, consumers, vmlinux, ...given({ hand }) });
}
