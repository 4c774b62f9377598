"""Results and what they hold as JSON, and back: every field of every value, but for those that stay in memory."""

import enum
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from typing import Any, TypeVar, get_args, get_origin

from cattrs import AttributeValidationNote, BaseValidationError, Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, mapping_structure_factory, override

from harness.results.result import Result
from harness.words.finding import Finding

T = TypeVar("T")

# Bits that ``trace_text`` holds, what can be rendered from them, and what is true of one session only.
_IN_MEMORY: Mapping[type, tuple[str, ...]] = {Result: ("trace", "lines", "reused"), Finding: ("trials",)}
_CALLED: Mapping[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dict: "an object",
    list: "a list",
}


class NotThisKind(TypeError):  # noqa: N818  (what is wrong, in words)
    """A value of another kind than it should be."""

    def __init__(self, kind: type, value: object) -> None:
        self.says = f"should be {_CALLED[kind]}, not {value!r:.60}"
        super().__init__(f"there {self.says}")


def encode(value: object) -> Any:
    """Give a value of the harness as JSON has it."""
    return _CONVERTER.unstructure(value)


def decode(document: object, kind: type[T]) -> T:
    """Give the value of this kind that ``encode`` made a document of. Raises KeyError for a key that is not there, and
    TypeError or ValueError, with the key and what is wrong in words, for a value that cannot be."""
    try:
        return _CONVERTER.structure(document, kind)
    except BaseValidationError as group:
        raise _first(group) from None


def check(value: Any, kind: type) -> Any:
    """Give a value back. Raises NotThisKind unless it is of the kind itself; a whole number is a number, too."""
    fits = type(value) is kind or (kind is float and type(value) is int)
    if not fits:
        raise NotThisKind(kind, value)
    return value


def named(name: str, value: Any, kind: type) -> Any:
    """The same, with the name of the value in what is raised."""
    try:
        return check(value, kind)
    except NotThisKind as error:
        raise TypeError(f"{name!r} {error.says}") from None


def _first(group: BaseValidationError) -> Exception:
    """The first thing that is wrong, with the name of the field that it is in."""
    name = ""
    error: BaseException = group
    while isinstance(error, BaseValidationError):
        error = error.exceptions[0]
        notes = (note for note in getattr(error, "__notes__", ()) if isinstance(note, AttributeValidationNote))
        name = next((note.name for note in notes), name)
    if isinstance(error, NotThisKind) and name:
        return TypeError(f"{name!r} {error.says}")
    assert isinstance(error, Exception)
    return error


def _structure(kind: type[T]) -> Callable[[Any, Any], T]:
    left_out = {name: override(omit=True) for name in _IN_MEMORY.get(kind, ())}
    read = make_dict_structure_fn(kind, _CONVERTER, **left_out)  # type: ignore[arg-type]
    return lambda value, _: read(check(value, dict), kind)


def _unstructure(kind: type[T]) -> Callable[[T], dict[str, Any]]:
    left_out = {name: override(omit=True) for name in _IN_MEMORY.get(kind, ())}
    return make_dict_unstructure_fn(kind, _CONVERTER, **left_out)  # type: ignore[arg-type]


def _structure_tuple(kind: Any) -> Callable[[Any, Any], tuple[Any, ...]]:
    item, _ = get_args(kind)
    return lambda value, _: tuple(_CONVERTER.structure(each, item) for each in check(value, list))


def _structure_dict(kind: Any) -> Callable[[Any, Any], Any]:
    read = mapping_structure_factory(kind, _CONVERTER)
    return lambda value, _: read(check(value, dict), kind)


def _is_dict(kind: Any) -> bool:
    return get_origin(kind) is dict


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _scalar(value: Any, kind: type) -> Any:
    # cattrs asks the hook of ``str`` for a StrEnum, too.
    return kind(value) if issubclass(kind, enum.Enum) else check(value, kind)


_CONVERTER = Converter()
_CONVERTER.register_structure_hook_factory(is_dataclass, _structure)
_CONVERTER.register_unstructure_hook_factory(is_dataclass, _unstructure)
_CONVERTER.register_structure_hook_factory(_is_tuple, _structure_tuple)
_CONVERTER.register_structure_hook_factory(_is_dict, _structure_dict)
for scalar in (str, int, float, bool):
    _CONVERTER.register_structure_hook(scalar, _scalar)
