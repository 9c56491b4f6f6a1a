/** Rust symbols in the reports of a kernel are shown as paths. */

import { describe, expect, test } from '@jest/globals';
import { rustName, withRustNames } from '../../src/judge/guilty/rust-name.ts';
import { LogReader } from '../../src/judge/log.ts';

describe('the path that a symbol names', () => {
  test.each([
    // From RFC 2603 and its examples.
    ['_RNvCs15kBYyAo9fc_7mycrate7example', 'mycrate::example'],
    ['_RNvNtCs1234_7mycrate3foo3bar', 'mycrate::foo::bar'],
    ['_RNCNvCsgStHSCytQ6I_7mycrate4main0B3_', 'mycrate::main::{closure}'],
    ['_RINvNtC3std3mem8align_ofdE', 'std::mem::align_of'],
    ['_RNvMCs15kBYyAo9fc_7mycrateNtB2_7Example3foo', 'mycrate::Example::foo'],
    ['_RNvXCs15kBYyAo9fc_7mycrateNtB2_7ExampleNtB2_5Trait3foo', '<mycrate::Example as mycrate::Trait>::foo'],
    [
      '_RNvNvXs_NtCs1_6kernel4syncRNtB6_3ArcNtNtCs2_4core3fmt7Display3fmt5inner',
      '<&kernel::sync::Arc as core::fmt::Display>::fmt::inner',
    ],
    ['_ZN4core9panicking5panic17h0123456789abcdefE', 'core::panicking::panic'],
    // Names that are none, and symbols that are cut off.
    ['_RNvNtCs1234_7mycrate3foo9bar', '_RNvNtCs1234_7mycrate3foo9bar'],
    ['_ZN4core9panicking', '_ZN4core9panicking'],
    ['_R', '_R'],
    ['do_one_initcall', 'do_one_initcall'],
  ])('%s', (symbol, path) => {
    expect(rustName(symbol)).toBe(path);
  });

  test('of a symbol that nests without end is the symbol', () => {
    const symbol = `_R${'Nv'.repeat(5000)}`;
    expect(rustName(symbol)).toBe(symbol);
  });

  test('of a symbol whose types refer back to each other millions of times is the symbol, at once', () => {
    let symbol = '_RIC1au';
    let before = 'u';
    for (let level = 0; level < 24; level++) {
      const reference = `B${base62(symbol.length - 2 - before.length)}`;
      before = `T${reference.repeat(4)}E`;
      symbol += before;
    }
    symbol += 'E';
    expect(rustName(symbol)).toBe(symbol);
  });

  test('of more than a thousand characters is the symbol', () => {
    const symbol = (length: number) => `_RNvC1a${length}${'f'.repeat(length)}`;
    expect(rustName(symbol(997))).toBe(`a::${'f'.repeat(997)}`);
    expect(rustName(symbol(998))).toBe(symbol(998));
  });

  test('stands behind the symbol in a line of a trace', () => {
    expect(withRustNames(' _RNvNtCs1234_7mycrate3foo3bar+0x1/0x2')).toBe(
      ' _RNvNtCs1234_7mycrate3foo3bar+0x1/0x2 (mycrate::foo::bar)',
    );
  });
});

test('the title of a report names the path, and its trace has both', () => {
  const reader = new LogReader('console');
  reader.push(
    Buffer.from(
      [
        '[    1.0] BUG: unable to handle page fault for address: 0000000000001000',
        '[    1.0] Oops: 0000 [#1] SMP',
        '[    1.0] RIP: 0010:_RNvNtCs1234_12rust_minimal3foo3bar+0x1/0x2',
        '[    1.0] Call Trace:',
        '[    1.0]  do_one_initcall+0x1/0x2',
        '[    1.0] ---[ end trace 0000000000000000 ]---',
        '',
      ].join('\n'),
    ),
  );
  const { diagnosis } = reader.end();
  expect(diagnosis?.title).toBe('Page fault in the kernel in rust_minimal::foo::bar');
  expect(diagnosis?.fingerprint).toBe('linux-page-fault:rust_minimal::foo::bar');
});

/** A number of RFC 2603: `_` is 0, `0_` is 1. */
function base62(value: number): string {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let text = '';
  let left = value - 1;
  do {
    text = `${digits[left % 62]}${text}`;
    left = Math.floor(left / 62);
  } while (left > 0);
  return `${text}_`;
}
