"""Replacements: what TensorFlow's own tables and deprecation notes say stands for a symbol of TensorFlow 1."""

import re
from dataclasses import dataclass

from harness.symbols.naming import plain_name
from harness.symbols.timeline import Timeline

_NAMED = re.compile(
    r"`?\b((?:tf\.)?(?:keras|compat\.v1|nn|math|random|io|data|image|linalg|strings|train|sparse)\.[\w.]+)"
)


@dataclass(frozen=True)
class Replacement:
    """What stands for a symbol in TensorFlow 2: ``name``, ``arguments`` as old name to new name (None: there is none),
    what ``tf_upgrade_v2`` warns of, and where it is from: ``table`` or ``note`` (read out of a sentence: a guess)."""

    name: str | None
    arguments: dict[str, str | None]
    warning: str
    source: str


def replacement_of(timeline: Timeline, name: str) -> Replacement | None:
    """Give what stands for a symbol, None where neither the tables nor a deprecation note say."""
    plain = plain_name(name)
    tables = timeline.tables
    renamed = tables["symbols"].get(plain)
    arguments = {old: new for old, new in tables["arguments"].get(plain, {}).items() if old != new}
    warning = tables["warnings"].get(plain, "").replace("<function name>", plain)
    if renamed or arguments or warning:
        return Replacement(renamed, arguments, warning, "table")
    if plain.startswith("tf.contrib."):
        general = tables["warnings"].get("tf.contrib", "")
        return Replacement(None, {}, general.replace("<function name>", plain), "table") if general else None
    return _by_note(timeline, plain)


def positional_order(timeline: Timeline, name: str) -> list[str | None] | None:
    """Give the order that the arguments by place had in TensorFlow 1 where it is another in 2, as ``tf_upgrade_v2``
    lists it (None in it: the place is unchanged); None where it stays."""
    found: list[str | None] | None = timeline.tables["orders"].get(plain_name(name))
    return found


def argument_names(timeline: Timeline, name: str) -> dict[str, str | None]:
    """Give the arguments of a symbol that another name has taken the place of, by their old names."""
    found: dict[str, str | None] = timeline.tables["arguments"].get(plain_name(name), {})
    return found


def _by_note(timeline: Timeline, name: str) -> Replacement | None:
    for place in range(len(timeline.releases) - 1, -1, -1):
        symbol = timeline.at(name, place)
        if symbol is None:
            continue
        for line in symbol.deprecations.splitlines():
            what, _, advice = line.partition(": ")
            named = _NAMED.search(advice) if what == "all" else None
            if named:
                word = named[1].rstrip(".")
                return Replacement(word if word.startswith("tf.") else f"tf.{word}", {}, advice, "note")
        return None
    return None
