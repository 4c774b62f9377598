"""A package that was built for another release is told with the release that a later version of it is for."""

from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice import built_for
from harness.sides.advice.built_for import built_for_text
from harness.targets.outcome import Failure
from harness.targets.target import Request


def failed(library: Path, said: str = "undefined symbol: _ZN10tensorflow10DEVICE_CPUE") -> Side:
    origin = Origin(Path("python"), Request(Path("train.py"), {}, 60.0, 1, 1))
    failure = Failure("raised", "train.py:3: NotFoundError: ...", f"NotFoundError: {library}: {said}\n")
    return Side("train.py@tf1.12", (), tensorflow="1.12.3", failure=failure, origin=origin)


def test_the_release_is_named_that_a_later_version_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def before(_: Path, *words: str) -> tuple[str, str]:
        asked.append(words)
        return "0.9.8", "1.11.0"

    monkeypatch.setattr(built_for, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(built_for, "built_before", before)
    layer = tmp_path / "layers" / "0a1b"
    (layer / "some_lattice-0.9.3.dist-info").mkdir(parents=True)
    assert list(built_for_text(failed(layer / "some_lattice" / "ops" / ".." / "_ops.so"))) == [
        "some-lattice 0.9.3 was built for another TensorFlow than 1.12; some-lattice 0.9.8 is for 1.11: run it as "
        "train.py@1.11"
    ]
    assert asked == [("some-lattice", "0.9.3", "1.12")]
    assert list(built_for_text(failed(tmp_path / "mine" / "_ops.so"))) == []
    assert list(built_for_text(failed(layer / "some_lattice" / "_ops.so", "invalid ELF header"))) == []
