/** Gives the results of a run or a suite to people: the summary of the job, and an artifact. */

import type { SummaryArtifact } from '../report/summary-run.ts';
import { uploadRecording } from './artifact.ts';
import { annotate, setOutputs, writeSummary } from './job.ts';

/** What is to be published. */
export interface Results {
  readonly directory: string;
  /** Of the scenario or the suite. */
  readonly name: string;
  readonly upload: boolean;
  /** Makes the summary, with a link to the artifact once there is one. */
  summary(artifact?: SummaryArtifact): string;
}

/** The summary comes first, and again with its link: a cancelled job may not have the time for an upload. */
export async function publish({ directory, name, upload, summary }: Results): Promise<void> {
  await writeSummary(summary());
  if (!upload) return;
  const artifact = await uploadRecording(directory, name, (text) => annotate('warning', text));
  if (artifact === undefined) return;
  setOutputs({ 'artifact-url': artifact.url });
  await writeSummary(summary(artifact));
}
