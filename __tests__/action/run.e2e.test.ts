/** Examples of docs/run.md under act: a script in the guest is one step of a workflow, as is one in the host's userspace. */

import { readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { runAct } from '../support/act.ts';
import { KERNEL, KERNEL_9P, ROOT } from '../support/cli.ts';

test('a script of the repository runs in the guest, and its exit code is that of the step', async () => {
  const text = /```yaml\n(- uses: [^`]*)```/.exec(readFileSync(join(ROOT, 'docs/run.md'), 'utf8'))?.[1];
  const [documented] = parse(text ?? '');
  expect(documented.uses).toMatch(/^org\/tdx-boot@/);
  const step = (id: string, more: object) => ({
    id,
    uses: './',
    'continue-on-error': true,
    with: { ...documented.with, kernel: KERNEL, history: `${'${{ env.OUT }}'}/history`, ...more },
  });
  const steps = [
    { uses: 'actions/checkout@v6' },
    step('good', {}),
    // As vng and vmtest-action have it: the userspace of this machine, under the kernel that is given.
    step('bad', {
      kernel: KERNEL_9P,
      root: '',
      files: '',
      set: 'guest.shares={/: /}',
      run: `cd ${'${{ github.workspace }}'} && sh main.sh; uname -r; exit 3`,
    }),
  ];
  const run = await runAct({
    workflow: stringify({ on: 'push', jobs: { boot: { 'runs-on': ['self-hosted', 'tdx'], steps } } }),
    files: {
      'rootfs/bin/sh': { copy: '/usr/bin/busybox' },
      'main.sh': 'echo "a script in the guest: $0"\n',
    },
  });
  expect(run.outputs('good').reason).toBe('');
  expect(run.outputs('good')).toMatchObject({ verdict: 'passed', phase: 'userspace' });
  expect(run.output('good')).toContain('run-1 | a script in the guest: main.sh');
  expect(run.outputs('bad')).toMatchObject({
    verdict: 'failed',
    reason: expect.stringMatching(
      /^step 1: "cd \S+ && sh main\.sh; uname -r; exit 3" ended with exit code 3, not 0$/,
    ),
  });
  expect(run.output('bad')).toContain('run-1 | a script in the guest: main.sh');
  expect(run.output('bad')).toContain(`run-1 | ${basename(realpathSync(KERNEL_9P)).replace('vmlinuz-', '')}`);
  // The history gets a line for each, and the second is compared with the first.
  const history = run.files.get('history/boot.jsonl')?.toString() ?? '';
  expect(history.match(/"verdict":"(passed|failed)"/g)).toEqual(['"verdict":"passed"', '"verdict":"failed"']);
  expect(run.summary('bad')).toMatch(/ s \([+−]\d+ %\)/);
  expect(run.leftovers).toEqual([]);
});
