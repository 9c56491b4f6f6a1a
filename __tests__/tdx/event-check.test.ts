/** Which digests follow from the data beside them: genuine events, and one manipulation of each kind. */

import { describe, expect, test } from '@jest/globals';
import type { EventCheck } from '../../src/tdx/event-check.ts';
import { EVENT } from '../../src/tdx/event-types.ts';
import { type Bytes, bytes, checksOf, digest, wide } from './event-checks.ts';
import { variable } from './log-builder.ts';

function u32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
}

/** A TCG_PCClientTaggedEvent. */
const tagged = (tag: number, content: Bytes): Buffer =>
  Buffer.concat([u32(tag), u32(bytes(content).length), bytes(content)]);

/** A record of td-shim. */
const record = (name: string, content: string): Buffer =>
  Buffer.concat([bytes(name.padEnd(16, '\0')), u32(content.length), bytes(content)]);

/** A name that is in the log, in a field of so many bytes. */
const named = (name: string, size: number): Buffer => bytes(name.padEnd(size, '\0'));

function checkOf(type: number, data: Bytes, hashed: Bytes | undefined, mr = 3): EventCheck | undefined {
  const spec = {
    mr,
    type,
    data: bytes(data),
    digest: hashed === undefined ? 'ab'.repeat(48) : digest(hashed),
  };
  return checksOf(spec)[0];
}

const ZEROS = Buffer.alloc(4);
const BOOT_ORDER = Buffer.from([0, 0]);
const SHIM_EMPTY_LIST = Buffer.from(
  `2616c4c14c509240aca941f9369343284c000000000000003000000050ab5d6046e00043abb63dd810dd8b23${'00'.repeat(32)}`,
  'hex',
);

/** What the event is, its type, its data, what was hashed of it, and the data as they are changed. */
const FOLLOWS: readonly [string, number, Bytes, Bytes, Bytes, string][] = [
  ['EV_SEPARATOR', 0x4, ZEROS, ZEROS, Buffer.from([1, 0, 0, 0]), 'the firmware hands over'],
  [
    'EV_ACTION',
    0x5,
    'Start Option ROM Scan',
    'Start Option ROM Scan',
    'nothing to see',
    'Start Option ROM Scan',
  ],
  ['EV_S_CRTM_VERSION', 0x8, wide('2026.08'), wide('2026.08'), wide('2026.09'), '2026.08'],
  [
    'EV_OMIT_BOOT_DEVICE_EVENTS',
    0x12,
    ...([
      'BOOT ATTEMPTS OMITTED',
      'BOOT ATTEMPTS OMITTED',
      'BOOT ATTEMPTS',
      'BOOT ATTEMPTS OMITTED',
    ] as const),
  ],
  ...[
    ...['td_hob', 'td_payload', 'td_payload_info', 'td_payload_svn', 'secure_policy_db', 'secure_authority'],
  ].map((name): (typeof FOLLOWS)[number] => [
    `td-shim's ${name}`,
    0xa,
    ...([record(name, 'a=b'), 'a=b', record(name, 'a=c'), `${name}, 3 bytes`] as const),
  ]),
  [
    'a record of td-shim with something behind its name',
    0xa,
    ...([record('td_hob', 'hob'), 'hob', record('td_hob\0\0\0x', 'hob'), 'td_hob, 3 bytes'] as const),
  ],
  [
    'a record of td-shim that is cut',
    0xa,
    ...([
      record('td_hob', 'hob'),
      'hob',
      record('td_hob', 'hob').subarray(0, 20),
      'td_hob, 3 bytes',
    ] as const),
  ],
  [
    'EV_EFI_ACTION',
    0x80000007,
    'Exit Boot Services Invocation',
    'Exit Boot Services Invocation',
    'Exit',
    'Exit Boot Services Invocation',
  ],
  [
    'EV_EFI_GPT_EVENT',
    0x80000006,
    Buffer.alloc(92, 1),
    Buffer.alloc(92, 1),
    Buffer.alloc(92, 2),
    'partition table, 92 bytes',
  ],
  [
    'EV_EFI_GPT_EVENT2',
    0x8000000d,
    Buffer.alloc(92, 1),
    Buffer.alloc(92, 1),
    Buffer.alloc(92, 2),
    'partition table, 92 bytes',
  ],
  ['EV_EFI_HCRTM_EVENT', 0x80000010, 'HCRTM', 'HCRTM', 'other', 'HCRTM'],
  ...([0x80000001, 0x800000e0, 0x800000e3, 0x800000e4] as const).map((type): (typeof FOLLOWS)[number] => [
    `a UEFI_VARIABLE_DATA of type 0x${type.toString(16)}`,
    type,
    ...([variable('db', ZEROS), variable('db', ZEROS), variable('db', BOOT_ORDER), 'db, 4 bytes'] as const),
  ]),
  [
    'a variable that claims too much',
    0x80000001,
    ...([
      variable('PK', Buffer.alloc(0)),
      variable('PK', Buffer.alloc(0)),
      Buffer.alloc(32, 0xff),
      'PK: not set',
    ] as const),
  ],
  [
    'EV_EFI_VARIABLE_BOOT, content alone',
    0x80000002,
    ...([
      variable('BootOrder', BOOT_ORDER),
      BOOT_ORDER,
      variable('BootOrder', ZEROS),
      'BootOrder, 2 bytes',
    ] as const),
  ],
  [
    'EV_EFI_VARIABLE_BOOT2, the whole',
    0x8000000c,
    ...([
      variable('BootOrder', BOOT_ORDER),
      variable('BootOrder', BOOT_ORDER),
      variable('BootNext', BOOT_ORDER),
      'BootOrder, 2 bytes',
    ] as const),
  ],
  ['a command of GRUB', 0xd, 'grub_cmd: set a=b\0', 'set a=b', 'grub_cmd: set a=c\0', 'grub_cmd: set a=b'],
  [
    'the command line of GRUB',
    0xd,
    'kernel_cmdline: /vmlinuz ro\0',
    '/vmlinuz ro',
    'kernel_cmdline: /vmlinuz rw\0',
    'kernel_cmdline: /vmlinuz ro',
  ],
  [
    "a module's command line of GRUB",
    0xd,
    'module_cmdline: /xen a\0',
    '/xen a',
    'module_cmdline: /xen b\0',
    'module_cmdline: /xen a',
  ],
  [
    'a command of the older GRUB, with its NUL and a stray byte',
    0xd,
    'grub_cmd insmod gzio\0g',
    'insmod gzio\0',
    'grub_cmd insmod xzio\0g',
    'grub_cmd insmod gzio',
  ],
  [
    'the command line of the older GRUB',
    0xd,
    ...([
      'grub_kernel_cmdline /vmlinuz ro\0\0',
      '/vmlinuz ro',
      'grub_kernel_cmdline /vmlinuz rw\0\0',
      'grub_kernel_cmdline /vmlinuz ro',
    ] as const),
  ],
  [
    'the command line of an older GRUB, without a colon',
    0xd,
    'kernel_cmdline /vmlinuz ro\0',
    '/vmlinuz ro',
    'kernel_cmdline /vmlinuz rw\0',
    'kernel_cmdline /vmlinuz ro',
  ],
  ...['MokListTrusted', 'MokSBState', 'MokDBState'].map((name): (typeof FOLLOWS)[number] => [
    `shim's ${name}`,
    0xd,
    ...([`${name}\0`, Buffer.from([1]), 'kernel_cmdline: \0', name] as const),
  ]),
  [
    'the command line of systemd-stub',
    0xd,
    wide('console=hvc0'),
    wide('console=hvc0'),
    wide('console=tty0'),
    'console=hvc0',
  ],
  ['the name of a section, by systemd-stub', 0xd, wide('.linux'), '.linux\0', wide('.initrd'), '.linux'],
  [
    'the profile of a UKI',
    0x6,
    tagged(0x13aed6db, wide('1')),
    wide('1'),
    tagged(0x13aed6db, wide('2')),
    '1 (tag 0x13aed6db)',
  ],
  [
    'an event of the attestation agent',
    0x6,
    ...([
      tagged(0x4141454c, 'coco pull image'),
      tagged(0x4141454c, 'coco pull image'),
      tagged(0x4141454c, 'coco pull other'),
      'coco pull image (tag 0x4141454c)',
    ] as const),
  ],
  [
    'an event of dstack',
    0x08000001,
    ...(['app-id:1', Buffer.concat([u32(0x08000001), bytes(':app-id:1')]), 'app-id:2', 'app-id:1'] as const),
  ],
];

describe.each(FOLLOWS)('%s', (_what, type, data, hashed, changed, text) => {
  test('genuine', () => expect(checkOf(type, data, hashed)).toEqual({ digest: 'matches', text }));
  test('its data were changed', () =>
    expect(checkOf(type, changed, hashed)).toMatchObject({ digest: 'differs' }));
  test('its digest was changed', () =>
    expect(checkOf(type, data, undefined)).toEqual({ digest: 'differs', text }));
});

test('a type whose digest is checked with any of these data is among these types', () => {
  const types = new Set(FOLLOWS.map(([, type]) => type));
  const forms = [Buffer.alloc(0), Buffer.alloc(64), 'text', ...FOLLOWS.map(([, , data]) => data)];
  const known = new Set([...Object.values(EVENT), ...Array.from({ length: 0x20 }, (_, type) => type)]);
  const checked = [...known].filter((type) =>
    forms.some((data) => checkOf(type, data, undefined)?.digest === 'differs'),
  );
  expect(new Set(checked)).toEqual(types);
});

describe('a digest that does not follow from its data has a reason', () => {
  const blob = Buffer.concat([Buffer.from([2]), bytes('Fv'), Buffer.alloc(16)]);
  const tables = Buffer.concat([Buffer.from([1]), bytes('T'), Buffer.alloc(8)]);
  test.each<[string, number, Bytes, string, RegExp]>([
    ['ACPI tables of edk2', 0xa, 'ACPI DATA', 'ACPI DATA', /file of the VMM/],
    ['a file name in 56 bytes', 0xa, named('etc/acpi/rsdp', 56), 'etc/acpi/rsdp', /file of the VMM/],
    [
      'a longer file name in 56 bytes',
      0xa,
      named('etc/table-loader', 56),
      'etc/table-loader',
      /file of the VMM/,
    ],
    [
      'edk2-stable202505',
      0xa,
      `QEMU FW CFG\0${named('bootorder', 56)}`,
      'fw_cfg file bootorder',
      /file of the VMM/,
    ],
    ['EV_POST_CODE', 0x1, 'ACPI DATA', 'ACPI DATA', /code or the tables/],
    ['a firmware volume', 0x8000000a, blob, 'Fv at 0x0, 0x0 bytes', /place in memory/],
    ['tables', 0x8000000b, tables, 'T', /place in memory/],
    [
      'SMBIOS',
      0x80000009,
      Buffer.concat([
        Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]),
        Buffer.from('4415fdf294972c4a992ee5bbcf20e394', 'hex'),
        Buffer.alloc(8),
      ]),
      'SMBIOS',
      /place in memory/,
    ],
    [
      'a program',
      0x80000003,
      Buffer.alloc(200),
      'an EFI program, 0 bytes',
      /Authenticode hash of the program/,
    ],
    ['a driver', 0x80000004, Buffer.alloc(200), 'an EFI program, 0 bytes', /Authenticode hash of the driver/],
    [
      'the command line of Linux',
      0x6,
      tagged(0x8f3b22ed, 'LOADED_IMAGE::LoadOptions\0'),
      'LOADED_IMAGE::LoadOptions (tag 0x8f3b22ed)',
      /what the data name/,
    ],
    [
      "systemd-boot's configuration",
      0x6,
      tagged(0xf5bc582a, wide('loader.conf')),
      'loader.conf (tag 0xf5bc582a)',
      /what the data name/,
    ],
    [
      'a file that GRUB read',
      0xd,
      '/efi/boot/grub.cfg\0',
      '/efi/boot/grub.cfg',
      /the file that the data name/,
    ],
    ['a file of a device', 0xd, '(hd0,gpt1)/vmlinuz\0', '(hd0,gpt1)/vmlinuz', /the file that the data name/],
    ['blocks of a disk', 0xd, '0+1\0', '0+1', /the file that the data name/],
    [
      'the kernel, by an older GRUB',
      0xd,
      'grub_linuxefi Kernel\0',
      'grub_linuxefi Kernel',
      /the file that the data name/,
    ],
    [
      'a command line whose kind was changed',
      0xd,
      'Kernel_cmdline: init=/bin/sh\0',
      'Kernel_cmdline: init=/bin/sh',
      /nothing is known of an EV_IPL with such a text/,
    ],
    ['keys of shim', 0xd, 'MokList\0', 'MokList', /list of keys/],
    ['credentials', 0xd, wide('Credentials initrd'), 'Credentials initrd', /initrd/],
    [
      'extensions of an entry',
      0xd,
      wide('Entry system extension initrd'),
      'Entry system extension initrd',
      /initrd/,
    ],
    ['the SMBIOS table, by systemd', 0xd, wide('smbios:type11'), 'smbios:type11', /what the data name/],
    [
      "systemd-boot's configuration, without a tag",
      0xd,
      wide('loader.conf'),
      'loader.conf',
      /what the data name/,
    ],
    ['an addon of a UKI', 0xd, wide('Debug.addon.efi'), 'Debug.addon.efi', /what the data name/],
    ['a type of the future', 0x8000ffff, 'x', '1 bytes', /nothing is known/],
  ])('%s', (_what, type, data, text, reason) => {
    const check = checkOf(type, data, undefined);
    expect(check).toEqual({ digest: 'not-in-log', text, reason: expect.stringMatching(reason) });
  });

  test.each([
    'root=/dev/evil initrd',
    'quiet x.addon.efi',
    'init=/x.addon.efi',
    'loader.conf rw',
    'smbios:type1x',
  ])('a command line that ends or begins as such a name does is checked: %s', (text) => {
    expect(checkOf(0xd, wide(text), undefined)).toMatchObject({ digest: 'differs' });
  });

  test("shim's list of revoked keys matches while it is empty", () => {
    expect(checkOf(0xd, 'MokListX\0', SHIM_EMPTY_LIST)).toMatchObject({ digest: 'matches' });
  });
});
