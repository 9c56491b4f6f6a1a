/** What a scenario asserts of a TD's registers against what the probe shows: equal, different, or not to be compared. */

import { describe, expect, test } from '@jest/globals';
import { parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import type { Predictions } from '../../src/tdx/register-prediction.ts';
import { type FakeTd, probeOutput } from '../support/fake-td.ts';
import {
  type Asserted,
  BYTES,
  LOG,
  MRTD,
  OTHER,
  OWN,
  predicted,
  REPORTED,
  run,
  TD,
  told,
} from './measured-run.ts';

describe('the probe shows what is asserted', () => {
  test.each<[string, Asserted, string, Predictions | undefined]>([
    ['a value', { mrtd: OWN.mrtd, rtmr3: '00'.repeat(48) }, REPORTED, undefined],
    ['what was predicted', { mrtd: 'expected' }, REPORTED, MRTD],
    ['a predicted RTMR', { rtmr0: 'expected' }, REPORTED, predicted('rtmr0')],
    ['one of two predictions', { mrtd: 'expected' }, REPORTED, orElse(MRTD, OTHER)],
    ['what its log says', { rtmr0: 'replay', rtmr1: 'replay', rtmr2: 'replay' }, REPORTED, undefined],
    [
      'the registers of a newer kernel',
      { mrtd: OTHER },
      probeOutput({ sysfs: { mrtd: bytes(OTHER) } }),
      undefined,
    ],
    ['the report twice', { mrtd: OWN.mrtd, rtmr1: OWN.rtmr1 }, REPORTED + REPORTED, undefined],
    [
      'lines with carriage returns',
      { mrtd: OWN.mrtd, rtmr0: 'replay' },
      REPORTED.replaceAll('\n', '\r\n'),
      undefined,
    ],
  ])('%s', (_, asserted, text, predictions) => {
    const verdict = run(asserted, text, predictions);
    expect(told(verdict)).toEqual(['passed', ...Object.keys(asserted).map((name) => `${name} equal`)]);
  });
});

function orElse({ mrtd }: Predictions, value: string): Predictions {
  const values = [{ value, by: ['another'], events: [] }, ...(mrtd?.values ?? [])];
  return { mrtd: { values, suspects: [] } };
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

/** The log with the digest of one event changed, as a firmware would have measured something else. */
function changed(index: number): { readonly td: FakeTd; readonly name: string } {
  const event = LOG.events[index];
  if (event?.digest === undefined) throw new Error(`event ${index} has no digest`);
  const ccel = Buffer.from(BYTES);
  const at = ccel.indexOf(Buffer.from(event.digest, 'hex'), event.offset);
  bytes(OTHER).copy(ccel, at);
  return { td: { registers: replayLog(parseEventLog(ccel)), ccel }, name: event.name };
}

describe('a mismatch', () => {
  const CFV = LOG.events.findIndex(({ register, name }) => register === 'rtmr0' && name.includes('BLOB2'));

  test('fails the run at the assertion, with both values and what differs', () => {
    const verdict = run({ mrtd: 'expected' }, probeOutput({ registers: { mrtd: OTHER } }), MRTD);
    expect(verdict).toMatchObject({
      verdict: 'failed',
      reason: `mrtd is ${OTHER.slice(0, 16)}… instead of ${OWN.mrtd.slice(0, 16)}…`,
      cause: { kind: 'measurement-mismatch', id: 'measurement-mismatch', where: { line: 7 } },
      diagnosis: {
        cause: 'measurement-mismatch',
        certainty: 'known',
        evidence: expect.arrayContaining([
          { text: 'the guest shows the MRTD of this image without section 1 (CFV)' },
        ]),
      },
      measurements: [{ register: 'mrtd', wanted: [OWN.mrtd], shown: OTHER }],
    });
    expect(verdict.diagnosis?.advice).toContain('tdx-boot measure');
  });

  test('of MRTD that no section explains', () => {
    const text = probeOutput({ registers: { mrtd: '12'.repeat(48) } });
    expect(told(run({ mrtd: 'expected' }, text, MRTD))[1]).toMatch(
      /^mrtd different .* it started another image$/,
    );
  });

  test('of a prediction names the first event that differs, and its digests', () => {
    const { td, name } = changed(CFV);
    const [, row] = told(run({ rtmr0: 'expected' }, probeOutput(td), predicted('rtmr0')));
    expect(row).toMatch(/^rtmr0 different the first event of rtmr0 that differs is event /);
    expect(row).toContain(`event ${CFV} (${name}`);
    expect(row).toContain(`with the digest ${OTHER.slice(0, 16)}…; predicted is ${name} (as logged)`);
  });

  test('of a prediction with more events than the log', () => {
    const [, row] = told(run({ rtmr1: 'expected' }, REPORTED, longer('rtmr1')));
    expect(row).toBe(
      `rtmr1 different the event log ends before EV_X (more) with the digest ${OTHER.slice(0, 16)}…`,
    );
  });

  test('of a register that is not what the log says', () => {
    const td = { registers: { ...TD.registers, rtmr1: OTHER }, ccel: BYTES };
    for (const holds of ['replay', 'expected'] as const) {
      const [verdict, row] = told(run({ rtmr1: holds }, probeOutput(td), predicted('rtmr1')));
      expect(verdict).toMatch(/^failed: rtmr1 is abab/);
      expect(row).toMatch(/^rtmr1 different no single event explains rtmr1/);
    }
  });

  test('of a value where the guest shows what was predicted', () => {
    expect(told(run({ mrtd: OTHER }, REPORTED, MRTD))[1]).toBe(
      'mrtd different the guest shows what this image has to give: the value in the scenario is that of another image',
    );
  });

  test('of two registers: each is a finding, the first decides', () => {
    const { findings, reason } = run({ mrtd: OTHER, rtmr0: OTHER }, REPORTED);
    expect(findings.map(({ id }) => id)).toEqual(['measurement-mismatch', 'measurement-mismatch']);
    expect(reason).toMatch(/^mrtd is /);
  });
});

function longer(register: 'rtmr1'): Predictions {
  const [value] = predicted(register)[register]?.values ?? [];
  const more = { register, name: 'EV_X', text: 'more', digest: OTHER };
  const events = [...(value?.events ?? []), more];
  return { [register]: { values: [{ value: OTHER, by: ['edk2'], events }], suspects: [] } };
}

describe('what cannot be compared', () => {
  const NO_LOG =
    'the guest showed no event log: the probe prints it with tdx-boot.probe=ccel on the command line';
  const torn = (from: RegExp, to: string): string => REPORTED.replace(from, to);

  test.each<[string, Asserted, string, string]>([
    ['no TDREPORT', { mrtd: OTHER }, probeOutput({ withoutReport: true }), 'mrtd not-shown'],
    ['no event log', { rtmr0: 'replay' }, probeOutput({}), `rtmr0 not-shown ${NO_LOG}`],
    [
      'an unreadable register',
      { mrtd: OTHER },
      probeOutput({ sysfs: { mrtd: Buffer.alloc(47) } }),
      'mrtd not-shown the guest showed "unreadable", which is not 96 hex digits',
    ],
    [
      'a value cut short',
      { mrtd: OWN.mrtd },
      torn(/(measurement\.mrtd: .{90}).*/, '$1'),
      `mrtd not-shown the guest showed "${OWN.mrtd.slice(0, 90)}", which is not 96 hex digits`,
    ],
    [
      'two values',
      { mrtd: OWN.mrtd },
      `${REPORTED}# cc.measurement.mrtd: ${OTHER}\n`,
      `mrtd different the guest showed two values: ${OWN.mrtd} and ${OTHER}`,
    ],
    [
      'a fact that somebody quotes',
      { mrtd: OWN.mrtd },
      torn(/^# cc\.measurement\.mrtd/m, 'x # cc.measurement.mrtd'),
      'mrtd not-shown',
    ],
    [
      'a line of the log that is missing',
      { rtmr0: 'replay' },
      torn(/^# cc\.ccel\.000040.*\n/m, ''),
      'rtmr0 not-shown the event log is torn: byte 96 follows byte 64',
    ],
    [
      'a line of the log with a kernel message in it',
      { rtmr0: 'replay' },
      torn(/^(# cc\.ccel\.000040: ....)/m, '$1[    1.0] x'),
      'rtmr0 not-shown the event log is torn: the line of byte 64 is not made of hex digits',
    ],
    [
      'a log that ends within an event',
      { rtmr0: 'replay' },
      torn(/^# cc\.ccel\.0000[8-9a-f].*\n|^# cc\.ccel\.00[^0].*\n|^# cc\.ccel\.000[^0].*\n/gm, ''),
      'rtmr0 not-shown the event log ends within the size of event 0: ',
    ],
    [
      'a log without end',
      { rtmr0: 'replay' },
      endless(),
      'rtmr0 not-shown the event log is torn: it has more than 1048576 bytes',
    ],
  ])('%s', (_, asserted, text, row) => {
    const [verdict, said] = told(run(asserted, text));
    expect(verdict).toMatch(/^failed: /);
    expect(said?.slice(0, row.length)).toBe(row);
  });

  test('without the event log the next step is to show the log', () => {
    const { reason, findings } = run({ rtmr0: 'replay' }, probeOutput({}));
    expect(reason).toBe(
      'rtmr0 is asserted as the replay of the event log, which the guest did not show whole',
    );
    expect(findings[0]?.hint).toContain('tdx-boot.probe=ccel in guest.cmdline');
  });

  test('a prediction that was not made is no word about the guest', () => {
    expect(told(run({ mrtd: 'expected' }, REPORTED))).toEqual([
      'errored: mrtd is asserted, and nothing says what it has to be',
      'mrtd not-known',
    ]);
  });

  test('a value of a megabyte is kept short', () => {
    const [row] = run(
      { mrtd: OTHER },
      `# cc.measurement.mrtd: ${'z'.repeat(60_000)}\n${REPORTED}`,
    ).measurements;
    expect(row?.explanation?.length).toBeLessThan(500);
  });
});

function endless(): string {
  const lines = Array.from({ length: 0x8001 }, (_, at) => {
    return `# cc.ccel.${(at * 32).toString(16).padStart(6, '0')}: ${'00'.repeat(32)}\n`;
  });
  return `${lines.join('')}# tdx-boot probe: done\n`;
}
