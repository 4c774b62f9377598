"""Signatures: the parameters of a function as text, and whether a call fits them."""

from dataclasses import dataclass
from functools import cache

_OPENING, _CLOSING, _QUOTES = "([{<", ")]}>", "'\""


@dataclass(frozen=True)
class Parameter:
    """One parameter: its default as text, None where it has none; ``keyword_only`` after a star."""

    name: str
    default: str | None
    keyword_only: bool = False


@dataclass(frozen=True)
class Signature:
    """The parameters of a function or of a class's construction. With ``any_positional`` or ``any_keyword`` it takes
    more than it names; both hold of one that is not known."""

    parameters: tuple[Parameter, ...]
    any_positional: bool = False
    any_keyword: bool = False

    @property
    def positional(self) -> tuple[Parameter, ...]:
        """Those that a call may give by their place."""
        return tuple(each for each in self.parameters if not each.keyword_only)

    def parameter(self, name: str) -> Parameter | None:
        """Give the parameter of a name, None where there is none."""
        return next((each for each in self.parameters if each.name == name), None)


@dataclass(frozen=True)
class Call:
    """The arguments of a call as its text shows them: how many by place, which by name; ``open_positional`` and
    ``open_keywords`` where ``*rows`` or ``**options`` may hold more."""

    positional: int = 0
    keywords: tuple[str, ...] = ()
    open_positional: bool = False
    open_keywords: bool = False


@dataclass(frozen=True)
class Misfit:
    """Why a signature refuses a call: ``unknown`` (no such keyword), ``too-many``, ``missing`` or ``twice``; ``name``
    is the argument, empty for too many."""

    kind: str
    name: str = ""


# The first parameter of functions that refuse whatever is given by place, as the cross entropies of TensorFlow 1.
_GUARD = "_sentinel"
UNKNOWN = Signature((), any_positional=True, any_keyword=True)


@cache
def read_signature(text: str) -> Signature:
    """Read ``(x, keep_prob=None, *, seed=1, **options)``; an empty text is a signature that nobody knows."""
    if not text.startswith("("):
        return UNKNOWN
    parameters: list[Parameter] = []
    any_positional = any_keyword = starred = False
    for part in _parts(text[1:-1]):
        if part.startswith("**"):
            any_keyword = True
        elif part.startswith("*"):
            starred, any_positional = True, any_positional or part != "*"
        elif part != "/":
            name, equals, default = part.partition("=")
            parameters.append(Parameter(name, default if equals else None, starred))
    return Signature(tuple(parameters), any_positional, any_keyword)


def misfit(signature: Signature, call: Call) -> Misfit | None:
    """Give why a signature refuses a call, None where it takes it."""
    by_place = signature.positional
    if call.positional and by_place and by_place[0].name == _GUARD:
        return Misfit("too-many")
    if call.positional > len(by_place) and not signature.any_positional:
        return Misfit("too-many")
    taken = {each.name for each in by_place[: call.positional]}
    for name in call.keywords:
        if signature.parameter(name) is None and not signature.any_keyword:
            return Misfit("unknown", name)
        if name in taken:
            return Misfit("twice", name)
    if call.open_positional or call.open_keywords:
        return None
    given = taken | set(call.keywords)
    missing = [each.name for each in signature.parameters if each.default is None and each.name not in given]
    return Misfit("missing", missing[0]) if missing else None


def _parts(text: str) -> list[str]:
    """The parameters in a text, divided at the commas that stand in no bracket and no quotes."""
    parts, depth, start, quote = [], 0, 0, ""
    for place, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote and text[place - 1] != "\\" else quote
        elif sign in _QUOTES:
            quote = sign
        elif sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth -= 1
        elif sign == "," and depth == 0:
            parts.append(text[start:place].strip())
            start = place + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]
