/** Which KVM interface a host has, by what it shows. */

import { describe, expect, test } from '@jest/globals';
import { hostAbi, type KvmInfo, usableAbi } from '../../src/compat/host-abi.ts';

const on = (kernelRelease: string, more: Partial<KvmInfo> = {}): KvmInfo => ({
  kernelRelease,
  tdxParameter: 'Y\n',
  sysfs: true,
  ...more,
});

describe('the interface', () => {
  test.each<[string, KvmInfo, ReturnType<typeof hostAbi>]>([
    ['Ubuntu 25.10', on('6.17.0-5-generic'), 'upstream'],
    ['the first release with it', on('6.16.0'), 'upstream'],
    ['Linux 7.0', on('7.0.0-14-generic'), 'upstream'],
    ['a backport that KVM itself vouches for', on('6.12.0-124.el10', { vmTypes: 0b10_0011 }), 'upstream'],
    ['a backport of which nobody knows', on('6.12.0-124.el10'), undefined],
    ['RHEL 9', on('5.14.0-570.el9'), undefined],
    ["Intel's tree of 2022", on('5.19.0-rc8'), 'intel-2022'],
    ["Canonical's kernel", on('6.8.0-1004-intel'), 'intel-canonical'],
    ['mainline before 6.16 has no such parameter', on('6.15.0', { tdxParameter: undefined }), 'none'],
    ['AMD, or no KVM at all', on('6.17.0', { tdxParameter: undefined }), 'none'],
    ['a container without sysfs', on('6.17.0', { tdxParameter: undefined, sysfs: false }), undefined],
    ['an unreadable release', on('unknown'), undefined],
  ])('%s', (_, facts, abi) => expect(hostAbi(facts)).toBe(abi));
});

describe('what a VMM finds', () => {
  test.each<[string, KvmInfo, ReturnType<typeof usableAbi>]>([
    ['switched on', on('6.17.0'), 'upstream'],
    ['switched on, as a number', on('6.17.0', { tdxParameter: '1' }), 'upstream'],
    ['switched off, or failed to start', on('6.17.0', { tdxParameter: 'N\n' }), 'none'],
    ['switched off in the tree of 2022', on('5.19.0', { tdxParameter: '0' }), 'none'],
    ['not known', on('6.17.0', { tdxParameter: undefined, sysfs: false }), undefined],
  ])('%s', (_, facts, abi) => expect(usableAbi(facts)).toBe(abi));
});
