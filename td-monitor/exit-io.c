/** IN, OUT, INS, OUTS: #VE in a TD; in light mode only the ports that the monitor watches come here. */
#include "end.h"
#include "event.h"
#include "exit.h"
#include "log.h"
#include "processor.h"
#include "vcpu.h"

#define DEBUG_EXIT_PORT 0xF4
/** ICH9: PM1a_CNT where edk2 and QEMU's tables have it; SLP_EN, and S5 as sleep type 0. */
#define PM1_CONTROL_PORT 0x604
/** The upper byte alone, which is the sleep control register in the FADT that td-shim gets (acpi.c). */
#define SLEEP_CONTROL_PORT (PM1_CONTROL_PORT + 1)
#define SLP_EN 0x2000u
#define SLP_TYP 0x1C00u
#define SLP_TYP_SHIFT 10
#define KEYBOARD_PORT 0x64
#define FAST_RESET_PORT 0x92
#define RESET_PORT 0xCF9
/** The address of PCI configuration space: four bytes, of which the second is the reset port. */
#define PCI_ADDRESS_PORT 0xCF8

bool port_is_monitors(u16 port)
{
	return port == LOG_PORT || (port >= DEBUG_EXIT_PORT && port < DEBUG_EXIT_PORT + 4);
}

bool port_ends_machine(u16 port)
{
	return port == PM1_CONTROL_PORT || port == SLEEP_CONTROL_PORT || port == KEYBOARD_PORT || port == FAST_RESET_PORT ||
	       port == RESET_PORT;
}

/** What QEMU takes a sleep type for (hw/acpi/core.c, acpi_pm1_cnt_write); NULL: nothing. */
static const char *sleep_of(u32 type)
{
	static const char *const names[] = { "power-off", "sleep", "power-off" };

	return type < COUNT_OF(names) ? names[type] : NULL;
}

/** How this write to a port ends the machine; NULL where it does not. */
static const char *end_of(u16 port, u32 bytes, u32 value)
{
	switch (port) {
	case PM1_CONTROL_PORT:
		return bytes == 2 && (value & SLP_EN) ? sleep_of((value & SLP_TYP) >> SLP_TYP_SHIFT) : NULL;
	case KEYBOARD_PORT:
		/* Pulses of the controller's output lines, of which line 0 is the reset (hw/input/pckbd.c). */
		return (value & 0xF1) == 0xF0 ? "reset" : NULL;
	case FAST_RESET_PORT:
		return value & 1 ? "reset" : NULL;
	case RESET_PORT:
		return value & 4 ? "reset" : NULL;
	default:
		return NULL;
	}
}

/** @param port a multiple of `bytes` */
static u32 aligned_read(u16 port, u32 bytes)
{
	if (port_is_monitors(port))
		return ~0u;
	return bytes == 1 ? in8(port) : bytes == 2 ? in16(port) : in32(port);
}

/** @param port a multiple of `bytes` */
static void aligned_write(struct vcpu *v, u16 port, u32 bytes, u32 value)
{
	const char *end;

	if (port == DEBUG_EXIT_PORT)
		end_debug_exit(v, value);
	if (port_is_monitors(port))
		return;
	if (port == SLEEP_CONTROL_PORT && bytes == 1) {
		/* QEMU takes a single byte for the lower one. */
		port = PM1_CONTROL_PORT;
		bytes = 2;
		value <<= 8;
	}
	end = end_of(port, bytes, value);
	if (end)
		end_by_guest(end);
	if (bytes == 1)
		out8(port, (u8)value);
	else if (bytes == 2)
		out16(port, (u16)value);
	else
		out32(port, value);
	/* QEMU ends a moment later. Until then nobody gets the lock, so that the last line stays the last. */
	while (end)
		pause();
}

/**
 * How many of the `left` bytes (1 to 4) go to a device at once. QEMU under KVM splits an access that is not aligned
 * (system/physmem.c memory_access_size); under TCG it drops such an access, so the monitor splits.
 */
static u32 aligned_bytes(u16 port, u32 left)
{
	u32 bytes = left & 4 ? 4 : left & 2 ? 2 : 1;

	while (port % bytes)
		bytes /= 2;
	return bytes;
}

u32 vmm_port_read(u16 port, u32 bytes)
{
	u32 value = 0;

	for (u32 done = 0, next; done < bytes; done += next) {
		next = aligned_bytes((u16)(port + done), bytes - done);
		value |= aligned_read((u16)(port + done), next) << done * 8;
	}
	return value;
}

void vmm_port_write(struct vcpu *v, u16 port, u32 bytes, u32 value)
{
	for (u32 done = 0, next; done < bytes; done += next) {
		next = aligned_bytes((u16)(port + done), bytes - done);
		aligned_write(v, (u16)(port + done), next, value >> done * 8);
	}
}

/** The reset port has no exit now. */
static volatile bool reset_port_open;

/**
 * Linux writes the address of PCI configuration space nine thousand times as it boots. So after such a write the reset port is
 * open until the next exit, which comes with the next timer interrupt.
 */
static void open_reset_port(bool open)
{
	/* In this order, as another vCPU may close the port at the same time. */
	if (!open)
		reset_port_open = false;
	permit_port(RESET_PORT, open);
	if (open)
		reset_port_open = true;
}

void watch_ports(void)
{
	if (reset_port_open)
		open_reset_port(false);
}

/** The access itself, in light mode. String instructions do nothing at the watched ports. */
static void access(struct vcpu *v, u16 port, u32 bytes, u64 info)
{
	u64 mask = bytes == 4 ? 0xFFFFFFFF : (1ull << bytes * 8) - 1;
	u64 rax = gpr_read(v, GPR_RAX);

	if (info & IO_STRING) {
		if (info & IO_REP)
			v->gpr[GPR_RCX] = 0;
	} else if (info & IO_IN) {
		u64 value = vmm_port_read(port, bytes) & mask;

		gpr_write(v, GPR_RAX, bytes == 4 ? value : (rax & ~mask) | value);
	} else {
		vmm_port_write(v, port, bytes, (u32)(rax & mask));
	}
}

void exit_io(struct vcpu *v)
{
	u64 info = v->vmcb->exit_info1;
	u32 bytes = info >> 4 & 7, length = (u32)(v->vmcb->exit_info2 - v->vmcb->rip);
	u16 port = (u16)(info >> 16);
	struct decoded instruction;
	u64 qualification;

	if (td.mode == MODE_LIGHT) {
		access(v, port, bytes, info);
		if (port == PCI_ADDRESS_PORT && bytes == 4)
			open_reset_port(true);
		skip_instruction(v, length);
		return;
	}
	/* Intel SDM volume 3, "Exit Qualification for I/O Instructions". */
	qualification = (bytes - 1) | (info & IO_IN ? 8 : 0) | (info & IO_STRING ? 16 : 0) | (info & IO_REP ? 32 : 0) |
			(u64)port << 16;
	if (instruction_at_rip(v, &instruction) && instruction.has_immediate)
		qualification |= 64;
	inject_ve_instruction(v, VE_IO, qualification, length);
}
