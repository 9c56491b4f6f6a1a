/** Of the package lzma1, whose own types are its sources, which do not pass this project's checks. */

/** Decompresses LZMA "alone": properties, size, data. Throws Error when they are damaged. */
export declare function decompress(data: Uint8Array): Uint8Array;

/** Compresses to the same form: tests make compressed volumes with it. */
export declare function compress(data: Uint8Array): Uint8Array;
