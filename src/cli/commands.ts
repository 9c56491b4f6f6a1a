/** What each command does, with its output given as parameters. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { Consumer } from '../boot/delivery.ts';
import { isRecording, openScenario, readOrigin } from '../boot/recorded-scenario.ts';
import { replay } from '../boot/replay.ts';
import { type RunListener, run as runScenario } from '../boot/run.ts';
import { defaultRoot, Store } from '../build/store/store.ts';
import { checkFiles, requireKernel } from '../guest/files.ts';
import { probeDisk } from '../guest/probe.ts';
import type { Verdict } from '../judge/events.ts';
import { describeLint, type LintMessage } from '../lint/lint.ts';
import { lintScenario, requireSound } from '../prepare/lint.ts';
import type { Session } from '../process/session.ts';
import { BuildTerminal } from '../report/build-log.ts';
import { originOf } from '../report/origin.ts';
import type { Printer } from '../report/printer.ts';
import { makeRunDirectory, RESULT_FILE, Recording, recordOrigin } from '../report/recording.ts';
import { makeResult, type RunFacts } from '../report/result.ts';
import { TerminalReporter } from '../report/terminal.ts';
import { describeReproduction } from '../report/words.ts';
import { type LoadedScenario, loadScenario, parseScenario } from '../scenario/load.ts';
import { ScenarioError } from '../scenario/text.ts';
import { formatError, UsageError } from '../words/errors.ts';
import type { StreamName } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';

/** `tdx-boot run`. */
export async function run(
  file: string,
  options: { results: string; json?: true },
  streams: Streams,
): Promise<number> {
  return bootAndReport(openScenario(file), options, streams);
}

async function bootAndReport(
  loaded: LoadedScenario,
  options: { results: string; json?: true },
  streams: Streams,
): Promise<number> {
  const { out, error } = streams;
  let directory = '';
  const ended = await runScenario(loaded, {
    warn: (message) => warn([message], error),
    begin: (bootable, session) => {
      const listener = onTerminal(bootable, options, streams, session);
      directory = listener.directory;
      return listener;
    },
  });
  const result = join(directory, RESULT_FILE);
  if (options.json !== true) out.lines(whereTheResultsAre(directory, ended.value?.verdict));
  // A result that could not be written was said to be lost.
  else if (existsSync(result)) out.json(JSON.parse(readFileSync(result, 'utf8')));
  const { verdict, lost = [] } = ended.value ?? {};
  // What cannot be written to standard output is reported by whoever owns it.
  const others = lost.filter(({ code }) => code !== 'output-failed');
  for (const loss of others) error.lines(formatError(loss));
  if (ended.signal !== undefined) return 128 + constants.signals[ended.signal];
  return verdict === undefined || (others.length > 0 && verdict.verdict === 'passed')
    ? EXIT.errored
    : exitCode(verdict);
}

function whereTheResultsAre(directory: string, verdict: Verdict | undefined): string[] {
  const again = verdict === undefined || verdict.verdict === 'passed' ? [] : describeReproduction(directory);
  return [`  results: ${directory}`, ...again];
}

/** A run as a terminal shows it, or its result as JSON; `quiet`: only where the results are. */
export function onTerminal(
  loaded: LoadedScenario,
  options: { results: string; json?: true; quiet?: true },
  { out, error }: Streams,
  { signal }: Session,
  others: readonly Consumer[] = [],
): RunListener & { readonly directory: string } {
  const quiet = options.json === true || options.quiet === true;
  const { scenario } = loaded;
  const directory = makeRunDirectory(options.results, scenario.name);
  const origin = originOf(loaded, process.env);
  recordOrigin(directory, loaded, origin);
  return {
    build: async (body) => {
      const progress = new BuildTerminal(error);
      const { on: listener } = progress;
      try {
        return await body({ store: new Store(defaultRoot(), { listener }), listener, signal });
      } finally {
        progress.close();
      }
    },
    consumers: [
      new Recording(directory, scenario, origin),
      ...(quiet ? [] : [new TerminalReporter(out, scenario.name)]),
      ...others,
    ],
    directory,
  };
}

/** `tdx-boot check`. */
export async function check(
  log: string,
  options: { scenario?: string; stream: StreamName; json?: true },
  { out }: Streams,
): Promise<number> {
  const { scenario } = options.scenario === undefined ? scenarioOf(log) : openScenario(options.scenario);
  const terminal = options.json === true ? undefined : new TerminalReporter(out, scenario.name, false);
  let verdict: Verdict | undefined;
  let facts: RunFacts = isRecording(log) ? { origin: readOrigin(log) } : {};
  for (const event of replay(log, scenario.rules, options.stream)) {
    await terminal?.on(event);
    if (event.type === 'launch') facts = { ...facts, booted: event.booted, argv: event.argv };
    if (event.type === 'verdict') verdict = event.verdict;
  }
  if (verdict === undefined) throw new Error('the log ended without a verdict');
  if (options.json === true) out.json(makeResult(scenario, verdict, facts));
  return exitCode(verdict);
}

/** The scenario that a recording holds. @throws UsageError code `no-scenario` */
function scenarioOf(log: string): LoadedScenario {
  if (isRecording(log)) return openScenario(log);
  throw new UsageError(
    'no-scenario',
    `${log} is no recording of a run, and does not say what is expected of it`,
    {
      hint: 'Name a scenario with --scenario FILE. "tdx-boot diagnose" needs none.',
    },
  );
}

/** `tdx-boot validate`. */
export function validate(file: string, options: { json?: true }, { out }: Streams): number {
  if (options.json === true) return validateAsJson(file, out);
  warn(requireSound(loadScenario(file)), out);
  out.line(`${file}: valid`);
  return EXIT.passed;
}

/** Lint messages are listed with their rule, and those that refuse the scenario are its problems, too. */
function validateAsJson(file: string, out: Printer): number {
  let findings: LintMessage[] = [];
  try {
    const loaded = loadScenario(file);
    checkFiles(loaded);
    findings = lintScenario(loaded);
    requireSound(loaded);
    out.json({ valid: true, problems: [], findings });
    return EXIT.passed;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    out.json({ valid: false, problems: error.problems, findings });
    return EXIT.usage;
  }
}

export function warn(messages: readonly LintMessage[], output: Printer): void {
  output.lines(messages.map(describeLint));
}

/** `tdx-boot probe`. */
export async function probe(
  image: string,
  options: { kernel?: string; modules?: string },
  { out }: Streams,
): Promise<number> {
  if (existsSync(image)) {
    throw new UsageError('image-exists', `${image} exists`, {
      hint: 'Remove it first, or name another file.',
    });
  }
  if (options.kernel !== undefined) requireKernel(options.kernel);
  await probeDisk({ path: image, kernel: options.kernel, modules: options.modules });
  out.line(`${image}: boot it with root=/dev/vda rw init=/sbin/init (virtio), /dev/nvme0n1 or /dev/sda`);
  return EXIT.passed;
}

/** `tdx-boot demo`. */
export async function demo(options: { kernel?: string; results: string }, streams: Streams): Promise<number> {
  const kernel = options.kernel ?? installedKernel();
  const text = JSON.stringify({
    version: 1,
    name: 'demo: a kernel reaches userspace',
    platform: 'emulated',
    guest: { kernel },
    timeout: '2m',
  });
  return bootAndReport(parseScenario('demo', text, process.cwd()), { results: options.results }, streams);
}

/** The newest kernel in /boot that this user may read; distributions make some readable by root only. */
function installedKernel(): string {
  const found = existsSync('/boot') ? readdirSync('/boot').filter((name) => name.startsWith('vmlinuz-')) : [];
  const newest = found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest !== undefined) return join('/boot', newest);
  throw new UsageError('no-kernel', 'there is no /boot/vmlinuz-* on this machine', {
    hint: 'Name one with --kernel FILE, or run script/demo, which fetches one.',
  });
}

function exitCode(verdict: Verdict): number {
  return EXIT[verdict.verdict];
}
