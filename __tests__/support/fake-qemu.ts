/** Shell scripts in place of QEMU. */

/** Opens the guest's console as descriptor 9, in a script whose command line names the console's pipes. */
export const OPEN_CONSOLE = `console=$(printf '%s\\n' "$@" | sed -n 's/^pipe,id=console,path=//p')
exec 9>"$console.out"
`;

/** The head of a whole script: QEMU says its version, or runs a guest whose console is descriptor 9. */
export const FAKE_QEMU = `#!/bin/bash
[ "$1" = --version ] && echo "QEMU emulator version 7.2.0" && exit
${OPEN_CONSOLE}`;
