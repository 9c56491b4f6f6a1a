/** What QEMU prints when the guest's memory cannot be had, laid out, or converted between private and shared. */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

const CONVERSION_HINT =
  'A driver in the guest converts memory of a device (ioremap, a passed-through TPM, a frame buffer) or a wrong address: the last lines of the guest say which. A TD cannot use such a device (tdx-tools#540).';

const BACKING: readonly Cause[] = [
  {
    id: 'missing',
    lasting: true,
    when: { errno: 'ENOENT' },
    title: 'The backing file or the huge page mount of the guest’s memory does not exist',
    hint: 'mem-path names a directory that must exist: mount hugetlbfs there.',
  },
  {
    id: 'denied',
    when: { errno: ['EACCES', 'EPERM'] },
    title: 'QEMU may not use the backing file of the guest’s memory',
    hint: 'Check the owner and the mode of mem-path.',
  },
  {
    id: 'limit',
    when: { errno: ['EFBIG', 'EINVAL'] },
    title: 'The guest’s memory does not fit its backing',
    hint: 'The size must be a multiple of the huge page size of mem-path and within the limit of file sizes (ulimit -f).',
  },
];

export const QEMU_MEMORY: readonly Signature[] = [
  {
    id: 'qemu-memory-fault',
    phase: 'firmware',
    orLater: true,
    // The guest may go on.
    severity: 'warning',
    // accel/kvm/kvm-all.c of AMDESE/qemu snp-latest and coconut-svsm/qemu: KVM_EXIT_MEMORY_FAULT
    pattern: /memory fault: GPA (?<gpa>0x[0-9a-f]+) size 0x[0-9a-f]+ flags/,
    title:
      'The guest used the address $<gpa> as private or shared memory, which it is not (KVM_EXIT_MEMORY_FAULT)',
    hint: 'Firmware or IGVM file and VMM do not agree which memory there is and who makes it private: take those of one release; a device’s memory cannot be private.',
    streams: VMM,
  },
  {
    id: 'qemu-convert-no-ram',
    phase: 'vmm',
    orLater: true,
    severity: 'fatal',
    // kvm_convert_memory in accel/kvm/kvm-all.c; "Unknown start" in Intel's trees before QEMU 10.1.
    pattern:
      /Convert non guest_memfd backed memory region \((?<start>0x[0-9a-f]+) ?, ?\+ ?(?<size>0x[0-9a-f]+)\) to (?<to>private|shared)|Unknown start 0x[0-9a-f]+ size 0x[0-9a-f]+ shared_to_private [01]/,
    title: 'The guest converted an address that is no private RAM of the TD',
    hint: CONVERSION_HINT,
    streams: VMM,
    causes: [
      {
        id: 'to-private',
        when: { to: 'private' },
        title: 'The guest wanted $<start> as private memory, and no private RAM is there',
        hint: CONVERSION_HINT,
      },
      {
        id: 'to-shared',
        when: { to: 'shared' },
        title: 'The guest wanted to share $<start>, and no private RAM is there',
        hint: CONVERSION_HINT,
      },
    ],
  },
  {
    id: 'qemu-convert-attributes',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /failed to set memory (?:\(0x[0-9a-f]+(?: ?,)? ?\+ ?(?:size )?0x[0-9a-f]+\) with attr 0x[0-9a-f]+ error '|attribute private: )(?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'KVM could not convert memory between private and shared: $<errno>',
    hint: 'KVM_SET_MEMORY_ATTRIBUTES failed: read the host dmesg.',
    streams: VMM,
    causes: [
      {
        id: 'memory',
        when: { errno: 'ENOMEM' },
        title: 'The host has no memory to convert pages between private and shared',
        hint: 'A page that is shared again costs host memory until its private copy is given back: give the guest less memory or a smaller swiotlb.',
      },
      {
        id: 'unsupported',
        when: { errno: ['EINVAL', 'ENOTTY', 'EOPNOTSUPP'] },
        title: 'This KVM cannot convert memory between private and shared',
        hint: 'KVM needs KVM_CAP_MEMORY_ATTRIBUTES (Linux 6.8 and newer with private memory), and a VM of the TDX type.',
      },
    ],
  },
  {
    id: 'qemu-discard-private',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /ram_block_discard_(?:guest_memfd_)?range: Failed to (?:fallocate|discard) .*\((?<errno>-?[0-9]+)\)/,
    title: 'QEMU could not give private memory back to the host (error $<errno>)',
    hint: 'fallocate on guest_memfd failed: read the host dmesg, and update QEMU and kernel.',
    streams: VMM,
  },
  {
    id: 'qemu-memory-slot',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /KVM_SET_USER_MEMORY_REGION2? failed, slot=[0-9]+, .*: (?<errno>[A-Z][A-Za-z/ ]*[a-z])|kvm_set_phys_mem: error (?:un)?registering slot: (?<text>[A-Z][A-Za-z ]*[a-z])/,
    title: 'KVM refused a memory slot of the guest',
    hint: 'A TD has no read-only or overlapping memory: no pflash drive, no ROM bar. Otherwise QEMU and kernel do not fit each other; the errno is in the line.',
    streams: VMM,
    causes: [
      {
        id: 'overlap',
        when: { errno: 'EEXIST' },
        title: 'Two memory slots of the guest overlap',
        hint: 'A bug of QEMU or of the layout of a passed-through device: report the line.',
      },
      {
        id: 'invalid',
        when: { errno: 'EINVAL' },
        title: 'KVM cannot have this memory slot in a confidential guest (read-only, or not aligned)',
        hint: 'A TD has no read-only memory: boot with -bios, not with pflash drives, and without option ROMs (romfile=).',
      },
      {
        id: 'memory',
        when: { errno: 'ENOMEM' },
        title: 'The host has no memory for a memory slot of the guest',
        hint: 'Lower the memory of the guest or free memory on the host.',
      },
    ],
  },
  {
    id: 'qemu-guest-memfd',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /KVM does(?: not|n't) support (?:guest[ _]memfd|PRIVATE memory attribute|KVM_CAP_USER_MEMORY2)|[eE]rror creating (?:KVM guest_memfd|kvm guest memfd)(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?|cannot set up private guest memory for [^:]*: KVM required/,
    title: 'KVM gives QEMU no guest_memfd',
    hint: 'A TD needs KVM with guest_memfd (6.16 and newer with CONFIG_KVM_INTEL_TDX) and -accel kvm; with "Permission denied", SELinux or AppArmor forbids it.',
    streams: VMM,
    causes: [
      {
        id: 'denied',
        when: { errno: ['EACCES', 'EPERM'] },
        title: 'QEMU may not create guest_memfd: SELinux or AppArmor forbids it',
        hint: 'The policy of the host does not know guest_memfd: update it, or set it to permissive to check (snp-svsm-vtpm#4).',
      },
      {
        id: 'memory',
        when: { errno: ['ENOMEM', 'EMFILE', 'ENFILE'] },
        title: 'The host has no memory or file descriptor for guest_memfd: $<errno>',
        hint: 'Lower the memory of the guest, or raise the limit of open files.',
      },
      {
        id: 'flags',
        when: { errno: 'EINVAL' },
        title: 'KVM refused the guest_memfd that QEMU asked for',
        hint: 'Its size is not aligned to pages, or QEMU asks with flags of another kernel: use a QEMU and a host kernel that belong together.',
      },
    ],
  },
  {
    id: 'qemu-memory-devices',
    phase: 'vmm',
    severity: 'fatal',
    // hw/mem/memory-device.c
    pattern:
      /not enough space, currently 0x[0-9a-f]+ in use of total space for memory devices 0x(?<size>[0-9a-f]+)/,
    title: 'The guest has no address space left for more memory (maxmem)',
    hint: 'Raise maxmem (Kata: default_maxmemory), or add less; a TD cannot hotplug memory anyway: give it all at the start.',
    streams: VMM,
  },
  {
    id: 'qemu-memory-file',
    phase: 'host',
    severity: 'fatal',
    // system/physmem.c file_ram_alloc(): memory that a file backs, of hugetlbfs most often
    pattern: /unable to map backing store for guest RAM: Cannot allocate memory/,
    title:
      'The host has too few free huge pages, or too little memory, for the file that backs the guest’s memory',
    hint: 'Compare the guest’s size with HugePages_Free of /proc/meminfo and with Hugepagesize: raise vm.nr_hugepages, or drop mem-path and hugetlb.',
    streams: VMM,
  },
  {
    id: 'qemu-memory-backing',
    phase: 'host',
    severity: 'fatal',
    // system/physmem.c, util/oslib-posix.c
    pattern:
      /(?:can't open backing store [^ ]+ for guest RAM|unable to map backing store for guest RAM|cannot set up guest memory '[^']*'): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'The host has not enough memory for the guest',
    hint: 'Lower the memory of the guest or free memory on the host; the memory of TDs cannot be swapped.',
    streams: VMM,
    causes: BACKING,
  },
  {
    id: 'qemu-memory-prealloc',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /Insufficient free host memory pages available to allocate guest RAM|preallocating memory failed: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'The host has too few free (huge) pages for the guest',
    hint: 'Raise vm.nr_hugepages, or drop prealloc=on and mem-path. A TD of QEMU 10.1 gains nothing from huge pages.',
    streams: VMM,
  },
  {
    id: 'qemu-memfd',
    phase: 'vmm',
    severity: 'fatal',
    // util/memfd.c, backends/hostmem-memfd.c; Intel's TDX trees: backends/hostmem-memfd-private.c
    pattern: /failed to create memfd(?: with flags 0x[0-9a-f]+)?: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'QEMU could not make the memory of the guest (memfd): $<errno>',
    hint: 'memory-backend-memfd-private is of Intel’s 2023 trees and needs the host kernel of the same tree; upstream QEMU makes guest_memfd itself. For hugetlb=on the host needs free huge pages.',
    streams: VMM,
  },
  {
    id: 'qemu-memory-lock',
    lasting: true,
    phase: 'host',
    severity: 'fatal',
    // os-posix.c os_mlock(), system/vl.c realtime_init (QEMU 10.1): -overcommit mem-lock=on
    pattern: /\bmlockall: [A-Z]|: locking memory failed/,
    title: 'QEMU may not lock the guest’s memory',
    hint: 'The limit of locked memory is smaller than guest and QEMU together: raise ulimit -l (LimitMEMLOCK=infinity, memtune hard_limit of libvirt), or take -overcommit mem-lock=on out: the private memory of a TD is never swapped.',
    streams: VMM,
  },
  {
    id: 'qemu-memory',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /cannot set up guest memory|unable to map backing store for guest RAM|(?:\b(?:qemu|kvm|vm|mmap|vhost|guest|fork)|KVM|RAM|memory|memfd|thread|-object |-m ).*: Cannot allocate memory/,
    title: 'The host has not enough memory for the guest',
    hint: 'Lower the memory of the guest or free memory on the host; the memory of TDs cannot be swapped.',
    streams: VMM,
  },
  {
    id: 'qemu-address-space',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/i386/pc.c
    pattern:
      /Address space limit (?<limit>0x[0-9a-f]+) < (?<needed>0x[0-9a-f]+) phys-bits too low \((?<bits>[0-9]+)\)/,
    title: 'The guest’s memory and device windows do not fit in $<bits> address bits',
    hint: 'Lower -m and maxmem (a TD cannot have hotplug memory), or the 64-bit window of large GPUs (pci-hole64-size, X-PciMmio64Mb).',
    streams: VMM,
  },
  {
    id: 'qemu-phys-bits',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // target/i386/host-cpu.c, cpu.c
    pattern:
      /phys-bits should be (?:between [0-9]+ and [0-9]+|[0-9]+ or [0-9]+) ?,? \(?but is (?<bits>[0-9]+)/,
    title: 'phys-bits=$<bits> is not possible',
    hint: 'Use -cpu host without phys-bits: a TD has the address width of the host.',
    streams: VMM,
  },
  {
    id: 'qemu-memory-option',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/core/machine.c, hw/mem/memory-device.c, hw/core/numa.c, hw/i386/pc.c, system/physmem.c, system/vl.c,
    // backends/hostmem*.c (QEMU 10.1)
    pattern:
      /invalid RAM size|Machine memory size does not match|host-nodes must be (?:empty|set) for policy|invalid value of (?:maxmem|slots)|total memory for NUMA nodes \([^)]*\) should equal RAM size|memory backend size mismatch|[Mm]emory backend '[^']*' (?:is busy|not found|has been set)|memory size 0x[0-9a-f]+ must be (?:equal to or larger than page size|aligned)|ram size too large|at most [0-9]+ (?:MB|GB) RAM|(?:missing|too large) 'size' option value|Size specified by -m option must match|[Mm]aximum memory size|unsupported amount of (?:maximum memory|memory slots)|memory backend \S+ can't be used multiple times|can't create backend with size 0|mem-path property not set|'-mem-path' can't be used together|Size (?:mismatch|too large): [^ ]+: 0x|backing store (?:size|align) 0x[0-9a-f]+ |alignment 0x[0-9a-f]+ must be |max-ram-below-4g=/,
    title: 'QEMU refuses the memory options',
    hint: 'The line names the option: -m, maxmem, the size of a memory backend or of the NUMA nodes.',
    streams: VMM,
  },
  {
    id: 'qemu-memory-node',
    phase: 'host',
    severity: 'fatal',
    // backends/hostmem.c host_memory_backend_memory_complete (QEMU 10.1)
    pattern: /cannot bind memory to host NUMA nodes: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'The guest’s memory cannot be bound to a NUMA node of the host: $<errno>',
    hint: 'host-nodes names a node that the host has not, or that the cgroup (cpuset.mems) forbids: see numactl -H.',
    streams: VMM,
  },
  {
    id: 'qemu-hotplug-memory',
    phase: 'vmm',
    severity: 'fatal',
    // hw/mem/memory-device.c (QEMU 10.1)
    pattern:
      /[Mm]emory (?:hotplug is|devices \(e\.g\. for memory hotplug\) are) not (?:enabled|supported)|hypervisor has no free memory slots left|kvm_get_free_slot: no free slot available|can't add memory device|a used vhost backend has no free memory slots left|no slots? (?:is )?available for (?:the )?(?:memory device|dimm)/,
    title: 'Memory cannot be added to this VM',
    hint: 'A TD has all of its memory from the start: leave slots=, maxmem= and memory devices out.',
    streams: VMM,
  },
];
