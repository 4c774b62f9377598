"""Packages by the names under which they are imported, where the two differ."""

from collections.abc import Mapping

# Import name to the name on PyPI; all others are taken to be the same.
_DISTRIBUTIONS: Mapping[str, str] = {
    "Bio": "biopython",
    "Box2D": "box2d-py",
    "Crypto": "pycryptodome",
    "IPython": "ipython",
    "MySQLdb": "mysqlclient",
    "OpenSSL": "pyopenssl",
    "PIL": "pillow",
    "absl": "absl-py",
    "atari_py": "atari-py",
    "attr": "attrs",
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python-headless",
    "dateutil": "python-dateutil",
    "docx": "python-docx",
    "dotenv": "python-dotenv",
    "git": "gitpython",
    "google.protobuf": "protobuf",
    "grpc": "grpcio",
    "magic": "python-magic",
    "mpl_toolkits": "matplotlib",
    "pkg_resources": "setuptools",
    "png": "pypng",
    "pylab": "matplotlib",
    "serial": "pyserial",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "slugify": "python-slugify",
    "sonnet": "dm-sonnet",
    "tensorflow_addons": "tensorflow-addons",
    "tensorflow_datasets": "tensorflow-datasets",
    "tensorflow_hub": "tensorflow-hub",
    "tensorflow_probability": "tensorflow-probability",
    "tf_slim": "tf-slim",
    "yaml": "pyyaml",
    "zmq": "pyzmq",
}


def distribution_of(module: str) -> str:
    """Give the name on PyPI of what is imported as a module."""
    return _DISTRIBUTIONS.get(module, module)


def is_well_known(module: str) -> bool:
    """Whether a module is known to be of a package, whatever else the index may have under its name."""
    return module in _DISTRIBUTIONS


# What people call modules of their own. The index has packages of such names, which nobody means.
_OWN = frozenset({
    "common", "config", "data", "dataset", "helper", "helpers", "layers", "lib", "model", "models", "nets", "network",
    "networks", "ops", "test", "tools", "train", "util", "utils",
})  # fmt: skip


def is_name_of_ones_own(module: str) -> bool:
    """Whether a module is called as people call those of their own: no package of that name is what is imported."""
    return module in _OWN
