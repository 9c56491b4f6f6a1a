/** Predicts the registers of one boot, and names wrong values that would explain a mismatch. */

import { computeMrtd, hashedBytes, MRTD_VARIANTS, type MrtdMethod, mrtdVariants } from './mrtd.ts';
import type { Register, Rtmr } from './names.ts';
import { type BootInputs, mrtdRows, type RtmrRow, rtmrRows } from './possible-values.ts';
import { isPredicted, type PredictedEvent, type Unpredictable } from './prediction.ts';
import { unlessDamaged } from './reader.ts';
import type { Sha384 } from './registers.ts';

export interface RegisterPrediction {
  /** Each of these values is right. */
  readonly values: readonly PredictedValue[];
  /** Wrong values that tell what went wrong. */
  readonly suspects: readonly Suspect[];
}

interface PredictedValue {
  readonly value: Sha384;
  /** The programs that measure this value. */
  readonly by: readonly string[];
  /** The events that extend an RTMR; empty for MRTD. */
  readonly events: readonly PredictedEvent[];
}

interface Suspect {
  readonly value: Sha384;
  /** As in "the guest shows the MRTD …". */
  readonly text: string;
}

export type Predictions = Partial<Readonly<Record<Register, RegisterPrediction>>>;

/** The most bytes that are hashed to find suspects: a second. More sections have no suspects. */
const MOST_HASHED = 0x2800_0000n;
/** The largest section that is measured to find a suspect, in bytes. */
const MOST_MEASURED = 0x100_0000n;

/**
 * Predicts the registers of one boot: what it hashes for one RTMR it keeps for the others.
 * @returns a function that gives a register's prediction, or the reason where the register cannot be known before the
 * boot, or depends on an unknown value; it throws DataError when a file is damaged or does not fit
 */
export function registerPredictor(
  known: BootInputs,
): (register: Register) => RegisterPrediction | Unpredictable {
  let rows: readonly RtmrRow[] | undefined;
  return (register) => {
    if (register === 'mrtd') return predictMrtd(known);
    rows ??= rtmrRows(known);
    return predictRtmr(register, rows);
  };
}

function predictRtmr(register: Rtmr, rows: readonly RtmrRow[]): RegisterPrediction | Unpredictable {
  const values = new Map<Sha384, { by: string[]; events: readonly PredictedEvent[] }>();
  const own = rows.filter((row) => row.register === register);
  for (const { value, by, events } of own) {
    if (!isPredicted(value)) return own.some((row) => isPredicted(row.value)) ? only(by, value) : value;
    const same = values.get(value);
    if (same === undefined) values.set(value, { by: [by], events });
    else same.by.push(by);
  }
  return { values: [...values].map(([value, rest]) => ({ value, ...rest })), suspects: [] };
}

/** The others of these programs measure a value that is known, so the reader has to know which one does not. */
function only(by: string, { reason }: Unpredictable): Unpredictable {
  return { reason: `for ${by}: ${reason}; say which edk2 it was built from (events)` };
}

/** MRTD is one hash: which section differs is found by measuring the image with each of them otherwise. */
function predictMrtd(known: BootInputs): RegisterPrediction | Unpredictable {
  const { image, metadata, vmm, order } = known;
  const [variant] = mrtdVariants(known);
  if (variant === undefined) return { reason: `${vmm} does not measure ${order}` };
  const values = mrtdRows(known).map(({ value, by }) => ({ value, by: [by], events: [] }));
  const measure = (sections: typeof metadata.sections, rules: MrtdMethod, text: string): Suspect[] =>
    unlessDamaged(
      () => [{ value: computeMrtd(image, { ...metadata, sections }, rules), text }],
      () => [],
    );
  const { sections } = metadata;
  const cost = BigInt(2 * sections.length) * (hashedBytes(image, metadata, variant.method) + MOST_MEASURED);
  const otherwise = (cost > MOST_HASHED ? [] : sections).flatMap((section) => {
    const { index, name, memorySize, extend } = section;
    const what = `section ${index} (${name})`;
    const changed = `of this image with ${what} ${extend ? 'added and not measured' : 'measured, too'}`;
    const flipped = { ...section, extend: !extend, attributes: section.attributes ^ 1 };
    return [
      ...measure(sections.toSpliced(index, 1), variant.method, `of this image without ${what}`),
      ...(memorySize > MOST_MEASURED ? [] : measure(sections.with(index, flipped), variant.method, changed)),
    ];
  });
  const others = MRTD_VARIANTS.flatMap(({ reader, method: rules, programs }) =>
    measure(sections, rules, `of this image as ${reader} measures it, ${rules.order}: ${programs}`),
  );
  const right = values.map(({ value }) => value);
  return { values, suspects: [...others, ...otherwise].filter(({ value }) => !right.includes(value)) };
}
