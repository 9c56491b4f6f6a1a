/** The keys that have a name of their own on the command line and in the action: `--kernel FILE`, input `kernel`. */

import type { Override } from './overrides.ts';
import type { Path } from './tree.ts';

/** Where a setting stands in a scenario; `list`: its value is a list of texts. */
interface Setting {
  readonly path: Path;
  readonly list?: true;
}

/** By the name of the action's input. A firmware comes before how it is built, because it takes the place of all of it. */
export const SETTINGS = {
  name: { path: ['name'] },
  platform: { path: ['platform'] },
  vmm: { path: ['vmm'] },
  'vmm-ref': { path: ['vmm-ref'] },
  'vmm-path': { path: ['vmm-path'] },
  firmware: { path: ['firmware'] },
  pins: { path: ['pins'] },
  'firmware-build': { path: ['firmware', 'build'] },
  'firmware-ref': { path: ['firmware', 'ref'] },
  'firmware-repository': { path: ['firmware', 'repository'] },
  'firmware-defines': { path: ['firmware', 'defines'], list: true },
  kernel: { path: ['guest', 'kernel'] },
  initrd: { path: ['guest', 'initrd'] },
  root: { path: ['guest', 'root'] },
  cmdline: { path: ['guest', 'cmdline'] },
  disks: { path: ['guest', 'disks'], list: true },
  cpus: { path: ['guest', 'cpus'] },
  memory: { path: ['guest', 'memory'] },
  timeout: { path: ['timeout'] },
  silence: { path: ['silence'] },
  stop: { path: ['stop'] },
  settle: { path: ['settle'] },
  ktap: { path: ['ktap'] },
  'fail-on': { path: ['fail-on'] },
  collect: { path: ['collect'], list: true },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** Whether the value of a setting is a list of texts. */
export function isList(name: SettingName): boolean {
  const setting: Setting = SETTINGS[name];
  return setting.list === true;
}

/**
 * @param value a text, or a list of texts where `isList` says so
 * @param origin what the user gave, for messages
 */
export function settingOverride(
  name: SettingName,
  value: string | readonly string[],
  origin: string,
): Override {
  return { path: SETTINGS[name].path, value, origin, base: process.cwd() };
}
