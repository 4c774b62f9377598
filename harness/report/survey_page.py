"""The page of a survey: one file with the summary, the table of files, and all that is known of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from harness import __version__
from harness.releases.shipped import own_root
from harness.report.causes import cause_pages
from harness.report.templating import asset, standalone_page
from harness.survey.answers import Answers, Remark, Survey
from harness.survey.obstacles import needs_in_the_way, obstacles
from harness.survey.standing import AS_IS, Standing, left_to_do, standing_of
from harness.survey.summary import Summary, summarise
from harness.survey.summary_text import head_lines
from harness.survey.table import (
    fit_releases,
    fit_word,
    is_shown,
    lint_count,
    one_line,
    port_word,
    repeat_word,
    run_word,
    why,
    worst_first,
)

_PAGES = Path("docs") / "pitfalls"
_SCRIPT = "survey.js"
# A file may have thousands of remarks, a survey thousands of obstacles.
_MOST_REMARKS = 60
_MOST_FIXES = 10
_GOOD = {Standing.THERE, Standing.SAME, Standing.PROVED}
_BAD = {Standing.DIFFERS, Standing.STUCK, Standing.FAILS, Standing.UNREAD}
_QUIET = {Standing.NOTHING, Standing.KNOWN}


@dataclass(frozen=True)
class ShownFile:
    """A file as the table and the part below it show it. ``fits`` are of a survey without runs, ``runs`` how those on
    further releases ended, ``ways`` the names of what is in its way, as the filter has them; ``more`` counts remarks
    that there was no room for."""

    place: str
    name: str
    answers: Answers
    standing: str
    tone: str
    left: int
    lint: str
    fits: tuple[str, ...]
    needs: int
    run: str
    runs: tuple[str, ...]
    again: str
    ports: tuple[str, ...]
    why: str
    ways: tuple[str, ...]
    remarks: tuple[Remark, ...]
    more: int


@dataclass(frozen=True)
class Bar:
    """How many files stand in one place, and how long the bar is, in hundredths of the longest."""

    standing: str
    tone: str
    count: int
    width: float


@dataclass(frozen=True)
class ShownFix:
    """What one fix would help; ``way`` is what the filter calls it."""

    kind: str
    what: str
    layer: str
    way: str
    alone: int
    beside: int


def survey_page(survey: Survey, pages: Path | None = None) -> str:
    """Give the page as one text of HTML, which asks for nothing else. ``pages`` is the folder of pages on causes, else
    the harness' own; those on causes that the survey has are part of it."""
    summary = summarise(survey)
    files = [_shown(place, each, survey) for place, each in enumerate(worst_first(survey.answers)) if is_shown(each)]
    causes = cause_pages(set(_causes(survey.answers)), pages or own_root() / _PAGES)
    return standalone_page(
        "survey.html",
        {
            "version": __version__,
            "here": "",
            "survey": survey,
            "lines": [(line.startswith(" "), line.strip()) for line in head_lines(summary)],
            "bars": _bars(files),
            "files": files,
            "fits": fit_releases(survey),
            "others": len(survey.answers) - len(files),
            "port_heads": _port_heads(survey),
            "fixes": _fixes(summary),
            "more_fixes": max(0, len(summary.fixes) - _MOST_FIXES),
            "origins": sorted({each.answers.known.origin for each in files if each.answers.known.origin}),
            "ways": sorted({way for each in files for way in each.ways}),
            "causes": causes,
            "script_of_files": Markup(asset(_SCRIPT)),  # noqa: S704  (our own file)
        },
    )


def _shown(place: int, answers: Answers, survey: Survey) -> ShownFile:
    standing = standing_of(answers)
    remarks = answers.known.remarks
    return ShownFile(
        f"f{place}",
        one_line(answers.name),
        answers,
        standing,
        _tone(standing),
        left_to_do(answers),
        lint_count(answers),
        tuple(fit_word(answers, release) for release in fit_releases(survey)),
        len(needs_in_the_way(answers)),
        run_word(answers),
        tuple(run_word(answers, release) for release in survey.also),
        repeat_word(answers),
        tuple(port_word(answers, to) for to, _ in _port_heads(survey)),
        why(answers),
        tuple(dict.fromkeys(_way(each.kind, each.what) for each in obstacles(answers) if each.what)),
        remarks[:_MOST_REMARKS],
        max(0, len(remarks) - _MOST_REMARKS),
    )


def _port_heads(survey: Survey) -> list[tuple[str, str]]:
    """What ports were tried, and how their columns are called."""
    tried = {port.to for each in survey.answers for port in each.ported}
    first = [to for to in (AS_IS, "compat", "eager") if to in tried]
    return [(to, "as is" if to == AS_IS else to) for to in (*first, *sorted(tried.difference(first)))]


def _bars(files: Sequence[ShownFile]) -> list[Bar]:
    counts = Counter(each.standing for each in files)
    most = max(counts.values(), default=1)
    return [
        Bar(standing, _tone(standing), counts[standing], round(100 * counts[standing] / most, 1))
        for standing in Standing
        if counts[standing]
    ]


def _fixes(summary: Summary) -> list[ShownFix]:
    return [
        ShownFix(fix.kind, fix.what, fix.layer, _way(fix.kind, fix.what), fix.alone, fix.beside)
        for fix in summary.fixes[:_MOST_FIXES]
    ]


def _way(kind: str, what: str) -> str:
    return one_line(f"{kind} {what}")


def _tone(standing: Standing) -> str:
    if standing in _QUIET:
        return "quiet"
    return "good" if standing in _GOOD else "bad" if standing in _BAD else "warn"


def _causes(answers: Iterable[Answers]) -> Iterator[str]:
    """The names of all causes that the page speaks of."""
    for each in answers:
        yield from (run.cause for run in each.ran)
        yield from (f"needs-{need.kind}" for need in each.known.needs)
        if each.repeated is not None:
            yield each.repeated.cause
        if each.compared is not None:
            yield from (cause.name for cause in each.compared.causes)
