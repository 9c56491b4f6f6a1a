/** The command line of a kernel, as the kernel splits it: its parameters and its consoles. */

import { describe, expect, test } from '@jest/globals';
import { consoles, parameters } from '../../src/scenario/cmdline.ts';

describe('a command line', () => {
  test.each([
    ['', []],
    ['console=ttyS0,115200n8 quiet console=hvc0', ['ttyS0', 'hvc0']],
    ['  console=tty0\tconsole=\n', ['tty0', '']],
    ['dyndbg="file a.c +p; console=x" console=hvc0', ['hvc0']],
    ['init="/bin/sh -c \'console=no', []],
    ['console', ['']],
  ])('%j has the consoles %j', (cmdline, expected) => {
    expect(consoles(cmdline)).toEqual(expected);
  });

  test('a megabyte of quotes is read at once', () => {
    expect(parameters('"'.repeat(1 << 20)).length).toBeLessThan(1 << 20);
  });
});
