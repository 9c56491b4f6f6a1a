/** A sentence with one meaning names its cause, in whose mouth ever, and so do the words of libraries that many programs share. */

import { describe, expect, test } from '@jest/globals';
import { SAYINGS } from '../../../src/judge/catalog/sayings.ts';
import { plainError, saying } from '../../../src/judge/log/plain-error.ts';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';

function read(...lines: readonly string[]): LogReport {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

const LINES: readonly (readonly [id: string, title: RegExp, line: string])[] = [
  ['package-dependencies', /depend on/, 'Some packages could not be installed. This may mean that you have'],
  [
    'package-fetch-gone',
    /no longer has/,
    'E: Failed to fetch http://flux.example/pool/main/f/flux_1_amd64.deb  404  Not Found [IP: 192.0.2.1 80]',
  ],
  [
    'package-fetch',
    /Connection failed$/,
    'E: Failed to fetch http://flux.example/flux.deb  Connection failed',
  ],
  ['no-firmware', /not installed/, 'ERROR! EFI boot requested but no EFI firmware found.'],
  ['no-firmware', /not installed/, 'Error: TDX firmware not found: /flux/OVMF.inteltdx.fd (--tdx-firmware)'],
  ['no-firmware', /not installed/, "on create error: flux//OVMF_CODE_4M.secboot.fd' not found"],
  ['no-answer', /network$/, ';; no servers could be reached'],
  ['ssh-closed', /sshd/, 'kex_exchange_identification: read: Connection reset by peer'],
  [
    'package-key',
    /^A repository is signed by a key .*expired$/,
    'W: GPG error: https://flux InRelease: The following signatures were invalid: EXPKEYSIG E5C7F0FA1C6C6C3C Flux',
  ],
  [
    'package-key',
    /^A repository is signed by a key .*expired$/,
    'error message is: Missing key 150434D1488BF80308B69398E5C7F0FA1C6C6C3C, which is needed to verify signature.',
  ],
  ['no-cryptsetup', /encrypted volume/, 'Failed to start: Unit systemd-cryptsetup@flux.service not found.'],
  [
    'no-unit',
    /no unit fluxd\.service$/,
    'Failed to restart fluxd.service: Unit fluxd.service could not be found.',
  ],
  [
    'no-library',
    /libflux\.so\.2,/,
    'flux: error while loading: libflux.so.2: cannot open shared object file: No such file',
  ],
  [
    'swtpm-state',
    /^swtpm cannot read/,
    'libtpms/tpm2: Entering failure mode; code: 8, location: NvPowerOn line 126',
  ],
  ['old-libc', /GLIBC_2\.38$/, "flux: /lib/libc.so.6: version `GLIBC_2.38' not found (required by flux)"],
  [
    'symbol',
    /flux_sense is missing$/,
    'Failed to open module: /usr/lib/flux.so: undefined symbol: flux_sense',
  ],
  [
    'package-dependencies',
    /packages cannot/,
    'E: Unable to correct problems, you have held broken packages.',
  ],
  ['package-dependencies', /packages cannot/, ' flux : Depends: libflux (>= 2) but it is not installable'],
  [
    'job',
    /start fluxd\.service$/,
    'Job for fluxd.service failed because the control process exited with error code.',
  ],
  [
    'manager-firmware',
    /^The manager has no firmware/,
    'EFI OVMF roms missing for booting in EFI mode with SecureBoot=false, SEV/SEV-ES=false, SEV-SNP=false, TDX=true',
  ],
  [
    'manager-firmware',
    /^The manager has no firmware/,
    "TASK ERROR: EFI base image '/usr/share/flux.fd' not found",
  ],
  ['manager-host', /^The manager finds no TDX on/, 'TASK ERROR: Your CPU does not support Intel TDX.'],
  ['manager-host', /^The manager finds no SEV-ES on/, 'Error: AMD SEV-ES is not supported by the host'],
  ['manager-kvm', /^The manager cannot start VMs/, 'Error: KVM support is missing (no /dev/kvm)'],
  ['manager-device', /device of the host$/, 'TASK ERROR: cannot prepare PCI pass-through, IOMMU not present'],
  [
    'perl-test',
    /stored all available data$/,
    "3: #   Failed test 'virtio_terminal stored all available data'",
  ],
  [
    'unit-result',
    /^The service has failed \(start-limit-hit\)/,
    '     Active: failed (Result: start-limit-hit) since Tue 2021-08-31 17:54:53 CDT; 37min ago',
  ],
  [
    'manager-silent',
    /^QEMU does not answer its manager/,
    "VM 100 qmp command 'query-status' failed - unable to connect to VM 100 qmp socket - timeout after 51 retries",
  ],
  ['manager-busy', /^The VM runs already/, 'VM 100 already running'],
  [
    'manager-no-node',
    /^No node of the cluster/,
    'nova.exception.NoValidHost: No valid host was found. There are not enough hosts available.',
  ],
  [
    'manager-memory',
    /^The host cannot give/,
    'TASK ERROR: start failed: hugepage allocation failed at flux line 2',
  ],
  [
    'manager-network',
    /^The network of the VM/,
    'nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed',
  ],
  [
    'qgs-port',
    /^The guest does not reach the QGS/,
    'could not get a quote: dial vsock host(2):4050: connect: connection refused',
  ],
  [
    'package-release',
    /ppa\.flux\/ubuntu has nothing/,
    "E: The repository 'https://ppa.flux/ubuntu noble Release' does not have a Release file.",
  ],
  ['package-version', /has flux in version 1\.2$/, "E: Version '1.2' for 'flux' was not found"],
  ['package-missing', /the package flux$/, 'E: Unable to locate package flux'],
  ['package-missing', /the package flux$/, 'ERROR: No matching distribution found for flux'],
  [
    'package-key',
    /signed by a key/,
    'W: GPG error: the signatures could not be verified: NO_PUBKEY 0123456789ABCDEF',
  ],
  [
    'native-library',
    /library flux,/,
    'error: could not find native static library `flux`, perhaps an -L flag is missing?',
  ],
  ['no-rule', /rule for flux\.o:/, "make: *** No rule to make target 'flux.o', needed by 'all'.  Stop."],
  ['build-dependency', /needs flux-2,/, "No package 'flux-2' found"],
  ['build-dependency', /needs Flux,/, 'CMake Error: Could NOT find Flux (missing: FLUX_DIR)'],
  ['debhelper', /debian\/flux\.install as/, '/srv/flux-1/debian/flux.install: 1: /usr/lib/flux: not found'],
  ['submodule', /not whole/, '  The submodules were not downloaded! FLUX was turned off.'],
  ['submodule', /not whole/, "fatal: Could not parse object '9cc0d45f4d8521f467bb3a621e74b1535e118188'."],
  ['git-owner', /trust \/srv\/flux:/, "fatal: detected dubious ownership in repository at '/srv/flux'"],
  ['patch', /patch does not fit/, 'error: flux.c: patch does not apply'],
  ['no-msr', /MSRs of this host/, '[ FAIL ]   - Flux: MSR read failed: Error Reading MSR'],
];

/** Words that only say of which kind an error is. */
const GENERAL: readonly (readonly [id: string, line: string])[] = [
  ['error-address', 'Error: flux: builder error for url (flux.example:8999/kbs)'],
  [
    'error-tls-expired',
    'flux: x509: certificate has expired or is not yet valid: current time is before 2026',
  ],
  ['error-tls-expired', 'invalid peer certificate: Expired'],
  [
    'error-tls-name',
    'tls: failed to verify certificate: x509: certificate is valid for flux.example, not kbs',
  ],
  ['error-tls-untrusted', 'tls: failed to verify certificate: x509: certificate signed by unknown authority'],
  ['error-tls-untrusted', 'invalid peer certificate: UnknownIssuer'],
  ['error-tls-untrusted', 'flux: SSL certificate problem: unable to get local issuer certificate'],
  ['error-tls-untrusted', "Error: code: 'DEPTH_ZERO_SELF_SIGNED_CERT'"],
  ['error-tls-protocol', 'http: server gave HTTP response to HTTPS client'],
  ['error-dns', 'dial tcp: lookup kbs.example on 10.0.0.10:53: no such host'],
  ['error-dns', 'failed to lookup address information: Temporary failure in name resolution'],
  ['error-dns', "flux: Couldn't resolve host name: kbs.example"],
  ['error-http-proxy', 'CONNECT failed: 407 Proxy Authentication Required'],
  ['error-http-busy', 'toomanyrequests: You have reached your pull rate limit'],
  ['error-http-denied', 'unexpected status from HEAD request: 401 Unauthorized'],
  ['error-http-denied', 'pull access denied, repository does not exist or may require authorization'],
  ['error-http-denied', 'the server answered with status code: 403'],
  ['error-http-missing', 'failed to fetch the flux: 404 Not Found'],
  ['error-http-server', 'unexpected response: 503 Service Unavailable'],
  ['error-form', 'invalid type: null, expected a string at line 9 column 27'],
  ['error-form', 'json: cannot unmarshal string into Go struct field Flux.size of type int'],
  ['error-form', "invalid character '<' looking for beginning of value"],
  ['error-form', 'TOML parse error at line 3, column 1'],
  ['error-form', 'missing field `flux`'],
  ['error-command-missing', 'exec: "flux": executable file not found in $PATH'],
  ['error-command-missing', './run.sh: line 16: flux: command not found'],
  ['error-command-missing', 'sudo: flux: command not found'],
  ['error-command-missing', '-bash: flux: command not found'],
  ['error-command-missing', 'zsh: command not found: flux'],
  ['error-command-missing', './run.sh: 16: flux: not found'],
  ['error-argument', "error: unexpected argument '--flux' found"],
  ['error-argument', 'unknown flag: --flux'],
  ['error-measurement', 'RTMR2 mismatch: expected=00, actual=11'],
  ['error-measurement', 'the following registers failed to replay: [4 5]'],
  ['error-measurement', 'The MRTD of the quote does not match the one of the image'],
  ['error-tcb', 'Invalid platform TCB level: ConfigurationAndSWHardeningNeeded (cpu_svn[0] = 0x11)'],
  ['error-tcb', 'the quote has TCB status OutOfDate'],
  ['error-tcb', 'flux: Quote: verification failed with error CONFIG_AND_SW_HARDENING_NEEDED'],
  ['error-tcb', 'oe_verify_evidence failed (OE_TCB_LEVEL_INVALID)'],
  ['error-quote-library', 'flux: oe_get_evidence failed (OE_QUOTE_PROVIDER_LOAD_ERROR)'],
  ['error-tcb', 'ERROR: evidence verification failed: TcbStatus is OutOfDate'],
  ['error-verdict', '[ERROR] App: Verification completed with Terminal result: a002'],
  ['error-quote-refused', 'Error: no token: StatusCode = 400, Response = {"error":"Failed to verify quote"}'],
  ['error-verdict', 'Error: App: Verification completed with Non-terminal result: a001'],
  ['error-report-data', 'unmatched nonce in evidence'],
  ['error-report-data', 'REPORTDATA does not match the hash of the key'],
  ['error-not-listed', 'image hash 00 is not in the allowed hashes list'],
  ['error-not-listed', 'MRTD 00 is not whitelisted'],
  ['tpm-refused', 'systemd-tpm2 open failed: Operation not permitted'],
  ['error-quote-library', 'Cannot open Quote Provider Library libflux.so.1'],
  ['error-quote-library', 'Failed to load libsgx_dcap_ql.so'],
  ['error-sgx', 'sgx_init_quote_ex() returned SGX_ERROR_SERVICE_TIMEOUT'],
  ['error-sgx-enclave', 'SGX_IOC_ENCLAVE_INIT failed error = 4'],
  ['error-python-module', "ModuleNotFoundError: No module named 'flux'"],
  ['error-node-module', "Error: Cannot find module 'flux'"],
  ['error-node-module', 'flux.node was compiled against a different Node.js version using'],
  ['error-python-mistake', "NameError: name 'flux' is not defined"],
  ['error-shell-variable', 'flux.sh: line 19: SHIMS: unbound variable'],
  ['error-form', 'Flux: Failed to deserialize Flux'],
  ['error-deprecated', "The flux command is deprecated (see 'evidence' command)"],
  ['error-no-such-path', 'the file "/opt/flux/a.yaml" does not exist'],
  ['error-http-missing', 'Request to "https://flux.example/nonce" failed: StatusCode = 404'],
  ['error-form', 'Missing or invalid field: flux at line 1 column 56'],
  ['error-nil', 'parsing flux "10.0.0.5": %!w(<nil>)'],
  ['error-collateral', 'The quote was refused due to an error in the quote collateral.'],
  [
    'cloud-security-type',
    "The VM size 'Flux_D2' is not supported for creation of VMs and Virtual Machine Scale Set with 'ConfidentialVM' security type",
  ],
  ['cloud-no-image', 'api error InvalidAMIID.NotFound: The image id flux does not exist'],
  ['cloud-credentials', 'DefaultAzureCredential: failed to acquire a token. Attempted credentials: flux'],
  [
    'cloud-image-type',
    'Security type of VM is not compatible with the security type of attached OS Disk flux',
  ],
  [
    'cloud-google-confidential',
    'googleapi: Error 400: Confidential nodes feature is not supported for instance type SEV on machine type flux.',
  ],
  [
    'cloud-rights',
    "The client flux does not have authorization to perform action 'Microsoft.Compute/flux/read' over scope",
  ],
  ['cloud-no-capacity', 'The requested VM size flux is not available in the current region'],
  [
    'cloud-parameter',
    "(InvalidParameter) Required parameter 'securityProfile.uefiSettings' is missing (null).",
  ],
  ['cloud-quota', 'googleapi: Error 403: QUOTA_EXCEEDED: flux'],
  ['error-platform', 'no matching manifest for linux/riscv64 in the manifest list entries'],
];

describe('what it says', () => {
  test.each(LINES)('%s: %s', (id, title, line) => {
    expect(saying(line)).toMatchObject({ cause: `says-${id}`, title: expect.stringMatching(title) });
  });

  test.each(GENERAL)('%s: %s', (cause, line) => {
    expect(plainError(line)).toMatchObject({ cause, certainty: 'likely' });
    expect(saying(line)).toBeUndefined();
  });

  test('is asked for every row, and each has advice', () => {
    const asked = new Set([...LINES.map(([id]) => `says-${id}`), ...GENERAL.map(([id]) => id)]);
    expect(SAYINGS.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
    expect(SAYINGS.filter(({ hint }) => !/^.{15,}\.$/.test(hint)).map(({ id }) => id)).toEqual([]);
    expect(new Set(SAYINGS.map(({ id }) => id)).size).toBe(SAYINGS.length);
  });
});

test('a program of the guest says it below the level of an error', () => {
  const line = 'dracut-initqueue[4]: Failed to start flux: Unit systemd-cryptsetup@flux.service not found.';
  expect(read(line).diagnosis).toMatchObject({ phase: 'initramfs', cause: 'says-no-cryptsetup' });
});

test('what a build misses is the host’s, and explains the end of make', () => {
  const { diagnosis } = read("make: *** No rule to make target 'flux.o', needed by 'all'.  Stop.");
  expect(diagnosis).toMatchObject({ phase: 'host', cause: 'says-no-rule', certainty: 'likely' });
});

test('a library that a program loads is no object of a linker', () => {
  const { diagnosis } = read(
    'Failed to open module: /usr/lib/flux.so: undefined symbol: flux_sense',
    'ioctl(KVM_CREATE_VM) failed: 12 Cannot allocate memory',
  );
  expect(diagnosis?.cause).toBe('qemu-kvm-create-memory');
});

test('a kernel may say the words of others in a sound boot', () => {
  expect(read('[    3.1] flux: Network is unreachable').diagnosis?.cause).not.toMatch(/^(?:says|error)-/);
});

test('a unit that a host lacks is the host’s', () => {
  const line = 'Failed to restart fluxd.service: Unit fluxd.service not found.';
  expect(read(line).diagnosis).toMatchObject({ phase: 'host', cause: 'says-no-unit', certainty: 'likely' });
});

test('the command and the host are named where the line does', () => {
  expect(plainError('sh: 1: flux: not found')?.title).toMatch(/^The command flux is not installed/);
  expect(plainError('dial tcp: lookup kbs.example: no such host')?.title).toMatch(/resolved: kbs\.example: /);
});

test.each([
  ['an exit code', 'flux ended with exit code: 101'],
  ['a port and a size', 'listening on port 4040, 4030 bytes'],
  ['a digest of a layer', 'layer digest sha256:401403 pulled'],
  ['a measurement that is only told', 'RTMR2: 00112233'],
  ['a TCB that is up to date', 'TCB status is UpToDate'],
])('%s is not taken for one', (_, line) => {
  expect(plainError(line)).toBeUndefined();
});

test.each([
  ['grpc-status-unavailable', 'rpc error: code = Unavailable desc = the flux is off'],
  ['grpc-status-unknown-call', 'rpc error: code = InvalidArgument desc = grpc.Flux service does not exist'],
  ['quote-verification-parameter', 'Quote verification failed: 57346'],
  ['mbedtls-alert', 'mbedtls_ssl_handshake returned -30592'],
  ['mbedtls-certificate', 'flux failed during mbedtls_ssl_handshake with error -9984'],
  ['mbedtls-network', 'mbedtls_net_connect returned -0x0044'],
  ['mbedtls-certificate', 'mbedtls_ssl_handshake returned -0x7a00'],
])('%s: a number has a meaning: %s', (cause, line) => {
  expect(plainError(line)).toMatchObject({ cause, certainty: 'likely' });
});

test.each([
  ['unit-exit', 'flux.service: Main process exited, code=exited, status=3/NOTIMPLEMENTED'],
  [
    'unit-exit-pccs',
    'Process: 1 ExecStart=/usr/bin/node /opt/intel/sgx-dcap-pccs/pccs_server.js (code=exited, status=1/FAILURE)',
  ],
])('%s names the unit, and why it ended stays open', (cause, line) => {
  expect(plainError(line)).toMatchObject({ cause, certainty: 'unknown' });
});
