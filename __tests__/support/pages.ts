/** Recordings that pages are made of, without a VM. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineEvent } from '../../src/judge/events.ts';
import type { PageAssets } from '../../src/report/page/assets.ts';
import { makePage } from '../../src/report/page/page.ts';
import type { PageRun } from '../../src/report/page/page-run.ts';
import { pageRun } from '../../src/report/report.ts';
import { readResult } from '../../src/report/results.ts';
import { recordRun } from './recordings.ts';
import { exit, out, vm } from './rules.ts';

export interface Told {
  readonly name: string;
  readonly steps?: string;
  readonly events: readonly MachineEvent[];
}

const numbered = (count: number): string =>
  Array.from({ length: count }, (_, index) => `line ${index + 1} of the guest`).join('\n');
export const PANIC = 'Kernel panic - not syncing: VFS: Unable to mount root fs';
export const FAILED: Told = {
  name: 'a panic',
  steps: '[{expect: "line 7 "}, {expect: "login:"}, {expect: "never tried"}]',
  events: [
    out(1000, 'Linux version 6.12.0\n', 'serial'),
    out(2000, `${numbered(500)}\n`),
    out(3000, `${PANIC}\nRIP: 0010:mount_root\n`),
    out(3100, `---[ end ${PANIC} ]---\n`),
    vm(3200, 'panicked'),
    exit(3300),
  ],
};
export const PASSED: Told = { name: 'a login', events: [out(500, 'Linux version 6.12.0\nlogin: ')] };

/** Records a run below `dir`. */
export async function runOf(
  dir: string,
  { name, steps = '[{expect: "login:"}]', events }: Told,
): Promise<PageRun> {
  const scenario = `name: ${JSON.stringify(name)}\nplatform: kvm\nguest: {kernel: k, initrd: i}\nsteps: ${steps}\n`;
  const { directory } = await recordRun(dir, { scenario, events });
  return pageRun(await readResult(directory));
}

/** Records a run for each below `dir`, and writes the page of all there. */
export async function pageOf(
  { dir, assets }: { readonly dir: string; readonly assets: PageAssets },
  file: string,
  ...told: readonly Told[]
): Promise<string> {
  const runs: PageRun[] = [];
  for (const each of told) runs.push(await runOf(dir, each));
  const path = join(dir, file);
  writeFileSync(path, makePage(runs, assets));
  return path;
}
