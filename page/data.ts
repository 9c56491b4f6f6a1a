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

/** An element with a class, attributes and children. Text is always text. */
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
