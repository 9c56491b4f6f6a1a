#!/usr/bin/env node
/** The command line's entry: parse, run, exit with the code that says what happened. */

import { main } from './main.ts';

process.exitCode = await main(process.argv.slice(2), {
  out: process.stdout,
  error: process.stderr,
});
