/** What CI systems say of a job that their runner lost, ended or could not begin. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { LineOrigin, Signature } from '../signature.ts';

const JOB: readonly LineOrigin[] = ['host', 'build', ...GUEST_STREAMS];

export const CI_RUNNERS: readonly Signature[] = [
  {
    id: 'ci-runner-lost',
    phase: 'host',
    severity: 'error',
    // The annotation of GitHub's service: the runner itself has no chance to say so.
    pattern: /runner(?::? \S+)? lost communication with the server/,
    title: 'The runner of the job lost its connection to GitHub: the job was ended from outside',
    hint: 'Most often its machine ran out of memory or CPU, was rebooted, or the job killed the runner or its network: read the journal of the machine; VMs of a TD need their whole memory at once.',
    streams: JOB,
  },
  {
    id: 'ci-runner-shutdown',
    phase: 'host',
    severity: 'error',
    // actions/runner 258d6c857 src/Runner.Worker/Worker.cs
    pattern: /The runner has received a shutdown signal/,
    title: 'The runner of the job was stopped while the job ran',
    hint: 'Its service was restarted, its machine went down, or the kernel killed it for want of memory (dmesg of that machine).',
    streams: JOB,
  },
  {
    id: 'ci-no-runner',
    phase: 'host',
    severity: 'error',
    pattern:
      /job was not acquired by Runner of type|No runner matching the specified labels was found|[Nn]o runners online|doesn't have any runners that match/,
    title: 'No runner took the job',
    hint: 'No runner with these labels or tags is online or free; of hosted runners it passes by itself, so run the job again.',
    streams: JOB,
  },
  {
    id: 'ci-timeout',
    phase: 'host',
    severity: 'error',
    // actions/runner 258d6c857 src/Runner.Worker/StepsRunner.cs, and the annotation of its service; gitlab-runner 17 common/errors
    pattern:
      /has exceeded the maximum execution time of (?<limit>[\w ]*\w)|The action '(?<step>[^']*)' has timed out after|Job failed: execution took longer than (?<limit2>[\w ]*\w)/,
    title: 'The job or its step took longer than it may',
    hint: 'The last lines before show in what it hung: a boot without a deadline of its own, a prompt that waits for a person, or a slow download. Else raise timeout-minutes (GitLab: timeout).',
    streams: JOB,
    symptom: true,
  },
  {
    id: 'ci-runner-registration',
    phase: 'host',
    severity: 'error',
    // actions/runner 258d6c857 src/Runner.Listener/MessageListener.cs
    pattern:
      /The runner no longer exists on the server|A session for this runner already exists|Checking for jobs\.\.\. (?:forbidden|failed)/,
    title: 'The runner is not registered with its CI system any more, or twice',
    hint: 'Register it again (config.sh remove, then config.sh; gitlab-runner register), and let one process only use one registration.',
    streams: JOB,
  },
  {
    id: 'ci-gitlab-system',
    phase: 'host',
    severity: 'error',
    // gitlab-runner 17 common/build.go, common/errors.go: the runner failed, and no script of the job
    pattern: /Job failed \(system failure\): (?<why>[^:]*\w)|ERROR: Preparation failed: (?<why2>[^:]*\w)/,
    title: 'GitLab’s runner could not prepare the job: $<why>',
    hint: 'The rest of the line says why: its image, its executor or its helper container; a shell executor needs a login shell that prints nothing and ends with 0.',
    streams: JOB,
  },
];
