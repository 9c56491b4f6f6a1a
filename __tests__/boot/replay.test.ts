/** Recordings of runs that were killed at any moment are judged as far as they go; other gaps are named. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { replay } from '../../src/boot/replay.ts';
import { parseScenario } from '../../src/scenario/load.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-replay-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const { rules } = parseScenario('s.yml', 'version: 1\nsteps: [{expect: up}]\n', '/').scenario;
const LAUNCH = '{"t":0,"event":{"type":"launch","time":0,"argv":[],"pid":1}}\n';
const OUTPUT = '{"t":1,"output":"serial","n":4}\n';
const END = '{"t":2,"event":{"type":"end-of-log","time":2}}\n';

function verdictOf(events: string, serial: string | undefined): string | undefined {
  writeFileSync(join(directory, 'events.jsonl'), events);
  if (serial !== undefined) writeFileSync(join(directory, 'serial.raw'), serial);
  const last = [...replay(directory, rules)].at(-1);
  return last?.type === 'verdict' ? last.verdict.verdict : undefined;
}

test.each<[string, string, string | undefined, string]>([
  ['whole', LAUNCH + OUTPUT + END, 'up\r\n', 'passed'],
  ['killed after its bytes', LAUNCH + OUTPUT, 'up\r\n', 'passed'],
  ['killed before all of its bytes', LAUNCH + OUTPUT, 'u', 'failed'],
  ['killed before the first of them', LAUNCH + OUTPUT, undefined, 'failed'],
  ['killed within a line', LAUNCH + OUTPUT.slice(0, 9), undefined, 'failed'],
])('%s', (_, events, serial, verdict) => {
  expect(verdictOf(events, serial)).toBe(verdict);
});

test.each([undefined, 'u'])('a whole run whose bytes are gone (%p) is no recording', (serial) => {
  expect(() => verdictOf(LAUNCH + OUTPUT + END, serial)).toThrow(
    expect.objectContaining({ code: 'bad-recording' }),
  );
});
