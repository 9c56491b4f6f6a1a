/** Forms in which people have a log when they ask what is wrong with it: what CI systems, loggers, terminals and web pages put around its lines. */

export interface Wrapping {
  readonly name: string;
  /** Where the form is from: a source with its version, or a manual. */
  readonly source: string;
  /** Undefined: the form does not fit this log. */
  wrap(lines: readonly string[]): Buffer | undefined;
}

/** `[    1.234567] `; a log in which no line has it is not the kernel's. */
const TIME = /^\[ *(\d+\.\d+)\] ?/;

function lined(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Of a form that stands at each line by itself. */
function each(name: string, source: string, form: (line: string, number: number) => string): Wrapping {
  return { name, source, wrap: (lines) => lined(lines.map(form)) };
}

/** Of a form that dmesg gives the lines of a kernel. */
function dmesg(name: string, source: string, form: (time: string, words: string) => string): Wrapping {
  const wrap = (lines: readonly string[]): Buffer | undefined => {
    if (!lines.some((line) => TIME.test(line))) return undefined;
    return lined(lines.map((line) => line.replace(TIME, (_, time: string) => form(time, ''))));
  };
  return { name, source, wrap };
}

function around(
  name: string,
  source: string,
  before: readonly string[],
  after: readonly string[] = [],
): Wrapping {
  return { name, source, wrap: (lines) => lined([...before, ...lines, ...after]) };
}

/** `2026-11-27T10:00:07` of the seventh line. */
function iso(number: number): string {
  return `2026-11-27T10:${two(number / 60)}:${two(number % 60)}`;
}

function syslog(number: number): string {
  return `Nov 27 10:${two(number / 60)}:${two(number % 60)}`;
}

function two(number: number): string {
  return String(Math.floor(number) % 60).padStart(2, '0');
}

function html(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const CI: readonly Wrapping[] = [
  each('GitHub’s job log', 'actions/runner 2.320', (line, at) => `${iso(at)}.1234567Z ${line}`),
  each('gh run view --log', 'cli/cli 2.60', (line, at) => `boot\tRun guest\t${iso(at)}.1234567Z ${line}`),
  each('GitLab with time stamps', 'gitlab-runner 17.0', (line, at) => `${iso(at)}.123456Z 01O ${line}`),
  each('GitLab, a line that goes on', 'gitlab-runner 17.0', (line, at) => `${iso(at)}.123456Z 01E+${line}`),
  around(
    'GitLab’s sections',
    'gitlab-runner 17.0',
    [
      'section_start:1764237600:step_script\r\x1b[0K\x1b[36;1mExecuting "step_script"\x1b[0;m',
      '\x1b[32;1m$ ./boot.sh\x1b[0;m',
    ],
    ['section_end:1764237700:step_script\r\x1b[0K'],
  ),
  each('Jenkins', 'timestamper 1.27, in pipelines', (line, at) => `[${iso(at)}.123Z] ${line}`),
  each('Jenkins by hours', 'timestamper 1.27', (line, at) => `${iso(at).slice(11)}  ${line}`),
  each('TeamCity', 'TeamCity 2024.07', (line, at) => `[${iso(at).slice(11)}] : ${line}`),
  each(
    'TeamCity of a step',
    'TeamCity 2024.07',
    (line, at) => `[${iso(at).slice(11)}]i:\t [Step 1/2] ${line}`,
  ),
  each('Buildkite', 'buildkite/agent 3.80', (line, at) => `\x1b_bk;t=17642376${at}\x07${line}`),
  each('Zuul', 'zuul 10', (line, at) => `${iso(at).replace('T', ' ')}.123456 | node | ${line}`),
  each(
    'LAVA',
    'lava 2024.09, lava_common/log.py',
    (msg, at) => `- ${JSON.stringify({ dt: iso(at), lvl: 'target', msg })}`,
  ),
  each(
    'LAVA, older',
    'lava 2020.01',
    (line, at) => `- {dt: '${iso(at)}', lvl: target, msg: '${line.replaceAll("'", "''")}'}`,
  ),
  each('tuxrun', 'tuxrun 1.0', (line, at) => `${iso(at)} ${line}`),
];

const CONTAINERS: readonly Wrapping[] = [
  each('docker compose', 'docker/compose 2.29', (line) => `guest-1  | ${line}`),
  each('the test driver of NixOS', 'nixos/lib/test-driver (nixpkgs)', (line) => `machine # ${line}`),
  each('docker compose in colours', 'docker/compose 2.29', (line) => `\x1b[36mguest-1  | \x1b[0m${line}`),
  each('kubectl --prefix', 'kubectl 1.31', (line) => `[pod/kata-td-7f/guest] ${line}`),
  each('kubectl --timestamps', 'kubectl 1.31', (line, at) => `${iso(at)}.123456789Z ${line}`),
  each('both', 'kubectl 1.31', (line, at) => `[pod/kata-td-7f/guest] ${iso(at)}.123456789Z ${line}`),
  each('CRI', 'kubernetes 1.31', (line, at) => `${iso(at)}.123456789+02:00 stderr F ${line}`),
  each('Docker’s files', 'moby 27, jsonfilelog', (line, at) =>
    JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: `${iso(at)}.123456789Z` }),
  ),
  each(
    'fluentd',
    'fluentd 1.17',
    (line, at) =>
      `${iso(at).replace('T', ' ')}.123456789 +0000 kube.guest: ${JSON.stringify({ log: `${line}\n`, stream: 'stdout' })}`,
  ),
  each('logcli', 'grafana/loki 3.1', (line, at) =>
    JSON.stringify({ labels: { app: 'guest' }, line, timestamp: `${iso(at)}Z` }),
  ),
  each('Google Cloud Logging', 'LogEntry of logging v2', (textPayload, at) =>
    JSON.stringify({ textPayload, timestamp: `${iso(at)}Z` }),
  ),
  each('the journal as JSON, of a service', 'systemd 256', (line) =>
    JSON.stringify({
      PRIORITY: '6',
      SYSLOG_IDENTIFIER: 'run-td',
      MESSAGE: line,
      _PID: '812',
      _TRANSPORT: 'stdout',
    }),
  ),
];

const TOOLS: readonly Wrapping[] = [
  each('ts', 'moreutils 0.69', (line, at) => `${syslog(at)} ${line}`),
  each('ts in Chinese', 'glibc 2.39, zh_CN', (line, at) => `${syslog(at).replace('Nov', '1月')} ${line}`),
  each('ts -i', 'moreutils 0.69', (line, at) => `00:00:${two(at)} ${line}`),
  each('ts %.s', 'moreutils 0.69', (line, at) => `${1_764_237_600 + at}.123456 ${line}`),
  each('grabserial -t', 'grabserial 2.1', (line, at) => `[${at}.000012 0.000012] ${line}`),
  each('minicom with time stamps', 'minicom 2.8', (line, at) => `[${iso(at).replace('T', ' ')}.123] ${line}`),
  each('Python’s logging', 'CPython 3.12', (line, at) => `${iso(at).replace('T', ' ')},123 ${line}`),
  around(
    'script',
    'util-linux 2.40',
    ['Script started on 2026-11-27 10:00:00+00:00 [TERM="xterm"]'],
    ['', 'Script done on 2026-11-27 10:05:00+00:00 [COMMAND_EXIT_CODE="0"]'],
  ),
  around('minicom', 'minicom 2.8', ['Welcome to minicom 2.8', '', 'Port /dev/ttyUSB0, 10:00:00', '']),
  around(
    'picocom',
    'picocom 3.1',
    ['picocom v3.1', '', 'Type [C-a] [C-h] to see available commands', 'Terminal ready'],
    ['', 'Terminating...', 'Thanks for using picocom'],
  ),
  around('virsh console', 'libvirt 10.0', [
    "Connected to domain 'td'",
    'Escape character is ^] (Ctrl + ])',
    '',
  ]),
  around('libvirt’s log of a domain', 'libvirt 10.0', [
    '2026-11-27 10:00:00.123+0000: starting up libvirt version: 10.0.0, qemu version: 8.2.2, kernel: 6.8.0-31-generic, hostname: ci',
    'LC_ALL=C \\',
    '/usr/bin/qemu-system-x86_64 \\',
    '-msg timestamp=on',
    'char device redirected to /dev/pts/1 (label charserial0)',
  ]),
  each('colours', 'systemd 256', (line) => `\x1b[0;1;31m${line}\x1b[0m`),
  dmesg('dmesg -r', 'util-linux 2.40', (time) => `<4>[${time.padStart(12)}] `),
  dmesg('dmesg -x', 'util-linux 2.40', (time) => `kern  :warn  : [${time.padStart(12)}] `),
  dmesg('dmesg -d', 'util-linux 2.40', (time) => `[${time.padStart(12)} <    0.000012>] `),
  dmesg('CONFIG_PRINTK_CALLER', 'Linux 6.12', (time) => `[${time.padStart(12)}][    T1] `),
  dmesg(
    'dmesg with the calling task',
    'coconut-svsm/svsm#668, util-linux 2.41',
    (time) => `[${time.padStart(12)}] [    T1] `,
  ),
  dmesg('printk.time=0', 'Linux 6.12', () => ''),
];

const PEOPLE: readonly Wrapping[] = [
  each('quoted', 'a mail', (line) => `> ${line}`),
  each('quoted twice', 'a mail', (line) => `> > ${line}`),
  around('fenced', 'GitHub', ['```console'], ['```']),
  around(
    'folded',
    'GitHub',
    ['<details><summary>console log</summary>', '', '```'],
    ['```', '', '</details>'],
  ),
  around('{noformat}', 'Jira', ['{noformat}'], ['{noformat}']),
  around('[code]', 'phpBB', ['[code]'], ['[/code]']),
  around('what was typed', 'bash', ['$ ./run_td.sh --debug']),
  each('cat -n', 'coreutils 9.4', (line, at) => `${String(at + 1).padStart(6)}\t${line}`),
  each('grep -n', 'grep 3.11', (line, at) => `${at + 1}:${line}`),
  each('lines of a web page', 'HTML', (line) => `<p>${line}</p>`),
  each('entities of HTML', 'HTML', html),
  each('entities twice, and blanks', 'HTML', (line) => html(html(line)).replaceAll('  ', ' &nbsp;')),
  each('a block of code', 'Markdown', (line) => `    ${line}`),
  each('after a tab', 'Jira', (line) => `\t${line}`),
  each('no-break spaces', 'Confluence', (line) => line.replaceAll(' ', '\u00A0')),
  each('typographic quotation marks', 'Outlook', (line) =>
    line
      .replace(/(^|[\s(=])(["'])/g, (_, before, mark) => `${before}${mark === '"' ? '“' : '‘'}`)
      .replaceAll('"', '”')
      .replaceAll("'", '’'),
  ),
  each('in quotation marks', 'JSON', (line) => `    ${JSON.stringify(line)},`),
  {
    name: 'UTF-16',
    source: 'Tee-Object of PowerShell 5',
    wrap: (lines) => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le'),
  },
  each('CR LF', 'Windows', (line) => `${line}\r`),
  each('CR CR LF', 'a serial port through a terminal', (line) => `${line}\r\r`),
  {
    name: 'a byte order mark',
    source: 'GitHub’s log archives',
    wrap: (lines) => lined([`\uFEFF${lines.join('\n')}`]),
  },
  {
    name: 'blank lines between',
    source: 'a serial port that has LF for CR LF',
    wrap: (lines) => lined(lines.flatMap((line) => [line, ''])),
  },
];

export const WRAPPINGS: readonly Wrapping[] = [...CI, ...CONTAINERS, ...TOOLS, ...PEOPLE];
