/** Hostile regexes against hostile logs through the shipped program, on the oldest and the newest Node it runs on. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'dist/cli/index.js');

/** Bomb, and what may come out: linear ones are judged, guarded ones may be given up. */
const BOMBS: [bomb: string, exits: number[]][] = [
  ['/(a+)+$/', [1]],
  ['/(a|a)*b/', [1]],
  ['/(?<x>(a+)+)$/', [1]],
  ['/(A+A+)+y/i', [1]],
  ['/(a+)\\1+$/', [1, 125]],
  ['/(?=(a+)+$)[ab]/', [1, 125]],
  ['/(?!(a+)+!)a{9}$/', [1, 125]],
];

describe.each([
  ['24', process.execPath],
  ['20', node20()],
])('on Node %s', (version, node) => {
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bombs-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('is that version', () => {
    if (node === undefined) {
      throw new Error('no Node 20: set TDX_BOOT_NODE20, or install it in .tools/node20');
    }
    expect(versionOf(node)).toMatch(new RegExp(`^v${version}\\.`));
  });

  test.each(BOMBS)('%s ends', (bomb, exits) => {
    const scenario = join(directory, 'bomb.yml');
    const log = join(directory, 'bomb.log');
    writeFileSync(scenario, `version: 1\nsteps:\n  - expect: ${JSON.stringify(bomb)}\n`);
    writeFileSync(log, [40, 5000].map((length) => `${'a'.repeat(length)}!\n`).join(''));
    const program = spawnSync(node ?? 'no-node-20', [CLI, 'check', log, '--scenario', scenario], {
      encoding: 'utf8',
      timeout: 600_000,
    });
    expect(program.error).toBeUndefined();
    expect(exits).toContain(program.status);
    expect(program.stdout).toMatch(program.status === 125 ? /took more than 100 ms/ : /is not in the log/);
  });
});

/** The oldest supported Node: from the environment, from the repository's tools, or the system's own. */
function node20(): string | undefined {
  const candidates = [process.env.TDX_BOOT_NODE20, join(ROOT, '.tools/node20/bin/node'), '/usr/bin/node'];
  return candidates.find(
    (path) => path !== undefined && existsSync(path) && versionOf(path).startsWith('v20.'),
  );
}

function versionOf(node: string): string {
  return execFileSync(node, ['--version'], { encoding: 'utf8' });
}
