/** Recordings of runs that are made of events, as the engine writes them, without a VM. */

import type { Booted } from '../../src/judge/booted.ts';
import type { BootEvent, MachineEvent, Verdict } from '../../src/judge/events.ts';
import { Judge } from '../../src/judge/judge.ts';
import type { Origin } from '../../src/judge/origin.ts';
import { makeRunDirectory, Recording, recordOrigin } from '../../src/report/recording.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import type { Platform } from '../../src/words/words.ts';

export const ORIGIN: Origin = {
  version: 1,
  tdxBoot: '0.1.0',
  start: '2026-11-26T07:00:00.000Z',
  scenario: { file: 'boots/login.yml', name: 'a login' },
  host: { os: 'Debian GNU/Linux 12', kernel: '6.17.0', cpu: 'A CPU', cpus: 2, memory: 8 * 1024 ** 3 },
  job: {
    repository: 'acme/guest',
    commit: '0123456789abcdef0123456789abcdef01234567',
    ref: 'refs/heads/main',
    workflow: 'Boot',
    job: 'boot',
    run: '4711',
    attempt: '1',
    url: 'https://github.com/acme/guest/actions/runs/4711',
  },
};

export const BOOTED: Booted = {
  vmm: { name: 'qemu', version: '10.1.0', path: '/usr/bin/qemu-system-x86_64' },
  cpus: 2,
  memory: 1024 ** 3,
  files: [
    { role: 'kernel', path: '/nowhere/bzImage', bytes: 14_186_432, sha256: '51'.repeat(32) },
    { role: 'firmware', path: '/nowhere/OVMF.fd', bytes: 4_194_304, sha256: '52'.repeat(32) },
  ],
  firmware: null,
  mrtd: 'ab'.repeat(48),
  command: [['/usr/bin/qemu-system-x86_64', '-kernel', '/nowhere/bzImage', '-append', 'console=hvc0 quiet']],
};

export interface Run {
  /** The scenario in YAML, without its version. */
  readonly scenario: string;
  readonly events: readonly MachineEvent[];
  readonly booted?: Booted;
}

/** What a recording of this platform has to show of its VMM's command. */
export function commandOf(platform: Platform): string[] {
  return platform === 'tdx' ? ['qemu', '-object', '{"qom-type":"tdx-guest"}'] : ['qemu'];
}

/** Writes down a run below `base`. */
export async function recordRun(
  base: string,
  { scenario: text, events, booted = BOOTED }: Run,
): Promise<{ readonly directory: string; readonly verdict: Verdict }> {
  const loaded = parseScenario(ORIGIN.scenario.file, `version: 1\n${text}`, '/nowhere/boots');
  const { scenario } = loaded;
  const directory = makeRunDirectory(base, scenario.name);
  recordOrigin(directory, loaded, ORIGIN);
  const recording = new Recording(directory, scenario, ORIGIN);
  const judge = new Judge(scenario.rules);
  const tell = async (told: readonly BootEvent[]): Promise<void> => {
    for (const event of told) if (event.type !== 'verdict') await recording.on(event);
  };
  const { platform } = scenario;
  const started = { ...booted, files: booted.files.map((file) => ({ ...file, sha256: null })) };
  const argv = commandOf(platform);
  const launch: MachineEvent = { type: 'launch', time: 0, argv, pid: 1, platform, booted: started };
  await tell(judge.start());
  for (const event of [launch, ...events]) {
    if (judge.verdict === undefined) await tell([event, ...judge.push(event)]);
  }
  await tell(judge.advance(Number.POSITIVE_INFINITY));
  const { verdict } = judge;
  if (verdict === undefined) throw new Error('time has passed and there is no verdict');
  const sha256 = booted.files.map((file) => file.sha256);
  await tell([{ type: 'digests', time: verdict.time, sha256 }]);
  await recording.seal(verdict.time);
  await recording.on({ type: 'verdict', time: verdict.time, verdict });
  recording.close();
  return { directory, verdict };
}
