/** From a scenario file, or the same values from the action's inputs, to a validated Scenario. */

import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { MIB, parseSize } from '../words/units.ts';
import { isTrustDomain, PLATFORMS } from '../words/words.ts';
import { treeOf } from './document.ts';
import { layered, type Uses, variableNames } from './layers.ts';
import { measurementProblems } from './measurements.ts';
import { override } from './overrides.ts';
import { readScenario, STDIN } from './read.ts';
import { readCollect } from './reader/collect.ts';
import { buildOf, readFirmware, readTdMonitor } from './reader/firmware.ts';
import { readGuest } from './reader/guest.ts';
import { readMeasuring } from './reader/measuring.ts';
import { Reading } from './reader/reading.ts';
import { readRules, readUnforbidden } from './reader/rules.ts';
import { readVmm, readVmmArgs } from './reader/vmm.ts';
import { recordedTree } from './recorded.ts';
import type { BootScenario, Scenario, Where } from './scenario.ts';
import { scenarioJsonSchema, scenarioSchema } from './schema.ts';
import { ScenarioError, ScenarioSource } from './text.ts';
import { nodeOf, type Path } from './tree.ts';
import { wrongPatterns } from './wrong-patterns.ts';

/** A valid scenario that can still say where each of its values stands. */
export interface LoadedScenario<S extends Scenario = Scenario> {
  readonly scenario: S;
  /** Its values with their places, of which a recording keeps a copy. */
  readonly source: ScenarioSource;
  /** Where the value at this path of the file stands, for example ['guest', 'kernel']. */
  where(path: Path): Where;
}

/** A scenario that boots a guest. */
export type LoadedBoot = LoadedScenario<BootScenario>;

/**
 * Reads and validates a scenario file. The files that it names are not read, because judging a log does not need them.
 * @param file a path, or `-` for standard input, whose paths are relative to the current directory
 * @throws ScenarioError with every problem found, each with file:line:column; UsageError `no-scenario` when the file
 * cannot be read
 */
export function loadScenario(file: string, uses: Uses = {}): LoadedScenario {
  const text = readScenario(file);
  if (file === STDIN) return parseScenario('stdin', text, process.cwd(), uses);
  return parseScenario(file, text, dirname(resolve(file)), uses);
}

/**
 * Validates the text of a scenario.
 * @param file its name in messages
 * @param base the directory to which its paths are relative
 */
export function parseScenario(file: string, text: string, base: string, uses: Uses = {}): LoadedScenario {
  return load(layered(treeOf(file, text, base), uses), basename(file).replace(/\.ya?ml$/, ''));
}

/**
 * Validates a scenario that has no file: overrides say all of it.
 * @param origin what stands in messages where no override is to blame
 */
export function loadOverrides(origin: string, uses: Uses): LoadedScenario {
  const root = nodeOf({ version: 1 }, { where: { file: origin, line: 0, column: 0 }, base: process.cwd() });
  return load(layered(root, uses), origin);
}

/**
 * The scenario that a recording keeps. What it extended and its variables are in it already; overrides come on top.
 * @param name where the scenario gives none
 * @throws UsageError code `bad-recording` or `unused-variable`; ScenarioError
 */
export function loadRecordedScenario(
  { name, text, places }: { readonly name: string; readonly text: string; readonly places: unknown },
  { overrides = [], variables }: Uses = {},
): LoadedScenario {
  for (const variable of [...(variables?.keys() ?? []), ...variableNames(overrides)]) {
    throw new UsageError(
      'unused-variable',
      `a recorded scenario has no variables left, such as ${variable}`,
      { hint: 'Replace the value with --set KEY=VALUE.' },
    );
  }
  const tree = override(recordedTree(text, places), overrides, scenarioJsonSchema);
  return load(new ScenarioSource(tree, scenarioJsonSchema), name);
}

/** @param name where the scenario gives none */
function load(source: ScenarioSource, name: string): LoadedScenario {
  const parsed = scenarioSchema.safeParse(source.value());
  if (!parsed.success) {
    throw new ScenarioError([...source.problems(parsed.error), ...wrongPatterns(source)]);
  }
  const reading = new Reading(source, parsed.data);
  checkTogether(reading);
  const scenario = scenarioOf(reading, name);
  if (reading.problems.length > 0) throw new ScenarioError(reading.problems);
  return { scenario, source, where: (path) => source.where(path) };
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

/** Keys of the first level that contradict each other. */
function checkTogether(reading: Reading): void {
  const { file } = reading;
  if (file.platform === undefined && file.guest !== undefined) {
    reading.complain([], `platform is missing: ${PLATFORMS.join(', ')}`);
  }
  if (file['td-evidence'] === 'required' && file.platform !== undefined && !isTrustDomain(file.platform)) {
    const message = `td-evidence: a guest on platform ${file.platform} is no Trust Domain`;
    reading.complain(['td-evidence'], message);
  }
  if (file.firmware !== undefined && file.guest === undefined) {
    reading.complain(['firmware'], 'firmware is given but there is no guest to boot with it');
  }
}

/** @param name where the file gives none */
function scenarioOf(reading: Reading, name: string): Scenario {
  const { file } = reading;
  const guest = file.guest === undefined ? undefined : readGuest(reading, file.guest);
  const firmware = file.firmware === undefined ? undefined : readFirmware(reading, file.firmware);
  if (file.pins !== undefined && !(firmware !== undefined && 'request' in firmware)) {
    const message = 'pins chooses what firmware is built from, but this scenario builds no firmware';
    reading.complain(['pins'], message);
  }
  for (const { path, message } of measurementProblems(file, guest)) reading.complain(path, message);
  return {
    name: file.name ?? name,
    platform: reading.platform,
    vmm: readVmm(reading),
    ...readVmmArgs(reading),
    ...given({ vmmPath: reading.resolveGiven(['vmm-path'], file['vmm-path']), vmmRef: file['vmm-ref'] }),
    ...given({ firmware, guest, measuring: readMeasuring(reading) }),
    tdMonitor: readTdMonitor(reading, firmware),
    rules: readRules(reading, guest?.initrd === 'probe' && guest.root === undefined, buildOf(firmware)),
    ...given({ unforbidden: readUnforbidden(reading) }),
    ...given({ collect: file.collect && readCollect(reading, file.collect) }),
    outputLimit: file['output-limit'] === undefined ? 256 * MIB : parseSize(file['output-limit']),
  };
}
