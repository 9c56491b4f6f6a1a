/** What the compatibility table says of one combination. */

import type { Combination, CompatVerdict, Conditions, Row } from './combination.ts';
import { ROWS } from './table.ts';
import { isRelease, isWithin, type VersionRange } from './version.ts';

export interface Assessment {
  /** `unknown` where no row holds, and where a row that cannot be ruled out speaks against it. */
  readonly verdict: CompatVerdict;
  /** The row that decided; absent where none holds. */
  readonly decisive?: Row;
  /** Every row that holds, the decisive one first. */
  readonly rows: readonly Row[];
  /** Rows against the combination that hold if what is not known here is as they say. */
  readonly open: readonly Row[];
}

/** From the one that ends a boot first to the one that lets it go on. */
const ORDER: readonly CompatVerdict[] = [
  'does-not-build',
  'refused',
  'crashes',
  'hangs-silently',
  'unknown',
  'works',
];

/** The worst row that certainly holds decides; a combination works when one says so and none may say otherwise. */
export function assess(combination: Combination, table: readonly Row[] = ROWS): Assessment {
  const judged = table.map((row) => ({ row, holds: holdsFor(row.when, combination) }));
  const rows = judged
    .filter(({ holds }) => holds === true)
    .map(({ row }) => row)
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const open = judged
    .filter(({ row, holds }) => holds === undefined && isAgainst(row.verdict))
    .map(({ row }) => row);
  const [decisive] = rows;
  if (decisive === undefined) return { verdict: 'unknown', rows, open };
  const verdict = decisive.verdict === 'works' && open.length > 0 ? 'unknown' : decisive.verdict;
  return { verdict, decisive, rows, open };
}

/** Whether a boot must not be tried: its end is known. */
export function isAgainst(verdict: CompatVerdict): boolean {
  return verdict !== 'works' && verdict !== 'unknown';
}

/** Undefined where something that the row asks for is not known, and nothing else rules it out. */
function holdsFor(when: Conditions, combination: Combination): boolean | undefined {
  const { platform, vmm, payload, host, cpus, guestKernel } = combination;
  const firmware = combination.firmware === 'none' ? undefined : combination.firmware;
  const version = vmm.version;
  const answers = [
    when.platforms.includes(platform),
    asks(when.vmm, vmm.name, (name) => name === vmm.name),
    asks(when.vmmVersion, version, (range, known) => isWithin(known, range)),
    asks(when.vmmReleased, version, (released, known) => isRelease(known) === released),
    asks(when.vmmTdx, vmm.tdx, (wanted, known) => wanted === known),
    firmware === undefined
      ? when.firmware === undefined
      : asks(when.firmware, firmware.kind, (kinds, known) => kinds.includes(known)),
    asks<VersionRange, string>(when.firmwareRelease, firmware?.release, (range, known) =>
      isWithin(known, range),
    ),
    asks(when.payload, payload, (payloads, known) => payloads.includes(known)),
    asks(when.host, host, (hosts, known) => hosts.includes(known)),
    asks(when.cpus, cpus, (least, known) => known >= least),
    asks(when.guestKernel, guestKernel, (range, known) => isWithin(known, range)),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** A condition that is not set is met; one about something that is not known has no answer. */
function asks<Condition, Fact>(
  condition: Condition | undefined,
  fact: Fact | undefined,
  meets: (condition: Condition, fact: Fact) => boolean,
): boolean | undefined {
  if (condition === undefined) return true;
  return fact === undefined ? undefined : meets(condition, fact);
}
