/** Golden values: the measurement of a firmware, in a file with which later builds are compared. */

import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import { REGISTERS } from '../tdx/names.ts';
import type { PossibleValue } from '../tdx/possible-values.ts';
import { messageOf, UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';

/** A firmware and its values. */
export interface Measured {
  /** SHA-256 of the image. */
  readonly sha256: string;
  /** The source of the image, where a manifest beside the image names it. */
  readonly source?: string | undefined;
  readonly expected: readonly PossibleValue[];
}

/** One value that changed. A side on which the value is not computed is absent. */
export interface Change {
  readonly register: string;
  readonly by: string;
  readonly golden?: string;
  readonly now?: string;
}

/** A firmware has a few dozen. */
const MOST_VALUES = 1000;

const SCHEMA = z.strictObject({
  version: z.literal(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  source: z.string().optional(),
  values: z
    .array(
      z.strictObject({
        register: z.enum(REGISTERS),
        by: z.string(),
        value: z.string().regex(/^[0-9a-f]{96}$/),
      }),
    )
    // Two files without a value would be equal.
    .min(1)
    .max(MOST_VALUES),
});
export type Golden = z.infer<typeof SCHEMA>;

/** Only values are kept: a register that cannot be predicted has nothing to compare. */
export function makeGolden({ sha256, source, expected }: Measured): Golden {
  const values = expected.flatMap(({ register, value, by }) =>
    value === undefined ? [] : by.map((who) => ({ register, by: who, value })),
  );
  return { version: 1, sha256, ...given({ source }), values };
}

/** @throws UsageError code `no-file` when it cannot be written */
export function writeGolden(file: string, golden: Golden): void {
  try {
    writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`);
  } catch (error) {
    throw new UsageError('no-file', `cannot write the golden values: ${messageOf(error, file)}`, {
      where: file,
      hint: 'Name another file with --write FILE.',
    });
  }
}

/** @throws UsageError code `bad-golden` */
export function parseGolden(text: string, file: string): Golden {
  const hint = 'Write the file again with --write, and look at what changed before you keep it.';
  try {
    return SCHEMA.parse(JSON.parse(text));
  } catch (error) {
    throw new UsageError('bad-golden', 'this is not a file of golden values', {
      where: file,
      hint,
      cause: error,
    });
  }
}

/** Every value that changed, or that only one side has. */
export function changes(golden: Golden, now: Golden): Change[] {
  const key = ({ register, by }: Golden['values'][number]): string => `${register} ${by}`;
  const current = new Map(now.values.map((entry) => [key(entry), entry.value]));
  const known = new Set(golden.values.map(key));
  const changed = golden.values.flatMap((entry): Change[] => {
    const { register, by, value } = entry;
    const found = current.get(key(entry));
    if (found === value) return [];
    return [{ register, by, golden: value, ...given({ now: found }) }];
  });
  const added = now.values.filter((entry) => !known.has(key(entry)));
  return [...changed, ...added.map(({ register, by, value }) => ({ register, by, now: value }))];
}

/** What a change means depends on whether the source changed, too. */
export function verdictOn(golden: Golden, now: Golden): string {
  if (golden.sha256 === now.sha256) return 'the image is the same: other options, or another tdx-boot';
  if (golden.source === undefined || now.source === undefined) return 'the image has changed';
  if (golden.source === now.source)
    return `FINDING: the source is the same (${now.source}), but the measurement changed`;
  return `the source changed from ${golden.source} to ${now.source}`;
}
