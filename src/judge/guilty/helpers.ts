/**
 * Functions that a title must not blame, each group with its reason: they report, check or carry out what their caller
 * asked for. Names are those of Linux 3.10 to 6.18, without leading underscores; `*` stands for any part of a name. A
 * kernel with other names gets a less telling title, and nothing worse.
 */

/** Functions of one purpose, separated by blanks. */
export interface Helpers {
  readonly names: string;
  readonly reason: string;
}

/** Never guilty, whatever the report is. */
export const HELPERS: readonly Helpers[] = [
  {
    reason: 'prints or records the stack',
    names:
      'dump_stack* show_stack* show_trace* show_regs* *dump_backtrace* unwind_* walk_stack* *stack_walk* stack_trace_* save_stack* return_address kunwind_* nmi_cpu_backtrace* nmi_trigger_* arch_trigger_* trigger_*_backtrace rcu_dump_cpu_stacks',
  },
  {
    reason: 'reports the bug of another function',
    names:
      'warn warn_* report_bug fixup_bug handle_bug panic vpanic nmi_panic check_panic_on_warn oops_* die die_* bug_handler add_taint print_tainted get_taint make_task_dead rewind_stack_* assertfail assfail *rust_begin_unwind* *panic_fmt* *panicking*',
  },
  {
    reason: 'the entry of an exception: the function below took it',
    names:
      'asm_exc_* exc_* invalid_op do_invalid_op do_trap* do_error* error_entry page_fault async_page_fault general_protection do_general_protection divide_error int3 do_int3 stack_segment double_fault xen_*_trap page_fault_oops kernelmode_fixup_or_oops bad_area* no_context pgtable_bad do_page_fault do_user_addr_fault do_kern_addr_fault do_translation_fault do_kernel_fault do_tag_check_fault do_tag_recovery do_sea do_mem_abort do_DataAbort do_PrefetchAbort do_undefinstr do_bad_area do_DataAbort dabt_svc und_svc pabt_svc dabt_usr el1_* el1h_64_sync* el1h_64_error* el0_sync* program_check_* data_access_* handle_page_fault handle_exception *_trap *_exception brk_handler call_break_hook do_debug_exception bug_brk_handler die_kernel_fault do_user_fault probe_kernel_address restore_all',
  },
  {
    reason: 'a sanitizer or another checker, which looks at what its caller does',
    names:
      '*kasan* *hwasan* asan_* *kmsan* msan_* *kcsan* tsan_* *kfence* *ubsan* *sanitizer* check_memory_region* memory_is_* bytes_is_* print_report print_address_description* describe_address describe_object report_access report_enabled instrument_* object_err print_trailer slab_bug slab_err slab_pad_check slab_fix check_bytes_and_report check_object* check_slab check_heap_object check_page_span usercopy_* fortify_* handle_overflow stack_chk_* val_to_string',
  },
  {
    reason: 'lockdep, which looks at the locks of its caller',
    names:
      '*lockdep* lock_acquire* lock_release* lock_acquired lock_contended lock_is_held* lock_class* lock_set_class lock_downgrade mark_lock* mark_held_locks mark_usage reacquire_held_locks validate_chain check_prev_add check_prevs_add check_noncircular check_deadlock check_wait_context check_usage* check_irq_usage check_path check_flags register_lock_class print_usage_bug* print_circular_bug* print_deadlock_bug print_irq_* print_bad_* print_unlock_* print_lock* print_shortest_* look_up_lock_class find_held_lock bfs valid_state debug_check_no_locks_* assign_lock_key *imbalance_bug hlock_class trace_hardirqs_* trace_softirqs_* nested_lock*',
  },
  {
    reason: 'a lock: at fault is who takes it, or when',
    names:
      '*spin_lock* *spin_trylock* *spin_unlock* *read_lock* *read_trylock* *read_unlock* *write_lock* *write_trylock* *write_unlock* do_raw_* *raw_spin_rq* mutex_* rt_mutex_* rtlock_* ww_mutex_* down down_read* down_write* down_trylock down_interruptible down_killable down_timeout up up_read* up_write* percpu_down_* percpu_up_* *rwsem_* osq_* owner_on_cpu pv_*lock* native_queued_* queued_* spin_bug spin_dump rwlock_bug lock_page* unlock_page* folio_lock* folio_unlock* lock_sock* release_sock* bit_spin_* lock_timer_base seqprop_*',
  },
  {
    reason: 'an operation on a word of memory that the caller chose',
    names:
      '*atomic_* *atomic64_* *atomic_long_* *set_bit *clear_bit *change_bit *test_bit *_bit_lock *_bit_unlock read_once* write_once* read_word_at_a_time rcu_dereference* bitmap_* find_next_* find_first_*',
  },
  {
    reason: 'a reference counter: the caller counts wrongly',
    names: 'refcount_* kref_* *ref_tracker* percpu_ref_*',
  },
  {
    reason: 'works on memory whose bounds the caller gave',
    names:
      '*memcpy* *memcmp* *memset* *memmove* *memchr* *memdup* memscan memweight memzero* strcmp* strncmp* strcpy* strlcpy* strncpy* strscpy* strlen* strnlen* strstr* strnstr* strchr* strnchr* strrchr* *strdup* *strndup* strcat* strncat* strlcat* strsep strspn strcasecmp* clear_page* copy_page csum_partial* crc16* crc32* crc_itu_t* chksum_* hex_dump_* print_hex_* rep_*',
  },
  {
    reason: 'copies between the kernel and a program what the caller passed',
    names:
      '*copy_to_user* *copy_from_user* *copy_in_user* *copy_to_iter* *copy_from_iter* *copy_page_to_iter* *copy_page_from_iter* *copy_folio_to_iter* *copy_user_* copyin copyout *put_user* *get_user *get_user_* *clear_user* *iov_iter* *strncpy_from_user* *strnlen_user* *extract_user_to_sg *extract_iter_to_sg *csum_and_copy_*',
  },
  {
    reason: 'checks the context, or switches tasks: the caller must not sleep there',
    names:
      'might_sleep* might_resched* might_fault* might_alloc* cant_* cond_resched* preempt_* schedule schedule_* io_schedule* debug_smp_processor_id check_preemption_disabled this_cpu_preempt_check in_atomic_* smp_processor_id',
  },
  {
    reason: 'a container: the entry that the caller gave is not good',
    names:
      '*list_add* *list_del* list_replace* list_move* list_splice* list_cut_* hlist_* llist_* plist_* rb_* klist_* xas_* xa_load xa_store xa_erase radix_tree_* idr_* ida_* rhashtable_* rht_*',
  },
  {
    reason: 'allocates or frees what the caller asked for',
    names:
      '*kmalloc* *kzalloc* *kcalloc* *kvmalloc* *vmalloc* *vzalloc* *krealloc* *kvrealloc* *kmem_cache* slab_* allocate_slab new_slab alloc_pages* alloc_page* alloc_slab* alloc_frozen_pages* alloc_percpu* kfree* kvfree* vfree* vunmap* free_pages* free_page free_unref_* free_pcppages_* free_hot_cold_* free_large_* free_slab* folio_alloc* folio_put* put_page* put_folio* qlist_* qlink_* get_partial* *_partials get_free_pages* get_page_from_freelist rmqueue* prep_new_page post_alloc_* set_track* cache_alloc* cache_free* pcpu_* filemap_alloc_folio* filemap_get_folio* find_or_create_page do_read_cache_* read_cache_* pagecache_get_page grab_cache_page* find_lock_entries truncate_inode_pages_range phys_addr discard_slab do_slab_free memdup_user*',
  },
  {
    reason: 'tracks whether its caller has initialised an object',
    names:
      'debug_object* debug_check_no_obj* debug_print_object debug_timer_* debug_work_* debug_hrtimer_* debug_rcu_head_* timer_is_static_object work_is_static_object timer_fixup_* work_fixup_* stub_timer',
  },
  {
    reason: 'formats or prints what the caller passed',
    names:
      '*printk* *dev_info *dev_notice *dev_warn *dev_err *dev_alert *dev_crit *dev_emerg *printf *string pointer number va_format widen_string *string_nocheck console_unlock console_flush_all console_emit_next_record',
  },
  {
    reason: 'starts, stops or waits for an object of the caller',
    names:
      'del_timer* timer_delete* timer_shutdown* try_to_del_timer* mod_timer* add_timer* sk_stop_timer* sk_reset_timer hrtimer_cancel hrtimer_try_to_cancel hrtimer_start* flush_work* flush_workqueue* flush_delayed_work drain_workqueue destroy_workqueue *queue_work* *queue_delayed_work* insert_work* cancel_work* cancel_delayed_work* start_flush_work touch_work_* try_to_grab_pending finish_wait prepare_to_wait* wake_up* complete complete_all wait_for_completion* wait_for_common* kthread_stop* kthread_flush_* kthread_cancel_* tasklet_kill cleanup_srcu_struct call_rcu* init_timer* init_work* *_wake_bit autoremove_wake_function default_wake_function try_to_wake_up',
  },
  {
    reason: 'does for any driver what that asked for',
    names:
      'kobject_* kobj_* proc_register proc_create* proc_mkdir* add_uevent_var device_add* device_del device_unregister device_destroy device_release device_remove_file device_for_each_child* sysfs_remove* dpm_sysfs_remove get_device_parent put_device get_device devres_release_all hwrng_unregister i2c_del_adapter unregister_client rollback_registered* unregister_netdev* tty_unregister_device usb_kill_* usb_control_msg* usb_hcd_submit_urb usb_submit_urb usb_start_wait_urb usb_bulk_msg usb_interrupt_msg dummy_urb_enqueue',
  },
  {
    reason: 'works on a packet buffer as the caller said',
    names:
      'kfree_skb* consume_skb skb_panic skb_over_panic skb_under_panic skb_push skb_put skb_pull skb_trim skb_copy_bits',
  },
  {
    reason: 'accesses the register that the caller named',
    names:
      'readb readw readl readq writeb writew writel writeq raw_read? raw_write? inb inw inl outb outw outl ioread* iowrite* logic_in* logic_out*',
  },
  {
    reason: 'code that a compiler or a tracer put between two functions',
    names:
      '*_indirect_thunk_* *_return_thunk srso_* retbleed_* ftrace_* fentry mcount perf_trace_* trace_event_raw_* trace_event_buffer_* traceiter_* kretprobe_* arch_rethook_* SCT_* x86_*_thunk* aarch64_insn_* perf_tp_event*',
  },
  {
    reason: 'begins or ends a section of the caller',
    names:
      'local_bh_* *bh_enable* *bh_disable* local_irq_* rcu_read_* rcu_lockdep_* rcu_is_watching rcu_dynticks_* rcu_irq_* rcu_nmi_* srcu_read_*',
  },
  {
    reason: 'drops a reference, or checks a state, which its caller broke',
    names: 'iput iput_final ihold dput fast_dput retain_dentry drop_nlink mark_buffer_dirty',
  },
];

/** Not guilty of a task that hangs: they wait for somebody. */
export const SLEEPERS: readonly Helpers[] = [
  { reason: 'switches to another task', names: '*sched* context_switch* switch_to*' },
  {
    reason: 'waits for a lock, a grace period or a completion of the caller',
    names:
      '*_lock* *_slowlock* *down* *rwsem* *completion* *wait* *synchronize* *rcu_barrier* cancel_delayed_work* *kthread* ret_from_fork*',
  },
];

/** What many tasks wait for at once while one holds it up: the hang belongs to it, whoever waits. */
export const GATHERING: readonly (Helpers & { readonly as: string })[] = [
  { names: '*rtnl_lock*', as: 'rtnl_lock', reason: 'one holder of the network lock stops all its users' },
  {
    names: '*synchronize_rcu* *synchronize_srcu* *synchronize_net* *synchronize_sched*',
    as: 'synchronize_rcu',
    reason: 'a grace period that does not end stops all who wait for one',
  },
];

/** Where every trace begins: they call what a program, a driver or the boot asked for. */
export const ENTRIES: readonly Helpers[] = [
  {
    reason: 'calls the system call',
    names:
      'do_syscall_* do_fast_syscall_* do_int80_* entry_SYSCALL* entry_SYSENTER* entry_INT80* sysenter_* tracesys* el0_svc* invoke_syscall* ret_fast_syscall system_call* x64_sys_call do_trap_ecall_u handle_syscall ret_from_syscall',
  },
  {
    reason: 'runs a work item, a thread, an initcall or the idle loop',
    names:
      'process_one_work process_scheduled_works worker_thread kthread kthread_worker_fn smpboot_thread_fn run_ksoftirqd ret_from_fork* start_secondary cpu_startup_entry do_idle secondary_startup_* kernel_init do_one_initcall start_kernel',
  },
];

/** In a loop that never ends any function may be on top of the stack; the one that these have called names the loop. */
export const DISPATCHERS: readonly Helpers[] = [
  ...ENTRIES,
  {
    reason: 'runs a softirq, a timer or a packet handler',
    names:
      '*do_softirq* handle_softirqs call_timer_fn run_timers run_timer_* expire_timers hrtimer_run* tasklet_action* tasklet_hi_action net_rx_action *netif_receive_skb* rcu_do_batch rcu_core irq_work_run*',
  },
  {
    reason: 'calls the operation of a file',
    names:
      'vfs_write vfs_read vfs_iter_read vfs_iter_write vfs_ioctl vfs_open vfs_fsync* ioctl do_vfs_ioctl compat_ioctl do_iter_read do_iter_write do_iter_readv_writev call_read_iter call_write_iter new_sync_read new_sync_write blkdev_ioctl blkdev_driver_ioctl *compat_ioctl call_mmap mmap_region do_mmap do_dentry_open fput task_work_run exit_to_user* do_fault do_page_fault page_fault',
  },
  {
    reason: 'calls the operation of a socket',
    names:
      'sock_sendmsg* sock_recvmsg* sock_release sock_mmap sock_do_ioctl sock_ioctl sock_common_setsockopt compat_sock_ioctl setsockopt kernel_setsockopt do_sock_setsockopt listen kernel_listen accept kernel_accept sk_common_release nfnetlink_rcv_msg rtnetlink_rcv_msg netlink_dump socketpair connect',
  },
];

/** What a CPU waits in while another one does not answer: the stall belongs to it, whoever waits. */
export const STALL_GATHERING: readonly (Helpers & { readonly as: string })[] = [
  {
    names: '*smp_call_function*',
    as: 'smp_call_function',
    reason: 'another CPU does not answer, and stops all who call it',
  },
];

/** Entries of an interrupt. What is above them in a trace reported a stall; what is below was interrupted. */
export const INTERRUPT_ENTRIES: readonly Helpers[] = [
  {
    reason: 'the timer interrupt or the NMI that found the stall',
    names:
      'asm_sysvec_* *apic_timer_interrupt* ret_from_intr common_interrupt asm_common_interrupt el1_irq el1h_64_irq* el1_interrupt irq_svc gic_handle_irq decrementer_common* timer_interrupt nmi asm_exc_nmi end_repeat_nmi handle_irq do_interrupt_handler',
  },
];

/** Not guilty of a stall: they found it. */
export const STALL_FINDERS: readonly Helpers[] = [
  {
    reason: 'looks for stalls when the timer of the CPU ticks, or is the grace period that waits',
    names:
      'rcu_* print_cpu_stall* print_other_cpu_stall* check_cpu_stall* tick_* update_process_times watchdog_* hrtimer_interrupt hrtimer_run_queues smp_apic_timer_interrupt local_apic_timer_interrupt scheduler_tick sched_tick softlockup_* perf_event_* nmi_handle arch_timer_handler_*',
  },
];

export type Is = (func: string) => boolean;

/** Whether a function is one of these. */
export function memberOf(groups: readonly Helpers[]): Is {
  const names = groups.flatMap((group) => group.names.split(' '));
  const pattern = names.map((name) => name.replaceAll('*', '\\w*').replaceAll('?', '\\w')).join('|');
  const whole = new RegExp(`^_*(?:${pattern})$`);
  const known = new Map<string, boolean>();
  return (func) => {
    const cached = known.get(func);
    if (cached !== undefined) return cached;
    const is = whole.test(func);
    if (known.size < 10_000) known.set(func, is);
    return is;
  };
}
