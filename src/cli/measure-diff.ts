/** `tdx-boot measure diff`: what differs between two firmwares, two event logs or two files of golden values. */

import { createHash } from 'node:crypto';
import { inFile } from '../process/bounded-file.ts';
import { compareImages, type Image } from '../tdx/compare-images.ts';
import { compareLogs } from '../tdx/compare-logs.ts';
import type { Difference } from '../tdx/difference.ts';
import type { EventLog } from '../tdx/event-log.ts';
import { findEvidence } from '../tdx/evidence.ts';
import { isText } from '../tdx/input-text.ts';
import { parseMetadata } from '../tdx/metadata.ts';
import { possibleMrtds } from '../tdx/possible-values.ts';
import { UsageError } from '../words/errors.ts';
import { MIB } from '../words/units.ts';
import { EXIT, type Streams } from './context.ts';
import { readInput } from './files.ts';
import { changes, type Golden, parseGolden } from './golden.ts';
import { table } from './table.ts';

type Side =
  | { readonly kind: 'firmware'; readonly value: Image; readonly sha256: string }
  | { readonly kind: 'event log'; readonly value: EventLog }
  | { readonly kind: 'golden values'; readonly value: Golden };

/** `tdx-boot measure diff`. Exits 1 when there is a difference. */
export function diff(before: string, after: string, { json }: { json?: true }, { out }: Streams): number {
  const [a, b] = [sideOf(before), sideOf(after)];
  const differences = inFile(after, () => compare(a, b, before, after));
  if (json === true) out.json({ kind: a.kind, differences });
  else out.lines(describe(a.kind, differences, out.columns));
  return differences.length === 0 ? EXIT.passed : EXIT.failed;
}

/** What a file is, is told by its content. */
function sideOf(file: string): Side {
  const bytes = readInput(file, 'the file to compare');
  return inFile(file, (): Side => {
    requireShortText(bytes);
    const { log } = findEvidence(bytes);
    if (log !== undefined) return { kind: 'event log', value: log };
    if (isText(bytes)) return { kind: 'golden values', value: parseGolden(bytes.toString('utf8'), file) };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { kind: 'firmware', value: { image: bytes, metadata: parseMetadata(bytes) }, sha256 };
  });
}

/** Text is an event log or golden values: only a firmware is longer. */
const LONGEST_TEXT = 8 * MIB;

function requireShortText(bytes: Uint8Array): void {
  if (bytes.length <= LONGEST_TEXT || !isText(bytes)) return;
  throw new UsageError('too-large', `${bytes.length} bytes of text; at most ${LONGEST_TEXT} are read`, {
    hint: 'Give the event log or the golden values alone.',
  });
}

function compare(a: Side, b: Side, before: string, after: string): Difference[] {
  if (a.kind === 'firmware' && b.kind === 'firmware') {
    return a.sha256 === b.sha256 ? [] : [...compareImages(a.value, b.value), ...mrtd(a.value, b.value)];
  }
  if (a.kind === 'event log' && b.kind === 'event log') return compareLogs(a.value.events, b.value.events);
  if (a.kind === 'golden values' && b.kind === 'golden values') return golden(a.value, b.value);
  throw new UsageError('different-kinds', `${before} is of ${a.kind} and ${after} of ${b.kind}`, {
    hint: 'Give two firmwares, two event logs, or two files of golden values.',
  });
}

/** MRTD as today's VMMs measure it. */
function mrtd(a: Image, b: Image): Difference[] {
  const of = ({ image, metadata }: Image): string =>
    possibleMrtds({ image, metadata, vmm: 'qemu', order: 'interleaved' })[0]?.value ?? 'none';
  const [before, after] = [of(a), of(b)];
  return before === after ? [] : [{ part: 'mrtd', kind: 'changed', text: `${before} → ${after}` }];
}

function golden(a: Golden, b: Golden): Difference[] {
  return changes(a, b).map(({ register, by, golden: was, now }) => ({
    part: register,
    kind: was === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
    text: `${by}: ${[was, now].filter((value) => value !== undefined).join(' → ')}`,
  }));
}

function describe(kind: Side['kind'], differences: readonly Difference[], columns?: number): string[] {
  if (differences.length === 0) return [`no difference (${kind})`];
  const rows = differences.map(({ part, kind: change, text }) => [part, change, text]);
  return [...table(rows, columns), `${differences.length} differences (${kind})`];
}
