/** Keys of `guest` that say what machine it runs on: processor, memory, network, and what the firmware tells of it. */

import * as z from 'zod';
import { path } from './values.ts';

const count = z.int('is not a whole number').min(1, 'is less than 1').max(4096, 'is more than 4096');

const NOT_MODEL = 'is not a CPU model such as host or SapphireRapids';
const model = z
  .string(NOT_MODEL)
  .regex(/^[A-Za-z][\w.-]*$/, NOT_MODEL)
  .describe('As QEMU calls it. Default: host with KVM, else max');
const NOT_FLAG = 'is not a CPU flag such as +avx2, -pmu or phys-bits=46';
export const cpu = z.union([
  model,
  z.strictObject({
    model: model.optional(),
    flags: z
      .array(z.string(NOT_FLAG).regex(/^([+-][\w.]+[\w.-]*|[\w.][\w.-]*=[\w.-]+)$/, NOT_FLAG))
      .optional()
      .describe('Features in the words of QEMU, on top of the model: +avx2, -pmu, phys-bits=46'),
  }),
]);

export const topology = z.strictObject({
  sockets: count.optional().describe('Default: 1'),
  dies: count.optional().describe('Of a socket. Default: 1'),
  cores: count.optional().describe('Of a die. Default: 1'),
  threads: count.optional().describe('Of a core. Default: 1'),
});

const NOT_MEMORY = 'is not a size such as 512M, 1G or 1536MiB';
export const memory = z
  .string(NOT_MEMORY)
  .regex(/^[1-9]\d{0,8}[MGT](iB)?$/, NOT_MEMORY)
  .describe('A number of bytes: 512M, 1G, 1536MiB. Default: 1G');

export const memoryBackend = z.strictObject({
  kind: z
    .enum(['ram', 'memfd', 'file'])
    .optional()
    .describe(
      'What holds the memory on the host. Default: file with a path, memfd with hugepages or shared, else ram',
    ),
  path: path.optional().describe('For kind file: a file or a directory, such as /dev/hugepages'),
  hugepages: z.enum(['2M', '1G']).optional().describe('Size of the pages that hold the memory'),
  shared: z.boolean().optional().describe('Whether other processes may map it. Default: false'),
  prealloc: z
    .boolean()
    .optional()
    .describe('Whether all of it is taken before the guest starts. Default: false'),
});

const NOT_FORWARD = 'is not HOST:GUEST with two ports, such as 2222:22 or 5353:53/udp';
const forward = z
  .string(NOT_FORWARD)
  .regex(/^\d{1,5}:\d{1,5}(\/(tcp|udp))?$/, NOT_FORWARD)
  .describe(
    'A port of this machine (127.0.0.1) and the port of the guest that it leads to: 2222:22, 5353:53/udp',
  );
const NOT_INTERFACE = 'is not the name of a network interface (at most 15 characters)';
const NOT_MAC = 'is not a MAC address such as 52:54:00:12:34:56';
const network = z.strictObject({
  type: z
    .enum(['user', 'tap'])
    .describe('user: through this process, without rights; tap: an interface of the host'),
  forward: z
    .array(forward)
    .min(1, 'is empty')
    .optional()
    .describe('Of type user: ports that lead into the guest'),
  interface: z
    .string(NOT_INTERFACE)
    .regex(/^[^\s/,=]{1,15}$/, NOT_INTERFACE)
    .optional()
    .describe('Of type tap: an interface that exists'),
  mac: z
    .string(NOT_MAC)
    .regex(/^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}$/, NOT_MAC)
    .optional()
    .describe('Default: the choice of the VMM'),
});
export const guestNetwork = z.union([z.enum(['none', 'user']), network]);

const cid = z
  .int('is not a whole number')
  .min(3, 'is less than 3, the first number that a guest can have')
  .max(2 ** 32 - 2, 'is more than 4294967294');
export const vsock = z.union([
  cid.describe('Context id of the guest'),
  z.strictObject({
    cid: cid.describe('Context id of the guest'),
    socket: path
      .optional()
      .describe('Unix socket that Cloud Hypervisor listens on. Default: in the directory of the run'),
  }),
]);

const text = z.string().min(1, 'is empty');
const systemField = text.optional().describe('Of the system (type 1). Default: the choice of the VMM');
const NOT_UUID = 'is not a UUID such as 3f2504e0-4f89-11d3-9a0c-0305e82c3301';
export const smbios = z.strictObject({
  manufacturer: systemField,
  product: systemField,
  version: systemField,
  serial: systemField,
  sku: systemField,
  family: systemField,
  uuid: z
    .string(NOT_UUID)
    .regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, NOT_UUID)
    .optional()
    .describe('Of the system (type 1). Default: the choice of the VMM'),
  'oem-strings': z
    .array(text)
    .min(1, 'is empty')
    .optional()
    .describe('Texts of type 11, such as io.systemd.credential:NAME=VALUE'),
});

const NOT_ADDRESS = 'is not a PCI address such as 0000:b1:00.0';
export const vfio = z
  .array(z.string(NOT_ADDRESS).regex(/^([0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/, NOT_ADDRESS))
  .min(1, 'is empty');

const NOT_MEASURE = 'is not 96 hex digits (in quotation marks)';
const identity = z.string(NOT_MEASURE).regex(/^[0-9a-fA-F]{96}$/, NOT_MEASURE);
export const td = z.strictObject({
  debug: z.boolean().optional().describe('Attribute DEBUG: the host may read the TD. Default: false'),
  'sept-ve-disable': z
    .boolean()
    .optional()
    .describe('Attribute SEPT_VE_DISABLE, which Linux asks for. Default: true'),
  mrconfigid: identity.optional().describe('96 hex digits that the owner chooses; a TDREPORT has them'),
  mrowner: identity.optional().describe('The same'),
  mrownerconfig: identity.optional().describe('The same'),
});
