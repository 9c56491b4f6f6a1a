/** The rules of lint: each finds what breaks it and nothing else, and says where, how bad, what and what to do. */

import { describe, expect, test } from '@jest/globals';
import { describeLint, lint, RULES } from '../../src/lint/lint.ts';
import type { Path } from '../../src/scenario/tree.ts';
import { WHERE } from '../support/rules.ts';
import { LIMITS } from './limits/index.ts';
import { KERNEL, MIB, subject, TDVF, type Told } from './limits/limit.ts';

/** Rule and path of every finding. */
function found(told: Told): string[] {
  const paths: Path[] = [];
  const findings = lint(subject(told), (path) => {
    paths.push(path);
    return { file: path.join('.'), line: 1, column: paths.length };
  });
  return findings.map(({ rule, where }) => `${rule} ${where.file}`);
}

describe('limits', () => {
  test.each(LIMITS)('%s', (_, told, ...expected) => expect(found(told)).toEqual(expected));

  test('every rule is broken somewhere above', () => {
    const broken = new Set(LIMITS.flatMap(([, , ...rows]) => rows.map((row) => row.split(' ')[0])));
    expect(RULES.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s has an explanation and a source',
    (id, rule) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(rule.explanation).toMatch(/\.$/);
      expect(rule.reference.length).toBeGreaterThan(10);
    },
  );
});

test('findings are in the order of the file, whatever rule they break', () => {
  const lines: Record<string, number> = { 'guest.memory': 9, 'guest.cmdline': 4 };
  const told = { ...TDVF, kernel: KERNEL, guest: { memory: 2 * MIB, cmdline: 'quiet' } };
  const findings = lint(subject(told), (path) => ({ ...WHERE, line: lines[path.join('.')] ?? 0 }));
  expect(findings.map(({ rule, where }) => [rule, where.line])).toEqual([
    ['no-console', 4],
    ['tdvf-memory', 9],
  ]);
});

test('a finding says where, how bad, what and what to do', () => {
  const [finding] = lint(subject({ ...TDVF, guest: { memory: 128 * MIB } }), () => ({
    ...WHERE,
    line: 7,
    column: 3,
  }));
  expect(finding === undefined ? '' : describeLint(finding)).toBe(
    'scenario.yml:7:3: error: 128 MiB of memory is less than TDVF needs (192 MiB). Set guest.memory to 192M or more. [tdvf-memory]',
  );
});
