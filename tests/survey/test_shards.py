"""Parts of a survey: each file is in exactly one, and put together they are the survey."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.cli import main
from harness.survey.answers import Survey
from harness.survey.ask import Entry
from harness.survey.document import as_json, read_document
from harness.survey.shards import Shard, merged, missing_shards, shard_of
from harness.words.errors import UsageError
from tests.survey.fakes import fake_project
from tests.survey.made import five, many, proved, survey

NAMES = st.lists(st.text("abc/_é", min_size=1, max_size=6), unique=True, max_size=40)
SECONDS = st.one_of(st.none(), st.floats(0.5, 1e4))
ENTRIES = NAMES.flatmap(
    lambda names: st.tuples(*(st.builds(Entry, st.just(n), st.just(n), seconds=SECONDS) for n in names))
)


@given(ENTRIES, st.integers(1, 50), st.randoms())
def test_each_file_is_in_exactly_one_part_in_whatever_order_they_are_found(
    entries: tuple[Entry, ...], count: int, random: object
) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    parts = [Shard(number, count).of(entries) for number in range(1, count + 1)]
    assert parts == [Shard(number, count).of(shuffled) for number in range(1, count + 1)]
    assert sorted(each.name for part in parts for each in part) == sorted(each.name for each in entries)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


@given(st.integers(1, 12), st.randoms())
def test_parts_in_any_order_are_the_whole(count: int, random: object) -> None:
    whole = replace(many(40), files=40)
    whole = replace(whole, answers=tuple(sorted(whole.answers, key=lambda each: each.name)))
    parts = parts_of(whole, count)
    random.shuffle(parts)  # type: ignore[attr-defined]
    assert merged(parts) == whole
    assert missing_shards(parts) == []


def parts_of(whole: Survey, count: int) -> list[Survey]:
    entries = {each.name: Entry(each.path, each.name) for each in whole.answers}
    found = []
    for number in range(1, count + 1):
        names = {entry.name for entry in Shard(number, count).of(list(entries.values()))}
        answers = tuple(each for each in whole.answers if each.name in names)
        found.append(replace(whole, answers=answers, shard=f"{number}/{count}"))
    return found


def test_long_files_are_dealt_out_first() -> None:
    entries = [Entry(name, name, seconds=seconds) for name, seconds in (("a", None), ("b", 600.0), ("c", 500.0))]
    assert [each.name for each in Shard(1, 2).of(entries)] == ["b", "a"]
    assert [each.name for each in Shard(2, 2).of(entries)] == ["c"]


@pytest.mark.parametrize("text", ["", "3", "0/2", "3/2", "1/0", "a/b", "1/2/3", "-1/2", "1/9999999"])
def test_what_is_no_part(text: str) -> None:
    with pytest.raises(UsageError, match=f"--shard {text}: it is the number of a part"):
        shard_of(text)


def test_of_a_file_in_several_parts_the_answers_with_more_in_them_are_taken() -> None:
    less, more = proved("a.py"), replace(proved("a.py"), keys={"ran": "1"})
    assert merged([survey(less), survey(more)]).answers == (more,)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (replace(five(), target="2.4"), "--target is '2.15' in one, '2.4' in another"),
        (replace(five(), origin="1.14"), "--from is '1.15' in one, '1.14' in another"),
        (replace(five(), also=("2.4",)), "--also is () in one, ('2.4',) in another"),
        (replace(five(), options="--run"), "options is '--run --seed 7' in one, '--run' in another"),
        (replace(five(), ran=False), "--run is True in one, False in another"),
        (replace(five(), made_by="harness 0.2"), "version is 'harness 0.1.0' in one, 'harness 0.2' in another"),
        (replace(five(), shard="1/3"), "there are parts of 2 and of 3"),
    ],
)
def test_parts_of_different_surveys_are_refused(other: Survey, words: str) -> None:
    with pytest.raises(UsageError) as refused:
        merged([replace(five(), shard="1/2"), other])
    assert str(refused.value) == f"--merge: these are parts of different surveys: {words}"


def test_parts_that_are_missing_are_told() -> None:
    assert missing_shards([replace(five(), shard=f"{number}/4") for number in (4, 2)]) == ["1/4", "3/4"]


# By the command.

OLD = "import tensorflow as tf\nsess = tf.Session()\nprint('loss', 0.5)\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HARNESS_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "legacy"
    (folder / "sub").mkdir(parents=True)
    for name in ("a", "b", "sub/a", "sub/c"):
        (folder / f"{name}.py").write_text(OLD.replace("0.5", f"0.{ord(name[-1])}"))
    (folder / "numbers.py").write_text("print(1)\n")
    return folder


Told = Callable[..., tuple[int, str]]


@pytest.fixture
def told(tree: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    def run(*words: str) -> tuple[int, str]:
        code = main(["survey", *words])
        return code, capsys.readouterr().err.replace(str(tree.parent), "")

    return run


def without_seconds(path: Path) -> Survey:
    read = read_document(path)
    plain = [replace(each, ran=tuple(replace(ran, seconds=0.0) for ran in each.ran)) for each in read.answers]
    return replace(read, answers=tuple(plain))


def test_two_parts_in_folders_of_their_own_or_in_one_are_the_survey_of_all(told: Told, tree: Path) -> None:
    static = ("legacy", "--from", "1.15")
    told(*static, "-o", "whole")
    for number in (1, 2):
        told(*static, "-o", f"part{number}", "--shard", f"{number}/2")
        told(*static, "-o", "both", "--shard", f"{number}/2")
    assert told("--merge", "part2", "part1", "-o", "merged")[0] == 1
    assert told("--merge", "both", "-o", "both")[0] == 1
    names = ("survey.json", "survey.sarif", "index.html")
    here = tree.parent
    for name in names:
        texts = [(here / folder / name).read_text() for folder in ("whole", "merged", "both")]
        assert texts[0] == texts[1] == texts[2], name
    assert len(list((here / "both" / "answers").iterdir())) == 5
    assert len(read_document(here / "part1" / "survey-1-of-2.json").answers) == 3


@pytest.mark.long
def test_parts_that_are_run(told: Told, tree: Path) -> None:
    for path in tree.rglob("*.py"):
        path.write_text(path.read_text().replace("sess = tf.Session()\n", ""))
    root = fake_project(tree.parent / "project")
    run = ("legacy", "--root", str(root), "--from", "2.15", "--run")
    told(*run, "-o", "whole")
    told(*run, "-o", "parts", "--shard", "1/2")
    told(*run, "-o", "parts", "--shard", "2/2")
    assert told("--merge", "parts", "-o", "merged") == (0, "")
    here = tree.parent
    assert without_seconds(here / "merged" / "survey.json") == without_seconds(here / "whole" / "survey.json")
    assert [each.ran[0].lines for each in read_document(here / "merged" / "survey.json").answers if each.ran] == [1] * 4


def test_a_part_that_is_missing_is_named_and_what_is_there_is_shown(told: Told, tree: Path) -> None:
    told("legacy", "-o", "parts", "--shard", "2/3")
    assert told("--merge", "parts", "-o", "merged") == (
        2,
        "harness: --merge: 3 of 5 files are in none of them; missing are the parts 1/3, 3/3\n",
    )
    assert len(read_document(tree.parent / "merged" / "survey.json").answers) == 2


def test_documents_that_cannot_be_merged(told: Told, tree: Path) -> None:
    here = tree.parent
    assert told("--merge", "nowhere", "-o", "merged") == (
        2,
        "harness: nowhere: cannot be read: No such file or directory\n",
    )
    (here / "torn").mkdir()
    (here / "torn" / "survey-1-of-2.json").write_text(as_json(five())[:-9])
    code, said = told("--merge", "torn", "-o", "merged")
    assert code == 2 and said.startswith("harness: torn/survey-1-of-2.json: is no survey: ")
    (here / "other.json").write_text(json.dumps({"kind": "a recipe"}))
    assert told("--merge", "other.json")[1].startswith("harness: other.json: is no survey; ")


def test_words_that_do_not_go_together(told: Told) -> None:
    assert told("legacy", "--shard", "1/2")[1].endswith("-o DIR says where it is kept for --merge\n")
    assert told("legacy", "--merge", "x")[1].startswith("harness: --merge puts together what there is")
    assert told("legacy", "--shard", "3/2", "-o", "x")[1].startswith("harness: --shard 3/2: it is the number of a part")
