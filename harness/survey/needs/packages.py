"""Packages that a script imports, and that neither Python, TensorFlow's environment nor its own tree brings."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from harness.sides.around.above import folders_above
from harness.survey.answers import Need, Wanting
from harness.survey.needs.reading import Place, Reading
from harness.survey.needs.tree import Tree
from harness.survey.needs.values import Values, argument
from harness.words.distributions import distribution_of

# What later Pythons have no more.
_REMOVED = re.compile(
    r"aifc|asynchat|asyncore|audioop|binhex|cgi|cgitb|chunk|crypt|distutils|dummy_threading|_dummy_threading|"
    r"formatter|imghdr|imp|lib2to3|macpath|mailcap|msilib|nis|nntplib|ossaudiodev|parser|pipes|smtpd|sndhdr|spwd|"
    r"sunau|symbol|telnetlib|uu|xdrlib"
)
# Python 2's names, of which the translation takes care.
_PYTHON_2 = re.compile(
    r"cPickle|urllib2|urlparse|Queue|StringIO|ConfigParser|cStringIO|commands|Tkinter|tkMessageBox|tkFileDialog|"
    r"httplib|__builtin__|exceptions|sets|copy_reg|HTMLParser|cookielib|Cookie|xmlrpclib|SocketServer|"
    r"BaseHTTPServer|SimpleHTTPServer|thread|future_builtins|__python2__"
)
_TENSORFLOW = frozenset(["tensorflow", "tensorflow_core", "tensorboard"])
# What each environment has, whatever is known of its release.
_ALWAYS = frozenset(["numpy", "six", "protobuf", "setuptools", "wheel"])
# Names of files of people's own: packages that are called so are others.
_OWN = re.compile(
    r"util|utils|helper|helpers|model|models|data|dataset|datasets|config|configs|ops|layers|common|input_data|"
    r"data_utils|data_helpers|data_helper|data_loader|dataloader|reader|train|network|networks|net|nets|module|"
    r"modules|preprocess|preprocessing|params|hparams|settings|constants|loss|losses|evaluate|eval|test|tests|lib|"
    r"libs|src|code|tools|misc|func|functions|vgg|vgg16|vgg19|resnet|alexnet|cnn|rnn|lstm|gan|mnist|cifar10|"
    r"cifar10_input|plot|visualize|batch_utils|text_utils|trainer|image_utils|inference"
)
_RELEASES = ("version_info", "version", "platform", "TYPE_CHECKING", "PY2", "PY3")
_NAME = re.compile(r"^([A-Za-z0-9][\w.-]*)\s*(?:==|@|>=)", re.MULTILINE)


def packages_with(release: str, root: Path) -> frozenset[str]:
    """Give the canonical names of what the environment of a release (``1.15``) holds, by the constraints in a project's
    root; none for a release without."""
    try:
        text = (root / "constraints" / f"tf{release}.txt").read_text(encoding="utf-8")
    except OSError:
        return frozenset()
    return frozenset(canonical(name) for name in _NAME.findall(text))


def canonical(name: str) -> str:
    """Give the one name that a package has whichever way it is written: ``keras-applications``."""
    return re.sub(r"[-_.]+", "-", name).lower()


def package_needs(reading: Reading, tree: Tree, values: Values, brought: frozenset[str]) -> Iterator[Need]:
    """Give the packages that a text imports and that are not ``brought`` by the environment, and own modules that lie
    elsewhere."""
    added = _added_folders(reading, values)
    # A module of Python 2 finds those that lie beside it.
    tree = tree.looking_in(None if added is None else [*added, str(reading.path.parent.resolve())])
    for node, place in reading.imports:
        if place.catches("ImportError", "ModuleNotFoundError") or _asks_which_python(place):
            continue
        for module in _modules(node):
            first = module.partition(".")[0]
            if _is_python(first) or first in _TENSORFLOW or tree.has_module(module) or _is_ipython(first, reading.path):
                continue
            name = _distribution(module)
            if canonical(name) in brought or canonical(name) in _ALWAYS:
                continue
            if folders_above(tree.path, [module]):
                continue  # a run looks there, too
            above = tree.above_module(first)
            if above or _OWN.fullmatch(first):
                option = _as_module(tree.path, Path(above)) if above else "put it beside the script"
                what = first if above and not (Path(above) / f"{first}.py").exists() else f"{first}.py"
                yield Need(Wanting.FILE, what, node.lineno, option)
            else:
                yield Need(Wanting.PACKAGE, name, node.lineno, f"--with {name}")


def _as_module(script: Path, folder: Path) -> str:
    """How a script is run so that it finds what lies in a folder far above it."""
    name = ".".join(script.resolve().relative_to(folder.resolve()).with_suffix("").parts)
    return f'module = "{name}" in survey.toml'


def _is_python(module: str) -> bool:
    return module in sys.stdlib_module_names or any(each.fullmatch(module) for each in (_REMOVED, _PYTHON_2))


def _modules(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if node.level or not node.module:
        return []
    return [f"{node.module}.{node.names[0].name}" if node.module in ("google", "google.cloud") else node.module]


def _distribution(module: str) -> str:
    """``google`` is the name of no package, but of what many have in common."""
    parts = module.split(".")
    if parts[0] != "google":
        return distribution_of(parts[0])
    if parts[1:2] == ["cloud"]:
        return "-".join(parts[:3])
    return distribution_of(".".join(parts[:2])).replace(".", "-")


def _asks_which_python(place: Place) -> bool:
    words = {node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "") for node in _parts(place)}
    return not words.isdisjoint(_RELEASES)


def _parts(place: Place) -> Iterator[ast.AST]:
    for test, _ in place.tests:
        yield from ast.walk(test)


def _is_ipython(module: str, path: Path) -> bool:
    """A notebook is given what it asks of IPython."""
    return module in ("IPython", "ipywidgets") and path.suffix == ".ipynb"


def _added_folders(reading: Reading, values: Values) -> list[str] | None:
    """The folders that a script adds to where modules are looked for; None where one of them is not known."""
    found: list[str] = []
    for call, place in reading.calls:
        name = reading.name(call)
        if name not in ("sys.path.append", "sys.path.insert", "sys.path.extend"):
            continue
        known = values.texts(argument(call, 1 if name.endswith("insert") else 0), place.scope)
        if not known:
            return None
        found += known
    return found
