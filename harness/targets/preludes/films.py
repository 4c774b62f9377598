"""Films that nobody looks at: what gym records of its games, and what matplotlib makes of an animation by a program
that is not on the PATH.

Nothing is judged of them. matplotlib draws each frame all the same, for what a script computes with it, and leaves an
empty file where the film would be; gym records nothing, for its games draw into no window.
"""

import os
import re
import subprocess

from _harness_preludes.scripts import imports

_WRITERS = re.compile(r"(FFMpeg|AVConv|ImageMagick|Mencoder)\w*Writer$")


class Films(object):
    """What is done to a module once it is imported."""

    @staticmethod
    def part(_name):
        return Films

    @staticmethod
    def patch_recorder(module, _run):
        recorder = getattr(module, "VideoRecorder", None)
        begin = getattr(recorder, "__init__", None)
        if begin is None or "enabled" not in begin.__code__.co_varnames:
            return

        def begun(self, env, *arguments, **named):
            begin(self, env, *arguments, **dict(named, enabled=False))

        recorder.__init__ = begun

    @staticmethod
    def patch_animation(module, _run):
        for name, writer in list(vars(module).items()):
            found = _WRITERS.match(name)
            if found and not _has_its_program(writer, found.group(1)):
                _leave_empty(writer)
        registry = getattr(module, "writers", None)
        if hasattr(registry, "reset_available_writers"):
            registry.reset_available_writers()


def _has_its_program(writer, name):
    """Whether its program is there and is the one: another one may have the name, as ``convert``."""
    try:
        words = [writer.bin_path(), "-version"]
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        said = done.stdout.lower()
        return writer.isAvailable() and not done.returncode and name.lower().encode() in said and b"version" in said
    except Exception:
        return False


def _leave_empty(writer):
    """Have a writer of films take every frame and keep none."""

    def setup(self, fig, outfile, dpi=None, *_arguments, **_named):
        self.fig, self.outfile, self.dpi = fig, str(outfile), dpi
        with open(self.outfile, "wb"):
            pass

    def nothing(self, *_arguments, **_named):
        pass

    writer.isAvailable = classmethod(lambda cls: True)
    writer.setup = setup
    for name in ("grab_frame", "finish", "cleanup", "_run"):
        setattr(writer, name, nothing)


if os.environ.get("MPLBACKEND", "").lower() == "agg":
    imports.watch(
        [
            ("gym.wrappers.monitoring.video_recorder", ("gym",), "", "patch_recorder"),
            ("gym.monitoring.video_recorder", ("gym",), "", "patch_recorder"),
            ("matplotlib.animation", ("matplotlib",), "", "patch_animation"),
        ],
        {},
        Films,
    )
