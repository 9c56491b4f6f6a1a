/** A recording that is not whole never passes; damage has a place; a log of any size is read in pieces. */

import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadRecorded } from '../../src/boot/recorded-scenario.ts';
import { replay } from '../../src/boot/replay.ts';
import type { Verdict } from '../../src/judge/events.ts';
import { CAST_CUT } from '../../src/judge/recorded.ts';
import { parseScenario } from '../../src/scenario/load.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-replay-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const at = (name: string): string => join(directory, name);
const { rules } = parseScenario('s.yml', 'version: 1\nsteps: [{expect: up}]\n', '/').scenario;
const LAUNCH = '{"t":0,"event":{"type":"launch","time":0,"argv":[],"pid":1}}\n';
const OUTPUT = '{"t":1000,"output":"serial","n":4}\n';
const LATER = '{"t":3200,"event":{"type":"cpu","time":3200,"busy":0.01}}\n';
const END = '{"t":2000,"event":{"type":"end-of-log","time":2000}}\n';
const PANIC = 'Kernel panic - not syncing: x\n';

function judged(path: string): Verdict | undefined {
  const last = [...replay(path, rules)].at(-1);
  return last?.type === 'verdict' ? last.verdict : undefined;
}

function verdictOf(events: string, serial: string | undefined): Verdict | undefined {
  writeFileSync(join(directory, 'events.jsonl'), events);
  if (serial !== undefined) writeFileSync(join(directory, 'serial.raw'), serial);
  return judged(directory);
}

const incomplete = (until: string): string =>
  `errored: the recording is incomplete: it was read until ${until} after the start, and its end is missing`;

test.each<[string, string, string]>([
  ['a panic behind the last step', `up\n${PANIC}`, 'failed: Kernel panic: x'],
  ['a last line without an end', `up\n${PANIC.trim()}`, 'failed: Kernel panic: x'],
  ['nothing bad', 'up\nmore\n', 'passed: every step was met'],
])('a plain log is read to its end, also with settle: 0s: %s', (_, text, expected) => {
  const log = join(directory, 'console.log');
  writeFileSync(log, text);
  const last = [...replay(log, { ...rules, settleMs: 0 })].at(-1);
  expect(last?.type === 'verdict' && `${last.verdict.verdict}: ${last.verdict.reason}`).toBe(expected);
});

test.each<[string, string, string | undefined, string]>([
  ['whole', LAUNCH + OUTPUT + END, 'up\r\n', 'passed: every step was met'],
  ['killed before its end, when all was met', LAUNCH + OUTPUT, 'up\r\n', incomplete('1.0 s')],
  ['killed in a silence', LAUNCH + OUTPUT + LATER, 'no\r\n', incomplete('3.2 s')],
  ['killed before all of its bytes', LAUNCH + OUTPUT, 'u', incomplete('1.0 s')],
  ['killed before the first of them', LAUNCH + OUTPUT, undefined, incomplete('1.0 s')],
  ['killed within a line', LAUNCH + OUTPUT.slice(0, 9), undefined, incomplete('0 ms')],
  ['empty', '', undefined, incomplete('0 ms')],
  ['killed after a panic', LAUNCH + OUTPUT.replace('4', `${PANIC.length}`), PANIC, 'failed: Kernel panic: x'],
])('%s', (_, events, serial, expected) => {
  const verdict = verdictOf(events, serial);
  expect(`${verdict?.verdict}: ${verdict?.reason}`).toBe(expected);
  if (verdict?.verdict !== 'errored') return;
  expect(verdict.diagnosis).toMatchObject({ phase: 'host', cause: 'recording' });
  expect(verdict.diagnosis?.advice).toBe('Its run was killed, or its disk was full: boot again.');
});

describe('damage is named, with its place:', () => {
  const event = (fields: object): string => `${JSON.stringify({ t: 1, event: { time: 1, ...fields } })}\n`;

  test.each<[string, string, string]>([
    ['no JSON', '{"t":\n', 'is not JSON: '],
    ['no object', '7\n', 'is not a recorded event: '],
    ['no time', '{"output":"serial","n":4}\n', 'is not a recorded event: '],
    ['an unknown stream', '{"t":1,"output":"seriel","n":4}\n', 'is not a recorded event: '],
    ['a number of bytes below zero', '{"t":1,"output":"serial","n":-4}\n', 'is not a recorded event: '],
    ['half a byte', '{"t":1,"output":"serial","n":0.5}\n', 'is not a recorded event: '],
    ['an event that is none', '{"t":1,"event":null}\n', 'is not a recorded event: '],
    ['an unknown event', event({ type: 'lunch' }), 'is not a recorded event: '],
    ['a launch without a command', event({ type: 'launch', pid: 1 }), 'is not a recorded event: '],
    ['an unknown state', event({ type: 'vm', state: 'odd', detail: '' }), 'is not a recorded event: '],
    ['an abort without a message', event({ type: 'abort', cause: 'cancelled' }), 'is not a recorded event: '],
    [
      'predictions that are none',
      event({ type: 'launch', argv: [], pid: 1, predictions: { mrtd: 7 } }),
      'is not a recorded event: ',
    ],
    ['time that goes back', `${LATER}${OUTPUT}`, 'goes back in time, from 3200 to 1000 ms'],
  ])('%s', (_, lines, message) => {
    const number = 1 + lines.trimEnd().split('\n').length;
    expect(() => verdictOf(LAUNCH + lines + END, 'up\r\n')).toThrow(
      expect.objectContaining({
        code: 'bad-recording',
        message: expect.stringContaining(message),
        where: `${join(directory, 'events.jsonl')}:${number}`,
      }),
    );
  });

  test('a whole run whose bytes are cut', () => {
    expect(() => verdictOf(LAUNCH + OUTPUT + END, 'u')).toThrow(
      expect.objectContaining({
        code: 'bad-recording',
        message: `${join(directory, 'serial.raw')} is 3 bytes shorter than this event says`,
        where: `${join(directory, 'events.jsonl')}:2`,
      }),
    );
  });

  test.each<[string, () => void]>([
    ['a panic behind the bytes that the events name', () => appendFileSync(at('serial.raw'), PANIC)],
    ['bytes of a stream without an event', () => writeFileSync(at('console.raw'), PANIC)],
    ['another run behind its end', () => twice()],
    [
      'an event that somebody took out',
      () => writeFileSync(at('events.jsonl'), LAUNCH + OUTPUT + END.replace('}}', ',"lines":3}}')),
    ],
    ['an end in the middle', () => appendFileSync(at('events.jsonl'), OUTPUT + END)],
    ['no start of a VMM', () => writeFileSync(at('events.jsonl'), OUTPUT + END)],
    [
      'no platform, which every tdx-boot records that counts its lines',
      () => writeFileSync(at('events.jsonl'), LAUNCH + OUTPUT + END.replace('}}', ',"lines":2}}')),
    ],
    ['another platform than its command starts', () => edited({ argv: ['qemu', '-accel', 'tcg'] })],
  ])('a whole run with %s never passes', (_, damage) => {
    expect(verdictOf(LAUNCH + OUTPUT + END, 'up\r\n')?.verdict).toBe('passed');
    damage();
    expect(judged(directory)).toMatchObject({
      verdict: 'errored',
      reason: expect.stringMatching(
        /^the recording is not as it was written: (?:.* bytes, and its events name |it goes on behind its end, .*:3$|.* has 2 lines before its end, where 3 were written$|no event says |it is of platform tdx, and its command starts no Trust Domain$)/,
      ),
    });
  });

  test.each([
    [['qemu', '-object', '{"qom-type":"tdx-guest","id":"tdx0"}']],
    [['cloud-hypervisor', '--platform', 'tdx=on,uuid=1']],
    [['cloud-hypervisor', '--platform', 'tdx=on']],
  ])('a whole run of a Trust Domain passes: %j', (argv) => {
    verdictOf(LAUNCH + OUTPUT + END, 'up\r\n');
    edited({ argv });
    expect(judged(directory)?.verdict).toBe('passed');
  });

  /** The launch of a recording that says that it is of platform tdx. */
  function edited(words: { readonly argv: readonly string[] }): void {
    const launch = { type: 'launch', time: 0, pid: 1, platform: 'tdx', ...words };
    writeFileSync(at('events.jsonl'), `${JSON.stringify({ t: 0, event: launch })}\n${OUTPUT}${END}`);
  }

  /** The files of two runs, one behind the other. */
  function twice(): void {
    appendFileSync(at('events.jsonl'), LAUNCH + OUTPUT.replace('4', `${PANIC.length}`) + END);
    appendFileSync(at('serial.raw'), PANIC);
  }

  test('an end, and no end', () => {
    expect(() => verdictOf(LAUNCH + END + OUTPUT, 'up\r\n')).toThrow('ends here, and goes on');
  });

  test.each<[string, (file: string) => void, string]>([
    ['a link', (file) => symlinkSync('/etc/passwd', file), 'is a symbolic link'],
    ['a pipe', (file) => void execFileSync('mkfifo', [file]), 'is no file'],
  ])('%s in place of a file', (_, make, message) => {
    verdictOf(LAUNCH + OUTPUT + END, 'up\r\n');
    mkdirSync(at('files/etc'), { recursive: true });
    for (const name of ['console.raw', 'boot.cast', 'result.json', 'scenario.yml', 'files/etc/passwd']) {
      make(at(name));
      const bad = expect.objectContaining({ code: 'bad-recording', message: `${at(name)} ${message}` });
      expect(() => judged(directory)).toThrow(bad);
      expect(() => loadRecorded(directory)).toThrow(bad);
      rmSync(at(name));
    }
  });

  test.each(['serial.raw', 'events.jsonl'])('%s is gone, or a directory', (name) => {
    const bad = expect.objectContaining({ code: 'bad-recording', message: expect.stringContaining(name) });
    if (name === 'events.jsonl') expect(() => judged(directory)).toThrow(bad);
    else expect(() => verdictOf(LAUNCH + OUTPUT + END, undefined)).toThrow(bad);
    mkdirSync(join(directory, name));
    expect(() => judged(directory)).toThrow(bad);
  });
});

test('bytes of one event are read in pieces: an event of 10 GB takes no memory of that size', () => {
  const size = 10 * 1024 ** 3;
  writeFileSync(join(directory, 'serial.raw'), 'up\n');
  truncateSync(join(directory, 'serial.raw'), size);
  writeFileSync(join(directory, 'events.jsonl'), LAUNCH + OUTPUT.replace('4', `${size}`) + END);
  // Without settle the run ends at its step, so that the rest need not be read.
  const last = [...replay(directory, { ...rules, settleMs: 0 })].at(-1);
  expect(last?.type === 'verdict' && last.verdict.verdict).toBe('passed');
});

describe('an asciicast', () => {
  const HEADER = '{"version":2,"width":120,"height":40}\n';
  const cast = (...events: [number, string, string][]): Verdict | undefined => {
    const file = join(directory, 'boot.cast');
    writeFileSync(file, HEADER + events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    return judged(file);
  };

  test('is judged', () => {
    expect(cast([0.5, 'o', 'up\r\n'])).toMatchObject({ verdict: 'passed', time: 500 });
  });

  test.each([
    ['of version 3, whose times are differences', '{"version":3,"term":{"cols":80,"rows":24}}\n'],
    ['without a header', '[0.1, "o", "x"]\n'],
  ])('%s is refused', (_, header) => {
    writeFileSync(at('boot.cast'), `${header}[0.5, "o", "up\\r\\n"]\n`);
    const bad = expect.objectContaining({ code: 'bad-recording', where: `${at('boot.cast')}:1` });
    expect(() => judged(at('boot.cast'))).toThrow(bad);
  });

  test('that ends within a line is incomplete', () => {
    const whole = `${HEADER}[0.5, "o", "up\\r\\n"]\n`;
    writeFileSync(at('boot.cast'), `${whole}[0.6, "o", "Kernel pa`);
    expect(judged(at('boot.cast'))).toMatchObject({
      verdict: 'errored',
      reason: 'the asciicast ends within a line: its end is missing',
    });
  });

  test.each([
    ['with a header of its own', HEADER, 4],
    ['without its header', '', 3],
  ])(
    'that another recording follows, %s, is not one recording, whenever the first was decided',
    (_, header, line) => {
      const first = `${HEADER}[9, "o", "up\\r\\n"]\n`;
      const second = `${header}[0.5, "o", "${PANIC.trim()}\\r\\n"]\n`;
      const begins = line - (header === '' ? 0 : 1);
      for (const between of ['', '[60, "o", "x"]\n']) {
        writeFileSync(at('boot.cast'), first + between + second);
        expect(judged(at('boot.cast'))).toMatchObject({
          verdict: 'errored',
          reason: `the asciicast is not one recording: another one begins at ${at('boot.cast')}:${begins + (between === '' ? 0 : 1)}`,
        });
      }
    },
  );

  test('that ends within a line behind its verdict is incomplete, too', () => {
    writeFileSync(at('boot.cast'), `${HEADER}[0.5, "o", "up\\r\\n"]\n[60, "o", "x"]\n[61, "o`);
    expect(judged(at('boot.cast'))?.verdict).toBe('errored');
  });

  test('that was cut at the output limit is incomplete', () => {
    expect(cast([0.5, 'o', 'x'], [0.6, 'm', CAST_CUT])).toMatchObject({
      verdict: 'errored',
      reason: 'the asciicast was cut at the output limit',
    });
  });
});

test.each(['a recording', 'a log'])(
  'the events of %s keep their bytes after the next one was read',
  (kind) => {
    const events = [1000, 1010, 1020].map((t) => `{"t":${t},"output":"serial","n":70000}\n`).join('');
    const text = ['a', 'b', 'c'].map((letter) => letter.repeat(70_000)).join('');
    writeFileSync(join(directory, 'events.jsonl'), LAUNCH + events + END);
    writeFileSync(join(directory, 'serial.raw'), text);
    const path = kind === 'a log' ? join(directory, 'serial.raw') : directory;
    const kept = [...replay(path, { ...rules, timeoutMs: 60_000 }, 'serial')];
    const bytes = kept.flatMap((event) => (event.type === 'output' ? [Buffer.from(event.bytes)] : []));
    expect(Buffer.concat(bytes).equals(Buffer.from(text))).toBe(true);
  },
);
