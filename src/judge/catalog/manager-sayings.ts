/**
 * What managers of VMs say themselves, before QEMU or libvirt speaks: Proxmox VE (qemu-server 9.0 of 2026-08), OpenStack (nova 32 of
 * 2026-08: exception.py, virt/hardware.py, virt/libvirt), KubeVirt (1.7 of 2026-08: pkg/virt-launcher, cmd), Incus (6.16 of 2026-08:
 * internal/server/instance/drivers).
 */

import type { Saying } from '../signature.ts';

export const MANAGER_SAYINGS: readonly Saying[] = [
  {
    id: 'says-manager-firmware',
    phase: 'vmm',
    pattern:
      /EFI OVMF roms missing|EFI (?:base|vars) image '[^']*' not found|find one of the required UEFI firmware files|^(?:nova\.exception\.)?\W*UEFI is not supported|change the BIOS to OVMF|with pflash devices instead of using `-bios`|image doesn't have 'hw_firmware_type'|EFI disk (?:is )?(?:not configured|without)/,
    title: 'The manager has no firmware for a VM of this kind, or the VM is not set to one',
    hint: 'A confidential VM needs UEFI: an OVMF for TDX or SEV where the manager looks (in KubeVirt inside the virt-launcher image), and the VM set to it (bios: ovmf, hw_firmware_type=uefi), without an EFI disk where it is given with -bios.',
  },
  {
    id: 'says-manager-host',
    phase: 'host',
    pattern:
      /(?:Your CPU does not support|kernel doesn't support) (?:AMD |Intel )?(?<what>SEV(?:-ES|-SNP)?|TDX)|(?:AMD )?(?<what2>SEV(?:-ES|-SNP)?|TDX) (?:is not supported by the host|support is only available)|device capacity of \d+ was report for (?<what3>tdx|sev)/,
    title: 'The manager finds no $<what> on this host',
    hint: 'The BIOS has it off, the module does not (kvm_intel.tdx=1, kvm_amd.sev=1), or a part below the manager is too old: compare dmesg, virsh domcapabilities and the version of QEMU.',
  },
  {
    id: 'says-manager-kvm',
    phase: 'host',
    pattern:
      /KVM support is missing|vhost_vsock kernel module not loaded|Connection to the hypervisor is broken/,
    title: 'The manager cannot start VMs on this host',
    hint: 'Load kvm_intel (kvm_amd) and vhost_vsock and look at /dev/kvm; for OpenStack see whether libvirtd runs. Then restart the manager.',
  },
  {
    id: 'says-manager-device',
    phase: 'vmm',
    pattern:
      /PCI pass-through, IOMMU not present|unbind\/bind PCI group to VFIO|[Nn]o (?:PCI|pci) device (?:info )?(?:found )?for|PCI device mapping (?:invalid|not found)|PCI passthrough on a non-PCI|find a free device for 'hostpci|mediated device\s*$|PCI alias \S+ is not defined|[Uu]nable to (?:find|claim) .*PCI device|IOMMUFD not supported on this node|has no mdevUUID or pciBusID/,
    title: 'The manager cannot give the VM a device of the host',
    hint: 'Switch the IOMMU on (BIOS, intel_iommu=on), bind the device and its IOMMU group to vfio-pci, and compare its address with the mapping or alias of the manager: addresses change with the hardware.',
  },
  {
    id: 'says-manager-silent',
    phase: 'vmm',
    pattern:
      /unable to connect to VM \d+ (?:qmp|qga) socket|qmp command '[^']*' failed - (?:got timeout|unable to connect)|[Ff]ailed to connect to (?:the )?QMP monitor|start failed: .*got timeout/,
    title: 'QEMU does not answer its manager',
    hint: 'It hangs, has ended, or still pins memory: much memory with a passed-through device, or of a TD, takes minutes. Raise the time-out of the start (qm start --timeout), and read what QEMU printed.',
    symptom: true,
  },
  {
    id: 'says-manager-busy',
    phase: 'vmm',
    pattern:
      /\bVM \d+ already running|\bVM is locked \(|can't lock file '\/var\/lock\/qemu-server\/|instance is already running/,
    title: 'The VM runs already, or another task of the manager holds it',
    hint: 'Wait for the task or end it (qm unlock <id> where it was cut off); a QEMU that is left over has to be ended first.',
  },
  {
    id: 'says-manager-no-node',
    phase: 'vmm',
    pattern:
      /No valid host was found|Exceeded maximum number of retries|Exhausted all hosts|Insufficient compute resources|Insufficient devices\.kubevirt\.io\/(?<what>[\w-]+)|NoValidHost/,
    title: 'No node of the cluster takes the VM',
    hint: 'The line names what no node has left, or the log of the nodes that tried says why (nova-compute, nova-scheduler; kubectl describe node): a TD needs a node whose traits or resources offer it (kvm, tdx, memory, CPUs).',
  },
  {
    id: 'says-manager-memory',
    phase: 'vmm',
    pattern:
      /hugepage allocation failed|system doesn't support hugepages|hugepages option is not enabled|exceeds the launcher memory request|Total memory is bigger than|host doesn't have enough (?:free )?memory/,
    title: 'The host cannot give the VM the memory that it asks for',
    hint: 'Lower it, or reserve huge pages of this size on the NUMA node before (vm.nr_hugepages); limits of the pod must be above the guest’s memory.',
  },
  {
    id: 'says-manager-network',
    phase: 'vmm',
    pattern:
      /Virtual Interface creation failed|VirtualInterfaceCreate|Creation of virtual interface with |Timeout waiting for \[\('network-vif-plugged/,
    title: 'The network of the VM was not ready in time',
    hint: 'The agent of the network (neutron) did not plug the port: read its log on this node; vif_plugging_is_fatal=False lets the VM start without.',
  },
];
