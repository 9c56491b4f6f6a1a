/** Computes MRTD: the digest that the TDX module makes of a TD's initial memory, as a VMM adds it from the image. */

import { createHash } from 'node:crypto';
import type { VmmName } from '../words/words.ts';
import { hex, hexRange } from './format.ts';
import { RECORD_TYPES } from './image-rule.ts';
import type { TdvfMetadata, TdvfSection } from './metadata.ts';
import type { Order } from './names.ts';
import { DataError } from './reader.ts';
import type { Sha384 } from './registers.ts';

/** Whose reading of the metadata counts: a VMM's, or the specification's, which td-shim's tools and Google's follow. */
type MrtdReader = VmmName | 'specification';

/** Where readers of the same metadata differ. */
export interface MrtdMethod {
  readonly order: Order;
  /** Whether sections with PAGE.AUG are added before the TD starts, too. */
  readonly augmented: boolean;
  /** What stands in memory after a section's data: zeros, or the bytes that follow in the image. */
  readonly fill: 'zero' | 'image';
  /** Whether attributes ask for a measurement: bit 0, or the value 1 alone. */
  readonly measured: 'bit-0' | 'only-1';
}

interface MrtdVariant {
  readonly reader: MrtdReader;
  readonly method: MrtdMethod;
  /** Programs that measure so, for people. */
  readonly programs: string;
  readonly source: string;
}

const QEMU = { augmented: true, fill: 'image', measured: 'bit-0' } as const;

/** How today's VMMs measure. Cloud Hypervisor and QEMU 10.1 give equal MRTDs for the images that tdx-boot builds. */
export const LAUNCH_METHOD: MrtdMethod = { ...QEMU, order: 'interleaved' };

/** QEMU 8.2 of Intel's kernel tree and of Canonical noble; no upstream QEMU of that version starts a TD. */
const TWO_PASS_QEMU = /^8\.2\./;

/** The order in which a VMM measures, by its version where that is known. */
export function launchOrder(vmm: VmmName, version: string | undefined): Order {
  return vmm === 'qemu' && version !== undefined && TWO_PASS_QEMU.test(version) ? 'two-pass' : 'interleaved';
}

/** Every combination that a known program uses. */
export const MRTD_VARIANTS: readonly MrtdVariant[] = [
  {
    reader: 'qemu',
    method: LAUNCH_METHOD,
    programs: 'QEMU 10.1 and later with Linux 6.16 and later; Intel QEMU 7.x and 8.1',
    source:
      'QEMU target/i386/kvm/tdx.c tdx_init_fw_mem_region; Linux arch/x86/kvm/vmx/tdx.c tdx_gmem_post_populate',
  },
  {
    reader: 'qemu',
    method: { ...QEMU, order: 'two-pass' },
    programs: 'QEMU 8.2 of Intel (upstream-v5) and of Canonical noble (8.2.2+tdx)',
    source: 'intel-staging/qemu-tdx issue 1; td-shim issues 683 and 740; virtee/tdx-measure issue 18',
  },
  {
    reader: 'cloud-hypervisor',
    method: { order: 'interleaved', augmented: true, fill: 'zero', measured: 'only-1' },
    programs: 'Cloud Hypervisor',
    source: 'Cloud Hypervisor ae44c297 vmm/src/vm.rs init_tdx_memory, populate_tdx_sections',
  },
  {
    reader: 'specification',
    method: { order: 'interleaved', augmented: false, fill: 'zero', measured: 'bit-0' },
    programs: 'the specification; td-shim-tools, Google Compute Engine',
    source: 'td-shim doc/tdshim_spec.md; google/gce-tcb-verifier 74582c07 tdx/mrtd.go',
  },
];

/** The variants of one VMM and of one order; absent: of all. */
export function mrtdVariants({
  vmm,
  order,
}: {
  readonly vmm?: VmmName;
  readonly order?: Order;
}): MrtdVariant[] {
  return MRTD_VARIANTS.filter(
    ({ reader, method }) => (vmm ?? reader) === reader && (order ?? method.order) === method.order,
  );
}

const PAGE = 0x1000;
const CHUNK = 0x100;
const BUFFER = 128;
const ADDRESS_AT = 16;
/** What is hashed for a page that is added, and for one that is measured, too. */
const ADDED_BYTES = BigInt(BUFFER);
const MEASURED_BYTES = BigInt(BUFFER + PAGE + (PAGE / CHUNK) * BUFFER);
/** The most that is hashed, in bytes: 2 GiB added or 42 MiB measured. A damaged image can ask for more. */
const MOST_HASHED = 0x400_0000n;
const DAMAGED = {
  hint: 'The image is damaged, or no VMM starts it: tdx-boot firmware inspect says what is wrong.',
};

/**
 * MRTD of an image. Neither CPUs nor RAM nor the TD's attributes are in it, only the sections of the metadata, in their
 * order (intel/tdx-module tdh_mem_page_add.c, tdh_mr_extend.c).
 * @throws DataError code `truncated` or `bad-section` when a section cannot be added as the metadata says
 */
export function computeMrtd(image: Uint8Array, { sections }: TdvfMetadata, rules: MrtdMethod): Sha384 {
  const added = sections.filter((section) => isAdded(section, rules));
  requireSound(added, image, rules);
  const hash = new PageHash();
  for (const section of added) {
    const measured = isMeasured(section, rules);
    const content = contentOf(section, image, rules);
    const pages = Number(section.memorySize / BigInt(PAGE));
    const addressOf = (page: number): bigint => section.address + BigInt(page * PAGE);
    for (let page = 0; page < pages; page++) {
      hash.add(addressOf(page));
      if (measured && rules.order === 'interleaved') hash.extend(addressOf(page), content, page);
    }
    if (!measured || rules.order === 'interleaved') continue;
    for (let page = 0; page < pages; page++) hash.extend(addressOf(page), content, page);
  }
  return hash.digest();
}

/**
 * What the variants of an image hash, in bytes: what each of them costs.
 * @throws DataError as computeMrtd does
 */
export function hashedBytes(image: Uint8Array, { sections }: TdvfMetadata, rules: MrtdMethod): bigint {
  return requireSound(
    sections.filter((section) => isAdded(section, rules)),
    image,
    rules,
  );
}

/** TDH.MEM.PAGE.ADD and TDH.MR.EXTEND of whole pages. What is hashed is gathered: many small updates take longer. */
class PageHash {
  readonly #hash = createHash('sha384');
  readonly #add = record('MEM.PAGE.ADD', BUFFER);
  readonly #extend = record('MR.EXTEND', PAGE + (PAGE / CHUNK) * BUFFER);

  add(address: bigint): void {
    this.#add.view.setBigUint64(ADDRESS_AT, address, true);
    this.#hash.update(this.#add.bytes);
  }

  /** @param content of the section; where the content ends, memory is zero */
  extend(address: bigint, content: Uint8Array, page: number): void {
    const { bytes, view } = this.#extend;
    const start = page * PAGE;
    for (let chunk = 0; chunk < PAGE / CHUNK; chunk++) {
      const at = chunk * (BUFFER + CHUNK);
      const from = start + chunk * CHUNK;
      view.setBigUint64(at + ADDRESS_AT, address + BigInt(chunk * CHUNK), true);
      const data = content.subarray(from, from + CHUNK);
      bytes.set(data, at + BUFFER);
      if (data.length < CHUNK) bytes.fill(0, at + BUFFER + data.length, at + BUFFER + CHUNK);
    }
    this.#hash.update(bytes);
  }

  digest(): Sha384 {
    return this.#hash.digest('hex');
  }
}

function isAdded({ name, memorySize, augment }: TdvfSection, { augmented }: MrtdMethod): boolean {
  return memorySize > 0n && !RECORD_TYPES.includes(name) && (augmented || !augment);
}

function isMeasured({ attributes, extend }: TdvfSection, { measured }: MrtdMethod): boolean {
  return measured === 'bit-0' ? extend : attributes === 1;
}

/** Checked before anything is hashed: what the TDX module or the VMM would refuse has no MRTD. Returns the bytes to hash. */
function requireSound(sections: readonly TdvfSection[], image: Uint8Array, rules: MrtdMethod): bigint {
  let hashed = 0n;
  for (const section of sections) {
    const { index, name, address, memorySize, dataOffset, rawSize } = section;
    const what = `section ${index} (${name})`;
    const bad = (problem: string): never => {
      throw new DataError('bad-section', `${what}: ${problem}`, DAMAGED);
    };
    if (address % BigInt(PAGE) !== 0n || memorySize % BigInt(PAGE) !== 0n) {
      bad(`${hexRange(address, address + memorySize)} is not made of whole 4 KiB pages`);
    }
    if (address + memorySize >= 1n << 64n)
      bad(`${hexRange(address, address + memorySize)} goes beyond 64 bits`);
    if (BigInt(rawSize) > memorySize) bad(`raw size ${hex(rawSize)} exceeds memory size ${hex(memorySize)}`);
    if (dataOffset + rawSize > image.length) {
      const data = hexRange(dataOffset, dataOffset + rawSize);
      bad(`data ${data} ends beyond the image (${hex(image.length)})`);
    }
    hashed += (memorySize / BigInt(PAGE)) * (isMeasured(section, rules) ? MEASURED_BYTES : ADDED_BYTES);
    if (hashed > MOST_HASHED)
      bad(`${hexRange(address, address + memorySize)} is more than anybody adds to a TD`);
  }
  return hashed;
}

/** The bytes behind the first pages of a section; where they end, memory is zero. */
function contentOf(
  { dataOffset, rawSize, memorySize }: TdvfSection,
  image: Uint8Array,
  { fill }: MrtdMethod,
): Uint8Array {
  const length = fill === 'image' && rawSize > 0 ? Number(memorySize) : rawSize;
  return image.subarray(dataOffset, dataOffset + length);
}

/** What the TDX module hashes for an operation, over and over: 128 bytes with its name, and content where there is some. */
function record(operation: string, size: number): { readonly bytes: Uint8Array; readonly view: DataView } {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += BUFFER + CHUNK) bytes.set(Buffer.from(operation, 'latin1'), at);
  return { bytes, view: new DataView(bytes.buffer) };
}
