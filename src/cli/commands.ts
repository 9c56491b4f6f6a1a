/** What each command does, with its output given as parameters. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { boot } from '../boot/boot.ts';
import type { Consumer } from '../boot/delivery.ts';
import { replay } from '../boot/replay.ts';
import { defaultRoot, Store } from '../build/store/store.ts';
import { checkFiles, requireKernel } from '../guest/files.ts';
import { probeDisk } from '../guest/probe.ts';
import type { Verdict } from '../judge/events.ts';
import { describeLint, type LintMessage } from '../lint/lint.ts';
import { withFirmwarePath } from '../prepare/image.ts';
import { prepareLaunch } from '../prepare/launch.ts';
import { lintScenario, requireSound } from '../prepare/lint.ts';
import { foresee } from '../prepare/preflight.ts';
import { makeReady, type Ready } from '../prepare/ready.ts';
import { launchSpec, makeProbe, requireGuest } from '../prepare/spec.ts';
import { session } from '../process/session.ts';
import { FirmwareTerminal } from '../report/firmware-log.ts';
import { makeRunDirectory, RESULT_FILE, Recording } from '../report/recording.ts';
import { makeResult } from '../report/result.ts';
import { forTerminal } from '../report/safe.ts';
import { type Output, TerminalReporter } from '../report/terminal.ts';
import { type LoadedScenario, loadScenario, parseScenario } from '../scenario/load.ts';
import { ScenarioError } from '../scenario/text.ts';
import { backendFor } from '../vmm/backends.ts';
import { copyCommand } from '../vmm/copies.ts';
import { requireSuitable } from '../vmm/program.ts';
import { UsageError } from '../words/errors.ts';
import type { StreamName } from '../words/words.ts';
import { EXIT, type Streams } from './main.ts';

/** `tdx-boot run`. */
export async function run(
  file: string,
  options: { results: string; json?: true },
  streams: Streams,
): Promise<number> {
  return bootAndReport(loadScenario(file), options, streams);
}

async function bootAndReport(
  named: LoadedScenario,
  options: { results: string; json?: true },
  { out, error }: Streams,
): Promise<number> {
  requireGuest(named.scenario);
  warn(requireSound(named), error);
  const ended = await session(async ({ signal, workDir }) => {
    const ready = await readyToBoot(named, error, signal);
    const { scenario } = ready;
    const directory = makeRunDirectory(options.results, scenario.name);
    const consumers: Consumer[] = [new Recording(directory, scenario)];
    if (options.json !== true) consumers.push(new TerminalReporter(out, scenario.name));
    const notice = (text: string): void => void error.write(`${forTerminal(text)}\n`);
    const prepared = await prepareLaunch(ready, { workDir, signal, notice });
    const outcome = await boot(prepared, { workDir, signal, consumers });
    if (options.json === true) writeResult(directory, out);
    else out.write(`  results: ${directory}\n`);
    return outcome;
  });
  if (ended.signal !== undefined) return 128 + constants.signals[ended.signal];
  const { verdict, lost } = ended.value;
  // What cannot be written to standard output is reported by whoever owns it.
  const others = lost.filter(({ code }) => code !== 'output-failed');
  for (const loss of others) error.write(`${forTerminal(loss.message)}\n  ${loss.hint ?? ''}\n`);
  return others.length > 0 && verdict.verdict === 'passed' ? EXIT.errored : exitCode(verdict);
}

/** A result that could not be written was said to be lost. */
function writeResult(directory: string, out: Output): void {
  const file = join(directory, RESULT_FILE);
  if (existsSync(file)) out.write(readFileSync(file, 'utf8'));
}

async function readyToBoot(loaded: LoadedScenario, error: Output, signal: AbortSignal): Promise<Ready> {
  const progress = new FirmwareTerminal(error);
  const { on: listener } = progress;
  try {
    return await makeReady(loaded, { store: new Store(defaultRoot(), { listener }), listener, signal });
  } finally {
    progress.close();
  }
}

/** `tdx-boot check`. */
export async function check(
  log: string,
  options: { scenario: string; stream: StreamName; json?: true },
  { out }: Streams,
): Promise<number> {
  const { scenario } = loadScenario(options.scenario);
  const quiet: Output = { write: (text) => out.write(text) };
  const terminal = options.json === true ? undefined : new TerminalReporter(quiet, scenario.name);
  let verdict: Verdict | undefined;
  for (const event of replay(log, scenario.rules, options.stream)) {
    await terminal?.on(event);
    if (event.type === 'verdict') verdict = event.verdict;
  }
  if (verdict === undefined) throw new Error('the log ended without a verdict');
  if (options.json === true)
    out.write(`${JSON.stringify(makeResult(scenario, verdict, undefined), null, 2)}\n`);
  return exitCode(verdict);
}

/** `tdx-boot validate`. */
export function validate(file: string, options: { json?: true }, { out }: Streams): number {
  if (options.json === true) return validateAsJson(file, out);
  warn(requireSound(loadScenario(file)), out);
  out.write(`${file}: valid\n`);
  return EXIT.passed;
}

/** Findings of the lint are listed with their rule, and those that refuse the scenario are its problems, too. */
function validateAsJson(file: string, out: Output): number {
  let findings: LintMessage[] = [];
  try {
    const loaded = loadScenario(file);
    checkFiles(loaded);
    findings = lintScenario(loaded);
    requireSound(loaded);
    out.write(`${JSON.stringify({ valid: true, problems: [], findings }, null, 2)}\n`);
    return EXIT.passed;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    out.write(`${JSON.stringify({ valid: false, problems: error.problems, findings }, null, 2)}\n`);
    return EXIT.usage;
  }
}

function warn(findings: readonly LintMessage[], output: Output): void {
  for (const finding of findings) output.write(`${forTerminal(describeLint(finding))}\n`);
}

/** `tdx-boot explain`. */
export async function explain(
  file: string,
  options: { initrd?: string; json?: true },
  { out, error }: Streams,
): Promise<number> {
  const written = loadScenario(file);
  warn(requireSound(written), error);
  const { loaded: named, lines } = await foresee(written);
  const { on: listener } = new FirmwareTerminal(error);
  const store = new Store(defaultRoot(), { listener });
  const { loaded, command } = await withFirmwarePath(named, { store, listener });
  const { guest } = loaded.scenario;
  const probe = guest?.initrd === 'probe';
  if (guest !== undefined && probe && options.initrd !== undefined) {
    writeFileSync(options.initrd, await makeProbe(guest));
  }
  const spec = launchSpec(loaded.scenario, options.initrd ?? 'probe.cpio');
  const backend = backendFor(loaded.scenario);
  const program = { path: backend.command };
  requireSuitable(backend, spec, program);
  if (options.json === true) {
    const real = backend.plan(spec, { fifosIn: '.' }, program);
    const fds = Object.fromEntries([...real.fds].map(([fd, channel]) => [channel, fd]));
    const fifos = Object.fromEntries(real.fifos);
    const argv = [real.command, ...real.args];
    out.write(`${JSON.stringify({ argv, fds, fifos, compatibility: lines }, null, 2)}\n`);
    return EXIT.passed;
  }
  const paste = backend.plan(spec, 'files', program);
  for (const line of lines) out.write(`# ${forTerminal(line)}\n`);
  if (command !== undefined) out.write(`# The firmware is not built yet: ${command}\n`);
  out.write('# tdx-boot runs this with each stream on a socket or pipe of its own; here they go to files.\n');
  if (probe && options.initrd === undefined) {
    out.write('# The probe guest is made for each run: add --initrd probe.cpio to have it written.\n');
  }
  for (const [from, to] of paste.copies) out.write(`${shellCommand(copyCommand(from, to))}\n`);
  out.write(`${shellCommand([paste.command, ...paste.args])}\n`);
  return EXIT.passed;
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
  out.write(`${image}: boot it with root=/dev/vda rw init=/sbin/init (virtio), /dev/nvme0n1 or /dev/sda\n`);
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

/** One option a line, quoted for a POSIX shell. */
function shellCommand(argv: readonly string[]): string {
  const quoted = argv.map((word) =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  return quoted.reduce((text, word) => (word.startsWith('-') ? `${text} \\\n  ${word}` : `${text} ${word}`));
}
