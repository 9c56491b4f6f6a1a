/** What shell scripts in place of QEMU need. */

/** Lines of a POSIX shell script that open the guest's console as descriptor 9, where the command line names its pipes. */
export const OPEN_CONSOLE = `console=$(printf '%s\\n' "$@" | sed -n 's/^pipe,id=console,path=//p')
exec 9>"$console.out"
`;
