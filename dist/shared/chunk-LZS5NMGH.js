import {
  guidAt,
  hex
} from "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";

// src/tdx/reader.ts
var DataError = class extends UsageError {
  offset;
  constructor(code, message, offset, { hint }) {
    super(code, message, { hint });
    this.name = "DataError";
    this.offset = offset;
  }
};
var Reader = class {
  #bytes;
  #view;
  #subject;
  #offset;
  #record = "";
  #index = 0;
  constructor(bytes, subject, offset = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#subject = subject;
    this.#offset = offset;
  }
  get offset() {
    return this.#offset;
  }
  /** Bytes that are left. */
  get left() {
    return this.#bytes.length - this.#offset;
  }
  /** What follows is of this record: errors say so. */
  enter(record, index) {
    this.#record = record;
    this.#index = index;
  }
  u8(what) {
    return this.#view.getUint8(this.#move(1, what));
  }
  u16(what) {
    return this.#view.getUint16(this.#move(2, what), true);
  }
  u32(what) {
    return this.#view.getUint32(this.#move(4, what), true);
  }
  u64(what) {
    return this.#view.getBigUint64(this.#move(8, what), true);
  }
  guid(what) {
    return guidAt(this.#bytes, this.#move(16, what));
  }
  /** A view of the next bytes, not a copy: a length that the data claims costs nothing. */
  take(length, what) {
    const start = this.#move(length, what);
    return this.#bytes.subarray(start, start + length);
  }
  /** Moves on without looking at the bytes. */
  skip(length, what) {
    this.#move(length, what);
  }
  #move(length, what) {
    const start = this.#offset;
    if (length > this.left) {
      const { what: data } = this.#subject;
      const part = this.#record === "" ? what : `${what} of ${this.#record} ${this.#index}`;
      const message = `${data} ends within ${part}: ${length} bytes at offset ${hex(start)}, ${this.left} are left`;
      throw new DataError("truncated", message, start, this.#subject);
    }
    this.#offset = start + length;
    return start;
  }
};
function hexOf(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
function u64Of(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
}

export {
  DataError,
  Reader,
  hexOf,
  u64Of
};
