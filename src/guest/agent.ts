/** The agent among the files of a guest, and how systemd in that guest starts the agent. */

import type { CpioEntry, FileEntry } from './newc.ts';
import { ownFile } from './own-files.ts';

/** Where the probe (guest/probe.c) and the unit look for the agent. */
const AGENT = '/sbin/tdx-boot-agent';

const UNITS = '/etc/systemd/system';

/** Where distributions have systemd; the first of the two with a merged /usr, too. */
const SYSTEMD: readonly string[] = ['/usr/lib/systemd/systemd', '/lib/systemd/systemd'];

/** The program that runs commands in a guest; in a root with systemd also the units that start it, enabled. */
export async function agentEntries(root: readonly { readonly path: string }[] = []): Promise<CpioEntry[]> {
  const agent: FileEntry = { type: 'file', path: AGENT, mode: 0o755, data: await ownFile('agent') };
  if (!root.some(({ path }) => SYSTEMD.includes(path))) return [agent];
  return [
    agent,
    ...(await unit('tdx-boot-agent.service', 'dev-virtio\\x2dports-org.tdx\\x2dboot.agent.device')),
    ...(await unit('tdx-boot-agent.path', 'paths.target')),
  ];
}

/** A unit, and the link by which `systemctl enable` would enable it. @param wantedBy WantedBy= of the unit */
async function unit(
  name: 'tdx-boot-agent.service' | 'tdx-boot-agent.path',
  wantedBy: string,
): Promise<CpioEntry[]> {
  const path = `${UNITS}/${name}`;
  return [
    { type: 'file', path, mode: 0o644, data: await ownFile(name) },
    { type: 'link', path: `${UNITS}/${wantedBy}.wants/${name}`, target: path },
  ];
}
