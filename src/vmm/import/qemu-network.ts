/** Networks in a command of QEMU. */

import { given } from '../../words/given.ts';
import { type Draft, kept, key, leftOut, lost, type Outcome, own } from './draft.ts';
import type { OptionList, OptionLists } from './options.ts';

const NONE = 'a guest has no network unless it says so';
const LEFT_OUT = 'its network is left out';
const FORWARD = /^hostfwd\.\d+\.str=(.*)/;
const PORTS = /^(tcp|udp)?:[^:]*:(\d+|\$\{\w+\})-[^:]*:(\d+)$/;

export class QemuNetwork {
  readonly #draft: Draft;
  readonly #lists: OptionLists;
  /** The one network that a scenario has: of the first `-nic`, else `-netdev` with a card, else `-net`. */
  readonly #chosen: OptionList | undefined;

  constructor(draft: Draft, lists: OptionLists) {
    this.#draft = draft;
    this.#lists = lists;
    const networks = [
      ...lists.all('-nic'),
      ...lists.all('-netdev', (list) => this.#cardOf(list) !== undefined),
      ...lists.all('-net'),
    ];
    this.#chosen = networks.find((list) => networkOf(list) !== undefined);
  }

  /** `-netdev`, `-nic` or `-net`. */
  outcome(option: string, list: OptionList): Outcome {
    if (list.head === 'none') return own(NONE);
    if (option === '-nic') return this.#take(list, list);
    if (option === '-net') return this.#old(list);
    const card = this.#cardOf(list);
    return card === undefined ? leftOut('there is no card for it') : this.#take(list, card);
  }

  #cardOf(netdev: OptionList): OptionList | undefined {
    const id = netdev.get('id');
    return this.#lists.find('-device', 'netdev', id) ?? this.#lists.find('-net', 'netdev', id);
  }

  /** A card with a netdev. @param model of the card */
  card(list: OptionList, model = list.head): Outcome {
    const netdev = this.#lists.find('-netdev', 'id', list.get('netdev'));
    if (netdev === undefined) return leftOut('there is no -netdev for it');
    if (!this.#isChosen(netdev)) return leftOut(LEFT_OUT);
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
    return others.some((other) => this.#isChosen(other))
      ? key(`guest.network${modelNote(modelOf(list))}`)
      : leftOut(LEFT_OUT);
  }

  #isChosen(list: OptionList): boolean {
    return list.text === this.#chosen?.text;
  }

  /** @param card what says the MAC: `-nic` is network and card in one */
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
    if (!this.#isChosen(list))
      return leftOut('a guest has one network: guest.network is another of the command');
    const mac = card?.get('mac') ?? card?.get('macaddr');
    this.#draft.guest.network = given({ ...network, mac });
    const model = list === card ? modelNote(modelOf(list)) : '';
    const open = 'forward' in network ? '; ports are open on 127.0.0.1 alone' : '';
    const unread = forwardsOf(list).filter((text) => !PORTS.test(text));
    const others = list.others(KNOWN).filter((other) => !FORWARD.test(other));
    return key(
      `guest.network${model}${open}${lost([...others, ...unread.map((text) => `hostfwd=${text}`)])}`,
    );
  }
}

/** Of `-nic` and `-net nic`: QEMU's q35 has an e1000e (hw/i386/pc_q35.c). */
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
  const ports = forwardsOf(list).flatMap((text) => {
    const [, protocol, host, guest] = PORTS.exec(text) ?? [];
    return host === undefined ? [] : [`${host}:${guest}${protocol === 'udp' ? '/udp' : ''}`];
  });
  return { type: 'user', ...(ports.length === 0 ? {} : { forward: ports }) };
}

/** What is forwarded to the guest, also as JSON says it: `hostfwd.0.str`. */
function forwardsOf(list: OptionList): string[] {
  return [...list.all('hostfwd'), ...list.others([]).flatMap((other) => FORWARD.exec(other)?.[1] ?? [])];
}

function modelNote(model: string): string {
  return /^virtio(-net(-pci)?)?$/.test(model) ? '' : `; the card is a virtio-net-pci, not ${model}`;
}
