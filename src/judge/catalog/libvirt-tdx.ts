/**
 * What libvirt says of a domain with launchSecurity type tdx: all such texts of libvirt 12.8.0, read from its built driver and
 * library (libvirt_driver_qemu.so, libvirt.so.0) and its schema (domaincommon.rng), because its source was not at hand.
 */

import type { LineOrigin, Signature } from '../signature.ts';

const LIBVIRT: readonly LineOrigin[] = ['vmm', 'host'];

export const LIBVIRT_TDX: readonly Signature[] = [
  {
    id: 'libvirt-tdx-feature',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Intel TDX launch security is not supported with (?<what>PMU|SMM|pflash)(?: enabled| loader)|Intel TDX launch security needs (?<what2>split) kernel irqchip/,
    title: 'libvirt starts no TD with $<what>',
    hint: 'Put <pmu state="off"/> and <smm state="off"/> into <features>, and take out what asks for SMM: <loader secure="yes">, and a firmware with Secure Boot by SMM.',
    streams: LIBVIRT,
    causes: [
      {
        id: 'pflash',
        when: { what: 'pflash' },
        title: 'libvirt starts no TD from a firmware in pflash',
        hint: 'Give <loader type="rom" readonly="yes">…/OVMF.inteltdx.fd</loader> without <nvram>, or <os firmware="efi"> with <loader stateless="yes"/>.',
      },
      {
        id: 'irqchip',
        when: { what: 'split' },
        title: 'libvirt starts a TD with a split irqchip only',
        hint: 'Put <ioapic driver="qemu"/> into <features>.',
      },
    ],
  },
  {
    id: 'libvirt-tdx-policy',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Only bit0\(debug\) and bit28\(sept-ve-disable\) are supported|failed to get launch security policy for launch security type TDX/,
    title: 'The <policy> of the TD is none that libvirt accepts',
    hint: 'It is a hexadecimal number of the TD’s attributes: bit 0 (debug) and bit 28 (sept-ve-disable), as in 0x10000000.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-tdx-qgs',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /only a single QGS element is supported/,
    title: 'The domain has more than one <quoteGenerationService>',
    hint: 'Leave one; its path is the UNIX socket of the QGS (/var/run/tdx-qgs/qgs.socket).',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-tdx-panic',
    phase: 'kernel',
    severity: 'fatal',
    // The panic of the guest in the log of the domain.
    pattern: /\btdx: error_code='(?<code>0x[0-9a-f]+)' message='(?<message>[^']*)'/,
    title: 'The guest reported a fatal error ($<code>): $<message>',
    hint: 'The firmware or kernel called ReportFatalError; the message is its own. SEPT_VE_DISABLE: <policy> must have bit 28 (0x10000000).',
    streams: LIBVIRT,
  },
];
