/**
 * Reads the YAML that tpm2_eventlog prints (tpm2-tools 5.4, lib/tpm2_eventlog_yaml.c), event by event. A library for YAML
 * takes 8 s and 470 MB for a megabyte of small values.
 */

import { given } from '../words/given.ts';
import { type Fields, MOST_EVENTS } from './listed-events.ts';

/** Where the list begins: its first item's indent. */
const LIST = /^(?:events:[ \t]*\r?\n( *)- |( *)- EventNum: )/m;
const DIGEST = /^ +(?:- )?AlgorithmId: *sha384 *\r?\n +Digest: *["']?([0-9a-f]{96})\b/m;
/** A text follows, in lines that have four more columns of indent than the item. */
const TEXT_FOLLOWS = '|-';
const TEXT_INDENT = ' '.repeat(4);

/** Whether the text has such a list. */
export function isTpm2Eventlog(text: string): boolean {
  return LIST.test(text);
}

/**
 * The events, by the names of their fields; the digest is that of SHA-384. What stands below another field is left out.
 * @param text in Latin-1
 * @returns at most one more than {@link MOST_EVENTS}; empty where the text has none
 */
export function readTpm2Eventlog(text: string): Fields[] {
  const [, below, alone] = LIST.exec(text) ?? [];
  const indent = below ?? alone;
  if (indent === undefined) return [];
  const field = (name: string): RegExp => new RegExp(`^${indent}(?:- |  )${name}: *(\\S.*)$`, 'm');
  const patterns = {
    ...{ EventNum: field('EventNum'), PCRIndex: field('PCRIndex'), EventType: field('EventType') },
    ...{ EventSize: field('EventSize'), Event: field('Event') },
  };
  const [, ...items] = `\n${text}`.split(`\n${indent}- `, MOST_EVENTS + 2);
  return items.map((item) => {
    const lines = `${indent}- ${item}`;
    const [, digest] = DIGEST.exec(lines) ?? [];
    const fields = Object.entries(patterns).map(([name, pattern]) => [
      name,
      readValue(lines, pattern, indent),
    ]);
    return { ...Object.fromEntries(fields), ...given({ Digest: digest }) };
  });
}

function readValue(lines: string, pattern: RegExp, indent: string): string | number | undefined {
  const found = pattern.exec(lines);
  if (found === null) return undefined;
  const [matched, rest = ''] = found;
  const value = rest.trimEnd();
  if (value === TEXT_FOLLOWS) return textBelow(lines.slice(found.index + matched.length + 1), indent);
  return /^\d{1,9}$/.test(value) ? Number(value) : value.replace(/^(["'])(.*)\1$/, '$2');
}

function textBelow(lines: string, indent: string): string {
  const text: string[] = [];
  for (const line of lines.split('\n')) {
    if (!line.startsWith(indent + TEXT_INDENT)) break;
    text.push(line.slice(indent.length + TEXT_INDENT.length));
  }
  return text.join('\n');
}
