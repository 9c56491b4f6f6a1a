/** Lines of which each is a record that carries a line of a log in one of its fields, as container engines and journals write them. */

/** LAVA's log (lava_common/log.py) is YAML with a record in each line; a single quotation mark is doubled in it. */
const YAML = /^- \{.*\blvl: ?\w+, ?msg: ?(?:'(?<single>.*)'|(?<plain>.*))\}\s*$/;
/** A record in JSON, by itself, as an item of a list, or behind a tag of fluentd. */
const JSON_RECORD = /^(?:- ?|[+-]\d{4} [\w.*-]+: )?(?<json>\{.*\})\s*$/;

type JsonRecord = Readonly<Record<string, unknown>>;

/** @returns the line that the record carries; undefined: the line is no such record */
export function recordOf(line: string): string | undefined {
  if (!line.endsWith('}')) return undefined;
  const json = JSON_RECORD.exec(line)?.groups?.json;
  if (json === undefined) return undefined;
  const record = parsed(json);
  if (record !== undefined) return withoutEnd(lineIn(record));
  const yaml = YAML.exec(line)?.groups;
  return withoutEnd(yaml?.single?.replaceAll("''", "'") ?? yaml?.plain);
}

function parsed(json: string): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}

/** A record that a program writes as its own log, with a level, stays as it is. */
function lineIn(record: JsonRecord): string | undefined {
  const { MESSAGE, log, line, msg, textPayload } = record;
  // journalctl -o json
  if (typeof MESSAGE === 'string') return inJournal(record, MESSAGE);
  // Docker's json-file driver (daemon/logger/jsonfilelog/jsonlog), fluentd and fluent-bit behind it.
  if (typeof log === 'string' && typeof record.stream === 'string') return log;
  // logcli -o jsonl of Loki
  if (typeof line === 'string' && typeof record.timestamp === 'string') return line;
  // LAVA, with JSON as its YAML
  if (typeof msg === 'string' && typeof record.lvl === 'string' && typeof record.dt === 'string') return msg;
  // Google Cloud Logging, of a serial port
  return typeof textPayload === 'string' ? textPayload : undefined;
}

/** As journalctl prints it, with the priority that it leaves out there. What a service writes to its standard output has no own. */
function inJournal({ PRIORITY, SYSLOG_IDENTIFIER, _PID, _TRANSPORT }: JsonRecord, message: string): string {
  if (_TRANSPORT === 'stdout') return message;
  const level = typeof PRIORITY === 'string' ? `<${PRIORITY}>` : '';
  const pid = typeof _PID === 'string' ? `[${_PID}]` : '';
  const isNamed = typeof SYSLOG_IDENTIFIER === 'string' && typeof _TRANSPORT === 'string';
  return `Jan  1 00:00:00 ${level}${isNamed ? `journal ${SYSLOG_IDENTIFIER}${pid}: ` : ''}${message}`;
}

function withoutEnd(line: string | undefined): string | undefined {
  return line?.replace(/[\r\n]+$/, '').replace(/[\r\n]+/g, ' ');
}
