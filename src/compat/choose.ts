/** `vmm: auto`: the VMM that the table says boots this scenario on this host, or the reason why none does. */

import { HostError } from '../words/errors.ts';
import { type Platform, VMMS, type VmmName } from '../words/words.ts';
import { type Assessment, assess, isAgainst } from './assess.ts';
import type { Combination, Demand, VmmInfo } from './combination.ts';
import type { HostAbi } from './host-abi.ts';

export interface Choice {
  readonly combination: Combination;
  readonly assessment: Assessment;
}

/**
 * Every program that may boot this, the best first: known to work before unknown, and on the host or buildable before
 * missing. A Trust Domain is never replaced by an ordinary VM.
 * @param programs those that the host has or can build, the preferred first; absent where nobody looked
 * @returns never an empty list
 * @throws HostError code `combination-refused` when every program that may be chosen is known not to boot this
 */
export function possibleChoices(
  vmm: 'auto' | VmmName,
  demand: Demand,
  host?: HostAbi,
  programs: readonly VmmInfo[] = [],
): readonly [Choice, ...Choice[]] {
  const names = candidates(vmm, demand.platform);
  const had = programs.filter(({ name }) => names.includes(name));
  const others = names.filter((name) => !had.some((program) => program.name === name));
  // Sorting keeps the order of programs that are equally good.
  const choices = [...had, ...others.map((name) => ({ name }))].map((program) =>
    assessChoice(demand, host, program),
  );
  const rank = ({ assessment }: Choice): number => (assessment.verdict === 'works' ? 0 : 1);
  const [best, ...rest] = choices
    .filter(({ assessment }) => !isAgainst(assessment.verdict))
    .sort((a, b) => rank(a) - rank(b));
  if (best === undefined) throw refusal(choices);
  return [best, ...rest];
}

/** What the table says of this program on this host. */
export function assessChoice(demand: Demand, host: HostAbi | undefined, vmm: VmmInfo): Choice {
  const combination = { ...demand, host, vmm };
  return { combination, assessment: assess(combination) };
}

/** The VMMs that `vmm:` allows. Without a Trust Domain QEMU boots everything, so `auto` is QEMU. */
export function candidates(vmm: 'auto' | VmmName, platform: Platform): readonly VmmName[] {
  if (vmm !== 'auto') return [vmm];
  return platform === 'tdx' ? VMMS : ['qemu'];
}

/** Why none of these choices can boot, as an error: code `combination-refused`, with the advice of the table. */
export function refusal(choices: readonly Choice[]): HostError {
  const reasons = choices.flatMap(({ combination: { vmm }, assessment }) =>
    assessment.decisive === undefined
      ? []
      : [{ name: [vmm.name, vmm.version ?? ''].join(' ').trim(), row: assessment.decisive }],
  );
  // A reason that holds for every VMM is given once.
  const [first] = reasons;
  const same = reasons.every(({ row }) => row === first?.row);
  const said =
    first === undefined || same
      ? (first?.row.reason ?? 'no VMM can boot this')
      : reasons.map(({ name, row }) => `with ${name}, ${row.reason}`).join('; ');
  const advice = [...new Set(reasons.flatMap(({ row }) => row.advice ?? []))].join(' Or: ');
  return new HostError('combination-refused', `this cannot boot: ${said}`, {
    hint: advice || undefined,
    lasting: true,
  });
}
