/** Uploads recordings as artifacts of the run, and says where they can be had. */

import { forFileName } from '../report/safe.ts';
import { messageOf } from '../words/errors.ts';
import { callClient, clientProgram } from './client.ts';

export const UPLOADS = ['never', 'on-failure', 'always'] as const;
export type Upload = (typeof UPLOADS)[number];

/** Longest time for an upload, in milliseconds. A recording of the largest output limit has some hundred MB. */
const DEADLINE_MS = 5 * 60_000;
/** Jobs of a matrix boot the same scenario: each needs a name of its own. */
const MOST_NAMES = 100;

/**
 * Uploads a directory as `tdx-boot-<scenario>`, numbered where the run has an artifact of that name.
 * @param warn is told why there is no artifact
 * @returns the address of the artifact; undefined where it could not be uploaded, which fails no run
 */
export async function uploadRecording(
  directory: string,
  scenario: string,
  warn: (text: string) => void,
): Promise<string | undefined> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = process.env;
  if (!process.env.ACTIONS_RUNTIME_TOKEN || !process.env.ACTIONS_RESULTS_URL) {
    warn('The recording is not uploaded: this runner has no artifact service.');
    return undefined;
  }
  try {
    const { id } = await firstFree(`tdx-boot-${forFileName(scenario)}`, directory);
    return `${server ?? 'https://github.com'}/${repository}/actions/runs/${run}/artifacts/${id}`;
  } catch (error) {
    warn(`The recording is not uploaded: ${messageOf(error)}`);
    return undefined;
  }
}

async function firstFree(name: string, directory: string): Promise<Readonly<Record<string, unknown>>> {
  for (let number = 1; ; number++) {
    try {
      return await callClient(
        clientProgram('artifact'),
        [number === 1 ? name : `${name}-${number}`, directory],
        {
          cwd: directory,
          own: {
            GITHUB_WORKSPACE: directory,
            GITHUB_RETENTION_DAYS: process.env.GITHUB_RETENTION_DAYS ?? '',
          },
          signal: AbortSignal.timeout(DEADLINE_MS),
          deadlineMs: DEADLINE_MS,
        },
      );
    } catch (error) {
      if (number === MOST_NAMES || !/already exists|\(409\)/i.test(messageOf(error))) throw error;
    }
  }
}
