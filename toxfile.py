"""Plugin of tox for this project: interpreters that pyenv and uv installed are found without any setting.

tox loads this file before it has installed anything, so it keeps to the standard library.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from harness.interpreters import interpreter_folders

# Last, so that they only add what the machine did not already find.
os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), *map(str, interpreter_folders())])
# The commands of an environment run pytest in tox's own one, see tox.ini.
os.environ["HARNESS_HOST_PYTHON"] = sys.executable
