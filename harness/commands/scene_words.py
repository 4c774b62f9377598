"""The words of the command line that say what a script finds: its arguments, its folder, seeds, no network."""

import argparse
from collections.abc import Sequence

from harness.files.options import folder, positive, seconds, seed

_WORDS = ("--args", "--left-args", "--right-args")


def add_scenes(verb: argparse.ArgumentParser, sides: Sequence[str] = ()) -> None:
    """Declare the options; with ``sides`` those of one of two scripts, too."""
    group = verb.add_argument_group("what a script finds")
    group.add_argument("--args", metavar="WORDS", default="", help='words behind its name: --args "--steps 50"')
    for side in sides:
        group.add_argument(f"--{side}-args", metavar="WORDS", help=f"those of the {side} side")
    group.add_argument(
        "--cwd",
        type=folder,
        metavar="DIR",
        help="where it works: it sees what is there, and changes nothing of it "
        "(default: its own folder; of a module the current one)",
    )
    group.add_argument("--keep", type=folder, metavar="DIR", help="copy what it writes into this folder")
    group.add_argument("--seed", type=seed, metavar="N", help="seed Python, NumPy and TensorFlow before its first line")
    group.add_argument("--network", action="store_true", help="let it have a network")
    group.add_argument(
        "--file",
        action="append",
        default=[],
        metavar="WHERE=PATH",
        help="a file in place of what it would download (WHERE is its URL), or at a path where it looks for one in "
        "vain (/the/whole/path, data/rows.csv); may be repeated",
    )
    group.add_argument(
        "--steps", type=positive, metavar="N", help="stop it after N of the steps, or epochs, that it prints"
    )
    group.add_argument(
        "--stand-in", action="store_true", help="give loaders of well-known data sets made-up data, the same everywhere"
    )
    group.add_argument(
        "--stand-in-size",
        type=positive,
        metavar="N",
        help="its examples for training (default: 1000, or as many as the script counts on)",
    )
    group.add_argument(
        "--first",
        type=folder,
        action="append",
        default=[],
        metavar="SCRIPT",
        help="run this script or notebook before it, which finds what that one writes; may be repeated",
    )
    group.add_argument("--input", type=folder, metavar="FILE", help="a file with the lines that it asks for")
    group.add_argument("--python2", action="store_true", help="translate it from Python 2, also where it looks like 3")
    group.add_argument(
        "--show-source", action="store_true", help="print the script as it is run, where that is not what the file says"
    )
    group.add_argument(
        "--with",
        dest="packages",
        action="append",
        default=[],
        metavar="NAME",
        help="a package beside TensorFlow, as of the release's day; auto: all that it imports; may be repeated",
    )
    group.add_argument(
        "--within", type=seconds, metavar="TIME", help="stop it after 60s or 5m, and take what it has printed by then"
    )


def joined(arguments: Sequence[str]) -> list[str]:
    """Give a command line with ``-m MODULE`` as one word, a side, and the words behind ``--args``, which may begin with
    a dash, joined to it."""
    found: list[str] = []
    words = iter(arguments)
    for word in words:
        following = next(words, None) if word in ("-m", *_WORDS) else None
        if following is None:
            found.append(word)
        else:
            found.append(f"-m {following}" if word == "-m" else f"{word}={following}")
    return found
