"""Data that a script would download: data sets by their loaders, and what it asks for by its address."""

import ast
import re
from collections.abc import Iterator

from harness.scripts.known_files import FILES, stood_in
from harness.survey.answers import Need, Wanting
from harness.survey.needs import loaders
from harness.survey.needs.loaders import NETWORK, STAND_IN, plain_name
from harness.survey.needs.reading import Place, Reading
from harness.survey.needs.tree import Tree, is_address
from harness.survey.needs.values import Values, argument

_WEB = ("http://", "https://", "ftp://")
_IDX = "train-images-idx3-ubyte.gz"
_SHELL = ("os.system", "os.popen", "subprocess.call", "subprocess.check_call", "subprocess.run")
_FETCH = re.compile(r"\b(?:wget|curl)\b.*?(?P<address>(?:https?|ftp)://[^\s'\";&|]+)")


def data_needs(reading: Reading, tree: Tree, values: Values) -> Iterator[Need]:
    """Give the data sets and addresses that a text asks for."""
    for call, place in reading.calls:
        name = plain_name(reading.name(call))
        found = _of_loader(name, call, place, tree, values) or _of_file(name, call, place, values)
        if found is not None:
            yield Need(Wanting.DATA, found[0], call.lineno, found[1])
        elif name:
            asked = addresses(reading, call, place, tree, values)
            yield from dict.fromkeys(_of_address(address, name, call.lineno) for address in asked)


def addresses(reading: Reading, call: ast.Call, place: Place, tree: Tree, values: Values) -> tuple[str, ...]:
    """Give the addresses that a call downloads, unless what they become lies there; one that is not known as a whole is
    given as far as it is."""
    name = reading.name(call)
    if name in _SHELL:
        words = call.args[0] if call.args else None
        parts = words.elts if isinstance(words, ast.List) else [words]
        text = " ".join(" ".join(values.texts(part, place.scope)) for part in parts)
        return tuple(match["address"] for match in _FETCH.finditer(text))
    if name in loaders.DOWNLOADS:
        number, word, target = loaders.DOWNLOADS[name]
        asked = argument(call, number, word)
        becomes = values.texts(argument(call, target, "filename", "out"), place.scope) if target is not None else ()
        if becomes and all(tree.has(each) for each in becomes):
            return ()
    elif name.startswith("pandas.read_"):
        asked = argument(call, 0, "filepath_or_buffer", "path_or_buf", "io")
    else:
        return ()
    if isinstance(asked, ast.Call) and reading.name(asked).endswith(".Request"):
        asked = argument(asked, 0, "url")
    if asked is None:
        return ()
    known = values.texts(asked, place.scope)
    begun = "" if known else values.begins(asked, place.scope)
    return tuple(each for each in (*known, f"{begun}...") if each.startswith(_WEB))


def _of_address(address: str, name: str, line: int) -> Need:
    known = stood_in(address)
    if known:
        return Need(Wanting.DATA, known, line, STAND_IN)
    # What a hub is asked for has more in its address than the script says.
    option = NETWORK if name.startswith("tensorflow_hub.") else f"--file {address}=PATH"
    return Need(Wanting.DATA, address, line, option)


def _of_loader(name: str, call: ast.Call, place: Place, tree: Tree, values: Values) -> tuple[str, str] | None:
    """A data set by the function that loads it."""
    parts = name.split(".")
    if name.startswith("tf.keras.datasets.") and len(parts) > 4 and parts[4] in ("load_data", "get_word_index"):
        return (loaders.KERAS[parts[3]], STAND_IN) if parts[3] in loaders.KERAS else (parts[3], NETWORK)
    if name.startswith(("tf.examples.tutorials.mnist", "tf.contrib.learn.")) and parts[-1] == "read_data_sets":
        return _of_mnist(call, place, tree, values)
    if name.startswith("tf.contrib.learn."):
        loaded = {"load_mnist": "mnist", "load_dbpedia": "dbpedia"}.get(parts[-1])
        asked = values.texts(argument(call, 0, "name"), place.scope) if parts[-1] == "load_dataset" else ()
        known = next((each for each in (loaded, *asked) if each in loaders.CONTRIB), None)
        return (loaders.CONTRIB[known], STAND_IN) if known else None
    if name.startswith("tf.keras.applications.") and parts[-1][:1].isupper():
        return _of_weights(parts[-1], call, place, values)
    return _of_another_package(name, parts, call, place, values)


def _of_mnist(call: ast.Call, place: Place, tree: Tree, values: Values) -> tuple[str, str] | None:
    fake = argument(call, 1, "fake_data")
    if isinstance(fake, ast.Constant) and fake.value is True:
        return None
    folders = values.texts(argument(call, 0, "train_dir"), place.scope)
    if folders and tree.has(f"{folders[0]}/{_IDX}"):
        return None
    return "MNIST", STAND_IN


def _of_weights(name: str, call: ast.Call, place: Place, values: Values) -> tuple[str, str] | None:
    """Weights of a model of Keras, which it downloads unless it is told otherwise."""
    weights = next((word.value for word in call.keywords if word.arg == "weights"), None)
    if weights is None and (len(call.args) > 1 or any(word.arg is None for word in call.keywords)):
        weights = call.args[1] if len(call.args) > 1 else ast.Name("?", lineno=0)
    asked = weights is None or values.of(weights, place.scope) == ("imagenet",)
    return (f"weights of {name}", STAND_IN) if asked else None


def _of_another_package(
    name: str, parts: list[str], call: ast.Call, place: Place, values: Values
) -> tuple[str, str] | None:
    first = values.texts(argument(call, 0, "name", "dataname", "info_or_id"), place.scope)
    if name.startswith("sklearn.datasets.fetch_"):
        if parts[-1] in ("fetch_openml", "fetch_mldata"):
            known = loaders.ARCHIVES.get(first[0].lower().replace("-original", " original")) if first else None
            return (known, STAND_IN) if known else (first[0] if first else parts[-1].removeprefix("fetch_"), NETWORK)
        if parts[-1] in loaders.SKLEARN:
            return loaders.SKLEARN[parts[-1]], STAND_IN
        return parts[-1].removeprefix("fetch_"), NETWORK
    if name in ("tensorflow_datasets.load", "tensorflow_datasets.builder"):
        asked = first[0].partition(":")[0].partition("/")[0] if first else "a data set of tensorflow_datasets"
        known = loaders.TFDS.get(asked) if parts[-1] == "load" else None
        return (known, STAND_IN) if known else (asked, NETWORK)
    if name == "nltk.download":
        return (f"{first[0]} of NLTK" if first else "data of NLTK", NETWORK)
    if name.startswith("tflearn.datasets.") and parts[-1] == "load_data":
        return loaders.KERAS.get(parts[2], parts[2]), NETWORK
    return None


def _of_file(name: str, call: ast.Call, place: Place, values: Values) -> tuple[str, str] | None:
    """A file that ``get_file`` or ``maybe_download`` of TensorFlow's own is asked for."""
    if name.startswith("tf.keras.utils.") and name.endswith(".get_file"):
        asked, origin = argument(call, 0, "fname"), argument(call, 1, "origin")
    elif name.startswith("tf.contrib.learn.") and name.endswith(".maybe_download"):
        asked, origin = argument(call, 0, "filename"), argument(call, 2, "source_url")
    else:
        return None
    address = values.texts(origin, place.scope) or ((f"{values.begins(origin, place.scope)}...",) if origin else ())
    names = [*values.texts(asked, place.scope), *(each.partition("?")[0].rpartition("/")[2] for each in address)]
    if any("titanic" in each for each in address) and any(each in ("train.csv", "eval.csv") for each in names):
        return "Titanic", STAND_IN
    known = next((FILES[each] for each in names if each in FILES), None)
    if known:
        return ("Fashion-MNIST" if known == "MNIST" and any("fashion" in each for each in address) else known), STAND_IN
    if address and is_address(address[0]) and not address[0].startswith("file:"):
        return address[0], f"--file {address[0]}=PATH"
    return None
