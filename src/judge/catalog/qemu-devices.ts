/** What QEMU prints of devices that cannot be used: virtio, vhost, tap devices and TPMs. */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

/** QEMU takes leave of swtpm, which may have ended before: also at the end of a guest that powered off. */
const TPM_AT_END = /tpm-emulator: (?:Could not cleanly shutdown the TPM|TPM result for shutdown)/;

export const QEMU_DEVICES: readonly Signature[] = [
  {
    id: 'qemu-iommu-platform',
    phase: 'vmm',
    severity: 'fatal',
    // hw/virtio/virtio-bus.c
    pattern: /iommu_platform=true is not supported by the device/,
    title: 'A virtio device cannot have iommu_platform=on, which a TD needs',
    hint: 'Its back end (vhost-user, or an old vhost) does not offer VIRTIO_F_ACCESS_PLATFORM: use another back end.',
    streams: VMM,
  },
  {
    id: 'qemu-virtio-modern',
    phase: 'vmm',
    severity: 'fatal',
    // hw/virtio/virtio-pci.c virtio_pci_realize, virtio_pci_device_plugged (QEMU 10.1)
    pattern:
      /device is modern-only, use disable-legacy=on|VIRTIO_F_IOMMU_PLATFORM was supported by neither legacy nor transitional device|Device doesn't support modern mode, and legacy mode is disabled|device cannot work as neither modern nor legacy mode is enabled/,
    title: 'A virtio device of a TD must be modern: disable-legacy=on, and not disable-modern=on',
    hint: 'Use the -non-transitional form of the device, or add disable-legacy=on; behind a PCIe root port that is the default.',
    streams: VMM,
  },
  {
    id: 'qemu-vhost-features',
    phase: 'vmm',
    severity: 'error',
    pattern:
      /vhost lacks feature mask (?<mask>0x[0-9a-f]+) for backend|vhost_set_(?:features|vring_[a-z]+) failed(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?|vhost_dev_init failed|vhost_dev_start failed|unable to start vhost [a-z-]+: -?[0-9]+/,
    title: 'vhost cannot do what the device needs',
    hint: 'The kernel’s vhost, or the vhost-user program, lacks a feature: try vhost=off.',
    streams: VMM,
    causes: [
      {
        id: 'gone',
        when: { errno: ['EAGAIN', 'EPIPE', 'ECONNRESET', 'EPROTO', 'EBADF'] },
        title: 'The vhost-user back end (such as virtiofsd) went away',
        hint: 'It crashed or was ended: look at its own log. It cannot read the private memory of a TD without swiotlb (iommu_platform=on) (confidential-containers#59).',
      },
    ],
  },
  {
    id: 'vhost-user-backend',
    phase: 'vmm',
    severity: 'error',
    // vu_panic() of subprojects/libvhost-user/libvhost-user.c (QEMU 9.2), printed by fv_panic() of the old virtiofsd and
    // panic_cb() of util/vhost-user-server.c
    pattern:
      /(?:fv|vu)_panic: (?:libvhost-user: )?(?<why>.+)|(?<why2>virtio legacy devices aren't supported) by libvhost-user/,
    title: 'The vhost-user back end gave up: $<why>',
    hint: 'The guest’s driver or the VMM sent what the back end does not take; what it did is in the log of either.',
    streams: VMM,
    causes: [
      {
        id: 'legacy',
        when: {
          why: [
            "virtio legacy devices aren't supported by libvhost-user",
            "virtio legacy devices aren't supported",
          ],
        },
        title:
          'The guest’s driver did not accept VIRTIO_F_VERSION_1, and the vhost-user back end takes no legacy device',
        hint: 'Use a guest kernel whose driver knows virtio 1.0, and disable-legacy=on.',
      },
    ],
  },
  {
    id: 'qemu-vhost-net',
    phase: 'vmm',
    severity: 'fatal',
    // net/tap.c
    pattern: /vhost-net requested but could not be initialized/,
    title: 'QEMU cannot use vhost-net',
    hint: 'Load vhost_net on the host and give the user /dev/vhost-net, or use vhost=off.',
    streams: VMM,
  },
  {
    id: 'qemu-vhost-user',
    phase: 'vmm',
    severity: 'error',
    pattern:
      /Failed to (?:set msg fds|read msg header\. Read|write msg\. Wrote)|vhost_backend_init failed|vhost-user(?:-[a-z0-9-]+)?: (?:Failed to (?:read|write) (?:msg|from)|.*(?:initialization failed|connect(?:ion)? (?:failed|refused))|.*backend.*(?:disconnected|not connected))|Failed to connect to '[^']*virtiofsd?[^']*'/,
    title: 'The vhost-user back end (such as virtiofsd) is gone',
    hint: 'It was not started, or it crashed: look at its own log. It cannot read the private memory of a TD without swiotlb (iommu_platform=on).',
    streams: VMM,
  },
  {
    id: 'qemu-share',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/9pfs/{9p,9p-local}.c v9fs_device_realize_common(), local_init() (QEMU 10.1)
    pattern:
      /cannot initialize fsdev '(?<id>[^']*)': failed to open (?<path>'[^']*'): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'QEMU cannot open the directory $<path> of the 9p share $<id>: $<errno>',
    hint: 'path= of -fsdev must name a directory that is there and that the user of QEMU may read: an empty one comes of a variable that was not set.',
    streams: VMM,
  },
  {
    // rust-vmm vhost-user-backend 0.17 VhostUserDaemon, vhost 0.13 vhost_user/backend_req_handler.rs set_mem_table()
    id: 'virtiofsd-no-memory',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Waiting for daemon failed: HandleRequest\(InvalidParam\)/,
    title: 'virtiofsd gets no memory of the guest: it is not shared',
    hint: 'Give QEMU -object memory-backend-memfd,share=on with -machine memory-backend=, Cloud Hypervisor --memory shared=on, libvirt <memoryBacking> with <access mode="shared"/>. Private memory of a TD cannot be shared.',
    streams: VMM,
  },
  {
    id: 'qemu-vhost-vsock',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /vhost-vsock: (?:failed to open vhost device|unable to set guest cid)(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?/,
    title: 'QEMU cannot use vhost-vsock',
    hint: 'Load vhost_vsock, give the user access to /dev/vhost-vsock, and use a free CID.',
    streams: VMM,
    causes: [
      {
        id: 'cid',
        when: { errno: 'EADDRINUSE' },
        title: 'The guest’s vsock CID is taken',
        hint: 'Another VM uses it, or an old one is still alive: give each VM its own guest-cid.',
      },
      {
        id: 'missing',
        when: { errno: ['ENOENT', 'ENODEV'] },
        title: 'The host has no /dev/vhost-vsock',
        hint: 'Load the module vhost_vsock.',
      },
      {
        id: 'denied',
        when: { errno: ['EACCES', 'EPERM'] },
        title: 'QEMU may not open /dev/vhost-vsock',
        hint: 'Give the user access to /dev/vhost-vsock (group kvm).',
      },
    ],
  },
  {
    id: 'qemu-tap',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /could not configure \/dev\/net\/tun(?: \([^)]*\))?: (?<errno>[A-Z][A-Za-z/ ]*[a-z])|could not open \/dev\/net\/tun|network script \S+ failed with status|bridge helper failed|failed to (?:launch|parse) bridge helper/,
    title: 'QEMU could not open its tap device',
    hint: 'A tap device needs CAP_NET_ADMIN, or one that exists and belongs to the user; use user networking where that is enough.',
    streams: VMM,
  },
  {
    id: 'qemu-tpm-emulator',
    phase: 'vmm',
    severity: 'fatal',
    // backends/tpm/tpm_emulator.c (qemu/qemu commit 0038e9a2)
    pattern:
      /tpm-emulator: (?<what>Failed to send CMD_SET_DATAFD|Failed to create (?:socketpair|io channel)|TPM result for (?:CMD_)?[A-Za-z_ ]+|Could not lock storage|TPM does not implement minimum set|parameter 'chardev' is missing|tpm chardev '[^']*' not found|No valid chardev found|TPM version has not been set|[Cc]ould not [a-z A-Z]+|probing failed|[GS]etting the stateblob)/,
    unless: TPM_AT_END,
    title: 'QEMU and swtpm do not get on: $<what>',
    hint: 'Read what swtpm itself says. It must be started for this VM with --ctrl alone (and --tpm2), its state must belong to it and be of this TPM version, and no other swtpm may use it.',
    streams: VMM,
    causes: [
      {
        id: 'data',
        when: { what: 'Failed to send CMD_SET_DATAFD' },
        title: 'swtpm does not take the data channel that QEMU makes for it',
        hint: 'swtpm was started with a --server of its own: leave it out, --ctrl type=unixio,path=… is enough.',
      },
      {
        id: 'locked',
        when: { what: 'Could not lock storage' },
        title: 'Another swtpm holds the state of this TPM',
        hint: 'End the swtpm of the earlier run, or give each VM a state directory of its own.',
      },
    ],
  },
  {
    id: 'qemu-tpm',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /tpm[-_](?:passthrough|emulator)[^:]*: .*(?:[Cc]annot|[Cc]ould not|[Ff]ailed|requires|required|not)/,
    unless: TPM_AT_END,
    title: 'QEMU cannot give the guest a TPM',
    hint: 'The host’s TPM cannot be passed through to a TD; a vTPM needs swtpm running on the socket that the option names (canonical/tdx#275).',
    streams: VMM,
  },
];
