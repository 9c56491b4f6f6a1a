/** A line whose captured error, noun or number decides its cause. */

import { describe, expect, test } from '@jest/globals';
import { errnoOf, inEitherSpelling } from '../../src/judge/errno.ts';
import { causeOf } from '../../src/judge/family.ts';
import type { Cause, Signature } from '../../src/judge/signature.ts';

const ROW: Signature = {
  id: 'row',
  phase: 'vmm',
  severity: 'fatal',
  pattern: /never used/,
  title: 'row title',
  hint: 'Row hint.',
  symptom: true,
};

function named(when: Cause['when'], groups: Readonly<Record<string, string>>): string {
  return causeOf({ ...ROW, causes: [{ id: 'cause', when, hint: 'Cause hint.' }] }, groups).id;
}

describe('an error number is the same in each of its spellings', () => {
  test.each([
    ['Invalid argument', 'EINVAL'],
    ['invalid argument', 'EINVAL'],
    ['22', 'EINVAL'],
    ['-22', 'EINVAL'],
    ['EINVAL', 'EINVAL'],
    ['Input/output error ', 'EIO'],
    ['Unknown error 524', 'ENOTSUPP'],
    ['a spoon', undefined],
    ['constructor', undefined],
  ])('%s', (text, name) => expect(errnoOf(text)).toBe(name));
});

describe('a pattern knows an error’s text as glibc spells it and as Go does', () => {
  test.each([
    [
      /open (?:\/\S+): (?<errno>No such file or directory|Input\/output error)/,
      'open /x: no such file or directory',
    ],
    [
      /open (?:\/\S+): (?<errno>No such file or directory|Input\/output error)/,
      'open /x: Input/output error',
    ],
    [
      /open (?:\/\S+): (?<errno>No such file or directory|Input\/output error)/,
      'open /x: input/output error',
    ],
  ])('%s: %s', (pattern, text) => expect(inEitherSpelling(pattern).test(text)).toBe(true));

  test.each([[/QEMU gave up: (?<errno>[A-Z][a-z ]*[a-z])/], [/The Invalid arguments are two/]])(
    '%s is left alone',
    (pattern) => expect(inEitherSpelling(pattern)).toBe(pattern),
  );
});

describe('the captured values decide', () => {
  test.each<[string, Cause['when'], Record<string, string>, boolean]>([
    ['an error by its text', { errno: 'ENODEV' }, { errno: 'No such device' }, true],
    ['another error', { errno: 'ENODEV' }, { errno: 'Permission denied' }, false],
    ['one of several', { errno: ['ENOTTY', 'EINVAL'] }, { errno: '-25' }, true],
    ['a noun', { who: 'QEMU' }, { who: 'QEMU' }, true],
    ['all of them: the second differs', { who: 'QEMU', errno: 'EIO' }, { who: 'QEMU', errno: '22' }, false],
    ['a group that is not there', { who: 'QEMU' }, {}, false],
    ['a number at the lower bound', { size: { from: 10 } }, { size: '10' }, true],
    ['a number below', { size: { from: 10 } }, { size: '9' }, false],
    ['a number above', { size: { to: 0x10 } }, { size: '0x11' }, false],
    ['a share of another number', { used: { to: 0.5, of: 'all' } }, { used: '5', all: '10' }, true],
    ['a larger share', { used: { to: 0.5, of: 'all' } }, { used: '6', all: '10' }, false],
    ['no number', { size: { from: 0 } }, { size: 'many' }, false],
  ])('%s', (_, when, groups, fits) => expect(named(when, groups)).toBe(fits ? 'row-cause' : 'row'));
});

test('a cause keeps of its row what it leaves out', () => {
  const causes: readonly Cause[] = [
    { id: 'first', when: { a: '1' }, hint: 'First.', title: 'first title', symptom: false },
    { id: 'second', when: { a: ['1', '2'] }, hint: 'Second.' },
  ];
  const row = { ...ROW, causes };
  const groups = { a: '1' };
  expect(causeOf(row, groups)).toMatchObject({
    id: 'row-first',
    title: 'first title',
    symptom: false,
    phase: 'vmm',
  });
  expect(causeOf(row, { a: '2' })).toMatchObject({ id: 'row-second', title: 'row title', symptom: true });
  expect(causeOf(row, { a: '3' })).toBe(row);
});
