/** Real lines of QEMU about options, devices and files of its command line. */

import type { Golden } from './golden.ts';

export const QEMU_OPTIONS: readonly Golden[] = [
  {
    id: 'qemu-accelerator',
    line: 'qemu-system-x86_64: -accel kvm: invalid accelerator kvm',
    title: 'QEMU has no accelerator kvm',
    source: 'QEMU softmmu/vl.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-image-lock',
    line: 'qemu-system-x86_64: -drive file=a.qcow2,if=virtio: Failed to get "write" lock',
    title: 'The disk image is in use by another process',
    source: 'QEMU block/file-posix.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-open-file-missing',
    line: "qemu-system-x86_64: -drive file=a.img: Could not open 'a.img': No such file or directory",
    title: 'a.img does not exist',
    source: 'QEMU block/file-posix.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-host-forwarding',
    line: "qemu-system-x86_64: -net user,hostfwd=udp::9000-:9000,hostfwd=tcp::9000-:9000: could not set up host forwarding rule 'tcp::9000-:9000'",
    title: 'QEMU could not forward the host port 9000',
    source: 'QEMU 2.6 net/slirp.c',
    stream: 'vmm',
  },
  {
    id: 'vhost-user-backend-legacy',
    line: "fv_panic: libvhost-user: virtio legacy devices aren't supported by libvhost-user",
    title:
      'The guest’s driver did not accept VIRTIO_F_VERSION_1, and the vhost-user back end takes no legacy device',
    source: 'subprojects/libvhost-user/libvhost-user.c vu_set_features_exec (QEMU 9.2)',
    stream: 'vmm',
  },
  {
    id: 'vhost-user-backend',
    line: 'vu_panic: Error while recvmsg: Connection reset by peer',
    title: 'The vhost-user back end gave up: Error while recvmsg: Connection reset by peer',
    source:
      'subprojects/libvhost-user/libvhost-user.c vu_message_read_default, util/vhost-user-server.c (QEMU 9.2)',
    stream: 'vmm',
  },
  {
    id: 'qemu-host-forwarding',
    line: "qemu-system-x86_64: -netdev user,id=n0,hostfwd=tcp::2222-:22: Could not set up host forwarding rule 'tcp::2222-:22'",
    title: 'QEMU could not forward the host port 2222',
    source: 'QEMU net/slirp.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-device-model',
    line: "qemu-system-x86_64: -device virtio-foo-pci: 'virtio-foo-pci' is not a valid device model name",
    title: 'QEMU has no device virtio-foo-pci',
    source: 'QEMU softmmu/qdev-monitor.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-machine-type',
    line: 'qemu-system-x86_64: -machine q36: unsupported machine type',
    title: 'QEMU does not know the machine type',
    source: 'QEMU softmmu/vl.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-cpu-model',
    line: "qemu-system-x86_64: unable to find CPU model 'foo'",
    title: 'QEMU has no CPU model foo',
    source: 'QEMU hw/core/cpu',
    stream: 'vmm',
  },
  {
    id: 'qemu-object-type',
    line: "qemu-system-x86_64: -object memory-backend-memfd-private,id=m: Parameter 'qom-type' does not accept value 'memory-backend-memfd-private'",
    title: 'QEMU has no object type memory-backend-memfd-private',
    source: 'QEMU qapi',
    stream: 'vmm',
  },
  {
    id: 'qemu-property',
    line: "qemu-system-x86_64: -machine q35,foo=on: Property 'pc-q35-10.1-machine.foo' not found",
    title: 'QEMU does not know the property foo',
    source: 'QEMU qom/object.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-option',
    line: 'qemu-system-x86_64: -foo: invalid option',
    title: 'QEMU does not know an option',
    source: 'QEMU softmmu/vl.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-parameter',
    line: "qemu-system-x86_64: -object tdx-guest,id=t: Parameter 'quote-generation-service' is unexpected",
    title: 'QEMU does not accept the parameter quote-generation-service',
    source: 'canonical/tdx#178',
    stream: 'vmm',
  },
  {
    id: 'qemu-vhost-vsock-denied',
    line: 'qemu-system-x86_64: -device vhost-vsock-pci,guest-cid=3: vhost-vsock: failed to open vhost device: Permission denied',
    title: 'QEMU may not open /dev/vhost-vsock',
    source: 'QEMU hw/virtio/vhost-vsock.c',
    stream: 'vmm',
  },
];
