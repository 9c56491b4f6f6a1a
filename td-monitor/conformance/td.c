/** TDCALL leaves, TDVMCALL functions, and what the run learns of its TD. */
#include "td.h"
#include "tap.h"

struct td td;

enum {
	FW_CFG_DATA = 0x511,
	FW_CFG_FILES = 0x19,
	FW_CFG_NAME_BYTES = 56,
	HOB_RESOURCE = 3,
	HOB_END = 0xFFFF,
	RESOURCE_UNACCEPTED = 7,
};

#define FIELD_NUM_VCPUS 0x9010000200000001
#define FIELD_ATTRIBUTES 0x1110000300000000
#define FIELD_XFAM 0x1110000300000001
#define FIELD_CONFIG_FLAGS 0x1110000300000016
#define CONFIG_FLAGS_NO_RBP_MOD 4
#define WORDS_FILE "opt/org.tdx-boot/conformance"
#define BLOCK 0x200000
#define ARENA_LEAST 0x1000000

static u64 next_page, next_page_end, next_block;

struct registers leaf(u64 number, u64 rcx, u64 rdx, u64 r8)
{
	struct registers registers = {0};
	registers.of[RAX] = number;
	registers.of[RCX] = rcx;
	registers.of[RDX] = rdx;
	registers.of[R8] = r8;
	tdcall(&registers);
	return registers;
}

struct registers vmcall(u64 function, u64 r12, u64 r13, u64 r14, u64 r15)
{
	struct registers registers = {0};
	registers.of[RAX] = TDG_VP_VMCALL;
	registers.of[RCX] = 0xFC00;
	registers.of[R11] = function;
	registers.of[R12] = r12;
	registers.of[R13] = r13;
	registers.of[R14] = r14;
	registers.of[R15] = r15;
	tdcall(&registers);
	return registers;
}

struct ve_info ve_info_get(void)
{
	struct registers r = leaf(TDG_VP_VEINFO_GET, 0, 0, 0);
	return (struct ve_info){r.of[RAX], r.of[RCX], r.of[RDX], r.of[R8], r.of[R9], (u32)r.of[R10], (u32)(r.of[R10] >> 32)};
}

u64 vm_field(u64 id)
{
	struct registers r = leaf(TDG_VM_RD, 0, id, 0);
	return r.of[RAX] == SUCCESS ? r.of[R8] : 0;
}

u32 io_read(u32 port, u32 bytes) { return (u32)vmcall(VMCALL_IO, bytes, 0, port, 0).of[R11]; }

void io_write(u32 port, u32 bytes, u32 value) { vmcall(VMCALL_IO, bytes, 1, port, value); }

u64 msr_read(u32 index) { return vmcall(VMCALL_RDMSR, index, 0, 0, 0).of[R11]; }

void msr_write(u32 index, u64 value) { vmcall(VMCALL_WRMSR, index, value, 0, 0); }

struct cpuid cpuid(u32 leaf, u32 subleaf)
{
	struct cpuid c;
	__asm__ volatile("cpuid" : "=a"(c.eax), "=b"(c.ebx), "=c"(c.ecx), "=d"(c.edx) : "a"(leaf), "c"(subleaf));
	return c;
}

void accept_page(u64 gpa)
{
	u64 status = leaf(TDG_MEM_PAGE_ACCEPT, gpa, 0, 0).of[RAX];
	if (status != SUCCESS) {
		tap_note("TDG.MEM.PAGE.ACCEPT", status);
		tap_bail_out("no memory to go on with after", tap_last_id());
	}
}

u64 new_block(void)
{
	u64 block = next_block;
	next_block += BLOCK;
	if (next_block > td.arena + td.arena_bytes)
		tap_bail_out("the tests need more memory than the TD has, in", tap_last_id());
	return block;
}

u64 new_page(void)
{
	if (next_page == next_page_end) {
		next_page = new_block();
		next_page_end = next_page + BLOCK;
	}
	u64 page = next_page;
	next_page += 0x1000;
	accept_page(page);
	return page;
}

u64 map_gpa(u64 gpa, u64 bytes) { return vmcall(VMCALL_MAP_GPA, gpa, bytes, 0, 0).of[R10]; }

/** The largest unaccepted range below 4 GiB, from 16 MiB on (PI specification, resource descriptor HOB). */
static void find_arena(void)
{
	const u8 *hob = (const u8 *)TD_HOB_ADDRESS;
	const u8 *end = hob + TD_HOB_BYTES;
	while (hob + 48 <= end && get16(hob) != HOB_END && get16(hob + 2) >= 8) {
		if (get16(hob) == HOB_RESOURCE && get32(hob + 24) == RESOURCE_UNACCEPTED) {
			u64 from = get64(hob + 32), to = from + get64(hob + 40);
			from = from < 0x1000000 ? 0x1000000 : (from + BLOCK - 1) & ~(u64)(BLOCK - 1);
			to = to > 0x100000000 ? 0x100000000 : to & ~(u64)(BLOCK - 1);
			if (from < to && to - from > td.arena_bytes) {
				td.arena = from;
				td.arena_bytes = to - from;
			}
		}
		hob += get16(hob + 2);
	}
	next_block = td.arena;
	if (td.arena_bytes < ARENA_LEAST)
		tap_bail_out("the TD HOB names too little unaccepted memory between 16 MiB and 4 GiB:", "give the TD 64 MiB or more");
}

static void fw_cfg_read(void *to, u32 bytes)
{
	for (u32 i = 0; i < bytes; i++)
		((u8 *)to)[i] = (u8)io_read(FW_CFG_DATA, 1);
}

static u32 big_endian32(const u8 *at) { return (u32)at[0] << 24 | (u32)at[1] << 16 | (u32)at[2] << 8 | at[3]; }

static void read_words(void)
{
	u8 count[4], entry[8 + FW_CFG_NAME_BYTES];
	io_write(FW_CFG_SELECT, 2, FW_CFG_FILES);
	fw_cfg_read(count, sizeof count);
	u32 files = big_endian32(count);
	for (u32 i = 0; i < files && i < 256; i++) {
		fw_cfg_read(entry, sizeof entry);
		if (memcmp(entry + 8, WORDS_FILE, sizeof WORDS_FILE) != 0)
			continue;
		u32 bytes = big_endian32(entry);
		if (bytes >= sizeof td.words)
			bytes = sizeof td.words - 1;
		io_write(FW_CFG_SELECT, 2, (u32)entry[4] << 8 | entry[5]);
		fw_cfg_read(td.words, bytes);
		return;
	}
}

/** What follows `start` in the first word that starts so, or that is so where `whole`; NULL where there is none. */
static const char *find_word(const char *start, bool whole)
{
	const char *at = td.words;
	while (*at) {
		const char *s = start;
		while (*s && *s == *at)
			s++, at++;
		if (!*s && (!whole || !*at || *at == ' '))
			return at;
		while (*at && *at != ' ')
			at++;
		while (*at == ' ')
			at++;
	}
	return NULL;
}

bool td_word(const char *word) { return find_word(word, true) != NULL; }

const char *td_word_after(const char *start) { return find_word(start, false); }

void td_learn(void)
{
	struct registers info = leaf(TDG_VP_INFO, 0, 0, 0);
	td.gpaw = info.of[RCX] & 0x3F;
	td.shared = (u64)1 << (td.gpaw - 1);
	td.vcpus = (u32)info.of[R8];
	td.attributes = info.of[RDX];
	td.xfam = vm_field(FIELD_XFAM);
	td.no_rbp = vm_field(FIELD_CONFIG_FLAGS) & CONFIG_FLAGS_NO_RBP_MOD;
	find_arena();
	read_words();
}
