/** A secret that the runner masks stays hidden wherever an action shows text, whole or in part. */

import { describe, expect, test } from '@jest/globals';
import { JobLog } from '../../src/report/job-log.ts';
import { forLine } from '../../src/report/safe.ts';
import { summarizeRefusal } from '../../src/report/summary.ts';
import { describeVerdict } from '../../src/report/words.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { ScenarioError } from '../../src/scenario/text.ts';
import { judge, out } from '../support/rules.ts';
import { summaryOf } from '../support/summary.ts';

/** With every character that HTML, Markdown, JSON or a shell gives a meaning. */
const SECRETS = [
  'hunter2-hunter2',
  `p@$$w0rd*_\`|~[x](y)<b>&amp;"quoted"'it's'\\#!.`,
  `two words & 'more' of <them> | here`,
  'x'.repeat(700),
];

/**
 * As the runner masks: the value, and the value as JSON and as XML spell it, each where it stands whole, line by line
 * (actions/runner 2.336.0, src/Runner.Common/HostContext.cs, src/Sdk/DTLogging/Logging/).
 */
function mask(text: string, secret: string): string {
  const xml = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
  const spellings = [secret, JSON.stringify(secret).slice(1, -1), xml];
  return text
    .split('\n')
    .map((line) => spellings.reduce((rest, spelling) => rest.replaceAll(spelling, '***'), line))
    .join('\n');
}

/** Nothing of the secret is left, neither its beginning nor its end. */
function expectHidden(text: string, secret: string): void {
  const masked = mask(text, secret);
  for (const piece of [secret.slice(0, 6), secret.slice(-6)]) {
    expect(masked).not.toContain(piece);
    expect(masked).not.toContain(JSON.stringify(piece).slice(1, -1));
  }
}

/** A guest that prints the secret in all places of which something is quoted, at every distance from a line's start. */
function verdictOn(secret: string, before: string) {
  const scenario = {
    version: 1,
    platform: 'emulated',
    name: 'a boot',
    guest: { kernel: 'k', initrd: 'i' },
    steps: [{ expect: `${before}never ${secret}` }],
    forbid: [secret],
  };
  const { rules } = parseScenario('inputs', JSON.stringify(scenario), '/').scenario;
  const printed = [out(1000, `first\n${before}${secret} after\n${before}${secret}\n`)];
  const { verdict, events } = judge(rules, printed);
  return { verdict, events: [...printed, ...events] };
}

describe.each(SECRETS)('%s', (secret) => {
  test.each([0, 1, 200, 290, 299, 990, 1990, 3000])('behind %i characters', (length) => {
    const { verdict, events } = verdictOn(secret, '.'.repeat(length));
    expect(verdict.verdict).toBe('failed');
    const summary = summaryOf({ name: 'a boot', platform: 'emulated' }, verdict);
    expectHidden(summary, secret);
    expectHidden(describeVerdict('a boot', verdict).map(forLine).join('\n'), secret);
    expectHidden(forLine(verdict.reason), secret);
    const lines: string[] = [];
    const log = new JobLog(
      {
        startGroup: (name) => lines.push(name),
        endGroup: () => undefined,
        info: (text) => lines.push(forLine(text)),
      },
      { steps: [], timeoutMs: 1 },
    );
    for (const event of events) log.on(event);
    log.close();
    expectHidden(lines.join('\n'), secret);
  });

  test('in a value of a scenario that is refused', () => {
    const text = JSON.stringify({ version: 1, timeout: secret, vmm: secret, [secret]: 1 });
    let message = '';
    try {
      parseScenario('inputs', text, '/');
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      message = error.problems.map((problem) => problem.message).join('\n');
    }
    expect(message).not.toBe('');
    expectHidden(message, secret);
    expectHidden(summarizeRefusal('a boot', message.split('\n')), secret);
  });
});

test('a summary stays below the size at which the runner drops it', () => {
  const line = '<'.repeat(1000);
  const { verdict } = verdictOn('x', '');
  const findings = Array.from({ length: 1000 }, () => ({ ...verdict.findings[0], title: line }));
  const steps = Array.from({ length: 1000 }, () => ({ ...verdict.steps[0], text: line }));
  const lastLines = Array.from({ length: 1000 }, () => line);
  const big = { ...verdict, findings, steps, lastLines } as typeof verdict;
  const summary = summaryOf({ name: 'a boot', platform: 'emulated' }, big);
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('1 more part of this: see result.json and report.html.');
});
