/** The option of a VMM's command line that the VMM itself names as the place of an error. */

/**
 * loc_print() in util/error-report.c (QEMU 10.1): the option and its first word stand between the program's name and the
 * message. What KVM lacks is told as an error of -accel.
 */
const AT_OPTION = /\b(?:qemu|kvm)[\w.-]*: (?<option>-(?!accel )[a-z][a-z-]+(?: \S+)?): /;
/** Libvirt writes the values of an option in JSON: what kind of thing it is stands first. */
const JSON_KIND = /\{"(?:driver|qom-type|type)":"(?<kind>[\w.-]+)".*/;
const LONGEST = 60;

/** `-device vfio-pci,host=01:00.0`; undefined: the line is no QEMU's, or names no option. */
export function optionOf(text: string): string | undefined {
  const option = AT_OPTION.exec(text)?.groups?.option?.replace(JSON_KIND, '$<kind>');
  return option !== undefined && option.length > LONGEST ? `${option.slice(0, LONGEST)}…` : option;
}

/** How to see what this QEMU knows of the option. */
export function helpOn(option: string): string {
  const [name = '', value = ''] = option.split(' ');
  const kind = value.split(',')[0] ?? '';
  const lists = /^-(?:device|object|netdev|chardev|audiodev)$/.test(name) && kind !== '';
  const help = lists ? `${name} ${kind},help` : /^-(?:machine|cpu|M)$/.test(name) ? `${name} help` : '-help';
  return `Compare the option with what this QEMU knows (${help}), and look at what its values name: a file, an id, another option.`;
}
