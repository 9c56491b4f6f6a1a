/** A boot disk with the probe guest on it, for a firmware that finds it by itself. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { makeBootDisk, makeUki } from './boot-disk.ts';
import { type Lab, type ScenarioText, TD_KERNEL } from './cli.ts';

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
  const initrd = at('probe.cpio');
  const { guest, ...rest } = scenario;
  const plain = lab.scenario('probe-for-disk', { guest: { kernel: TD_KERNEL, ...guest }, ...rest });
  const { code, stderr } = await lab.cli(['explain', plain, '--probe', initrd]);
  if (code !== 0) throw new Error(`explain --probe ended with ${code}:\n${stderr}`);
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
