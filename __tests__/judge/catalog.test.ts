/** The catalog against its goldens: every row is reached by a real line, and harmless lines reach none. */

import { setFlagsFromString } from 'node:v8';
import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';
import { describe, expect, test } from '@jest/globals';
import { EVERY_ROW, MILESTONES, SUPPRESSIONS } from '../../src/judge/catalog/index.ts';
import { causeOf, everyCauseOf } from '../../src/judge/family.ts';
import { captured, type LineOrigin, type Signature, titleOf } from '../../src/judge/signature.ts';
import { PHASES, SEVERITIES } from '../../src/words/words.ts';
import { FAMILIES } from './goldens/families.ts';
import { GOLDENS, HARMLESS, MILESTONE_GOLDENS } from './goldens/index.ts';

interface Match {
  readonly id: string;
  readonly title: string;
}

const SIGNATURES = EVERY_ROW;
/** The rows, and each of their causes as a row. */
const CAUSES = SIGNATURES.flatMap(everyCauseOf);

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ...SIGNATURES.map((row) => [row.id, row.pattern] as const),
  ...SIGNATURES.flatMap((row) =>
    row.unless === undefined ? [] : [[`${row.id} (unless)`, row.unless] as const],
  ),
  ...MILESTONES.map((row) => [row.id, row.pattern] as const),
  ...SUPPRESSIONS.map((pattern) => [`suppression ${pattern.source}`, pattern] as const),
];

describe('the rows', () => {
  test('are many, and have unique kebab-case ids', () => {
    expect(SIGNATURES.length).toBeGreaterThanOrEqual(110);
    for (const rows of [CAUSES, MILESTONES]) {
      const ids = rows.map((row) => row.id);
      expect(ids.filter((id) => !KEBAB.test(id))).toEqual([]);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  test('use the words of the project', () => {
    expect([...CAUSES, ...MILESTONES].filter((row) => !PHASES.includes(row.phase))).toEqual([]);
    expect(CAUSES.filter((row) => !SEVERITIES.includes(row.severity))).toEqual([]);
    expect(
      CAUSES.filter((row) => row.hint.length < 15 || !row.hint.endsWith('.')).map((row) => row.id),
    ).toEqual([]);
  });

  test('name only groups that their pattern always fills', () => {
    const unknown = CAUSES.filter((row) =>
      namesIn(row.title).some((name) => !row.pattern.source.includes(`(?<${name}>`)),
    );
    expect(unknown.map((row) => row.id)).toEqual([]);
    const holes = GOLDENS.filter(({ line, stream }) => {
      const found = firstRow(line, stream);
      return namesIn(found?.row.title ?? '').some(
        (name) => captured(found?.groups ?? {}, name) === undefined,
      );
    });
    expect(holes.map(({ line }) => line)).toEqual([]);
    const guilty = SIGNATURES.filter((row) =>
      [...(row.guilty?.title ?? '$<func>').matchAll(/\$<(\w+)>/g)].some(
        ([, name]) => name !== 'func' && !row.pattern.source.includes(`(?<${name}>`),
      ),
    );
    expect(guilty.map((row) => row.id)).toEqual([]);
  });

  test('tell their causes apart by groups that their pattern has', () => {
    const unknown = SIGNATURES.filter(({ pattern, causes = [] }) =>
      causes.some(({ when }) => Object.keys(when).some((group) => !pattern.source.includes(`(?<${group}>`))),
    );
    expect(unknown.map((row) => row.id)).toEqual([]);
  });

  test('of a VMM listen to its own stderr only', () => {
    const vmm = SIGNATURES.filter((row) => /^(ch|qemu)-/.test(row.id));
    expect(vmm.length).toBeGreaterThan(50);
    expect(vmm.filter((row) => row.streams?.join() !== 'vmm').map((row) => row.id)).toEqual([]);
  });

  test('all have a golden, and milestones too', () => {
    const golden = new Set(GOLDENS.map((row) => row.id));
    expect(CAUSES.map((row) => row.id).filter((id) => !golden.has(id))).toEqual([]);
    const seen = new Set(MILESTONE_GOLDENS.map((row) => row.id));
    expect(MILESTONES.map((row) => row.id).filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe('the patterns', () => {
  test.each(PATTERNS)('%s has no flags and no lookaround', (_, pattern) => {
    expect(pattern.flags).toBe('');
    expect(pattern.source).not.toMatch(/\(\?(?:=|!|<=|<!)|\\[1-9]|\\k</);
  });

  test.each(PATTERNS)('%s runs in linear time', (_, pattern) => {
    setFlagsFromString('--enable-experimental-regexp-engine');
    expect(() => new RegExp(pattern.source, 'l')).not.toThrow();
  });

  test.each([
    ...SIGNATURES.map((row) => [row.id, row.pattern] as const),
    ...MILESTONES.map((row) => [row.id, row.pattern] as const),
  ])('%s needs a literal of 4 characters', (_, pattern) => {
    const weakest = Math.min(...requiredLiterals(pattern).map((literal) => literal.length));
    expect(weakest).toBeGreaterThanOrEqual(4);
  });
});

describe('the goldens', () => {
  test.each(GOLDENS)('$id: $line', ({ id, line, title, stream, before }) => {
    expect(firstMatch(line, stream, before)).toEqual({ id, title });
  });

  test('have a source each', () => {
    const rows = [...GOLDENS, ...HARMLESS, ...MILESTONE_GOLDENS];
    expect(rows.filter((row) => row.source.length < 3)).toEqual([]);
  });

  test('of families name the file that prints them, or a thread, and its version', () => {
    const sources = new Set(FAMILIES.map(({ source }) => source));
    expect(sources.size).toBeGreaterThan(30);
    expect([...sources].filter((source) => !/[/#]/.test(source) || !/\d/.test(source))).toEqual([]);
  });

  test('keep their title when time, caller and level of the kernel line change', () => {
    const kernel = GOLDENS.filter((row) => /^\[ *\d+\.\d{6}\] /.test(row.line));
    expect(kernel.length).toBeGreaterThan(50);
    for (const { id, line, title, stream } of kernel) {
      const text = line.replace(/^\[ *\d+\.\d{6}\] /, '');
      for (const prefix of [
        '',
        '<4>',
        '[    0.000000][    T0] ',
        '<1>[ 9999.123456][   C12] ',
        'debian login: [    1.5] ',
      ]) {
        expect(firstMatch(`${prefix}${text}`, stream)).toEqual({ id, title });
      }
    }
  });
});

describe('harmless lines', () => {
  test('are at least 30', () => {
    expect(HARMLESS.length).toBeGreaterThanOrEqual(30);
  });

  test.each(HARMLESS)('$line', ({ line, stream }) => {
    expect(firstMatch(line, stream)).toBeUndefined();
  });

  test('suppressions do not hide a golden', () => {
    const hidden = GOLDENS.filter(({ line, stream }) => stream !== 'vmm' && isSuppressed(line));
    expect(hidden.map((row) => row.line)).toEqual([]);
  });

  test('every suppression is shown by a harmless line', () => {
    const silent = SUPPRESSIONS.filter((pattern) => !HARMLESS.some(({ line }) => pattern.test(line)));
    expect(silent.map(String)).toEqual([]);
  });
});

describe('the milestones', () => {
  test.each(MILESTONE_GOLDENS)('$id: $line', ({ id, line }) => {
    expect(MILESTONES.filter((row) => row.pattern.test(line)).map((row) => row.id)).toContain(id);
  });

  test('are no failures', () => {
    expect(MILESTONE_GOLDENS.filter(({ line }) => firstMatch(line) !== undefined)).toEqual([]);
  });

  test.each([
    'Welcome to GRUB!',
    'Welcome to emergency mode! After logging in, type "journalctl -xb"',
    '[    2.0] systemd[1]: Queued start job for default target initrd.target.',
    '[    2.0] systemd[1]: systemd 252 running in system mode (+PAM)',
    '[  OK  ] Reached target Initrd Root File System.',
    '[    0.5] Kernel command line: init=/sbin/init console=ttyS0',
  ])('%s is not the userspace', (line) => {
    const alone = MILESTONES.filter((row) => row.after === undefined && row.pattern.test(line));
    expect(alone.map((row) => row.phase)).not.toContain('userspace');
  });

  test('that show a reset are the first banners', () => {
    const once = MILESTONES.filter((row) => row.once === true).map((row) => row.id);
    expect(once).toEqual(['edk2-sec', 'tdshim-start', 'rust-hypervisor-fw-start', 'linux-banner']);
  });
});

/** The plain reading of the catalog: the first row that matches wins. The scanner must agree with it. */
function firstMatch(line: string, stream?: LineOrigin, before?: string): Match | undefined {
  const found = firstRow(line, stream, before);
  return found === undefined ? undefined : { id: found.row.id, title: titleOf(found.row, found.groups) };
}

function firstRow(
  line: string,
  stream: LineOrigin = 'console',
  before = '',
): { readonly row: Signature; readonly groups: Readonly<Record<string, string>> } | undefined {
  if (stream !== 'vmm' && isSuppressed(line)) {
    return undefined;
  }
  for (const row of SIGNATURES) {
    if (row.after !== undefined && !row.after.test(before)) continue;
    const found = listensTo(row, stream) && !row.unless?.test(line) ? row.pattern.exec(line) : null;
    if (found !== null) {
      const groups = found.groups ?? {};
      return { row: causeOf(row, groups), groups };
    }
  }
  return undefined;
}

function namesIn(title: string): readonly string[] {
  return [...title.matchAll(/\$<(\w+)>/g)].map(([, name]) => name ?? '');
}

function isSuppressed(line: string): boolean {
  return SUPPRESSIONS.some((pattern) => pattern.test(line));
}

function listensTo(row: Signature, stream: LineOrigin): boolean {
  const guest = stream !== 'vmm' && stream !== 'host' && stream !== 'build';
  return row.streams === undefined ? guest : row.streams.includes(stream);
}

/** The literals of which each match contains at least one; several when the pattern is an alternation. */
function requiredLiterals(pattern: RegExp): readonly string[] {
  return bestOf(parseRegExpLiteral(pattern).pattern.alternatives);
}

function bestOf(alternatives: readonly AST.Alternative[]): readonly string[] {
  return alternatives.flatMap((alternative) => {
    const choices: (readonly string[])[] = [];
    let run = '';
    for (const element of [...alternative.elements, undefined]) {
      if (element?.type === 'Character') {
        run += String.fromCodePoint(element.value);
        continue;
      }
      choices.push([run]);
      run = '';
      if (element?.type === 'Group' || element?.type === 'CapturingGroup') {
        choices.push(bestOf(element.alternatives));
      }
    }
    const weight = (literals: readonly string[]) => Math.min(...literals.map((literal) => literal.length));
    return choices.reduce((best, choice) => (weight(choice) > weight(best) ? choice : best), ['']);
  });
}
