"""Plugin of tox for this project: interpreters that pyenv and uv installed are found without any setting.

tox loads this file before it has installed anything, so it keeps to the standard library and to tox itself.
"""

import os
import shutil
import sys
from pathlib import Path

from tox.config.cli.parser import ToxParser
from tox.config.loader.memory import MemoryLoader
from tox.config.sets import ConfigSet, EnvConfigSet
from tox.plugin import impl
from tox.session.state import State
from tox.tox_env.api import ToxEnv

sys.path.insert(0, str(Path(__file__).parent))

from harness.releases.interpreters import find_interpreter, interpreter_folders
from harness.releases.release import read_releases
from harness.releases.tox_environment import clear_leftovers, is_made

# Last, so that they only add what the machine did not already find.
os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), *map(str, interpreter_folders())])
# The commands of an environment run pytest in tox's own one, see tox.ini.
os.environ["HARNESS_HOST_PYTHON"] = sys.executable

_STATES: list[State] = []


@impl
def tox_add_option(parser: ToxParser) -> None:
    """Declare ``--prune``."""
    parser.add_argument(
        "--prune",
        action="store_true",
        help="remove each TensorFlow environment after its run, so that all releases fit on a small disk",
    )


@impl
def tox_add_core_config(core_conf: ConfigSet, state: State) -> None:  # noqa: ARG001  (tox names the arguments)
    """Keep the session: what it was asked to run is known only later."""
    _STATES.append(state)


@impl
def tox_add_env_config(env_conf: EnvConfigSet, state: State) -> None:
    """Let the first Python that the machine has carry a release; tox-uv itself tries no other than the first."""
    known = {release.name: release for release in read_releases(state.conf.core["tox_root"])}
    pythons = known[env_conf.name].pythons if env_conf.name in known else ()
    found = next((python for python in pythons if find_interpreter(python)), None)
    if found is not None and found != pythons[0]:
        env_conf.loaders.insert(0, MemoryLoader(base_python=[found]))


@impl
def tox_on_install(tox_env: ToxEnv, arguments: object, section: str, of_type: str) -> None:  # noqa: ARG001
    """Begin an installation that was interrupted from the start; say, before the first one, what disk is needed."""
    if not tox_env.name.startswith("tf"):
        return
    clear_leftovers(tox_env.env_dir)
    state = _STATES[-1]
    if not getattr(state, "harness_told_disk", False):
        state.harness_told_disk = True  # type: ignore[attr-defined]
        _tell_disk(tox_env)


def _tell_disk(tox_env: ToxEnv) -> None:
    root = tox_env.core["tox_root"]
    known = {release.name: release for release in read_releases(root)}
    wanted = [known[name] for name in _selected() if name in known]
    missing = [each for each in wanted if each.missing is None and not is_made(root, each.name)]
    if not missing:
        return
    sizes = [release.megabytes for release in missing]
    needed = max(sizes, default=0) if tox_env.options.prune else sum(sizes)
    free = shutil.disk_usage(root).free // 10**6
    advice = "" if needed < free else "; too little: --prune removes each environment after its run"
    things = "environment" if len(missing) == 1 else "environments"
    print(f"disk: {len(missing)} {things} to make, about {needed} MB; {free} MB are free{advice}", flush=True)


@impl
def tox_before_run_commands(tox_env: ToxEnv) -> None:  # noqa: ARG001
    """Tell the table which releases it should have, so that one that could not even be built is not just absent."""
    os.environ["HARNESS_SELECTED"] = ",".join(_selected())


@impl
def tox_after_run_commands(tox_env: ToxEnv, exit_code: int, outcomes: object) -> None:  # noqa: ARG001
    """With ``--prune``, remove a TensorFlow environment when its run is over."""
    if tox_env.options.prune and tox_env.name.startswith("tf"):
        shutil.rmtree(tox_env.env_dir, ignore_errors=True)


def _selected() -> list[str]:
    return [name for name in _STATES[-1].envs.iter(only_active=True) if name.startswith("tf")]
