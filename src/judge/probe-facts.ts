/** The facts that the probe guest says of itself (guest/probe.c): `# kernel.release: 6.12.0`, from its first line to its last. */

import type { LineView } from '../console/scanner.ts';
import type { StreamName } from '../words/words.ts';
import { quoted } from './quote.ts';

/** The version of the format that is read. */
const BEGINS = '# tdx-boot probe 1';
const ENDS = '# tdx-boot probe: done';
const FACT = /^# (?<name>[a-z]+\.[\w.:-]{1,100}): (?<value>.*)$/;
/** The bytes of the event log are in the console alone. */
const LEFT_OUT = /^cc\.ccel\./;
/** More than a probe has: a hostile guest can print its lines, too. */
const MOST = 500;

export class ProbeFacts {
  readonly #facts = new Map<string, string>();
  /** A report that comes on two streams is read from the first. */
  #stream: StreamName | undefined;
  #ended = false;

  /** Takes a finished line. When a fact has two values, the first counts. */
  take(stream: StreamName, line: Pick<LineView, 'text'>): void {
    if (this.#ended || (this.#stream ?? stream) !== stream) return;
    const { text } = line;
    if (this.#stream === undefined) {
      if (text === BEGINS) this.#stream = stream;
      return;
    }
    this.#ended = text === ENDS;
    const { name, value = '' } = FACT.exec(text)?.groups ?? {};
    if (name === undefined || LEFT_OUT.test(name) || this.#facts.size >= MOST) return;
    if (!this.#facts.has(name)) this.#facts.set(name, quoted(value));
  }

  /** By their names, in the order in which they were printed. */
  get all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#facts);
  }
}
