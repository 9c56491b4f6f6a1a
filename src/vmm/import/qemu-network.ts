/** Networks in a command of QEMU. */

import { given } from '../../words/given.ts';
import { type Draft, kept, key, leftOut, lost, type Outcome, own } from './draft.ts';
import type { OptionList, OptionLists } from './options.ts';

const NONE = 'a guest has no network unless it says so';

export class QemuNetwork {
  readonly #draft: Draft;
  readonly #lists: OptionLists;

  constructor(draft: Draft, lists: OptionLists) {
    this.#draft = draft;
    this.#lists = lists;
  }

  /** `-netdev`, `-nic` or `-net`. */
  outcome(option: string, list: OptionList): Outcome {
    if (list.head === 'none') return own(NONE);
    if (option === '-nic') return this.#take(list, list);
    if (option === '-net') return this.#old(list);
    const id = list.get('id');
    const card = this.#lists.find('-device', 'netdev', id) ?? this.#lists.find('-net', 'netdev', id);
    return card === undefined ? leftOut('there is no card for it') : this.#take(list, undefined);
  }

  /** A card with a netdev. @param model of the card */
  card(list: OptionList, model = list.head): Outcome {
    const netdev = this.#lists.find('-netdev', 'id', list.get('netdev'));
    if (netdev === undefined) return leftOut('there is no -netdev for it');
    if (networkOf(netdev) === undefined) return leftOut('its network is left out');
    const mac = list.get('mac') ?? list.get('macaddr');
    if (mac !== undefined) this.#draft.add('network', { mac });
    return key(`guest.network${modelNote(model)}${lost(list.others(CARD))}`);
  }

  /** The two options of old, `-net nic` and `-net user`, are one network. */
  #old(list: OptionList): Outcome {
    if (list.head === 'nic' && list.get('netdev') !== undefined) return this.card(list, modelOf(list));
    const others = this.#lists.all('-net', ({ head }) => head !== list.head);
    if (others.length === 0) return kept();
    if (list.head !== 'nic')
      return this.#take(
        list,
        others.find(({ head }) => head === 'nic'),
      );
    return others.some((other) => networkOf(other) !== undefined)
      ? key(`guest.network${modelNote(modelOf(list))}`)
      : leftOut('its network is left out');
  }

  /** @param card what says the MAC */
  #take(list: OptionList, card: OptionList | undefined): Outcome {
    const network = networkOf(list);
    if (network === undefined) {
      if (list.get('fds') !== undefined || list.get('fd') !== undefined) {
        return leftOut('the interface is a file descriptor of another program; name it by interface: tap0');
      }
      return leftOut(
        `a network of type ${list.head} is no key of a scenario, and vmm-args would leave the card out`,
      );
    }
    const mac = card?.get('mac') ?? card?.get('macaddr');
    this.#draft.add('network', given({ ...network, mac }));
    const open = 'forward' in network ? '; ports are open on 127.0.0.1 alone' : '';
    return key(`guest.network${open}${lost(list.others(KNOWN))}`);
  }
}

/** Of `-net nic`: QEMU's q35 has an e1000e (hw/i386/pc_q35.c). */
function modelOf(list: OptionList): string {
  return list.get('model') ?? 'e1000e';
}

/** What is read, and what says nothing of the guest. */
const KNOWN = [
  ...['id', 'hostfwd', 'ifname', 'mac', 'macaddr', 'model', 'netdev'],
  ...['script', 'downscript', 'vhost', 'br'],
];

const CARD = ['id', 'netdev', 'mac', 'macaddr', 'model', 'bus', 'addr', 'romfile'];

function networkOf(list: OptionList): Record<string, unknown> | undefined {
  if (list.head === 'tap') {
    const name = list.get('ifname');
    return name === undefined ? undefined : { type: 'tap', interface: name };
  }
  if (list.head !== 'user') return undefined;
  const forward = [
    ...list.all('hostfwd'),
    ...list.others([]).flatMap((other) => /^hostfwd\.\d+\.str=(.*)/.exec(other)?.[1] ?? []),
  ];
  const ports = forward.flatMap((text) => {
    const [, protocol, host, guest] = /^(tcp|udp)?:[^:]*:(\d+|\$\{\w+\})-[^:]*:(\d+)$/.exec(text) ?? [];
    return host === undefined ? [] : [`${host}:${guest}${protocol === 'udp' ? '/udp' : ''}`];
  });
  return { type: 'user', ...(ports.length === 0 ? {} : { forward: ports }) };
}

function modelNote(model: string): string {
  return /^virtio(-net(-pci)?)?$/.test(model) ? '' : `; the card is a virtio-net-pci, not ${model}`;
}
