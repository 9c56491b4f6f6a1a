/** TAP on COM1, written by TDVMCALL only, and the end of the VM. */
#include "tap.h"
#include "td.h"

enum {
	COM1 = 0x3F8,
	LINE_STATUS = COM1 + 5,
	TRANSMITTER_EMPTY = 0x20,
	FIFO_BYTES = 16,
	PCI_ADDRESS = 0xCF8,
	PCI_DATA = 0xCFC,
	/** PCI 00:1f.0, the LPC bridge of q35. */
	LPC = 0x8000F800,
	PM_BASE = 0x600,
	RESET_CONTROL = 0xCF9,
	X2APIC_SPURIOUS = 0x80F,
	X2APIC_LVT_TIMER = 0x832,
	X2APIC_INITIAL_COUNT = 0x838,
	X2APIC_DIVIDE = 0x83E,
	DIVIDE_BY_128 = 0xA,
};

static u32 cases, failures, skipped, buffered;
static char line[256];
static u32 line_length;
static const char *last_id = "the start";
static char made_id[64];

/** A full FIFO at a time: a status read for each byte would double the exits. */
static void flush(void)
{
	for (u32 i = 0; i < line_length; i++) {
		if (buffered++ % FIFO_BYTES == 0)
			while (!(io_read(LINE_STATUS, 1) & TRANSMITTER_EMPTY))
				cpu_relax();
		io_write(COM1, 1, (u8)line[i]);
	}
	line_length = 0;
}

static void put(const char *text)
{
	while (*text && line_length < sizeof line - 2)
		line[line_length++] = *text++;
}

static void put_number(u64 value, u32 base)
{
	char digits[20];
	u32 count = 0;
	do {
		digits[count++] = "0123456789abcdef"[value % base];
		value /= base;
	} while (value);
	while (count && line_length < sizeof line - 2)
		line[line_length++] = digits[--count];
}

static void put_hex(u64 value)
{
	put("0x");
	put_number(value, 16);
}

static void end_line(void)
{
	line[line_length++] = '\r';
	line[line_length++] = '\n';
	flush();
}

void tap_start(void)
{
	io_write(COM1 + 1, 1, 0);
	io_write(COM1 + 3, 1, 0x80);
	io_write(COM1, 1, 1);
	io_write(COM1 + 1, 1, 0);
	io_write(COM1 + 3, 1, 3);
	io_write(COM1 + 2, 1, 7);
	put("TAP version 14");
	end_line();
}

void tap_group(const char *title)
{
	watchdog(120);
	put("# ");
	put(title);
	end_line();
}

void tap_note(const char *text, u64 value)
{
	put("# ");
	put(text);
	put(": ");
	put_hex(value);
	end_line();
}

void tap_note_bytes(const char *text, const u8 *bytes, u32 count)
{
	put("# ");
	put(text);
	put(": ");
	for (u32 i = 0; i < count; i++) {
		put_number(bytes[i] >> 4, 16);
		put_number(bytes[i] & 15, 16);
	}
	end_line();
}

static void begin_case(const char *id, bool passed)
{
	last_id = id;
	if (!passed)
		failures++;
	put(passed ? "ok " : "not ok ");
	put_number(++cases, 10);
	put(" - ");
	put(id);
}

void expect_either(const char *id, u64 got, u64 expected, u64 other)
{
	begin_case(id, got == expected || got == other);
	put(": got ");
	put_hex(got);
	put(", expected ");
	put_hex(expected);
	if (other != expected) {
		put(" or ");
		put_hex(other);
	}
	end_line();
}

void expect(const char *id, u64 got, u64 expected) { expect_either(id, got, expected, expected); }

void expect_bits(const char *id, u64 got, u64 mask, u64 expected)
{
	begin_case(id, (got & mask) == expected);
	put(": got ");
	put_hex(got);
	put(", expected ");
	put_hex(expected);
	put(" in ");
	put_hex(mask);
	end_line();
}

void expect_true(const char *id, bool condition) { expect(id, condition, 1); }

void expect_bytes(const char *id, const void *got, const void *expected, u64 bytes)
{
	const u8 *a = got, *b = expected;
	u64 at = 0;
	while (at < bytes && a[at] == b[at])
		at++;
	begin_case(id, at == bytes);
	if (at < bytes) {
		put(": byte ");
		put_number(at, 10);
		put(" got ");
		put_hex(a[at]);
		put(", expected ");
		put_hex(b[at]);
	} else {
		put(": ");
		put_number(bytes, 10);
		put(" bytes equal");
	}
	end_line();
}

void skip(const char *id, const char *reason)
{
	skipped++;
	begin_case(id, true);
	put(" # SKIP ");
	put(reason);
	end_line();
}

const char *id_of(const char *prefix, u64 number, const char *suffix)
{
	char digits[16];
	u32 count = 0, at = 0;
	do {
		digits[count++] = "0123456789abcdef"[number & 15];
		number >>= 4;
	} while (number);
	while (*prefix && at < 40)
		made_id[at++] = *prefix++;
	while (count)
		made_id[at++] = digits[--count];
	while (*suffix && at < sizeof made_id - 1)
		made_id[at++] = *suffix++;
	made_id[at] = 0;
	return made_id;
}

const char *id_join(const char *first, const char *second)
{
	u32 at = 0;
	while (*first && at < sizeof made_id - 1)
		made_id[at++] = *first++;
	while (*second && at < sizeof made_id - 1)
		made_id[at++] = *second++;
	made_id[at] = 0;
	return made_id;
}

const char *tap_last_id(void) { return last_id; }

void tap_bail_out(const char *text, const char *detail)
{
	if (line_length)
		end_line();
	put("Bail out! ");
	put(text);
	put(" ");
	put(detail);
	end_line();
	power_off();
}

void tap_bail_out_of_trap(const struct trap *trap)
{
	tap_note("vector", trap->vector);
	tap_note("error code", trap->error);
	tap_note("RIP", trap->rip);
	if (trap->vector == VE) {
		tap_note("#VE exit reason", trap->ve.reason);
		tap_note("#VE exit qualification", trap->ve.qualification);
		tap_note("#VE GPA", trap->ve.gpa);
	}
	tap_bail_out("a trap that no case expected, after", last_id);
}

void tap_end(void)
{
	put("1..");
	put_number(cases, 10);
	end_line();
	put("# passed ");
	put_number(cases - failures - skipped, 10);
	put(", failed ");
	put_number(failures, 10);
	put(", skipped ");
	put_number(skipped, 10);
	end_line();
	power_off();
}

static void pci_write(u32 offset, u32 bytes, u32 value)
{
	io_write(PCI_ADDRESS, 4, LPC | (offset & ~3u));
	io_write(PCI_DATA + (offset & 3), bytes, value);
}

void power_off(void)
{
	/* No firmware has placed the PM block of q35 yet. SLP_EN with SLP_TYP 0 is S5 there. */
	pci_write(0x40, 4, PM_BASE);
	pci_write(0x44, 1, 0x80);
	io_write(PM_BASE + 4, 2, 0x2000);
	/* The power goes a moment later. Where this never comes, a reset ends QEMU under -no-reboot. */
	for (u64 start = rdtsc(); rdtsc() - start < (u64)1 << 33;)
		cpu_relax();
	io_write(RESET_CONTROL, 1, 0x0E);
	for (;;)
		vmcall(VMCALL_HLT, 1, 0, 0, 0);
}

void watchdog(u32 seconds)
{
	static u32 crystal;
	if (!crystal)
		crystal = cpuid(0x15, 0).ecx;
	/* The APIC timer of a TD counts at the rate of the crystal. */
	msr_write(X2APIC_SPURIOUS, 0x1FF);
	msr_write(X2APIC_DIVIDE, DIVIDE_BY_128);
	msr_write(X2APIC_LVT_TIMER, VECTOR_WATCHDOG);
	msr_write(X2APIC_INITIAL_COUNT, (u64)seconds * (crystal / 128));
}
