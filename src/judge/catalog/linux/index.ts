/** What Linux prints when something is wrong, specific rows before general ones. */

import type { Signature } from '../../signature.ts';
import { ARCHITECTURES } from './architectures.ts';
import { BUGS } from './bugs.ts';
import { DEVICES } from './devices.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { FILE_SYSTEMS } from './file-systems.ts';
import { INITRD } from './initrd.ts';
import { LOCKDEP } from './lockdep.ts';
import { LOCKUPS } from './lockups.ts';
import { NVIDIA } from './nvidia.ts';
import { PANICS } from './panics.ts';
import { RESOURCES } from './resources.ts';
import { SANITIZERS } from './sanitizers.ts';
import { TDX } from './tdx.ts';

export const LINUX: readonly Signature[] = [
  ...PANICS,
  ...TDX,
  ...SANITIZERS,
  ...EXCEPTIONS,
  ...ARCHITECTURES,
  ...LOCKUPS,
  ...LOCKDEP,
  ...BUGS,
  ...RESOURCES,
  ...DEVICES,
  ...INITRD,
  ...FILE_SYSTEMS,
  ...NVIDIA,
];
