/** What the compatibility table says of a scenario before its host is known: each row at the value that it concerns. */

import { type Assessment, assess, isAgainst } from '../compat/assess.ts';
import { candidates } from '../compat/choose.ts';
import type { Row, ScenarioPart, VmmInfo } from '../compat/combination.ts';
import type { HostAbi } from '../compat/host-abi.ts';
import { versionOfRef } from '../compat/version.ts';
import type { Where } from '../scenario/scenario.ts';
import { playedHost } from '../scenario/td.ts';
import type { Path } from '../scenario/tree.ts';
import { given } from '../words/given.ts';
import type { VmmName } from '../words/words.ts';
import type { Hit, LintSeverity, LintSubject } from './rule.ts';

/** A row as a lint message. */
interface RowHit extends Hit {
  readonly row: Row;
  readonly severity: LintSeverity;
}

/**
 * Gives errors where none of the VMMs that the scenario allows can boot it on any host, and warnings where none can on a
 * host of Linux 6.16 or later. A row that depends on something unknown gives no message.
 */
export function tableHits(subject: LintSubject): RowHit[] {
  const anywhere = assessments(subject, playedHost(subject.scenario));
  const errors = obstacles(anywhere).flatMap((obstacle) => hits(subject, obstacle, 'error', ''));
  if (errors.length > 0 || subject.scenario.platform !== 'tdx') return errors;
  const today = obstacles(assessments(subject, 'upstream'));
  return today.flatMap((obstacle) =>
    hits(subject, obstacle, 'warning', 'on a host of Linux 6.16 or later this cannot boot: '),
  );
}

/** The VMMs that may boot the scenario on some host. */
export function possibleVmms(subject: LintSubject): VmmName[] {
  return assessments(subject, playedHost(subject.scenario))
    .filter(({ assessment }) => !isAgainst(assessment.verdict))
    .map(({ vmm }) => vmm.name);
}

interface Assessed {
  readonly vmm: VmmInfo;
  readonly assessment: Assessment;
}

interface Obstacle {
  readonly row: Row;
  /** The VMM with which the row holds; absent where it holds with all of them. */
  readonly vmm: VmmName | undefined;
}

function assessments({ scenario, demand }: LintSubject, host: HostAbi | undefined): Assessed[] {
  const { vmm, platform, vmmRef } = scenario;
  return candidates(vmm, platform).map((name) => {
    const info = { name, ...(name === 'cloud-hypervisor' ? given({ version: versionOfRef(vmmRef) }) : {}) };
    return { vmm: info, assessment: assess({ ...demand, host, vmm: info }) };
  });
}

/** Every row against the scenario, once; empty as long as one VMM may boot the scenario. */
function obstacles(assessed: readonly Assessed[]): Obstacle[] {
  if (assessed.some(({ assessment }) => !isAgainst(assessment.verdict))) return [];
  const against = assessed.map(({ vmm, assessment }) => ({
    vmm: vmm.name,
    rows: assessment.rows.filter(({ verdict }) => isAgainst(verdict)),
  }));
  const isCommon = (row: Row): boolean => against.every(({ rows }) => rows.includes(row));
  const common = (against[0]?.rows ?? []).filter(isCommon);
  const own = against.flatMap(({ vmm, rows }) =>
    rows.filter((row) => !isCommon(row)).map((row) => ({ row, vmm: against.length > 1 ? vmm : undefined })),
  );
  // Where a row holds with every VMM, such rows are enough: another VMM would not help.
  return common.length > 0 ? common.map((row) => ({ row, vmm: undefined })) : own;
}

function hits(
  subject: LintSubject,
  { row, vmm }: Obstacle,
  severity: LintSeverity,
  prefix: string,
): RowHit[] {
  const message = `${prefix}${vmm === undefined ? '' : `with ${vmm}, `}${row.reason}`;
  const hint = row.advice ?? '';
  return placesOf(row.about, subject).map((at) => ({ row, severity, at, message, hint }));
}

/** The places in the scenario of what a row is about. */
function placesOf(about: ScenarioPart, { scenario }: LintSubject): readonly (Path | Where)[] {
  const { guest, firmware, rules } = scenario;
  switch (about) {
    case 'platform':
    case 'vmm':
    case 'firmware':
    case 'vmm-args':
      return [[about]];
    case 'pins': {
      const saysPins = firmware !== undefined && 'request' in firmware && firmware.request.pins !== undefined;
      return [[saysPins ? 'pins' : 'firmware']];
    }
    case 'guest':
      return [['guest']];
    case 'initrd':
      // A scenario that names only a kernel boots the probe guest as its initrd.
      return [['guest', guest.initrd === 'probe' ? 'kernel' : 'initrd']];
    case 'disk':
      return [['guest', 'disks']];
    case 'bus':
      return guest.disks.flatMap(({ bus }, index) =>
        bus === 'virtio' ? [] : [['guest', 'disks', index, 'bus']],
      );
    case 'typing':
      return rules.steps.flatMap((step) => (step.kind === 'send' ? [step.where] : [])).slice(0, 1);
    default:
      return [['guest', about]];
  }
}
