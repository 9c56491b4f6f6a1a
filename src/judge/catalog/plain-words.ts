/**
 * Words of libraries that many programs use, and that say by themselves what happened, whatever program prints them: TLS,
 * names of hosts, HTTP, the form of files, arguments, commands. Asked of a complaint that no other row knows, and of a
 * symptom, after the numbers and the errors of the system.
 */

import type { Signature } from '../signature.ts';
import { sayings } from './sayings.ts';

/** The first row whose pattern matches counts; its phase is that of the speaker. */
export const PLAIN_WORDS: readonly Signature[] = sayings([
  {
    id: 'error-tls-expired',
    // Go 1.24 crypto/x509/verify.go, OpenSSL 3 crypto/x509/x509_txt.c, rustls 0.23 and webpki errors, Node 22 doc/api/errors
    pattern:
      /certificate has expired|certificate is not yet valid|\bCertExpired\b|\bCertNotValidYet\b|\bCERT_HAS_EXPIRED\b|\bCERT_NOT_YET_VALID\b|invalid peer certificate: (?:Expired|NotValidYet)/,
    title: 'A certificate is out of date, or the clock of this machine is wrong',
    hint: 'Compare the clock where the line was printed (date) with the dates of the certificate (openssl x509 -dates): a guest without a clock source starts in the past. Else renew the certificate.',
  },
  {
    id: 'error-tls-name',
    pattern:
      /certificate is (?:not )?valid for |doesn't contain any IP SANs|\bCertNotValidForName\b|\bNotValidForName\b|\bERR_TLS_CERT_ALTNAME_INVALID\b|(?:host ?name|IP address) mismatch|does not match target host name/,
    title: 'The certificate of the server is not for the name or address that the program uses',
    hint: 'Connect by a name that the certificate has, or give the certificate this name or address (subjectAltName).',
  },
  {
    id: 'error-tls-untrusted',
    pattern:
      /signed by unknown authority|self[- ]signed certificate|unable to get (?:local )?issuer certificate|unable to verify the first certificate|\bUnknownIssuer\b|\bDEPTH_ZERO_SELF_SIGNED_CERT\b|\bSELF_SIGNED_CERT_IN_CHAIN\b|\bUNABLE_TO_(?:GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)|\bCERTIFICATE_VERIFY_FAILED\b|certificate verify failed|SSL certificate problem/,
    title: 'The program does not trust the certificate of the server',
    hint: 'Give it the CA that has signed the certificate: in the image of the guest where the line is a guest’s, as a registry or a KBS with a certificate of its own needs. A PCCS with its own needs use_secure_cert: false.',
  },
  {
    id: 'error-tls-protocol',
    pattern:
      /server gave HTTP response to HTTPS client|first record does not look like a TLS handshake|wrong version number|tls: (?:handshake failure|unknown record|protocol version)|\bHandshakeFailure\b|received corrupt message of type/,
    title: 'The two sides do not speak the same protocol: one wants TLS, or another version of TLS',
    hint: 'Compare http:// and https:// in the address, the port, and what the other side is set to.',
  },
  {
    id: 'error-dns',
    // Go net/net.go, glibc getaddrinfo gai_strerror, curl 8 lib/strerror.c, hyper-util, Node
    pattern:
      /lookup (?<host>[\w.-]+)(?: on \S+)?: (?:no such host|server misbehaving|Temporary failure in name resolution|i\/o timeout)|no such host|Name or service not known|Temporary failure (?:in name resolution|resolving)|[Cc]ould(?: not|n't) resolve (?:host|proxy)(?: name)?(?:: ?(?<host2>[\w.-]+))?|failed to lookup address information|\bdns error\b|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)(?: (?<host3>[\w.-]+))?/,
    title: 'The name of a host could not be resolved: $<host>',
    hint: 'Check the name, then the DNS server and the network of whoever printed the line: a guest has its own (resolv.conf), and a proxy may have to resolve it.',
  },
  {
    id: 'error-http-proxy',
    pattern:
      /\b407\b.*Proxy Authentication Required|Proxy Authentication Required|proxyconnect tcp: |\bReceived HTTP code \d+ from proxy\b/,
    title: 'The proxy does not let the program through',
    hint: 'Check https_proxy and no_proxy of the program, and the proxy’s account.',
  },
  {
    id: 'error-http-busy',
    pattern: /\btoomanyrequests\b|Too Many Requests|\brate limit/,
    title: 'The server refuses for now: too many requests',
    hint: 'Log in, use a mirror of the registry, or try again later.',
  },
  {
    id: 'error-http-denied',
    pattern:
      /\b401 (?:\(?Unauthorized)|\b403 (?:\(?Forbidden)|\bHTTP(?:\/[0-9.]+| status(?: code)?| code)?:? ?\(?(?:401|403)\b|[Ss]tatus(?: ?[Cc]ode)?(?: ?[:=])? ?(?:401|403)\b|returned error: (?:401|403)\b|authentication required|\bpull access denied\b|\bNot authorized: url\b|manifest Not authorized\b|\bAuthentication failure: /,
    title: 'The server refuses the program: its credentials are missing or wrong',
    hint: 'Check account, token or key of whoever printed the line: a guest that pulls an image has none of the host’s.',
  },
  {
    id: 'error-http-missing',
    pattern:
      /\b404 \(?Not Found|\bHTTP(?:\/[0-9.]+| status(?: code)?| code)?:? ?\(?404\b|[Ss]tatus(?: ?[Cc]ode)?(?: ?[:=])? ?404\b|returned error: 404\b|\bMANIFEST_UNKNOWN\b|manifest unknown/,
    title: 'The server does not have what the program asks for (HTTP 404)',
    hint: 'Check the address, the tag or the version in it.',
  },
  {
    id: 'error-http-server',
    pattern:
      /\b(?<status>50[0234]) \(?(?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)|\bHTTP(?:\/[0-9.]+| status(?: code)?| code)?:? ?\(?(?<status2>50[0234])\b|returned error: (?<status3>50[0234])\b/,
    title: 'The server itself failed (HTTP $<status>)',
    hint: 'Its own log says why; try again later where it is somebody else’s.',
  },
  {
    id: 'error-form',
    // serde 1.0 de/mod.rs, serde_json 1.0 error.rs, toml 0.8, Go encoding/json, sigs.k8s.io/yaml, libyaml scanner.c, Python json
    pattern:
      /\binvalid (?:type|value|length): .*expected |\b[Mm]issing or invalid field\b|\b(?:missing|unknown|duplicate) field `|\bunknown variant `|EOF while parsing an? |expected value at line \d+|trailing (?:characters|comma) at line \d+|key must be a string at line|json: (?:cannot unmarshal|unknown field)|looking for beginning of (?:value|object key)|after (?:top-level value|object key)|unexpected end of JSON input|cannot unmarshal !!|did not find expected |mapping values are not allowed|TOML parse error|error parsing regex|JSONDecodeError|Expecting (?:value|property name|',' delimiter)/,
    title: 'A file or an answer does not have the form that the program expects',
    hint: 'The line tells what was found and what was expected: mend the file, or use versions of both programs that fit each other.',
  },
  {
    id: 'error-command-missing',
    // Go os/exec ErrNotFound, bash and dash
    pattern:
      /exec: "(?<name>[\w./-]+)": executable file not found in \$PATH|\b(?:line )?\d+: (?<name2>[\w./-]+): (?:command )?not found\b|^(?:ba|da|z)?sh: (?:\d+: )?(?<name3>[\w./-]+): (?:command )?not found/,
    title: 'The command $<name> is not installed where the line was printed',
    hint: 'Install its package, or put its directory into PATH; a service, a container and sudo have a PATH of their own.',
  },
  {
    id: 'error-argument',
    // clap 4, getopt_long of glibc, Go flag, spf13/pflag, Python argparse
    pattern:
      /unexpected argument '(?<name>-[^']*)' found|unrecognized option:? ['"]?(?<name2>-[\w-]*)|invalid option -- '?(?<name3>\w)|flag provided but not defined: |unknown (?:shorthand )?flag: |unrecognized arguments: /,
    title: 'The program does not know an option that it was given: $<name>',
    hint: 'It is of another version than whoever calls it expects: compare --help and --version.',
  },
  {
    id: 'error-measurement',
    // Whoever compares registers of a TD or of a TPM with what it expects, or replays an event log into them
    pattern:
      /(?:\b(?:RTMR|MRTD|PCR|CCMR|MRCONFIGID)s?(?![a-z])|\bMRs\b|[Mm]easurements?\b|[Ee]vent ?[Ll]og\b).*(?:mismatch|(?:do|does|did)(?: not|n't) (?:match|pass|equal)|differs? from|is different from|not equal|[Ff]ailed to (?:replay|verify)|replay(?:ing)? failed|not as expected|\bunexpected\b)|\b(?:registers?|PCRs?|RTMRs?) failed to replay/,
    title: 'What was measured is not what the verifier expects',
    hint: 'Firmware, kernel, command line, initrd, VMM version or machine differ from those of the expected value, or something extended a register that the event log does not tell (RTMR[3]): compare register by register, and each with the tool’s version of QEMU (tdx-boot measure).',
  },
  {
    id: 'error-tcb',
    // States of a TCB level, as Intel's PCS names them (tcbStatus) and verifiers print them; sgx_qve_header.h of DCAP 1.24
    pattern:
      /\b(?:\w+_QV_RESULT_|OE_)?(?<name2>(?:CONFIG_AND_)?SW_HARDENING_NEEDED|(?:OUT_OF_DATE_)?CONFIG_NEEDED|TD_RELAUNCH_ADVISED(?:_CONFIG_NEEDED)?|TCB_LEVEL_INVALID)\b|\b\w+_QV_RESULT_(?<name3>OUT_OF_DATE|REVOKED)\b|[Qq]uote.* (?<name4>OUT_OF_DATE|REVOKED)\b|(?:\bTCB|\btcb).*\b(?<name>OutOfDate(?:ConfigurationNeeded)?|ConfigurationNeeded|ConfigurationAndSWHardeningNeeded|SWHardeningNeeded|Revoked|OUT_OF_DATE(?:_CONFIGURATION_NEEDED)?|REVOKED)\b/,
    title: 'The verifier does not accept the state of the platform’s TCB ($<name>)',
    hint: 'Update BIOS, microcode and TDX module of the host and set what Intel’s advisory asks for; or let the verifier’s policy accept this state.',
  },
  {
    id: 'error-report-data',
    // What a guest binds to its evidence: a nonce, a key, runtime data
    pattern:
      /(?:[Ee]vidence|REPORT_?DATA|[Rr]eport_?[Dd]ata|[Nn]once|[Rr]untime data|[Uu]ser_?data)\b.*(?:mismatch|unmatched|(?:do|does|did)(?: not|n't) match|is different)|(?:mismatch(?:ed)?|unmatched)\b.*(?:[Ee]vidence|REPORT_?DATA|[Rr]eport_?[Dd]ata|[Nn]once)\b/,
    title: 'The evidence is not bound to this nonce or key',
    hint: 'It was made for another session, or guest and verifier hash other data (which fields, which algorithm, how padded to 64 bytes): use releases of both that fit each other.',
  },
  {
    id: 'error-not-listed',
    pattern:
      /\bnot (?:in|on|among|part of) (?:the |its |our |any )?(?:\w+ ){0,3}(?:allow[- _]?list|white[- _]?list|list)\b|\bnot (?:white|allow)[- ]?listed\b|\bno (?:reference values?|matching (?:policy|reference)) (?:for|found)/,
    title: 'What the guest proves is not on the verifier’s list',
    hint: 'Register the measurement, hash or key that the line names with whoever verifies, or start the version that is registered.',
  },
  {
    id: 'error-quote-library',
    // openenclave host/sgx/linux/sgxquoteproviderloader.c and host/sgx/sgxquote.c, DCAP 1.24 quote_wrapper/quote/qe_logic.cpp
    pattern:
      /\b(?<name2>OE_QUOTE_PROVIDER_LOAD_ERROR)\b|(?:[Cc]annot (?:open|load|find)|[Ff]ailed to (?:open|load|find)|[Cc]ould(?: not|n't) (?:open|load|find))(?: the)? .*\b(?<name>libdcap_quoteprov|libsgx_dcap_ql|libsgx_dcap_quoteverify|libsgx_urts|libtdx_attest|platform library|[Qq]uote [Pp]rovider [Ll]ibrary)/,
    title: 'A library that quotes need is not installed: $<name>',
    hint: 'Install the packages of DCAP where the line was printed (libsgx-dcap-ql, libsgx-dcap-default-qpl, libsgx-dcap-quote-verify, libtdx-attest; az-dcap-client on Azure); a container needs them inside.',
  },
  {
    id: 'error-sgx',
    // common/inc/sgx_error.h of linux-sgx 2.25: what the services of SGX (AESM) answer
    pattern:
      /\bSGX_ERROR_(?<name>SERVICE_UNAVAILABLE|SERVICE_TIMEOUT|AE_INVALID_EPIDBLOB|SERVICE_INVALID_PRIVILEGE|EPID_MEMBER_REVOKED|UPDATE_NEEDED|NETWORK_FAILURE|AE_SESSION_INVALID|BUSY|MC_NOT_FOUND|UNRECOGNIZED_PLATFORM|PLATFORM_CERT_UNAVAILABLE|UNSUPPORTED_ATT_KEY_ID|NO_PRIVILEGE|NO_DEVICE|ENCLAVE_FILE_ACCESS|OUT_OF_EPC)\b/,
    title: 'SGX of the host made no quote (SGX_ERROR_$<name>)',
    hint: 'Read "journalctl -u aesmd": most often the PCCS gives no certificate for this platform (register it, check sgx_default_qcnl.conf), the service does not run, or its user may not use /dev/sgx_provision.',
  },
  {
    id: 'error-sgx-enclave',
    // psw/enclave_common/sgx_enclave_common.cpp of linux-sgx 2.25
    pattern: /\bSGX_IOC_ENCLAVE_(?:CREATE|ADD_PAGES?|INIT)\b.*(?:failed|error)|\bSGX Service unavailable/,
    title: 'SGX of the host does not start an enclave, and quotes need one',
    hint: 'Look for SGX in the BIOS set-up, for /dev/sgx_enclave and /dev/sgx_provision and who may use them; EINIT error 2 (SGX_INVALID_ATTRIBUTE) means an attribute that is not allowed, most often provisioning without its device.',
  },
  {
    id: 'error-python-module',
    pattern: /No module named '?(?<name>[\w.]+)/,
    title: 'The Python module $<name> is not installed',
    hint: 'Install it for the Python that runs the program (a virtual environment has its own).',
  },
  {
    id: 'error-node-module',
    // Node 22 lib/internal/modules/cjs/loader.js, src/node_binding.cc
    pattern:
      /Cannot find (?:module|package) '(?<name>[^']+)'|compiled against a different Node\.js version|\bERR_DLOPEN_FAILED\b|NODE_MODULE_VERSION \d+/,
    title: 'A module of a Node program is missing, or was built for another Node: $<name>',
    hint: 'Install the program’s modules anew with the Node that runs it (npm ci, npm rebuild; the PCCS: its install.sh), as its README names it.',
  },
  {
    id: 'error-python-mistake',
    // Python 3.13 Objects/exceptions.c: what a program that is right never raises unhandled
    pattern:
      /\bNameError: name '(?<name>\w+)' is not defined|\bUnboundLocalError: |\bAttributeError: (?:module )?'?\w+'? (?:object )?has no attribute '(?<name2>\w+)'|\b(?:SyntaxError|IndentationError): |\bImportError: cannot import name '(?<name3>\w+)'/,
    title: 'The Python program itself has a mistake, or runs with libraries of another version',
    hint: 'Update the program, or install the versions of its requirements; this says nothing of the guest.',
  },
  {
    id: 'error-deprecated',
    pattern:
      /(?:command|option|subcommand|API) (?:is|was|has been) (?:deprecated|removed)|\bno longer (?:supported|available)\b/,
    title: 'The program no longer has what it is asked for',
    hint: 'It is newer than the script or the instructions: its --help or its changelog names what took the place.',
  },
  {
    id: 'error-no-such-path',
    pattern:
      /(?:path|[Ff]ile|[Dd]irectory|[Dd]evice) ["'`‘]?(?<name>~?\/[\w.@%+:/-]*\w)["'`’]? (?:does not exist|doesn't exist|not found|is missing)/,
    title: 'What the program needs does not exist: $<name>',
    hint: 'Check the path, from where the program sees it: in a container or a chroot it is another one.',
  },
  {
    id: 'cloud-no-capacity',
    // Error codes of Azure Resource Manager, Compute Engine, EC2 and ECS for a VM that they do not start
    pattern:
      /\bVM size \S+ is not available in the current region|\b(?:SkuNotAvailable|AllocationFailed|ZonalAllocationFailed|OverconstrainedAllocationRequest|ZONE_RESOURCE_POOL_EXHAUSTED\w*|InsufficientInstanceCapacity|OperationDenied\.NoStock)\b|does not have enough resources available to fulfill the request/,
    title: 'The cloud does not have this kind of VM here, or not now',
    hint: 'Sizes with TDX are offered in a few regions and zones only: choose another region, zone or size (AZURE_INSTANCE_SIZE, a C3 of Google), or try later.',
  },
  {
    id: 'cloud-quota',
    pattern:
      /\b(?:QuotaExceeded|QUOTA_EXCEEDED|VcpuLimitExceeded|InstanceLimitExceeded)\b|exceeding approved .*\b[Qq]uota/,
    title: 'The quota of the account at the cloud is used up',
    hint: 'Delete VMs that are left over (of peer pods, too), or ask the cloud for more vCPUs of this family.',
  },
  {
    id: 'error-nil',
    // Go fmt: an error was to be shown, and there is none
    pattern: /%!\w\(<nil>\)/,
    title: 'The program itself has a mistake: it reports an error where it has none',
    hint: 'Use another release of it, and tell its authors; the words before name what it was doing.',
  },
  {
    id: 'error-platform',
    pattern:
      /no match(?:ing manifest)? for (?:platform|linux\/)\S*|no matching manifest for |exec format error/i,
    title: 'An image or a program is for another architecture',
    hint: 'Pull or build it for the machine that runs it (--platform linux/amd64).',
  },
]);
