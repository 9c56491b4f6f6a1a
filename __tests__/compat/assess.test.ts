/** What the compatibility table says: one combination for every row, and what decides when several hold. */

import { describe, expect, test } from '@jest/globals';
import { assess } from '../../src/compat/assess.ts';
import {
  CERTAINTIES,
  type CompatVerdict,
  type FirmwareKind,
  type Row,
  VERDICTS,
} from '../../src/compat/combination.ts';
import { ROWS } from '../../src/compat/table.ts';
import { type Case, combination, qemu } from './cases/case.ts';
import { CASES } from './cases/index.ts';

describe('the row that decides', () => {
  test.each(CASES.map((row): [string, Case] => [`${row[0]}: ${JSON.stringify(combination(row))}`, row]))(
    '%s',
    (_, row) => {
      const { decisive, verdict } = assess(combination(row));
      expect([decisive?.id, verdict]).toEqual([row[0], row[1]]);
    },
  );

  test('every row of the table decides somewhere above', () => {
    const reached = new Set(CASES.map(([id]) => id));
    expect(ROWS.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });
});

describe('an unknown value is not guessed', () => {
  test.each<[string, Case]>([
    [
      'no row covers it',
      ['', 'unknown', qemu('8.2.2'), 'distribution', undefined, 'disk', 'intel-canonical'],
    ],
    [
      'nothing but the name of the VMM',
      ['', 'unknown', { name: 'qemu' }, undefined, undefined, 'disk', undefined],
    ],
    ['an image of unknown make', ['', 'unknown', qemu('10.2.0'), undefined, undefined, 'disk', 'upstream']],
    [
      'no version',
      ['', 'unknown', { name: 'qemu', tdx: true }, 'tdvf', 'edk2-stable202511', 'disk', 'upstream'],
    ],
  ])('%s', (_, row) => {
    const { verdict, decisive } = assess(combination(row));
    expect([verdict, decisive]).toEqual(['unknown', undefined]);
  });

  test('a release that is not known may be the one that hangs: it is told, and decides nothing', () => {
    const row: Case = ['', 'unknown', qemu('10.2.0'), 'tdvf', undefined, 'disk', 'upstream'];
    const { verdict, open } = assess(combination(row));
    expect([verdict, open.map(({ row: { id }, unknown }) => [id, unknown])]).toEqual([
      'unknown',
      [
        ['tdvf-rbp', ['the release of the firmware']],
        ['tdvf-202605-debug', ['the release of the firmware', 'how the firmware was built']],
      ],
    ]);
  });

  test('an image of no known kind is neither no firmware nor td-shim for Linux, which is told by its metadata', () => {
    const unknownKind = combination([
      '',
      'unknown',
      qemu('10.2.0'),
      undefined,
      undefined,
      'disk',
      'upstream',
    ]);
    const against = (firmware: readonly (FirmwareKind | 'none')[]): Row =>
      row({ id: 'against', verdict: 'refused', when: { platforms: ['tdx'], firmware } });
    expect(assess(unknownKind, [against(['none', 'td-shim'])]).open).toEqual([]);
    expect(assess(unknownKind, [against(['none', 'tdvf'])]).open).toHaveLength(1);
  });

  test('a combination that works is unknown as long as a row against it may hold', () => {
    const works: Row = row({ id: 'good', verdict: 'works' });
    const against: Row = row({
      id: 'bad',
      verdict: 'crashes',
      when: { platforms: ['tdx'], guestKernel: { from: '6' } },
    });
    const all = combination(['', 'unknown', qemu('10.2.0'), 'tdvf', undefined, 'disk', 'upstream']);
    expect(assess(all, [works]).verdict).toBe('works');
    expect(assess(all, [works, against])).toEqual({
      verdict: 'unknown',
      decisive: works,
      rows: [works],
      open: [{ row: against, unknown: ["the guest kernel's release"] }],
    });
    expect(assess({ ...all, guestKernel: '5.10' }, [works, against]).verdict).toBe('works');
    expect(assess({ ...all, guestKernel: '6.0' }, [works, against]).verdict).toBe('crashes');
  });
});

test('of several rows that hold, the one that ends the boot first decides', () => {
  const verdicts: CompatVerdict[] = [
    'works',
    'unknown',
    'hangs-silently',
    'crashes',
    'refused',
    'not-offered',
    'does-not-build',
  ];
  const table = verdicts.map((verdict) => row({ id: verdict, verdict }));
  const any = combination(['', 'unknown', qemu('10.2.0'), 'tdvf', undefined, 'disk', 'upstream']);
  expect(assess(any, table).rows.map(({ id }) => id)).toEqual([...verdicts].reverse());
});

describe('every row can be read and checked', () => {
  test('ids are unique', () => {
    const ids = ROWS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(ROWS.map((each): [string, Row] => [each.id, each]))('%s', (id, each) => {
    expect(id).toMatch(/^[a-z0-9]+([-.][a-z0-9]+)*$/);
    expect(VERDICTS).toContain(each.verdict);
    expect(CERTAINTIES).toContain(each.certainty);
    expect(each.reference.length).toBeGreaterThan(10);
    expect(each.reason).not.toMatch(/\.$/);
    expect(each.when.platforms.length).toBeGreaterThan(0);
    if (each.verdict !== 'works') expect(each.advice).toMatch(/\.$/);
  });
});

function row(more: Partial<Row> & Pick<Row, 'id' | 'verdict'>): Row {
  return {
    when: { platforms: ['tdx'] },
    about: 'platform',
    reason: 'so it is',
    reference: 'a test',
    certainty: 'inferred',
    ...more,
  };
}
