/** How the agent gets into the root of a guest, and how systemd there starts it. */

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { agentEntries } from '../../src/guest/agent.ts';
import { mergeLayers } from '../../src/guest/layers.ts';
import type { CpioEntry } from '../../src/guest/newc.ts';

const file = (path: string): CpioEntry => ({ type: 'file', path, data: Buffer.from('') });

/** What stands in a root beside its own entries: paths, with the targets of links. */
async function added(root: readonly CpioEntry[]): Promise<string[]> {
  return mergeLayers([root, await agentEntries(root)])
    .filter(({ path, type }) => type !== 'directory' && !root.some((own) => own.path === path))
    .map((entry) => (entry.type === 'link' ? `${entry.path} -> ${entry.target}` : entry.path));
}

const UNITS = [
  '/etc/systemd/system/tdx-boot-agent.service',
  '/etc/systemd/system/dev-virtio\\x2dports-org.tdx\\x2dboot.agent.device.wants/tdx-boot-agent.service -> /etc/systemd/system/tdx-boot-agent.service',
  '/etc/systemd/system/tdx-boot-agent.path',
  '/etc/systemd/system/paths.target.wants/tdx-boot-agent.path -> /etc/systemd/system/tdx-boot-agent.path',
];

test.each<[string, CpioEntry[], string[]]>([
  ['without systemd: the program', [file('/sbin/init')], ['/sbin/tdx-boot-agent']],
  [
    'with a merged /usr and systemd: the program and its units, enabled',
    [{ type: 'link', path: '/sbin', target: 'usr/sbin' }, file('/usr/lib/systemd/systemd')],
    ['/usr/sbin/tdx-boot-agent', ...UNITS],
  ],
  ['with systemd in /lib', [file('/lib/systemd/systemd')], ['/sbin/tdx-boot-agent', ...UNITS]],
])('a root %s', async (_, root, expected) => {
  expect(await added(root)).toEqual(expected);
});

test('the units are enabled where they say, and start the program where it lies', () => {
  const unit = (name: string) => readFileSync(new URL(`../../guest/${name}`, import.meta.url), 'utf8');
  expect(unit('tdx-boot-agent.service')).toContain(
    'WantedBy=dev-virtio\\x2dports-org.tdx\\x2dboot.agent.device\n',
  );
  expect(unit('tdx-boot-agent.service')).toContain('ExecStart=/sbin/tdx-boot-agent\n');
  expect(unit('tdx-boot-agent.path')).toContain('WantedBy=paths.target\n');
});
