/** What the compatibility table says of one combination. */

import type {
  Combination,
  CompatVerdict,
  Conditions,
  FirmwareInfo,
  FirmwareKind,
  Row,
} from './combination.ts';
import { ROWS } from './table.ts';
import { isRelease, isWithin } from './version.ts';

export interface Assessment {
  /** `unknown` where no row holds, or where a row that may hold speaks against the combination. */
  readonly verdict: CompatVerdict;
  /** The row that decided; absent where none holds. */
  readonly decisive?: Row;
  /** Every row that holds, the decisive one first. */
  readonly rows: readonly Row[];
  /** Rows that speak against the combination and may hold: a value that they ask for is not known. */
  readonly open: readonly OpenRow[];
}

export interface OpenRow {
  readonly row: Row;
  /** The values that are not known, as in "… is not known". */
  readonly unknown: readonly string[];
}

/** Verdicts from the worst to the best: the earlier a boot ends, the worse. */
const ORDER: readonly CompatVerdict[] = [
  'does-not-build',
  'not-offered',
  'refused',
  'crashes',
  'hangs-silently',
  'unknown',
  'works',
];

/** The worst row that certainly holds decides. A combination works when one row says so and no other row may hold. */
export function assess(combination: Combination, table: readonly Row[] = ROWS): Assessment {
  const judged = table.map((row) => ({ row, unknown: unknownOf(row.when, combination) }));
  const rows = judged
    .filter(({ unknown }) => unknown?.length === 0)
    .map(({ row }) => row)
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const open = judged.flatMap(({ row, unknown = [] }) =>
    unknown.length > 0 && isAgainst(row.verdict) ? [{ row, unknown }] : [],
  );
  const [decisive] = rows;
  if (decisive === undefined) return { verdict: 'unknown', rows, open };
  const verdict = decisive.verdict === 'works' && open.length > 0 ? 'unknown' : decisive.verdict;
  return { verdict, decisive, rows, open };
}

/** Whether a boot must not be tried, because it is known to fail. */
export function isAgainst(verdict: CompatVerdict): boolean {
  return verdict !== 'works' && verdict !== 'unknown';
}

/** The unknown values that the row asks for; empty where the row holds, undefined where a condition is not met. */
function unknownOf(when: Conditions, combination: Combination): string[] | undefined {
  const { platform, vmm, payload, host, cpus, guestKernel, needs } = combination;
  const firmware = combination.firmware === 'none' ? { kind: 'none' as const } : combination.firmware;
  const { release, build, defines }: FirmwareInfo =
    combination.firmware === 'none' ? {} : combination.firmware;
  const answers: readonly (readonly [what: string, met: boolean | undefined])[] = [
    ['the platform', when.platforms.includes(platform)],
    ['the VMM', asks(when.vmm, vmm.name, (name) => name === vmm.name)],
    [
      `the version of ${vmm.name}`,
      asks(when.vmmVersion, vmm.version, (range, known) => isWithin(known, range)),
    ],
    [
      `the version of ${vmm.name}`,
      asks(when.vmmReleased, vmm.version, (released, known) => isRelease(known) === released),
    ],
    [`what ${vmm.name} was built with`, asks(when.vmmTdx, vmm.tdx, (wanted, known) => wanted === known)],
    ['the kind of firmware', isOfKind(when.firmware, firmware.kind)],
    [
      'the release of the firmware',
      firmware.kind === 'none'
        ? when.firmwareRelease === undefined
        : asks(when.firmwareRelease, release, (range, known) => isWithin(known, range)),
    ],
    ['how the firmware was built', asks(when.firmwareBuild, build, (wanted, known) => wanted === known)],
    [
      'what the firmware was built with',
      asks(when.firmwareDefine, defines ?? [], (wanted, known) => known.includes(wanted)),
    ],
    ['the payload', asks(when.payload, payload, (payloads, known) => payloads.includes(known))],
    ["the host's KVM interface", asks(when.host, host, (hosts, known) => hosts.includes(known))],
    ['the number of CPUs', asks(when.cpus, cpus, (least, known) => known >= least)],
    [
      "the guest kernel's release",
      asks(when.guestKernel, guestKernel, (range, known) => isWithin(known, range)),
    ],
    ['the needs', asks(when.needs, needs, (any, known) => any.some((need) => known.includes(need)))],
  ];
  if (answers.some(([, met]) => met === false)) return undefined;
  return [...new Set(answers.flatMap(([what, met]) => (met === undefined ? [what] : [])))];
}

/** What an image of no known kind certainly is not: td-shim for Linux is told by its metadata. */
const TOLD: Exclude<Conditions['firmware'], undefined> = ['none', 'td-shim'];

function isOfKind(
  kinds: Conditions['firmware'],
  kind: FirmwareKind | 'none' | undefined,
): boolean | undefined {
  if (kind === undefined && kinds?.every((each) => TOLD.includes(each)) === true) return false;
  return asks(kinds, kind, (wanted, known) => wanted.includes(known));
}

/** A condition that is not set is met. A condition about an unknown value has no answer. */
function asks<Condition, Known>(
  condition: Condition | undefined,
  known: Known | undefined,
  meets: (condition: Condition, known: Known) => boolean,
): boolean | undefined {
  if (condition === undefined) return true;
  return known === undefined ? undefined : meets(condition, known);
}
