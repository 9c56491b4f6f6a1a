/** Findings of a built image, and the short form in which the tables of the tests write them. */

import { checkMetadata, type ImageProblem } from '../../src/tdx/check.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';

export function findingsOf(image: Uint8Array): ImageProblem[] {
  return checkMetadata(parseMetadata(image), image);
}

/** `rule#section`, or `rule` where the whole image is meant. */
export function ids(findings: readonly ImageProblem[]): string[] {
  return findings.map(({ rule, section }) => (section === undefined ? rule : `${rule}#${section}`));
}
