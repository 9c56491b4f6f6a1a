/** A combination and what the table says of it, in words. */

import type { Assessment } from './assess.ts';
import type { Choice } from './choose.ts';
import type { Combination, CompatVerdict, Row } from './combination.ts';

const WORDS: Readonly<Record<CompatVerdict, string>> = {
  works: 'works',
  refused: 'is refused',
  'hangs-silently': 'hangs silently',
  crashes: 'crashes',
  'does-not-build': 'can be built',
  unknown: 'boots',
};

/** `qemu 10.2.0, tdvf edk2-stable202511, disk, KVM interface upstream, 2 CPUs`. */
export function describeCombination({ vmm, firmware, payload, platform, host, cpus }: Combination): string {
  const image =
    firmware === 'none'
      ? 'no firmware'
      : [firmware.kind ?? 'unknown firmware', firmware.release ?? ''].join(' ').trim();
  return [
    platform,
    [vmm.name, vmm.version ?? ''].join(' ').trim(),
    image,
    payload,
    ...(platform === 'tdx' ? [`KVM interface ${host ?? 'unknown'}`] : []),
    `${cpus} ${cpus === 1 ? 'CPU' : 'CPUs'}`,
  ].join(', ');
}

/** Every line that `explain` prints: the verdict, what holds, and what would hold on other machines. */
export function describeChoice({ combination, assessment }: Choice): string[] {
  const { verdict, rows, open } = assessment;
  return [
    `${describeCombination(combination)}: ${verdict}`,
    ...rows.map(describeRow),
    ...open.map((row) => `unless known otherwise: ${describeRow(row)}`),
  ];
}

/** What a reader must know before a boot that may fail; undefined where nothing speaks against it. */
export function notice({ verdict, decisive, open }: Assessment): string | undefined {
  if (verdict === 'works') return undefined;
  const [risk] = open;
  const row = decisive?.verdict === 'unknown' ? decisive : risk;
  if (row === undefined) return 'nothing is known of this combination of VMM, firmware, payload and host';
  const doubt = row === risk ? `it is not known whether this ${WORDS[row.verdict]}` : 'this may not boot';
  return [`${doubt}: ${row.reason}.`, ...(row.advice === undefined ? [] : [row.advice])].join(' ');
}

/** Why not one byte may come from this combination; undefined where nothing says so. */
export function silenceToExpect({ rows, open }: Assessment): string | undefined {
  return [...rows, ...open].find(({ verdict }) => verdict === 'hangs-silently')?.reason;
}

function describeRow({ verdict, reason, certainty, reference }: Row): string {
  return `${verdict}: ${reason} (${certainty}: ${reference})`;
}
