/** The shape of a golden line. */

import type { LineOrigin } from '../../../src/judge/signature.ts';

export interface Golden {
  /** The signature that must be the first to match. */
  readonly id: string;
  readonly line: string;
  readonly title: string;
  /** Where the line was recorded, or the source of its format string. */
  readonly source: string;
  /** The line before, where the signature asks for one. */
  readonly before?: string;
  /** Absent: the guest's console. */
  readonly stream?: LineOrigin;
}

/** Recorded console logs with known crashes. */
export const SYZ = 'syzkaller pkg/report/testdata/linux/report';
export const DEBIAN = 'Debian 12, linux-image-6.1.0-56-cloud-amd64';
