/** A run with predicted registers is recorded, and judged again. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { replay } from '../../src/boot/replay.ts';
import type { BootEvent, MachineEvent, Verdict } from '../../src/judge/events.ts';
import { Judge } from '../../src/judge/judge.ts';
import { predictMeasurements } from '../../src/prepare/predictions.ts';
import { Recording } from '../../src/report/recording.ts';
import type { BootScenario } from '../../src/scenario/scenario.ts';
import { probeOutput } from '../support/fake-td.ts';
import { commandOf } from '../support/recordings.ts';
import { exit, out, vm } from '../support/rules.ts';
import { CCEL, fixture } from '../tdx/fixtures.ts';
import { DISK, dir, filesOf, load, mrtd, noTables, QEMU } from './prediction-lab.ts';

describe('a recording', () => {
  const text = probeOutput({ registers: { mrtd: mrtd() }, ccel: fixture(CCEL.ovmf) });

  /** Writes a run down as the engine does. */
  async function record(
    scenario: BootScenario,
    name: string,
  ): Promise<{ verdict: Verdict; directory: string }> {
    const directory = mkdtempSync(join(dir, name));
    const recording = new Recording(directory, scenario);
    const predictions = await predictMeasurements(scenario, filesOf(scenario), QEMU, undefined, noTables);
    const judge = new Judge(scenario.rules);
    const { platform } = scenario;
    const events: MachineEvent[] = [
      { type: 'launch', time: 0, argv: commandOf(platform), pid: 1, platform, predictions },
      out(1, text),
      vm(2, 'shutdown'),
      exit(3),
    ];
    for (const event of [
      ...judge.start(),
      ...events.flatMap((one): BootEvent[] => [one, ...judge.push(one)]),
    ]) {
      await recording.on(event);
    }
    if (judge.verdict !== undefined) await recording.seal(judge.verdict.time);
    recording.close();
    if (judge.verdict === undefined) throw new Error('there is no verdict');
    return { verdict: judge.verdict, directory };
  }

  const again = (directory: string, { rules }: BootScenario): Verdict | undefined =>
    [...replay(directory, rules)].flatMap((event) => (event.type === 'verdict' ? [event.verdict] : []))[0];

  test.each([
    ['passed', 'mrtd: expected'],
    ['failed', 'mrtd: expected, rtmr0: replay'],
    ['failed', `mrtd: "${'ab'.repeat(48)}"`],
  ])('of a run that %s gives its verdict again: %s', async (outcome, measurements) => {
    const scenario = load(DISK, measurements);
    const done = { ...scenario, rules: { ...scenario.rules, tdEvidence: 'optional' } as const };
    const { verdict, directory } = await record(done, 'run-');
    expect(verdict.verdict).toBe(outcome);
    expect(again(directory, done)).toEqual(verdict);
    const result = JSON.parse(readFileSync(join(directory, 'result.json'), 'utf8'));
    expect(result.measurements[0]).toMatchObject({ register: 'mrtd', shown: mrtd() });
  });

  test.each(['{"mrtd": 1}', '{"mrtd": {"values": [{}], "suspects": []}}', '{"x": {}}', '[]'])(
    'whose measurements are %s is refused',
    async (malformed) => {
      const directory = mkdtempSync(join(dir, 'bad-'));
      const event = `{"t":0,"event":{"type":"launch","time":0,"argv":[],"pid":1,"predictions":${malformed}}}\n`;
      writeFileSync(join(directory, 'events.jsonl'), event);
      expect(() => [...replay(directory, load(DISK, 'mrtd: expected').rules)]).toThrow(
        /^is not a recorded event: event\.predictions/,
      );
    },
  );
});
