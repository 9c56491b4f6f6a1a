/** An option that a command does not read beside the others is refused: what was asked for is not left out in silence. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('unread');
/** A directory that has the events of a run, and is not read further than that. */
const recording = join(directory, 'recording');
mkdirSync(recording);
writeFileSync(join(recording, 'events.jsonl'), '');
const log = join(directory, 'log');
writeFileSync(log, 'a line\n');

test.each<[line: string, args: readonly string[], said: string]>([
  ['check', ['check', recording, '--stream', 'serial'], "option '--stream <name>' is for a log"],
  ['diagnose', ['diagnose', recording, '--stream', 'vmm'], "option '--stream <source>' is for a log"],
  [
    'report',
    ['report', log, '--format', 'ktap', '--baseline', log],
    "'--baseline <run>' is for --format html",
  ],
  [
    'report',
    ['report', log, '--format', 'junit', '--history', log],
    "'--history <path>' is for --format html or",
  ],
  ['compare', ['compare', log, log, '--results', 'x'], "option '--results <dir>' is for --runs"],
  ['compare', ['compare', log, log, '--runs', '3', '--last', '4'], "option '--last <n>' is for results"],
  [
    'bisect',
    ['bisect', log, '--good', 'a', '--bad', 'b', '--output', 'x'],
    "'--output <file>' is for --tree",
  ],
  ['doctor', ['doctor', '--memory', '4G'], 'what is said beside a scenario is for a scenario'],
  ['compare', ['compare', log, log, '--memory', '4G'], 'what is said beside a scenario is for --runs'],
  [
    'td-conformance',
    ['td-conformance', '--platform', 'tdx', '--cpuid', 'compliant'],
    'is for --platform tdx-emulated',
  ],
  ['measure', ['measure', log, '--results', 'x'], "option '--results <dir>' is for --run"],
  ['measure', ['measure', log, '--setup-header', 'patched'], "option '--setup-header <how>' is for --kernel"],
  [
    'measure',
    ['measure', log, '--json', '--format', 'corim'],
    "option '--format <name>' is for values alone",
  ],
  ['measure', ['measure', log, '--check', log, '--list-events'], "option '--list-events' is for values"],
  ['measure quote', ['measure', 'quote', log, '--at', '2026-01-31'], "option '--at <date>' is for --verify"],
])('%s: %s', async (_, args, said) => {
  const { code, out, error } = await runHere(...args);
  expect(error).toContain(said);
  expect([code, out]).toEqual([2, '']);
});

test('a default is no option that was given', async () => {
  const { error } = await runHere('diagnose', log);
  expect(error).toBe('');
});
