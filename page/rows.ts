/** A list of lines of which only those in view are elements of the page, so that any number of lines scrolls at once. */

import { element } from './data.ts';

/** Rows above and below the view that are there, too. */
const AROUND = 20;
/** Browsers do not lay out taller elements: the scroll position is scaled beyond that. */
const TALLEST = 15_000_000;

export class Rows {
  readonly view: HTMLElement;
  readonly #sizer = element('div', { class: 'sizer' });
  readonly #rows = element('div', { class: 'rows' });
  readonly #make: (row: number) => HTMLElement;
  #count = 0;
  #height = 20;
  #first = -1;
  #last = -1;
  #waiting = false;

  /** @param make the element of one row */
  constructor(make: (row: number) => HTMLElement, attributes: Readonly<Record<string, string>>) {
    this.#make = make;
    this.#sizer.append(this.#rows);
    this.view = element('div', { class: 'view', tabindex: '0', ...attributes }, this.#sizer);
    this.view.addEventListener('scroll', () => this.#later(), { passive: true });
    new ResizeObserver(() => this.#resize()).observe(this.view);
  }

  /** Shows so many rows from now on. */
  show(count: number): void {
    this.#count = count;
    this.#resize();
  }

  /** Makes the rows in view again: their look has changed. */
  refresh(): void {
    this.#first = -1;
    this.#draw();
  }

  /** Scrolls so that the row is in the middle, unless it is in view. */
  reveal(row: number): void {
    const top = this.#topRow();
    const fit = this.view.clientHeight / this.#height;
    if (row >= top + 1 && row < top + fit - 2) return;
    this.#scrollTo(Math.max(0, row - fit / 2));
  }

  #resize(): void {
    const height = Number.parseFloat(getComputedStyle(this.view).getPropertyValue('--row'));
    if (height > 0) this.#height = height;
    this.#sizer.style.height = `${Math.min(TALLEST, this.#count * this.#height)}px`;
    this.refresh();
  }

  /** One pixel of the scroll bar is so many pixels of rows. */
  get #scale(): number {
    const whole = this.#count * this.#height - this.view.clientHeight;
    const sized = Math.min(TALLEST, this.#count * this.#height) - this.view.clientHeight;
    return sized <= 0 ? 1 : whole / sized;
  }

  #topRow(): number {
    return (this.view.scrollTop * this.#scale) / this.#height;
  }

  #scrollTo(row: number): void {
    this.view.scrollTop = (row * this.#height) / this.#scale;
    this.#draw();
  }

  #later(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#draw();
    });
  }

  #draw(): void {
    const top = this.#topRow();
    const first = Math.max(0, Math.floor(top) - AROUND);
    const last = Math.min(this.#count, Math.ceil(top + this.view.clientHeight / this.#height) + AROUND);
    const offset = this.view.scrollTop - (top - first) * this.#height;
    this.#rows.style.transform = `translateY(${Math.max(0, offset)}px)`;
    if (first === this.#first && last === this.#last) return;
    this.#first = first;
    this.#last = last;
    this.#rows.replaceChildren(
      ...Array.from({ length: Math.max(0, last - first) }, (_, row) => this.#make(first + row)),
    );
  }
}
