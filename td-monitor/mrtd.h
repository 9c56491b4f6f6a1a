/**
 * MRTD: the digest that the TDX module makes of a TD's initial memory, page by page, as the VMM adds it.
 * Twin: src/tdx/mrtd.ts. Source: intel/tdx-module tdh_mem_page_add.c, tdh_mr_extend.c.
 */
#ifndef TD_MRTD_H
#define TD_MRTD_H

#include "metadata.h"
#include "sha384.h"
#include "types.h"

enum { MRTD_CHUNK = 256 };

/** Whose reading of the metadata counts. */
enum mrtd_reader {
	/** QEMU 10.1: attribute bit 0 measures; memory after a section's data holds the bytes that follow in the image. */
	MRTD_QEMU,
	/** Cloud Hypervisor: only the attribute value 1 measures; memory after a section's data is zero. */
	MRTD_CLOUD_HYPERVISOR,
};

/** TDH.MEM.PAGE.ADD of the 4 KiB page at this guest physical address. */
void mrtd_page_add(struct sha384 *mrtd, u64 gpa);
/** TDH.MR.EXTEND of 256 bytes at this guest physical address. */
void mrtd_extend(struct sha384 *mrtd, u64 gpa, const u8 chunk[MRTD_CHUNK]);

/** Whether this VMM measures the contents of the section. */
bool mrtd_measures(enum mrtd_reader reader, const struct section *section);

/**
 * How many bytes of the image stand in the section's memory from its start on: raw_size, or more where the VMM copies
 * what follows in the image. The rest of the memory is zero. A VMM loads just what it measures.
 */
u64 mrtd_content_bytes(enum mrtd_reader reader, const struct section *section, u64 image_size);

/**
 * MRTD of the image, each page measured as it is added ("QEMU interleaved", "Cloud Hypervisor interleaved" of
 * `tdx-boot measure`). The metadata must have passed metadata_check.
 */
void mrtd_compute(const u8 *image, u64 image_size, const struct metadata *metadata, enum mrtd_reader reader,
		  u8 out[SHA384_BYTES]);

#endif
