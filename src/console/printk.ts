/** What a kernel prints before each of its messages. */

/**
 * Who called printk, `[ T123]` or `[   C0]`, with CONFIG_PRINTK_CALLER. A part of a pattern, with a group for the
 * caller: it stands behind the time, and dmesg of util-linux 2.41 puts a blank between the two.
 */
export const CALLER = String.raw` ?\[ *([TC]\d+)\]`;
