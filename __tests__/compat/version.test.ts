/** Versions of VMMs, firmware and kernels in order. */

import { describe, expect, test } from '@jest/globals';
import { compareVersions, describeRange, isRelease, isWithin } from '../../src/compat/version.ts';

describe('order', () => {
  test.each([
    ['47.0', '48.0'],
    ['9.2.4', '10.1.0'],
    ['10.0.13', '10.1'],
    ['edk2-stable202211', 'edk2-stable202302'],
    ['edk2-stable202408', 'edk2-stable202408.01'],
    ['edk2-stable202408.01', 'edk2-stable202411'],
    ['v0.8.0', 'v0.8.1'],
    ['6.8.0-1004-intel', '6.16.0-rc1'],
    ['', '1'],
    ['no number', '0.1'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  test.each([
    ['v47.0', '47.0'],
    ['47.0', '47'],
    ['47.0-12-g0123abc', '47.0'],
    ['edk2-stable202211-242-g13b97736c8', 'edk2-stable202211'],
    ['10.1.0 (Debian 1:10.1.0+ds-5)', '10.1'],
  ])('%s is %s', (a, b) => expect(compareVersions(a, b)).toBe(0));
});

test.each([
  ['30.0', true],
  ['52.0', true],
  ['29.9', false],
  ['53.0', false],
])('%s is from 30.0 and before 53.0: %s', (version, within) => {
  expect(isWithin(version, { from: '30.0', before: '53.0' })).toBe(within);
});

test.each([
  ['52.0', true],
  ['10.1.0', true],
  ['52.0-23-g0123abc', false],
])('%s is a release: %s', (version, release) => expect(isRelease(version)).toBe(release));

test.each([
  [{}, 'any'],
  [{ from: '10.1' }, 'from 10.1'],
  [{ before: '53.0' }, 'before 53.0'],
  [{ from: '30.0', before: '53.0' }, 'from 30.0, before 53.0'],
])('%j reads "%s"', (range, text) => expect(describeRange(range)).toBe(text));
