/**
 * How a machine is ended from outside: by the deadline of a script or of a CI system, or by a person. Such an end is no failure
 * of the machine: the lines before the end say what stopped the boot, or no line does.
 */

const FORMS: readonly RegExp[] = [
  // qemu_system_killed() in system/runstate.c (QEMU 10.1): SIGHUP, SIGINT, SIGTERM
  /terminating on signal (?:1|2|15)\b/,
  // timeout(1) of coreutils: 124 for its deadline, its own words with --verbose; 143 is SIGTERM in a shell
  /\b(?:exited with|exit(?:ed)?(?: with)?(?: status| code)|[Ee]rror):? \(?(?:124|143)\)?\W*$/,
  /^timeout: sending signal /,
  // actions/runner 258d6c857 src/Runner.Worker/StepsRunner.cs and its service’s annotations; gitlab-runner 17 common/errors.go;
  // the actions of LAVA’s jobs (lava_dispatcher/action.py)
  /The (?:operation|job) was cancell?ed|exceeded the maximum execution time|' has timed out after \d|^\W*[a-z]+(?:-[a-z]+)+ timed out after \d+ seconds\W*$|execution took longer than /,
];
/** @param text without the prefixes of other programs */
export function isFromOutside(text: string): boolean {
  return FORMS.some((form) => form.test(text));
}
