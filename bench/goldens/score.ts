/** Marks the answers of a reader, and sorts what is wrong by the mechanism that has to be mended. */

import { type Answer, type Golden, isId } from './golden.ts';

/** What is counted; of those marked `bad` the yes answers are the misses. */
export const FIGURES = {
  found: { counts: 'failures that were found', bad: false },
  'false alarm': { counts: 'good logs that are called a known failure', bad: true },
  function: { counts: 'titles that name the function', bad: false },
  phase: { counts: 'phases', bad: false },
  cause: { counts: 'causes, where an id of ours is given', bad: false },
  outcome: { counts: 'outcomes', bad: false },
  'unknown but honest': { counts: 'failures that are called unknown', bad: false },
  'wrong and confident': { counts: 'known failures of which something is wrong', bad: true },
} as const;
export type Figure = keyof typeof FIGURES;

/** One yes or no about one log. */
export interface Mark {
  readonly figure: Figure;
  readonly yes: boolean;
  readonly name: string;
  readonly mechanism: string;
  readonly wanted: string;
  readonly got: string;
}

/** Which truth counts: a kernel's report in the log, or the outcome of the boot. */
export type Truth = 'crash' | 'outcome';

export function marksOf(golden: Golden, answer: Answer, truth: Truth): Mark[] {
  const { name, cause = '', functions, phase } = golden;
  const failed = truth === 'outcome' ? golden.outcome && golden.outcome === 'fail' : golden.crash;
  if (failed === undefined) return [];
  const said = answer.says === 'nothing' ? 'nothing wrong' : `[${answer.cause}] ${answer.title}`;
  const mark = (figure: Figure, yes: boolean, mechanism: string, wanted = cause, got = said): Mark => {
    return { figure, yes, name, mechanism, wanted, got };
  };
  const ours = answer.says === 'nothing' ? golden.mechanism : answer.cause;
  const marks = [mark('outcome', (answer.says !== 'nothing') === failed, ours)];
  if (failed) {
    marks.push(mark('found', answer.says !== 'nothing', golden.mechanism));
    marks.push(mark('unknown but honest', answer.says === 'unknown', golden.mechanism));
  } else marks.push(mark('false alarm', answer.says === 'known', ours));
  if (failed && functions.length > 0 && answer.says !== 'nothing') {
    marks.push(
      mark(
        'function',
        functions.some((one) => names(answer.title, one)),
        ours,
      ),
    );
  }
  if (phase !== undefined) marks.push(mark('phase', answer.phase === phase, phase, phase, answer.phase));
  if (failed && truth === 'outcome' && isId(cause)) marks.push(mark('cause', answer.cause === cause, ours));
  const wrong = marks.some(({ figure, yes }) => (figure === 'phase' || figure === 'cause') && !yes);
  const confident = answer.says === 'known' && (!failed || wrong);
  return [...marks, mark('wrong and confident', confident, ours)];
}

/** `[hits, all]` of a figure. */
export function count(marks: readonly Mark[], figure: Figure): readonly [number, number] {
  const mine = marks.filter((mark) => mark.figure === figure);
  return [mine.filter(({ yes }) => yes).length, mine.length];
}

/** The misses of a figure by mechanism, the largest group first. `unknown but honest` has none. */
export function misses(marks: readonly Mark[], figure: Figure): (readonly [string, readonly Mark[]])[] {
  const wrong = marks.filter((mark) => mark.figure === figure && mark.yes === FIGURES[figure].bad);
  const groups = new Map<string, Mark[]>();
  for (const mark of wrong) groups.set(mark.mechanism, [...(groups.get(mark.mechanism) ?? []), mark]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** Whether the title has the name, and not as part of a longer one. `sys_mount` and `mount` are one system call. */
function names(title: string, name: string): boolean {
  const bare = name.replace(/^(?:compat_)?(?:sys|SyS)_/, '');
  const at = title.indexOf(bare);
  return at >= 0 && !/\w/.test(title[at - 1] ?? '') && !/\w/.test(title[at + bare.length] ?? '');
}
