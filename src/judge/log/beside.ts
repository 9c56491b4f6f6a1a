/** What complaints that no row of the catalog knows add to what the catalog says of the log. */

import { given } from '../../words/given.ts';
import type { Noun } from '../catalog/noun.ts';
import { nounOf, nounOfProgram } from '../catalog/nouns.ts';
import { familyOf, isQuoting, isSurvived, isSymptom, isToldApart, whyIsOpen } from '../diagnosis/deciding.ts';
import { NO_LINE_SAYS_WHY } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../events.ts';
import type { Heard } from './collected.ts';
import { ownWords } from './own-words.ts';
import { phaseOf } from './placing.ts';
import { errorClass, errorIn, namedNumber, plainError, withoutWarning } from './plain-error.ts';
import { peel } from './prefix.ts';
import { complaintBefore, complaintNearer } from './reasons.ts';
import { SPEAKERS } from './speakers.ts';
import { reasonsOf, wordsOfReasons } from './telling.ts';
import { topicOf } from './topics.ts';
import { complained } from './unknown.ts';

/** The answer to what a person asks at the shell of a boot that gave up stands within so many lines below. */
const ASKED_LINES = 20;

/** What the catalog says, and the complaint that says most beside it. */
interface Pair {
  readonly diagnosis: Diagnosis;
  readonly heard: Heard;
  /** The complaint stands before all lines that the diagnosis names. */
  readonly isBefore: boolean;
  /** The diagnosis is sure, and the complaint is an error that may be the cause of both. */
  readonly isRival: boolean;
}

/** Where a complaint goes that stands beside what the catalog says. */
interface Placement {
  readonly when: (pair: Pair) => boolean;
  /**
   * `instead` of the diagnosis; `above` the diagnosis, whose lines stay as evidence; `beside` the diagnosis, as one more line of
   * evidence: a rival makes a sure diagnosis likely.
   */
  readonly goes: 'instead' | 'above' | 'beside';
}

const AFTERMATH_OF_BUILD = /^build-(?:\w+-)?aftermath$/;

/** The first placement that fits counts. Where none fits, the complaint adds nothing. */
const PLACEMENTS: readonly Placement[] = [
  // make tells how a command ended, and the command itself has said why.
  {
    goes: 'instead',
    when: ({ diagnosis: { cause }, heard: { aftermath, symptom, speaker }, isBefore }) =>
      AFTERMATH_OF_BUILD.test(cause) && !aftermath && !symptom && speaker !== 'ci' && isBefore,
  },
  // What a VMM said before its symptom led to it, whatever the symptom's error stands for elsewhere.
  {
    goes: 'above',
    when: ({ diagnosis, heard, isBefore }) =>
      heard.speaker === 'vmm' && isBefore && diagnosis.cause === 'td-vcpu-died',
  },
  {
    goes: 'beside',
    when: ({ diagnosis, heard, isBefore }) =>
      heard.speaker === 'vmm' && isBefore && isSymptom(diagnosis.cause),
  },
  { goes: 'beside', when: ({ diagnosis }) => diagnosis.certainty === 'unknown' },
  // What the kernel of the host says may explain the VMM's failure.
  {
    goes: 'beside',
    when: ({ diagnosis, heard: { speaker, boot } }) =>
      diagnosis.phase === 'vmm' && speaker === 'kernel' && boot.isHost === true,
  },
  // The last words of an init say why it ended.
  {
    goes: 'beside',
    when: ({ diagnosis, heard: { speaker }, isBefore }) =>
      diagnosis.cause.startsWith('linux-panic-init-killed') &&
      (speaker === 'program' || speaker === 'unknown') &&
      isBefore,
  },
  // The diagnosis has this line as evidence, and its row reads less in the line than the line says.
  {
    goes: 'beside',
    when: ({ diagnosis, heard, isRival }) =>
      isRival && diagnosis.evidence.some(({ line }) => line === heard.line),
  },
  // What a kernel survives stops no VMM.
  {
    goes: 'above',
    when: ({ diagnosis, heard: { speaker }, isRival }) =>
      isRival && isSurvived(diagnosis.cause) && (speaker === 'vmm' || speaker === 'libvirt'),
  },
  // An error in the same phase. A kernel says much in the words of errors, and its reports name what they are of.
  {
    goes: 'beside',
    when: ({ diagnosis, heard: { speaker }, isBefore, isRival }) =>
      isRival &&
      isBefore &&
      speaker !== 'kernel' &&
      speaker !== 'ci' &&
      SPEAKERS[speaker].phase === diagnosis.phase,
  },
];

/**
 * @param said what the catalog says
 * @param heard the complaint that says most
 * @param complaints all of them, in order
 */
export function withComplaints(
  said: Diagnosis,
  heard: Heard | undefined,
  complaints: readonly Heard[],
): Diagnosis {
  const diagnosis = heard === undefined ? said : withLoudest(said, heard, complaints);
  const words =
    becauseOf(diagnosis) ??
    announcedBelow(diagnosis, complaints) ??
    saidNearer(diagnosis, complaints) ??
    inItsWords(diagnosis, complaints) ??
    beforeIt(diagnosis, said, complaints);
  const worded = byError(adviceByNoun({ ...diagnosis, ...words }));
  return isOfGuest(worded, complaints) ? { ...worded, phase: 'userspace' } : worded;
}

function withLoudest(diagnosis: Diagnosis, heard: Heard, complaints: readonly Heard[]): Diagnosis {
  const { certainty, evidence } = diagnosis;
  const { line: at, text, weight, symptom } = heard;
  const isBefore = evidence.every(({ line = 0 }) => at < line);
  const isRival = certainty === 'known' && weight > 1 && !symptom;
  const goes = PLACEMENTS.find(({ when }) => when({ diagnosis, heard, isBefore, isRival }))?.goes;
  if (goes === undefined) return diagnosis;
  if (goes === 'instead' || goes === 'above') {
    const own = complained(heard, phaseOf(heard, 'mixed'), reasonsOf(heard, complaints));
    return goes === 'instead' ? own : { ...own, evidence: [...own.evidence, ...evidence] };
  }
  return {
    ...diagnosis,
    evidence: evidence.some(({ line }) => line === at) ? evidence : [...evidence, { line: at, text }],
    certainty: isRival ? 'likely' : certainty,
  };
}

// ---- words in the title: what a diagnosis takes over -------------------------------------------------------------

/** A symptom of which no row knows the reason. Kernels, edk2 and assertions say all that they know in the symptom's title. */
function isOpen({ cause, title }: Diagnosis): boolean {
  return title.endsWith(NO_LINE_SAYS_WHY) && !/^(?:linux-|edk2-|qemu-assertion$)/.test(cause);
}

/** A symptom, or the end of an init, whose lines quote an error that has one meaning. */
function becauseOf(diagnosis: Diagnosis): Partial<Diagnosis> | undefined {
  const { cause, evidence, title } = diagnosis;
  if (!isOpen(diagnosis) && !/^linux-panic-init-killed(?:-panicked|-status)?$/.test(cause)) return undefined;
  // Another line explains the symptom only where its error says why, too.
  const plain = evidence
    .map(({ text }) => plainError(peel(text).text))
    .find((found, index) => found !== undefined && (index === 0 || found.certainty === 'likely'));
  if (plain === undefined) return undefined;
  return { ...plain, title: `${title.replace(NO_LINE_SAYS_WHY, '')}, because: ${plain.title}` };
}

/** The line of a tool of edk2 is a heading: the indented line below names the file or the value that is meant. */
function announcedBelow(
  { title, evidence }: Diagnosis,
  complaints: readonly Heard[],
): Partial<Diagnosis> | undefined {
  const [said] = evidence;
  if (said === undefined || title.endsWith(NO_LINE_SAYS_WHY) || !/ error [0-9A-F]{4}: /.test(said.text))
    return undefined;
  const below = complaints.find(({ line, announced }) => announced && line === (said.line ?? 0) + 1);
  if (below === undefined) return undefined;
  const { line, text } = below;
  return { title: `${title}: ${ownWords(text)}`, evidence: [...evidence, { line, text }] };
}

/** The line of a symptom may name a reason, and the reader may know the words. */
function inItsWords(diagnosis: Diagnosis, complaints: readonly Heard[]): Partial<Diagnosis> | undefined {
  const { cause, title, evidence } = diagnosis;
  const [said] = evidence;
  if (said === undefined || !isOpen(diagnosis)) return undefined;
  const own = complaints.find(({ line }) => line === said.line);
  const reasons = own === undefined ? [] : reasonsOf(own, complaints);
  const words = wordsOfReasons(reasons) ?? ownWords(said.text);
  // The warning is all that the symptom's line quotes.
  const isWarning = reasons.length === 0 && withoutWarning(said.text) !== said.text;
  if (title.includes(words) || isWarning) return undefined;
  const shown = reasons.slice(-1).map(({ line, text }) => ({ line, text }));
  const quoted = { evidence: [...evidence, ...shown] };
  const effect = title.replace(NO_LINE_SAYS_WHY, '');
  const noun = nounOfSymptom(cause, words);
  // A thing that the effect names already is no reason of the effect.
  if (noun !== undefined && !noun.pattern.test(effect)) {
    return {
      ...quoted,
      cause: `about-${noun.id}`,
      title: `${effect}: it fails at ${noun.about}: ${words}`,
      advice: noun.hint,
      certainty: 'likely',
    };
  }
  const ofClass = errorClass(words);
  if (ofClass !== undefined && reasons.length === 0)
    return { ...quoted, ...ofClass, title: `${effect}, because: ${ofClass.title}` };
  // The innermost error of a chain is what the program itself calls the reason.
  return reasons.length === 0
    ? { ...quoted, title: `${title}; its words: ${words}` }
    : { ...quoted, title: `${effect}, because: ${words}`, certainty: 'likely' };
}

function nounOfSymptom(cause: string, words: string): Noun | undefined {
  if (/^(?:ch|qemu|libvirt)-/.test(cause)) return nounOf(words, 'vmm', true);
  return /^(?:kata|containerd|coco|attest)-/.test(cause) ? nounOfProgram(words, true) : undefined;
}

/** The hint of a row that quotes its line is general: the thing that the line names has better advice. */
function adviceByNoun(diagnosis: Diagnosis): Diagnosis {
  const text = diagnosis.evidence[0]?.text;
  if (text === undefined || !isQuoting(diagnosis.cause)) return diagnosis;
  const { advice, phase } = diagnosis;
  const isFirmware = phase === 'firmware';
  const noun = nounOf(peel(text).text, isFirmware ? 'firmware' : 'vmm', true);
  if (noun === undefined) return diagnosis;
  return { ...diagnosis, advice: isFirmware ? `${noun.hint} ${advice}` : noun.hint };
}

/** The line of a symptom does not say why. A program that stands nearer to the failure does, or the same program right before. */
function saidNearer(diagnosis: Diagnosis, complaints: readonly Heard[]): Partial<Diagnosis> | undefined {
  const { cause, title, evidence } = diagnosis;
  const at = evidence[0]?.line;
  if (at === undefined || !isSymptom(cause)) return undefined;
  const reason = complaintNearer(at, complaints);
  if (reason === undefined) return undefined;
  const { line, text } = reason;
  const said = complained(reason, phaseOf(reason, 'mixed'));
  // The error in the symptom's line may name a cause of its own: that cause yields to the reason.
  const family = familyOf(cause);
  const effect = family?.title ?? title.replace(NO_LINE_SAYS_WHY, '');
  const others = evidence.filter((item) => item.line !== line);
  const isOwnCause = said.cause !== 'unknown' && said.certainty === 'likely';
  return {
    phase: said.phase,
    cause: isOwnCause ? said.cause : (family?.id ?? cause),
    title: `${effect}, because: ${isOwnCause && !said.cause.startsWith('about-') ? said.title : ownWords(text)}`,
    evidence: [{ line, text }, ...others],
    advice: isOwnCause ? said.advice : (family?.hint ?? diagnosis.advice),
    certainty: 'likely',
  };
}

/** A row says what failed. An error of the system in the same line says why, and adds its advice. */
function byError(diagnosis: Diagnosis): Diagnosis {
  const { cause, phase, title, advice, certainty, evidence } = diagnosis;
  const text = evidence[0]?.text;
  if (phase !== 'vmm' || certainty !== 'known' || text === undefined || isToldApart(cause)) return diagnosis;
  const error = errorIn(peel(text).text);
  const isOpen = error !== undefined && title.endsWith(`: ${error.words}`);
  return isOpen && error.advice !== undefined
    ? { ...diagnosis, advice: `${error.advice} ${advice}` }
    : diagnosis;
}

/** A boot that gave up names what is missing: what was complained of before it may say why. */
function beforeIt(
  diagnosis: Diagnosis,
  { certainty }: Diagnosis,
  complaints: readonly Heard[],
): Partial<Diagnosis> | undefined {
  const { cause, evidence, title } = diagnosis;
  const at = evidence[0]?.line;
  const open = whyIsOpen(cause);
  if (certainty !== 'known' || at === undefined || open === undefined) return undefined;
  const before = complaintBefore(at, open, complaints);
  if (before === undefined) return open === 'gave-up' ? afterIt(diagnosis, at, complaints) : undefined;
  const { line, text } = before;
  const own = ownWords(text);
  if (title.includes(own)) return undefined;
  const words = peel(text).text;
  const plain = plainError(words);
  const advice = plain?.advice ?? nounOf(words, 'guest', true)?.hint;
  return {
    title: `${title}; before that: ${own}`,
    evidence: evidence.some((item) => item.line === line) ? evidence : [...evidence, { line, text }],
    ...given({ advice }),
    certainty: 'likely',
  };
}

/**
 * A person at the shell of a boot that gave up asks for the reason: systemctl status says how the units ended, and GRUB's rescue
 * shell answers a command with an error.
 */
function afterIt(
  { title, evidence }: Diagnosis,
  at: number,
  complaints: readonly Heard[],
): Partial<Diagnosis> | undefined {
  const answers = complaints.filter(({ line }) => line > at && line <= at + ASKED_LINES);
  for (const { line, text, speaker, symptom, aftermath } of answers) {
    const ended = aftermath ? namedNumber(peel(text).text)?.title.replace(/: .*$/, '') : undefined;
    const said = speaker === 'bootloader' && !symptom ? `a command there says: ${ownWords(text)}` : undefined;
    const reason = ended ?? said;
    if (reason === undefined) continue;
    return {
      title: `${title}; ${reason}`,
      evidence: [...evidence, { line, text }],
      certainty: 'likely',
    };
  }
  return undefined;
}

/** Whether all lines are of the program that started the guest, and quote a program of the guest. */
function isOfGuest({ phase, certainty, evidence }: Diagnosis, complaints: readonly Heard[]): boolean {
  if (phase !== 'vmm' || certainty === 'known') return false;
  const quoting = complaints.filter(({ line }) => evidence.some((item) => item.line === line));
  return (
    quoting.every(({ speaker, announced }) => speaker === 'wrapper' || announced) &&
    quoting.some(({ text }) => topicOf(peel(text).text) === 'userspace')
  );
}
