"""Scans of releases become one file, and reading it gives back what each of them said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.symbols.fold import fold
from harness.symbols.scan import Scan
from harness.symbols.timeline import Timeline, read_timeline
from harness.words.errors import UsageError

Entry = tuple[str, str, str, tuple[str, ...]]
_ENTRIES = st.sampled_from(
    [
        ("function", "(x)", "", ()),
        ("function", "(x, y=1)", "", ()),
        ("function", "(x, y=1)", "y: use x", ()),
        ("constant", "1", "", ()),
        ("module", "", "", ()),
    ]
)
_SYMBOLS = st.dictionaries(st.sampled_from(["tf.a", "tf.ab", "tf.b", "tf.m.c"]), _ENTRIES)


def _scan(symbols: dict[str, Entry]) -> Scan:
    return Scan("9.9.9", symbols, {}, "0123456789abcdef")


def _folded(folder: Path, *scans: dict[str, Entry]) -> Timeline:
    path = folder / "timeline.gz"
    path.write_bytes(fold({f"1.{number}": _scan(symbols) for number, symbols in enumerate(scans)}))
    read_timeline.cache_clear()
    return read_timeline(path)


@given(scans=st.lists(_SYMBOLS, min_size=1, max_size=5))
def test_each_release_has_what_its_scan_said(
    scans: list[dict[str, Entry]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    timeline = _folded(tmp_path_factory.mktemp("folded"), *scans)
    for place, symbols in enumerate(scans):
        for name in ("tf.a", "tf.ab", "tf.b", "tf.m.c"):
            symbol = timeline.at(name, place)
            said = symbols.get(name)
            found = (symbol.kind, symbol.text, symbol.deprecations, symbol.bases) if symbol else None
            assert found == said


def test_the_same_scans_give_the_same_bytes() -> None:
    scans = {"1.0": _scan({"tf.a": ("function", "(x)", "", ())})}
    assert fold(scans) == fold(scans)


def test_an_alias_is_what_it_stands_for_in_each_release(tmp_path: Path) -> None:
    timeline = _folded(
        tmp_path,
        {"tf.mul": ("function", "(x, y)", "", ()), "tf.math.mul": ("alias", "tf.mul", "", ())},
        {"tf.math.mul": ("function", "(x, y, name=None)", "", ())},
    )
    first, second = timeline.at("tf.math.mul", 0), timeline.at("tf.math.mul", 1)
    assert first is not None and (first.name, first.text) == ("tf.mul", "(x, y)")
    assert second is not None and (second.name, second.text) == ("tf.math.mul", "(x, y, name=None)")


def test_a_class_has_the_methods_of_its_public_bases(tmp_path: Path) -> None:
    timeline = _folded(
        tmp_path,
        {
            "tf.Base": ("class", "()", "", ()),
            "tf.Base.run": ("method", "(x)", "", ()),
            "tf.Own": ("class", "()", "", ("tf.Base",)),
        },
    )
    method = timeline.at("tf.Own.run", 0)
    assert method is not None and (method.name, method.text) == ("tf.Base.run", "(x)")
    assert timeline.at("tf.Own.walk", 0) is None


def test_a_module_that_is_another_ones_alias_has_its_members(tmp_path: Path) -> None:
    symbols: dict[str, Entry] = {
        "tf.train": ("module", "", "", ()),
        "tf.train.Adam": ("class", "(rate)", "", ()),
        "tf.optimizers": ("alias", "tf.train", "", ()),
    }
    symbol = _folded(tmp_path, symbols).at("tf.optimizers.Adam", 0)
    assert symbol is not None and symbol.name == "tf.train.Adam"


def test_aliases_in_a_circle_are_nothing(tmp_path: Path) -> None:
    timeline = _folded(tmp_path, {"tf.a": ("alias", "tf.b", "", ()), "tf.b": ("alias", "tf.a", "", ())})
    assert timeline.at("tf.a", 0) is None


@pytest.mark.parametrize("content", [b"", b"no gzip", b"\x1f\x8b\x08cut"])
def test_a_file_that_is_no_timeline_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "timeline.gz"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="harness api-scan makes it anew"):
        read_timeline(path)


def test_a_release_that_nobody_scanned_is_refused(tmp_path: Path) -> None:
    timeline = _folded(tmp_path, {"tf.a": ("constant", "1", "", ())})
    assert timeline.place("tf1.0") == 0
    with pytest.raises(UsageError, match=r"there is no release '3\.0'; there are: 1\.0"):
        timeline.place("3.0")
