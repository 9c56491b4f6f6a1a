/** The monitor: sets up one TD, and runs its vCPUs. */
#include "apic.h"
#include "end.h"
#include "fields.h"
#include "firmware.h"
#include "fw-cfg.h"
#include "guest-paging.h"
#include "log.h"
#include "memory.h"
#include "nested-paging.h"
#include "options.h"
#include "processor.h"
#include "trap.h"
#include "tsc.h"
#include "vcpu.h"

/** QEMU's APIC timer counts nanoseconds. */
#define APIC_TIMER_HZ 1000000000u

struct td td;

/** What the first processor says to the others: 1 the tables can be used, 2 the vCPUs are numbered. */
static volatile u32 stage;
static volatile u32 apic_ids[CPUS_MAX];
static volatile u32 arrived, ready;

static void check_processor(void)
{
	if (!(cpuid_native(0x80000001, 0).ecx & 4))
		end_setup("the processor has no SVM: give QEMU -cpu max");
	if (!(cpuid_native(0x8000000A, 0).edx & 1))
		end_setup("the processor has no nested paging: give QEMU -cpu max");
	if ((cpuid_native(0x80000008, 0).eax & 0xFF) < GPAW)
		end_setup("physical addresses are too short: give QEMU -cpu max,phys-bits=48");
}

/** Whether QEMU emulates the processor, by its name in CPUID, "TCGTCGTCGTCG". */
static bool processor_is_tcg(void) { return cpuid_native(0x40000000, 0).ebx == 0x54474354; }

static u64 xcr0_supported(void)
{
	struct cpuid_leaf states = cpuid_native(0xD, 0);

	return (u64)states.edx << 32 | states.eax;
}

static u32 count_processors(void)
{
	u16 count = 0;

	if (!fw_cfg_read(FW_CFG_NB_CPUS, &count, sizeof(count)) || !count)
		end_setup("QEMU does not tell the number of processors");
	if (count > CPUS_MAX)
		end_setup_at("more vCPUs than the monitor supports", "vcpus", count);
	return count;
}

static void td_init(void)
{
	td.ram = (struct guest_ram){ memory_low(), memory_high() };
	options_read();
	/* The module sets it from ATTRIBUTES.SEPT_VE_DISABLE (tdh_mng_init.c). */
	td.td_ctls = td.attributes & TD_ATTRIBUTE_SEPT_VE_DISABLE ? TD_CTLS_PENDING_VE_DISABLE : 0;
	td.vcpus = count_processors();
	td.tcg = processor_is_tcg();
	td.tsc_mhz = tsc_mhz();
	td.cpuid = (struct cpuid_td){ .mode = td.cpuid_mode,
				      .generation = td.generation,
				      .attributes = td.attributes,
				      .xfam = td.xfam,
				      .xcr0_supported = xcr0_supported(),
				      .vcpus = td.vcpus,
				      .tsc_mhz = td.tsc_mhz,
				      .crystal_hz = APIC_TIMER_HZ };
	td.msr = (struct msr_td){ .generation = td.generation,
				  .attributes = td.attributes,
				  .xfam = td.xfam,
				  .features = cpuid_msr_features(&td.cpuid) };
	td.cr = (struct cr_td){ .generation = td.generation, .attributes = td.attributes, .xfam = td.xfam };
}

static void log_start(void)
{
	log_begin("start");
	log_word("mode", td.mode == MODE_LIGHT ? "light" : "faithful");
	log_word("host", td.host == HOST_UPSTREAM ? "upstream" : "intel-2022");
	log_word("cpuid", td.cpuid_mode == CPUID_COMPLIANT ? "compliant" : "compatible");
	log_number("vcpus", td.vcpus);
	log_hex("memory", td.ram.low + td.ram.high);
	log_hex("attributes", td.attributes);
	log_hex("xfam", td.xfam);
	log_number("tsc-mhz", td.tsc_mhz);
	log_end();
}

/** vCPUs are numbered by APIC id, as KVM has them in QEMU's order. */
static u32 index_of(u32 apic_id)
{
	u32 index = 0;

	for (u32 i = 0; i < td.vcpus; i++)
		index += apic_ids[i] < apic_id;
	return index;
}

static void run_here(void)
{
	u32 apic_id = apic_id_here();
	struct vcpu *v = &vcpus[index_of(apic_id)];

	v->index = (u32)(v - vcpus);
	v->apic_id = apic_id;
	/* All processors come here at once, and vcpu_init takes pages. */
	lock(v);
	vcpu_init(v);
	unlock();
	/* No vCPU may run before all are ready: it might send them an NMI. */
	__atomic_add_fetch(&ready, 1, __ATOMIC_SEQ_CST);
	while (ready < td.vcpus)
		pause();
	vcpu_run(v);
}

static _Noreturn void first_processor(void)
{
	u32 count;

	memory_init();
	memory_use();
	trap_init();
	if (!fw_cfg_present())
		end_setup("QEMU's fw_cfg is not there");
	check_processor();
	td_init();
	log_start();
	nested_paging_init();
	guest_paging_init();
	firmware_load();
	vcpu_permissions_init();
	apic_ids[0] = apic_id_here();
	arrived = 1;
	stage = 1;
	count = processors_start(td.vcpus);
	if (count < td.vcpus)
		end_setup_at("not all processors started", "started", count);
	while (arrived < td.vcpus)
		pause();
	memory_release_boot_tables();
	stage = 2;
	run_here();
	__builtin_unreachable();
}

/** Called by reset.S on each processor, on a stack of its own. @param order 0 for the first */
_Noreturn void monitor_main(u32 order);

_Noreturn void monitor_main(u32 order)
{
	if (!order)
		first_processor();
	while (stage < 1)
		pause();
	memory_use();
	trap_init();
	apic_ids[order] = apic_id_here();
	__atomic_add_fetch(&arrived, 1, __ATOMIC_SEQ_CST);
	while (stage < 2)
		pause();
	run_here();
	__builtin_unreachable();
}
