/** Reports of the kernel's sanitizers: KASAN, KCSAN, KMSAN, KFENCE, UBSAN, kmemleak. */

import { sharing } from '../sharing.ts';

export const SANITIZERS = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    id: 'linux-kasan',
    pattern: /BUG: KAS(?:AN|an): (?<kind>[a-z][a-z -]*[a-z]) (?:in|on) (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: 'KASAN: $<kind> in $<func>',
    hint: 'A memory error at the named function. The report below lists the access, the allocation and the free.',
    end: 'Memory state around the buggy address',
    guilty: { place: 'caller' },
  },
  {
    id: 'linux-kasan-other',
    pattern: /BUG: KAS(?:AN|an): (?<kind>[a-z][a-z -]*[a-z])/,
    title: 'KASAN: $<kind>',
    hint: 'A memory error. The report below lists the access, the allocation and the free.',
    end: 'Memory state around the buggy address',
  },
  {
    id: 'linux-kcsan',
    pattern:
      /BUG: KCSAN: (?<kind>(?:assert: )?[a-z][a-z-]*) in (?<func>[A-Za-z_][A-Za-z0-9_]*(?: \/ [A-Za-z_][A-Za-z0-9_]*)?)/,
    title: 'KCSAN: $<kind> in $<func>',
    hint: 'Two contexts access the same memory without ordering. Use READ_ONCE/WRITE_ONCE, a lock, or data_race() if it is intended.',
    end: 'Reported by Kernel Concurrency Sanitizer',
  },
  {
    id: 'linux-kmsan',
    pattern: /BUG: KMSAN: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: 'KMSAN: $<kind> in $<func>',
    hint: 'Uninitialised memory was used. The report below shows where it was allocated.',
    // Ciphers read what they encrypt, and netlink sends what others wrote: neither has left it uninitialised.
    guilty: {
      place: 'caller',
      skip: /alloc_skb|^netlink_(?:ack|rcv_skb)$|_encrypt$|^(?:crypto|cipher|drbg|rng)_/,
    },
  },
  {
    id: 'linux-kfence',
    pattern: /BUG: KFENCE: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: 'KFENCE: $<kind> in $<func>',
    hint: 'A sampled heap error. The report below lists the access, the allocation and the free.',
    guilty: { place: 'caller' },
  },
  {
    id: 'linux-ubsan',
    pattern: /UBSAN: (?<kind>[A-Za-z][A-Za-z -]*[a-z]) in (?<file>[A-Za-z0-9_./-]+):/,
    title: 'UBSAN: $<kind> in $<file>',
    hint: 'Undefined behaviour in C at the named file and line.',
    guilty: { place: 'caller', title: 'UBSAN: $<kind> in $<func> ($<file>)', skip: /overflow/ },
  },
  {
    id: 'linux-kmemleak',
    pattern: /kmemleak: [0-9]+ new suspected memory leaks/,
    title: 'kmemleak: suspected memory leaks',
    hint: 'Read /sys/kernel/debug/kmemleak in the guest for the allocation traces.',
  },
  {
    id: 'linux-kmemleak-object',
    pattern: /unreferenced object 0x[0-9a-f]+/,
    title: 'kmemleak: unreferenced object',
    hint: 'No pointer to this allocation is left. The backtrace below names the function that allocated it.',
    guilty: {
      place: 'caller',
      title: 'kmemleak: unreferenced object, allocated in $<func>',
      skip: /alloc|create_object/,
    },
  },
  {
    id: 'linux-slub',
    pattern:
      /BUG (?<cache>[A-Za-z][A-Za-z0-9_:.-]*) \((?:T|Not t)ainted[^)]*\): +(?<what>[A-Za-z](?:[A-Za-z -]*[a-z])?)/,
    title: 'Slab corruption in $<cache>: $<what>',
    hint: 'The slab allocator found a damaged object. Rebuild with CONFIG_KASAN=y to find the write.',
  },
  {
    // print_track() in mm/slub.c, a part of each report; with INFO: before 5.12.
    id: 'linux-slub-track',
    pattern: / in (?<func>[A-Za-z_][A-Za-z0-9_]*)[^ ]* age=[0-9]+ cpu=[0-9]+ pid=/,
    title: 'Slab report of an object of $<func>',
    hint: 'The slab allocator found a damaged object; the lines above say what is wrong with it.',
    symptom: true,
  },
  {
    id: 'linux-usercopy',
    pattern: /usercopy: Kernel memory (?<what>[a-z]+) attempt detected/,
    title: 'usercopy: kernel memory $<what> attempt',
    hint: 'copy_to_user/copy_from_user with a length that leaves its object.',
    guilty: { place: 'caller', title: 'usercopy: kernel memory $<what> attempt in $<func>' },
  },
  {
    id: 'linux-list-corruption',
    pattern: /(?<op>list_add|list_del) corruption/,
    title: '$<op> corruption',
    hint: 'A list entry was freed, added twice or overwritten. Rebuild with CONFIG_KASAN=y.',
    guilty: { place: 'caller', title: '$<op> corruption in $<func>' },
  },
  {
    id: 'linux-refcount',
    pattern: /refcount_t: (?<what>[a-z][a-z0-9 -]*[a-z0-9])/,
    title: 'refcount_t: $<what>',
    hint: 'Unbalanced get and put on a reference counter; the trace shows the last user.',
    guilty: { place: 'caller', title: 'refcount_t: $<what> in $<func>' },
  },
  {
    id: 'linux-ref-tracker',
    pattern: /ref_tracker: /,
    title: 'ref_tracker: leaked or double released reference',
    hint: 'The trace below shows where the reference was taken.',
  },
]);
