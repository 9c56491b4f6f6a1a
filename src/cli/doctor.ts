/** `tdx-boot doctor`: whether this host can boot a Trust Domain, and if not, what to do first. */

import { checkFiles } from '../guest/files.ts';
import { CHECK_STATES, type HostCheck, type Wanted } from '../host/check.ts';
import { examine, isReady } from '../host/examine.ts';
import { thisHost } from '../host/host.ts';
import { heldMemory } from '../host/slots.ts';
import type { Printer, Style } from '../report/printer.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { formatWhere, ScenarioError } from '../scenario/text.ts';
import { GIB } from '../words/units.ts';
import { EXIT, type Streams } from './context.ts';
import { table } from './table.ts';
import { requireNoUses } from './unread.ts';
import type { UseOptions } from './uses.ts';

/** The memory of a guest without guest.memory, in bytes. */
const DEFAULT_MEMORY = GIB;

/**
 * Prints every check. Exits 0 only when a Trust Domain can be expected to boot, otherwise 1.
 * @param file scenario whose memory, VMM and files are checked, too
 */
export async function doctor(
  file: string | undefined,
  options: UseOptions & { json?: true },
  { out }: Streams,
): Promise<number> {
  if (file === undefined) requireNoUses(options.uses, 'a scenario', 'Name the scenario that is meant.');
  const loaded = file === undefined ? undefined : loadScenario(file, options.uses);
  const checks: HostCheck[] = [];
  for await (const check of examine(thisHost, wantedBy(loaded), await heldMemory())) checks.push(check);
  if (loaded !== undefined) checks.push(guestFiles(loaded));
  const ready = isReady(checks);
  if (options.json === true) out.json({ ready, checks });
  else describe(checks, ready, out);
  return ready ? EXIT.passed : EXIT.failed;
}

function wantedBy(loaded: LoadedScenario | undefined): Wanted {
  const { vmm = 'auto', guest } = loaded?.scenario ?? {};
  return { memory: guest?.memory ?? DEFAULT_MEMORY, vmm, vfio: guest?.vfio };
}

function guestFiles(loaded: LoadedScenario): HostCheck {
  const check = { id: 'guest-files', title: 'guest files' };
  try {
    checkFiles(loaded);
    return { ...check, state: 'ok', evidence: 'every file of the scenario is there and fits' };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const problems = error.problems.map(({ where, message }) => `${formatWhere(where)}: ${message}`);
    return {
      ...check,
      state: 'problem',
      evidence: problems.join('; '),
      fix: 'Create the file, or name another one in the scenario.',
    };
  }
}

/** What each state looks like where there are colours. */
const STYLES: Readonly<Record<HostCheck['state'], Style>> = {
  ok: 'green',
  problem: 'red',
  unknown: 'yellow',
};

function describe(checks: readonly HostCheck[], ready: boolean, out: Printer): void {
  const rows = checks.flatMap(({ state, title, evidence, fix }) => [
    [state, title, evidence],
    ...(fix === undefined ? [] : [['', '', `fix: ${fix}`]]),
  ]);
  for (const line of table([['state', 'check', 'read from the host'], ...rows], out.columns)) {
    const state = CHECK_STATES.find((each) => line.startsWith(each));
    if (state === undefined) out.line(line);
    else out.line(line.slice(state.length), { mark: state, style: STYLES[state] });
  }
  out.line('');
  out.line(conclude(checks, ready), { style: ready ? 'green' : 'red' });
}

function conclude(checks: readonly HostCheck[], ready: boolean): string {
  if (ready) return 'ready: a Trust Domain can be expected to boot here';
  const first =
    checks.find(({ state }) => state === 'problem') ?? checks.find(({ state }) => state === 'unknown');
  const count = (state: HostCheck['state']): number => checks.filter((check) => check.state === state).length;
  const counts = `problems: ${count('problem')}, unknown: ${count('unknown')}`;
  return `not ready: no Trust Domain can be expected to boot here (${counts}); begin with: ${first?.title}`;
}
