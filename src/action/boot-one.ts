/** Boots one scenario, whose console is the log of the step. */

import { run } from '../boot/run.ts';
import type { Verdict } from '../judge/events.ts';
import { openHistory } from '../report/history.ts';
import { JobLog } from '../report/job-log.ts';
import { loadsReporting, reporting } from '../report/reporting.ts';
import { startRecording } from '../report/start-recording.ts';
import { summarize, withTimes } from '../report/summary.ts';
import { describeVerdict } from '../report/words.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Scenario, Where } from '../scenario/scenario.ts';
import { HostError } from '../words/errors.ts';
import { isUploaded } from './artifact.ts';
import { inJobLog } from './firmware-options.ts';
import type { Inputs } from './inputs.ts';
import { annotate, jobLog, setOutputs } from './job.ts';
import { outputsOf } from './outputs.ts';
import { MachineNotes, saveWorkDir } from './post.ts';
import { publish } from './publish.ts';
import type { Begun } from './refuse.ts';
import { warn } from './warn.ts';

export async function bootOne(loaded: LoadedScenario, inputs: Inputs, begun: Begun): Promise<void> {
  const { results, installTools, requireKnownImage: requireKnown, upload } = inputs;
  const { scenario } = loaded;
  begun.name = scenario.name;
  const history = openHistory(inputs.history);
  const { value: outcome } = await run(loaded, {
    warn,
    begin: (bootable, { signal, workDir }) => {
      const recording = startRecording(results, bootable);
      begun.directory = recording.directory;
      saveWorkDir(workDir);
      return {
        build: (body) => inJobLog((options) => body({ ...options, installTools, requireKnown }), signal),
        consumers: [
          recording,
          new JobLog(jobLog, scenario.rules),
          new MachineNotes().ofRun(),
          loadsReporting,
        ],
      };
    },
  });
  if (outcome === undefined) throw new HostError('cancelled', 'cancelled before the guest was started');
  const { verdict, lost } = outcome;
  const { directory } = begun;
  for (const { message } of lost) annotate('warning', message);
  setOutputs(outputsOf(verdict, directory));
  const { resultOf, writeOwnReport } = await reporting();
  const recorded = await resultOf(directory, scenario, verdict);
  history?.note(recorded, (text) => annotate('warning', text));
  const past = history?.runs() ?? [];
  const why = await writeOwnReport(directory, { runs: [recorded], unrecorded: [] }, past);
  if (why !== undefined) jobLog.info(why);
  await publish({
    directory,
    name: scenario.name,
    upload: isUploaded(upload, verdict.verdict === 'passed'),
    summary: (artifact) => summarize(withTimes([recorded], past), { artifact }),
  });
  announce(scenario, verdict);
}

/** One annotation, at the line of the scenario that was not met; the rest is in the log and the summary. */
function announce(scenario: Scenario, verdict: Verdict): void {
  const lines = describeVerdict(scenario.name, verdict);
  if (verdict.verdict === 'passed') {
    jobLog.info(lines[0] ?? '');
    return;
  }
  annotate('error', lines, { title: `tdx-boot: ${scenario.name}`, where: placeOf(verdict) });
  process.exitCode = 1;
}

/** Where the scenario asks for what did not come. */
export function placeOf({ verdict, cause, steps }: Verdict): Where | undefined {
  const waiting = steps.find(({ state }) => state === 'missed' || state === 'open');
  return cause?.where ?? (verdict === 'failed' ? waiting?.where : undefined);
}
