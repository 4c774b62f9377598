"""Files and folders that the user has put where a script looks for them, at paths that this machine has not.

``SETTING["files"]`` are what lies there, by these paths, whole ones or from the folder that the script works in. They
are links, in a root folder of the run's own or in what stands for the script's: what the machine has can be read
there, and nothing of it be written.
"""

import io
import os


def is_protected():
    """Whether nothing that is made reaches the machine itself."""
    if not os.path.exists(SETTING["notes"]):
        return True
    with io.open(SETTING["notes"], encoding="utf-8") as file:
        return not any(line.startswith("unprotected") for line in file)


for where, path in sorted(SETTING["files"].items()):
    try:
        if not is_protected():
            raise OSError(1, "the kernel gives it no folders of its own")
        above = os.path.dirname(where)
        if above and not os.path.isdir(above):
            os.makedirs(above)
        os.symlink(path, where)
    except OSError as error:
        raise OSError("nothing can be put at %s in a run (%s): put it there by hand" % (where, error.strerror))
