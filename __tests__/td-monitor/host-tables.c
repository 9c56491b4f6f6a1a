/** Answers about instructions, and from the tables: CPUID, MSRs, control registers, metadata fields, status codes. */

#include "../../td-monitor/cpuid-table.h"
#include "../../td-monitor/cr.h"
#include "../../td-monitor/decode.h"
#include "../../td-monitor/fields.h"
#include "../../td-monitor/msr.h"
#include "../../td-monitor/status.h"
#include "host-io.h"

/** CODE MODE RIP RFLAGS, sixteen registers, six segment bases. */
static void ask_decode(void)
{
	struct bytes code = bytes();
	struct decode_registers registers = { 0 };
	struct decoded decoded;
	bool known;

	registers.mode = (enum decode_mode)number();
	registers.rip = number();
	registers.rflags = number();
	for (u32 i = 0; i < GPR_COUNT; i++)
		registers.gpr[i] = number();
	for (u32 i = 0; i < SEGMENT_COUNT; i++)
		registers.segment[i] = number();
	known = decode(code.data, (u32)code.size, &registers, &decoded);
	printf("\"known\":%d,\"operation\":%d,\"length\":%u,\"size\":%u,\"regSize\":%u,\"addressSize\":%u,", known,
	       decoded.operation, decoded.length, decoded.size, decoded.reg_size, decoded.address_size);
	printf("\"reads\":%d,\"writes\":%d,\"memory\":%d,\"repeated\":%d,\"locked\":%d,\"toRegister\":%d,\"hasImmediate\":%d,",
	       decoded.reads, decoded.writes, decoded.memory, decoded.repeated, decoded.locked, decoded.to_register,
	       decoded.has_immediate);
	printf("\"highByte\":%d,\"reg\":%u,\"control\":%u,\"port\":%u,", decoded.high_byte, decoded.reg, decoded.control,
	       decoded.port);
	print_u64("immediate", decoded.immediate);
	printf(",");
	print_u64("address", decoded.address);
	printf(",");
	print_u64("destination", decoded.destination);
	free(code.data);
}

static struct cpuid_td cpuid_td(void)
{
	struct cpuid_td td;

	td.mode = (enum cpuid_mode)number();
	td.generation = (enum td_generation)number();
	td.reduce_ve = number() != 0;
	td.attributes = number();
	td.xfam = number();
	td.xcr0_supported = number();
	td.vcpus = (u32)number();
	td.tsc_mhz = (u32)number();
	td.crystal_hz = (u32)number();
	return td;
}

static struct cpuid_vcpu cpuid_vcpu(void)
{
	struct cpuid_vcpu vcpu;

	vcpu.index = (u32)number();
	vcpu.cr4 = number();
	vcpu.xcr0 = number();
	vcpu.xss = number();
	vcpu.long_mode = number() != 0;
	return vcpu;
}

static void read_cpuid(bool vmm)
{
	struct cpuid_td td = cpuid_td();
	struct cpuid_vcpu vcpu = cpuid_vcpu();
	u32 leaf = (u32)number(), subleaf = (u32)number();
	struct cpuid_values values;
	enum cpuid_answer answer = CPUID_VALUES;

	if (vmm)
		cpuid_of_vmm(&td, &vcpu, leaf, subleaf, &values);
	else
		answer = cpuid_read(&td, &vcpu, leaf, subleaf, &values);
	printf("\"ve\":%d,\"features\":%u,\"values\":[%u,%u,%u,%u]", answer == CPUID_VE, cpuid_msr_features(&td), values.eax,
	       values.ebx, values.ecx, values.edx);
}

static void ask_cpuid_element(void)
{
	struct cpuid_td td = cpuid_td();
	u32 leaf, subleaf;

	(void)cpuid_vcpu();
	leaf = (u32)number();
	subleaf = (u32)number();
	printf("\"element\":%u", cpuid_element(&td, leaf, subleaf));
}

static struct msr_td msr_td(void)
{
	struct msr_td td;

	td.generation = (enum td_generation)number();
	td.attributes = number();
	td.xfam = number();
	td.features = (u32)number();
	return td;
}

static void access_msr(bool write)
{
	struct msr_td td = msr_td();
	u32 index = (u32)number();
	u64 old = number(), value = number();
	enum msr_answer answer = write ? msr_write(&td, index, old, &value) : msr_read(&td, index, &value);

	printf("\"answer\":%d,", answer);
	print_u64("value", value);
}

static void ask_msr_vmm(void)
{
	u32 index = (u32)number();
	bool write = number() != 0;
	u64 value = 0;

	printf("\"vmm\":%d,", msr_of_vmm(index, write, &value));
	print_u64("value", value);
}

static void check_cr(u8 control)
{
	struct cr_td td;
	u64 value, first, second;
	bool long_code;

	td.generation = (enum td_generation)number();
	td.attributes = number();
	td.xfam = number();
	value = number();
	first = number();
	second = number();
	long_code = number() != 0;
	printf("\"answer\":%d", control == 0 ? cr0_check(&td, value, first, second, long_code) :
				control == 4 ? cr4_check(&td, value, first, second) :
					       xcr_check(&td, (u32)first, value));
}

static void ask_field(void)
{
	enum field_context context = (enum field_context)number();
	u64 id = number(), old = number(), value = number(), mask = number(), result = 0, status = 0;
	u32 element = 0;
	const struct field *field = field_find(context, id, &element);

	printf("\"found\":%d,\"element\":%u,\"kind\":%d,", field != NULL, element, field != NULL ? field->kind : -1);
	if (field != NULL)
		status = field_write(field, old, value, mask, &result);
	print_u64("constant", field != NULL ? field->constant : 0);
	printf(",");
	print_u64("mask", field != NULL ? field_mask(field) : 0);
	printf(",");
	print_u64("next", field_next(context, id));
	printf(",");
	print_u64("status", status);
	printf(",");
	print_u64("result", result);
}

static void ask_field_list(void)
{
	u64 first = number(), next;
	u32 capacity = (u32)number();
	u8 *list = calloc(1, capacity);
	u64 status = field_list(first, list, capacity, &next);

	print_u64("status", status);
	printf(",");
	print_u64("next", next);
	printf(",");
	print_hex("list", list, capacity);
	free(list);
}

static void ask_status(void)
{
	u64 status = number();
	const char *operand = tdx_operand_name((u32)status);

	printf("\"tdx\":\"%s\",\"tdvmcall\":\"%s\",\"operand\":\"%s\",\"failed\":%d", tdx_status_name(status),
	       tdvmcall_status_name(status), operand != NULL ? operand : "", tdx_failed(status));
}

static void ask_cpuid(void) { read_cpuid(false); }
static void ask_cpuid_of_vmm(void) { read_cpuid(true); }
static void ask_rdmsr(void) { access_msr(false); }
static void ask_wrmsr(void) { access_msr(true); }
static void ask_cr0(void) { check_cr(0); }
static void ask_cr4(void) { check_cr(4); }
static void ask_xcr(void) { check_cr(1); }

const struct request TABLES[] = {
	{ "decode", ask_decode },
	{ "cpuid", ask_cpuid },
	{ "cpuid-vmm", ask_cpuid_of_vmm },
	{ "cpuid-element", ask_cpuid_element },
	{ "rdmsr", ask_rdmsr },
	{ "wrmsr", ask_wrmsr },
	{ "msr-vmm", ask_msr_vmm },
	{ "cr0", ask_cr0 },
	{ "cr4", ask_cr4 },
	{ "xcr", ask_xcr },
	{ "field", ask_field },
	{ "field-list", ask_field_list },
	{ "status", ask_status },
	{ NULL, NULL },
};
