/** A command of Cloud Hypervisor as a scenario, argument by argument. */

import { given } from '../../words/given.ts';
import { type Draft, type Fate, kept, key, leftOut, lost, type Outcome, own } from './draft.ts';
import { bytesOf, OptionList, sizeOf } from './options.ts';

const SWITCHES = /^(-v+|--pvpanic|--watchdog)$/;
/** What every VM of Cloud Hypervisor has, with this source unless another is named. */
const RNG = 'src=/dev/urandom';

/** Options for what every run has, or cannot have. */
const OWN: readonly { readonly names: readonly string[]; readonly outcome: Outcome }[] = [
  {
    names: ['--serial', '--console', '--debug-console', '--event-monitor', '--pvpanic'],
    outcome: own('the consoles and the events of a run are those of tdx-boot'),
  },
  { names: ['--gdb'], outcome: leftOut('Cloud Hypervisor would wait for gdb before it starts the guest') },
  {
    names: ['--api-socket', '--log-file', '-v', '-vv', '-vvv'],
    outcome: leftOut('tdx-boot starts Cloud Hypervisor and ends it; what it prints is the stream vmm'),
  },
];

/** Puts each option into the draft. @returns what became of it */
export function importCloudHypervisor(draft: Draft, argv: readonly string[]): Fate[] {
  draft.accelerate('kvm');
  const fates: Fate[] = [];
  for (let at = 0; at < argv.length; ) {
    const [option = '', ...values] = (argv[at++] ?? '').split(/(?<=^--[\w-]+)=(.*)/s, 2);
    // --disk and its like take values up to the next option.
    while (!SWITCHES.test(option) && at < argv.length && !(argv[at] ?? '').startsWith('-'))
      values.push(argv[at++] ?? '');
    const outcome = outcomeOf(draft, option, values);
    if (outcome.as === 'kept') draft.vmmArgs.push(option, ...values);
    fates.push({ argument: [option, ...values].join(' '), ...outcome });
  }
  return fates;
}

function outcomeOf(draft: Draft, option: string, values: readonly string[]): Outcome {
  const [value = ''] = values;
  const list = new OptionList(value);
  switch (option) {
    case '--platform':
      return platform(draft, list);
    case '--tdx':
      draft.makeTd();
      draft.scenario.firmware = list.get('firmware');
      return key(
        `platform, firmware: Cloud Hypervisor calls this --platform tdx=on and --firmware since v26.0${lost(list.others(['firmware']))}`,
      );
    case '--firmware':
      draft.scenario.firmware = value;
      return key('firmware');
    case '--kernel':
    case '--cmdline':
      draft.guest[option.slice(2)] = value;
      return key(`guest.${option.slice(2)}`);
    case '--initramfs':
      draft.guest.initrd = value;
      return key('guest.initrd');
    case '--cpus':
      return cpus(draft, list);
    case '--memory':
      return memory(draft, list);
    case '--memory-zone':
      return zones(draft, values);
    case '--disk':
      return disks(draft, values);
    case '--net':
      return network(draft, values);
    case '--vsock':
      draft.guest.vsock = given({ cid: numberIn(list.get('cid') ?? ''), socket: list.get('socket') });
      return key(`guest.vsock${lost(list.others(['cid', 'socket']))}`);
    case '--device':
      return vfio(draft, values);
    case '--rng':
      return values.length === 0 || value === RNG ? own('every VM has it') : kept();
    case '--fs':
      return leftOut(
        `shared directories, whose daemons another program has to start; tdx-boot starts one for guest.shares: { DIRECTORY: { type: virtiofs, tag: ${list.get('tag')} } }`,
      );
    default:
      return OWN.find(({ names }) => names.includes(option))?.outcome ?? kept();
  }
}

function platform(draft: Draft, list: OptionList): Outcome {
  if (list.isOn('tdx')) draft.makeTd();
  const smbios = given({ serial: list.get('serial_number'), uuid: list.get('uuid') });
  if (Object.keys(smbios).length > 0) draft.add('smbios', smbios);
  return key(`platform${lost(list.others(['tdx', 'serial_number', 'uuid']))}`);
}

function cpus(draft: Draft, list: OptionList): Outcome {
  const boot = list.get('boot') ?? '1';
  draft.guest.cpus = numberIn(boot);
  const [threads, cores, dies, sockets] = (list.get('topology') ?? '').split(':').map(Number);
  if (sockets !== undefined) draft.guest.topology = { sockets, dies, cores, threads };
  const most = list.get('max');
  const later = most === undefined || most === boot ? '' : '; no CPU comes later, so max is left out';
  return key(`guest.cpus${later}${lost(list.others(['boot', 'topology', 'max']))}`);
}

/** A number, or the variable that stands for it. */
function numberIn(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function memory(draft: Draft, list: OptionList): Outcome {
  const size = sizeOf(list.get('size') ?? '', 1);
  if (size !== undefined) draft.guest.memory = size;
  const backend = given({
    hugepages: list.isOn('hugepages') ? (list.get('hugepage_size') ?? '2M') : undefined,
    shared: list.isOn('shared') || undefined,
    prealloc: list.isOn('prefault') || undefined,
  });
  if (Object.keys(backend).length > 0) draft.guest['memory-backend'] = backend;
  return key(
    `guest.memory${lost(list.others(['size', 'hugepages', 'hugepage_size', 'shared', 'prefault']))}`,
  );
}

/** With zones, `--memory size=0` says nothing of the size. */
function zones(draft: Draft, values: readonly string[]): Outcome {
  const lists = values.map((text) => new OptionList(text));
  const sizes = lists.map((list) => bytesOf(list.get('size') ?? ''));
  if (sizes.includes(undefined)) return leftOut('a zone has no size that a scenario can say');
  const sum = sizes.reduce<number>((total, bytes = 0) => total + bytes, 0);
  draft.guest.memory = sizeOf(String(sum), 1);
  return key(`guest.memory, in one zone${lost(lists.flatMap((list) => list.others(['id', 'size'])))}`);
}

function disks(draft: Draft, values: readonly string[]): Outcome {
  const lists = values.map((text) => new OptionList(text));
  // Another program may serve a disk, through a socket.
  if (lists.some((list) => list.get('path') === undefined)) return kept();
  const unread: string[] = [];
  for (const list of lists) {
    const format = list.get('image_type');
    const hasFormat = format === 'raw' || format === 'qcow2';
    draft.disks.push(
      given({
        path: list.get('path'),
        format: hasFormat ? format : undefined,
        'read-only': list.isOn('readonly') || undefined,
        serial: list.get('serial'),
      }),
    );
    const known = ['id', 'path', 'readonly', 'serial'];
    unread.push(...list.others(hasFormat ? [...known, 'image_type'] : known));
  }
  return key(`guest.disks; the guest writes to a copy, not to this file${lost(unread)}`);
}

function network(draft: Draft, values: readonly string[]): Outcome {
  const list = new OptionList(values[0] ?? '');
  const tap = list.get('tap');
  if (tap === undefined || tap === '' || values.length > 1) return kept();
  draft.guest.network = given({ type: 'tap', interface: tap, mac: list.get('mac') });
  return key(`guest.network${lost(list.others(['tap', 'mac']))}`);
}

function vfio(draft: Draft, values: readonly string[]): Outcome {
  const lists = values.map((text) => new OptionList(text));
  const addresses = lists.flatMap((list) => {
    const path = list.get('path') ?? '';
    return /^\/sys\/bus\/pci\/devices\/([^/]+)\/?$/.exec(path)?.[1] ?? [];
  });
  if (addresses.length !== values.length) return kept();
  draft.guest.vfio = addresses;
  return key(`guest.vfio${lost(lists.flatMap((list) => list.others(['id', 'path'])))}`);
}
