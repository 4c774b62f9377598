"""Making the summary: the golden traces of a row, held against each other release by release."""

from collections.abc import Mapping
from itertools import groupby

from harness.atlas.given import fewest_arguments, keywords_given, what_it_shows
from harness.atlas.measured import Answer, Answers
from harness.atlas.relation import Relation, relate
from harness.atlas.row import EAGER, EQUAL, GRAPH, Row
from harness.atlas.spans import borders, relations
from harness.atlas.summary import BorderSaid, RangeSaid, RowSummary
from harness.symbols.naming import is_tf2


def summarise(row: Row, answers: Answers) -> RowSummary:
    """Give the summary of a row from what was measured of it."""
    origin = _last_of_tf1(answers.get(GRAPH, {}))
    return RowSummary(
        row.name,
        row.v1,
        row.v2,
        row.also,
        row.stage,
        row.differs,
        row.equal,
        row.note,
        origin,
        tuple(RangeSaid(span.releases, span.relation.text, span.why_not) for span in relations(answers, GRAPH, EAGER)),
        _migration(answers, origin, EAGER),
        _migration(answers, origin, EQUAL),
        tuple(
            BorderSaid(each.probe, each.before, each.release, each.relation.text)
            for each in borders(answers, (GRAPH, EAGER))
        ),
        keywords_given(row.probe(GRAPH), row.v1),
        keywords_given(row.probe(EAGER), row.v2),
        what_it_shows(row.probe(GRAPH)),
        fewest_arguments(row.probe(GRAPH), row.v1),
    )


def _last_of_tf1(answers: Mapping[str, Answer]) -> str:
    """The last release of TensorFlow 1 that ran a probe; the first that did where none of TensorFlow 1 has the
    symbol; empty where none did."""
    ran = [release for release, answer in answers.items() if answer.trace is not None]
    ones = [release for release in ran if not is_tf2(release)]
    return ones[-1] if ones else ran[0] if ran else ""


def _migration(answers: Answers, origin: str, probe: str) -> tuple[RangeSaid, ...]:
    start = answers.get(GRAPH, {}).get(origin)
    if start is None or start.trace is None:
        return ()
    said = []
    for release, answer in answers.get(probe, {}).items():
        if not is_tf2(release):
            continue
        if answer.trace is None:
            said.append((release, Relation("does not run"), answer.why_not))
        else:
            said.append((release, relate(start.trace, answer.trace), ""))
    return tuple(
        RangeSaid(tuple(release for release, *_ in group), relation.text, why_not)
        for (relation, why_not), group in (
            (key, list(each)) for key, each in groupby(said, key=lambda each: (each[1], each[2]))
        )
    )
