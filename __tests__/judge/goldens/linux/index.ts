/** Real lines of Linux, topic by topic as in the catalog. */

import type { Golden } from '../golden.ts';
import { ARCHITECTURES } from './architectures.ts';
import { BUGS } from './bugs.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { LOCKDEP } from './lockdep.ts';
import { LOCKUPS } from './lockups.ts';
import { PANICS } from './panics.ts';
import { RESOURCES } from './resources.ts';
import { SANITIZERS } from './sanitizers.ts';
import { TDX } from './tdx.ts';

export const LINUX: readonly Golden[] = [
  ...BUGS,
  ...EXCEPTIONS,
  ...ARCHITECTURES,
  ...LOCKDEP,
  ...LOCKUPS,
  ...PANICS,
  ...RESOURCES,
  ...SANITIZERS,
  ...TDX,
];
