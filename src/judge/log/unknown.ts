/** What is said where no row of the catalog explains a log: who complains, what the error itself says, or that nobody speaks. */

import { PHASES, type Phase } from '../../words/words.ts';
import { EVERY_ROW } from '../catalog/index.ts';
import type { Noun, Teller } from '../catalog/noun.ts';
import { nounOf, nounOfProgram, tradeOf } from '../catalog/nouns.ts';
import { TRADES, type Trade } from '../catalog/trades.ts';
import type { Diagnosis } from '../events.ts';
import type { Collected, Heard, Spoken } from './collected.ts';
import { helpOn, optionOf } from './option.ts';
import { isSystemError, HEAD as LINE_HEAD, LINK, ownWords } from './own-words.ts';
import { phaseOf } from './placing.ts';
import { errorClass, namedNumber, type PlainError, plainError, saying } from './plain-error.ts';
import { peel } from './prefix.ts';
import { programHeard } from './programs.ts';
import { SPEAKERS, type SpeakerId } from './speakers.ts';
import { wordsOfReasons } from './telling.ts';
import { topicOf } from './topics.ts';

/** The first line of a Rust panic in two lines: a place in a source and nothing else. */
const SOURCE_PLACE = /^\S+:\d+:\d+:?$/;
/** Who starts the VM of a pod, or works for the pod in its guest, is named in the line. */
const OF_POD =
  /\b(?:kata|containerd|kubelet|crio|ttrpc|image[-_]rs|rustjail|ocicrypt|confidential[-_]data[-_]hub|attestation[-_]agent|cdh|trustee)\b|\bpod sandbox\b|\bshim task\b|[/_-]kata[/_-]/i;
/** Any program may speak gRPC. */
const GRPC = /\brpc error: code = /;
/** What is asked for in a gRPC error of whoever starts pods, containers and their VMs. */
const FOR_POD =
  /\b(?:sandbox|shim|task|pods?|podvm|containers?|runtime|image|snapshot|snapshotter|layers?|agent|vsock|CNI|VM|mount|volume|process|exec)\b|\.sock\b/i;
/** A link of a chain of Cloud Hypervisor’s errors, whose heading is not there. */
const OF_CHAIN = /^ {2}\d+: [A-Z]/;
/** Speakers that mean a part of the VM by a common word. */
const TELLS_OF_VM: readonly SpeakerId[] = ['vmm', 'libvirt', 'firmware', 'bootloader'];
const KERNEL = PHASES.indexOf('kernel');

/**
 * @param reasons the chain of errors that begins with this complaint
 * @param isFounded whether anything shows the phase: where the phase is not known, the cause is at most likely
 */
export function complained(
  heard: Heard,
  phase: Phase,
  reasons: readonly Heard[] = [],
  isFounded = true,
): Diagnosis {
  const reason = reasons.at(-1);
  const lines = reason === undefined ? [heard] : [heard, reason];
  const evidence = lines.map(({ line, text }) => ({ line, text }));
  // A speaker who complains of much quotes errors that he has got over, and in a kernel an error may mean anything. A number of
  // a named table has one meaning.
  const isKernel = heard.speaker === 'kernel';
  const isEarnest = !isKernel && (heard.weight > 1 || SPEAKERS[heard.speaker].chatty !== true);
  const text = wholeReason(heard, reasons);
  const ofOthers = isKernel ? undefined : saying(text);
  const plain = isEarnest ? plainError(text) : (ofOthers ?? namedNumber(text));
  const ended = plain === undefined && heard.end !== undefined ? namedNumber(heard.end.text) : undefined;
  if (ended !== undefined && heard.end !== undefined) {
    const { line: at, text: end } = heard.end;
    return {
      ...ended,
      phase: ended.phase ?? phase,
      title: `${ended.title}: ${ownWords(heard.text)}`,
      evidence: [...evidence, { line: at, text: end }],
      certainty: 'likely',
    };
  }
  if (plain !== undefined) {
    // The line of a kernel or of a firmware shows where the boot stands, whoever defines the number that the line quotes.
    const isPlaced = isKernel || heard.speaker === 'firmware';
    const own = isPlaced ? undefined : plain.phase;
    const isSure = isFounded || own !== undefined;
    const title = namingProgram(plain.title, heard);
    return { ...plain, title, phase: own ?? phase, evidence, ...(isSure ? {} : { certainty: 'unknown' }) };
  }
  const speaker = nameOf(reason?.speaker === 'program' ? reason : heard, phase);
  const { told } = heard;
  const func = told?.func;
  const words = [ownWords(heard.text).replace(/:$/, ''), wordsOfReasons(reasons) ?? '']
    .filter((own) => own !== '' && !SOURCE_PLACE.test(own))
    .join(', because: ');
  const trade = func === undefined ? tradeHeard(heard, phase) : undefined;
  const ofTrade = trade && {
    phase,
    cause: `about-${trade.id}`,
    title: `${speaker} fails at ${trade.about}: ${words}`,
    evidence,
    advice: trade.hint,
    certainty: saysEarnestly(heard) ? ('likely' as const) : ('unknown' as const),
  };
  if (ofTrade !== undefined && trade?.general !== true) return ofTrade;
  const noun = nounHeard(lines, phase);
  if (noun !== undefined && func === undefined) {
    return {
      phase,
      cause: `about-${noun.id}`,
      title: `${speaker} fails at ${noun.about}: ${words}`,
      evidence,
      advice: noun.hint,
      // An initramfs says little, and a part of the kernel that speaks last says what the boot stopped at.
      certainty: (noun.of === 'program' ? saysEarnestly(heard) : isEarnest || noun.of === 'guest')
        ? 'likely'
        : 'unknown',
    };
  }
  // A speaker who complains of much works on after such an error: it is the kind of the failure, and hardly why the boot failed.
  const passing = isEarnest || isKernel ? undefined : plainError(text);
  if (passing !== undefined && func === undefined)
    return { ...passing, title: namingProgram(passing.title, heard), phase, evidence, certainty: 'unknown' };
  const option = heard.speaker === 'vmm' || heard.speaker === 'libvirt' ? optionOf(heard.text) : undefined;
  if (option !== undefined) {
    const title = `QEMU does not start with its option ${option}: ${words}`;
    return { phase, cause: 'about-option', title, evidence, advice: helpOn(option), certainty: 'likely' };
  }
  const ofClass = classHeard(heard, text, words, reasons.length > 0);
  if (ofClass !== undefined)
    return { ...ofClass, phase, evidence, ...(isFounded ? {} : { certainty: 'unknown' }) };
  if (ofTrade !== undefined) return ofTrade;
  const reported = told?.reported;
  if (reported !== undefined && func !== undefined) {
    const title = `${reported.is} in ${func}, by the functions of the trace: the line that tells is not in the log`;
    const advice = EVERY_ROW.find(({ id }) => id === reported.row)?.hint ?? '';
    return { phase, cause: reported.row, title, evidence, advice, certainty: 'likely' };
  }
  return {
    phase,
    cause: 'unknown',
    title:
      func === undefined
        ? `${speaker} complains: ${words}`
        : `${heard.speaker === 'unknown' ? 'A kernel' : speaker} printed a trace: ${func}, and no line says why`,
    evidence,
    advice: 'Read the line and the lines around it.',
    certainty: 'unknown',
  };
}

/** A program that names itself before its words, or that the journal names. */
const NAMES_ITSELF = /^(?<name>[a-z][a-z0-9_.-]+): (?!.*\.(?:c|rs|go):\d)/;
const NO_NAME =
  /^(?:error|fatal|warning|warn|err|info|panic|failed|failure|open|read|write|stat|exec|systemd)$/;

/** What is said of a program without a name, with its name where the line has one. */
function namingProgram(title: string, { text, program, speaker }: Heard): string {
  if (speaker !== 'program' && speaker !== 'unknown') return title;
  const name = program ?? NAMES_ITSELF.exec(peel(text).text)?.groups?.name;
  return name === undefined || NO_NAME.test(name) ? title : title.replace(/\b[Tt]he program\b/, name);
}

/**
 * A predicate says what kind of failure the line is of, and not that the boot failed of it: programs of a guest log such errors
 * and work on, and words without a level may tell of anything.
 */
function classHeard(heard: Heard, text: string, words: string, hasReasons: boolean): PlainError | undefined {
  const { speaker, weight, told } = heard;
  if (speaker === 'kernel' || speaker === 'firmware' || told?.func !== undefined) return undefined;
  if (weight < 2 && !hasReasons) return undefined;
  const found = errorClass(ownWords(text), words) ?? errorClass(text, words);
  return found && (saysEarnestly(heard) ? found : { ...found, certainty: 'unknown' });
}

/**
 * A program of a guest that boots logs errors that it works on after, and words without a level may tell of anything. Where no guest
 * boots, somebody has cut out the program’s own log because of this error.
 */
function saysEarnestly({ speaker, weight, reached, program }: Heard): boolean {
  const isOwnLog = speaker === 'program' && program === undefined && reached < KERNEL;
  return weight > (SPEAKERS[speaker].chatty === true && !isOwnLog ? 2 : 1);
}

/** What the program does that speaks, where it names itself or the journal names it. */
function tradeHeard({ text, program, speaker }: Heard, phase: Phase): Trade | undefined {
  const words = peel(text).text;
  const id = programHeard(program, words)?.trade;
  if (id !== undefined) return tradeOf(id);
  const isOfHost = phase === 'host' && (speaker === 'unknown' || speaker === 'host-program');
  return isOfHost ? TRADES.find((trade) => trade.words?.test(words)) : undefined;
}

/** The last reason, with what it is of where it is an error of the system and nothing else. */
function wholeReason(heard: Heard, reasons: readonly Heard[]): string {
  const own = peel((reasons.at(-1) ?? heard).text).text;
  return isSystemError(own.replace(LINK, '').trim()) ? (wordsOfReasons([heard, ...reasons]) ?? own) : own;
}

/** What the last of a chain of errors is about, or one before it: a VMM's innermost error is often of the system. */
function nounHeard(chain: readonly Heard[], phase: Phase): Noun | undefined {
  if (phase === 'kernel' || phase === 'initramfs') {
    return chain
      .map(({ text }) => nounOf(peel(text).text, 'guest', true))
      .findLast((noun) => noun !== undefined);
  }
  const ofPod = chain.some((heard) => startsPods(heard) || OF_POD.test(heard.text));
  const tellers: readonly Teller[] =
    phase === 'userspace' ? ['program'] : phase === 'vmm' && ofPod ? ['vmm', 'program'] : ofBoot(phase);
  for (const teller of tellers) {
    for (const heard of chain.toReversed()) {
      const { text, speaker } = heard;
      if (speaker === 'kernel') continue;
      const isKnown = TELLS_OF_VM.includes(speaker) || isManager(heard) || OF_CHAIN.test(text);
      const noun =
        teller === 'program'
          ? (nounOfProgram(ownWords(text), ofPod) ?? nounInChain(text, ofPod))
          : nounOf(peel(text).text, teller, isKnown);
      if (noun !== undefined) return noun;
    }
  }
  return undefined;
}

/** Fields of a record name what a program works with, and not what failed. */
const FIELD = /\w\\*"?[=:]\\*"|\{"/;

/** Speakers that report the failure of something else. */
const OWN_NAMES = /^(?:[^\s:]+: )+/;

/** Of errors in one line, where the innermost one names no thing: what an outer one names. */
function nounInChain(text: string, ofPod: boolean): Noun | undefined {
  const words = peel(text).text;
  return FIELD.test(words)
    ? undefined
    : nounOfProgram(words.replace(LINE_HEAD, '').replace(OWN_NAMES, ''), ofPod);
}

function startsPods(heard: Heard): boolean {
  if (heard.speaker !== 'wrapper' || isManager(heard)) return false;
  return !GRPC.test(heard.text) || FOR_POD.test(heard.text);
}

/** Whether a program speaks that starts VMs of people, and not of pods. */
function isManager({ program, text }: Spoken): boolean {
  return programHeard(program, peel(text).text)?.trade === 'vm-manager';
}

/** Speakers that name the things of a boot before its kernel. */
function ofBoot(phase: Phase): readonly Teller[] {
  return phase === 'vmm' || phase === 'firmware' || phase === 'bootloader' ? [phase] : [];
}

/** Speakers of a line without a mark, whose words or neighbours show the phase. */
const UNMARKED: Partial<Readonly<Record<Phase, SpeakerId>>> = {
  firmware: 'firmware',
  bootloader: 'bootloader',
  kernel: 'kernel',
};

/** As a sentence begins with it. */
function nameOf({ speaker, reached }: Spoken, phase: Phase): string {
  const byPhase = speaker === 'unknown' ? UNMARKED[phase] : undefined;
  if (byPhase !== undefined) return SPEAKERS[byPhase].name;
  if (speaker === 'kernel' && phase === 'host') return 'The kernel of the host';
  if (speaker === 'program' && (phase === 'host' || reached < KERNEL)) return 'A program';
  return SPEAKERS[speaker].name;
}

/** Nobody complains, but a line below the level of an error has words of failure: nothing else is there to go by. */
export function murmured(heard: Spoken, phase: Phase): Diagnosis {
  const { line, text } = heard;
  const evidence = [{ line, text }];
  const meant = plainError(text);
  if (meant !== undefined) return { ...meant, phase: meant.phase ?? phase, evidence, certainty: 'unknown' };
  return {
    phase,
    cause: 'unknown',
    title: `No error was printed; ${nameOf(heard, phase)} mentions: ${ownWords(text)}`,
    evidence,
    advice: 'Read the line and the lines around it, and give the whole log.',
    certainty: 'unknown',
  };
}

/** Says of a log without a complaint what it lacks: a guest was started and printed nothing, or no guest was started. */
export const TOO_LITTLE: readonly string[] = ['guest-unheard', 'no-boot-shown'];

/** A program has started a guest, and no line is of the guest. */
export function started({ soundProgram, last }: Collected): Diagnosis {
  return {
    phase: 'vmm',
    cause: 'guest-unheard',
    title: `${sentence(soundProgram?.title ?? '')}, and no line of the log is of the guest`,
    evidence: last === undefined ? [] : [last],
    advice: 'A guest that hangs or died is started, too: give its console, or what a command in it prints.',
    certainty: 'unknown',
  };
}

function sentence(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}

/** Nobody complains, and nobody says that anything was started. */
export function unstated({ last, spoke, source }: Collected): Diagnosis {
  const { text = '', program } = last === undefined ? {} : peel(last.text);
  const own = programHeard(program, text);
  const byProgram = own === undefined ? 'host' : (own.phase ?? SPEAKERS[own.speaker].phase);
  const phase = spoke === undefined ? (topicOf(text) ?? byProgram) : phaseOf(spoke, source);
  return {
    phase,
    cause: 'no-boot-shown',
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
    cause: 'guest-unheard',
    title: 'The VMM works, and no line of the log is of a guest',
    evidence: last === undefined ? [] : [last],
    advice: 'Give the console of the guest, too. If it is empty, the guest prints elsewhere or died at once.',
    certainty: 'unknown',
  };
}
