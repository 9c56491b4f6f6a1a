/** Says of each line who speaks: by its source, by its shape, by the program that it names, by the lines before it. */

import { GUEST_STREAMS, isGuestStream, type LogOrigin, PHASES } from '../../words/words.ts';
import type { LineOrigin, Signature } from '../signature.ts';
import { firstMatch, type LogBook } from './book.ts';
import type { LoggedBoot } from './boots.ts';
import { KEPT } from './line.ts';
import type { Peeled } from './prefix.ts';
import { programOf, selfNamed } from './programs.ts';
import { type Printer, SPEAKERS, type SpeakerId } from './speakers.ts';
import { isGuest } from './trail.ts';

/** The fields by which a line in a common format is of Kata's runtime or of Kubernetes. */
const OF_KATA =
  /\bsubsystem=\w|"subsystem":"|\bname=(?:containerd-shim|kata)|rpc error: code = |(?:shim|containerd) task: |FailedCreatePodSandBox|Error response from daemon/;
/** The shim of containers that run in no VM of their own: who quotes it may be a guest. */
const OF_NO_VM = /\bcontainerd-shim-runc\b|\brunc\b/;
/** What a shell's prompt or the level of a log puts before the name of the program that speaks. */
const INDENT = /^[\s❯]+(?:ERROR: (?=\S+: ))?/;
const INITRAMFS = PHASES.indexOf('initramfs');
/** Who is no program of a journal: where one of these speaks behind a program's name, the program carries a console or runs a VMM. */
const CARRIED: readonly SpeakerId[] = [
  ...(['kernel', 'firmware', 'host-firmware', 'bootloader', 'vmm', 'libvirt', 'ci'] as const),
];

/** A VMM whose guest has its console on stdout carries these. */
const OF_GUEST: readonly SpeakerId[] = ['kernel', 'firmware', 'bootloader'];

export class Speaking {
  readonly #source: LogOrigin;
  readonly #book: LogBook;
  #previous: SpeakerId = 'unknown';
  /** Programs of the journal whose lines have shown what they are: PCCS runs as `node`. */
  readonly #shown = new Map<string, SpeakerId>();
  /** Programs of the journal that carry what others print: the name says nothing of who speaks. */
  readonly #carriers = new Set<string>();

  constructor(source: LogOrigin, book: LogBook) {
    this.#source = source;
    this.#book = book;
  }

  /** A line of a kernel with nothing in it. */
  passKernel(): void {
    this.#previous = 'kernel';
  }

  /** @param boot the boot of the line before */
  of(peeled: Peeled, hits: readonly number[], boot: LoggedBoot): SpeakerId {
    this.#previous = this.#speakerOf(peeled, hits, boot);
    return this.#previous;
  }

  #speakerOf(peeled: Peeled, hits: readonly number[], boot: LoggedBoot): SpeakerId {
    const { text, program, kernelTime } = peeled;
    const source = this.#source;
    if (source === 'vmm' || source === 'build') return source;
    const shape = firstMatch(this.#book.shapes, hits, text.replace(INDENT, ''))?.speaker;
    if (isGuest(source)) {
      if (shape === 'firmware' || shape === 'bootloader' || shape === 'kernel') return shape;
      if (program !== undefined) return program === 'kernel' ? 'kernel' : 'program';
      return kernelTime === undefined ? 'program' : 'kernel';
    }
    if (program !== undefined) {
      const named = programOf(program)?.speaker ?? 'program';
      // Kata writes as a program of the journal that nobody knows, and any program may log in its format; PCCS runs as node.
      const isOwn =
        shape === 'host-program' || (shape === 'wrapper' && OF_KATA.test(text) && !OF_NO_VM.test(text));
      const isCarried =
        (named === 'program' || named === 'vmm') &&
        this.#carries(peeled, program, shape, named === 'vmm' ? OF_GUEST : CARRIED);
      if (named !== 'program' && !isCarried) return named;
      if (!isCarried) {
        if (isOwn && this.#shown.size < KEPT) this.#shown.set(program, shape);
        return (isOwn ? shape : undefined) ?? this.#shown.get(program) ?? named;
      }
    }
    if (kernelTime !== undefined) return shape === 'firmware' || shape === 'program' ? shape : 'kernel';
    return shape ?? selfNamed(text)?.speaker ?? this.#inherited(boot);
  }

  /** Whether this program of a journal carries what others print. */
  isCarrier({ copiedBy, program = copiedBy }: Peeled): boolean {
    return copiedBy !== undefined || (program !== undefined && this.#carriers.has(program));
  }

  #carries(
    { copiedBy }: Peeled,
    program: string,
    shape: SpeakerId | undefined,
    foreign: readonly SpeakerId[],
  ): boolean {
    const isForeign = copiedBy !== undefined || (shape !== undefined && foreign.includes(shape));
    if (isForeign && this.#carriers.size < KEPT) this.#carriers.add(copiedBy ?? program);
    return this.#carriers.has(program);
  }

  /** Of a line without a shape: a guest that is up prints what its programs say, and a build goes on. */
  #inherited({ furthest }: LoggedBoot): SpeakerId {
    const previous = this.#previous;
    if (previous === 'build' || previous === 'program' || previous === 'host-program') return previous;
    return previous === 'kernel' && furthest >= INITRAMFS ? 'program' : 'unknown';
  }

  /** Whether this speaker may print the row's line: a guest may say a VMM's words, and then they mean nothing. */
  mayPrint(speaker: SpeakerId, { streams }: Signature): boolean {
    const source = this.#source;
    if (source === 'host') return streams === undefined || streams.includes('host');
    if (source !== 'mixed') return streams === undefined ? isGuest(source) : streams.includes(source);
    const { prints } = SPEAKERS[speaker];
    return (streams ?? GUEST_STREAMS).some((origin) => prints.includes(printerOf(origin)));
  }
}

/** Of the VMM's streams the TD monitor's is one: it plays a part of the VMM. */
function printerOf(origin: LineOrigin): Printer {
  if (origin === 'host' || origin === 'build') return origin;
  return isGuestStream(origin) ? 'guest' : 'vmm';
}
