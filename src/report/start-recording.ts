/** Begins the recording of a run: its directory, what was run, and the consumer that writes down the rest. */

import type { LoadedScenario } from '../scenario/load.ts';
import { originOf } from './origin.ts';
import { makeRunDirectory, Recording, recordOrigin } from './recording.ts';

/**
 * @param base directory for the new directory
 * @param title what the directory is named after
 * @throws HostError code `no-results-dir`, `disk-full` or `cannot-record`
 */
export function startRecording(
  base: string,
  loaded: LoadedScenario,
  title: string = loaded.scenario.name,
): Recording {
  const directory = makeRunDirectory(base, title);
  const origin = originOf(loaded, process.env);
  recordOrigin(directory, loaded, origin);
  return new Recording(directory, loaded.scenario, origin);
}
