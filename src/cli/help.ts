/** How the help of a command is laid out: the options of settings have no line each, which would be most of it. */

import { type Command, Help, type HelpConfiguration, type Option } from 'commander';
import { SETTINGS_GROUP } from './uses.ts';

const LAYOUT = new Help();

export const HELP: HelpConfiguration = {
  minWidthToWrap: 24,
  // Only the lines are left out: what an unknown option most likely means is looked for among all options.
  groupItems<Item extends Command | Option>(all: Item[], visible: Item[], groupOf: (item: Item) => string) {
    const groups = LAYOUT.groupItems(all, visible, groupOf);
    groups.delete(SETTINGS_GROUP);
    return groups;
  },
  longestOptionTermLength(command, helper) {
    const shown = helper
      .visibleOptions(command)
      .filter((option) => option.helpGroupHeading !== SETTINGS_GROUP);
    return Math.max(0, ...shown.map((option) => helper.optionTerm(option).length));
  },
};
