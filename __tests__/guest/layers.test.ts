/** What an initramfs holds when files, a directory or an archive of the user go into it. */

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { Header } from 'tar';
import { IN_MEMORY, onDisk } from '../../src/guest/keeping.ts';
import { mergeLayers } from '../../src/guest/layers.ts';
import { type CpioEntry, newc } from '../../src/guest/newc.ts';
import { readTar } from '../../src/guest/tar.ts';
import { readTree } from '../../src/guest/tree.ts';
import { scratchDirectory } from '../support/scratch.ts';

const lab = scratchDirectory('layers');

const dir = (path: string): CpioEntry => ({ type: 'directory', path });
const link = (path: string, target: string): CpioEntry => ({ type: 'link', path, target });
const file = (path: string, text = ''): CpioEntry => ({ type: 'file', path, data: Buffer.from(text) });

/** `d /etc`, `- /etc/x`, `l /bin -> usr/bin`. */
function listed(entries: readonly CpioEntry[]): string[] {
  const marks = { directory: 'd', file: '-', link: 'l', 'character-device': 'c' } as const;
  return entries.map(
    (entry) => `${marks[entry.type]} ${entry.path}${entry.type === 'link' ? ` -> ${entry.target}` : ''}`,
  );
}

describe('layers', () => {
  test.each<[string, CpioEntry[]]>([
    ['a file', [file('/a'), file('/a/b')]],
    ['a file that replaced a directory', [dir('/a'), file('/a/b'), file('/a')]],
    ['a circle of links', [link('/a', 'b'), link('/b', 'a'), file('/a/b')]],
  ])('refuse what would lie below %s', (_what, entries) => {
    expect(() => mergeLayers([entries])).toThrow(
      expect.objectContaining({
        code: 'files-unreadable',
        message: 'cannot put "/a/b" into the guest: "/a" is no directory there',
      }),
    );
  });

  test.each<[string, CpioEntry[][], string[]]>([
    ['make the directories that are missing', [[file('/a/b/c')]], ['d /a', 'd /a/b', '- /a/b/c']],
    [
      'go through a link to a directory',
      [[link('/sbin', 'usr/sbin')], [dir('/sbin'), file('/sbin/x')]],
      ['l /sbin -> usr/sbin', 'd /usr', 'd /usr/sbin', '- /usr/sbin/x'],
    ],
    [
      'go through an absolute link',
      [[link('/a', '/b/c')], [file('/a/x')]],
      ['l /a -> /b/c', 'd /b', 'd /b/c', '- /b/c/x'],
    ],
    ['never leave the root', [[link('/a', '../../..')], [file('/a/x')]], ['l /a -> ../../..', '- /x']],
  ])('%s', (_, layers, expected) => {
    expect(listed(mergeLayers(layers))).toEqual(expected);
  });

  test('replace what lies below', () => {
    expect(mergeLayers([[file('/init', 'old')], [file('/init', 'new')]])).toEqual([file('/init', 'new')]);
  });
});

describe('a directory of the host', () => {
  const root = join(lab, 'root');
  mkdirSync(join(root, 'sub'), { recursive: true });
  writeFileSync(join(root, 'sub/program'), 'x');
  chmodSync(join(root, 'sub/program'), 0o755);
  writeFileSync(join(root, 'a name with\nhostile \u001b[2J bytes'), '');
  symlinkSync('sub/program', join(root, 'link'));
  execFileSync('mkfifo', [join(root, 'pipe')]);

  test('goes into the guest with modes and links, and says what it leaves out', () => {
    const { entries, leftOut } = readTree(root, '/opt/', IN_MEMORY);
    expect(listed(entries)).toEqual([
      'd /opt/root',
      '- /opt/root/a name with\nhostile \u001b[2J bytes',
      'l /opt/root/link -> sub/program',
      'd /opt/root/sub',
      '- /opt/root/sub/program',
    ]);
    expect(entries.find(({ path }) => path.endsWith('program'))).toMatchObject({
      mode: 0o755,
      uid: 0,
      gid: 0,
    });
    expect(leftOut).toEqual(['/opt/root/pipe']);
  });

  test('is unpacked by cpio as it was', () => {
    const out = mkdtempSync(join(lab, 'out-'));
    const { entries } = readTree(root, '', IN_MEMORY);
    execFileSync('cpio', ['-id', '--quiet'], { cwd: out, input: newc(mergeLayers([entries])) });
    expect(
      execFileSync('find', ['-printf', '%P %y %l\n'], { cwd: out, encoding: 'utf8' }).split('\n').sort(),
    ).toEqual(
      execFileSync('find', ['!', '-name', 'pipe', '-printf', '%P %y %l\n'], { cwd: root, encoding: 'utf8' })
        .split('\n')
        .sort(),
    );
  });

  test('that is named by a link is followed', () => {
    symlinkSync('root/sub/program', join(lab, 'to-program'));
    expect(listed(readTree(join(lab, 'to-program'), '/bin/p', IN_MEMORY).entries)).toEqual(['- /bin/p']);
    expect(listed(readTree(join(lab, 'to-program'), '/', IN_MEMORY).entries)).toEqual(['- /to-program']);
  });

  test('belongs to root where it belongs to this user, and else to whom it belongs', () => {
    const path = join(lab, 'owned');
    writeFileSync(path, '');
    if (process.getuid?.() === 0) chownSync(path, 1234, 5678);
    const { uid, gid } = statSync(path);
    const user = jest.spyOn(process, 'getuid');
    try {
      user.mockReturnValue(uid);
      expect(readTree(path, '/x', IN_MEMORY).entries).toEqual([expect.objectContaining({ uid: 0, gid: 0 })]);
      user.mockReturnValue(uid + 1);
      expect(readTree(path, '/x', IN_MEMORY).entries).toEqual([expect.objectContaining({ uid, gid })]);
    } finally {
      user.mockRestore();
    }
  });

  test('that cannot be read is named', () => {
    expect(() => readTree(join(lab, 'nothing'), '/x', IN_MEMORY)).toThrow(
      /cannot read .*nothing for the guest: no such file or directory$/,
    );
  });
});

describe('a tar archive', () => {
  const tree = join(lab, 'tree');
  mkdirSync(join(tree, 'bin'), { recursive: true });
  writeFileSync(join(tree, 'bin/one'), 'content');
  execFileSync('ln', ['bin/one', 'bin/two'], { cwd: tree });
  symlinkSync('one', join(tree, 'bin/three'));

  test.each(['r.tar', 'r.tar.gz'])('%s is read with owners, links and hard links', async (name) => {
    const options = ['--sort=name', '--owner=5', '--group=6', '-caf', join(lab, name), '-C', tree, '.'];
    execFileSync('tar', options);
    const { entries, leftOut } = await readTar(join(lab, name), IN_MEMORY);
    expect(listed(entries)).toEqual(['d /bin', '- /bin/one', 'l /bin/three -> one', '- /bin/two']);
    expect(entries.at(-1)).toMatchObject({ data: Buffer.from('content'), uid: 5, gid: 6 });
    expect(leftOut).toEqual([]);
  });

  test('for a disk is read into files, one for each, so that none of it is in memory', async () => {
    execFileSync('tar', ['-czf', join(lab, 'disk.tgz'), '--sort=name', '-C', tree, '.']);
    const kept = join(lab, 'kept');
    mkdirSync(kept);
    const { entries } = await readTar(join(lab, 'disk.tgz'), onDisk(kept));
    const files = entries.flatMap((entry) => (entry.type === 'file' ? [entry] : []));
    expect(files.map(({ path, bytes, source }) => [path, bytes, readFileSync(source, 'utf8')])).toEqual([
      ['/bin/one', 7, 'content'],
      ['/bin/two', 7, 'content'],
    ]);
    expect(new Set(files.map(({ source }) => source)).size).toBe(2);
    rmSync(kept, { recursive: true });
    // A disk of the host that is full is not the archive's fault.
    await expect(readTar(join(lab, 'disk.tgz'), onDisk(kept))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('has as many bytes as it would have in the guest, where a hard link is a copy', async () => {
    execFileSync('tar', ['-cf', join(lab, 'links.tar'), '-C', tree, '.']);
    const within = (mostBytes: number) => readTar(join(lab, 'links.tar'), { ...IN_MEMORY, mostBytes });
    expect((await within(14)).entries).toHaveLength(4);
    await expect(within(13)).rejects.toMatchObject({ code: 'files-too-large' });
  });

  test('keeps no name that leaves the root', async () => {
    execFileSync('tar', ['-cPf', join(lab, 'evil.tar'), '--transform', 's,^,../,', '-C', tree, 'bin/one']);
    expect(await readTar(join(lab, 'evil.tar'), IN_MEMORY)).toEqual({ entries: [], leftOut: ['../bin/one'] });
  });

  test.each<[string, string[], string]>([
    [
      'of the old GNU format',
      ['--format=gnu', '--sparse'],
      '"./holes" is a sparse file; pack it without --sparse',
    ],
    ['of pax', ['--format=pax', '--sparse'], 'holes" is a sparse file; pack it without --sparse'],
  ])('with a sparse file %s is refused', async (_, options, message) => {
    const holes = join(lab, 'holes');
    mkdirSync(holes, { recursive: true });
    writeFileSync(join(holes, 'holes'), '');
    truncateSync(join(holes, 'holes'), 1 << 20);
    execFileSync('tar', [...options, '-cf', join(lab, 'holes.tar'), '-C', holes, '.']);
    await expect(readTar(join(lab, 'holes.tar'), IN_MEMORY)).rejects.toThrow(message);
  });

  // Eight digits of a cpio header hold 32 bits, as an inode of Linux does.
  test.each([
    [0xffff_ffff, 0, true],
    [0, 0x1_0000_0000, false],
    [-1, 0, false],
  ])('with the owner %i:%i', async (uid, gid, known) => {
    const header = Buffer.alloc(512);
    new Header({ path: 'a', type: 'File', size: 0, mode: 0o644, uid, gid }).encode(header);
    writeFileSync(join(lab, 'owner.tar'), Buffer.concat([header, Buffer.alloc(1024)]));
    const read = readTar(join(lab, 'owner.tar'), IN_MEMORY);
    if (known) expect((await read).entries).toEqual([expect.objectContaining({ uid, gid })]);
    else await expect(read).rejects.toThrow('"a" has an owner that Linux cannot have');
  });

  test('with two names that differ only in bytes that are no UTF-8 is refused', async () => {
    const names = join(lab, 'names');
    mkdirSync(names);
    for (const byte of [0xfe, 0xff])
      writeFileSync(Buffer.concat([Buffer.from(`${names}/x`), Buffer.of(byte)]), '');
    execFileSync('tar', ['-cf', join(lab, 'names.tar'), '-C', names, '.']);
    await expect(readTar(join(lab, 'names.tar'), IN_MEMORY)).rejects.toThrow(
      'the name "./x\ufffd" is not UTF-8',
    );
  });

  test('that is none, or is cut, is refused', async () => {
    writeFileSync(join(lab, 'no.tar'), 'x'.repeat(2000));
    await expect(readTar(join(lab, 'no.tar'), IN_MEMORY)).rejects.toThrow(
      /cannot read the archive .*no\.tar/,
    );
    for (const bytes of [600, 1024, 1700, 2560, 2600]) {
      execFileSync('bash', ['-c', `tar -cf - -C ${tree} . | head -c ${bytes} >${join(lab, 'cut.tar')}`]);
      await expect(readTar(join(lab, 'cut.tar'), IN_MEMORY)).rejects.toThrow(
        /cannot read the archive .*cut\.tar/,
      );
    }
  });
});
