/** Keeps a terminal's echo of what was sent from meeting the expectations that follow. */

/** The part of a line that may be matched: between the end of the echo and the start of one still being printed. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * A terminal prints back what is typed, possibly folded over several lines. The first time that a sent line appears
 * on the stream is taken for its echo and is hidden; a console that does not echo only loses an answer that repeats
 * the command word for word.
 */
export class EchoFilter {
  #awaited: string[] = [];

  /** Notes what was sent, which replaces any echo that never came. */
  sent(text: string): void {
    this.#awaited = text.split(/[\r\n]+/).filter((line) => line !== '');
  }

  /**
   * Hides the echo in `text` from `from` on. An echo is hidden once: the caller goes on from the window's `from`.
   * @param finished the line will not grow any more: an echo that it has begun goes on in the next one
   */
  window(text: string, from: number, finished: boolean): Window {
    let start = from;
    for (;;) {
      const echo = this.#awaited[0];
      if (echo === undefined) return { from: start, to: text.length };
      const at = text.indexOf(echo, start);
      if (at < 0) {
        const begun = overlap(text, start, echo);
        if (finished && begun > 0) this.#awaited[0] = echo.slice(begun);
        return { from: start, to: text.length - begun };
      }
      start = at + echo.length;
      this.#awaited.shift();
    }
  }
}

/** Length of the longest end of `text` (after `from`) that is a beginning of `echo`. */
function overlap(text: string, from: number, echo: string): number {
  for (let length = Math.min(echo.length - 1, text.length - from); length > 0; length--) {
    if (text.endsWith(echo.slice(0, length))) return length;
  }
  return 0;
}
