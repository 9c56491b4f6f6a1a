/** The forms in which people have logs, reports and quotes: each is told by its content. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { checkEvents } from '../../src/tdx/event-check.ts';
import { type EventLog, parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import { findEvidence } from '../../src/tdx/evidence.ts';
import { bytesOfText } from '../../src/tdx/input-text.ts';
import { RTMRS } from '../../src/tdx/names.ts';
import { parseQuote } from '../../src/tdx/quote.ts';
import { CCEL, EVIDENCE, fixture, GO_EVENTS, QUOTE_V4, QUOTE_V5, REPORT, TPM2_EVENTLOG } from './fixtures.ts';

const bytes = fixture(CCEL.ovmf);
const log = parseEventLog(bytes);
/** The answer to each event. */
const checked = ({ events }: EventLog): string[] => checkEvents(events).map(({ digest }) => digest);
const names: readonly string[] = RTMRS;
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');
const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64');
const wrapped = (text: string, columns: number): string =>
  text.replace(new RegExp(`.{${columns}}`, 'g'), '$&\n');
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 2));

/** As xxd prints it: groups of two bytes. */
function xxd(data: Uint8Array): string {
  return lines(
    data,
    (chunk, at) => `${at}: ${hex(chunk).replace(/.{4}/g, '$& ').trim().padEnd(40)} ${ascii(chunk)}`,
  );
}

/** As hexdump -C prints it, with its offset at the end. */
function hexdump(data: Uint8Array): string {
  const body = lines(
    data,
    (chunk, at) =>
      `${at}  ${hex(chunk)
        .replace(/../g, '$& ')
        .replace(/^(.{24})/, '$1 ')
        .trim()
        .padEnd(49)} |${ascii(chunk)}|`,
  );
  return `${body}\n${data.length.toString(16).padStart(8, '0')}\n`;
}

function lines(data: Uint8Array, line: (chunk: Uint8Array, at: string) => string): string {
  const count = Math.ceil(data.length / 16);
  return Array.from({ length: count }, (_, row) =>
    line(data.subarray(16 * row, 16 * row + 16), (16 * row).toString(16).padStart(8, '0')),
  ).join('\n');
}

const ascii = (chunk: Uint8Array): string =>
  Buffer.from(chunk)
    .toString('latin1')
    .replace(/[^ -~]/g, '.');

/** Each event by the fields that a program gives it. */
function listed(fields: (event: EventLog['events'][number], digest: string, mr: number) => object): object[] {
  return log.events.map((event) => fields(event, event.digest ?? '', 1 + names.indexOf(event.register)));
}

const trustee = listed(({ name, data }, digest, mr) => ({
  ...{ details: {}, digests: [{ alg: 'SHA-384', digest }], event: base64(data), index: mr, type_name: name },
}));
const goEventlog = listed(({ type, data }, digest, mr) => ({
  ...{ pcrIndex: mr, untrustedType: type, data: base64(data), digest: base64(Buffer.from(digest, 'hex')) },
}));
const dstack = listed(({ type, data }, digest, mr) => ({
  ...{ imr: mr - 1, event_type: type, digest, event: '', event_payload: hex(data) },
}));
const yaml = `---\nversion: 1\nevents:\n${log.events
  .map(
    ({ name, register, digest, data }, index) => `- EventNum: ${index + 1}
  PCRIndex: ${1 + names.indexOf(register)}
  EventType: ${name}
  DigestCount: 1
  Digests:
  - AlgorithmId: sha384
    Digest: "${digest}"
  EventSize: ${data.length}
  Event: "${hex(data)}"
`,
  )
  .join('')}`;

/** Without equal lines, as hexdump -C and xxd -a print it: the last line stays. */
function squeezed(dump: string): string {
  const rows = dump.trimEnd().split('\n');
  const equal = rows.map((row, at) => row.slice(8) === rows[at - 1]?.slice(8) && at < rows.length - 1);
  const kept = rows.map((row, at) => (equal[at] === true ? '*' : row));
  return kept.filter((row, at) => row !== '*' || kept[at - 1] !== '*').join('\n');
}
/** Of 64 KiB, filled with zeros. */
const area = Buffer.concat([bytes, Buffer.alloc(0x1_0000 - bytes.length)]);

describe('an event log', () => {
  test.each<[string, Uint8Array]>([
    ['in binary form', bytes],
    ['in hex', Buffer.from(hex(bytes))],
    ['in hex with 0x', Buffer.from(`0x${hex(bytes)}\n`)],
    ['in hex, in lines', Buffer.from(wrapped(hex(bytes), 64))],
    ['in base64', Buffer.from(base64(bytes))],
    ['in base64, in lines', Buffer.from(wrapped(base64(bytes), 76))],
    ['in base64 for URLs', Buffer.from(bytes.toString('base64url'))],
    ['as xxd prints it', Buffer.from(xxd(bytes))],
    ['as hexdump -C prints it', Buffer.from(hexdump(bytes))],
    ['as hexdump -C prints its area, without -v', Buffer.from(squeezed(hexdump(area)))],
    ['as xxd -a prints its area', Buffer.from(squeezed(xxd(area)))],
    [
      'in evidence of the Confidential Containers agent',
      json({ cc_eventlog: base64(bytes), quote: base64(fixture(QUOTE_V4)) }),
    ],
    ['in JSON within JSON', json({ evidence: JSON.stringify({ ccel: base64(bytes) }) })],
    ['listed by trustee', json({ uefi_event_logs: trustee })],
    ['listed by trustee, the list alone', json(trustee)],
    ['listed by go-eventlog', json({ platform: {}, rawEvents: goEventlog, hash: 'SHA384' })],
    ['listed by dstack', json(dstack)],
    [
      'listed by dstack, in its reply',
      json({ quote: hex(fixture(QUOTE_V4)), event_log: JSON.stringify(dstack) }),
    ],
    ['listed as by tpm2_eventlog, with all data', Buffer.from(yaml)],
    ['listed as by tpm2_eventlog, with all data, indented', Buffer.from(yaml.replace(/^(?=[ -] )/gm, '  '))],
    [
      'listed as by tpm2_eventlog, with all data, the list alone',
      Buffer.from(yaml.slice(yaml.indexOf('- '))),
    ],
    ['listed as by tpm2_eventlog, with CRLF', Buffer.from(yaml.replaceAll('\n', '\r\n'))],
  ])('%s', (_what, given) => {
    const found = findEvidence(given).log;
    if (found === undefined) throw new Error('no log was found');
    expect(replayLog(found)).toEqual(replayLog(log));
    expect(checked(found)).toEqual(checked(log));
  });

  /** What is not in full is not checked: no answer is that a digest differs. */
  test.each([
    ['of td-shim', TPM2_EVENTLOG.tdShim, CCEL.tdShim, 2],
    ['of TDVF', TPM2_EVENTLOG.ovmf, CCEL.ovmf, 5],
  ])('%s as tpm2_eventlog has printed it', (_what, printed, binary, count) => {
    const found = findEvidence(fixture(printed)).log;
    if (found === undefined) throw new Error('no log was found');
    const whole = parseEventLog(fixture(binary));
    expect(replayLog(found)).toEqual(replayLog(whole));
    expect(checked(found)).toEqual(
      checked(whole).map((digest, place) =>
        found.events[place]?.withoutData === true ? 'not-in-log' : digest,
      ),
    );
    expect(checked(found).filter((digest) => digest === 'matches')).toHaveLength(count);
  });

  test('the events of go-eventlog as Go marshals them: the same registers and the same answers', () => {
    const found = findEvidence(fixture(GO_EVENTS)).log;
    if (found === undefined) throw new Error('no log was found');
    const whole = parseEventLog(fixture(CCEL.tdvf2022));
    expect(replayLog(found)).toEqual(replayLog(whole));
    expect(checked(found)).toEqual(checked(whole));
  });

  test('a text that was changed in what tpm2_eventlog has printed', () => {
    const forged = fixture(TPM2_EVENTLOG.ovmf).toString('latin1').replace('Exit Boot', 'Edit Boot');
    const found = findEvidence(Buffer.from(forged)).log;
    if (found === undefined) throw new Error('no log was found');
    expect(checked(found).filter((digest) => digest === 'differs')).toHaveLength(1);
  });

  test.each(['trustee', 'go-eventlog', 'dstack'] as const)(
    'listed by %s: data whose base64 is hex, too, and data whose hex is base64, too',
    (program) => {
      const data = Buffer.alloc(48);
      const digest = createHash('sha384').update(data).digest('hex');
      const lists = {
        trustee: {
          digests: [{ alg: 'SHA-384', digest }],
          event: base64(data),
          index: 1,
          type_name: 'EV_ACTION',
        },
        'go-eventlog': { pcrIndex: 1, untrustedType: 5, data: base64(data), digest },
        dstack: { imr: 0, event_type: 5, digest, event: '', event_payload: hex(data) },
      };
      const found = findEvidence(json([lists[program]])).log;
      expect(found?.events[0]?.data).toEqual(data);
    },
  );

  test('listed without the data of its events: nothing of them is checked, and the list says so', () => {
    const bare = dstack.map((event) => ({ ...event, event_payload: '' }));
    const found = findEvidence(json(bare)).log;
    if (found === undefined) throw new Error('no log was found');
    expect(replayLog(found)).toEqual(replayLog(log));
    expect(new Set(checkEvents(found.events).map(({ reason }) => reason))).toEqual(
      new Set(['this list leaves the data out']),
    );
  });

  test.each<[string, object[], RegExp]>([
    [
      'a type that is not known',
      [{ ...trustee[0], type_name: 'EV_OTHER' }],
      /event 0 of the listed event log: its type/,
    ],
    [
      'a register that a TD has not',
      [trustee[0] ?? {}, { ...trustee[0], index: 9 }],
      /event 1 .*no register of a TD/,
    ],
    ['a digest that is cut', [{ ...dstack[0], digest: 'abcd' }], /no digest of SHA-384/],
    ['data in hex where base64 stands', [{ ...trustee[0], event: '00 00' }], /its data are damaged/],
    [
      'data in base64 where hex stands',
      [{ ...dstack[0], event_payload: 'AAAAAA==' }],
      /its data are damaged/,
    ],
    ['a list that is not of bytes', [{ ...trustee[0], event: [1, 256] }], /its data are damaged/],
    ['no digest', [{ ...trustee[0], digests: [] }], /no digest of SHA-384/],
    ['something else among its events', [trustee[0] ?? {}, 7 as unknown as object], /it is no event/],
  ])('listed with %s', (_what, list, message) => {
    expect(() => findEvidence(json(list))).toThrow(message);
    expect(() => findEvidence(json(list))).toThrow(expect.objectContaining({ code: 'bad-event-log' }));
  });
});

describe('a dump', () => {
  const zeros = '00 '.repeat(16).trimEnd();
  const head = `00000000  ${zeros}  |................|\n`;
  test.each<[string, string, number | undefined]>([
    ['two lines left out', `${head}*\n00000030  01 02\n00000032`, 50],
    ['lines left out up to its end', `${head}*\n00000100\n`, 256],
    ['lines left out, without an end', `${head}*\n`, undefined],
    ['nothing left out', `${head}*\n00000010  01 02\n`, undefined],
    ['part of a line left out', `${head}*\n00000018\n`, undefined],
    ['nothing before what is left out', `*\n00000010  01 02\n`, undefined],
    ['half a line before what is left out', `00000000  01 02\n*\n00000010\n`, undefined],
    ['more left out than any file has', `${head}*\nfffffffffff0\n`, undefined],
    ['an end that is another', `${head}00000020\n`, undefined],
    ['something behind its end', `${head}00000010\n${head}`, undefined],
  ])('with %s', (_what, text, length) => {
    expect(bytesOfText(text)?.length).toBe(length);
  });
});

describe('reports, quotes and registers', () => {
  const registers = { mrtd: 'AB'.repeat(48), rtmr0: 'cd'.repeat(48) };
  const hcl = Buffer.concat([Buffer.from('HCLA'), Buffer.alloc(28), fixture(REPORT), Buffer.alloc(1544)]);
  test.each<[string, Uint8Array, object]>([
    ['a TDREPORT', fixture(REPORT), { report: fixture(REPORT) }],
    ['a TDREPORT in hex', Buffer.from(hex(fixture(REPORT))), { report: fixture(REPORT) }],
    ['an HCL report of Azure', hcl, { report: fixture(REPORT) }],
    ['a quote of version 4', fixture(QUOTE_V4), { quote: fixture(QUOTE_V4) }],
    ['a quote of version 5 in base64', Buffer.from(base64(fixture(QUOTE_V5))), { quote: fixture(QUOTE_V5) }],
    [
      'a quote as a list of numbers',
      json({ td_quote: [...fixture(QUOTE_V4)] }),
      { quote: fixture(QUOTE_V4) },
    ],
    [
      'what tdx-measure and dstack-mr print',
      json(registers),
      { registers: { mrtd: 'ab'.repeat(48), rtmr0: 'cd'.repeat(48) } },
    ],
    ['anything else', Buffer.from('{"a": [1, 2]}'), {}],
    ['text', Buffer.from('not evidence'), {}],
    ['nothing', Buffer.alloc(0), { emptyQuote: true }],
  ])('%s', (_what, given, found) => {
    expect(findEvidence(given)).toEqual(found);
  });

  test('of dstack: the log replays to the registers of the signed quote beside it, RTMR3 too', () => {
    const { log: found, quote } = findEvidence(fixture(EVIDENCE.dstack));
    if (found === undefined || quote === undefined) throw new Error('not all was found');
    expect(parseQuote(quote)).toMatchObject(replayLog(found));
    expect(checkEvents(found.events).filter(({ digest: is }) => is === 'matches').length).toBeGreaterThan(5);
  });

  test('of Azure: the quote is of the TDREPORT beside it', () => {
    const { report, quote } = findEvidence(fixture(EVIDENCE.azure));
    if (report === undefined || quote === undefined) throw new Error('not all was found');
    expect(parseQuote(quote).mrtd).toBe(Buffer.from(report.subarray(528, 576)).toString('hex'));
  });
});

describe('hostile text ends soon', () => {
  test.each<[string, string]>([
    ['hex digits with an odd one', `${'ab'.repeat(4_000_000)}c`],
    ['hex digits with a stranger at the end', `${'ab '.repeat(2_000_000)}z`],
    ['newlines', '\n'.repeat(8_000_000)],
    ['one line like a dump', `00000000: ${'ab '.repeat(2_000_000)}`],
    ['brackets', '['.repeat(4_000_000)],
    ['nested objects', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['numbers', `[${'1,'.repeat(3_000_000)}1]`],
    [
      'YAML that refers to itself',
      `---\nversion: 1\na: &a [x, x, x, x, x, x]\n${Array.from(
        { length: 20 },
        (_, at) =>
          `${'b'.repeat(at + 1)}: &${'b'.repeat(at + 1)} [${Array(9)
            .fill(`*${at === 0 ? 'a' : 'b'.repeat(at)}`)
            .join(', ')}]`,
      ).join('\n')}`,
    ],
  ])('%s', (_what, text) => {
    const before = process.cpuUsage();
    try {
      findEvidence(Buffer.from(text));
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(bad-event-log|too-large)$/) });
    }
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(4_000_000);
  });
});
