"""Loading a script, and what it gives: the records of its ``trace``, or else what it prints.

An experiment changes something before that: a patch is run first, or another text stands in for the script's own.
"""

import ast
import importlib
import importlib.machinery
import inspect
import io
import linecache
import os
import sys
import tokenize
import types
from typing import Any, Callable, Dict, List, Union  # noqa: F401  (Union: in a comment)

from _harness_worker import own_names, patching, scene
from _harness_worker.encode import Encoded, NotARecord, encode_record
from _harness_worker.naming import defines_trace, is_for_main

Record = Dict[str, Encoded]


def run_script(request: Dict[str, Any], write: Callable[[Record], None], see: Callable[[str, Any], None]) -> str:
    """Run a request's script, hand on its records; give ``trace`` or ``script``, the way in which it gave its log.
    ``see`` takes what preludes see it do, a kind and anything that JSON holds.

    Raises PatchError where its patch fails, NotARecord for what ``trace`` gave and should not have, and whatever the
    script raises.
    """
    path = request["script"]
    if request.get("source") is None:
        source = _read(path)  # type: Union[str, bytes]
    else:
        source = request["source"]
        _show_instead(path, source)
    scene.run_preludes(request, see)
    for patch, arguments in request.get("patched") or []:
        patching.apply(patch, arguments, request["script"])
    if request.get("patch"):
        patching.apply(request["patch"], request["arguments"], request["script"])
    own_names.give_way(sys.path[0], path)
    tree = ast.parse(source, path)
    if isinstance(source, bytes):
        _check_encoding(source, path)
    code = compile(source, path, "exec", dont_inherit=True)
    module = scene.module_of(request)
    if module or not defines_trace(tree):
        _run_as_main(path, code, module)
        return "script"
    trace = _load(path, tree, code)
    if trace is None:
        return "script"
    records = trace(**request["parameters"])
    try:
        iterator = iter(records)
    except TypeError:
        if inspect.iscoroutine(records):
            records.close()  # else Python warns that nobody awaited it
        if inspect.iscoroutine(records) or inspect.isasyncgen(records):
            raise NotARecord("trace() is an async def; make it a plain generator: def trace() that yields")
        raise NotARecord("trace() returned %s; it must yield records" % _kind(records))
    for record in iterator:
        try:
            encoded = encode_record(record)
        except NotARecord as error:
            raise NotARecord(_place(path, records) + str(error))
        write(encoded)
    return "trace"


def run_whole(path: str, source: "Union[str, None]") -> None:
    """Run another script to its end as ``__main__``, with its text where that is not the file's own. Raises whatever it
    raises."""
    text = _read(path) if source is None else source  # type: Union[str, bytes]
    if source is not None:
        _show_instead(path, source)
    own_names.give_way(sys.path[0], path)
    _run_as_main(path, compile(text, path, "exec", dont_inherit=True))


def texts(request: Dict[str, Any]) -> List[bytes]:
    """Give the texts that a run of this request goes by, as far as they can be read: the script's and its patches'."""
    found = [] if request.get("source") is None else [request["source"].encode("utf-8", "replace")]
    patches = [each for each, _ in request.get("patched") or []] + [request["patch"]] * bool(request.get("patch"))
    for path in [request["script"]] * (not found) + patches:
        try:
            found.append(_read(path))
        except OSError:
            continue  # the run meets the same error, and tells
    return found


def _read(path: str) -> bytes:
    with io.open(path, "rb") as file:
        return file.read()


def _check_encoding(source: bytes, path: str) -> None:
    """Raise the SyntaxError with which every Python refuses a file, and no ``compile``: bytes in a comment that are not
    UTF-8, where no line says of what encoding they are (PEP 263; Python 3.6 to 3.13)."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(_without_bad_bytes(source)).readline)
    if encoding not in ("utf-8", "utf-8-sig"):
        return
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        # The byte as Python shows it.
        shown, line = "\\x%02x" % source[error.start], source.count(b"\n", 0, error.start) + 1
        message = "Non-UTF-8 code starting with '%s' in file %s on line %d, but no encoding declared" % (
            shown,
            path,
            line,
        )
        raise SyntaxError(message + "; see https://peps.python.org/pep-0263/ for details", (path, line, 0, None))


def _without_bad_bytes(source: bytes) -> bytes:
    """The text, so that looking for its encoding does not end at bytes in its first two lines that are not UTF-8."""
    return source.decode("utf-8", "replace").encode("utf-8")


def _show_instead(path: str, source: str) -> None:
    """Have tracebacks and ``inspect``, and so AutoGraph, find this text where they look for the script's own."""
    lines = list(io.StringIO(source))
    update = linecache.updatecache

    def updatecache(filename: str, module_globals: Any = None) -> List[str]:
        # AutoGraph has files read anew.
        if filename != path:
            return update(filename, module_globals)
        linecache.cache[path] = (len(source), None, lines, path)
        return lines

    linecache.updatecache = updatecache  # type: ignore[assignment]
    updatecache(path)


def _run_as_main(path: str, code: types.CodeType, name: str = "") -> None:
    """Run a script, or with the ``name`` of a module that one as ``python -m`` does."""
    main = _module("__main__", path)
    main.__spec__ = None
    if name:
        main.__package__ = name.rpartition(".")[0]
        main.__spec__ = importlib.machinery.ModuleSpec(name, main.__loader__, origin=path)
        if main.__package__:
            importlib.import_module(main.__package__)
    try:
        exec(code, main.__dict__)
    except SystemExit as stop:
        # `sys.exit(main())` and `tf.app.run()` end good scripts, too.
        if stop.code not in (None, 0):
            raise


def _load(path: str, tree: ast.Module, code: types.CodeType) -> Any:
    """Run a script's text as a module and give its ``trace``; None for a plain script that uses the name otherwise,
    which has then been run to its end."""
    # No script's `__main__`; `multiprocessing` would look at the worker's.
    sys.modules["__main__"] = types.ModuleType("__main__")
    stem = os.path.splitext(os.path.basename(path))[0]
    # By its own name, what it defines can be pickled; but `random.py` must not stand in for the module that is loaded.
    module = _module("case " + stem if stem in sys.modules else stem, path)
    try:
        exec(code, module.__dict__)
        if callable(module.__dict__.get("trace")):
            return module.__dict__["trace"]
        tree.body = [node for node in tree.body if is_for_main(node)]
        module.__name__, sys.modules["__main__"] = "__main__", module
        exec(compile(tree, path, "exec", dont_inherit=True), module.__dict__)
    except SystemExit as stop:
        if stop.code not in (None, 0) or callable(module.__dict__.get("trace")):
            raise
    return None


def _module(name: str, path: str) -> types.ModuleType:
    loader = importlib.machinery.SourceFileLoader(name, path)
    module = types.ModuleType(name)
    module.__file__ = path
    module.__loader__ = loader
    module.__spec__ = importlib.machinery.ModuleSpec(name, loader, origin=path)
    sys.modules[name] = module
    return module


def _place(path: str, generator: Any) -> str:
    """``graph.py:12: ``, the line of the ``yield``."""
    frame = getattr(generator, "gi_frame", None)
    return "%s:%d: " % (os.path.basename(path), frame.f_lineno) if frame is not None else ""


def _kind(value: Any) -> str:
    return "None" if value is None else "a value of type %s" % type(value).__name__
