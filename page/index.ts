/** The index of several boots: a search in its rows, and a button for each verdict that shows only those rows. */

import { element } from './data.ts';

export class IndexView {
  readonly #rows: readonly HTMLTableRowElement[];
  readonly #search = element('input', {
    type: 'search',
    placeholder: 'Search (press /)',
    'aria-label': 'Search the boots',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #count = element('output', { class: 'count' });
  /** The kinds that are shown; none is all. */
  readonly #kinds = new Set<string>();

  constructor(root: HTMLElement) {
    this.#rows = [...root.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    const total = root.querySelector<HTMLElement>('.total');
    for (const badge of total?.querySelectorAll<HTMLElement>('.badge') ?? []) {
      badge.replaceWith(this.#button(badge));
    }
    const find = element('div', { class: 'find', role: 'search' }, this.#search, this.#count);
    total?.append(find);
    this.#search.addEventListener('input', () => this.#filter());
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }

  #button({ className, textContent, dataset: { kind = '' } }: HTMLElement): HTMLElement {
    const attributes = { type: 'button', class: className, 'aria-pressed': 'false' };
    const button = element('button', attributes, textContent ?? '');
    button.addEventListener('click', () => {
      if (!this.#kinds.delete(kind)) this.#kinds.add(kind);
      button.setAttribute('aria-pressed', String(this.#kinds.has(kind)));
      this.#filter();
    });
    return button;
  }

  #filter(): void {
    const wanted = this.#search.value.trim().toLowerCase();
    let shown = 0;
    for (const row of this.#rows) {
      const { kind = '' } = row.dataset;
      const hasKind = this.#kinds.size === 0 || this.#kinds.has(kind);
      row.hidden = !hasKind || row.textContent?.toLowerCase().includes(wanted) !== true;
      if (!row.hidden) shown++;
    }
    const all = shown === this.#rows.length;
    this.#count.textContent = all ? '' : `${shown} of ${this.#rows.length}`;
  }
}
