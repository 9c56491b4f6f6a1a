/** Prompts, groups and allowed failures that are too general. */

import { anyOrder, expects, forbids, sends, WHERE } from '../../support/rules.ts';
import { KERNEL, type Limit, TDVF } from './limit.ts';

export const STEP: readonly Limit[] = [
  ...['/ #', '# ', '$ ', '/[#$] /', '/./', '> '].map(
    (prompt) =>
      [
        `a prompt as general as ${prompt}`,
        { ...TDVF, steps: [expects(prompt)] },
        'generic-prompt scenario.yml',
      ] as const,
  ),
  ...['/# $/', '/^/ # /', 'root@td:~# ', 'login: ', '# tdx-boot probe: done', 'on / # from fstab'].map(
    (prompt) => [`a prompt such as ${prompt}`, { ...TDVF, steps: [expects(prompt)] }] as const,
  ),
  [
    'a general prompt in a group',
    { ...TDVF, steps: [anyOrder([expects('login: '), expects('# ')])] },
    'generic-prompt scenario.yml',
  ],
  [
    'the same text twice in a group, which one line meets',
    { ...TDVF, steps: [anyOrder([expects('link up'), expects('login: '), expects('link up')])] },
    'twice-in-any-order scenario.yml',
  ],
  [
    'the same text in a group, on two streams, and again in a step',
    {
      ...TDVF,
      steps: [
        anyOrder([expects('up', { stream: 'serial' }), expects('up', { stream: 'console' })]),
        expects('up'),
      ],
    },
  ],
  [
    'a list of forbidden texts in place of an extended one',
    { ...TDVF, unforbidden: [{ text: 'BAD', where: WHERE }] },
    'forbids-less forbid',
  ],
  ...['/./', '/.*:/', '/panic|lockup/'].map(
    (pattern) =>
      [
        `failures of several kinds, allowed by ${pattern}`,
        { ...TDVF, allow: [pattern] },
        'allows-any-failure allow.0.match',
      ] as const,
  ),
  ...['/soft lockup/', 'Kernel panic', '/BUG: .* in list_del/'].map(
    (pattern) => [`one failure, allowed by ${pattern}`, { ...TDVF, allow: [pattern] }] as const,
  ),
  [
    'a step that the command line meets',
    { ...TDVF, kernel: KERNEL, steps: [expects('hvc0')] },
    'text-in-cmdline scenario.yml',
  ],
  [
    'a forbidden text that the command line meets',
    { ...TDVF, kernel: KERNEL, forbid: [forbids('hvc0', 'serial')] },
    'text-in-cmdline scenario.yml',
  ],
  ['a step that its name meets', { ...TDVF, kernel: KERNEL, steps: [expects('Kernel command line')] }],
  [
    'the same words as an answer to what is sent',
    { ...TDVF, kernel: KERNEL, steps: [expects('login: '), sends('root\n'), expects('hvc0')] },
  ],
  [
    'a step in a group, and a forbidden text, of the TD monitor of a real Trust Domain',
    {
      ...TDVF,
      steps: [anyOrder([expects('up'), expects('TDCALL', { stream: 'td-module' })])],
      forbid: [forbids('violation', 'td-module'), forbids('oops', 'serial')],
    },
    'stream-not-there scenario.yml',
    'stream-not-there scenario.yml',
  ],
  [
    'the same of an emulated one',
    { ...TDVF, platform: 'tdx-emulated', forbid: [forbids('violation', 'td-module')] },
  ],
];
