/** Commands without an agent: typed at a prompt, with an end that neither an echo nor a kernel message can hide or fake. */

import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { obstacleToTyping, typed } from '../../src/judge/console-command.ts';
import type { MachineEvent } from '../../src/judge/events.ts';
import type { Command, Step } from '../../src/scenario/scenario.ts';
import { agent, ended, expects, judge, out, rules, runs } from '../support/rules.ts';

const command = (...argv: string[]): Command => ({ argv, env: {} });

describe('what is typed', () => {
  const run = (what: Command): string =>
    execFileSync('sh', ['-s'], { input: typed('run-1', what), encoding: 'utf8', stdio: 'pipe' });

  test.each<[string, Command, string, number | 'cd']>([
    ['a program', command('echo', 'a  b', "it's", '$HOME', ''), "a  b it's $HOME \n", 0],
    ['a script of several lines', command('/bin/sh', '-c', 'echo one\nexit 3'), 'one\n', 3],
    ['output without a line end', command('printf', 'x'), 'x', 0],
    ['the environment', { argv: ['sh', '-c', 'echo "$A"'], env: { A: "b 'c" } }, "b 'c\n", 0],
    ['the working directory', { argv: ['pwd'], env: {}, directory: '/tmp' }, '/tmp\n', 0],
    ['no input', command('cat'), '', 0],
    ['a command that is not there', command('no-such-command'), '', 127],
    ['a directory that is not there', { argv: ['true'], env: {}, directory: '/no such' }, '', 'cd'],
  ])('gives a shell %s', (_, what, output, code) => {
    const end = `\ntdx-boot-run-1-end-${code}\n`;
    expect(run(what).replace(/^sh:.*\n/gm, '')).toBe(`\ntdx-boot-run-1-begin\n${output}${end}${end}`);
  });

  test('holds no marker itself, so that an echo is not taken for one', () => {
    expect(typed('run-1', command('true'))).not.toMatch(/tdx-boot-run-1/);
  });

  test.each<[string, string, RegExp | undefined]>([
    ['a script', 'a\nb', undefined],
    ['a tab', 'a\tb', /tabs/],
    ['an escape', 'a\u001bb', /control characters/],
    ['many short lines', 'x\n'.repeat(5000), undefined],
    ['a long line', 'x'.repeat(1001), /more than 1000 bytes/],
  ])('may be refused: %s', (_, script, expected) => {
    const obstacle = obstacleToTyping(command('sh', '-c', script));
    if (expected === undefined) expect(obstacle).toBeUndefined();
    else expect(obstacle).toMatch(expected);
  });
});

describe('a guest that shows a prompt', () => {
  const steps: Step[] = [expects('# ', { stream: 'serial' }), runs('t'), runs('u', {}, 2)];
  const prompt = out(1000, '/ # ', 'serial');
  const says = (time: number, text: string): MachineEvent => out(time, text, 'serial');
  const begin = (number: number): string => `\ntdx-boot-run-${number}-begin\n`;
  const end = (number: number, code: number | 'cd'): string =>
    `\ntdx-boot-run-${number}-end-${code}\n`.repeat(2);

  /** Verdict and reason, what was sent when, and the notices. */
  function told(events: MachineEvent[], all = steps): { verdict: string; did: string[]; notices: string[] } {
    const judged = judge(rules(all), [prompt, ...events]);
    const { verdict, reason } = judged.verdict;
    return {
      verdict: verdict === 'passed' ? verdict : `${verdict}: ${reason}`,
      did: judged.events.flatMap((event) =>
        event.type === 'send' || event.type === 'run' ? [`${event.time} ${event.type} ${event.stream}`] : [],
      ),
      notices: judged.events.flatMap((event) => (event.type === 'notice' ? [event.message] : [])),
    };
  }

  test('and has no agent after three seconds gets commands typed, which is said once', () => {
    const first = `${begin(1)}hello\n[    9.9] kernel\n${end(1, 0)}/ # `;
    expect(told([says(5000, first), says(6000, `${begin(2)}${end(2, 0)}`)])).toEqual({
      verdict: 'passed',
      did: ['4000 send serial', '5000 send serial'],
      notices: [
        expect.stringMatching(/^no agent answered in the guest: commands are typed at the prompt on serial/),
      ],
    });
  });

  test.each<[string, string, string]>([
    ['fails', `${begin(1)}${end(1, 4)}`, 'failed: step 2: "t" ended with exit code 4, not 0'],
    [
      'has no working directory, whatever exit codes are wanted',
      `${begin(1)}${end(1, 'cd')}`,
      'failed: step 2: "t" was not started: no working directory / (cd failed)',
    ],
    [
      'is not found',
      `${begin(1)}${end(1, 127)}`,
      'failed: step 2: a command of "t" was not found (exit code 127)',
    ],
    [
      'only echoes what is typed',
      `printf tdx-boot-''run-1-begin; s=$?; tdx-boot-''run-1-end-0\n`,
      'failed: step 2: no agent answered, and no shell on serial took "t", which was typed there, before the timeout of 5 min',
    ],
    [
      'has an end without a beginning',
      end(1, 0),
      'failed: step 2: no agent answered, and no shell on serial took "t", which was typed there, before the timeout of 5 min',
    ],
    [
      'prints the end of another',
      `${begin(1)}${end(2, 0)}`,
      'failed: step 2: "t" did not end before the timeout of 5 min',
    ],
    [
      'has one of its ends broken by the kernel',
      `${begin(1)}tdx-boot-run-[ 1.0] noise\n1-end-0\ntdx-boot-run-1-end-5\n`,
      'failed: step 2: "t" ended with exit code 5, not 0',
    ],
  ])('and a command that %s', (_, text, expected) => {
    expect(told([says(5000, text)]).verdict).toBe(expected);
  });

  test('and gives captures from the output', () => {
    const output = expects('/v(?<v>\\d+)/', { stream: 'run-1', capture: ['v'] });
    const all = [expects('# '), runs('t', { output })];
    const { verdict } = judge(rules(all), [prompt, says(5000, `v1\n${begin(1)}v2\n${end(1, 0)}`)]);
    expect(verdict).toMatchObject({ verdict: 'passed', captures: { v: '2' } });
  });

  test('and has an agent in time gets nothing typed', () => {
    const { verdict, did } = told([agent(3500), ended(5000, '0'), ended(6000, '0', 'exit', 2)]);
    expect([verdict, did]).toEqual(['passed', ['3500 run run-1', '5000 run run-2']]);
  });

  test('and goes on printing is waited for, since a boot goes on', () => {
    const { did } = told([says(2000, 'starting\n'), says(9000, '/ # ')]);
    expect(did).toEqual(['12000 send serial']);
  });

  test.each(['login: ', 'Password:'])(
    'and then asks for something else than a command, %s, is sent none',
    (asked) => {
      const { verdict, did } = told([says(1500, `\n${asked}`)]);
      expect(did).toEqual([]);
      expect(verdict).toBe('failed: step 2: no agent answered before the timeout of 5 min');
    },
  );

  test('is no prompt when the line is finished', () => {
    expect(told([says(1010, '\n')]).did).toEqual([]);
  });

  test('and a command that cannot be typed', () => {
    expect(told([], [expects('# '), runs('a\tb')]).verdict).toBe(
      'failed: step 2: no agent answered, and "a\tb" cannot be typed: it has tabs or control characters, which a shell would not take as text',
    );
  });
});
