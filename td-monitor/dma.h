/**
 * What devices write to private memory of the TD. On TDX hardware such a write does not reach the TD: it changes the page that
 * the VMM has at that address. Here, too (nested-paging.h), so that page shows it. Reads of devices leave no trace.
 *
 * The caller holds the monitor's lock.
 */
#ifndef TD_DMA_H
#define TD_DMA_H

#include "types.h"

/** Looks at one page that is private now. */
void dma_check_page(u64 gpa);
/** Looks at a part of memory if the last part was long enough ago: takes one percent of the time, for a TD that never ends. */
void dma_check_some(void);
/** Looks at all accepted pages. */
void dma_check_all(void);

#endif
