/** A guest that repeats what we look for, for ever: the first of each kind are listed, the others counted. */

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { LISTED, LISTED_OF_A_KIND } from '../../src/judge/findings.ts';
import { LogReader } from '../../src/judge/log.ts';
import { QUOTED_CHARACTERS } from '../../src/judge/quote.ts';
import { JobLog } from '../../src/report/job-log.ts';
import { Printer } from '../../src/report/printer.ts';
import { makeResult, resultSchema } from '../../src/report/result.ts';
import { TerminalReporter } from '../../src/report/terminal.ts';
import { describeVerdict } from '../../src/report/words.ts';
import { endOfLog, expects, forbids, judge, out, rules } from '../support/rules.ts';
import { summaryOf } from '../support/summary.ts';

const WARNING = 'WARNING: CPU: 0 PID: 1 at mm/slub.c:1 x+0x1/0x2\n';
const SEGFAULT = 'a[1]: segfault at 0 ip 1 sp 2 error 4\n';
const BUG = 'BUG: unable to handle page fault for address: ffff\n';
const scenario = { name: 'flood', platform: 'emulated' } as const;

test('250,000 known lines are judged with a small heap, and their result is small', () => {
  const ended = judgeInSmallHeap(250_000);
  expect(ended).toEqual({ findings: LISTED_OF_A_KIND, counted: 250_000 - LISTED_OF_A_KIND, small: true });
}, 300_000);

describe('of what is found too often', () => {
  const { verdict, events } = judge(rules(['up'], { failOn: 'fatal' }), [
    out(1, WARNING.repeat(100)),
    out(2, 'up'),
  ]);
  const omitted = [
    {
      kind: 'signature',
      id: 'linux-warning',
      title: expect.stringContaining('WARNING'),
      count: 100 - LISTED_OF_A_KIND,
    },
  ];

  test('the first are listed, the others counted', () => {
    expect(verdict.findings.map(({ line }) => line)).toEqual(
      Array.from({ length: LISTED_OF_A_KIND }, (_, index) => index + 1),
    );
    expect(verdict.omitted).toEqual(omitted);
  });

  test('the first that is not listed is announced, once', () => {
    const notices = events.filter(({ type }) => type === 'notice');
    expect(notices).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(`found ${LISTED_OF_A_KIND} times, further`),
      }),
    ]);
  });

  test('the result, the last lines of the log and the summary say how many there were', () => {
    const result = makeResult(scenario, verdict, {});
    expect(resultSchema.parse(result)).toMatchObject({ omitted });
    expect(describeVerdict('flood', verdict).join('\n')).toContain('not listed: 80 more of');
    expect(summaryOf(scenario, verdict)).toContain('80 more of');
  });
});

test('of many kinds, 500 are listed, the others are counted, and what decides is listed', () => {
  const kinds = Array.from({ length: 60 }, (_, index) => `kind ${index}.`);
  const { verdict } = judge(
    rules(['up'], {
      forbid: [...kinds, 'deadly'].map((text) => forbids(text)),
      allow: [{ pattern: expects('kind').pattern, reason: 'known' }],
    }),
    [...kinds.map((text) => out(1, `${text}\n`.repeat(10))), out(2, 'deadly\n')],
  );
  expect(verdict.findings.length).toBe(LISTED + 1);
  expect(verdict.findings.at(-1)).toMatchObject({ text: 'deadly', outcome: 'failed' });
  expect(verdict.omitted.reduce((sum, { count }) => sum + count, 0)).toBe(600 - LISTED);
});

test.each([
  [
    'of its own kind',
    { allow: [{ pattern: expects('address: 1').pattern, reason: 'known' }] },
    BUG.replace('ffff', '1'),
    BUG,
  ],
  ['of another kind', { forbid: [forbids('never')] }, SEGFAULT, 'never\n'],
])('what decides is listed after a flood %s', (_, more, harmless, deadly) => {
  const { verdict } = judge(rules(['up'], more), [
    out(1, harmless.repeat(100)),
    out(2, deadly),
    out(3, 'up'),
  ]);
  expect(verdict).toMatchObject({ verdict: 'failed', cause: { text: deadly.trim() } });
  expect(verdict.findings).toContainEqual(expect.objectContaining({ text: deadly.trim() }));
});

describe('findings that read the same', () => {
  const loop = rules(['up'], { forbid: [forbids('oops')] });
  const { verdict, events } = judge(loop, [out(1, 'oops\n'.repeat(3)), out(2, 'up')]);
  const line = 'failed: forbidden: "oops" [console:1]';

  test.each([
    [
      'in a pipe',
      (write: (text: string) => boolean) => {
        const reporter = new TerminalReporter(new Printer({ write }), { name: 'flood', rules: loop });
        for (const event of events) reporter.on(event);
      },
    ],
    [
      "in a job's log",
      (write: (text: string) => boolean) => {
        const log = new JobLog(
          { startGroup: write, endGroup: () => undefined, info: (text) => write(`${text}\n`) },
          loop,
        );
        for (const event of events) log.on(event);
        write(describeVerdict('flood', verdict).join('\n'));
        log.close();
      },
    ],
  ])('%s are told once, and counted with the verdict', (_, show) => {
    let text = '';
    show((more) => {
      text += more;
      return true;
    });
    const told = text.split('\n').filter((each) => each.includes(line.slice(0, -1)));
    expect(told.map((each) => each.replace(/^\[.*?\]/, '').trim())).toEqual([
      line,
      `${line}, 3 times until console:3`,
    ]);
  });

  test('fill one line of the summary', () => {
    const warned = judge(rules(['up'], { failOn: 'fatal' }), [out(1, WARNING.repeat(3)), out(2, 'up')]);
    expect(summaryOf(scenario, warned.verdict).match(/WARNING in x/g)).toHaveLength(1);
    expect(summaryOf(scenario, warned.verdict)).toContain('3 times until console:3');
  });
});

test('each forbidden text is a kind of its own', () => {
  const { findings, omitted } = judge(rules(['x'], { forbid: [forbids('one'), forbids('two')] }), [
    out(1, 'one\ntwo\n'.repeat(50)),
    endOfLog(2),
  ]).verdict;
  expect(findings.filter(({ kind }) => kind === 'forbidden')).toHaveLength(2 * LISTED_OF_A_KIND);
  expect(omitted.map(({ title, count }) => [title, count])).toEqual([
    ['forbidden: "one"', 50 - LISTED_OF_A_KIND],
    ['forbidden: "two"', 50 - LISTED_OF_A_KIND],
  ]);
});

test('a line that is too long to be quoted is still allowed or met as a whole', () => {
  const long = `${BUG.trim()}${'x'.repeat(QUOTED_CHARACTERS)}`;
  const allow = [{ pattern: expects('/xy$/').pattern, reason: 'known' }];
  const { verdict } = judge(rules(['/y$/', 'z'], { allow }), [
    out(1, `${long}y\n`),
    out(2, `${long}\n`),
    out(3, 'z\n'),
  ]);
  expect(verdict.findings.map(({ allowed, text }) => [allowed, text])).toEqual([
    ['known', `(${long.length + 1} characters, too long to be shown here)`],
    [undefined, `(${long.length} characters, too long to be shown here)`],
  ]);
  expect(verdict.steps[0]).toMatchObject({
    state: 'met',
    seen: expect.stringContaining('too long to be shown'),
  });
});

test('a stream whose lines are all too long says so once', () => {
  const { events } = judge(rules(['up']), [out(1, 'x'.repeat(1_000_000)), out(2, '\nup')]);
  expect(events.filter(({ type }) => type === 'notice')).toHaveLength(1);
});

test('a log without a scenario counts the known lines that it does not list', () => {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(WARNING.repeat(2500)));
  const { sightings, omitted } = reader.end();
  expect(sightings.length + omitted).toBe(2500);
  expect(sightings.length).toBeLessThan(2500);
});

/** Judges so many known lines in a process with a heap of 64 MB, which dies when the heap does not suffice. */
function judgeInSmallHeap(lines: number): unknown {
  const src = (file: string): string => JSON.stringify(new URL(`../../src/${file}`, import.meta.url).href);
  const script = `
    import { Judge } from ${src('judge/judge.ts')};
    import { makeResult } from ${src('report/result.ts')};
    const judge = new Judge(${JSON.stringify(rules([], { stop: 'on-exit', failOn: 'fatal' }))});
    judge.start();
    const block = Buffer.from(${JSON.stringify(WARNING)}.repeat(1250));
    for (let time = 1; time <= ${lines} / 1250; time++) {
      judge.push({ type: 'output', time, stream: 'console', bytes: block });
    }
    judge.push({ type: 'vm', time: 1e5, state: 'shutdown', detail: '' });
    judge.push({ type: 'exit', time: 1e5, code: 0, signal: null });
    const { findings, omitted } = judge.verdict;
    const size = JSON.stringify(makeResult({ name: 'x', platform: 'kvm' }, judge.verdict, {})).length;
    const counted = omitted.reduce((sum, { count }) => sum + count, 0);
    process.stdout.write(JSON.stringify({ findings: findings.length, counted, small: size < 1e6 }));
  `;
  const node = ['--max-old-space-size=64', '--input-type=module', '--eval', script];
  const { stdout, stderr } = spawnSync(process.execPath, node, {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return stdout === '' ? stderr : JSON.parse(stdout);
}
