/** The entry of the action firmware/action.yml, for its main and its post step. */

import { useCompileCache } from '../startup.ts';

useCompileCache();
const { getState, saveState } = await import('@actions/core');
const isPost = getState('isPost') !== '';
saveState('isPost', 'true');
if (isPost) await (await import('./post.ts')).post();
else await (await import('./firmware-main.ts')).main();
