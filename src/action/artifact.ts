/** Uploads recordings as artifacts of the run, and says where they can be had. */

import { forFileName } from '../report/safe.ts';
import type { SummaryArtifact } from '../report/summary-run.ts';
import { messageOf } from '../words/errors.ts';
import { callClient, clientProgram } from './client.ts';

export const UPLOADS = ['never', 'on-failure', 'always'] as const;
export type Upload = (typeof UPLOADS)[number];

/** Longest time for an upload, in milliseconds. A recording of the largest output limit has some hundred MB. */
const DEADLINE_MS = 5 * 60_000;
/** Jobs of a matrix boot the same scenario: each needs a name of its own. */
const MOST_NAMES = 100;

/** Whether a run of this verdict is uploaded. */
export function isUploaded(upload: Upload, passed: boolean): boolean {
  return upload === 'always' || (upload === 'on-failure' && !passed);
}

/**
 * Uploads a directory as `tdx-boot-<name>`, numbered where the run has an artifact of that name.
 * @param warn is told why there is no artifact
 * @param name of the scenario or the suite
 * @returns undefined where it could not be uploaded, which fails no run
 */
export async function uploadRecording(
  directory: string,
  name: string,
  warn: (text: string) => void,
): Promise<SummaryArtifact | undefined> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = process.env;
  if (!process.env.ACTIONS_RUNTIME_TOKEN || !process.env.ACTIONS_RESULTS_URL) {
    warn('the recording is not uploaded: this runner has no artifact service');
    return undefined;
  }
  try {
    const made = await firstFree(`tdx-boot-${forFileName(name)}`, directory);
    const url = `${server ?? 'https://github.com'}/${repository}/actions/runs/${run}/artifacts/${made.id}`;
    const fetch = `gh run download ${run} --repo ${repository} --name ${made.name} --dir ${made.name}`;
    return { url, name: made.name, fetch, root: directory };
  } catch (error) {
    warn(`the recording is not uploaded: ${messageOf(error)}`);
    return undefined;
  }
}

async function firstFree(
  base: string,
  directory: string,
): Promise<{ readonly id: unknown; readonly name: string }> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    try {
      const { id } = await callClient(clientProgram('artifact'), [name, directory], {
        cwd: directory,
        own: { GITHUB_WORKSPACE: directory, GITHUB_RETENTION_DAYS: process.env.GITHUB_RETENTION_DAYS ?? '' },
        signal: AbortSignal.timeout(DEADLINE_MS),
        deadlineMs: DEADLINE_MS,
      });
      return { id, name };
    } catch (error) {
      if (number === MOST_NAMES || !/already exists|\(409\)/i.test(messageOf(error))) throw error;
    }
  }
}
