/**
 * Sentences with one meaning, whatever program prints them: of loaders, package managers and build tools, and the words of
 * libraries that many programs share (TLS, names of hosts, HTTP, the form of files, arguments, commands).
 */

import type { Saying } from '../signature.ts';
import { ATTESTATION_SAYINGS } from './attestation-sayings.ts';
import { CLOUD_SAYINGS } from './cloud-sayings.ts';
import { MANAGER_SAYINGS } from './manager-sayings.ts';

/** The first row whose pattern matches counts. */
export const SAYINGS: readonly Saying[] = [
  // ---- systemd 257 src/core/manager.c manager_load_unit(), src/shared/bus-error ---------------------------------------
  {
    id: 'says-no-cryptsetup',
    pattern: /Unit systemd-cryptsetup@\S+\.service (?:could )?not (?:be )?found/,
    title: 'The encrypted volume cannot be opened: systemd-cryptsetup is not there',
    hint: 'Put it into the initrd: install systemd-cryptsetup and build the initrd anew (dracut --add "crypt systemd-cryptsetup"; a package of its own in Debian 13 and dracut 102).',
  },
  {
    id: 'says-no-unit',
    pattern:
      /Unit (?<unit>[\w@.\\:-]+) (?:could )?not (?:be )?found|Failed to \w+ (?<unit2>[\w@.\\:-]+): Unit (?:\S+ )?not (?:found|loaded)/,
    title: 'systemd has no unit $<unit>',
    hint: 'Its package is not installed, or the unit has another name here: systemctl list-unit-files shows which there are. k3s, RKE2 and microk8s run a containerd of their own, without containerd.service: tell the installer which of them it is.',
  },
  {
    id: 'says-job',
    // systemd 257 src/shared/bus-wait-for-jobs.c log_job_error_with_service_result()
    pattern: /^\W*Job for (?<unit>[\w@.\\:-]+) failed because /,
    title: 'systemd could not start $<unit>',
    hint: 'journalctl -xeu with its name has what it said last: a wrong configuration, a file or right that it lacks, a port in use.',
  },
  {
    id: 'says-unit-result',
    // systemd 257 src/systemctl/systemctl-show.c print_status_info(), src/core/service.c service_result_table
    pattern:
      /Active: failed \(Result: (?<result>start-limit-hit|exec-condition|oom-kill|core-dump|timeout|resources|protocol|watchdog)\)/,
    title: 'The service has failed ($<result>), and its status shows no words of its own',
    hint: 'journalctl -xeu with its name has its words. start-limit-hit: it, or what it needs, ended several times at once: systemctl reset-failed after the cause is mended.',
  },
  // ---- glibc 2.41 elf/dl-load.c, elf/dl-version.c, elf/dl-lookup.c ------------------------------------------------------
  {
    id: 'says-no-library',
    pattern: /\b(?<library>lib[\w.+-]+): cannot open shared object file/,
    title: 'The program needs the library $<library>, which is not installed',
    hint: 'Install the package that has it (apt-file search, dnf provides), or run the program on the release for which it was built.',
  },
  {
    // swtpm 0.11 (93e7c5c4) src/swtpm/{swtpm,tpmlib,swtpm_nvstore}.c, src/swtpm_setup; TpmFail() of libtpms 0.10
    id: 'says-swtpm-state',
    phase: 'vmm',
    pattern:
      /libtpms\/tpm2: Entering failure mode|Could not initialize (?:the TPM$|libtpms)|SWTPM_NVRAM_\w+: Error|Missing (?:state|migration) key to decrypt|swtpm process terminated unexpectedly|Authoring the TPM state failed/,
    title: 'swtpm cannot read or make the state of the TPM',
    hint: 'AppArmor, SELinux or owner and mode of its directory forbid it (host dmesg), or the state is damaged, encrypted, or of another libtpms: where nothing is sealed to it, remove it (/var/lib/libvirt/swtpm/<uuid>) and let it be made anew.',
  },
  {
    id: 'says-no-firmware',
    phase: 'host',
    // quickemu 4.9, qemu-server 8 of Proxmox, scripts of people’s own
    pattern:
      /\b[Nn]o (?:U?EFI|OVMF|TDVF|TDX) firmware (?:was |is )?(?:found|installed)|\b(?:U?EFI|OVMF|TDVF|TDX) [Ff]irmware (?:was |is )?not (?:found|installed)|\/OVMF[\w.]*\.fd['"]? (?:was |is )?not found/,
    title: 'The firmware that the VM is to boot is not installed',
    hint: 'Install it (ovmf, edk2-ovmf; for a TD OVMF.inteltdx.fd of ovmf-inteltdx or edk2-ovmf), or give the path that it has on this distribution.',
  },
  {
    id: 'says-no-answer',
    // bind 9.18 bin/dig/dighost.c; iputils ping.c
    pattern:
      /;; (?:connection timed out; )?no servers could be reached|;; communications error to \S+: timed out|, 100% packet loss/,
    title: 'This machine gets no answer from the network',
    hint: 'In a guest with user networking (-netdev user) ping outside never answers, and names go through the host: look at its resolver, proxy and firewall. Else compare address, route and DNS (ip a, ip r, resolvectl).',
  },
  {
    id: 'says-ssh-closed',
    // OpenSSH 9.9 kex.c: before the other side has told its version
    pattern: /\b(?:kex|ssh)_exchange_identification: /,
    title:
      'ssh was connected, and nobody answered: the sshd of the guest does not run, or the guest does not',
    hint: 'A port that the VMM forwards (hostfwd) is open before the guest has booted, and after it died: look at the console of the guest and the log of the VMM, and whether sshd and its host keys are there.',
  },
  {
    id: 'says-old-libc',
    pattern: /version [`'](?<version>(?:GLIBC|GLIBCXX|CXXABI)_[\d.]+)' not found/,
    title: 'The program was built for a newer system: it asks for $<version>',
    hint: 'Build it on this release, use its static build, or run it in a container of the release for which it was built.',
  },
  {
    id: 'says-symbol',
    pattern: /undefined symbol: (?<symbol>\w+)/,
    title: 'Program and library do not belong together: $<symbol> is missing',
    hint: 'Two releases are mixed (a package half upgraded, a snap, LD_LIBRARY_PATH): let both come from one.',
  },
  // ---- apt 3.0 apt-private/private-{install,output}.cc, apt-pkg/{algorithms,deb/debsystem}.cc; dnf 4; rpm 4.20; pip 25 ----
  {
    id: 'says-package-dependencies',
    pattern:
      /unmet dependencies|Some packages could not be installed\. This may|held broken packages|but it is not (?:going to be installed|installable)|pkgProblemResolver::Resolve generated breaks|Failed build dependencies|nothing provides \S+/,
    title: 'The packages cannot be installed: what they depend on is not to be had in this release',
    hint: 'The lines around it name what is missing or too old: add the repository that has it (and update), or use the release that the instructions are for.',
  },
  {
    id: 'says-package-missing',
    pattern:
      /(?:Unable to locate package|Unable to find a match:|No match for argument:|No matching distribution found for) (?<package>\S+)|Package '?(?<package2>[\w.+-]+)'? has no installation candidate|No package (?<package3>[\w.+-]+) available/,
    title: 'No repository of this machine has the package $<package>',
    hint: 'Update the lists (apt update), add the repository or PPA that has it, and check the release: packages for TDX come from repositories of their own.',
  },
  {
    id: 'says-package-release',
    // apt 3.0 apt-pkg/acquire-item.cc
    pattern:
      /[Tt]he repository '(?<repository>[^' ]+)[^']*' (?:does not|no longer) ha(?:ve|s) a Release file/,
    title: 'The repository $<repository> has nothing for this release of the distribution',
    hint: 'A PPA serves the releases that it was built for only: use the branch of the instructions for this release, or take its file out of /etc/apt/sources.list.d and update.',
  },
  {
    id: 'says-package-version',
    // apt 3.0 apt-private/private-cacheset.cc
    pattern: /Version '(?<version>[^']+)' for '(?<package>[^']+)' was not found/,
    title: 'No repository has $<package> in version $<version>',
    hint: 'It was replaced by a newer one (apt list -a shows which there are) or its repository is not enabled: take a newer release of the script, or name the version that there is.',
  },
  {
    id: 'says-package-fetch',
    // apt 3.0 apt-pkg/acquire-item.cc, apt-private/private-download.cc
    pattern: /E: Failed to fetch (?<file>\S+) +(?:(?<status>40[34])\b|(?<why>\S.*\w))/,
    title: 'A package could not be fetched: $<why>',
    hint: 'Check network, proxy (Acquire::http::Proxy) and address of the repository, then apt update.',
    causes: [
      {
        id: 'gone',
        when: { status: ['403', '404'] },
        title: 'The repository no longer has $<file>',
        hint: 'The lists are older than the repository: apt update, then install again. A chroot or an image of an older day needs its lists anew, too.',
      },
    ],
  },
  {
    id: 'says-package-key',
    pattern:
      /NO_PUBKEY (?<key>[0-9A-F]{8,})|\b(?:EXPKEYSIG|KEYEXPIRED|REVKEYSIG|BADSIG) [0-9A-F]{8,}|Missing key [0-9A-F]{8,}, which is needed to verify|repository ['"][^'"]*['"] is not signed|no valid OpenPGP data found|GPG check FAILED|[Ss]ignature verification failed for repomd\.xml|repomd\.xml GPG signature verification error/,
    title: 'A repository is signed by a key that this machine does not have, or that has expired',
    hint: 'Import the key of the repository anew, as its instructions say (/etc/apt/keyrings, rpm --import): a download that failed gives a file without a key.',
  },
  // ---- build tools: rustc 1.85, GNU make 4.4, pkg-config and pkgconf, meson 1.7, CMake 3.31, debhelper 13, rpmbuild, git ----
  {
    id: 'says-native-library',
    phase: 'host',
    pattern: /could not find native static library `(?<library>[^`]+)`/,
    title: 'rustc does not find the native library $<library>, which has to be built before',
    hint: 'An earlier step of the build did not run or failed (a script, a submodule, clang and llvm-ar): start from a clean tree with the build script of the project.',
  },
  {
    id: 'says-no-rule',
    phase: 'host',
    pattern: /No rule to make target '(?<target>[^']+)'/,
    title: 'make has no rule for $<target>: the source is not whole',
    hint: 'A download or a submodule failed before (git submodule update --init), or configure has not run: begin in a clean tree with enough disk space.',
  },
  {
    id: 'says-build-dependency',
    phase: 'host',
    pattern:
      /(?:No package|Program) '(?<what>[^']+)' (?:not )?found|(?:Package|Dependency) ["']?(?<what2>[\w.+-]+)["']? (?:was not found in the pkg-config|with method .* failed|not found)|Could NOT find (?<what3>\w+)(?: \(| library\b|$)/,
    title: 'The build needs $<what>, which is not installed',
    hint: 'Install its development package (lib…-dev, …-devel), best all of them: apt build-dep or dnf builddep.',
  },
  {
    id: 'says-debhelper',
    phase: 'host',
    pattern:
      /(?<file>debian\/[\w.+-]+): \d+: (?<what>\S+): not found|(?<file2>debian\/[\w.+-]+) is marked executable but does not appear to an executable config/,
    title: 'debhelper runs $<file> as a program, and it is a plain list: its mode is wrong',
    hint: 'Take the execute bit away (chmod -x debian/*.install): a file system or an archive that keeps no modes has set it.',
  },
  {
    id: 'says-submodule',
    phase: 'host',
    // git builtin/{reset,submodule--helper}.c, upload-pack.c; what builds say that look for a submodule
    pattern:
      /submodules? (?:\S+ )?(?:was|were|is|are|has|have) not (?:been )?(?:downloaded|initiali[sz]ed|checked out|populated|found|cloned)|[Nn]o submodule mapping found|Could not parse object '[0-9a-f]{7,}|upload-pack: not our ref|did not contain [0-9a-f]{40}\. Direct fetching/,
    title: 'The source is not whole: a submodule, or the commit that the build asks for, is not there',
    hint: 'git submodule update --init --recursive in a full clone (no --depth, no archive of the web page), and from the address that has this commit.',
  },
  {
    id: 'says-git-owner',
    phase: 'host',
    pattern: /detected dubious ownership in repository at '(?<path>[^']+)'/,
    title: 'git does not trust $<path>: it belongs to another user',
    hint: 'git config --global --add safe.directory with the path, or give the tree to the user that builds (containers build as root).',
  },
  {
    id: 'says-patch',
    phase: 'host',
    pattern: /patch does not apply|Hunk #\d+ FAILED|patch failed: (?<file>[^:]+)/,
    title: 'A patch does not fit the source',
    hint: 'Patches and source are of different releases: take the commit for which the patches were made.',
  },
  // ---- Test::Builder of Perl 5.40, TAP::Formatter ------------------------------------------------------------------------
  {
    id: 'says-perl-test',
    phase: 'host',
    pattern:
      /#\s+Failed test (?:'(?<name>[^']*)')?|Looks like you failed \d+ tests? of|Dubious, test returned \d/,
    title: 'A test of a Perl program failed: $<name>',
    hint: 'The lines below compare what it got with what it expected; a build of a package runs such tests, too, and no guest has to be concerned.',
  },
  // ---- virtee/snphost 0.6 src/ok.rs --------------------------------------------------------------------------------------
  {
    id: 'says-no-msr',
    phase: 'host',
    pattern: /MSR read failed|Error Reading MSR|cannot open \/dev\/cpu\/\d+\/msr/,
    title: 'The MSRs of this host cannot be read, so the checks do not know',
    hint: 'modprobe msr, and be root; a kernel that is locked down (Secure Boot) forbids it. Lines of other checks say more.',
  },
  // ---- words of libraries ---------------------------------------------------------------------------------------------
  {
    id: 'error-tls-expired',
    general: true,
    // Go 1.24 crypto/x509/verify.go, OpenSSL 3 crypto/x509/x509_txt.c, rustls 0.23 and webpki errors, Node 22 doc/api/errors
    pattern:
      /certificate has expired|certificate is not yet valid|\bCertExpired\b|\bCertNotValidYet\b|\bCERT_HAS_EXPIRED\b|\bCERT_NOT_YET_VALID\b|invalid peer certificate: (?:Expired|NotValidYet)/,
    title: 'A certificate is out of date, or the clock of this machine is wrong',
    hint: 'Compare the clock where the line was printed (date) with the dates of the certificate (openssl x509 -dates): a guest without a clock source starts in the past. Else renew the certificate.',
  },
  {
    id: 'error-tls-name',
    general: true,
    pattern:
      /certificate is (?:not )?valid for |doesn't contain any IP SANs|\bCertNotValidForName\b|\bNotValidForName\b|\bERR_TLS_CERT_ALTNAME_INVALID\b|(?:host ?name|IP address) mismatch|does not match target host name/,
    title: 'The certificate of the server is not for the name or address that the program uses',
    hint: 'Connect by a name that the certificate has, or give the certificate this name or address (subjectAltName).',
  },
  {
    id: 'error-tls-untrusted',
    general: true,
    pattern:
      /signed by unknown authority|self[- ]signed certificate|unable to get (?:local )?issuer certificate|unable to verify the first certificate|\bUnknownIssuer\b|\bDEPTH_ZERO_SELF_SIGNED_CERT\b|\bSELF_SIGNED_CERT_IN_CHAIN\b|\bUNABLE_TO_(?:GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)|\bCERTIFICATE_VERIFY_FAILED\b|certificate verify failed|SSL certificate problem/,
    title: 'The program does not trust the certificate of the server',
    hint: 'Give it the CA that has signed the certificate: in the image of the guest where the line is a guest’s, as a registry or a KBS with a certificate of its own needs. A PCCS with its own needs use_secure_cert: false.',
  },
  {
    id: 'error-tls-protocol',
    general: true,
    pattern:
      /server gave HTTP response to HTTPS client|first record does not look like a TLS handshake|wrong version number|tls: (?:handshake failure|unknown record|protocol version)|\bHandshakeFailure\b|received corrupt message of type/,
    title: 'The two sides do not speak the same protocol: one wants TLS, or another version of TLS',
    hint: 'Compare http:// and https:// in the address, the port, and what the other side is set to.',
  },
  {
    id: 'error-dns',
    general: true,
    // Go net/net.go, glibc getaddrinfo gai_strerror, curl 8 lib/strerror.c, hyper-util, Node
    pattern:
      /lookup (?<host>[\w.-]+)(?: on \S+)?: (?:no such host|server misbehaving|Temporary failure in name resolution|i\/o timeout)|no such host|Name or service not known|Temporary failure (?:in name resolution|resolving)|[Cc]ould(?: not|n't) resolve (?:host|proxy)(?: name)?(?:: ?(?<host2>[\w.-]+))?|failed to lookup address information|\bdns error\b|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)(?: (?<host3>[\w.-]+))?/,
    title: 'The name of a host could not be resolved: $<host>',
    hint: 'Check the name, then the DNS server and the network of whoever printed the line: a guest has its own (resolv.conf), and a proxy may have to resolve it.',
  },
  {
    id: 'error-http-proxy',
    general: true,
    pattern:
      /\b407\b.*Proxy Authentication Required|Proxy Authentication Required|proxyconnect tcp: |\bReceived HTTP code \d+ from proxy\b/,
    title: 'The proxy does not let the program through',
    hint: 'Check https_proxy and no_proxy of the program, and the proxy’s account.',
  },
  {
    id: 'error-http-busy',
    general: true,
    pattern: /\btoomanyrequests\b|Too Many Requests|\brate limit/,
    title: 'The server refuses for now: too many requests',
    hint: 'Log in, use a mirror of the registry, or try again later.',
  },
  {
    id: 'error-http-denied',
    general: true,
    pattern:
      /\b401 (?:\(?Unauthorized)|\b403 (?:\(?Forbidden)|\bHTTP(?:\/[0-9.]+| status(?: code)?| code)?:? ?\(?(?:401|403)\b|[Ss]tatus(?: ?[Cc]ode)?(?: ?[:=])? ?(?:401|403)\b|returned error: (?:401|403)\b|authentication required|\bpull access denied\b|\bNot authorized: url\b|manifest Not authorized\b|\bAuthentication failure: /,
    title: 'The server refuses the program: its credentials are missing or wrong',
    hint: 'Check account, token or key of whoever printed the line: a guest that pulls an image has none of the host’s.',
  },
  {
    id: 'error-http-missing',
    general: true,
    pattern:
      /\b404 \(?Not Found|\bHTTP(?:\/[0-9.]+| status(?: code)?| code)?:? ?\(?404\b|[Ss]tatus(?: ?[Cc]ode)?(?: ?[:=])? ?404\b|returned error: 404\b|\bMANIFEST_UNKNOWN\b|manifest unknown/,
    title: 'The server does not have what the program asks for (HTTP 404)',
    hint: 'Check the address, the tag or the version in it.',
  },
  {
    id: 'error-http-server',
    general: true,
    pattern:
      /\b(?<status>50[0234]) \(?(?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)|\bHTTP(?:\/[0-9.]+| status(?: code)?| code)?:? ?\(?(?<status2>50[0234])\b|returned error: (?<status3>50[0234])\b/,
    title: 'The server itself failed (HTTP $<status>)',
    hint: 'Its own log says why; try again later where it is somebody else’s.',
  },
  {
    id: 'error-address',
    general: true,
    // reqwest 0.12 src/error.rs, url 2.5 src/parser.rs, Go 1.24 net/url and net/http
    pattern:
      /\bbuilder error for url \(|\brelative URL without a base\b|\bfirst path segment in URL cannot contain colon\b|\bunsupported protocol scheme\b|\bURL scheme is not allowed\b/,
    title: 'An address is no URL that the program takes',
    hint: 'Begin it with http:// or https://, and give host and port as the program sees them.',
  },
  {
    id: 'error-form',
    general: true,
    // serde 1.0 de/mod.rs, serde_json 1.0 error.rs, toml 0.8, Go encoding/json, sigs.k8s.io/yaml, libyaml scanner.c, Python json
    pattern:
      /\binvalid (?:type|value|length): .*expected |\b[Mm]issing or invalid field\b|\b[Ff]ailed to deserialize \w|\b(?:missing|unknown|duplicate) field `|\bunknown variant `|EOF while parsing an? |expected value at line \d+|trailing (?:characters|comma) at line \d+|key must be a string at line|json: (?:cannot unmarshal|unknown field)|looking for beginning of (?:value|object key)|after (?:top-level value|object key)|unexpected end of JSON input|cannot unmarshal !!|did not find expected |mapping values are not allowed|TOML parse error|error parsing regex|JSONDecodeError|Expecting (?:value|property name|',' delimiter)/,
    title: 'A file or an answer does not have the form that the program expects',
    hint: 'The line tells what was found and what was expected: mend the file, or use versions of both programs that fit each other.',
  },
  {
    id: 'error-command-missing',
    general: true,
    // Go os/exec ErrNotFound; bash and sudo; zsh; dash and ash
    pattern:
      /exec: "(?<name>[\w./-]+)": executable file not found in \$PATH|\bcommand not found: (?<name3>[\w./-]+)|(?:^|[ :])(?<name2>(?!zsh:)[\w./-]+): command not found\b|(?:\b(?:line )?\d+|^(?:ba|da|a)?sh): (?<name4>[\w./-]+): not found\b/,
    title: 'The command $<name> is not installed where the line was printed',
    hint: 'Install its package, or put its directory into PATH; a service, a container and sudo have a PATH of their own.',
  },
  {
    id: 'error-argument',
    general: true,
    // clap 4, getopt_long of glibc, Go flag, spf13/pflag, Python argparse
    pattern:
      /unexpected argument '(?<name>-[^']*)' found|unrecognized option:? ['"]?(?<name2>-[\w-]*)|invalid option -- '?(?<name3>\w)|flag provided but not defined: |unknown (?:shorthand )?flag: |unrecognized arguments: /,
    title: 'The program does not know an option that it was given: $<name>',
    hint: 'It is of another version than whoever calls it expects: compare --help and --version.',
  },
  ...MANAGER_SAYINGS,
  ...ATTESTATION_SAYINGS,
  {
    id: 'error-python-module',
    general: true,
    pattern: /No module named '?(?<name>[\w.]+)/,
    title: 'The Python module $<name> is not installed',
    hint: 'Install it for the Python that runs the program (a virtual environment has its own).',
  },
  {
    id: 'error-node-module',
    general: true,
    // Node 22 lib/internal/modules/cjs/loader.js, src/node_binding.cc
    pattern:
      /Cannot find (?:module|package) '(?<name>[^']+)'|compiled against a different Node\.js version|\bERR_DLOPEN_FAILED\b|NODE_MODULE_VERSION \d+/,
    title: 'A module of a Node program is missing, or was built for another Node: $<name>',
    hint: 'Install the program’s modules anew with the Node that runs it (npm ci, npm rebuild; the PCCS: its install.sh), as its README names it.',
  },
  {
    id: 'error-python-mistake',
    general: true,
    // Python 3.13 Objects/exceptions.c: what a program that is right never raises unhandled
    pattern:
      /\bNameError: name '(?<name>\w+)' is not defined|\bUnboundLocalError: |\bAttributeError: (?:module )?'?\w+'? (?:object )?has no attribute '(?<name2>\w+)'|\b(?:SyntaxError|IndentationError): |\bImportError: cannot import name '(?<name3>\w+)'/,
    title: 'The Python program itself has a mistake, or runs with libraries of another version',
    hint: 'Update the program, or install the versions of its requirements; this says nothing of the guest.',
  },
  {
    id: 'error-shell-variable',
    general: true,
    // bash 5.2 error.c err_unboundvar(), dash var.c
    pattern: /\b(?<name>\w+): (?:unbound variable|parameter (?:not set|null or not set))\b/,
    title: 'A shell script needs the variable $<name>, which nobody has set',
    hint: 'Set it where the script is started (environment, values of a chart, a manifest that is older than the script), as its help or its first lines name it.',
  },
  {
    id: 'error-deprecated',
    general: true,
    pattern:
      /(?:command|option|subcommand|API) (?:is|was|has been) (?:deprecated|removed)|\bno longer (?:supported|available)\b/,
    title: 'The program no longer has what it is asked for',
    hint: 'It is newer than the script or the instructions: its --help or its changelog names what took the place.',
  },
  {
    id: 'error-no-such-path',
    general: true,
    pattern:
      /(?:path|[Ff]ile|[Dd]irectory|[Dd]evice) ["'`‘]?(?<name>~?\/[\w.@%+:/-]*\w)["'`’]? (?:does not exist|doesn't exist|not found|is missing)/,
    title: 'What the program needs does not exist: $<name>',
    hint: 'Check the path, from where the program sees it: in a container or a chroot it is another one.',
  },
  ...CLOUD_SAYINGS,
  {
    id: 'error-nil',
    general: true,
    // Go fmt prints this where a program shows an error that is nil
    pattern: /%!\w\(<nil>\)/,
    title: 'The program itself has a mistake: it reports an error where it has none',
    hint: 'Use another release of it, and tell its authors; the words before name what it was doing.',
  },
  {
    id: 'error-platform',
    general: true,
    pattern:
      /no match(?:ing manifest)? for (?:platform|linux\/)\S*|no matching manifest for |exec format error/i,
    title: 'An image or a program is for another architecture',
    hint: 'Pull or build it for the machine that runs it (--platform linux/amd64).',
  },
];
