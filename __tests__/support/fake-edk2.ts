/**
 * A fake of edk2's source tree: as many files as the TDVF recipe touches, whose host tools and firmware are built in
 * milliseconds. Everything around it is real: git, make, the recipe, the store.
 */

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildImage, memory, TYPE, volume } from '../tdx/image-builder.ts';

export interface FakeEdk2 {
  /** Shell commands of the program `build` before it writes the image; its arguments are in "$@". */
  readonly build?: string;
  /** Text that makes one tree different from another. */
  readonly content?: string;
}

/** Writes the tree. Its image is 64 KiB: TDX metadata, and a firmware volume full of the content. */
export function writeFakeEdk2(directory: string, { build = '', content = 'one' }: FakeEdk2 = {}): void {
  const files: Record<string, string | Uint8Array> = {
    'BaseTools/Source/C/Makefile': 'all:\n\t@echo "gcc -c Fake.c"\n',
    'BaseTools/BinWrappers/PosixLike/build': `#!/bin/sh\nset -e\necho "Building ... Fake.inf [X64]"\n${build}\n${IMAGE}`,
    'BaseTools/Conf/build_rule.template': '',
    'BaseTools/Conf/tools_def.template': '*_GCC5_*_*_FAMILY = GCC\n*_GCC_*_*_FAMILY = GCC\n',
    'BaseTools/Conf/target.template': '',
    'BaseTools/Source/C/BrotliCompress/brotli/c/a.c': '',
    'MdeModulePkg/Library/BrotliCustomDecompressLib/brotli/c/a.c': '',
    'CryptoPkg/Library/OpensslLib/openssl/a.c': '',
    'content.txt': content,
    'template.bin': buildImage(TEMPLATE),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  chmodSync(join(directory, 'BaseTools/BinWrappers/PosixLike/build'), 0o755);
}

/** Half CFV, half BFV. */
const TEMPLATE = {
  size: 0x10000,
  descriptor: 0xfe00,
  sections: [
    volume(TYPE.BFV, 0x8000, 0x8000, 0xffff8000),
    volume(TYPE.CFV, 0, 0x8000, 0xffff0000),
    memory(TYPE.TempMem, 0x810000, 0x10000),
    memory(TYPE.TD_HOB, 0x800000, 0x2000),
  ],
};

const IMAGE = `
case "$*" in *"-b DEBUG"*) type=DEBUG ;; *) type=RELEASE ;; esac
mkdir -p "Build/IntelTdx/\${type}_GCC5/FV"
image="Build/IntelTdx/\${type}_GCC5/FV/OVMF.fd"
head -c 32768 template.bin >"$image"
yes "$type $(cat content.txt) $*" | sed "s/-n [0-9]*//" | head -c 28672 >>"$image"
tail -c 4096 template.bin >>"$image"
`;
