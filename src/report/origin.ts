/** Gathers where a run comes from: the job, the host, the version of tdx-boot. */

import { describeHost } from '../host/describe.ts';
import { thisHost } from '../host/host.ts';
import type { Job, Origin } from '../judge/origin.ts';
import { packageVersion } from '../process/version.ts';
import type { LoadedScenario } from '../scenario/load.ts';

/** @param environment variables of this process */
export function originOf({ scenario, source }: LoadedScenario, environment: NodeJS.ProcessEnv): Origin {
  return {
    version: 1,
    tdxBoot: packageVersion(),
    start: new Date().toISOString(),
    scenario: { file: source.root.where.file, name: scenario.name },
    host: describeHost(thisHost),
    job: jobOf(environment),
  };
}

/** The job that this process runs in, by the variables that GitHub and GitLab document. */
function jobOf(environment: NodeJS.ProcessEnv): Job | null {
  const value = (name: string): string | null => environment[name] || null;
  const repository = value('GITHUB_REPOSITORY');
  if (environment.GITHUB_ACTIONS === 'true' && repository !== null) {
    const run = value('GITHUB_RUN_ID');
    const url = `${value('GITHUB_SERVER_URL') ?? 'https://github.com'}/${repository}/actions/runs/${run}`;
    return {
      repository,
      commit: value('GITHUB_SHA') ?? '',
      ref: value('GITHUB_REF'),
      workflow: value('GITHUB_WORKFLOW'),
      job: value('GITHUB_JOB'),
      run,
      attempt: value('GITHUB_RUN_ATTEMPT'),
      url: run === null ? null : url,
    };
  }
  const project = value('CI_PROJECT_PATH');
  if (environment.GITLAB_CI !== 'true' || project === null) return null;
  return {
    repository: project,
    commit: value('CI_COMMIT_SHA') ?? '',
    ref: value('CI_COMMIT_REF_NAME'),
    workflow: value('CI_PIPELINE_NAME'),
    job: value('CI_JOB_NAME'),
    run: value('CI_JOB_ID'),
    attempt: null,
    url: value('CI_JOB_URL'),
  };
}
