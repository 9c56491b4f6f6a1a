/** The rows read like the documentation of GitHub's matrix, whose rules people know. */

import { describe, expect, test } from '@jest/globals';
import {
  type Combination,
  combinations,
  describeCombination,
  type MatrixValue,
} from '../../src/suite/matrix.ts';

interface Row {
  readonly says: string;
  readonly axes?: Readonly<Record<string, readonly MatrixValue[]>>;
  readonly include?: readonly Combination[];
  readonly exclude?: readonly Combination[];
  readonly gives: readonly string[];
}

const ROWS: readonly Row[] = [
  { says: 'nothing: one combination that sets nothing', gives: [''] },
  {
    says: 'each value with each, the last axis first',
    axes: { platform: ['emulated', 'kvm'], cpus: [1, 2] },
    gives: [
      'platform=emulated, cpus=1',
      'platform=emulated, cpus=2',
      'platform=kvm, cpus=1',
      'platform=kvm, cpus=2',
    ],
  },
  {
    says: 'exclude removes every combination with these values',
    axes: { platform: ['emulated', 'kvm'], cpus: [1, 2], memory: ['1G'] },
    exclude: [{ platform: 'kvm', cpus: 2 }, { memory: '2G' }],
    gives: [
      'platform=emulated, cpus=1, memory=1G',
      'platform=emulated, cpus=2, memory=1G',
      'platform=kvm, cpus=1, memory=1G',
    ],
  },
  {
    says: 'include without a value of an axis goes to all',
    axes: { cpus: [1, 2] },
    include: [{ memory: '1G' }],
    gives: ['cpus=1, memory=1G', 'cpus=2, memory=1G'],
  },
  {
    says: 'include with a value of an axis goes where that is',
    axes: { cpus: [1, 2] },
    include: [{ cpus: 2, memory: '4G' }],
    gives: ['cpus=1', 'cpus=2, memory=4G'],
  },
  {
    says: 'include with another value of an axis is a combination of its own, and takes nothing of others',
    axes: { cpus: [1], platform: ['kvm'] },
    include: [{ memory: '1G' }, { cpus: 16 }],
    gives: ['cpus=1, platform=kvm, memory=1G', 'cpus=16'],
  },
  {
    says: 'a later include changes what an earlier one added',
    axes: { cpus: [1, 2] },
    include: [{ memory: '1G' }, { cpus: 2, memory: '2G' }],
    gives: ['cpus=1, memory=1G', 'cpus=2, memory=2G'],
  },
  {
    says: 'include alone is the list of combinations',
    include: [{ cpus: 1 }, { cpus: 2, memory: '2G' }],
    gives: ['cpus=1', 'cpus=2, memory=2G'],
  },
  {
    says: 'what was excluded is included again',
    axes: { cpus: [1] },
    exclude: [{ cpus: 1 }],
    include: [{ cpus: 1, memory: '1G' }],
    gives: ['cpus=1, memory=1G'],
  },
  { says: 'everything may be excluded', axes: { cpus: [1] }, exclude: [{ cpus: 1 }], gives: [] },
  { says: '1 and "1" are two values', axes: { cpus: [1] }, exclude: [{ cpus: '1' }], gives: ['cpus=1'] },
];

describe('a matrix', () => {
  test.each(ROWS)('$says', ({ axes = {}, include = [], exclude = [], gives }) => {
    const made = combinations({ axes: new Map(Object.entries(axes)), include, exclude });
    expect(made.map(describeCombination)).toEqual(gives);
  });
});
