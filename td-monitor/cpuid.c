/** What CPUID gives in a TD, from the table and the state of TD and vCPU. */

#include "cpuid-table.h"
#include "msr.h"

/* Leaves in this range never count as too high (TDX Module Base Specification, "CPUID Virtualization"). */
#define HYPERVISOR_FIRST 0x40000000u
#define HYPERVISOR_LAST 0x4FFFFFFFu
#define EXTENDED_FIRST 0x80000000u
#define EXTENDED_LAST 0x80000008u

#define OSXSAVE_CR4 (1ull << 18)
#define OSXSAVE_ECX (1u << 27)
#define PKE_CR4 (1ull << 22)
#define OSPKE_ECX (1u << 4)
#define PKS_ECX (1u << 31)
#define RTM_EBX (1u << 11)
#define SYSCALL_EDX (1u << 11)

enum { XSAVE_LEGACY_BYTES = 576 };

/** 48 bits physical and linear: what the emulated CPU has, with 4-level paging only. */
enum { COMPATIBLE_ADDRESS_BITS = 0x3030 };

static u32 base_last(const struct cpuid_td *td) { return td->generation == TDX_MODULE_1_0 ? 0x21 : 0x23; }

static const struct cpuid_row *find_row(const struct cpuid_row *rows, u32 count, u32 leaf, u32 subleaf)
{
	for (u32 i = 0; i < count; i++)
		if (rows[i].leaf == leaf && (rows[i].subleaf == CPUID_ANY_SUBLEAF || rows[i].subleaf == subleaf))
			return &rows[i];
	return NULL;
}

/** A leaf that is higher than the highest of its range counts as the highest basic one. */
static u32 clamp(const struct cpuid_td *td, u32 leaf)
{
	bool hypervisor = leaf >= HYPERVISOR_FIRST && leaf <= HYPERVISOR_LAST;

	if (!hypervisor && (leaf > EXTENDED_LAST || (leaf > base_last(td) && leaf < EXTENDED_FIRST)))
		return base_last(td);
	return leaf;
}

u32 cpuid_element(const struct cpuid_td *td, u32 leaf, u32 subleaf)
{
	u32 i = 0, known;

	leaf = clamp(td, leaf);
	/* No leaf of the table has other bits, and no subleaf more. */
	if ((leaf & ~0x8000007Fu) != 0)
		return CPUID_ELEMENT_COUNT;
	for (; i < CPUID_ELEMENT_COUNT; i++) {
		known = CPUID_ELEMENTS[i];
		if (known == CPUID_ELEMENT(leaf, CPUID_ELEMENT_ANY) || (subleaf < CPUID_ELEMENT_ANY && known == CPUID_ELEMENT(leaf, subleaf)))
			break;
	}
	return i;
}

static void clear_bits(struct cpuid_values *values, const struct cpuid_values *bits)
{
	values->eax &= ~bits->eax;
	values->ebx &= ~bits->ebx;
	values->ecx &= ~bits->ecx;
	values->edx &= ~bits->edx;
}

/** Power of two that the number of vCPUs fits in: how many ids the topology has. */
static u32 id_space(const struct cpuid_td *td)
{
	u32 ids = 1;

	while (ids < td->vcpus)
		ids *= 2;
	return ids;
}

/** One package of cores with one thread each. */
static void add_cache_sharing(const struct cpuid_td *td, struct cpuid_values *values)
{
	u32 type = values->eax & 0x1f, level = values->eax >> 5 & 7;
	u32 cores = id_space(td) < 64 ? id_space(td) : 64;

	if (type == 0)
		return;
	values->eax |= (cores - 1) << 26;
	if (level == 3)
		values->eax |= (id_space(td) - 1) << 14;
}

/** Bytes of an XSAVE area with these components. */
static u32 xsave_bytes(u64 components, bool compacted)
{
	u32 bytes = XSAVE_LEGACY_BYTES;

	for (u32 i = 2; i < CPUID_COMPONENTS; i++) {
		const struct cpuid_component *component = &CPUID_XSAVE[i];

		if ((components >> i & 1) == 0 || component->size == 0)
			continue;
		if (!compacted) {
			if (bytes < component->offset + component->size)
				bytes = component->offset + component->size;
			continue;
		}
		if ((component->flags & 2) != 0)
			bytes = (bytes + 63) & ~63u;
		bytes += component->size;
	}
	return bytes;
}

/** States that the guest can switch on by XSETBV. */
static u64 user_states(const struct cpuid_td *td)
{
	u64 states = td->xfam & XFAM_XCR0_MASK;

	return td->mode == CPUID_COMPATIBLE ? states & td->xcr0_supported : states;
}

/** Leaf 0xD: what XFAM allows, and the size of what is enabled. */
static void compute_xsave(const struct cpuid_td *td, const struct cpuid_vcpu *vcpu, u32 subleaf, struct cpuid_values *values)
{
	u64 user = user_states(td), supervisor = td->xfam & ~XFAM_XCR0_MASK;

	if (subleaf == 0) {
		values->eax = (u32)user;
		values->ebx = xsave_bytes(vcpu->xcr0, false);
		values->ecx = xsave_bytes(user, false);
	} else if (subleaf == 1) {
		values->ebx = xsave_bytes(vcpu->xcr0 | vcpu->xss, true);
		values->ecx = (u32)supervisor;
	} else if (((user | supervisor) >> subleaf & 1) != 0) {
		*values = (struct cpuid_values){ CPUID_XSAVE[subleaf].size, CPUID_XSAVE[subleaf].offset,
						 CPUID_XSAVE[subleaf].flags, 0 };
	}
}

/** Leaf 0x15: TSC = ECX * EBX / EAX, with the smallest terms for the crystal of hardware. */
static void compute_tsc(const struct cpuid_td *td, struct cpuid_values *values)
{
	u32 crystal_mhz = td->crystal_hz / 1000000;

	values->eax = crystal_mhz == 25 ? 1 : crystal_mhz;
	values->ebx = crystal_mhz == 25 ? td->tsc_mhz / 25 : td->tsc_mhz;
	values->ecx = td->crystal_hz;
}

/** What the table holds for this TD, without what depends on the vCPU. */
static void configure(const struct cpuid_td *td, const struct cpuid_row *row, struct cpuid_values *values)
{
	*values = row->values;
	for (u32 i = 0; i < CPUID_XFAM_ROW_COUNT; i++) {
		const struct cpuid_xfam_row *bits = &CPUID_XFAM_ROWS[i];

		if (bits->leaf == row->leaf && bits->subleaf == row->subleaf && !xfam_has(td->xfam, bits->xfam))
			clear_bits(values, &bits->bits);
	}
	if (td->mode == CPUID_COMPATIBLE)
		clear_bits(values, &row->lacking);

	if (row->leaf == 0x0) {
		values->eax = base_last(td);
	} else if (row->leaf == 0x1) {
		values->ebx |= (td->vcpus & 0xff) << 16;
	} else if (row->leaf == 0x4) {
		add_cache_sharing(td, values);
	} else if (row->leaf == 0x7 && row->subleaf == 0) {
		if ((td->attributes & TD_ATTRIBUTE_PKS) == 0)
			values->ecx &= ~PKS_ECX;
		if (td->generation == TDX_MODULE_1_0)
			values->eax = 1;
		if (td->generation == TDX_MODULE_2_0 && td->mode == CPUID_COMPLIANT)
			values->ebx |= RTM_EBX;
	} else if (row->leaf == 0x15) {
		compute_tsc(td, values);
	} else if (row->leaf == 0x80000008 && td->mode == CPUID_COMPATIBLE) {
		values->eax = COMPATIBLE_ADDRESS_BITS;
	}
}

enum cpuid_answer cpuid_read(const struct cpuid_td *td, const struct cpuid_vcpu *vcpu, u32 leaf, u32 subleaf,
			     struct cpuid_values *out)
{
	const struct cpuid_row zeros = { .leaf = leaf = clamp(td, leaf), .subleaf = subleaf };
	const struct cpuid_row *row, *reduced;

	*out = (struct cpuid_values){ 0 };
	row = find_row(CPUID_ROWS, CPUID_ROW_COUNT, leaf, subleaf);
	reduced = td->reduce_ve ? find_row(CPUID_REDUCED, CPUID_REDUCED_COUNT, leaf, subleaf) : NULL;
	if (row == NULL)
		row = cpuid_element(td, leaf, subleaf) < CPUID_ELEMENT_COUNT ? &zeros : reduced;
	if (row == NULL)
		return CPUID_VE;

	configure(td, row, out);
	if (reduced != NULL)
		clear_bits(out, &reduced->lacking);
	if (leaf == 0x1) {
		out->ebx |= vcpu->index << 24;
		out->ecx |= (vcpu->cr4 & OSXSAVE_CR4) != 0 ? OSXSAVE_ECX : 0;
	} else if (leaf == 0x7 && subleaf == 0) {
		out->ecx |= (vcpu->cr4 & PKE_CR4) != 0 ? OSPKE_ECX : 0;
	} else if (leaf == 0xd) {
		compute_xsave(td, vcpu, subleaf, out);
	} else if (leaf == 0x80000001) {
		out->edx |= vcpu->long_mode ? SYSCALL_EDX : 0;
	}
	return CPUID_VALUES;
}

u32 cpuid_msr_features(const struct cpuid_td *td)
{
	static const struct cpuid_vcpu ANY = { 0 };
	struct cpuid_values basic, extended, xsave;
	u32 features = 0;

	cpuid_read(td, &ANY, 0x1, 0, &basic);
	cpuid_read(td, &ANY, 0x7, 0, &extended);
	cpuid_read(td, &ANY, 0xd, 1, &xsave);
	features |= (basic.ecx >> 18 & 1) != 0 ? MSR_FEATURE_DCA : 0;
	features |= (basic.ecx >> 24 & 1) != 0 ? MSR_FEATURE_TSC_DEADLINE : 0;
	features |= (extended.ebx & (RTM_EBX | 1u << 4)) != 0 ? MSR_FEATURE_TSX : 0;
	features |= (extended.ecx >> 5 & 1) != 0 ? MSR_FEATURE_WAITPKG : 0;
	features |= (extended.ecx >> 13 & 1) != 0 ? MSR_FEATURE_TME : 0;
	features |= (extended.edx >> 18 & 1) != 0 ? MSR_FEATURE_PCONFIG : 0;
	features |= (xsave.eax >> 4 & 1) != 0 ? MSR_FEATURE_XFD : 0;
	return features;
}

/** The topology of leaves 0xB and 0x1F: threads, one a core, and cores of one package. */
static void describe_topology(const struct cpuid_td *td, const struct cpuid_vcpu *vcpu, u32 subleaf, struct cpuid_values *out)
{
	u32 bits = 0;

	while (1u << bits < id_space(td))
		bits++;
	if (subleaf == 0)
		*out = (struct cpuid_values){ 0, 1, 0x100, 0 };
	else if (subleaf == 1)
		*out = (struct cpuid_values){ bits, td->vcpus, 0x201, 0 };
	else
		*out = (struct cpuid_values){ 0, 0, subleaf & 0xff, 0 };
	out->edx = vcpu->index;
}

void cpuid_of_vmm(const struct cpuid_td *td, const struct cpuid_vcpu *vcpu, u32 leaf, u32 subleaf, struct cpuid_values *out)
{
	/** What leaves 0x80000002 to 0x80000004 spell. */
	static const char BRAND[48] = "tdx-boot emulated Trust Domain";

	if (cpuid_read(td, vcpu, leaf, subleaf, out) == CPUID_VALUES)
		return;
	if (leaf == 0x2) {
		out->eax = 0x00feff01;
	} else if (leaf == 0x6) {
		/* The LAPIC timer runs always. */
		out->eax = 1u << 2;
	} else if (leaf == 0xb || leaf == 0x1f) {
		describe_topology(td, vcpu, subleaf, out);
	} else if (leaf == HYPERVISOR_FIRST) {
		/* "KVMKVMKVM", features in the leaf that follows: none. Linux needs a hypervisor that it knows for x2APIC. */
		*out = (struct cpuid_values){ HYPERVISOR_FIRST + 1, 0x4b4d564b, 0x564b4d56, 0x0000004d };
	} else if (leaf >= 0x80000002 && leaf <= 0x80000004) {
		const u8 *text = (const u8 *)BRAND + 16 * (leaf - 0x80000002);

		*out = (struct cpuid_values){ get32(text), get32(text + 4), get32(text + 8), get32(text + 12) };
	} else if (leaf == 0x80000006) {
		/* L2: 2 MiB, 16-way, lines of 64 bytes. */
		out->ecx = 0x08007040;
	}
}
