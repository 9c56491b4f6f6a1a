/** The guest's test reports on the page: a tree that opens where something has failed. */

import { grouped } from '../../words/units.ts';
import type { Result } from '../result.ts';
import { describeCounts, describeTestCounts, saysMore } from '../tests.ts';
import { type Html, html } from './html.ts';
import type { LineLink } from './line-link.ts';

type Report = Result['tests'][number];
type Test = Report['tests'][number];

/** How many tests a page lists of one report: those that failed come out of a purse of their own. */
const LISTED = { failed: 1000, others: 2000 } as const;
const MARKS = { passed: '✓', failed: '✗', skipped: '–', todo: '–', unfinished: '…' } as const;

export function tests({ tests: reports }: Result, link: LineLink): Html {
  if (reports.length === 0) return html``;
  return html`<section class="card" aria-labelledby="tests"><h2 id="tests">Tests of the guest</h2>
${reports.map((report) => reportTree(report, link))}</section>`;
}

function reportTree(report: Report, link: LineLink): Html {
  const { stream, line, format, counts, problems, omitted } = report;
  const tree = new Tree(stream, link);
  const list = tree.list(report.tests);
  const left = tree.left + omitted;
  return html`<p class="counts">${link(stream, line)} ${describeCounts(counts)} <span class="muted">${format}</span></p>
${problems.map(
  ({ text, line: at, allowed }) =>
    html`<p class="problem"><span class="tag ${allowed === null ? 'failed' : 'allowed'}">${allowed === null ? 'problem' : 'allowed'}</span> ${link(stream, at)} ${text} ${allowed ?? ''}</p>`,
)}
${list}
${left === 0 ? '' : html`<p class="muted">${grouped(left)} more tests: see result.json and the console</p>`}`;
}

class Tree {
  /** How many tests are not listed. */
  left = 0;
  readonly #stream: Report['stream'];
  readonly #link: LineLink;
  #failed: number = LISTED.failed;
  #others: number = LISTED.others;

  constructor(stream: Report['stream'], link: LineLink) {
    this.#stream = stream;
    this.#link = link;
  }

  list(tests: readonly Test[]): Html {
    const items = tests.flatMap((test) => (this.#hasRoom(test) ? [this.#item(test)] : []));
    return items.length === 0 ? html`` : html`<ul class="tests">${items}</ul>`;
  }

  #hasRoom(test: Test): boolean {
    const room = saysMore(test) ? this.#failed-- > 0 : this.#others-- > 0;
    if (!room) this.left++;
    return room;
  }

  #item(test: Test): Html {
    const { state, tests, diagnostics } = test;
    const head = this.#head(test);
    if (tests.length === 0 && diagnostics.length === 0) return html`<li class="test ${state}">${head}</li>`;
    const open = saysMore(test);
    const inside = open ? '' : html` <span class="muted">${describeTestCounts(tests)}</span>`;
    const said =
      diagnostics.length === 0
        ? ''
        : html`<pre tabindex="0">${diagnostics.map((line) => html`${line}`)}</pre>`;
    return html`<li class="test ${state}"><details${open ? html` open` : ''}><summary>${head}${inside}</summary>${said}${this.list(tests)}</details></li>`;
  }

  #head({ number, name, state, reason, allowed, line }: Test): Html {
    const words = {
      passed: '',
      failed: '',
      skipped: 'skipped',
      todo: 'expected to fail',
      unfinished: 'no result',
    };
    const why = [words[state], reason ?? '', allowed === null ? '' : `allowed: ${allowed}`].filter(
      (part) => part !== '',
    );
    return html`<span class="mark ${state}" aria-label="${state}">${MARKS[state]}</span> ${name === '' ? `test ${number ?? ''}` : name} ${
      why.length === 0 ? '' : html`<span class="muted">${why.join(', ')}</span>`
    } ${this.#link(this.#stream, line)}`;
  }
}
