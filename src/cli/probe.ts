/** `tdx-boot probe`: writes the probe guest as a disk image. */

import { existsSync } from 'node:fs';
import { requireKernel } from '../guest/files.ts';
import { probeDisk } from '../guest/probe.ts';
import { EXIT, type Streams } from './context.ts';
import { fileExists } from './new-file.ts';

/** `tdx-boot probe`. @throws UsageError code `file-exists` */
export async function probe(
  image: string,
  options: { kernel?: string; modules?: string },
  { out }: Streams,
): Promise<number> {
  if (existsSync(image)) throw fileExists(image, 'probe');
  if (options.kernel !== undefined) requireKernel(options.kernel);
  await probeDisk({ path: image, kernel: options.kernel, modules: options.modules });
  out.line(`${image}: boot it with root=/dev/vda rw init=/sbin/init (virtio), /dev/nvme0n1 or /dev/sda`);
  return EXIT.passed;
}
