/** What is said where no row of the catalog explains a log: who complains, what the error itself says, or that nobody speaks. */

import { PHASES, type Phase } from '../../words/words.ts';
import { isSurvived, isSymptom, whyIsOpen } from '../diagnosis/deciding.ts';
import { NO_LINE_SAYS_WHY } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../events.ts';
import type { Collected, Heard, Spoken } from './collected.ts';
import { isSystemError, ownWords } from './own-words.ts';
import { phaseOf } from './placing.ts';
import { plainError } from './plain-error.ts';
import { peel } from './prefix.ts';
import { SPEAKERS } from './speakers.ts';
import { LINK, reasonsOf, wordsOfReasons } from './telling.ts';
import { topicOf } from './topics.ts';

/** A panic of Rust in two lines: the first has the place alone. */
const PLACE = /^\S+:\d+:\d+:?$/;
const KERNEL = PHASES.indexOf('kernel');

/** @param reasons the chain of errors that begins with this complaint */
export function complained(heard: Heard, phase: Phase, reasons: readonly Heard[] = []): Diagnosis {
  const reason = reasons.at(-1);
  const lines = reason === undefined ? [heard] : [heard, reason];
  const evidence = lines.map(({ line, text }) => ({ line, text }));
  // Who complains of much quotes errors that it has got over, and in a kernel an error may mean anything.
  const isEarnest =
    heard.speaker !== 'kernel' && (heard.weight > 1 || SPEAKERS[heard.speaker].chatty !== true);
  const plain = isEarnest ? plainError(wholeReason(heard, reasons)) : undefined;
  if (plain !== undefined) return { phase, ...plain, evidence };
  const speaker = nameOf(reason?.speaker === 'program' ? reason : heard, phase);
  const { func } = heard;
  const words = [
    ownWords(heard.text.replace(LINK, '')).replace(/:$/, ''),
    wordsOfReasons(reasons) ?? '',
  ].filter((own) => own !== '' && !PLACE.test(own));
  return {
    phase,
    cause: 'unknown',
    title:
      func === undefined
        ? `${speaker} complains: ${words.join(', because: ')}`
        : `${speaker} printed a trace: ${func}, and no line says why`,
    evidence,
    advice: 'Read the line and the lines around it.',
    certainty: 'unknown',
  };
}

/** The last reason, with what it is of where it is an error of the system and nothing else. */
function wholeReason(heard: Heard, reasons: readonly Heard[]): string {
  const own = peel((reasons.at(-1) ?? heard).text).text;
  return isSystemError(own.replace(LINK, '').trim()) ? (wordsOfReasons([heard, ...reasons]) ?? own) : own;
}

/** As a sentence begins with it. */
function nameOf({ speaker, reached }: Spoken, phase: Phase): string {
  if (speaker === 'kernel' && phase === 'host') return 'The kernel of the host';
  if (speaker === 'program' && (phase === 'host' || reached < KERNEL)) return 'A program';
  return SPEAKERS[speaker].name;
}

/** A symptom does not say why: its own error may, or somebody else in words that no row knows. */
export function withComplaint(
  diagnosis: Diagnosis,
  heard: Heard | undefined,
  complaints: readonly Heard[],
): Diagnosis {
  const own = beforeItsBuild(diagnosis, heard);
  if (own !== undefined) return own;
  const said = byItsError(withRival(withWords(diagnosis, heard), heard));
  return ofGuest(withForeword(inItsWords(said, complaints), complaints), complaints);
}

/** make tells how a command ended that was no build, and has complained itself. */
function beforeItsBuild({ cause, evidence }: Diagnosis, heard: Heard | undefined): Diagnosis | undefined {
  if (!/^build-(?:\w+-)?aftermath$/.test(cause) || heard === undefined) return undefined;
  const { speaker, line, weight, aftermath, symptom } = heard;
  const isEarnest = weight > 1 && !aftermath && !symptom && speaker !== 'build' && speaker !== 'ci';
  if (!isEarnest || evidence.some(({ line: end = 0 }) => line > end)) return undefined;
  return complained(heard, phaseOf(heard, 'mixed'));
}

/** Whoever started the guest quotes a program of the guest. */
function ofGuest(diagnosis: Diagnosis, complaints: readonly Heard[]): Diagnosis {
  const { phase, certainty, evidence } = diagnosis;
  if (phase !== 'vmm' || certainty === 'known') return diagnosis;
  const quoting = complaints.filter(({ line }) => evidence.some((item) => item.line === line));
  const isOfGuest =
    quoting.length > 0 &&
    quoting.every(({ speaker, announced }) => speaker === 'wrapper' || announced) &&
    quoting.some(({ text }) => topicOf(peel(text).text) === 'userspace');
  return isOfGuest ? { ...diagnosis, phase: 'userspace' } : diagnosis;
}

/** A symptom of which no row knows the reason: its line may name one, and the reader may know the words. */
function inItsWords(diagnosis: Diagnosis, complaints: readonly Heard[]): Diagnosis {
  const { cause, title, evidence } = diagnosis;
  const [said] = evidence;
  if (said === undefined || /^(?:linux|edk2)-/.test(cause) || !title.endsWith(NO_LINE_SAYS_WHY))
    return diagnosis;
  const own = complaints.find(({ line }) => line === said.line);
  const reasons = own === undefined ? [] : reasonsOf(own, complaints);
  const reason = reasons.at(-1);
  const words = wordsOfReasons(reasons) ?? ownWords(said.text.replace(LINK, ''));
  if (title.includes(words)) return diagnosis;
  const shown = reason === undefined ? [] : [{ line: reason.line, text: reason.text }];
  return { ...diagnosis, title: `${title}; its words: ${words}`, evidence: [...evidence, ...shown] };
}

/** A boot gives up within so many lines of what made it do so, and what is missing is missed within so many. */
const FOREWORD_LINES = { 'gave-up': 12, vague: 3 };

/** A boot that gave up names what is missing: the last complaint before it, which no row knows, may say why. */
function withForeword(diagnosis: Diagnosis, complaints: readonly Heard[]): Diagnosis {
  const { cause, certainty, evidence, title } = diagnosis;
  const [end, ...others] = evidence;
  const open = whyIsOpen(cause);
  if (certainty !== 'known' || end?.line === undefined || open === undefined) return diagnosis;
  const { line: at } = end;
  const before = complaints.findLast(
    ({ line, symptom, speaker }) =>
      line < at && line >= at - FOREWORD_LINES[open] && !symptom && speaker !== 'vmm' && speaker !== 'ci',
  );
  if (before === undefined) return diagnosis;
  return {
    ...diagnosis,
    title: `${title}; before that: ${ownWords(before.text)}`,
    evidence: [end, ...others, { line: before.line, text: before.text }],
    certainty: 'likely',
  };
}

/**
 * An error that no row knows and that stands before the known cause, in the same phase, may be the cause of both: what
 * is known is no more than likely then. A kernel says much in the words of errors, and its reports name what they are of.
 */
function withRival(diagnosis: Diagnosis, heard: Heard | undefined): Diagnosis {
  const { certainty, evidence, phase } = diagnosis;
  if (heard === undefined || certainty !== 'known' || heard.weight < 2 || heard.symptom) return diagnosis;
  if (evidence.some(({ line }) => line === heard.line)) return { ...diagnosis, certainty: 'likely' };
  const { speaker, line: at } = heard;
  // What a kernel survives stops no VMM.
  if (isSurvived(diagnosis.cause) && (speaker === 'vmm' || speaker === 'libvirt')) {
    const said = complained(heard, SPEAKERS[speaker].phase);
    return { ...said, evidence: [...said.evidence, ...evidence] };
  }
  const isBefore = evidence.every(({ line = 0 }) => at < line);
  const isOfPhase = speaker !== 'kernel' && speaker !== 'ci' && SPEAKERS[speaker].phase === phase;
  if (!isBefore || !isOfPhase) return diagnosis;
  return { ...diagnosis, evidence: [...evidence, { line: at, text: heard.text }], certainty: 'likely' };
}

/** A symptom whose line, or whose complaint, quotes an error that has one meaning; an init that ended after such words. */
function byItsError(diagnosis: Diagnosis): Diagnosis {
  const { certainty, cause, evidence, title } = diagnosis;
  const initEnded = cause === 'linux-panic-init-killed';
  const isOpen = certainty === 'unknown' && isSymptom(cause) && title.endsWith(NO_LINE_SAYS_WHY);
  if (!initEnded && (!isOpen || /^(?:linux|edk2)-/.test(cause))) return diagnosis;
  const plain = evidence.map(({ text }) => plainError(peel(text).text)).find((found) => found !== undefined);
  if (plain === undefined) return diagnosis;
  const effect = isOpen ? title.slice(0, -NO_LINE_SAYS_WHY.length) : title;
  return { ...diagnosis, ...plain, title: `${effect}, because: ${plain.title}` };
}

function withWords(diagnosis: Diagnosis, heard: Heard | undefined): Diagnosis {
  const { certainty, cause, evidence, phase } = diagnosis;
  if (heard === undefined || evidence.some(({ line }) => line === heard.line)) return diagnosis;
  // What a VMM said before its symptom led to it, whatever the symptom's error stands for elsewhere.
  const isOpen = isSymptom(cause) || cause === 'td-vcpu-died';
  const ledToIt = heard.speaker === 'vmm' && isOpen && evidence.every(({ line = 0 }) => heard.line < line);
  // What the kernel of the host says may explain the VMM's failure.
  const isOfHost = phase === 'vmm' && heard.speaker === 'kernel' && heard.boot.isHost === true;
  // The last words of an init say why it ended.
  const isOfInit =
    cause.startsWith('linux-panic-init-killed') &&
    (heard.speaker === 'program' || heard.speaker === 'unknown') &&
    evidence.every(({ line = 0 }) => heard.line < line);
  if (certainty !== 'unknown' && !ledToIt && !isOfHost && !isOfInit) return diagnosis;
  const shown = { ...diagnosis, evidence: [...evidence, { line: heard.line, text: heard.text }] };
  if (ledToIt && cause === 'td-vcpu-died') {
    const said = complained(heard, SPEAKERS.vmm.phase);
    return { ...said, evidence: [...said.evidence, ...evidence] };
  }
  return ledToIt ? { ...shown, certainty: 'unknown' } : shown;
}

/** Nobody complains, but a line below the level of an error has words of failure: nothing else is there to go by. */
export function murmured(heard: Spoken, phase: Phase): Diagnosis {
  const { line, text } = heard;
  return {
    phase,
    cause: 'unknown',
    title: `No error was printed; ${nameOf(heard, phase)} mentions: ${ownWords(text)}`,
    evidence: [{ line, text }],
    advice: 'Read the line and the lines around it, and give the whole log.',
    certainty: 'unknown',
  };
}

/** Nobody complains, and nobody says that anything was started. */
export function unstated({ last, spoke, source }: Collected): Diagnosis {
  const phase = spoke === undefined ? 'host' : phaseOf(spoke, source);
  return {
    phase,
    cause: 'unknown',
    title:
      spoke === undefined
        ? 'No line of the log says how far a boot came'
        : `${nameOf(spoke, phase)} spoke last, and no line of the log says how far a boot came`,
    evidence: last === undefined ? [] : [last],
    advice:
      'Give the whole log: the VMM’s messages, the console from its first line, or the kernel log of the host.',
    certainty: 'unknown',
  };
}

/** A VMM that only warns may be sound; where it tells that it works, a guest has to follow. */
export function guestless({ last }: Collected): Diagnosis {
  return {
    phase: 'vmm',
    cause: 'unknown',
    title: 'The VMM works, and no line of the log is of a guest',
    evidence: last === undefined ? [] : [last],
    advice: 'Give the console of the guest, too. If it is empty, the guest prints elsewhere or died at once.',
    certainty: 'unknown',
  };
}
