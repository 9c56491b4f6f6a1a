/** Devices in a command of QEMU: disks, network cards, vsock, devices of the host. */

import { type Draft, kept, keptAs, key, leftOut, lost, type Outcome, own } from './draft.ts';
import { isVariable, OptionList, type OptionLists, type QemuOption } from './options.ts';
import { QemuNetwork } from './qemu-network.ts';

/** Devices that carry the console of a guest: every run has its own. */
const CONSOLES = /^(virtio-serial(-pci|-device)?|virtconsole|isa-serial|isa-debugcon|pvpanic(-pci)?)$/;
const DISKS: Readonly<Record<string, string>> = {
  'virtio-blk-pci': 'virtio',
  'virtio-blk': 'virtio',
  nvme: 'nvme',
  'ide-hd': 'sata',
  'scsi-hd': 'scsi',
};

/** Screens, keyboards, sound. */
const FOR_A_PERSON =
  /(^|-)(vga|gpu)(-|$)|^(qxl|bochs-display|ramfb|usb-(tablet|kbd|mouse|redir|ccid|audio)|virtio-(keyboard|tablet|mouse|input|sound)|.*-hda$|hda-|AC97|ES1370|sb16)/;
const ELSEWHERE = 'its other end is a descriptor or a screen of another program';

/** What QEMU makes or fetches where a path could stand (block.c, protocols): a directory as FAT, a server. */
const NO_FILE = /^(fat|nbd(\+\w+)?|ssh|https?|ftps?|rbd|iscsi|json):/;

/** The name of a device and its place on a bus, which a scenario does not say. */
const SLOT = ['id', 'bus', 'addr', 'multifunction'];
const DISK_DEVICE = [...SLOT, 'drive', 'serial', 'scsi-id', 'lun', 'channel'];
/** What is read of -drive and -blockdev, and their names. */
const DRIVE = [
  ...['id', 'node-name', 'if', 'index', 'unit', 'media', 'format', 'driver', 'serial'],
  ...['readonly', 'read-only', 'file', 'filename', 'file.filename', 'file.driver'],
];

/** A serial number and formats of a disk that a scenario can say. */
const SERIAL = /^[\w.-]{1,20}$/;
const FORMATS = ['raw', 'qcow2'];

export class QemuDevices {
  readonly #draft: Draft;
  readonly #lists: OptionLists;
  readonly #machine: OptionList;
  readonly #network: QemuNetwork;
  #pflash: string[] = [];

  constructor(draft: Draft, lists: OptionLists, machine: OptionList) {
    this.#draft = draft;
    this.#machine = machine;
    this.#lists = lists;
    this.#network = new QemuNetwork(draft, lists);
  }

  /** Undefined for an option that is none of a device. */
  outcome({ name, value, words }: QemuOption): Outcome | undefined {
    const list = new OptionList(value, ['driver', 'type']);
    switch (name) {
      case '':
        if (isVariable(words[0] ?? ''))
          return leftOut('a variable in place of arguments: replace it by its value');
        return this.#drive(new OptionList(`file=${(words[0] ?? '').replaceAll(',', ',,')}`));
      case '-hda':
      case '-hdb':
        this.#draft.disks.push({ path: value, bus: 'sata' });
        return key('guest.disks; the guest writes to an overlay, not to this file');
      case '-drive':
        return this.#drive(list);
      case '-blockdev':
        return this.#blockdev(list);
      case '-device':
        return this.#device(list);
      case '-netdev':
      case '-nic':
      case '-net':
        return this.#network.outcome(name, list);
      case '-chardev':
        return this.#chardev(list);
      case '-fsdev':
        return this.#lists.has('-device', (device) => shares(device, list) && isShare(list, device))
          ? key('guest.shares')
          : kept();
      case '-virtfs':
        return this.#share(list, list);
      default:
        return undefined;
    }
  }

  #blockdev(list: OptionList): Outcome {
    const node = list.get('node-name');
    if (node !== undefined && this.#isFlash(node)) return key('firmware');
    return this.#isUsed(node) ? key(`guest.disks${lost(list.others(DRIVE))}`) : kept();
  }

  /** Whether a node is a flash chip of -machine, or the file of one. */
  #isFlash(node: string): boolean {
    const chips = [this.#machine.get('pflash0'), this.#machine.get('pflash1')];
    const isOfChip = (list: OptionList): boolean =>
      list.get('file') === node && chips.includes(list.get('node-name'));
    return chips.includes(node) || this.#lists.has('-blockdev', isOfChip);
  }

  /** One flash image is a firmware; two are its code and its variables. */
  finish(): void {
    const chips = ['pflash0', 'pflash1'].flatMap((chip) => this.#fileOfNode(this.#machine.get(chip)) ?? []);
    const [code, vars] = [...this.#pflash, ...chips];
    if (code === undefined) return;
    this.#draft.scenario.firmware = vars === undefined ? code : { code, vars };
  }

  #drive(list: OptionList): Outcome {
    const file = list.get('file') ?? '';
    const bus = list.get('if') ?? 'ide';
    if (bus === 'pflash') {
      this.#pflash.push(file);
      const chips = this.#lists.all('-drive', (drive) => drive.get('if') === bus);
      return key(chips.length === 1 ? 'firmware' : 'firmware: code, vars');
    }
    if (NO_FILE.test(file)) return kept();
    if (bus === 'none')
      return this.#isUsed(list.get('id'))
        ? key(`guest.disks${lost(list.others(DRIVE))}`)
        : leftOut('no device uses it');
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
    const hasFormat = format !== undefined && FORMATS.includes(format);
    const asked = backend.get('format');
    const hasSerial = serial !== undefined && SERIAL.test(serial);
    this.#draft.disks.push({
      path: file,
      ...(bus === 'virtio' ? {} : { bus }),
      ...(hasFormat ? { format } : {}),
      ...(backend.isReadOnly ? { 'read-only': true } : {}),
      ...(hasSerial ? { serial } : {}),
    });
    const read = device === backend ? DRIVE : DISK_DEVICE;
    const more = lost([
      ...device.others(hasSerial ? read : read.filter((name) => name !== 'serial')),
      ...(hasFormat || asked === undefined ? [] : [`format=${asked}`]),
    ]);
    const note = backend.isReadOnly ? '' : '; the guest writes to an overlay, not to this file';
    return key(`guest.disks${note}${more}`);
  }

  #fileOfNode(node: string | undefined): string | undefined {
    const found = this.#lists.find('-blockdev', 'node-name', node);
    return found && (this.#fileBelow(found) ?? found.get('filename'));
  }

  #fileBelow(node: OptionList): string | undefined {
    return this.#lists.find('-blockdev', 'node-name', node.get('file'))?.get('filename');
  }

  #device(list: OptionList): Outcome {
    const bus = DISKS[list.head];
    const drive = list.get('drive');
    if (bus !== undefined && drive !== undefined) {
      const backend =
        this.#lists.find('-drive', 'id', drive) ?? this.#lists.find('-blockdev', 'node-name', drive);
      return backend === undefined ? leftOut(`there is no drive ${drive}`) : this.#disk(backend, bus, list);
    }
    if (CONSOLES.test(list.head))
      return own('every run has a serial port, a virtio console, a debug port and pvpanic');
    if (list.get('netdev') !== undefined) return this.#network.card(list);
    if (FOR_A_PERSON.test(list.head)) return leftOut('a run has no screen, keyboard or sound');
    switch (list.head) {
      case 'virtio-scsi-pci':
        return this.#scsi(list);
      case 'vhost-vsock-pci': {
        const cid = list.get('guest-cid') ?? '';
        this.#draft.guest.vsock = /^\d+$/.test(cid) ? Number(cid) : cid;
        return key(`guest.vsock${lost(list.others([...SLOT, 'guest-cid']))}`);
      }
      case 'vfio-pci':
        return this.#vfio(list);
      case 'pcie-root-port':
        return leftOut('the devices of a run sit on the root bus');
      case 'loader':
        if (list.get('addr') !== undefined) return kept();
        this.#draft.scenario.firmware = list.get('file');
        return key("firmware; QEMU of Intel's 2022 tree loaded it as a device");
      case 'vhost-user-fs-pci':
        return leftOut(
          `a shared directory, whose daemon another program has to start; tdx-boot starts one for guest.shares: { DIRECTORY: { type: virtiofs, tag: ${list.get('tag')} } }`,
        );
      case 'virtio-9p-pci': {
        const [source] = this.#lists.all('-fsdev', (other) => shares(list, other));
        return source === undefined ? kept() : this.#share(source, list);
      }
      default:
        return this.#keptDevice(list);
    }
  }

  /** A controller of a run is there for disks of the bus scsi alone. */
  #scsi(list: OptionList): Outcome {
    if (this.#lists.has('-device', ({ head }) => /^scsi-/.test(head) && head !== 'scsi-hd'))
      return this.#keptDevice(list);
    return this.#lists.has('-device', ({ head }) => head === 'scsi-hd')
      ? own('with a disk on bus scsi')
      : leftOut('no disk of the command is on it');
  }

  /** A device that no key says. Slots of another machine, and buses that are left out with their controller, are not here. */
  #keptDevice(list: OptionList): Outcome {
    const chardev = this.#lists.find('-chardev', 'id', list.get('chardev'));
    if (chardev !== undefined && isElsewhere(chardev)) return leftOut(ELSEWHERE);
    const bus = list.get('bus');
    const lost = [
      ...(bus === undefined || this.#hasBus(bus) ? [] : ['bus']),
      ...['addr', 'multifunction'].filter((name) => list.get(name) !== undefined),
      // The port of a console or of the agent may have the same number.
      ...(list.head === 'virtserialport' && list.get('nr') !== undefined ? ['nr'] : []),
    ];
    if (lost.length === 0) return kept();
    const words = ['-device', [list.head, ...list.others(lost)].join(',')];
    const names = lost.map((name) => `${name}=${list.get(name)}`).join(', ');
    return keptAs(
      words,
      `no key says this: it is appended without ${names}, because the machine of a run is another`,
    );
  }

  /** Whether a run has a bus: of the q35, or of a controller that is kept. */
  #hasBus(bus: string): boolean {
    if (/^(pcie\.0|isa\.0|ide\.[0-5])$/.test(bus)) return true;
    const ids = [bus, bus.replace(/\.\d+$/, '')];
    const [owner] = this.#lists.all('-device', (device) => ids.includes(device.get('id') ?? ''));
    if (owner === undefined) return bus.startsWith('usb-bus.');
    const { head } = owner;
    return !CONSOLES.test(head) && head !== 'pcie-root-port' && !FOR_A_PERSON.test(head);
  }

  /** @param device what says the tag */
  #share(source: OptionList, device: OptionList): Outcome {
    if (!isShare(source, device)) return kept();
    const path = source.get('path') ?? '';
    const tag = device.get('mount_tag');
    const write = source.isReadOnly ? {} : { write: 'allow' };
    this.#draft.add('shares', { [path]: { tag, ...write } });
    const known = [...SLOT, 'path', 'mount_tag', 'fsdev', 'security_model', 'readonly', 'read-only'];
    return key(
      `guest.shares, with security_model=none; a target has it mounted by the agent${lost(device.others(known))}`,
    );
  }

  #vfio(list: OptionList): Outcome {
    const host = list.get('host');
    if (host === undefined) return kept();
    const before = this.#draft.guest.vfio;
    this.#draft.guest.vfio = [...(Array.isArray(before) ? before : []), host];
    return key(`guest.vfio, through iommufd${lost(list.others([...SLOT, 'host', 'iommufd']))}`);
  }

  #chardev(list: OptionList): Outcome {
    const id = list.get('id');
    const isUser = (device: OptionList): boolean => device.get('chardev') === id && id !== undefined;
    const foreign = this.#lists.all('-device', (each) => isUser(each) && !CONSOLES.test(each.head));
    if (foreign.length === 0) return own('the streams of a run are those of tdx-boot');
    if (isElsewhere(list)) return leftOut(ELSEWHERE);
    return foreign.every(({ head }) => head === 'vhost-user-fs-pci')
      ? leftOut('a shared directory, whose daemon another program has to start')
      : kept();
  }

  /** @param below nodes on the way here: a command may name a node as its own file */
  #isUsed(id: string | undefined, below: readonly string[] = []): boolean {
    if (id === undefined || below.includes(id)) return false;
    const isDisk = (device: OptionList): boolean =>
      device.get('drive') === id && DISKS[device.head] !== undefined;
    const isAbove = (node: OptionList): boolean =>
      node.get('file') === id && this.#isUsed(node.get('node-name'), [...below, id]);
    return this.#lists.has('-device', isDisk) || this.#lists.has('-blockdev', isAbove);
  }
}

/** Whether this is a directory with a tag: QEMU has file systems without a directory, too. @param device what says the tag */
function isShare(source: OptionList, device: OptionList): boolean {
  const isTagged = device.get('mount_tag') !== undefined;
  return source.head === 'local' && source.get('path') !== undefined && isTagged;
}

/** Whether a device is the one of a file system driver. */
function shares(device: OptionList, source: OptionList): boolean {
  return device.head === 'virtio-9p-pci' && device.get('fsdev') === source.get('id');
}

/**
 * Whether the other end of a chardev is with another program: libvirt hands over descriptors, virtme-ng names its own, a screen
 * has channels of its own.
 */
function isElsewhere(chardev: OptionList): boolean {
  return (
    chardev.get('fd') !== undefined ||
    /^\/(?:proc\/self\/fd|dev\/fd)\/|^\/dev\/std(?:in|out|err)$/.test(chardev.get('path') ?? '') ||
    /^(?:spice|stdio$)/.test(chardev.head)
  );
}
