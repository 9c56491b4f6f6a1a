/** A firmware build as people see it: stage, progress, times, and the tools' own output folded and harmless. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { BuildEvent } from '../../src/build/events.ts';
import { BuildJobLog, BuildTerminal } from '../../src/report/build-log.ts';
import { Printer } from '../../src/report/printer.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('build-log');

const stage: BuildEvent = { type: 'stage', title: 'firmware', expectedMs: 95_000 };
const at = (done: number, elapsedMs: number): BuildEvent => ({
  type: 'progress',
  done,
  total: 200,
  noun: 'modules',
  elapsedMs,
});

function terminal(isTTY: boolean, ...events: BuildEvent[]): string {
  let text = '';
  const output = { isTTY, write: (more: string) => (text += more) };
  const progress = new BuildTerminal(new Printer(output));
  for (const event of events) progress.on(event);
  progress.close();
  return text;
}

describe('on a terminal', () => {
  test('progress is one line that changes, and goes', () => {
    expect(terminal(true, stage, at(1, 500), at(100, 50_000))).toBe(
      'build: firmware, about 95 s\n' +
        'build: firmware: 1 of 200 modules, 1 s, about 95 s left' +
        '\r\x1b[Kbuild: firmware: 100 of 200 modules, 50 s, about 50 s left\r\x1b[K',
    );
  });

  test('a notice does not stick to the line of progress', () => {
    expect(terminal(true, at(1, 500), { type: 'notice', text: 'waiting' })).toMatch(/\r\x1b\[Kwaiting\n$/);
  });
});

test('in a file, progress is a line every ten seconds', () => {
  const lines = terminal(false, stage, ...Array.from({ length: 40 }, (_, i) => at(i + 1, i * 1000)));
  expect(lines.trimEnd().split('\n')).toEqual([
    'build: firmware, about 95 s',
    'build: firmware: 11 of 200 modules, 10 s, about 85 s left',
    'build: firmware: 21 of 200 modules, 20 s, about 170 s left',
    'build: firmware: 31 of 200 modules, 30 s, about 164 s left',
  ]);
});

describe('in the log of a job', () => {
  function jobLog(log: string): string[] {
    const file = join(directory, 'build.log');
    writeFileSync(file, log);
    const lines: string[] = [];
    const output = {
      info: (text: string) => void lines.push(text),
      startGroup: (title: string) => void lines.push(`group ${title}`),
      endGroup: () => void lines.push('end'),
    };
    const progress = new BuildJobLog(output);
    progress.on(stage);
    progress.on({ type: 'log', file });
    progress.close();
    progress.close();
    return lines;
  }

  test('what the tools printed is one folded group, once', () => {
    expect(jobLog('one\ntwo')).toEqual([
      'build: firmware, about 95 s',
      'group Build log (2 lines)',
      'one',
      'two',
      'end',
    ]);
  });
});
