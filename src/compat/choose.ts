/** `vmm: auto`: the VMM that the table says boots this scenario on this host, or the reason why none does. */

import { HostError } from '../errors.ts';
import { VMMS, type VmmName } from '../scenario/words.ts';
import { type Assessment, assess, isAgainst } from './assess.ts';
import type { Combination, VmmFacts } from './combination.ts';

export interface Choice {
  readonly combination: Combination;
  readonly assessment: Assessment;
}

/** What is known of the VMMs that are installed; undefined where nobody looked. */
export type Installed = ReadonlyMap<VmmName, VmmFacts> | undefined;

/**
 * Every VMM that may boot this, the best first: one that is installed before one that is not, then one that works
 * before one of which nothing is known. Without a Trust Domain `auto` is QEMU, which boots everything that needs none.
 * Nothing that is not a Trust Domain ever takes the place of one.
 * @returns never an empty list
 * @throws HostError code `combination-refused` when every VMM that may be chosen is known not to boot this
 */
export function possibleChoices(
  wanted: 'auto' | VmmName,
  wish: Omit<Combination, 'vmm'>,
  installed: Installed = undefined,
): readonly [Choice, ...Choice[]] {
  const choices = candidates(wanted, wish.platform).map((name): Choice => {
    const combination = { ...wish, vmm: installed?.get(name) ?? { name } };
    return { combination, assessment: assess(combination) };
  });
  const rank = ({ combination, assessment }: Choice): number =>
    (installed?.has(combination.vmm.name) === true ? 0 : 2) + (assessment.verdict === 'works' ? 0 : 1);
  const [best, ...others] = choices
    .filter(({ assessment }) => !isAgainst(assessment.verdict))
    .sort((a, b) => rank(a) - rank(b));
  if (best === undefined) throw refusal(choices);
  return [best, ...others];
}

function candidates(wanted: 'auto' | VmmName, platform: Combination['platform']): readonly VmmName[] {
  if (wanted !== 'auto') return [wanted];
  return platform === 'tdx' ? VMMS : ['qemu'];
}

function refusal(choices: readonly Choice[]): HostError {
  const reasons = choices.flatMap(({ combination, assessment }) =>
    assessment.decisive === undefined ? [] : [{ name: combination.vmm.name, row: assessment.decisive }],
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
