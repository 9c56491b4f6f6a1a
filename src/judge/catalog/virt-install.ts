/** What virt-install and its kin print before libvirt is asked: virtinst/{cli,osdict,virtinstall,diskbackend,storage}.py, install/installertreemedia.py, devices/disk.py (virt-manager 5.1). */

import type { LineOrigin, Signature } from '../signature.ts';

const TOOL: readonly LineOrigin[] = ['vmm', 'host'];

export const VIRT_INSTALL: readonly Signature[] = [
  {
    id: 'virt-install-option',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Unknown (?<option>--[a-z-]+) options?: (?<value>.*[^ ])/,
    title: 'virt-install does not know this part of $<option>: $<value>',
    hint: 'It belongs to a newer virt-install (virt-install --boot help lists what this one knows): update virt-manager, or write the element into the XML (--xml, virsh edit). --launchSecurity type=tdx needs virt-install 5.1 and libvirt 11.6.',
    streams: TOOL,
  },
  {
    id: 'virt-install-os',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /--os(?:info\/--os-variant|-variant\/--osinfo) OS name is required|Error validating install location: |Unknown OS name '(?<os>[^']*)'|An install method must be specified|Couldn't find kernel for install tree/,
    title: 'virt-install does not know what to install',
    hint: 'Give --import for a disk image, and --osinfo detect=on,require=off or a name of --osinfo list (osinfo-db of the distribution may be older than the guest).',
    streams: TOOL,
  },
  {
    id: 'virt-install-disk',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Size must be specified for non existent volume|[Tt]here is not enough free space to create the disk|Disk (?<path>\S+) is already in use by other guests|Name '[^']*' already in use by another volume|volume target path '[^']*' already exists/,
    title: 'virt-install refuses the disk',
    hint: 'A path that does not exist needs size=; a disk of another domain needs --check path_in_use=off, or its own copy.',
    streams: TOOL,
  },
];
