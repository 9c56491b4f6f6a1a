/** The step of `uses: org/tdx-boot/firmware`: builds a firmware or restores it, and boots nothing. */

import { type Provided, provideBuild } from '../build/provide.ts';
import { mrtdOf } from '../build/store/measure.ts';
import { session } from '../process/session.ts';
import { parseRequest } from '../scenario/request.ts';
import type { BuildRequest } from '../scenario/scenario.ts';
import { HostError, UsageError } from '../words/errors.ts';
import { BUILDS, FIRMWARES, PIN_SETS } from '../words/words.ts';
import { inJobLog } from './firmware-options.ts';
import { getChoice, getFlag, getInput, getMultilineInput, jobLog, setOutputs } from './job.ts';
import { FIRMWARE_ACTION_INPUTS, requireKnown } from './known-inputs.ts';
import { refuse } from './refuse.ts';
import { annotateLeftovers } from './warn.ts';

export async function main(): Promise<void> {
  try {
    requireKnown(FIRMWARE_ACTION_INPUTS);
    const request = readRequest();
    const flags = { installTools: getFlag('install-tools'), requireKnown: getFlag('require-known') };
    const { value: provided } = await session(({ signal }) =>
      inJobLog((options) => provideBuild(request, { ...options, ...flags }), signal),
    );
    if (provided === undefined) throw new HostError('cancelled', 'cancelled before the firmware was ready');
    report(provided);
  } catch (error) {
    await refuse(error, 'tdx-boot firmware');
  } finally {
    annotateLeftovers();
  }
}

function readRequest(): BuildRequest {
  const { request, problems } = parseRequest(
    {
      name: getChoice('firmware', FIRMWARES, 'tdvf'),
      build: getChoice('firmware-build', BUILDS, 'release'),
      pins: getInput('pins') === '' ? undefined : getChoice('pins', PIN_SETS),
      ref: getInput('firmware-ref') || undefined,
      repository: getInput('firmware-repository') || undefined,
      defines: getMultilineInput('firmware-defines'),
    },
    process.cwd(),
  );
  const [problem] = problems;
  if (problem === undefined) return request;
  throw new UsageError('bad-firmware', `input "firmware-${problem.key}": ${problem.message}`, {
    hint: 'Mend the input, or leave it out: docs/firmware.md says what each may be.',
  });
}

function report(provided: Provided): void {
  const { entry, from } = provided;
  const { image, manifest } = entry;
  setOutputs(outputsOf(provided));
  const origin = { store: 'from this machine', cache: 'from the shared cache', build: 'built' }[from];
  jobLog.info(
    `${manifest.inputs.recipe} (${manifest.inputs.build}) ${origin}: ${image}, SHA-256 ${manifest.sha256}`,
  );
}

/** The outputs of firmware/action.yml. */
export function outputsOf({ entry, from }: Provided): Record<string, string> {
  const { image, manifestFile, manifest, log } = entry;
  return {
    path: image,
    sha256: manifest.sha256,
    mrtd: mrtdOf(entry) ?? '',
    'cache-hit': String(from !== 'build'),
    commit: manifest.source.commit ?? '',
    manifest: manifestFile,
    // A shared cache keeps no log.
    log: log ?? '',
  };
}
