/** A row that speaks only of a line right behind another one: the shell of an init that gave up, and shells that were asked for. */

import { expect, test } from '@jest/globals';
import { out, outcome, outs, rules } from '../support/rules.ts';

const FAILED = 'failed: The init gave up and started a shell';

test.each<[string, string, string]>([
  ['a sentence of failure', 'Cannot find the root disk.\nDropping to a shell.\n', FAILED],
  ['the same, marked', '[init] ERROR: could not mount root\n*** Dropping to shell\n', FAILED],
  ['the same, with CR LF', 'Root device not found\r\nfalling back to a rescue shell\r\n', FAILED],
  ['a line between', 'Cannot find the root disk.\nWell.\nDropping to a shell.\n', 'passed'],
  ['a complaint of a program', 'mount: debugfs: not found\nDropping to a shell.\n', 'passed'],
  ['a complaint of a shell', '/init: line 12: modprobe: not found\nDropping to a shell.\n', 'passed'],
  ['a message of the kernel', '[    3.2] sr0: cannot be read, failed\nDropping to a shell.\n', 'passed'],
  ['a shell that is started anyway', 'Failed to load the wallpaper\nStarting a shell\n', 'passed'],
  ['a shell that was asked for', '/bin/sh: 0: cannot access tty; job control turned off\n', 'passed'],
  ['no line before', 'Dropping to a shell.\n', 'passed'],
  ['the other order', 'Dropping to a shell.\nCannot find the root disk.\n', 'passed'],
])('%s', (_, lines, verdict) => {
  const asked = rules(['/ #'], { settleMs: 1000 });
  const text = `${lines}/ # `;
  expect([outcome(asked, [out(1, text)]), outcome(asked, outs(1, ...text))]).toEqual([verdict, verdict]);
});
