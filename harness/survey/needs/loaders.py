"""Loaders of data sets that download: which of them the stand-ins answer, and how a person calls the data set."""

from collections.abc import Mapping

STAND_IN = "--stand-in"
NETWORK = "--network"
# Loaders of Keras, and what they load.
KERAS: Mapping[str, str] = {
    "mnist": "MNIST",
    "fashion_mnist": "Fashion-MNIST",
    "cifar10": "CIFAR-10",
    "cifar100": "CIFAR-100",
    "imdb": "IMDB",
    "reuters": "Reuters",
    "boston_housing": "Boston housing",
    "california_housing": "California housing",
}
# Those of tf.contrib.learn; iris and boston lie in the package.
CONTRIB: Mapping[str, str] = {"mnist": "MNIST", "dbpedia": "DBpedia"}
SKLEARN: Mapping[str, str] = {
    "fetch_california_housing": "California housing",
    "fetch_covtype": "Covertype",
    "fetch_olivetti_faces": "Olivetti faces",
    "fetch_lfw_people": "LFW people",
    "fetch_20newsgroups": "20 newsgroups",
}
# The same by the names that the archives give.
ARCHIVES: Mapping[str, str] = {"mnist_784": "MNIST", "mnist original": "MNIST", "fashion-mnist": "Fashion-MNIST"}
TFDS: Mapping[str, str] = {
    "mnist": "MNIST",
    "fashion_mnist": "Fashion-MNIST",
    "cifar10": "CIFAR-10",
    "imdb_reviews": "IMDB",
}
# What asks for an address: which argument that is, and which names the file that it becomes.
DOWNLOADS: Mapping[str, tuple[int, str, int | None]] = {
    "urllib.request.urlretrieve": (0, "url", 1),
    "urllib.urlretrieve": (0, "url", 1),
    "urllib.request.urlopen": (0, "url", None),
    "urllib.urlopen": (0, "url", None),
    "urllib2.urlopen": (0, "url", None),
    "six.moves.urllib.request.urlretrieve": (0, "url", 1),
    "six.moves.urllib.request.urlopen": (0, "url", None),
    "requests.get": (0, "url", None),
    "wget.download": (0, "url", 1),
    "tensorflow_hub.Module": (0, "spec", None),
    "tensorflow_hub.load": (0, "handle", None),
    "tensorflow_hub.KerasLayer": (0, "handle", None),
}


def plain_name(name: str) -> str:
    """Give a name of TensorFlow as ``tf.keras.datasets.mnist`` whichever way a script has imported it; Keras' own names
    are read as TensorFlow's."""
    for old, new in (
        ("tensorflow.compat.v1.", "tf."),
        ("tensorflow.compat.v2.", "tf."),
        ("tensorflow.python.", "tf."),
        ("tensorflow.contrib.keras.", "tf.keras."),
        ("tensorflow.", "tf."),
        ("keras.", "tf.keras."),
        ("tf_keras.", "tf.keras."),
    ):
        if name.startswith(old):
            return new + name.removeprefix(old).removeprefix("api.")
    return name
