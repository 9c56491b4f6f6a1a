/** The playback of a recording. The player is unpacked and run only when somebody asks for it. */

import { element, loadScript, readBlock } from './data.ts';

type Create = (source: { data: string }, root: HTMLElement, options: object) => { play(): Promise<void> };

/** The button that starts it, and the place where the terminal appears. */
export function playback(article: HTMLElement): HTMLElement {
  const button = element('button', { type: 'button', class: 'play' }, '▶ Play the boot');
  const root = element('div', { class: 'playback' }, button);
  button.addEventListener('click', async () => {
    button.disabled = true;
    const [create, data] = await Promise.all([
      loadScript<Create>('player', 'asciinemaPlayer'),
      readBlock(article, 'cast'),
    ]);
    const screen = element('div', { class: 'screen' });
    root.replaceChildren(screen);
    await create({ data: data ?? '' }, screen, { idleTimeLimit: 1, fit: 'width', preload: true }).play();
  });
  return root;
}
