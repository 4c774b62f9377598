"""A report as a comment on a pull request, or the summary of a job: what is wrong first, then the table."""

from collections.abc import Iterator

from harness.report.material import Material
from harness.report.matrix_page import moves, problems
from harness.results.matrix_text import as_markdown, summary
from harness.words.markdown import as_text
from harness.words.visible import visible

# A comment on GitHub may have 65536 characters; what is longer is refused whole.
_LONGEST = 65_000
_CUT = "\n\nThe rest is left out; `harness report -o site/` has all of it.\n"


def as_comment(material: Material) -> str:
    """Give Markdown in which nothing that a script, a log or a result says is markup."""
    text = visible("\n".join(_lines(material)) + "\n")
    return text if len(text) <= _LONGEST else _cut(text)


def _lines(material: Material) -> Iterator[str]:
    mark = "All is well" if material.matrix.good else "Not all is well"
    yield f"**{mark}**: {as_text(summary(material.matrix))}"
    yield ""
    wrong = problems(material)
    for each in wrong:
        first = each.why.split("\n", 1)[0]
        told = f"{each.subject} {each.style} on {each.releases}: {each.text}" + (f": {first}" if first else "")
        yield f"- {as_text(told)}"
        yield from (f"  - {as_text(line.strip())}" for line in each.causes)
    if wrong:
        yield ""
    found = moves(material)
    if found:
        count = len(found)
        yield f"<details><summary>{count} border{'s' if count > 1 else ''} at which bits change</summary>"
        yield ""
        yield from (f"- {as_text(f'{subject} {style}: {text}')}" for subject, style, text in found)
        yield ""
        yield "</details>"
        yield ""
    yield "<details><summary>The matrix</summary>"
    yield ""
    yield as_markdown(material.matrix).rstrip("\n")
    yield ""
    yield "</details>"


def _cut(text: str) -> str:
    """As many whole lines as there may be, with what they have opened closed."""
    kept = text[: _LONGEST - len(_CUT) - 200].rpartition("\n")[0]
    open_parts = kept.count("\n<details>") - kept.count("\n</details>")
    return kept + "\n\n</details>" * open_parts + _CUT
