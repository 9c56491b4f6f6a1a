/** `tdx-boot measure log`: an event log, its replay, and the report beside it. */

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { runHere } from '../support/run-here.ts';
import { CCEL, EVIDENCE, FILES, fixture, QUOTE_V5, REPORT } from '../tdx/fixtures.ts';
import { action, buildLog, separator } from '../tdx/log-builder.ts';
import { at, file, measure } from './measure-lab.ts';

describe('measure log', () => {
  const log = file('ccel', fixture(CCEL.ovmf));

  test('lists the events and replays them', async () => {
    const { code, out } = await measure('log', log);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^11 +rtmr1 +EV_EFI_BOOT_SERVICES_APPLICATION +a2ccae1e7d6c668c +- +kernel, 10854912 bytes$/m,
    );
    const rtmrs = FILES.find((entry) => entry.file === CCEL.ovmf)?.expected_rtmr as string[];
    expect(out.trimEnd().split('\n').slice(-4)).toEqual(
      rtmrs.map((value, index) => `rtmr${index}  ${value}`),
    );
  });

  test('of a directory of results: the log that the run has fetched', async () => {
    const data = 'results/td/files/sys/firmware/acpi/tables/data';
    mkdirSync(at(data), { recursive: true });
    file('results/td/files/sys/firmware/acpi/tables/CCEL', Buffer.alloc(56));
    const without = await measure('log', at('results'));
    expect([without.code, without.error]).toEqual([
      2,
      expect.stringMatching(/results is a directory without an event log.*\n.*collect:/),
    ]);
    file(`${data}/CCEL`, fixture(CCEL.ovmf));
    expect(await measure('log', at('results'))).toEqual(await measure('log', log));
    file('results/other.ccel', fixture(CCEL.ovmf));
    const several = await measure('log', at('results'));
    expect([several.code, several.error]).toEqual([
      2,
      expect.stringMatching(/results has 2 event logs: results\/other\.ccel, .*data\/CCEL/),
    ]);
  });

  test('- is standard input, in any form', async () => {
    const program = join(import.meta.dirname, '../../src/cli/index.ts');
    const hex = fixture(CCEL.ovmf).toString('hex');
    const { status, stdout } = spawnSync(process.execPath, [program, 'measure', 'log', '-'], {
      ...{ input: hex, encoding: 'utf8' },
    });
    expect([status, stdout]).toEqual([0, (await measure('log', log)).out]);
  });

  test.each([
    ['the log and the report', ['log', '-', '--report', '-'], '<log> and --report'],
    ['two logs', ['diff', '-', '-'], '<before> and <after>'],
    ['files of variables', ['-', '--variables', '-', '--kernel', 'k'], '<firmware> and --variables'],
  ])('- for %s: refused before anything is read', async (_what, args, names) => {
    const { code, error } = await measure(...args);
    expect([code, error]).toEqual([2, expect.stringContaining(`${names} are both -`)]);
  });

  test('check: the log and the scenario are refused likewise', async () => {
    const { code, error } = await runHere('check', '-', '--scenario', '-');
    expect([code, error]).toEqual([2, expect.stringContaining('<log> and --scenario are both -')]);
  });

  test('words of another command line may be - more than once', async () => {
    const { error } = await runHere('import', '--', 'qemu-system-x86_64', '-serial', '-', '-monitor', '-');
    expect(error).not.toContain('standard input');
  });

  test.each([
    ['gzip', gzipSync(fixture(CCEL.ovmf))],
    ['zstd', Buffer.from('28b52ffd00', 'hex')],
    ['xz', Buffer.from('fd377a585a00', 'hex')],
  ])('compressed with %s: named, with the command that unpacks it', async (program, bytes) => {
    const { code, error } = await measure('log', file('packed', bytes));
    expect([code, error]).toEqual([
      2,
      `packed: the event log is compressed with ${program}\n  Unpack it first: ${program} -dc FILE\n`,
    ]);
  });

  test('as JSON', async () => {
    const { out } = await measure('log', log, '--json');
    const { events, rtmrs } = JSON.parse(out);
    expect(events[7]).toMatchObject({
      index: 7,
      register: 'rtmr0',
      name: 'EV_SEPARATOR',
      check: 'matches',
      data: '00000000',
    });
    expect(Object.keys(rtmrs)).toEqual(['rtmr0', 'rtmr1', 'rtmr2', 'rtmr3']);
  });

  test('next to a report of another boot: exit code 1 and what each register lacks', async () => {
    const { code, out } = await measure('log', log, '--report', file('quote', fixture(QUOTE_V5)));
    expect(code).toBe(1);
    expect(out).toMatch(/^rtmr0: DIFFERENT, the report has 5c8daf76/m);
    expect(out).toMatch(/^ {2}no single event explains rtmr0/m);
    expect(out).toMatch(/^rtmr3: the report has the same value$/m);
  });

  test('next to a TDREPORT that has seen nothing: the first event is named', async () => {
    const { code, out } = await measure('log', log, '--report', file('report', fixture(REPORT)));
    expect(code).toBe(1);
    expect(out).toMatch(
      /^ {2}rtmr1 is what the log says before event 11 \(EV_EFI_BOOT_SERVICES_APPLICATION: kernel/m,
    );
  });

  /** A TDREPORT with the RTMRs to which the log replays, but for those that are given. */
  async function reportOf(name: string, changed: Partial<Record<string, string>>): Promise<string> {
    const { rtmrs } = JSON.parse((await measure('log', log, '--json')).out);
    const bytes = fixture(REPORT);
    for (const [index, value] of Object.values<string>({ ...rtmrs, ...changed }).entries()) {
      bytes.write(value, 720 + 48 * index, 'hex');
    }
    return file(name, bytes);
  }

  test.each([
    ['rtmr2', 1, /^rtmr2: DIFFERENT, the report has abab/m],
    ['rtmr3', 0, /^rtmr3: the report has abab.*\n {2}user space may extend it at run time/m],
  ])('only %s differs from the report: exit code %p', async (register, code, message) => {
    const report = await reportOf(`report-${register}`, { [register]: 'ab'.repeat(48) });
    const ran = await measure('log', log, '--report', report);
    expect([ran.code, ran.out]).toEqual([code, expect.stringMatching(message)]);
  });

  test('a log of 2022, in which fw_cfg names have 56 bytes: no false alarm', async () => {
    const { code, out } = await measure('log', file('tdvf2022', fixture(CCEL.tdvf2022)));
    expect([code, out]).toEqual([0, expect.not.stringContaining('  NO  ')]);
    expect(out).toContain('\n  9, 10, 11, 12, 14: it is of a file of the VMM, which the data name\n');
  });

  test('a reply of dstack: its log is compared with the quote beside it', async () => {
    const reply = file('reply.json', fixture(EVIDENCE.dstack));
    const { code, out } = await measure('log', reply);
    expect(code).toBe(0);
    for (const register of ['rtmr0', 'rtmr1', 'rtmr2', 'rtmr3']) {
      expect(out).toContain(`\n${register}: the report has the same value\n`);
    }
    const { code: forged, out: said } = await measure(
      'log',
      file('cos', fixture(CCEL.cos)),
      '--report',
      reply,
    );
    expect([forged, said]).toEqual([1, expect.stringMatching(/^rtmr0: DIFFERENT, the report has f8438db3/m)]);
  });

  test('registers of tdx-measure: those that it has are compared', async () => {
    const { rtmrs } = JSON.parse((await measure('log', log, '--json')).out);
    const registers = { mrtd: '00'.repeat(48), rtmr0: rtmrs.rtmr0, rtmr2: 'ab'.repeat(48) };
    const { code, out } = await measure('log', log, '--report', file('registers', JSON.stringify(registers)));
    expect(code).toBe(1);
    expect(out).toMatch(/^rtmr0: the report has the same value\nrtmr2: DIFFERENT/m);
    expect(out).not.toContain('rtmr1:');
  });

  test.each([
    ['log', /this text holds no event log/],
    ['quote', /this text holds no quote/],
    ['report', /this text holds no TDREPORT/],
  ])('%s of JSON without one: exit code 2', async (command, message) => {
    const { code, error } = await measure(command, file('other.json', '{"nonce": ""}'));
    expect([code, error]).toEqual([2, expect.stringMatching(message)]);
  });

  test.each([
    ['an empty outblob', ''],
    ['an outblob of a newline', '\n'],
    ['an outblob of blanks', '  \r\n\t '],
    ['JSON with an empty quote', '{"quote": ""}'],
    ['JSON without a quote in its field', '{"evidence": {"td_quote": null}}'],
  ])('%s: the quoting service gave none', async (_what, text) => {
    const named = expect.stringMatching(
      /outblob: the quote is empty: the quoting service gave none\n {2}Look/,
    );
    const alone = await measure('quote', file('outblob', text));
    expect([alone.code, alone.error]).toEqual([2, named]);
    const beside = await measure('log', log, '--report', at('outblob'));
    expect([beside.code, beside.error]).toEqual([2, named]);
  });

  test('a log beside an empty quote is read', async () => {
    const given = { quote: '', cc_eventlog: fixture(CCEL.ovmf).toString('base64') };
    expect(await measure('log', file('evidence.json', JSON.stringify(given)))).toEqual(
      await measure('log', log),
    );
  });

  test('a command line that was changed in the log: exit code 1', async () => {
    const bytes = fixture(CCEL.cos);
    bytes.write('init=/bin/sh', bytes.indexOf('kernel_cmdline: ') + 36);
    const { code, out } = await measure('log', file('forged', bytes));
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/^\d+ +rtmr2 +EV_IPL +[0-9a-f]+ +NO +kernel_cmdline: /m),
    ]);
  });

  test('a digest that is not of its data: exit code 1', async () => {
    const events = [separator(1), { ...action(2, 'changed'), digest: '00'.repeat(48) }];
    const { code, out } = await measure('log', file('changed', buildLog({ events })));
    expect(code).toBe(1);
    expect(out).toMatch(/^1 +rtmr1 +EV_EFI_ACTION +0{16} +NO +changed$/m);
  });

  test('what a guest wrote reaches the terminal without escape sequences', async () => {
    const { out } = await measure('log', file('escape', buildLog({ events: [action(1, '\u001b[2Jgone')] })));
    expect(out).toContain('\\u{1b}[2Jgone');
    expect(out).not.toContain('\u001b');
  });

  test.each([
    [
      'the ACPI table instead',
      Buffer.concat([Buffer.from('CCEL'), Buffer.alloc(52)]),
      /ACPI table.*\n {2}.*data\/CCEL/,
    ],
    ['nothing', Buffer.alloc(0), /the event log ends within/],
  ])('%s: exit code 2', async (_what, bytes, message) => {
    const { code, error } = await measure('log', file('other', bytes));
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });
});
