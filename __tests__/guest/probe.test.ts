/** The probe as a program, as an initramfs and as a disk, judged by the tools that a guest's kernel stands in for. */

import { execFileSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { probeDisk, probeInitrd } from '../../src/guest/probe.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PROBE = join(ROOT, 'guest/probe');
const SOURCE = join(ROOT, 'src/guest/probe.ts');
const NOBODY = 65534;
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, LC_ALL: 'C', TZ: 'UTC' };

const scratch = mkdtempSync(join(tmpdir(), 'probe-test-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const run = (program: string, args: readonly string[], input?: Buffer) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe', env, input });

/** A kernel with one built-in and two loadable drivers, as a package unpacks it. */
function fakeKernel(): string {
  const root = mkdtempSync(join(scratch, 'kernel-'));
  const modules = join(root, 'lib/modules/6.1.0-test');
  mkdirSync(join(modules, 'kernel'), { recursive: true });
  mkdirSync(join(root, 'boot'));
  writeFileSync(
    join(modules, 'modules.dep'),
    'kernel/virtio_console.ko: kernel/virtio.ko\nkernel/virtio.ko:\n',
  );
  writeFileSync(join(modules, 'kernel/virtio.ko'), 'virtio');
  writeFileSync(join(modules, 'kernel/virtio_console.ko'), 'virtio_console');
  const image = Buffer.alloc(4096);
  image.writeUInt8(1, 0x1f1);
  image.write('HdrS', 0x202);
  image.writeUInt16LE(0x20, 0x20e);
  image.writeUInt8(1, 0x211);
  image.write('6.1.0-test (x)\0', 0x220);
  writeFileSync(join(root, 'boot/vmlinuz'), image);
  return join(root, 'boot/vmlinuz');
}

describe('guest/probe', () => {
  const report = run(PROBE, []);

  test('is a small static program', () => {
    expect(statSync(PROBE).size).toBeLessThan(60_000);
    expect(run('readelf', ['-lW', PROBE])).not.toMatch(/INTERP|DYNAMIC/);
  });

  test('reports in KTAP: plan, groups in order, totals that add up, a last line', () => {
    expect(report).toMatch(/^\nKTAP version 1\n# tdx-boot probe 1\n1\.\.6\n/);
    const results = report.split('\n').filter((line) => /^(not )?ok /.test(line));
    const groups = ['kernel', 'cpus', 'memory', 'modules', 'devices', 'confidential-computing'];
    expect(results.map((line) => line.replace(/^(not )?ok /, '').replace(/ # SKIP .*/, ''))).toEqual(
      groups.map((group, index) => `${index + 1} ${group}`),
    );
    const totals = /^# Totals: pass:(?<pass>\d+) fail:(?<fail>\d+) .* skip:(?<skip>\d+) error:0$/m.exec(
      report,
    )?.groups;
    expect(Number(totals?.pass) + Number(totals?.fail) + Number(totals?.skip)).toBe(groups.length);
    expect(report.endsWith('# tdx-boot probe: done\n')).toBe(true);
  });

  test('prints only printable ASCII, and every other line is a fact', () => {
    expect(report).toMatch(/^[\n -~]*$/);
    for (const line of report.trim().split('\n').slice(3, -2)) {
      expect(line).toMatch(/^(# [a-z]+\.\S+: .+|(not )?ok \d .*)$/);
    }
  });

  test('agrees with this machine', () => {
    expect(report).toContain(`# kernel.release: ${run('uname', ['-r'])}`);
    const cpus = readFileSync('/proc/cpuinfo', 'utf8').match(/^processor\b/gm)?.length;
    expect(report).toContain(`# cpu.online: ${cpus}\n`);
  });
});

describe('probeInitrd', () => {
  test('holds the probe as /init, a console and the modules in the order of their list', async () => {
    const initrd = await probeInitrd({ kernel: fakeKernel() });
    expect(run('cpio', ['-it', '--quiet'], initrd).trim().split('\n')).toEqual([
      ...['dev', 'proc', 'sys', 'sbin', 'modules', 'dev/console', 'dev/null', 'init'],
      ...['modules/virtio.ko', 'modules/virtio_console.ko', 'modules.list'],
    ]);
    expect(initrd.includes('/modules/virtio.ko\n/modules/virtio_console.ko\n')).toBe(true);
    expect(initrd.includes(readFileSync(PROBE))).toBe(true);
  });

  test('a file that is no kernel is named as such before anything boots', async () => {
    await expect(probeInitrd({ kernel: PROBE })).rejects.toMatchObject({ code: 'kernel-not-bzimage' });
  });

  test('the bundle that ncc makes finds the same bytes', async () => {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    const source = mkdtempSync(join(ROOT, '.cache/ncc-test-'));
    try {
      const entry = join(source, 'entry.ts');
      writeFileSync(
        entry,
        `import { probeInitrd } from '../../src/guest/probe.ts';
         probeInitrd({ kernel: process.argv[2] ?? '' }).then((initrd) => process.stdout.write(initrd));`,
      );
      const dist = join(scratch, 'bundle/dist/cli');
      const ncc = join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
      run(process.execPath, [ncc, 'build', entry, '--transpile-only', '--quiet', '-o', dist]);
      mkdirSync(join(scratch, 'bundle/guest'));
      writeFileSync(join(scratch, 'bundle/guest/probe'), readFileSync(PROBE));
      const kernel = fakeKernel();
      const bundled = execFileSync(process.execPath, [join(dist, 'index.js'), kernel], {
        maxBuffer: 1 << 24,
      });
      expect(bundled.equals(await probeInitrd({ kernel }))).toBe(true);
    } finally {
      rmSync(source, { recursive: true });
    }
  }, 60_000);
});

describe('probeDisk', () => {
  const debugfs = (request: string, image: string) => run('debugfs', ['-R', request, image]);

  test('is a sound ext4 file system with the probe as /sbin/init', async () => {
    const path = join(scratch, 'sound.img');
    await probeDisk({ path, kernel: fakeKernel() });
    expect(run('e2fsck', ['-fn', path])).toMatch(/^tdx-boot: /m);
    expect(debugfs('stat /sbin/init', path)).toMatch(/Type: regular +Mode: +0755[\s\S]*User: +0 +Group: +0 /);
    expect(debugfs('cat /modules.list', path)).toBe('/modules/virtio.ko\n/modules/virtio_console.ko\n');
    const copy = join(scratch, 'init');
    debugfs(`dump /sbin/init ${copy}`, path);
    expect(readFileSync(copy).equals(readFileSync(PROBE))).toBe(true);
    expect(statSync(path).size).toBe(8 * 1024 * 1024);
  });

  test('has no feature that an old kernel would refuse', async () => {
    const path = join(scratch, 'features.img');
    await probeDisk({ path });
    const features = /^Filesystem features: +(?<list>.*)$/m.exec(run('dumpe2fs', ['-h', path]))?.groups?.list;
    expect(features?.split(' ').sort()).toEqual(
      ['dir_index', 'ext_attr', 'extent', 'filetype', 'large_file', 'sparse_super'].sort(),
    );
  });

  test('an ordinary user builds the same bytes', async () => {
    const directory = mkdtempSync(join(scratch, 'user-'));
    const kernel = fakeKernel();
    const mine = join(directory, 'mine.img');
    await probeDisk({ path: mine, kernel });
    const theirs = join(directory, 'theirs.img');
    // The checkout may be where only its owner can read, such as /root.
    const readable = join(directory, 'checkout');
    for (const part of ['src/guest', 'src/errors.ts', 'guest/probe', 'package.json']) {
      cpSync(join(ROOT, part), join(readable, part), { recursive: true });
    }
    const script = `
      process.umask(0o077);
      const { probeDisk } = await import(process.argv[1]);
      await probeDisk({ path: process.argv[2], kernel: process.argv[3] });`;
    const source = join(readable, 'src/guest/probe.ts');
    const node = [process.execPath, '--input-type=module', '--eval', script, source, theirs, kernel];
    if (process.getuid?.() === 0) {
      for (const path of [scratch, directory, ...readdirSync(scratch).map((name) => join(scratch, name))]) {
        chownSync(path, NOBODY, NOBODY);
      }
      run('setpriv', [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...node]);
      expect(statSync(theirs).uid).toBe(NOBODY);
    } else {
      run(node[0] ?? '', node.slice(1));
    }
    expect(readFileSync(theirs).equals(readFileSync(mine))).toBe(true);
  });

  // In a child, because TMPDIR and the hiding of /usr/sbin must not reach the other tests.
  const failure = (wrapper: readonly string[], tmp: string, image: string) => {
    const script = `
      const { probeDisk } = await import(process.argv[1]);
      await probeDisk({ path: process.argv[2] }).catch(({ code, hint }) => console.log(JSON.stringify({ code, hint })));`;
    const node = [process.execPath, '--input-type=module', '--eval', script, SOURCE, image];
    const [program = '', ...args] = [...wrapper, 'env', `TMPDIR=${tmp}`, ...node];
    return JSON.parse(run(program, args));
  };

  test('a failing mke2fs is an error, and nothing is left behind', () => {
    const tmp = mkdtempSync(join(scratch, 'tmp-'));
    const error = failure([], tmp, join(tmp, 'no/such/directory/disk.img'));
    expect(error).toMatchObject({ code: 'mke2fs-failed', hint: expect.stringContaining('1.43') });
    expect(readdirSync(tmp)).toEqual([]);
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot('a missing mke2fs is an error that names the package', () => {
    const tmp = mkdtempSync(join(scratch, 'tmp-'));
    const hide = ['unshare', '--mount', 'sh', '-c', 'mount -t tmpfs none /usr/sbin && exec "$@"', 'sh'];
    const error = failure(hide, tmp, join(tmp, 'disk.img'));
    expect(error).toMatchObject({
      code: 'mke2fs-missing',
      hint: expect.stringContaining('install e2fsprogs'),
    });
    expect(readdirSync(tmp)).toEqual([]);
  });
});
