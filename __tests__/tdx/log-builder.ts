/** Builds event logs from a description, with none of the code under test. */

import { createHash } from 'node:crypto';
import { GLOBAL } from './variable-builder.ts';

export interface EventSpec {
  /** 1 to 4 are RTMR0 to RTMR3, 0 is MRTD. */
  readonly mr: number;
  readonly type: number;
  readonly data: Uint8Array;
  /** SHA-384 of the data unless given. */
  readonly digest?: string;
  /** Digests of other algorithms as [id, bytes], before the SHA-384 one. */
  readonly others?: readonly (readonly [number, number])[];
  readonly withoutSha384?: true;
}

export interface LogSpec {
  readonly events: readonly EventSpec[];
  /** [id, bytes] of each algorithm; SHA-384 alone unless given. */
  readonly algorithms?: readonly (readonly [number, number])[];
  readonly headerType?: number;
  readonly signature?: string;
  readonly fill?: Uint8Array;
}

export const SHA384 = [0x0c, 48] as const;
export const SHA256 = [0x0b, 32] as const;
export const ACTION = 0x80000007;

export function action(mr: number, text: string): EventSpec {
  return { mr, type: ACTION, data: Buffer.from(text) };
}

export function separator(mr: number): EventSpec {
  return { mr, type: 4, data: new Uint8Array(4) };
}

export function buildLog({ events, algorithms = [SHA384], headerType = 3, ...spec }: LogSpec): Buffer {
  const header = Buffer.concat([
    Buffer.from(spec.signature ?? 'Spec ID Event03\0', 'latin1'),
    Buffer.from([0, 0, 0, 0, 0, 2, 0, 2]),
    u32(algorithms.length),
    ...algorithms.map(([id, size]) => Buffer.concat([u16(id), u16(size)])),
    Buffer.from([0]),
  ]);
  return Buffer.concat([
    ...[u32(1), u32(headerType), Buffer.alloc(20), u32(header.length), header],
    ...events.map(eventBytes),
    spec.fill ?? Buffer.alloc(0),
  ]);
}

/** What the log is to replay to, by index of the register. */
export function replayOf(events: readonly EventSpec[], mr: number): string {
  let value: Buffer = Buffer.alloc(48);
  for (const event of events) {
    if (event.mr !== mr) continue;
    value = createHash('sha384')
      .update(value)
      .update(Buffer.from(digestOf(event), 'hex'))
      .digest();
  }
  return value.toString('hex');
}

export function digestOf({ digest, data }: EventSpec): string {
  return digest ?? createHash('sha384').update(data).digest('hex');
}

/** UEFI_VARIABLE_DATA with a GUID of ones. */
export function variable(name: string, content: Uint8Array): Buffer {
  const lengths = Buffer.alloc(16);
  lengths.writeBigUInt64LE(BigInt(name.length), 0);
  lengths.writeBigUInt64LE(BigInt(content.length), 8);
  const vendor = name.startsWith('Boot') ? GLOBAL : Buffer.alloc(16, 0x11);
  return Buffer.concat([vendor, lengths, Buffer.from(name, 'utf16le'), content]);
}

function eventBytes(event: EventSpec): Buffer {
  const { mr, type, data, others = [], withoutSha384 } = event;
  const digests = others.map(([id, size]) => Buffer.concat([u16(id), Buffer.alloc(size, 0xab)]));
  if (withoutSha384 === undefined)
    digests.push(Buffer.concat([u16(0x0c), Buffer.from(digestOf(event), 'hex')]));
  return Buffer.concat([u32(mr), u32(type), u32(digests.length), ...digests, u32(data.length), data]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
