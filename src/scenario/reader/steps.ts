/** The steps of a scenario file, with final values: only those that apply on its platform. */

import { parsePattern } from '../../console/pattern.ts';
import { given } from '../../words/given.ts';
import { durationGiven, parseDuration } from '../../words/units.ts';
import type { RunStream } from '../../words/words.ts';
import type { Expect, Run, Send, Step } from '../scenario.ts';
import type { ScenarioFile } from '../schema.ts';
import type { Path } from '../tree.ts';
import type { Reading } from './reading.ts';
import { type RunKeys, readRun } from './run.ts';

type StepKeys = NonNullable<ScenarioFile['steps']>[number];

export function readSteps(reading: Reading): Step[] {
  let commands = 0;
  return (reading.file.steps ?? []).flatMap((step, index) => {
    const path = ['steps', index];
    if (!('run' in step)) return readStep(reading, step, path);
    return reading.applies(step.when) ? [readCommand(reading, step, path, `run-${++commands}`)] : [];
  });
}

/** The steps of a probe guest whose scenario has no steps. */
export function probeSteps(reading: Reading): Step[] {
  const where = reading.where(['guest', 'kernel']);
  const expect = (text: string, capture: string[] = []): Expect => ({
    kind: 'expect',
    pattern: parsePattern(text),
    capture,
    where,
  });
  return [
    expect('/^# kernel.release: (?<kernel_release>\\S+)/', ['kernel_release']),
    expect('/^# Totals: pass:\\d+ fail:0 /'),
    expect('# tdx-boot probe: done'),
  ];
}

function readCommand(reading: Reading, step: RunKeys, path: Path, stream: RunStream): Run {
  const { output: expect, capture = [] } = step;
  if (expect === undefined) {
    if (capture.length > 0)
      reading.complain([...path, 'capture'], 'capture needs output, whose groups it names');
    return readRun(step, stream, undefined, reading.where(path));
  }
  const [output] = readExpect(reading, { expect, capture }, path, 'output');
  return readRun(step, stream, output, reading.where(path));
}

function readStep(reading: Reading, step: Exclude<StepKeys, RunKeys>, path: Path): Step[] {
  if (!reading.applies(step.when)) return [];
  const where = reading.where(path);
  if ('send' in step) {
    const send: Send = { kind: 'send', text: step.send, ...given({ stream: step.stream }), where };
    return [send];
  }
  if ('expect' in step) return readExpect(reading, step, path);
  const expects = step['any-order'].flatMap((member, index) =>
    readExpect(reading, member, [...path, 'any-order', index]),
  );
  const within = given({ withinMs: durationGiven(step.within) });
  return expects.length === 0 ? [] : [{ kind: 'any-order', expects, where, ...within }];
}

/** @param key where the pattern stands below the path */
function readExpect(
  reading: Reading,
  step: Extract<StepKeys, { expect: string }>,
  path: Path,
  key = 'expect',
): Expect[] {
  if (!reading.applies(step.when)) return [];
  const pattern = reading.pattern(step.expect, [...path, key]);
  if (pattern === undefined) return [];
  const capture = step.capture ?? [];
  capture.forEach((name, index) => {
    if (pattern.groups.includes(name)) return;
    const has = pattern.groups.length === 0 ? 'no named groups' : `only ${pattern.groups.join(', ')}`;
    reading.complain([...path, 'capture', index], `${step.expect} has no group (?<${name}>...): ${has}`);
  });
  return [
    {
      kind: 'expect',
      pattern,
      capture,
      where: reading.where(path),
      ...given({ withinMs: durationGiven(step.within), stream: step.stream }),
    },
  ];
}

/** A step that may take longer than the whole boot, or its group, is a mistake in one of the two. */
export function checkWithin(reading: Reading, timeoutMs: number): void {
  const timeout = `timeout (${reading.file.timeout ?? '5m'})`;
  const check = (within: string | undefined, path: Path, limitMs: number, limit: string): void => {
    if (within === undefined || parseDuration(within) <= limitMs) return;
    reading.complain(path, `within (${within}) is longer than ${limit}, so it can never be reached`);
  };
  for (const [index, step] of (reading.file.steps ?? []).entries()) {
    if ('send' in step) continue;
    const path = ['steps', index];
    check(step.within, [...path, 'within'], timeoutMs, timeout);
    if (!('any-order' in step)) continue;
    const [limitMs, limit] =
      step.within === undefined
        ? [timeoutMs, timeout]
        : [parseDuration(step.within), `within of its group (${step.within})`];
    for (const [member, { within }] of step['any-order'].entries()) {
      check(within, [...path, 'any-order', member, 'within'], limitMs, limit);
    }
  }
}
