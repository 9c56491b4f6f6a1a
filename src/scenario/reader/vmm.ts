/** Which program a scenario file has run its guest, and with which further arguments. */

import { basename } from 'node:path';
import { VMMS, type VmmName } from '../../words/words.ts';
import type { Reading } from './reading.ts';

/** QEMU would leave the process group in which tdx-boot ends it. */
const DETACHING = /^--?daemonize$/;

export function readVmm(reading: Reading): 'auto' | VmmName {
  const { vmm = 'auto', ...file } = reading.file;
  const path = file['vmm-path'];
  if (file['vmm-ref'] !== undefined && (vmm === 'qemu' || path !== undefined)) {
    const because = path === undefined ? 'vmm is qemu' : 'vmm-path names a program';
    reading.complain(['vmm-ref'], `vmm-ref names a version of Cloud Hypervisor, but ${because}`);
  }
  if (vmm !== 'auto' || path === undefined) return vmm;
  const named = VMMS.find((name) => basename(path).startsWith(name));
  if (named !== undefined) return named;
  reading.complain(
    ['vmm-path'],
    `vmm-path: the name of ${path} does not say which VMM this is: add vmm: qemu or vmm: cloud-hypervisor`,
  );
  return vmm;
}

export function readVmmArgs(reading: Reading): { vmmArgs?: readonly string[] } {
  const args = reading.file['vmm-args'];
  if (args === undefined) return {};
  const detaching = args.findIndex((arg) => DETACHING.test(arg));
  if (detaching >= 0) {
    const message = `vmm-args[${detaching + 1}]: "${args[detaching]}": a VMM in the background could not be ended`;
    reading.complain(['vmm-args', detaching], message);
  }
  return { vmmArgs: args };
}
