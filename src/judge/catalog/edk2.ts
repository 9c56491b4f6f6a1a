/** What TDVF and OVMF (edk2) print when they stop: asserts, exceptions, TDX calls, broken volumes. */

import { EDK2_ASSERTS } from './edk2-asserts.ts';
import { sharing } from './sharing.ts';

export const EDK2 = sharing({ phase: 'firmware', severity: 'fatal' }, [
  {
    id: 'edk2-no-boot-menu',
    severity: 'error',
    // MdeModulePkg/Library/UefiBootManagerLib/BmBoot.c; OvmfPkg/Library/PlatformBootManagerLib/BdsPlatform.c asserts on it
    pattern: /BootManagerMenu FFS section can not be found/,
    title: 'The firmware does not find its boot menu, on which a debug build asserts and boots nothing',
    hint: 'In a TD edk2-stable202605 leaves the menu in a volume that it does not discover (fixed by commit f272dd7ea3), and BUILD_FIRMWARE_UI=FALSE leaves it out: use edk2-stable202511 ("pins: current"), a commit with the fix, or a release build.',
  },
  {
    id: 'edk2-assert-module',
    pattern:
      /ASSERT \[(?<module>[A-Za-z0-9_]+)\] (?:.*[/\\])?(?<file>[A-Za-z0-9_.-]+)\([0-9]+\): (?<expr>.*[^ ])/,
    title: 'ASSERT in $<module> ($<file>): $<expr>',
    hint: 'The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line in the source that this firmware was built from.',
    quotes: true,
    causes: EDK2_ASSERTS,
  },
  {
    id: 'edk2-assert',
    pattern: /ASSERT (?:.*[/\\])?(?<file>[A-Za-z0-9_-]+\.[A-Za-z]+)\([0-9]+\): (?<expr>.*[^ ])/,
    title: 'ASSERT in $<file>: $<expr>',
    hint: 'The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line in the source that this firmware was built from.',
    quotes: true,
    causes: EDK2_ASSERTS,
  },
  {
    id: 'edk2-assert-efi-error',
    pattern: /ASSERT_EFI_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
    title: 'ASSERT_EFI_ERROR: $<status>',
    hint: 'A call that must succeed returned this status; the ASSERT line that follows names the place.',
    end: 'ASSERT',
    symptom: true,
  },
  {
    id: 'edk2-assert-return-error',
    pattern: /ASSERT_RETURN_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
    title: 'ASSERT_RETURN_ERROR: $<status>',
    hint: 'A call that must succeed returned this status; the ASSERT line that follows names the place.',
    end: 'ASSERT',
    symptom: true,
  },
  {
    id: 'edk2-exception',
    pattern: /!!!! (?:X64|IA32) Exception Type - [0-9A-F]+\((?<name>[^)]*)\)/,
    title: 'CPU exception in the firmware: $<name>',
    hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module; #PF on a low address means a NULL pointer, #VE an instruction that a TD may not use.',
    end: 'ind image',
  },
  {
    id: 'edk2-exception-unknown',
    pattern: /!!!! (?:X64|IA32) Exception Type - /,
    title: 'CPU exception in the firmware',
    hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module.',
    end: 'ind image',
  },
  {
    id: 'edk2-exception-arm',
    // gExceptionTypeString in ArmPkg/Library/DefaultExceptionHandlerLib/AArch64/DefaultExceptionHandler.c (edk2-stable202505)
    pattern: /^(?<name>Synchronous|IRQ|FIQ|SError) Exception at 0x(?<address>[0-9A-F]{5,16})\b/,
    title: 'CPU exception in the firmware: $<name>',
    hint: 'Printed by RELEASE builds too. The lines below name PC, ESR and, in a DEBUG build, the module.',
  },
  {
    id: 'edk2-vc-mmio',
    severity: 'error',
    // OvmfPkg/Library/CcExitLib/CcExitVcHandler.c ValidateMmioMemory(): then it raises a #GP
    pattern: /MMIO using encrypted memory: (?<address>[0-9A-Fa-f]+)/,
    title: 'The firmware reaches a device at 0x$<address> through encrypted memory',
    hint: 'The firmware has mapped this address as private: an OVMF that does not fit SEV, or an MMIO range that it was not told of. Take one that is made for SNP.',
  },
  {
    id: 'edk2-ve-info',
    // OvmfPkg/Library/CcExitLib/CcExitVeHandler.c (edk2-stable202605, this and the next five rows), TdxMailboxLib/TdxMailbox.c
    pattern:
      /(?:#VE happened\. |Failed call |: )(?<call>TDGETVEINFO|TDCALL_TDINFO|TDCALL)(?: failed with [sS]tatus|\. [0-9a-f]{8})/,
    title: 'The TDX module refused a call of the firmware ($<call>)',
    hint: 'A nested #VE, or a TDX module that does not fit the firmware. The firmware stops.',
  },
  {
    id: 'edk2-ve-unsupported',
    pattern: /Unsupported #VE happened, ExitReason is (?<reason>[0-9]+)/,
    title: 'Unsupported #VE in the firmware: $<reason:vmx> (exit reason $<reason>)',
    hint: 'The firmware used an instruction that its #VE handler does not emulate.',
  },
  {
    id: 'edk2-ve-host-error',
    pattern: /#VE Error \(0x[0-9A-Fa-f]+\) returned from host/,
    title: 'The host refused a #VE emulation',
    hint: 'The VMM or KVM returned an error for CPUID, MSR, I/O or MMIO emulation: look at the VMM log.',
  },
  {
    id: 'edk2-ve-mmio',
    pattern:
      /MMIO #VE happened|: (?:Invalid MMIO opcode \(|Invalid MmioSize - |Parse Ext\.ModRm\.Mod error!|Address is not correct! \(|Initialize InstructionData failed!)/,
    title: 'MMIO #VE that the firmware cannot decode',
    hint: 'MMIO through an instruction that the handler does not parse, or an unexpected shared address.',
  },
  {
    id: 'edk2-ept-violation',
    pattern: /EPT-violation #VE on private memory is not allowed/,
    title: 'EPT-violation #VE on private memory in the firmware',
    hint: 'Memory was used before it was accepted, or the host removed it. Check the memory map of the TD HOB.',
  },
  {
    id: 'edk2-map-gpa',
    severity: 'error',
    pattern: /TdVmcall\(MAPGPA\) failed with/,
    title: 'TDVMCALL<MapGPA> failed',
    hint: 'The host could not convert memory between private and shared. Firmware older than November 2023 lacks the retry (edk2 8a41004643).',
  },
  {
    id: 'edk2-vmcall-mmio',
    severity: 'error',
    pattern: /: TdVmcall failed with /,
    title: 'TDVMCALL for MMIO failed in the firmware',
    hint: 'The VMM did not emulate an MMIO access: look at the VMM log for the address.',
  },
  {
    id: 'edk2-accept-memory',
    // OvmfPkg/Library/BaseMemEncryptTdxLib/MemoryEncryption.c (edk2-stable202605)
    pattern: /Failed to (?:AcceptMemory|locate MemoryAcceptProtocol) with/,
    title: 'The firmware failed to accept memory',
    hint: 'TDG.MEM.PAGE.ACCEPT failed: the VMM did not add the memory that its HOB describes, or the host ran out of it.',
  },
  {
    id: 'edk2-page-tables',
    // MdeModulePkg/Core/DxeIplPeim/DxeLoad.c, which spells it "idnetity", and MemoryEncryption.c (edk2-stable202605)
    pattern:
      /Failed to create [a-z]+ mapping page tables|ERROR: Out of aligned pages|: bad P[A-Z0-9]+ for Physical=0x/,
    title: 'The firmware could not build its page tables',
    hint: 'Too little memory for the page tables, or a wrong physical address width.',
  },
  {
    id: 'edk2-hob',
    pattern:
      /HOB: (?<what>(?:HOB|Hob|Unknow|Invalid|HandoffInformationTable|Cpu Reserved) ?[A-Za-z ]*[a-zA-Z])/,
    title: 'The TD HOB is not valid: $<what>',
    hint: 'The VMM handed over a HOB list that the firmware rejects; firmware and VMM do not fit each other.',
  },
  {
    id: 'edk2-vcpus',
    // OvmfPkg/Library/PlatformInitLib/Platform.c PlatformMaxCpuCountInitialization (edk2-stable202605)
    pattern: /Failed with BootCpuCount \((?<cpus>[0-9]+)\) more than MaxCpuCount\((?<limit>[0-9]+)\)/,
    title: 'The TD has $<cpus> vCPUs, and its limit is $<limit>',
    hint: 'The VMM made more vCPUs than it told the TDX module: update the VMM, or lower the number of vCPUs.',
  },
  {
    id: 'edk2-td-mailbox',
    // OvmfPkg/TdxDxe/TdxAcpiTable.c (edk2-stable202605)
    pattern:
      /Failed to relocate Td mailbox|Failed to allocate pages for MailboxRelocation|Failed to get the RelocationMap|Failed to install new MADT table|Uninstall old MADT table error|Unable to locate (?<acpi>ACPI) (?:SDT|Table) protocol|TD: (?<acpi2>AcpiTable)Protocol is not installed/,
    title: 'The firmware could not relocate the TD mailbox',
    hint: 'No ACPI NVS memory for the mailbox: application processors will not wake up in the OS. Give the guest more memory.',
    causes: [
      {
        id: 'acpi',
        when: { acpi: ['ACPI', 'AcpiTable'] },
        title: 'The firmware has no ACPI tables into which the TD mailbox and the event log belong',
        hint: 'The VMM gave none (fw_cfg etc/acpi/tables, or ACPI in the TD HOB), or AcpiTableDxe did not start: the kernel finds neither its CPUs nor CCEL.',
      },
    ],
  },
  {
    id: 'edk2-protocol-missing',
    // MdeModulePkg/Core/Dxe/DxeMain/DxeProtocolNotify.c CoreDisplayMissingArchProtocols (edk2-stable202605)
    pattern:
      /\b(?<protocol>[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)?(?: [A-Z][A-Za-z]*)?) Arch Protocol not present!!/,
    title: 'The firmware has no driver for its $<protocol> protocol',
    hint: 'A driver was left out of the build, or ended with an error: lines of DXE drivers above ("Error: Image at … start failed") say which.',
  },
  {
    id: 'edk2-host-bridge',
    // OvmfPkg/Library/PlatformInitLib/Platform.c (edk2-stable202605)
    pattern: /Unknown Host Bridge Device ID: (?<device>0x[0-9A-Fa-f]+)/,
    title: 'The firmware does not know this machine (host bridge $<device>)',
    hint: 'OVMF runs on q35 and pc of QEMU, CloudHv.fd on Cloud Hypervisor, and microvm firmware on microvm: give the firmware its machine (a TD: q35).',
  },
  {
    id: 'edk2-variables',
    severity: 'warning',
    // OvmfPkg/Library/PlatformInitLib/Platform.c PlatformValidateNvVarStore (edk2-stable202605)
    pattern:
      /NvVarStore (?<what>[A-Za-z /]+?) (?:was|were|is) (?:invalid|NULL)|Failed to map NvVarStore as shared/,
    title: 'The variable store of the firmware (CFV) is damaged',
    hint: 'The firmware starts with empty variables, without Secure Boot keys: the file was truncated, or is no variable store of this firmware.',
  },
  {
    id: 'edk2-fw-cfg',
    severity: 'warning',
    // OvmfPkg/Library/PeilessStartupLib/PeilessStartup.c (edk2-stable202605)
    pattern: /QemuFwCfgInitCache failed/,
    title: 'The firmware could not read the settings of the VMM (fw_cfg)',
    hint: 'Firmware for QEMU runs on another VMM, or fw_cfg does not answer in this TD.',
  },
  {
    id: 'edk2-measurement',
    severity: 'error',
    // OvmfPkg/Tcg/TdTcg2Dxe/TdTcg2Dxe.c (edk2-stable202605)
    pattern:
      /\b(?<what>HOBs|Boot Variables|[A-Za-z]+) not Measured\. Error!|Separator Event not Measured to RTMR|CcMeasurement protocol failed to be installed|: MRTD cannot be extended in TDVF|: MrIndex is invalid|TdxMeasurement[A-Za-z]+ failed with|Failed to obtain a valid (?<part>GPT) partition table header to measure/,
    title: 'The firmware could not measure a part of the boot into the RTMRs',
    hint: 'The event log has a hole, and a verifier refuses this boot: TDG.MR.RTMR.EXTEND failed, or the event log is full.',
    causes: [
      {
        id: 'gpt',
        // SecurityPkg/Library/DxeTpm2MeasureBootLib/DxeTpm2MeasureBootLib.c (edk2-stable202605)
        when: { part: 'GPT' },
        severity: 'warning',
        title: 'The partition table of a disk is damaged, so the firmware could not measure it',
        hint: 'Neither GPT header is valid: an image that was cut or copied short. sgdisk -v shows it, sgdisk -e moves the second header to the end of a grown disk.',
      },
    ],
  },
  {
    id: 'edk2-bds-unable',
    pattern: /\[Bds\] ?Unable to boot!/,
    title: 'The boot manager is out of options',
    hint: 'Every boot option failed; the BdsDxe lines above say how.',
  },
  {
    id: 'edk2-decompress',
    // MdeModulePkg/Core/DxeIplPeim/DxeLoad.c (edk2-stable202605)
    pattern:
      /(?:Decompress(?: GetInfo)?|Extract guided section|GetInfo from guided section) Failed - (?<status>[A-Za-z ]*[A-Za-z])/,
    title: 'The firmware volume cannot be decompressed: $<status>',
    hint: 'The firmware file is damaged (a RELEASE build is silent here): compare its sha256 with the build.',
  },
  {
    id: 'edk2-status-code',
    severity: 'warning',
    pattern: /ERROR: C[0-9A-F]+:V(?<value>[0-9A-F]+) I/,
    title: 'Firmware error status code V$<value>',
    hint: 'Look the value up in MdePkg/Include/Pi/PiStatusCode.h; the GUID after it names the module.',
    // These two codes (boot option not loaded, boot option failed) are left out: BdsDxe says more about them.
    unless: /:V0305100[23] /,
  },
]);
