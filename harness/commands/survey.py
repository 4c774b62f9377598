"""``harness survey``: every file of a repository, from one release to another."""

import argparse
import contextlib
import re
import shlex
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from harness.commands.common import console, releases_root_of, say, show_line
from harness.commands.scenes import scene_options
from harness.files.atomic_file import prepare_folder, write_beside
from harness.releases.environments import find_release
from harness.releases.shipped import version_text
from harness.survey.answers import Answers, Survey
from harness.survey.apart import Apart
from harness.survey.ask import Ask
from harness.survey.document import as_json, read_document
from harness.survey.engine import Local
from harness.survey.follow import next_state, state_of
from harness.survey.sarif import as_sarif
from harness.survey.shards import merged, missing_shards, shard_of
from harness.survey.standing import is_unproved_draft, left_to_do
from harness.survey.summary import summarise
from harness.survey.summary_text import summary_text
from harness.survey.survey import Engine, survey
from harness.survey.table import as_table
from harness.targets.target import MEBIBYTE, Limits
from harness.words.errors import UsageError

DOCUMENT, SARIF, PAGE = "survey.json", "survey.sarif", "index.html"
_DASK = "dask://"
_ADDRESS = re.compile(rf"{_DASK}[^\s/]+:\d+")
_DEFAULT_WAYS = ("compat", "eager")


def execute(options: argparse.Namespace) -> int:
    """Look at all files, print what came of it, write it; 0 if nothing is left to do."""
    if options.output is not None:
        prepare_folder(options.output)
    if options.merge:
        return _merge(options)
    if options.folder is None:
        raise UsageError("name the folder of a repository: harness survey legacy/")
    if options.first:
        raise UsageError("--first is for one script; survey.toml says it of a file: first = ['train.py']")
    root = releases_root_of(options)
    ask = _ask(options, root)
    shard = shard_of(options.shard) if options.shard else None
    if shard is not None and options.output is None:
        raise UsageError("--shard looks at a part: -o DIR says where it is kept for --merge")
    if options.follow:
        return _follow(options, root, ask)
    with _told() as progress, _engine(options, ask) as (engine, expects):

        def expected() -> None:
            expects(root, ask)

        done = survey(
            options.folder, root, ask, options.output, _words(options), shard, engine, progress, expects=expected
        )
    return _show(done, options)


def _follow(options: argparse.Namespace, root: Path, ask: Ask) -> int:
    """Survey again whenever something changes, until Ctrl-C; the code is that of the last survey."""
    given = [word for word, value in (("--on", options.on), ("--shard", options.shard)) if value]
    given += ["--format"] if options.format != "text" else []
    if given or options.output is None:
        raise UsageError(
            f"--follow goes without {given[0]}" if given else "--follow goes on from what is kept: -o DIR says where"
        )
    folder, before, code = options.folder, dict[str, Answers](), 2
    with Local(ask.jobs, ask.handed) as local, Apart(ask.jobs) as texts:
        while True:
            state, began = state_of(folder), time.monotonic()
            try:
                with _told() as progress:
                    done = survey(
                        folder,
                        root,
                        ask,
                        options.output,
                        _words(options),
                        engine=local,
                        progress=progress,
                        expects=lambda: local.expect(root, ask),
                        texts=texts,
                    )
                code = _show(done, options, before)
                before = {each.name: each for each in done.answers}
            except UsageError as error:  # of a survey.toml that somebody is about to write
                if not before:
                    raise
                say(f"harness: {error}", to_stderr=True)
            try:
                say(f"{time.monotonic() - began:.1f} s; waiting for changes below {folder}, Ctrl-C ends it")
                next_state(folder, state, local.rest)
            except KeyboardInterrupt:
                return code


def _merge(options: argparse.Namespace) -> int:
    if options.folder is not None or options.shard or options.run:
        raise UsageError("--merge puts together what there is: it takes folders and -o DIR, and runs nothing")
    parts = [read_document(path) for given in options.merge for path in _documents(given)]
    done = merged(parts)
    code = _show(done, options)
    missing = missing_shards(parts)
    if missing:
        raise UsageError(
            f"--merge: {done.files - len(done.answers)} of {done.files} files are in none of them; missing are the "
            f"parts {', '.join(missing)}"
        )
    return code


def _documents(given: Path) -> list[Path]:
    """The documents of a folder, of several parts of a survey that were kept in it, or one document."""
    if not given.is_dir():
        return [given]
    return sorted(given.glob(_name_of(DOCUMENT, "*/*"))) or [given / DOCUMENT]


def _name_of(name: str, shard: str) -> str:
    """What a file is called; parts of a survey may be kept in one folder, so each has names of its own."""
    plain = Path(name)
    return f"{plain.stem}-{shard.replace('/', '-of-')}{plain.suffix}" if shard else name


def _show(done: Survey, options: argparse.Namespace, before: Mapping[str, Answers] | None = None) -> int:
    """Write and print a survey; of one that went on, those files alone whose answers are others than ``before``."""
    if options.output is not None:
        # Templates and colours take a fifth of a second to import.
        from harness.report.survey_page import survey_page

        write_beside(options.output / _name_of(DOCUMENT, done.shard), as_json(done))
        write_beside(options.output / _name_of(SARIF, done.shard), as_sarif(done, version_text()))
        write_beside(options.output / _name_of(PAGE, done.shard), survey_page(done))
    if options.format == "json":
        say(as_json(done))
    elif options.format == "sarif":
        say(as_sarif(done, version_text()))
    elif before:
        others = tuple(each for each in done.answers if before.get(each.name) != each)
        table = as_table(replace(done, answers=others), console().width)
        for line in table if others else ["all answers are what they were"]:
            say(line)
    else:
        for line in (*as_table(done, console().width), "", *summary_text(summarise(done))):
            say(line)
        if options.output is not None:
            say(f"\n{options.output / _name_of(PAGE, done.shard)} has all of it")
    return 1 if any(left_to_do(each) or each.trouble or is_unproved_draft(each) for each in done.answers) else 0


def _ask(options: argparse.Namespace, root: Path) -> Ask:
    named = [options.origin, options.target, *options.also]
    origin, target, *also = (find_release(root, each).name.removeprefix("tf") if each else "" for each in named)
    return Ask(
        origin,
        target,
        tuple(dict.fromkeys(also)),
        options.run,
        tuple(dict.fromkeys(options.to)) or _DEFAULT_WAYS,
        scene_options(options),
        Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE),
        options.jobs,
        0.0 if options.no_experiments else options.experiments,
        tuple(options.env),
    )


@contextlib.contextmanager
def _engine(options: argparse.Namespace, ask: Ask) -> Iterator[tuple[Engine, Callable[[Path, Ask], None]]]:
    """What runs files, and what makes that ready for them."""
    if not options.on:
        with Local(ask.jobs, ask.handed) as local:
            yield local, local.expect
        return
    if not _ADDRESS.fullmatch(options.on) or not options.run:
        raise UsageError(f"--on {options.on}: it is --run --on dask://HOST:PORT, the address of a Dask scheduler")
    try:
        from harness.survey.cluster import on_cluster
    except ImportError as error:
        raise UsageError(
            f"--on {options.on}: {error.name} is not installed; pip install tensorflow-legacy-harness[dask]"
        ) from None
    yield on_cluster(f"tcp://{options.on.removeprefix(_DASK)}"), lambda *_: None


def _words(options: argparse.Namespace) -> str:
    """The options that answers depend on, as the command line has them."""
    scene = scene_options(options)
    words = [f"--with {shlex.quote(name)}" for name in scene.packages]
    words += ["--stand-in"] if scene.stand_in is not None else []
    words += [f"--seed {scene.seed}"] if scene.seed is not None else []
    words += [f"--within {scene.within:g}s"] if scene.within is not None else []
    words += [f"--steps {scene.steps}"] if scene.steps is not None else []
    words += [f"--args {shlex.quote(shlex.join(scene.arguments))}"] if scene.arguments else []
    words += ["--network"] if scene.network else []
    words += ["--python2"] if scene.python2 else []
    words += [f"--file {shlex.quote(f'{url}={path.name}')}" for url, path in scene.files.items()]
    return " ".join(words)


@contextlib.contextmanager
def _told() -> Iterator[Callable[[str], None]]:
    """Say how far it is: on a terminal in one line, else on standard error, a line now and then."""
    out = console()
    if out.is_terminal:
        with out.status("reading") as status:
            yield lambda line: show_line(status, line)
        return
    said: set[str] = set()

    def told(line: str) -> None:
        if line not in said:
            said.add(line)
            say(f"harness: {line}", to_stderr=True)

    yield told
