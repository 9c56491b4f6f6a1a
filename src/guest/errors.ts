/** What can go wrong while a guest is put together: errors with a stable code, fields and a way out. */

import { HostError } from '../words/errors.ts';

type GuestErrorCode =
  | 'kernel-not-bzimage'
  | 'kernel-truncated'
  | 'modules-not-found'
  | 'modules-unreadable'
  | 'cpio-entry-invalid'
  | 'files-unreadable'
  | 'files-too-large'
  | 'probe-missing'
  | 'disk-not-made'
  | 'mke2fs-missing'
  | 'mke2fs-failed';

/** An error in a guest's parts. `hint` is one sentence that says what to do about it. */
export class GuestError extends HostError {
  constructor(code: GuestErrorCode, message: string, hint: string, options?: { cause?: unknown }) {
    // A file that is missing or no kernel stays so; a program that fails may have lacked memory or disk.
    super(code, message, { hint, cause: options?.cause, lasting: code !== 'mke2fs-failed' });
    this.name = new.target.name;
  }
}

/** The file is not a Linux bzImage. */
export class NotBzImageError extends GuestError {
  /** True for an EFI program such as a unified kernel image, which a UEFI firmware can start. */
  readonly efiProgram: boolean;

  /** @param reason what the file is instead, or which part of the header is missing */
  constructor(reason: string, efiProgram = false) {
    const hint = 'Give the bzImage (arch/x86/boot/bzImage, or /boot/vmlinuz-*).';
    super('kernel-not-bzimage', `the kernel is not a bzImage: ${reason}`, hint);
    this.efiProgram = efiProgram;
  }
}

/** The file begins as a bzImage but ends before its header says. */
export class TruncatedKernelError extends GuestError {
  /** Both in bytes. */
  constructor(expected: number, actual: number) {
    super(
      'kernel-truncated',
      `the kernel is truncated: its header promises ${expected} bytes, the file has ${actual}`,
      'Copy, download or build the kernel again and compare sizes.',
    );
  }
}

/** A place in a disk's file system is damaged, or has a form that tdx-boot does not read. What lies behind this place is unknown, not missing. */
export class UnreadableError extends Error {}
