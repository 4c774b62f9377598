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
# Files that ``get_file`` is given by their names.
FILES: Mapping[str, str] = {
    "nietzsche.txt": "Nietzsche",
    "shakespeare.txt": "Shakespeare",
    "iris_training.csv": "Iris",
    "iris_test.csv": "Iris",
    "auto-mpg.data": "Auto MPG",
    "mnist.npz": "MNIST",
    "imdb.npz": "IMDB",
    "reuters.npz": "Reuters",
    "boston_housing.npz": "Boston housing",
    "imdb_word_index.json": "IMDB",
    "reuters_word_index.json": "Reuters",
    "train-images-idx3-ubyte.gz": "MNIST",
    "train-labels-idx1-ubyte.gz": "MNIST",
    "t10k-images-idx3-ubyte.gz": "MNIST",
    "t10k-labels-idx1-ubyte.gz": "MNIST",
    "dbpedia_csv.tar.gz": "DBpedia",
}
# Files by their names that ``--stand-in`` makes up for whoever downloads them by himself, beside these.
DOWNLOADED: Mapping[str, str] = {
    "mnist.pkl.gz": "MNIST",
    "mnist.pkl": "MNIST",
    "mnist_train.csv": "MNIST",
    "mnist_test.csv": "MNIST",
    "notMNIST.pickle": "notMNIST",
    "train_32x32.mat": "SVHN",
    "test_32x32.mat": "SVHN",
    "cifar-10-python.tar.gz": "CIFAR-10",
    "cifar-10-binary.tar.gz": "CIFAR-10",
    "cifar-100-python.tar.gz": "CIFAR-100",
    "letter.data.gz": "OCR letters",
    "ml-1m.zip": "MovieLens",
    "ml-100k.zip": "MovieLens",
    "ml-latest-small.zip": "MovieLens",
    "pg100.txt": "Shakespeare",
    "text8.zip": "text8",
    "simple-examples.tgz": "Penn Treebank",
    "ptb.train.txt": "Penn Treebank",
    "ptb.valid.txt": "Penn Treebank",
    "ptb.test.txt": "Penn Treebank",
    "imdb.pkl": "IMDB",
    "imdb.full.pkl": "IMDB",
    "aclImdb_v1.tar.gz": "IMDB",
    "smsspamcollection.zip": "SMS spam",
    "rt-polaritydata.tar.gz": "movie reviews",
    "glove.6B.zip": "GloVe",
    "lowbwt.dat": "births",
    "iris.data": "Iris",
    "housing.data": "Boston housing",
    "adult.data": "Adult",
    "adult.test": "Adult",
    "wine.data": "Wine",
    "winequality-red.csv": "Wine quality",
    "winequality-white.csv": "Wine quality",
    "pima-indians-diabetes.data": "Pima",
    "pima-indians-diabetes.csv": "Pima",
    "pima-indians-diabetes.data.csv": "Pima",
    "breast-cancer-wisconsin.data": "breast cancer",
    "airline-passengers.csv": "airline passengers",
    "international-airline-passengers.csv": "airline passengers",
    "flower_photos.tgz": "flower photographs",
    "17flowers.tgz": "17 flowers",
    "knifey-spoony.tar.gz": "knifey-spoony",
    "ADEChallengeData2016.zip": "ADE20K",
    "census-income.data": "census income",
    "census-income.test": "census income",
    "cats_and_dogs_filtered.zip": "cats and dogs",
    "imagenet-vgg-verydeep-16.mat": "weights of VGG16",
    "imagenet-vgg-verydeep-19.mat": "weights of VGG19",
    "vgg16.npy": "weights of VGG16",
    "vgg19.npy": "weights of VGG19",
    "vgg16_weights.npz": "weights of VGG16",
    "bvlc_alexnet.npy": "weights of AlexNet",
}
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


def stood_in(address: str) -> str:
    """Give the data set of which ``--stand-in`` makes up the file of an address; empty for none."""
    name = address.partition("?")[0].rpartition("/")[2]
    known = FILES.get(name) or DOWNLOADED.get(name, "")
    if address.partition("?")[0].endswith("tinyshakespeare/input.txt"):
        return "Shakespeare"
    return "Fashion-MNIST" if known == "MNIST" and "fashion" in address else known


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
