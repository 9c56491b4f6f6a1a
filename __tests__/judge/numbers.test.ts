/** A number of a named table is explained wherever a program complains with it. */

import { describe, expect, test } from '@jest/globals';
import { NUMBERS } from '../../src/judge/catalog/numbers.ts';
import { everyCauseOf } from '../../src/judge/family.ts';
import { LogReader } from '../../src/judge/log.ts';
import { numberNamed } from '../../src/judge/numbers/tables.ts';

function diagnosisOf(line: string): { cause: string; phase: string; title: string } | undefined {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${line}\n`));
  return reader.end().diagnosis;
}

describe('what a table calls a number', () => {
  test.each([
    // Intel TDX Module ABI 1.5: status codes, function numbers, operand identifiers
    ['tdx', '0xc000050500000000', 'TDX_SYS_NOT_READY'],
    ['tdx', '0xC000010000000041', 'TDX_OPERAND_INVALID, operand XFAM'],
    ['tdx', '0x8000020000000092', 'TDX_OPERAND_BUSY, operand SEPT_TREE'],
    ['tdx', '0xc000092100000122', 'TDX_INCORRECT_MSR_VALUE, MSR 0x122'],
    ['tdx', '0x4000000100000002', 'TDX_NON_RECOVERABLE_VCPU, detail 0x2'],
    ['tdx', '0x8000ff00ffff0000', 'TDX_SEAMCALL_VMFAILINVALID'],
    ['tdx', '0x8000000000020001', 'PSEAMLDR_EBADHASH'],
    ['tdx', '0xc00012ff00000000', '0xc00012ff00000000'],
    ['leaf', '0x0000000000000021', 'TDH.SYS.INIT'],
    ['leaf', '33', 'TDH.SYS.INIT'],
    ['leaf', '0x10016', 'TDH.VP.INIT'],
    ['leaf', '0x8000000000000001', 'SEAMLDR.INSTALL'],
    ['leaf', 'TDH_MNG_CREATE', 'TDH_MNG_CREATE'],
    // Intel DCAP 1.24
    ['quote', '11', 'SGX_QL_NO_PLATFORM_CERT_DATA'],
    ['quote', '0xe019', 'SGX_QL_NETWORK_ERROR'],
    ['quote', '0xa005', 'SGX_QL_QV_RESULT_REVOKED'],
    ['quote', '69633', 'TEE_ATT_ERROR_UNEXPECTED'],
    ['quote', '73729', 'QGS_MSG_ERROR_UNEXPECTED'],
    ['quote', '0xb00f', 'SGX_QCNL_ERROR_STATUS_NO_CACHE_DATA'],
    ['quote', 'NETWORK_ERROR', 'SGX_QL_NETWORK_ERROR'],
    ['attest', '8', 'TDX_ATTEST_ERROR_QUOTE_FAILURE'],
    ['attest', 'BUSY', 'TDX_ATTEST_ERROR_BUSY'],
    // TPM 2.0 Library part 2, section 6.6; tss2_common.h of tpm2-tss 4.2
    ['tpm', '14a', 'TPM_RC_NV_UNINITIALIZED'],
    ['tpm', '18b', 'TPM_RC_HANDLE, handle 1'],
    ['tpm', '99d', 'TPM_RC_POLICY_FAIL, session 1'],
    ['tpm', '2c4', 'TPM_RC_VALUE, parameter 2'],
    ['tpm', '921', 'TPM_RC_LOCKOUT'],
    ['tpm', 'a000a', 'TCTI_RC_IO_ERROR'],
    ['tpmdecimal', '2466', 'TPM_RC_BAD_AUTH, session 1'],
    ['tpm', '7ffff', '7ffff'],
    // Linux 6.16 include/uapi/linux/psp-sev.h
    ['psp', '0x16', 'SEV_RET_INVALID_PARAM'],
    ['psp', '0x8004', '0x8004'],
    ['signal', '137', 'SIGKILL'],
    ['signal', '11', 'SIGSEGV'],
    // edk2 MdePkg/Include/Base.h, and how edk2 prints them
    ['efi', '0x800000000000000E', 'EFI_NOT_FOUND'],
    ['efi', '1a', 'EFI_SECURITY_VIOLATION'],
    ['efi', 'Not Found', 'EFI_NOT_FOUND'],
    ['efi', '0x80000000000000ff', '0x80000000000000ff'],
    // Linux 6.18 uapi kvm.h and vmx.h, Intel SDM
    ['kvm', '39', 'KVM_EXIT_MEMORY_FAULT'],
    ['kvm', 'SHUTDOWN', 'KVM_EXIT_SHUTDOWN'],
    ['kvm', '99', '99'],
    ['vmx', '48', 'EPT violation'],
    ['vmx', '0x4d', 'TDCALL'],
    ['vmx16', '31', 'EPT misconfiguration'],
    ['vmx16', '80000021', 'invalid guest state'],
    ['entry', '0x80000021', 'invalid guest state'],
    ['entry', '0x7', 'invalid control fields'],
    ['entry', '0x30', '0x30'],
    // GHCI for Intel TDX
    ['vmcall', '0x8000000000000000', 'TDVMCALL_STATUS_INVALID_OPERAND'],
    ['vmcall', '0x8000000000000002', 'TDVMCALL_STATUS_ALIGN_ERROR'],
    ['vmcall', '0x1', 'TDVMCALL_STATUS_RETRY'],
    ['signal', '143', 'SIGTERM'],
    ['curl', '60', 'CURLE_PEER_FAILED_VERIFICATION'],
    ['grpc', '14', 'UNAVAILABLE'],
    ['unheard', '1', '1'],
  ])('%s %s: %s', (table, digits, name) => {
    expect(numberNamed(table, digits)).toBe(name);
  });
});

describe('a complaint of any program', () => {
  test.each([
    ['Error: TDH.MNG.INIT returned 0xc000010000000041', 'tdx-status-operand', 'host'],
    ['error: quote verification failed with 0xe027', 'quote-verification-outdated', 'userspace'],
    ['tee_verify_quote failed: SGX_QL_TCB_OUT_OF_DATE', 'attest-collateral-outdated', 'userspace'],
    ['error: sgx_qe_get_quote_size failed: 0xe011', 'quote-error-unregistered', 'host'],
    ['qgsd.service: Main process exited, code=exited, status=203/EXEC', 'unit-status-exec', 'host'],
    ['qgsd.service: Main process exited, code=exited, status=217/USER', 'unit-status-user', 'host'],
    ['pccs.service: Main process exited, code=exited, status=226/NAMESPACE', 'unit-status', 'host'],
    ['pccs.service: Main process exited, code=exited, status=206/OOM_ADJUST', 'unit-status', 'host'],
    ['ERROR:esys:src/Esys_Flux.c:7:Esys_Flux() ErrorCode (0x0000014a)', 'tpm-code-nv-unwritten', 'userspace'],
    ['Error: cannot unseal with the TPM: tpm:session(1): 0x99d', 'tpm-code-policy', 'userspace'],
    ['ERROR: Esys_Flux(0x99D) - tpm:session(1):a policy check failed', 'tpm-code-policy', 'userspace'],
    [
      'Error: the TPM could not flux: tpm:parameter(1):integrity check failed',
      'tpm-words-integrity',
      'userspace',
    ],
    [
      'Error: the TPM could not flux: error(2.0): NV offset+size is out of range',
      'tpm-words-nv-access',
      'userspace',
    ],
    [
      'Error: flux of an ESYS handle: the handle is not correct for the use (associated with handle number 1)',
      'tpm-words-no-object',
      'userspace',
    ],
    ['Error: the vTPM could not be read: TPM error, code=395', 'tpm-number-no-object', 'userspace'],
    ['Error: TPM2 failed, rc=2466', 'tpm-number-authorisation', 'userspace'],
    ['error: the container ended with exit code 137', 'exit-signal-killed', 'host'],
    ['mpa.service: Main process exited, code=dumped, status=11/SEGV', 'exit-signal', 'host'],
    ['Process exited with exit code 143', 'exit-signal-ended', 'host'],
    ['Error: image load failed, Status = 0x800000000000000E', 'efi-status-missing', 'firmware'],
    ['Error: loading the kernel failed: EFI_OUT_OF_RESOURCES', 'efi-status-memory', 'firmware'],
    ['Import MokListRT failed: Access Denied', 'efi-status', 'bootloader'],
    ['Error starting \\EFI\\linux.efi: Security Violation', 'efi-status-untrusted', 'bootloader'],
    ['StartImage failed: 8000000000000003', 'efi-status', 'firmware'],
    ['TDVMCALL failed: 0x8000000000000000', 'tdvmcall-status', 'firmware'],
    ['[    1.0] tdx: MapGPA failed, 0x8000000000000001', 'tdvmcall-status-in-use', 'kernel'],
    ['[    1.0] tdx: TDG.MEM.PAGE.ACCEPT failed: 0xc000030000000000', 'tdx-status-page', 'kernel'],
    ['error: GetQuote failed, status 0x8000000000000001', 'attest-get-quote-no-service', 'userspace'],
    ['error: kvm: unhandled exit 39', 'kvm-exit-memory', 'vmm'],
    ['vcpu0: unhandled exit reason 8', 'kvm-exit-shutdown', 'vmm'],
    ['Unexpected VM exit: KVM_EXIT_INTERNAL_ERROR', 'kvm-exit', 'vmm'],
    ['[  100.1] kvm_intel: Unknown exit reason 77', 'vmx-exit', 'host'],
    [
      'curl: (7) Failed to connect to localhost port 8081: Connection refused',
      'curl-error-connection',
      'host',
    ],
    ['curl: (60) SSL certificate problem: self-signed certificate', 'curl-error-certificate', 'host'],
    ['curl: (22) The requested URL returned error: 404', 'curl-error', 'host'],
    ['ERROR: PCCS returned HTTP status 461', 'pccs-status-unregistered', 'host'],
    ['error: request to PCCS failed: status code 401', 'pccs-status-denied', 'host'],
    ['Azure attestation failed: HTTP 400 PolicyEvaluationError', 'azure-attestation-policy', 'userspace'],
    ['MAA refused: {"error":{"code":"InvalidParameter"}}', 'azure-attestation-quote', 'userspace'],
    ['Error: gRPC call failed with status code 16', 'grpc-status-denied', 'host'],
  ])('%s', (line, cause, phase) => {
    expect(diagnosisOf(line)).toMatchObject({ cause, phase });
  });

  test.each([
    ['a status of the P-SEAMLDR', 'Error: seamldr status 0x8000000000000003'],
    ['a large number', 'error: value 0x8000000000000003 is out of range'],
    ['a container image', 'error: pulling the image failed: Not Found'],
    ['a status of HTTP', 'error: answer with status: Not Found'],
    ['a count of attempts', 'error: curl failed with an error, 5 attempts left'],
    ['a time', 'error: PCCS gave an error after 404 ms'],
    ['a pipe that nobody reads', 'error: the script ended with exit code 141'],
    ['a version of curl', 'error: no proxy in curl 8.5.0'],
    ['an exit status of a vCPU’s program', 'error: vcpu thread: exit code 8'],
    ['an address', 'error: address 0xc000010000 not mapped'],
    ['a small number', 'error: request of 0xe011 bytes refused'],
    ['a status of success or of a program', 'error: it ended with exit code 2'],
  ])('%s is not taken for one', (_, line) => {
    expect(diagnosisOf(line)?.cause).not.toMatch(
      /^(?:tdx-status|quote-|unit-status|exit-signal|efi-|kvm-|vmx-|curl-|tdvmcall-|pccs-)/,
    );
  });
});

test('the rows of numbers have unique causes, and advice', () => {
  const causes = NUMBERS.flatMap(everyCauseOf);
  expect(new Set(causes.map(({ id }) => id)).size).toBe(causes.length);
  expect(causes.filter(({ hint }) => !/^.{15,}\.$/.test(hint)).map(({ id }) => id)).toEqual([]);
});
