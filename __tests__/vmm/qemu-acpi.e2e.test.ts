/** The ACPI tables that the real QEMU of this machine makes. That firmware reads the same is tested with an emulated TD. */

import { expect, test } from '@jest/globals';
import { type AcpiFiles, deriveAcpiFiles } from '../../src/tdx/acpi.ts';
import type { LaunchSpec } from '../../src/vmm/plan.ts';
import { findProgram } from '../../src/vmm/program.ts';
import { qemu } from '../../src/vmm/qemu.ts';
import { makeAcpiFiles } from '../../src/vmm/qemu-acpi.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { TABLES_SPEC } from '../support/tables-spec.ts';

const dir = scratchDirectory('acpi');

/** As a QEMU with Trust Domains would, whatever its version. */
async function make(told: Partial<LaunchSpec>): Promise<AcpiFiles> {
  const { path } = await findProgram(qemu, 'emulated');
  return makeAcpiFiles({ ...TABLES_SPEC, ...told }, { name: 'qemu', path }, dir);
}

test.each<[string, Partial<LaunchSpec>]>([
  ['the plain machine', {}],
  ['4 CPUs and 64 GiB, which are not there', { cpus: 4, memory: 64 * 1024 ** 3 }],
  [
    'a share that nothing serves',
    { shares: [{ type: 'virtiofs', tag: 'share1', source: '/', write: false }] },
  ],
  ['no HPET', { vmmArgs: ['-machine', 'hpet=off'] }],
  [
    'an emulated Trust Domain with a network',
    { platform: 'tdx-emulated', network: { type: 'user', forward: [] } },
  ],
])('%s: the small files are those that belong to the tables', async (_, told) => {
  const { loader, rsdp, tables } = await make(told);
  const derived = deriveAcpiFiles(tables);
  expect([Buffer.from(loader), Buffer.from(rsdp)]).toEqual([
    Buffer.from(derived.loader),
    Buffer.from(derived.rsdp),
  ]);
});

test('the tables show power management, the PCI Express configuration space and the 64-bit BARs where TDVF has them', async () => {
  const tables = Buffer.from((await make({})).tables);
  const { facp, mcfg } = { facp: tables.indexOf('FACP'), mcfg: tables.indexOf('MCFG') };
  expect([tables.readUInt32LE(facp + 56), tables.readBigUInt64LE(mcfg + 44)]).toEqual([0x600, 0xe0000000n]);
  const aperture = Buffer.alloc(16);
  aperture.writeBigUInt64LE(0x3800_0000_0000n);
  aperture.writeBigUInt64LE(0x3807_ffff_ffffn, 8);
  expect(tables.includes(aperture)).toBe(true);
});

test.each([
  [1, 0.5],
  [4, 2],
  [4, 8],
])('an emulated Trust Domain of %d CPUs and %d GiB has the tables of a real one', async (cpus, gib) => {
  const machine = { cpus, memory: gib * 1024 ** 3 };
  const real = await make({ ...machine, platform: 'tdx' });
  expect(await make({ ...machine, platform: 'tdx-emulated' })).toEqual(real);
});

test('a PCI bridge is refused', async () => {
  const vmmArgs = ['-device', 'pcie-root-port,id=rp0'];
  await expect(make({ vmmArgs })).rejects.toMatchObject({
    code: 'no-acpi-tables',
    message: expect.stringContaining('a PCI bridge'),
  });
});
