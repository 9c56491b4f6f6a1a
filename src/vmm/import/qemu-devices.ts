/** Devices in a command of QEMU: disks, network cards, vsock, devices of the host. */

import { type Draft, kept, key, leftOut, type Outcome, own } from './draft.ts';
import { OptionList, type QemuOption } from './options.ts';

/** Devices that carry the console of a guest: every run has its own. */
const CONSOLES = /^(virtio-serial(-pci|-device)?|virtconsole|isa-serial|isa-debugcon|pvpanic(-pci)?)$/;
const DISKS: Readonly<Record<string, string>> = {
  'virtio-blk-pci': 'virtio',
  'virtio-blk': 'virtio',
  nvme: 'nvme',
  'ide-hd': 'sata',
  'scsi-hd': 'scsi',
};

/** What QEMU makes or fetches where a path could stand (block.c, protocols): a directory as FAT, a server. */
const NO_FILE = /^(fat|nbd(\+\w+)?|ssh|https?|ftps?|rbd|iscsi|json):/;

export class QemuDevices {
  readonly #draft: Draft;
  readonly #lists: readonly { readonly name: string; readonly list: OptionList }[];
  #pflash: string[] = [];

  constructor(draft: Draft, options: readonly QemuOption[]) {
    this.#draft = draft;
    this.#lists = options.map(({ name, value }) => ({
      name,
      list: new OptionList(value, ['driver', 'type']),
    }));
  }

  /** Undefined for an option that is none of a device. */
  outcome({ name, value, words }: QemuOption): Outcome | undefined {
    const list = new OptionList(value, ['driver', 'type']);
    switch (name) {
      case '':
      case '-hda':
      case '-hdb':
        this.#draft.disks.push({ path: name === '' ? words[0] : value, bus: 'sata' });
        return key('guest.disks; the guest writes to an overlay, not to this file');
      case '-drive':
        return this.#drive(list);
      case '-blockdev':
        return this.#isUsed(list.get('node-name')) ? key('guest.disks') : kept();
      case '-device':
        return this.#device(list);
      case '-netdev':
        return this.#isCard(list.get('id')) ? this.#network(list, undefined) : kept();
      case '-nic':
        return list.head === 'none'
          ? own('a guest has no network unless it says so')
          : this.#network(list, list);
      case '-net':
        return list.head === 'none' ? own('a guest has no network unless it says so') : kept();
      case '-chardev':
        return this.#chardev(list.get('id'));
      case '-fsdev':
        return this.#lists.some(({ list: other }) => shares(other, list)) ? key('guest.shares') : kept();
      case '-virtfs':
        return this.#share(list, list);
      case '-numa':
        return /^\d*$/.test(list.get('cpus') ?? '') && this.#count('-numa') === 1
          ? own('one node has all of the memory')
          : kept();
      default:
        return undefined;
    }
  }

  /** One flash image is a firmware; two are its code and its variables. */
  finish(): void {
    const [code, vars] = this.#pflash;
    if (code === undefined) return;
    this.#draft.scenario.firmware = vars === undefined ? code : { code, vars };
  }

  #drive(list: OptionList): Outcome {
    const file = list.get('file') ?? '';
    const bus = list.get('if') ?? 'ide';
    if (bus === 'pflash') {
      this.#pflash.push(file);
      return key(
        this.#count('-drive', (drive) => drive.get('if') === 'pflash') === 1
          ? 'firmware'
          : 'firmware: code, vars',
      );
    }
    if (NO_FILE.test(file)) return kept();
    if (bus === 'none')
      return this.#isUsed(list.get('id')) ? key('guest.disks') : leftOut('no device uses it');
    if (list.get('media') === 'cdrom') return kept();
    const known: Readonly<Record<string, string>> = { virtio: 'virtio', ide: 'sata', scsi: 'scsi' };
    const found = known[bus];
    return found === undefined ? kept() : this.#disk(list, found, list);
  }

  /** @param device what says the serial number */
  #disk(backend: OptionList, bus: string, device: OptionList): Outcome {
    // What -blockdev calls a file is another node, what -drive calls a file is a path.
    const file =
      this.#fileBelow(backend) ??
      ['filename', 'file.filename', 'file']
        .map((name) => backend.get(name))
        .find((path) => path !== undefined);
    if (file === undefined || NO_FILE.test(file)) return kept();
    const format = backend.get('format') ?? (backend.head === 'file' ? undefined : backend.head || undefined);
    const serial = device.get('serial');
    const readOnly = ['readonly', 'read-only'].some((name) => backend.isOn(name));
    this.#draft.disks.push({
      path: file,
      ...(bus === 'virtio' ? {} : { bus }),
      ...(format === 'raw' || format === 'qcow2' ? { format } : {}),
      ...(readOnly ? { 'read-only': true } : {}),
      ...(serial !== undefined && /^[\w.-]{1,20}$/.test(serial) ? { serial } : {}),
    });
    return key(readOnly ? 'guest.disks' : 'guest.disks; the guest writes to an overlay, not to this file');
  }

  #fileBelow(node: OptionList): string | undefined {
    const below = this.#lists.find(
      ({ name, list }) => name === '-blockdev' && list.get('node-name') === node.get('file'),
    );
    return below?.list.get('filename');
  }

  #device(list: OptionList): Outcome {
    const bus = DISKS[list.head];
    const drive = list.get('drive');
    if (bus !== undefined && drive !== undefined) {
      const backend = this.#lists.find(
        ({ name, list: other }) =>
          (name === '-drive' && other.get('id') === drive) ||
          (name === '-blockdev' && other.get('node-name') === drive),
      )?.list;
      return backend === undefined ? leftOut(`there is no drive ${drive}`) : this.#disk(backend, bus, list);
    }
    if (CONSOLES.test(list.head))
      return own('every run has a serial port, a virtio console, a debug port and pvpanic');
    switch (list.head) {
      case 'virtio-scsi-pci':
        return this.#lists.some(({ list: other }) => other.head === 'scsi-hd')
          ? own('with a disk on bus scsi')
          : leftOut('no disk of the command is on it');
      case 'virtio-net-pci':
      case 'e1000':
      case 'e1000e':
        return this.#card(list);
      case 'vhost-vsock-pci': {
        const cid = list.get('guest-cid') ?? '';
        this.#draft.guest.vsock = /^\d+$/.test(cid) ? Number(cid) : cid;
        return key('guest.vsock');
      }
      case 'vfio-pci':
        return this.#vfio(list);
      case 'pcie-root-port':
        return leftOut('a device of the host sits on the root bus');
      case 'loader':
        if (list.get('addr') !== undefined) return kept();
        this.#draft.scenario.firmware = list.get('file');
        return key("firmware; QEMU of Intel's 2022 tree loaded it as a device");
      case 'vhost-user-fs-pci':
        return leftOut(
          `a shared directory, whose daemon another program has to start; tdx-boot starts one for guest.shares: { DIRECTORY: { type: virtiofs, tag: ${list.get('tag')} } }`,
        );
      case 'virtio-9p-pci': {
        const source = this.#lists.find(({ name, list: other }) => name === '-fsdev' && shares(list, other));
        return source === undefined ? kept() : this.#share(source.list, list);
      }
      default:
        return kept();
    }
  }

  /** @param device what says the tag */
  #share(source: OptionList, device: OptionList): Outcome {
    const path = source.get('path');
    const tag = device.get('mount_tag');
    if (source.head !== 'local' || path === undefined || tag === undefined) return kept();
    const write = ['readonly', 'read-only'].some((name) => source.isOn(name)) ? {} : { write: 'allow' };
    this.#draft.add('shares', { [path]: { tag, ...write } });
    return key('guest.shares, with security_model=none; a target has it mounted by the agent');
  }

  #card(list: OptionList): Outcome {
    const netdev = this.#lists.find(
      ({ name, list: other }) => name === '-netdev' && other.get('id') === list.get('netdev'),
    );
    if (netdev === undefined) return leftOut('there is no -netdev for it');
    const mac = list.get('mac');
    if (mac !== undefined && this.#networkOf(netdev.list) !== undefined) this.#draft.add('network', { mac });
    const model = list.head === 'virtio-net-pci' ? '' : `; the card is a virtio-net-pci, not ${list.head}`;
    return key(`guest.network${model}`);
  }

  /** @param card what says the MAC, for -nic */
  #network(list: OptionList, card: OptionList | undefined): Outcome {
    const network = this.#networkOf(list);
    if (network === undefined) {
      if (list.get('fds') !== undefined || list.get('fd') !== undefined) {
        return leftOut('the interface is a file descriptor of another program; name it by interface: tap0');
      }
      return leftOut(
        `a network of type ${list.head} is no key of a scenario, and vmm-args would leave the card out`,
      );
    }
    const mac = card?.get('mac');
    this.#draft.add('network', { ...network, ...(mac === undefined ? {} : { mac }) });
    const open = 'forward' in network ? '; ports are open on 127.0.0.1 alone' : '';
    return key(`guest.network${open}`);
  }

  #networkOf(list: OptionList): Record<string, unknown> | undefined {
    if (list.head === 'tap') {
      const name = list.get('ifname');
      return name === undefined ? undefined : { type: 'tap', interface: name };
    }
    if (list.head !== 'user') return undefined;
    const forward = list.all('hostfwd').flatMap((text) => {
      const [, protocol, host, guest] = /^(tcp|udp)?:[^:]*:(\d+|\$\{\w+\})-[^:]*:(\d+)$/.exec(text) ?? [];
      return host === undefined ? [] : [`${host}:${guest}${protocol === 'udp' ? '/udp' : ''}`];
    });
    return { type: 'user', ...(forward.length === 0 ? {} : { forward }) };
  }

  #vfio(list: OptionList): Outcome {
    const host = list.get('host');
    if (host === undefined) return kept();
    const before = this.#draft.guest.vfio;
    this.#draft.guest.vfio = [...(Array.isArray(before) ? before : []), host];
    return key('guest.vfio, through iommufd');
  }

  #chardev(id: string | undefined): Outcome {
    const users = this.#lists.filter(({ list }) => list.get('chardev') === id && id !== undefined);
    const foreign = users.filter(({ name, list }) => name === '-device' && !CONSOLES.test(list.head));
    if (foreign.length === 0) return own('the streams of a run are those of tdx-boot');
    return foreign.every(({ list }) => list.head === 'vhost-user-fs-pci')
      ? leftOut('a shared directory, whose daemon another program has to start')
      : kept();
  }

  #isUsed(id: string | undefined): boolean {
    return (
      id !== undefined &&
      this.#lists.some(
        ({ name, list }) =>
          (name === '-device' && list.get('drive') === id && DISKS[list.head] !== undefined) ||
          (name === '-blockdev' && list.get('file') === id && this.#isUsed(list.get('node-name'))),
      )
    );
  }

  #isCard(id: string | undefined): boolean {
    return this.#lists.some(
      ({ name, list }) => name === '-device' && id !== undefined && list.get('netdev') === id,
    );
  }

  #count(name: string, matches: (list: OptionList) => boolean = () => true): number {
    return this.#lists.filter((one) => one.name === name && matches(one.list)).length;
  }
}

/** Whether a device is the one of a file system driver. */
function shares(device: OptionList, source: OptionList): boolean {
  return device.head === 'virtio-9p-pci' && device.get('fsdev') === source.get('id');
}
