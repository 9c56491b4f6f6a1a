/** Parts of a host that a test uses where this machine has them: huge pages, a tap interface, a Cloud Hypervisor. What is missing is said. */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const HUGE_PAGES = '/proc/sys/vm/nr_hugepages';
const MIB_PER_PAGE = 2;

/** A part, and how it is given back. */
export interface Part<T> {
  readonly value: T;
  release(): void;
}

/** Asks the kernel for so many MiB more of huge pages. Undefined where it has no right or no room for them. */
export function hugePages(mib: number): Part<'2M'> | undefined {
  return ask('huge pages', () => {
    const before = Number(readFileSync(HUGE_PAGES, 'utf8'));
    const wanted = before + mib / MIB_PER_PAGE;
    const release = (): void => writeFileSync(HUGE_PAGES, `${before}`);
    writeFileSync(HUGE_PAGES, `${wanted}`);
    const got = Number(readFileSync(HUGE_PAGES, 'utf8'));
    if (got >= wanted) return { value: '2M', release };
    release();
    throw new Error(`the kernel has room for ${got} of ${wanted} pages`);
  });
}

/** Makes a tap interface whose host has the address PREFIX.1/24. Undefined where that is not allowed. */
export function tap(): Part<{ readonly name: string; readonly prefix: string }> | undefined {
  return ask('a tap interface', () => {
    const name = `tbt${process.pid}`;
    const prefix = `10.77.${process.pid % 250}`;
    ip('tuntap', 'add', 'dev', name, 'mode', 'tap');
    const release = (): void => ip('link', 'delete', name);
    try {
      ip('address', 'add', `${prefix}.1/24`, 'dev', name);
      ip('link', 'set', name, 'up');
    } catch (error) {
      release();
      throw error;
    }
    return { value: { name, prefix }, release };
  });
}

/** The program that TDX_BOOT_TEST_CLOUD_HYPERVISOR names. No package registry has one, so script/setup cannot get it. */
export function cloudHypervisor(): string | undefined {
  const program = process.env.TDX_BOOT_TEST_CLOUD_HYPERVISOR;
  if (program === undefined) {
    process.stderr.write(
      'not tested here: Cloud Hypervisor: TDX_BOOT_TEST_CLOUD_HYPERVISOR names none (tdx-boot firmware build cloud-hypervisor)\n',
    );
  }
  return program;
}

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: 'pipe' });
}

function ask<T>(what: string, make: () => Part<T>): Part<T> | undefined {
  try {
    return make();
  } catch (error) {
    process.stderr.write(`not tested here: ${what}: ${String(error)}\n`);
    return undefined;
  }
}
