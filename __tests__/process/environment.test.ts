/**
 * No program that tdx-boot starts gets a secret of the job: each place that starts programs is run with secrets in the
 * environment, and a fake program writes down what it was given.
 */

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { toolsInJobLog } from '../../src/action/tools.ts';
import { buildImage } from '../../src/build/build.ts';
import { installTools } from '../../src/build/install.ts';
import { tdvf } from '../../src/build/recipes/tdvf.ts';
import { git } from '../../src/build/source/git-command.ts';
import { findToolchain } from '../../src/build/toolchain.ts';
import { mke2fs } from '../../src/guest/ext4.ts';
import { readModule } from '../../src/guest/modules.ts';
import { readKernelLog } from '../../src/host/kernel-log.ts';
import { tryKvm } from '../../src/host/kvm-trial.ts';
import { findCommand } from '../../src/process/find.ts';
import { tryLock } from '../../src/process/lock.ts';
import { Terminal } from '../../src/process/terminal.ts';
import { buildKernel } from '../../src/suite/bisect/build.ts';
import { askQemu } from '../../src/vmm/ask.ts';
import { copyFiles } from '../../src/vmm/copies.ts';
import { makeFifos } from '../../src/vmm/fifo.ts';
import { Machine } from '../../src/vmm/machine.ts';
import { makeAcpiFiles } from '../../src/vmm/qemu-acpi.ts';
import { Servers } from '../../src/vmm/servers.ts';
import { findVirtiofsd } from '../../src/vmm/virtiofsd.ts';
import { CacheJob, KEY } from '../support/cache-job.ts';
import { TABLES_SPEC } from '../support/tables-spec.ts';

const SRC = join(import.meta.dirname, '../../src');

/** What a job may have in its environment and no program may get. The value is the same, and is looked for. */
const SECRET = 'hunter2';
const SECRETS = [
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'CARGO_REGISTRY_TOKEN',
  'DATABASE_URL',
  'GH_TOKEN',
  'GITHUB_TOKEN',
  'INPUT_FORBID',
  'INPUT_GITHUB-TOKEN',
  'NPM_TOKEN',
];
/** How programs reach the network of a company: what needs the network gets all of these, the others get none. */
const NETWORK = [
  ...[
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'all_proxy',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'ALL_PROXY',
  ],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE', 'GIT_SSL_CAINFO'],
  ...['NODE_EXTRA_CA_CERTS', 'CARGO_HTTP_CAINFO'],
];

const SHARE = { type: 'virtiofs', tag: 'share1', source: '/srv', write: false } as const;

let directory: string;
const environment = { ...process.env };

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-environment-'));
  mkdirSync(join(directory, 'bin'));
  mkdirSync(join(directory, 'dumps'));
  process.env.PATH = `${join(directory, 'bin')}:${process.env.PATH}`;
  for (const name of SECRETS) process.env[name] = SECRET;
  // Nobody listens there, and the cache service of the test is reached without a proxy.
  for (const name of NETWORK)
    process.env[name] = /proxy/i.test(name) ? 'http://127.0.0.1:1/' : `/none/${name}`;
  process.env.no_proxy = '127.0.0.1';
  process.env.NO_PROXY = '127.0.0.1';
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  rmSync(directory, { recursive: true });
});

/** A fake program in PATH: writes its environment down, then does what is given. */
function fake(name: string, behaviour = 'exit 0'): string {
  const path = join(directory, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n# A fake ${name}.\n/usr/bin/env >"${directory}/dumps/$$"\n${behaviour}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A fake that does what the real program does. */
function wrapper(name: string): void {
  const real = findCommand(name);
  fake(name, `exec '${real}' "$@"`);
}

const listener = (): void => undefined;
const log = { info: listener, startGroup: listener, endGroup: listener };
const TOOL = { name: 'fake-tool', versionArgs: ['--version'], from: { apt: 'fake' } } as const;

interface Site {
  /** Relative to src/. */
  readonly file: string;
  /** How often it calls something that starts a program. */
  readonly calls: number;
  readonly network: boolean;
  /** A secret that this program needs. */
  readonly needs?: string;
  start(): Promise<unknown>;
}

const SITES: readonly Site[] = [
  {
    file: 'build/build.ts',
    calls: 1,
    network: true,
    start: async () => {
      fake('fake-step', 'touch OVMF.fd');
      const step = { title: 'a step', argv: ['fake-step'], cpuSeconds: 0 } as const;
      const recipe = { ...tdvf, copies: [], directories: [], steps: () => [step], output: () => 'OVMF.fd' };
      const tree = mkdtempSync(join(directory, 'tree-'));
      const toolchain = { versions: {}, missing: [] };
      const request = { tree, build: 'release', defines: [], toolchain, listener } as const;
      await buildImage(recipe, { ...request, log: join(directory, 'log') });
    },
  },
  {
    file: 'build/source/git-command.ts',
    calls: 1,
    network: true,
    start: async () => {
      fake('git');
      await git(['--version'], { listener });
    },
  },
  {
    file: 'build/install.ts',
    calls: 2,
    network: true,
    start: async () => {
      jest.spyOn(process, 'getuid').mockReturnValue(1000);
      fake('sudo');
      await installTools([TOOL], { listener });
    },
  },
  {
    file: 'build/toolchain.ts',
    calls: 1,
    network: true,
    start: async () => {
      fake('fake-tool');
      await findToolchain({ ...tdvf, tools: [TOOL] }, join(directory, 'memo'));
    },
  },
  {
    file: 'host/kernel-log.ts',
    calls: 1,
    network: false,
    start: async () => {
      fake('dmesg', 'exit 1');
      fake('journalctl', 'exit 1');
      await readKernelLog();
    },
  },
  { file: 'host/kvm-trial.ts', calls: 1, network: false, start: () => tryKvm(fake('qemu')) },
  {
    file: 'guest/modules.ts',
    calls: 1,
    network: false,
    start: async () => {
      fake('xz');
      await readModule(join(directory, 'a.ko.xz')).catch(listener);
    },
  },
  {
    file: 'guest/ext4.ts',
    calls: 1,
    network: false,
    start: () => mke2fs([], { program: fake('mke2fs') }),
  },
  {
    file: 'vmm/ask.ts',
    calls: 1,
    network: false,
    start: () => askQemu(fake('qemu', 'echo QEMU emulator version 10.1.0')),
  },
  {
    file: 'vmm/virtiofsd.ts',
    calls: 1,
    network: false,
    start: () => findVirtiofsd([SHARE], [fake('virtiofsd', 'echo --socket-path --shared-dir --readonly')]),
  },
  {
    file: 'vmm/servers.ts',
    calls: 1,
    network: false,
    start: async () => {
      const script = `[ "$TMPDIR" = '${directory}' ] && echo 'Waiting for vhost-user socket connection' >&2`;
      const plan = { command: fake('virtiofsd', script), args: [], serves: '/srv' };
      await (await Servers.start([plan], directory, () => undefined)).end();
    },
  },
  {
    file: 'vmm/qemu-acpi.ts',
    calls: 1,
    network: false,
    start: async () => {
      const program = {
        name: 'qemu',
        path: fake('qemu', `[ "$TMPDIR" = '${directory}' ]`),
        version: '10.1.0',
      } as const;
      await makeAcpiFiles(TABLES_SPEC, program, directory).catch(listener);
    },
  },
  {
    file: 'vmm/copies.ts',
    calls: 1,
    network: false,
    start: async () => {
      fake('cp');
      await copyFiles([[join(directory, 'a'), join(directory, 'b')]], undefined);
    },
  },
  {
    file: 'vmm/fifo.ts',
    calls: 1,
    network: false,
    start: async () => {
      fake('mkfifo');
      await makeFifos({ fifos: new Map([['console', join(directory, 'console')]]) });
    },
  },
  {
    file: 'vmm/machine.ts',
    calls: 1,
    network: false,
    start: async () => {
      const command = fake('vmm', `[ "$TMPDIR" = '${directory}' ]`);
      const driver = { control: () => ({ push: listener }), reboots: false, installHint: '' };
      const plan = {
        command,
        args: [],
        fds: new Map(),
        fifos: new Map(),
        stdout: 'serial',
        copies: [],
      } as const;
      const code = await new Promise((onExit, failed) => {
        const callbacks = { onOutput: listener, onState: listener, onBehind: listener, onExit };
        Machine.start(driver, plan, callbacks, { workDir: directory }).then(
          (machine) => machine.resume(),
          failed,
        );
      });
      // It keeps its temporary files in the run's directory.
      expect(code).toBe(0);
    },
  },
  {
    // What the client starts gets the client's environment.
    file: 'action/client.ts',
    calls: 1,
    network: true,
    needs: 'ACTIONS_RUNTIME_TOKEN',
    start: async () => {
      const job = await CacheJob.start();
      try {
        for (const name of SECRETS) process.env[name] = SECRET;
        wrapper('tar');
        await job.cache.save(KEY, job.entry());
        expect([job.service.keys, job.notices]).toEqual([[KEY], []]);
      } finally {
        job.close();
      }
    },
  },
  {
    file: 'action/tools.ts',
    calls: 1,
    network: true,
    start: async () => {
      fake('fake-tool');
      await toolsInJobLog(log)(['fake-tool'], { kind: 'install', deadlineMs: 600_000 });
    },
  },
  {
    file: 'process/lock.ts',
    calls: 1,
    network: false,
    start: async () => {
      wrapper('setpriv');
      (await tryLock(join(directory, 'lock')))?.release();
    },
  },
  {
    file: 'suite/bisect/build.ts',
    calls: 1,
    network: true,
    start: async () => {
      const checkOut = async (_: string, tree: string) => void mkdirSync(tree, { recursive: true });
      const command = `${fake('make')} && touch bzImage`;
      const { signal } = new AbortController();
      await buildKernel({ checkOut }, 'c0ffee', { command, output: 'bzImage', directory, signal });
    },
  },
  {
    file: 'process/terminal.ts',
    calls: 1,
    network: false,
    start: async () => {
      wrapper('script');
      const terminal = await Terminal.open();
      terminal.started();
      await terminal.close();
    },
  },
];

/** Those of the room that the others call. */
const ROOM = ['process/ask.ts', 'process/run.ts', 'process/start.ts'];

describe('every place that starts a program', () => {
  test('is in the table', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const starts = files.flatMap((file) => {
      const text = readFileSync(join(SRC, file), 'utf8').replace(/^import type .*$/gm, '');
      const knows = /from 'node:child_process'|from '@actions\/exec'|process\/(run|ask|start)\.ts'/.test(
        text,
      );
      const calls =
        text.match(/(?<!function |async )\b(?:runCommand|asks?|startVmm|startServer|spawn|getExecOutput)\(/g)
          ?.length ?? 0;
      return knows && calls > 0 && !ROOM.includes(file) ? [{ file, calls }] : [];
    });
    const rows = SITES.map(({ file, calls }) => ({ file, calls }));
    const order = (a: { file: string }, b: { file: string }): number => a.file.localeCompare(b.file);
    expect(starts.sort(order)).toEqual(rows.sort(order));
  });

  test('uses the room: only src/process/ knows node:child_process, and only one file @actions/exec', () => {
    const knows = (module: string): string[] =>
      readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
        (name) =>
          name.endsWith('.ts') &&
          new RegExp(`^import (?!type ).*'${module}'`, 'm').test(readFileSync(join(SRC, name), 'utf8')),
      );
    expect(knows('node:child_process').sort()).toEqual([
      'process/lock.ts',
      'process/run.ts',
      'process/start.ts',
      'process/terminal.ts',
    ]);
    expect(knows('@actions/exec')).toEqual(['action/tools.ts']);
  });

  test.each(SITES.map((site): [string, Site] => [site.file, site]))(
    '%s gives no secret away',
    async (_, site) => {
      await site.start();
      const dumps = readdirSync(join(directory, 'dumps')).map((name) =>
        readFileSync(join(directory, 'dumps', name), 'utf8').split('\n'),
      );
      expect(dumps.length).toBeGreaterThan(0);
      for (const lines of dumps) {
        const secrets = lines.filter((line) => line.includes(SECRET));
        expect(secrets).toEqual(site.needs === undefined ? [] : [`${site.needs}=${SECRET}`]);
        const network = NETWORK.filter((name) => lines.some((line) => line.startsWith(`${name}=`)));
        expect(network).toEqual(site.network ? NETWORK : []);
      }
    },
  );
});
