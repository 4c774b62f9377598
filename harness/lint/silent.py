"""Silent changes: a call that two releases both take, and that does something else in the later one."""

from harness.symbols.moves import moved_parameters
from harness.symbols.replacements import argument_names
from harness.symbols.signature import Call, read_signature
from harness.symbols.timeline import Symbol, Timeline

# What these are by default is no matter of what is computed.
_NO_MATTER = (
    "name",
    "scope",
    "use_locking",
    "validate_args",
    "validate_shape",
    "parallel_iterations",
    "swap_memory",
    "verbose",
    # "auto" of Keras 2 is "sum_over_batch_size" of Keras 3.
    "reduction",
)


def moved_arguments(timeline: Timeline, early: Symbol, late: Symbol, call: Call) -> list[tuple[int, str, str]]:
    """Give the arguments of a call by place, from 1, that mean another parameter in the later release: place, old and
    new name."""
    renamed = argument_names(timeline, early.name)
    return moved_parameters(read_signature(early.text), read_signature(late.text), renamed, call.positional)


def changed_defaults(early: Symbol, late: Symbol, call: Call) -> list[tuple[str, str, str]]:
    """Give the parameters that a call leaves to their defaults where these are other numbers, words or functions in
    the later release: name, old and new default."""
    if call.open_keywords or call.open_positional:
        return []
    before, after = read_signature(early.text), read_signature(late.text)
    given = {each.name for each in before.positional[: call.positional]} | set(call.keywords)
    found = []
    for parameter in before.parameters:
        now = after.parameter(parameter.name)
        if now is None or parameter.name in given or parameter.name in _NO_MATTER:
            continue
        if _differ(parameter.default, now.default):
            found.append((parameter.name, str(parameter.default), str(now.default)))
    return found


def _differ(old: str | None, new: str | None) -> bool:
    if old == new or old is None or new is None:
        return False
    if "None" in (old, new) or old.startswith("<") or new.startswith("<"):
        return False
    one, other = _number(old), _number(new)
    # A word in the place of a number is another way to say it, which the earlier release could not read.
    return (one is None) == (other is None) and (one is None or one != other)


def _number(text: str) -> float | None:
    try:
        return float({"True": "1", "False": "0"}.get(text, text))
    except ValueError:
        return None
