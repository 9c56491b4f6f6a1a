/**
 * JUnit's XML as Maven Surefire writes it, which dorny/test-reporter, EnricoMi/publish-unit-test-result-action, GitLab and
 * Jenkins read: a test suite for each run, grouped by class.
 */

import type { Case } from './case.ts';
import { inRoom } from './case-room.ts';
import { casesOf, unrecordedCase } from './cases.ts';
import type { Result } from './result.ts';
import type { RecordedResult, Unrecorded } from './results.ts';
import { forXml } from './safe.ts';

/**
 * @param unrecorded scenarios of a suite without a result: each is a test suite, too
 * @param name of the whole
 * @returns an XML document
 */
export function toJUnit(
  runs: readonly RecordedResult[],
  unrecorded: readonly Unrecorded[] = [],
  name = 'tdx-boot',
): string {
  const fitting = inRoom(runs.map(casesOf), (one, index) =>
    testCase(runs[index]?.result.scenario ?? '', one, []),
  );
  const suites = runs.map((run, index) => ({ run, cases: fitting[index] ?? [] }));
  const others = unrecorded.map((one) => ({ one, cases: [unrecordedCase(one)] }));
  const all = [...suites, ...others].flatMap(({ cases }) => cases);
  const time = runs.reduce((sum, { result }) => sum + result.time, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...counts(all), time: seconds(time) })}>`,
    ...suites.flatMap(({ run, cases }) => suite(run, cases)),
    ...others.flatMap(({ one: { name, verdict }, cases }) => [
      `  <testsuite${attributes({ name, ...counts(cases), time: seconds(0) })}>`,
      `    <properties><property${attributes({ name: 'verdict', value: verdict })}/></properties>`,
      ...cases.flatMap((one) => testCase(name, one, [])),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite({ result, earlier = [] }: RecordedResult, cases: readonly Case[]): string[] {
  const { scenario, origin, time } = result;
  const named = { name: scenario, ...counts(cases), time: seconds(time) };
  const when = origin === null ? {} : { timestamp: origin.start.replace(/\.\d+Z$/, 'Z') };
  const properties = Object.entries(propertiesOf(result)).map(
    ([name, value]) => `      <property${attributes({ name, value })}/>`,
  );
  return [
    `  <testsuite${attributes({ ...named, ...when })}>`,
    '    <properties>',
    ...properties,
    '    </properties>',
    ...cases.flatMap((one) => testCase(scenario, one, one.group === 'boot' ? earlier : [])),
    '  </testsuite>',
  ];
}

/** @param earlier attempts before it: of a run that passed, they make it flaky */
function testCase(
  scenario: string,
  { group, name, state, time, message = '', details = [] }: Case,
  earlier: readonly RecordedResult[],
): string[] {
  // A dot would make another level in the tree of a reader.
  const classname = `${scenario.replaceAll('.', '·')}.${group}`;
  const open = `    <testcase${attributes({ classname, name, time: seconds(time ?? 0) })}`;
  const inside = [
    ...(state === 'passed' ? [] : [outcome(state, message, details)]),
    ...earlier.map(({ result }) => attempt(state === 'passed' ? 'flakyFailure' : 'rerunFailure', result)),
  ];
  return inside.length === 0 ? [`${open}/>`] : [`${open}>`, ...inside, '    </testcase>'];
}

function outcome(
  state: 'failed' | 'errored' | 'skipped',
  message: string,
  details: readonly string[],
): string {
  if (state === 'skipped') return `      <skipped${attributes({ message })}/>`;
  const tag = state === 'failed' ? 'failure' : 'error';
  return `      <${tag}${attributes({ message, type: state })}>${forXml(details.join('\n'))}</${tag}>`;
}

function attempt(tag: 'flakyFailure' | 'rerunFailure', { verdict, reason }: Result): string {
  return `      <${tag}${attributes({ message: reason, type: verdict })}/>`;
}

/** What was booted, for readers that show properties. */
function propertiesOf({
  platform,
  verdict,
  phase,
  booted,
  origin,
  captures,
}: Result): Record<string, string> {
  const facts: Record<string, string | null | undefined> = {
    platform,
    verdict,
    phase,
    vmm:
      booted === null
        ? null
        : [booted.vmm.name, booted.vmm.version].filter((part) => part !== null).join(' '),
    mrtd: booted?.mrtd,
    'tdx-boot': origin?.tdxBoot,
    commit: origin?.job?.commit,
  };
  const captured = Object.entries(captures).map(([name, value]) => [`capture.${name}`, value]);
  const known = Object.entries(facts).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries([...known, ...captured]);
}

function counts(cases: readonly Case[]): Record<string, string> {
  const count = (state: Case['state']): string => String(cases.filter((one) => one.state === state).length);
  return {
    tests: String(cases.length),
    failures: count('failed'),
    errors: count('errored'),
    skipped: count('skipped'),
  };
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${forXml(value.replaceAll('\n', ' '))}"`)
    .join('');
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
