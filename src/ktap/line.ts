/**
 * One line of a test report, read by itself: KTAP version 1 (Documentation/dev-tools/ktap.rst), TAP 13 and 14
 * (testanything.org), and what kselftest and KUnit make of them.
 */

import type { TestState } from './report.ts';

interface Placed {
  /** Columns before the line, of blanks or of the `# ` with which kselftest marks the output of a test. */
  readonly indent: number;
  /** Whether such a mark is among them. */
  readonly marked: boolean;
}

export type ReportLine = Placed &
  (
    | { readonly kind: 'version'; readonly format: string }
    | { readonly kind: 'plan'; readonly count: number; readonly skip: boolean }
    | ResultLine
    | { readonly kind: 'bail-out'; readonly reason: string }
    | { readonly kind: 'subtest'; readonly name: string }
    | SummaryLine
    | { readonly kind: 'diagnostic' }
  );

/** What a test program, or a suite, counts at its end. */
export interface SummaryLine {
  readonly kind: 'summary';
  /** Tests that failed, or that an error ended. */
  readonly failures: number;
  /** kselftest counts the results of its own level. KUnit counts the results of the level below, or all leaves below. */
  readonly of: 'own' | 'below' | 'leaves';
  /** All tests of kselftest; undefined: KUnit has a plan for that. */
  readonly total: number | undefined;
  /** The same, where none has failed. */
  readonly good: number | undefined;
}

export interface ResultLine extends Placed {
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
const PLAN = /^1\.\.(\d+)\s*(?:#\s*(.*))?$/;
const RESULT = /^(not )?ok(?: (\d+))?(?=\s|$)\s*(?:- )?(.*)$/;
const BAIL_OUT = /^Bail out!\s*(.*)$/;
const DIRECTIVE = /(?:^|\s)#\s*(SKIP|TODO|XFAIL)\b:?\s*(.*)$/i;
/** These mean a failure behind `ok`, too (Documentation/dev-tools/ktap.rst). */
const FAILURE = /(?:^|\s)#\s*(?:ERROR|TIMEOUT)\b/;
/** ksft_print_cnts of kselftest.h (torvalds/linux 0ea5c948cb64), and ktap_helpers.sh beside it. */
const TOTALS = /^# Totals: pass:(\d+) fail:(\d+) xfail:(\d+) xpass:(\d+) skip:(\d+) error:(\d+)/;
/** kunit_print_suite_stats and kunit_print_test_stats of lib/kunit/test.c (torvalds/linux 002c6ca75289). */
const STATS = /^# (.+): pass:\d+ fail:(\d+) skip:\d+ total:\d+\s*$/;
const REMARK = /(?:^|\s)# (.*)$/;

/** Undefined: the line is no part of a report. */
export function readLine(text: string): ReportLine | undefined {
  const prefix = INDENT.exec(text)?.[0] ?? '';
  const rest = text.slice(prefix.length);
  const at = { indent: columns(prefix), marked: prefix.includes('#') };
  if (rest.startsWith('#')) return { ...at, ...readComment(rest) };
  const result = RESULT.exec(rest);
  if (result !== null) return readResult(at, result);
  if (VERSION.test(rest)) return { ...at, kind: 'version', format: rest.trim() };
  const [, count, remark = ''] = PLAN.exec(rest) ?? [];
  if (count !== undefined) return { ...at, kind: 'plan', count: countOf(count), skip: /^SKIP/i.test(remark) };
  const [, reason] = BAIL_OUT.exec(rest) ?? [];
  return reason === undefined ? undefined : { ...at, kind: 'bail-out', reason };
}

function readComment(rest: string): { kind: 'subtest'; name: string } | SummaryLine | { kind: 'diagnostic' } {
  const [, name] = /^# Subtest:\s*(.*)$/.exec(rest) ?? [];
  if (name !== undefined) return { kind: 'subtest', name: name.trim() };
  if (!rest.includes(': pass:')) return { kind: 'diagnostic' };
  const totals = TOTALS.exec(rest)?.slice(1).map(countOf);
  if (totals !== undefined) {
    const [pass = 0, fail = 0, xfail = 0, xpass = 0, skip = 0, error = 0] = totals;
    const failures = fail + error;
    const total = pass + failures + xfail + xpass + skip;
    return { kind: 'summary', failures, of: 'own', total, good: failures + xpass === 0 ? total : undefined };
  }
  const [, of, failures] = STATS.exec(rest) ?? [];
  if (failures === undefined) return { kind: 'diagnostic' };
  return {
    kind: 'summary',
    failures: countOf(failures),
    of: of === 'Totals' ? 'leaves' : 'below',
    total: undefined,
    good: undefined,
  };
}

/** A guest may write more digits than a number holds. */
function countOf(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}

function readResult(at: Placed, result: RegExpExecArray): ResultLine {
  const [, not, number, text = ''] = result;
  const ok = not === undefined;
  const directive = text.includes('#') ? DIRECTIVE.exec(text) : null;
  const remark = directive === null && text.includes('#') ? REMARK.exec(text) : null;
  const end = directive?.index ?? remark?.index ?? text.length;
  return {
    ...at,
    kind: 'result',
    number: number === undefined ? undefined : countOf(number),
    name: text.slice(0, end).trim().replaceAll('\\#', '#'),
    state: stateOf(ok && (remark === null || !FAILURE.test(text)), directive?.[1]?.toUpperCase()),
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
