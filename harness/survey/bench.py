"""The runs of one file: in which interpreters, as which text, each request once."""

from collections.abc import Mapping
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from harness.cases.suite import Suite
from harness.diagnose.evidence.evidence import Side
from harness.releases.environments import is_ready, tox_environment
from harness.sides.around.scenes import SceneOptions
from harness.sides.around.texts import text_as_run
from harness.sides.observing.watch import watch_request
from harness.sides.run import Sides, submit_job, with_origin
from harness.sides.words import Job, Project, module_job, script_job, text_job
from harness.survey.apart import Apart
from harness.survey.ask import Ask, Entry, scene_for
from harness.survey.known import Read
from harness.survey.remembered import Remembered
from harness.survey.workers import Workers
from harness.targets.runs import Runs
from harness.targets.target import Limits, Setup
from harness.words.errors import UsageError

if TYPE_CHECKING:
    from harness.survey.drafting import Drafted

# Draws need a seed where a port is to be proved.
_SEED = 1
_MASKS = "dropout_masks"
# Of a file that goes on for ever a proof looks at this part of the time, in seconds at least so many: it is run often.
_PART, _LEAST = 0.25, 5.0
# So many workers beside the first one are opened ahead of their use; more would be closed again.
_AHEAD = 2
# A run may take so many times what survey.toml expects of it.
_PATIENCE = 3.0


@dataclass(frozen=True)
class Grounds:
    """Where a survey is done: the surveyed ``folder``, the ``root`` of the releases, what is asked for, the workers and
    the processes that draft, and how runs are set up."""

    folder: Path
    root: Path
    ask: Ask
    workers: Workers
    apart: Apart
    setup: Setup


class Bench:
    """Runs one file on any release, each request once; used as a context manager, by one thread. Workers are opened
    when they are needed first."""

    def __init__(self, entry: Entry, read: Read, grounds: Grounds) -> None:
        self.entry = entry
        self.read = read
        self.grounds = grounds
        self._stack = ExitStack()
        self._runs: dict[Path, Remembered] = {}
        # Drafts that are under way, by what they are drafted to.
        self.drafts: dict[str, Future[Drafted]] = {}
        # Whether runs for a proof are stopped sooner than others.
        self.is_short = False
        # Whether a port has printed what the file prints on its own release.
        self.printed_again = False
        # Whether anything was run, rather than known from before.
        self.has_run = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_reason: object) -> None:
        self._stack.close()

    def python(self, release: str) -> Path:
        """Give the interpreter of a release. Raises UsageError for one that cannot be made."""
        return tox_environment(self.grounds.root, release)

    def job(self, release: str, *, seeded: bool = False) -> Job:
        """Give what runs the file on a release; for a proof ``seeded``, with draws that can be repeated, and no longer
        than a proof needs.

        Raises UsageError for packages that cannot be had, and for an environment that cannot be made.
        """
        entry, ask = self.entry, self.grounds.ask
        scene = scene_for(entry, self.grounds.folder, ask)
        if seeded and scene.seed is None:
            scene = replace(scene, seed=_SEED)
        if seeded and self.is_short and scene.within is not None:
            scene = replace(scene, within=min(scene.within, max(_LEAST, scene.within * _PART)))
        limits = ask.limits
        if entry.seconds is not None and limits.timeout is None:
            limits = replace(limits, timeout=max(60.0, entry.seconds * _PATIENCE))
        return self._job(self.python(release), scene, limits)

    def _job(self, python: Path, scene: SceneOptions, limits: Limits) -> Job:
        entry, path = self.entry, self.grounds.folder / self.entry.path
        project = Project(lambda: self.grounds.root, _no_cases)
        if entry.module:
            return module_job(entry.module, python, project, limits, replace(scene, folder=self.folder))
        if entry.tests:
            given = text_as_run(path, self.read.source, python2=scene.python2)
            return text_job(entry.name, path, given, python, project, limits, scene)
        return script_job(path, python, project, limits, scene)

    def begin(self, job: Job, *, watched: bool = False) -> None:
        """Begin the run of a job that will be asked for soon, watched or not. Raises UsageError as ``runs`` does."""
        request = watch_request(job.request) if watched else job.request
        self.runs(job.python)[job.python.absolute()].submit(request)

    def side(self, job: Job) -> Side:
        """Run a job, unless the same was run before."""
        return submit_job(job, self.runs(job.python))()

    def watched(self, job: Job) -> Side:
        """Run a job watched, unless that was done before, and give what it prints then: a proof of a port needs that
        run, and most print what the same run prints that nobody watches."""
        return with_origin(self.side(replace(job, request=watch_request(job.request))), job)

    def again(self, job: Job) -> Side:
        """Run a job whether it was run before or not."""
        self.has_run = True
        with self.grounds.workers.using(job.python) as workers:
            return submit_job(job, workers)()

    def sides(self, left: Job, right: Job) -> Sides:
        """Run two jobs, side by side."""
        workers = {**self.runs(left.python), **self.runs(right.python)}
        waiting = submit_job(left, workers), submit_job(right, workers)
        return Sides(waiting[0](), waiting[1](), workers)

    def watched_sides(self, left: Job, right: Job) -> Sides:
        """Run two jobs watched, side by side, and give what they print then."""
        sides = self.sides(*(replace(job, request=watch_request(job.request)) for job in (left, right)))
        return replace(sides, left=with_origin(sides.left, left), right=with_origin(sides.right, right))

    def runs(self, python: Path) -> Mapping[Path, Runs]:
        """Give what runs requests in an interpreter, each of them once."""
        self.has_run = True
        key = python.absolute()
        if not self._runs:
            self._open_others(key)
        if key not in self._runs:
            workers = self._stack.enter_context(self.grounds.workers.using(python))
            self._runs[key] = Remembered(workers[key])
        return {key: self._runs[key]}

    def _open_others(self, python: Path) -> None:
        """Begin to open the workers that this file will need after its first one."""
        ask, root = self.grounds.ask, self.grounds.root
        there = [self.python(release) for release in (ask.target, *ask.also)[:_AHEAD] if is_ready(root, f"tf{release}")]
        self.grounds.workers.prepare([each for each in there if each.absolute() != python])

    def without_masks(self, job: Job) -> Job:
        """Give a job of a port or its original that leaves dropouts as they are where the file has none: so its runs
        are those that were done already."""
        texts = (self.read.text, *(file.text for file in self.read.own))
        if any("dropout" in text.lower() for text in texts):
            return job
        preludes = tuple(each for each in job.request.preludes if each.name != _MASKS)
        return replace(job, request=replace(job.request, preludes=preludes))

    @property
    def folder(self) -> Path:
        """The folder that a module works in, and is looked for from."""
        return self.grounds.folder / self.entry.folder if self.entry.folder else self.grounds.folder


def _no_cases() -> Suite:
    raise UsageError("a survey has no cases")
