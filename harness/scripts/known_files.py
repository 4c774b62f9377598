"""Well-known files by their names: of which data set ``--stand-in`` makes them up."""

from collections.abc import Mapping

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
    "mnist_cluttered_60x60_6distortions.npz": "MNIST",
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


def stood_in(address: str) -> str:
    """Give the data set of which ``--stand-in`` makes up the file of an address; empty for none."""
    name = address.partition("?")[0].rpartition("/")[2]
    known = FILES.get(name) or DOWNLOADED.get(name, "")
    if address.partition("?")[0].endswith("tinyshakespeare/input.txt"):
        return "Shakespeare"
    return "Fashion-MNIST" if known == "MNIST" and "fashion" in address else known
