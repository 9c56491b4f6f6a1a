/** Options of every command that takes a scenario: what is given beside its file. */

import type { Command } from 'commander';
import type { Uses } from '../scenario/layers.ts';
import { type Override, parseOverride } from '../scenario/overrides.ts';
import { isList, SETTING_NAMES, SETTINGS, type SettingName, settingOverride } from '../scenario/settings.ts';
import { formatPath } from '../scenario/tree.ts';
import { parseVariable } from '../scenario/variables.ts';

/** What the options say, in the order in which they were given. */
export interface UseOptions {
  readonly uses?: Uses;
}

/** A setting with a list is an option that may be given several times. */
const OPTION_NAMES: Partial<Record<SettingName, string>> = {
  disks: 'disk',
  'firmware-defines': 'firmware-define',
};

/** The help names the options of this group in one paragraph. */
export const SETTINGS_GROUP = 'Short for --set, each with a value:';

/** That paragraph, as wide as the rest of the help. */
function settingsHelp(command: Command): string {
  const names = SETTING_NAMES.map((name) => `--${OPTION_NAMES[name] ?? name}`).join(' ');
  const width = command.configureOutput().getOutHelpWidth?.() ?? 80;
  return `\n${SETTINGS_GROUP}\n${command
    .createHelp()
    .boxWrap(names, width - 2)
    .replace(/^/gm, '  ')}`;
}

/** Adds the options to a command. Its action finds them as `uses`. */
export function addUses(command: Command): Command {
  const uses = { overrides: [] as Override[], variables: new Map<string, string>() };
  const collect =
    (take: (text: string) => void) =>
    (text: string): Uses => {
      take(text);
      return uses;
    };
  command
    .optionsGroup('Beside the scenario file:')
    .option(
      '--set <key=value>',
      'say or replace a key, as in guest.cpus=4',
      collect((text) => {
        uses.overrides.push(parseOverride(text, '--set', process.cwd()));
      }),
    )
    .option(
      '--var <name=value>',
      'the text that ${name} stands for in the scenario',
      collect((text) => {
        const [name, value] = parseVariable(text, '--var');
        uses.variables.set(name, value);
      }),
    );
  command.optionsGroup(SETTINGS_GROUP);
  for (const name of SETTING_NAMES) {
    const option = OPTION_NAMES[name] ?? name;
    const all: string[] = [];
    command.option(
      `--${option} <value>`,
      `the same as --set ${formatPath(SETTINGS[name].path)}=…`,
      collect((text) => {
        all.push(text);
        const origin = `--${option} ${text}`;
        uses.overrides.push(settingOverride(name, isList(name) ? [...all] : text, origin));
      }),
    );
  }
  command.addHelpText('after', ({ command: asked }) => settingsHelp(asked));
  command.hook('preAction', () => {
    command.setOptionValue('uses', uses);
  });
  return command;
}
