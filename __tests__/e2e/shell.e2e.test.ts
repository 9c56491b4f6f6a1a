/** By hand: `tdx-boot shell` on a real terminal (script(1) makes one), and a guest that is kept after its failure. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { CLI, Lab, ROOT } from '../support/cli.ts';
import { Archive } from '../support/lab.ts';
import { kill, processesOf } from '../support/processes.ts';

const lab = new Lab();
afterAll(() => lab.remove());

/** Sets the title of the terminal, then gives a shell. */
const INIT = `#!/usr/bin/busybox sh
/usr/bin/busybox mkdir -p /bin && /usr/bin/busybox --install -s /bin
mount -t proc proc /proc; mount -t devtmpfs dev /dev
printf '\\033]0;evil\\007shell: ready\\n'
exec setsid sh -c 'exec sh < /dev/ttyS0 > /dev/ttyS0 2>&1'
`;

test('a shell in the guest', async () => {
  const archive = new Archive();
  archive.program('busybox');
  archive.add('/init', Buffer.from(INIT), 0o755);
  const scenario = lab.scenario('shell', {
    guest: { initrd: lab.write('initrd.cpio', archive.bytes()), cmdline: 'console=ttyS0 panic=-1 quiet' },
    steps: [{ expect: 'shell: ready' }],
    settle: '0s',
  });
  const node = path.join(ROOT, '.tools/node24/bin/node');
  const command = [node, CLI, 'shell', scenario, '--results', lab.results].join(' ');
  const terminal = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: { PATH: process.env.PATH ?? '', HOME: '/nonexistent', TERM: 'xterm', TMPDIR: lab.tmp },
  });
  let screen = '';
  let look: () => void = () => undefined;
  terminal.stdout.setEncoding('utf8').on('data', (text) => {
    screen += text;
    look();
  });
  const ended = once(terminal, 'close');
  const shows = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      look = () => {
        if (screen.includes(text)) resolve();
      };
      look();
      void ended.then(() => reject(new Error(`ended without showing "${text}":\n${screen}`)));
    });

  await shows('passed: shell');
  await shows('# ');
  terminal.stdin.write('echo $((6 * 7))-typed\r');
  await shows('42-typed');
  terminal.stdin.write('\x1d');
  expect(await ended).toEqual([0, null]);
  expect(screen).not.toContain('evil');
  const directory = path.join(lab.results, 'shell');
  expect(JSON.parse(fs.readFileSync(path.join(directory, 'result.json'), 'utf8'))).toMatchObject({
    verdict: 'passed',
  });
  lab.expectNothingLeft();
}, 60_000);

test('a guest that has not passed is kept until this process is asked to end, and nothing is left then', async () => {
  const scenario = lab.scenario('kept', {
    guest: { cmdline: 'console=ttyS0 panic=-1 tdx-boot.probe=hold' },
    steps: [{ expect: '# tdx-boot probe: done' }, { expect: 'never', within: '100ms' }],
  });
  const running = lab.start(['run', scenario, '--keep-on-failure', '--gdb', '--results', lab.results]);
  await running.says('the guest is kept for a look');
  expect(processesOf(lab.dir).some(({ args }) => args.includes('chardev:gdb'))).toBe(true);
  expect(await askGdbStub('qC')).toMatch(/\+\$QC/);
  kill(running.pid, 'SIGTERM');
  const { code, stdout, stderr } = await running.done;
  expect([code, stdout]).toEqual([143, expect.stringContaining('failed: kept')]);
  expect(stderr).toMatch(/^gdb: gdb vmlinux -ex 'target remote \S+gdb\.sock'/);
  lab.expectNothingLeft();
});

/** What QEMU's gdb stub answers to a request of gdb's remote protocol (GDB's manual, appendix E). */
async function askGdbStub(request: string): Promise<string> {
  const [run = ''] = fs.readdirSync(lab.tmp);
  const socket = createConnection(path.join(lab.tmp, run, 'gdb.sock')).setEncoding('latin1');
  const sum = [...request].reduce((total, character) => total + character.charCodeAt(0), 0) % 256;
  socket.write(`$${request}#${sum.toString(16).padStart(2, '0')}`);
  let answer = '';
  for await (const text of socket) {
    answer += text;
    if (/\+\$.*#..$/.test(answer)) break;
  }
  return answer;
}
