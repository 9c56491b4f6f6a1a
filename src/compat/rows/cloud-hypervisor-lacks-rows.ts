/** What Cloud Hypervisor does not offer to a guest: devices, and ways to set them up. */

import type { Row } from '../combination.ts';

const ANY = { vmm: 'cloud-hypervisor', platforms: ['tdx', 'kvm'] } as const;
const TD = { vmm: 'cloud-hypervisor', platforms: ['tdx'] } as const;
const DEVICE_MODEL = 'cloud-hypervisor docs/device_model.md';

export const CLOUD_HYPERVISOR_LACKS_ROWS: readonly Row[] = [
  {
    id: 'ch-flash',
    when: { ...ANY, needs: ['flash'] },
    verdict: 'not-offered',
    about: 'firmware',
    reason: 'Cloud Hypervisor has no flash chips (firmware: code and vars)',
    reference: DEVICE_MODEL,
    certainty: 'documented',
    advice:
      'Give one image, such as OVMF.inteltdx.fd in a TD or CLOUDHV.fd without, or use vmm: qemu without a TD.',
  },
  {
    id: 'ch-disk-bus',
    when: { ...ANY, needs: ['nvme', 'sata', 'scsi'] },
    verdict: 'not-offered',
    about: 'bus',
    reason: 'the disks of Cloud Hypervisor are virtio disks only',
    reference: DEVICE_MODEL,
    certainty: 'documented',
    advice: 'Use bus: virtio, or vmm: qemu.',
  },
  {
    id: 'ch-backing-file',
    when: { ...ANY, needs: ['backing-file'] },
    verdict: 'not-offered',
    about: 'disk',
    reason:
      'the guest of Cloud Hypervisor gets a copy of its disk, beside which a backing file or data file is not found',
    reference: 'cloud-hypervisor v47.0 block/src/qcow/mod.rs, from_with_nesting_depth',
    certainty: 'read in source',
    advice: 'Merge the files first (qemu-img convert -O qcow2 IMAGE MERGED), or use vmm: qemu.',
  },
  {
    id: 'ch-raw-like-qcow2',
    when: { ...ANY, vmmVersion: { before: '51.0' }, needs: ['raw-like-qcow2'] },
    verdict: 'not-offered',
    about: 'disk',
    reason:
      'Cloud Hypervisor before v51.0 takes the format of a disk from its content, and this raw disk begins like a qcow2 image',
    reference: 'cloud-hypervisor v47.0 detects the type; --disk image_type came with v51.0',
    certainty: 'inferred',
    advice: 'Use vmm: qemu, which takes the format as it is said.',
  },
  {
    id: 'ch-user-network',
    when: { ...ANY, needs: ['user-network'] },
    verdict: 'not-offered',
    about: 'network',
    reason: 'Cloud Hypervisor has no user network',
    reference: DEVICE_MODEL,
    certainty: 'documented',
    advice: 'Leave guest.network out, or use vmm: qemu.',
  },
  {
    id: 'ch-quote-socket',
    when: { ...ANY, needs: ['quote-socket'] },
    verdict: 'not-offered',
    about: 'quote-socket',
    reason: 'Cloud Hypervisor connects no quote generation service',
    reference: 'cloud-hypervisor docs/intel_tdx.md names no option for it',
    certainty: 'inferred',
    advice: 'Leave guest.quote-socket out, or use vmm: qemu.',
  },
  {
    id: 'ch-cpu',
    when: { ...ANY, needs: ['cpu'] },
    verdict: 'not-offered',
    about: 'cpu',
    reason: 'Cloud Hypervisor has no CPU models and flags: its guests see the processor of the host',
    reference: 'cloud-hypervisor docs/cpu.md',
    certainty: 'documented',
    advice: 'Leave guest.cpu out, or use vmm: qemu.',
  },
  {
    id: 'ch-memory-file',
    when: { ...ANY, needs: ['memory-file'] },
    verdict: 'not-offered',
    about: 'memory-backend',
    reason: 'Cloud Hypervisor has a file behind memory only in memory zones, which a scenario does not have',
    reference: 'cloud-hypervisor docs/memory.md',
    certainty: 'documented',
    advice: 'Leave the path out: hugepages, shared and prealloc are there without a file. Or use vmm: qemu.',
  },
  {
    id: 'ch-smbios',
    when: { ...ANY, needs: ['smbios-fields'] },
    verdict: 'not-offered',
    about: 'smbios',
    reason: 'of the SMBIOS of Cloud Hypervisor only serial number, UUID and OEM strings can be chosen',
    reference: 'cloud-hypervisor v47.0 vmm/src/vm_config.rs, PlatformConfig',
    certainty: 'read in source',
    advice: 'Leave the other fields out, or use vmm: qemu.',
  },
  {
    id: 'ch-td-attributes',
    when: { ...TD, needs: ['td-attributes', 'td-identity'] },
    verdict: 'not-offered',
    about: 'td',
    reason: 'Cloud Hypervisor chooses the attributes of a TD itself and gives it no identity',
    reference: 'cloud-hypervisor v47.0 hypervisor/src/kvm/mod.rs, tdx_init',
    certainty: 'read in source',
    advice: 'Leave guest.td out, or use vmm: qemu.',
  },
  {
    id: 'ch-typing-both',
    when: { ...ANY, needs: ['typing-both'] },
    verdict: 'not-offered',
    about: 'typing',
    reason:
      'Cloud Hypervisor takes input without loss on one stream only, its terminal, and this scenario types into console and serial: the console has no socket, the socket of the serial port loses what is printed before a thread of its own accepts the client, for which no vCPU waits, and a pty drops the oldest bytes of a backlog of 1 MiB and what is unread when Cloud Hypervisor ends',
    reference:
      'cloud-hypervisor v47.0 vmm/src/console_devices.rs:228 (console), vmm/src/serial_manager.rs:329,346 and devices/src/legacy/serial.rs:255 (socket), serial_buffer/src/lib.rs:30-44 (pty); v53.0 vmm/src/serial_manager.rs:266-280,416-420 (a socket with the same backlog)',
    certainty: 'read in source',
    advice: 'Send to one stream, or use vmm: qemu.',
  },
  {
    id: 'ch-typing-long',
    when: { ...ANY, needs: ['typing-long'] },
    verdict: 'not-offered',
    about: 'typing',
    reason:
      'of what is typed at once into the serial port of Cloud Hypervisor, Linux gets 256 bytes, and the rest when more is typed: the port raises one interrupt for all of it, and the driver reads 256 bytes for an interrupt',
    reference:
      'cloud-hypervisor v47.0 devices/src/legacy/serial.rs (read of DATA); Linux drivers/tty/serial/8250/8250_port.c, serial8250_rx_chars',
    certainty: 'read in source',
    advice: 'Send less before the next expect, use stream: console, or use vmm: qemu.',
  },
  {
    id: 'ch-9p',
    when: { ...ANY, needs: ['9p'] },
    verdict: 'not-offered',
    about: 'shares',
    reason: 'Cloud Hypervisor has no virtio-9p',
    reference: DEVICE_MODEL,
    certainty: 'documented',
    advice: 'Say type: virtiofs, or use vmm: qemu.',
  },
];
