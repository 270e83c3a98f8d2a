"""The untrusted side: where submissions run. Theory of operation.

What is trusted. The judge: it alone holds the suites, the references and the verdicts. The kernel. The zygote, a Python
that has imported numpy and torch and forks a room whenever the judge asks; it has read no suite, no reference and no
submission, because its memory is every room's memory. The code in this package until `room` says that the walls stand.

What an attacker holds. Everything in a room from then on: the interpreter, the memory, the worker that runs there, any
machine code by `ctypes`, the descriptors 0 to 3 (nothing, output, output, channel), and full knowledge of this text.
Nothing that a room says is believed: the judge decodes it by a strict schema and compares values itself.

What the attacker does not find. The worker that answers the judge is suspended while a submission's code runs, and on
nobody's stack; a room unwinds to the bottom before it reads a submission (`zygote`, `trampoline`). Its objects are off
the garbage collector's lists, its modules out of `sys.modules`, its files out of sight in F and L, and it has builtins
of its own (`hiding`). It is no wall: machine code finds it. It keeps what the worker says from being changed by a line.

    judge ── control socket ── zygote ── fork ── room      `grader.judge.rooms`, `launch`, `zygote`, `room`
      └───────────── channel, output, pidfd ──────┘

What stops what, and in which tier (F full, L locked; `plain` has none of it but the limits, for one's own code):

  reading content, home, other submissions   F not mounted, content masked (`visible`, `bubblewrap`); L Landlock
  reading the judge's or zygote's memory     F pid namespace, empty /proc; FL not dumpable, ptrace refused, Landlock
  inheriting something                       FL cleared environment, descriptors closed, python -s -P -S
  writing outside its /tmp                   F read-only mounts; FL Landlock; chown refused; chmod, utime
                                             and file locks answer with success and do nothing
  leaving something for the next room        F /tmp is a tmpfs of its own; L a folder that the judge removes
  the network                                F empty network namespace; FL no sockets at all
  new processes, which escape limits         FL clone without CLONE_THREAD, clone3, fork, vfork, exec refused
  signals, priorities, limits of others      F pid namespace; FL own session, kill and tgkill to its own pid only; no
                                             call that chooses cores, which a judge and its rooms share
  memory                                     FL address space over what it was born with; tmpfs size; no memfd, no SysV
                                             or POSIX shared memory, no larger pipes, few descriptors
  threads                                    F counted for its own user namespace; L of root: a user id of its own;
                                             L of a user: the kernel counts the user's, so some hundred more pass
  disk                                       F none, /tmp is memory of a fixed size; L largest file, and a look every
                                             50 ms; deleted files that are held open are bounded by their number
  time                                       the judge's clocks; RLIMIT_CPU behind them
  outliving its verdict                      F its pid namespace dies with it; FL no processes, and a pidfd to wait for
  outliving the judge                        F bwrap --die-with-parent; L the zygote ends with its socket, rooms with it
  the kernel's rarer doors                   FL `seccomp` is a list of what is allowed, for x86-64 and aarch64
  becoming root                              FL no capabilities, no_new_privs; F as nobody; L of root as nobody's id

The order inside a room is fixed. Descriptors and session first; then, while it still may, namespaces and mounts, the
change of user and the limits; then no_new_privs and Landlock; the filter last, because it refuses the calls that build
the rest.

What a room costs is memory that it writes to, for each page of it is copied. So the zygote plans the walls before it
forks, as a list of calls, and a room makes them: all of its own, in that order, each checked, before it reads a byte of
a submission. And a worker has rehearsed in the zygote, with a source of ours (`rehearsal`).

Two things that look like slips and are none. The zygote in tier `full` keeps CAP_SYS_ADMIN over its own user namespace,
which holds nothing: that gives each room a pid namespace with one fork instead of two, 13 ms each with torch. A room
loses it by entering a user namespace of its own, and then gives up that one's. And a room of root in tier `locked`
keeps the capability to get past closed folders, for an interpreter may lie in one; Landlock decides what it reads.
"""
