"""Places of the site: where the page of a case lies, and what the parts of it are called."""

import re
from urllib.parse import quote

# What may stand in the name of a part as it is; a space may not.
_ODD = re.compile(r"[^\w.@:\[\]-]")


def href(place: str) -> str:
    """Give a place of the site, with the name of a part behind ``#``, as an address."""
    path, sign, part = place.partition("#")
    return quote(path, safe="/") + sign + quote(part, safe="@:")


def case_page(case: str) -> str:
    """Where the page of a case lies: ``cases/pitfalls/keras_momentum.html``."""
    return f"cases/{case}.html"


def plot_data(case: str) -> str:
    """Where the numbers of its plots lie."""
    return f"cases/{case}.data.js"


def run_anchor(variant: str, style: str, target: str = "") -> str:
    """Give the name of a run on the page of its case, ``adam:graph@2.15``; without a target that of its style."""
    release = "@" + target.removeprefix("tf") if target else ""
    return anchor(f"{variant}:{style}{release}" if variant else f"{style}{release}")


def anchor(name: str) -> str:
    """Give a name as the name of a part."""
    return _ODD.sub("_", name)


def heading_anchor(title: str) -> str:
    """Give the name of a section of Markdown as GitHub gives it: ``what-one-sees``."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")
