/** The chart of a trend, which uPlot draws from the table beside it. Runs only on pages that have earlier runs. */

import uPlot from 'uplot';
import { element } from './data.ts';

const HEIGHT = 190;
/** Wider than the name of a day. */
const TICK_PX = 90;
/** The colours of runs that are no part of a line. */
const BAD = { failed: '--bad', errored: '--odd' } as const;

interface Column {
  readonly name: string;
  /** The variable of its colour. */
  readonly colour: string;
  /** Milliseconds by run; null: not reached, or not passed, which says nothing of how long a boot takes. */
  readonly times: readonly (number | null)[];
}

class Chart {
  readonly root = element('div', { class: 'chart' });
  readonly #rows: readonly HTMLTableRowElement[];
  readonly #columns: readonly Column[];
  readonly #plot: uPlot;
  readonly #said = element('output', { class: 'muted' });

  constructor(table: HTMLTableElement) {
    this.#rows = [...(table.tBodies[0]?.rows ?? [])];
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    this.#columns = heads.flatMap(({ dataset: { phase }, textContent }, index) => {
      if (phase === undefined) return [];
      const times = this.#times(index, 'passed');
      const colour = phase === 'whole' ? '--ink' : `--${phase}`;
      return [{ name: textContent ?? '', colour, times }];
    });
    const whole = heads.findIndex(({ dataset }) => dataset.phase === 'whole');
    const bad = Object.entries(BAD).map(([verdict, colour]) => ({
      colour,
      times: this.#times(whole, verdict),
    }));
    const area = element('div', {
      class: 'plot',
      tabindex: '0',
      role: 'application',
      'aria-label': 'Chart of the runs: left and right choose one. The table below has the same numbers.',
    });
    this.root.append(this.#chips(), area, this.#said);
    const data = [
      this.#rows.map((_, index) => index),
      ...[...this.#columns, ...bad].map(({ times }) => [...times]),
    ] as uPlot.AlignedData;
    this.#plot = new uPlot(this.#options(bad), data, area);
    area.addEventListener('keydown', (event) => this.#onKey(event));
    new ResizeObserver(() => this.#resize(area.clientWidth)).observe(area);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', () => this.#plot.redraw());
    this.#say(this.#rows.length - 1);
  }

  #times(column: number, verdict: string): (number | null)[] {
    return this.#rows.map(({ className, cells }) => {
      const ms = cells[column]?.dataset.ms;
      return ms === undefined || className !== verdict ? null : Number(ms);
    });
  }

  #options(bad: readonly { readonly colour: string }[]): uPlot.Options {
    const colour = (name: string) => (): string => getComputedStyle(this.root).getPropertyValue(name);
    const axis = {
      stroke: colour('--soft'),
      grid: { stroke: colour('--rule'), width: 1 },
      ticks: { show: false },
    };
    const point = (name: string): uPlot.Series => ({
      stroke: colour(name),
      paths: () => null,
      points: { show: true, size: 8, fill: colour(name) },
    });
    return {
      width: 0,
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false },
      scales: { x: { time: false }, y: { range: (_, __, most) => [0, Math.max(10, 1.05 * most)] } },
      axes: [
        {
          ...axis,
          size: 28,
          space: TICK_PX,
          values: (_, splits) => splits.map((run) => (Number.isInteger(run) ? this.#day(run) : '')),
        },
        { ...axis, size: 56, values: (_, splits) => splits.map((ms) => `${ms / 1000} s`) },
      ],
      series: [
        {},
        ...this.#columns.map(
          ({ colour: name }, index): uPlot.Series => ({
            stroke: colour(name),
            width: index === 0 ? 2 : 1.5,
            spanGaps: true,
            points: { show: true, size: index === 0 ? 6 : 4, fill: colour(name) },
          }),
        ),
        ...bad.map(({ colour: name }) => point(name)),
      ],
      hooks: { setCursor: [({ cursor }) => this.#say(cursor.idx ?? this.#rows.length - 1)] },
    };
  }

  /** A button for each line, which hides the line and shows it again. */
  #chips(): HTMLElement {
    const chips = this.#columns.map(({ name, colour }, index) => {
      const swatch = element('i', { class: `swatch ${colour.slice(2)}`, 'aria-hidden': 'true' });
      const chip = element('button', { type: 'button', 'aria-pressed': 'true' }, swatch, name);
      chip.addEventListener('click', () => {
        const show = chip.getAttribute('aria-pressed') === 'false';
        chip.setAttribute('aria-pressed', String(show));
        this.#plot.setSeries(index + 1, { show });
      });
      return chip;
    });
    return element('div', { class: 'lines' }, ...chips);
  }

  /** The day of a run, without its year. */
  #day(run: number): string {
    return this.#rows[run]?.cells[0]?.textContent?.slice(5, 10) ?? '';
  }

  #say(run: number): void {
    const texts = [...(this.#rows[run]?.cells ?? [])].map(({ textContent }) => textContent ?? '');
    const [when = '', verdict = '', ...times] = texts;
    const known = this.#columns.flatMap(({ name }, index) =>
      times[index] === '' ? [] : [`${name} ${times[index]}`],
    );
    this.#said.textContent = `${when} ${verdict}: ${known.join(', ')}`;
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#rows.length - 1;
    const now = this.#plot.cursor.idx ?? last + 1;
    const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const run = Math.min(last, Math.max(0, to));
    this.#plot.setCursor({ left: this.#plot.valToPos(run, 'x'), top: 0 });
  }

  #resize(width: number): void {
    if (width > 0) this.#plot.setSize({ width, height: HEIGHT });
  }
}

/** Puts the chart above the table that it shows. */
function drawChart(table: HTMLTableElement): void {
  table.closest('details')?.before(new Chart(table).root);
}

Object.assign(globalThis, { drawChart });
