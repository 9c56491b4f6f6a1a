/** What a scenario says that only a Trust Domain has: a firmware of its kind, and a place where quotes come from. */

import type { QuoteSocket, Scenario } from './scenario.ts';
import type { FirmwareName } from './words.ts';

/**
 * Why a firmware does not boot there; undefined when it may. td-shim's reset vector expects a Trust Domain, and QEMU's
 * TDVF parser knows none of the payload sections of its Linux variant (hw/i386/tdvf.c, "TDVF contains unsupported
 * section type").
 */
export function firmwareProblem(
  name: FirmwareName,
  { platform, vmm }: Pick<Scenario, 'platform' | 'vmm'>,
): string | undefined {
  if (name === 'tdvf') return undefined;
  if (platform !== 'tdx') return `${name} boots only in a Trust Domain, and platform is ${platform}`;
  if (name === 'td-shim' && vmm === 'qemu') return 'QEMU cannot boot td-shim: it needs vmm: cloud-hypervisor';
  return undefined;
}

/** `vsock:2:4050` or `unix:/path`, whose form the schema has checked. */
export function parseQuoteSocket(text: string): QuoteSocket {
  const [type, ...rest] = text.split(':');
  const [cid = '', port = ''] = rest;
  return type === 'unix' ? { type, path: rest.join(':') } : { type: 'vsock', cid, port };
}
