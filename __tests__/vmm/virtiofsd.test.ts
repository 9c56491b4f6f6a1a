/** virtiofsd: which one is taken, what it is told, and what becomes of a run when one does not do its part. */

import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Share } from '../../src/scenario/scenario.ts';
import type { Virtiofsd } from '../../src/vmm/plan.ts';
import { Servers } from '../../src/vmm/servers.ts';
import { findVirtiofsd, virtiofsServers } from '../../src/vmm/virtiofsd.ts';
import { processesOf } from '../support/processes.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('virtiofsd');
afterEach(() => {
  jest.restoreAllMocks();
  expect(processesOf(dir)).toEqual([]);
});

const SHARE: Share = { type: 'virtiofs', tag: 'share1', source: '/srv/a,b', target: '/src', write: true };
const KEPT: Share = { ...SHARE, write: false };
const RUST_1_10 = 'echo "--shared-dir <SHARED_DIR> --socket-path <SOCKET_PATH>"';
const RUST_1_13 = `${RUST_1_10}; echo "--readonly"`;
const C = 'echo "-o source=PATH --socket-path=PATH"';

function program(script: string): string {
  const path = join(dir, 'virtiofsd');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('the program', () => {
  test('is not looked for where nothing is shared by virtiofs', async () => {
    expect(await findVirtiofsd([{ ...SHARE, type: '9p' }], [])).toBeUndefined();
  });

  test.each<[string, { root: boolean; help: string; share: Share; kind: string; sandbox: RegExp }]>([
    [
      'in Rust, as root',
      { root: true, help: RUST_1_13, share: KEPT, kind: 'rust', sandbox: /^namespace|chroot$/ },
    ],
    ['in Rust, as a user', { root: false, help: RUST_1_13, share: KEPT, kind: 'rust', sandbox: /^none$/ }],
    ['an older one in Rust', { root: false, help: RUST_1_10, share: SHARE, kind: 'rust', sandbox: /^none$/ }],
    ['in C, as root', { root: true, help: C, share: SHARE, kind: 'c', sandbox: /^namespace|chroot$/ }],
  ])('%s', async (_, { root, help, share, kind, sandbox }) => {
    jest.spyOn(process, 'geteuid').mockReturnValue(root ? 0 : 1000);
    const path = program(help);
    const found = await findVirtiofsd([share], ['no-such-virtiofsd', path]);
    expect(found).toEqual({ path, kind, sandbox: expect.stringMatching(sandbox) });
  });

  test.each<[string, { root: boolean; help: string; share: Share; message: string }]>([
    [
      'in C, as a user',
      { root: false, help: C, share: SHARE, message: 'the virtiofsd in C, of QEMU up to 7.2, runs as root' },
    ],
    [
      'that cannot keep the guest from writing',
      { root: true, help: RUST_1_10, share: KEPT, message: 'it has no --readonly, so the guest could write' },
    ],
    [
      'that is another program',
      { root: true, help: 'exit 3', share: SHARE, message: '"--help" says nothing of it: exit code 3' },
    ],
  ])('%s, is refused', async (_, { root, help, share, message }) => {
    jest.spyOn(process, 'geteuid').mockReturnValue(root ? 0 : 1000);
    await expect(findVirtiofsd([share], [program(help)])).rejects.toMatchObject({
      code: 'virtiofsd-unusable',
      message: expect.stringContaining(message),
    });
  });

  test('that is missing is named with its packages', async () => {
    await expect(findVirtiofsd([SHARE], ['/none'])).rejects.toMatchObject({
      code: 'virtiofsd-missing',
      hint: expect.stringContaining('Debian 13, Ubuntu 24.04, Fedora: the package virtiofsd'),
    });
  });
});

describe('its command', () => {
  const rust: Virtiofsd = { path: '/v', kind: 'rust', sandbox: 'none' };
  test.each<[string, Virtiofsd, Share, string, string | undefined]>([
    [
      'in Rust',
      rust,
      SHARE,
      '--socket-path /run/share-share1.sock --shared-dir /srv/a,b --sandbox none',
      undefined,
    ],
    [
      'in Rust, read-only',
      rust,
      KEPT,
      '--socket-path /run/share-share1.sock --shared-dir /srv/a,b --sandbox none --readonly',
      undefined,
    ],
    [
      'in C',
      { path: '/v', kind: 'c', sandbox: 'chroot' },
      SHARE,
      '--socket-path=/run/share-share1.sock -o source=/srv/a\\,b -o sandbox=chroot',
      '/var/run/virtiofsd/.run.share-share1.sock.pid',
    ],
  ])('%s', (_, virtiofsd, share, args, leaves) => {
    const [server] = virtiofsServers([share, { ...share, type: '9p' }], virtiofsd, { fifosIn: '/run' });
    expect([server?.args.join(' '), server?.leaves]).toEqual([args, leaves]);
  });
});

describe('the process', () => {
  const READY = 'echo "[INFO virtiofsd] Waiting for vhost-user socket connection..." >&2';
  const plan = (script: string) => ({ command: program(script), args: [], serves: '/srv' });

  test('ends with its VMM, and what it has left is removed', async () => {
    const leaves = join(dir, 'left.pid');
    const servers = await Servers.start(
      [{ ...plan(`: >${leaves}; ${READY}`), leaves }],
      dir,
      () => undefined,
    );
    await servers.end();
    expect(existsSync(leaves)).toBe(false);
  });

  test('first removes what killed runs have left, and nothing of others', async () => {
    const notes = join(dir, 'notes');
    const prefix = dir.replaceAll('/', '.');
    mkdirSync(notes);
    mkdirSync(join(dir, 'tdx-boot-run-goes-on'));
    const names = ['tdx-boot-run-killed', 'tdx-boot-run-goes-on', 'other'];
    for (const name of names) writeFileSync(join(notes, `${prefix}.${name}.share-share1.sock.pid`), '1');
    const leaves = join(notes, 'own.pid');
    const workDir = join(dir, 'tdx-boot-run-goes-on');
    await (await Servers.start([{ ...plan(READY), leaves }], workDir, () => undefined)).end();
    expect(readdirSync(notes).sort()).toEqual(
      ['other', 'tdx-boot-run-goes-on'].map((name) => `${prefix}.${name}.share-share1.sock.pid`),
    );
  });

  test('that does not end with its VMM is killed, and what it has started, too', async () => {
    const servers = await Servers.start([plan(`sleep 3600 & ${READY}; wait`)], dir, () => undefined);
    await servers.end();
  });

  test('that ends before it is ready is told with its last words, and the others are ended', async () => {
    const plans = [plan(`${READY}; exec sleep 3600`), { command: '/bin/false', args: [], serves: '/srv' }];
    await expect(Servers.start(plans, dir, () => undefined)).rejects.toMatchObject({
      code: 'server-not-started',
      message: '/bin/false, which serves /srv, ended: exit code 1',
    });
  });

  test('that dies while the guest runs is told', async () => {
    const lost = await new Promise<string>((resolve) => {
      void Servers.start([plan(`${READY}; echo oh no >&2; kill -9 $$`)], dir, resolve);
    });
    expect(lost).toMatch(/virtiofsd, which serves \/srv, ended: SIGKILL: .*oh no$/s);
  });
});
