/** The step of `uses: org/tdx-boot/firmware@v1`: builds a firmware or restores it, and boots nothing. */

import * as core from '@actions/core';
import { type Provided, provideBuild } from '../build/provide.ts';
import { mrtdOf } from '../build/store/measure.ts';
import { session } from '../process/session.ts';
import { parseRequest } from '../scenario/request.ts';
import type { BuildRequest } from '../scenario/scenario.ts';
import { HostError, UsageError } from '../words/errors.ts';
import { BUILDS, FIRMWARES, PIN_SETS } from '../words/words.ts';
import { inJobLog } from './firmware-options.ts';
import { refuse } from './refuse.ts';

export async function main(): Promise<void> {
  try {
    const request = readRequest();
    const installTools = core.getBooleanInput('install-tools');
    const { value: provided } = await session(({ signal }) =>
      inJobLog((options) => provideBuild(request, { ...options, installTools }), signal),
    );
    if (provided === undefined) throw new HostError('cancelled', 'cancelled before the firmware was ready');
    setOutputs(provided);
  } catch (error) {
    refuse(error);
  }
}

function readRequest(): BuildRequest {
  const { request, problems } = parseRequest(
    {
      name: oneOf('firmware', FIRMWARES),
      build: oneOf('firmware-build', BUILDS),
      pins: core.getInput('pins') === '' ? undefined : oneOf('pins', PIN_SETS),
      ref: core.getInput('firmware-ref') || undefined,
      repository: core.getInput('firmware-repository') || undefined,
      defines: core.getMultilineInput('firmware-defines'),
    },
    process.cwd(),
  );
  const [problem] = problems;
  if (problem === undefined) return request;
  throw new UsageError('bad-firmware', `input "firmware-${problem.key}": ${problem.message}`);
}

function oneOf<T extends string>(input: string, known: readonly T[]): T {
  const text = core.getInput(input);
  const found = known.find((word) => word === text);
  if (found !== undefined) return found;
  throw new UsageError('bad-firmware', `input "${input}" is "${text}"`, { hint: `Use ${known.join(', ')}.` });
}

function setOutputs({ entry, from }: Provided): void {
  const { image, manifestFile, manifest, log } = entry;
  core.setOutput('path', image);
  core.setOutput('sha256', manifest.sha256);
  core.setOutput('mrtd', mrtdOf(entry));
  core.setOutput('cache-hit', String(from !== 'build'));
  core.setOutput('commit', manifest.source.commit ?? '');
  core.setOutput('manifest', manifestFile);
  core.setOutput('log', log);
  const origin = { store: 'from this machine', cache: 'from the shared cache', build: 'built' }[from];
  core.info(
    `${manifest.inputs.recipe} (${manifest.inputs.build}) ${origin}: ${image}, SHA-256 ${manifest.sha256}`,
  );
}
