"""``wget`` and ``curl`` of a run: they give the file that is in place of an address, or say in a line how to.

A process of its own, which some program of the script's has started; no prelude of the run is in it.
"""

import shutil
import sys

from _harness_preludes.scripts import own_addresses


class Run(object):
    """What made-up files ask of a run: how many examples, and where to note that they were used."""

    def __init__(self, size, notes):
        self.size, self._notes = size, notes

    def used(self, name):
        with open(self._notes, "a") as file:
            file.write("stand_in " + name + "\n")


def fetch(files, near, size, notes, refusal, options, names_itself):
    words = sys.argv[1:]
    address = next((word for word in words if word.partition("://")[0] in ("http", "https", "ftp")), "")
    path = files.get(address) or own_addresses.lying_near(address, near)
    if path is not None and address not in files:
        with open(notes, "a") as file:
            file.write("downloads %s in place of %s\n" % (path, address))
    if path is None and size:
        from _harness_preludes.stand_ins import downloads

        path = downloads.download(Run(size, notes), address)
    if path is None:
        sys.exit(refusal % (address, address))
    named = [words[at + 1] for at, word in enumerate(words[:-1]) if word in options]
    own = names_itself or "-O" in words
    place = named[-1] if named else address.rpartition("/")[2] if own else "/dev/stdout"
    shutil.copyfile(path, "/dev/stdout" if place == "-" else place)
