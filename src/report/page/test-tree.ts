/** The guest's test reports on the page: a tree that opens where something has failed. */

import { counted, grouped, MIB } from '../../words/units.ts';
import type { Result } from '../result.ts';
import { describeCounts, describeTestCounts, pickReports, saysMore } from '../tests.ts';
import { type Html, html } from './html.ts';
import type { LineLink } from './line-link.ts';

type Report = Result['tests'][number];
type Test = Report['tests'][number];

/** How many tests a page lists of one run: those that failed come out of a purse of their own. */
const LISTED = { failed: 1000, others: 2000 } as const;
/** Bytes of the tests of a page, which its runs share, and of one run: half of them for those that failed. */
const ROOM = 16 * MIB;
const ROOM_OF_RUN = 4 * MIB;
const MARKS = { passed: '✓', failed: '✗', skipped: '–', todo: '–', unfinished: '…' } as const;

/** @param runs of the page, which share the room */
export function tests({ tests: reports }: Result, link: LineLink, runs: number): Html {
  if (reports.length === 0) return html``;
  const purse = new Purse(Math.min(ROOM_OF_RUN, Math.floor(ROOM / runs)));
  const { picked, rest } = pickReports(reports);
  return html`<section class="card" aria-label="Tests of the guest"><h2>Tests of the guest</h2>
${picked.map((report) => reportTree(report, link, purse))}
${rest === undefined ? '' : html`<p class="muted">${rest}</p>`}</section>`;
}

function reportTree(report: Report, link: LineLink, purse: Purse): Html {
  const { stream, line, format, counts, omitted } = report;
  const problems = report.problems.flatMap(({ text, line: at, allowed }) => {
    const said = html`<p class="problem"><span class="tag ${allowed === null ? 'failed' : 'allowed'}">${allowed === null ? 'problem' : 'allowed'}</span> ${link(stream, at)} ${text} ${allowed ?? ''}</p>`;
    return purse.pays('failed', said) ? [said] : [];
  });
  const lost = report.problems.length - problems.length;
  const tree = new Tree(stream, link, purse);
  const list = tree.list(report.tests);
  const left = tree.left + omitted;
  const more = [
    ...(lost === 0 ? [] : [counted(lost, 'more problem')]),
    ...(left === 0 ? [] : [`${grouped(left)} more test${left === 1 ? '' : 's'}`]),
    ...(tree.unsaid === 0 ? [] : [`the lines of ${counted(tree.unsaid, 'test')}`]),
  ].join(', ');
  return html`<p class="counts">${link(stream, line)} ${describeCounts(counts)} <span class="muted">${format}</span></p>
${problems}
${list}
${more === '' ? '' : html`<p class="muted">${more}: see result.json and the console</p>`}`;
}

type Kind = keyof typeof LISTED;

/** What the tests of a run may take of the page. */
class Purse {
  readonly #bytes: Record<Kind, number>;
  readonly #left: Record<Kind, number> = { ...LISTED };

  constructor(bytes: number) {
    this.#bytes = { failed: bytes / 2, others: bytes / 2 };
  }

  pays(kind: Kind, { text }: Html): boolean {
    const size = Buffer.byteLength(text);
    if (size > this.#bytes[kind]) return false;
    this.#bytes[kind] -= size;
    return true;
  }

  paysTest(kind: Kind, head: Html): boolean {
    if (this.#left[kind] === 0 || !this.pays(kind, head)) return false;
    this.#left[kind]--;
    return true;
  }
}

class Tree {
  /** How many tests are not listed. */
  left = 0;
  /** How many tests are listed without the lines that explain them. */
  unsaid = 0;
  readonly #stream: Report['stream'];
  readonly #link: LineLink;
  readonly #purse: Purse;

  constructor(stream: Report['stream'], link: LineLink, purse: Purse) {
    this.#stream = stream;
    this.#link = link;
    this.#purse = purse;
  }

  list(tests: readonly Test[]): Html {
    const items = tests.flatMap((test) => this.#item(test));
    return items.length === 0 ? html`` : html`<ul class="tests">${items}</ul>`;
  }

  #item(test: Test): Html[] {
    const { state, tests, diagnostics } = test;
    const head = this.#head(test);
    const open = saysMore(test);
    const kind = open ? 'failed' : 'others';
    if (!this.#purse.paysTest(kind, head)) {
      this.left++;
      return [];
    }
    const said = this.#said(kind, diagnostics);
    if (tests.length === 0 && said === undefined) return [html`<li class="test ${state}">${head}</li>`];
    const inside = open ? '' : html` <span class="muted">${describeTestCounts(tests)}</span>`;
    return [
      html`<li class="test ${state}"><details${open ? html` open` : ''}><summary>${head}${inside}</summary>${said}${this.list(tests)}</details></li>`,
    ];
  }

  #said(kind: Kind, diagnostics: readonly string[]): Html | undefined {
    if (diagnostics.length === 0) return undefined;
    const lines = html`<pre tabindex="0">${diagnostics.map((line) => html`${line}`)}</pre>`;
    if (this.#purse.pays(kind, lines)) return lines;
    this.unsaid++;
    return undefined;
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
