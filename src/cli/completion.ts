/**
 * `tdx-boot completion`: a script for the user's shell. The script asks `tdx-boot complete`, which knows the commands, their
 * options and the values of these; where it knows nothing, the shell offers files.
 */

import type { Argument, Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `_tdx_boot() {
  local value
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
    COMPREPLY+=("$value")
  done < <(tdx-boot complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _tdx_boot tdx-boot`,
  zsh: `#compdef tdx-boot
_tdx_boot() {
  local -a found
  found=("\${(@f)$(tdx-boot complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then
    found=("\${(@)found/$'\\t'/:}")
    _describe 'tdx-boot' found
  else
    _files
  fi
}
if [[ "$funcstack[1]" == _tdx-boot ]]; then _tdx_boot "$@"; else compdef _tdx_boot tdx-boot; fi`,
  fish: `function __tdx_boot_complete
  set -l words (commandline --tokenize --cut-at-cursor --current-process) (commandline --current-token)
  tdx-boot complete -- $words[2..-1] 2>/dev/null
end
complete --command tdx-boot --arguments '(__tdx_boot_complete)'`,
};

interface Candidate {
  readonly value: string;
  readonly description: string;
}

/**
 * What the last word may become.
 * @param words those after `tdx-boot`; the last one is being typed, and may be empty
 */
export function candidates(program: Command, words: readonly string[]): Candidate[] {
  const typed = words.at(-1) ?? '';
  const { command, place, option } = parse(program, words.slice(0, -1));
  return candidatesOf(command, { typed, place, option }).filter(({ value }) => value.startsWith(typed));
}

interface Place {
  readonly typed: string;
  /** How many arguments of the command stand before the word. */
  readonly place: number;
  /** The option whose value the word is. */
  readonly option: Option | undefined;
}

function candidatesOf(command: Command, { typed, place, option }: Place): Candidate[] {
  if (option !== undefined) return choicesOf(option);
  const help = command.createHelp();
  if (typed.startsWith('-')) {
    return help
      .visibleOptions(command)
      .map(({ long, short, description }) => ({ value: long ?? short ?? '', description }));
  }
  const below = help.visibleCommands(command);
  const commands = below.map((each) => ({ value: each.name(), description: each.description() }));
  const argument =
    command.registeredArguments[place] ?? command.registeredArguments.findLast(({ variadic }) => variadic);
  return [...(place === 0 ? commands : []), ...(argument === undefined ? [] : choicesOf(argument))];
}

/** Finds the command that the words name, and what the next word is to it. */
function parse(program: Command, words: readonly string[]): Omit<Place, 'typed'> & { command: Command } {
  let [command, place]: [Command, number] = [program, 0];
  let option: Option | undefined;
  for (const word of words) {
    if (option !== undefined) {
      option = undefined;
    } else if (word.startsWith('-')) {
      option = command.options.find(
        ({ long, short, required }) => required && (word === long || word === short),
      );
    } else {
      const below = place === 0 ? command.commands.find((each) => each.name() === word) : undefined;
      place = below === undefined ? place + 1 : 0;
      command = below ?? command;
    }
  }
  return { command, place, option };
}

function choicesOf({ argChoices = [] }: Option | Argument): Candidate[] {
  return argChoices.map((value) => ({ value, description: '' }));
}
