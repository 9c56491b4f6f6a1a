/** Advice fits the guest: nothing of TDs for a VM without one, and no root= for the probe, which has none. */

import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/judge/diagnosis/explanations.ts';
import { stuckHint } from '../../src/judge/diagnosis/hints.ts';
import type { DiagnosisInput } from '../../src/judge/diagnosis/input.ts';
import { PHASES } from '../../src/words/words.ts';
import { endOfLog, judge, out, rules } from '../support/rules.ts';

const TD_WORDS = /\bTDs?\b|TDVF|td-shim|#VE/;
/** Advice of rules whose `when` asks for a sign of a TD. */
const OF_TDS = [
  'sept-ve-disable',
  'td-fatal-error',
  'kvm-internal-error',
  'silent-after-td-shim',
  'td-kernel-stopped',
  'td-accepts-memory',
];

const FACTS: DiagnosisInput = {
  ...{ ended: 'silence', reason: '', hint: '', phase: 'kernel', busy: 1 },
  ...{ sightings: [], seen: [], lastWords: [] },
};

describe('advice for a VM that is no TD says nothing of TDs', () => {
  test.each(PHASES)('stuck in %s', (phase) => {
    expect(stuckHint(phase, { td: false })).not.toMatch(TD_WORDS);
  });

  test.each(RULES.filter(({ id, advice }) => advice !== undefined && !OF_TDS.includes(id)))(
    '$id',
    ({ advice }) => {
      expect(typeof advice === 'function' ? advice({ td: false }, FACTS) : advice).not.toMatch(TD_WORDS);
    },
  );
});

test('a TD, and a log of which nobody says what it is, get the advice for TDs', () => {
  expect(stuckHint('vmm', { td: true })).toMatch(TD_WORDS);
  expect(stuckHint('vmm', {})).toMatch(TD_WORDS);
});

describe('the probe has no root device', () => {
  test.each(PHASES)('stuck in %s', (phase) => {
    expect(stuckHint(phase, { probe: true })).not.toMatch(/root=/);
  });

  test('so a step that was not met after its start is not blamed on root=', () => {
    const log = '[    1.0] Run /init as init process\n';
    const of = (more: object): string => judge(rules(['x'], more), [out(1, log), endOfLog(2)]).verdict.hint;
    expect(of({ probe: true })).not.toMatch(/root=/);
    expect(of({})).toMatch(/root=/);
  });
});
