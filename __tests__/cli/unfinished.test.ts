/** The command line whose command never ends: the sources are started, because the command is put in the place of a file of theirs. */

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const CLI = path.resolve(import.meta.dirname, '../../src/cli/index.ts');

test('a command that waits for what cannot come is errored, and no exit code of Node', () => {
  const hook = `
    import { registerHooks } from 'node:module';
    const source = 'export const main = () => new Promise(() => undefined);';
    registerHooks({
      load: (url, context, next) =>
        url.endsWith('/cli/main.ts') ? { format: 'module', shortCircuit: true, source } : next(url, context),
    });
  `;
  const preload = `data:text/javascript,${encodeURIComponent(hook)}`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, CLI], {
    env: { ...process.env, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  expect(status).toBe(125);
  expect(stderr).toContain('internal error: the command ended without a result');
});
