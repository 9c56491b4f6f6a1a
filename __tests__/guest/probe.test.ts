/** The probe as a program, as an initramfs and as a disk, judged by the tools that a guest's kernel stands in for. */

import { execFileSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newc } from '../../src/guest/newc.ts';
import { probeDisk, probeEntries } from '../../src/guest/probe.ts';
import { scratchDirectory } from '../support/scratch.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PROBE = join(ROOT, 'guest/probe');
const NOBODY = 65534;
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, LC_ALL: 'C', TZ: 'UTC' };

const scratch = scratchDirectory('probe');

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

/** No TDX hardware: files laid out as Linux has them in a TD stand for it. */
describe('guest/probe in a fake TD', () => {
  const SYSFS = 'sys/devices/virtual/misc/tdx_guest/measurements';
  const factsOf = (files: Readonly<Record<string, Buffer>>): Record<string, string> => {
    const root = mkdtempSync(join(scratch, 'td-'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const text = execFileSync(PROBE, [], { encoding: 'utf8', env: { ...env, TDX_BOOT_PROBE_ROOT: root } });
    return Object.fromEntries(
      [...text.matchAll(/^# (cc\.\S+): (.*)$/gm)].map(([, name, value]) => [name, value]),
    );
  };
  const register = (byte: number): Buffer => Buffer.alloc(48, byte);
  const hexOf = (byte: number): string => register(byte).toString('hex');

  /** TDREPORT_STRUCT of the TDX Module ABI: TDINFO is at 512. */
  function tdReport(): Buffer {
    const report = Buffer.alloc(1024);
    report.writeBigUInt64LE(0x8000_0000_1000_0001n, 512);
    report.writeBigUInt64LE(0xe7n, 520);
    [528, 576, 624, 672, 720, 768, 816, 864].forEach((offset, index) => {
      register(0xa0 + index).copy(report, offset);
    });
    return report;
  }

  test('a TDREPORT gives attributes with their names, XFAM and every register', () => {
    const names = ['mrtd', 'mrconfigid', 'mrowner', 'mrownerconfig', 'rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'];
    expect(factsOf({ 'dev/tdx_guest': tdReport() })).toMatchObject({
      'cc.tdreport': 'read',
      'cc.attributes': '0x8000000010000001 DEBUG SEPT_VE_DISABLE PERFMON',
      'cc.xfam': '0x00000000000000e7',
      'cc.measurement.source': 'tdreport',
      ...Object.fromEntries(names.map((name, index) => [`cc.measurement.${name}`, hexOf(0xa0 + index)])),
    });
  });

  test('the registers of sysfs come first, named without their hash', () => {
    const files = { [`${SYSFS}/mrtd:sha384`]: register(1), [`${SYSFS}/rtmr0:sha384`]: register(2) };
    const facts = factsOf({ ...files, [`${SYSFS}/mrowner`]: register(3), 'dev/tdx_guest': tdReport() });
    expect(facts).toMatchObject({
      'cc.measurement.source': 'sysfs',
      'cc.measurement.mrtd': hexOf(1),
      'cc.measurement.rtmr0': hexOf(2),
      'cc.measurement.mrowner': hexOf(3),
    });
    expect(facts['cc.measurement.rtmr1']).toBeUndefined();
    expect(facts['cc.xfam']).toBe('0x00000000000000e7');
  });

  test('what cannot be read is said to be so', () => {
    const short = { [`${SYSFS}/mrtd:sha384`]: Buffer.alloc(47), 'dev/tdx_guest': Buffer.alloc(1000) };
    expect(factsOf(short)).toMatchObject({
      'cc.measurement.mrtd': 'unreadable',
      'cc.tdreport': 'I/O error',
    });
    expect(factsOf({})).toMatchObject({ 'cc.tdreport': 'absent', 'cc.measurement.source': 'absent' });
  });

  test.each([
    ['zeros', 0x00],
    ['ones', 0xff],
  ])('an event log that is padded with %s can be put together again', (_, padding) => {
    const written = Buffer.from(Array.from({ length: 100 }, (_unused, index) => (index * 7) % 251));
    const log = Buffer.concat([written, Buffer.alloc(64 * 1024 - 100, padding)]);
    const facts = factsOf({ 'sys/firmware/acpi/tables/data/CCEL': log });
    expect(facts['cc.ccel_log']).toBe('65536 bytes');
    const lines = Object.entries(facts).filter(([name]) => /^cc\.ccel\.[0-9a-f]{6}$/.test(name));
    expect(lines.length).toBe(5);
    const shown = Buffer.concat(lines.map(([, hex]) => Buffer.from(hex, 'hex')));
    expect(Buffer.concat([shown, Buffer.alloc(log.length - shown.length, shown.at(-1))]).equals(log)).toBe(
      true,
    );
  });
});

describe('probeEntries', () => {
  test('holds the probe as /init, a console and the modules in the order of their list', async () => {
    const initrd = newc(await probeEntries({ kernel: fakeKernel() }));
    expect(run('cpio', ['-it', '--quiet'], initrd).trim().split('\n')).toEqual([
      ...['dev', 'proc', 'sys', 'sbin', 'modules', 'dev/console', 'dev/null', 'init'],
      ...['modules/virtio.ko', 'modules/virtio_console.ko', 'modules.list'],
    ]);
    expect(initrd.includes('/modules/virtio.ko\n/modules/virtio_console.ko\n')).toBe(true);
    expect(initrd.includes(readFileSync(PROBE))).toBe(true);
  });

  test('a file that is no kernel is named as such before anything boots', async () => {
    await expect(probeEntries({ kernel: PROBE })).rejects.toMatchObject({ code: 'kernel-not-bzimage' });
  });
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
    for (const part of ['src', 'guest/probe', 'package.json']) {
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
});
