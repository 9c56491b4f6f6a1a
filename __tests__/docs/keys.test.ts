/** docs/keys.md agrees with the schema of a scenario. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { keysPage } from '../../script/keys.ts';

const PAGE = join(import.meta.dirname, '../../docs/keys.md');

test('the page is up to date (if not: npm run build)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(keysPage());
});

test.each([
  ['a word', '| `platform` | `tdx`, `tdx-emulated`, `kvm`, `emulated` |'],
  ['a key of a mapping', '| `guest.topology.cores` | whole number | Of a die. Default: 1 |'],
  [
    'a key of an entry of a list',
    '| `guest.disks[].bus` | `virtio`, `nvme`, `sata`, `scsi` | Default: virtio |',
  ],
  ['a text or a mapping', '| `guest.cpu` | text, or mapping | Model of the processor'],
])('it has %s', (_, row) => {
  expect(keysPage()).toContain(row);
});

test('every key says what it means', () => {
  const silent = keysPage()
    .split('\n')
    .filter((line) => line.endsWith('|  |'));
  expect(silent).toEqual([]);
});
