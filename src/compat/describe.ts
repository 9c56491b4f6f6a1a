/** Says in words what a combination is, and what the table knows of it. */

import { counted } from '../words/units.ts';
import { isTrustDomain } from '../words/words.ts';
import type { Assessment, OpenRow } from './assess.ts';
import type { Choice } from './choose.ts';
import type { Combination, CompatVerdict, Row } from './combination.ts';

interface Words {
  /** How a boot ends, as in "it is not known whether this …". */
  readonly ends: string;
  /** The beginning of a line that says what a row knows. */
  readonly row: string;
  /** The verdict on a whole combination. */
  readonly whole: string;
}

const WORDS: Readonly<Record<CompatVerdict, Words>> = {
  works: { ends: 'works', row: 'works', whole: 'this is known to work' },
  'not-offered': { ends: 'is offered', row: 'not offered', whole: 'the VMM does not offer this' },
  refused: { ends: 'is refused', row: 'refused', whole: 'this is known to be refused' },
  'hangs-silently': {
    ends: 'hangs silently',
    row: 'hangs silently',
    whole: 'this is known to hang silently',
  },
  crashes: { ends: 'crashes', row: 'crashes', whole: 'this is known to crash' },
  'does-not-build': { ends: 'can be built', row: 'does not build', whole: 'this cannot be built' },
  unknown: { ends: 'boots', row: 'may not boot', whole: 'nobody has said whether this Trust Domain boots' },
};

/** `qemu 10.2.0, tdvf edk2-stable202511, disk, KVM interface upstream, 2 CPUs`. */
function describeCombination({ vmm, firmware, payload, platform, host, cpus }: Combination): string {
  const image =
    firmware === 'none'
      ? 'no firmware'
      : [firmware.kind ?? firmware.shows ?? 'unknown firmware', firmware.release ?? ''].join(' ').trim();
  return [
    platform,
    [vmm.name, vmm.version ?? ''].join(' ').trim(),
    image,
    payload,
    ...(isTrustDomain(platform) ? [`KVM interface ${host ?? 'unknown'}`] : []),
    counted(cpus, 'CPU'),
  ].join(', ');
}

/** Every line that `explain` prints: the verdict, the rows that hold, and those that may hold. */
export function describeChoice({ combination, assessment }: Choice): string[] {
  const { rows, open } = assessment;
  return [
    `${describeCombination(combination)}: ${describeVerdict(combination, assessment)}`,
    ...rows.map((row) => `${WORDS[row.verdict].row}: ${describeRow(row)}`),
    ...open.map(({ row, unknown }) => `possible, as ${list(unknown)} not known: ${describeRow(row)}`),
  ];
}

/** An ordinary VM needs no row in the table to boot. */
function describeVerdict({ platform }: Combination, { verdict, decisive, open }: Assessment): string {
  if (verdict !== 'unknown') return WORDS[verdict].whole;
  if (decisive?.verdict === 'unknown') return 'this may not boot';
  if (decisive !== undefined && open.length > 0)
    return 'this works, unless one of the possible reasons below holds';
  if (!isTrustDomain(platform)) return 'an ordinary VM, and nothing known speaks against it';
  return open.length > 0 ? 'this boots only if none of the reasons below holds' : WORDS.unknown.whole;
}

/** Tells the reader why a Trust Domain may fail before it is tried; undefined where nothing speaks against it. */
export function notice({ verdict, decisive, open }: Assessment): string | undefined {
  if (verdict === 'works') return undefined;
  const [risk] = open;
  const row = decisive?.verdict === 'unknown' ? decisive : risk?.row;
  if (row === undefined) return 'nothing is known of this combination of VMM, firmware, payload and host';
  const doubt =
    row === risk?.row ? `it is not known whether this ${WORDS[row.verdict].ends}` : 'this may not boot';
  return [`${doubt}: ${row.reason}.`, ...(row.advice === undefined ? [] : [row.advice])].join(' ');
}

/** Why this combination may print nothing at all; undefined where no row says so. */
export function silenceToExpect({ rows, open }: Assessment): string | undefined {
  return [...rows, ...open.map(({ row }: OpenRow) => row)].find(({ verdict }) => verdict === 'hangs-silently')
    ?.reason;
}

/** `a, b and c are`, `a is`. */
function list(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? `${last} is` : `${things.slice(0, -1).join(', ')} and ${last} are`;
}

function describeRow({ reason, certainty, reference }: Row): string {
  return `${reason} (${certainty}: ${reference})`;
}
