/** What the end of a run looks like on a terminal, and in a pipe. */

import { describe, expect, test } from '@jest/globals';
import type { BootEvent } from '../../src/judge/events.ts';
import { Printer } from '../../src/report/printer.ts';
import { TerminalReporter } from '../../src/report/terminal.ts';
import { abort, endOfLog, judge, out, rules, vm } from '../support/rules.ts';

const RULES = rules(['login: ']);
const passed = judge(RULES, [out(1, 'one\nlogin: \n'), endOfLog(2)]).verdict;
const failed = judge(RULES, [out(1, 'one\ntwo\n'), vm(2, 'shutdown')]).verdict;
const output: BootEvent = out(1, 'one\ntwo\n');

/** What stands between the events and the verdict. */
async function shown(
  verdict: typeof passed,
  { isTTY = false, live, watch = true }: { isTTY?: boolean; live?: boolean; watch?: boolean } = {},
): Promise<string[]> {
  let text = '';
  const printer = new Printer({ isTTY, colours: false, write: (more) => (text += more) });
  const reporter = new TerminalReporter(printer, { name: 'boot', rules: RULES }, live);
  if (watch) reporter.watch();
  await reporter.on(output);
  await reporter.on({ type: 'verdict', time: 2, verdict });
  return text.split('\n').filter((line) => line.includes('| '));
}

describe('the last lines of the guest', () => {
  test('stand before the verdict of a boot that did not pass, where the console was not shown', async () => {
    expect(await shown(failed)).toEqual(['  | one', '  | two']);
  });

  test.each<[what: string, verdict: typeof passed, how: Parameters<typeof shown>[1], lines: string[]]>([
    ['of a boot that passed', passed, {}, []],
    ['where the console was shown in a pipe', failed, { live: true }, [' console | one', ' console | two']],
    ['on a terminal', failed, { isTTY: true }, [' console | one', ' console | two']],
    ['of a recording that is judged again', failed, { watch: false }, []],
  ])('are not repeated: %s', async (_, verdict, how, lines) => {
    expect(await shown(verdict, how)).toEqual(lines);
  });
});

test('why a run was refused is said once', async () => {
  const { events } = judge(RULES, [abort(0, 'not-started', 'there is no QEMU', 'Install it.')]);
  let text = '';
  const printer = new Printer({ isTTY: false, colours: false, write: (more) => (text += more) });
  const reporter = new TerminalReporter(printer, { name: 'boot', rules: RULES });
  for (const event of events) await reporter.on(event);
  expect(text.match(/there is no QEMU/g)).toHaveLength(1);
});
