/** The help of each command, and the completion of a shell, by real shells. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { candidates, SCRIPTS, SHELLS } from '../../src/cli/completion.ts';
import { EXAMPLES, wordsOf } from '../../src/cli/examples.ts';
import { buildProgram, main } from '../../src/cli/main.ts';
import { Printer } from '../../src/report/printer.ts';

function program(): Command {
  const nothing = new Printer({ write: () => undefined });
  return buildProgram({ out: nothing, error: nothing }, () => undefined);
}

function all(command: Command): Command[] {
  const below = command.createHelp().visibleCommands(command);
  return below.filter((each) => each.name() !== 'help').flatMap((each) => [each, ...all(each)]);
}

const commands = all(program()).map(wordsOf);

describe('help', () => {
  test('every command has an example, and every example has its command', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(commands.toSorted());
  });

  test.each(commands)('of %s shows its examples', async (words) => {
    let text = '';
    const output = { write: (more: string) => (text += more) };
    expect(await main([...words.split(' '), '--help'], { out: output, error: output })).toBe(0);
    expect(text).toContain(`\nFor example:\n  ${EXAMPLES[words]?.join('\n  ')}\n`);
  });

  test.each(['run', 'check', 'doctor'])(
    'of %s names the options of settings together, none on a line of its own',
    async (words) => {
      let text = '';
      const output = { write: (more: string) => (text += more) };
      await main([words, '--help'], { out: output, error: output });
      expect(text).toMatch(/\nShort for --set, each with a value:\n(?: {2}--\S.*\n)* {2}.*--kernel .*\n/);
      expect(text).not.toContain('the same as --set');
    },
  );

  test('an option of a setting that is misspelt is still recognised', async () => {
    let text = '';
    const output = { write: (more: string) => (text += more) };
    expect(await main(['run', '--kernell', 'x'], { out: output, error: output })).toBe(2);
    expect(text).toContain('Did you mean --kernel?');
  });

  const lines = Object.entries(EXAMPLES).flatMap(([words, examples]) =>
    examples.map((line) => ({ words, line })),
  );

  test.each(lines)('`$line` is a command line', async ({ words, line }) => {
    const ran = await parsed(line);
    expect(ran === words || ran.startsWith(`${words} `)).toBe(true);
  });

  test.each(documented())('`%s` of the docs is a command line', async (line) => {
    expect(await parsed(line)).not.toBe('');
  });
});

/** Parses a line of a shell; returns the words of the command that would have run. */
async function parsed(line: string): Promise<string> {
  // bash says which words the program gets: a function plays it.
  const script = `tdx-boot() { printf '%s\\0' "$@" >&3; }\ndmesg() { :; }\n${line.replace('| source', '')}`;
  const { output, stderr } = spawnSync('bash', ['-c', script], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  expect(String(stderr)).toBe('');
  const args = String(output[3]).split('\0').slice(0, -1);
  const whole = program();
  let ran = '';
  for (const command of [whole, ...all(whole)]) {
    command.action(() => {
      ran = wordsOf(command);
    });
  }
  await whole.parseAsync(args, { from: 'user' });
  return ran;
}

/** Command lines in blocks of README.md and docs/, but of `sh` blocks, which another test runs. */
function documented(): string[] {
  const root = join(import.meta.dirname, '../..');
  const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
  return pages.flatMap((page) => {
    const blocks = readFileSync(join(root, page), 'utf8').matchAll(/^```(?!sh\n)\w*\n(.*?)^```$/gms);
    return [...blocks].flatMap(([, text = '']) =>
      [...text.matchAll(/^(?:\$ |\s*- (?:run: )?|.*\bsh ')?(?:npx )?(tdx-boot (?:.*\\\n)*.*)$/gm)].map(
        ([, line = '']) =>
          line.replace(/'(?: }.*)?$/, (end) => (line.split("'").length % 2 === 0 ? '' : end)),
      ),
    );
  });
}

describe('completion', () => {
  test.each<[typed: string, found: string[]]>([
    ['v', ['validate']],
    ['firmware p', ['path', 'prune']],
    ['firmware build tdv', ['tdvf']],
    ['firmware build tdvf --build ', ['release', 'debug']],
    ['check --stream de', ['debugcon']],
    ['run --verb', ['--verbose']],
    ['run --results out --verb', ['--verbose']],
    ['report --format j', ['junit']],
    ['completion ', ['bash', 'zsh', 'fish']],
    ['validate ', []],
    ['run a.yml ', []],
    ['run --results ', []],
    ['nonsense ', []],
  ])('after "%s"', (typed, found) => {
    expect(candidates(program(), typed.split(' ')).map(({ value }) => value)).toEqual(found);
  });

  const dir = mkdtempSync(join(tmpdir(), 'tdx-boot-completion-'));
  // It answers one question alone, and says how it was called otherwise.
  const PROGRAM = `#!/bin/sh
[ "$1 $2 $3 $4" = "complete -- firmware insp" ] && printf 'inspect\\tprint: what is in it\\n'
[ "$1" = complete ] || echo "called $*"
exit 0
`;
  beforeAll(() => {
    mkdirSync(join(dir, 'bin'));
    writeFileSync(join(dir, 'bin/tdx-boot'), PROGRAM, { mode: 0o755 });
    writeFileSync(join(dir, 'boot.yml'), '');
    for (const shell of SHELLS) writeFileSync(join(dir, shell), SCRIPTS[shell]);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const run = (shell: string, script: string): string => {
    const env = { PATH: `${join(dir, 'bin')}:${process.env.PATH}`, HOME: dir, TERM: 'xterm' };
    const { stdout, stderr } = spawnSync(shell, ['-c', script], {
      env,
      cwd: dir,
      encoding: 'utf8',
      timeout: 600_000,
    });
    return `${stdout}${stderr}`;
  };

  test('bash asks, takes the answer, and offers files where there is none', () => {
    const script = `source ./bash
      COMP_WORDS=(tdx-boot firmware insp); COMP_CWORD=2; _tdx_boot; echo "\${COMPREPLY[@]}"
      COMP_WORDS=(tdx-boot validate b); _tdx_boot; echo "\${#COMPREPLY[@]}"; complete -p tdx-boot`;
    expect(run('bash', script)).toBe(
      'inspect\n0\ncomplete -o bashdefault -o default -F _tdx_boot tdx-boot\n',
    );
  });

  test('fish asks, takes the answer, and offers files', () => {
    const script = `source ./fish; complete --do-complete 'tdx-boot validate boo'; complete --do-complete 'tdx-boot firmware insp'`;
    expect(run('fish', script)).toBe('boot.yml\ninspect\tprint: what is in it\n');
  });

  // A zsh with a terminal of its own, into which zpty types.
  test.each([
    ['the answer', 'firmware insp', 'firmware inspect'],
    ['a file where there is none', 'validate boo', 'validate boot.yml'],
  ])('zsh completes %s', (_, typed, completed) => {
    const script = `zmodload zsh/zpty; zpty z zsh -f -i
      zpty -w z 'PS1=; autoload -Uz compinit; compinit -u; source ./zsh; echo re''ady'
      zpty -r -m z x '*ready*'
      zpty -w -n z $'tdx-boot ${typed}\\t\\n'
      zpty -r -m z x '*called ${completed}*' && echo completed`;
    expect(run('zsh', script)).toBe('completed\n');
  });
});
