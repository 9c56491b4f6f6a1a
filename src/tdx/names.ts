/** The names of the measurement registers, and of the orders in which a VMM measures. */

/** In the order of their MrIndex (UEFI specification 2.10, 38.4.1). MRTD is fixed before the TD runs; the four RTMRs are extended while it boots. */
export const REGISTERS = ['mrtd', 'rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'] as const;
export type Register = (typeof REGISTERS)[number];
export type Rtmr = Exclude<Register, 'mrtd'>;
export const RTMRS = ['rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'] as const satisfies readonly Rtmr[];

/** Whether each page is measured as it is added, or all pages of a section are added first and measured afterwards. */
export const ORDERS = ['interleaved', 'two-pass'] as const;
export type Order = (typeof ORDERS)[number];

/** QEMU hands on the kernel with its changes to the setup header; newer stacks keep the original for measuring. */
export const KERNEL_HEADERS = ['patched', 'original'] as const;
export type KernelHeader = (typeof KERNEL_HEADERS)[number];
