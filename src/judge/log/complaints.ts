/**
 * How programs say that something is wrong, whatever they say: the levels of common log formats, and the words that
 * stand for one. A complaint that no row of the catalog knows keeps a log from being called sound.
 */

import { SYSTEM_TEXTS } from '../errno.ts';
import { LATIN_TEXTS } from '../translated.ts';
import type { Peeled } from './prefix.ts';
import { OF_U_BOOT } from './program-words.ts';
import { programHeard } from './programs.ts';

/** 3: the program gives up; 2: an error; 1: words of failure without a level. */
export type Weight = 1 | 2 | 3;

export interface Complaint {
  /** The format, or the program that has it. */
  readonly format: string;
  readonly weight: Weight;
  /** A kernel's line has this form when the kernel complains. Other forms of weight 2 and 3 are not asked of a kernel's lines: sound kernels print them, too. */
  readonly kernel?: true;
  /** It belongs to a trace: a known line shortly before has said what happened. */
  readonly trace?: true;
  /** It only announces what is wrong: the next line says it; `indented`: where that line begins with a blank. */
  readonly heading?: true | 'indented';
  /** A manager says how its program ended: the program itself may have said why. */
  readonly aftermath?: true;
  /** Runs on the peeled line; has a literal that every match needs. */
  readonly pattern: RegExp;
}

export const COMPLAINTS: readonly Complaint[] = [
  {
    format: 'systemd, of a unit',
    weight: 2,
    aftermath: true,
    pattern:
      /(?:[Mm]ain|[Cc]ontrol|[Mm]ount|[Ss]wap) process exited, code=(?:exited|killed|dumped),? status=[1-9]|[Ff]ailed with result '|\bActive: failed \(Result: |\(code=(?:exited, status=[1-9]|killed|dumped)|Scheduled restart job, restart counter is at|Start request repeated too quickly/,
  },
  {
    format: 'whoever started a command, of how it ended',
    weight: 2,
    aftermath: true,
    pattern:
      /(?:exit(?:ed)?(?: with)?(?: an?)?(?: error)?(?: exit)? (?:status|code)|exited with|returned(?: an?)?(?: error)?(?: exit)? (?:status|code)):? \(?-?[1-9]\d*\)?\W*$|: command exited\s*$|^E: Sub-process /,
  },
  {
    format: 'edk2 build.py',
    weight: 2,
    heading: 'indented',
    pattern: /^\s*(?:\S+ ?)?: error [0-9A-F]{4}: /,
  },
  // PrintMessage() in BaseTools/Source/C/Common/EfiUtilityMsgs.c
  { format: 'edk2 BaseTools', weight: 2, heading: 'indented', pattern: /^\w+: ERROR \d{4}: / },
  { format: 'CMake', weight: 2, heading: 'indented', pattern: /^CMake Error at \S+ \(\w+\):$/ },
  // A test that is skipped or to do may fail.
  { format: 'TAP', weight: 1, aftermath: true, pattern: /^ *not ok \d+\b(?!.*# *(?:SKIP|TODO)\b)/ },
  // azcore/internal/exported/response_error.go (azure-sdk-for-go): the body of the answer follows.
  { format: 'Azure', weight: 1, pattern: /^ERROR CODE: \w/ },
  {
    // printPod() of Kubernetes, pkg/printers/internalversion/printers.go: the reasons are those of pkg/kubelet/images/types.go,
    // pkg/kubelet/kuberuntime/kuberuntime_container.go and the containers; a pod that runs may not be ready.
    format: 'kubectl get pods, of what does not run',
    weight: 1,
    aftermath: true,
    pattern:
      /\b\d+\/\d+ +(?:(?:CrashLoopBackOff|Error|ErrImage\w+|ImagePullBackOff|InvalidImageName|ImageInspectError|(?:Create|Run)Container(?:Config)?Error|OOMKilled|Evicted|ContainerCreating|PodInitializing|Pending|Terminating|NotReady|SchedulingGated|Unknown|NodeLost)\b|(?:Init|ExitCode|Signal):)|\b(?:0\/\d+|1\/(?:[2-9]|\d\d)|2\/(?:[3-9]|\d\d)|3\/(?:[4-9]|\d\d)) +Running {2}/,
  },
  {
    format: 'docker ps, of what does not run',
    weight: 1,
    aftermath: true,
    pattern: / {3}(?:Restarting|Exited) \([1-9]\d*\) .* ago|\((?:unhealthy|health: starting|Paused)\)/,
  },
  {
    // print_status_info() in src/systemctl/systemctl-show.c (systemd 255)
    format: 'systemctl status, of what does not run',
    weight: 1,
    aftermath: true,
    pattern: /^ *Active: (?:inactive|activating|deactivating|failed|maintenance)\b/,
  },
  // ---- levels ------------------------------------------------------------------------------------------------
  {
    format: 'logrus, logfmt, slog',
    weight: 3,
    pattern: /(?:^|[\s{,])(?:level=|lvl=|severity=)"?(?:fatal|panic|crit|critical|emerg|alert)\b/i,
  },
  {
    format: 'logrus, logfmt, slog',
    weight: 2,
    pattern: /(?:^|[\s{,])(?:level=|lvl=|severity=)"?(?:error|err|erro|eror)\b/i,
  },
  {
    format: 'JSON (zap, slog, zerolog, docker)',
    weight: 3,
    pattern:
      /(?:"level":|"lvl":|"severity":|"log\.level":|"levelname":) ?"(?:fatal|d?panic|crit|critical|emerg|alert)"/i,
  },
  {
    format: 'JSON',
    weight: 2,
    pattern: /(?:"level":|"lvl":|"severity":|"log\.level":|"levelname":) ?"(?:error|err|erro)"/i,
  },
  { format: 'bunyan, pino', weight: 2, pattern: /"level": ?[56]0[,}]/ },
  {
    format: 'klog, glog',
    weight: 3,
    pattern: /^F\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w/-]+(?:\.go:|\.rs:|\.cc:|\.cpp:)\d+\]/,
  },
  {
    format: 'klog, glog',
    weight: 2,
    pattern: /^E\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w/-]+(?:\.go:|\.rs:|\.cc:|\.cpp:)\d+\]/,
  },
  { format: 'libvirt', weight: 2, pattern: /^\d+: error : / },
  {
    format: 'syslog facility.level',
    weight: 2,
    pattern:
      /(?:kern\.|user\.|daemon\.|auth\.)(?:err|crit|alert|emerg)\b|^\w+ *(?::err +:|:crit +:|:alert +:|:emerg +:)/,
  },
  {
    format: 'QEMU',
    weight: 2,
    pattern: /^\s*(?:\S*\/)?(?:qemu(?:-[\w.-]+)?|kvm(?:-spice)?):(?:[^\s:]+:\d+:)? /,
  },
  {
    format: 'Cloud Hypervisor',
    weight: 2,
    pattern: /^(?:\S*cloud-hypervisor: [\d.]+\w*: )?(?:<[\w-]+> )?ERROR:/,
  },
  {
    format: 'env_logger, tracing, zap, log4j, python',
    weight: 3,
    pattern: /^[^"'=]*(?:^|[\s[|:-])(?:FATAL|CRITICAL|PANIC|EMERG)(?:$|[\s\]|:-])/,
  },
  {
    format: 'env_logger, tracing, zap, log4j, python',
    weight: 2,
    pattern: /^[^"'=]*(?:^|[\s[|:-])(?:ERROR|ERRO|SEVERE)(?:$|[\s\]|:-])/,
  },
  {
    // openenclave host/traceh.c: `[(H)ERROR] tid(0x7f…) | …`, E of an enclave
    format: 'Open Enclave',
    weight: 2,
    pattern: /\[\([HE]\)(?:ERROR|FATAL)\]/,
  },
  {
    format: 'xcode, spdlog, boost',
    weight: 2,
    pattern: /^[^"'=]*(?:\[error\]|\[err\]|\[fatal\]|\[critical\]|<error>|<fatal>)/i,
  },
  // ---- programs with a form of their own --------------------------------------------------------------------
  {
    format: 'Cloud Hypervisor and ch-remote (cloud-hypervisor/src/lib.rs cli_print_error_chain, v53)',
    weight: 2,
    heading: true,
    pattern: /with the following (?:chain of errors|error):\s*$/,
  },
  { format: 'make', weight: 2, pattern: /^(?:g?make(?:\[\d+\])?: )?\*\*\* / },
  {
    format: 'shells and CI',
    weight: 2,
    pattern:
      /(?:exit status:? |exit code:? |exited with (?:status |code |(?:a )?non-zero (?:exit )?(?:status |code )(?:of )?)?|exited (?:status|code) |returned status |returned code |\brc=|\bret=|\bretval=|\breturncode=|\bstatus=)-?[1-9]\d*\b|\breturn(?:s|ed)? (?:value |code )?(?:-[1-9]|0x0*[1-9a-f])|\) (?:has )?returned [1-9]\d*\b|\breturned (?:NULL|nullptr)\b/,
  },
  { format: 'GitHub Actions, Azure Pipelines', weight: 2, pattern: /^(?:##\[error\]|::error)/ },
  {
    format: 'apt',
    weight: 2,
    pattern:
      /^(?:E: Unable|E: Failed|E: Could|E: Package|E: Sub-process|E: Can|E: Invalid|E: Repository|E: The |E: This |E: You |E: Some |E: There |E: Internal|E: Method|E: Version|E: Release|E: Unmet|E: Malformed|E: Type |E: dpkg )/,
  },
  { format: 'bitbake, Gradle, test runners', weight: 2, pattern: /^(?:ERROR: |FAIL: |FATAL: )/ },
  {
    format: 'ninja, CMake',
    weight: 2,
    pattern: /^FAILED: |^ninja: build stopped|^CMake Error|^ninja: error/,
  },
  { format: 'npm', weight: 2, pattern: /^npm (?:ERR!|error) / },
  // SampleCode/{,TD}QuoteVerificationSample/App/App.cpp of DCAP 1.24, below `Warning: `
  { format: 'DCAP, of a verdict', weight: 1, pattern: /\b[Tt]erminal result: a0[0-9a-f]{2}\b/ },
  { format: 'snphost, sevctl', weight: 2, pattern: /^\[ FAIL \] +- / },
  { format: 'virt-host-validate', weight: 2, pattern: /^ *QEMU: Checking .* : FAIL\b/ },
  { format: 'git, gcc, Go', weight: 3, pattern: /(?:^|: )fatal(?: error)?: / },
  { format: 'Go', weight: 3, pattern: /^panic: |^fatal error: |^goroutine \d+ \[running/ },
  // Since Rust 1.73 the message has a line of its own (library/std/src/panicking.rs).
  {
    format: 'Rust',
    weight: 3,
    heading: true,
    pattern: /^thread '.*' (?:\(\d+\) )?panicked at [\w./@-]+:\d+:\d+:$/,
  },
  { format: 'Rust', weight: 3, pattern: /^thread '.*' (?:\(\d+\) )?panicked at/ },
  { format: 'anyhow, eyre, scripts', weight: 1, heading: true, pattern: /^\s*(?:Caused by|Error):\s*$/ },
  // The exception stands below its frames.
  { format: 'Python', weight: 1, pattern: /^Traceback \(most recent call last\)/ },
  {
    format: 'Python',
    weight: 2,
    pattern: /^[\w.]+(?:Error|Exception): |^(?:[a-z_]\w*\.)*(?:exceptions?|errors?)\.(?:\w+\.)*[A-Z]\w+: /,
  },
  {
    // lava-server lava_common/exceptions.py: the classes of its errors
    format: 'LAVA',
    weight: 2,
    pattern: /^(?:Job|Infrastructure|Bug|Configuration|Test|LAVA|LAVATimeout|MultinodeTimeout) ?[eE]rror: /,
  },
  { format: 'Java', weight: 2, pattern: /^Exception in thread |^Caused by: [\w.]+/ },
  {
    format: 'compilers, clap, anyhow, GRUB, virsh',
    weight: 2,
    pattern: /(?:^\s*|: )(?:internal )?error(?:\[E\d+\])?: /i,
  },
  // po/ of libvirt 11.6 (`error: ` of virsh), and what follows a locale like it
  { format: 'virsh in other languages', weight: 2, pattern: /^(?:Fehler|erreur|errore|erro) ?: ?/i },
  { format: 'glibc in other languages', weight: 1, pattern: new RegExp(LATIN_TEXTS) },
  { format: 'curl', weight: 2, pattern: /^curl: \(\d+\) / },
  {
    format: 'perror(3)',
    weight: 1,
    pattern: new RegExp(String.raw`^[\w.()-]+(?: '[^']*')?: (?:${SYSTEM_TEXTS})$`),
  },
  {
    format: 'HTTP, and no line of an access log',
    weight: 1,
    pattern:
      /\b(?:HTTP(?:\/[\d.]+)?(?: status)?(?: code)?|[Ss]tatus [Cc]ode|[Rr]esponse [Cc]ode)[ :=]{1,3}[45]\d\d\b/,
  },
  {
    format: 'VMMs, of a vCPU that left its guest',
    weight: 2,
    pattern: /\b[Uu]nhandled (?:VM |VCPU |vcpu |KVM )?exit\b|\bexit_reason[ =:]+\d/,
  },
  { format: 'socat', weight: 2, pattern: /^socat\[\d+\] [EF] / },
  { format: 'Docker', weight: 2, pattern: /\bError response from daemon: / },
  { format: 'gRPC', weight: 2, pattern: /rpc error: code = / },
  {
    format: 'shells',
    weight: 2,
    pattern:
      /(?:Segmentation fault|Bus error|Bad system call|Illegal instruction|Aborted|core dumped|Killed)(?:$| *\()|: (?:unbound variable|parameter not set)$/,
  },
  {
    format: 'C',
    weight: 3,
    pattern:
      /Assertion .*failed|terminate called after|stack smashing detected|double free or corruption|undefined symbol: /,
  },
  {
    format: 'systemd',
    weight: 2,
    pattern:
      /^(?:\[FAILED\]|\[DEPEND\]|\[ TIME \]) |(?<!ntering )rescue mode\b|[Ee]mergency [Mm]ode\b|Freezing execution|dumped core|for maintenance\b/,
  },
  { format: 'U-Boot', weight: 2, pattern: OF_U_BOOT },
  // ---- firmware ---------------------------------------------------------------------------------------------------
  { format: 'edk2', weight: 2, pattern: /^ASSERT(?:_\w+)?[ :([]|!!!! .* Exception Type/ },
  // ---- kernels --------------------------------------------------------------------------------------------------
  {
    // x86_64_print_stack_entry() in x86_64.c of the crash utility. Whose kernel the dump is of, no line says.
    format: 'crash(8), of the stack on which a kernel died',
    weight: 2,
    trace: true,
    pattern: /^ *#\d+ \[[0-9a-f]{8,16}\] (?:oops_end|die|v?panic) at [0-9a-f]{8,16}/,
  },
  { format: 'a kernel', weight: 2, kernel: true, pattern: /\b[pP]anic(?:ked)?(?:$|[ ,!)]|: ?[^\d ])|PANIC/ },
  {
    format: 'a kernel',
    weight: 2,
    kernel: true,
    pattern: /^(?:WARNING: CPU: |Oops[: ]|kernel BUG at )|(?:^|: )BUG: /,
  },
  {
    // sys/amd64/amd64/trap.c trap_fatal() (FreeBSD 14), uts/i86pc/os/trap.c die() (illumos), arch/x86/core/fatal.c (Zephyr 4.0), and kernels that few people use
    format: 'kernels other than Linux',
    weight: 2,
    pattern:
      /\b(?:kernel|[Ff]atal) trap \d+\b|^(?:E: )?[Pp]age [Ff]ault (?:at|in)\b|^BAD TRAP: type=|^panic\[cpu\d+\]/,
  },
  {
    format: 'a trace of a kernel',
    weight: 2,
    kernel: true,
    trace: true,
    pattern: /^(?:Call [Tt]race:|RIP: 00)/,
  },
  {
    format: 'the kernel of a host',
    weight: 2,
    kernel: true,
    pattern:
      /^(?:virt\/tdx|kvm_intel|kvm_amd|kvm|x86\/mktme|x86\/tme|tdx): .*(?:fail|error|cannot|not |unable|invalid|unsupported|unknown|last attempted vm-entry)/i,
  },
  // ---- words without a level ------------------------------------------------------------------------------------
  {
    format: 'words',
    weight: 1,
    pattern:
      /\b(?:fail(?:ed|ure|s)?|cannot|can't|could not|couldn't|couldnt|unable to|not found|not supported|(?:is|are)n't supported|not permitted|not allowed|not available|not responding|not established|not accessible|not implemented|not recognized|not enough|not installed|no module named|no such|no space left|no bootable|no medium|denied|refused|rejected|timed ?out|timeout|time out|invalid|unrecogni[sz]ed|unknown option|unknown parameter|unknown argument|unknown command|unknown device|unknown symbol|aborted|aborting|killed|crashed|does not exist|doesn't exist|does not support|doesn't support|out of memory|unexpected(?:ly)?|mismatch|corrupt(?:ed|ion)?|missing|giving up|gave up|exception|broken pipe|connection reset|too small|too large|too old|too many|too few|exceeds|exceeded|insufficient|lacks|misaligned|violation|undefined|only allowed|not possible|is not enabled|can not|is full|illegal|stopped unexpectedly|does not match|doesn't match|(?:do|did|does) not (?:match|pass|fit|appear|respond|answer|come up)|is different from|wrong fs type|forbidden|(?:has|have|is) expired|been revoked|untrusted|unknown authority|incompatible|inconsistent|faulted|deadloop|dead loop|resource busy|inappropriate ioctl|bad address|(?:temporarily |service )unavailable|stalls?|stalled|starved|hung|stuck|unreachable|no route to host|bad file ?descriptor|(?:is|not) a directory|error|unsupported|must (?:be|include|specify|not be)|(?<!reboot )(?:is|are) required(?: (?:for|to)\b|\.?$)|requires an?|conflicts? with|not (?:compatible|valid)|bad (?:option|value|magic)|is not an?|already active|no [\w-]+(?: [\w-]+){0,5} (?:specified|were given)|unknown \w+ (?:mode|type|value|format|version|algorithm)|none of the|has no|not loaded|out of date|dropped connection|only valid|but there is no|already mounted or|is busy|write-protected but|expects an absolute|never wrote|multiply defined|vanished)\b/i,
  },
];

/** The line says itself that it is no more than information: the levels info, debug and trace of common log formats. */
export const INFORMATION: readonly RegExp[] = [
  /(?:^|[\s{,])(?:level=|lvl=|severity=)\\?"?(?:info|debug|trace)\b/i,
  /(?:"level":|"lvl":|"severity":|"log\.level":|"levelname":) ?"(?:info|debug|debg|trace)"/i,
  /"level": ?[123]0[,}]/,
  // journalctl -o json.
  /"PRIORITY" ?: ?"[67]"/,
  /(?:^|\s)(?:user|daemon|auth|authpriv|syslog|local[0-7])\.(?:info|debug)\b/,
  /^[ID]\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ /,
  /^\d+: (?:info|debug) : /,
  /^(?:INFO|DEBU|TRAC)\[\d+\] /,
  /^(?:\S*cloud-hypervisor: [\d.]+\w*: )?(?:<[\w-]+> )?(?:INFO|DEBUG|TRACE):/,
  /^[^"'=]*(?:^|[\s[|:-])(?:INFO|DEBUG|TRACE)(?:$|[\s\]|:-])/,
  /^[^"'=]*(?:\[(?:info|debug|trace)\]|<(?:info|debug|trace)>)/i,
  /(?:^|: )(?:info|debug): /i,
  /^\[ *INFO *\] /,
];

/** The first level that a line names. */
const OWN_LEVEL = /\b(?:level|lvl|severity)"? ?[=:] ?"?(?<level>[a-z]+)/i;
const LOUD = /^(?:err|fatal|crit|panic|alert|emerg|dpanic)/i;

/** The line says itself that it is no error: information, or a level between the two. */
export const BELOW_ERROR: readonly RegExp[] = [
  ...INFORMATION,
  /(?:^|[\s{,])(?:level=|lvl=|severity=)"?(?:warn|warning|notice)\b/i,
  /(?:"level":|"lvl":|"severity":|"levelname":) ?"(?:warn|warning|notice)"/i,
  /^W\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ /,
  /^\d+: warning : /,
  /^(?:\S*cloud-hypervisor: [\d.]+\w*: )?(?:<[\w-]+> )?WARN:/,
  /^[^"'=]*(?:^|[\s[|:-])(?:WARN|WARNING(?!: CPU: )|NOTICE|NOTE)(?:$|[\s\]|:-])/,
  /(?:^|: )(?:warning|note|notice|hint)(?:\[[\w:-]+\])?: (?!CPU: )/i,
  /^\[ *(?:OK|WARN|SKIP) *\] /,
  // Python 3.13 Lib/warnings.py: the class of a warning, and below it the line that warned
  /: (?:[A-Z][a-z]+)+Warning: |^ +warnings\.warn\(/,
  /\[\([HE]\)(?:WARN|INFO|VERBOSE)\]/,
];

/** The program's own level; a kernel's priority says nothing of a failure, and dracut has no level for one. */
export const isBelowError = ({ text, level, program }: Peeled): boolean =>
  ((level !== undefined && program !== undefined && program !== 'kernel') ||
    // What a program that names its level quotes has levels, too.
    (!LOUD.test(OWN_LEVEL.exec(text)?.groups?.level ?? '') && BELOW_ERROR.some((form) => form.test(text)))) &&
  programHeard(program, text)?.warns !== true;

/**
 * What only mentions a complaint's word: a setting, an option, the name of a file or of a function, a count of zero, a
 * command line. Taken out of the line before complaints are looked for.
 */
export const MENTIONS: readonly RegExp[] = [
  // Key and value without an error in the value: `errors=remount-ro`, `error=<nil>`, `panic:1`, `failed: 0`.
  /(?<![\w.-])(?!failed: ?[1-9])[\w.-]*(?:error|errors|err|fail|failed|failures?|panic|oops|fatal|timeout)[\w.-]*(?:=|": ?"?|: ?)(?:<nil>|null|none(?! of\b)|false|off|0|1|-1|\d{1,10}|""|"?ok"?|remount-ro|continue)(?=$|[\s,;"}\])])/gi,
  // `panic=-1`, `loglevel=error`, `oops=panic`: kernel and log settings.
  /\b[\w.-]*(?:panic|loglevel|log_level|log-level|oops|earlyprintk|on_error|onerror)[\w.-]*=\S*/gi,
  // Options: `--fail-fast`, `-Werror`, `-d guest_errors`.
  /(?:^|\s)--?[\w-]*(?:error|fail|panic|fatal|timeout|missing|invalid)[\w-]*(?:[= ][\w-]+)?/gi,
  /\bguest_errors?\b|\bignore_errors\b|\bcontinue-on-error\b/gi,
  // systemd of a unit's file that everybody may read or nobody but root.
  /\bThis has no effect\b/g,
  // libmount's second line: where to look.
  /\bmay have more information after failed \w+ system call\b/g,
  // What a timer is set to.
  /\btimeout (?:is )?set to\b/gi,
  // Names of files, functions, symbols and configuration: `kernel/panic.o`, `panic_on_warn`, `CONFIG_PANIC_ON_OOPS`.
  /(?<![\w./+-])[\w./+-]*(?:error|fail|panic|fatal|abort|crash|timeout|missing|invalid)[\w-]*\.(?:[choSs]|o|ko|rs|go|py|so|txt|log|md|cc|cpp|obj|inf|efi|conf|service|target|html)\b/gi,
  /\b\w*_(?:error|err|fail|failed|panic|fatal|abort|timeout|crash|missing|invalid)\w*|\b(?:error|err|fail|panic|fatal|abort|timeout|crash)_\w+|\bCONFIG_\w+/gi,
  /\b(?:error|fail|panic|abort|timeout)\w*\(\)/gi,
  // Nothing went wrong: `no errors`, `0 failed`, `without error`, `error-free`.
  /\b(?:no|0|zero|without|any|if|on) (?:\w+ )?(?:errors?|failures?|failed|warnings?|fatal|panics?)\b|\berror-free\b/gi,
  // Columns of a summary: `ERROR 0 | FAIL 0`, `Failed: 0, Errors 0;`.
  /\b(?:errors?|fail(?:ed|ures?|s)?|timeouts?) 0(?= *[|,;])/gi,
  // A test that passed, whatever it is called or says (KTAP, TAP).
  /^\s*ok \d+\b.*/g,
  // What a firmware tries out on purpose (coreboot and depthcharge on ARM).
  /\btest(?:ing)? exceptions?\b/gi,
  // Who is not trusted by design: the host of Gramine's enclaves, a verifier that runs outside of one (DCAP's sample).
  /\b[Uu]ntrusted (?:host|quote verification|enclave|memory|side)\b/g,
  // Features that bear the word.
  /\b(?:error|errors|exception|crash|panic|failure) (?:correction|handling|handlers?|reporting|injection|recovery|source|detection|interrupt|notifier|kernel|log|logging|record|counters?|messages?)\b/gi,
];

/**
 * Mentions are taken out of the first characters of a line, so many. A line of settings is shorter; on a longer line, a pattern with
 * lookahead could take long, because V8's linear engine does not have lookahead.
 */
const MENTIONED_IN = 4000;

/** The line without settings, names and counts that only have a complaint's word in them. */
export function withoutMentions(text: string): string {
  const head = text.slice(0, MENTIONED_IN);
  return MENTIONS.reduce((rest, mention) => rest.replace(mention, ' '), head) + text.slice(MENTIONED_IN);
}

/** Lines that a person typed or a script traced: a prompt with a command, `set -x`, a VMM's or kernel's command line. */
export const COMMANDS =
  /^(?:\$ |# (?:[A-Z_]+=\S* )*(?:sudo |\.{0,2}\/|(?:cat|ls|cd|echo|grep|tail|head|dmesg|journalctl|systemctl|modprobe|insmod|mount|mkdir|rm|cp|make|git|ssh|curl|docker|kubectl|crictl|ctr|virsh|qemu[\w-]*|cloud-hypervisor|snpguest|snphost|sevctl)\b)|\+{1,3} |\S+[$#%] (?:sudo |\.?\/|[a-z])|[\w.@~:/[\] -]*[$#] (?:sudo|\.?\/|qemu|virsh|cat|dmesg|modprobe)|(?:Kernel c|C|c)ommand line: |sudo |\S*\/(?:qemu|cloud-hypervisor)[\w-]* -|exec\b)| -append (?:['"]|\S+=)| --cmdline /;

/** No program calls itself so: a person writes about the log that they paste. */
export const OF_PERSON = /(?:^|[ "(])I(?:['’](?:m|ve|d|ll))? [a-z]{2}/;

/** A command behind a prompt, or with `sudo` before it, as people paste it with what it printed. */
export const TYPED =
  /^(?:\[[\w.-]+@[^\]]*\][$#] |[\w.-]+@[\w.-]+:\S*[$#] |\$ |# (?=[a-z./]))(?:sudo |[a-z./])[\w./-]*(?: |$)/;
