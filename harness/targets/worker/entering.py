"""In a child: to see the folders as its view has them, and to have no network."""

import ctypes
import os
import re
import struct
import sys
from typing import Any, Dict, List  # noqa: F401  (List: in comments)

from _harness_worker import root
from _harness_worker.folder_copy import is_within
from _harness_worker.landlock import restrict_writes
from _harness_worker.shield import give_up_mounting, kept_flags, mounted

_CLONE_NEWNS, _CLONE_NEWNET = 0x00020000, 0x40000000
_MS_RDONLY, _MS_REMOUNT, _MS_BIND, _MS_REC, _MS_PRIVATE = 1, 32, 4096, 16384, 1 << 18
# What belongs to the kernel, and what programs need to write to.
_OF_THE_KERNEL = ("/proc", "/sys", "/dev")
# Of that, what is not.
_SHARED_MEMORY = "/dev/shm"  # noqa: S108
# The kernel writes a space as ``\040`` (proc(5)).
_OCTAL = re.compile(rb"\\([0-7]{3})")
_library = ctypes.CDLL(None, use_errno=True)  # type: Any


def enter(view: "Dict[str, Any]") -> bool:
    """In a child: see the folder, and what all share, as the view has them, and leave all else unchanged; False where
    the kernel lets nobody see to that. Raises OSError."""
    if view["covers"] is None:
        os.chdir(view["folder"])
        return restrict_writes([view["base"], "/dev/null", "/dev/zero", "/dev/tty"])
    base = view["base"]
    _do(_library.unshare(_CLONE_NEWNS))
    _check(mounted(None, "/", _MS_REC | _MS_PRIVATE))
    _check(mounted(base, base, _MS_BIND | _MS_REC))
    opened = [os.open(path, os.O_PATH | os.O_DIRECTORY) for path in [base] + [source for source, _ in view["covers"]]]
    for place in _places_of_mounts():
        own = any(is_within(place, of) for of in (base, view["places"]) + _OF_THE_KERNEL)
        if not own or is_within(place, _SHARED_MEMORY):
            _make_read_only(place)
    for number, (_, place) in enumerate(view["covers"], 1):
        # An overlay does not show what is mounted below: a folder may have to be made anew to be covered.
        os.makedirs(place, exist_ok=True)
        _check(mounted("/proc/self/fd/%d" % opened[number], place, _MS_BIND))
        if is_within(base, place):
            os.makedirs(base, exist_ok=True)
            _check(mounted("/proc/self/fd/%d" % opened[0], base, _MS_BIND | _MS_REC))
    for descriptor in opened:
        os.close(descriptor)
    if view["root"]:
        root.go(view["root"], [place for _, place in view["covers"]])
    os.chdir(view["folder"])
    give_up_mounting()
    return True


def _make_read_only(place: str) -> None:
    try:
        mounted(None, place, _MS_REMOUNT | _MS_BIND | _MS_RDONLY | kept_flags(place))
    except OSError:
        return  # what cannot be read needs no protection from this user


def cut_off_network() -> bool:
    """In a child: have no network but the machine's own loopback; False where the kernel allows no such thing."""
    if not sys.platform.startswith("linux") or _library.unshare(_CLONE_NEWNET) != 0:
        return False
    import fcntl
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        # SIOCSIFFLAGS, IFF_UP (netdevice(7)): local servers of TensorFlow work.
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1))
    return True


def _places_of_mounts() -> "List[str]":
    """Where something is mounted, the outermost first."""
    with open("/proc/self/mountinfo", "rb") as file:
        fields = [line.split()[4] for line in file]
    return [os.fsdecode(_OCTAL.sub(lambda octal: bytes([int(octal[1], 8)]), field)) for field in fields]


def _check(done: bool) -> None:
    if not done:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _do(status: int) -> None:
    _check(status == 0)
