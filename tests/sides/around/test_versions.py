"""Packages that a script takes without importing them, and versions that still have what it calls."""

import pytest

from harness.sides.around.versions import packages_by_use


@pytest.mark.parametrize(
    ("text", "modules", "packages"),
    [
        ("b = scipy.misc.imresize(a, [84, 84])\n", {"scipy"}, {"scipy": "<1.2", "PIL": ""}),
        ("from scipy.misc import imread, imsave\n", {"scipy"}, {"scipy": "<1.2", "PIL": ""}),
        ("from scipy.misc import derivative\n", {"scipy"}, {}),
        ("from sklearn.cross_validation import train_test_split\n", {"sklearn"}, {"sklearn": "<0.20", "scipy": ""}),
        ("from sklearn import cross_validation\n", {"sklearn"}, {"sklearn": "<0.20", "scipy": ""}),
        ("from sklearn.externals import joblib\n", {"sklearn"}, {"sklearn": "<0.23", "scipy": ""}),
        ("from joblib.pool import MemmapingPool\n", {"joblib"}, {"joblib": "<0.12"}),
        ("image = plt.imread('a.jpg')\n", {"matplotlib"}, {"PIL": ""}),
        ("plt.savefig('a.jpg')\n", {"matplotlib"}, {"PIL": ""}),
        ("model.save_weights('a.h5')\n", {"keras"}, {"h5py": "<3"}),
        ("model.save_weights('a.h5')\n", {"chainer"}, {}),
        ("pd.read_excel('a.xlsx')\n", {"pandas"}, {"xlrd": "<2"}),
        ("env = gym.make('Breakout-v0')\n", {"gym"}, {"scipy": "", "atari_py": ""}),
        ("env = gym.make('CartPole-v0')\n", {"gym"}, {"scipy": ""}),
        ("sns.set()\n", {"seaborn"}, {"matplotlib": "", "pandas": "", "scipy": ""}),
        ("env = gym.make('LunarLander-v2')\n", {"gym"}, {"scipy": "", "Box2D": ""}),
    ],
)
def test_what_a_text_calls_tells_packages_and_versions(text: str, modules: set[str], packages: dict[str, str]) -> None:
    assert dict(packages_by_use(text, modules)) == packages
