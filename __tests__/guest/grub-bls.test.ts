/** The files of the Boot Loader Specification as Red Hat's GRUB reads them; the words of the tables are those of blscfg.c. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blsEntries, compareNames, compareRpmVersions, expandBls } from '../../src/guest/grub-bls.ts';
import { NotKnown } from '../../src/guest/grub-script.ts';

/** Each is newer than the one below (rpm's rules, and those of the two signs). */
test.each<[string, readonly string[]]>([
  ['numbers', ['10.0', '9.99', '9.9', '9.08']],
  ['letters and numbers', ['1.1', '1.b', '1.a', '1']],
  ['a tilde is older than nothing', ['1.0', '1.0~rc2', '1.0~rc1']],
  ['a plus is newer than nothing', ['1.0.1', '1.0+git2', '1.0+git1', '1.0']],
  ['signs alone do not count', ['2_0', '1-9']],
  ['letters beside numbers', ['6.12.0el10', '6.12.0']],
  ['a long number', ['100000000000000000000000', '99999999999999999999999']],
])('the order of versions: %s', (_what, versions) => {
  for (const [at, newer] of versions.entries()) {
    expect(compareRpmVersions(newer, newer)).toBe(0);
    for (const older of versions.slice(at + 1)) {
      expect([newer, older, compareRpmVersions(newer, older)]).toEqual([newer, older, 1]);
      expect([older, newer, compareRpmVersions(older, newer)]).toEqual([older, newer, -1]);
    }
  }
});

test.each([
  ['f1-6.12.0-55.el10', 'f1-6.12.0-9.el10', 1],
  ['f1-6.12.0-55.el10', 'f1-0-rescue', 1],
  ['a-2', 'b-1', -1],
  ['one', 'one', 0],
  ['f1-1', 'f1-01', 0],
])('names: %s and %s', (a, b, order) => {
  expect(compareNames(a, b)).toBe(order);
});

describe('values', () => {
  const variables: Readonly<Record<string, string>> = { kernelopts: 'ro quiet', empty: '' };
  test.each<[string, string, string | undefined]>([
    ['no variable', 'root=/dev/vda1 ro', 'root=/dev/vda1 ro'],
    ['a variable alone', '$kernelopts', 'ro quiet '],
    ['a variable at the end', 'root=x $kernelopts', 'root=x ro quiet '],
    ['a variable in the middle: a blank behind', 'root=x $kernelopts yy', 'root=x ro quiet yy'],
    ['one character behind a variable is lost', 'root=x $kernelopts y', 'root=x ro quiet '],
    ['a variable that is not set', 'root=x $tuned_params yy', 'root=x yy'],
    ['a variable that is not set, alone', '$grub_users', undefined],
    ['a variable that is not set, right before another: all is left out', '$none$kernelopts', undefined],
    ['an empty variable', '$empty', ' '],
    ['an escaped sign', 'a\\$b', 'a\\$b'],
    ['one character alone is lost', 'x', undefined],
  ])('%s', (_what, value, wanted) => {
    expect(expandBls(value, (name) => variables[name])).toBe(wanted);
  });
});

describe('an entry', () => {
  const read = (content: string, variables: Readonly<Record<string, string>> = {}) =>
    blsEntries([{ id: 'f1-1', content }], (name) => variables[name], 7)[0];

  test('its commands', () => {
    const content =
      '# a comment\ntitle  Fedora Linux 44\nlinux\t/vmlinuz-1\ninitrd /initrd-1\ninitrd /more\r\noptions a=b $opts\n';
    expect(read(content, { opts: 'c' })).toEqual({
      ...{ id: 'f1-1', title: 'Fedora Linux 44', restricted: false },
      script:
        'load_video\nset gfxpayload=keep\ninsmod gzio\nlinux ($root)/vmlinuz-1 a=b c \ninitrd ($root)/initrd-1 ($root)/more\n',
    });
  });

  test.each<[string, string, Readonly<Record<string, string>>, string]>([
    [
      'without options: default_kernelopts',
      'linux /k\n',
      { default_kernelopts: 'quiet' },
      'linux ($root)/k quiet\n',
    ],
    ['without an initrd', 'linux /k\n', {}, 'linux ($root)/k\n'],
    ['save_default', 'linux /k\n', { save_default: 'true' }, 'savedefault\nload_video'],
    [
      'microcode beside the initrd',
      'linux /k\ninitrd /b/i\n',
      { early_initrd: 'u v' },
      'initrd ($root)/b/u ($root)/b/v ($root)/b/i\n',
    ],
    ['microcode beside the kernel', 'linux /b/k\n', { early_initrd: 'u' }, 'initrd ($root)/b/u\n'],
    [
      'the first line that is no key and value ends it',
      'linux /k\n\noptions quiet\n',
      {},
      'linux ($root)/k\n',
    ],
  ])('%s', (_what, content, variables, wanted) => {
    expect(read(content, variables)?.script).toContain(wanted);
  });

  test('without a kernel is none', () => {
    expect(read('title x\n')).toBeUndefined();
  });

  test('with more early initrds than any machine has is not followed', () => {
    expect(() => read('linux /k\n', { early_initrd: 'u '.repeat(30_000) })).toThrow(NotKnown);
  });
});

test('any files give entries, or a reason', () => {
  const line = fc.constantFrom(
    'title a',
    'linux /k',
    'initrd /i',
    'options $a b',
    'efi /u',
    '',
    '#',
    'x',
    'devicetree d',
    '\tlinux\t/k $',
    'grub_users $',
  );
  const file = fc.record({
    id: fc.string({ maxLength: 12 }),
    content: fc.array(line).map((lines) => lines.join('\n')),
  });
  fc.assert(
    fc.property(fc.array(file, { maxLength: 6 }), (files) => {
      try {
        for (const { script } of blsEntries(files, () => 'v', 1)) expect(script).toContain('linux ($root)');
      } catch (error) {
        expect(error).toBeInstanceOf(NotKnown);
      }
    }),
  );
});
