/** What iPXE says when it gives up: each error ends with its number, whose first two digits are the error of POSIX. */

import type { Signature } from '../signature.ts';

export const IPXE: readonly Signature[] = [
  {
    id: 'ipxe-error',
    phase: 'bootloader',
    // iPXE goes on with its next device, or leaves the machine to the firmware.
    severity: 'warning',
    // src/core/strerror.c, src/include/errno.h (iPXE 2.0): EINFO_E… in the order of the alphabet, E2BIG is 01
    pattern: /(?<what>[A-Za-z][^()]*[^() .]) \(https?:\/\/ipxe\.org\/?(?<error>[0-9a-f]{2})[0-9a-f]{6}\)/,
    title: 'iPXE: $<what>',
    hint: 'The page that the end of the line names explains the number.',
    causes: [
      {
        id: 'format',
        when: { error: '2e' },
        title: 'iPXE cannot boot the file that it got ($<what>)',
        hint: 'The file is no kernel or EFI program for this iPXE: of another architecture, for BIOS (.kpxe) under UEFI or the other way round, a page of HTML in its place, or a kernel that an old iPXE does not know.',
      },
      {
        id: 'unsupported',
        when: { error: '3c' },
        title: 'This iPXE was built without what the script asks for ($<what>)',
        hint: 'Its line "Features:" says what it has: most often HTTPS, NFS or a command is missing. Use http:// or another build of iPXE.',
      },
      {
        id: 'absent',
        when: { error: '2d' },
        title: 'iPXE finds no such file on the server ($<what>)',
        hint: 'Compare the address that it prints before with the server: path, name and case.',
      },
      {
        id: 'unanswered',
        when: { error: ['4c', '28', '17', '0e', '0f'] },
        title: 'iPXE gets no answer from the network ($<what>)',
        hint: 'DHCP or the server does not answer, or no route goes there: check the network of the VM (bridge, MAC, firewall) and the next-server of DHCP.',
      },
      {
        id: 'refused',
        when: { error: ['02', '41'] },
        title: 'iPXE does not trust the file, or may not have it ($<what>)',
        hint: 'The certificate of the server or the signature of the image is not of a root that iPXE knows, the clock is wrong, or Secure Boot refuses the image.',
      },
      {
        id: 'memory',
        when: { error: '31' },
        title: 'iPXE has no memory for the file ($<what>)',
        hint: 'Give the VM more memory (twice kernel and initrd), or make the initrd smaller.',
      },
    ],
  },
];
