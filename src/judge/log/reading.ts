/** What the lines of a log mean together: how far the machine came, which complaint still stands, and what is to be said of it. */

import { given } from '../../words/given.ts';
import { type LogOrigin, PHASES, type Phase } from '../../words/words.ts';
import { behind, isSymptom, whyIsOpen } from '../diagnosis/deciding.ts';
import { byRule, diagnose } from '../diagnosis/diagnose.ts';
import { HOST_EXPLANATIONS } from '../diagnosis/host-explanations.ts';
import type { DiagnosisInput, Sighting } from '../diagnosis/input.ts';
import { PLACE_RULES } from '../diagnosis/places.ts';
import type { Diagnosis } from '../events.ts';
import { withComplaints } from './beside.ts';
import type { LoggedBoot } from './boots.ts';
import { inChain } from './chain.ts';
import type { Collected, Heard, Known, Spoken } from './collected.ts';
import { isOfCutBoot } from './cut-boot.ts';
import { ownWords } from './own-words.ts';
import { isAnywhere, isHosts, isOrdinary, isPlaced, isUnfounded, phaseOf, placed } from './placing.ts';
import { peel } from './prefix.ts';
import { programHeard } from './programs.ts';
import { complaintBefore } from './reasons.ts';
import { SPEAKERS, type SpeakerId } from './speakers.ts';
import { reasonsOf, tellingMost } from './telling.ts';
import { withWordsOfUnit } from './unit-words.ts';
import { complained, guestless, murmured, started, unstated } from './unknown.ts';
import { isRightBefore, lineOf, ofUnit, warned, withWords } from './warnings.ts';

/** A complaint of a speaker who complains of much counts within so many lines of the end. */
const NEAR_END = 40;
/** Sources that may well be silent. */
const QUIET: readonly LogOrigin[] = ['host', 'vmm', 'build'];
/** Steps of a host's kernel on the way to a TDX module that works; it may do without one of them, or try again. */
const TOWARDS_TDX = /^linux-host-(?:seamcall|seamldr|tdx-(?:init-failed|early))/;
const INITIALISED = 'host-tdx-initialised';
/** Speakers who say nothing of a boot. */
const BESIDE_BOOTS: readonly SpeakerId[] = ['host-program', 'program', 'unknown'];
const FIRMWARE = PHASES.indexOf('firmware');
const USERSPACE = PHASES.indexOf('userspace');

export interface Conclusion {
  readonly diagnosis: Diagnosis | undefined;
  readonly phase: Phase | undefined;
  readonly stopped: boolean;
  /** The complaint whose words the nearest rows share. */
  readonly heard?: Heard;
  readonly sound?: string;
}

export class Reading {
  readonly #log: Collected;
  readonly #guests: readonly LoggedBoot[];
  readonly #hosts: readonly LoggedBoot[];
  readonly #failures: readonly Known[];

  constructor(log: Collected) {
    this.#log = log;
    this.#guests = log.boots.filter((boot) => !isHosts(boot, log.source));
    this.#hosts = log.boots.filter((boot) => isHosts(boot, log.source));
    this.#failures = log.known.filter(
      (known) => known.severity !== 'warning' && known.goingOn === undefined && !isGotOver(known),
    );
  }

  conclude(): Conclusion {
    const { complaints, known, last, source } = this.#log;
    const phase = this.#phase;
    const heard = tellingMost(complaints.filter((complaint) => this.#stands(complaint)));
    if (this.#failures.length > 0) {
      const diagnosis = inChain(
        withComplaints(diagnose(this.#facts(phase)), heard, complaints),
        complaints,
        known,
      );
      return { diagnosis: this.#sure(diagnosis), phase, stopped: this.#stopped(diagnosis) };
    }
    if (last === undefined || heard === undefined) {
      // Silence of a guest's stream is a symptom.
      const silent = QUIET.includes(source) ? undefined : diagnose(this.#facts(phase));
      const diagnosis = last === undefined ? silent : this.#withoutFailure(phase);
      const sound = this.#endsInSoundProgram ? this.#log.soundProgram?.title : undefined;
      return {
        diagnosis,
        phase,
        stopped: true,
        ...given({ sound: diagnosis === undefined ? sound : undefined }),
      };
    }
    if (heard.fromOutside && this.#guestLife >= 0 && !this.#isUp(phase)) {
      const silent = diagnose(this.#facts(phase));
      return {
        diagnosis: { ...silent, evidence: [...silent.evidence, lineOf(heard)] },
        phase,
        stopped: true,
      };
    }
    const reasons = reasonsOf(heard, complaints);
    const placing = reasons.findLast(isPlaced) ?? [heard, heard.end ?? heard].find(isPlaced) ?? heard;
    const own = complained(heard, phaseOf(placing, source), reasons, !isUnfounded(placing));
    // A complaint without a known cause may only tell what became of the failure that a warning knows.
    const standing = this.#standingWarning(phase);
    // How a program ended says less than a warning that tells of what, and a thing that failed less than a warning right before.
    const isEffect =
      own.cause.startsWith('about-') && own.phase === standing?.phase && isRightBefore(standing, heard);
    const warning = own.certainty === 'unknown' || heard.aftermath || isEffect ? standing : undefined;
    const diagnosis =
      warning === undefined ? ofUnit(own, heard, standing) : withWords(this.#warned(warning), heard);
    const said = withWordsOfUnit(diagnosis, last);
    return { diagnosis: said, phase, stopped: true, heard: reasons.at(-1) ?? heard };
  }

  /** Where the phase is not known, the cause is at most likely. */
  #sure(diagnosis: Diagnosis): Diagnosis {
    const { known, source } = this.#log;
    const shown = known.filter(({ line }) => diagnosis.evidence.some((item) => item.line === line));
    if (diagnosis.certainty !== 'known' || shown.length === 0) return diagnosis;
    return shown.every((one) => isAnywhere(one, source)) ? { ...diagnosis, certainty: 'likely' } : diagnosis;
  }

  /** No known line tells of a failure, and nobody complains. Undefined: nothing is wrong. */
  #withoutFailure(phase: Phase | undefined): Diagnosis | undefined {
    const { source, reset, vmmWorks } = this.#log;
    const passing = this.#passing();
    if (passing !== undefined) return passing;
    if (source === 'build') return undefined;
    if (this.#isHostLog) {
      const facts = this.#facts(phase);
      const rule = HOST_EXPLANATIONS.find((known) => known.when(facts, undefined));
      return rule && byRule(rule, facts, undefined);
    }
    const warning = this.#standingWarning(phase);
    // In a guest that is up, a banner alone may be of dmesg.
    if (reset?.sure === true) return diagnose(this.#facts(phase));
    const standing = warning === undefined && !this.#isDone ? this.#place(phase) : undefined;
    if (standing !== undefined) return standing;
    if (this.#isUp(phase) && warning === undefined) return this.#ofAnother;
    if (reset !== undefined) return diagnose(this.#facts(phase));
    if (warning !== undefined) return this.#warned(warning);
    if (this.#endsInSoundProgram) {
      return this.#log.soundProgram?.isStarted === true ? started(this.#log) : undefined;
    }
    // What a VMM's manager wrote into a host's journal says nothing of a boot.
    if (phase === 'host') return this.#murmur ?? { ...unstated(this.#log), phase: 'vmm' };
    // Nobody posts the start of a VM that went well and says no word of the guest.
    const last = source === 'mixed' ? this.#placed.findLast((known) => known.phase === 'vmm') : undefined;
    if (phase === undefined) return this.#murmur ?? (last === undefined ? unstated(this.#log) : warned(last));
    if (phase !== 'vmm') return withExcused(diagnose(this.#facts(phase)), this.#log);
    if (vmmWorks) return guestless(this.#log);
    if (last !== undefined) return warned(last);
    return isBesideVmm(this.#log.spoke) ? (this.#murmur ?? unstated(this.#log)) : undefined;
  }

  /**
   * What is said where one boot came up, and the log goes on with a boot that stopped without a word. Their kernels differ, or the
   * first one said that it starts anew: the second log is not the first one again, from dmesg.
   */
  get #ofAnother(): Diagnosis | undefined {
    const up = this.#guests.find((boot) => boot.banner !== undefined && boot.furthest >= USERSPACE);
    const stopped = this.#guests.at(-1);
    if (up === undefined || stopped === up || stopped?.banner === undefined) return undefined;
    if (stopped.banner === up.banner && !up.leaves) return undefined;
    if (stopped.leaves || stopped.furthest >= USERSPACE) return undefined;
    const { last, reset: _, known, complaints, ...rest } = this.#log;
    const began = { line: stopped.bannerLine ?? 0, text: stopped.banner };
    const { diagnosis } = new Reading({
      ...rest,
      boots: [stopped],
      known: known.filter(({ boot }) => boot === stopped),
      complaints: complaints.filter(({ boot }) => boot === stopped),
      ...given({ last }),
    }).conclude();
    return diagnosis && { ...diagnosis, evidence: [began, ...diagnosis.evidence] };
  }

  /** All known lines in their phases. */
  get #placed(): readonly Sighting[] {
    return this.#log.known.map((known) => placed(known, this.#log.source));
  }

  // ---- how far it came -------------------------------------------------------------------------------------

  get #guestLife(): number {
    return Math.max(-1, ...this.#guests.map(({ furthest }) => furthest));
  }

  /** Whether the log is a host's alone. */
  get #isHostLog(): boolean {
    if (this.#log.source !== 'mixed') return this.#log.source === 'host';
    const host = this.#hosts.some(({ kernelSpoke, seen }) => kernelSpoke || seen.size > 0);
    return (
      host && this.#guestLife < 0 && !this.#failures.some((known) => placed(known, 'mixed').phase !== 'host')
    );
  }

  get #phase(): Phase | undefined {
    const { source, fromOutside, confidentialSeen, soundProgram } = this.#log;
    if (this.#isHostLog) return 'host';
    // The kernel lines of a confidential guest without a recorded boot were printed by a command in a running guest.
    const isAnswer = confidentialSeen && !fromOutside && this.#failures.length === 0;
    if (isAnswer && !isOfCutBoot(this.#guests, this.#log)) return 'userspace';
    const reached = PHASES[Math.min(this.#guestLife, USERSPACE)];
    if (reached !== undefined) return reached;
    if (this.#guests.some(({ kernelSpoke }) => kernelSpoke)) return 'kernel';
    if (source === 'vmm' || (source === 'mixed' && fromOutside)) return 'vmm';
    if (this.#endsInSoundProgram && soundProgram?.isStarted === true) return 'vmm';
    return this.#hosts.length > 0 || this.#endsInSoundProgram ? 'host' : undefined;
  }

  /** A program said that all is well, nobody spoke of a boot after it, and no line is of a guest. */
  get #endsInSoundProgram(): boolean {
    const { soundProgram, spoke, murmur } = this.#log;
    if (soundProgram === undefined || murmur !== undefined || this.#guestLife >= 0) return false;
    return spoke === undefined || spoke.line <= soundProgram.line || BESIDE_BOOTS.includes(spoke.speaker);
  }

  /** The guest came up, or ended as it should. */
  #isUp(phase: Phase | undefined): boolean {
    return phase === 'userspace' || this.#isDone;
  }

  get #isDone(): boolean {
    return this.#guestLife > USERSPACE;
  }

  /** What the last words say of where the boot stands. */
  #place(phase: Phase | undefined): Diagnosis | undefined {
    const facts = this.#facts(phase);
    const rule = PLACE_RULES.find((place) => place.when(facts, undefined));
    if (rule === undefined) return undefined;
    const place = byRule(rule, facts, undefined);
    // Who waits without having shown where is an init most often.
    return phase === undefined && rule.phase === undefined ? { ...place, phase: 'userspace' } : place;
  }

  /** The last line in which a guest showed more life than this. */
  #lastAbove(degree: number): number {
    return Math.max(0, ...this.#guests.map((boot) => boot.lastAbove(degree)));
  }

  /** Whether no guest went on after what the diagnosis names. */
  #stopped({ phase, evidence }: Diagnosis): boolean {
    const line = Math.max(0, ...evidence.map((item) => item.line ?? 0));
    // A shell in which a person is to mend the guest is no life.
    if (this.#failures.some((known) => known.line === line && known.severity === 'fatal')) return true;
    if (phase === 'host' || phase === 'vmm' || line === 0) return true;
    return this.#lastAbove(phase === 'userspace' ? USERSPACE : USERSPACE - 1) < line;
  }

  // ---- what was heard --------------------------------------------------------------------------------------

  /** The last words of failure below the level of an error. */
  get #murmur(): Diagnosis | undefined {
    const { murmur, source } = this.#log;
    return murmur === undefined ? undefined : murmured(murmur, phaseOf(murmur, source));
  }

  /** Whether no later life of the machine has belied the complaint. */
  #stands(heard: Heard): boolean {
    const { speaker, weight, line, symptom } = heard;
    if (symptom && this.#wentOnAfter(line)) return false;
    if (this.#isGotOverByStart(heard)) return false;
    const phase = phaseOf(heard, this.#log.source);
    if (weight === 1 && SPEAKERS[speaker].chatty === true) {
      if (line < this.#log.lines - NEAR_END || isOrdinary(heard)) return false;
    }
    if (phase === 'host' && speaker === 'kernel') {
      // A host whose TDX came up after all.
      const isUp = this.#hosts.some((boot) => boot.passedAfter(INITIALISED, line));
      // A whole log of a host has such words when all is well. A piece of a log was cut out because of the words in it.
      const isPiece = heard.boot.banner === undefined && isOfHostsOwn(heard);
      if ((weight === 1 && !isPiece) || isUp) return false;
    }
    return this.#lastAbove(PHASES.indexOf(phase)) < line;
  }

  /** Words without a level, after which a script has started its guest all the same. */
  #isGotOverByStart({ weight, line }: Heard): boolean {
    const { soundProgram } = this.#log;
    return weight === 1 && soundProgram?.isStarted === true && line < soundProgram.line;
  }

  /** A known warning after which the boot got no further. */
  #standingWarning(phase: Phase | undefined): Sighting | undefined {
    const reached = phase === undefined ? -1 : PHASES.indexOf(phase);
    return this.#placed.find(({ id, phase: stands, line = 0 }) => {
      // A program that crashes is no failure of the boot, nor are events of audit that nobody took.
      if (/^(?:user-|linux-audit-)/.test(id)) return false;
      const degree = PHASES.indexOf(stands);
      return degree >= Math.max(reached, FIRMWARE) && this.#lastAbove(degree) < line;
    });
  }

  /** The answer for a boot with nothing worse than a warning. */
  #warned(warning: Sighting): Diagnosis {
    const said = warned(warning);
    const cause = behind(warning, this.#placed);
    if (cause === undefined) {
      const open = whyIsOpen(warning.id);
      const before = open && warning.line && complaintBefore(warning.line, open, this.#log.complaints);
      return before ? withWords(said, before) : said;
    }
    const { id, title, hint: advice } = cause;
    const evidence = [lineOf(cause), ...said.evidence];
    return { ...said, cause: id, title: `${said.title}, because: ${title}`, evidence, advice };
  }

  /** What is said of the last failure after which its program went on, where no guest showed later that it was no matter. */
  #passing(): Diagnosis | undefined {
    const standing = this.#placed.filter(
      ({ severity, goingOn, phase, line = 0 }) =>
        severity !== 'warning' && goingOn !== undefined && this.#lastAbove(PHASES.indexOf(phase)) < line,
    );
    const passing = standing.findLast(({ id }) => !isSymptom(id)) ?? standing.at(-1);
    if (passing === undefined) return undefined;
    const known = warned(passing);
    // Nobody has complained since: it is still the best guess, unless its program has more to say.
    if (passing.goingOn === 'tries' || (passing.line ?? 0) >= (this.#log.last?.line ?? 0)) return known;
    const title = `${known.title}; its program went on, and no known line says what stopped the boot`;
    return { ...known, title, certainty: 'unknown' };
  }

  #wentOnAfter(line: number | undefined): boolean {
    return this.#log.known.some((known) => known.goingOn !== undefined && known.line === line);
  }

  #facts(phase: Phase = 'host'): DiagnosisInput {
    const { source, last, reset } = this.#log;
    return {
      ended: reset === undefined ? 'log' : 'reset',
      reason: reset ? `The machine was reset: a second ${reset.title}` : `The log ends in ${phase}`,
      hint: '',
      ...(reset ? { line: { line: reset.line, text: reset.text ?? '' } } : {}),
      sightings: this.#failures.map((known) => placed(known, source)),
      hints: this.#log.known
        .filter((known) => !this.#failures.includes(known))
        .map((known) => placed(known, source)),
      phase,
      seen: [...new Set([...this.#hosts, ...this.#guests].flatMap(({ seen }) => [...seen]))],
      lastWords: last === undefined ? [] : [last],
    };
  }
}

/** Whether a driver speaks that only a host has a use for. */
function isOfHostsOwn({ program, text }: Heard): boolean {
  return programHeard(program, peel(text).text)?.phase === 'host';
}

/** What serves a device of the VMM says nothing of a boot, however well it works. */
function isBesideVmm(spoke: Spoken | undefined): boolean {
  return spoke !== undefined && programHeard(spoke.program, peel(spoke.text).text)?.trade !== undefined;
}

/** A call on the way to the TDX module failed, and the module came up in the same boot. */
function isGotOver({ id, boot, line = 0 }: Known): boolean {
  return TOWARDS_TDX.test(id) && boot.passedAfter(INITIALISED, line);
}

/** Where nothing explains why a boot stopped, the error that sound machines print, too, is the best guess. */
function withExcused(silent: Diagnosis, { excused }: Collected): Diagnosis {
  if (excused === undefined || silent.cause !== 'unknown') return silent;
  return {
    ...silent,
    title: `${silent.title}; the only complaint is one with which others boot: ${ownWords(excused.text)}`,
    evidence: [lineOf(excused), ...silent.evidence],
  };
}
