#!/usr/bin/env node
/** The command line's entry: parse, run, exit with the code that says what happened. */

import { killNotedGroups } from '../process/kill.ts';
import { Printer, Screen } from '../report/printer.ts';
import { explainError, formatError } from '../words/errors.ts';
import { StandardStream } from './output.ts';

/** The exit code of an errored run: whatever ends this process otherwise must not look like a verdict on the guest. */
const ERRORED = 125;

const out = new StandardStream('standard output', process.stdout);
const error = new StandardStream('standard error', process.stderr);
const screen = new Screen();
process.exitCode = ERRORED;
process.on('uncaughtException', fail);
process.on('beforeExit', unfinished);

start().catch(fail);

async function start(): Promise<void> {
  const { main } = await import('./main.ts');
  const code = await main(process.argv.slice(2), { out, error, screen });
  await Promise.all([out.flushed(), error.flushed()]);
  process.off('beforeExit', unfinished);
  process.exitCode = out.failure === undefined ? code : Math.max(code, ERRORED);
  if (out.failure !== undefined) new Printer(error).headed(formatError(out.failure), 'red');
}

/** Nothing is left to wait for, and there is no exit code: something was waited for that cannot come. */
function unfinished(): void {
  fail(new Error('the command ended without a result'));
}

function fail(thrown: unknown): void {
  new Printer(error, screen).headed(explainError(thrown), 'red');
  killNotedGroups();
  process.exit(ERRORED);
}
