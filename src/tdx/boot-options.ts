/** The boot options that TDVF has made before it starts anything: they are measured. */

import type { EventProfile } from './event-profiles.ts';
import type { Unpredictable } from './prediction.ts';
import type { Drivers } from './tdvf-image.ts';
import type { Variable } from './variable-store.ts';

/** Content of the variables, in the order in which they are measured: BootOrder, then each Boot####. */
export type BootVariables = readonly (readonly [name: string, content: Uint8Array])[];

/** EFI_LOAD_OPTION: attributes, bytes of the path, a name, and FvVol(7CB8BDC9-…)/FvFile(…) in DXEFV. */
const UI_APP =
  '090100002c0055006900410070007000000004071400c9bdb87cebf8344faaea3ee4af6516a1' +
  '0406140021aa2c4614760345836e8ab6f46623317fff0400';
const BOOT_MANAGER_MENU =
  '090100002c0042006f006f0074004d0061006e0061006700650072004d0065006e007500410070007000000004071400c9bdb87cebf8344f' +
  'aaea3ee4af6516a104061400dc5bc2eef267954db1d5f81b2039d11d7fff0400';
const FIRMWARE_SETUP =
  '010100002c0045004600490020004600690072006d007700610072006500200053006500740075007000000004071400c9bdb87cebf8344f' +
  'aaea3ee4af6516a10406140021aa2c4614760345836e8ab6f46623317fff0400';

/**
 * What TDVF makes for a direct kernel boot. Digest 23ada07f… of UiApp in two event logs. From edk2-stable202505 on,
 * BootManagerMenuApp is the menu, and UiApp an option of its own where it is in the volume of BdsDxe: 5068e6a9… and dd424f2e… in
 * emulated TDs with the pin edk2-stable202511, 5068e6a9… alone with Debian's edk2 2026.08. edk2-stable202605 has both in NCCFV, which a
 * TD does not discover (03a07cb0f5): a RELEASE build makes no option there, as seen in an emulated TD.
 */
export function madeBootVariables(
  { boot }: EventProfile,
  drivers: Drivers | undefined,
): BootVariables | Unpredictable {
  if (boot === 'ui-app') return variablesOf([UI_APP]);
  if (drivers === undefined) {
    return { reason: 'they depend on the files in the volumes of the image, which cannot be read' };
  }
  const { bootManagerMenu, firmwareSetup } = drivers;
  if (bootManagerMenu) {
    return variablesOf(firmwareSetup ? [BOOT_MANAGER_MENU, FIRMWARE_SETUP] : [BOOT_MANAGER_MENU]);
  }
  return firmwareSetup ? UI_ALONE : [];
}

/**
 * Why a DEBUG build boots nothing: it asserts that it finds its menu (edk2 OvmfPkg/Library/PlatformBootManagerLib/BdsPlatform.c,
 * PlatformRegisterOptionsAndKeys; seen in an emulated TD with edk2-stable202605). Undefined where it goes on.
 */
export function whyNoMenu({ boot }: EventProfile, drivers: Drivers | undefined): Unpredictable | undefined {
  return boot === 'by-volume' && drivers?.asserts === true && !drivers.bootManagerMenu ? NO_MENU : undefined;
}

const NO_MENU: Unpredictable = {
  reason:
    'this DEBUG build stops before it boots anything, at an assertion: BootManagerMenuApp is not in the volume of BdsDxe, as in edk2-stable202605 (mended by f272dd7ea3)',
};

const UI_ALONE: Unpredictable = {
  reason:
    'UiApp is in the volume of BdsDxe, and BootManagerMenuApp is not: such boot options have not been seen',
};

/** BootOrder, then each option that is in it, as TdTcg2Dxe measures them (MeasureAllBootVariables). */
export function givenBootVariables(given: readonly Variable[]): BootVariables | Unpredictable {
  const find = (wanted: string): Uint8Array | undefined => given.find(({ name }) => name === wanted)?.data;
  const order = find('BootOrder');
  if (order === undefined) return { reason: 'BootOrder is not among the variables that are given' };
  const variables: (readonly [string, Uint8Array])[] = [['BootOrder', order]];
  for (const name of bootNumbers(order).map(bootName)) {
    const option = find(name);
    if (option === undefined) {
      return { reason: `BootOrder names ${name}, which is not among the variables that are given` };
    }
    variables.push([name, option]);
  }
  return variables;
}

/** The numbers in BootOrder. */
export function bootNumbers(order: Uint8Array): number[] {
  return Array.from(
    { length: Math.floor(order.length / 2) },
    (_, index) => (order[2 * index] ?? 0) + 256 * (order[2 * index + 1] ?? 0),
  );
}

/** `Boot000A` → 10; undefined for another name. */
export function bootNumber(name: string): number | undefined {
  const [, digits] = /^Boot([0-9A-F]{4})$/.exec(name) ?? [];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}

/** `10` → `Boot000A`. */
function bootName(number: number): string {
  return `Boot${number.toString(16).toUpperCase().padStart(4, '0')}`;
}

function variablesOf(options: readonly string[]): BootVariables {
  const order = Uint8Array.from(options.flatMap((_, number) => [number, 0]));
  return [
    ['BootOrder', order],
    ...options.map((option, number) => [`Boot000${number}`, Buffer.from(option, 'hex')] as const),
  ];
}
