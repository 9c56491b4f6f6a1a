/** grub.cfg, followed to the kernel that GRUB boots by itself. The referee was an emulated TD with Debian 13's GRUB 2.12. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grubEntry } from '../../src/guest/grub-config.ts';
import { DEVICE } from '../../src/guest/grub-files.ts';
import { buildKernel } from '../tdx/pe-builder.ts';

const ESP = `${DEVICE},gpt15`;
const ROOT = `${DEVICE},gpt1`;

/** A kernel that GRUB starts through its EFI stub. */
const kernel = buildKernel();
kernel.writeUInt16LE(1, kernel.readUInt32LE(0x3c) + 24 + 44);
const old = buildKernel();

type Content = Readonly<Record<string, string | Buffer>>;

/** The default entry of a grub.cfg on the root partition, where GRUB's own file on the ESP leads. */
function boot(config: string, more: Content = {}, redHat?: string) {
  const disk: Content = {
    [`(${ESP})/EFI/debian/grub.cfg`]:
      "search.fs_uuid 1-2 root\nset prefix=($root)'/boot/grub'\nconfigfile $prefix/grub.cfg\n",
    [`(${ROOT})/boot/grub/grub.cfg`]: config,
    ...{
      [`(${ROOT})/vmlinuz`]: kernel,
      [`(${ROOT})/old`]: old,
      [`(${ROOT})/a`]: 'abc',
      [`(${ROOT})/b`]: 'de',
    },
    ...Object.fromEntries(Object.entries(more).map(([path, text]) => [`(${ROOT})${path}`, text])),
  };
  const read = (path: string) => (disk[path] === undefined ? undefined : Buffer.from(disk[path]));
  return grubEntry(
    {
      read,
      kind: (path) => {
        const content = read(path);
        const inside = Object.keys(disk).some((name) => name.startsWith(`${path}/`));
        if (content !== undefined) return { directory: false, size: content.length };
        return inside ? { directory: true, size: 0 } : undefined;
      },
      list: (path) => {
        const inside = Object.keys(disk).filter((name) => name.startsWith(`${path.replace(/\/$/, '')}/`));
        return inside.length === 0 ? undefined : inside.map((name) => name.slice(name.lastIndexOf('/') + 1));
      },
      search: (_command, values) => {
        const found = values.includes('1-2');
        return { variable: 'root', device: found ? ROOT : undefined };
      },
      shown: (path) => path.replace(/^\(.*\)/, ''),
    },
    { device: ESP, prefix: '/EFI/debian', redHat },
  );
}

const cmdlineOf = (config: string, more: Content = {}): string => {
  const entry = boot(config, more);
  return 'reason' in entry ? entry.reason : entry.cmdline;
};
const reasonOf = (config: string, more: Content = {}): string => {
  const entry = boot(config, more);
  return 'reason' in entry ? entry.reason : `boots ${entry.cmdline}`;
};
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

describe("blscfg of Red Hat's GRUB", () => {
  const handover = buildKernel();
  handover.writeUInt16LE(0xaa55, 0x1fe);
  handover.writeUInt32LE(0x190, 0x264);
  const files = (entries: Readonly<Record<string, string>>, directory = '/loader/entries'): Content => ({
    ...{ '/vmlinuz': handover, '/vmlinuz-5.14': handover, '/vmlinuz-6.12': handover },
    ...Object.fromEntries(Object.entries(entries).map(([name, text]) => [`${directory}/${name}.conf`, text])),
  });
  const entry = (kernel: string, more = ''): string =>
    `title Red Hat (${kernel})\nversion ${kernel}\nlinux /vmlinuz-${kernel}\ninitrd /a $tuned_initrd\noptions root=LABEL=r $kernelopts\n${more}`;
  const CONFIG = `
    function load_video { insmod all_video }
    if [ -f \${config_directory}/grubenv ]; then load_env -f \${config_directory}/grubenv; fi
    set default="\${saved_entry}"
    set timeout=1
    if [ -z "\${kernelopts}" ]; then set kernelopts="ro quiet"; fi
    insmod blscfg
    blscfg
  `;
  const ran = (more: Content, config = CONFIG): string => {
    const found = boot(config, more, '/EFI/debian');
    if ('reason' in found) return found.reason;
    return `${found.cmdline} + ${found.initrds.length}`.replaceAll(`(${ROOT})`, '');
  };
  const both = files({ 'f1-5.14.0-9.el9': entry('5.14'), 'f1-5.14.0-70.el9': entry('6.12') });

  test.each<[string, Content, string]>([
    ['the newest entry', both, 'BOOT_IMAGE=/vmlinuz-6.12 root=LABEL=r ro quiet + 1'],
    [
      'the entry that grubenv names, with its kernelopts',
      { ...both, '/boot/grub/grubenv': '# GRUB\nsaved_entry=f1-5.14.0-9.el9\nkernelopts=rw\n####' },
      'BOOT_IMAGE=/vmlinuz-5.14 root=LABEL=r rw + 1',
    ],
    [
      'an entry by number',
      { ...both, '/boot/grub/grubenv': 'saved_entry=1\n' },
      'BOOT_IMAGE=/vmlinuz-5.14 root=LABEL=r ro quiet + 1',
    ],
    [
      'an id that begins with digits is no number',
      {
        ...files({ '1f-1': entry('5.14'), '2f-2': entry('6.12') }),
        '/boot/grub/grubenv': 'saved_entry=1f-1\n',
      },
      'BOOT_IMAGE=/vmlinuz-5.14 root=LABEL=r ro quiet + 1',
    ],
    [
      'entries of a /boot that is no partition of its own',
      files({ 'f1-1': entry('5.14') }, '/boot/loader/entries'),
      'BOOT_IMAGE=/vmlinuz-5.14 root=LABEL=r ro quiet + 1',
    ],
    ['no entries', { '/vmlinuz': handover }, 'GRUB boots no kernel by itself'],
    [
      'a kernel without the handover entry',
      { ...both, '/vmlinuz-6.12': old },
      'GRUB does not start this kernel',
    ],
    [
      'an EFI program',
      files({ 'f1-1': 'title x\nefi /uki.efi\n' }),
      'that starts an EFI program is not followed',
    ],
    [
      'two names of one version',
      files({ 'f1-1': entry('5.14'), 'f1-01': entry('6.12') }),
      'order of the entries of blscfg is not known',
    ],
  ])('%s', (_what, more, wanted) => {
    const named = { ...more };
    for (const [path, content] of Object.entries(more)) {
      if (typeof content === 'string') named[path] = content.replace(' $tuned_initrd', '');
    }
    expect(ran(named)).toContain(wanted);
  });

  test('an entry for users asks for a password where there are some', () => {
    const config = `set superusers=root\nset grub_users=root\n${CONFIG}`;
    const one = files({ 'f1-1': entry('5.14', 'grub_users $grub_users\n').replace(' $tuned_initrd', '') });
    expect(ran(one, config)).toContain('the entry asks for a password');
    expect(ran(one)).toContain('BOOT_IMAGE=/vmlinuz-5.14');
  });

  test('other GRUBs have no blscfg', () => {
    expect(boot('set timeout=0\nblscfg', both)).toEqual({
      reason: expect.stringContaining('what blscfg does'),
    });
  });
});
