/** Commands in real guests: files go in, the agent runs them, and their ends decide. Judged again from the recording. */

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { KERNEL_9P, Lab, ROOT, TD_KERNEL } from '../support/cli.ts';
import { hugePages, tap } from '../support/host-parts.ts';
import { systemdRoot } from '../support/systemd-root.ts';

const lab = new Lab();
afterAll(() => lab.remove());

/**
 * What kselftest's runner prints of a collection (tools/testing/selftests/kselftest/runner.sh), with a test that prints KTAP of
 * its own, by appending to /dev/stdout. The kernel speaks between the lines, and each line goes to its log, too, as a console
 * of a slow host shows it.
 */
const KSELFTEST = `#!/bin/sh
say() { echo "$1" >>/dev/stdout; echo "$1" >/dev/kmsg; }
noise() { echo "loop0: detected capacity change" >/dev/kmsg; }
say "TAP version 13"
say "1..4"
say "# timeout set to 45"
say "# selftests: net: reuseport"
say "# TAP version 13"
say "# 1..2"
noise
say "# ok 1 ipv4"
say "# ok 2 ipv6 # SKIP no IPv6"
say "# # Totals: pass:1 fail:0 xfail:0 xpass:0 skip:1 error:0"
say "ok 1 selftests: net: reuseport"
noise
say "# selftests: net: gro.sh"
say "not ok 2 selftests: net: gro.sh # exit=42"
say "# selftests: net: tls"
say "not ok 3 selftests: net: tls # TIMEOUT 45 seconds"
say "# selftests: net: psock_snd.sh"
say "ok 4 selftests: net: psock_snd.sh # SKIP"
`;
/** A program that is killed by a bug of its own, in a collection whose runner ignores that. */
const TRUNCATED = 'echo "TAP version 13"; echo 1..3; echo "ok 1 open"; (kill -9 $$) & wait';

/** A root file system of one static program, as examples of the docs use it. */
const root = lab.path('root');
for (const directory of ['bin', 'etc']) mkdirSync(path.join(root, directory), { recursive: true });
execFileSync('cp', ['/usr/bin/busybox', path.join(root, 'bin/busybox')]);
for (const applet of ['sh', 'ls', 'cat', 'mkdir', 'ln', 'yes', 'sleep', 'uname', 'poweroff', 'head']) {
  symlinkSync('busybox', path.join(root, 'bin', applet));
}
writeFileSync(lab.path('suite.sh'), '#!/bin/sh\necho "$GREETING from $PWD"\nexit "$1"\n');
chmodSync(lab.path('suite.sh'), 0o755);
const guest = { root: 'root', files: { 'suite.sh': '/opt/hostile name \u001b[2J/' } };

test('a guest runs a suite: what failed, and the report that ends early, fail the run, and each counts once', async () => {
  const steps = [{ run: KSELFTEST }, { run: `sh -c '${TRUNCATED}' || true` }];
  const { code, stdout, result } = await lab.boot(lab.scenario('suite', { guest, steps }));
  expect([code, result.steps.map(({ state }) => state)]).toEqual([1, ['met', 'met']]);
  expect(result.reason).toBe('not ok: selftests: net: gro.sh');
  expect(result.findings.map(({ id, title }) => `${id}: ${title}`)).toEqual([
    'test-failed: not ok: selftests: net: gro.sh',
    'test-failed: not ok: selftests: net: tls',
    'test-truncated: the test report on run-2 ends early, after 1 of 3 results',
  ]);
  // The probe's own report comes before. Both streams show the suite's, and which of them is read first is a matter of chance.
  const [, ...reports] = result.tests;
  const seen = reports.map(({ stream, alsoOn, counts }) => [[stream, ...alsoOn].sort().join(), counts]);
  expect(seen).toEqual([
    ['run-1,serial', { passed: 1, failed: 2, skipped: 2, todo: 0 }],
    ['run-2', { passed: 1, failed: 0, skipped: 0, todo: 0 }],
  ]);
  expect(stdout.match(/notice: (?:serial|run-1): not ok 2 /g)).toHaveLength(1);
});

test('a guest that panics half a second after the last step has not passed', async () => {
  const steps = [{ run: '(sleep 0.5; echo c >/proc/sysrq-trigger) >/dev/null 2>&1 &' }];
  const { code, result } = await lab.boot(lab.scenario('late', { guest, steps }));
  expect([code, result.steps.map(({ state }) => state)]).toEqual([1, ['met']]);
  expect(result.cause).toMatchObject({ kind: 'signature', text: expect.stringContaining('sysrq') });
});

describe('a guest runs commands', () => {
  const network = tap();
  afterAll(() => network?.release());

  test('with their environment, in their directory; what they print and how they end is judged; over a tap', async () => {
    const { name, prefix } = network?.value ?? {};
    const ping = `busybox ip link set eth0 up && busybox ip address add ${prefix}.2/24 dev eth0 && busybox ping -c 1 -W 9 ${prefix}.1`;
    const steps = [
      {
        run: ['./suite.sh', '4'],
        'working-directory': '/opt/hostile name \u001b[2J',
        env: { GREETING: 'hello' },
        exit: 4,
      },
      { run: `cat /proc/mounts${name === undefined ? '' : ` && ${ping}`}`, output: '/^.dev.vda . ext4 /' },
      { run: 'uname -r\n', output: '/^(?<release>\\S+)$/', capture: ['release'] },
      { run: 'sleep 3600 & echo started' },
      { run: 'yes | head -c 3000000; exit 3' },
    ];
    const onDisk = {
      ...guest,
      root: { path: 'root', as: 'disk' },
      ...(name === undefined ? {} : { network: { type: 'tap', interface: name } }),
    };
    const scenario = lab.scenario('commands', { guest: onDisk, steps });
    const { code, stdout, result, raw } = await lab.boot(scenario, { node: 20 });
    expect(code).toBe(1);
    // What a command that failed printed last is shown before the verdict.
    expect(stdout).toMatch(/^ {2}\| y\nfailed: commands /m);
    expect(result.cause).toMatchObject({
      kind: 'command-exit',
      where: expect.stringContaining('commands.yml:'),
    });
    expect(result.reason).toBe('step 5: "yes | head -c 3000000; exit 3" ended with exit code 3, not 0');
    expect(result.steps.map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met', 'missed']);
    expect(result.captures).toEqual({ release: expect.stringMatching(/^\d+\.\d+/) });
    expect(raw('run-1')).toBe('hello from /opt/hostile name \u001b[2J\n');
    expect(raw('run-4')).toBe('started\n');
    expect(raw('run-5')).toBe('y\n'.repeat(1_500_000));
  });

  test('and dies while it does: the command is named, and so is what killed it', async () => {
    const steps = [{ run: 'echo c >/proc/sysrq-trigger' }];
    const { code, result } = await lab.boot(lab.scenario('dies', { guest, steps }));
    expect(code).toBe(1);
    expect(result.cause).toMatchObject({ kind: 'signature', text: expect.stringContaining('sysrq') });
    expect(result.findings.map(({ kind }) => kind)).toContain('command-cut');
  });

  test.each<[string, object, object]>([
    [
      'hangs',
      { run: 'sleep 3600', within: '1s' },
      { kind: 'command-late', title: expect.stringContaining('sleep 3600') },
    ],
    [
      'is killed',
      { run: 'kill -9 $$' },
      { kind: 'command-signal', title: expect.stringContaining('SIGKILL') },
    ],
  ])('and one %s', async (name, step, cause) => {
    const steps = [{ run: 'true' }, step];
    const { code, result } = await lab.boot(lab.scenario(name.replace(' ', '-'), { guest, steps }));
    expect(code).toBe(1);
    expect(result.cause).toMatchObject(cause);
  });

  test('and floods: the command is blamed, not the console', async () => {
    const steps = [{ run: ['/bin/yes'] }];
    const { code, result } = await lab.boot(lab.scenario('floods', { guest, steps, 'output-limit': '1M' }));
    expect(code).toBe(1);
    expect(result.cause).toMatchObject({ kind: 'command-flood' });
  });
});

test('a run that fails gives its files, whatever their names, up to a limit', async () => {
  const script = [
    'mkdir -p /out; cd /out',
    "echo one >'a:b'; echo two >\"$(printf 'new\\nline')\"; ln -s /etc/.. up",
    'head -c 200000000 /dev/zero >big; exit 1',
  ];
  const scenario = lab.scenario('collects', {
    guest: { ...guest, memory: '640M' },
    steps: [{ run: script.join('\n') }],
    collect: { paths: ['/out', '/out/up/../../etc/x', '/none*'], size: '1M' },
  });
  const { code, stdout, directory } = await lab.boot(scenario);
  expect(code).toBe(1);
  expect(stdout).toContain('notice: collected 2 files, 8 bytes; 3 left out or cut, see files.json');
  const index = JSON.parse(readFileSync(path.join(directory, 'files.json'), 'utf8'));
  expect(index.files.map(({ name }: { name: string }) => name)).toEqual(['out/a%3ab', 'out/new%0aline']);
  expect(index.leftOut).toEqual([
    { path: '/out/big', why: 'more than 1048576 bytes of all files together (collect.size)' },
    { path: '/out/up/../../etc/x', why: 'no such file' },
    { path: '/none*', why: 'no such file' },
  ]);
  expect(readFileSync(path.join(directory, 'files/out/a%3ab'), 'utf8')).toBe('one\n');
});

test('a root on a disk with an init of its own, which starts no agent, has its commands typed at the prompt', async () => {
  const shell = lab.path('shell');
  execFileSync('cp', ['-r', root, shell]);
  const init = [
    '#!/bin/sh',
    'busybox mount -t devtmpfs none /dev',
    'exec busybox setsid -c sh </dev/ttyS0 >/dev/ttyS0 2>&1',
  ];
  writeFileSync(path.join(shell, 'init'), `${init.join('\n')}\n`, { mode: 0o755 });
  const steps = [
    { expect: '/# $/', stream: 'serial' },
    { run: 'echo $((6 * 7))\ncat /etc/who', env: { A: "it's" }, output: '/^42$/' },
    { run: 'exit 7', exit: 7 },
    { run: 'cat /etc/nobody' },
  ];
  const files = { 'suite.sh': '/etc/who' };
  const { code, result, stdout, raw } = await lab.boot(
    lab.scenario('typed', {
      guest: { root: { path: 'shell', as: 'disk' }, files, cmdline: 'console=ttyS0 quiet' },
      steps,
    }),
  );
  expect(code).toBe(1);
  expect(result.reason).toBe('step 4: "cat /etc/nobody" ended with exit code 1, not 0');
  expect(stdout).toContain(
    'notice: no agent answered in the guest: commands are typed at the prompt on serial',
  );
  expect(raw('run-1')).toBe('');
});

test('a disk image with an agent gets the files that no initrd can hold', async () => {
  const tree = lab.path('disk');
  execFileSync('cp', ['-r', root, tree]);
  for (const directory of ['dev', 'proc', 'sys', 'sbin'])
    mkdirSync(path.join(tree, directory), { recursive: true });
  execFileSync('cp', [path.join(ROOT, 'guest/agent'), path.join(tree, 'sbin/tdx-boot-agent')]);
  const init = [
    '#!/bin/sh',
    'busybox mount -t proc none /proc',
    'busybox mount -t sysfs none /sys',
    'busybox mount -t devtmpfs none /dev',
    '/sbin/tdx-boot-agent',
    'poweroff -f',
  ];
  writeFileSync(path.join(tree, 'init'), `${init.join('\n')}\n`, { mode: 0o755 });
  execFileSync('/usr/sbin/mke2fs', ['-q', '-t', 'ext4', '-d', tree, lab.path('disk.img'), '16M']);
  const { code, result, raw } = await lab.boot(
    lab.scenario('disk', {
      guest: {
        kernel: TD_KERNEL,
        cmdline: 'console=ttyS0 panic=-1 root=/dev/nvme0n1 rw init=/init',
        disks: [{ path: 'disk.img', bus: 'nvme' }],
        files: { 'suite.sh': '/opt/new/', root: '/opt/root' },
      },
      steps: [{ run: '/opt/new/suite.sh 0; ls -l /opt/root/bin/sh', env: { GREETING: 'from a disk' } }],
    }),
  );
  expect([code, result.reason]).toEqual([0, 'every step was met']);
  expect(raw('run-1')).toMatch(/^from a disk from \/\n.*\/opt\/root\/bin\/sh -> busybox\n$/);
});

test('a disk image with systemd starts the agent as the unit says that it is installed', async () => {
  const tree = lab.path('systemd');
  systemdRoot(tree);
  const unit = readFileSync(path.join(ROOT, 'guest/tdx-boot-agent.service'), 'utf8');
  const install = [...unit.matchAll(/^# {3}(.+)$/gm)].map(([, command = '']) => command);
  execFileSync('sh', ['-e'], {
    cwd: ROOT,
    env: { ...process.env, IMAGE: tree },
    input: install.join('\n').replaceAll('IMAGE', '$IMAGE'),
    stdio: 'pipe',
  });
  execFileSync('/usr/sbin/mke2fs', ['-q', '-t', 'ext4', '-d', tree, lab.path('systemd.img'), '64M']);
  const { code, result, raw } = await lab.boot(
    lab.scenario('systemd', {
      guest: {
        kernel: TD_KERNEL,
        memory: '512M',
        cmdline: `console=ttyS0 panic=-1 root=/dev/nvme0n1 rw init=/usr/lib/systemd/systemd systemd.default_device_timeout_sec=300`,
        disks: [{ path: 'systemd.img', bus: 'nvme' }],
      },
      steps: [
        { run: 'systemctl is-active tdx-boot-agent.service && echo "$HOME $PWD"' },
        { run: 'sleep 3600 & systemctl --no-pager --failed --quiet' },
      ],
    }),
  );
  expect([code, result.reason]).toEqual([0, 'every step was met']);
  expect([raw('run-1'), raw('run-2')]).toEqual(['active\n/root /\n', '']);
});

test('directories of the host: by 9p as the root, where nothing is written, and by virtiofs, where that is allowed; in huge pages', async () => {
  mkdirSync(lab.path('out'));
  writeFileSync(lab.path('out/from-host'), 'from the host\n');
  const pages = hugePages(256);
  try {
    const { code, raw, result } = await lab.boot(
      lab.scenario('shares', {
        guest: {
          kernel: KERNEL_9P,
          shares: { root: '/', out: { target: '/out', type: 'virtiofs', write: 'allow' } },
          ...(pages === undefined ? {} : { 'memory-backend': { hugepages: pages.value, shared: true } }),
        },
        steps: [{ run: 'echo here >/new && cat /new /out/from-host && uname -r >/out/from-guest' }],
      }),
    );
    expect([code, result.reason]).toEqual([0, 'every step was met']);
    expect(raw('run-1')).toBe('here\nfrom the host\n');
    expect(readFileSync(lab.path('out/from-guest'), 'utf8')).toMatch(/^\d+\.\d+/);
    expect(existsSync(path.join(root, 'new'))).toBe(false);
  } finally {
    pages?.release();
  }
});

test('the probe guest without anything of the user has an agent, too', async () => {
  const steps = [
    { run: ['/sbin/tdx-boot-agent', '--version'], output: 'protocol 1' },
    { run: ['gcc', '--version'] },
  ];
  const { code, result, directory } = await lab.boot(lab.scenario('bare', { steps }));
  expect(code).toBe(1);
  expect(result.reason).toBe(
    'step 2: "gcc --version" was not found: the guest has no gcc, or not its interpreter',
  );
  expect(existsSync(path.join(directory, 'run-2.raw'))).toBe(false);
});
