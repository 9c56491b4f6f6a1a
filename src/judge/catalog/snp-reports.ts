/**
 * What the tools of AMD print that fetch the certificates of an SNP report and verify it. Sources: virtee/snpguest 0.10
 * (d3a2aed) src/{verify,fetch,report}.rs, AMDESE/sev-tool d9646de src/commands.cpp.
 */

import type { Signature } from '../signature.ts';
import { attesting } from './anywhere.ts';

export const SNP_REPORTS: readonly Signature[] = attesting([
  {
    id: 'snp-report-signature',
    // verify_attestation_signature(); sev-tool's validate_guest_report()
    pattern:
      /\bVE?C?EK did NOT sign the Attestation Report|Failed to verify attestation report signature with VEK|Guest report failed to validate/,
    title: 'The signature of the SNP report is not of this VCEK or VLEK',
    hint: 'The certificate was fetched for another chip, another TCB or another report: fetch it anew with the processor’s name and this very report. On a guest of a cloud take the VLEK, or the certificates that the host provides (snpguest certificates).',
  },
  {
    id: 'snp-report-chain',
    // verify_certs()
    pattern:
      /\bThe (?<what>[\w-]+) was not signed by the AMD|The AMD (?<what2>A[RS]K|ASVK) (?:is|was) not (?:self-)?signed|Failed to verify (?<what3>ASK|VEK|the ARK) cer[tf]i?f?icate/,
    title: 'The certificates of the SNP report do not lead to AMD’s root ($<what>)',
    hint: 'ARK, ASK and VCEK have to be of one processor family (Milan, Genoa, Turin) and of one kind (VCEK or VLEK): fetch all of them anew into an empty directory.',
  },
  {
    id: 'snp-report-tcb',
    // verify_attestation_tcb()
    pattern: /Report TCB (?<what>[\w ]+) and Certificate [\w ]+ mismatch encountered/,
    title: 'The certificate is of another TCB than the SNP report: $<what> differs',
    hint: 'Firmware or microcode of the host was updated between the two: fetch the VCEK for this report. A host that hands out cached certificates has old ones.',
  },
  {
    id: 'snp-report-fetch',
    // request_vcek_kds(), request_ca_kds(), fetch_crl()
    pattern:
      /Unable to fetch (?:VCEK|certificate)(?: from URL)?: |unable to fetch CRL from URL: |[Uu]nable to send request for (?:VCEK|CRL|certs)/,
    title: 'AMD’s key service (KDS) gave no certificate for the SNP report',
    hint: '404: the processor’s name is wrong, the report is masked (MASK_CHIP_ID), or the tool is too old for the processor’s layout of the TCB; 429: too many requests, wait; without a status: no way to kdsintf.amd.com.',
  },
  {
    id: 'snp-report-masked',
    // get_processor_model(), request_vcek_kds()
    pattern:
      /Hardware ID is 0s on attestation report|Chip ID is all 0s|Attestation report could be either Milan or Genoa/,
    title: 'The SNP report does not say of which chip it is',
    hint: 'The host masks the chip (MASK_CHIP_ID), or its firmware makes reports of an old version: snphost or sevctl can set it, and a VLEK needs no chip’s name.',
  },
  {
    id: 'snp-report-refused',
    // get_report() of AMDESE/sev-guest 1d6dc9a src/get-report.c: in hexadecimal. It gives the status to perror(), too, which reads an errno.
    pattern: /^firmware error (?:0x)?(?<status>[0-9a-f]{1,8})$/,
    title: 'The firmware of the secure processor made no SNP report (status $<status>)',
    hint: 'The words of an error of the system that follow may be this number misread. dmesg of the guest tells whether its driver has given up its key after an error (VMPCK): then only a restart of the guest helps.',
    // Status of MSG_REPORT_RSP: AMD 56860, SEV Secure Nested Paging Firmware ABI
    causes: [
      {
        id: 'parameter',
        when: { status: '16' },
        title:
          'The firmware of the secure processor refused the request for an SNP report: a parameter is invalid',
        hint: 'The request names a VMPL that this guest may not speak for: under an SVSM, Linux is in VMPL 1 or higher (sev-guest-get-report -v 1; snpguest report --vmpl 1).',
      },
      {
        id: 'key',
        when: { status: '27' },
        title:
          'The firmware of the secure processor has no key of the selected kind to sign the SNP report with',
        hint: 'The request selects VCEK or VLEK, and the host has not loaded the VLEK or has masked the VCEK: select the other one, as a cloud gives it.',
      },
    ],
  },
  {
    id: 'snp-report-device',
    // get_report(), snpguest 0.10 src/report.rs
    pattern: /unable to open \/dev\/sev-guest|failed to open SEV firmware device/,
    title: 'The guest has no SNP device that the tool may use',
    hint: 'modprobe sev-guest, and run as root. In a VM of Azure the report stands in the vTPM: use snpguest report --platform there.',
  },
]);
