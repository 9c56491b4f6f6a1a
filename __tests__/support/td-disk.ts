/** A boot disk with the probe guest on it, for a firmware that finds it by itself. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readGrubImage } from '../../src/tdx/grub-image.ts';
import { storedVariables } from '../../src/tdx/variable-store.ts';
import { makeBootDisk, makeUki } from './boot-disk.ts';
import { type Lab, ROOT, type ScenarioText, TD_KERNEL } from './cli.ts';

const SYSTEMD_BOOT = '/usr/lib/systemd/boot/efi/systemd-bootx64.efi';

export interface TdDisk {
  /** File of the raw image. */
  readonly image: string;
  /** The programs that the firmware starts, one after the other. */
  readonly programs: readonly Buffer[];
}

/**
 * An EFI system partition with systemd-boot, whose one entry is a UKI of the kernel with TDX and the probe's initrd.
 * @param scenario whose guest is in the initrd: its root and its agent
 */
export async function tdDisk(lab: Lab, cmdline: string, scenario: ScenarioText = {}): Promise<TdDisk> {
  const directory = fs.mkdtempSync(lab.path('td-disk-'));
  const at = (name: string): string => path.join(directory, name);
  const initrd = await probeInitrd(lab, at('probe.cpio'), scenario);
  const sections = {
    '.osrel': lab.write('osrel', 'ID=probe\nNAME=Probe\n'),
    '.cmdline': lab.write('cmdline', cmdline),
    ...{ '.linux': TD_KERNEL, '.initrd': initrd },
  };
  const programs = [SYSTEMD_BOOT, makeUki(at('probe.efi'), sections)].map((file) => fs.readFileSync(file));
  const [loader = '', uki = ''] = programs;
  const image = makeBootDisk(at('uki.img'), {
    files: {
      'EFI/BOOT/BOOTX64.EFI': loader,
      'EFI/Linux/probe.efi': uki,
      'loader/loader.conf': 'timeout 0\n',
    },
  });
  return { image, programs };
}

async function probeInitrd(lab: Lab, initrd: string, { guest, ...rest }: ScenarioText): Promise<string> {
  const plain = lab.scenario('probe-for-disk', { guest: { kernel: TD_KERNEL, ...guest }, ...rest });
  const { code, stderr } = await lab.cli(['explain', plain, '--probe', initrd]);
  if (code !== 0) throw new Error(`explain --probe ended with ${code}:\n${stderr}`);
  return initrd;
}

/** shim and GRUB as the distribution signs them; script/setup gets them. */
const SHIM = path.join(ROOT, '.cache/shim');

/**
 * An EFI system partition with shim, GRUB, the kernel with TDX and the probe's initrd. The `grub.cfg` is the one that Debian and
 * Ubuntu have there, which leads to the one of `grub-mkconfig`.
 * @returns file of the raw image
 */
export async function shimDisk(lab: Lab, cmdline: string, scenario: ScenarioText): Promise<string> {
  const directory = fs.mkdtempSync(lab.path('shim-disk-'));
  const initrd = await probeInitrd(lab, path.join(directory, 'probe.cpio'), scenario);
  const [shim, grub] = ['shimx64.efi', 'grubx64.efi'].map((name) => fs.readFileSync(path.join(SHIM, name)));
  const { prefix = '' } = readGrubImage(grub ?? Buffer.alloc(0)) ?? {};
  return makeBootDisk(path.join(directory, 'shim.img'), {
    files: {
      ...{ 'EFI/BOOT/BOOTX64.EFI': shim ?? '', 'EFI/BOOT/grubx64.efi': grub ?? '' },
      [`${prefix.slice(1)}/grub.cfg`]: [
        'search.file /boot/grub/grub.cfg root',
        "set prefix=($root)'/boot/grub'",
        'configfile $prefix/grub.cfg\n',
      ].join('\n'),
      'boot/grub/grub.cfg': [
        ...['set default="0"', 'set timeout=0', "menuentry 'Probe' {"],
        ...[`  linux /boot/vmlinuz ${cmdline}`, '  initrd /boot/early.img /boot/probe.cpio', '}\n'],
      ].join('\n'),
      'boot/vmlinuz': fs.readFileSync(TD_KERNEL),
      // Of a length that GRUB has to fill up before the next one.
      'boot/early.img': execFileSync('cpio', ['-o', '-H', 'newc', '--quiet'], { input: '' }).subarray(0, 126),
      'boot/probe.cpio': fs.readFileSync(initrd),
    },
  });
}

/** The distribution's store with Microsoft's keys, by the names of variables. */
export function microsoftKeys(): Readonly<Record<'PK' | 'KEK' | 'db', Buffer>> {
  const stored = storedVariables(fs.readFileSync('/usr/share/OVMF/OVMF_VARS_4M.ms.fd'));
  const of = (wanted: string): Buffer =>
    Buffer.from(stored.find(({ name }) => name === wanted)?.data ?? new Uint8Array());
  return { PK: of('PK'), KEK: of('KEK'), db: of('db') };
}

const EFIVARS = '/sys/firmware/efi/efivars';
/** A guest that hands out its EFI variables: the root of its initrd, and what its scenario does. */
export function givingEfiVariables(lab: Lab): {
  readonly root: string;
  readonly step: object;
  readonly collect: readonly string[];
  /** Where the files are in the results of a run. */
  readonly collected: string;
} {
  const root = fs.mkdtempSync(lab.path('efi-variables-'));
  fs.mkdirSync(path.join(root, 'bin'));
  fs.copyFileSync('/usr/bin/busybox', path.join(root, 'bin/busybox'));
  for (const applet of ['sh', 'insmod', 'mount']) fs.symlinkSync('busybox', path.join(root, 'bin', applet));
  const module = efivarfs();
  if (module !== undefined) fs.writeFileSync(path.join(root, 'efivarfs.ko'), module);
  const load = module === undefined ? '' : 'insmod /efivarfs.ko && ';
  const step = { run: `${load}mount -t efivarfs none ${EFIVARS}` };
  return { root, step, collect: [EFIVARS], collected: `files${EFIVARS}` };
}

/** The kernel's module; undefined where it is built in. */
function efivarfs(): Buffer | undefined {
  const release = path.basename(fs.realpathSync(TD_KERNEL)).replace('vmlinuz-', '');
  const base = path.join(
    path.dirname(TD_KERNEL),
    'usr/lib/modules',
    release,
    'kernel/fs/efivarfs/efivarfs.ko',
  );
  if (fs.existsSync(base)) return fs.readFileSync(base);
  for (const [suffix, program] of [
    ['.xz', 'xz'],
    ['.zst', 'zstd'],
  ] as const) {
    if (fs.existsSync(base + suffix))
      return execFileSync(program, ['-dc', base + suffix], { maxBuffer: 1 << 24 });
  }
  return undefined;
}
