
// src/scenario/settings.ts
var SETTINGS = {
  name: { path: ["name"] },
  platform: { path: ["platform"] },
  vmm: { path: ["vmm"] },
  "vmm-ref": { path: ["vmm-ref"] },
  "vmm-path": { path: ["vmm-path"] },
  firmware: { path: ["firmware"] },
  pins: { path: ["pins"] },
  "firmware-build": { path: ["firmware", "build"] },
  "firmware-ref": { path: ["firmware", "ref"] },
  "firmware-repository": { path: ["firmware", "repository"] },
  "firmware-defines": { path: ["firmware", "defines"], list: true },
  kernel: { path: ["guest", "kernel"] },
  initrd: { path: ["guest", "initrd"] },
  cmdline: { path: ["guest", "cmdline"] },
  disks: { path: ["guest", "disks"], list: true },
  cpus: { path: ["guest", "cpus"] },
  memory: { path: ["guest", "memory"] },
  timeout: { path: ["timeout"] },
  silence: { path: ["silence"] },
  stop: { path: ["stop"] },
  "fail-on": { path: ["fail-on"] }
};
var SETTING_NAMES = Object.keys(SETTINGS);
function isList(name) {
  const setting = SETTINGS[name];
  return setting.list === true;
}
function settingOverride(name, value, origin) {
  return { path: SETTINGS[name].path, value, origin, base: process.cwd() };
}

export {
  SETTINGS,
  SETTING_NAMES,
  isList,
  settingOverride
};
