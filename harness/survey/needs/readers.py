"""Functions that read files: which of their arguments is the path."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Reader:
    """Where the path stands in a call, by number and names; the ``mode`` likewise, if it takes one, and what it is
    without; ``prefix``: the path is what several files' names begin with. ``many``: it may be a list of paths."""

    number: int = 0
    names: tuple[str, ...] = ("file", "filename", "fname", "path")
    mode: int | None = None
    default: str = "r"
    prefix: bool = False
    many: bool = False


_OPEN = Reader(names=("file", "filename", "name"), mode=1)
_ONE = Reader()
_PANDAS = Reader(names=("filepath_or_buffer", "path_or_buf", "io", "path"))
_QUEUE = Reader(names=("string_tensor", "filenames"), many=True)

# By their full names, those of TensorFlow as tf.
FUNCTIONS: Mapping[str, Reader] = {
    **dict.fromkeys(("open", "io.open", "codecs.open", "gzip.open", "bz2.open", "gzip.GzipFile", "bz2.BZ2File"), _OPEN),
    **dict.fromkeys(("tf.gfile.Open", "tf.gfile.GFile", "tf.gfile.FastGFile", "tf.io.gfile.GFile"), _OPEN),
    **dict.fromkeys(("tf.platform.gfile.GFile", "tf.platform.gfile.FastGFile", "tf.platform.gfile.Open"), _OPEN),
    **dict.fromkeys(("zipfile.ZipFile", "tarfile.open", "tarfile.TarFile"), _OPEN),
    "h5py.File": Reader(mode=1, names=("name",), default="a"),
    **dict.fromkeys(("numpy.load", "numpy.loadtxt", "numpy.genfromtxt", "numpy.fromfile"), _ONE),
    **dict.fromkeys(("pandas.read_csv", "pandas.read_table", "pandas.read_excel", "pandas.read_json"), _PANDAS),
    **dict.fromkeys(("pandas.read_pickle", "pandas.read_hdf", "pandas.read_parquet", "pandas.read_feather"), _PANDAS),
    "PIL.Image.open": Reader(names=("fp",)),
    **dict.fromkeys(("cv2.imread", "imageio.imread", "skimage.io.imread", "scipy.misc.imread", "misc.imread"), _ONE),
    **dict.fromkeys(("scipy.ndimage.imread", "matplotlib.pyplot.imread", "matplotlib.image.imread"), _ONE),
    **dict.fromkeys(("scipy.io.loadmat", "scipy.io.wavfile.read", "librosa.load", "librosa.core.load"), _ONE),
    **dict.fromkeys(("joblib.load", "sklearn.externals.joblib.load", "xml.etree.ElementTree.parse"), _ONE),
    **dict.fromkeys(("os.listdir", "os.scandir", "tf.gfile.ListDirectory", "tf.io.gfile.listdir"), _ONE),
    **dict.fromkeys(("tf.read_file", "tf.io.read_file"), _ONE),
    **dict.fromkeys(("tf.train.string_input_producer", "tf.data.TextLineDataset", "tf.data.TFRecordDataset"), _QUEUE),
    **dict.fromkeys(("tf.contrib.data.TextLineDataset", "tf.contrib.data.TFRecordDataset"), _QUEUE),
    **dict.fromkeys(("tf.python_io.tf_record_iterator", "tf.compat.v1.io.tf_record_iterator"), _ONE),
    "tf.train.import_meta_graph": Reader(names=("meta_graph_or_file",)),
    **dict.fromkeys(
        ("tf.keras.models.load_model", "tf.keras.preprocessing.image.load_img"), Reader(names=("filepath",))
    ),
    "tf.train.load_checkpoint": Reader(names=("ckpt_dir_or_file",), prefix=True),
    "tf.train.NewCheckpointReader": Reader(names=("filepattern",), prefix=True),
    "tf.saved_model.load": Reader(2, ("export_dir",)),
    "tf.saved_model.loader.load": Reader(2, ("export_dir",)),
}
# Methods of objects, by their own names.
METHODS: Mapping[str, Reader] = {
    "restore": Reader(1, ("save_path",), prefix=True),
    "load_weights": Reader(names=("filepath",), prefix=True),
    "flow_from_directory": Reader(names=("directory",)),
    "load_word2vec_format": Reader(names=("fname",)),
}
# Writing, in the same words; of a prefix, whatever begins with it.
WRITERS: Mapping[str, Reader] = {
    **dict.fromkeys(("numpy.save", "numpy.savez", "numpy.savetxt", "numpy.savez_compressed"), _ONE),
    **dict.fromkeys(("tf.python_io.TFRecordWriter", "tf.io.TFRecordWriter"), _ONE),
    **dict.fromkeys(("os.makedirs", "os.mkdir", "tf.gfile.MakeDirs", "tf.gfile.MkDir", "tf.io.gfile.makedirs"), _ONE),
    **dict.fromkeys(("cv2.imwrite", "scipy.misc.imsave", "imageio.imwrite", "scipy.io.wavfile.write"), _ONE),
    **dict.fromkeys(("scipy.io.savemat", "joblib.load", "shutil.copyfile", "shutil.copy", "shutil.move"), _ONE),
    "joblib.dump": Reader(1),
    "urllib.request.urlretrieve": Reader(1),
}
WRITING_METHODS: Mapping[str, Reader] = {
    "to_csv": _PANDAS,
    "to_pickle": _PANDAS,
    "to_hdf": _PANDAS,
    "to_json": _PANDAS,
    "tofile": _ONE,
    "export_meta_graph": _ONE,
    "save_weights": Reader(names=("filepath",)),
    "savefig": _ONE,
}
# What puts files there whose names no text tells.
UNTOLD = frozenset(["extractall", "extract", "unpack_archive", "urlretrieve", "get_file", "copytree", "retrieve"])
