/** The shared cache where it really runs: in an action, against the cache service of act (v1), and as a bundle. */

import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { CacheJob, IMAGE, KEY, PREFIX } from '../support/cache-job.ts';
import { ROOT } from '../support/cli.ts';
import { kill, processesOf } from '../support/processes.ts';

/** Of a local action: a call of the cache, and what it says, as one line of JSON in a file. */
const ACTION = 'name: call\nruns: { using: node24, main: main.mjs }\n';
const MAIN = `
  import { appendFileSync } from 'node:fs';
  const { actionsCache } = await import(process.env.MODULE);
  const { CALL, KEY, PREFIX, FILES, RESULT } = process.env;
  const notices = [];
  const cache = actionsCache({ listener: ({ text }) => notices.push(text) });
  const found = CALL === 'save' ? await cache.save(KEY, FILES) : await cache.restore(KEY, PREFIX, FILES);
  appendFileSync(RESULT, JSON.stringify({ found, notices, v2: process.env.ACTIONS_CACHE_SERVICE_V2 }));
`;
const WORKFLOW = `
on: push
jobs:
  call:
    runs-on: [self-hosted, tdx]
    steps:
      - uses: actions/checkout@v6
      - uses: ./call
`;

test('v1, in act: what one workflow run saves the next restores', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-act-cache-'));
  try {
    const files = join(directory, 'files');
    mkdirSync(files);
    writeFileSync(join(files, 'OVMF.fd'), IMAGE);
    const miss = { CALL: 'restore', FILES: join(directory, 'missed'), KEY };
    expect(runInAct(directory, 'miss', miss)).toEqual({ notices: [] });
    expect(runInAct(directory, 'save', { CALL: 'save', FILES: files, KEY })).toEqual({ notices: [] });
    expect(runInAct(directory, 'again', { CALL: 'save', FILES: files, KEY })).toEqual({ notices: [] });
    const restored = join(directory, 'restored');
    const other = { CALL: 'restore', FILES: restored, KEY: `${PREFIX}bbbbbbbbbbbbbbbb` };
    expect(runInAct(directory, 'restore', other)).toEqual({ found: KEY, notices: [] });
    expect(readFileSync(join(restored, 'OVMF.fd')).equals(IMAGE)).toBe(true);
    expect(processesOf(directory)).toEqual([]);
  } finally {
    for (const { pid } of processesOf(directory)) kill(pid, 'SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
});

test('v2, as bundles: what the shipped client saves the client of the sources restores', async () => {
  const job = await CacheJob.start();
  try {
    const workDir = job.empty();
    cpSync(job.entry(), join(workDir, 'entry'), { recursive: true });
    const client = join(ROOT, 'dist/cache/index.js');
    const env = { ...process.env, GITHUB_WORKSPACE: workDir };
    const { stdout } = await promisify(execFile)(process.execPath, [client, 'save', KEY], {
      cwd: workDir,
      env,
    });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(JSON.stringify({ key: KEY }));
    expect(await job.cache.restore(KEY, PREFIX, job.empty())).toBe(KEY);
    expect(job.notices).toEqual([]);
  } finally {
    job.close();
  }
});

test('v2, as bundles: the shipped action starts the shipped client', async () => {
  const job = await CacheJob.start();
  try {
    // It is killed as soon as it has asked: a miss would be built.
    job.service.fault = 'error-500';
    const inputs = {
      INPUT_FIRMWARE: 'tdvf',
      'INPUT_FIRMWARE-BUILD': 'release',
      'INPUT_INSTALL-TOOLS': 'false',
      'INPUT_REQUIRE-KNOWN': 'false',
    };
    const env = { ...process.env, ...inputs, XDG_CACHE_HOME: join(job.directory, 'xdg') };
    const action = spawn(process.execPath, [join(ROOT, 'dist/firmware/index.js')], {
      env,
      cwd: job.directory,
    });
    let output = '';
    for (const stream of [action.stdout, action.stderr]) stream.on('data', (text) => (output += text));
    const ended = once(action, 'close').then(() => `ended without having asked: ${output}`);
    expect(await Promise.race([job.service.met, ended])).toBeUndefined();
    expect(job.processes.some(({ args }) => args[1] === join(ROOT, 'dist/cache/index.js'))).toBe(true);
    action.kill('SIGKILL');
    await ended;
    while (job.processes.length > 0) await new Promise(setImmediate);
  } finally {
    job.close();
  }
});

/** One workflow run on a new machine; runs share the service's files. Returns what the action has written. */
function runInAct(directory: string, name: string, given: Record<string, string>): unknown {
  const act = process.env.TDX_BOOT_ACT ?? join(ROOT, '.tools/bin/act');
  if (!existsSync(act)) throw new Error(`${act} is missing, run script/setup`);
  const home = join(directory, name);
  const env = {
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    HOME: home,
    TMPDIR: join(home, 'tmp'),
    ACT_DISABLE_VERSION_CHECK: '1',
    MODULE: join(ROOT, 'src/action/cache.ts'),
    RESULT: join(home, 'result.json'),
    PREFIX,
    ...given,
  };
  const repo = join(home, 'repo');
  const sources = {
    'call/action.yml': ACTION,
    'call/main.mjs': MAIN,
    '.github/workflows/test.yml': WORKFLOW,
  };
  for (const path of [env.TMPDIR, join(repo, 'call'), join(repo, '.github/workflows')])
    mkdirSync(path, { recursive: true });
  for (const [path, text] of Object.entries(sources)) writeFileSync(join(repo, path), text);
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@localhost'];
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: repo, env });
  execFileSync('git', ['add', '--all'], { cwd: repo, env });
  execFileSync('git', [...author, 'commit', '--quiet', '--message=test'], { cwd: repo, env });
  const args = ['push', '--container-daemon-socket=-', '--platform=self-hosted=-self-hosted', '--rm'];
  args.push('--cache-server-addr=127.0.0.1', `--cache-server-path=${join(directory, 'service')}`);
  execFileSync(act, args, { cwd: repo, env, timeout: 60_000, stdio: 'pipe' });
  return JSON.parse(readFileSync(env.RESULT, 'utf8'));
}
