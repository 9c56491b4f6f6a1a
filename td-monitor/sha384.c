/** SHA-384: the compression function of FIPS 180-4, section 6.4, with the initial value of section 5.3.4. */

#include "sha384.h"

/** FIPS 180-4, section 4.2.3. */
static const u64 ROUND[80] = {
	0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
	0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
	0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
	0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
	0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
	0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
	0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
	0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
	0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
	0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
	0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
	0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
	0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
	0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
	0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
	0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
	0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
	0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
	0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
	0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

static u64 rotate(u64 value, unsigned bits) { return value >> bits | value << (64 - bits); }

static u64 get_big_endian(const u8 *at)
{
	u64 value = 0;

	for (unsigned i = 0; i < 8; i++)
		value = value << 8 | at[i];
	return value;
}

static void put_big_endian(u8 *at, u64 value)
{
	for (unsigned i = 0; i < 8; i++)
		at[i] = (u8)(value >> (56 - 8 * i));
}

/** Round t + n, in which the variable that the standard calls a is v[8 - n]. */
static inline __attribute__((always_inline)) void one_round(u64 v[8], unsigned n, unsigned t, const u64 words[80])
{
	u64 a = v[(8 - n) & 7], b = v[(9 - n) & 7], c = v[(10 - n) & 7];
	u64 e = v[(12 - n) & 7], f = v[(13 - n) & 7], g = v[(14 - n) & 7];
	u64 first = v[(15 - n) & 7] + (rotate(e, 14) ^ rotate(e, 18) ^ rotate(e, 41)) + ((e & f) ^ (~e & g)) + ROUND[t + n] +
		    words[t + n];
	u64 second = (rotate(a, 28) ^ rotate(a, 34) ^ rotate(a, 39)) + ((a & b) ^ (a & c) ^ (b & c));

	v[(11 - n) & 7] += first;
	v[(15 - n) & 7] = first + second;
}

static void compress(u64 state[8], const u8 *block)
{
	u64 words[80], v[8];

	for (unsigned t = 0; t < 16; t++)
		words[t] = get_big_endian(block + 8 * t);
	for (unsigned t = 16; t < 80; t++) {
		u64 early = words[t - 15], late = words[t - 2];

		words[t] = (rotate(late, 19) ^ rotate(late, 61) ^ late >> 6) + words[t - 7] +
			   (rotate(early, 1) ^ rotate(early, 8) ^ early >> 7) + words[t - 16];
	}
	for (unsigned i = 0; i < 8; i++)
		v[i] = state[i];
	/* After eight rounds each of the eight variables is in its place again: nothing is moved, which TCG would do slowly. */
	for (unsigned t = 0; t < 80; t += 8) {
		one_round(v, 0, t, words);
		one_round(v, 1, t, words);
		one_round(v, 2, t, words);
		one_round(v, 3, t, words);
		one_round(v, 4, t, words);
		one_round(v, 5, t, words);
		one_round(v, 6, t, words);
		one_round(v, 7, t, words);
	}
	for (unsigned i = 0; i < 8; i++)
		state[i] += v[i];
}

void sha384_init(struct sha384 *digest)
{
	static const u64 INITIAL[8] = {
		0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
		0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
	};

	memcpy(digest->state, INITIAL, sizeof(INITIAL));
	digest->length = 0;
}

void sha384_update(struct sha384 *digest, const void *data, u64 bytes)
{
	const u8 *from = data;

	while (bytes > 0) {
		u64 held = digest->length % SHA384_BLOCK_BYTES;
		u64 room = SHA384_BLOCK_BYTES - held;
		u64 taken = bytes < room ? bytes : room;

		if (taken == SHA384_BLOCK_BYTES) {
			compress(digest->state, from);
		} else {
			memcpy(digest->block + held, from, taken);
			if (taken == room)
				compress(digest->state, digest->block);
		}
		digest->length += taken;
		from += taken;
		bytes -= taken;
	}
}

void sha384_final(struct sha384 *digest, u8 out[SHA384_BYTES])
{
	static const u8 PADDING[SHA384_BLOCK_BYTES] = { 0x80 };
	u64 bits = digest->length * 8;
	u64 held = digest->length % SHA384_BLOCK_BYTES;
	u8 length[16] = { 0 };

	/* The message's bits, a one, zeros, and its length in 128 bits; of which more than 64 never come. */
	put_big_endian(length + 8, bits);
	sha384_update(digest, PADDING, (held < 112 ? 112 : 112 + SHA384_BLOCK_BYTES) - held);
	sha384_update(digest, length, sizeof(length));
	for (unsigned i = 0; i < SHA384_BYTES / 8; i++)
		put_big_endian(out + 8 * i, digest->state[i]);
}

void sha384(const void *data, u64 bytes, u8 out[SHA384_BYTES])
{
	struct sha384 digest;

	sha384_init(&digest);
	sha384_update(&digest, data, bytes);
	sha384_final(&digest, out);
}

void sha384_extend(u8 value[SHA384_BYTES], const u8 data[SHA384_BYTES])
{
	struct sha384 digest;

	sha384_init(&digest);
	sha384_update(&digest, value, SHA384_BYTES);
	sha384_update(&digest, data, SHA384_BYTES);
	sha384_final(&digest, value);
}
