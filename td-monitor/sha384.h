/** SHA-384 (FIPS 180-4), with which the TDX module makes MRTD, RTMRs and the hashes of a TDREPORT. */
#ifndef TD_SHA384_H
#define TD_SHA384_H

#include "types.h"

enum { SHA384_BYTES = 48, SHA384_BLOCK_BYTES = 128 };

/** A running digest. A copy of the struct is a digest of its own, so that a value can be read and the original continued. */
struct sha384 {
	u64 state[8];
	/** Bytes taken so far. */
	u64 length;
	u8 block[SHA384_BLOCK_BYTES];
};

void sha384_init(struct sha384 *digest);
void sha384_update(struct sha384 *digest, const void *data, u64 bytes);
/** Writes the digest; the struct must be initialised again before its next use. */
void sha384_final(struct sha384 *digest, u8 out[SHA384_BYTES]);

/** The digest of one piece of memory. */
void sha384(const void *data, u64 bytes, u8 out[SHA384_BYTES]);

/** Extends a register: value = SHA-384(value | data) (TDX Module ABI, TDG.MR.RTMR.EXTEND). */
void sha384_extend(u8 value[SHA384_BYTES], const u8 data[SHA384_BYTES]);

#endif
