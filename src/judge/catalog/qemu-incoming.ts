/**
 * What QEMU prints when a saved or migrated VM does not fit it: migration/{savevm,vmstate,ram,migration}.c, hw/pci/pci.c, hw/virtio/virtio.c
 * (QEMU 9.1). The first line names the device, the ones after it repeat that it failed.
 */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';

const VMM: readonly MachineStream[] = ['vmm'];
const HINT =
  'The state was saved by another QEMU, machine type or set of devices: start the VM afresh (virsh managedsave-remove, no -loadvm or -incoming), or save and load with the same ones.';

export const QEMU_INCOMING: readonly Signature[] = [
  {
    id: 'qemu-incoming-device',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?<what>get_pci_config_device: Bad config data|Unknown savevm section or instance '[^']*'|Unknown ramblock "[^"]*"|Machine type received is '[^']*'|(?:Size|Length) mismatch: [^\s:]+: 0x[0-9a-f]+|incoming version_id [0-9]+ is too (?:new|old)|Features 0x[0-9a-f]+ unsupported\. Allowed features)/,
    title: 'The saved state of the VM does not fit this QEMU and its devices: $<what>',
    hint: HINT,
    streams: VMM,
  },
  {
    id: 'qemu-incoming-stream',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Not a migration stream|Unsupported migration stream version|Configuration section missing/,
    title: 'What QEMU is to load is no saved state, or of another release',
    hint: HINT,
    streams: VMM,
  },
  {
    id: 'qemu-incoming-blocked',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /State blocked by non-migratable device '(?<device>[^']*)'/,
    title: 'The device $<device> keeps the VM from being saved or loaded',
    hint: 'Take the device away for the time: a passed-through one cannot be saved, and a TD as a whole cannot.',
    streams: VMM,
  },
  {
    id: 'qemu-incoming',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /error while loading state for instance 0x[0-9a-f]+ of *device '(?<device>[^']*)'/,
    title: 'QEMU could not load the saved state of the device $<device>',
    hint: HINT,
    streams: VMM,
  },
  {
    id: 'qemu-incoming-failed',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /load of migration failed: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'QEMU could not load a saved state: $<errno>',
    hint: HINT,
    streams: VMM,
  },
];
