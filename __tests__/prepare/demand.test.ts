/** What a scenario demands, in the words of the compatibility table: each need where it is one, and not beside it. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Need } from '../../src/compat/combination.ts';
import { demandOf, describedDemand } from '../../src/prepare/demand.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import { qcow2 } from '../support/qcow2.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildImage, tdvf } from '../tdx/image-builder.ts';

const dir = scratchDirectory('demand');
writeFileSync(join(dir, 'disk.qcow2'), qcow2());
writeFileSync(join(dir, 'disk.img'), 'a disk');
for (const name of ['OVMF.fd', 'OVMF.inteltdx.fd', 'OVMF.inteltdx.ms.fd', 'own.fd'])
  writeFileSync(join(dir, name), buildImage(tdvf()));

function load(guest: string, more = '', platform = 'tdx') {
  const text = `version: 1\nplatform: ${platform}\n${more}guest: {${guest}}\nsteps: [{expect: login}]\n`;
  return toBoot(parseScenario('s.yml', text, dir)).scenario;
}

test.each<[string, string, Need, boolean]>([
  ['qcow2 that is said to be raw', 'disks: [{path: disk.qcow2, format: raw}]', 'raw-like-qcow2', true],
  ['qcow2', 'disks: [disk.qcow2]', 'raw-like-qcow2', false],
  ['a raw disk', 'disks: [{path: disk.img, format: raw}]', 'raw-like-qcow2', false],
  ['DEBUG', 'disks: [disk.img], td: {debug: true}', 'td-attributes', true],
  ['SEPT_VE_DISABLE off', 'disks: [disk.img], td: {sept-ve-disable: false}', 'td-attributes', true],
  ['an identity alone', `disks: [disk.img], td: {mrowner: "${'ab'.repeat(48)}"}`, 'td-attributes', false],
  ['an identity', `disks: [disk.img], td: {mrowner: "${'ab'.repeat(48)}"}`, 'td-identity', true],
  ['an identity of zeros', `disks: [disk.img], td: {mrowner: "${'0'.repeat(96)}"}`, 'td-identity', false],
  ['a share', 'disks: [disk.img], shares: {.: {tag: a}}', '9p', true],
  ['a share', 'disks: [disk.img], shares: {.: {tag: a}}', 'virtiofs', false],
  ['a share by virtiofs', 'disks: [disk.img], shares: {.: {tag: a, type: virtiofs}}', '9p', false],
  ['a share by virtiofs', 'disks: [disk.img], shares: {.: {tag: a, type: virtiofs}}', 'virtiofs', true],
  ['a serial number of the machine', 'disks: [disk.img], smbios: {serial: a}', 'smbios-fields', false],
  ['a product', 'disks: [disk.img], smbios: {product: a}', 'smbios-fields', true],
])('%s: guest {%s} needs %s: %s', (_, guest, need, expected) => {
  expect(demandOf(load(guest, 'firmware: OVMF.fd\n')).needs.includes(need)).toBe(expected);
});

test.each([
  ['OVMF.inteltdx.fd', 'distribution'],
  ['OVMF.inteltdx.ms.fd', 'distribution-secure'],
  ['OVMF.fd', undefined],
  ['/usr/share/ovmf/OVMF.fd', 'plain-ovmf'],
])('the kind of the firmware %s follows from its name: %s', (file, kind) => {
  expect(demandOf(load('disks: [disk.img]', `firmware: ${file}\n`)).firmware).toEqual({ kind });
});

test('a firmware of no known kind is described by what is in it, and one of a known kind is not read', () => {
  const described = (file: string) =>
    describedDemand(load('disks: [disk.img]', `firmware: ${file}\n`)).firmware;
  expect(described('own.fd')).toEqual({ kind: undefined, shows: 'TDVF' });
  expect(described('OVMF.inteltdx.fd')).toEqual({ kind: 'distribution' });
  expect(describedDemand(load('disks: [disk.img]', '', 'emulated')).firmware).toBe('none');
});
