/** Takes off a line what other programs have put before the words of the one who speaks: quotes, times, program names. */

import { CALLER } from '../../console/printk.ts';
import { programOf } from './programs.ts';
import { carried, isTimed } from './wrapping.ts';

export interface Peeled {
  /** The speaker's own words. */
  readonly text: string;
  /** The program that syslog, the journal or /dev/kmsg names: `kernel`, `systemd`, `libvirtd`. */
  readonly program?: string;
  /** The program of a journal that has copied the kernel's line, with its time. */
  readonly copiedBy?: string;
  /** A prompt stood before the kernel's words: the machine is up. */
  readonly prompt?: true;
  /** The kernel's time stamp, in seconds since its start. */
  readonly kernelTime?: number;
  /** The priority before the words is info or debug; what a kernel prints there says nothing of a failure. */
  readonly level?: 'information';
}

/** A comment of TAP, as bats prints what a test has said; at a prompt, commands begin with a small letter. */
const COMMENT = /^# +(?=[A-Z][a-z]|timed out|(?:error|fatal|warning): |time="|[\w./-]+ +\d+\/\d+ )/;
/** `host program[123]: `, after a time of syslog or of the journal. */
const PROGRAM = /^(?<host>[\w.-]+) +(?<name>[\w./@()-]+?)(?<number>\[[1-9]\d*\])?: +/;
/** journalctl --no-hostname; make prints its depth so. */
const WITHOUT_HOST = /^(?!g?make\[)(?<name>kernel(?=:)|[A-Za-z(][\w./@()-]*(?=\[))(?:\[[1-9]\d*\])?: +/;
/** A name that is no word of English: `cloud-hypervisor`, `mpa_registration`, `(udev-worker)`. */
const NO_WORD = /^[A-Za-z]\w*[_@-]|^\(/;
/** `fluxd[123]: ` without a time: systemd copies to the console what its services write; make prints its depth so. */
const SERVICE = /^(?!g?make\[)(?<name>[a-z][\w.@-]*)\[[1-9]\d*\]: +/;
/** `- keylime.tpm - ERROR - `: Python’s logging, in the form of its documentation, after the time. */
const PYTHON_LOGGER = /^- [\w.]+ - (DEBUG|INFO|WARNING|ERROR|CRITICAL) - /;
/** syslog(3), sd-daemon(3) and /dev/kmsg: facility times 8 plus level. */
const PRIORITY = /^<(\d{1,3})>/;
/** `/ # `, `debian login: `: the kernel writes to a console on which somebody is to type. */
const PROMPT = /^(?!machine # )[^[]{0,60}(?:login:|[#$]) (?=\[ *\d+\.\d)/;
/** `[    1.234567] `, with PRINTK_CALLER, before which dmesg of util-linux 2.41 sets a blank; at least one digit after the point. */
const KERNEL_TIME = new RegExp(String.raw`^ *\[ *(\d+\.\d+)\](?:${CALLER})? ?`);
/** A program that wrote to /dev/kmsg: `systemd[1]: `, `localhost dracut-cmdline[120]: `. */
const KMSG_PROGRAM = /^(?:[\w.-]+ +)?([a-z][\w.()@-]*)\[\d+\]: +/;

/** Kata reads the guest's console and logs each line of it, as kata-proxy did before: what it reads out is the guest's. */
const READ_OUT =
  /\bmsg="reading guest console".*\bvmconsole="((?:[^"\\]|\\.)*)"\s*$|\bmsg="((?:[^"\\]|\\.)*)" name=kata-proxy .*source=agent/;

/** Kata and others quote what they read from a console, colours and all: `[\x1b[0;32m  OK  \x1b[0m] Started`. */
const QUOTED_COLOUR = /\\(?:x1b|u001b)\[[\d;?]*[A-Za-z]/g;

export function withoutQuotedColours(line: string): string {
  return line.includes('1b[') ? line.replace(QUOTED_COLOUR, '') : line;
}

/** A log that carries the console of a guest escapes its quotation marks. */
export function withoutEscapes(line: string): string {
  return line.includes('source=') && READ_OUT.test(line) ? line.replaceAll('\\"', '"') : line;
}

export function peel(line: string): Peeled {
  if (line.includes('source=')) {
    const readOut = READ_OUT.exec(line);
    const text = readOut?.[1] ?? readOut?.[2];
    if (text !== undefined) return peel(text.replace(/\\[nr]/g, '').replace(/\\(.)/g, '$1'));
  }
  if (isTimed(line)) return peelKernelTime(line, undefined);
  const prompt = PROMPT.exec(line);
  if (prompt !== null) return { ...peelKernelTime(line.slice(prompt[0].length), undefined), prompt: true };
  const { text: own, dated, ofKernel, level } = carried(line);
  if (ofKernel) return { text: own, program: 'kernel' };
  const said = own.startsWith('#') ? own.replace(COMMENT, '') : own;
  const priority = PRIORITY.exec(said);
  let text = said.slice(priority?.[0].length ?? 0);
  let program: string | undefined;
  if (dated) {
    const named = programIn(text);
    program = named?.name;
    text = text.slice(named?.length ?? 0);
  } else if (text.includes(']: ')) {
    const service = SERVICE.exec(text);
    program = service?.groups?.name;
    text = text.slice(service?.[0].length ?? 0);
  }
  if (dated && text.includes(' - ')) text = withoutLogger(text);
  return { ...levelOf(priority, level), ...peelKernelTime(text, program) };
}

/** What a program has carried that writes to syslog or to a journal, in a line without its date. */
export function behindProgram(text: string): string {
  const own = text.replace(PRIORITY, '');
  return own.slice(programIn(own)?.length ?? 0);
}

/**
 * The program that stands behind a date, with the machine's name before it or without. `Assertion failed: ` looks like a machine and
 * a program without a number: then the program is one that is known, or has a name that is no word.
 */
function programIn(text: string): { readonly name: string; readonly length: number } | undefined {
  const named = PROGRAM.exec(text) ?? WITHOUT_HOST.exec(text);
  const { host = '', name = '', number } = named?.groups ?? {};
  if (named === null || !isName(host) || !isName(name)) return undefined;
  const isSentence =
    host !== '' && number === undefined && !NO_WORD.test(name) && programOf(name) === undefined;
  return isSentence ? undefined : { name, length: named[0].length };
}

/** syslog puts its own time before that of a service. */
function withoutLogger(text: string): string {
  return carried(text).text.replace(PYTHON_LOGGER, '$1: ');
}

function peelKernelTime(line: string, named: string | undefined): Peeled {
  const stamp = KERNEL_TIME.exec(line);
  if (stamp === null) return { text: line, ...(named === undefined ? {} : { program: named }) };
  const [before, time] = stamp;
  const rest = line.slice(before.length);
  const priority = rest.startsWith('<') ? PRIORITY.exec(rest) : null;
  const text = rest.slice(priority?.[0].length ?? 0);
  const writer = text.includes(']: ') ? KMSG_PROGRAM.exec(text) : null;
  const program = writer?.[1] ?? named;
  const copied = named === undefined || named === 'kernel' ? {} : { copiedBy: named };
  const peeled = { text: text.slice(writer?.[0].length ?? 0), kernelTime: Number(time), ...copied };
  // Most lines have neither, and objects put together of pieces are slow.
  if (program === undefined && priority === null) return peeled;
  return { ...peeled, ...(program === undefined ? {} : { program }), ...levelOf(priority) };
}

/** Levels 6 and 7 of syslog, or their names as dmesg -x prints them. */
function levelOf(priority: RegExpExecArray | null, name = ''): Pick<Peeled, 'level'> {
  const isQuiet = /^(?:info|debug)$/.test(name) || (priority !== null && Number(priority[1]) % 8 >= 6);
  return isQuiet ? { level: 'information' } : {};
}

/** `error: ` and `DEBUG verifier: ` after a time begin with a level, not with a program or its machine. */
function isName(name: string): boolean {
  return !/^(?:error|failed|warning|info|debug|fatal|critical|notice|trace|warn|panic)$/i.test(name);
}
