/** The script of report.html: opens a run, its console, a line of the console, and the playback. */

import { ConsoleView, type Mark } from './console.ts';
import { element, loadScript, readBlock } from './data.ts';
import { IndexView } from './index.ts';
import { parseLines } from './lines.ts';
import { playback } from './playback.ts';

/** One run of the page, whose console is made when somebody opens it; a run that printed nothing has none. */
class Run {
  readonly article: HTMLElement;
  readonly prefix: string;
  #console: Promise<ConsoleView | undefined> | undefined;

  constructor(article: HTMLElement) {
    this.article = article;
    this.prefix = article.dataset.prefix ?? '';
  }

  open(): Promise<ConsoleView | undefined> {
    if (this.#console === undefined) void this.#drawTrend();
    this.#console ??= this.#make();
    return this.#console;
  }

  async #drawTrend(): Promise<void> {
    const table = this.article.querySelector<HTMLTableElement>('.trend table');
    if (table === null) return;
    const draw = await loadScript<(table: HTMLTableElement) => void>('chart', 'drawChart');
    draw(table);
  }

  async #make(): Promise<ConsoleView | undefined> {
    const pane = this.article.querySelector<HTMLElement>('.pane.console');
    if (pane === null) return undefined;
    const streams = (pane.dataset.streams ?? '').split(' ');
    const marks: Mark[] = JSON.parse(this.article.dataset.marks ?? '[]');
    const lines = parseLines((await readBlock(this.article, 'lines')) ?? '');
    const view = new ConsoleView(lines, streams, this.prefix, marks);
    const omitted = Number(pane.dataset.omitted);
    const note =
      omitted === 0
        ? []
        : [
            element(
              'p',
              { class: 'omitted' },
              `${omitted.toLocaleString('en')} lines in the middle are not in this page; the .raw files of the recording have all.`,
            ),
          ];
    const player = this.article.querySelector('[data-name="cast"]') === null ? [] : [playback(this.article)];
    pane.append(...note, view.root, ...player);
    return view;
  }
}

const runs = [...document.querySelectorAll<HTMLElement>('article.run')].map((article) => new Run(article));
const index = document.querySelector<HTMLElement>('main.index');
const several = index !== null;
const indexView = index === null ? undefined : new IndexView(index);

/** Shows what the address names: the index, a run (`#run-2`), or a line (`#2/serial:322`, `#serial:322`). */
async function route(): Promise<void> {
  const hash = decoded(location.hash.slice(1));
  const [, number, line] =
    /^(?:run-)?(\d+)(?:\/(.*))?$/.exec(hash) ?? (several ? [] : [undefined, '1', hash]);
  const shown = number === undefined ? undefined : runs[Number(number) - 1];
  document.body.classList.toggle('opened', shown !== undefined || !several);
  for (const run of runs) run.article.hidden = run !== shown;
  if (shown === undefined) return;
  const view = await shown.open();
  if (line === undefined || line === '') view?.goToCause();
  else if (view?.go(line)) view.root.scrollIntoView({ block: 'nearest' });
  else announce(`This page does not have ${line}.`);
}

/** A part of an address. One that is not encoded as addresses are stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Says something that is not seen otherwise. */
function announce(text: string): void {
  const old = document.querySelector('.toast');
  old?.remove();
  document.body.append(element('p', { class: 'toast', role: 'status' }, text));
}

function shownRun(): Run | undefined {
  return runs.find(({ article }) => !article.hidden);
}

async function onKey(event: KeyboardEvent): Promise<void> {
  const { key, target } = event;
  const typing = target instanceof HTMLInputElement;
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys: Record<string, (view: ConsoleView) => void> = {
    '/': (view) => view.focusSearch(),
    n: (view) => view.step(1),
    N: (view) => view.step(-1),
    e: (view) => view.goToCause(),
  };
  const act = keys[key];
  const run = shownRun();
  if (act === undefined) return;
  if (run === undefined) {
    if (key !== '/') return;
    event.preventDefault();
    indexView?.focusSearch();
    return;
  }
  event.preventDefault();
  const view = await run.open();
  if (view !== undefined) act(view);
}

/** Commands that are there to be pasted get a button. */
function addCopyButtons(): void {
  for (const code of document.querySelectorAll('code.copy')) {
    const button = element('button', { type: 'button', class: 'copy-button' }, 'copy');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent ?? '');
      button.textContent = 'copied';
    });
    code.after(button);
  }
}

document.body.classList.add('scripted');
document.body.classList.toggle('several', several);
addCopyButtons();
addEventListener('hashchange', () => void route());
addEventListener('keydown', (event) => void onKey(event));
void route();
