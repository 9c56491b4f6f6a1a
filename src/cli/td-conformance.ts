/** `tdx-boot td-conformance`: which rules of the TDX specification a Trust Domain keeps here, real or emulated. */

import { fileURLToPath } from 'node:url';
import type { Consumer } from '../boot/delivery.ts';
import { run } from '../boot/run.ts';
import type { BootEvent } from '../judge/events.ts';
import { LinePrinter } from '../report/lines.ts';
import { type LoadedScenario, parseScenario } from '../scenario/load.ts';
import type { Platform, TdCpuid } from '../words/words.ts';
import { EXIT, exitOf, type Streams } from './context.ts';
import { onTerminal } from './run.ts';
import { warn } from './warn.ts';

export interface ConformanceOptions {
  readonly platform: Platform;
  readonly cpus: number;
  readonly cpuid: TdCpuid;
  readonly results: string;
}

/** The committed image (script/build-td-conformance). src/cli and dist/shared are equally deep. */
const IMAGE = fileURLToPath(new URL('../../td-monitor/conformance/td-conformance.fd', import.meta.url));

/** Boots the conformance guest and lists the rules that differ. Exits 0 when none does. */
export async function tdConformance(options: ConformanceOptions, streams: Streams): Promise<number> {
  const { out, error } = streams;
  const cases = new Cases();
  let directory = '';
  const ended = await run(conformanceScenario(options), {
    warn: (message) => warn([message], error),
    begin: (loaded, session) => {
      const { results } = options;
      const listener = onTerminal(loaded, { results, quiet: true }, streams, session, [cases]);
      directory = listener.directory;
      return listener;
    },
  });
  if (ended.signal !== undefined) return exitOf(ended.signal);
  const { passed, skipped, differing } = cases;
  const { verdict, reason } = ended.value.verdict;
  out.lines(differing);
  if (verdict !== 'passed') out.line(`${verdict}: ${reason}`);
  if (verdict === 'errored' && passed + differing.length === 0) return EXIT.errored;
  out.line(
    `${passed} cases are as the specification says, ${differing.length} differ, ${skipped} were skipped`,
  );
  out.line(`  each case, with what it got and what was expected: ${directory}/serial.raw`);
  if (verdict === 'errored') return EXIT.errored;
  return verdict === 'passed' && differing.length === 0 && passed > 0 ? EXIT.passed : EXIT.failed;
}

function conformanceScenario({ platform, cpus, cpuid }: ConformanceOptions): LoadedScenario {
  const text = JSON.stringify({
    version: 1,
    name: `TD conformance on ${platform}`,
    platform,
    vmm: 'qemu',
    firmware: IMAGE,
    'td-monitor': { cpuid, serial: 've' },
    guest: { cpus, memory: '1G' },
    // The plan is the last line: a report without a plan was cut short.
    steps: [{ expect: '/^1\\.\\.\\d+/' }],
    allow: [
      {
        match: '/^td-monitor: (?:rbp-exposed|ve-nested|tdcall-failed|dma-to-private) /',
        reason: 'the conformance guest does this on purpose',
      },
    ],
    'td-evidence': 'optional',
    timeout: '5m',
  });
  const loaded = parseScenario('td-conformance', text, process.cwd());
  const { guest } = loaded.scenario;
  if (platform === 'tdx' || guest === undefined) return loaded;
  const fwCfg = { 'opt/org.tdx-boot/conformance': `emulated cpuid=${cpuid}` };
  return { ...loaded, scenario: { ...loaded.scenario, guest: { ...guest, fwCfg } } };
}

/** Reads the guest's TAP: `ok 7 - accept.4k: got 0x0, expected 0x0`, `not ok …`, `… # SKIP why`. */
class Cases implements Consumer {
  readonly name = 'the list of cases';
  passed = 0;
  skipped = 0;
  /** The lines of cases that differ. */
  readonly differing: string[] = [];
  readonly #lines = new LinePrinter((stream, text) => {
    if (stream === 'serial') this.#read(text);
  });

  on(event: BootEvent): void {
    if (event.type === 'output') this.#lines.push(event.stream, event.bytes);
    if (event.type === 'verdict') this.#lines.flush();
  }

  #read(text: string): void {
    if (/^not ok \d+ /.test(text) || text.startsWith('Bail out!')) this.differing.push(text);
    else if (/^ok \d+ .*# SKIP/.test(text)) this.skipped++;
    else if (/^ok \d+ /.test(text)) this.passed++;
  }
}
