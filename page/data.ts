/** The data that the page holds, compressed, beside its text. */

/** The text of a block within `root`; undefined where there is none. */
export async function readBlock(root: ParentNode, name: string): Promise<string | undefined> {
  const packed = root.querySelector(`script[data-name="${name}"]`)?.textContent;
  if (packed === undefined || packed === null) return undefined;
  const binary = atob(packed);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

/**
 * What a script of the page defines as `name`: the script is unpacked and run when it is needed first. The page's policy knows
 * its digest.
 */
export async function loadScript<T>(block: string, name: string): Promise<T> {
  const known = globalThis as { [name: string]: unknown };
  if (known[name] === undefined) {
    const script = element('script');
    script.textContent = (await readBlock(document, block)) ?? '';
    document.head.append(script);
  }
  if (known[name] === undefined) throw new Error(`the browser did not run the page's ${block}`);
  return known[name] as T;
}

/** An element with attributes and children. A child that is a string is text, never HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
