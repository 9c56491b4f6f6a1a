/** Somebody at a terminal who has the guest in hand while the judge judges it. */

import type { Verdict } from '../judge/events.ts';
import type { TypedStream } from '../scenario/scenario.ts';
import type { StreamName } from '../words/words.ts';

/** Types into the guest. What is typed is recorded. */
export type Type = (stream: TypedStream, bytes: Uint8Array) => void;

export interface Hand {
  /** The stream that is shown and typed into. */
  readonly stream: TypedStream;
  /** Untrusted output of the guest, as soon as it is read and for as long as the guest lives. The buffer is not reused. */
  show(stream: StreamName, bytes: Uint8Array): void;
  /** The machine runs. */
  attach(type: Type): void;
  /**
   * The run is decided, and the guest is there. It may end by itself before the promise settles.
   * @returns a promise that settles when the guest is no longer wanted; undefined when it is not wanted any more
   */
  keep(verdict: Verdict): Promise<void> | undefined;
}
