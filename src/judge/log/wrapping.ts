/** Takes off a line what carried it here: a CI system, a container engine, a logger, or a person who pasted it. */

import { given } from '../../words/given.ts';
import { recordOf } from './records.ts';

export interface Carried {
  readonly text: string;
  /** A date stood before it: then a program's name may follow, as in syslog. */
  readonly dated: boolean;
  /** It was printed by dmesg, in a form in which the kernel's time is not to be known. */
  readonly ofKernel: boolean;
  /** The name of the kernel's level, as dmesg -x prints it. */
  readonly level?: string;
}

interface Layer {
  readonly form: RegExp;
  readonly shows?: 'date' | 'kernel';
}

/** What is written in another order than the rest expects. */
const REWRITTEN: readonly { readonly form: RegExp; readonly as: string }[] = [
  // RFC 5424: priority, version, time, host, program, its number, id and structured data of the message
  {
    form: /^(<\d{1,3}>)1 (\S+) (\S+) (\S+) (?:(\d+)|-) \S+ (?:-|(?:\[[^\]]*\])+) ?(?:\uFEFF)?/,
    as: '$2 $1$3 $4[$5]: ',
  },
  // RFC 3164, and rsyslog's forwarding with the time of ISO 8601
  { form: /^(<\d{1,3}>)([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d{4}-\d\d-\d\dT\S+ )/, as: '$2$1' },
  // edk2toolext/edk2_logging.py (0.29) logs as information what build.py and its tools print; td-shim's words stand behind INFO, too.
  { form: /^INFO -(?:$| (?=[\s:-]|build\.py|[\w./\\-]+[:(]))/, as: '' },
  // oslo.log, log_formatters of OpenStack (oslo_log/_options.py): number, level, module, request, instance. Each line of an
  // exception has the level again, and no request in most releases; formerly its level was TRACE.
  {
    form: /^(\d+) (DEBUG|INFO|WARNING|ERROR|CRITICAL) ([a-z_][\w.]*) \[(?:None )?(?:req-[^\]]*|-)\] (?:\[instance: [^\]]*\] ?)?/,
    as: '$3[$1]: $2: ',
  },
  {
    form: /^(\d+) (?:TRACE|ERROR|CRITICAL) ([a-z_][\w.]*\.[\w.]+) (?:\[instance: [^\]]*\] ?)?/,
    as: '$2[$1]: ',
  },
  // dmesg -d
  { form: /^(\[ *\d+\.\d+) < *\d+\.\d+>\] /, as: '$1] ' },
];

/** The machine and the program, as a journal names them. */
const PROGRAM = String.raw` [\w.-]+ (?:kernel|[\w.@()-]+\[\d+\]): `;
const TIMED = new RegExp(String.raw`^\[ *\d+\.\d+\](?!${PROGRAM})`);

/** Each form stands at the beginning of a line; forms may stand one behind the other in any order. */
const LAYERS: readonly Layer[] = [
  // U+FEFF begins each file of GitHub's log archives.
  { form: /^[\uFEFF\u200B]+/ },
  // Mails, and the frames that compilers and miette draw. `>>Start PXE over IPv4.` is edk2’s own.
  { form: /^(?:(?!>>Start )[>|│╷╵] ?)+/ },
  { form: /^<(?:pre|code|samp|p|span|div|li|td)\b[^<>]*>/ },
  // kubectl logs --prefix (staging/src/k8s.io/kubectl/pkg/cmd/logs/logs.go)
  { form: /^\[pod\/[\w./-]+\] / },
  // The driver of NixOS’ tests, with the name of a test’s only machine (nixos/lib/test-driver of nixpkgs).
  { form: /^machine # / },
  // docker compose logs (cmd/formatter/logs.go), and `job | ` of runners.
  { form: /^[\w.-]+ +\| / },
  // gh run view --log (pkg/cmd/run/view/view.go): job, step, line
  { form: /^[^\t]{1,100}\t[^\t]{1,100}\t(?=\uFEFF?\d{4}-\d\d-\d\dT)/ },
  // ISO 8601: CI systems, container engines, libvirt, journalctl -o short-iso and short-full, dmesg --time-format iso. Behind it
  // GitLab's stream and flags (job logs with FF_TIMESTAMPS), or the CRI's (pkg/kubelet/kuberuntime/logs/logs.go).
  {
    form: /^\[?(?:[A-Z][a-z]{2} )?(?:\d{4}-\d\d-\d\d[T ]|\d\d\/\d\d\/\d{4} )\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d| UTC)?\]?:? (?:[0-9a-f]{2}[OE][ +]|std(?:out|err) [FP] )?/,
    shows: 'date',
  },
  // Go's package log, and nginx; no machine's name follows.
  { form: /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{6})? / },
  // `Jun 06 09:04:30 `, with the name of the month in any language.
  { form: /^ ?[^\s:]{2,6} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)? +/, shows: 'date' },
  // Jenkins' Timestamper, ts -i, TeamCity with its step.
  {
    form: /^(?:\d\d:\d\d:\d\d(?:\.\d+)?|\[\d\d:\d\d:\d\d\][:iWEF]*(?: :)?)\s+(?:\[Step \d+\/\d+\] )?/,
    shows: 'date',
  },
  // journalctl -o short-unix, ts %.s
  { form: /^1\d{9}\.\d{3,9} +/, shows: 'date' },
  // grabserial -t
  { form: /^\[\d+\.\d{6} \d+\.\d{6}\] / },
  // journalctl -o short-monotonic
  { form: new RegExp(String.raw`^\[ *\d+\.\d{6}\](?=${PROGRAM}) `), shows: 'date' },
  // dmesg -T; its -e, of the first line of a minute and of the others; /dev/kmsg and netconsole, extended
  {
    form: /^\[(?:[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}|[A-Z][a-z]{2}[ \d]\d \d\d:\d\d| *[+]\d+\.\d{6})\] |^\d{1,3},\d+,\d+,[-c+][^;]{0,40};/,
    shows: 'kernel',
  },
  // cat -n; grep -n, with the file's name or without
  {
    form: /^ *\d{1,6}\t|^(?:[\w./-]+\.(?:log|txt|out):)?\d{1,6}:(?=[^\s\d:])|^[\w./-]+\.(?:log|txt):(?=[^\s\d])/,
  },
];
/** Whether any of these stands before a line: one search in place of twenty, of which most lines need no other. */
const CARRIES = new RegExp([...REWRITTEN, ...LAYERS].map(({ form }) => form.source).join('|'));
/** dmesg -x: facility and level. */
const LEVEL = /^ *\w+ *:(\w+) *: *(?=\[)/;
/** So many forms stand before a line at most. */
const DEEP = 8;
/** The end of an element or of a line, as a web page has them. */
const END_TAG = /^<(?:\/(?:pre|code|samp|p|span|div|li|td)|br ?\/?)>$/;
/** A line that is set as code or in bold letters. */
const MARKED = /^(`{1,2}|\*\*)(?=[^`*\s])(.*[^`*\s])\1$/;
const ENTITY = /&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,6});/gi;
const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
/** What stands around a log and is no line of it: fences, elements, the marks of GitLab, script(1), picocom, and of who left lines out. */
const AROUND =
  /^\s*(?:(?:`{3,}|~{3,})[\w-]*|<\/?(?:pre|code|samp|details|blockquote)>|\{(?:noformat|code)(?::\w+)?\}|\[\/?code\]|section_(?:start|end):\d+:.*|Script (?:started|done) on .*|Terminating\.\.\.|Thanks for using picocom|\[?(?:\.\.\.|…)\]?|[<[]snip[>\]])?\s*$/i;

/** Whether a line begins with the kernel's time, as most lines of a console do: nothing stands before it. */
export function isTimed(line: string): boolean {
  return line.startsWith('[') && TIMED.test(line) && !line.includes('&');
}

/** @returns the line without what carried it; it is the same text where nothing did */
export function carried(line: string): Carried {
  if (isTimed(line)) return { text: line, dated: false, ofKernel: false };
  let text = line.includes('&') ? decodeEntities(line) : line;
  const shown = new Set<Layer['shows']>();
  for (let round = 0; round < DEEP; round++) {
    const before = text;
    text = recordOf(text) ?? text;
    if (CARRIES.test(text)) {
      for (const { form, as } of REWRITTEN) text = text.replace(form, as);
      for (const { form, shows } of LAYERS) {
        const layer = form.exec(text)?.[0] ?? '';
        if (layer === '') continue;
        text = text.slice(layer.length);
        shown.add(shows);
      }
    }
    if (text === before) break;
  }
  const named = LEVEL.exec(text);
  if (named !== null) text = text.slice(named[0].length);
  text = withoutEnds(MARKED.exec(text)?.[2] ?? text);
  return { text, dated: shown.has('date'), ofKernel: shown.has('kernel'), ...given({ level: named?.[1] }) };
}

/** Without the ends of elements behind it, or without all blanks but the first. A regex would try each place of the line. */
function withoutEnds(text: string): string {
  let end = text.length;
  while (text[end - 1] === '>') {
    const start = text.lastIndexOf('<', end - 1);
    if (start < 0 || !END_TAG.test(text.slice(start, end))) break;
    end = start;
  }
  return end < text.length ? text.slice(0, end) : text.slice(0, text.trimEnd().length + 1);
}

/** Whether a line stands around a log and is no line of it. */
export function isAround(line: string): boolean {
  return AROUND.test(line);
}

function decodeEntities(text: string): string {
  const once = text.replace(ENTITY, character);
  // Pasted into a page by a program that wrote HTML already.
  return once === text ? text : once.replace(ENTITY, character);
}

function character(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return NAMED[name] ?? entity;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code < 0x20 || code > 0xffff ? ' ' : String.fromCharCode(code);
}
