/** The firmware of a scenario file, and how the TD monitor plays the host that the firmware is for. */

import { type BuildType, FIRMWARES, isTrustDomain } from '../../words/words.ts';
import { parseRequest, type RequestText } from '../request.ts';
import type { Firmware, TdMonitorOptions } from '../scenario.ts';
import type { ScenarioFile } from '../schema.ts';
import type { Reading } from './reading.ts';

export function readFirmware(reading: Reading, firmware: NonNullable<ScenarioFile['firmware']>): Firmware {
  if (typeof firmware === 'string') {
    const name = FIRMWARES.find((known) => known === firmware);
    return name === undefined
      ? { image: reading.resolve(['firmware'], firmware) }
      : readRequest(reading, { name });
  }
  if ('recipe' in firmware) return readRequest(reading, { ...firmware, name: firmware.recipe });
  return {
    code: reading.resolve(['firmware', 'code'], firmware.code),
    vars: reading.resolve(['firmware', 'vars'], firmware.vars),
  };
}

function readRequest(reading: Reading, text: RequestText): Firmware {
  const { pins } = reading.file;
  const { request, problems } = parseRequest({ ...text, pins }, reading.base(['firmware', 'repository']));
  for (const { key, message } of problems) {
    reading.complain(['firmware', key], `firmware.${key}: ${message}`);
  }
  return { request };
}

/** The host that is played follows the pins: the documented firmware is for Intel's tree of 2022. */
export function readTdMonitor(reading: Reading, firmware: Firmware | undefined): TdMonitorOptions {
  const said = reading.file['td-monitor'];
  if (said !== undefined && !isTrustDomain(reading.platform)) {
    reading.complain(
      ['td-monitor'],
      `td-monitor: a guest on platform ${reading.platform} is no Trust Domain`,
    );
  }
  const documented =
    firmware !== undefined &&
    'request' in firmware &&
    firmware.request.ref === undefined &&
    firmware.request.pins !== 'current';
  const host = said?.host ?? (documented ? 'intel-2022' : 'upstream');
  return {
    host,
    mode: said?.mode ?? 'faithful',
    cpuid: said?.cpuid ?? 'compatible',
    serial: said?.serial ?? 'native',
    hugePages: said?.['huge-pages'] ?? host === 'intel-2022',
    accel: said?.accel ?? 'tcg',
    cet: said?.cet ?? false,
  };
}

/** The build type of a firmware that is built; undefined for an image that the user names. */
export function buildOf(firmware: Firmware | undefined): BuildType | undefined {
  return firmware !== undefined && 'request' in firmware ? firmware.request.build : undefined;
}
