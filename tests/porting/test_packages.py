"""Specification of what other packages no longer have, in a port."""

from pathlib import Path

import pytest

from harness.porting.draft import Aim
from harness.porting.draft_port import draft_port
from harness.porting.packages import with_packages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "import numpy as np\nx = np.zeros(3, np.bool)  # mask\n",
            "import numpy as np\nx = np.zeros(3, bool)  # mask\n",
        ),
        ("import numpy\nx = numpy.float(y)\n", "import numpy\nx = float(y)\n"),
        ("import numpy as np\nx = np.int32(y), np.float_(z)\n", "import numpy as np\nx = np.int32(y), np.float_(z)\n"),
        ("import time\nt = time.clock()\n", "import time\nt = time.perf_counter()\n"),
        ("import string\nx = string.letters\n", "import string\nx = string.ascii_letters\n"),
        ("x = frame.as_matrix()\n", "x = frame.values\n"),
        (
            "from sklearn.cross_validation import train_test_split\n",
            "from sklearn.model_selection import train_test_split\n",
        ),
        ("from scipy.sparse.linalg.eigen.arpack import eigsh\n", "from scipy.sparse.linalg import eigsh\n"),
        ("from sklearn.manifold.t_sne import TSNE\n", "from sklearn.manifold import TSNE\n"),
        ("from keras.utils import np_utils  # labels\n", "from keras import utils as np_utils  # labels\n"),
        ("from keras.utils import np_utils as ku\n", "from keras import utils as ku\n"),
        ("from keras.utils.np_utils import to_categorical\n", "from keras.utils import to_categorical\n"),
        ("from keras.utils import to_categorical\n", "from keras.utils import to_categorical\n"),
        ("import np_tools as np\nx = np.bool\n", "import np_tools as np\nx = np.bool\n"),
        ("import pandas as pd\nx = t.drop(['y'], 1)\n", "import pandas as pd\nx = t.drop(['y'], axis=1)\n"),
        ("import shop\nx = t.drop(['y'], 1)\n", "import shop\nx = t.drop(['y'], 1)\n"),
    ],
)
def test_names_of_the_time_become_those_of_today(old: str, new: str) -> None:
    assert with_packages(old) == new


def test_what_has_no_equal_is_marked() -> None:
    reason = (
        "# port: SciPy has no scipy.misc.imresize any more: imageio.v2.imread and imwrite, PIL.Image.resize (bicubic "
        "and nearest are other numbers than imresize gave)"
    )
    old = "import scipy.misc\ndef f(x):\n    return scipy.misc.imresize(\n        x, 2)\n"
    new = f"import scipy.misc\ndef f(x):\n    {reason}\n    return scipy.misc.imresize(\n        x, 2)\n"
    assert with_packages(old) == new
    assert with_packages(new) == new


@pytest.mark.parametrize("to", ["eager", "keras"])
def test_drafts_to_eager_and_keras_have_them_too(to: str) -> None:
    text = "import numpy as np\nimport tensorflow as tf\nx = tf.Variable(np.zeros([2, 2], np.float))\n"
    made = draft_port(text, to, Aim("2.15", Path()))
    assert "x = tf.Variable(np.zeros([2, 2], float))\n" in made.text
    assert "names of packages are those of today" in made.changes
