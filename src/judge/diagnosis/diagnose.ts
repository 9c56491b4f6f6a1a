/** Says of a run that did not pass where it stopped, why, and what to do. */

import { given } from '../../words/given.ts';
import type { Phase } from '../../words/words.ts';
import type { Diagnosis, Evidence } from '../events.ts';
import { type Decision, decide, isDeadly, isSymptom } from './deciding.ts';
import type { Explanation } from './explanation.ts';
import { RULES } from './explanations.ts';
import { formatDuration, stuckHint } from './hints.ts';
import { type DiagnosisInput, isOnItsWay, isSilent, type Sighting } from './input.ts';
import { OVERRIDES } from './overrides.ts';
import { withError, worded } from './wording.ts';

/** Endings that the scenario asked for: no line of the guest is their cause. */
const OWN_ENDINGS: readonly DiagnosisInput['ended'][] = [
  'forbidden',
  'output-limit',
  'scan',
  'cancelled',
  'held',
  'recording',
];

/** Ends the title of a symptom. */
export const NO_LINE_SAYS_WHY = ', and no known line says why';

export function diagnose(facts: DiagnosisInput): Diagnosis {
  const diagnosis = explain(facts);
  return { ...diagnosis, evidence: [...diagnosis.evidence, ...refusedCall(diagnosis, facts)] };
}

/** Guests probe, so a TDCALL that failed is no cause; where the guest ends in the same phase, whoever reads wants to see it. */
function refusedCall({ cause, phase }: Diagnosis, { hints = [] }: DiagnosisInput): Evidence[] {
  const call = cause.startsWith('td-') ? undefined : hints.findLast(({ id }) => id === 'td-tdcall-failed');
  return call?.phase === phase ? [lineOf(call)] : [];
}

function explain(facts: DiagnosisInput): Diagnosis {
  const decision = OWN_ENDINGS.includes(facts.ended) ? undefined : decide(facts.sightings, facts.hints);
  const said = decision?.cause;
  const override = OVERRIDES.find((rule) => rule.when(facts, said));
  if (override !== undefined) return byRule(override, facts, said);
  if (decision !== undefined) return byLines(decision);
  const rule = RULES.find((candidate) => candidate.when(facts, undefined));
  return rule === undefined ? unknown(facts) : byRule(rule, facts, undefined);
}

export function byRule(rule: Explanation, facts: DiagnosisInput, said: Sighting | undefined): Diagnosis {
  const expected =
    facts.silenceExpected === undefined ? '' : `The compatibility table says: ${facts.silenceExpected}`;
  const { advice, title } = rule;
  return {
    phase: rule.phase === 'guest' ? inGuest(facts.phase) : (rule.phase ?? facts.phase),
    cause: rule.id,
    title: typeof title === 'function' ? title(facts) : (title ?? facts.reason),
    evidence: [...(said === undefined ? [] : [lineOf(said)]), ...observations(facts, said)],
    advice: [
      typeof advice === 'function' ? advice(facts.guest ?? {}, facts) : (advice ?? facts.hint),
      expected,
    ]
      .filter((text) => text !== '')
      .join(' '),
    certainty: rule.certainty,
  };
}

function inGuest(phase: Phase): Phase {
  return phase === 'host' || phase === 'vmm' ? 'firmware' : phase;
}

function byLines({ cause, effect, symptom }: Decision): Diagnosis {
  const { id, hint: advice, fingerprint, trace } = cause;
  const title = symptom ? worded(cause) : withError(worded(cause), cause);
  const named = { cause: id, ...given({ fingerprint, trace }), advice };
  if (symptom) {
    const why = `${title}${NO_LINE_SAYS_WHY}`;
    return { ...named, phase: cause.phase, title: why, evidence: [lineOf(cause)], certainty: 'unknown' };
  }
  // A symptom whose error or number tells causes apart leaves room for another one.
  const isOpen = isSymptom(cause.id) && (effect === undefined || isDeadly(cause));
  const certainty = isOpen || cause.goingOn !== undefined ? 'likely' : 'known';
  const known = { ...named, certainty } as const;
  if (effect === undefined) return { ...known, phase: cause.phase, title, evidence: [lineOf(cause)] };
  const chain = `${effect.title}, because: ${title}`;
  // A kernel's crash kills the task that it happens in: that this one was init does not mean that init had run.
  const phase = isDeadly(cause) ? cause.phase : effect.phase;
  return { ...known, phase, title: chain, evidence: [lineOf(cause), lineOf(effect)] };
}

function unknown(facts: DiagnosisInput): Diagnosis {
  return {
    phase: facts.phase,
    cause: 'unknown',
    title: `Nothing that was printed explains why the boot stopped in ${facts.phase}`,
    evidence: observations(facts, undefined),
    advice: stuckHint(facts.phase, facts.guest ?? {}),
    certainty: 'unknown',
  };
}

/** What can be shown when no line says what failed: the last lines, the CPU's load, the VMM's last state. */
function observations(facts: DiagnosisInput, said: Sighting | undefined): Evidence[] {
  if (said !== undefined) return [];
  const own = [
    ...(facts.line === undefined ? [] : [facts.line]),
    ...(facts.evidence ?? []),
    ...(facts.nearMiss?.evidence ?? []),
  ];
  const typed =
    facts.typedUnheard === undefined
      ? []
      : [{ text: `the last text was typed into ${facts.typedUnheard}, which has printed nothing` }];
  const vm =
    facts.vm === undefined ? [] : [{ text: `the VMM reports: ${facts.vm.state} ${facts.vm.detail}`.trim() }];
  const words = facts.lastWords.map(({ time, before: _, ...last }) =>
    time === undefined
      ? last
      : { ...last, text: `${last.text} (its last words, at ${formatDuration(time)})` },
  );
  if (facts.ended === 'exit') return [...own, ...words, ...vm];
  if (!isSilent(facts)) return [...own, ...vm];
  const cpu =
    facts.busy === undefined
      ? []
      : [{ text: `in the silence the VMM wanted ${Math.round(facts.busy * 100)} % of a CPU` }];
  const size =
    facts.bootTime === undefined || !isOnItsWay(facts)
      ? []
      : [{ text: `the guest has ${facts.bootTime.text}` }];
  const driven = (facts.driven ?? []).map((device) => ({ text: `the guest drives its device ${device}` }));
  const quiet =
    facts.firmwareBuild === 'release'
      ? [{ text: 'the firmware is a release build, which prints next to nothing' }]
      : [];
  return [...own, ...typed, ...words, ...driven, ...cpu, ...size, ...vm, ...quiet];
}

function lineOf({ stream, line, text }: Evidence): Evidence {
  return { ...given({ stream, line }), text };
}
