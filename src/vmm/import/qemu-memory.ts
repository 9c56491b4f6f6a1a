/** Memory in a command of QEMU: its size, what backs it, and its NUMA nodes. */

import { given } from '../../words/given.ts';
import { MIB } from '../../words/units.ts';
import { type Draft, kept, keptAs, key, leftOut, lost, type Outcome, own } from './draft.ts';
import { isVariable, type OptionList, type OptionLists, sizeOf } from './options.ts';

/** Devices that are plugged into a slot for memory. */
const SLOT_DEVICES = /^(pc-dimm|nvdimm|virtio-mem-pci|virtio-pmem-pci)$/;

export class QemuMemory {
  readonly #draft: Draft;
  readonly #lists: OptionLists;
  /** Properties of -machine that name objects. */
  readonly #machine: OptionList;

  constructor(draft: Draft, lists: OptionLists, machine: OptionList) {
    this.#draft = draft;
    this.#lists = lists;
    this.#machine = machine;
  }

  /** `-m` */
  size(list: OptionList): Outcome {
    const text = list.head === '' ? (list.get('size') ?? '') : list.head;
    const size = sizeOf(text, MIB);
    if (text === '') return leftOut('it names no size');
    if (size === undefined) return leftOut(`${text} is no whole number of MiB`);
    this.#draft.guest.memory = size;
    const [slots, maxmem] = ['slots', 'maxmem'].map((name) => list.get(name));
    if (isVariable(size)) return key('guest.memory; give the variable a unit, as in 2048M');
    if (maxmem === undefined) return key('guest.memory');
    if (!this.#lists.has('-device', ({ head }) => SLOT_DEVICES.test(head))) {
      return key('guest.memory; no memory comes later, so slots and maxmem are left out');
    }
    const words = ['-m', `size=${size},slots=${slots ?? 1},maxmem=${maxmem}`];
    return keptAs(words, 'and guest.memory; a device of the command needs the slots');
  }

  /** `-object memory-backend-…`; undefined for one that is not the memory of the guest */
  backend(list: OptionList): Outcome | undefined {
    const id = list.get('id');
    const ofNode = this.#lists.has('-numa', (node) => node.get('memdev') === id);
    if (ofNode && this.#nodes > 1) return kept();
    return ofNode || id === this.#machine.get('memory-backend') ? this.#whole(list) : undefined;
  }

  /** `-numa`: a single node says nothing. */
  node(list: OptionList): Outcome {
    const isNode = list.head === 'node' || list.head === '';
    return isNode && this.#nodes === 1 ? own('one node has all of the memory and all CPUs') : kept();
  }

  get #nodes(): number {
    return this.#lists.all('-numa', ({ head }) => head === 'node').length;
  }

  #whole(list: OptionList): Outcome {
    const kind = list.head.slice('memory-backend-'.length);
    const bytes = list.get('size');
    // QEMU takes the size of the backend where the command has no -m.
    const size = bytes === undefined ? undefined : sizeOf(bytes, 1);
    if (size !== undefined && !this.#lists.has('-m')) this.#draft.guest.memory = size;
    if (kind === 'memfd-private' || list.isOn('private')) {
      return own("private memory is QEMU's own choice since 10.1");
    }
    if (!['ram', 'memfd', 'file'].includes(kind)) return kept();
    const backend = given({
      kind: kind === 'memfd' ? kind : undefined,
      path: list.get('mem-path'),
      hugepages: list.isOn('hugetlb') ? sizeOf(list.get('hugetlbsize') ?? '2M', 1) : undefined,
      shared: list.isOn('share') || undefined,
      prealloc: list.isOn('prealloc') || undefined,
    });
    const others = list
      .others(['id', 'size', 'mem-path', 'hugetlb', 'hugetlbsize', 'share', 'prealloc', ''])
      .map((other) => other.split('=', 1)[0] ?? '')
      .filter((name) => !name.startsWith('host-nodes.'));
    const rest = lost(others);
    if (Object.keys(backend).length === 0) return own(`memory as QEMU has it by itself${rest}`);
    this.#draft.guest['memory-backend'] = backend;
    return key(`guest.memory-backend${rest}`);
  }
}
