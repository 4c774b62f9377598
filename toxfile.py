"""Plugin of tox for this project: interpreters that pyenv and uv installed are found without any setting.

tox loads this file before it has installed anything, so it keeps to the standard library and to tox itself.
"""

import os
import sys
from pathlib import Path

from tox.config.sets import ConfigSet
from tox.plugin import impl
from tox.session.state import State
from tox.tox_env.api import ToxEnv

sys.path.insert(0, str(Path(__file__).parent))

from harness.interpreters import interpreter_folders

# Last, so that they only add what the machine did not already find.
os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), *map(str, interpreter_folders())])
# The commands of an environment run pytest in tox's own one, see tox.ini.
os.environ["HARNESS_HOST_PYTHON"] = sys.executable

_STATES: list[State] = []


@impl
def tox_add_core_config(core_conf: ConfigSet, state: State) -> None:  # noqa: ARG001  (tox names the arguments)
    """Keep the session: what it was asked to run is known only later."""
    _STATES.append(state)


@impl
def tox_before_run_commands(tox_env: ToxEnv) -> None:  # noqa: ARG001
    """Tell the table which releases it should have, so that one that could not even be built is not just absent."""
    names = [name for name in _STATES[-1].envs.iter(only_active=True) if name.startswith("tf")]
    os.environ["HARNESS_SELECTED"] = ",".join(names)
