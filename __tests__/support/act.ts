import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { kill, lingering, processesOf } from './processes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const workflowFile = '.github/workflows/test.yml';
type Stage = 'Main' | 'Post';

export interface ActOptions {
  /**
   * Workflow text. Its jobs run on `[self-hosted, tdx]` and start with `uses: actions/checkout@v6`, which act
   * turns into a copy of the repository; without it the workspace is empty. `$OUT` (`${{ env.OUT }}`) is a
   * directory outside the workspace: act deletes the workspace, what lies in `$OUT` is in the result.
   */
  workflow: string;
  /** Further files of the repository: text, or a copy of a local file or directory. */
  files?: Record<string, string | { copy: string }>;
  /** Directory with the action.yml, dist/, guest/ and td-monitor/ to run; the checkout unless told otherwise. */
  action?: string;
  env?: Record<string, string>;
  /** What the workflow runs on; absent: a push. act's repository is nektos/act. */
  event?: { name: string; payload: object };
  /** Port of an artifact service, which keeps what is uploaded in `$OUT/artifacts`. */
  artifactPort?: number;
  onEvent?: (event: ActEvent, run: ActProcess) => void;
  /** Limit of the whole run in ms. After it act gets SIGTERM, which kills the step at once. */
  timeout?: number;
}

/** One line of `act --json`; `arg` and `content` are not masked, `command` is `ignored` after stop-commands. */
export interface ActEvent {
  msg: string;
  stage?: Stage;
  stepID?: string[];
  stepResult?: string;
  raw_output?: boolean;
  command?: string;
  kvPairs?: Record<string, string>;
  arg?: string;
  name?: string;
  content?: string;
}

export interface ActProcess {
  /** Cancels the workflow: act kills the step with SIGKILL, then runs the post steps. */
  cancel(signal?: 'SIGINT' | 'SIGTERM'): void;
  /** Sends a signal to the node process of the action alone, as GitHub's runner does on cancel. */
  signalAction(signal: NodeJS.Signals): void;
  done: Promise<ActResult>;
}

export interface ActResult extends ReturnType<typeof readEvents> {
  exitCode: number | null;
  events: ActEvent[];
  /** Files below `$OUT`, by relative path. */
  files: Map<string, Buffer>;
  /** Command lines of processes of the job that were still there after act; they are killed. */
  leftovers: string[];
}

export const runAct = (options: ActOptions): Promise<ActResult> => startAct(options).done;

export function startAct(options: ActOptions): ActProcess {
  const act = process.env.TDX_BOOT_ACT ?? path.join(root, '.tools/bin/act');
  if (!fs.existsSync(act)) throw new Error(`${act} is missing, run script/setup`);
  const tools = path.join(root, '.tools/node24/bin');
  const nodeDir = fs.existsSync(path.join(tools, 'node')) ? tools : path.dirname(process.execPath);
  const dir = fs.mkdtempSync(path.join(tmpdir(), 'tdx-boot-act-'));

  // act hands its whole environment to the steps, so it gets nothing that is not listed here.
  const env = {
    PATH: `${nodeDir}:${process.env.PATH ?? '/usr/bin:/bin'}`,
    LANG: 'C.UTF-8',
    HOME: path.join(dir, 'home'),
    TMPDIR: path.join(dir, 'tmp'),
    XDG_CACHE_HOME: path.join(dir, 'cache'),
    XDG_CONFIG_HOME: path.join(dir, 'config'),
    OUT: path.join(dir, 'out'),
    ACT_DISABLE_VERSION_CHECK: '1',
  };
  const repo = path.join(dir, 'repo');
  try {
    for (const made of ['home', 'tmp', 'out']) fs.mkdirSync(path.join(dir, made));
    prepareRepo(repo, options, env);
  } catch (error) {
    fs.rmSync(dir, { recursive: true });
    throw error;
  }

  const { name, payload } = options.event ?? { name: 'push', payload: {} };
  const eventFile = path.join(dir, 'event.json');
  fs.writeFileSync(eventFile, JSON.stringify(payload));
  const args = [
    name,
    '--eventpath',
    eventFile,
    '--json',
    '--rm',
    '--no-cache-server',
    '--use-gitignore=false',
  ];
  args.push('--container-daemon-socket=-', '--platform=self-hosted=-self-hosted', '-W', workflowFile);
  if (options.artifactPort !== undefined) {
    args.push(`--artifact-server-path=${path.join(env.OUT, 'artifacts')}`);
    args.push('--artifact-server-addr=127.0.0.1', `--artifact-server-port=${options.artifactPort}`);
  }
  const child = spawn(act, args, {
    cwd: repo,
    env: { ...env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeout ?? 600_000,
  });
  const broken = new AbortController();
  const closed: Promise<(number | null)[]> = once(child, 'close', { signal: broken.signal });
  const events: ActEvent[] = [];
  const run: ActProcess = {
    cancel: (signal = 'SIGINT') => void child.kill(signal),
    signalAction: (signal) => {
      const action = processesOf(dir).find(({ args }) => args[1]?.endsWith('/dist/action/index.js'));
      if (action === undefined) throw new Error('the action is not running');
      kill(action.pid, signal);
    },
    done: collect(),
  };
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      try {
        const event: ActEvent = line.startsWith('{') ? JSON.parse(line) : { msg: line };
        events.push(event);
        options.onEvent?.(event, run);
      } catch (error) {
        broken.abort(error);
      }
    });
  }
  return run;

  async function collect(): Promise<ActResult> {
    try {
      const [exitCode = null] = await closed;
      const leftovers = (await lingering(dir)).map(({ args }) => args.join(' '));
      return { exitCode, leftovers, files: readTree(env.OUT), events, ...readEvents(events) };
    } finally {
      for (const { pid } of processesOf(dir)) kill(pid, 'SIGKILL');
      fs.rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

function prepareRepo(repo: string, options: ActOptions, env: Record<string, string>) {
  const own = (name: string) => ({ copy: path.join(options.action ?? root, name) });
  const given = { [workflowFile]: options.workflow, ...options.files };
  const shipped = [
    'action.yml',
    'dist',
    'guest/agent',
    'guest/probe',
    'td-monitor/td-monitor.rom',
    'package.json',
  ].map((name) => [name, own(name)]);
  const files: NonNullable<ActOptions['files']> = { ...Object.fromEntries(shipped), ...given };
  for (const [name, source] of Object.entries(files)) {
    const target = path.join(repo, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    if (typeof source === 'string') fs.writeFileSync(target, source);
    else fs.cpSync(source.copy, target, { recursive: true });
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repo, env });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all', '--force');
  git('-c', 'user.name=test', '-c', 'user.email=test@localhost', 'commit', '--quiet', '--message=test');
}

function readEvents(events: ActEvent[]) {
  const of = (id: string, stage: Stage) => events.filter((e) => e.stepID?.[0] === id && e.stage === stage);
  const printed = (list: ActEvent[]) => list.map((e) => (e.raw_output ? e.msg : '')).join('');
  const commands = (list: ActEvent[], name: string) => list.filter(({ command }) => command === name);
  return {
    log: events.map(({ msg }) => msg.replace(/\n$/, '')).join('\n'),
    outcome: (id: string, stage: Stage = 'Main') => of(id, stage).find((one) => one.stepResult)?.stepResult,
    outputs: (id: string): Record<string, string> =>
      Object.fromEntries(commands(of(id, 'Main'), 'set-output').map(({ name, arg }) => [name, arg])),
    summary: (id: string, stage: Stage = 'Main') => commands(of(id, stage), 'summary')[0]?.content ?? '',
    /** What the step printed, without workflow commands. */
    output: (id: string, stage: Stage = 'Main') => printed(of(id, stage)),
    annotations: (level: 'error' | 'warning' | 'notice') =>
      commands(events, level).map(({ arg = '', kvPairs = {} }) => ({ message: arg, properties: kvPairs })),
  };
}

function readTree(dir: string): Map<string, Buffer> {
  const names = fs.readdirSync(dir, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => fs.statSync(path.join(dir, name)).isFile());
  return new Map(files.map((name) => [name, fs.readFileSync(path.join(dir, name))]));
}

/** A port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  return address.port;
}
