/** TDVMCALL functions on guest physical memory: MapGPA, MMIO, GetQuote. */
#include "layout.h"
#include "memory.h"
#include "nested-paging.h"
#include "status.h"
#include "tdvmcall.h"
#include "vcpu.h"

static void convert(u64 page, enum page_state state, bool shared)
{
	if (shared && state != PAGE_SHARED)
		page_share(page);
	else if (!shared && state == PAGE_SHARED)
		page_unshare(page);
}

u64 call_map_gpa(struct vcpu *v, u64 *r)
{
	u64 gpa = r[12], size = r[13], first = gpa & ~GPA_SHARED, at;
	u32 level;
	bool shared = (gpa & GPA_SHARED) != 0;
	u64 status = TDVMCALL_SUCCESS;

	/* The order of KVM's tdx_map_gpa. */
	if (gpa + size <= gpa || gpa >> GPAW || (gpa + size - 1) >> GPAW || (gpa ^ (gpa + size - 1)) & GPA_SHARED)
		return TDVMCALL_INVALID_OPERAND;
	if (gpa % PAGE_BYTES || size % PAGE_BYTES)
		return td.host == HOST_UPSTREAM ? TDVMCALL_ALIGN_ERROR : TDVMCALL_INVALID_OPERAND;
	for (at = first; at < first + size; at += PAGE_BYTES) {
		enum page_state state = page_state(at, &level);

		if (state != PAGE_OUTSIDE) {
			convert(at, state, shared);
		} else if (!shared) {
			r[11] = at;
			status = TDVMCALL_INVALID_OPERAND;
			break;
		} else if (memory_from(at) > at) {
			/* QEMU leaves out what is no memory when it becomes shared (kvm_convert_memory). */
			at = memory_from(at) - PAGE_BYTES;
		}
	}
	flush_all(v);
	return status;
}

/** Memory of a device, or of the TD as the VMM sees it. All ones where there is neither. */
static bool reachable(u64 address, u64 *at)
{
	u32 level;

	if (address / PAGE_BYTES == 0xFEE00)
		return false; /* the local APIC is an x2APIC */
	if (page_state(address & ~(u64)(PAGE_BYTES - 1), &level) == PAGE_OUTSIDE) {
		*at = address;
		return memory_of_devices(address);
	}
	*at = shared_backing_of(address);
	return page_shared_mapped(address);
}

u64 call_mmio(struct vcpu *v, u64 *r)
{
	u64 bytes = r[12], gpa = r[14], at;

	if ((bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8) || r[13] > 1)
		return TDVMCALL_INVALID_OPERAND;
	if (gpa >> GPAW || gpa % PAGE_BYTES + bytes > PAGE_BYTES)
		return TDVMCALL_INVALID_OPERAND;
	/* KVM of 2022 strips the shared bit; later ones ask for it (tdx_emulate_mmio). */
	if (!(gpa & GPA_SHARED) && td.host == HOST_UPSTREAM)
		return TDVMCALL_INVALID_OPERAND;
	if (!reachable(gpa & ~GPA_SHARED, &at)) {
		if (!r[13])
			r[11] = bytes == 8 ? ~0ull : (1ull << bytes * 8) - 1;
		return TDVMCALL_SUCCESS;
	}
	if (r[13])
		device_write(v->index, at, (u32)bytes, r[15]);
	else
		r[11] = device_read(v->index, at, (u32)bytes);
	return TDVMCALL_SUCCESS;
}

/* The buffer (Intel GHCI, TDG.VP.VMCALL<GetQuote>): u64 version, u64 status, u32 input length, u32 output length, data. */
enum { QUOTE_VERSION = 0, QUOTE_STATUS = 8, QUOTE_OUTPUT_LENGTH = 20 };

u64 call_get_quote(struct vcpu *v, u64 *r)
{
	u64 gpa = r[12], hpa;
	u8 *buffer;

	(void)v;
	if (!(gpa & GPA_SHARED) || gpa >> GPAW || !r[13])
		return TDVMCALL_INVALID_OPERAND;
	if (gpa % PAGE_BYTES || r[13] % PAGE_BYTES)
		return TDVMCALL_ALIGN_ERROR;
	if (!guest_physical(gpa, &hpa))
		return TDVMCALL_INVALID_OPERAND;
	buffer = at_physical(hpa);
	if (get64(buffer + QUOTE_VERSION) != 1)
		return TDVMCALL_INVALID_OPERAND;
	put64(buffer + QUOTE_STATUS, GET_QUOTE_SERVICE_UNAVAILABLE);
	put32(buffer + QUOTE_OUTPUT_LENGTH, 0);
	return TDVMCALL_SUCCESS;
}
