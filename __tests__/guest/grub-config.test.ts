/** What of a grub.cfg is not followed: a reason with file and line, soon and without an error, whatever the text. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boot, reasonOf } from './grub-disk.ts';

describe('not known, with file and line', () => {
  test.each<[string, string, RegExp]>([
    ['a command that is not followed', '\nchainloader /x', /grub\.cfg:2: what chainloader does/],
    ['a command with an odd name', '"<b>"', /grub\.cfg:1: what this command does/],
    [
      'a kernel that is not there',
      'menuentry A {\n linux /none\n}\nset timeout=0',
      /:2: the kernel is not on the disk/,
    ],
    ['a kernel without LoadFile2', 'linux /old', /:1: the kernel is started without its EFI stub/],
    ['an initrd that is not there', 'linux /vmlinuz\ninitrd /none', /:2: an initrd is not on the disk/],
    ['no timeout', 'menuentry A { linux /vmlinuz }', /no timeout is set/],
    ['an endless timeout', 'set timeout=-1\nmenuentry A { linux /vmlinuz }', /no timeout is set/],
    [
      'an entry that boots nothing',
      'set timeout=0\nmenuentry A { true }',
      /:2: the default entry boots no kernel/,
    ],
    [
      'an entry with a password',
      'set superusers=root\nset timeout=0\nmenuentry A { linux /vmlinuz }',
      /:3: the entry asks for a password/,
    ],
    ['a loop that runs', 'for x in a b; do echo $x; done', /:1: a loop is not followed/],
    [
      'the name of a disk in the command line',
      'linux ($root)/vmlinuz\nboot',
      /:1: the command line depends on the machine/,
    ],
    [
      'a value of the machine in the command line',
      'linux /vmlinuz $lang\nboot',
      /:1: the command line depends/,
    ],
    [
      'a value that a condition of the machine sets',
      'if loadfont x; then set v=1; fi\nlinux /vmlinuz $v',
      /:2: the command line depends/,
    ],
    [
      'a command behind a condition of the machine',
      'if loadfont x; then\nlinux /vmlinuz\nfi',
      /:2: whether this command runs/,
    ],
    [
      'a file system that is not on the disk',
      'search --set=root --fs-uuid 9-9\nlinux /vmlinuz',
      /:2: the path of a file depends|:2: /,
    ],
    ['a pattern of files', 'linux /vmlinuz*', /:1: a pattern of file names/],
    ['a pipe', 'echo a | cat', /:1: the sign \| is not read/],
    ['a NUL', 'linux /vmlinuz a\0b', /: the script has a NUL/],
    [
      'a line in quotes that GRUB leaves out',
      '\nset a="b\n#c\nd"',
      /:2: a quote with a line that begins with #/,
    ],
    ['an open quote', '\nset a="b', /:2: a quote is not closed/],
    ['an if without its end', 'if true; then echo', /fi is missing/],
    ['nothing at all', '', /GRUB boots no kernel by itself/],
  ])('%s', (_what, config, reason) => {
    expect(reasonOf(config)).toMatch(reason);
  });

  test('a file that reads itself, and deep nesting, end', () => {
    expect(reasonOf('source /boot/grub/grub.cfg')).toMatch(/nested too deep/);
    expect(reasonOf('function f { f }\nf')).toMatch(/nested too deep/);
    expect(reasonOf('if true; then '.repeat(5000))).toMatch(/nested too deep/);
    expect(reasonOf('set a=x\n'.concat('set a="$a$a"\n'.repeat(1000)))).toMatch(
      /value of a variable is too long/,
    );
    expect(reasonOf('true\n'.repeat(3000))).toMatch(/commands are too many/);
    const long = `set a=${'x'.repeat(32_000)}\n`;
    for (const command of ['set b=', 'linux /vmlinuz ', 'echo ']) {
      expect(reasonOf(long + command + '$a '.repeat(60_000))).toMatch(
        /:2: the values of variables .* are too long/,
      );
    }
  });
});

test('any text: an entry or a reason, and never an error', () => {
  const word = fc.constantFrom(
    ...[
      'if',
      'then',
      'fi',
      'else',
      'set a=1',
      '[',
      ']',
      '=',
      '$a',
      '"',
      "'",
      '{',
      '}',
      ';',
      '\n',
      '\\',
      'menuentry',
    ],
    ...[
      'linux /vmlinuz',
      'boot',
      'function',
      'f',
      '$',
      '#',
      'for',
      'do',
      'done',
      'search',
      '--set=root',
      '(',
      '*',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      expect(() => boot(words.join(' '))).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});
