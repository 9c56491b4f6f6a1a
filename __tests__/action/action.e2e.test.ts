/** The action as GitHub runs it: action.yml and dist/, real boots, under act in host mode. */

import { beforeAll, describe, expect, test } from '@jest/globals';
import { type ActResult, freePort, runAct, type startAct } from '../support/act.ts';
import { artifactService } from '../support/artifact-service.ts';
import { KERNEL } from '../support/cli.ts';

/** Steps of a job that has the action in it, as `id: boot`, and then perhaps a suite, as `id: suite`. */
function workflow(inputs: Record<string, string>, suite?: Record<string, string>): string {
  const step = (id: string, given: Record<string, string>): string[] => [
    '      - uses: ./',
    `        id: ${id}`,
    '        with:',
    ...Object.entries(given).map(([name, value]) => `          ${name}: ${JSON.stringify(value)}`),
    '          results: ${{ env.OUT }}/results',
  ];
  return [
    'on: push',
    'jobs:',
    '  boot:',
    '    runs-on: [self-hosted, tdx]',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '      - uses: ./spy',
    ...step('boot', inputs),
    ...(suite === undefined ? [] : ['      - run: chmod +x boots/qemu', ...step('suite', suite)]),
    '',
  ].join('\n');
}

/** Its post step runs after the action's, and lists what there is then in the job's temporary directory. */
const spy = {
  'spy/action.yml': 'name: spy\nruns: { using: node24, main: main.cjs, post: post.cjs, post-if: always() }\n',
  'spy/main.cjs': '',
  'spy/post.cjs': `require('fs').writeFileSync(process.env.OUT + '/left.json',
    JSON.stringify(require('fs').readdirSync(process.env.RUNNER_TEMP)))`,
};

const simple = { platform: 'emulated', kernel: KERNEL, memory: '256M', timeout: '5m' };

/** Nothing that the guest prints may be a command; act reads `::` at the first column, GitHub also after blanks. */
function expectNoForeignCommands(run: ActResult): void {
  const printed = run.events.filter(({ command }) => command === undefined).map(({ msg }) => msg);
  for (const line of printed.join('').split(/[\r\n]+/)) expect(line).not.toMatch(/^\s*::|##\[/);
  const known = [
    'group',
    'endgroup',
    'error',
    'warning',
    'notice',
    'debug',
    'set-output',
    'save-state',
    'summary',
  ];
  const commands = run.events.flatMap(({ command }) => (command === undefined ? [] : [command]));
  expect(commands.filter((command) => !known.includes(command))).toEqual([]);
}

/** A guest that comes up, one whose step is never met, and one whose VMM fails once. */
const suiteFiles = {
  'boots/a.yml': boot({}),
  'boots/bad.yml': boot({ steps: ['Linux version', 'never printed'] }),
  'boots/once.yml': boot({ 'vmm-path': 'qemu' }),
  'boots/qemu': [
    '#!/bin/sh',
    'case "$*" in *-version*) exec qemu-system-x86_64 "$@" ;; esac',
    'mkdir "$0.tried" 2>/dev/null && { echo "this time it does not start" >&2; exit 1; }',
    'exec qemu-system-x86_64 "$@"',
    '',
  ].join('\n'),
};

function boot({
  steps,
  cmdline,
  ...more
}: {
  readonly steps?: readonly string[];
  readonly cmdline?: string;
  readonly 'vmm-path'?: string;
}): string {
  const expected = steps?.map((expect) => ({ expect }));
  return JSON.stringify({
    ...{
      version: 1,
      platform: 'emulated',
      guest: { kernel: KERNEL, memory: '256M', cmdline },
      timeout: '90s',
    },
    ...(expected === undefined ? {} : { steps: expected }),
    ...more,
  });
}

describe('under an independent runner', () => {
  let run: ActResult;

  beforeAll(async () => {
    const artifactPort = await freePort();
    const service = await artifactService(artifactPort);
    const suite = { scenario: 'boots/*.yml', name: 'gate', jobs: '2', retry: '1', upload: 'on-failure' };
    run = await runAct({
      workflow: workflow({ ...simple, upload: 'always' }, suite),
      files: { ...spy, ...suiteFiles },
      artifactPort,
      env: { ACTIONS_RUNTIME_URL: service.url },
    });
    service.close();
  });

  /** The names of the files in a zip archive are not compressed. */
  const archived = (name: string, files: readonly string[]): boolean[] => {
    const found = [...run.files].find(([path]) => new RegExp(`^artifacts/.*${name}.*\\.zip$`).test(path));
    return files.map((file) => found?.[1].includes(file) === true);
  };

  test('a kernel and nothing else: the probe boots, with outputs, groups, a summary and an artifact', () => {
    expect(run.outcome('boot')).toBe('success');
    const outputs = run.outputs('boot');
    expect(outputs).toMatchObject({
      verdict: 'passed',
      phase: 'userspace',
      reason: '',
      passed: '1',
      failed: '0',
    });
    expect(Number(outputs['boot-time'])).toBeGreaterThan(0);
    expect(JSON.parse(outputs.captures ?? '')).toEqual({
      kernel_release: expect.stringMatching(/^\d+\.\d+/),
    });
    const result = run.files.get('results/boot/result.json');
    expect(JSON.parse(String(result))).toMatchObject({ version: 2, verdict: 'passed' });
    expect(outputs['result-json']).toMatch(/\/results\/boot\/result\.json$/);
    expect(run.summary('boot')).toContain('<code>boot</code>: passed');
    expect(outputs['artifact-url']).toMatch(/\/actions\/runs\/\d+\/artifacts\/\d+$/);
    expect(run.summary('boot')).toContain(`<a href="${outputs['artifact-url']}">`);
    expect(archived('tdx-boot-boot', ['report.html', 'result.json', 'serial.raw'])).toEqual([
      true,
      true,
      true,
    ]);
    expect(run.log).toContain('Boot: kernel');
    expect(run.output('boot')).toContain('# tdx-boot probe: done');
  });

  test('a suite: what fails once is flaky, what fails is told once, and all of it is one artifact', () => {
    expect(run.outcome('suite')).toBe('failure');
    const outputs = run.outputs('suite');
    expect(outputs).toMatchObject({
      ...{ verdict: 'failed', td: 'none', phase: '', 'boot-time': '', captures: '{}' },
      ...{ passed: '1', flaky: '1', failed: '1', errored: '0', 'not-run': '0' },
      reason: expect.stringMatching(/^3 scenarios: 1 passed, 1 flaky, 1 failed: bad: .*never printed/),
      results: expect.stringMatching(/\/results\/gate$/),
      'result-json': expect.stringMatching(/\/results\/gate\/suite\.json$/),
      report: expect.stringMatching(/\/results\/gate\/report\.html$/),
    });
    const whole = JSON.parse(String(run.files.get('results/gate/suite.json')));
    expect(
      whole.scenarios.map((entry: { attempts: { verdict: string }[] }) =>
        entry.attempts.map(({ verdict }) => verdict),
      ),
    ).toEqual([['passed'], ['failed'], ['errored', 'passed']]);
    const summary = run.summary('suite');
    expect(summary.match(/^<h3>.*<\/h3>$/gm)).toEqual([
      '<h3>❌ <code>gate</code>: failed</h3>',
      '<h3>❌ <code>bad</code>: failed</h3>',
      '<h3>🔁 flaky</h3>',
    ]);
    expect(summary).toContain('<code>once</code> passed after errored: <code>');
    expect(summary).toContain(`<a href="${outputs['artifact-url']}">`);
    expect(summary).toMatch(/judge again: <code>tdx-boot check tdx-boot-gate\/bad<\/code>/);
    expect(run.annotations('error').map(({ properties }) => properties)).toEqual([
      expect.objectContaining({ title: 'tdx-boot: bad', file: 'boots/bad.yml' }),
    ]);
    expect(run.annotations('warning').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^flaky: passed only when retried\n {2}once: /),
    ]);
    const files = [
      'suite.json',
      'report.html',
      'a/serial.raw',
      'bad/result.json',
      'once/vmm.raw',
      'once-attempt-2/boot.cast',
    ];
    expect(archived('tdx-boot-gate', files)).toEqual(files.map(() => true));
    expect(run.output('suite')).toContain('once starts again (attempt 2)');
  });

  test('nothing is left, and nothing that the guests print is a command', () => {
    expect(run.leftovers).toEqual([]);
    expectNoForeignCommands(run);
  });
});

test('a hostile guest of a scenario file: one error at its line, and not one command of the guest', async () => {
  const scenario = [
    'version: 1',
    'platform: emulated',
    'guest:',
    `  kernel: ${KERNEL}`,
    '  memory: 256M',
    '  cmdline: console=ttyS0 panic=-1 tdx-boot.probe=hostile',
    'steps:',
    '  - expect: "# tdx-boot probe: done"',
    '  - expect: never printed',
    'stop: on-exit',
    'timeout: 90s',
    '',
  ].join('\n');
  const run = await runAct({
    workflow: workflow({ scenario: 'boots/hostile.yml' }),
    files: { ...spy, 'boots/hostile.yml': scenario },
  });
  expect(run.outcome('boot')).toBe('failure');
  expect(run.outputs('boot')).toMatchObject({
    verdict: 'failed',
    reason: expect.stringContaining('never printed'),
  });
  expect(run.annotations('error')).toEqual([
    {
      message: expect.stringContaining('never printed'),
      properties: expect.objectContaining({ file: 'boots/hostile.yml', line: '9' }),
    },
  ]);
  expect(run.summary('boot')).toContain('never printed');
  expect(run.summary('boot')).not.toMatch(/<script>|^```$\n\n?A{100}/m);
  expect(String(run.files.get('results/hostile/serial.raw'))).toContain('::error::pwned');
  expect(run.output('boot')).toContain('pwned');
  expect(run.leftovers).toEqual([]);
  expectNoForeignCommands(run);
});

test('inputs that cannot be meant are refused before anything is started', async () => {
  const run = await runAct({ workflow: workflow({ ...simple, kernel: 'no-such-bzImage' }), files: spy });
  expect(run.outcome('boot')).toBe('failure');
  expect(run.annotations('error').map((annotation) => annotation.message)).toEqual([
    expect.stringContaining('no-such-bzImage: no such file'),
  ]);
  expect([...run.files.keys()]).toEqual(['left.json']);
});

describe('a job that is cancelled', () => {
  const hold = {
    ...simple,
    cmdline: 'console=ttyS0 tdx-boot.probe=hold',
    expect: '# tdx-boot probe: done\nnever printed',
  };
  /** Does `what` once, when the log has a text. */
  const when = (text: string, what: (run: ReturnType<typeof startAct>) => void) => {
    let done = false;
    return (event: { msg: string }, run: ReturnType<typeof startAct>): void => {
      if (done || !event.msg.includes(text)) return;
      done = true;
      what(run);
    };
  };
  const expectWorkDirRemoved = (run: ActResult): void => {
    const left: string[] = JSON.parse(String(run.files.get('left.json')));
    expect(left.filter((name) => name.startsWith('tdx-boot-'))).toEqual([]);
  };

  test('killed at once: no QEMU is left, and the post step removes the work directory', async () => {
    const run = await runAct({
      workflow: workflow(hold),
      files: spy,
      onEvent: when('| # tdx-boot probe: done', (act) => act.cancel()),
    });
    expect(run.leftovers).toEqual([]);
    expect(run.outcome('boot', 'Post')).toBe('success');
    expectWorkDirRemoved(run);
  });

  test('SIGINT to the action, as the runner does, ends a suite: verdicts, a summary, and nothing left', async () => {
    const held = boot({ cmdline: hold.cmdline, steps: ['Linux version', 'never printed'] });
    const run = await runAct({
      workflow: workflow({ scenario: 'boots/*.yml', jobs: '2' }),
      files: {
        ...spy,
        'boots/1.yml': boot({}),
        ...Object.fromEntries(['2', '3', '4'].map((name) => [`boots/${name}.yml`, held])),
      },
      // The first one has passed, and so the second one is up.
      onEvent: when('3 starts', (act) => act.signalAction('SIGINT')),
    });
    expect(run.outcome('boot')).toBe('failure');
    expect(run.outputs('boot')).toMatchObject({
      ...{ verdict: 'errored', passed: '1', errored: '2', 'not-run': '1' },
      reason: expect.stringMatching(/^4 scenarios: 1 passed, 2 errored, 1 not run: 2: .*SIGINT/),
    });
    expect(run.summary('boot')).toMatch(/^<h3>.*<code>suite<\/code>: errored<\/h3>/);
    expect(run.summary('boot')).toContain('<td>· not run</td><td><code>4</code></td>');
    expect(JSON.parse(String(run.files.get('results/suite/suite.json')))).toMatchObject({ complete: true });
    expect(run.outcome('boot', 'Post')).toBe('success');
    expect(run.leftovers).toEqual([]);
    expectWorkDirRemoved(run);
  });
});
