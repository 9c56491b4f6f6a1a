/** Registers of which no value can be predicted. */

import { REGISTERS } from '../../../src/tdx/names.ts';
import { KERNEL, type Limit, TD_SHIM, TDVF } from './limit.ts';

export const MEASUREMENT: readonly Limit[] = [
  [
    'predictions of a disk: MRTD and RTMR3',
    { ...TDVF, expected: REGISTERS },
    'unpredictable-measurement rtmr0',
    'unpredictable-measurement rtmr1',
    'unpredictable-measurement rtmr2',
  ],
  [
    'predictions of a disk with a program on it, and the variables of an earlier boot: all',
    {
      ...TDVF,
      vmm: 'qemu',
      disks: [{ cmdlines: [] }],
      measuring: { efiVariables: '/vars' },
      expected: REGISTERS,
    },
  ],
  [
    'predictions of td-shim and a kernel: not RTMR0',
    { ...TD_SHIM, kernel: KERNEL, expected: REGISTERS },
    'unpredictable-measurement rtmr0',
  ],
  [
    'predictions of a payload in the image: not RTMR1',
    { firmware: { kind: 'td-shim-executable' }, kernel: KERNEL, expected: ['rtmr1', 'rtmr2'] },
    'unpredictable-measurement rtmr1',
  ],
  [
    'predictions of TDVF, a kernel and QEMU: all',
    { ...TDVF, kernel: KERNEL, vmm: 'qemu', expected: REGISTERS },
  ],
  [
    'the replay of a disk whose command line asks no probe for the log',
    {
      ...TDVF,
      disks: [{ cmdlines: [{ file: 'a.conf', text: 'console=hvc0 root=/dev/vda2' }] }],
      replayed: ['rtmr1', 'rtmr2'],
    },
    'replay-without-log rtmr1',
  ],
  [
    'the replay of a disk whose command line does',
    {
      ...TDVF,
      disks: [{ cmdlines: [{ file: 'a.conf', text: 'console=hvc0 tdx-boot.probe=ccel' }] }],
      replayed: ['rtmr1'],
    },
  ],
  ['the replay of a disk of which nothing is known', { ...TDVF, disks: [undefined], replayed: ['rtmr1'] }],
  [
    'the replay of a kernel with an initrd of the user',
    { ...TDVF, kernel: KERNEL, vmm: 'qemu', replayed: ['rtmr1'] },
    'replay-without-log rtmr1',
  ],
  ['predictions of an image of which nothing is known', { firmware: {}, expected: REGISTERS }],
];
