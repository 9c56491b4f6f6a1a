/**
 * Complaints without a letter of ASCII. Nothing announces them, and a pattern that is tried on every line makes each log slow: they are
 * looked for in lines that have a word of some table, such as the name of the program.
 */

import { OTHER_TEXTS } from '../translated.ts';
import type { Complaint } from './complaints.ts';

const IN_OTHER_LETTERS: readonly Complaint[] = [
  { format: 'virsh in other letters', weight: 2, pattern: /^(?:ошибка|错误|エラー) ?[:：] ?/i },
  { format: 'glibc in other letters', weight: 1, pattern: new RegExp(OTHER_TEXTS) },
];
/** Cyrillic, kana, CJK. */
const OTHER_LETTERS = /[\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff]/;

/** What a line complains of in other letters than Latin ones. */
export function complaintInOtherLetters(text: string): Complaint | undefined {
  return OTHER_LETTERS.test(text) ? IN_OTHER_LETTERS.find(({ pattern }) => pattern.test(text)) : undefined;
}
