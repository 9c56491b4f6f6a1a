/** Rules that judge the TDX metadata as a whole: what must be there, how often, and where. */

import { hex, hexRange } from './format.ts';
import { endOf, type ImageRule, isQemuType, RECORD_TYPES, REFERENCE, rangeOf } from './image-rule.ts';
import type { TdvfMetadata, TdvfSection } from './metadata.ts';
import { FOUR_GIB } from './q35.ts';

const RESET_VECTOR = 0xffff_fff0n;
const ROM_GRANULE = 0x1_0000;
const AT_MOST_ONE = ['TD_HOB', 'Payload', 'PayloadParam', 'TdInfo', 'TdParams'];

export const LAYOUT_RULES: readonly ImageRule[] = [
  {
    id: 'image-size-not-64k',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.qemuRom} ("could not load PC BIOS")`,
    *find({ image }) {
      if (image.length % ROM_GRANULE === 0) return;
      yield { message: `${image.length} bytes are no multiple of 64 KiB, as QEMU asks: is the image whole?` };
    },
  },
  {
    id: 'qemu-legacy-pointer',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.qemuParser} tdvf_get_metadata ("Cannot find TDX_METADATA_OFFSET_GUID")`,
    *find({ metadata }) {
      if (metadata.found === 'guid-table') return;
      const where = `the metadata at ${hex(metadata.descriptorOffset)}`;
      const why = 'is found through the legacy pointer only, which QEMU does not read';
      yield { message: `${where} ${why}; use Cloud Hypervisor` };
    },
  },
  {
    id: 'qemu-unsupported-type',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.qemuParser} tdvf_parse_and_check_section_entry ("unsupported section type"); td-shim#656`,
    *find({ metadata }) {
      const unsupported = metadata.sections.filter(({ name, type }) => type <= 8 && !isQemuType(name));
      if (unsupported.length === 0) return;
      const types = [...new Set(unsupported.map(({ name, type }) => `${name} (${type})`))];
      const what = `unsupported section type${types.length > 1 ? 's' : ''} ${types.join(', ')}`;
      const instead = runsInCloudHypervisor(metadata) ? '; use Cloud Hypervisor' : '';
      yield { message: `${what}: QEMU cannot boot td-shim${instead}` };
    },
  },
  {
    id: 'qemu-single-section',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.qemuParser} tdvf_parse_metadata ("Invalid number of fw entries")`,
    *find({ metadata }) {
      const count = metadata.sections.length;
      if (count < 2) yield { message: `the metadata has ${count} section; QEMU asks for two or more` };
    },
  },
  {
    id: 'metadata-guid-missing',
    severity: 'warning',
    refusedBy: [],
    reference: `${REFERENCE.gce} extractTDXMetadata; td-shim-tools (both look for TdxMetadataGuid)`,
    *find({ metadata }) {
      if (metadata.guidBefore) return;
      yield {
        message: `no TdxMetadataGuid stands before the descriptor at ${hex(metadata.descriptorOffset)}`,
      };
    },
  },
  {
    id: 'memory-overlap',
    severity: 'error',
    refusedBy: 'all',
    reference: `intel/tdx-module tdh_mem_page_add.c (TDX_EPT_ENTRY_STATE_INCORRECT); ${REFERENCE.gce}`,
    *find({ metadata }) {
      const mapped = metadata.sections.filter(({ memorySize }) => memorySize > 0n);
      let highest: TdvfSection | undefined;
      for (const section of mapped.toSorted(byAddress)) {
        if (highest !== undefined && section.address < endOf(highest)) {
          const other = `section ${highest.index} (${highest.name}, ${rangeOf(highest)})`;
          yield { section: section.index, message: `${rangeOf(section)} overlaps ${other}` };
        }
        if (highest === undefined || endOf(section) > endOf(highest)) highest = section;
      }
    },
  },
  {
    id: 'bfv-missing',
    severity: 'error',
    refusedBy: 'all',
    reference: REFERENCE.spec,
    *find({ metadata }) {
      if (named(metadata, 'BFV').length === 0) yield { message: 'no BFV: there is no code to run' };
    },
  },
  {
    id: 'reset-vector-missing',
    severity: 'error',
    refusedBy: 'all',
    reference: REFERENCE.spec,
    *find({ metadata }) {
      const volumes = named(metadata, 'BFV');
      if (volumes.length === 0 || volumes.some(holdsResetVector)) return;
      const ranges = volumes.slice(0, 4).map(rangeOf).join(', ');
      const wanted = `the reset vector ${hex(RESET_VECTOR)} and ends at ${hex(FOUR_GIB)}`;
      yield { message: `no BFV holds ${wanted} (${ranges})` };
    },
  },
  {
    id: 'reset-vector-not-at-image-end',
    severity: 'error',
    refusedBy: [],
    reference: `${REFERENCE.qemuRom}; edk2 OvmfPkg/ResetVector/Ia16/ResetVectorVtf0.nasm.inc (just below 4 GiB)`,
    *find({ metadata, image }) {
      for (const section of named(metadata, 'BFV').filter(holdsResetVector)) {
        const end = section.dataOffset + section.rawSize;
        if (end === image.length) continue;
        yield {
          section: section.index,
          message: `data ends at ${hex(end)} instead of the end of the image, ${hex(image.length)}`,
        };
      }
    },
  },
  {
    id: 'td-hob-missing',
    severity: 'error',
    refusedBy: ['qemu', 'cloud-hypervisor'],
    reference:
      `${REFERENCE.qemuTdx} tdx_get_hob_entry ("doesn't specify TD_HOB location"); ` +
      `${REFERENCE.cloudHypervisor} populate_tdx_sections (unwrap of hob_offset)`,
    *find({ metadata }) {
      if (named(metadata, 'TD_HOB').length === 0) yield { message: 'no TD_HOB: both VMMs ask for one' };
    },
  },
  {
    id: 'memory-undescribed',
    severity: 'error',
    refusedBy: [],
    reference: REFERENCE.spec,
    *find({ metadata }) {
      if (metadata.sections.some(({ name }) => name === 'TD_HOB' || name === 'PermMem')) return;
      yield { message: 'neither TD_HOB nor PermMem: the firmware cannot learn what memory it has' };
    },
  },
  {
    id: 'duplicate-section',
    severity: 'error',
    refusedBy: [],
    reference: REFERENCE.spec,
    *find({ metadata }) {
      for (const name of AT_MOST_ONE) {
        for (const { index } of named(metadata, name).slice(1)) {
          yield { section: index, message: `there is a ${name} already, and one is allowed` };
        }
      }
    },
  },
  {
    id: 'payload-param-without-payload',
    severity: 'error',
    refusedBy: [],
    reference: REFERENCE.spec,
    *find({ metadata }) {
      if (named(metadata, 'Payload').length > 0) return;
      for (const { index } of named(metadata, 'PayloadParam')) {
        yield { section: index, message: 'there is no Payload that it could be for' };
      }
    },
  },
  {
    id: 'record-outside-bfv',
    severity: 'error',
    refusedBy: [],
    reference: REFERENCE.spec,
    *find({ metadata }) {
      for (const name of RECORD_TYPES) {
        // The first of each is enough: more are duplicates, and pairing all with all could take for ever.
        const [record] = named(metadata, name);
        if (record === undefined || named(metadata, 'BFV').some((bfv) => holdsData(bfv, record))) continue;
        const data = hexRange(record.dataOffset, record.dataOffset + record.rawSize);
        yield { section: record.index, message: `data ${data} lies in no BFV` };
      }
    },
  },
  {
    id: 'image-not-covered',
    severity: 'warning',
    refusedBy: [],
    reference: `${REFERENCE.gce} validateTDXMetadataSections ("doesn't add up to the fw size")`,
    *find({ metadata, image }) {
      const volumes = metadata.sections.filter(({ name }) => name === 'BFV' || name === 'CFV');
      const covered = volumes.reduce((sum, { rawSize }) => sum + rawSize, 0);
      if (covered === image.length) return;
      yield { message: `BFV and CFV take ${hex(covered)} bytes of the image's ${hex(image.length)}` };
    },
  },
];

function named(metadata: TdvfMetadata, name: string): readonly TdvfSection[] {
  return metadata.sections.filter((section) => section.name === name);
}

/** Cloud Hypervisor takes every type, but asks for a TD_HOB and for memory in every section (see their rules). */
function runsInCloudHypervisor({ sections }: TdvfMetadata): boolean {
  return (
    sections.some(({ name }) => name === 'TD_HOB') && sections.every(({ memorySize }) => memorySize > 0n)
  );
}

function holdsResetVector(section: TdvfSection): boolean {
  return section.address <= RESET_VECTOR && endOf(section) === FOUR_GIB;
}

/** Whether the bytes of `inner` in the image are among those of `outer`. */
function holdsData(outer: TdvfSection, inner: TdvfSection): boolean {
  return (
    inner.dataOffset >= outer.dataOffset &&
    inner.dataOffset + inner.rawSize <= outer.dataOffset + outer.rawSize
  );
}

function byAddress(one: TdvfSection, other: TdvfSection): number {
  return one.address < other.address ? -1 : Number(one.address > other.address);
}
