/** What the ASSERTs of edk2 guard, by the file that they stand in: OvmfPkg, UefiCpuPkg, MdeModulePkg (edk2-stable202405 to 202605). */

import type { Cause } from '../signature.ts';

/** For rows that capture `file` and `expr`; the first that fits counts. */
export const EDK2_ASSERTS: readonly Cause[] = [
  {
    id: 'mtrr-left',
    // OvmfPkg/Library/PlatformInitLib/MemDetect.c PlatformQemuInitializeRam: BIT11 of MtrrDefType
    when: {
      file: 'MemDetect.c',
      expr: [
        '(MtrrSettings.MtrrDefType & 0x00000800) == 0',
        '((MtrrSettings.MtrrDefType & 0x00000800) == 0)',
        '(MtrrSettings.MtrrDefType & BIT11) == 0',
      ],
    },
    title: 'The firmware starts with MTRRs that are still enabled: the machine was not reset fully',
    hint: 'After a reset, QEMU or KVM must clear the MTRRs: update QEMU and the host kernel, or start the machine anew instead of resetting it (-no-reboot). A boot loader that exits to the firmware can do this, too.',
  },
  {
    id: 'memory-map',
    when: { file: ['MemDetect.c', 'IntelTdx.c', 'HobLib.c'] },
    title: 'The firmware cannot use the memory map that the VMM gave it: $<expr>',
    hint: 'Check the size of the memory, maxmem and phys-bits; the firmware and the VMM (its TD HOB, e820 in fw_cfg) must fit each other.',
  },
  {
    id: 'mtrr',
    when: { file: 'MtrrLib.c' },
    title: 'The firmware could not set the cache types of memory (MTRRs): $<expr>',
    hint: 'A bug of this edk2, or a layout of memory and PCI windows that MTRRs cannot describe: use a newer edk2, another size of memory, or a smaller PCI hole. In a TD the firmware must leave MTRRs alone: take one that is made for TDX.',
  },
  {
    id: 'accept',
    when: { file: ['SecTdxHelper.c', 'AcceptPages.c'] },
    title: 'The firmware could not accept memory, or TDX refused a call: $<expr>',
    hint: 'The memory of the TD HOB and the one that KVM gives differ, or the TDX module refused TDG.MEM.PAGE.ACCEPT: read the host dmesg, and try other sizes of memory and fewer vCPUs.',
  },
  {
    id: 'measurement',
    when: { file: ['TdxMeasurementHob.c', 'TdTcg2Dxe.c', 'HashLibTdx.c'] },
    title: 'The firmware could not measure or pass on a measurement: $<expr>',
    hint: 'The TD HOB, the variable store (CFV) or the event log is not what the firmware expects: use the variable store of the same build, and a firmware and VMM that fit each other.',
  },
  {
    id: 'shared',
    when: {
      file: ['MemoryEncryption.c', 'CcIoMmu.c', 'IoMmuBuffer.c', 'PeiDxeVirtualMemory.c', 'AmdSevDxe.c'],
    },
    title: 'The firmware could not make memory shared or private: $<expr>',
    hint: 'The VMM or KVM refused the conversion (MapGPA), or no memory was left for page tables: read what the VMM and the host’s dmesg say, and give the guest more memory.',
  },
  {
    id: 'volume',
    when: { file: ['DxeLoad.c', 'SecMain.c', 'FindPeiCore.c', 'FwVol.c'] },
    title: 'The firmware did not find or unpack its own next stage: $<expr>',
    hint: 'The image is damaged, truncated or built of parts that do not fit (CODE and VARS of different sizes): build or download it again, and compare its size with its flash layout.',
  },
  {
    id: 'variables',
    when: {
      file: [
        'FwBlockServiceDxe.c',
        'FtwMisc.c',
        'FaultTolerantWrite.c',
        'Variable.c',
        'VariableDxe.c',
        'VariableParsing.c',
        'Fvb.c',
      ],
    },
    title: 'The firmware cannot use its variable store: $<expr>',
    hint: 'The store is damaged, of another build, or its flash cannot be written: start with a fresh copy of the VARS image of this firmware.',
  },
  {
    id: 'host-bridge',
    when: {
      file: [
        'DxeAcpiTimerLib.c',
        'BaseAcpiTimerLib.c',
        'BaseRomAcpiTimerLib.c',
        'DxeResetShutdown.c',
        'BaseResetShutdown.c',
      ],
    },
    title: 'The firmware does not know this machine’s chipset: $<expr>',
    hint: 'OVMF knows Q35, i440FX, microvm and Cloud Hypervisor, each with the build that is made for it: use -machine q35, or CLOUDHV.fd with Cloud Hypervisor.',
  },
  {
    id: 'pci',
    when: {
      file: [
        'PciHostBridge.c',
        'PciHostBridgeLib.c',
        'PciHostBridgeUtilityLib.c',
        'PciLib.c',
        'PciResourceSupport.c',
        'PciEnumerator.c',
        'PciHotPlugInit.c',
      ],
    },
    title: 'The firmware could not give the PCI devices their windows: $<expr>',
    hint: 'A device with a large BAR does not fit: raise phys-bits or the 64-bit window (-fw_cfg name=opt/ovmf/X-PciMmio64Mb,string=…), or take devices away.',
  },
  {
    id: 'cpus',
    when: {
      file: [
        'MpLib.c',
        'DxeMpLib.c',
        'PeiMpLib.c',
        'AmdSev.c',
        'CpuMp.c',
        'CpuDxe.c',
        'QemuCpuhp.c',
        'CpuHotplug.c',
      ],
    },
    title: 'The firmware could not start or count the vCPUs: $<expr>',
    hint: 'Try one vCPU, and no more than the VMM promises by maxcpus; a firmware of 2024 and newer is needed for more than 255.',
  },
  {
    id: 'heap',
    // MdeModulePkg/Core/Dxe/Mem/{Pool,Page}.c: signatures before and behind each piece
    when: { file: ['Pool.c', 'Page.c', 'HeapGuard.c', 'MemoryAllocationLib.c', 'SmmMemLib.c'] },
    title: 'The firmware’s memory is damaged or used up: $<expr>',
    hint: 'A driver or a boot program wrote over memory that is not its own, or freed some twice; or the guest has too little. The last driver that was loaded is the first suspect.',
  },
  {
    id: 'task-level',
    // MdeModulePkg/Core/Dxe/Event/Tpl.c, Image/Image.c, OvmfPkg/Library/NestedInterruptTplLib
    when: { file: ['Tpl.c', 'Image.c'] },
    title: 'A driver or a boot program left the firmware at a wrong task level: $<expr>',
    hint: 'The program that ran last (boot loader, option ROM) raised the level and did not restore it, or enabled interrupts: use a newer edk2, which only warns, or another boot loader.',
  },
  {
    id: 'boot-menu',
    when: {
      file: [
        'BdsPlatform.c',
        'BdsEntry.c',
        'BmBoot.c',
        'BmBootDescription.c',
        'BBSsupport.c',
        'QemuBootOrderLib.c',
      ],
    },
    title: 'The firmware failed while it made its boot options: $<expr>',
    hint: 'A boot menu that is not in the image (BUILD_FIRMWARE_UI=FALSE), a device whose option it cannot make, or variables of another build: use a fresh VARS image, fewer devices, and a release build, which goes on.',
  },
  {
    id: 'display',
    when: { file: ['Gop.c', 'Initialize.c', 'QemuRamfb.c', 'GraphicsConsole.c', 'ConSplitter.c'] },
    title: 'The firmware failed on the display or the console: $<expr>',
    hint: 'Take the display away (-vga none, -nographic), which a TD does not need.',
  },
  {
    id: 'pcd',
    when: { file: ['PcdLib.c', 'DxePcdLib.c', 'PeiPcdLib.c', 'Pcd.c', 'Service.c'] },
    title: 'The firmware was built with a setting (PCD) that it cannot use: $<expr>',
    hint: 'Check the -D defines and --pcd options of the build; a dynamic PCD must be listed in the .dsc.',
  },
  {
    id: 'tpm',
    when: { file: ['Tcg2Dxe.c', 'Tcg2Pei.c', 'DxeTcg2PhysicalPresenceLib.c'] },
    title: 'The firmware failed on its TPM: $<expr>',
    hint: 'swtpm or the vTPM answered what the firmware does not expect: use a fresh state of swtpm, or take the TPM away.',
  },
];
