/** The console of one run: all streams or some, searched, filtered, with the lines marked that decided. */

import { element } from './data.ts';
import { findLine, formatTime, type Lines, queryOf } from './lines.ts';
import { Rows } from './rows.ts';
import { Strip } from './strip.ts';

/** A line that findings or steps are about: its name, what for, and in words. */
export type Mark = readonly [line: string, kind: string, title: string];

/** How long a search may take before the page answers to its user again, in milliseconds. */
const SLICE_MS = 12;

export class ConsoleView {
  readonly root: HTMLElement;
  readonly #lines: Lines;
  readonly #streams: readonly string[];
  readonly #prefix: string;
  /** Of each line that is marked, why. */
  readonly #marks = new Map<number, { kind: string; title: string }>();
  readonly #rows: Rows;
  readonly #strip: Strip;
  readonly #search = element('input', {
    type: 'search',
    placeholder: 'Search (press /)',
    'aria-label': 'Search the console',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #count = element('output', { class: 'count' });
  readonly #hidden = new Set<number>();
  #regex = false;
  #only = false;
  #query: RegExp | undefined;
  /** Indexes of lines: those that are listed, and of them those that match. */
  #listed: readonly number[] = [];
  #matches: readonly number[] = [];
  #current: number | undefined;
  #run = 0;

  constructor(lines: Lines, streams: readonly string[], prefix: string, marks: readonly Mark[]) {
    this.#lines = lines;
    this.#streams = streams;
    this.#prefix = prefix;
    for (const [name, kind, title] of marks) {
      const index = this.indexOf(name);
      if (index !== undefined) this.#marks.set(index, { kind, title });
    }
    const label = `Console, ${lines.count} lines`;
    this.#rows = new Rows((row) => this.#row(row), { role: 'region', 'aria-label': label });
    this.#strip = new Strip((row) => this.#rows.reveal(row));
    this.root = element('div', { class: 'console-view' }, this.#toolbar(), this.#body());
    this.#list();
  }

  /** The index of the line that `serial:322` names. */
  indexOf(name: string): number | undefined {
    const [, stream = '', number] = /^([a-z0-9-]+):(\d+)$/.exec(name) ?? [];
    return findLine(this.#lines, this.#streams.indexOf(stream), Number(number));
  }

  /** Shows a line, also one that a filter hides. Returns whether the page has it. */
  go(name: string): boolean {
    const index = this.indexOf(name);
    if (index === undefined) return false;
    if (!this.#listed.includes(index)) {
      this.#hidden.delete(this.#lines.stream[index] ?? 0);
      this.#only = false;
      this.#syncButtons();
      this.#list();
    }
    this.#select(index);
    return true;
  }

  /** Shows the line that decided, or else the end. */
  goToCause(): void {
    const cause = [...this.#marks].find(([, { kind }]) => kind === 'cause')?.[0];
    if (cause === undefined) this.#rows.reveal(this.#listed.length - 1);
    else this.#select(cause);
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }

  /** The next or previous match, or mark where nothing is searched. */
  step(direction: 1 | -1): void {
    const stops = this.#query === undefined ? this.#markedRows() : this.#matches;
    if (stops.length === 0) return;
    const from = this.#current ?? (direction === 1 ? -1 : Number.POSITIVE_INFINITY);
    const next =
      direction === 1
        ? (stops.find((index) => index > from) ?? stops[0])
        : (stops.findLast((index) => index < from) ?? stops.at(-1));
    if (next !== undefined) this.#select(next);
  }

  // ---- what is listed -----------------------------------------------------------------------------------------

  #toolbar(): HTMLElement {
    const present = new Set(this.#lines.stream);
    const streams = [...present].sort().map((stream) => {
      const button = element('button', { type: 'button', class: `chip s${stream}`, 'aria-pressed': 'true' });
      button.textContent = this.#streams[stream] ?? '';
      button.dataset.stream = String(stream);
      button.addEventListener('click', () => {
        if (!this.#hidden.delete(stream)) this.#hidden.add(stream);
        this.#syncButtons();
        this.#list();
      });
      return button;
    });
    const toggle = (text: string, title: string, flip: () => void): HTMLElement => {
      const button = element(
        'button',
        { type: 'button', class: 'toggle', title, 'aria-label': title, 'aria-pressed': 'false' },
        text,
      );
      button.addEventListener('click', () => {
        flip();
        this.#syncButtons();
        this.#find();
      });
      return button;
    };
    const regex = toggle('.*', 'Regular expression', () => {
      this.#regex = !this.#regex;
    });
    regex.dataset.toggle = 'regex';
    const only = toggle('only', 'Only lines that match', () => {
      this.#only = !this.#only;
    });
    only.dataset.toggle = 'only';
    const move = (text: string, title: string, direction: 1 | -1): HTMLElement => {
      const button = element('button', { type: 'button', class: 'move', title, 'aria-label': title }, text);
      button.addEventListener('click', () => this.step(direction));
      return button;
    };
    this.#search.addEventListener('input', () => this.#find());
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
      if (event.key === 'Escape') this.#rows.view.focus();
    });
    return element(
      'div',
      { class: 'toolbar', role: 'search' },
      element(
        'div',
        { class: 'find' },
        this.#search,
        regex,
        only,
        move('↑', 'Previous (Shift+Enter, N)', -1),
        move('↓', 'Next (Enter, n)', 1),
        this.#count,
      ),
      element('div', { class: 'streams', role: 'group', 'aria-label': 'Streams' }, ...streams),
    );
  }

  #body(): HTMLElement {
    return element('div', { class: 'body' }, this.#rows.view, this.#strip.root);
  }

  #syncButtons(): void {
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-stream]')) {
      button.setAttribute('aria-pressed', String(!this.#hidden.has(Number(button.dataset.stream))));
    }
    const states: Record<string, boolean> = { regex: this.#regex, only: this.#only };
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-toggle]')) {
      button.setAttribute('aria-pressed', String(states[button.dataset.toggle ?? ''] === true));
    }
  }

  /** Lists the lines of the streams that are shown, or those of them that match. */
  #list(): void {
    const { count, stream } = this.#lines;
    const shown: number[] = [];
    const matching = this.#only && this.#query !== undefined ? new Set(this.#matches) : undefined;
    for (let index = 0; index < count; index++) {
      if (!this.#hidden.has(stream[index] ?? 0) && matching?.has(index) !== false) shown.push(index);
    }
    this.#listed = shown;
    this.#rows.show(shown.length);
    if (this.#current !== undefined) this.#rows.reveal(this.#rowOf(this.#current));
    this.#drawStrip();
  }

  /** Searches all lines, piece by piece. A newer search ends an older one. */
  async #find(): Promise<void> {
    const run = ++this.#run;
    try {
      this.#query = queryOf(this.#search.value, this.#regex);
      this.#search.setCustomValidity('');
    } catch (error) {
      this.#query = undefined;
      // Without the pattern, which stands beside it: the last part of the browser's sentence says what is wrong.
      this.#search.setCustomValidity(String(error).split(': ').at(-1) ?? '');
    }
    const query = this.#query;
    const matches: number[] = [];
    const { text, count } = this.#lines;
    let until = performance.now() + SLICE_MS;
    for (let index = 0; query !== undefined && index < count; index++) {
      query.lastIndex = 0;
      if (query.test(text[index] ?? '')) matches.push(index);
      if ((index & 63) === 0 && performance.now() > until) {
        await new Promise((resume) => setTimeout(resume));
        if (run !== this.#run) return;
        until = performance.now() + SLICE_MS;
      }
    }
    this.#matches = matches;
    this.#count.textContent =
      query === undefined
        ? this.#search.validationMessage
        : `${matches.length} ${matches.length === 1 ? 'line' : 'lines'}`;
    this.#list();
    const near = matches.find((index) => index >= (this.#current ?? 0)) ?? matches[0];
    if (near !== undefined) this.#select(near, false);
    else this.#rows.refresh();
  }

  // ---- rows ---------------------------------------------------------------------------------------------------

  #markedRows(): number[] {
    return [...this.#marks.keys()].sort((a, b) => a - b);
  }

  #rowOf(index: number): number {
    let low = 0;
    let high = this.#listed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#listed[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #select(index: number, note = true): void {
    this.#current = index;
    this.#rows.reveal(this.#rowOf(index));
    this.#rows.refresh();
    this.#drawStrip();
    if (note) history.replaceState(null, '', `#${this.#nameOf(index)}`);
  }

  #nameOf(index: number): string {
    const stream = this.#streams[this.#lines.stream[index] ?? 0] ?? '';
    return `${this.#prefix}${stream}:${this.#lines.number[index]}`;
  }

  #row(row: number): HTMLElement {
    const index = this.#listed[row] ?? 0;
    const { stream, number, time, text } = this.#lines;
    const mark = this.#marks.get(index);
    const name = this.#streams[stream[index] ?? 0] ?? '';
    const classes = ['row', `s${stream[index]}`, mark?.kind ?? '', index === this.#current ? 'current' : ''];
    const line = element('div', { class: classes.filter((part) => part !== '').join(' ') });
    if (mark !== undefined) line.title = mark.title;
    line.append(
      element('span', { class: 'time' }, formatTime(time[index] ?? 0)),
      // Rows come and go while the keyboard scrolls: a focus in them would be lost. Search, n and N go to a line.
      element(
        'a',
        { class: 'number', tabindex: '-1', href: `#${this.#nameOf(index)}` },
        `${name}:${number[index]}`,
      ),
      element('span', { class: 'text' }, ...this.#marked(text[index] ?? '')),
    );
    return line;
  }

  /** The text with what was searched for marked. */
  #marked(text: string): (Node | string)[] {
    if (this.#query === undefined) return [text];
    const parts: (Node | string)[] = [];
    let from = 0;
    for (const { 0: found, index } of text.matchAll(this.#query)) {
      if (found === '') continue;
      parts.push(text.slice(from, index), element('mark', {}, found));
      from = index + found.length;
    }
    return [...parts, text.slice(from)];
  }

  #drawStrip(): void {
    const ticks = [
      ...(this.#query === undefined
        ? []
        : this.#matches.map((index) => ({ row: this.#rowOf(index), kind: 'match' }))),
      ...[...this.#marks].map(([index, { kind }]) => ({ row: this.#rowOf(index), kind })),
      ...(this.#current === undefined ? [] : [{ row: this.#rowOf(this.#current), kind: 'current' }]),
    ];
    this.#strip.draw(this.#listed.length, ticks);
  }
}
