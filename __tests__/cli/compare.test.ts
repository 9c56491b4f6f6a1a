/** `compare` of recordings, results, suites and histories: what it reads, what it says, how it exits. */

import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.ts';
import { History } from '../../src/report/history.ts';
import { historyRun as ofResult } from '../../src/report/history-run.ts';
import { readResult } from '../../src/report/results.ts';
import { comparisonSchema } from '../../src/suite/comparison.ts';
import { type HistoryRun, historyRunSchema } from '../../src/suite/history-run.ts';
import { FAILED, historyRun, MRTD } from '../support/history-runs.ts';
import { recordRun } from '../support/recordings.ts';
import { exit, out } from '../support/rules.ts';
import { type Ran, runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('compare');

const compare = (...argv: string[]): Promise<Ran> => runHere('compare', ...argv);

const SCENARIO = `name: a login
platform: kvm
guest: {kernel: bzImage, initrd: initrd}
steps: [{expect: "login:"}]
`;
const BANNER = out(10, 'Linux version 6.12.0\n');
const record = async (base: string, ...events: Parameters<typeof recordRun>[1]['events']): Promise<string> =>
  (await recordRun(join(dir, base), { scenario: SCENARIO, events })).directory;

const good = await record('good', BANNER, out(40, 'login: '));
const later = await record('later', BANNER, out(50, 'login: '));
const bad = await record('bad', BANNER, out(30, 'Kernel panic - not syncing: No init found.\n'), exit(40));
const run = ofResult(await readResult(good));
const history = join(dir, 'history.jsonl');
for (let day = 10; day < 20; day++) {
  new History(history).add({ ...run, start: `2026-11-${day}T00:00:00.000Z`, time: 1000 + day });
}

test('a result that its recording does not bear out is not taken', async () => {
  const edited = join(dir, 'edited');
  cpSync(bad, edited, { recursive: true });
  const file = join(edited, 'result.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"verdict": "failed"', '"verdict": "passed"'));
  for (const side of [edited, file]) expect((await compare(history, side)).code).toBe(1);
});

describe('takes', () => {
  test.each([
    ['recordings', good, later],
    ['a directory with a recording below', join(dir, 'good'), later],
    ['a result.json', join(good, 'result.json'), later],
    ['a history', history, good],
  ])('%s', async (_, before, after) => {
    const { code, out: said } = await compare(before, after);
    expect([code, said]).toEqual([0, expect.stringContaining('a login (kvm)')]);
  });

  test('the newest runs of a history', async () => {
    expect((await compare(history, good, '--last', '3')).out).toContain('3 of 3 passed; now 1 of 1 passed');
  });
});

test('a boot that fails now: what stopped it, and exit code 1', async () => {
  const { code, out: said } = await compare(history, bad);
  expect(code).toBe(1);
  expect(said).toContain('verdict broken: 10 of 10 passed; now 1 of 1 failed');
  expect(said).toMatch(/now: stopped in kernel: Kernel panic.*\[linux-panic/);
  expect(said).toMatch(/new finding: Kernel panic/);
  expect(said).toContain('failed: worse than before: a login (verdict)');
});

test('a scenario of a suite that has no result now: nothing is known of it, and the exit code says so', async () => {
  const suite = join(dir, 'good');
  const entry = { file: 'a.yml', flaky: false, attempts: [] };
  const scenarios = [
    {
      ...entry,
      ...{ name: 'a login', verdict: 'passed' },
      attempts: [{ verdict: 'passed', reason: '', time: 40, results: basename(good) }],
    },
    { ...entry, name: 'late', verdict: 'not-run' },
  ];
  const result = { version: 1, suite: 's', verdict: 'errored', strict: false, complete: false, scenarios };
  writeFileSync(join(suite, 'suite.json'), JSON.stringify(result));
  const { code, out: said, error } = await compare(history, suite);
  rmSync(join(suite, 'suite.json'));
  expect(error).toContain(`${suite}: no result of late: its suite was ended before it, or goes on`);
  expect(said).toContain('errored: a run has no result, or cannot be read: it may be worse');
  expect(code).toBe(125);
});

test('a line of the new history that cannot be read may be the run that failed', async () => {
  const cut = join(dir, 'cut.jsonl');
  new History(cut).add({ ...run, start: '2026-11-21T00:00:00.000Z' });
  const failed = JSON.stringify({ ...run, verdict: 'failed', start: '2026-11-22T00:00:00.000Z' });
  appendFileSync(cut, failed.slice(0, -9));
  const { code, error } = await compare(history, cut);
  expect([code, error]).toEqual([125, expect.stringMatching(/cut\.jsonl:2: the line is cut or no JSON/)]);
  expect((await compare(cut, later)).code).toBe(0);
  // Of the scenario, two runs come later; of another one of the file, one.
  const add = (more: Partial<HistoryRun>): void => new History(cut).add({ ...run, ...more });
  add({ start: '2026-11-22T00:00:00.000Z' });
  add({ start: '2026-11-22T00:00:00.000Z', scenario: 'other' });
  add({ start: '2026-11-23T00:00:00.000Z' });
  const advice = 'remove the line, or compare only runs that came later: --last 1.';
  expect(await compare(history, cut)).toMatchObject({ code: 125, error: expect.stringContaining(advice) });
  expect(await compare(history, cut, '--last', '2')).toMatchObject({ code: 125 });
  const past = await compare(history, cut, '--last', '1');
  expect(past).toMatchObject({
    code: 0,
    error: expect.stringMatching(/cut\.jsonl:2: the line is cut[^\n]*\n$/),
  });
});

test('the first night: the history has the runs of this night alone, which is neither a pass nor a failure', async () => {
  const begun = join(dir, 'begun.jsonl');
  new History(begun).add(run);
  const { code, out: said } = await compare(begun, good);
  expect([code, said]).toEqual([0, 'only now: a login\nnothing is compared yet: there is no earlier run\n']);
  const { verdict, fresh } = JSON.parse((await compare(begun, good, '--format', 'json')).out);
  expect([verdict, fresh]).toEqual([null, ['a login']]);

  // The run that was cut may be of this night, too: it is told, and no scenario is missing.
  const cut = join(dir, 'begun-cut.jsonl');
  new History(cut).add(run);
  appendFileSync(cut, '{"cut');
  expect(await compare(begun, cut)).toMatchObject({
    code: 125,
    out: expect.stringContaining('errored: a run'),
  });
});

test.each([
  ['a directory', good, good],
  ['a directory and a file in it', join(dir, 'good'), join(good, 'result.json')],
  ['a history', history, history],
])('the same runs on both sides are a mistake: %s', async (_, before, after) => {
  const { code, error } = await compare(before, after);
  expect([code, error]).toEqual([2, expect.stringContaining(`all runs of ${before} are in ${after}, too`)]);
  expect(error).toContain('Name as OLD what an earlier run left');
});

test('a pair of runs shows no difference of times, and that is said', async () => {
  const { out: said } = await compare(good, later);
  expect(said.match(/too few runs$/gm)).toHaveLength(1);
  expect(said).toMatch(/whole boot .* too few runs/);
  expect(said).toMatch(/it takes 6 on each side \(compare --runs 6\)/);
});

test('a change of time within the margin passes, one beyond it fails', async () => {
  const times = (name: string, ms: number): string => {
    const file = join(dir, `${name}.jsonl`);
    for (let index = 0; index < 10; index++) new History(file).add(historyRun({ time: ms + index }));
    return file;
  };
  const [quick, slow] = [times('quick', 1000), times('slow', 1100)];
  const { code, out: shown } = await compare(quick, slow);
  expect(code).toBe(1);
  expect(shown).toMatch(
    /whole boot +1\.0 s +1\.1 s +\+10 %, \+100 ms +\+9\.\d % to \+10\.?\d? % +\+10 % +10, 10 +slower\n/,
  );
  expect((await compare(quick, times('quick-again', 1001))).out).toMatch(
    /whole boot .* no difference can be seen\n/,
  );
  expect((await compare(quick, slow, '--margin', '15%')).code).toBe(0);
  const { out: said } = await compare(quick, slow, '--format', 'json');
  expect(JSON.parse(said)).toMatchObject({
    version: 1,
    verdict: 'failed',
    scenarios: [{ regressions: ['time'], times: [{ what: 'whole boot', verdict: 'slower' }] }],
  });
});

test.each([
  [72, ['median', 'before', 'after', 'change']],
  [90, ['median', 'before', 'after', 'change', '95 % interval']],
  [120, ['median', 'before', 'after', 'change', '95 % interval', 'quartile', 'runs']],
])('a terminal of %s columns: its times have room', async (columns, head) => {
  let text = '';
  const out = { columns, write: (more: string | Uint8Array) => (text += more) };
  await main(['compare', join(dir, 'quick.jsonl'), join(dir, 'quick-again.jsonl')], { out, error: out });
  const rows = text.split('\n').filter((line) => /median|whole boot/.test(line));
  expect(rows).toHaveLength(2);
  expect(rows[0]?.trim().split(/ {2,}/)).toEqual(head);
  expect(rows[1]).toMatch(/no difference can be seen$/);
  expect(Math.max(...rows.map(({ length }) => length))).toBeLessThanOrEqual(columns);
});

test('the JSON is what its schema says, also of a phase that took no time before', async () => {
  const side = (name: string, ms: number): string => {
    const file = join(dir, `${name}.jsonl`);
    const phases = [{ phase: 'firmware', duration: ms } as const];
    const rtmr = { registers: { mrtd: MRTD, rtmr0: `${ms}`.padStart(96, '0') } };
    const told = { ...FAILED, findings: [{ id: 'x', title: `at ${ms}`, severity: 'error' } as const] };
    for (let index = 0; index < 10; index++) new History(file).add(historyRun({ phases, ...rtmr }));
    new History(file).add(historyRun(ms === 0 ? {} : told));
    new History(file).add(historyRun({ scenario: name }));
    return file;
  };
  const { out: said } = await compare(side('instant', 0), side('slow-firmware', 500), '--format', 'json');
  const compared = comparisonSchema.parse(JSON.parse(said));
  expect(compared.scenarios[0]?.times).toContainEqual({
    what: 'firmware',
    runs: [10, 10],
    ...{ before: 0, after: 500, difference: 500, change: null, interval: [null, null] },
    median: { before: 0, after: 500, difference: 500, change: null, interval: [null, null] },
    p: expect.any(Number),
    verdict: 'slower',
  });
  expect(compared).toMatchObject({ gone: ['instant'], fresh: ['slow-firmware'], verdict: 'failed' });
});

test('Markdown: what is worse comes first and open, the rest is folded', async () => {
  const [before, after] = ['nights', 'night'].map((name) => join(dir, `${name}.jsonl`));
  for (const scenario of ['calm', 'broken']) {
    new History(before ?? '').add({ ...run, scenario });
    const verdict = scenario === 'calm' ? 'passed' : 'failed';
    new History(after ?? '').add({ ...run, scenario, verdict, start: '2026-11-28T00:00:00.000Z' });
  }
  const { out: said } = await compare(before ?? '', after ?? '', '--format', 'markdown');
  expect(said.match(/<h4>.*|<summary>.*/g)).toEqual([
    '<h4><code>broken (kvm)</code></h4>',
    '<summary><code>calm (kvm)</code>: as before</summary>',
  ]);
});

test('Markdown: text of a guest has no effect', async () => {
  const evil = join(dir, 'evil.jsonl');
  const title = 'panic <script>alert(1)</script> @everyone';
  new History(evil).add(historyRun({ ...FAILED, cause: { id: 'x', title, phase: 'kernel' } }));
  new History(join(dir, 'tame.jsonl')).add(historyRun());
  const { out: said } = await compare(join(dir, 'tame.jsonl'), evil, '--format', 'markdown');
  expect(said).toContain('&lt;script&gt;');
  expect(said).not.toContain('<script>');
});

test('what a host spoilt is no pass', async () => {
  const spoilt = join(dir, 'spoilt.jsonl');
  new History(spoilt).add({ ...run, start: '2026-11-27T00:00:00.000Z', verdict: 'errored' });
  const { code, out: said } = await compare(good, spoilt);
  expect([code, said]).toEqual([125, expect.stringContaining('errored: the host spoilt every run')]);
});

test('the line of a result is a run of the history', () => {
  expect(historyRunSchema.parse(run)).toMatchObject({
    scenario: 'a login',
    platform: 'kvm',
    start: expect.any(String),
    job: { repository: 'acme/guest' },
    sources: { kernel: '51'.repeat(32), vmm: 'qemu 10.1.0', cmdline: 'console=hvc0 quiet' },
    registers: { mrtd: 'ab'.repeat(48) },
  });
});

describe('bad input', () => {
  const torn = join(dir, 'torn.jsonl');
  writeFileSync(torn, `${JSON.stringify(run)}\n{"version":1,"scen`);
  mkdirSync(join(dir, 'empty'));

  test.each([
    ['no such file', [join(dir, 'none'), good], 'none: no such file or directory'],
    ['a directory with nothing', [join(dir, 'empty'), good], 'is no recording of a run'],
    ['a margin without its unit', [good, good, '--margin', '0.05'], 'margin "0.05" is none'],
    ['nothing in common', [join(dir, 'two.jsonl'), good], 'have no scenario in common'],
    ['settings of a scenario without boots', [good, good, '--set', 'guest.cpus=2'], 'is for --runs'],
    ['no scenario to boot', [join(dir, 'none.yml'), good, '--runs', '2'], 'cannot read the scenario'],
  ])('%s', async (_, argv, message) => {
    for (const scenario of ['x', 'y']) new History(join(dir, 'two.jsonl')).add(historyRun({ scenario }));
    const results = join(dir, 'results');
    const where = argv.includes('--runs') ? ['--results', results] : [];
    const { code, error } = await compare(...argv, ...where);
    expect([code, error]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync(results)).toBe(false);
  });

  test('half of a line is told, and the rest compared', async () => {
    const { code, error } = await compare(torn, good);
    expect([code, error]).toEqual([0, expect.stringContaining('torn.jsonl:2: the line is cut')]);
  });
});
