/** The command of a VMM in a text: a script, a log, what somebody has copied from a terminal. */

import { describe, expect, test } from '@jest/globals';
import { importCommand } from '../../src/vmm/import/import.ts';
import { commandIn } from '../../src/vmm/import/words.ts';

describe('a text', () => {
  test.each<[string, string, string[]]>([
    [
      'with a script around',
      '#!/bin/sh\nset -e\nX=1 sudo qemu-kvm -m 1 \\\n  -kernel k # why\necho done\n',
      ['qemu-kvm', '-m', '1', '-kernel', 'k'],
    ],
    [
      'with quotation marks',
      `qemu-kvm -append "a 'b' \\"c\\" $D" 'x $Y'`,
      ['qemu-kvm', '-append', `a 'b' "c" \${D}`, 'x $Y'],
    ],
    ['with a pipe', 'qemu-kvm -m 1 2>&1 | tee log', ['qemu-kvm', '-m', '1']],
    [
      'with values of its variables',
      'QEMU=/opt/qemu-kvm\nFW="$DIR/OVMF.fd"\nexport DIR="/fw"\nMEM=$1\nLOG=$(date).log\n$QEMU -bios ${FW} -m $MEM -D $LOG\n',
      ['/opt/qemu-kvm', '-bios', '${DIR}/OVMF.fd', '-m', '${MEM}', '-D', '${LOG}'],
    ],
    [
      'with one of several values',
      'if test -e x; then\n  FW=a\nelse\n  FW=b\nfi\nA=1\nqemu-kvm -bios $FW -m $A',
      ['qemu-kvm', '-bios', '${FW}', '-m', '1'],
    ],
    [
      'as the value of a variable, over several lines',
      'usage() { echo "It\'s a\nlong text"; }\nCMD="$QEMU -m 1G \\\n -smp 2"\nCMD+=" -d x"\n',
      ['${QEMU}', '-m', '1G', '-smp', '2'],
    ],
    ['behind a prompt', '$ ./qemu-kvm -m 1 \\\n  -smp 2\n', ['./qemu-kvm', '-m', '1', '-smp', '2']],
    ["behind root's prompt", '# qemu-kvm -m 1\n', ['qemu-kvm', '-m', '1']],
    ['after one in a comment', '# qemu-kvm -m 1 \\\nqemu-kvm -m 2\n', ['qemu-kvm', '-m', '2']],
    ['behind other words', 'ip netns exec a sudo -u b -i -- qemu-kvm -m 1', ['qemu-kvm', '-m', '1']],
    [
      'with an element of an array',
      'qemu-kvm -m ${M[$i]} -d "a${M[0]}"',
      ['qemu-kvm', '-m', '${M}', '-d', 'a${M}'],
    ],
    [
      'with variables that hold several options',
      'NET="-netdev user,id=n -device e1000,netdev=n"\nCMDLINE="quiet ro"\nqemu-kvm $NET -append "$CMDLINE"',
      ['qemu-kvm', '-netdev', 'user,id=n', '-device', 'e1000,netdev=n', '-append', 'quiet ro'],
    ],
    [
      'with arguments of a script',
      'qemu-kvm -kernel $1/bzImage -hda "${2}"',
      ['qemu-kvm', '-kernel', '${ARG1}/bzImage', '-hda', '${ARG2}'],
    ],
    [
      'of a mail, without backslashes',
      ' qemu-kvm -smp 2\n  -machine q35\n  -nographic\n\nWith more:\n',
      ['qemu-kvm', '-smp', '2', '-machine', 'q35', '-nographic'],
    ],
    [
      'of a mail that broke a line between an option and its value',
      ' qemu-kvm \\\n   -machine \nq35,accel=kvm \\\n   -nographic\n\nWith, more:\n',
      ['qemu-kvm', '-machine', 'q35,accel=kvm', '-nographic'],
    ],
    [
      'behind a program that starts others',
      'numactl -N 0 $QEMU \\\n -accel kvm -no-reboot &',
      ['${QEMU}', '-accel', 'kvm', '-no-reboot'],
    ],
    [
      'with variables that are added to, but not in a condition',
      'A="$A -smp 2"\nA+=" -nographic"\nB="-m 1G"\nif test -e x; then\n  B="$B -s"\nfi\nqemu-kvm $A $B',
      ['qemu-kvm', '-smp', '2', '-nographic', '${B}'],
    ],
    [
      'with a condition behind loops whose begin is not read',
      'A="-m 1G"\nls | while read -r x; do echo "$x"; done\nif test -e y; then\n  echo done\n  A="$A -s"\nfi\nqemu-kvm $A',
      ['qemu-kvm', '${A}'],
    ],
    ['of another program behind sudo', 'sudo ${Q:-x} -m 1', ['${Q:-x}', '-m', '1']],
    ['of Proxmox', '/usr/bin/kvm -m 1', ['/usr/bin/kvm', '-m', '1']],
  ])('%s', (_, text, words) => {
    expect(commandIn(text)).toEqual(words);
  });

  test.each([
    ['without a command', '\n# nothing\n', 'there is no command of a VMM in this text'],
    [
      'with an open quotation mark',
      'qemu-kvm -append "a',
      'a quotation mark is not closed in: qemu-kvm -append "a',
    ],
  ])('%s', (_, text, message) => {
    expect(() => commandIn(text)).toThrow(message);
  });

  test('of another program', () => {
    expect(() => importCommand(['crosvm', 'run'])).toThrow(
      '"crosvm" is no command of QEMU or Cloud Hypervisor',
    );
  });
});
