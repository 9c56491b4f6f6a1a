/** The action as GitHub runs it: action.yml and dist/, real boots, under act in host mode. */

import { describe, expect, test } from '@jest/globals';
import { type ActResult, freePort, runAct, type startAct } from '../support/act.ts';
import { artifactService } from '../support/artifact-service.ts';
import { KERNEL } from '../support/cli.ts';

/** Steps of a job that has the action in it, as `id: boot`. */
function workflow(inputs: Record<string, string>): string {
  const given = Object.entries(inputs).map(([name, value]) => `          ${name}: ${JSON.stringify(value)}`);
  return [
    'on: push',
    'jobs:',
    '  boot:',
    '    runs-on: [self-hosted, tdx]',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '      - uses: ./spy',
    '      - uses: ./',
    '        id: boot',
    '        with:',
    ...given,
    '          results: ${{ env.OUT }}/results',
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

const simple = { platform: 'emulated', kernel: KERNEL, memory: '256M', timeout: '90s' };

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

test('a kernel and nothing else: the probe boots, with outputs, groups, a summary and an artifact', async () => {
  const artifactPort = await freePort();
  const service = await artifactService(artifactPort);
  const text = workflow({ ...simple, upload: 'always' });
  const env = { ACTIONS_RUNTIME_URL: service.url };
  const run = await runAct({ workflow: text, files: spy, artifactPort, env });
  service.close();
  expect(run.outcome('boot')).toBe('success');
  expect(run.exitCode).toBe(0);
  const outputs = run.outputs('boot');
  expect(outputs).toMatchObject({ verdict: 'passed', phase: 'initramfs', reason: '' });
  expect(Number(outputs['boot-time'])).toBeGreaterThan(0);
  expect(JSON.parse(outputs.captures ?? '')).toEqual({ kernel_release: expect.stringMatching(/^\d+\.\d+/) });
  const result = run.files.get('results/boot/result.json');
  expect(JSON.parse(String(result))).toMatchObject({ version: 2, verdict: 'passed' });
  expect(outputs['result-json']).toMatch(/\/results\/boot\/result\.json$/);
  expect(run.summary('boot')).toContain('<code>boot</code>: passed');
  expect(run.annotations('error')).toEqual([]);
  expect(run.annotations('warning')).toEqual([]);
  expect(outputs['artifact-url']).toMatch(/\/actions\/runs\/\d+\/artifacts\/\d+$/);
  expect(run.summary('boot')).toContain(`<a href="${outputs['artifact-url']}">`);
  const [archive] = [...run.files].filter(([name]) => /^artifacts\/.*tdx-boot-boot.*\.zip$/.test(name));
  // The names of the files in a zip archive are not compressed.
  for (const name of ['report.html', 'result.json', 'serial.raw']) {
    expect(archive?.[1].includes(name)).toBe(true);
  }
  expect(run.log).toContain('Boot: kernel');
  expect(run.output('boot')).toContain('# tdx-boot probe: done');
  expect(run.leftovers).toEqual([]);
  expectNoForeignCommands(run);
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

describe('inputs that cannot be meant are refused before anything is started', () => {
  test.each([
    ['contradictory', { ...simple, scenario: 'boot.yml', expect: 'login:' }, 'given together with expect'],
    ['a kernel that is missing', { ...simple, kernel: 'no-such-bzImage' }, 'no-such-bzImage: no such file'],
    ['no platform', { kernel: KERNEL }, 'platform is missing'],
  ])('%s', async (_, inputs, message) => {
    const run = await runAct({ workflow: workflow(inputs), files: spy });
    expect(run.outcome('boot')).toBe('failure');
    expect(run.annotations('error').map((annotation) => annotation.message)).toEqual([
      expect.stringContaining(message),
    ]);
    expect([...run.files.keys()]).toEqual(['left.json']);
  });
});

describe('a job that is cancelled', () => {
  const hold = {
    ...simple,
    cmdline: 'console=ttyS0 tdx-boot.probe=hold',
    expect: '# tdx-boot probe: done\nnever printed',
  };
  /** Does `what` once, when the guest is up. */
  const whenUp = (what: (run: ReturnType<typeof startAct>) => void) => {
    let done = false;
    return (event: { msg: string }, run: ReturnType<typeof startAct>): void => {
      if (done || !event.msg.includes('| # tdx-boot probe: done')) return;
      done = true;
      what(run);
    };
  };
  const expectWorkDirRemoved = (run: ActResult): void => {
    const [, workDir] =
      /\/(tdx-boot-[\w-]+)\/initrd\.cpio"/.exec(String(run.files.get('results/boot/events.jsonl'))) ?? [];
    expect(workDir).toBeDefined();
    expect(JSON.parse(String(run.files.get('left.json')))).not.toContain(workDir);
  };

  test('killed at once: no QEMU is left, and the post step removes the work directory', async () => {
    const run = await runAct({
      workflow: workflow(hold),
      files: spy,
      onEvent: whenUp((act) => act.cancel()),
    });
    expect(run.leftovers).toEqual([]);
    expect(run.outcome('boot', 'Post')).toBe('success');
    expectWorkDirRemoved(run);
  });

  test('SIGINT to the action, as the runner does: a verdict, a summary, and nothing left', async () => {
    const run = await runAct({
      workflow: workflow(hold),
      files: spy,
      onEvent: whenUp((act) => act.signalAction('SIGINT')),
    });
    expect(run.outcome('boot')).toBe('failure');
    expect(run.outputs('boot')).toMatchObject({
      verdict: 'errored',
      reason: expect.stringContaining('SIGINT'),
    });
    expect(run.summary('boot')).toContain('errored');
    expect(run.outcome('boot', 'Post')).toBe('success');
    expect(run.leftovers).toEqual([]);
    expectWorkDirRemoved(run);
  });
});
