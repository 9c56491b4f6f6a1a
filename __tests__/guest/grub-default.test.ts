/** The entry of a grub.cfg that GRUB boots by itself: by number, title or id, in a submenu, or as grubenv has saved it. */

import { describe, expect, test } from '@jest/globals';
import { cmdlineOf, reasonOf } from './grub-disk.ts';

/** The entries A, B and a submenu S with C and D. */
const MENU = [
  'set timeout=0',
  ...['A', 'B'].map((name) => `menuentry ${name} --id id-${name} { linux /vmlinuz ${name} }`),
  'submenu "S > s" --id id-S {',
  ...['C', 'D'].map((name) => `  menuentry ${name} { linux /vmlinuz ${name} }`),
  '}',
].join('\n');

describe('which entry', () => {
  test.each<[string, string, string]>([
    ['no default: the first', '', 'A'],
    ['a number', 'set default=1', 'B'],
    ['a number with text behind', "set default='1 of two'", 'B'],
    ['a title', 'set default=B', 'B'],
    ['an id', 'set default=id-B', 'B'],
    ['a name that there is not: the first', 'set default=X', 'A'],
    ['a number that there is not: the first', 'set default=7', 'A'],
    ['a submenu: its first', 'set default=id-S', 'C'],
    ['an entry of a submenu', 'set default="id-S>D"', 'D'],
    ['an entry of a submenu whose title has a >', 'set default="S >> s>1"', 'D'],
    ['what grubenv has saved', 'load_env\nset default="${saved_entry}"', 'B'],
  ])('%s', (_what, before, name) => {
    const more = { '/boot/grub/grubenv': '# GRUB Environment Block\nsaved_entry=id-B\n####' };
    expect(cmdlineOf(`${before}\n${MENU}`, more)).toBe(`BOOT_IMAGE=/vmlinuz ${name}`);
  });

  // GRUB grub-core/lib/envblk.c.
  test.each<[string, string, string]>([
    ['without its signature', 'saved_entry=id-B\n#######################', 'A'],
    ['that is its signature alone', '', 'A'],
    ['whose last line has no end', 'saved_entry=id-B', 'A'],
    ['whose line is no variable', 'x\nsaved_entry=id-B\n', 'A'],
    ['with an escaped end of a line', 'a=b\\\nsaved_entry=id-A\nsaved_entry=id-\\B\n', 'B'],
    ['with a comment', '#saved_entry=id-A\\\nx\nsaved_entry=id-B\n', 'B'],
  ])('a file grubenv %s', (what, text, name) => {
    const grubenv = what === 'without its signature' ? text : `# GRUB Environment Block\n${text}`;
    const config = `load_env\nset default="\${saved_entry}"\n${MENU}`;
    expect(cmdlineOf(config, { '/boot/grub/grubenv': grubenv })).toBe(`BOOT_IMAGE=/vmlinuz ${name}`);
  });

  test('entries that depend on the firmware may follow the default entry', () => {
    const firmware = 'fwsetup --is-supported\nif [ "$?" = 0 ]; then menuentry F { fwsetup }; fi';
    expect(cmdlineOf(`set default=1\n${MENU}\n${firmware}`)).toBe('BOOT_IMAGE=/vmlinuz B');
    expect(reasonOf(`set default=F\n${MENU}\n${firmware}`)).toMatch(/whether the default entry is there/);
    expect(reasonOf(`set default=1\n${firmware}\n${MENU}`)).toMatch(/whether the default entry is there/);
  });

  test('without entries, what the file itself boots', () => {
    expect(cmdlineOf('linux /vmlinuz quiet\nboot')).toBe('BOOT_IMAGE=/vmlinuz quiet');
  });
});
