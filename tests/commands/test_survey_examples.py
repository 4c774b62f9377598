"""The examples of docs/examples/ are what the command takes, and what GitHub and Slurm read."""

import re
import shlex
import subprocess
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from harness.cli import _parser
from harness.commands.scene_words import joined
from harness.commands.survey import _documents, _name_of
from harness.survey.shards import shard_of
from tests.conftest import ROOT

WORKFLOW = ROOT / "docs" / "examples" / "survey-workflow.yml"
SLURM = ROOT / "docs" / "examples" / "survey-slurm.sh"


@pytest.fixture
def workflow() -> dict[str, Any]:
    return dict(yaml.safe_load(WORKFLOW.read_text(encoding="utf-8")))


def steps(workflow: dict[str, Any], job: str) -> list[dict[str, Any]]:
    return list(workflow["jobs"][job]["steps"])


def surveys(text: str) -> list[Namespace]:
    """The options of each ``harness survey`` of a shell's text."""
    found = re.findall(r"harness survey ([^|>\n]*?)(?: \|\| | > |\"?$)", text, re.MULTILINE)
    assert len(found) == text.count("harness survey ")
    return [_parser().parse_args(joined(["survey", *shlex.split(words)])) for words in found]


def test_each_part_of_the_workflow_is_a_survey_and_the_last_job_merges_them(workflow: dict[str, Any]) -> None:
    parts = workflow["jobs"]["part"]["strategy"]["matrix"]["part"]
    texts = [step["run"] for step in steps(workflow, "part") if "harness survey" in step.get("run", "")]
    assert len(texts) == 1
    for number in parts:
        (options,) = surveys(texts[0].replace("${{ matrix.part }}", str(number)))
        assert (options.run, options.origin, options.target, options.within) == (True, "1.15", "2.15", 60.0)
        assert shard_of(options.shard).number == number
        assert shard_of(options.shard).count == len(parts)
    (merge,) = surveys("\n".join(step.get("run", "") for step in steps(workflow, "merge")))
    download = next(step for step in steps(workflow, "merge") if "download-artifact" in step.get("uses", ""))
    assert merge.merge == [Path(download["with"]["path"])]
    assert workflow["jobs"]["merge"]["needs"] == "part"


def test_what_a_part_uploads_is_what_a_merge_reads(workflow: dict[str, Any], tmp_path: Path) -> None:
    (upload,) = (step for step in steps(workflow, "part") if "upload-artifact" in step.get("uses", ""))
    folder, pattern = upload["with"]["path"].split("/")
    assert folder == "survey"
    names = [_name_of("survey.json", f"{number}/4") for number in (1, 2)]
    for name in names:
        (tmp_path / name).touch()
    assert [path.name for path in sorted(tmp_path.glob(pattern))] == names
    assert _documents(tmp_path) == [tmp_path / name for name in names]


def test_findings_and_the_page_are_where_the_merge_writes_them(workflow: dict[str, Any]) -> None:
    uses = {step["uses"].partition("@")[0]: step.get("with", {}) for step in steps(workflow, "merge") if "uses" in step}
    assert uses["github/codeql-action/upload-sarif"]["sarif_file"] == "survey/survey.sarif"
    assert uses["actions/upload-artifact"]["path"] == "survey"
    assert workflow["jobs"]["merge"]["permissions"]["security-events"] == "write"


def test_every_action_has_a_version_and_the_caches_hold_what_the_harness_makes(workflow: dict[str, Any]) -> None:
    used = [step["uses"] for job in workflow["jobs"] for step in steps(workflow, job) if "uses" in step]
    assert [each for each in used if not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)+@v\d+", each)] == []
    caches = [step["with"]["path"] for step in steps(workflow, "part") if step.get("uses") == "actions/cache@v4"]
    assert caches == ["~/.cache/tensorflow-legacy-harness", "survey"]


def test_the_array_of_jobs_runs_each_part_once() -> None:
    text = SLURM.read_text(encoding="utf-8")
    first, last = (int(number) for number in re.findall(r"#SBATCH --array=(\d+)-(\d+)", text)[0])
    assert first == 1
    given = text.replace("$SLURM_ARRAY_TASK_ID", "3").replace("$SLURM_ARRAY_TASK_COUNT", str(last))
    options, merge = surveys(given)
    assert (options.shard, options.run, options.jobs) == (f"3/{last}", True, 2)
    assert merge.merge == [options.output] == [merge.output]
    assert subprocess.run(["bash", "-n", SLURM], check=False).returncode == 0
