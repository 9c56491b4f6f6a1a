/** What GRUB knows of itself and of the machine: variables that it sets, and commands that decide nothing. */

/** Variables that say what this GRUB can do. */
export const FEATURES = [
  ...['chainloader_bpb', 'ntldr', 'platform_search_hint', 'default_font_path', 'all_video_module'],
  ...['menuentry_id', 'menuentry_options', '200_final', 'nativedisk_cmd', 'timeout_style'],
].map((name) => [`feature_${name}`, 'y'] as const);
/** Variables that GRUB sets by what it finds on the machine. */
export const OF_THE_MACHINE =
  /^(net_|pxe|color_|lang$|locale_dir$|secondary_locale_dir$|pager$|package_version$|check_signatures$)/;
/** Commands that change nothing that is measured. Whether they succeed depends on the machine. */
export const HARMLESS = new Set([
  ...['insmod', 'rmmod', 'echo', 'terminal_input', 'terminal_output', 'terminal', 'serial'],
  ...['loadfont', 'clear', 'play', 'background_image', 'background_color', 'sleep', 'save_env'],
  ...['list_env', 'keymap', 'cat', 'ls'],
]);
/** Of them, those whose success is known. */
export const ALWAYS_SUCCEED = new Set(['echo', 'save_env', 'true']);
/** Commands that decide what is booted: GRUB looks for a command first, and for a function of that name only then. */
export const DECIDING = new Set([
  ...['load_env', 'linux', 'linuxefi', 'initrd', 'initrdefi', 'blscfg', 'boot', 'source', '.', 'configfile'],
]);
