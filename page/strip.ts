/** The strip beside the console that shows where matches, findings and steps are in the whole of it. */

import { element } from './data.ts';

export interface Tick {
  readonly row: number;
  readonly kind: string;
}

const WIDTH = 14;

export class Strip {
  readonly root = element('canvas', { class: 'strip', width: String(WIDTH), 'aria-hidden': 'true' });
  #count = 0;
  #ticks: readonly Tick[] = [];

  /** @param go shows a row that was clicked */
  constructor(go: (row: number) => void) {
    this.root.addEventListener('click', ({ offsetY }) => {
      const at = (offsetY / this.root.clientHeight) * this.#count;
      const near = this.#ticks.reduce<number | undefined>(
        (best, { row }) => (best === undefined || Math.abs(row - at) < Math.abs(best - at) ? row : best),
        undefined,
      );
      go(Math.round(near ?? at));
    });
    new ResizeObserver(() => this.#paint()).observe(this.root);
  }

  draw(count: number, ticks: readonly Tick[]): void {
    this.#count = count;
    this.#ticks = ticks;
    this.#paint();
  }

  #paint(): void {
    const height = this.root.clientHeight;
    const context = this.root.getContext('2d');
    if (context === null || height === 0) return;
    this.root.height = height;
    const style = getComputedStyle(this.root);
    for (const { row, kind } of this.#ticks) {
      context.fillStyle = style.getPropertyValue(`--tick-${kind}`) || style.getPropertyValue('--tick-match');
      const top = (row / Math.max(1, this.#count)) * (height - 3);
      context.fillRect(kind === 'step' ? WIDTH / 2 : 1, top, kind === 'match' ? WIDTH / 2 - 2 : WIDTH - 3, 3);
    }
  }
}
