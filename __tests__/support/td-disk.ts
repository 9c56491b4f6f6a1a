/** A boot disk with the probe guest on it, for a firmware that finds it by itself. */

import fs from 'node:fs';
import { makeBootDisk, makeUki } from './boot-disk.ts';
import { type Lab, TD_KERNEL } from './cli.ts';

const SYSTEMD_BOOT = '/usr/lib/systemd/boot/efi/systemd-bootx64.efi';

/** An EFI system partition with systemd-boot, whose one entry is a UKI of the kernel with TDX and the probe's initrd. */
export async function tdDisk(lab: Lab, cmdline: string): Promise<string> {
  const initrd = lab.path('probe.cpio');
  const plain = lab.scenario('probe-for-disk', { guest: { kernel: TD_KERNEL } });
  const { code, stderr } = await lab.cli(['explain', plain, '--probe', initrd]);
  if (code !== 0) throw new Error(`explain --probe ended with ${code}:\n${stderr}`);
  const sections = {
    '.osrel': lab.write('osrel', 'ID=probe\nNAME=Probe\n'),
    '.cmdline': lab.write('cmdline', cmdline),
    ...{ '.linux': TD_KERNEL, '.initrd': initrd },
  };
  const uki = makeUki(lab.path('probe.efi'), sections);
  return makeBootDisk(lab.path('uki.img'), {
    files: {
      'EFI/BOOT/BOOTX64.EFI': fs.readFileSync(SYSTEMD_BOOT),
      'EFI/Linux/probe.efi': fs.readFileSync(uki),
      'loader/loader.conf': 'timeout 0\n',
    },
  });
}
