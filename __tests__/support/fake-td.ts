/** What the real probe program prints in a fake Trust Domain: files laid out as Linux has them in a TD. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Register } from '../../src/tdx/names.ts';
import { fixture, REPORT } from '../tdx/fixtures.ts';

const PROBE = resolve(import.meta.dirname, '../../guest/probe');

export interface FakeTd {
  /** Registers of its TDREPORT, 96 hex digits each; the others are those of az-tdreport.bin. */
  readonly registers?: Partial<Readonly<Record<Register, string>>>;
  /** Of a newer kernel, in sysfs. */
  readonly sysfs?: Partial<Readonly<Record<Register, Uint8Array>>>;
  readonly ccel?: Uint8Array;
  readonly withoutReport?: true;
}

/** Offsets in TDREPORT_STRUCT. */
const AT: Readonly<Record<Register, number>> = { mrtd: 528, rtmr0: 720, rtmr1: 768, rtmr2: 816, rtmr3: 864 };

export function fakeReport(registers: FakeTd['registers'] = {}): Buffer {
  const report = Buffer.from(fixture(REPORT));
  for (const [register, at] of Object.entries(AT)) {
    report.write(registers[register as Register] ?? '', at, 'hex');
  }
  return report;
}

export function probeOutput({ registers, sysfs = {}, ccel, withoutReport }: FakeTd): string {
  const root = mkdtempSync(join(tmpdir(), 'tdx-boot-fake-td-'));
  const put = (path: string, bytes: Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  };
  try {
    if (withoutReport !== true) put('dev/tdx_guest', fakeReport(registers));
    for (const [register, bytes] of Object.entries(sysfs)) {
      put(`sys/devices/virtual/misc/tdx_guest/measurements/${register}:sha384`, bytes);
    }
    if (ccel !== undefined) put('sys/firmware/acpi/tables/data/CCEL', ccel);
    return execFileSync(PROBE, [], {
      encoding: 'utf8',
      env: { ...process.env, TDX_BOOT_PROBE_ROOT: root },
    });
  } finally {
    rmSync(root, { recursive: true });
  }
}
