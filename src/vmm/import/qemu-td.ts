/** The object of a Trust Domain in a command of QEMU. */

import { type Draft, key, lost, type Outcome } from './draft.ts';
import type { OptionList } from './options.ts';

const REGISTERS = ['mrconfigid', 'mrowner', 'mrownerconfig'];
/** Bits of the property `attributes` that a scenario can say (TDX module ABI, ATTRIBUTES). */
const DEBUG = 1n << 0n;
const SEPT_VE_DISABLE = 1n << 28n;
/** Properties that are read here, or that say nothing of the guest. */
const KNOWN = ['id', 'debug', 'attributes', 'sept-ve-disable', 'quote-generation-service', ...REGISTERS];

export function tdxGuest(draft: Draft, list: OptionList): Outcome {
  draft.makeTd();
  const attributes = attributesOf(list);
  const named = list.get('sept-ve-disable');
  const septVe =
    named === undefined
      ? attributes === undefined || (attributes & SEPT_VE_DISABLE) !== 0n
      : list.isOn('sept-ve-disable');
  const td = {
    ...(list.isOn('debug') || ((attributes ?? 0n) & DEBUG) !== 0n ? { debug: true } : {}),
    ...(septVe ? {} : { 'sept-ve-disable': false }),
    ...Object.fromEntries(
      Object.entries(list.some(REGISTERS)).map(([register, base64]) => [
        register,
        Buffer.from(base64, 'base64').toString('hex'),
      ]),
    ),
  };
  if (Object.keys(td).length > 0) draft.guest.td = td;
  const socket = quoteSocket(list);
  if (socket !== undefined) draft.guest['quote-socket'] = socket;
  const keys = [
    'platform',
    ...(Object.keys(td).length > 0 ? ['guest.td'] : []),
    ...(socket === undefined ? [] : ['guest.quote-socket']),
  ];
  const others = [
    ...list
      .others(KNOWN)
      .filter((other) => socket === undefined || !other.startsWith('quote-generation-socket.')),
    ...unreadAttributes(list).map((text) => `attributes ${text}`),
  ];
  return key(`${keys.join(', ')}${lost(others)}`);
}

/** Undefined where the command leaves them to QEMU, or names a variable. */
function attributesOf(list: OptionList): bigint | undefined {
  const text = list.get('attributes') ?? '';
  return /^(0x[0-9a-f]+|\d+)$/i.test(text) ? BigInt(text) : undefined;
}

/** The attributes that no key says. */
function unreadAttributes(list: OptionList): string[] {
  const attributes = attributesOf(list);
  if (attributes === undefined) return list.all('attributes');
  const bits = attributes & ~(DEBUG | SEPT_VE_DISABLE);
  return bits === 0n ? [] : [`0x${bits.toString(16)}`];
}

/** The property of QEMU 10.1 and later, or of Intel's trees before. */
function quoteSocket(list: OptionList): string | undefined {
  const type = list.get('quote-generation-socket.type');
  if (type === 'unix') return `unix:${list.get('quote-generation-socket.path') ?? ''}`;
  const [cid, port] = ['cid', 'port'].map((name) => list.get(`quote-generation-socket.${name}`));
  return type === 'vsock' ? `vsock:${cid}:${port}` : list.get('quote-generation-service');
}
