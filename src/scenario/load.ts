/** From a scenario file, or the same values from the action's inputs, to a validated Scenario. */

import { basename, dirname, resolve } from 'node:path';
import { type Pattern, parsePattern } from '../console/pattern.ts';
import { UsageError } from '../words/errors.ts';
import { parseDuration, parseSize } from '../words/units.ts';
import {
  type BuildType,
  FIRMWARES,
  isTrustDomain,
  PAYLOAD_FIRMWARES,
  PLATFORMS,
  type Platform,
  type StreamName,
} from '../words/words.ts';
import {
  assertionsOf,
  measurementProblems,
  measuringOf,
  needsLog,
  PROBE_PRINTS_LOG,
} from './measurements.ts';
import { readScenario } from './read.ts';
import { parseRequest, type RequestText } from './request.ts';
import type {
  Allow,
  BootScenario,
  Disk,
  Expect,
  Firmware,
  Forbid,
  Guest,
  JudgeRules,
  Scenario,
  Send,
  Step,
  TdMonitorOptions,
  Where,
} from './scenario.ts';
import { type ScenarioFile, scenarioJsonSchema, scenarioSchema } from './schema.ts';
import { parseQuoteSocket } from './td.ts';
import { type Path, type Problem, ScenarioError, ScenarioText } from './text.ts';

const MINUTE = 60_000;
const MIB = 1024 * 1024;

/** Every distribution's kernel has ttyS0 built in. With panic=-1 a panic ends the run before its deadline. */
const PROBE_CMDLINE = 'console=ttyS0 panic=-1';

/** A valid scenario that can still say where each of its values stands. */
export interface LoadedScenario<S extends Scenario = Scenario> {
  readonly scenario: S;
  /** The text that gives this scenario, with the directory to which its paths are relative. */
  readonly source: { readonly file: string; readonly text: string; readonly base: string };
  /** Where the value at this path of the file stands, for example ['guest', 'kernel']. */
  where(path: Path): Where;
}

/** A scenario that boots a guest. */
export type LoadedBoot = LoadedScenario<BootScenario>;

/**
 * Reads and validates a scenario file. The files that it names are not read, because judging a log does not need them.
 * @throws ScenarioError with every problem found, each with file:line:column; UsageError `no-scenario` when the file
 * cannot be read
 */
export function loadScenario(file: string): LoadedScenario {
  return parseScenario(file, readScenario(file), dirname(resolve(file)));
}

/**
 * Validates the text of a scenario.
 * @param file its name in messages
 * @param base the directory to which its paths are relative
 */
export function parseScenario(file: string, text: string, base: string): LoadedScenario {
  const source = new ScenarioText(file, text, scenarioJsonSchema);
  const parsed = scenarioSchema.safeParse(source.value());
  if (!parsed.success) throw new ScenarioError(source.problems(parsed.error));
  const reader = new Reader(source, parsed.data, base);
  const scenario = reader.scenario();
  if (reader.problems.length > 0) throw new ScenarioError(reader.problems);
  return { scenario, source: { file, text, base }, where: (path) => source.where(path) };
}

/**
 * The scenario as one that boots.
 * @throws UsageError code `no-guest`
 */
export function toBoot(loaded: LoadedScenario): LoadedBoot {
  const { guest, name } = loaded.scenario;
  if (guest !== undefined) return { ...loaded, scenario: { ...loaded.scenario, guest } };
  throw new UsageError('no-guest', `scenario "${name}" has no guest to boot`, {
    hint: 'Add guest: with a kernel or disks, or judge a recorded log with "tdx-boot check".',
  });
}

/** Turns valid shapes into final values; collects every problem instead of stopping at the first. */
class Reader {
  readonly problems: Problem[] = [];
  readonly #source: ScenarioText;
  readonly #file: ScenarioFile;
  readonly #base: string;
  readonly #platform: Platform;

  constructor(source: ScenarioText, file: ScenarioFile, base: string) {
    this.#source = source;
    this.#file = file;
    this.#base = base;
    this.#platform = file.platform ?? 'emulated';
    if (file.platform === undefined && file.guest !== undefined) {
      this.#complain([], `platform is missing: ${PLATFORMS.join(', ')}`);
    }
    if (file['td-evidence'] === 'required' && file.platform !== undefined && !isTrustDomain(file.platform)) {
      this.#complain(['td-evidence'], `td-evidence: a guest on platform ${file.platform} is no Trust Domain`);
    }
    if (file['vmm-ref'] !== undefined && file.vmm === 'qemu') {
      this.#complain(['vmm-ref'], 'vmm-ref names a version of Cloud Hypervisor, but vmm is qemu');
    }
    if (file.firmware !== undefined && file.guest === undefined) {
      this.#complain(['firmware'], 'firmware is given but there is no guest to boot with it');
    }
  }

  scenario(): Scenario {
    const file = this.#file;
    const guest = file.guest === undefined ? undefined : this.#guest(file.guest);
    const firmware = file.firmware === undefined ? undefined : this.#firmware(file.firmware);
    if (file.pins !== undefined && !(firmware !== undefined && 'request' in firmware)) {
      this.#complain(
        ['pins'],
        `pins chooses what firmware is built from, but this scenario builds no firmware`,
      );
    }
    for (const { path, message } of measurementProblems(file, guest)) this.#complain(path, message);
    return {
      name: file.name ?? basename(this.#source.file).replace(/\.ya?ml$/, ''),
      platform: this.#platform,
      vmm: file.vmm ?? 'auto',
      ...(file['vmm-ref'] === undefined ? {} : { vmmRef: file['vmm-ref'] }),
      ...(firmware === undefined ? {} : { firmware }),
      ...(guest === undefined ? {} : { guest }),
      tdMonitor: this.#tdMonitor(firmware),
      rules: this.#rules(guest?.initrd === 'probe', buildOf(firmware)),
      ...(file.measurements === undefined
        ? {}
        : { measuring: measuringOf(file.measurements, (path) => this.#resolve(path)) }),
      outputLimit: file['output-limit'] === undefined ? 256 * MIB : parseSize(file['output-limit']),
    };
  }

  /** The host that is played follows the pins: the documented firmware is for Intel's tree of 2022. */
  #tdMonitor(firmware: Firmware | undefined): TdMonitorOptions {
    const said = this.#file['td-monitor'];
    if (said !== undefined && !isTrustDomain(this.#platform)) {
      this.#complain(['td-monitor'], `td-monitor: a guest on platform ${this.#platform} is no Trust Domain`);
    }
    const documented =
      firmware !== undefined &&
      'request' in firmware &&
      firmware.request.ref === undefined &&
      firmware.request.pins !== 'current';
    const host = said?.host ?? (documented ? 'intel-2022' : 'upstream');
    return {
      host,
      mode: said?.mode ?? 'faithful',
      cpuid: said?.cpuid ?? 'compatible',
      serial: said?.serial ?? 'native',
      hugePages: said?.['huge-pages'] ?? host === 'intel-2022',
    };
  }

  #guest(guest: NonNullable<ScenarioFile['guest']>): Guest {
    const disks = (guest.disks ?? []).map((disk): Disk => {
      const full = typeof disk === 'string' ? { path: disk } : disk;
      const format = full.format === undefined ? {} : { format: full.format };
      const backing = full.backing === undefined ? {} : { backing: full.backing };
      return { path: this.#resolve(full.path), bus: full.bus ?? 'virtio', ...format, ...backing };
    });
    if (guest.kernel === undefined && disks.length === 0 && !this.#hasPayload()) {
      this.#complain(['guest'], 'guest has neither a kernel nor disks: there is nothing to boot');
    }
    for (const key of ['initrd', 'cmdline', 'modules'] as const) {
      if (guest[key] !== undefined && guest.kernel === undefined) {
        this.#complain(['guest', key], `guest.${key} needs guest.kernel: a disk brings its own`);
      }
    }
    const probe = guest.kernel !== undefined && guest.initrd === undefined && disks.length === 0;
    if (guest.modules !== undefined && !probe) {
      this.#complain(
        ['guest', 'modules'],
        'guest.modules is for the probe guest, which boots without initrd and disks',
      );
    }
    const quotes = guest['quote-socket'];
    if (quotes !== undefined && !isTrustDomain(this.#platform)) {
      this.#complain(
        ['guest', 'quote-socket'],
        'guest.quote-socket needs platform: tdx: only a TD has quotes',
      );
    }
    const initrd = probe ? 'probe' : guest.initrd === undefined ? undefined : this.#resolve(guest.initrd);
    const own = needsLog(this.#file) ? `${PROBE_CMDLINE} ${PROBE_PRINTS_LOG}` : PROBE_CMDLINE;
    const cmdline = guest.cmdline ?? (probe ? own : undefined);
    return {
      ...(guest.kernel === undefined ? {} : { kernel: this.#resolve(guest.kernel) }),
      ...(initrd === undefined ? {} : { initrd }),
      ...(cmdline === undefined ? {} : { cmdline }),
      ...(guest.modules === undefined ? {} : { modules: this.#resolve(guest.modules) }),
      disks,
      cpus: guest.cpus ?? 1,
      memory: guest.memory === undefined ? 1024 * MIB : parseSize(guest.memory),
      network: guest.network ?? 'none',
      ...(quotes === undefined ? {} : { quoteSocket: parseQuoteSocket(quotes) }),
    };
  }

  /** Whether the firmware may have a payload in its image. A TD's firmware that is named as a file always may. */
  #hasPayload(): boolean {
    const { firmware } = this.#file;
    const name = typeof firmware === 'object' && 'recipe' in firmware ? firmware.recipe : firmware;
    if (typeof name !== 'string') return false;
    const isImage = FIRMWARES.every((known) => known !== name);
    return PAYLOAD_FIRMWARES.includes(name) || (isImage && isTrustDomain(this.#platform));
  }

  #firmware(firmware: NonNullable<ScenarioFile['firmware']>): Firmware {
    if (typeof firmware === 'string') {
      const name = FIRMWARES.find((known) => known === firmware);
      return name === undefined ? { image: this.#resolve(firmware) } : this.#request({ name });
    }
    if ('recipe' in firmware) return this.#request({ ...firmware, name: firmware.recipe });
    return { code: this.#resolve(firmware.code), vars: this.#resolve(firmware.vars) };
  }

  #request(text: RequestText): Firmware {
    const { pins } = this.#file;
    const { request, problems } = parseRequest({ ...text, pins }, this.#base);
    for (const { key, message } of problems) this.#complain(['firmware', key], `firmware.${key}: ${message}`);
    return { request };
  }

  #resolve(path: string): string {
    return resolve(this.#base, path);
  }

  #rules(probe: boolean, firmwareBuild: BuildType | undefined): JudgeRules {
    const file = this.#file;
    const steps = (file.steps ?? []).flatMap((step, index) => this.#step(step, ['steps', index]));
    const own = steps.length === 0 && probe;
    if (steps.length === 0 && !probe) {
      this.#complain(file.steps === undefined ? [] : ['steps'], 'no steps: a pass would mean nothing');
    }
    const timeoutMs = file.timeout === undefined ? 5 * MINUTE : parseDuration(file.timeout);
    const silenceMs = file.silence === undefined ? undefined : parseDuration(file.silence);
    if (silenceMs !== undefined && silenceMs >= timeoutMs) {
      this.#complain(
        ['silence'],
        `silence (${file.silence}) is not shorter than timeout (${file.timeout ?? '5m'})`,
      );
    }
    this.#checkWithin(timeoutMs);
    return {
      steps: own ? this.#probeSteps() : steps,
      forbid: (file.forbid ?? []).flatMap((entry, index) => this.#forbid(entry, ['forbid', index])),
      allow: (file.allow ?? []).flatMap((entry, index) => this.#allow(entry, ['allow', index])),
      failOn: file['fail-on'] ?? 'error',
      timeoutMs,
      ...(silenceMs === undefined ? {} : { silenceMs }),
      stop: file.stop ?? (own ? 'on-exit' : 'after-last-step'),
      ...(file.platform === undefined ? {} : { platform: file.platform }),
      tdEvidence: file['td-evidence'] ?? (isTrustDomain(file.platform) ? 'required' : 'optional'),
      ...(file.measurements === undefined
        ? {}
        : { measurements: assertionsOf(file.measurements, (path) => this.#source.where(path)) }),
      ...(file.guest?.kernel !== undefined && file.firmware === undefined ? { directKernel: true } : {}),
      ...(firmwareBuild === undefined ? {} : { firmwareBuild }),
    };
  }

  /** The steps of a probe guest whose scenario has no steps. */
  #probeSteps(): Step[] {
    const where = this.#source.where(['guest', 'kernel']);
    const expect = (text: string, capture: string[] = []): Expect => ({
      kind: 'expect',
      pattern: parsePattern(text),
      capture,
      where,
    });
    return [
      expect('/^# kernel.release: (?<kernel_release>\\S+)/', ['kernel_release']),
      expect('/^# Totals: pass:\\d+ fail:0 /'),
      expect('# tdx-boot probe: done'),
    ];
  }

  #step(step: NonNullable<ScenarioFile['steps']>[number], path: Path): Step[] {
    if (!this.#applies(step.when)) return [];
    const where = this.#source.where(path);
    if ('send' in step) {
      const send: Send = { kind: 'send', text: step.send, stream: step.stream ?? 'console', where };
      return [send];
    }
    if ('expect' in step) return this.#expect(step, path);
    const expects = step['any-order'].flatMap((member, index) =>
      this.#expect(member, [...path, 'any-order', index]),
    );
    const within = step.within === undefined ? {} : { withinMs: parseDuration(step.within) };
    return expects.length === 0 ? [] : [{ kind: 'any-order', expects, where, ...within }];
  }

  #expect(
    step: Extract<NonNullable<ScenarioFile['steps']>[number], { expect: string }>,
    path: Path,
  ): Expect[] {
    if (!this.#applies(step.when)) return [];
    const pattern = this.#pattern(step.expect, [...path, 'expect']);
    if (pattern === undefined) return [];
    const capture = step.capture ?? [];
    capture.forEach((name, index) => {
      if (pattern.groups.includes(name)) return;
      const has = pattern.groups.length === 0 ? 'no named groups' : `only ${pattern.groups.join(', ')}`;
      this.#complain([...path, 'capture', index], `${step.expect} has no group (?<${name}>...): ${has}`);
    });
    return [
      {
        kind: 'expect',
        pattern,
        capture,
        where: this.#source.where(path),
        ...(step.within === undefined ? {} : { withinMs: parseDuration(step.within) }),
        ...(step.stream === undefined ? {} : { stream: step.stream }),
      },
    ];
  }

  #forbid(entry: NonNullable<ScenarioFile['forbid']>[number], path: Path): Forbid[] {
    const [text, at, stream, when]: [string, Path, StreamName | undefined, unknown] =
      typeof entry === 'string'
        ? [entry, path, undefined, undefined]
        : [entry.pattern, [...path, 'pattern'], entry.stream, entry.when];
    if (!this.#applies(when)) return [];
    const pattern = this.#pattern(text, at);
    if (pattern === undefined) return [];
    return [{ pattern, where: this.#source.where(path), ...(stream === undefined ? {} : { stream }) }];
  }

  #allow(entry: NonNullable<ScenarioFile['allow']>[number], path: Path): Allow[] {
    const pattern = this.#pattern(entry.match, [...path, 'match']);
    return pattern === undefined ? [] : [{ pattern, reason: entry.reason }];
  }

  #pattern(text: string, path: Path): Pattern | undefined {
    try {
      return parsePattern(text);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.#complain(path, error.hint === undefined ? error.message : `${error.message}. ${error.hint}`);
      return undefined;
    }
  }

  #applies(when: unknown): boolean {
    if (when === undefined) return true;
    const named: readonly unknown[] = Array.isArray(when) ? when : [when];
    // What holds for a Trust Domain holds for an emulated Trust Domain, too.
    return named.includes(this.#platform) || (named.includes('tdx') && isTrustDomain(this.#platform));
  }

  /** A step that may take longer than the whole boot, or its group, is a mistake in one of the two. */
  #checkWithin(timeoutMs: number): void {
    const timeout = `timeout (${this.#file.timeout ?? '5m'})`;
    const check = (within: string | undefined, path: Path, limitMs: number, limit: string): void => {
      if (within === undefined || parseDuration(within) <= limitMs) return;
      this.#complain(path, `within (${within}) is longer than ${limit}, so it can never be reached`);
    };
    for (const [index, step] of (this.#file.steps ?? []).entries()) {
      if ('send' in step) continue;
      const path = ['steps', index];
      check(step.within, [...path, 'within'], timeoutMs, timeout);
      if (!('any-order' in step)) continue;
      const [limitMs, limit] =
        step.within === undefined
          ? [timeoutMs, timeout]
          : [parseDuration(step.within), `within of its group (${step.within})`];
      for (const [member, { within }] of step['any-order'].entries()) {
        check(within, [...path, 'any-order', member, 'within'], limitMs, limit);
      }
    }
  }

  #complain(path: Path, message: string): void {
    this.problems.push({ where: this.#source.where(path), message });
  }
}

/** The build type of a firmware that is built; undefined for an image that the user names. */
function buildOf(firmware: Firmware | undefined): BuildType | undefined {
  return firmware !== undefined && 'request' in firmware ? firmware.request.build : undefined;
}
