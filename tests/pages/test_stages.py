"""Specification of the pages on stages: one for each, which links each cause that can live there."""

import pytest

from harness.diagnose.detectors import ALL
from harness.words.stage import Stage
from tests.conftest import ROOT

PAGES = ROOT / "docs" / "stages"


@pytest.mark.parametrize("stage", Stage)
def test_a_stage_has_its_page_with_every_cause_that_can_live_there_and_no_other(stage: Stage) -> None:
    text = (PAGES / f"{stage}.md").read_text()
    wanted = {name for cause in ALL if stage in cause.stages for name in cause.names}
    assert {line.partition(".md")[0] for line in text.split("(../pitfalls/")[1:]} == wanted
    assert all((ROOT / "docs" / "pitfalls" / f"{name}.md").is_file() for name in wanted)
    assert f"stage {stage}, step " in text, "what its difference looks like"


def test_the_overview_has_all_stages_in_their_order() -> None:
    text = (PAGES / "README.md").read_text()
    places = [text.index(f"| [{stage}]({stage}.md) |") for stage in Stage]
    assert places == sorted(places)
