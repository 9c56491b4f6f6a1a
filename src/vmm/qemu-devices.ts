/** Devices of a guest under QEMU: disks, network, vsock, and devices of the host. */

import type { Network, Vsock } from '../scenario/machine.ts';
import type { Share } from '../scenario/scenario.ts';
import { AGENT_PORT } from './agent.ts';
import type { Channel, LaunchDisk, LaunchSpec, Wiring } from './plan.ts';
import { shareSocket } from './virtiofsd.ts';

/** The device of a disk, by bus, up to its options. */
const DISK_DEVICES: Readonly<Record<LaunchDisk['bus'], string>> = {
  virtio: 'virtio-blk-pci',
  nvme: 'nvme',
  sata: 'ide-hd',
  scsi: 'scsi-hd',
};

/**
 * Every device of the guest, in the order in which QEMU gives them their places.
 * @param chardev the arguments that make the character device behind a channel
 */
export function guestDeviceArgs(
  { platform, disks, shares, network, vsock, vfio, agent }: LaunchSpec,
  wiring: Wiring,
  chardev: (channel: Channel) => readonly string[],
): string[] {
  // QEMU says this by itself where it knows that the guest is confidential.
  const virtio = platform === 'tdx-emulated' ? ',disable-legacy=on,iommu_platform=on' : '';
  return [
    ...disksArgs(disks, virtio),
    ...sharesArgs(shares, wiring, virtio),
    ...networkArgs(network, virtio),
    ...vsockArgs(vsock, virtio),
    ...vfioArgs(vfio),
    ...['-device', `virtio-serial-pci${virtio}`, ...chardev('console')],
    ...['-device', 'virtconsole,chardev=console'],
    // A port of the virtio-serial device that has the console, too.
    ...(agent === true
      ? [...chardev('agent'), '-device', `virtserialport,chardev=agent,name=${AGENT_PORT}`]
      : []),
    ...[...chardev('serial'), '-serial', 'chardev:serial'],
    ...[...chardev('debugcon'), '-device', 'isa-debugcon,iobase=0x402,chardev=debugcon'],
  ];
}

/**
 * `snapshot=on`: the guest writes to a temporary overlay and the user's image stays as it is.
 * @param virtio options of every virtio device
 */
function disksArgs(disks: readonly LaunchDisk[], virtio: string): string[] {
  const scsi = disks.some(({ bus }) => bus === 'scsi');
  return [
    ...(scsi ? ['-device', `virtio-scsi-pci,id=scsi${virtio}`] : []),
    ...disks.flatMap((disk, index) => diskArgs(disk, `disk${index}`, virtio)),
  ];
}

function diskArgs({ path, bus, format, readOnly, serial }: LaunchDisk, id: string, virtio: string): string[] {
  // An NVMe drive has to have a serial number.
  const number = serial ?? (bus === 'nvme' ? id : undefined);
  const device = [
    `${DISK_DEVICES[bus]},drive=${id}`,
    ...(bus === 'scsi' ? ['bus=scsi.0'] : []),
    ...(number === undefined ? [] : [`serial=${number}`]),
  ].join(',');
  const access = readOnly === true ? 'readonly=on' : 'snapshot=on';
  return [
    ...['-drive', `if=none,id=${id},format=${format},${access},file=${escapeComma(path)}`],
    ...['-device', `${device}${bus === 'virtio' ? virtio : ''}`],
  ];
}

/**
 * Forwarded ports are open on the loopback address alone. `tap` never runs a script: the interface is ready. (`-nic` takes no
 * properties of virtio.)
 */
function networkArgs(network: Network, virtio: string): string[] {
  if (network === 'none') return ['-nic', 'none'];
  const { mac } = network;
  const card = `virtio-net-pci,netdev=net${virtio}${mac === undefined ? '' : `,mac=${mac}`}`;
  return ['-netdev', backendOf(network), '-device', card];
}

function backendOf(network: Exclude<Network, 'none'>): string {
  if (network.type === 'tap') return `tap,id=net,ifname=${network.interface},script=no,downscript=no`;
  const forward = network.forward.map(
    ({ protocol, host, guest }) => `,hostfwd=${protocol}:127.0.0.1:${host}-:${guest}`,
  );
  return `user,id=net${forward.join('')}`;
}

function vsockArgs(vsock: Vsock | undefined, virtio: string): string[] {
  return vsock === undefined ? [] : ['-device', `vhost-vsock-pci,guest-cid=${vsock.cid}${virtio}`];
}

/** iommufd is the interface that can give a device to a Trust Domain; QEMU has it since 9.0. */
function vfioArgs(addresses: readonly string[] = []): string[] {
  if (addresses.length === 0) return [];
  return [
    ...['-object', 'iommufd,id=iommufd0'],
    ...addresses.flatMap((address) => ['-device', `vfio-pci,host=${address},iommufd=iommufd0`]),
  ];
}

/** In QEMU's option lists a comma is written twice. */
export function escapeComma(text: string): string {
  return text.replaceAll(',', ',,');
}

/** A tag may be a path, or the name of another part of the machine: QEMU's ids are numbered. */
function sharesArgs(shares: readonly Share[], wiring: Wiring, virtio: string): string[] {
  return shares.flatMap((share, index) => {
    const id = `share${index + 1}`;
    return share.type === '9p'
      ? sharedBy9p(share, id, virtio)
      : served(share, id, shareSocket(share, wiring), virtio);
  });
}

/** What is on this socket serves the share. */
function served({ tag }: Share, id: string, socket: string, virtio: string): string[] {
  return [
    ...['-chardev', `socket,id=${id},path=${escapeComma(socket)}`],
    ...['-device', `vhost-user-fs-pci,chardev=${id},tag=${tag}${virtio}`],
  ];
}

/** `security_model=none`: what the guest says of owners is not refused, and not done. */
function sharedBy9p({ tag, source, write }: Share, id: string, virtio: string): string[] {
  const access = `security_model=none,multidevs=remap${write ? '' : ',readonly=on'}`;
  return [
    ...['-fsdev', `local,id=${id},path=${escapeComma(source)},${access}`],
    ...['-device', `virtio-9p-pci,fsdev=${id},mount_tag=${tag}${virtio}`],
  ];
}
