"""An import of what is not there, and what the script never uses, gives an empty module.

``SETTING["modules"]`` are such modules by their full names, ``SETTING["files"]`` the script and its own: what other
packages import, and do without where it is missing, stays missing to them.
"""

import builtins
import os
import sys
import types

modules = frozenset(SETTING["modules"])
files = frozenset(os.path.realpath(each) for each in SETTING["files"])
original = builtins.__import__
told = set()


class Nothing(types.ModuleType):
    """A module in which every name is another one."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing("%s.%s" % (self.__name__, name))


def is_of_the_script(scope):
    place = (scope or {}).get("__file__") or sys._getframe(2).f_code.co_filename
    return os.path.realpath(str(place)) in files


# By their names as well, as Pillow calls it.
def imported(name, globals=None, locals=None, fromlist=(), level=0):
    try:
        return original(name, globals, locals, fromlist, level)
    except ImportError as error:
        missing = getattr(error, "name", None) or ""
        if level or name not in modules or not (name + ".").startswith(missing + ".") or not is_of_the_script(globals):
            raise
        if missing not in told:
            told.add(missing)
            if "used" in SETTING:
                SETTING["used"](missing)
        return Nothing(name if fromlist else name.partition(".")[0])


builtins.__import__ = imported
