"""Specification of the files of numbers that a proof holds: both sides write them once more, kept in a folder each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from harness.diagnose.evidence.evidence import Origin, Side
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.proof.files import with_files
from harness.sides.proof.proved import Proof
from harness.sides.run import Sides
from harness.targets.outcome import Failure, Outcome
from harness.targets.scene import FileChange, SideEffects
from harness.targets.target import Request
from harness.words.trace import trace_of_lines

PROVED = Proof(True, ": same start, 3 steps, all numbers bit for bit")
NEAR = Tolerances(Tolerance(relative=1e-4), {})
Contents = Mapping[str, np.ndarray | str]


def side(name: str, files: Contents, *, cut: bool = False) -> Side:
    origin = Origin(Path("python"), Request(Path("old.py"), {}, 1.0, 1, 1))
    effects = SideEffects(tuple(FileChange(path, 8) for path in files))
    return Side(f"{name}@tf", (), tensorflow="2.15.1", origin=origin, effects=effects, cut=cut)


def writing(*sides: Contents, failure: Failure | None = None) -> Callable[[Sides, Sequence[Path]], list[Outcome]]:
    def run(_: Sides, places: Sequence[Path]) -> list[Outcome]:
        for place, files in zip(places, sides, strict=True):
            place.mkdir()
            for name, content in files.items():
                if isinstance(content, str):
                    (place / name).write_text(content)
                elif name.endswith(".npz"):
                    np.savez(place / name, w=content)
                else:
                    np.save(place / name, content)
        return [Outcome(trace_of_lines(()), failure, "", "", 1.0) for _ in sides]

    return run


def said(left: Contents, right: Contents) -> str:
    return str(with_files(PROVED, Sides(side("old.py", left), side("new.py", right), {}), NEAR, writing(left, right)))


def test_arrays_that_both_write_are_held() -> None:
    weights = np.array([[0.5, -2.0]], np.float32)
    assert said({"out.npz": weights, "w.npy": weights}, {"out.npz": weights, "w.npy": weights}) == (
        "proved: same start, 3 steps, all numbers bit for bit, and what both write to out.npz, w.npy"
    )
    assert said({"out.npz": weights}, {"out.npz": weights + np.float32(0.25)}) == (
        "not proved: what it writes to out.npz is not what the original writes: w[0,0] expected 0.5, measured 0.75; "
        "but for that: same start, 3 steps, all numbers bit for bit"
    )
    assert said({"w.npy": weights}, {"w.npy": weights.T}) == (
        "not proved: what it writes to w.npy is not what the original writes: w has the shape [2, 1], should have "
        "[1, 2]; but for that: same start, 3 steps, all numbers bit for bit"
    )


def test_an_element_near_zero_is_held_by_the_largest_of_its_array() -> None:
    left, right = np.array([1e-9, 1.0], np.float32), np.array([3e-9, 1.00001], np.float32)
    assert said({"w.npy": left}, {"w.npy": right}).startswith("proved")
    assert said({"w.npy": left[:1]}, {"w.npy": right[:1]}).startswith("not proved")


def test_texts_are_held_as_what_is_printed() -> None:
    assert said({"log.csv": "step,loss\n1,0.5\n"}, {"log.csv": "step,loss\n1,0.50001\n"}) == (
        "proved: same start, 3 steps, all numbers bit for bit, and what both write to log.csv"
    )
    assert said({"log.csv": "step,loss\n1,0.5\n"}, {"log.csv": "step,loss\n1,0.75\n"}).startswith(
        "not proved: what it writes to log.csv is not what the original writes: "
    )


def test_an_array_that_the_port_does_not_write_is_told() -> None:
    weights = np.array([1.0, 2.0])
    assert said({"w.npy": weights}, {}).startswith("not proved: the original alone writes w.npy; but for that: ")
    # A name with the time of the run in it is another one in each.
    assert said({"run_1.npy": weights}, {"run_2.npy": weights}) == str(PROVED)


def test_what_cannot_be_read_is_said_not_to_be_held() -> None:
    assert said({"w.npy": "no array", "model.json": '{"class_name": 1}'}, {"w.npy": "?", "model.json": "{}"}) == (
        "proved: same start, 3 steps, all numbers bit for bit; what both write to model.json, w.npy is not held"
    )


def test_a_side_that_was_stopped_holds_no_files() -> None:
    files: Contents = {"a.csv": "1", "b.npz": np.zeros(1), "c.json": "1", "d.npy": np.zeros(1)}
    stopped = Sides(side("old.py", files, cut=True), side("new.py", files), {})
    words = f"{PROVED}; what both write to a.csv, b.npz, c.json and 1 more is not held"
    assert str(with_files(PROVED, stopped, NEAR, writing())) == words
    whole = replace(stopped, left=side("old.py", files))
    hung = Failure("hung", "the limit of 1 s")
    assert str(with_files(PROVED, whole, NEAR, writing({}, {}, failure=hung))) == words


def test_what_is_not_proved_needs_no_files() -> None:
    parted = Proof(False, ": stage loss, step 0")
    files = {"w.npy": np.zeros(1)}
    both = Sides(side("old.py", files), side("new.py", files), {})
    assert with_files(parted, both, NEAR, writing()) is parted


def test_a_text_that_the_original_alone_writes_is_named() -> None:
    assert said({"final.txt": "w 1"}, {"finals.txt": "w 1"}) == f"{PROVED}; the port does not write final.txt"
    assert said({"final.txt": "w 1", "a.csv": "1"}, {"a.csv": "1"}) == (
        f"{PROVED}, and what both write to a.csv; the port does not write final.txt"
    )
