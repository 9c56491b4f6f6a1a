/** Lines of the TD monitor, and what the catalog must make of them. */

import type { Golden } from './golden.ts';

const RUN = "a run: Debian 12's OVMF.fd and kernels 6.1 and 6.12 under the TD monitor, QEMU 7.2";
const FORMAT = 'td-monitor/README.md, "The log"';

const golden = (id: string, line: string, title: string, source: string): Golden => ({
  id,
  line: `td-monitor: ${line}`,
  title,
  source,
  stream: 'td-module',
});

export const TD_MONITOR: readonly Golden[] = [
  golden(
    'td-rbp-exposed',
    'rbp-exposed mask=0xffec vcpu=0 rip=0xfffd2b14',
    'the guest exposed RBP in a TDVMCALL (mask 0xffec, at 0xfffd2b14), which hosts of Linux 6.16 and later forbid',
    RUN,
  ),
  golden(
    'td-violation-unaccepted',
    'violation kind=private-unaccepted access=read gpa=0x10000000 vcpu=0 rip=0xffff1234',
    'the guest touched a private page before it accepted the page: read of 0x10000000 at 0xffff1234',
    FORMAT,
  ),
  golden(
    'td-violation-ap-reset',
    'violation kind=private-to-shared access=write gpa=0x1e7aa550 vcpu=1 rip=0x1e81f09e',
    'vCPU 1 touched a shared page as private, in code below 4 GiB as that of firmware is: write of 0x1e7aa550 at 0x1e81f09e',
    'a run: OVMF.inteltdx.ms.fd 2026.08 without its variables and Linux 6.12.118, 2 vCPUs, at power-off',
  ),
  golden(
    'td-violation-shared',
    'violation kind=private-to-shared access=write gpa=0x10001000 vcpu=1 rip=0xffff1234',
    'the guest touched a shared page as private: write of 0x10001000 at 0xffff1234',
    FORMAT,
  ),
  golden(
    'td-violation-outside',
    'violation kind=private-outside access=read gpa=0xfee00020 vcpu=0 rip=0xffffffff81062f4a',
    'the guest touched private memory that it does not have: read of 0xfee00020 at 0xffffffff81062f4a',
    FORMAT,
  ),
  golden(
    'td-violation-interrupt',
    'violation kind=init access=interrupt gpa=0x0 vcpu=1 rip=0x0',
    'the guest had a device send "init" to vCPU 1, which ends an emulated Trust Domain',
    "a run: the conformance guest's init-by-message, QEMU 7.2",
  ),
  golden(
    'td-violation-page-table',
    'violation kind=page-table-in-device access=page-walk gpa=0x8000fec00000 vcpu=0 rip=0xffff1234',
    'a page table of the guest lies where no memory is, at the shared address 0x8000fec00000: seen at 0xffff1234',
    FORMAT,
  ),
  golden(
    'td-fatal-error',
    'fatal-error code=0x0 gpa=0x0 vcpu=0 text="payload: no entry point"',
    'the guest reported a fatal error to the host (code 0x0): "payload: no entry point"',
    FORMAT,
  ),
  golden(
    'td-unfetched-ve',
    've-unfetched vcpu=0 reason=28 qualification=0x104 gpa=0x0',
    'the guest did not handle a #VE: control register (exit reason 28)',
    RUN,
  ),
  golden(
    'td-triple-fault',
    'end reason=triple-fault exit-code=11',
    'the guest ended with a triple fault',
    RUN,
  ),
  golden(
    'td-nested-ve',
    've-nested vcpu=0 first=30 second=10 rip=0xffff1234',
    'a #VE (CPUID) came at 0xffff1234 before the guest had fetched the last #VE (port I/O), so it got #DF',
    FORMAT,
  ),
  golden(
    'td-dma-to-private',
    'dma-to-private gpa=0x100b000 value=0x554d4551',
    'a device wrote to private memory of the guest at 0x100b000, and the guest does not see it',
    RUN,
  ),
  golden(
    'td-tdcall-failed',
    'tdcall-failed leaf=0 name=VP.VMCALL status=0xc000010000000001 status-name=TDX_OPERAND_INVALID rax=0x0 rcx=0xffec rdx=0x0 r8=0x0 r10=0x0 r11=0x1e r12=0x4 r13=0x0 r14=0xcf8 r15=0x0 vcpu=0 rip=0xfffd2b14',
    'TDCALL VP.VMCALL failed: TDX_OPERAND_INVALID (0xc000010000000001)',
    RUN,
  ),
  golden(
    'td-monitor-processor',
    'setup-failed text="the processor has no SVM: give QEMU -cpu max"',
    'QEMU cannot run an emulated Trust Domain here: the processor has no SVM',
    'a run: QEMU 7.2.22 with -cpu max,svm=off',
  ),
  golden(
    'td-monitor-late',
    'setup-failed text="not all processors started" started=0x3',
    'not all vCPUs started in time: the host was too busy',
    'td-monitor/main.c, first_processor',
  ),
  golden(
    'td-monitor-setup',
    'setup-failed text="the firmware has no TDX metadata" number=0x0',
    'the TD monitor did not start the Trust Domain: the firmware has no TDX metadata',
    FORMAT,
  ),
  golden(
    'td-monitor-fault',
    'monitor-fault text="exception" value=0xd',
    'the TD monitor had a fault: exception',
    FORMAT,
  ),
];
