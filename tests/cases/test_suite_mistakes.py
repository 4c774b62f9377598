"""Every mistake in a project is named with its file and line, and says what to do."""

from pathlib import Path

import pytest

from harness.cases.suite import read_suite
from harness.words.errors import UsageError
from tests.projects import CASE, minimal_project, write_project

CASE_FILE = "cases/counting/case.toml"
LOG_FILE = "golden/counting/documented.log"
TEMPLATE = 'template = "%(step)s %(w)s"'


def mistake(root: Path) -> tuple[str, int | None, str]:
    with pytest.raises(UsageError) as caught:
        read_suite(root)
    assert caught.value.path is not None
    return caught.value.path.relative_to(root).as_posix(), caught.value.line, caught.value.message


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('note = "n1"', "note = ", 2, "is not TOML: Invalid value (at line 2, column 8)"),
        ('title = "Counts to three"\n', "", 1, "the file lacks the key 'title'"),
        ('where = "the only code block"', "where = 1", 3, "'where' should be a text, not 1"),
        (TEMPLATE, f"{TEMPLATE}\ntimout = 5", 5, "unknown key 'timout'; did you mean 'timeout' or 'title'?"),
        (TEMPLATE, f"{TEMPLATE}\ntimeout = 0", 5, "'timeout' should be seconds above 0, not 0"),
        (TEMPLATE, f"{TEMPLATE}\ntimeout = nan", 5, "'timeout' should be seconds above 0, not nan"),
        (TEMPLATE, f"{TEMPLATE}\ntimeout = 1{'0' * 400}", 5, "'timeout' should be seconds above 0, not inf"),
        (TEMPLATE, f"{TEMPLATE}\nrecords = 0", 5, "'records' should be 1 or more, not 0"),
        (TEMPLATE, f"{TEMPLATE}\nrecords = -1", 5, "'records' should be 1 or more, not -1"),
        (
            TEMPLATE,
            'template = "%(w)99999999999s"',
            4,
            "the conversion '%(w)99999999999s' has a width beyond 1000, which no log has",
        ),
        (
            "[styles.graph]",
            "[styles.graph]\n[tolerance.w]\nrelative = 1" + "0" * 400,
            8,
            "'relative' should be 0 or above, not inf",
        ),
        (
            "[styles.graph]",
            "[styles.graph]\n[parameters]\nrate = 0.1\nday = 2016-01-02",
            9,
            "'day' cannot be a date or a time, which no parameter can be; write it as a text: \"2016-01-02\"",
        ),
        (
            "[styles.graph]",
            "[styles.graph]\n[variants.a.parameters]\nhours = [[07:32:00]]",
            8,
            "'hours' cannot be a date or a time, which no parameter can be; write it as a text: \"07:32:00\"",
        ),
        (TEMPLATE, f"{TEMPLATE}\nrecords = 3.5", 5, "'records' should be a whole number, not 3.5"),
        ('note = "n1"', 'note = "n2"', 2, "golden/notes.toml has no note 'n2'; did you mean 'n1'?"),
        ('note = "n1"', 'note = "x"', 2, "golden/notes.toml has no note 'x'; there are: n1"),
        (TEMPLATE, f'{TEMPLATE}\nstep = "stpe"', 5, "the template has no field 'stpe'; did you mean 'step'?"),
        (TEMPLATE, f'{TEMPLATE}\nstep = "zzz"', 5, "the template has no field 'zzz'; it has: step, w"),
        (TEMPLATE, 'template = "%s"', 4, "the conversion '%s' in the template '%s' has no name; write %(name)s"),
        (TEMPLATE, 'template = "w"', 4, "the template 'w' names no field; write one like %(w)s"),
        ("[styles.graph]", "", 1, "the case has no style; write [styles.graph] or [styles.eager]"),
        ("[styles.graph]", "[styles.grph]", 6, "there is no style 'grph'; did you mean 'graph'?"),
        ("[styles.graph]", "[styles.keras]", 6, "there is no style 'keras'; there are: graph, eager, function"),
        ("[styles.graph]", "[styles.graph]\n[styles.eager]", 7, "the style 'eager' has no script eager.py"),
        ("[styles.graph]", '[styles.graph]\nscript = "g.py"', 6, "the style 'graph' has no script g.py"),
        (
            "[styles.graph]",
            '[styles.graph]\nsince = "two"',
            7,
            "'since' should be a TensorFlow release like \"1.15\", not 'two'",
        ),
        ("[styles.graph]", "[styles.graph]\nsince = 2.0", 7, "'since' should be a text, not 2.0"),
        (
            "[styles.graph]",
            '[styles.graph]\nscipt = "g.py"',
            7,
            "unknown key 'scipt' in [styles.graph]; did you mean 'script'?",
        ),
        ("[styles.graph]", "[styles.graph]\n[tolerance.los]\n", 7, "the template has no field 'los'; it has: step, w"),
        (
            "[styles.graph]",
            "[styles.graph]\n[tolerance.w]\nulp = 3",
            8,
            "unknown key 'ulp' in [tolerance.w]; did you mean 'ulps'?",
        ),
        ("[styles.graph]", "[styles.graph]\n[tolerance.w]\nulps = -1", 8, "'ulps' should be 0 or above, not -1"),
        (
            "[styles.graph]",
            "[styles.graph]\n[tolerance.w]\nrelative = inf",
            8,
            "'relative' should be 0 or above, not inf",
        ),
        (
            "[styles.graph]",
            "[styles.graph]\n[variants.Adam]",
            7,
            "a variant's name is lower case, digits and _, not 'Adam'",
        ),
        (
            "[styles.graph]",
            '[styles.graph]\n[variants.adam]\nonly_styles = ["graf"]',
            8,
            "the case has no style 'graf'; did you mean 'graph'?",
        ),
        (
            "[styles.graph]",
            "[styles.graph]\n[variants.adam]\nonly_styles = []",
            8,
            "'only_styles' names no style; leave it out for all",
        ),
        (
            "[styles.graph]",
            "[styles.graph]\n[variants.adam]\nparameter = {}",
            8,
            "unknown key 'parameter' in [variants.adam]; did you mean 'parameters'?",
        ),
        ("[styles.graph]", '[styles.graph]\n[[errata]]\nline = "4"', 8, "'line' should be a whole number, not '4'"),
        ("[styles.graph]", "[styles.graph]\n[[errata]]\nline = 4", 7, "[errata] lacks the key 'says'"),
        (
            "[styles.graph]",
            '[styles.graph]\n[[claims]]\nverdict = "true"',
            8,
            "a claim's verdict is one of holds, fails, unsettled, not 'true'",
        ),
        (
            TEMPLATE,
            f'{TEMPLATE}\nright = "count"',
            5,
            "there is no case 'count' that does it right; did you mean 'counting'?",
        ),
    ],
)
def test_a_mistake_in_a_case(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    assert old in CASE
    assert mistake(minimal_project(tmp_path, case=CASE.replace(old, new))) == (CASE_FILE, line, message)


def test_a_case_without_its_script(tmp_path: Path) -> None:
    root = minimal_project(tmp_path, script=None)
    assert mistake(root) == (CASE_FILE, 6, "the style 'graph' has no script graph.py")


@pytest.mark.parametrize(
    ("log", "line", "message"),
    [
        ("", 1, "the documented log has no line"),
        ("\n\n...\n\n", 1, "the documented log has no line"),
        ("\n1 0.5\n\n2\n", 3, "the line does not fit the template '%(step)s %(w)s': '2'"),
        (b"1 0.5\n\xff\n", 2, "is not UTF-8 at byte 6"),
    ],
)
def test_a_mistake_in_a_documented_log(tmp_path: Path, log: str | bytes, line: int | None, message: str) -> None:
    assert mistake(minimal_project(tmp_path, log=log)) == (LOG_FILE, line, message)


def test_a_case_without_its_documented_log(tmp_path: Path) -> None:
    path, line, message = mistake(minimal_project(tmp_path, log=None))
    assert (path, line) == (LOG_FILE, None)
    assert message == (
        "the documented log cannot be read: No such file or directory; write the lines that the note printed into it"
    )


def test_a_variant_has_a_documented_log_of_its_own(tmp_path: Path) -> None:
    root = minimal_project(tmp_path, case=CASE + "[variants.adam]\n[variants.sgd]\n")
    write_project(root, {"golden/counting/adam/documented.log": "1 0.5\n"})
    assert mistake(root)[0] == "golden/counting/sgd/documented.log"


def test_a_project_without_its_list_of_notes(tmp_path: Path) -> None:
    root = minimal_project(tmp_path, notes=None)
    assert mistake(root) == ("golden/notes.toml", None, "cannot be read: No such file or directory")


def outside(root: Path, script: str) -> tuple[str, int | None, str]:
    """The mistake of a case whose style names a script."""
    minimal_project(root / "project", case=CASE + f"script = {script!r}\n")
    (root / "outside.py").write_text("print('log')\n")
    (root / "project" / "inside.py").write_text("print('log')\n")
    return mistake(root / "project")


def test_a_script_outside_of_the_project_is_refused(tmp_path: Path) -> None:
    assert outside(tmp_path, "../../../outside.py") == (
        CASE_FILE,
        7,
        f"a script lies within the project, {tmp_path / 'project'}, and '../../../outside.py' leads out of it; "
        "put a copy beside case.toml",
    )


def test_an_absolute_path_is_refused(tmp_path: Path) -> None:
    inside = str(tmp_path / "project" / "inside.py")
    assert outside(tmp_path, inside) == (CASE_FILE, 7, f"'script' is a path from the case's folder, not {inside!r}")


def test_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    minimal_project(tmp_path / "project")
    (tmp_path / "outside.py").write_text("print('log')\n")
    script = tmp_path / "project" / "cases" / "counting" / "graph.py"
    script.unlink()
    script.symlink_to(tmp_path / "outside.py")
    assert mistake(tmp_path / "project") == (
        CASE_FILE,
        6,
        f"a script lies within the project, {tmp_path / 'project'}, and 'graph.py' is a link to "
        f"{tmp_path / 'outside.py'}; put a copy beside case.toml",
    )


def test_a_script_elsewhere_in_the_project_is_fine(tmp_path: Path) -> None:
    minimal_project(tmp_path / "project", case=CASE + "script = '../../inside.py'\n")
    (tmp_path / "project" / "inside.py").write_text("print('log')\n")
    assert read_suite(tmp_path / "project").cases[0].styles[0].script.name == "inside.py"
