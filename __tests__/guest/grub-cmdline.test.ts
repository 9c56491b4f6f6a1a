/**
 * The command line and the initrds that GRUB gives to the kernel: words, variables and conditions of grub.cfg.
 * The referee was an emulated TD with Debian 13's GRUB 2.12.
 */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { boot, type Content, cmdlineOf, kernel } from './grub-disk.ts';

describe('which command line', () => {
  const direct = (line: string, before = '', more: Content = {}): string =>
    cmdlineOf(`${before}\n${line}\nboot`, more).replace('BOOT_IMAGE=/vmlinuz', '').trim();

  test.each<[string, string, string, string]>([
    ['blanks between words are one', '', 'linux  /vmlinuz \t a   b ', 'a b'],
    ['words with blanks are quoted', '', `linux /vmlinuz "a b" c\\ d 'e f'`, '"a b" "c d" "e f"'],
    [
      'quotes and backslashes are escaped',
      '',
      `linux /vmlinuz it\\'s "x\\"y" 'back\\slash'`,
      `it\\'s x\\"y back\\\\slash`,
    ],
    ['a backslash in double quotes stays before a letter', '', 'linux /vmlinuz "a\\b"', 'a\\\\b'],
    ['a line goes on behind a backslash', '', 'linux /vmlinuz a\\\nb \\\n  c', 'ab c'],
    ['a # begins a comment at a word alone', '', 'linux /vmlinuz a#b # c', 'a#b'],
    [
      'values are split at blanks, unless quoted',
      'set v="a  b"',
      'linux /vmlinuz x${v}y "$v"',
      'xa by "a  b"',
    ],
    ['what is not set vanishes, unless quoted', '', 'linux /vmlinuz a $no b$no "$no" c', 'a b  c'],
    ['single quotes keep a $', 'set v=1', `linux /vmlinuz '$v' "\\$v"`, '$v $v'],
    ['a variable that is assigned without set', 'v=1', 'linux /vmlinuz $v', '1'],
    [
      'the parameters of a function',
      'function f { set v="${2}-$1-$#" }\nf a b',
      'linux /vmlinuz $v',
      'b-a-2',
    ],
    ['carriage returns are left out', 'set v=1\r', 'linux /vmlinuz $v a\rb\r', '1 ab'],
    [
      'a function does not take the place of a command',
      'function set { true }\nfunction linux { boot }\nset v=1',
      'linux /vmlinuz $v',
      '1',
    ],
    ['reserved words are words behind a command', '', 'linux /vmlinuz if fi do in', 'if fi do in'],
    ['a pattern that is no path is text', '', 'linux /vmlinuz a=*?', 'a=*?'],
    ['what GRUB says of itself', '', 'linux /vmlinuz $grub_cpu-$grub_platform', 'x86_64-efi'],
    [
      'Ubuntu: vt.handoff',
      'function gfxmode {\n\tset gfxpayload="${1}"\n\tif [ "${1}" = "keep" ]; then\n\t\tset vt=vt.handoff=7\n\telse\n\t\tset vt=\n\tfi\n}\nif [ ${grub_platform} != pc ]; then set m=keep; elif hwmatch x 3; then set m=text; fi\ngfxmode $m',
      'linux /vmlinuz quiet $vt',
      'quiet vt.handoff=7',
    ],
  ])('%s', (_what, before, line, expected) => {
    expect(direct(line, before)).toBe(expected);
  });

  test.each<[string, boolean]>([
    ['x', true],
    ['""', false],
    ['-n ""', false],
    ['-z "$no"', true],
    ['x -o "" -o ""', true],
    ['x$no = x', true],
    ['a != a', false],
    ['! a = b', true],
    ['a = b -o c = c', true],
    ['a = a -a b = c', false],
    ['a = b -a c = c -o d', true],
    ['-e /vmlinuz', true],
    ['-f /boot', false],
    ['-d /boot', true],
    ['-s /empty', false],
    ['! -e /none', true],
    ['-n "$root"', true],
  ])('the condition [ %s ] is %s', (condition, holds) => {
    const before = `if [ ${condition} ]; then set v=yes; else set v=no; fi`;
    expect(direct('linux /vmlinuz $v', before, { '/empty': '' })).toBe(holds ? 'yes' : 'no');
  });

  test('variables that are not exported end with their file; those of source and of functions stay', () => {
    const more = {
      '/c.cfg': 'linux /vmlinuz "$a" "$b"\nboot',
      '/s.cfg': 'set b=2',
    };
    expect(cmdlineOf('set a=1\nsource /s.cfg\nexport b\nconfigfile /c.cfg', more)).toBe(
      'BOOT_IMAGE=/vmlinuz  2',
    );
  });

  test('the digest that Linux 6.12 extended in an emulated TD, of words that GRUB 2.12 read', () => {
    const words = String.raw`"quoted $more" 'single "$x"' back\\slash x$unset y"$unset" vt.handoff=7 $more a\ b it\'s`;
    const line = `linux /boot/vmlinuz root=/dev/vda1 ro \\\n  ${words} console=ttyS0 panic=-1 # a comment`;
    const entry = cmdlineOf(`${line}\nboot`, { '/boot/vmlinuz': kernel });
    expect(createHash('sha384').update(Buffer.from(entry, 'utf16le')).digest('hex')).toBe(
      '9d87c2d890821178b3b7e76cc062664c94d549566fcc00ff6e15c55e542fae22db268a66a5ea5cfe6dd90f9510c8b8c4',
    );
  });

  test('initrds in their order; the second linux forgets those of the first', () => {
    expect(boot('linux /vmlinuz x\ninitrd /b\nlinux /vmlinuz y\ninitrd /a /b\nboot')).toEqual({
      kernel,
      cmdline: 'BOOT_IMAGE=/vmlinuz y',
      initrds: [Buffer.from('abc'), Buffer.from('de')],
    });
  });
});

test('another kernel begins without the initrds of the one before', () => {
  expect(boot('linux /vmlinuz\ninitrd /a\nlinux /vmlinuz b\nboot')).toMatchObject({
    cmdline: 'BOOT_IMAGE=/vmlinuz b',
    initrds: [],
  });
});
