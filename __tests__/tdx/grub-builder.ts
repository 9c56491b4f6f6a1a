/** Builds shim and GRUB images as small as they can be. The modules of GRUB are compiled, so that they have real relocations. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildUki } from './pe-builder.ts';

export interface ShimSpec {
  readonly version?: string;
  /** A certificate, or lists. */
  readonly keys?: Buffer;
  readonly revoked?: Buffer;
  /** With a table of relocations, by which the entry of MokListX has the address of `revoked`, or as in Ubuntu's build has none. */
  readonly showsRevoked?: boolean;
  readonly buildKey?: boolean;
  /** SbatLevel that it sets under Secure Boot. */
  readonly level?: string;
}

/** A shim with a table of keys as cert.S makes it. */
export function buildShim(spec: ShimSpec = {}): Buffer {
  const { version = '16.1', keys = Buffer.alloc(0), revoked = Buffer.alloc(0), buildKey = false } = spec;
  const { level = 'sbat,1,2025021800\n' } = spec;
  const table = Buffer.alloc(16);
  table.writeUInt32LE(keys.length, 0);
  table.writeUInt32LE(revoked.length, 4);
  table.writeUInt32LE(16, 8);
  table.writeUInt32LE(16 + keys.length, 12);
  const texts = Buffer.from(`${level}\0sbat,1,2099010100\n\0`);
  const levels = Buffer.alloc(12);
  levels.writeUInt32LE(8, 4);
  levels.writeUInt32LE(8 + level.length + 1, 8);
  return buildUki({
    '.sbatlevel': Buffer.concat([levels, texts]),
    '.data.ident': Buffer.from(`UEFI SHIM\n$Version: ${version} $\n`),
    '.vendor_cert': Buffer.concat([table, keys, revoked]),
    ...(spec.showsRevoked === undefined ? {} : mokVariables(spec.showsRevoked)),
    ...(buildKey ? { '.data': Buffer.from('AuthenticodeVerify(shim_cert) failed\n', 'utf16le') } : {}),
  });
}

/** The names and the relocations of two variables of mok.c; a name of the second is the beginning of another text. */
function mokVariables(showsRevoked: boolean): Record<string, Buffer> {
  const names = Buffer.from('MokListXRT\0MokList\0MokListX\0MokListX\0', 'utf16le');
  const [keys, other, list] = ['\0MokList\0', 'MokListXRT', 'MokListX\0MokListX\0'].map((text) =>
    BigInt(names.indexOf(Buffer.from(text, 'utf16le'))),
  );
  const [from = 0n, of = 0n, to = 0n] = [keys, other, list];
  const pointers = [
    [0x1000n, from + 2n],
    [0x1040n, 0x40n],
    // The second text of this name is the one that the variable has.
    [0x1080n, to + 18n],
    [0x1090n, of],
    ...(showsRevoked ? [[0x10c0n, 0x50n]] : []),
  ];
  const table = Buffer.alloc(24 * pointers.length);
  for (const [index, [at = 0n, target = 0n]] of pointers.entries()) {
    table.writeBigUInt64LE(at, 24 * index);
    table.writeBigUInt64LE(8n, 24 * index + 8);
    table.writeBigUInt64LE(target, 24 * index + 16);
  }
  return { '.names': names, '.rela': table };
}

/** What the module tpm does: 2.06 does not know the CC protocol, 2.12 measures with a TPM, and 2.14 without. */
export type TpmModule = '2.06' | '2.12' | '2.14';

export interface GrubSpec {
  readonly version?: string;
  readonly tpm?: TpmModule;
  /** How the image starts a kernel: by the module peimage, or by the handover protocol, in the module linux or linuxefi. */
  /** The component of SBAT behind GRUB's own, such as `grub.rh`. */
  readonly vendor?: string;
  readonly loader?: 'peimage' | 'linux' | 'linuxefi' | 'none';
  readonly prefix?: string;
  readonly config?: string;
}

export function buildGrub(spec: GrubSpec = {}): Buffer {
  const { version = '2.12', tpm = '2.12', loader = 'peimage', prefix = '/EFI/debian', config } = spec;
  const { vendor = loader === 'linux' ? 'grub.rh' : 'grub.debian' } = spec;
  const objects = [
    ...(loader === 'none' ? [] : [object(0, compiled(loader, loader === 'peimage' ? '' : HANDOVER))]),
    object(0, compiled('tpm', SOURCES[tpm])),
    ...(config === undefined ? [] : [object(2, Buffer.from(`${config}\0`))]),
    object(3, Buffer.from(`${prefix}\0`)),
  ];
  const size = objects.reduce((sum, { length }) => sum + length, 24);
  const head = Buffer.alloc(24);
  head.write('mimg');
  head.writeBigUInt64LE(24n, 8);
  head.writeBigUInt64LE(BigInt(size), 16);
  return buildUki({
    mods: Buffer.concat([head, ...objects]),
    '.sbat': Buffer.from(
      `sbat,1,SBAT Version,sbat,1,x\ngrub,7,Free Software Foundation,grub,${version},x\n${vendor},1,x,grub2,${version},x\n`,
    ),
  });
}

/** A header, then the content, up to a multiple of 8 bytes. */
function object(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(type, 0);
  head.writeUInt32LE(head.length + content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(-content.length & 7)]);
}

const HANDOVER = 'const char *handover(void) { return "kernel doesn\'t support EFI handover"; }';
const PROTOCOL = 'static unsigned cc[4] = { 0x96751a3d, 0x41a672f4, 0x5ded94a7, 0x6bae670e };';
const LOCATE = 'void *locate(void *); int has_tpm(void);';
const MEASURE = 'void *grub_tpm_measure(void) { return locate(cc); }';
const SOURCES: Readonly<Record<TpmModule, string>> = {
  '2.06': `${LOCATE} int grub_tpm_present(void) { return has_tpm(); }`,
  '2.12': `${PROTOCOL} ${LOCATE} ${MEASURE} int grub_tpm_present(void) { return has_tpm(); }`,
  '2.14': `${PROTOCOL} ${LOCATE} ${MEASURE} int grub_tpm_present(void) { return locate(cc) != 0 || has_tpm(); }`,
};

const made = new Map<string, Buffer>();

/** Compiled as GRUB compiles its modules, so that each address is a relocation of its own. */
function compiled(name: string, source = ''): Buffer {
  const text = `${source}\n__attribute__((section(".modname"))) char modname[] = "${name}";\n`;
  const known = made.get(text);
  if (known !== undefined) return known;
  const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-grub-'));
  const [file, output] = [join(directory, 'module.c'), join(directory, 'module.o')];
  writeFileSync(file, text);
  execFileSync('gcc', ['-O1', '-mcmodel=large', '-fno-pic', '-fno-pie', '-c', '-o', output, file]);
  const object = readFileSync(output);
  rmSync(directory, { recursive: true });
  made.set(text, object);
  return object;
}
