"""Landlock: a process that may write below a few folders only, which takes no rights at all (landlock(7), Linux 5.13).

For runs where the kernel allows no mount namespace.
"""

import ctypes
import os
import struct
import sys
from typing import Iterable

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION, _PATH_BENEATH, _NO_NEW_PRIVS = 1, 1, 38
# All that changes a file or a folder: writing, removing, making each kind; by version 2 moving, by 3 truncating.
_WRITES = sum(1 << bit for bit in (1, 4, 5, 6, 7, 8, 9, 10, 11, 12))
_OF_A_FILE = 1 << 1 | 1 << 14
_SINCE = {2: 1 << 13, 3: 1 << 14}

_library = ctypes.CDLL(None, use_errno=True)  # type: Any


def restrict_writes(folders: Iterable[str]) -> bool:
    """Let this process, and those below it, write in these folders and files alone; False where the kernel has no
    Landlock."""
    if not sys.platform.startswith("linux"):
        return False
    version = _library.syscall(_CREATE_RULESET, None, 0, _VERSION)
    if version < 1:
        return False
    handled = _WRITES | sum(bit for since, bit in _SINCE.items() if version >= since)
    attributes = ctypes.create_string_buffer(struct.pack("=Q", handled), 8)
    ruleset = _library.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(8), 0)
    if ruleset < 0:
        return False
    try:
        for folder in folders:
            if not os.path.exists(folder):
                continue
            allowed = handled if os.path.isdir(folder) else handled & _OF_A_FILE
            place = os.open(folder, os.O_PATH | os.O_CLOEXEC)
            try:
                rule = ctypes.create_string_buffer(struct.pack("=Qi", allowed, place), 12)
                if _library.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0) != 0:
                    return False
            finally:
                os.close(place)
        if _library.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            return False
        return bool(_library.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)
