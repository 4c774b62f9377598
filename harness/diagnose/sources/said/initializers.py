"""Initializers: which distributions the first values of a script are drawn from, by the names of what draws them."""

import re
from collections.abc import Iterator

from harness.diagnose.sources.text.source import Call, Source

_DENSE = re.compile(r"(?:^|\.)layers\.\w|(?:^|\.)get_variable$")
_INITIALIZER = re.compile(r"(\w*)initializer$")
_FAMILY = re.compile(r"glorot|xavier|lecun|he(?=_|[A-Z])|variance_?scaling", re.IGNORECASE)
_SHAPE = re.compile(r"truncated_?normal|normal|uniform|orthogonal", re.IGNORECASE)


def drawn_from(source: Source) -> frozenset[str]:
    """Give the distributions that a script's ops and initializers draw from, one name for each in all eras: ``normal``,
    ``glorot_uniform``. Empty where a text does not tell: it has layers that draw by a default, or scales by a rule."""
    found: set[str] = set()
    for call in source.calls:
        if not call.name.startswith(("tensorflow", "keras")):
            continue
        for name in (call.api, *_words(call)):
            known = _distribution(name)
            if known is None:
                return frozenset()
            found |= known
        if _DENSE.search(call.api) and not any("initializer" in word for word in call.keywords) and _draws(call):
            return frozenset()
    return frozenset(found)


def _draws(call: Call) -> bool:
    """Whether it is a layer, or a variable, that draws where it is not told how; bias and shape alone do not say."""
    return call.method.lower().startswith(("dense", "conv", "lstm", "gru", "simplernn", "embedding", "get_variable"))


def _words(call: Call) -> Iterator[str]:
    """Initializers that are named by a text."""
    for keyword, value in call.keywords.items():
        if _INITIALIZER.search(keyword) and value[:1] in "'\"":
            yield f"initializers.{value[1:-1]}"


def _distribution(name: str) -> set[str] | None:
    """What draws by that name; nothing for what draws nothing, None for what does not say by its name how."""
    last = name.rpartition(".")[2]
    draws = "initializer" in name or name.startswith(("random", "truncated")) or last.startswith("truncated")
    family = _FAMILY.search(last)
    if not draws and not (family is not None and "init" in last):
        return set()
    shape = _SHAPE.search(last)
    if family is not None and family[0].lower().startswith(("variance", "xavier")):
        return None
    if shape is None:
        return set() if family is None else None
    word = shape[0].lower().replace("truncatednormal", "truncated_normal")
    if family is not None:
        word = "normal" if word.endswith("normal") else word
        return {f"{family[0].lower()}_{word}"}
    return {word}
