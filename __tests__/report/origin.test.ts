/** Which job a run comes from, by the variables that GitHub and GitLab set. */

import { expect, test } from '@jest/globals';
import { originSchema } from '../../src/judge/origin.ts';
import { originOf } from '../../src/report/origin.ts';
import { parseScenario } from '../../src/scenario/load.ts';

const loaded = parseScenario('boots/up.yml', 'version: 1\nplatform: kvm\nguest: {kernel: k}\n', '/');

const GITHUB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/guest',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_WORKFLOW: 'Boot',
  GITHUB_JOB: 'boot',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '2',
};
const ON_GITHUB = {
  repository: 'acme/guest',
  commit: '0123456789abcdef0123456789abcdef01234567',
  ref: 'refs/heads/main',
  workflow: 'Boot',
  job: 'boot',
  run: '4711',
  attempt: '2',
  url: 'https://github.com/acme/guest/actions/runs/4711',
};

test.each<[what: string, environment: NodeJS.ProcessEnv, job: object | null]>([
  ['a job of GitHub, with its attempt', GITHUB, ON_GITHUB],
  [
    'a job of a GitHub of its own',
    { ...GITHUB, GITHUB_SERVER_URL: 'https://git.acme.test' },
    { ...ON_GITHUB, url: 'https://git.acme.test/acme/guest/actions/runs/4711' },
  ],
  [
    'a job of GitLab',
    {
      GITLAB_CI: 'true',
      CI_PROJECT_PATH: 'acme/guest',
      CI_COMMIT_SHA: '89ab',
      CI_COMMIT_REF_NAME: 'main',
      CI_JOB_NAME: 'boot',
      CI_JOB_ID: '12',
      CI_JOB_URL: 'https://gitlab.test/acme/guest/-/jobs/12',
    },
    {
      ...{ repository: 'acme/guest', commit: '89ab', ref: 'main', workflow: null, job: 'boot', run: '12' },
      ...{ attempt: null, url: 'https://gitlab.test/acme/guest/-/jobs/12' },
    },
  ],
  ['a shell that has some of the variables', { ...GITHUB, GITHUB_ACTIONS: '' }, null],
  ['a shell', {}, null],
])('%s', (_, environment, job) => {
  const origin = originOf(loaded, environment);
  expect(origin.job).toEqual(job);
  expect(originSchema().parse(origin)).toEqual(origin);
  expect(origin.start).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});
