"""A surveyed folder as an archive: what is in it, what is left out, and that it is unpacked once."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness.sides.around.scenes import SceneOptions
from harness.survey import shipment
from harness.survey.shipment import Shipment, pack, scene_there
from harness.words.errors import UsageError
from tests.projects import write_project

NOTHING = SceneOptions()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(
        tmp_path / "root", {"tox.ini": "[tox]\n", "constraints/tf1.15.txt": "numpy\n", "docs/x.md": "x"}
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"train.py": "print(1)\n", "data/points.csv": "1,2\n", ".settings": "x", "lib/__init__.py": ""}
    others = {".git/HEAD": "x", "venv/a.py": "x", "own/pyvenv.cfg": "x", "own/b.py": "x", "lib/__pycache__/c.pyc": "x"}
    return write_project(tmp_path / "legacy", {**texts, **others})


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def test_data_goes_along_and_other_peoples_code_does_not(folder: Path, root: Path, tmp_path: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "train.py").chmod(0o755)
    packed = pack(folder, root, NOTHING)
    place = packed.unpacked(tmp_path / "cache")
    there = packed.folder(place)
    assert there.name == "legacy"
    assert names(there) == [".settings", "data/points.csv", "lib/__init__.py", "train.py"]
    assert (there / "empty").is_dir()
    assert (there / "data" / "points.csv").read_text() == "1,2\n"
    assert os.access(there / "train.py", os.X_OK)
    assert (there / "train.py").stat().st_mtime == int((folder / "train.py").stat().st_mtime)
    assert names(packed.root(place)) == ["constraints/tf1.15.txt", "tox.ini"]
    assert packed.left_out == ()


def test_links_lead_where_they_led_unless_that_is_a_folder_elsewhere(folder: Path, root: Path, tmp_path: Path) -> None:
    outside = write_project(tmp_path / "outside", {"big/a.bin": "x", "weights.txt": "0.5"})
    links = {
        "again.py": folder / "train.py",
        "points": folder / "data",
        "weights.txt": outside / "weights.txt",
        "elsewhere": outside,
        "circle": folder,
        "broken": folder / "nothing",
        "itself": folder / "itself",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    os.mkfifo(folder / "pipe.py")
    packed = pack(folder, root, NOTHING)
    there = packed.folder(packed.unpacked(tmp_path / "cache"))
    assert {name: str((there / name).readlink()) for name in links if (there / name).is_symlink()} == {
        "again.py": "train.py",
        "points": "data",
        "circle": ".",
    }
    assert (there / "weights.txt").read_text() == "0.5"
    assert not any((there / name).exists() for name in ("elsewhere", "broken", "itself", "pipe.py"))


def test_the_same_tree_is_the_same_archive_and_another_is_another(folder: Path, root: Path, tmp_path: Path) -> None:
    first = pack(folder, root, NOTHING)
    assert pack(folder, root, NOTHING) == first
    (folder / "data" / "points.csv").write_text("1,3\n")
    assert pack(folder, root, NOTHING).digest != first.digest


def test_what_is_too_large_is_left_out_and_told(
    folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shipment, "MOST_OF_A_FILE", 2 << 20)
    monkeypatch.setattr(shipment, "MOST_OF_ALL", 3 << 20)
    for name, size in (("one.bin", 3), ("two.bin", 2), ("three.bin", 2)):
        (folder / name).write_bytes(bytes(size << 20))
    packed = pack(folder, root, NOTHING)
    assert packed.left_out == ("two.bin (2 MiB)", "one.bin (3 MiB)")
    there = packed.folder(packed.unpacked(tmp_path / "cache"))
    assert {"three.bin", "train.py"} <= set(names(there)) and not (there / "two.bin").exists()


def test_files_from_elsewhere_are_found_where_they_are_unpacked(folder: Path, root: Path, tmp_path: Path) -> None:
    elsewhere = write_project(tmp_path / "elsewhere", {"a/x.csv": "1", "b/x.csv": "2", "lines": "y\n"})
    files = {"http://a.org/x": elsewhere / "a" / "x.csv", "http://b.org/x": elsewhere / "b" / "x.csv"}
    scene = SceneOptions(files=files, input=elsewhere / "lines", folder=folder / "data")
    packed = pack(folder, root, scene)
    place = packed.unpacked(tmp_path / "cache")
    there = scene_there(scene, folder, packed, place)
    assert [path.read_text() for path in there.files.values()] == ["1", "2"]
    assert there.input is not None and there.input.read_text() == "y\n"
    assert there.folder == packed.folder(place) / "data"


def test_what_cannot_be_sent_is_refused(folder: Path, root: Path, tmp_path: Path) -> None:
    packed = pack(folder, root, NOTHING)
    for scene, words in (
        (SceneOptions(folder=tmp_path), "lies outside of the surveyed folder"),
        (SceneOptions(keep=tmp_path), "--keep: what files write stays on the machines"),
    ):
        with pytest.raises(UsageError, match=words):
            scene_there(scene, folder, packed, tmp_path)


def test_it_is_unpacked_once_by_whoever_comes_first_and_removed_a_week_later(
    folder: Path, root: Path, tmp_path: Path
) -> None:
    packed, cache = pack(folder, root, NOTHING), tmp_path / "cache"
    old = cache / "surveys" / "old"
    old.mkdir(parents=True)
    os.utime(old, (0, 0))
    with ThreadPoolExecutor(8) as pool:
        places = set(pool.map(lambda _: packed.unpacked(cache), range(8)))
    assert places == {cache / "surveys" / packed.digest}
    assert [path.name for path in (cache / "surveys").iterdir()] == [packed.digest]
    (packed.folder(*places) / "train.py").unlink()
    packed.unpacked(cache)
    assert not (packed.folder(*places) / "train.py").exists()


def test_names_that_are_no_unicode(folder: Path, root: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(b"odd\xff.txt")
    (folder / odd).write_text("x")
    packed: Shipment = pack(folder, root, NOTHING)
    assert odd in names(packed.folder(packed.unpacked(tmp_path / "cache")))
