"""A survey as a table for a terminal: a line for each file, the worst first, nothing broken and nothing in colours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from rich.cells import cell_len, set_cell_size

from harness.survey.answers import Answers, Kind, Survey
from harness.survey.obstacles import BY_MESSAGE, cause_of, missing_of, needs_in_the_way, obstacles
from harness.survey.standing import ALREADY, AS_IS, BY_TEXT, NOT_RUN, Standing, best_port, left_to_do, standing_of
from harness.words.visible import visible

# The paths of files and what is in the way have at least so many columns, and are shortened to what there is.
_FILE, _WHY = 16, 14
_SHORT = {
    Standing.NOTHING: "-",
    Standing.THERE: "there",
    Standing.SAME: "as it is",
    Standing.PROVED: "proved",
    Standing.UNHELD: "not held",
    Standing.UNPROVED: "unproved",
    Standing.UNSTEADY: "unsteady",
    Standing.DIFFERS: "differs",
    Standing.STUCK: "stuck",
    Standing.NEEDS: "needs",
    Standing.FAILS: "fails",
    Standing.UNREAD: "unread",
}


@dataclass(frozen=True)
class _Column:
    head: str
    cell: Callable[[Answers], str]
    right: bool = False


def worst_first(answers: Sequence[Answers]) -> list[Answers]:
    """Give the files in the order in which somebody has to look at them; what nobody runs comes last."""
    order = list(Standing)
    return sorted(
        answers,
        key=lambda each: (
            standing_of(each) is Standing.NOTHING,
            -left_to_do(each),
            -order.index(standing_of(each)),
            each.name,
        ),
    )


def is_shown(answers: Answers) -> bool:
    """Whether a file has a line: not one that there is nothing to say of, for it has nothing to do with TensorFlow."""
    return answers.known.kind is not Kind.OTHER or bool(answers.trouble)


def as_table(survey: Survey, width: int) -> list[str]:
    """Give the lines of the table: heads, a line for each file that uses TensorFlow or cannot be read, and how many
    others there are. Columns that say nothing are left out. Where a line is wider than ``width``, what is in the way is
    cut or goes, and the path of a file is shortened in its middle, down to 16 columns."""
    shown = [each for each in worst_first(survey.answers) if is_shown(each)]
    others = len(survey.answers) - len(shown)
    rest = [f"and {others} file{'' if others == 1 else 's'} without TensorFlow"] if others else []
    if not shown:
        return rest
    columns = [each for each in _columns(survey) if any(each.cell(one) for one in shown)]
    texts = [[each.head, *(each.cell(one) for one in shown)] for each in columns]
    widths = [max(map(cell_len, text)) for text in texts]
    names = ["file", *(one_line(each.name) for each in shown)]
    whys = ["in the way", *(why(each) for each in shown)]
    longest, wordiest = (max(map(cell_len, each)) for each in (names, whys))
    # Columns stand closer together where that gives room to the names.
    spare = width - sum(widths) - longest - wordiest
    gap = 2 if spare >= 2 * (len(columns) + 1) else 1
    room = width - sum(widths) - gap * len(columns)
    has_why = any(whys[1:]) and room >= min(longest, _FILE) + gap + _WHY
    for_why = max(_WHY, min(wordiest, room // 2)) + gap if has_why else 0
    name_width = min(longest, max(_FILE, room - for_why))
    lines = []
    for place, name in enumerate(names):
        cells = [_padded(texts[at][place], widths[at], column.right) for at, column in enumerate(columns)]
        left, *others_cells = cells
        line = [left, _padded(shortened(name, name_width), name_width), *others_cells]
        if has_why:
            line.append(cut_at(whys[place], room - name_width - gap))
        lines.append((" " * gap).join(line).rstrip())
    return [*lines, *rest]


def one_line(text: str) -> str:
    r"""Give foreign text as one line that does nothing: ``\n`` for the end of a line."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def cut_at(text: str, width: int) -> str:
    """Give a text of at most so many columns, its end left out."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


def shortened(path: str, width: int) -> str:
    """Give a path of at most so many columns, its middle left out; the end says more than the beginning."""
    if cell_len(path) <= width:
        return path
    head = set_cell_size(path, (width - 1) // 3).rstrip()
    tail = path
    while cell_len(head) + 1 + cell_len(tail) > width:
        tail = tail[1:]
    return f"{head}…{tail}"


def why(answers: Answers) -> str:
    """Give in few words what is in the way of a file: what it needs, the cause that is known, or what went wrong."""
    needs = [f"{need.kind} {need.what}".strip() for need in needs_in_the_way(answers)]
    cause = cause_of(answers)
    missing = missing_of(answers) if cause == "needs-file" else ""
    said = ", ".join(dict.fromkeys(needs)) or (f"file {missing}" if missing else cause if cause != BY_MESSAGE else "")
    return one_line(answers.trouble or said or _not_done(answers))


def _not_done(answers: Answers) -> str:
    if answers.skipped:
        return f"left out: {answers.skipped}"
    if answers.known.kind is Kind.UNREAD:
        return answers.known.remarks[0].message if answers.known.remarks else answers.known.why
    if answers.ran and not answers.ran[0].is_well:
        return answers.ran[0].reason
    # Of a port that does not get there, what it leaves; else where it parts.
    left = [f"{each.kind} {each.what}" for each in obstacles(answers) if each.what] if answers.ran else []
    compared = answers.compared
    stage = f"stage {compared.stage}" if compared is not None and compared.stage else ""
    return ", ".join(left[:2]) or stage or _unheld(answers)


def _unheld(answers: Answers) -> str:
    """Why nothing is proved, in the words of the proof."""
    best = best_port(answers) if standing_of(answers) in (Standing.UNPROVED, Standing.UNHELD) else None
    return best.words if best is not None else ""


def lint_count(answers: Answers) -> str:
    """Give errors and warnings at the target: ``3/1``; empty for none."""
    count = [sum(each.severity == severity for each in answers.known.remarks) for severity in ("error", "warning")]
    return f"{count[0]}/{count[1]}" if any(count) else ""


def run_word(answers: Answers, release: str = "") -> str:
    """Give how the run on a release ended, without one that on its own; empty where there was none."""
    runs = [each for each in answers.ran if each.release == release] if release else list(answers.ran[:1])
    return one_line(runs[0].ended) if runs else ""


def repeat_word(answers: Answers) -> str:
    """Give whether a second run printed the same; empty where there was none."""
    if answers.repeated is None:
        return ""
    return "yes" if answers.repeated.repeats else "no"


def port_word(answers: Answers, to: str) -> str:
    """Give how far a port is: proved, runs, fails, a draft that nobody ran, or none for no draft; empty where it was
    not tried."""
    port = next((each for each in answers.ported if each.to == to), None)
    if port is None:
        return ""
    if not port.drafted:
        return "none"
    if port.words == NOT_RUN:
        return "draft"
    if port.words == BY_TEXT:
        return f"draft, {len(port.marks)} left" if port.marks else "draft"
    if port.words == ALREADY:
        return "there"
    return "proved" if port.proved else "runs" if port.runs else "fails"


def _columns(survey: Survey) -> list[_Column]:
    also = [_Column(f"on {release}", partial(run_word, release=release)) for release in survey.also]
    fits = [_Column(f"fits {release}", partial(fit_word, release=release)) for release in fit_releases(survey)]
    return [
        _Column("left", lambda each: str(left_to_do(each)), right=True),
        _Column("own", lambda each: each.known.origin),
        _Column("lint", lint_count, right=True),
        *fits,
        _Column("needs", lambda each: str(len(needs_in_the_way(each)) or ""), right=True),
        _Column("run", run_word),
        *also,
        _Column("again", repeat_word),
        _Column("as is", lambda each: port_word(each, AS_IS)),
        _Column("compat", lambda each: port_word(each, "compat")),
        _Column("eager", lambda each: port_word(each, "eager")),
        _Column("keras", lambda each: port_word(each, "keras")),
        _Column("standing", lambda each: _SHORT.get(standing_of(each), standing_of(each))),
    ]


def fit_releases(survey: Survey) -> list[str]:
    """Give the releases that have columns for whether they have all that a file uses: none where files were run."""
    return [] if survey.ran else [each for each in dict.fromkeys((survey.origin, survey.target)) if each]


def fit_word(answers: Answers, release: str) -> str:
    """Give whether a release has all that a file uses; empty where nobody knows."""
    if answers.known.kind is Kind.UNREAD:
        return ""
    return "yes" if release in answers.known.releases else "no"


def _padded(text: str, width: int, right: bool = False) -> str:
    space = " " * (width - cell_len(text))
    return space + text if right else text + space
