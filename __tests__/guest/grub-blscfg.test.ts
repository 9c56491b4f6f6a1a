/** blscfg, the command of Red Hat's GRUB that makes a menu of the files of the Boot Loader Specification. */

import { describe, expect, test } from '@jest/globals';
import { buildKernel } from '../tdx/pe-builder.ts';
import { boot, type Content, old, ROOT } from './grub-disk.ts';

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
      {
        ...both,
        '/boot/grub/grubenv': '# GRUB Environment Block\nsaved_entry=f1-5.14.0-9.el9\nkernelopts=rw\n####',
      },
      'BOOT_IMAGE=/vmlinuz-5.14 root=LABEL=r rw + 1',
    ],
    [
      'an entry by number',
      { ...both, '/boot/grub/grubenv': '# GRUB Environment Block\nsaved_entry=1\n' },
      'BOOT_IMAGE=/vmlinuz-5.14 root=LABEL=r ro quiet + 1',
    ],
    [
      'an id that begins with digits is no number',
      {
        ...files({ '1f-1': entry('5.14'), '2f-2': entry('6.12') }),
        '/boot/grub/grubenv': '# GRUB Environment Block\nsaved_entry=1f-1\n',
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
      'a file grubenv without its signature, which GRUB does not read',
      { ...both, '/boot/grub/grubenv': 'saved_entry=1\n#########################' },
      'BOOT_IMAGE=/vmlinuz-6.12 root=LABEL=r ro quiet + 1',
    ],
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

  test('entries that depend on the machine may stand before those of blscfg', () => {
    const config = CONFIG.replace('insmod blscfg', 'if loadfont x; then menuentry A { true }; fi');
    expect(ran(both, config)).toContain('whether the default entry is there depends on the machine');
  });

  test('other GRUBs have no blscfg', () => {
    expect(boot('set timeout=0\nblscfg', both)).toEqual({
      reason: expect.stringContaining('what blscfg does'),
    });
  });
});
