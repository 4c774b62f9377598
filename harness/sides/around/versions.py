"""Packages that a script needs without importing them, and versions that still have what it calls."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Uses:
    """What a text shows by a pattern, and what it takes: packages by the names under which they are imported, with a
    range of versions where later ones have lost what it calls."""

    pattern: re.Pattern[str]
    packages: tuple[tuple[str, str], ...]


# What scipy.misc had until 1.2, and only where Pillow was there.
_OF_MISC = r"(?:imread|imresize|imsave|imshow|imrotate|imfilter|toimage|fromimage|bytescale)"
_TABLE: tuple[Uses, ...] = tuple(
    Uses(re.compile(pattern, re.MULTILINE), packages)
    for pattern, packages in (
        (
            rf"\bmisc\.{_OF_MISC}\b|^\s*from scipy\.misc import [^#\n]*\b{_OF_MISC}\b|\bndimage\.imread\b"
            r"|^\s*from scipy\.ndimage import [^#\n]*\bimread\b",
            (("scipy", "<1.2"), ("PIL", "")),
        ),
        (r"\bsklearn(?:\.| import )(?:cross_validation|grid_search|learning_curve)\b", (("sklearn", "<0.20"),)),
        (r"\bsklearn\.externals\b", (("sklearn", "<0.23"),)),
        (r"\bMemmapingPool\b", (("joblib", "<0.12"),)),
        (r"\bfetch_mldata\b", (("sklearn", "<0.22"),)),
        (r"\b(?:plt|pyplot|mpimg|image)\.imread\b|\bpreprocessing\.image\b|\bload_img\(", (("PIL", ""),)),
        (r"\bsavefig\([^)\n]*\.(?:jpe?g|tiff?)\b", (("PIL", ""),)),
        (r"\.(?:h5|hdf5)\b|\bload_model\(|\bsave_weights\(|\bload_weights\(|\bModelCheckpoint\(", (("h5py", "<3"),)),
        (r"\bread_excel\(", (("xlrd", "<2"),)),
        (r"\bto_excel\(", (("openpyxl", ""),)),
        (r"\bread_hdf\(|\bHDFStore\(|\.to_hdf\(", (("tables", ""),)),
    )
)
# Games of gym that lie in packages of their own.
_GAMES = re.compile(
    r"\bmake\(\s*['\"](?:\w+NoFrameskip|\w*(?:Pong|Breakout|SpaceInvaders|Seaquest|Assault|Alien|Qbert))-?"
)
_BOXES = re.compile(r"\bmake\(\s*['\"](?:LunarLander|BipedalWalker|CarRacing)")


def packages_by_use(text: str, modules: Set[str]) -> Iterator[tuple[str, str]]:
    """Give the packages that a text takes beside what it imports, or in a version of the past, each with that range; a
    package that is a reader of others only where a text with one of these ``modules`` imports them."""
    for uses in _TABLE:
        if uses.pattern.search(text):
            yield from (each for each in uses.packages if each[0] not in _READERS or _READERS[each[0]] & modules)
    yield from ((each, "") for module in sorted(modules & _UNTOLD.keys()) for each in _UNTOLD[module])
    if "gym" in modules:
        if _GAMES.search(text):
            yield "atari_py", ""
        if _BOXES.search(text):
            yield "Box2D", ""


# What packages of the past import and did not say that they need.
_UNTOLD = {
    "gym": ("scipy",),
    "seaborn": ("matplotlib", "pandas", "scipy"),
    "skimage": ("matplotlib", "scipy"),
    "sklearn": ("scipy",),
    "tflearn": ("PIL", "h5py", "scipy"),
}
# Which libraries ask for them.
_READERS = {
    "PIL": {"scipy", "matplotlib", "keras", "tensorflow"},
    "h5py": {"keras", "tensorflow"},
    "xlrd": {"pandas"},
    "openpyxl": {"pandas"},
    "tables": {"pandas"},
    "scipy": {"scipy"},
    "sklearn": {"sklearn"},
}
