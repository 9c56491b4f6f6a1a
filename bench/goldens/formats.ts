/** Golden logs of other projects and of our own corpus, read from a folder that somebody else keeps. */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Golden } from './golden.ts';

export interface Collection {
  readonly format: 'syzkaller' | 'logspec' | 'corpus';
  readonly goldens: readonly Golden[];
}

/**
 * Reads a checkout of syzkaller or one of its `report` folders, a checkout of kernelci/logspec, or a folder with the
 * `cases*.json` of a corpus.
 * @throws Error when the folder is none of these
 */
export function readCollection(path: string): Collection {
  if (!existsSync(path)) throw new Error(`${path}: no such file or directory`);
  const reports = join(path, 'pkg/report/testdata/linux/report');
  if (existsSync(reports)) return { format: 'syzkaller', goldens: readSyzkaller(reports) };
  if (basename(path) === 'report') return { format: 'syzkaller', goldens: readSyzkaller(path) };
  if (existsSync(join(path, 'tests/logs'))) return { format: 'logspec', goldens: readLogspec(path) };
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  const corpora = files.filter((file) => /^cases.*\.json$/.test(basename(file))).sort();
  if (corpora.length > 0) return { format: 'corpus', goldens: corpora.flatMap(readCorpus) };
  throw new Error(
    `${path}: neither a checkout of syzkaller or logspec, nor a folder named report, nor one with cases*.json`,
  );
}

// ---- google/syzkaller, pkg/report/report_test.go ----------------------------------------------------------------

function readSyzkaller(directory: string): Golden[] {
  const names = readdirSync(directory).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return names.map((name) => parseSyzkaller(name, readFileSync(join(directory, name), 'latin1')));
}

/** Headers up to an empty line, the log, and after an empty line and `REPORT:` what syzkaller makes of it. */
function parseSyzkaller(name: string, text: string): Golden {
  const lines = text.replaceAll('\r', '').split('\n');
  const start = lines.indexOf('');
  const headers = new Map(lines.slice(0, start).map(headerOf));
  const end = lines.findIndex((line, at) => at > start + 1 && line === 'REPORT:' && lines[at - 1] === '');
  const log = Buffer.from(lines.slice(start + 1, end < 0 ? undefined : end).join('\n'), 'latin1');
  const title = headers.get('TITLE') || undefined;
  return {
    name,
    log,
    origin: 'mixed',
    crash: title !== undefined,
    functions: functionsOf(title ?? ''),
    ...(title === undefined ? {} : { outcome: 'fail', cause: title }),
    mechanism: headers.get('TYPE') ?? (title === undefined ? 'no crash' : 'no type'),
  };
}

function headerOf(line: string): [string, string] {
  const [, name = '', value = ''] = /^([A-Z]+): (.*)$/.exec(line) ?? [];
  return [name, value];
}

/**
 * The function or functions that end a title, without what a compiler appends: `… in f.part.NUM at addr ADDR`,
 * `… in f / g`. `corrupted` stands for none.
 */
function functionsOf(title: string): string[] {
  const [, last = ''] = /.*\b(?:in|at) (.*)$/.exec(title.replace(/ at addr .*/, '')) ?? [];
  if (/\.(?:[chS]|rs)\b/.test(last)) return [];
  return last
    .split(/ *\/ */)
    .map((name) => name.replace(/\.(?:part|isra|constprop|cold|llvm)\b.*/, ''))
    .filter((name) => /^[A-Za-z_<][\w:.<> ]*$/.test(name) && name !== 'corrupted' && !NO_FUNCTION.has(name));
}

/** Words at the end of a title that name no function. */
const NO_FUNCTION: ReadonlySet<string> = new Set(['userspace', 'scheduler']);

// ---- kernelci/logspec, tests/test_*.py --------------------------------------------------------------------------

interface Expected {
  readonly file: string;
  readonly errors: readonly { readonly error_type?: string; readonly error_summary?: string }[];
  readonly 'linux.boot.prompt'?: boolean;
  readonly 'linux.boot.kernel_started'?: boolean;
}

/** Python literals are Python's to read: gives the name and the expectation of each parametrized case. */
const READ_CASES = `
import ast, json, sys
out = []
for path in sys.argv[1:]:
    for node in ast.walk(ast.parse(open(path).read())):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "parametrize":
            for file, parser, expected in ast.literal_eval(node.args[1]):
                out.append({"file": file, **expected})
print(json.dumps(out))
`;

/** A kernel's report, as logspec names them; an `error_return_code` is a message of a driver. */
const KERNEL_REPORT = /^linux\.kernel\.(?:bug|panic|ubsan|warning|oops)/;

function readLogspec(directory: string): Golden[] {
  const tests = readdirSync(join(directory, 'tests')).filter((name) => /^test_.*\.py$/.test(name));
  const paths = tests.map((name) => join(directory, 'tests', name));
  const cases: Expected[] = JSON.parse(
    execFileSync('python3', ['-c', READ_CASES, ...paths], { encoding: 'utf8', maxBuffer: 1 << 26 }),
  );
  const logs = join(directory, 'tests/logs');
  const folders = readdirSync(logs).filter((name) => statSync(join(logs, name)).isDirectory());
  return cases.map((expected) => {
    const folder = folders.find((name) => existsSync(join(logs, name, expected.file)));
    if (folder === undefined) throw new Error(`${logs}: no folder has ${expected.file}`);
    return goldenOfLogspec(folder, expected, readFileSync(join(logs, folder, expected.file)));
  });
}

function goldenOfLogspec(folder: string, expected: Expected, log: Buffer): Golden {
  const types = [...new Set(expected.errors.map(({ error_type: type = '' }) => type))];
  const crash = types.some((type) => KERNEL_REPORT.test(type));
  const isBoot = folder !== 'kbuild';
  const other = types.some((type) => /^(?:test|linux\.kselftest|kbuild)/.test(type));
  const came = expected['linux.boot.prompt'] === true;
  const good = isBoot ? came && !crash && !other : expected.errors.length === 0;
  const said = expected.errors.find(({ error_type: type = '' }) => KERNEL_REPORT.test(type));
  return {
    name: expected.file,
    log,
    origin: 'mixed',
    ...(isBoot ? { crash } : {}),
    outcome: good ? 'ok' : 'fail',
    functions: [],
    ...(said?.error_summary === undefined ? {} : { cause: said.error_summary }),
    mechanism: crash ? 'kernel report' : good ? 'good' : isBoot ? 'boot or test without report' : 'build',
  };
}

// ---- our own corpus ---------------------------------------------------------------------------------------------

interface Case {
  readonly id: string;
  readonly signs?: readonly string[];
  readonly lines?: readonly string[];
  readonly stream?: string;
  readonly outcome?: 'ok' | 'fail';
  readonly phase?: string;
  readonly cause?: string | null;
  readonly right?: string;
  readonly kind?: string;
}

/** The cases are failures unless they say otherwise; the controls are good where they say so. Read without `--stream`. */
function readCorpus(file: string): Golden[] {
  const { cases, controls = [] }: { cases: Case[]; controls?: Case[] } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return [...cases, ...controls].map(({ id, signs, lines, outcome, phase, cause, right, kind, stream }) => {
    const good = outcome === undefined ? /^nothing wrong/.test(right ?? '') : outcome === 'ok';
    const reason = cause ?? right;
    return {
      name: id,
      log: Buffer.from(`${(signs ?? lines ?? []).join('\n')}\n`),
      origin: 'mixed',
      outcome: good ? 'ok' : 'fail',
      functions: [],
      ...(phase === undefined ? {} : { phase }),
      ...(reason === undefined ? {} : { cause: reason }),
      mechanism: kind ?? stream ?? phase ?? 'unsorted',
    };
  });
}
