/** What the TD monitor says when an emulated Trust Domain fails (td-monitor/README.md, "The log"). */

import type { Signature } from '../signature.ts';

const GUEST = { phase: 'firmware', orLater: true, severity: 'fatal', streams: ['td-module'] } as const;
const MONITOR = { phase: 'vmm', severity: 'fatal', streams: ['td-module'] } as const;

export const TD_MONITOR: readonly Signature[] = [
  {
    ...GUEST,
    id: 'td-rbp-exposed',
    pattern: /^td-monitor: rbp-exposed mask=(?<mask>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title:
      'the guest exposed RBP in a TDVMCALL (mask $<mask>, at $<rip>), which hosts of Linux 6.16 and later forbid',
    hint: 'Firmware before edk2-stable202405 and td-shim up to v0.8.0 do this: use "pins: current". A host of Intel\'s 2022 tree allows it (td-monitor: {host: intel-2022}).',
  },
  {
    ...GUEST,
    id: 'td-violation-unaccepted',
    pattern:
      /^td-monitor: violation kind=private-unaccepted access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: 'the guest touched a private page before it accepted the page: $<access> of $<gpa> at $<rip>',
    hint: 'Accept the page with TDG.MEM.PAGE.ACCEPT first. A kernel needs CONFIG_UNACCEPTED_MEMORY=y, or firmware that accepts all memory.',
  },
  {
    ...GUEST,
    // edk2 commit 406f42cb74 (pull request 11151), and so c5aa7e7d94 of August 2026: line 128, "mov rsp, STACK_TOP", which lies in .bss of
    // a driver (lines 19 to 23), and is boot services' memory; line 140 pushes. Linux: acpi_mp_stop_this_cpu.
    id: 'td-violation-ap-reset',
    pattern:
      /^td-monitor: violation kind=private-to-shared access=write gpa=(?<gpa>0x[0-9a-f]+) vcpu=(?<vcpu>[1-9]\d*) rip=(?<rip>0x(?:[1-9a][0-9a-f]{7}|[0-9a-f]{1,7}))$/,
    title:
      'vCPU $<vcpu> touched a shared page as private, in code below 4 GiB as that of firmware is: write of $<gpa> at $<rip>',
    hint: 'While a guest powers off or restarts, this is a fault of TDVF from edk2-stable202508 on: Linux sends its other CPUs back to the firmware, whose reset code (OvmfPkg/TdxDxe/X64/ApRunLoop.nasm, lines 128 to 147, since commit 406f42cb74) pushes to a stack in memory that is Linux\'s by then and may be shared. Leave "stop: on-exit" out and say "settle: 0s", set guest.cpus to 1, or use older firmware.',
  },
  {
    ...GUEST,
    id: 'td-violation-shared',
    pattern:
      /^td-monitor: violation kind=private-to-shared access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: 'the guest touched a shared page as private: $<access> of $<gpa> at $<rip>',
    hint: 'The page was given to the host with MapGPA: access it with the shared bit, or convert the page back and accept it.',
  },
  {
    ...GUEST,
    id: 'td-violation-outside',
    pattern:
      /^td-monitor: violation kind=private-outside access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: 'the guest touched private memory that it does not have: $<access> of $<gpa> at $<rip>',
    hint: 'A device has to be accessed with the shared bit. A kernel without CONFIG_INTEL_TDX_GUEST does this with its first APIC access.',
  },
  {
    ...GUEST,
    id: 'td-violation-interrupt',
    pattern: /^td-monitor: violation kind=(?<kind>init|smi) access=interrupt gpa=\S+ vcpu=(?<vcpu>\d+) /,
    title: 'the guest had a device send "$<kind>" to vCPU $<vcpu>, which ends an emulated Trust Domain',
    hint: 'A host ignores INIT and SMI for a Trust Domain. Correct the delivery mode in the MSI message or in the I/O APIC entry that the guest wrote.',
  },
  {
    ...GUEST,
    id: 'td-violation-page-table',
    pattern:
      /^td-monitor: violation kind=page-table-in-device access=\S+ gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: 'a page table of the guest lies where no memory is, at the shared address $<gpa>: seen at $<rip>',
    hint: 'The processor cannot walk such a table. CR3 or an entry of a page table holds a wrong address, or one with the shared bit by mistake.',
  },
  {
    ...GUEST,
    id: 'td-fatal-error',
    pattern: /^td-monitor: fatal-error code=(?<code>0x[0-9a-f]+) .*text="(?<text>[^"]*)"/,
    title: 'the guest reported a fatal error to the host (code $<code>): "$<text>"',
    hint: 'The guest ended itself with ReportFatalError. Its text says why; Linux does so when an attribute of the TD is not safe, or on a panic before its console works.',
  },
  {
    ...GUEST,
    id: 'td-unfetched-ve',
    pattern: /^td-monitor: ve-unfetched vcpu=\d+ reason=(?<reason>\d+)/,
    title: 'the guest did not handle a #VE: $<reason:vmx> (exit reason $<reason>)',
    hint: 'The guest ended at a #VE for which it never called TDG.VP.VEINFO.GET. In a kernel, the code for TDX guests is missing: set CONFIG_INTEL_TDX_GUEST=y (Linux 5.19 and later). With that, the #VE came before the handler was there, or while the handler ran.',
  },
  {
    ...GUEST,
    id: 'td-triple-fault',
    pattern: /^td-monitor: end reason=triple-fault/,
    title: 'the guest ended with a triple fault',
    hint: 'No handler could run for an exception. The lines before this one in the td-module stream say what the guest did last, with the registers of each vCPU.',
    symptom: true,
  },
  {
    ...GUEST,
    id: 'td-nested-ve',
    severity: 'error',
    pattern:
      /^td-monitor: ve-nested vcpu=\d+ first=(?<first>\d+) second=(?<second>\d+) rip=(?<rip>0x[0-9a-f]+)/,
    title:
      'a #VE ($<second:vmx>) came at $<rip> before the guest had fetched the last #VE ($<first:vmx>), so it got #DF',
    hint: 'A #VE handler must call TDG.VP.VEINFO.GET before it does anything that may cause another #VE. A kernel without CONFIG_INTEL_TDX_GUEST has no such handler.',
  },
  {
    ...GUEST,
    id: 'td-dma-to-private',
    severity: 'error',
    pattern: /^td-monitor: dma-to-private gpa=(?<gpa>0x[0-9a-f]+) value=(?<value>0x[0-9a-f]+)/,
    title: 'a device wrote to private memory of the guest at $<gpa>, and the guest does not see it',
    hint: 'A driver gave the device the address of a page that is not shared. Use the DMA API of Linux, which bounces what is private, or the IOMMU protocol of edk2.',
  },
  {
    ...GUEST,
    id: 'td-tdcall-failed',
    severity: 'warning',
    pattern:
      /^td-monitor: tdcall-failed leaf=\d+ name=(?<leaf>\S+) status=(?<status>0x[0-9a-f]+) status-name=(?<name>\S+)/,
    // Guests accept memory in large pages first, and in small ones where the host refuses that.
    unless: /name=MEM\.PAGE\.ACCEPT .*status-name=TDX_PAGE_SIZE_MISMATCH/,
    title: 'TDCALL $<leaf> failed: $<name> ($<status>)',
    hint: 'The guest called the TDX module with something that it refuses. Guests often probe: see what the guest does with the status.',
  },
  {
    ...MONITOR,
    id: 'td-monitor-processor',
    pattern:
      /^td-monitor: setup-failed text="(?<text>the processor (?:has no|does not let) [^":]*|physical addresses are too short)/,
    title: 'QEMU cannot run an emulated Trust Domain here: $<text>',
    hint: 'The TD monitor needs AMD SVM with nested paging and addresses of 48 bits, which the TCG of an unmodified QEMU has from 7.2 on: use the QEMU of a distribution. Under "td-monitor: {accel: kvm}" the host\'s KVM gives them: leave that out.',
  },
  {
    ...MONITOR,
    id: 'td-monitor-late',
    pattern: /^td-monitor: setup-failed text="not all processors started"/,
    title: 'not all vCPUs started in time: the host was too busy',
    hint: 'QEMU has a thread for each vCPU, and one had no time on the host for seconds. Run fewer boots at once, or give the guest fewer CPUs.',
  },
  {
    ...MONITOR,
    id: 'td-monitor-setup',
    pattern: /^td-monitor: setup-failed text="(?<text>[^"]*)"/,
    title: 'the TD monitor did not start the Trust Domain: $<text>',
    hint: 'Check the firmware image with "tdx-boot firmware inspect", and the memory and CPUs of the guest.',
  },
  {
    ...MONITOR,
    id: 'td-monitor-fault',
    pattern: /^td-monitor: monitor-fault text="(?<text>[^"]*)"/,
    title: 'the TD monitor had a fault: $<text>',
    hint: 'This is a fault of tdx-boot or of QEMU, and no verdict on the guest: report it with the recording.',
  },
];
