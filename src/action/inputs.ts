/**
 * The action's inputs as what is to be run: scenarios or a suite with overrides, or one scenario that inputs alone make up.
 */

import { parsePattern } from '../console/pattern.ts';
import { type LoadedScenario, loadOverrides } from '../scenario/load.ts';
import { type Override, parseOverride } from '../scenario/overrides.ts';
import { isList, SETTING_NAMES, settingOverride } from '../scenario/settings.ts';
import { parseVariable } from '../scenario/variables.ts';
import { parseJobs, parseRetry, type SuiteChoices } from '../suite/choices.ts';
import { type LoadedSuite, loadRun, runOf, type Warn } from '../suite/load.ts';
import { parseShard } from '../suite/shard.ts';
import { UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import { FIRMWARES } from '../words/words.ts';
import { UPLOADS, type Upload } from './artifact.ts';
import { getChoice, getFlag, getInput, getMultilineInput } from './job.ts';
import { ACTION_INPUTS, BUILD_INPUTS, JUDGING_INPUTS, requireKnown } from './known-inputs.ts';

/** Stands in messages where the name of a scenario file would stand. */
export const INPUTS = 'inputs';

export interface Inputs {
  readonly loaded: LoadedScenario | LoadedSuite;
  readonly choices: SuiteChoices;
  /** Install the tools that a firmware build misses. */
  readonly installTools: boolean;
  /** Refuse firmware from a cache that is none of the published images. */
  readonly requireKnownImage: boolean;
  /** Directory for logs and results. */
  readonly results: string;
  /** File or directory that gets a line for each run; empty: none. */
  readonly history: string;
  /** When the recording is uploaded. */
  readonly upload: Upload;
}

/**
 * Reads and validates every input.
 * @param warn shows a lint warning of a suite
 * @throws UsageError code `unknown-input`, `bad-input` or `contradictory-inputs`; ScenarioError with every mistake of
 * every scenario
 */
export function readInputs(warn: Warn): Inputs {
  requireKnown(ACTION_INPUTS);
  const names = getMultilineInput('scenario');
  const choices = readChoices();
  const variables = new Map(
    getMultilineInput('variables').map((line) => parseVariable(line, 'input variables:')),
  );
  const overrides = [
    ...settings(names),
    ...files(),
    ...getMultilineInput('measurements').map(measurement),
    ...getMultilineInput('set').map((line) => parseOverride(line, 'input set:', process.cwd())),
  ];
  const others = {
    choices,
    // The runner fills in no default where a workflow passes an empty value, such as its own empty input.
    results: getInput('results') || 'tdx-boot-results',
    history: getInput('history'),
    installTools: getFlag('install-tools'),
    requireKnownImage: getFlag('require-known'),
    upload: getChoice('upload', UPLOADS, 'never'),
  };
  if (names.length > 0) return { ...others, loaded: loadRun(names, { overrides, variables }, choices, warn) };
  const simple = loadOverrides(INPUTS, { overrides: [...simpleScenario(), ...overrides], variables });
  return { ...others, loaded: runOf(simple, INPUTS, choices, warn) };
}

function readChoices(): SuiteChoices {
  const [jobs, shard, retry] = [getInput('jobs'), getInput('shard'), getInput('retry')];
  return {
    ...(jobs === '' ? {} : { jobs: parseJobs(jobs) }),
    ...(shard === '' ? {} : { shard: parseShard(shard) }),
    ...(retry === '' ? {} : { retry: parseRetry(retry) }),
    retryFailed: getFlag('retry-failed'),
    failFast: getFlag('fail-fast'),
    strict: getFlag('strict'),
  };
}

/** `mrtd=expected`, `rtmr1=replay`, `rtmr2=` and 96 hex digits. */
function measurement(line: string): Override {
  const { path, ...override } = parseOverride(line, 'input measurements:', process.cwd());
  return { ...override, path: ['measurements', ...path] };
}

/** Inputs that say or replace one key of a scenario. */
function settings(scenarios: readonly string[]): Override[] {
  requireRecipe(scenarios.length > 0);
  const judging = JUDGING_INPUTS.filter((name) => getInput(name) !== '');
  if (scenarios.length > 0 && judging.length > 0) {
    throw new UsageError(
      'contradictory-inputs',
      `input "scenario" is given together with ${judging.join(', ')}`,
      { hint: 'Write what is expected and forbidden into the scenario file, or leave "scenario" out.' },
    );
  }
  return SETTING_NAMES.flatMap((name) => {
    const value = isList(name) ? getMultilineInput(name) : getInput(name);
    return value.length === 0 ? [] : [settingOverride(name, value, `input "${name}"`)];
  });
}

/** Files for the guest: `build/test: /opt/`, one per line. */
function files(): Override[] {
  const lines = getMultilineInput('files');
  if (lines.length === 0) return [];
  const pairs = lines.map((line) => {
    const { source, target } = /^(?<source>.+): +(?<target>\/.*)$/.exec(line)?.groups ?? {};
    if (source !== undefined && target !== undefined) return [source, target] as const;
    throw new UsageError('bad-files', `input "files": ${quote(line)} does not say where in the guest`, {
      hint: 'Write the path on the host, a colon, a space, and the absolute path in the guest: "build/test: /opt/".',
    });
  });
  const value = Object.fromEntries(pairs);
  return [{ path: ['guest', 'files'], value, origin: 'input "files"', base: process.cwd() }];
}

/** What a scenario without a file has besides: a name, a guest, and what the console must and must not show. */
function simpleScenario(): Override[] {
  const say = (key: string, value: unknown, origin = INPUTS): Override => ({
    path: [key],
    value,
    origin,
    base: process.cwd(),
  });
  const expected = getMultilineInput('expect');
  const command = getInput('run');
  const steps = [...expected.map(step), ...(command === '' ? [] : [{ run: command }])];
  const forbidden = getMultilineInput('forbid');
  return [
    say('name', 'boot'),
    say('guest', {}),
    ...(steps.length === 0
      ? []
      : [say('steps', steps, expected.length === 0 ? 'input "run"' : 'input "expect"')]),
    ...(forbidden.length === 0 ? [] : [say('forbid', forbidden, 'input "forbid"')]),
  ];
}

/** Every named group of a pattern is captured, because an input cannot say which ones. */
function step(expect: string): object {
  const groups = namedGroups(expect);
  return groups.length === 0 ? { expect } : { expect, capture: groups };
}

/** Empty for a wrong pattern, which the validation of the scenario reports. */
function namedGroups(pattern: string): readonly string[] {
  try {
    return parsePattern(pattern).groups;
  } catch {
    return [];
  }
}

/** How a firmware is built can be said only of a firmware that tdx-boot builds: of a scenario file, or of an input. */
function requireRecipe(hasScenario: boolean): void {
  const name = getInput('firmware');
  const given = BUILD_INPUTS.filter((input) => getInput(input) !== '').join(', ');
  if (given === '' || FIRMWARES.some((known) => known === name) || (hasScenario && name === '')) return;
  throw new UsageError(
    'contradictory-inputs',
    `${given}: input "firmware" is "${name}", and tdx-boot builds no firmware of that name`,
    { hint: `Set "firmware" to one of ${FIRMWARES.join(', ')}, or leave ${given} out.` },
  );
}
