"""Seccomp: a process gives up system calls, for itself and its children.

What is refused answers EPERM, so that Python raises an error that names the line. A call that is newer than this list
is answered as an old kernel would: there is none (ENOSYS).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

from tutor.namedtuple import NamedTuple

_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
"""Where these stand in what a filter looks at (struct seccomp_data)."""
_SET_FILTER, _AVAILABLE = 1, 2
_NO_NEW_PRIVILEGES = 38
_NEWEST = 462
"""The last call that this list was held against."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Call(NamedTuple):
    """A system call by its number on x86_64 and on aarch64; -1 where it does not have it."""

    x86_64: int
    aarch64: int


FILES = {
    "creat": Call(85, -1), "rename": Call(82, -1), "renameat": Call(264, 38), "renameat2": Call(316, 276),
    "mkdir": Call(83, -1), "mkdirat": Call(258, 34), "rmdir": Call(84, -1), "link": Call(86, -1),
    "linkat": Call(265, 37), "unlink": Call(87, -1), "unlinkat": Call(263, 35), "symlink": Call(88, -1),
    "symlinkat": Call(266, 36), "chmod": Call(90, -1), "fchmod": Call(91, 52), "fchmodat": Call(268, 53),
    "fchmodat2": Call(452, 452), "chown": Call(92, -1), "fchown": Call(93, 55), "lchown": Call(94, -1),
    "fchownat": Call(260, 54), "truncate": Call(76, 45), "ftruncate": Call(77, 46), "fallocate": Call(285, 47),
    "utime": Call(132, -1), "utimes": Call(235, -1), "futimesat": Call(261, -1), "utimensat": Call(280, 88),
    "mknod": Call(133, -1), "mknodat": Call(259, 33), "setxattr": Call(188, 5), "lsetxattr": Call(189, 6),
    "fsetxattr": Call(190, 7), "removexattr": Call(197, 14), "lremovexattr": Call(198, 15),
    "fremovexattr": Call(199, 16), "memfd_create": Call(319, 279), "memfd_secret": Call(447, 447),
    "name_to_handle_at": Call(303, 264), "open_by_handle_at": Call(304, 265),
}  # fmt: skip
NETWORK = {
    "socket": Call(41, 198), "socketpair": Call(53, 199), "connect": Call(42, 203), "bind": Call(49, 200),
    "listen": Call(50, 201), "accept": Call(43, 202), "accept4": Call(288, 242), "io_uring_setup": Call(425, 425),
    "io_uring_enter": Call(426, 426), "io_uring_register": Call(427, 427),
}  # fmt: skip
SYSTEM = {
    "execve": Call(59, 221), "execveat": Call(322, 281), "ptrace": Call(101, 117), "setrlimit": Call(160, 164),
    "setpgid": Call(109, 154), "setsid": Call(112, 157), "setuid": Call(105, 146), "setgid": Call(106, 144),
    "setreuid": Call(113, 145), "setregid": Call(114, 143), "setresuid": Call(117, 147), "setresgid": Call(119, 149),
    "setgroups": Call(116, 159), "setfsuid": Call(122, 151), "setfsgid": Call(123, 152), "capset": Call(126, 91),
    "unshare": Call(272, 97), "setns": Call(308, 268), "mount": Call(165, 40), "umount2": Call(166, 39),
    "pivot_root": Call(155, 41), "chroot": Call(161, 51), "swapon": Call(167, 224), "swapoff": Call(168, 225),
    "reboot": Call(169, 142), "sethostname": Call(170, 161), "setdomainname": Call(171, 162),
    "init_module": Call(175, 105), "finit_module": Call(313, 273), "delete_module": Call(176, 106),
    "kexec_load": Call(246, 104), "acct": Call(163, 89), "settimeofday": Call(164, 170), "adjtimex": Call(159, 171),
    "clock_settime": Call(227, 112), "clock_adjtime": Call(305, 266), "add_key": Call(248, 217),
    "request_key": Call(249, 218), "keyctl": Call(250, 219), "perf_event_open": Call(298, 241),
    "bpf": Call(321, 280), "userfaultfd": Call(323, 282), "process_vm_readv": Call(310, 270),
    "process_vm_writev": Call(311, 271), "process_madvise": Call(440, 440), "pidfd_open": Call(434, 434),
    "pidfd_getfd": Call(438, 438), "pidfd_send_signal": Call(424, 424), "mq_open": Call(240, 180),
    "shmget": Call(29, 194), "semget": Call(64, 190), "msgget": Call(68, 186), "open_tree": Call(428, 428),
    "move_mount": Call(429, 429), "fsopen": Call(430, 430), "fsconfig": Call(431, 431), "fsmount": Call(432, 432),
    "fspick": Call(433, 433), "mount_setattr": Call(442, 442), "iopl": Call(172, -1), "ioperm": Call(173, -1),
    "setpriority": Call(141, 140), "sched_setattr": Call(314, 274), "sched_setscheduler": Call(144, 119),
}  # fmt: skip
PROCESSES = {
    "clone": Call(56, 220), "fork": Call(57, -1), "vfork": Call(58, -1), "kill": Call(62, 129),
    "tkill": Call(200, 130), "rt_sigqueueinfo": Call(129, 138), "rt_tgsigqueueinfo": Call(297, 240),
    "sendto": Call(44, 206), "sendmsg": Call(46, 211), "sendmmsg": Call(307, 269), "recvfrom": Call(45, 207),
    "recvmsg": Call(47, 212), "recvmmsg": Call(299, 243), "shutdown": Call(48, 210),
}  # fmt: skip
"""What a process that starts others for the tutor needs, and the code of a course does not."""
MISSING = {"clone3": Call(435, 435), "openat2": Call(437, 437)}
"""What a filter cannot look into: said not to be there, so that the older call is used."""
OPEN, OPENAT, LIMITS, SIGNAL = Call(2, -1), Call(257, 56), Call(302, 261), Call(234, 131)

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def is_available() -> bool:
    """Return whether the kernel takes filters, and this list knows the machine's calls."""
    if sys.platform != "linux" or platform.machine() not in _ARCHITECTURES or struct.calcsize("P") != 8:
        return False
    number = Call(317, 277)[list(_ARCHITECTURES).index(platform.machine())]
    error = ctypes.c_uint32(_ERROR)
    return int(_libc().syscall(number, _AVAILABLE, 0, ctypes.byref(error))) == 0


def refuse(*, processes: bool) -> bool:
    """Give up files for writing, sockets, other programs and the system's settings; return whether that holds.

    It holds for this thread and what it starts. With `processes`, what is given up instead is to start processes and
    threads and to send signals to others: a second filter on top of the first, short, because each process pays for it.

    Raises:
        OSError: the kernel takes filters, but not this one.
    """
    if not is_available():
        return False
    program = instructions(platform.machine(), os.getpid(), processes=processes)
    code = ctypes.create_string_buffer(b"".join(program))
    filter_of = struct.pack("@HP", len(program), ctypes.addressof(code))
    libc = _libc()
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    number = Call(317, 277)[list(_ARCHITECTURES).index(platform.machine())]
    if libc.syscall(number, _SET_FILTER, 0, filter_of) != 0:
        code_of_error = ctypes.get_errno()
        raise OSError(code_of_error, os.strerror(code_of_error))
    return True


def instructions(machine: str, own: int, *, processes: bool) -> list[bytes]:
    """Return the filter for a machine as the kernel's instructions; `own` is the process's own number."""
    column = list(_ARCHITECTURES).index(machine)
    refused = PROCESSES if processes else FILES | NETWORK | SYSTEM
    error = _ERROR | errno.EPERM
    program = [
        _instruction(_LOAD, _ARCHITECTURE),
        _instruction(_JUMP_EQUAL, _ARCHITECTURES[machine], 1, 0),
        _instruction(_RETURN, _KILL),
        _instruction(_LOAD, _NUMBER),
        # Among them are the calls of x32, which go by other numbers.
        _instruction(_JUMP_AT_LEAST, _NEWEST + 1, 0, 1),
        _instruction(_RETURN, _ERROR | errno.ENOSYS),
    ]
    for calls, answer in ((refused, error), (MISSING, _ERROR | errno.ENOSYS)):
        for call in calls.values():
            if call[column] >= 0:
                program += [_instruction(_JUMP_EQUAL, call[column], 0, 1), _instruction(_RETURN, answer)]
    if processes:
        program += _if_call(SIGNAL[column], [*_argument(0), _instruction(_JUMP_EQUAL, own, 1, 0)], error)
        return [*program, _instruction(_RETURN, _ALLOW)]
    for call, argument in ((OPEN, 1), (OPENAT, 2)):
        if call[column] >= 0:
            program += _if_call(call[column], [*_argument(argument), _instruction(_JUMP_BITS, _WRITING, 0, 1)], error)
    # prlimit that only asks has no new limits: both halves of the pointer are zero.
    low, high = _argument(2), _argument(2, high=True)
    program += _if_call(LIMITS[column], [*low, _instruction(_JUMP_EQUAL, 0, 1, 0)], error)
    program += _if_call(LIMITS[column], [*high, _instruction(_JUMP_EQUAL, 0, 1, 0)], error)
    return [*program, _instruction(_RETURN, _ALLOW)]


def _if_call(number: int, test: list[bytes], error: int) -> list[bytes]:
    """Return instructions that answer `error` to one call where the jump at the end of `test` goes to the next one."""
    inside = [*test, _instruction(_RETURN, error), _instruction(_LOAD, _NUMBER)]
    return [_instruction(_JUMP_EQUAL, number, 0, len(inside)), *inside]


def _argument(number: int, *, high: bool = False) -> list[bytes]:
    return [_instruction(_LOAD, _ARGUMENTS + 8 * number + (4 if high else 0))]


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
