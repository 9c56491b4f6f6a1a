/** Reads untrusted little-endian data step by step: what does not fit ends in a named error that says where. */

import { UsageError } from '../words/errors.ts';
import { guidAt, hex } from './format.ts';

/** What is read, for the messages of its errors. */
export interface Subject {
  /** As in "the event log". */
  readonly what: string;
  /** What to do when it cannot be read, one sentence. */
  readonly hint: string;
}

/** Data that claims more than there is (`truncated`), that is more than is read (`too-large`), or that is not what it should be. */
type DataErrorCode =
  | 'truncated'
  | 'too-large'
  | 'bad-event-log'
  | 'bad-report'
  | 'bad-quote'
  | 'no-quote'
  | 'bad-kernel'
  | 'bad-acpi'
  | 'bad-smbios'
  | 'bad-td-hob'
  | 'bad-variables'
  | 'bad-section';

export class DataError extends UsageError {
  constructor(code: DataErrorCode, message: string, { hint }: Pick<Subject, 'hint'>) {
    super(code, message, { hint });
    this.name = 'DataError';
  }
}

/** What `read` gives; what `otherwise` gives where the data are damaged (DataError). Other errors are thrown. */
export function unlessDamaged<T, U>(read: () => T, otherwise: (error: DataError) => U): T | U {
  try {
    return read();
  } catch (error) {
    if (error instanceof DataError) return otherwise(error);
    throw error;
  }
}

/** A position in the data that moves forward. Every method throws DataError `truncated` when too few bytes are left. */
export class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #subject: Subject;
  #offset = 0;
  #record = '';
  #index = 0;

  /** @param start bytes that are passed over. @throws DataError code `truncated` where the data end before */
  constructor(bytes: Uint8Array, subject: Subject, start = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#subject = subject;
    if (start > bytes.length) {
      const message = `${subject.what} has ${bytes.length} bytes, and what is to be read begins at offset ${hex(start)}`;
      throw new DataError('truncated', message, subject);
    }
    this.#offset = start;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Bytes that are left. */
  get left(): number {
    return this.#bytes.length - this.#offset;
  }

  /** What follows is of this record: errors say so. */
  enter(record: string, index: number): void {
    this.#record = record;
    this.#index = index;
  }

  u8(what: string): number {
    return this.#view.getUint8(this.#move(1, what));
  }

  u16(what: string): number {
    return this.#view.getUint16(this.#move(2, what), true);
  }

  u32(what: string): number {
    return this.#view.getUint32(this.#move(4, what), true);
  }

  u64(what: string): bigint {
    return this.#view.getBigUint64(this.#move(8, what), true);
  }

  guid(what: string): string {
    return guidAt(this.#bytes, this.#move(16, what));
  }

  /** A view of the next bytes, not a copy: a length that the data claims costs nothing. */
  take(length: number, what: string): Uint8Array {
    const start = this.#move(length, what);
    return this.#bytes.subarray(start, start + length);
  }

  /** A view of all bytes that are left; the position stays. */
  rest(): Uint8Array {
    return this.#bytes.subarray(this.#offset);
  }

  /** Moves on without looking at the bytes. */
  skip(length: number, what: string): void {
    this.#move(length, what);
  }

  #move(length: number, what: string): number {
    const start = this.#offset;
    if (length > this.left) {
      const { what: data } = this.#subject;
      const part = this.#record === '' ? what : `${what} of ${this.#record} ${this.#index}`;
      const message = `${data} ends within ${part}: ${length} bytes at offset ${hex(start)}, ${this.left} are left`;
      throw new DataError('truncated', message, this.#subject);
    }
    this.#offset = start + length;
    return start;
  }
}

/** The bytes as lower-case hex digits, in the order in which they are stored. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** Eight bytes as a little-endian number. */
export function u64Of(bytes: Uint8Array): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
}
