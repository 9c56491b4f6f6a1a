/** Settings that only a Trust Domain has: the service that makes its quotes, and the host of an emulated one. */

import type { TdHost } from '../words/words.ts';
import type { QuoteSocket, Scenario } from './scenario.ts';

/** `vsock:2:4050` or `unix:/path`, whose form the schema has checked. */
export function parseQuoteSocket(text: string): QuoteSocket {
  const [type, ...rest] = text.split(':');
  const [cid = '', port = ''] = rest;
  return type === 'unix' ? { type, path: rest.join(':') } : { type: 'vsock', cid, port };
}

/** The KVM that the TD monitor plays for a scenario; undefined on other platforms, where the host's own counts. */
export function playedHost({ platform, tdMonitor }: Scenario): TdHost | undefined {
  return platform === 'tdx-emulated' ? tdMonitor.host : undefined;
}
