/** What holds of every VMM. */

import { PLATFORMS } from '../../words/words.ts';
import type { Row } from '../combination.ts';

export const ANY_VMM_ROWS: readonly Row[] = [
  {
    id: 'vmm-args',
    when: { platforms: PLATFORMS, needs: ['vmm-args'] },
    verdict: 'unknown',
    about: 'vmm-args',
    reason: 'this table does not know what the arguments in vmm-args do',
    reference: 'docs/scenario.md',
    certainty: 'documented',
    advice: 'Use keys of the scenario where there are any.',
  },
];
