/** Reading bzImage headers and ordering modules: made-up images and trees, and a real Debian kernel where there is one. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { NotBzImageError, TruncatedKernelError } from '../../src/guest/errors.ts';
import { readKernelRelease } from '../../src/guest/kernel-image.ts';
import { findModules, moduleLookup, moduleOrder, readModule } from '../../src/guest/modules.ts';
import { scratchDirectory } from '../support/scratch.ts';

const scratch = scratchDirectory('modules');

const kernelPath = realKernel();
const withKernel = kernelPath === undefined ? test.skip : test;

describe('readKernelRelease', () => {
  test('reads the release', () => {
    expect(readKernelRelease(bzImage())).toBe('6.1.0-test');
  });

  test('setup_sects 0 means 4, and bytes after the image (a signature) are fine', () => {
    const image = bzImage({ size: 8192 });
    image[0x1f1] = 0;
    expect(readKernelRelease(image)).toBe('6.1.0-test');
    expect(() => readKernelRelease(image, 3000)).toThrow(`promises ${5 * 512 + 1600} bytes`);
  });

  test.each([
    ['an empty file', Buffer.alloc(0), /too short \(0 bytes\)/],
    ['a short file', Buffer.from('MZ'), /too short \(2 bytes\)/],
    ['zeros', Buffer.alloc(4096), /no 'HdrS'/],
    ['a vmlinux', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(4096)]), /ELF file \(vmlinux\)/],
    ['a gzip file', gzipSync(Buffer.alloc(4096)), /gzip/],
    ['an EFI program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4096)]), /unified kernel image/],
    ['a zImage', bzImage({ loadflags: 0 }), /LOADED_HIGH/],
  ])('says what %s is', (_what, image, reason) => {
    const error = thrownBy(() => readKernelRelease(image));
    expect(error).toBeInstanceOf(NotBzImageError);
    expect(error).toMatchObject({ code: 'kernel-not-bzimage', hint: expect.stringContaining('bzImage') });
    expect(error).toMatchObject({ message: expect.stringMatching(reason) });
  });

  test('says how much of a truncated image is missing', () => {
    const error = thrownBy(() => readKernelRelease(bzImage({ size: 3000 })));
    expect(error).toBeInstanceOf(TruncatedKernelError);
    const message = expect.stringContaining('its header promises 3136 bytes, the file has 3000');
    expect(error).toMatchObject({ code: 'kernel-truncated', message });
  });

  test.each([0, 0x7ff0, 0xffff])(
    'a version pointer of %d gives no release rather than a crash',
    (pointer) => {
      const image = bzImage();
      image.writeUInt16LE(pointer, 0x20e);
      expect(readKernelRelease(image)).toBe('');
    },
  );

  withKernel('reads a real kernel, and notices its last byte missing', () => {
    const image = readFileSync(kernelPath ?? '');
    expect(basename(kernelPath ?? '')).toBe(`vmlinuz-${readKernelRelease(image)}`);
    const [, promised] =
      /promises (\d+) bytes/.exec(String(thrownBy(() => readKernelRelease(image, 1)))) ?? [];
    const expected = Number(promised);
    expect(expected).toBeLessThanOrEqual(image.length);
    expect(() => readKernelRelease(image.subarray(0, expected - 1))).toThrow(TruncatedKernelError);
  });
});

describe('findModules', () => {
  const release = '6.1.0-test';
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(scratch, 'find-'));
  });
  const tree = (path: string) => {
    mkdirSync(join(root, path, 'kernel'), { recursive: true });
    return join(root, path);
  };

  test.each([`lib/modules/${release}`, `usr/lib/modules/${release}`])('next to boot/: %s', (path) => {
    const directory = tree(path);
    expect(findModules(join(root, 'boot/vmlinuz'), release)).toBe(directory);
  });

  test('next to the kernel itself, as in an artifact', () => {
    const directory = tree(`lib/modules/${release}`);
    expect(findModules(join(root, 'bzImage'), release)).toBe(directory);
  });

  test('around a kernel in lib/modules/<release>/vmlinuz', () => {
    const directory = tree(`lib/modules/${release}`);
    expect(findModules(join(directory, 'vmlinuz'), release)).toBe(directory);
  });

  test('an override is the directory itself or a root', () => {
    const directory = tree(`out/lib/modules/${release}`);
    expect(findModules('/boot/vmlinuz', release, directory)).toBe(directory);
    expect(findModules('/boot/vmlinuz', release, join(root, 'out'))).toBe(directory);
  });

  test('an override without modules is an error, their plain absence is not', () => {
    const missing = () => findModules('/boot/vmlinuz', release, root);
    expect(missing).toThrow(expect.objectContaining({ code: 'modules-not-found', hint: expect.any(String) }));
    expect(findModules(join(root, 'boot/vmlinuz'), release)).toBeUndefined();
  });

  test.each(['../../../etc', '..', '', 'a/b', '6.1 x'])('a release of %j names no path', (hostile) => {
    tree('lib/modules/kernel');
    tree('etc');
    expect(findModules(join(root, 'boot/vmlinuz'), hostile)).toBeUndefined();
  });
});

describe('moduleOrder', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(scratch, 'order-'));
    writeFileSync(join(directory, 'modules.builtin'), 'kernel/fs/ext4/ext4.ko\n');
  });
  const names = async (...wanted: string[]) =>
    (await moduleOrder(directory, wanted)).map((path) => path.slice(directory.length + 1));
  const file = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  };
  const elf = (depends: string) => `\x7fELF...\0license=GPL\0depends=${depends}\0name=x\0`;

  test('modules.dep: dependencies first, each once, built-in and unknown ones left out', async () => {
    file('modules.dep', 'kernel/a.ko: kernel/b.ko kernel/c.ko\nkernel/b.ko: kernel/c.ko\nkernel/c.ko:\n');
    expect(await names('ext4', 'a', 'b', 'nonsense')).toEqual(['kernel/c.ko', 'kernel/b.ko', 'kernel/a.ko']);
  });

  test('dashes and underscores are the same', async () => {
    file('modules.dep', 'kernel/tdx-guest.ko.xz:\n');
    expect(await names('tdx_guest')).toEqual(['kernel/tdx-guest.ko.xz']);
    expect(await names('tdx-guest')).toEqual(['kernel/tdx-guest.ko.xz']);
  });

  test.each([true, false])(
    'a file whose name is no module name is left out (modules.dep: %p)',
    async (dep) => {
      file('kernel/a.ko', elf('b c,b\nwrite x'));
      file('kernel/b c.ko', elf(''));
      file('kernel/b\nwrite x.ko', elf(''));
      if (dep) file('modules.dep', 'kernel/a.ko: kernel/b;c.ko\nkernel/b;c.ko:\n');
      expect(await names('a')).toEqual(['kernel/a.ko']);
    },
  );

  test('a circle in modules.dep ends', async () => {
    file('modules.dep', 'kernel/a.ko: kernel/b.ko\nkernel/b.ko: kernel/a.ko\n');
    expect(await names('a')).toEqual(['kernel/b.ko', 'kernel/a.ko']);
  });

  test('without modules.dep the modules themselves say what they need', async () => {
    file('kernel/drivers/top.ko', elf('mid_one,low'));
    file('kernel/drivers/deep/mid-one.ko.gz', gzipSync(elf('low,ext4')));
    file('kernel/low.ko', elf(''));
    expect(await names('top')).toEqual([
      'kernel/low.ko',
      'kernel/drivers/deep/mid-one.ko.gz',
      'kernel/drivers/top.ko',
    ]);
  });

  test('modules.order names files that may be compressed, or not there', async () => {
    file('kernel/a.ko.gz', gzipSync(elf('low,gone')));
    file('kernel/low.ko', elf(''));
    // As long as there is a list, nobody walks through the tree.
    file('kernel/unlisted.ko', elf(''));
    file('outside.ko', elf(''));
    file('modules.order', 'kernel/low.ko\nkernel/a.ko\nkernel/gone.ko\noutside.ko\n');
    expect(await names('gone', 'a', 'unlisted', 'outside')).toEqual(['kernel/low.ko', 'kernel/a.ko.gz']);
    expect(['a', 'low', 'gone', 'unlisted'].map(moduleLookup(directory))).toEqual([true, true, false, false]);
  });

  test('a module that cannot be read is an error with the path', async () => {
    file('kernel/bad.ko.gz', 'not gzip');
    await expect(readModule(join(directory, 'kernel/bad.ko.gz'))).rejects.toMatchObject({
      code: 'modules-unreadable',
      message: expect.stringContaining('bad.ko.gz'),
    });
  });

  withKernel('virtio_net of a real kernel comes after all it needs, unless it is built in', async () => {
    const release = readKernelRelease(readFileSync(kernelPath ?? ''));
    const found = findModules(kernelPath ?? '', release);
    const order = await moduleOrder(found ?? '', ['virtio_net', 'ext4', 'nonsense']);
    const chain = order
      .map((path) => basename(path).replace(/\.ko.*/, ''))
      .filter((name) => !/^virtio(?!_net)/.test(name));
    expect(['failover net_failover virtio_net', '']).toContain(chain.join(' '));
  });
});

/** The smallest file that passes for a bzImage: 2 setup sectors, 1600 bytes of system. */
function bzImage({ size = 3 * 512 + 1600, loadflags = 1 } = {}): Buffer {
  const image = Buffer.alloc(Math.max(size, 3 * 512 + 1600));
  image.write('MZ', 0, 'latin1');
  image.writeUInt8(2, 0x1f1);
  image.writeUInt32LE(100, 0x1f4);
  image.write('HdrS', 0x202, 'latin1');
  image.writeUInt16LE(0x020f, 0x206);
  image.writeUInt16LE(0x300 - 0x200, 0x20e);
  image.writeUInt8(loadflags, 0x211);
  image.write('6.1.0-test (me@here) #1 SMP\0', 0x300, 'latin1');
  return image.subarray(0, size);
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** TDX_BOOT_TEST_KERNEL, or a Debian kernel package unpacked with `dpkg -x` into .cache/kernel. */
function realKernel(): string | undefined {
  if (process.env.TDX_BOOT_TEST_KERNEL) return process.env.TDX_BOOT_TEST_KERNEL;
  const boot = join(import.meta.dirname, '../../.cache/kernel/boot');
  try {
    return readdirSync(boot)
      .filter((name) => name.startsWith('vmlinuz-'))
      .map((name) => join(boot, name))[0];
  } catch {
    return undefined;
  }
}
