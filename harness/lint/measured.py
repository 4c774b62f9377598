"""What the atlas has measured of a symbol, as the linter says it."""

import re
from dataclasses import dataclass

from harness.atlas.summary import RowSummary, rows_about
from harness.symbols.naming import is_tf2, release_number
from harness.symbols.signature import Call

_NAMED = re.compile(r"\b(\w+)\s*=")
_SAME = ("same bits", "within ")


# Functions of tensors: what they compute otherwise they do so for some values, of which a text tells nothing.
_BY_VALUE = ("arrays", "clip", "control", "image", "linalg", "math", "nn", "reduce", "sparse", "strings", "variables")


_CONTAINERS = ("tf.keras.Sequential", "tf.keras.Model", "tf.keras.models.Sequential", "tf.keras.models.Model")


@dataclass(frozen=True)
class Measured:
    """A measured difference: what it is, what makes both equal (empty: nothing known), the page that shows it; whether
    it depends on the values that are computed with."""

    message: str
    advice: str
    page: str
    by_value: bool = False


def measured_change(name: str, old: str, new: str, call: Call) -> Measured | None:
    """Give what a call computes otherwise in the release ``new`` than in ``old``, as measured; None for the same, for
    what was not measured, and for a call that gives the equalising argument by name."""
    found: list[Measured] = []
    for row in rows_about(name):
        if set(_NAMED.findall(row.equal)) & set(call.keywords):
            continue
        if name in _CONTAINERS:
            # What a row measured inside of one is no matter of the container.
            continue
        graph = _is_graph(row, name, new)
        if not set(row.graph_gives if graph else row.eager_gives) <= set(call.keywords):
            continue
        area = row.name.partition("/")[0]
        if area in _BY_VALUE and not _gives(call, row.fewest):
            continue
        said = _change(row, name, old, new, graph=graph)
        if said:
            by_value = not row.equal and area in _BY_VALUE
            advice = f"the same with {row.equal}" if row.equal else f"probed: {row.shows}" if row.shows else ""
            found.append(Measured(said, advice, row.page, by_value))
    return min(found, key=lambda each: each.by_value, default=None)


def _gives(call: Call, count: int) -> bool:
    """Whether a call gives so many arguments: tf.where(condition) is about something else than tf.where(c, x, y)."""
    return call.open_positional or call.open_keywords or call.positional + len(call.keywords) >= count


def measured_replacement(name: str) -> Measured | None:
    """Give how what is used in the place of a symbol differs from it by default, as measured; None where it does
    not."""
    for row in rows_about(name):
        if name in (row.v2,) or not row.differs:
            continue
        last = next((each for each in reversed(row.migration) if not each.why_not), None)
        if last is not None and not last.text.startswith(_SAME):
            equal = f"; the same with {row.equal}" if row.equal else ""
            differs = row.differs.rstrip(".")
            return Measured(f"{row.v2} computes something else by default: {differs}{equal}", "", row.page)
    return None


def _is_graph(row: RowSummary, name: str, new: str) -> bool:
    """Whether a name is the row's symbol of TensorFlow 1, which the graph probe calls."""
    if name in row.also or name.startswith("tf.compat.v1."):
        return True
    return name == row.v1 and (row.v1 != row.v2 or not is_tf2(new))


def _change(row: RowSummary, name: str, old: str, new: str, *, graph: bool) -> str:
    """In words how what a name computes differs between two releases; empty where it does not."""
    if row.v1 == row.v2 == name and not is_tf2(old) and is_tf2(new):
        said = row.migrated_to(new)
        if said is None or said.why_not or said.text.startswith(_SAME):
            return ""
        at = new if new in said.releases else max(said.releases, key=release_number)
        return f"{at} computes other numbers than {row.origin} ({said.text}): {row.differs}".rstrip(": ")
    probe = "graph" if graph else "eager"
    for border in row.borders:
        if border.probe != probe or not release_number(old) < release_number(border.release) <= release_number(new):
            continue
        if not border.text.startswith(_SAME):
            said_so = f"from {border.release} on it computes other numbers than in {border.before} ({border.text})"
            return f"{said_so}: {row.differs}" if row.differs else said_so
    return ""
