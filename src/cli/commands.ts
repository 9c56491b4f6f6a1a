/** What each command does, with its output given as parameters. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
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
import type { Printer } from '../report/printer.ts';
import { makeRunDirectory, RESULT_FILE, Recording } from '../report/recording.ts';
import { type Reporter, report } from '../report/reporter.ts';
import { makeResult } from '../report/result.ts';
import { TerminalReporter } from '../report/terminal.ts';
import { type LoadedScenario, loadScenario, parseScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { ScenarioError } from '../scenario/text.ts';
import { UsageError } from '../words/errors.ts';
import type { StreamName } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';

/** `tdx-boot run`. */
export async function run(
  file: string,
  options: { results: string; json?: true },
  streams: Streams,
): Promise<number> {
  return bootAndReport(loadScenario(file), options, streams);
}

async function bootAndReport(
  loaded: LoadedScenario,
  options: { results: string; json?: true },
  streams: Streams,
): Promise<number> {
  const ended = await runScenario(loaded, {
    warn: (message) => warn([message], streams.error),
    begin: (scenario, session) => onTerminal(scenario, options, streams, session),
  });
  if (ended.signal !== undefined) return 128 + constants.signals[ended.signal];
  return exitCode(ended.value);
}

/** A run as a terminal shows it, or its result as JSON. */
function onTerminal(
  scenario: Scenario,
  options: { results: string; json?: true },
  { out, error }: Streams,
  { signal }: Session,
): RunListener {
  const directory = makeRunDirectory(options.results, scenario.name);
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
    report: async (events) => {
      const reporters: Reporter[] = [new Recording(directory, scenario)];
      if (options.json !== true) reporters.push(new TerminalReporter(out, scenario.name));
      const verdict = await report(events, reporters);
      if (options.json === true) out.json(JSON.parse(readFileSync(join(directory, RESULT_FILE), 'utf8')));
      else out.line(`  results: ${directory}`);
      return verdict;
    },
  };
}

/** `tdx-boot check`. */
export async function check(
  log: string,
  options: { scenario: string; stream: StreamName; json?: true },
  { out }: Streams,
): Promise<number> {
  const { scenario } = loadScenario(options.scenario);
  const reporters = options.json === true ? [] : [new TerminalReporter(out, scenario.name, false)];
  const verdict = await report(toAsync(replay(log, scenario.rules, options.stream)), reporters);
  if (options.json === true) out.json(makeResult(scenario, verdict, undefined));
  return exitCode(verdict);
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

async function* toAsync<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
