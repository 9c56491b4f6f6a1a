/** Settings of a scenario that only a Trust Domain has: the service that makes its quotes. */

import type { QuoteSocket } from './scenario.ts';

/** `vsock:2:4050` or `unix:/path`, whose form the schema has checked. */
export function parseQuoteSocket(text: string): QuoteSocket {
  const [type, ...rest] = text.split(':');
  const [cid = '', port = ''] = rest;
  return type === 'unix' ? { type, path: rest.join(':') } : { type: 'vsock', cid, port };
}
