"""Readers of MNIST as the lessons of 2015 had them, ``input_data.py`` beside the script: they give an array of one
number for a count, which NumPy took for the number until 1.12."""

import functools

from _harness_preludes.scripts import imports


class Everywhere(object):
    """What every name begins with: such a module may lie in any package."""

    def __contains__(self, _top):
        return True


class Readers(object):
    """What is done to such modules."""

    @staticmethod
    def part(_name):
        return Readers

    @staticmethod
    def patch_reader(module, _run):
        read = getattr(module, "_read32", None)
        if read is None:
            return

        @functools.wraps(read)
        def read_number(*words, **named):
            found = read(*words, **named)
            return found[0] if getattr(found, "shape", None) == (1,) else found

        module._read32 = read_number


imports.watch([("input_data", Everywhere(), "", "patch_reader")], {}, Readers)
