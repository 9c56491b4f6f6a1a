import {
  doubtOf
} from "./chunk-CT3CYKUU.js";
import {
  ReportParser,
  isOwnFailure
} from "./chunk-HELCCKQW.js";
import {
  parsePattern,
  trustedPattern
} from "./chunk-X5GGVPWF.js";
import {
  describeExplanation,
  explainDifference,
  firstDifference
} from "./chunk-7EZL7CAO.js";
import {
  parseEventLog,
  replayLog
} from "./chunk-YQ6TYZ6A.js";
import {
  BUGS,
  EVERY_ROW,
  EXCEPTIONS,
  HOST_SIGNATURES,
  LOCKDEP,
  MILESTONES,
  SANITIZERS,
  SIGNATURES,
  SUPPRESSIONS,
  causeOf,
  everyCauseOf,
  fingerprintOf,
  isOwnWords,
  titleOf
} from "./chunk-BKFCS2O6.js";
import {
  DataError
} from "./chunk-LZS5NMGH.js";
import {
  openRecorded
} from "./chunk-322MFWUB.js";
import {
  COMMAND_FINDINGS
} from "./chunk-PSFT4LPN.js";
import {
  StepProgress,
  shortly
} from "./chunk-2RGQK5KE.js";
import {
  formatDuration,
  stuckHint
} from "./chunk-SXQGVEJP.js";
import {
  wholeOrNothing
} from "./chunk-JCCCLOPX.js";
import {
  REGISTERS
} from "./chunk-DTP6JIFW.js";
import {
  LINE_CAP,
  LineScanner,
  buildAutomaton,
  lineReader
} from "./chunk-HXMGEBNU.js";
import {
  PHASES,
  SEVERITIES,
  isGuestStream,
  isRunStream,
  isTrustDomain
} from "./chunk-FZIILW4F.js";
import {
  shortHex
} from "./chunk-TOLEDQXP.js";
import {
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/judge/quote.ts
var QUOTED_CHARACTERS = 4e3;
function quoted(text) {
  return wholeOrNothing(text, QUOTED_CHARACTERS);
}

// src/judge/guilty/frame.ts
var KERNEL_PREFIX = /^.*?\[ *\d+\.\d+\](?:\[ *([TC]\d+)\])?(?: [cC]\d+ +\d+)? ?/;
function wordsOf(line) {
  const prefix = KERNEL_PREFIX.exec(line);
  return { text: prefix === null ? line : line.slice(prefix[0].length), caller: prefix?.[1] };
}
var NAME = String.raw`([A-Za-z_][\w.$]*)`;
var OFFSET = String.raw`\+0x[0-9a-f]+(?:\/0x[0-9a-f]+)?`;
var ADDRESSES = String.raw`(?:\[<?(?:0x)?[0-9a-f]+>?\] *){0,2}`;
var INSTRUCTION = new RegExp(
  String.raw`(?:\b[RE]?IP:?|\b[EP][IC]P? is at|\be?pc :|\bNIP:?|--- interrupt: [0-9a-f]+ at) *(?:[0-9a-f]{2,4}:)?${ADDRESSES}\(?${NAME}(?:${OFFSET}| \S+\.[chS]:\d+)`
);
var STACK = new RegExp(
  String.raw`^ *${ADDRESSES}(\? )?${NAME}(?:${OFFSET}| \(?[\w./-]+\.(?:[chS]|rs):\d+.*)`
);
var INLINE = new RegExp(String.raw`^ *\[< *inline *>\] *${NAME}`);
var FROM = new RegExp(
  String.raw`^ *${ADDRESSES}\(?${NAME}(?:${OFFSET})?\)? from ${ADDRESSES}\(?${NAME}${OFFSET}`
);
function framesOf(text) {
  const from = FROM.exec(text);
  if (from !== null) return [stack(from[1]), stack(from[2])];
  const inline = INLINE.exec(text);
  if (inline !== null) return [stack(inline[1])];
  const called = STACK.exec(text);
  if (called !== null) return [stack(called[2], called[1] !== void 0 || text.includes("(unreliable)"))];
  const at = INSTRUCTION.exec(text);
  return at === null ? [] : [{ func: bareName(at[1] ?? ""), kind: "instruction", doubtful: false }];
}
function stack(name = "", doubtful = false) {
  return { func: bareName(name), kind: "stack", doubtful };
}
var SUFFIX = /\.(?:isra|part|constprop|cold|llvm|lto_priv|localalias)\b.*$|\.\d+$/;
var SYSCALL = /^(?:__(?:x64|ia32|arm64|riscv|se|do|s390x?)_(?:compat_)?sys_|_{0,4}sys_|ksys_|(?:compat_)?(?:SYSC|SyS)_)/;
function bareName(name) {
  const bare = name.replace(SUFFIX, "");
  return bare.replace(SYSCALL, "") || bare;
}

// src/judge/guilty/helpers.ts
var HELPERS = [
  {
    reason: "prints or records the stack",
    names: "dump_stack* show_stack* show_trace* show_regs* *dump_backtrace* unwind_* walk_stack* *stack_walk* stack_trace_* save_stack* return_address kunwind_* nmi_cpu_backtrace* nmi_trigger_* arch_trigger_* trigger_*_backtrace rcu_dump_cpu_stacks"
  },
  {
    reason: "reports the bug of another function",
    names: "warn warn_* report_bug fixup_bug handle_bug panic vpanic nmi_panic check_panic_on_warn oops_* die die_* bug_handler add_taint print_tainted get_taint make_task_dead rewind_stack_* assertfail assfail *rust_begin_unwind* *panic_fmt* *panicking*"
  },
  {
    reason: "the entry of an exception: the function below took it",
    names: "asm_exc_* exc_* invalid_op do_invalid_op do_trap* do_error* error_entry page_fault async_page_fault general_protection do_general_protection divide_error int3 do_int3 stack_segment double_fault xen_*_trap page_fault_oops kernelmode_fixup_or_oops bad_area* no_context pgtable_bad do_page_fault do_user_addr_fault do_kern_addr_fault do_translation_fault do_kernel_fault do_tag_check_fault do_tag_recovery do_sea do_mem_abort do_DataAbort do_PrefetchAbort do_undefinstr do_bad_area do_DataAbort dabt_svc und_svc pabt_svc dabt_usr el1_* el1h_64_sync* el1h_64_error* el0_sync* program_check_* data_access_* handle_page_fault handle_exception *_trap *_exception brk_handler call_break_hook do_debug_exception bug_brk_handler die_kernel_fault do_user_fault probe_kernel_address restore_all"
  },
  {
    reason: "a sanitizer or another checker, which looks at what its caller does",
    names: "*kasan* *hwasan* asan_* *kmsan* msan_* *kcsan* tsan_* *kfence* *ubsan* *sanitizer* check_memory_region* memory_is_* bytes_is_* print_report print_address_description* describe_address describe_object report_access report_enabled instrument_* object_err print_trailer slab_bug slab_err slab_pad_check slab_fix check_bytes_and_report check_object* check_slab check_heap_object check_page_span usercopy_* fortify_* handle_overflow stack_chk_* val_to_string"
  },
  {
    reason: "lockdep, which looks at the locks of its caller",
    names: "*lockdep* lock_acquire* lock_release* lock_acquired lock_contended lock_is_held* lock_class* lock_set_class lock_downgrade mark_lock* mark_held_locks mark_usage reacquire_held_locks validate_chain check_prev_add check_prevs_add check_noncircular check_deadlock check_wait_context check_usage* check_irq_usage check_path check_flags register_lock_class print_usage_bug* print_circular_bug* print_deadlock_bug print_irq_* print_bad_* print_unlock_* print_lock* print_shortest_* look_up_lock_class find_held_lock bfs valid_state debug_check_no_locks_* assign_lock_key *imbalance_bug hlock_class trace_hardirqs_* trace_softirqs_* nested_lock*"
  },
  {
    reason: "a lock: at fault is who takes it, or when",
    names: "*spin_lock* *spin_trylock* *spin_unlock* *read_lock* *read_trylock* *read_unlock* *write_lock* *write_trylock* *write_unlock* do_raw_* *raw_spin_rq* mutex_* rt_mutex_* rtlock_* ww_mutex_* down down_read* down_write* down_trylock down_interruptible down_killable down_timeout up up_read* up_write* percpu_down_* percpu_up_* *rwsem_* osq_* owner_on_cpu pv_*lock* native_queued_* queued_* spin_bug spin_dump rwlock_bug lock_page* unlock_page* folio_lock* folio_unlock* lock_sock* release_sock* bit_spin_* lock_timer_base seqprop_*"
  },
  {
    reason: "an operation on a word of memory that the caller chose",
    names: "*atomic_* *atomic64_* *atomic_long_* *set_bit *clear_bit *change_bit *test_bit *_bit_lock *_bit_unlock read_once* write_once* read_word_at_a_time rcu_dereference* bitmap_* find_next_* find_first_*"
  },
  {
    reason: "a reference counter: the caller counts wrongly",
    names: "refcount_* kref_* *ref_tracker* percpu_ref_*"
  },
  {
    reason: "works on memory whose bounds the caller gave",
    names: "*memcpy* *memcmp* *memset* *memmove* *memchr* *memdup* memscan memweight memzero* strcmp* strncmp* strcpy* strlcpy* strncpy* strscpy* strlen* strnlen* strstr* strnstr* strchr* strnchr* strrchr* *strdup* *strndup* strcat* strncat* strlcat* strsep strspn strcasecmp* clear_page* copy_page csum_partial* crc16* crc32* crc_itu_t* chksum_* hex_dump_* print_hex_* rep_*"
  },
  {
    reason: "copies between the kernel and a program what the caller passed",
    names: "*copy_to_user* *copy_from_user* *copy_in_user* *copy_to_iter* *copy_from_iter* *copy_page_to_iter* *copy_page_from_iter* *copy_folio_to_iter* *copy_user_* copyin copyout *put_user* *get_user *get_user_* *clear_user* *iov_iter* *strncpy_from_user* *strnlen_user* *extract_user_to_sg *extract_iter_to_sg *csum_and_copy_*"
  },
  {
    reason: "checks the context, or switches tasks: the caller must not sleep there",
    names: "might_sleep* might_resched* might_fault* might_alloc* cant_* cond_resched* preempt_* schedule schedule_* io_schedule* debug_smp_processor_id check_preemption_disabled this_cpu_preempt_check in_atomic_* smp_processor_id"
  },
  {
    reason: "a container: the entry that the caller gave is not good",
    names: "*list_add* *list_del* list_replace* list_move* list_splice* list_cut_* hlist_* llist_* plist_* rb_* klist_* xas_* xa_load xa_store xa_erase radix_tree_* idr_* ida_* rhashtable_* rht_*"
  },
  {
    reason: "allocates or frees what the caller asked for",
    names: "*kmalloc* *kzalloc* *kcalloc* *kvmalloc* *vmalloc* *vzalloc* *krealloc* *kvrealloc* *kmem_cache* slab_* allocate_slab new_slab alloc_pages* alloc_page* alloc_slab* alloc_frozen_pages* alloc_percpu* kfree* kvfree* vfree* vunmap* free_pages* free_page free_unref_* free_pcppages_* free_hot_cold_* free_large_* free_slab* folio_alloc* folio_put* put_page* put_folio* qlist_* qlink_* get_partial* *_partials get_free_pages* get_page_from_freelist rmqueue* prep_new_page post_alloc_* set_track* cache_alloc* cache_free* pcpu_* filemap_alloc_folio* filemap_get_folio* find_or_create_page do_read_cache_* read_cache_* pagecache_get_page grab_cache_page* find_lock_entries truncate_inode_pages_range phys_addr discard_slab do_slab_free memdup_user*"
  },
  {
    reason: "tracks whether its caller has initialised an object",
    names: "debug_object* debug_check_no_obj* debug_print_object debug_timer_* debug_work_* debug_hrtimer_* debug_rcu_head_* timer_is_static_object work_is_static_object timer_fixup_* work_fixup_* stub_timer"
  },
  {
    reason: "formats or prints what the caller passed",
    names: "*printk* *dev_info *dev_notice *dev_warn *dev_err *dev_alert *dev_crit *dev_emerg *printf *string pointer number va_format widen_string *string_nocheck console_unlock console_flush_all console_emit_next_record"
  },
  {
    reason: "starts, stops or waits for an object of the caller",
    names: "del_timer* timer_delete* timer_shutdown* try_to_del_timer* mod_timer* add_timer* sk_stop_timer* sk_reset_timer hrtimer_cancel hrtimer_try_to_cancel hrtimer_start* flush_work* flush_workqueue* flush_delayed_work drain_workqueue destroy_workqueue *queue_work* *queue_delayed_work* insert_work* cancel_work* cancel_delayed_work* start_flush_work touch_work_* try_to_grab_pending finish_wait prepare_to_wait* wake_up* complete complete_all wait_for_completion* wait_for_common* kthread_stop* kthread_flush_* kthread_cancel_* tasklet_kill cleanup_srcu_struct call_rcu* init_timer* init_work* *_wake_bit autoremove_wake_function default_wake_function try_to_wake_up"
  },
  {
    reason: "does for any driver what that asked for",
    names: "kobject_* kobj_* proc_register proc_create* proc_mkdir* add_uevent_var device_add* device_del device_unregister device_destroy device_release device_remove_file device_for_each_child* sysfs_remove* dpm_sysfs_remove get_device_parent put_device get_device devres_release_all hwrng_unregister i2c_del_adapter unregister_client rollback_registered* unregister_netdev* tty_unregister_device usb_kill_* usb_control_msg* usb_hcd_submit_urb usb_submit_urb usb_start_wait_urb usb_bulk_msg usb_interrupt_msg dummy_urb_enqueue"
  },
  {
    reason: "works on a packet buffer as the caller said",
    names: "kfree_skb* consume_skb skb_panic skb_over_panic skb_under_panic skb_push skb_put skb_pull skb_trim skb_copy_bits"
  },
  {
    reason: "accesses the register that the caller named",
    names: "readb readw readl readq writeb writew writel writeq raw_read? raw_write? inb inw inl outb outw outl ioread* iowrite* logic_in* logic_out*"
  },
  {
    reason: "code that a compiler or a tracer put between two functions",
    names: "*_indirect_thunk_* *_return_thunk srso_* retbleed_* ftrace_* fentry mcount perf_trace_* trace_event_raw_* trace_event_buffer_* traceiter_* kretprobe_* arch_rethook_* SCT_* x86_*_thunk* aarch64_insn_* perf_tp_event*"
  },
  {
    reason: "begins or ends a section of the caller",
    names: "local_bh_* *bh_enable* *bh_disable* local_irq_* rcu_read_* rcu_lockdep_* rcu_is_watching rcu_dynticks_* rcu_irq_* rcu_nmi_* srcu_read_*"
  },
  {
    reason: "drops a reference, or checks a state, which its caller broke",
    names: "iput iput_final ihold dput fast_dput retain_dentry drop_nlink mark_buffer_dirty"
  }
];
var SLEEPERS = [
  { reason: "switches to another task", names: "*sched* context_switch* switch_to*" },
  {
    reason: "waits for a lock, a grace period or a completion of the caller",
    names: "*_lock* *_slowlock* *down* *rwsem* *completion* *wait* *synchronize* *rcu_barrier* cancel_delayed_work* *kthread* ret_from_fork*"
  }
];
var GATHERING = [
  { names: "*rtnl_lock*", as: "rtnl_lock", reason: "one holder of the network lock stops all its users" },
  {
    names: "*synchronize_rcu* *synchronize_srcu* *synchronize_net* *synchronize_sched*",
    as: "synchronize_rcu",
    reason: "a grace period that does not end stops all who wait for one"
  }
];
var ENTRIES = [
  {
    reason: "calls the system call",
    names: "do_syscall_* do_fast_syscall_* do_int80_* entry_SYSCALL* entry_SYSENTER* entry_INT80* sysenter_* tracesys* el0_svc* invoke_syscall* ret_fast_syscall system_call* x64_sys_call do_trap_ecall_u handle_syscall ret_from_syscall"
  },
  {
    reason: "runs a work item, a thread, an initcall or the idle loop",
    names: "process_one_work process_scheduled_works worker_thread kthread kthread_worker_fn smpboot_thread_fn run_ksoftirqd ret_from_fork* start_secondary cpu_startup_entry do_idle secondary_startup_* kernel_init do_one_initcall start_kernel"
  }
];
var DISPATCHERS = [
  ...ENTRIES,
  {
    reason: "runs a softirq, a timer or a packet handler",
    names: "*do_softirq* handle_softirqs call_timer_fn run_timers run_timer_* expire_timers hrtimer_run* tasklet_action* tasklet_hi_action net_rx_action *netif_receive_skb* rcu_do_batch rcu_core irq_work_run*"
  },
  {
    reason: "calls the operation of a file",
    names: "vfs_write vfs_read vfs_iter_read vfs_iter_write vfs_ioctl vfs_open vfs_fsync* ioctl do_vfs_ioctl compat_ioctl do_iter_read do_iter_write do_iter_readv_writev call_read_iter call_write_iter new_sync_read new_sync_write blkdev_ioctl blkdev_driver_ioctl *compat_ioctl call_mmap mmap_region do_mmap do_dentry_open fput task_work_run exit_to_user* do_fault do_page_fault page_fault"
  },
  {
    reason: "calls the operation of a socket",
    names: "sock_sendmsg* sock_recvmsg* sock_release sock_mmap sock_do_ioctl sock_ioctl sock_common_setsockopt compat_sock_ioctl setsockopt kernel_setsockopt do_sock_setsockopt listen kernel_listen accept kernel_accept sk_common_release nfnetlink_rcv_msg rtnetlink_rcv_msg netlink_dump socketpair connect"
  }
];
var STALL_GATHERING = [
  {
    names: "*smp_call_function*",
    as: "smp_call_function",
    reason: "another CPU does not answer, and stops all who call it"
  }
];
var INTERRUPT_ENTRIES = [
  {
    reason: "the timer interrupt or the NMI that found the stall",
    names: "asm_sysvec_* *apic_timer_interrupt* ret_from_intr common_interrupt asm_common_interrupt el1_irq el1h_64_irq* el1_interrupt irq_svc gic_handle_irq decrementer_common* timer_interrupt nmi asm_exc_nmi end_repeat_nmi handle_irq do_interrupt_handler"
  }
];
var STALL_FINDERS = [
  {
    reason: "looks for stalls when the timer of the CPU ticks, or is the grace period that waits",
    names: "rcu_* print_cpu_stall* print_other_cpu_stall* check_cpu_stall* tick_* update_process_times watchdog_* hrtimer_interrupt hrtimer_run_queues smp_apic_timer_interrupt local_apic_timer_interrupt scheduler_tick sched_tick softlockup_* perf_event_* nmi_handle arch_timer_handler_*"
  }
];
function memberOf(groups) {
  const names = groups.flatMap((group) => group.names.split(" "));
  const pattern = names.map((name) => name.replaceAll("*", "\\w*").replaceAll("?", "\\w")).join("|");
  const whole = new RegExp(`^_*(?:${pattern})$`);
  const known = /* @__PURE__ */ new Map();
  return (func) => {
    const cached = known.get(func);
    if (cached !== void 0) return cached;
    const is = whole.test(func);
    if (known.size < 1e4) known.set(func, is);
    return is;
  };
}

// src/judge/guilty/guilty.ts
var LINES = 1e3;
var SHOWN = 24;
var TRACE_START = /Call [Tt]race|\b[Bb]acktrace(?: \(crc [0-9a-f]+\))?:/;
var HISTORY = /Allocated by|Freed by|^ *Allocated:|^ *Freed:|Uninit was|was created at|page last free/;
var ALLOCATION = /page last allocated/;
var REPORT_END = /---\[ end (?:trace|Kernel panic)|Memory state around the buggy/;
var SECOND_REPORT = /Kernel panic - not syncing|------------\[ cut here \]|Rebooting in/;
var LOCK_PLACE = /\bat: (?:\[<?[0-9a-f]+>?\] +)?([A-Za-z_][\w.]*)\+0x|\blast function: ([A-Za-z_]\w*)/;
var PLACE_FOLLOWS = /\bat:$/;
var isHelper = memberOf(HELPERS);
var isEntry = memberOf(ENTRIES);
var isSleeper = memberOf(SLEEPERS);
var isDispatcher = memberOf(DISPATCHERS);
var isInterruptEntry = memberOf(INTERRUPT_ENTRIES);
var isFinder = memberOf(STALL_FINDERS);
var HANG_GATHERED = GATHERING.map((row) => ({ as: row.as, is: memberOf([row]) }));
var STALL_GATHERED = STALL_GATHERING.map((row) => ({ as: row.as, is: memberOf([row]) }));
var GuiltySearch = class {
  #rule;
  #caller;
  /** The function that the report's first line names. */
  #named;
  #traces = [{ marked: false, frames: [], lines: [] }];
  #instruction;
  /** Where locks are taken: first the one that is too much, then one that is held. */
  #locks = [];
  #lockFollows = false;
  /** The frames that follow are not about now. */
  #history = false;
  #allCpus = false;
  #lines = 0;
  #done = false;
  /** @param line the report's first line; @param named the function in it, if it has one */
  constructor(rule, line, named) {
    this.#rule = rule;
    this.#named = named;
    this.#caller = wordsOf(line).caller;
    this.#history = rule.place === "allocation";
  }
  /** Takes the next line. @returns false when no further line can change what was found */
  read(line) {
    if (this.#done || ++this.#lines > LINES) return false;
    const { text, caller } = wordsOf(line);
    this.#allCpus ||= text.includes("Sending NMI from CPU");
    const other = this.#caller !== void 0 && caller !== this.#caller;
    if (other && !(this.#allCpus && caller?.startsWith("C"))) return true;
    this.#take(text);
    return !this.#done;
  }
  #take(text) {
    const panics = SECOND_REPORT.test(text) && this.#traces.some(({ frames: frames2 }) => frames2.length > 1);
    if (panics || REPORT_END.test(text)) {
      this.#done = true;
      return;
    }
    if (this.#rule.place === "allocation") {
      this.#done = !this.#history && (HISTORY.test(text) || TRACE_START.test(text));
      if (ALLOCATION.test(text)) this.#history = false;
    } else {
      this.#history ||= HISTORY.test(text);
      if (TRACE_START.test(text)) this.#startTrace();
    }
    if (this.#history || this.#done) return;
    const frames = framesOf(text);
    this.#takeLock(text, frames[0]);
    this.#instruction ??= frames.find(({ kind }) => kind === "instruction")?.func;
    const trace = this.#traces.at(-1);
    trace?.frames.push(...frames);
    if (frames.length > 0 && trace !== void 0 && trace.lines.length < SHOWN) trace.lines.push(text.trim());
  }
  /** Registers before the first trace belong to it. */
  #startTrace() {
    const last = this.#traces.at(-1);
    if (last?.marked === false && last.frames.every(({ kind }) => kind === "instruction")) last.marked = true;
    else this.#traces.push({ marked: true, frames: [], lines: [] });
  }
  #takeLock(text, next) {
    const place = LOCK_PLACE.exec(text);
    const lock = place?.[1] ?? place?.[2] ?? (this.#lockFollows ? next?.func : void 0);
    this.#lockFollows = PLACE_FOLLOWS.test(text);
    if (lock !== void 0 && this.#locks.length < 2) this.#locks.push(bareName(lock));
  }
  /** The function at fault, or undefined when no line names one that may be. */
  get func() {
    const stack2 = this.#stack.filter((func) => !isEntry(func));
    switch (this.#rule.place) {
      case "fault":
        return this.#blame([this.#named, this.#instruction, ...stack2]);
      case "lock":
        return this.#blame([...this.#locks.filter((func) => !isEntry(func)), ...stack2]);
      case "hang":
        return gather(HANG_GATHERED, stack2) ?? this.#blame(stack2.filter((func) => !isSleeper(func)));
      case "stall":
        return this.#looping();
      default:
        return this.#blame([this.#named, ...stack2]);
    }
  }
  /** The lines of the trace, the innermost frame first; none where the report has no trace. */
  get trace() {
    return this.#first?.lines ?? [];
  }
  /** The first trace that has frames. */
  get #first() {
    const filled = this.#traces.filter(({ frames }) => frames.some(({ kind }) => kind === "stack"));
    return filled.find(({ marked }) => marked) ?? filled[0];
  }
  /** Its frames, the innermost first. */
  get #stack() {
    return certain(this.#first?.frames ?? []);
  }
  /** The first that may be guilty. */
  #blame(funcs) {
    return funcs.find((func) => func !== void 0 && !this.#isInnocent(func));
  }
  #isInnocent(func) {
    return isHelper(func) || this.#rule.skip?.test(func) === true;
  }
  #looping() {
    for (const { frames } of this.#traces) {
      const interrupted = frames.findIndex(({ func }) => isInterruptEntry(func));
      const funcs = frames.slice(interrupted + 1).filter(({ doubtful, func }) => !doubtful && !this.#isInnocent(func) && !isFinder(func)).map(({ func }) => func);
      const dispatcher = funcs.findIndex(isDispatcher);
      const loop = dispatcher < 0 ? funcs : funcs.slice(0, dispatcher);
      const found = gather(STALL_GATHERED, loop) ?? (dispatcher < 0 ? loop[0] : loop.at(-1));
      if (found !== void 0) return found;
    }
    return void 0;
  }
};
function certain(frames) {
  const stack2 = frames.filter(({ kind }) => kind === "stack");
  const sure = stack2.filter(({ doubtful }) => !doubtful);
  return (sure.length > 0 ? sure : stack2).map(({ func }) => func);
}
function gather(rows, funcs) {
  for (const func of funcs) {
    const row = rows.find(({ is }) => is(func));
    if (row !== void 0) return row.as;
  }
  return void 0;
}

// src/judge/guilty/rust-name.ts
var SYMBOL = /\b(_(?:R[0-9A-Z]|ZN\d)[\w.$]+)(?:\+0x[0-9a-f]+(?:\/0x[0-9a-f]+)?)?/g;
var DEPTH = 32;
function withRustNames(line) {
  if (!line.includes("_R") && !line.includes("_ZN")) return line;
  return line.replace(SYMBOL, (place, symbol) => {
    const name = rustName(symbol);
    return name === symbol ? place : `${place} (${name})`;
  });
}
function rustName(symbol) {
  const name = symbol.startsWith("_ZN") ? legacy(symbol) : symbol.startsWith("_R") ? v0(symbol) : void 0;
  return name ?? symbol;
}
function legacy(symbol) {
  const parts = [];
  let at = 3;
  for (; ; ) {
    const length = /^\d+/.exec(symbol.slice(at))?.[0];
    if (length === void 0) break;
    at += length.length;
    parts.push(symbol.slice(at, at + Number(length)));
    at += Number(length);
  }
  if (symbol[at] !== "E" || !/^h[0-9a-f]{16}$/.test(parts.at(-1) ?? "")) return void 0;
  return parts.slice(0, -1).join("::");
}
function v0(symbol) {
  try {
    return new PathReader(symbol.slice(2).replace(/\..*$/, "")).path(0);
  } catch (error) {
    if (error instanceof Unreadable) return void 0;
    throw error;
  }
}
var Unreadable = class extends Error {
};
var PathReader = class _PathReader {
  #text;
  #at = 0;
  constructor(text) {
    this.#text = text;
  }
  path(depth) {
    if (depth > DEPTH) throw new Unreadable();
    const tag = this.#next();
    switch (tag) {
      case "C":
        return this.#identifier();
      case "M":
      case "X":
        this.#disambiguator();
        this.path(depth + 1);
        return this.#impl(tag, depth);
      case "Y":
        return this.#impl("X", depth);
      case "N": {
        const kind = this.#next();
        const parent = this.path(depth + 1);
        const name = this.#identifier();
        if (kind === "C") return `${parent}::{closure}`;
        return kind === "S" ? `${parent}::{shim}` : `${parent}::${name}`;
      }
      case "I": {
        const path = this.path(depth + 1);
        while (this.#peek() !== "E") this.#argument(depth + 1);
        this.#next();
        return path;
      }
      case "B":
        return this.#back((reader) => reader.path(depth + 1));
      default:
        throw new Unreadable();
    }
  }
  /** `<Type>` or `<Type as Trait>`. */
  #impl(tag, depth) {
    const type = this.#type(depth + 1);
    return tag === "M" ? type : `<${type} as ${this.path(depth + 1)}>`;
  }
  #argument(depth) {
    if (this.#peek() === "L") {
      this.#next();
      this.#number();
    } else if (this.#peek() === "K") {
      this.#next();
      this.#constant(depth);
    } else this.#type(depth);
  }
  #type(depth) {
    if (depth > DEPTH) throw new Unreadable();
    const tag = this.#peek();
    if (/[a-z]/.test(tag)) {
      this.#next();
      return BASIC[tag] ?? "_";
    }
    if (!"RQPOASTB".includes(tag)) return this.path(depth);
    this.#next();
    if (tag === "B") return this.#back((reader) => reader.#type(depth + 1));
    if (tag === "T") {
      const types = [];
      while (this.#peek() !== "E") types.push(this.#type(depth + 1));
      this.#next();
      return `(${types.join(", ")})`;
    }
    if ((tag === "R" || tag === "Q") && this.#peek() === "L") this.#argument(depth);
    const inner = this.#type(depth + 1);
    if (tag === "A") this.#constant(depth);
    if (tag === "A" || tag === "S") return `[${inner}]`;
    return `${tag === "R" ? "&" : tag === "Q" ? "&mut " : "*"}${inner}`;
  }
  #constant(depth) {
    if (this.#peek() === "B") {
      this.#next();
      this.#number();
    } else if (this.#peek() === "p") this.#next();
    else {
      this.#type(depth + 1);
      while (this.#next() !== "_") ;
    }
  }
  #back(read) {
    const at = this.#number();
    const reader = new _PathReader(this.#text);
    reader.#at = at;
    return read(reader);
  }
  #identifier() {
    this.#disambiguator();
    if (this.#peek() === "u") this.#next();
    const length = /^\d+/.exec(this.#text.slice(this.#at))?.[0];
    if (length === void 0) throw new Unreadable();
    this.#at += length.length;
    if (this.#peek() === "_") this.#next();
    const name = this.#text.slice(this.#at, this.#at + Number(length));
    if (name.length < Number(length)) throw new Unreadable();
    this.#at += name.length;
    return name;
  }
  #disambiguator() {
    if (this.#peek() !== "s") return;
    this.#next();
    this.#number();
  }
  /** Base 62, ended by `_`: nothing is 0, `0` is 1. */
  #number() {
    const digits = /^[0-9a-zA-Z]*(?=_)/.exec(this.#text.slice(this.#at))?.[0];
    if (digits === void 0 || digits.length > 16) throw new Unreadable();
    this.#at += digits.length + 1;
    if (digits === "") return 0;
    return [...digits].reduce((sum, digit) => sum * 62 + DIGITS.indexOf(digit), 0) + 1;
  }
  #peek() {
    const char = this.#text[this.#at];
    if (char === void 0) throw new Unreadable();
    return char;
  }
  #next() {
    const char = this.#peek();
    this.#at++;
    return char;
  }
};
var DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
var BASIC = {
  a: "i8",
  b: "bool",
  c: "char",
  d: "f64",
  e: "str",
  f: "f32",
  h: "u8",
  i: "isize",
  j: "usize",
  l: "i32",
  m: "u32",
  n: "i128",
  o: "u128",
  s: "i16",
  t: "u16",
  u: "()",
  x: "i64",
  y: "u64",
  z: "!",
  p: "_"
};

// src/judge/guilty/suspects.ts
var FOLLOWED = 4;
var Suspects = class {
  #followed = [];
  /** True while further lines may name somebody. */
  get searching() {
    return this.#followed.length > 0;
  }
  /**
   * Follows the report that this line begins.
   * @param named the function in the line itself
   * @param tell is called once, when the report is over
   */
  follow(rule, line, named, tell) {
    if (this.#followed.length >= FOLLOWED) return;
    this.#followed.push({ search: new GuiltySearch(rule, line, named), tell });
  }
  /** Takes the next line of the log or stream. */
  read(line) {
    if (this.#followed.length === 0) return;
    const open = this.#followed.filter(({ search }) => search.read(line));
    if (open.length === this.#followed.length) return;
    const ended = this.#followed.filter((one) => !open.includes(one));
    this.#followed = open;
    ended.forEach(finish);
  }
  /** No line follows. */
  end() {
    const all = this.#followed;
    this.#followed = [];
    all.forEach(finish);
  }
};
function finish({ search, tell }) {
  const { func, trace } = search;
  tell(func === void 0 ? void 0 : rustName(func), trace.map(withRustNames));
}

// src/judge/recent.ts
var RECENT_BYTES = 16384;
var Recent = class {
  /** The last bytes, at the end of the array; copies, because the chunks that are read are large. */
  #bytes = new Uint8Array(RECENT_BYTES);
  #length = 0;
  keep(bytes) {
    const kept = bytes.subarray(-RECENT_BYTES);
    this.#bytes.copyWithin(0, kept.length);
    this.#bytes.set(kept, RECENT_BYTES - kept.length);
    this.#length = Math.min(RECENT_BYTES, this.#length + kept.length);
  }
  /** All lines that are kept, normalised; the first may lack its beginning, the last its end. */
  lines() {
    const lines = [];
    const scanner = lineReader((text) => lines.push(text));
    scanner.push(this.#bytes.subarray(RECENT_BYTES - this.#length));
    scanner.end();
    return lines;
  }
};

// src/judge/console-command.ts
var MOST_BYTES = 1e3;
function obstacleToTyping({ argv }) {
  const control = argv.some((word) => /[\x00-\x09\x0b-\x1f\x7f]/.test(word));
  if (control) return "it has tabs or control characters, which a shell would not take as text";
  const long = argv.some((word) => word.split("\n").some((line) => Buffer.byteLength(line) > MOST_BYTES));
  return long ? `it has a line of more than ${MOST_BYTES} bytes` : void 0;
}
function typed(stream, { argv, env, directory = "/" }) {
  const variables = Object.entries(env).map(([name, value]) => shellWord(`${name}=${value}`));
  const words = [...variables.length === 0 ? [] : ["env", ...variables], ...argv.map(shellWord)];
  const end = `printf '\\n%s%s\\n' tdx-boot-''${stream}-end- "$s"`;
  return [
    ` printf '\\n%s\\n' tdx-boot-''${stream}-begin;`,
    `(cd ${shellWord(directory)} && ${words.join(" ")}) </dev/null;`,
    `s=$?; ${end}; ${end}
`
  ].join(" ");
}
var ConsoleCommand = class {
  #begin;
  #end;
  #begun = false;
  constructor(stream) {
    this.#begin = `tdx-boot-${stream}-begin`;
    this.#end = new RegExp(`tdx-boot-${stream}-end-(\\d{1,3})$`);
  }
  /** @returns the exit code at the end, true for a line of output, false for any other line */
  take(line) {
    if (!this.#begun) {
      this.#begun = line.endsWith(this.#begin);
      return false;
    }
    return this.#end.exec(line)?.[1] ?? true;
  }
};
function shellWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

// src/judge/commands.ts
var AGENT_WAIT_MS = 3e3;
var CommandJudge = class {
  #progress;
  #findings;
  #watch;
  #ready = false;
  /** The console over which commands go, because no agent answered. */
  #console;
  #typed;
  constructor(progress, findings, watch) {
    this.#progress = progress;
    this.#findings = findings;
    this.#watch = watch;
  }
  /** The agent has answered, or talks nonsense. */
  take({ state, detail }) {
    if (state === "ready") {
      if (!this.#ready) this.#findings.reach("userspace", "the agent is ready", "agent");
      this.#ready = true;
    } else
      this.#findings.decide(
        "agent-broken",
        `the agent in the guest: ${detail}`,
        "failed",
        HINTS["agent-broken"]
      );
  }
  /** Has the current command started, if it can be. */
  start() {
    const { running } = this.#progress;
    if (running === void 0 || running.started) return;
    if (!this.#ready) {
      if (this.#console !== void 0) this.#type(running, this.#console);
      return;
    }
    this.#progress.start();
    const { stream, command } = running.step;
    this.#findings.emit({ type: "run", time: this.#findings.now, stream, command });
  }
  /**
   * When the current command is typed at the prompt that the guest shows, because no agent has answered by then: in
   * milliseconds, undefined where there is no prompt. Without a prompt, only an agent can run a command.
   */
  get fallBackDue() {
    const { running, metOn } = this.#progress;
    if (running === void 0 || running.started || this.#ready || this.#console !== void 0)
      return void 0;
    if (metOn !== "console" && metOn !== "serial") return void 0;
    const watch = this.#watch(metOn);
    if ((watch.tail()?.text.trim() ?? "") === "") return void 0;
    return Math.max(running.since, watch.lastOutput ?? 0) + AGENT_WAIT_MS;
  }
  /** Types the current command at the prompt, and all that follow. */
  fallBack() {
    const { running, metOn } = this.#progress;
    if (running === void 0 || metOn !== "console" && metOn !== "serial") return;
    this.#console = metOn;
    const message = `no agent answered in the guest: commands are typed at the prompt on ${metOn}, where kernel messages may get between their output`;
    this.#findings.emit({ type: "notice", time: this.#findings.now, message });
    this.#type(running, metOn);
  }
  /**
   * A finished line of a stream.
   * @returns the event that the line amounts to, for a command that was typed there
   */
  takeLine(stream, text) {
    if (this.#typed === void 0 || stream !== this.#console) return void 0;
    const { running } = this.#progress;
    if (running === void 0) return void 0;
    const taken = this.#typed.take(text);
    const { now: time } = this.#findings;
    if (taken === false) return void 0;
    const { stream: own } = running.step;
    if (taken === true) return { type: "output", time, stream: own, bytes: Buffer.from(`${text}
`) };
    this.#typed = void 0;
    this.#watch(stream).readEveryLine("command", false);
    return { type: "command", time, stream: own, how: "exit", value: taken };
  }
  /** @returns whether the step is met. A command in the background of an earlier step has no end of its own. */
  end(event) {
    const { running } = this.#progress;
    if (running === void 0 || running.step.stream !== event.stream) return false;
    const failure = failureOf(event, running);
    if (failure !== void 0) {
      this.#report(running, ...failure);
      return false;
    }
    const missing = this.#progress.open()[0];
    if (missing !== void 0) {
      const title = `${missing.expect.pattern.shown} is not in the output of ${shortly(running.step.shown)}`;
      this.#report(running, "missing", title);
      return false;
    }
    const { now } = this.#findings;
    this.#findings.emit({
      type: "step",
      time: now,
      step: this.#progress.ran(running, now, `exit code ${event.value}`)
    });
    return true;
  }
  /** The deadline of the current command has passed. */
  miss(running) {
    const waited = formatDuration(this.#findings.now - running.since);
    if (!running.started) this.#report(running, "agent-silent", `no agent answered within ${waited}`);
    else this.#report(running, "command-late", `${shortly(running.step.shown)} did not end within ${waited}`);
  }
  /** The output limit was reached, by what the command prints. */
  flood(message) {
    const { running } = this.#progress;
    if (running !== void 0)
      this.#report(running, "command-flood", `${shortly(running.step.shown)}: ${message}`);
  }
  /** The guest is gone: that is what became of a command that it ran. */
  cut(how) {
    const { running } = this.#progress;
    if (running === void 0) return;
    if (running.started)
      this.#report(running, "command-cut", `${how} while it ran ${shortly(running.step.shown)}`);
    else this.#report(running, "agent-silent", `${how} before an agent answered`);
  }
  #type(running, stream) {
    const { step } = running;
    this.#progress.start();
    const obstacle = obstacleToTyping(step.command);
    if (obstacle !== void 0) {
      this.#report(
        running,
        "agent-silent",
        `no agent answered, and ${shortly(step.shown)} cannot be typed: ${obstacle}`
      );
      return;
    }
    this.#typed = new ConsoleCommand(step.stream);
    this.#watch(stream).readEveryLine("command", true);
    this.#findings.emit({
      type: "send",
      time: this.#findings.now,
      stream,
      text: typed(step.stream, step.command)
    });
  }
  #report({ number, step: { where } }, kind, title) {
    const hint = HINTS[kind] ?? "";
    this.#findings.report({ kind, title: `step ${number}: ${title}`, hint, outcome: "failed", where });
  }
};
function failureOf({ how, value }, { step }) {
  const name = shortly(step.shown);
  const [program = ""] = step.command.argv;
  switch (how) {
    case "exit":
      if (step.exit.includes(Number(value))) return void 0;
      if (value === "127") return ["command-not-found", `a command of ${name} was not found (exit code 127)`];
      return ["command-exit", `${name} ended with exit code ${value}, not ${step.exit.join(" or ")}`];
    case "signal":
      return ["command-signal", `${name} was killed by ${value}`];
    case "no-directory":
      return [
        "command-not-started",
        `${name} was not started: no working directory ${step.command.directory ?? "/"} (${value})`
      ];
    case "not-started":
      if (value === "ENOENT")
        return [
          "command-not-found",
          `${name} was not found: the guest has no ${program}, or not its interpreter`
        ];
      return ["command-not-started", `${name} was not started: ${program}: ${value}`];
  }
}
var HINTS = {
  "command-exit": 'The output of the command is in the recording. Other good exit codes: "exit: [0, 4]".',
  "command-signal": "SIGSEGV and the like are faults of the program. SIGKILL may be the OOM killer: give the guest more memory.",
  "command-not-found": "A text is run by /bin/sh of the guest, a list without a shell. Put the program into the guest with guest.files or guest.root.",
  "command-not-started": 'Check the mode of the program, its interpreter line and "working-directory".',
  "command-late": 'Give the step more time with "within", or find out what it waits for: its output is in the recording.',
  "command-flood": "Raise output-limit if so much output is normal, or let the command print less.",
  "command-cut": "The console shows what the guest did last. A panic may be on a console that is no stream: add console=ttyS0.",
  "agent-silent": "The agent (guest/agent) has to be started in the guest: the probe guest does so, a disk image with guest/tdx-boot-agent.service. It needs virtio_console. See docs/run.md.",
  "agent-broken": "ENODEV of a share: the kernel of the guest has no 9p (CONFIG_NET_9P_VIRTIO, CONFIG_9P_FS; for a share at / CONFIG_OVERLAY_FS, too). ENOSPC, EROFS: the guest has no room for a file. Anything else: use the agent of this tdx-boot (guest/agent), and let nothing else open its port.",
  missing: "The output of the command is in the recording."
};

// src/judge/deadlines.ts
var PAUSE_MS = 50;
var QUIET_MS = 250;
var REPORT_MS = 2e3;
var EXIT_GRACE_MS = 2e3;
var HELD_MS = 1e3;
var Deadlines = class {
  /** When the guest printed last. */
  lastOutput = 0;
  /** When the guest has gone on for long enough after all steps were met; undefined while a step is open. */
  settleDue;
  /** When a run whose steps are all met is judged without what it lacks: evidence of a TD, or its measurements. */
  evidenceDue;
  #awaited;
  constructor(awaited) {
    this.#awaited = awaited;
  }
  /** The failure is known, or the guest is gone: only the rest of the report is waited for. */
  get ending() {
    const { findings, machine } = this.#awaited;
    return findings.failure !== void 0 || machine.end !== void 0;
  }
  next() {
    if (this.ending) return this.#endOfReport();
    const next = this.settleDue === void 0 ? this.#nextOfSteps() : this.#nextOfSettled(this.settleDue);
    return Math.min(next, this.nextPause()?.time ?? next);
  }
  /** All steps are met, and what remains is to look whether the run may end. */
  get settled() {
    const { tests, findings } = this.#awaited;
    if (this.settleDue === void 0 || this.evidenceDue !== void 0) return false;
    return tests.open === void 0 || findings.now < this.reportDue;
  }
  /** What the guest prints while it waits for tdx-boot is seen late, so the time in which it may fail ends later. */
  held(ms) {
    if (this.settleDue !== void 0) this.settleDue += ms;
  }
  /** The stream whose unfinished line is the next to be judged as a whole. */
  nextPause() {
    let next;
    for (const watch of this.#awaited.watches.values()) {
      if (watch.tailSettled || watch.lastOutput === void 0) continue;
      const time = watch.lastOutput + PAUSE_MS;
      if (next === void 0 || time < next.time) next = { watch, time };
    }
    return next;
  }
  /** The time of {@link next} has passed without what was waited for. */
  miss() {
    const { rules, progress, findings, machine, tests, commands } = this.#awaited;
    const { running } = progress;
    const still = progress.stillExpected;
    if (machine.heldMs > HELD_MS) {
      const held = `the guest had to wait ${formatDuration(machine.heldMs)} for tdx-boot`;
      findings.decide("held", `a deadline has passed, but ${held}${still}`, "errored");
      return;
    }
    if (this.evidenceDue !== void 0) return;
    tests.conclude();
    if (this.settleDue !== void 0) return;
    const late = progress.open().find(({ due }) => due !== void 0 && due <= findings.now);
    if (late !== void 0) {
      const waited = formatDuration(findings.now - late.since);
      this.#missStep(late, `${late.expect.pattern.shown} did not appear within ${waited}`);
    } else if (running?.due !== void 0 && running.due <= findings.now) {
      commands.miss(running);
    } else if (findings.now >= rules.timeoutMs) {
      const limit = formatDuration(rules.timeoutMs);
      findings.decide("timeout", `the boot was not over after ${limit}${still}`, "failed");
    } else {
      const silent = formatDuration(findings.now - this.lastOutput);
      findings.decide("silence", `no output for ${silent}${still}`, "failed");
    }
  }
  /** A log ends, and nothing says how the guest went on. */
  endOfLog() {
    const { progress, findings, machine } = this.#awaited;
    const open = progress.running === void 0 ? progress.open()[0] : void 0;
    if (open !== void 0) this.#missStep(open, `${open.expect.pattern.shown} is not in the log`);
    else if (machine.end === void 0 && this.settleDue !== void 0 && this.settleDue > findings.now) {
      const short = formatDuration(this.settleDue - findings.now);
      const message = `the log ends ${short} before the guest has gone on for as long as settle asks`;
      findings.emit({ type: "notice", time: findings.now, message });
    }
  }
  #missStep({ number, expect }, title) {
    const { findings } = this.#awaited;
    findings.report({
      kind: "missing",
      title: `step ${number}: ${title}`,
      hint: findings.stuckHint,
      outcome: "failed",
      where: expect.where
    });
  }
  /** When a run whose steps are all met is judged without the end of a test report. */
  get reportDue() {
    const { timeoutMs, silenceMs = Number.POSITIVE_INFINITY } = this.#awaited.rules;
    return Math.max(this.settleDue ?? 0, Math.min(timeoutMs, this.lastOutput + silenceMs));
  }
  /** The timeout is for the steps: a guest that met the last one just in time is watched as long as any other. */
  #nextOfSettled(settleDue) {
    const { tests, findings } = this.#awaited;
    if (findings.now < settleDue) return settleDue;
    return tests.open === void 0 ? this.evidenceDue ?? settleDue : this.reportDue;
  }
  #nextOfSteps() {
    const { rules, progress, commands } = this.#awaited;
    let next = rules.timeoutMs;
    if (rules.silenceMs !== void 0 && !progress.done) {
      next = Math.min(next, this.lastOutput + rules.silenceMs);
    }
    for (const due of progress.open()) next = Math.min(next, due.due ?? next);
    next = Math.min(next, progress.running?.due ?? next, commands.fallBackDue ?? next);
    return next;
  }
  #endOfReport() {
    const { findings, machine, lines } = this.#awaited;
    const { failure, now } = findings;
    if (failure === void 0) return (machine.end?.time ?? now) + EXIT_GRACE_MS;
    const quiet = Math.max(this.lastOutput, failure.since) + QUIET_MS;
    const ended = lines.reportEnded === void 0 ? quiet : lines.reportEnded + PAUSE_MS;
    return Math.min(quiet, ended, failure.since + REPORT_MS);
  }
};

// src/judge/diagnosis/deciding.ts
var ids = (rows) => new Set(rows.flatMap(everyCauseOf).map(({ id }) => id));
var SYMPTOMS = ids(EVERY_ROW.flatMap(everyCauseOf).filter(({ symptom }) => symptom === true));
var TOLD_APART = new Set(EVERY_ROW.flatMap((row) => everyCauseOf(row).slice(1)).map(({ id }) => id));
var HOST_ROWS = ids(HOST_SIGNATURES.flatMap(everyCauseOf));
var DEADLY = /* @__PURE__ */ new Set([...ids(EXCEPTIONS), "linux-oops", "linux-bug"]);
var SURVIVED = new Set([...ids([...SANITIZERS, ...LOCKDEP, ...BUGS])].filter((id) => !DEADLY.has(id)));
var isOneOf = (pattern) => (id) => pattern.test(id);
var TRIGGERS = [
  { effect: /^linux-panic/, says: /panic_on_\w+/, cause: (id) => SURVIVED.has(id) },
  { effect: /^linux-panic/, says: /scheduling while atomic/, cause: isOneOf(/^linux-scheduling-atomic/) },
  { effect: /^linux-panic/, says: /hung_task/, cause: isOneOf(/^linux-hung-task/) },
  { effect: /^linux-panic/, says: /soft ?lockup/i, cause: isOneOf(/^linux-soft-lockup/) },
  { effect: /^linux-panic/, says: /hard ?lockup/i, cause: isOneOf(/^linux-hard-lockup/) },
  { effect: /^linux-panic/, says: /RCU|stall/i, cause: isOneOf(/^linux-rcu-/) },
  { effect: /^linux-panic/, says: /Fatal exception|kernel BUG|Oops/, cause: (id) => DEADLY.has(id) },
  {
    effect: /^linux-panic/,
    says: /Fatal exception|KASAN|KMSAN|KCSAN|KFENCE|UBSAN|list corruption|refcount/,
    cause: (id) => SURVIVED.has(id)
  },
  {
    effect: /^linux-panic-init-killed/,
    cause: (id) => DEADLY.has(id) || /^(?:user-|linux-init-|linux-tdx-|initramfs-|dracut-|systemd-(?:crash|freeze))/.test(id)
  }
];
var GAVE_UP = /^(?:linux-panic-(?:root-fs|no-init)|initramfs-|dracut-|systemd-(?:emergency|maintenance|rescue|sysroot)|bds-no-option|bds-uefi-shell|seabios-no-boot|grub-(?:rescue|shell|no-entry)|edk2-bds-unable)/;
var BESIDE = /^(?:linux-tdx-debug|linux-irq-nobody-cared|linux-unhandled-fault|linux-alignment-trap|user-|edk2-status-code|ch-|td-tdcall-failed)/;
var VAGUE = /^(?:linux-root-device(?:-\w+)?|systemd-(?:start|dependency|gpt-auto)|bds-load-failed|grub-no-device|linux-pci-bar|linux-page-allocation)$/;
var RANK = { fatal: 3, error: 2, warning: 0 };
function decide(failures, hints = []) {
  const causes = failures.filter(({ id }) => !SYMPTOMS.has(id));
  const ofHost = causes.find(
    (known) => known.phase === "host" && (HOST_ROWS.has(known.id) || rank(known) > 1)
  );
  if (ofHost !== void 0) return { cause: ofHost, symptom: false };
  const end = worst(causes);
  const symptom = failures.find(
    (known) => SYMPTOMS.has(known.id) && known.severity === "fatal" && triggerOf(known, failures, hints)
  );
  const deciding = end === void 0 || symptom !== void 0 && rank(end) < 3 ? symptom ?? end ?? worst(failures, ({ severity }) => RANK[severity]) : end;
  if (deciding === void 0) return void 0;
  const outlived = deciding.phase === "vmm" && deciding.severity === "error";
  const later = outlived ? causes.find((known) => isGuestsEnd(known) && isBefore(deciding, known)) : void 0;
  if (later !== void 0) return { cause: deciding, effect: later, symptom: false };
  const cause = triggerOf(deciding, failures, hints);
  if (cause === void 0) return { cause: deciding, symptom: saysNotWhy(deciding) };
  return { cause, effect: deciding, symptom: false };
}
function isSymptom(id) {
  return SYMPTOMS.has(id);
}
function isDeadly({ id }) {
  return DEADLY.has(id);
}
function isGuestsEnd({ id, phase, severity }) {
  return severity === "fatal" && phase !== "host" && phase !== "vmm" && GAVE_UP.test(id);
}
function saysNotWhy({ id }) {
  return SYMPTOMS.has(id) && !TOLD_APART.has(id);
}
function worst(known, by = rank) {
  const top = Math.max(...known.map(by));
  return known.find((one) => by(one) === top);
}
function rank({ id, phase, severity }) {
  if (SURVIVED.has(id)) return Math.min(1, RANK[severity]);
  return phase === "vmm" && severity === "error" ? RANK.fatal : RANK[severity];
}
function triggerOf(effect, failures, hints) {
  const before = [...failures, ...hints].filter((known) => known !== effect && isBefore(known, effect)).sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const nearest = TRIGGERS.filter(
    ({ effect: of, says }) => of.test(effect.id) && says?.test(effect.text) !== false
  ).map(({ cause }) => before.findLast(({ id }) => cause(id) && !SYMPTOMS.has(id))).find((found) => found !== void 0);
  if (nearest !== void 0 || !GAVE_UP.test(effect.id)) return nearest;
  const causes = before.filter(
    ({ id, phase }) => !SYMPTOMS.has(id) && !SURVIVED.has(id) && !BESIDE.test(id) && phase !== "host" && phase !== "vmm"
  );
  return causes.find(({ id }) => !VAGUE.test(id)) ?? causes[0];
}
function isBefore(known, effect) {
  if (known.stream !== effect.stream) return false;
  return (known.line ?? 0) < (effect.line ?? 0);
}

// src/judge/diagnosis/input.ts
var isBusy = ({ busy }) => busy !== void 0 && busy >= 0.5;
var isIdle = ({ busy }) => busy !== void 0 && busy <= 0.1;
var isMute = ({ lastWords: lastWords2 }) => lastWords2.every(({ stream }) => stream !== void 0 && !isGuestStream(stream));
var isUnheard = (facts) => isMute(facts) && (facts.driven ?? []).length > 0;
var isSilent = ({ ended }) => ended === "silence" || ended === "timeout" || ended === "missing" || ended === "log";
var isOnItsWay = (facts) => isSilent(facts) && isBusy(facts) && facts.bootTime !== void 0 && facts.ranFor !== void 0 && facts.ranFor < facts.bootTime.most;
var lastSeen = ({ seen }) => seen.findLast((id) => !id.startsWith("host-"));

// src/judge/diagnosis/explanations.ts
var OVERRIDES = [
  {
    id: "vmm-kernel-mismatch",
    phase: "vmm",
    title: "TDX is on, but QEMU and the host kernel speak different TDX interfaces",
    advice: "Use the QEMU that belongs to the host kernel: QEMU 10.1 or newer with kernel 6.16 or newer, or the pair of one distribution (canonical/tdx#385).",
    certainty: "likely",
    when: ({ seen }, said) => said?.id === "qemu-tdx-vm-type" && seen.includes("host-tdx-initialised")
  },
  {
    id: "td-accept-crash",
    phase: "kernel",
    title: "The kernel crashed while it accepted the TD\u2019s memory",
    advice: "A known bug of guest kernels for sizes of memory that are no multiple of 1 GiB: round the memory of the guest, or boot a newer kernel (canonical/tdx#421). accept_memory=eager moves the crash to the start.",
    certainty: "likely",
    when: ({ sightings: sightings2 }, said) => said?.phase === "kernel" && sightings2.some(({ id }) => id === "linux-tdx-accept-trace")
  },
  {
    id: "td-vcpu-died",
    phase: "guest",
    title: "The vCPU of the guest died: KVM_RUN failed, and no line says why",
    advice: "The VM was complete and its code ran, first of all the firmware: either it ended itself (a td-shim panic does, such as a failed secure boot: td-shim#548, silent in a release build), or the TDX module stopped it. Boot a debug firmware with a serial port, and read the host dmesg.",
    certainty: "likely",
    when: (_, said) => said?.id === "qemu-kvm-run-failed" || said?.id === "qemu-register-dump"
  },
  {
    id: "vcpu-refused",
    phase: "guest",
    title: "KVM refused to run the vCPU any further (KVM_RUN: invalid argument), after the guest had run",
    advice: "The state of the vCPU is none that the CPU can enter. Read the host dmesg; dump_invalid_vmcs=1 of kvm_intel (dump_invalid_vmcb=1 of kvm_amd) shows the state. In a confidential guest the VMM and the host kernel may not fit each other.",
    certainty: "likely",
    when: ({ phase }, said) => said?.id === "qemu-kvm-run-failed-not-final" && phase !== "vmm" && phase !== "host"
  },
  {
    id: "td-reset",
    phase: "guest",
    title: "The guest reset itself, and a TD cannot be reset: a triple fault, or a panic that no console shows",
    advice: "Add earlyprintk=ttyS0 and panic=0, or boot a debug firmware. Causes seen: sept-ve-disable off (asterinas#2902), an MSR that a TD may not write (asterinas#1645), td-shim v0.8.0 with two CPUs.",
    certainty: "likely",
    when: (_, said) => said?.id === "qemu-td-reset"
  }
];
var NO_CONSOLE = "Check that the command line names a console that is a stream (console=hvc0, or console=ttyS0 where the guest kernel drives the UART: Intel\u2019s guest tree does not), and add earlyprintk=ttyS0 or earlycon.";
var hasSeaBiosHandedOver = ({ phase, lastWords: lastWords2 }) => phase === "firmware" && lastWords2.some(({ text }) => text.startsWith("Booting from "));
var RULES = [
  ...[
    ...["forbidden", "output-limit", "scan", "cancelled", "not-a-td", "measurement-mismatch"],
    ...COMMAND_FINDINGS
  ].map((kind) => ({ id: kind, certainty: "known", when: ({ ended }) => ended === kind })),
  ...["held", "recording"].map(
    (kind) => ({
      id: kind,
      phase: "host",
      certainty: "known",
      when: ({ ended }) => ended === kind
    })
  ),
  {
    id: "vmm-not-started",
    phase: "host",
    certainty: "known",
    when: ({ ended, phase }) => ended === "vmm" && phase === "host"
  },
  {
    id: "kvm-internal-error",
    phase: "vmm",
    title: "KVM could not go on and paused the guest (internal-error)",
    advice: "QEMU does not end by itself then. A software-only /dev/kvm cannot run firmware: use platform emulated. For a TD read the host dmesg and update the TDX module.",
    certainty: "known",
    when: ({ vm }) => vm?.state === "broken" && /internal.error/.test(vm.detail)
  },
  {
    id: "vmm-crashed",
    phase: "vmm",
    title: "The VMM crashed",
    advice: "A bug of the VMM, or the end of a chain: read the vmm stream and the host dmesg.",
    certainty: "known",
    when: ({ ended, reason }) => ended === "vmm" && /signal SIG(?:SEGV|ABRT|BUS|ILL|FPE|SYS)/.test(reason)
  },
  {
    id: "vmm-killed",
    phase: "host",
    title: "Something on the host killed the VMM",
    advice: "Most often the OOM killer: look for it in the host dmesg, and give the guest less memory.",
    certainty: "likely",
    when: ({ ended, reason }) => ended === "vmm" && /signal SIGKILL/.test(reason)
  },
  {
    id: "vmm-failed",
    phase: "vmm",
    advice: "The catalog does not know this message: read the vmm stream.",
    certainty: "unknown",
    when: ({ ended }) => ended === "vmm"
  },
  {
    id: "sept-ve-disable",
    phase: "kernel",
    title: "The guest kernel refuses to run: the TD attribute SEPT_VE_DISABLE is not set",
    advice: "Set sept-ve-disable=on on QEMU\u2019s tdx-guest object.",
    certainty: "known",
    when: ({ vm }) => vm?.state === "panicked" && /SEPT_VE_DISABLE/.test(vm.detail)
  },
  {
    id: "td-fatal-error",
    phase: "guest",
    title: "The TD reported a fatal error to the host and stopped (ReportFatalError)",
    advice: "The firmware or kernel gave up before, or without, a console; its message is in the evidence. Boot a debug firmware or add earlyprintk.",
    certainty: "known",
    when: ({ vm }) => vm?.state === "panicked" && /"type": ?"tdx"/.test(vm.detail)
  },
  {
    id: "unseen-panic",
    phase: "kernel",
    title: "The guest kernel panicked, and no console shows why",
    certainty: "known",
    when: ({ ended }) => ended === "panicked"
  },
  {
    id: "firmware-reset",
    phase: "firmware",
    title: "The firmware reset the machine before it started anything",
    advice: ({ td }) => td === false ? "A triple fault or too little memory. A debug firmware says where." : "A triple fault or too little memory: TDVF needs 192 MiB, and td-shim v0.8.0 triple-faults with two or more CPUs on hosts that forbid RBP changes. A debug firmware says where.",
    certainty: "likely",
    when: ({ ended, phase }) => ended === "reset" && (phase === "vmm" || phase === "firmware")
  },
  { id: "tests-failed", certainty: "known", when: ({ ended }) => ended === "test" },
  { id: "guest-reset", certainty: "likely", when: ({ ended }) => ended === "reset" },
  {
    id: "runs-unheard",
    phase: "guest",
    title: "Not one byte from the guest, which runs: a driver of its firmware or kernel has set up a virtio device",
    advice: `The firmware is not dead, the guest prints elsewhere or nothing: a release firmware is silent, so look at the console of the kernel first. ${NO_CONSOLE} On a disk its boot loader has the command line.`,
    certainty: "likely",
    when: (facts) => isSilent(facts) && isUnheard(facts)
  },
  {
    id: "typed-unheard",
    title: "The text was typed into a stream that has never printed anything: most likely nobody reads it there",
    advice: "Let the guest run a getty or a shell on that stream (console=hvc0 for console, console=ttyS0 for serial), or name the other one: { send: \u2026, stream: serial }. Without a name the text goes to the stream that met the last step.",
    certainty: "likely",
    when: (facts) => isSilent(facts) && facts.typedUnheard !== void 0 && !isMute(facts)
  },
  {
    id: "console-never-spoke",
    title: "The stream that the step listens to never said anything, while another one shows the guest",
    advice: "For console add console=hvc0 to the command line; its driver virtio_console must be built in or loaded from the initrd. For serial add console=ttyS0.",
    certainty: "likely",
    when: (facts) => facts.awaited !== void 0 && facts.awaited !== "vmm" && facts.phase !== "vmm" && facts.phase !== "host" && !isUnheard(facts) && facts.lastWords.every(({ stream }) => stream !== facts.awaited)
  },
  {
    id: "powered-off-early",
    certainty: "known",
    when: ({ ended }) => ended === "exit"
  },
  {
    id: "expected-silence",
    phase: "firmware",
    title: "Not one byte from the guest, as must be expected of this combination of VMM, firmware and host",
    certainty: "likely",
    when: (facts) => isSilent(facts) && isMute(facts) && facts.silenceExpected !== void 0
  },
  {
    id: "td-accepts-memory",
    phase: "guest",
    title: "The Trust Domain is most likely still accepting its memory or starting its vCPUs",
    advice: "Give it more time (timeout, silence), less memory or fewer vCPUs. Memory that is accepted as it is needed starts much faster: a TDVF with lazy accept, a guest kernel from 6.5 on, no accept_memory=eager.",
    certainty: "likely",
    when: (facts) => isOnItsWay(facts) && ["vmm", "firmware", "bootloader", "kernel"].includes(facts.phase)
  },
  {
    id: "firmware-spins",
    phase: "firmware",
    title: "Not one byte from the guest, which keeps a CPU busy: damaged firmware, or one that does not fit this machine",
    advice: ({ td }) => `Compare the firmware\u2019s SHA-256 and run "tdx-boot firmware inspect"${td === false ? "" : "; a plain OVMF.fd hangs like this in a TD"}. A debug build says on the serial port where it stops. If the firmware is good, the kernel may run without a console: see its command line.`,
    certainty: "likely",
    when: (facts) => isSilent(facts) && isMute(facts) && isBusy(facts)
  },
  {
    id: "firmware-halted",
    phase: "firmware",
    title: "Not one byte from the guest, which is idle: the firmware halted, or the guest prints elsewhere",
    advice: ({ td }) => {
      const silent = td === false ? "A release firmware halts without a word." : "A release TDVF or td-shim halts without a word: a td-shim panic does, and so does a TDVF older than edk2-stable202405 on hosts that forbid RBP changes (kernel 6.16 and later).";
      return `${silent} Boot a debug build. Otherwise the kernel came up without a console on one of the streams.`;
    },
    certainty: "likely",
    when: (facts) => isSilent(facts) && isMute(facts) && isIdle(facts)
  },
  {
    id: "no-output",
    phase: "firmware",
    title: "Not one byte came from the guest",
    advice: (guest) => stuckHint("vmm", guest),
    certainty: "unknown",
    when: (facts) => isSilent(facts) && isMute(facts)
  },
  {
    id: "silent-after-efi-stub",
    phase: "kernel",
    title: "Silence after the EFI stub: the kernel was started and prints nothing",
    advice: ({ td }) => `Either it has no console, or it died before it had one${td === false ? "" : ": in a TD kernels before 6.3 fault on CR0.CD in the MTRR code (boot with clearcpuid=mtrr, or a newer kernel; nvtrust#71, canonical/tdx#185)"}. ${NO_CONSOLE}`,
    certainty: "likely",
    when: (facts) => isSilent(facts) && lastSeen(facts) === "efi-stub"
  },
  {
    id: "silent-after-td-shim",
    phase: "kernel",
    title: "Silence after td-shim jumped to the kernel",
    advice: `The kernel has no console or died at once; td-shim sets no initrd. ${NO_CONSOLE}`,
    certainty: "likely",
    when: (facts) => isSilent(facts) && lastSeen(facts) === "tdshim-jump"
  },
  {
    id: "silent-boot-option",
    phase: "bootloader",
    title: "Silence after the firmware started its boot option",
    advice: `The image runs and prints nothing: a kernel without a command line panics unseen (it needs root= and a console), a boot loader may wait for a key on a screen. ${NO_CONSOLE}`,
    certainty: "likely",
    when: (facts) => isSilent(facts) && (["bds-starting", "grub"].includes(lastSeen(facts) ?? "") || hasSeaBiosHandedOver(facts))
  },
  {
    id: "firmware-stopped",
    phase: "firmware",
    title: "The firmware stopped before it started anything",
    advice: "A debug build prints an ASSERT where it stops; a release build does not. Check the memory (192 MiB and more), the number of CPUs and that the firmware fits the VMM.",
    certainty: "likely",
    when: (facts) => isSilent(facts) && facts.phase === "firmware" && /^(?:edk2|bds|tdshim|seabios|ipxe)/.test(lastSeen(facts) ?? "")
  },
  {
    id: "td-kernel-stopped",
    phase: "kernel",
    title: "The kernel came up in the TD and stopped before its init, without a message",
    advice: 'Add "ignore_loglevel initcall_debug earlyprintk=ttyS0" to see the last call. Known in TDs: #VE in early code, memory that is accepted slowly with many CPUs or GiB (raise the timeout), a driver that waits for a filtered device.',
    certainty: "likely",
    when: (facts) => isSilent(facts) && facts.phase === "kernel" && facts.seen.some((id) => id === "linux-tdx" || id === "linux-tdx-encryption")
  },
  {
    id: "other-kernel-stopped",
    phase: "kernel",
    title: "A kernel other than Linux started and stopped without a message",
    advice: ({ td }) => td === false ? "The kernel waits, or died before it had a console: switch its debug output on." : "In a TD most likely an unhandled #VE: an instruction that traps (CPUID, MSR, port I/O, MMIO) before the kernel\u2019s handler is set up or outside of what it emulates (asterinas#2790). Compare with a run on platform kvm.",
    certainty: "likely",
    when: (facts) => isSilent(facts) && lastSeen(facts) === "other-kernel"
  },
  {
    id: "kernel-stuck",
    phase: "kernel",
    title: "The kernel stopped before its init and keeps a CPU busy",
    advice: 'It loops, or panicked with panic=0: add "ignore_loglevel initcall_debug" to the command line.',
    certainty: "likely",
    when: (facts) => isSilent(facts) && facts.phase === "kernel" && isBusy(facts)
  },
  {
    id: "kernel-waits",
    phase: "kernel",
    title: "The kernel stopped before its init and is idle",
    advice: ({ probe }) => probe === true ? 'It waits for something, such as a device: add "ignore_loglevel initcall_debug" to the command line.' : "It waits for something, most often for its root device: check root=, rootwait and the disk\u2019s driver.",
    certainty: "likely",
    when: (facts) => isSilent(facts) && facts.phase === "kernel" && isIdle(facts)
  },
  {
    id: "step-not-met",
    phase: "userspace",
    title: "The guest is up, but did not print what the step expects",
    certainty: "known",
    when: ({ ended, phase }) => phase === "userspace" && ended !== "log"
  }
];
var HOST_EXPLANATIONS = [
  {
    id: "host-tdx-never-initialised",
    phase: "host",
    title: "The BIOS reserved KeyIDs for TDX, but the TDX module was never initialised, and no error says why",
    advice: 'The SEAM loader did not load the module (BIOS: enable it, update BIOS and module), or kvm_intel was not asked to (kvm_intel.tdx=1 on the command line; nohibernate). "tdx-boot doctor" checks both; /sys/module/kvm_intel/parameters/tdx must read Y (canonical/tdx#382).',
    certainty: "likely",
    when: ({ seen }) => seen.includes("host-tdx-enabled") && !seen.includes("host-tdx-initialised")
  },
  {
    id: "host-tdx-unmentioned",
    phase: "host",
    title: "The host booted, and its kernel says nothing of TDX",
    advice: 'The BIOS does not offer TDX, or the kernel is built without CONFIG_INTEL_TDX_HOST. "tdx-boot doctor" checks both. If this log was cut, give all of it.',
    certainty: "unknown",
    when: ({ seen }) => !seen.some((id) => id.startsWith("host-"))
  }
];

// src/judge/diagnosis/diagnose.ts
var OWN_ENDINGS = [
  "forbidden",
  "output-limit",
  "scan",
  "cancelled",
  "held",
  "recording"
];
var NO_LINE_SAYS_WHY = ", and no known line says why";
function diagnose(facts) {
  const decision = OWN_ENDINGS.includes(facts.ended) ? void 0 : decide(facts.sightings, facts.hints);
  const said = decision?.cause;
  const override = OVERRIDES.find((rule2) => rule2.when(facts, said));
  if (override !== void 0) return byRule(override, facts, said);
  if (decision !== void 0) return byLines(decision);
  const rule = RULES.find((candidate) => candidate.when(facts, void 0));
  return rule === void 0 ? unknown(facts) : byRule(rule, facts, void 0);
}
function byRule(rule, facts, said) {
  const expected = facts.silenceExpected === void 0 ? "" : `The compatibility table says: ${facts.silenceExpected}`;
  const { advice } = rule;
  return {
    phase: rule.phase === "guest" ? inGuest(facts.phase) : rule.phase ?? facts.phase,
    cause: rule.id,
    title: rule.title ?? facts.reason,
    evidence: [...said === void 0 ? [] : [lineOf(said)], ...observations(facts, said)],
    advice: [typeof advice === "function" ? advice(facts.guest ?? {}) : advice ?? facts.hint, expected].filter((text) => text !== "").join(" "),
    certainty: rule.certainty
  };
}
function inGuest(phase) {
  return phase === "host" || phase === "vmm" ? "firmware" : phase;
}
function byLines({ cause, effect, symptom }) {
  const { id, title, hint: advice, fingerprint, trace } = cause;
  const named = {
    cause: id,
    ...fingerprint === void 0 ? {} : { fingerprint },
    ...trace === void 0 ? {} : { trace },
    advice
  };
  if (symptom) {
    const why = `${title}${NO_LINE_SAYS_WHY}`;
    return { ...named, phase: cause.phase, title: why, evidence: [lineOf(cause)], certainty: "unknown" };
  }
  const certainty = effect === void 0 && isSymptom(cause.id) ? "likely" : "known";
  const known = { ...named, certainty };
  if (effect === void 0) return { ...known, phase: cause.phase, title, evidence: [lineOf(cause)] };
  const chain = `${effect.title}, because: ${title}`;
  const phase = isDeadly(cause) ? cause.phase : effect.phase;
  return { ...known, phase, title: chain, evidence: [lineOf(cause), lineOf(effect)] };
}
function unknown(facts) {
  return {
    phase: facts.phase,
    cause: "unknown",
    title: `Nothing that was printed explains why the boot stopped in ${facts.phase}`,
    evidence: observations(facts, void 0),
    advice: stuckHint(facts.phase, facts.guest ?? {}),
    certainty: "unknown"
  };
}
function observations(facts, said) {
  if (said !== void 0) return [];
  const own = [
    ...facts.line === void 0 ? [] : [facts.line],
    ...facts.evidence ?? [],
    ...facts.nearMiss ?? []
  ];
  const typed2 = facts.typedUnheard === void 0 ? [] : [{ text: `the last text was typed into ${facts.typedUnheard}, which has printed nothing` }];
  const vm = facts.vm === void 0 ? [] : [{ text: `the VMM reports: ${facts.vm.state} ${facts.vm.detail}`.trim() }];
  if (!isSilent(facts)) return [...own, ...vm];
  const words = facts.lastWords.map(
    ({ time, ...last }) => time === void 0 ? last : { ...last, text: `${last.text} (its last words, at ${formatDuration(time)})` }
  );
  const cpu = facts.busy === void 0 ? [] : [{ text: `in the silence the VMM wanted ${Math.round(facts.busy * 100)} % of a CPU` }];
  const size = facts.bootTime === void 0 || !isOnItsWay(facts) ? [] : [{ text: `the guest has ${facts.bootTime.text}` }];
  const driven = (facts.driven ?? []).map((device) => ({ text: `the guest drives its device ${device}` }));
  const quiet = facts.firmwareBuild === "release" ? [{ text: "the firmware is a release build, which prints next to nothing" }] : [];
  return [...own, ...typed2, ...words, ...driven, ...cpu, ...size, ...vm, ...quiet];
}
function lineOf({ stream, line, text }) {
  return { ...stream === void 0 ? {} : { stream }, ...line === void 0 ? {} : { line }, text };
}

// src/judge/near-miss.ts
var QUOTING = /[Cc]ommand line: /;
var WORD = 3;
var CLOSE = 0.5;
var REGEX = /^\/(.+)\/([a-z]*)$/s;
function nearMiss(expect, printed2) {
  const near = misplaced(expect, printed2) ?? folded(expect, printed2) ?? similar(expect, printed2);
  if (near === void 0) return [];
  const { stream, line, text } = near.printed;
  return [{ stream, line, text: quoted(text) }, { text: `this line is the closest: ${near.differs}` }];
}
function misplaced({ pattern, stream }, printed2) {
  const matches = matcherOf(pattern);
  const found = printed2.findLast(({ text }) => matches(text));
  if (found === void 0) return void 0;
  const listens2 = stream === void 0 ? isGuestStream(found.stream) : stream === found.stream;
  const differs = listens2 ? "it was printed before the step began to wait for it, or as the echo of what was sent; in any-order the order does not matter" : `it was printed on ${found.stream}, and the step listens to ${stream ?? "the streams of the guest"}`;
  return { printed: found, differs };
}
var FOLDS = [
  { differs: "upper and lower case", fold: (text) => text.toLowerCase() },
  { differs: "blanks", fold: (text) => text.replace(/\s+/g, "") },
  { differs: "numbers", fold: (text) => text.replace(/\d+/g, "0") }
];
function folded({ pattern }, printed2) {
  for (const { differs, fold } of FOLDS) {
    const matches = matcher(pattern, fold);
    const found = printed2.findLast(({ stream, text }) => isGuestStream(stream) && matches(text));
    if (found !== void 0) return { printed: found, differs: `it differs in ${differs}` };
  }
  return void 0;
}
function matcher(pattern, fold) {
  const regex = REGEX.exec(pattern.source);
  if (regex === null) {
    const wanted = fold(pattern.source);
    return (text) => fold(text).includes(wanted);
  }
  const [, source = "", flags = ""] = regex;
  if (fold("A") !== "a" || flags.includes("i")) return () => false;
  const anyCase = parsePattern(`/${source}/${flags}i`);
  return matcherOf(anyCase);
}
function matcherOf(pattern) {
  const { needles } = pattern;
  let tooSlow = false;
  return (text) => {
    if (tooSlow || needles?.some((needle) => text.toLowerCase().includes(needle)) === false) return false;
    try {
      return pattern.exec(text, 0) !== void 0;
    } catch {
      tooSlow = true;
      return false;
    }
  };
}
function similar({ pattern }, printed2) {
  const words = wordsOf2(pattern.source);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  let best;
  for (const one of printed2) {
    if (!isGuestStream(one.stream) || QUOTING.test(one.text)) continue;
    const text = one.text.toLowerCase();
    const lacks2 = words.filter((word) => !text.includes(word.toLowerCase()));
    const score = letters - lacks2.reduce((sum, word) => sum + word.length, 0);
    if (score < letters * CLOSE || score <= WORD || score < (best?.score ?? 0)) continue;
    best = { printed: one, lacks: lacks2, score };
  }
  if (best === void 0) return void 0;
  const { printed: found, lacks } = best;
  const differs = lacks.length === 0 ? "it has all words, and not in the form of the pattern" : `it lacks ${lacks.map((word) => `"${word}"`).join(" and ")}`;
  return { printed: found, differs };
}
function wordsOf2(source) {
  const regex = REGEX.exec(source)?.[1];
  const text = regex === void 0 ? source : regex.replace(/\(\?(?:<\w+>|:)/g, " ").replace(/\[[^\]]*\]|\{[\d,]*\}|\\[a-zA-Z]/g, " ").replace(/\\(.)/g, "$1");
  return (text.match(/[A-Za-z0-9_](?:[\w.:@/-]*\w)?/g) ?? []).filter((word) => word.length >= WORD);
}

// src/judge/diagnosis/run.ts
var WAITED = ["missing", "silence", "timeout", "exit"];
function diagnosisInput(cause, run) {
  const { list, seen, phase } = run.findings;
  const { kind, title, hint, stream, line, text, evidence, time } = cause;
  const { awaited, typedInto, vm, driven, busy, firmwareBuild, silenceExpected, bootTime } = run;
  const quoted2 = stream !== void 0 && line !== void 0 && text !== void 0;
  return {
    ended: kind,
    reason: title,
    hint,
    ...quoted2 ? { line: { stream, line, text } } : {},
    ...evidence === void 0 ? {} : { evidence },
    sightings: sightings(list, ({ outcome }) => outcome !== void 0),
    hints: sightings(list, ({ outcome, allowed }) => outcome === void 0 && allowed === void 0),
    phase,
    seen: [...seen],
    lastWords: run.watches.flatMap(lastWords),
    driven,
    ...typedInto === void 0 || run.watches.some(({ stream: on, lastOutput }) => on === typedInto && lastOutput !== void 0) ? {} : { typedUnheard: typedInto },
    guest: run.guest,
    ...awaited?.stream === void 0 ? {} : { awaited: awaited.stream },
    ...awaited === void 0 || !WAITED.includes(kind) ? {} : { nearMiss: nearMiss(awaited, run.watches.flatMap(printed)) },
    ...vm === void 0 ? {} : { vm },
    ...busy === void 0 ? {} : { busy },
    ...firmwareBuild === void 0 ? {} : { firmwareBuild },
    ...silenceExpected === void 0 ? {} : { silenceExpected },
    ...bootTime === void 0 ? {} : { bootTime, ranFor: time }
  };
}
function sightings(list, counts) {
  return list.flatMap(
    (finding) => finding.kind === "signature" && finding.text !== void 0 && counts(finding) ? [{ ...finding, text: finding.text }] : []
  );
}
function printed(watch) {
  return watch.printed().map((line) => ({ stream: watch.stream, ...line }));
}
function lastWords(watch) {
  const { stream, lastOutput: time } = watch;
  const [text] = watch.recentLines(1);
  return text === void 0 || time === void 0 ? [] : [{ stream, time, text }];
}

// src/judge/measurements.ts
var HEX = /^[0-9a-f]{96}$/;
function compareMeasurements(assertions, shown, predictions) {
  if (assertions.length === 0) return [];
  const log = shown.eventLog();
  return assertions.map((assertion) => compare(assertion, shown, predictions?.[assertion.register], log));
}
function findingOf({
  register,
  verdict,
  wanted,
  shown,
  explanation,
  where
}) {
  if (verdict === "equal") return void 0;
  const title = {
    different: `${register} is ${shortHex(shown ?? "")} instead of ${wanted.map(shortHex).join(" or ")}`,
    "not-shown": `${register} is asserted, and the guest did not show it`,
    "not-known": `${register} is asserted, and nothing says what it has to be`
  }[verdict];
  return {
    kind: "measurement-mismatch",
    title,
    hint: HINTS2[verdict],
    // Without a value to compare with nothing is said about the guest.
    outcome: verdict === "not-known" ? "errored" : "failed",
    where,
    evidence: explanation === void 0 ? [] : [{ text: explanation }]
  };
}
var HINTS2 = {
  different: 'Compare what was booted with what was meant: the firmware by "tdx-boot measure FIRMWARE", the event log by "tdx-boot measure log".',
  "not-shown": "The probe guest shows it where Linux has /dev/tdx_guest (6.2). Of another guest, capture its line by a group named like the register, such as /mrtd (?<mrtd>[0-9a-f]{96})/.",
  "not-known": 'Judge a recording that "tdx-boot run" made of this scenario, or give the value itself instead of "expected".'
};
function compare({ register, holds, where }, shown, expectation, log) {
  const asserted = holds === "expected" || holds === "replay" ? holds : "value";
  const row = { register, asserted, wanted: wantedOf(holds, register, expectation, log), where };
  const [value, other] = shown.valuesOf(register);
  const seen = value === void 0 ? {} : { shown: value };
  if (row.wanted.length === 0) {
    if (holds !== "replay") return { ...row, ...seen, verdict: "not-known" };
    const explanation2 = typeof log === "string" ? log : `${register} is no replay`;
    return { ...row, ...seen, verdict: "not-shown", explanation: explanation2 };
  }
  if (value === void 0) return { ...row, verdict: "not-shown" };
  if (other !== void 0) {
    const explanation2 = `the guest showed two values: ${value} and ${other}`;
    return { ...row, ...seen, verdict: "different", explanation: explanation2 };
  }
  if (!HEX.test(value)) {
    const explanation2 = `the guest showed "${value}", which is not 96 hex digits`;
    return { ...row, verdict: "not-shown", explanation: explanation2 };
  }
  if (row.wanted.includes(value)) return { ...row, shown: value, verdict: "equal" };
  const explanation = explain(row, value, expectation, log);
  return {
    ...row,
    shown: value,
    verdict: "different",
    ...explanation === void 0 ? {} : { explanation }
  };
}
function wantedOf(holds, register, expectation, log) {
  if (holds === "expected") return expectation?.values.map(({ value }) => value) ?? [];
  if (holds !== "replay") return [holds];
  return typeof log === "string" || register === "mrtd" ? [] : [replayLog(log)[register]];
}
function explain({ register, asserted }, value, expectation, log) {
  if (asserted === "value" && expectation?.values.some((right) => right.value === value)) {
    return "the guest shows what this boot has to give: the value in the scenario is of another one";
  }
  if (register === "mrtd") return explainMrtd(value, expectation);
  return typeof log === "string" ? void 0 : explainRtmr(register, value, expectation, log);
}
function explainMrtd(value, expectation) {
  if (expectation === void 0) return void 0;
  const suspect = expectation.suspects.find((wrong) => wrong.value === value);
  if (suspect !== void 0) return `the guest shows the MRTD ${suspect.text}`;
  return "no section of this image, left out or measured otherwise, gives what the guest shows: it started another image";
}
function explainRtmr(register, value, expectation, { events }) {
  const explanation = explainDifference(events, register, value);
  if (explanation.kind !== "equal") return describeExplanation(explanation, register);
  return firstDifference(expectation?.values.map((wanted) => wanted.events) ?? [], events, register);
}

// src/judge/ending.ts
var Ending = class {
  #known;
  constructor(known) {
    this.#known = known;
  }
  /**
   * The VMM's process has ended. A VMM says of every guest that it has ended: where it has not, the VMM ended by itself,
   * also with exit code 0, as with an argument that prints a list.
   * @param said the last line of its standard error
   */
  exit({ code, signal }, said) {
    const { findings, machine } = this.#known;
    if (machine.end !== void 0) return;
    const silent = code === 0 ? ", and has not said that the guest ended" : "";
    const how = signal === null ? `exit code ${code}${silent}` : `signal ${signal}`;
    findings.decide("vmm", `the VMM ended with ${how}${said === void 0 ? "" : `: ${said}`}`, "errored");
  }
  /** The run is over and nothing has failed so far: is that how the scenario wanted it to end? */
  explain(measurements, lacksEvidence) {
    const { findings, machine, progress, commands } = this.#known;
    const { state, detail } = machine.end ?? {};
    const [open] = progress.open();
    const how = state === "shutdown" ? "the guest powered off" : "the VMM ended";
    const during = progress.stillExpected;
    if (state === "panicked") {
      findings.decide("panicked", `the guest reported a panic: ${detail}${during}`, "failed");
    } else if (state === "crashed") {
      findings.decide("crashed", `the Trust Domain was ended: ${detail}${during}`, "failed");
    } else if (state === "reset") {
      findings.decide("reset", `the guest reset itself${during}`, "failed");
    } else if (progress.running !== void 0) {
      commands.cut(how);
    } else if (open !== void 0) {
      findings.decide("exit", `${how} before step ${open.number} saw ${open.expect.pattern.shown}`, "failed");
    } else if (lacksEvidence) {
      findings.decide("not-a-td", NOT_A_TD, "failed");
    } else {
      for (const facts of measurements.flatMap((row) => findingOf(row) ?? [])) findings.report(facts);
    }
  }
};
var NOT_A_TD = "the guest showed no sign of being a Trust Domain";

// src/judge/findings.ts
var LISTED_OF_A_KIND = 20;
var Findings = class {
  /** The time of the event or deadline being judged, in milliseconds. */
  now = 0;
  /** The furthest phase that was reached. */
  phase = "host";
  failure;
  /** A line that only a Trust Domain prints was seen. */
  tdSeen = false;
  /** Ids of the milestones that were passed, each once, the latest last. */
  seen = /* @__PURE__ */ new Set();
  list = [];
  timeline = [];
  #allow;
  #guest;
  #tallies = /* @__PURE__ */ new Map();
  #out = [];
  /** @param guest decides which advice fits */
  constructor(allow, guest = {}) {
    this.#allow = allow;
    this.#guest = guest;
  }
  /** What to do about a boot that got no further. */
  get stuckHint() {
    return stuckHint(this.phase, this.#guest);
  }
  /** Gives the events since the last call. */
  take() {
    const out = this.#out;
    this.#out = [];
    return out;
  }
  emit(event) {
    this.#out.push(event);
  }
  /** A milestone was passed. */
  reach(phase, title, id) {
    if (id !== void 0) this.seen.add(id);
    this.timeline.push({ time: this.now, phase, title });
    this.atLeast(phase);
    this.emit({ type: "phase", time: this.now, phase, title });
  }
  /** The boot has come this far, though no milestone said so. */
  atLeast(phase) {
    if (PHASES.indexOf(phase) > PHASES.indexOf(this.phase)) this.phase = phase;
  }
  /** What was found more often than it is listed, in the order in which each was first found. */
  get omitted() {
    return [...this.#tallies.values()].filter(({ omitted }) => omitted > 0).map(({ first: { kind, id, title }, omitted: count }) => ({ kind, id, title, count }));
  }
  /**
   * Notes a finding; the first that has an outcome and is not allowed decides the run. That one is always listed.
   * @returns the finding, unless it is only counted
   * @param collect starts to collect the lines that follow, `end` is the text of the last of them
   */
  report(facts, collect, end) {
    const { text } = facts;
    const allow = text === void 0 ? void 0 : this.#allow.find(({ pattern }) => pattern.exec(text, 0));
    const finding = {
      id: facts.kind,
      severity: "fatal",
      phase: this.phase,
      time: this.now,
      ...facts,
      ...text === void 0 ? {} : { text: quoted(text) },
      ...allow === void 0 ? {} : { outcome: void 0, allowed: allow.reason }
    };
    const decides = finding.outcome !== void 0 && this.failure === void 0;
    if (!this.#lists(finding, decides)) return void 0;
    this.list.push(finding);
    this.emit({ type: "finding", time: this.now, finding });
    if (decides) this.failure = { finding, since: this.now, report: collect?.(), end };
    return finding;
  }
  /** Later lines have told more of a finding that is listed. */
  amend(finding, more) {
    const amended = { ...finding, ...more };
    const at = this.list.indexOf(finding);
    if (at >= 0) this.list[at] = amended;
    if (this.failure?.finding === finding) this.failure = { ...this.failure, finding: amended };
  }
  #lists(finding, decides) {
    const key = finding.kind === "signature" || finding.kind === "test" ? finding.id : finding.title;
    const tally = this.#tallies.get(key) ?? { first: finding, listed: 0, omitted: 0 };
    this.#tallies.set(key, tally);
    if (decides || tally.listed < LISTED_OF_A_KIND) {
      tally.listed++;
      return true;
    }
    if (tally.omitted === 0) {
      const message = `found ${tally.listed} times, further ones are counted and not listed: ${finding.title}`;
      this.emit({ type: "notice", time: this.now, message });
    }
    tally.omitted++;
    return false;
  }
  /** Reports a finding without a line. It decides the run unless an earlier finding has. */
  decide(kind, title, outcome, hint = HINTS3[kind] ?? this.stuckHint) {
    if (this.failure !== void 0) return;
    this.report({ kind, title, hint, outcome });
  }
};
var RESET_HINT = "A reset in the middle of a boot is a triple fault, a watchdog or a panic with panic=-1 whose message went nowhere.";
var HINTS3 = {
  reset: RESET_HINT,
  crashed: "The td-module stream says what the guest did, with the address of the instruction.",
  panicked: "The panic text may have gone to a console that is not a stream: add console=ttyS0 to the command line.",
  exit: 'Expect what the guest prints before it powers off, or use "stop: on-exit".',
  vmm: "See the vmm stream for what the VMM said.",
  "output-limit": "Raise output-limit if so much output is normal for this guest.",
  "not-a-td": 'Every step was met, but no line shows a Trust Domain, such as "tdx: Guest detected". If the kernel log is hidden, take "quiet" off the command line, or let the guest run "dmesg | grep -i tdx" or "ls -l /dev/tdx_guest". A scenario that stops before the kernel says "td-evidence: optional".',
  held: "The guest may be sound: write the results to a faster disk, and let nothing hold up what tdx-boot prints.",
  recording: "Boot again: what is not recorded was not judged to its end.",
  cancelled: "The machine was stopped and nothing was left behind."
};

// src/judge/echo.ts
var EchoFilter = class {
  /** All lines that were sent so far. */
  all = [];
  #awaited = [];
  /** How much of the first awaited echo the line before ended with. */
  #begun = 0;
  /** Notes what was sent, which replaces any echo that never came. */
  sent(text) {
    this.#awaited = text.split(/[\r\n]+/).filter((line) => line !== "");
    this.all.push(...this.#awaited);
    this.#begun = 0;
  }
  /** Whether an echo is still to come: then every line has to be shown to {@link endLine}. */
  get awaits() {
    return this.#awaited.length > 0;
  }
  /** What is visible of `text` from `from` on; an echo that is still being printed is not. */
  windows(text, from) {
    const windows = [];
    const [folded2] = this.#awaited;
    const rest = folded2?.slice(this.#begun) ?? "";
    let start = from;
    let echoes = this.#awaited;
    if (this.#begun > 0 && rest !== text && rest.startsWith(text)) return [{ from, to: from }];
    if (this.#begun > 0 && text.startsWith(rest)) {
      windows.push({ from, to: from });
      start = Math.max(from, rest.length);
      echoes = echoes.slice(1);
    }
    for (const echo of echoes) {
      const at = text.indexOf(echo, start);
      if (at < 0) {
        windows.push({ from: start, to: text.length - overlap(text, start, echo) });
        return windows;
      }
      windows.push({ from: start, to: at });
      start = at + echo.length;
    }
    windows.push({ from: start, to: text.length });
    return windows;
  }
  /** The reader has gone on to the window with this index: the echoes before it are done with. */
  pass(index) {
    this.#awaited.splice(0, index);
    if (index > 0) this.#begun = 0;
  }
  /** The line will not grow any more: an echo that it has begun goes on at the start of the next one. */
  endLine(text, from) {
    const windows = this.windows(text, from);
    const start = windows.at(-1)?.from ?? from;
    const goesOn = windows.length === 1 && this.#begun > 0;
    this.pass(windows.length - 1);
    const [echo] = this.#awaited;
    if (echo === void 0) return;
    if (goesOn && echo.startsWith(text, this.#begun)) this.#begun += text.length;
    else this.#begun = overlap(text, start, echo) || overlap(text.replace(/ $/, ""), start, echo);
  }
};
function overlap(text, from, echo) {
  for (let length = Math.min(echo.length - 1, text.length - from); length > 0; length--) {
    if (text.endsWith(echo.slice(0, length))) return length;
  }
  return 0;
}

// src/judge/lines.ts
var LineJudge = class {
  #bench;
  #echoes = /* @__PURE__ */ new Map();
  #suspects = /* @__PURE__ */ new Map();
  /** When the last line of the failure's report was printed, in milliseconds. */
  reportEnded;
  constructor(bench) {
    this.#bench = bench;
  }
  /** A line whose text is final. */
  finish(watch, line) {
    if (this.#bench.over()) return;
    const { book, shown } = this.#bench;
    if (book.remarks.any(line.hits) && isGuestStream(watch.stream)) shown.probe.take(watch.stream, line);
    if (!watch.readsEveryLine && book.onlyTests(line.hits)) {
      this.takeTests(watch, line);
      if (book.reports.any(line.hits)) this.#bench.endIfDone(watch);
      return;
    }
    this.#takeFacts(watch, line);
    this.settled(watch, line);
    if (this.#bench.over()) return;
    const event = this.#bench.commands.takeLine(watch.stream, line.text);
    if (event !== void 0) this.#bench.receive(event);
    if (this.#bench.over()) return;
    if (event?.type !== "output") this.takeTests(watch, line);
    const echo = this.#echo(watch.stream);
    if (echo.awaits) {
      echo.endLine(line.text, watch.from);
      watch.awaitEcho(echo.awaits);
    }
    this.#bench.endIfDone(watch);
  }
  /** A line whose text is final, or that the guest has stopped printing: everything is looked for. */
  settled(watch, line) {
    if (this.#bench.over()) return;
    this.#judgeUsersPatterns(watch, line, true);
    if (this.#bench.over()) return;
    this.#findMilestones(watch, line.hits, line.text, true);
    this.#suspects.get(watch.stream)?.read(line.text);
    this.#findSignature(watch, line);
    watch.readEveryLine("suspects", this.#suspects.get(watch.stream)?.searching === true);
    const { failure, now } = this.#bench.findings;
    if (failure?.end === void 0 || failure.finding.stream !== watch.stream) return;
    if (line.text.includes(failure.end)) this.reportEnded ??= now;
  }
  /** A line that is still being printed: only what cannot change any more. */
  unfinished(watch, line) {
    this.#judgeUsersPatterns(watch, line, false);
  }
  /** No line follows: names the functions at fault as far as they are known. */
  end() {
    for (const suspects of this.#suspects.values()) suspects.end();
  }
  /** Carries out what the scenario does by itself: it sends, and it runs commands. */
  act() {
    const { progress, findings } = this.#bench;
    for (let send = progress.sendNow; send !== void 0; send = progress.sendNow) {
      const time = findings.now;
      const echo = this.#echo(send.stream);
      echo.sent(send.text);
      this.#bench.watch(send.stream).awaitEcho(echo.awaits);
      findings.emit({ type: "send", time, stream: send.stream, text: send.text });
      const step = progress.sent(time);
      if (step !== void 0) findings.emit({ type: "step", time, step });
    }
    this.#bench.commands.start();
  }
  // ---- the scenario's patterns ----------------------------------------------------------------------------------
  /**
   * Steps and forbidden patterns. Instant patterns come first, as if each byte had come alone; then those that need
   * the whole line. What is forbidden is reported with its whole line, too, but already keeps a run from passing.
   */
  #judgeUsersPatterns(watch, line, settled) {
    const { expects, forbids } = this.#bench.book;
    const forbidden = this.#findForbidden(forbids.of(line.hits), watch, line, settled);
    const expected = expects.of(line.hits);
    if (expected.length > 0) {
      this.#meetSteps(expected, forbidden, watch, line, false);
      if (settled) this.#meetSteps(expected, forbidden, watch, line, true);
    }
    if (!settled || this.#bench.over()) return;
    for (const { forbid, index } of forbidden) this.#reportForbidden(forbid, index, watch, line.text);
  }
  #meetSteps(expected, forbidden, watch, line, whole) {
    while (!this.#bench.over()) {
      const met = this.#firstMet(expected, watch, line, whole);
      if (met === void 0) return;
      const { end } = met.match;
      const spoilt = forbidden.some((found) => whole || found.forbid.pattern.instant && found.end <= end);
      const seen = whole ? line.text : line.text.slice(0, end);
      this.#meet(met, watch, quoted(seen));
      if (this.#bench.progress.done) this.#findMilestones(watch, line.hits, seen, false);
      if (!spoilt) this.#bench.endIfDone(watch);
    }
  }
  #findForbidden(candidates2, watch, line, settled) {
    if (candidates2.length === 0) return NONE;
    return candidates2.flatMap((index) => {
      const forbid = this.#bench.book.forbids.items[index];
      if (forbid === void 0 || !listens(forbid.stream, watch.stream)) return [];
      const match = settled || forbid.pattern.instant ? forbid.pattern.exec(line.text, 0) : void 0;
      return match === void 0 ? [] : [{ forbid, index, end: match.end }];
    });
  }
  #reportForbidden(forbid, index, watch, text) {
    if (!watch.firstReport(`forbid ${index}`)) return;
    const facts = {
      kind: "forbidden",
      title: `forbidden: ${forbid.pattern.shown}`,
      hint: "The scenario forbids this text.",
      outcome: "failed",
      where: forbid.where,
      ...quote(watch, text)
    };
    this.#bench.findings.report(facts, () => watch.startReport(text));
  }
  /** Of the open expectations the one that is met first in this line: an instant one, or one that needs it whole. */
  #firstMet(candidates2, watch, line, whole) {
    const { book, progress } = this.#bench;
    const possible = [];
    for (const index of candidates2) {
      const expect = book.expects.items[index];
      const due = expect === void 0 ? void 0 : progress.openFor(expect);
      if (due === void 0 || due.expect.pattern.instant === whole) continue;
      if (listens(due.expect.stream, watch.stream)) possible.push(due);
    }
    if (possible.length === 0) return void 0;
    const { text } = line;
    const windows = this.#echo(watch.stream).windows(text, watch.from);
    for (const [index, window] of windows.entries()) {
      if (whole && index < windows.length - 1) continue;
      const visible = text.slice(0, window.to);
      let first;
      for (const due of possible) {
        const match = due.expect.pattern.exec(visible, window.from);
        if (match === void 0 || first !== void 0 && first.match.end <= match.end) continue;
        first = { due, match, window: index };
      }
      if (first !== void 0) return first;
    }
    return void 0;
  }
  #meet({ due, match, window }, watch, line) {
    const { progress, findings } = this.#bench;
    const group = progress.open().length > 1;
    const step = progress.meet(due, match, {
      ...{ time: findings.now, stream: watch.stream },
      ...{ line: watch.line, seen: line }
    });
    findings.emit({ type: "step", time: findings.now, step });
    this.#doubt(due, match, watch, line);
    if (group) return;
    this.#echo(watch.stream).pass(window);
    watch.readTo(Math.max(watch.from, match.end));
    for (const other of this.#bench.watches()) if (other !== watch) other.readAll();
    this.act();
  }
  /** A step that only the kernel's command line or an echo has met says nothing of the guest. */
  #doubt({ number, expect }, match, watch, line) {
    const doubt = doubtOf(line, match, this.#echo(watch.stream).all);
    if (doubt === void 0) return;
    this.#bench.findings.report({
      ...{ kind: "doubt", severity: "warning", outcome: void 0, where: expect.where },
      title: `step ${number}: ${expect.pattern.shown} was met by ${doubt}`,
      hint: "Expect what only the answer of the guest has in it.",
      ...quote(watch, line)
    });
  }
  #echo(stream) {
    const known = this.#echoes.get(stream);
    if (known !== void 0) return known;
    const echo = new EchoFilter();
    this.#echoes.set(stream, echo);
    return echo;
  }
  // ---- the catalog ----------------------------------------------------------------------------------------------
  /** @param settled whether the text is final; of other text only new milestones count, and a reset waits */
  #findMilestones(watch, hits, text, settled) {
    const { book, findings } = this.#bench;
    for (const index of book.milestones.of(hits)) {
      const known = book.milestones.items[index];
      if (known === void 0 || !speaks(known.entry, watch.stream)) continue;
      const match = known.pattern.exec(text, 0);
      if (match === void 0) continue;
      const { id, phase, title, once, evidence, restarts } = known.entry;
      const first = watch.milestones.get(id);
      const restarted = restarts === true && watch.milestones.has("linux-banner");
      if ((first !== void 0 || restarted) && !settled) continue;
      if (!watch.firstReport(`milestone ${id}`)) continue;
      if (evidence === true && isOwnWords(text.slice(0, match.start))) this.#seeTd();
      if (isRunStream(watch.stream)) continue;
      if (first !== void 0 && once !== true && !restarted) continue;
      const prefix = text.slice(0, match.start).replace(/\d+/g, "0");
      if (first === void 0) {
        watch.milestones.set(id, prefix);
        findings.reach(phase, title, id);
      }
      const again = once === true && first === prefix;
      if (again || restarted) {
        const reset = `the machine was reset: ${again ? `a second ${title}` : `${title} after a kernel`}`;
        const facts = { kind: "reset", title: reset, hint: RESET_HINT, outcome: "failed" };
        findings.report({ ...facts, ...quote(watch, text) }, () => watch.startReport(text));
      }
    }
  }
  /** Takes facts from finished lines only, because an unfinished line may hold half a register. */
  #takeFacts(watch, line) {
    if (!isGuestStream(watch.stream)) return;
    const { book, shown } = this.#bench;
    for (const index of book.facts.of(line.hits)) {
      const fact = book.facts.items[index];
      const match = fact?.pattern.exec(line.text, 0);
      if (fact !== void 0 && match !== void 0) shown.take(fact.entry, match, watch.stream);
    }
  }
  /** Takes a line of a test report; its text must be final. */
  takeTests(watch, line) {
    const { book, tests, findings } = this.#bench;
    const { stream } = watch;
    if (!isGuestStream(stream) && !isRunStream(stream)) return;
    if (book.reports.any(line.hits) || tests.listens(stream)) {
      tests.take(stream, line.text, { line: watch.line, time: findings.now });
      watch.readEveryLine("tests", tests.listens(stream));
    } else if (book.remarks.any(line.hits)) tests.remark(stream, line);
  }
  #seeTd() {
    const { findings, rules } = this.#bench;
    if (findings.tdSeen) return;
    findings.tdSeen = true;
    if (rules.platform === void 0 || isTrustDomain(rules.platform)) return;
    const message = `the guest says that it is a Trust Domain, on platform ${rules.platform}`;
    findings.emit({ type: "notice", time: findings.now, message });
  }
  /** The first row of the catalog that fits the line speaks for it. */
  #findSignature(watch, line) {
    const { signatures } = this.#bench.book;
    for (const index of signatures.of(line.hits)) {
      const known = signatures.items[index];
      if (known === void 0 || !speaks(known.entry, watch.stream)) continue;
      const { text } = line;
      const match = known.pattern.exec(text, 0);
      if (match === void 0 || known.entry.unless?.test(text) === true) continue;
      if (isGuestStream(watch.stream) && SUPPRESSIONS.some((harmless) => harmless.test(text))) return;
      if (watch.firstReport(known.entry.id)) this.#reportSignature(known, match, watch, text);
      return;
    }
  }
  #reportSignature(known, match, watch, text) {
    const { groups } = match;
    const { rules, findings } = this.#bench;
    const entry = causeOf(known.entry, groups);
    const { id, severity, phase, hint } = entry;
    const decides = SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(rules.failOn);
    const ours = phase === "host" || phase === "vmm";
    findings.atLeast(phase);
    const stands = entry.orLater === true ? findings.phase : phase;
    const facts = {
      kind: "signature",
      id,
      title: quoted(titleOf(entry, groups)),
      fingerprint: quoted(fingerprintOf(entry, groups)),
      hint,
      severity,
      phase: stands,
      outcome: decides ? ours ? "errored" : "failed" : void 0,
      ...quote(watch, text)
    };
    const finding = findings.report(facts, () => watch.startReport(text), entry.end);
    if (finding === void 0 || entry.guilty === void 0) return;
    const suspects = this.#suspects.get(watch.stream) ?? new Suspects();
    this.#suspects.set(watch.stream, suspects);
    suspects.follow(entry.guilty, text, groups.func, (func, trace) => {
      const title = quoted(titleOf(entry, groups, func));
      const fingerprint = quoted(fingerprintOf(entry, groups, func));
      findings.amend(finding, { title, fingerprint, trace: trace.map(quoted) });
    });
  }
};
var NONE = [];
function listens(wanted, stream) {
  return wanted === void 0 ? isGuestStream(stream) || isRunStream(stream) : wanted === stream;
}
function speaks(entry, stream) {
  const { streams } = entry;
  if (isRunStream(stream)) return "evidence" in entry && entry.evidence === true;
  return streams === void 0 ? isGuestStream(stream) : streams.includes(stream);
}
function quote(watch, text) {
  return { stream: watch.stream, line: watch.line, text };
}

// src/judge/machine-view.ts
var MachineView = class {
  /** How the VMM says that the guest ended. */
  end;
  /** Devices that a driver in the guest has set up. */
  driven = [];
  /** CPUs that the VMM wanted in the last silence that was measured. */
  busy;
  /** How long the guest had to wait for tdx-boot, in milliseconds. */
  heldMs = 0;
  /** The platform that the machine was started for; undefined for a log that is no recording of a boot. */
  platform;
  silenceExpected;
  bootTime;
  predictions;
  #asked;
  /** @param asked the platform that the scenario asks for */
  constructor(asked) {
    this.#asked = asked;
  }
  take(event, findings) {
    switch (event.type) {
      case "launch":
        findings.atLeast("vmm");
        this.platform = event.platform;
        this.#refuseOtherPlatform(findings);
        this.silenceExpected = event.silenceExpected;
        this.bootTime = event.bootTime;
        this.predictions = event.predictions;
        break;
      case "cpu":
        this.busy = event.busy;
        break;
      case "held":
        this.heldMs += event.ms;
        break;
      case "vm":
        this.#takeState(event, findings);
    }
  }
  /** @param seen a line showed that the guest is a Trust Domain */
  tdKind(seen) {
    if (!seen) return "none";
    if (this.platform === "tdx") return "real";
    return this.platform === "tdx-emulated" ? "emulated" : "none";
  }
  /** The console of an emulated Trust Domain is that of a real one, so a recording of another platform never passes as tdx. */
  #refuseOtherPlatform(findings) {
    const { platform } = this;
    if (platform === void 0 || platform === "tdx" || this.#asked !== "tdx") return;
    const title = `the scenario asks for platform tdx, and the recording is of platform ${platform}`;
    const hint = `Judge it with "platform: ${platform}", or boot the scenario on a host with TDX.`;
    findings.decide("not-a-td", title, "errored", hint);
  }
  #takeState({ state, detail, time }, findings) {
    if (state === "driven") {
      if (this.driven.length === 0) findings.reach("firmware", `the guest drives ${detail}`);
      this.driven.push(detail);
      return;
    }
    if (this.end?.state !== "panicked") this.end = { state, detail, time };
    if (state === "broken") findings.decide("vmm", `the VMM stopped the guest: ${detail}`, "errored");
  }
};

// src/judge/probe-facts.ts
var BEGINS = "# tdx-boot probe 1";
var ENDS = "# tdx-boot probe: done";
var FACT = /^# (?<name>[a-z]+\.[\w.:-]{1,100}): (?<value>.*)$/;
var LEFT_OUT = /^cc\.ccel\./;
var MOST = 500;
var ProbeFacts = class {
  #facts = /* @__PURE__ */ new Map();
  /** A report that comes on two streams is read from the first. */
  #stream;
  #ended = false;
  /** Takes a finished line. Of two values of a fact, the first counts. */
  take(stream, line) {
    if (this.#ended || (this.#stream ?? stream) !== stream) return;
    const { text } = line;
    if (this.#stream === void 0) {
      if (text === BEGINS) this.#stream = stream;
      return;
    }
    this.#ended = text === ENDS;
    const { name, value = "" } = FACT.exec(text)?.groups ?? {};
    if (name === void 0 || LEFT_OUT.test(name) || this.#facts.size >= MOST) return;
    if (!this.#facts.has(name)) this.#facts.set(name, quoted(value));
  }
  /** By their names, in the order in which they were printed. */
  get all() {
    return Object.fromEntries(this.#facts);
  }
};

// src/judge/shown.ts
var FACTS = [
  { id: "register", pattern: /^# cc\.measurement\.(?<register>mrtd|rtmr[0-3]): (?<value>.+)/ },
  { id: "log", pattern: /^# cc\.ccel\.(?<offset>[0-9a-f]{6,}): (?<value>.+)/ },
  { id: "end", pattern: /^(?:not )?ok \d+ confidential-computing/ }
];
var MOST_CHARACTERS = 200;
var MOST_LOG = 1024 * 1024;
var LOG_LINE = /^(?:[0-9a-f]{2}){1,32}$/;
var Shown = class {
  probe = new ProbeFacts();
  /** The first two values of each register: they have to be the same. */
  #values = /* @__PURE__ */ new Map();
  #log = [];
  #logBytes = 0;
  #logStream;
  #torn;
  /** The probe's report has gone on to what follows the event log. */
  #logEnded = false;
  take(fact, { groups }, stream) {
    const { register, offset = "", value = "" } = groups;
    const known = REGISTERS.find((name) => name === register);
    if (fact.id === "register" && known !== void 0) this.#takeValue(known, value);
    else if (fact.id === "log") this.#takeLog(Number.parseInt(offset, 16), value, stream);
    else if (fact.id === "end") this.#logEnded = true;
  }
  /** What a step has captured under the name of a register is a value of it. */
  takeCaptures(captures) {
    for (const register of REGISTERS) {
      const captured = captures[register];
      if (captured !== void 0) this.#takeValue(register, captured);
    }
  }
  /** Whether what is asserted may still be shown. */
  lacks(assertions) {
    return assertions.some(
      ({ register, holds }) => !this.#values.has(register) || holds === "replay" && !this.#logEnded
    );
  }
  #takeValue(register, text) {
    const value = text.trim().toLowerCase().slice(0, MOST_CHARACTERS);
    const before = this.#values.get(register) ?? [];
    if (before.length < 2 && !before.includes(value)) this.#values.set(register, [...before, value]);
  }
  /** Different values that were shown, none, one or two. */
  valuesOf(register) {
    return this.#values.get(register) ?? [];
  }
  /** The event log, or why there is none. */
  eventLog() {
    if (this.#torn !== void 0) return `the event log is torn: ${this.#torn}`;
    if (this.#log.length === 0) {
      return "the guest showed no event log: the probe prints it with tdx-boot.probe=ccel on the command line";
    }
    try {
      return parseEventLog(Buffer.from(this.#log.join(""), "hex"));
    } catch (error) {
      if (error instanceof DataError) return error.message;
      throw error;
    }
  }
  /** A log that comes on two streams is read from the one on which it began. */
  #takeLog(offset, hex, stream) {
    this.#logStream ??= stream;
    if (stream !== this.#logStream || this.#torn !== void 0) return;
    if (offset !== this.#logBytes) {
      this.#torn = `byte ${offset} follows byte ${this.#logBytes}`;
    } else if (!LOG_LINE.test(hex)) {
      this.#torn = `the line of byte ${offset} is not made of hex digits`;
    } else if (offset + hex.length / 2 > MOST_LOG) {
      this.#torn = `it has more than ${MOST_LOG} bytes`;
    } else {
      this.#log.push(hex);
      this.#logBytes += hex.length / 2;
    }
  }
};

// src/ktap/copies.ts
function withoutCopies(reports) {
  const seen = /* @__PURE__ */ new Map();
  const once = [];
  for (const report of reports) {
    const text = linesOf(report);
    const same = seen.get(text) ?? [];
    seen.set(text, same);
    const original = same.find(({ streams }) => !streams.includes(report.stream));
    if (original !== void 0) {
      original.streams.push(report.stream);
      continue;
    }
    const occurrence = { report, streams: [report.stream] };
    same.push(occurrence);
    once.push(occurrence);
  }
  return once.map(
    ({ report, streams: [, ...alsoOn] }) => alsoOn.length === 0 ? report : { ...report, alsoOn }
  );
}
function linesOf({ format, plan, counts, tests, omitted, problems }) {
  return JSON.stringify([format, plan, counts, tests.map(saidOf), omitted, problems.map(({ kind }) => kind)]);
}
function saidOf({ number, name, state, reason, tests }) {
  return [number, name, state, reason, tests.map(saidOf)];
}

// src/judge/tests.ts
var REPORT_MARKS = [
  { pattern: /TAP version / },
  { pattern: /ok / },
  { pattern: /not ok/ },
  { pattern: /1\.\./ },
  { pattern: /# Subtest:/ },
  { pattern: /# Totals:/ },
  { pattern: /(?:EXPECTATION|ASSERTION) FAILED/ },
  { pattern: / {2}---/ },
  { pattern: /Bail out!/ }
];
var REMARK_MARKS = [{ pattern: /# / }];
var SHOWN_LIVE = 20;
var PROBLEM_HINTS = {
  plan: "Results were lost or the test program died: see the lines of the report. A known one is named in allow.",
  truncated: 'The guest, or its test program, stopped before the report was over: its last lines say where. A report that is meant to go on beyond the last step needs a step that expects its end, or "ktap: ignore".',
  "bail-out": "The test program gave up: see its last lines."
};
var FAILED_HINT = 'See the lines of the report before this result. A known failure is named in allow; "ktap: ignore" judges no report.';
var GuestTests = class {
  #rules;
  #findings;
  #parsers = /* @__PURE__ */ new Map();
  #lastLine = /* @__PURE__ */ new Map();
  /** Failures that were shown live, with the streams of each: a copy on another stream is not shown again. */
  #shown = /* @__PURE__ */ new Map();
  #toldOfWait = false;
  #reports;
  constructor(rules, findings) {
    this.#rules = rules;
    this.#findings = findings;
  }
  /** Whether every line of this stream is wanted. */
  listens(stream) {
    return this.#parsers.get(stream)?.listens === true;
  }
  /** Takes a finished line that has only one of the {@link REMARK_MARKS}. */
  remark(stream, line) {
    const parser = this.#parsers.get(stream);
    if (parser?.open === true) parser.remark(line.later());
  }
  /** Takes a finished line that has one of the {@link REPORT_MARKS}, or that is wanted. */
  take(stream, text, place) {
    if (this.#reports !== void 0) return;
    const parser = this.#parsers.get(stream) ?? this.#openParser(stream);
    const failed = parser.take(text, place);
    this.#lastLine.set(stream, place.line);
    if (failed === void 0 || !this.#isNews(stream, resultLine(failed))) return;
    const message = `${stream}: ${resultLine(failed)}${failed.allowed === void 0 ? "" : ` (allowed: ${failed.allowed})`}`;
    this.#findings.emit({ type: "notice", time: place.time, message });
  }
  /** Whether a failure is to be shown: the n-th time on its stream is news where no other stream has shown it n times. */
  #isNews(stream, line) {
    const streams = this.#shown.get(line) ?? [];
    const times = (name) => streams.filter((other) => other === name).length;
    const here = times(stream) + 1;
    const news = !streams.some((other) => times(other) >= here);
    if (this.#shown.size >= SHOWN_LIVE || streams.length >= SHOWN_LIVE) return false;
    this.#shown.set(line, [...streams, stream]);
    return news;
  }
  /** Nothing more comes on this stream: a report that is not over there ends early. */
  end(stream) {
    this.#parsers.get(stream)?.end({ line: this.#lastLine.get(stream) ?? 0, time: this.#findings.now });
  }
  /** The stream of a report that has to go on; undefined: there is none, or none counts. */
  get open() {
    if (this.#rules.ktap === "ignore" || this.#reports !== void 0) return void 0;
    for (const [stream, parser] of this.#parsers) if (parser.open) return stream;
    return void 0;
  }
  /** A run whose steps are all met waits for the end of a report, because a report that was not read is no pass. */
  waits() {
    const { open } = this;
    if (open === void 0) return false;
    if (!this.#toldOfWait) {
      this.#toldOfWait = true;
      const message = `every step is met, and the test report on ${open} has to end: ${this.#parsers.get(open)?.progress} so far`;
      this.#findings.emit({ type: "notice", time: this.#findings.now, message });
    }
    return true;
  }
  /**
   * Nothing more is read: ends the reports and reports what is wrong with them. The first call counts. A report that ends
   * early where something else has already failed is no finding, because the other failure is why.
   */
  conclude() {
    if (this.#reports !== void 0) return this.#reports;
    const { now: time } = this.#findings;
    const all = [...this.#parsers].flatMap(([stream, parser]) => {
      parser.end({ line: this.#lastLine.get(stream) ?? 0, time });
      return parser.reports;
    });
    const reports = withoutCopies(all);
    this.#reports = reports;
    if (this.#rules.ktap === "ignore") return reports;
    const over = this.#findings.failure !== void 0;
    for (const report of reports) {
      this.#reportFailures(report.stream, report.tests, []);
      this.#reportProblems(report, over);
    }
    return reports;
  }
  #openParser(stream) {
    const allowed = (text) => this.#rules.allow.find(({ pattern }) => pattern.exec(text, 0) !== void 0)?.reason;
    const parser = new ReportParser(stream, allowed);
    this.#parsers.set(stream, parser);
    return parser;
  }
  #reportFailures(stream, tests, path) {
    for (const test of tests) {
      const name = [...path, test.name === "" ? `test ${test.number ?? "?"}` : test.name];
      this.#reportFailures(stream, test.tests, name);
      if (!isOwnFailure(test)) continue;
      const { line, time, allowed, diagnostics } = test;
      this.#findings.report({
        ...{ kind: "test", id: "test-failed", severity: "error", hint: FAILED_HINT, stream, line, time },
        title: `not ok: ${name.join(" / ")}`,
        evidence: [{ stream, line, text: resultLine(test) }, ...diagnostics.map((text) => ({ text }))],
        ...allowed === void 0 ? { outcome: "failed" } : { outcome: void 0, allowed }
      });
    }
  }
  #reportProblems({ stream, problems }, over) {
    for (const { kind, text, line, allowed } of problems) {
      if (kind === "truncated" && over) continue;
      this.#findings.report({
        ...{ kind: "test", id: `test-${kind}`, severity: "error", hint: PROBLEM_HINTS[kind], stream, line },
        title: text,
        ...allowed === void 0 ? { outcome: "failed" } : { outcome: void 0, allowed }
      });
    }
  }
};
function resultLine({ number, name, reason }) {
  const words = ["not ok", ...number === void 0 ? [] : [String(number)], ...name === "" ? [] : [name]];
  return [...words, ...reason === void 0 ? [] : [`# ${reason}`]].join(" ");
}

// src/judge/rulebook.ts
function stepExpects(step) {
  if (step.kind === "expect") return [step];
  if (step.kind === "any-order") return step.expects;
  return step.kind === "run" && step.output !== void 0 ? [step.output] : [];
}
function compileRules(rules, catalog = SIGNATURES) {
  const numbers = /* @__PURE__ */ new Map();
  const expects = rules.steps.flatMap(stepExpects);
  const collect = (items) => candidates(items, numbers);
  const book = {
    signatures: collect(compiled(catalog)),
    milestones: collect(compiled(MILESTONES)),
    facts: collect(rules.measurements === void 0 ? [] : compiled(FACTS)),
    forbids: collect(rules.forbid),
    expects: collect(expects)
  };
  const ofOthers = numbers.size;
  const tests = { reports: collect(compiled(REPORT_MARKS)), remarks: collect(compiled(REMARK_MARKS)) };
  const everyLine = [...rules.forbid, ...expects].some((item) => item.pattern.needles === void 0);
  const onlyTests = (hits) => hits.length > 0 && hits.every((hit) => hit >= ofOthers);
  const automaton = buildAutomaton([...numbers.keys()]);
  return { ...book, ...tests, automaton, everyLine, onlyTests };
}
function tableOf(entries, numbers) {
  return candidates(compiled(entries), numbers);
}
function compiled(entries) {
  return entries.map((entry) => ({ entry, pattern: trustedPattern(entry.pattern) }));
}
function candidates(items, numbers) {
  const announced = [];
  const always = [];
  for (const [index, { pattern }] of items.entries()) {
    if (pattern.needles === void 0) always.push(index);
    for (const needle of pattern.needles ?? []) {
      const number = numbers.get(needle) ?? numbers.size;
      numbers.set(needle, number);
      const mine = announced[number] ?? [];
      announced[number] = mine;
      if (mine.at(-1) !== index) mine.push(index);
    }
  }
  return {
    items,
    any: (hits) => always.length > 0 || hits.some((hit) => announced[hit] !== void 0),
    of(hits) {
      let found;
      for (const hit of hits) {
        const mine = announced[hit];
        if (mine !== void 0) found = found === void 0 ? mine : union(found, mine);
      }
      if (found === void 0) return always;
      return always.length === 0 ? found : union(found, always);
    }
  };
}
function union(a, b) {
  return [.../* @__PURE__ */ new Set([...a, ...b])].sort((x, y) => x - y);
}

// src/judge/transcript.ts
var KEPT_BYTES = 128 * 1024;
var PIECES = 4096;
var Transcript = class {
  #head = [];
  #headBytes = 0;
  /** The last pieces; the first of them may be needed in part only. */
  #tail = [];
  #tailBytes = 0;
  /** @param bytes must not be changed later */
  keep(bytes) {
    const room = KEPT_BYTES - this.#headBytes;
    if (room > 0) {
      this.#head.push(bytes.subarray(0, room));
      if (this.#head.length > PIECES) this.#head = [Buffer.concat(this.#head)];
      this.#headBytes += Math.min(room, bytes.length);
    }
    if (bytes.length <= room) return;
    this.#tail.push(bytes.subarray(Math.max(0, room)));
    this.#tailBytes += bytes.length - Math.max(0, room);
    while (this.#tailBytes - (this.#tail[0]?.length ?? 0) >= KEPT_BYTES) {
      this.#tailBytes -= this.#tail.shift()?.length ?? 0;
    }
    if (this.#tail.length > PIECES) this.#tail = [Buffer.concat(this.#tail)];
  }
  /**
   * The lines that are kept, in order; where the middle is lost, the lines next to it may be cut.
   * @param last the number of the line that is being printed
   */
  lines(last) {
    const head = textsOf(this.#head);
    const tail = textsOf(this.#tail);
    const whole = head.length + tail.length >= last;
    if (whole)
      return textsOf([...this.#head, ...this.#tail]).map((text, index) => ({ line: index + 1, text }));
    const first = last - tail.length + 1;
    return [
      ...head.map((text, index) => ({ line: index + 1, text })),
      ...tail.map((text, index) => ({ line: first + index, text }))
    ];
  }
};
function textsOf(pieces) {
  const texts = [];
  const reader = lineReader((text) => texts.push(text));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return texts;
}

// src/judge/watch.ts
var REPORT_LINES = 200;
var StreamWatch = class {
  stream;
  /** Time of the last output, in milliseconds; undefined before the first. */
  lastOutput;
  /** True once the unfinished line has been judged as if finished, because the guest paused. */
  tailSettled = false;
  /** Milestones seen on this stream, with what stood before them in their line, digits folded. */
  milestones = /* @__PURE__ */ new Map();
  /** Lines that follow a failure, while they are being collected. */
  report;
  #scanner;
  #transcript = new Transcript();
  /** Why every line is looked at, and not only those with a needle. */
  #reasons = /* @__PURE__ */ new Set();
  #recent = new Recent();
  /** What concerns the current line only: how far steps have read, and what has been reported of it. */
  #markedLine = 0;
  #from = 0;
  #reported = /* @__PURE__ */ new Set();
  constructor(stream, book, callbacks) {
    this.stream = stream;
    const settled = (line) => {
      if (this.report !== void 0 && this.report.length < REPORT_LINES) this.report.push(quoted(line.text));
      callbacks.onSettled(this, line);
      if (line.cut) callbacks.onCut(this);
    };
    if (book.everyLine) this.#reasons.add("pattern");
    this.#scanner = new LineScanner(book.automaton, {
      everyLine: book.everyLine,
      onLine: (line) => {
        this.#enter(this.#scanner.lineCount);
        settled(line);
      },
      onWipe: (line) => {
        this.#enter(this.#scanner.lineCount + 1);
        settled(line);
        this.#markedLine = 0;
      }
    });
  }
  push(bytes) {
    this.tailSettled = false;
    this.#transcript.keep(bytes);
    this.#recent.keep(bytes);
    this.#scanner.push(bytes);
  }
  /** The unfinished line, entered for judging. */
  tail() {
    const tail = this.#scanner.tail();
    if (tail !== void 0) this.#enter(this.#scanner.lineCount + 1);
    return tail;
  }
  end() {
    this.#scanner.end();
  }
  /** Number of the line being judged, from 1. */
  get line() {
    return this.#markedLine;
  }
  /** Offset in the line being judged from which steps may match. */
  get from() {
    return this.#from;
  }
  /** Steps have read the line being judged up to this offset. */
  readTo(offset) {
    this.#from = offset;
  }
  /** Steps have read everything that this stream has printed so far. */
  readAll() {
    const tail = this.tail();
    if (tail !== void 0) this.#from = tail.text.length;
  }
  /** True the first time that a name is reported of the line being judged. */
  firstReport(name) {
    if (this.#reported.has(name)) return false;
    this.#reported.add(name);
    return true;
  }
  /** From now on every line is looked at, so that the rest of a report is collected. */
  startReport(first) {
    this.report ??= [quoted(first)];
    this.readEveryLine("report", true);
    return this.report;
  }
  /** While an echo is awaited every line is looked at, because any of them may hold a part of it. */
  awaitEcho(awaited) {
    this.readEveryLine("echo", awaited);
  }
  get readsEveryLine() {
    return this.#reasons.size > 0;
  }
  /** From now on every line is looked at, for as long as a reason holds. */
  readEveryLine(reason, holds) {
    if (holds) this.#reasons.add(reason);
    else this.#reasons.delete(reason);
    this.#scanner.everyLine = this.#reasons.size > 0;
  }
  /** What was printed: all lines of most boots, of a longer one the first and the last. */
  printed() {
    return this.#transcript.lines(this.#scanner.lineCount + (this.#scanner.tail() === void 0 ? 0 : 1));
  }
  /** The last lines, unfinished one included. */
  recentLines(count) {
    const lines = this.#recent.lines();
    return lines.filter((line) => line.trim() !== "").slice(-count);
  }
  #enter(line) {
    if (line === this.#markedLine) return;
    this.#markedLine = line;
    this.#from = 0;
    if (this.#reported.size > 0) this.#reported.clear();
  }
};

// src/judge/judge.ts
var EVIDENCE_MS = 2e3;
var Judge = class {
  #rules;
  #book;
  #progress;
  #findings;
  #guest;
  #shown = new Shown();
  #tests;
  #lines;
  #watches = /* @__PURE__ */ new Map();
  /** Streams with a line that was judged in pieces. */
  #cut = /* @__PURE__ */ new Set();
  #machine;
  #commands;
  #deadlines;
  #ending;
  #lastStream;
  /** Where nothing prints before the kernel, some output was seen. */
  #kernelSpoke = false;
  /** The bytes of an output event are being read. */
  #reading = false;
  #verdict;
  constructor(rules) {
    this.#machine = new MachineView(rules.platform);
    this.#rules = rules;
    this.#book = compileRules(rules);
    this.#progress = new StepProgress(rules.steps);
    this.#guest = guestKind(rules);
    this.#findings = new Findings(rules.allow, this.#guest);
    this.#commands = new CommandJudge(this.#progress, this.#findings, (stream) => this.#watch(stream));
    this.#tests = new GuestTests(rules, this.#findings);
    this.#lines = new LineJudge({
      rules,
      book: this.#book,
      progress: this.#progress,
      findings: this.#findings,
      commands: this.#commands,
      shown: this.#shown,
      receive: (event) => this.#receive(event),
      tests: this.#tests,
      over: () => this.#verdict !== void 0,
      endIfDone: (reading) => this.#endIfDone(reading),
      watch: (stream) => this.#watch(stream),
      watches: () => this.#watches.values()
    });
    this.#ending = new Ending({
      findings: this.#findings,
      machine: this.#machine,
      progress: this.#progress,
      commands: this.#commands
    });
    this.#deadlines = new Deadlines({
      rules,
      progress: this.#progress,
      findings: this.#findings,
      tests: this.#tests,
      machine: this.#machine,
      commands: this.#commands,
      lines: this.#lines,
      watches: this.#watches
    });
  }
  get verdict() {
    return this.#verdict;
  }
  /** The machine is about to start, at time 0: gives what the scenario wants sent before anything is expected. */
  start() {
    this.#lines.act();
    this.#endIfDone();
    return this.#findings.take();
  }
  /** Takes the next event; its time must not lie before that of an earlier one. */
  push(event) {
    this.#fireUntil(event.time);
    if (this.#verdict === void 0) {
      this.#findings.now = event.time;
      this.#guard(() => this.#receive(event));
    }
    return this.#findings.take();
  }
  /** Time has passed without an event. */
  advance(time) {
    this.#fireUntil(time);
    return this.#findings.take();
  }
  /** When {@link advance} has to be called next, in milliseconds; undefined when only an event can change anything. */
  nextDeadline() {
    return this.#verdict === void 0 ? this.#deadlines.next() : void 0;
  }
  // ---- time -----------------------------------------------------------------------------------------------------
  #fireUntil(time) {
    for (; ; ) {
      const due = this.nextDeadline();
      if (due === void 0 || due > time) return;
      this.#findings.now = Math.max(this.#findings.now, due);
      this.#guard(() => this.#fire());
    }
  }
  #fire() {
    const pause = this.#deadlines.nextPause();
    if (this.#deadlines.ending) {
      this.#settleTails();
      this.#conclude();
    } else if (pause !== void 0 && pause.time <= this.#findings.now) {
      this.#settleTail(pause.watch);
      this.#endIfDone(pause.watch);
    } else if ((this.#commands.fallBackDue ?? Number.POSITIVE_INFINITY) <= this.#findings.now) {
      this.#commands.fallBack();
    } else if (this.#deadlines.settled) {
      this.#endIfDone();
    } else {
      this.#deadlines.miss();
      this.#conclude();
    }
  }
  // ---- machine events -------------------------------------------------------------------------------------------
  #receive(event) {
    switch (event.type) {
      case "output":
        this.#receiveOutput(event.stream, event.bytes);
        break;
      case "abort":
        this.#receiveAbort(event);
        break;
      case "exit":
        this.#endStreams();
        this.#ending.exit(event, this.#watches.get("vmm")?.recentLines(1)[0]);
        this.#conclude();
        break;
      case "end-of-log":
        this.#endStreams();
        this.#receiveEndOfLog();
        break;
      case "launch":
      case "vm":
      case "cpu":
      case "held":
        this.#machine.take(event, this.#findings);
        if (event.type === "held") this.#deadlines.held(event.ms);
        break;
      case "agent":
        this.#commands.take(event);
        this.#lines.act();
        break;
      case "command":
        this.#receiveCommandEnd(event);
        break;
      case "input":
        break;
    }
  }
  #receiveOutput(stream, bytes) {
    if (bytes.length === 0) return;
    const watch = this.#watch(stream);
    watch.lastOutput = this.#findings.now;
    this.#findings.atLeast("vmm");
    if (isGuestStream(stream) || isRunStream(stream)) {
      this.#machine.busy = void 0;
      if (isGuestStream(stream)) this.#notePhase(stream);
      this.#deadlines.lastOutput = this.#findings.now;
      this.#lastStream = stream;
    }
    this.#reading = true;
    watch.push(bytes);
    const tail = this.#verdict === void 0 ? watch.tail() : void 0;
    if (tail === void 0) watch.tailSettled = true;
    else this.#lines.unfinished(watch, tail);
    this.#reading = false;
  }
  /** What the mere fact says that a stream speaks. */
  #notePhase(stream) {
    const ownKernel = this.#rules.directKernel === true && stream !== "debugcon";
    if (ownKernel && !this.#kernelSpoke) {
      this.#kernelSpoke = true;
      this.#findings.reach("kernel", `first output of the kernel on ${stream}`);
    } else if (this.#lastStream === void 0) {
      this.#findings.reach("firmware", `first output on ${stream}`);
    }
  }
  #receiveCommandEnd(event) {
    this.#watch(event.stream).end();
    this.#tests.end(event.stream);
    if (this.#verdict !== void 0 || !this.#commands.end(event)) return;
    this.#lines.act();
    this.#endIfDone();
  }
  #receiveAbort(event) {
    this.#settleTails();
    const flooded = this.#lastStream !== void 0 && isRunStream(this.#lastStream);
    if (event.cause === "output-limit" && flooded) this.#commands.flood(event.message);
    if (event.cause === "output-limit") this.#findings.decide("output-limit", event.message, "failed");
    else if (event.cause === "cancelled") this.#findings.decide("cancelled", event.message, "errored");
    else if (event.cause === "not-recorded" || event.cause === "incomplete") {
      this.#findings.decide("recording", event.message, "errored", event.hint);
    } else this.#findings.decide("vmm", event.message, "errored", event.hint);
    this.#conclude();
  }
  /** The log is all there is: what has not been seen by now is missing. */
  #receiveEndOfLog() {
    this.#commands.cut("the log ends");
    this.#tests.conclude();
    this.#deadlines.endOfLog();
    this.#conclude();
  }
  #endStreams() {
    for (const watch of this.#watches.values()) {
      if (this.#verdict === void 0) watch.end();
    }
  }
  #watch(stream) {
    const known = this.#watches.get(stream);
    if (known !== void 0) return known;
    const watch = new StreamWatch(stream, this.#book, {
      onSettled: (on, line) => this.#lines.finish(on, line),
      onCut: (on) => {
        if (this.#cut.has(on.stream)) return;
        this.#cut.add(on.stream);
        const message = `${on.stream} line ${on.line} is longer than ${LINE_CAP} characters and is judged in pieces, as others may be`;
        this.#findings.emit({ type: "notice", time: this.#findings.now, message });
      }
    });
    this.#watches.set(stream, watch);
    return watch;
  }
  #settleTails() {
    for (const watch of this.#watches.values()) this.#settleTail(watch);
  }
  #settleTail(watch) {
    watch.tailSettled = true;
    const tail = watch.tail();
    if (tail !== void 0) this.#lines.settled(watch, tail);
  }
  /**
   * Ends a good run whose guest has gone on for long enough, unless an unfinished line of another stream than the one
   * being read has bad news.
   */
  #endIfDone(reading) {
    const over = this.#progress.done && this.#rules.stop === "after-last-step";
    if (!over || this.#findings.failure !== void 0) return;
    this.#deadlines.settleDue ??= this.#findings.now + this.#rules.settleMs;
    if (this.#findings.now < this.#deadlines.settleDue) return;
    for (const watch of this.#watches.values()) if (watch !== reading) this.#settleTail(watch);
    if (this.#findings.failure !== void 0 || this.#tests.waits()) return;
    if (this.#lacksEvidence() || this.#lacksMeasurements()) {
      this.#deadlines.evidenceDue ??= this.#findings.now + EVIDENCE_MS;
    } else {
      this.#concludeTests();
      if (this.#findings.failure === void 0) this.#conclude();
    }
  }
  #lacksEvidence() {
    return this.#rules.tdEvidence === "required" && !this.#findings.tdSeen;
  }
  #lacksMeasurements() {
    this.#shown.takeCaptures(this.#progress.captures);
    return this.#shown.lacks(this.#rules.measurements ?? []);
  }
  // ---- verdict ----------------------------------------------------------------------------------------------
  /** Gives the verdict, from what is known by now. */
  #conclude() {
    if (this.#verdict !== void 0) return;
    this.#lines.end();
    const { measurements: asserted = [] } = this.#rules;
    this.#shown.takeCaptures(this.#progress.captures);
    const measurements = compareMeasurements(asserted, this.#shown, this.#machine.predictions);
    const tests = this.#concludeTests();
    if (this.#findings.failure === void 0) this.#ending.explain(measurements, this.#lacksEvidence());
    else if (this.#machine.end !== void 0) this.#commands.cut("the guest ended");
    const scan = this.#findings.list.find(({ kind }) => kind === "scan");
    const failed = this.#findings.failure;
    const found = scan ?? failed?.finding;
    const cause = found === failed?.finding && found && failed?.report ? { ...found, report: failed.report } : found;
    const last = this.#lastStream ?? "vmm";
    this.#verdict = {
      verdict: cause?.outcome ?? "passed",
      reason: cause?.title ?? "every step was met",
      hint: cause?.hint ?? "",
      phase: this.#findings.phase,
      td: this.#machine.tdKind(this.#findings.tdSeen),
      time: this.#findings.now,
      findings: this.#findings.list,
      omitted: this.#findings.omitted,
      ...cause === void 0 ? {} : { cause, diagnosis: this.#diagnose(cause) },
      steps: this.#progress.reports(cause !== void 0),
      captures: this.#progress.captures,
      facts: this.#shown.probe.all,
      measurements,
      timeline: this.#findings.timeline,
      tests,
      lastLines: cause === void 0 ? [] : this.#watches.get(last)?.recentLines(20) ?? []
    };
    this.#findings.emit({ type: "verdict", time: this.#findings.now, verdict: this.#verdict });
  }
  /**
   * A guest that stopped within a line has said no more of it. A run that ends while its guest prints does not count the
   * line, because how much of the line is here depends on the chunk.
   */
  #concludeTests() {
    for (const watch of this.#watches.values()) {
      const tail = watch.tail();
      if (tail !== void 0 && !this.#reading) this.#lines.takeTests(watch, tail);
    }
    return this.#tests.conclude();
  }
  #diagnose(cause) {
    const open = this.#progress.open()[0]?.expect;
    return diagnose(
      diagnosisInput(cause, {
        findings: this.#findings,
        awaited: open,
        typedInto: this.#progress.typedInto,
        watches: [...this.#watches.values()],
        vm: this.#machine.end,
        driven: this.#machine.driven,
        busy: this.#machine.busy,
        guest: this.#guest,
        firmwareBuild: this.#rules.firmwareBuild,
        silenceExpected: this.#machine.silenceExpected,
        bootTime: this.#machine.bootTime
      })
    );
  }
  /** A scan that cannot run must not look like a clean log. */
  #guard(body) {
    try {
      body();
    } catch (error) {
      const hint = error instanceof Error && "hint" in error ? String(error.hint) : "Please report this.";
      const title = `the console could not be judged: ${messageOf(error)}`;
      this.#findings.report({ kind: "scan", title, hint, outcome: "errored" });
      this.#conclude();
    }
  }
};
function guestKind({ platform, probe }) {
  return { td: platform === void 0 ? void 0 : isTrustDomain(platform), probe };
}

// src/judge/spoil.ts
function spoil(verdict, { kind, title, hint }) {
  const finding = {
    ...{ kind, id: kind, title, hint, severity: "fatal", phase: "host", time: verdict.time },
    outcome: "errored"
  };
  const findings = [...verdict.findings, finding];
  if (verdict.verdict !== "passed") return { ...verdict, findings };
  return {
    ...verdict,
    verdict: "errored",
    reason: title,
    hint,
    findings,
    cause: finding,
    diagnosis: { phase: "host", cause: kind, title, evidence: [], advice: hint, certainty: "known" }
  };
}

// src/boot/replay.ts
function* replay(path, rules, stream = "console") {
  const run = openRecorded(path, stream);
  const judge = new Judge(run.timed ? rules : { ...rules, stop: "on-exit" });
  yield* judge.start();
  let time = 0;
  for (const event of run.events) {
    time = event.time;
    const news = judge.push(event);
    yield event;
    yield* news.map((item) => withGap(item, run));
    if (judge.verdict !== void 0) return;
  }
  const gap = run.gap();
  if (gap === void 0) yield* judge.push({ type: "end-of-log", time });
  else {
    const abort = { type: "abort", time, cause: "incomplete", message: gap.title, hint: gap.hint };
    yield* judge.push(abort).map((item) => withGap(item, run));
  }
}
function withGap(event, run) {
  const gap = event.type === "verdict" && event.verdict.verdict === "passed" ? run.gap() : void 0;
  if (event.type !== "verdict" || gap === void 0) return event;
  return { ...event, verdict: spoil(event.verdict, { kind: "recording", ...gap }) };
}

export {
  isSymptom,
  HOST_EXPLANATIONS,
  NO_LINE_SAYS_WHY,
  diagnose,
  byRule,
  quoted,
  wordsOf,
  framesOf,
  INTERRUPT_ENTRIES,
  memberOf,
  Suspects,
  tableOf,
  Recent,
  Judge,
  spoil,
  replay
};
