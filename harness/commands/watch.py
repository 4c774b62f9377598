"""``harness watch``: what a script computes, step by step, whether it prints it or not."""

import argparse
import functools
from pathlib import Path

from harness.commands.common import console, releases_root_of, say, suite_of
from harness.commands.scenes import scene_options
from harness.files.atomic_file import prepare_file, write_beside
from harness.results.store import as_text
from harness.sides.observing.observed_text import observed_text
from harness.sides.observing.watch import observation_of, watch_request
from harness.sides.run import run_one
from harness.sides.words import Job, Project, read_side
from harness.targets.surroundings import handing_on
from harness.targets.target import MEBIBYTE, Limits, Setup
from harness.watching.words import observation_document
from harness.words.errors import UsageError


def execute(options: argparse.Namespace) -> int:
    """Print what was seen of a script's training; 0 if it came to its end, 1 if it failed."""
    if options.json is not None:
        prepare_file(options.json, "--json")
    project = Project(functools.partial(releases_root_of, options), functools.cache(lambda: suite_of(options)))
    limits = Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE)
    side = read_side(options.script, "--python", None, project, limits, scene_options(options))
    if not isinstance(side, Job):
        raise UsageError("is a log, and computes nothing that could be watched", Path(options.script))
    setup = handing_on(Setup(jobs=1), options.env)
    with console().status("running"):
        target, outcome = run_one(side, watch_request(side.request, options.apart), setup)
    observation = observation_of(outcome, None)
    if options.json is not None:
        document = {"script": side.name, "tensorflow": target.tensorflow, **observation_document(observation)}
        write_beside(options.json, as_text(document))
    for line in observed_text(f"{side.name}@{target.name}", outcome, observation):
        say(line)
    return 0 if outcome.failure is None or outcome.failure.kind == "silent" else 1
