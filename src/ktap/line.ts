/**
 * One line of a test report, read by itself: KTAP version 1 (Documentation/dev-tools/ktap.rst), TAP 13 and 14
 * (testanything.org), and what kselftest and KUnit make of them.
 */

import type { TestState } from './report.ts';

/** `indent`: columns before the line, of blanks or of the `# ` with which kselftest marks the output of a test. */
export type ReportLine = { readonly indent: number; readonly marked: boolean } & (
  | { readonly kind: 'version'; readonly format: string }
  | { readonly kind: 'plan'; readonly count: number; readonly skip: boolean }
  | ResultLine
  | { readonly kind: 'bail-out'; readonly reason: string }
  | { readonly kind: 'subtest'; readonly name: string }
  | TotalsLine
  | { readonly kind: 'diagnostic' }
);

/** What a test program counts at its end; `good`: how many tests, of which none has failed. */
interface TotalsLine {
  readonly kind: 'totals';
  readonly good: number | undefined;
}

export interface ResultLine {
  readonly indent: number;
  readonly marked: boolean;
  readonly kind: 'result';
  readonly number: number | undefined;
  readonly name: string;
  readonly state: Exclude<TestState, 'unfinished'>;
  /** Empty: it has none. */
  readonly reason: string;
}

/** A tab counts as four columns: KUnit once indented with tabs, and now with four blanks. */
const TAB = 4;
const INDENT = /^(?:[ \t]|# (?=[ \t]*(?:# |(?:not )?ok\b|K?TAP version |1\.\.\d|Bail out!)))*/;
const VERSION = /^K?TAP version \d{1,3}\s*$/;
const PLAN = /^1\.\.(\d{1,9})\s*(?:#\s*(.*))?$/;
const RESULT = /^(not )?ok(?: (\d{1,9}))?(?=\s|$)\s*(?:- )?(.*)$/;
const BAIL_OUT = /^Bail out!\s*(.*)$/;
const DIRECTIVE = /(?:^|\s)#\s*(SKIP|TODO|XFAIL)\b:?\s*(.*)$/i;
/** ksft_print_cnts of kselftest.h, of a program in which nothing failed. */
const GOOD_TOTALS = /^# Totals: pass:(\d{1,9}) fail:0 xfail:(\d{1,9}) xpass:0 skip:(\d{1,9}) error:0\s*$/;
const REMARK = /(?:^|\s)# (.*)$/;

/** Undefined: the line is no part of a report. */
export function readLine(text: string): ReportLine | undefined {
  const prefix = INDENT.exec(text)?.[0] ?? '';
  const rest = text.slice(prefix.length);
  const at = { indent: columns(prefix), marked: prefix.includes('#') };
  if (rest.startsWith('#')) return { ...at, ...readComment(rest) };
  const result = RESULT.exec(rest);
  if (result !== null) return readResult(at.indent, at.marked, result);
  if (VERSION.test(rest)) return { ...at, kind: 'version', format: rest.trim() };
  const [, count, remark = ''] = PLAN.exec(rest) ?? [];
  if (count !== undefined) return { ...at, kind: 'plan', count: Number(count), skip: /^SKIP/i.test(remark) };
  const [, reason] = BAIL_OUT.exec(rest) ?? [];
  return reason === undefined ? undefined : { ...at, kind: 'bail-out', reason };
}

function readComment(rest: string): { kind: 'subtest'; name: string } | TotalsLine | { kind: 'diagnostic' } {
  const [, name] = /^# Subtest:\s*(.*)$/.exec(rest) ?? [];
  if (name !== undefined) return { kind: 'subtest', name: name.trim() };
  if (!/^# Totals: pass:\d/.test(rest)) return { kind: 'diagnostic' };
  const [, ...good] = GOOD_TOTALS.exec(rest) ?? [];
  return {
    kind: 'totals',
    good: good.length === 0 ? undefined : good.reduce((sum, one) => sum + Number(one), 0),
  };
}

function readResult(indent: number, marked: boolean, result: RegExpExecArray): ResultLine {
  const [, not, number, text = ''] = result;
  const ok = not === undefined;
  const directive = text.includes('#') ? DIRECTIVE.exec(text) : null;
  const remark = directive === null && text.includes('#') ? REMARK.exec(text) : null;
  const end = directive?.index ?? remark?.index ?? text.length;
  return {
    indent,
    marked,
    kind: 'result',
    number: number === undefined ? undefined : Number(number),
    name: text.slice(0, end).trim().replaceAll('\\#', '#'),
    state: stateOf(ok, directive?.[1]?.toUpperCase()),
    reason: (directive?.[2] ?? remark?.[1] ?? '').trim(),
  };
}

/** A test that should fail and passes (TODO) has passed. kselftest writes `ok` before XFAIL. */
function stateOf(ok: boolean, directive: string | undefined): ResultLine['state'] {
  if (directive === 'SKIP') return 'skipped';
  if (directive === 'XFAIL' || (directive === 'TODO' && !ok)) return 'todo';
  return ok ? 'passed' : 'failed';
}

/** How far what stands before a line moves it to the right. */
export function columns(prefix: string): number {
  let sum = 0;
  for (const character of prefix) sum += character === '\t' ? TAB : 1;
  return sum;
}
