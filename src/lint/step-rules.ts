/** Patterns that fit too much: steps that are met by text which says nothing of what they wait for, and failures that are allowed. */

import { COMMAND_LINE_OF } from '../judge/doubt.ts';
import type { Expect } from '../scenario/scenario.ts';
import { formatWhere } from '../scenario/text.ts';
import { quote } from '../words/quote.ts';
import { expectationsOf, type Hit, type LintRule, type StepSubject } from './rule.ts';

/** What shells and boot loaders print before they wait for input. */
const PROMPTS = ['#', '$', '%', '>', '~ #', '/ #', ':', '=>'];
/** Lines that are no prompts, with the characters of a prompt in them. A pattern that matches all of them asks for no word. */
const NO_PROMPTS: readonly ((prompt: string) => string)[] = [
  (prompt) => `on ${prompt} from fstab`,
  (prompt) => `see ${prompt} below`,
];

/** Failures that have nothing in common. */
const FAILURES = [
  'Kernel panic - not syncing: Fatal exception in interrupt',
  'BUG: KASAN: slab-use-after-free in list_del+0x10/0x20',
  'Out of memory: Killed process 101 (init)',
  'watchdog: soft lockup - CPU#0 stuck for 22s!',
] as const;

export const STEP_RULES: readonly LintRule<StepSubject>[] = [
  {
    id: 'generic-prompt',
    severity: 'warning',
    explanation: 'A prompt without a word in it also stands in lines that a booting guest prints.',
    reference: 'docs/scenario.md, How text is matched',
    find: ({ scenario: { rules } }) =>
      rules.steps.flatMap(expectationsOf).flatMap((expect): Hit | Hit[] => {
        const prompt = PROMPTS.find((text) => NO_PROMPTS.every((line) => matches(expect, line(text))));
        if (prompt === undefined) return [];
        const line = NO_PROMPTS[0]?.(prompt);
        return {
          at: expect.where,
          message: `${expect.pattern.shown} is so general that a line such as "${line}" meets it`,
          hint: 'Anchor it, such as /^[^ ]*# $/: "$" waits until the guest has paused there.',
        };
      }),
  },
  {
    id: 'text-in-cmdline',
    severity: 'warning',
    explanation: 'Linux prints its command line before it does anything that the command line asks for.',
    reference: 'Linux init/main.c, "Kernel command line: %s"',
    find: ({ scenario: { guest, rules } }) => {
      const { cmdline = '' } = guest ?? {};
      const first = rules.steps.findIndex(({ kind }) => kind === 'send');
      const early = first < 0 ? rules.steps : rules.steps.slice(0, first);
      const hits = (expects: readonly Pick<Expect, 'pattern' | 'where'>[], hint: string): Hit[] =>
        expects
          .filter((expect) =>
            COMMAND_LINE_OF.some(
              (prefix) => matches(expect, `${prefix}${cmdline}`) && !matches(expect, prefix),
            ),
          )
          .map(({ pattern, where }) => {
            const message = `${pattern.shown} is in guest.cmdline, which the kernel prints at its start`;
            return { at: where, message, hint };
          });
      return [
        ...hits(
          early.flatMap(expectationsOf),
          'Expect what the guest prints when it has done what the command line asks for.',
        ),
        ...hits(rules.forbid, 'That fails every run: forbid what the guest prints when it goes wrong.'),
      ];
    },
  },
  {
    id: 'twice-in-any-order',
    severity: 'error',
    explanation:
      'Members of an any-order group look at the same text: one line meets both of two that are the same.',
    reference: 'docs/scenario.md, Steps',
    find: ({ scenario: { rules } }) =>
      rules.steps.flatMap((step): Hit[] => {
        if (step.kind !== 'any-order') return [];
        const keyOf = ({ pattern, stream }: Expect): string => `${stream} ${pattern.shown}`;
        const keys = step.expects.map(keyOf);
        const again = step.expects.filter((expect, index) => keys.indexOf(keyOf(expect)) < index);
        return again.map(({ pattern, where }): Hit => {
          const message = `${pattern.shown} is expected twice in one any-order group, and one line meets both`;
          return {
            at: where,
            message,
            hint: 'Write two steps: each starts where the step before has ended.',
          };
        });
      }),
  },
  {
    id: 'forbids-less',
    severity: 'warning',
    explanation:
      'A list of a scenario replaces that of the file which it extends, also one of forbidden texts.',
    reference: 'docs/scenario.md, One scenario, many uses',
    find: ({ scenario: { unforbidden = [] } }) => {
      const [first, ...more] = unforbidden.map(({ text, where }) => `${quote(text)} (${formatWhere(where)})`);
      if (first === undefined) return [];
      const others = more.length === 0 ? '' : ` and ${more.length} more, such as ${more[0]}`;
      return {
        at: ['forbid'],
        message: `this list replaces that of an extended file, and no longer forbids ${first}${others}`,
        hint: 'Repeat what has to stay forbidden, or write "forbid: []" to forbid nothing.',
      };
    },
  },
  {
    id: 'allows-any-failure',
    severity: 'warning',
    explanation:
      'A pattern of `allow` that fits failures of several kinds turns a check off that nobody looks for.',
    reference: 'docs/scenario.md, What fails a run',
    find: ({ scenario: { rules } }) =>
      rules.allow.flatMap(({ pattern }, index): Hit | Hit[] => {
        const [first, second] = FAILURES.filter((line) => pattern.exec(line, 0) !== undefined);
        if (first === undefined || second === undefined) return [];
        return {
          at: ['allow', index, 'match'],
          message: `${pattern.shown} allows failures of several kinds, such as "${first}" and "${second}"`,
          hint: 'Quote the words of the one failure that is known.',
        };
      }),
  },
  {
    id: 'stream-not-there',
    severity: 'warning',
    explanation:
      'Only an emulated Trust Domain has a stream td-module: on another platform nothing is ever found there.',
    reference: 'docs/scenario.md, Streams',
    find: ({ scenario: { guest, platform, rules } }) => {
      if (guest === undefined || platform === 'tdx-emulated') return [];
      const places = [...rules.steps.flatMap(expectationsOf), ...rules.forbid];
      return places.flatMap(({ stream, where }): Hit[] => {
        if (stream !== 'td-module') return [];
        const message = `a guest on platform ${platform} has no stream td-module`;
        return [{ at: where, message, hint: 'Say "when: tdx-emulated" here, or name another stream.' }];
      });
    },
  },
];

function matches({ pattern }: Pick<Expect, 'pattern'>, line: string): boolean {
  return pattern.exec(line, 0) !== undefined;
}
