/** The scenario of a recording, which holds the scenario that was run, or that of a file. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ORIGIN_FILE, type Origin, originSchema, PLACES_FILE, SCENARIO_FILE } from '../judge/origin.ts';
import { EVENTS_FILE } from '../judge/recorded.ts';
import { readJson } from '../process/bounded-file.ts';
import type { Uses } from '../scenario/layers.ts';
import { type LoadedScenario, loadRecordedScenario, loadScenario } from '../scenario/load.ts';
import { readScenario } from '../scenario/read.ts';
import { messageOf, UsageError } from '../words/errors.ts';
import { MIB } from '../words/units.ts';
import { requireFiles } from './recorded-files.ts';

/** A scenario has at most 256 KiB, and each of its values has a place. */
const MOST_BYTES = 64 * MIB;

/** Whether the path is a directory that `run` has made. Also false for a path that cannot be read: the next reader says why. */
export function isRecording(path: string): boolean {
  return path !== '-' && [EVENTS_FILE, ORIGIN_FILE].some((name) => existsSync(join(path, name)));
}

/**
 * The scenario of a file, or of a recording.
 * @throws as {@link loadScenario} and {@link loadRecorded}
 */
export function openScenario(path: string, uses: Uses = {}): LoadedScenario {
  return isRecording(path) ? loadRecorded(path, uses).loaded : loadScenario(path, uses);
}

/**
 * The scenario that a recording is of, as it was run: paths are relative to where it was then.
 * @throws UsageError code `no-scenario` where the recording holds none, `bad-recording`; ScenarioError
 */
export function loadRecorded(
  directory: string,
  uses: Uses = {},
): { readonly loaded: LoadedScenario; readonly origin: Origin } {
  requireFiles(directory);
  const origin = readOrigin(directory);
  if (origin === undefined) {
    throw new UsageError('no-scenario', `the recording ${directory} does not say which scenario was run`, {
      hint: 'An older tdx-boot made it. Name the scenario with --scenario FILE.',
    });
  }
  const text = readScenario(join(directory, SCENARIO_FILE));
  const places = readPart(join(directory, PLACES_FILE));
  const { name } = origin.scenario;
  return { loaded: loadRecordedScenario({ name, text, places }, uses), origin };
}

/** Undefined where the recording is of an older tdx-boot. @throws UsageError code `bad-recording` */
export function readOrigin(directory: string): Origin | undefined {
  const file = join(directory, ORIGIN_FILE);
  if (!existsSync(file)) return undefined;
  try {
    return originSchema().parse(readPart(file));
  } catch (cause) {
    throw new UsageError(
      'bad-recording',
      `${file} does not say where the recording is from: ${messageOf(cause, file)}`,
      { cause },
    );
  }
}

/** @throws UsageError code `bad-recording` */
function readPart(file: string): unknown {
  try {
    return readJson(file, { what: 'this part of the recording', most: MOST_BYTES });
  } catch (cause) {
    throw new UsageError('bad-recording', `cannot read ${file}: ${messageOf(cause, file)}`, { cause });
  }
}
