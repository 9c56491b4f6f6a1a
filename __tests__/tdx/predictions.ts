/** What the tests of predictions give, and the predicted values in a form that they can compare. */

import { parseMetadata } from '../../src/tdx/metadata.ts';
import type { BootInputs, PossibleValue } from '../../src/tdx/possible-values.ts';
import { buildImage, type ImageSpec } from './image-builder.ts';

/** The firmware image of `spec`, its metadata, and what else is given of the boot. */
export function known(spec: ImageSpec, rest: Partial<BootInputs> = {}): BootInputs {
  const image = buildImage(spec);
  return { image, metadata: parseMetadata(image), ...rest };
}

/** Rows of one register, each as its value or reason, by whoever measures so. */
export function rows(
  expected: readonly PossibleValue[],
  register: string,
): Record<string, string | undefined> {
  const own = expected.filter((row) => row.register === register);
  return Object.fromEntries(own.flatMap(({ value, reason, by }) => by.map((who) => [who, value ?? reason])));
}
