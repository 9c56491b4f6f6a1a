/** What NVIDIA's kernel driver prints when a GPU that was passed into a Trust Domain does not start. */

import { sharing } from '../sharing.ts';

/**
 * Sources: NVIDIA/open-gpu-kernel-modules 570 and 595, src/nvidia/src/kernel/gpu/{fsp,gsp,spdm,conf_compute},
 * src/nvidia/src/kernel/gpu/mem_mgr/mem_utils.c, src/nvidia/arch/nvalloc/unix/src/osinit.c, kernel-open/nvidia/nv*.c. Releases
 * before 545 print no colon after NVRM.
 */
export const NVIDIA = sharing({ phase: 'userspace', severity: 'error' }, [
  {
    // nvidia_init_module() in kernel-open/nvidia/nv.c: an image that has the driver may be booted without a GPU.
    id: 'linux-nvidia-none',
    severity: 'warning',
    pattern: /NVRM:? No NVIDIA (?:GPU|graphics adapter) found/,
    title: 'The NVIDIA driver finds no GPU in the guest that it can drive',
    hint: 'Where the guest is to have one: the VMM gave it none (vfio-pci, the CDI annotation of the pod), or the driver’s release or kind (open, proprietary) does not fit it; lspci -nn in the guest tells.',
  },
  {
    id: 'linux-nvidia-smi',
    // nvidia-smi 570, and NVML's error strings
    pattern:
      /^No devices were found$|NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver/,
    title: 'nvidia-smi finds no GPU that the driver has started',
    hint: 'dmesg | grep NVRM in the guest says why. In a TD: the driver’s open modules, the GPU’s confidential mode (Protected PCIe for all GPUs and NVSwitches together), ecdsa_generic and ecdh_generic before nvidia, and nvidia-persistenced.',
    symptom: true,
  },
  {
    id: 'linux-nvidia-fsp',
    pattern:
      /NVRM:? kfsp[A-Za-z_0-9]+: (?<what>FSP (?:boot cmds failed|(?:async )?command timed out|secure boot partition timed out|secure boot GSP prechecks failed)|Preparing FSP boot cmds failed|Timed out waiting for FSP[a-z ]*)/,
    title: 'The GPU’s security processor did not boot the GPU ($<what>)',
    hint: 'Set the GPU’s confidential mode on the host (nvidia_gpu_tools.py --set-cc-mode=on --reset-after-cc-mode-switch), update its VBIOS, and use a driver that fits it (nvtrust#64).',
  },
  {
    id: 'linux-nvidia-encryption',
    pattern: /NVRM: [A-Za-z_]+: (?:Encryption|Decryption) failed with status = (?<status>0x[0-9a-f]+)/,
    title: 'Driver and GPU lost their secure session (status $<status>)',
    hint: 'The session does not survive suspend, a reset of the GPU or a second start of the driver: keep nvidia-persistenced running, and reset the GPU on the host (nvtrust#53).',
  },
  {
    id: 'linux-nvidia-firmware',
    pattern:
      /NVRM:? (?:RmFetchGspRmImages: )?No firmware image found|NVRM:? .*(?:Cannot find correct ucode archive|Ucode image preparation failed)|nvidia 0000:.*(?:Direct firmware load for nvidia\/|firmware: failed to load nvidia\/)/,
    title: 'The GPU’s driver finds no firmware (GSP) in the guest',
    hint: 'The guest needs /lib/firmware/nvidia/<release of the driver>/gsp_*.bin, in the initrd too where the driver is loaded there, and a kernel with CONFIG_FW_LOADER.',
  },
  {
    id: 'linux-nvidia-spdm',
    pattern:
      /NVRM:? .*(?<what>missing crypto implementation|LKCA modules|proper crypto backend)|NVRM:? .*(?:SPDM: (?:[A-Z][a-z ]*(?:failed|did not match)|Invalid|Send\/receive)|response from SPDM Responder|Failed (?:tearing down|deinitializing) SPDM)/,
    title: 'The driver could not open its secure session (SPDM) with the GPU',
    hint: 'The GPU’s confidential mode must be on, and its VBIOS and the driver must fit each other; reset the GPU on the host.',
    causes: [
      {
        id: 'crypto',
        when: { what: ['missing crypto implementation', 'LKCA modules', 'proper crypto backend'] },
        title: 'The guest’s kernel lacks the cryptography that the GPU’s driver needs',
        hint: 'Load ecdsa_generic and ecdh_generic before nvidia ("install nvidia /sbin/modprobe ecdsa_generic; /sbin/modprobe ecdh; …" in /etc/modprobe.d).',
      },
    ],
  },
  {
    id: 'linux-nvidia-mode',
    pattern:
      /NVRM:? .*(?<what>[CG]PU does not support confidential compute|GPU confidential compute capability is not enabled|CC is not supported on self-hosted platforms|Cannot boot Confidential Compute as debug board)/,
    title: 'GPU and guest do not agree on confidential computing: $<what>',
    hint: 'Switch the GPU’s mode on the host (nvidia_gpu_tools.py --set-cc-mode=on --reset-after-cc-mode-switch), and start the guest as a TD.',
  },
  {
    id: 'linux-nvidia-session',
    pattern:
      /NVRM:? .*(?:ConfCompute: (?:Fatal error hit|Failed )|Fatal error detected in GSP-DMA|CCSL Error! |Failed to perform key rotation|Key rotation callback failed)/,
    title:
      'The confidential session of driver and GPU broke: what was transferred could not be encrypted or decrypted',
    hint: 'Load ecdsa_generic and ecdh_generic before the driver, keep nvidia-persistenced running, and reset the GPU on the host before the guest starts again (nvtrust#53).',
  },
  {
    id: 'linux-nvidia-dma',
    pattern: /NVRM: .*Failed to create a DMA mapping/,
    title: 'The GPU’s driver got no memory for DMA',
    hint: 'In a TD it must use its CC mode, which needs no large bounce buffers: a GPU with confidential computing, its mode on, and a driver from 550 on (canonical/tdx#292).',
  },
  {
    id: 'linux-nvidia-bar',
    pattern:
      /NVRM: This PCI I\/O region assigned to your NVIDIA device is invalid|NVRM: BAR[0-9] is [0-9]+M @ 0x0/,
    title: 'The GPU’s memory windows (BARs) have no place in the guest',
    hint: 'Raise the window: -fw_cfg name=opt/ovmf/X-PciMmio64Mb,string=262144, and put the GPU behind a pcie-root-port.',
  },
  {
    id: 'linux-nvidia-lost',
    pattern: /NVRM: .*GPU has fallen off the bus/,
    title: 'The GPU no longer answers (fallen off the bus)',
    hint: 'Reset it on the host; in a TD its memory must be shared with the device: check VFIO, the IOMMU and the host dmesg.',
  },
  {
    id: 'linux-nvidia-gsp',
    pattern:
      /NVRM:? (?:RmInitAdapter: Cannot initialize GSP firmware RM|_?kgsp[A-Za-z_0-9]+: .*(?:GSP.*(?:failed|[Tt]imeout)|failed to (?:load|wait)|cannot bootstrap riscv|Timeout waiting for lockdown release))/,
    title: 'The GPU’s firmware (GSP) did not start',
    hint: 'Driver and firmware must be of one release (nvidia-firmware), the open kernel modules are needed, and the GPU’s confidential mode must be on before the TD starts (open-gpu-kernel-modules#729).',
  },
  {
    id: 'linux-nvidia-init',
    pattern: /NVRM:? (?:GPU \S+ )?(?:RmInitAdapter: [A-Z]|rm_init_adapter failed|RmInitAdapter failed)/,
    title: 'The NVIDIA driver could not initialise the GPU',
    hint: 'Lines of NVRM before this one may say why: firmware (GSP) of another version, the confidential mode of GPU and switches, or BARs without a place.',
    symptom: true,
  },
]);
