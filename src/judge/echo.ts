/** Keeps a terminal's echo of what was sent from meeting the expectations that follow. */

/** A part of a line that may be matched: what is printed before, between and behind echoes. */
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
  /** All lines that were sent so far. */
  readonly all: string[] = [];
  #awaited: string[] = [];
  /** How much of the first awaited echo the line before ended with. */
  #begun = 0;

  /** Notes what was sent, which replaces any echo that never came. */
  sent(text: string): void {
    this.#awaited = text.split(/[\r\n]+/).filter((line) => line !== '');
    this.all.push(...this.#awaited);
    this.#begun = 0;
  }

  /** Whether an echo is still to come: then every line has to be shown to {@link endLine}. */
  get awaits(): boolean {
    return this.#awaited.length > 0;
  }

  /** What is visible of `text` from `from` on; an echo that is still being printed is not. */
  windows(text: string, from: number): Window[] {
    const windows: Window[] = [];
    const [folded] = this.#awaited;
    const rest = folded?.slice(this.#begun) ?? '';
    let start = from;
    let echoes = this.#awaited;
    if (this.#begun > 0 && rest !== text && rest.startsWith(text)) return [{ from, to: from }];
    if (this.#begun > 0 && text.startsWith(rest)) {
      windows.push({ from, to: from });
      start = Math.max(from, rest.length);
      echoes = echoes.slice(1);
    }
    for (const echo of echoes) {
      const at = text.indexOf(echo, start);
      if (at < 0) {
        windows.push({ from: start, to: text.length - overlap(text, start, echo) });
        return windows;
      }
      windows.push({ from: start, to: at });
      start = at + echo.length;
    }
    windows.push({ from: start, to: text.length });
    return windows;
  }

  /** The reader has gone on to the window with this index: the echoes before it are done with. */
  pass(index: number): void {
    this.#awaited.splice(0, index);
    if (index > 0) this.#begun = 0;
  }

  /** The line will not grow any more: an echo that it has begun goes on at the start of the next one. */
  endLine(text: string, from: number): void {
    const windows = this.windows(text, from);
    const start = windows.at(-1)?.from ?? from;
    const goesOn = windows.length === 1 && this.#begun > 0;
    this.pass(windows.length - 1);
    const [echo] = this.#awaited;
    if (echo === undefined) return;
    if (goesOn && echo.startsWith(text, this.#begun)) this.#begun += text.length;
    // Readline folds a line by printing a blank and a carriage return.
    else this.#begun = overlap(text, start, echo) || overlap(text.replace(/ $/, ''), start, echo);
  }
}

/** Length of the longest end of `text` (after `from`) that is a beginning of `echo`. */
function overlap(text: string, from: number, echo: string): number {
  for (let length = Math.min(echo.length - 1, text.length - from); length > 0; length--) {
    if (text.endsWith(echo.slice(0, length))) return length;
  }
  return 0;
}
