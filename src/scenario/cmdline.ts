/** What a kernel command line says. */

/** The parameters of a kernel command line in their order, with (`console=hvc0`) or without (`quiet`) a value. */
export function parameters(cmdline = ''): readonly { readonly name: string; readonly value: string }[] {
  const words = cmdline.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  return words.map((word) => {
    const [name = '', ...value] = word.split('=');
    return { name, value: value.join('=') };
  });
}

/** The consoles of a command line without their options: `ttyS0,115200` is `ttyS0`. */
export function consoles(cmdline?: string): string[] {
  return parameters(cmdline).flatMap(({ name, value }) =>
    name === 'console' ? [value.split(',', 1)[0] ?? ''] : [],
  );
}
