/** `vmm: auto`: the VMM that the table says boots this scenario on this host, or the reason why none does. */

import { HostError } from '../words/errors.ts';
import { VMMS, type VmmName } from '../words/words.ts';
import { type Assessment, assess, isAgainst } from './assess.ts';
import type { Combination, VmmInfo } from './combination.ts';

export interface Choice {
  readonly combination: Combination;
  readonly assessment: Assessment;
}

/**
 * Every program that may boot this, the best first: one that works before one of which nothing is known, and one that
 * this machine has or can build before one that it has not. Without a Trust Domain `auto` is QEMU, which boots
 * everything that needs none. Nothing that is not a Trust Domain ever takes the place of one.
 * @param programs those that this machine has or can build, the preferred first; absent where nobody looked
 * @returns never an empty list
 * @throws HostError code `combination-refused` when every program that may be chosen is known not to boot this
 */
export function possibleChoices(
  wanted: 'auto' | VmmName,
  wish: Omit<Combination, 'vmm'>,
  programs: readonly VmmInfo[] = [],
): readonly [Choice, ...Choice[]] {
  const names = candidates(wanted, wish.platform);
  const had = programs.filter(({ name }) => names.includes(name));
  const others = names.filter((name) => !had.some((program) => program.name === name));
  // Sorting keeps this order among equals.
  const choices = [...had, ...others.map((name) => ({ name }))].map((vmm): Choice => {
    const combination = { ...wish, vmm };
    return { combination, assessment: assess(combination) };
  });
  const rank = ({ assessment }: Choice): number => (assessment.verdict === 'works' ? 0 : 1);
  const [best, ...rest] = choices
    .filter(({ assessment }) => !isAgainst(assessment.verdict))
    .sort((a, b) => rank(a) - rank(b));
  if (best === undefined) throw refusal(choices);
  return [best, ...rest];
}

function candidates(wanted: 'auto' | VmmName, platform: Combination['platform']): readonly VmmName[] {
  if (wanted !== 'auto') return [wanted];
  return platform === 'tdx' ? VMMS : ['qemu'];
}

function refusal(choices: readonly Choice[]): HostError {
  const reasons = choices.flatMap(({ combination: { vmm }, assessment }) =>
    assessment.decisive === undefined
      ? []
      : [{ name: [vmm.name, vmm.version ?? ''].join(' ').trim(), row: assessment.decisive }],
  );
  // A reason that holds for every VMM is said once.
  const [first] = reasons;
  const same = reasons.every(({ row }) => row === first?.row);
  const said =
    first === undefined || same
      ? (first?.row.reason ?? 'no VMM can boot this')
      : reasons.map(({ name, row }) => `with ${name}, ${row.reason}`).join('; ');
  const advice = [...new Set(reasons.flatMap(({ row }) => row.advice ?? []))].join(' Or: ');
  return new HostError(
    'combination-refused',
    `this cannot boot: ${said}`,
    advice === '' ? {} : { hint: advice },
  );
}
