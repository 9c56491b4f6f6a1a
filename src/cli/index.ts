#!/usr/bin/env node
/** The command line's entry: parse, run, exit with the code that says what happened. */

import { useCompileCache } from '../startup.ts';

// `tdx-boot run ... | head` closes our output early; the run goes on and its exit code stays true.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

useCompileCache();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2), { out: process.stdout, error: process.stderr });
