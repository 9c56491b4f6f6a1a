/** Attestation that fails on the host: the VMM’s way to the QGS, the QGS, its PCCS, and the registration of the platform. */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';
import { attesting } from './anywhere.ts';
import { COLLATERAL, QPL, QUOTE_LIBRARY, SGX_HINT } from './dcap-codes.ts';

const VMM: readonly MachineStream[] = ['vmm'];

export const QUOTING: readonly Signature[] = attesting([
  {
    id: 'attest-qgs-code',
    phase: 'host',
    // target/i386/kvm/tdx-quote-generator.c (QEMU 10.1); QGS error codes of qgs_msg_lib.h.
    pattern: /QGS message error code (?<code>[0-9]+)/,
    title: 'The QGS refused to make a quote ($<code:quote>)',
    hint: 'The QGS has no PCK certificate or platform registration: read "journalctl -u qgsd" and the PCCS.',
    streams: VMM,
  },
  {
    id: 'attest-qgs-message',
    phase: 'host',
    pattern:
      /Invalid QGS message|QGS (?:message|quote) (?:size|selected ID)|End of file before reply received|Message len [0-9]+ must be non-zero/,
    title: 'QEMU and the QGS do not understand each other',
    hint: 'The QGS ended or speaks another version: use one of DCAP 1.20 or newer, and read "journalctl -u qgsd".',
    streams: VMM,
  },
  {
    id: 'attest-qgs-buffer',
    phase: 'userspace',
    severity: 'error',
    // target/i386/kvm/tdx.c tdx_handle_get_quote, tdx_get_quote_completion (QEMU 11)
    pattern: /TDX: (?:get-quote: )?failed to (?:read|update|write) (?:GetQuote header|quote data)/,
    title: 'QEMU cannot use the memory that the guest gave for its quote',
    hint: 'The buffer of GetQuote must be shared memory: the guest’s kernel or firmware gave private memory, or none. Linux 6.7 and newer do it right.',
    streams: VMM,
  },
  {
    id: 'attest-qgs-connect',
    phase: 'host',
    // target/i386/kvm/tdx-quote-generator.c tdx_quote_generator_connected (QEMU 10.1); 4050 is the port of qgsd
    pattern: /Failed to connect to '(?<path>[^']*qgs[^']*|[0-9]+:4050)': (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'QEMU does not reach the QGS at $<path>: $<errno>',
    hint: 'The guest gets no quote. Start qgsd on the host, let it listen there (unix socket, or port= in /etc/qgs.conf with vsock), and let the user of QEMU use the socket.',
    streams: VMM,
  },
  {
    id: 'attest-qgs-lost-interrupt',
    phase: 'host',
    severity: 'warning',
    // target/i386/kvm/tdx.c tdx_inject_interrupt (QEMU 10.1)
    pattern: /TDX: injection interrupt (?<vector>[0-9]+) failed, interrupt lost/,
    title: 'The guest was not told that its quote is ready (interrupt $<vector> was lost)',
    hint: 'Guests that poll, as Linux does, get the quote all the same; others wait for it. QEMU and host kernel do not fit each other.',
    streams: VMM,
  },
  {
    id: 'attest-qgs-request',
    phase: 'host',
    // DCAP QuoteGeneration/quote_wrapper/qgs/qgs_server.cpp: the size of a request, in the other byte order
    pattern: /body should be \[(?:-[0-9]+|[0-9]{7,})\] bytes/,
    title: 'The QGS got a request that it cannot read',
    hint: 'The guest’s or VMM’s library and the QGS are of different DCAP releases (the size has another byte order): update libtdx-attest and qgsd to one release (canonical/tdx#220).',
  },
  {
    id: 'attest-qpl',
    phase: 'host',
    // QuoteGeneration/qcnl/{qcnl_config,linux/network_wrapper}.cpp, qpl/sgx_default_quote_provider.cpp (DCAP 1.24, f0ed77ed)
    pattern:
      /\[Q(?:PL|CNL)\] (?:QCNL is configured with an )?(?<code2>No certificate data|unsupported API version|Load JSON config error|Wrong tcb_update_type)|(?:Failed to get [A-Za-z_ ]+(?:\. Error code is| :) (?<code>0xb[0-9a-fA-F]{3})|Encountered CURL error: \((?<curl>[0-9]+)\))/,
    title: 'The QGS got no PCK certificate (error $<code>)',
    hint: 'Register the platform, start the PCCS, and check /etc/sgx_default_qcnl.conf (pccs_url, use_secure_cert).',
    causes: QPL,
  },
  {
    id: 'attest-sgx-enclave',
    phase: 'host',
    // quote_wrapper/tdx_quote/td_ql_logic.cpp load_qe, tools/PCKRetrievalTool/App/utility.cpp load_enclave (DCAP 1.24); sgx_error.h
    pattern:
      /sgx_create_enclave\b.*SGXError: ?(?<code>[0-9a-f]{4})\b|Failed to load QE3: 0x(?<code3>[0-9a-f]{4})\b|ERROR: didn't find the (?<code2>sgx_urts)\.so/,
    title: 'An enclave that quotes need could not be loaded ($<code:sgx>)',
    hint: 'Quotes need SGX on the host: enable it in the BIOS set-up, look for /dev/sgx_enclave and /dev/sgx_provision, and install the SGX packages of the distribution (libsgx-ae-*, libsgx-urts).',
    causes: [
      {
        id: 'library',
        when: { code: 'sgx_urts' },
        title: 'The library of SGX that quotes need is not installed (libsgx_urts)',
        hint: 'Install libsgx-urts of Intel’s or the distribution’s SGX packages.',
      },
      {
        id: 'device',
        // SGX_ERROR_NO_DEVICE, OUT_OF_EPC, DEVICE_BUSY, INVALID_VERSION
        when: { code: ['2006', '2005', '200c', '200d'] },
        title: 'An enclave that quotes need could not be loaded: SGX of the host does not work ($<code:sgx>)',
        hint: SGX_HINT,
      },
      {
        id: 'file',
        // SGX_ERROR_ENCLAVE_FILE_ACCESS
        when: { code: '200f' },
        title: 'The file of an enclave that quotes need cannot be opened ($<code:sgx>)',
        hint: 'Program and enclaves (libsgx-ae-*, libsgx_*.signed.so.1 beside the program) must be of one release; sgx-pck-id-retrieval-tool 1.16 looks for names without its version: link them, or take a later release.',
      },
      {
        id: 'service',
        // SGX_ERROR_SERVICE_UNAVAILABLE, SERVICE_TIMEOUT, BUSY, and INVALID_ATTRIBUTE of a CPU without flexible launch control
        when: { code: ['4001', '4002', '400a', '3002'] },
        title: 'An enclave that quotes need was not launched: AESM does not serve it ($<code:sgx>)',
        hint: 'Start aesmd and read its journal. DCAP needs a CPU with flexible launch control and the SGX driver of the kernel (/dev/sgx_enclave): the older driver (/dev/isgx) cannot launch its enclaves.',
      },
      {
        id: 'denied',
        // SGX_ERROR_SERVICE_INVALID_PRIVILEGE
        when: { code: '4004' },
        title: 'An enclave that quotes need may not use the provisioning key ($<code:sgx>)',
        hint: 'The user (qgsd, or the one who runs the tool) must be in group sgx_prv, which owns /dev/sgx_provision.',
      },
    ],
  },
  {
    id: 'attest-sgx-device',
    phase: 'host',
    // linux-sgx 2.25 psw/urts/linux/edmm_utility.cpp get_driver_type(), and CKR_DEVICE_ERROR of PKCS#11 libraries in an enclave
    // follows; Gramine 1.8 pal/src/host/linux-sgx/host_main.c
    pattern: /Failed to open Intel SGX device|Cannot open device \/dev\/(?:i?sgx)/,
    title: 'The program may not open the SGX device of this machine, or there is none',
    hint: 'Look for /dev/sgx_enclave and /dev/sgx_provision and their groups (sgx, sgx_prv). A container needs both devices (resources sgx.intel.com/enclave and provision of the device plugin) and a user of these groups; the BIOS set-up has to enable SGX.',
  },
  {
    id: 'attest-collateral',
    // DCAP QuoteVerification; trustee 78962cd deps/verifier/src/intel_dcap/mod.rs; "Get QvE Identity" from confidential-computing.tee.dcap#114
    pattern:
      /SGX_QL_(?<code2>[A-Z_]+)|(?:tee_verify_quote|sgx_qv_verify_quote|tee_qv_get_collateral|Get QvE Identity and Root CA CRL from PCCS)\b.*(?:0x(?:11|e)0(?<code>[0-9a-f]{2})\b|SGX_QL_(?<code3>[A-Z_]+)|(?<code4>57[345][0-9][0-9])\b|failed|0x[0-9a-f]+)/,
    // States of a platform that a policy may well admit.
    unless:
      /SGX_QL_(?:SUCCESS|QV_RESULT_(?:OK|SW_HARDENING_NEEDED|CONFIG_NEEDED|CONFIG_AND_SW_HARDENING_NEEDED))\b|Non-terminal result/,
    title: 'DCAP could not verify or get what the quote needs',
    hint: 'NO_PLATFORM_CERT_DATA and NETWORK_ERROR mean the PCCS: check its address and that the platform is registered. QV_RESULT_OUT_OF_DATE means a TCB that needs an update.',
    causes: COLLATERAL,
  },
  {
    id: 'attest-qgs',
    phase: 'host',
    // quote_wrapper/qgs/{qgs_ql_logic,qgs_server,server_main}.cpp, tdx_quote/td_ql_logic.cpp (DCAP 1.24, f0ed77ed)
    pattern:
      /(?:tee_att_[a-z_]+ (?:return|failed)|returned from the [a-z_]+ API\. |Error in sgx_qe_[a-z_]+\. )(?:.*0x(?:11|e)0(?<code>[0-9a-f]{2})\b)?|\[QPL\] .*(?:[Ee]rror|[Ff]ail|[Ii]nvalid)|\[QCNL\] .*(?:[Ee]rror|[Ff]ail|[Ii]nvalid)|qgs_msg_(?:inflate|gen)[a-z_]* (?:return error|function failed)|qgsd(?:\[[0-9]+\])?: .*(?:[Ee]rror|[Ff]ailed|[Cc]annot|denied|Couldn't|bad request|Not a legimit|timeout)|Wrong config format in \/etc\/qgs\.conf|(?:AESM service|aesm_service) returned error:? (?<aesm>[0-9]+)/,
    unless: /return [Ss]uccess|tee_att_get_qpl_handle|logging callback|Failed to write all buffer/,
    title: 'The QGS on the host cannot make quotes',
    hint: 'Most often the QGS gets no PCK certificate: register the platform, start the PCCS, and check /etc/sgx_default_qcnl.conf (URL, use_secure_cert).',
    // The QPL says before or after it what it did not get.
    symptom: true,
    causes: [
      ...QUOTE_LIBRARY.map((cause) => ({ symptom: false, ...cause })),
      {
        // What Gramine prints of aesm_error_t (linux-sgx common/inc/internal/aesm_error.h): 30 is SERVICE_UNAVAILABLE.
        id: 'aesm',
        when: { aesm: { from: 1 } },
        title: 'The AESM of this host makes no quote (its error $<aesm>)',
        hint: '"journalctl -u aesmd" names what it misses: most often the quote provider library (libsgx-dcap-default-qpl), a PCCS, the registration of the platform, or the group sgx_prv.',
        symptom: false,
      },
    ],
  },
  {
    id: 'attest-registration',
    phase: 'host',
    // tools/SGXPlatformRegistration/src/agent/src/{RegistrationService,PerformBase}.cpp, network/src, uefi/src, include/MultiPackageDefs.h (DCAP 1.24)
    pattern:
      /Registration Flow - (?:(?<what>BIOS\/MCHECK)|.*(?:error code is|failed, error:) (?<code>[0-9]+))|RS reports (?:a '(?<status>[0-9]{3})|an unknown)|(?:MPA won't perform platform registration because "|INFO: SGX MP Server configuration flag indicates that |INFO: Platform registration request \(PLATFORM_MANIFEST\) )(?<what2>SGX Auto MP Registration|Registration Server won't save|won't be send)|uefi variable ?\S*SgxRegistration.*(?<state>No such file|Read-only file system)|uefi variable .*SgxRegistration|Sgx\w+ UEFI (?:(?<state2>variable was not found)|size is invalid)|(?<what3>Platform doesn't support (?:SGX MP|registration))|Found response Error-Code: (?<refusal>\w+)|(?<state3>no RequestVariable available)|(?:UEFI variables? (?:is|are)|maybe it is) in (?<state4>read-only)|Last reported registration error code: (?<code2>[1-9][0-9]*)|Subscription key is invalid, please follow|\] ERROR: (?<what4>too long (?:proxy url|subscription key|uefi path) in config file|mp_reg config file error|Invalid (?:config pattern|proxy type)|duplicated item for config id)|(?:Detailed|Readable) curl error: (?<curl>[A-Z].*[a-z])/,
    title: 'The registration of this platform with Intel failed',
    hint: 'The lines of /var/log/mpa_registration.log around this one say more; mpa_manage -get_registration_status asks again.',
    causes: [
      {
        id: 'bios',
        when: { what: 'BIOS/MCHECK' },
        title: 'The BIOS could not set up SGX for the registration of this platform (MCHECK)',
        hint: 'Update the BIOS, keep memory and CPUs of all sockets alike, and do an SGX factory reset in the BIOS set-up.',
      },
      {
        id: 'off',
        // Releases before 1.21 log it as information.
        when: {
          what: ['SGX Auto MP Registration', "Registration Server won't save", "won't be send"],
        },
        title: 'The platform is not registered: SGX Auto MP Registration is off in the BIOS',
        hint: 'Switch it on in the BIOS set-up, or register with PCKIDRetrievalTool and a PCCS.',
      },
      {
        id: 'config',
        // tools/SGXPlatformRegistration/src/agent/src/AgentConfiguration.cpp
        when: {
          what: [
            'too long proxy url in config file',
            'too long subscription key in config file',
            'too long uefi path in config file',
            'mp_reg config file error',
            'Invalid config pattern',
            'Invalid proxy type',
            'duplicated item for config id',
          ],
        },
        title: 'The registration agent cannot use a line of its configuration: $<what>',
        hint: 'See /etc/mpa_registration.conf: each line is "name = value" with blanks around the sign, and a subscription key has 32 characters.',
      },
      {
        id: 'unsupported',
        when: { what: ["Platform doesn't support SGX MP", "Platform doesn't support registration"] },
        title: 'This platform has no registration of its own with Intel (SGX MP Registration)',
        hint: 'It has one socket, or SGX is off in the BIOS set-up: enable SGX and Auto MP Registration, or use PCKIDRetrievalTool with a PCCS.',
      },
      {
        id: 'no-variables',
        when: { state: ['No such file', 'variable was not found'] },
        title: 'The firmware has no UEFI variables of SGX, so this platform cannot be registered from here',
        hint: 'The host is a VM or was booted without UEFI, or SGX is off in the BIOS set-up. A VM cannot register: its host must (VMware: the hypervisor’s own tool). On bare metal enable SGX and do an SGX factory reset.',
      },
      {
        id: 'no-request',
        when: { state: 'no RequestVariable available' },
        title: 'The firmware offers no registration request, although the platform is not registered',
        hint: 'Do an SGX factory reset in the BIOS set-up (with SGX Auto MP Registration on) and boot again: the BIOS makes a new platform manifest then.',
      },
      {
        id: 'answer',
        // tools/SGXPlatformRegistration/network/src/MPNetwork.cpp errorMap: the codes of the server
        when: {
          refusal: [
            'InvalidOrRevokedPackage',
            'PackageNotFound',
            'IncompatiblePackage',
            'InvalidRegistrationServer',
            'InvalidPlatformManifest',
            'InvalidRequestSyntax',
            'PlatformNotFound',
            'InvalidAddRequest',
          ],
        },
        title: 'Intel’s service refused to register this platform: $<refusal>',
        hint: 'The platform manifest does not fit what Intel knows, is of another service (pre-production: sbx), or of CPUs that were exchanged: do an SGX factory reset in the BIOS set-up, and update the BIOS.',
      },
      {
        id: 'read-only',
        when: { state: ['read-only', 'Read-only file system'] },
        title: 'The registration agent may not write the UEFI variables of SGX: they are read-only',
        hint: 'Allow it in the BIOS set-up (SGX, registration, often "SGX BIOS info write"), or do an SGX factory reset there; run the tool as root.',
      },
      {
        id: 'network',
        // MPA_AG_NETWORK_ERROR, MPA_AG_INTERNAL_SERVER_ERROR, MPA_AG_SERVER_TIMEOUT
        when: { code: ['130', '132', '133'] },
        title: 'The registration agent did not reach Intel’s service (error $<code>)',
        hint: 'Set the proxy in /etc/mpa_registration.conf and restart mpa_registration_tool.',
      },
      {
        id: 'curl',
        when: {
          curl: [
            "Couldn't resolve host name",
            "Couldn't resolve proxy name",
            "Couldn't connect to server",
            'Timeout was reached',
          ],
        },
        title: 'The registration agent did not reach Intel’s service: $<curl>',
        hint: 'Set the proxy in /etc/mpa_registration.conf and restart mpa_registration_tool.',
      },
      {
        id: 'refused',
        // MPA_RS_*: the registration server has rejected the platform manifest
        when: { code: { from: 160, to: 168 } },
        title: 'Intel’s service refused to register this platform (error $<code>)',
        hint: 'The platform manifest does not fit what Intel knows (0xA2: a revoked CPU, 0xA3: an unknown one, 0xA4: CPUs that do not fit each other): do an SGX factory reset in the BIOS set-up, and update the BIOS.',
      },
      {
        id: 'rejected',
        when: { status: ['400', '401', '415'] },
        title: 'Intel’s service refused to register this platform (HTTP $<status>)',
        hint: 'The platform manifest does not fit what Intel knows, or the subscription key is wrong: do an SGX factory reset in the BIOS set-up, and update the BIOS.',
      },
      {
        id: 'busy',
        when: { status: ['500', '503'] },
        title: 'Intel’s registration service does not work now (HTTP $<status>)',
        hint: 'Try again later: restart mpa_registration_tool.',
      },
    ],
  },
  {
    id: 'attest-pck-tool',
    phase: 'host',
    // tools/PCKRetrievalTool/App/{App,utility}.cpp (DCAP 1.24)
    pattern:
      /(?<what3>unexpected error (?:occurred while|happend during) sending) data to cache server|Error: (?:network error, please check the network setting or whether the (?<what>cache server) is down|the input (?<what2>password) is not correct)|Error: (?:the data couldn't be sent to cache server|Can NOT retrieve the platform manifest|Couldn't get the platform manifest)|Failed to (?:get (?:PCE info|QE_ID|pce target info)|call into (?:PCE enclave|the ID_ENCLAVE)|generate PCE encryption key)\b/,
    title: 'PCKIDRetrievalTool could not collect or send the data of this platform',
    hint: 'Run it as root with SGX enabled in the BIOS; on a multi-socket host install libsgx-ra-uefi, and do an SGX factory reset when the manifest is gone.',
    causes: [
      {
        id: 'send',
        when: {
          what: ['unexpected error occurred while sending', 'unexpected error happend during sending'],
        },
        title: 'The PCCS did not take what PCKIDRetrievalTool has sent',
        hint: 'The log of the PCCS says why: most often Intel’s service does not know the platform (404), or refuses the API key of the PCCS (401).',
        // The PCCS's own log says why.
        symptom: true,
      },
      {
        id: 'network',
        when: { what: 'cache server' },
        title: 'PCKIDRetrievalTool does not reach the PCCS',
        hint: 'Start the PCCS, and check -url and -use_secure_cert (or network_setting.conf).',
      },
      {
        id: 'token',
        when: { what: 'password' },
        title: 'The PCCS refuses the user token of PCKIDRetrievalTool',
        hint: 'Give -user_token the password whose SHA-512 is UserTokenHash in the configuration of the PCCS.',
      },
    ],
  },
]);
