"""What shows that a text which Python 3 can read is for Python 2: names, methods and modules that only that one has."""

import ast
from collections.abc import Iterator


def _words_of(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_NAMES = _words_of("xrange raw_input unicode basestring long unichr reduce reload cmp execfile file")
_MODULES = _words_of(
    "cPickle StringIO cStringIO Queue ConfigParser urllib2 urlparse httplib commands Tkinter tkMessageBox __builtin__",
    "thread SocketServer BaseHTTPServer SimpleHTTPServer cookielib HTMLParser copy_reg exceptions sets md5",
)
_OF_MODULES = {
    "urllib": _words_of("urlretrieve urlopen urlencode quote unquote quote_plus unquote_plus URLopener"),
    "itertools": _words_of("izip imap ifilter izip_longest ifilterfalse"),
    "string": _words_of("letters lowercase uppercase maketrans join split replace lower upper atoi atof"),
    "sys": _words_of("maxint setdefaultencoding exc_type exc_value"),
    "os": _words_of("getcwdu popen2 popen3"),
    "operator": _words_of("div isCallable sequenceIncludes"),
}
_METHODS = {"has_key": 1, "iteritems": 0, "itervalues": 0, "iterkeys": 0}
# pandas had iteritems() of its own, in Python 3, until 2.0.
_OF_PANDAS = "iteritems"
_LISTS = frozenset({"map", "filter", "zip"})
# What a script tries in order to learn its Python; a loop is none of it.
_ATTEMPTS = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr)


def python2_words(tree: ast.Module) -> tuple[str, ...]:
    """Give what in a tree only Python 2 has, but for what stands in a ``try`` or under a question for the version,
    as in scripts that run in both."""
    assigned, imports = frozenset(_assigned(tree)), frozenset(_imports(tree))
    bound, imported = assigned | imports, imports - assigned
    guarded = {id(node) for block in _guarded(tree) for part in block for node in ast.walk(part)}
    found = (word for node in ast.walk(tree) if id(node) not in guarded for word in _words(node, bound, imported))
    return tuple(dict.fromkeys(found))


def _words(node: ast.AST, bound: frozenset[str], imported: frozenset[str]) -> Iterator[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if name in _NAMES and name not in bound:
            yield name
        case ast.Import(names=names):
            yield from (each.name for each in names if each.name in _MODULES)
        case ast.ImportFrom(module=str(module), names=names, level=0):
            if module in _MODULES:
                yield module
            yield from (f"{module}.{each.name}" for each in names if each.name in _OF_MODULES.get(module, ()))
        case ast.Attribute(value=ast.Name(id=module), attr=name) if name in _OF_MODULES.get(module, ()):
            if module in imported:
                yield f"{module}.{name}"
        case ast.Call(func=ast.Attribute(value=holder, attr=name), args=arguments) if name in _METHODS:
            of_pandas = name == _OF_PANDAS and bound & {"pd", "pandas"}
            if len(arguments) == _METHODS[name] and name not in bound and not of_pandas and not _is_six(holder):
                yield name
        case ast.Expr(value=ast.Name(id="print")):
            yield "print statement"
        case ast.BinOp(left=ast.Call(func=ast.Name(id="print")), op=ast.Mod()):
            yield "print statement"
        case ast.BinOp(left=ast.Name(id="print"), op=ast.RShift()):
            yield "print statement"
        case ast.Expr(value=ast.Tuple(elts=[ast.Call(func=ast.Name(id="print")), *_])):
            yield "print statement"
        case ast.BinOp(left=left, op=ast.Add(), right=right) if _is_list(left) and _is_list(right):
            yield from (f"list from {name}()" for name in (_view(left), _view(right)) if name)
        case ast.Subscript(value=ast.Call(func=ast.Name(id=name))) if name in _LISTS - bound:
            yield f"list from {name}()"
        case ast.Call(func=ast.Name(id="len"), args=[ast.Call(func=ast.Name(id=name))]) if name in _LISTS - bound:
            yield f"list from {name}()"


def _view(node: ast.expr) -> str:
    """The method by which a dictionary gives what can be added up in Python 2 alone, empty for none."""
    match node:
        case ast.Call(func=ast.Attribute(attr=("items" | "keys" | "values") as name), args=[], keywords=[]):
            return name
    return ""


def _is_list(node: ast.expr) -> bool:
    return isinstance(node, ast.List | ast.ListComp) or bool(_view(node))


def _is_six(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "six"


def _assigned(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.alias):
            yield node.asname or node.name.partition(".")[0]


def _guarded(tree: ast.Module) -> Iterator[list[ast.stmt]]:
    """The blocks that run in one of the two Pythons only, or that may fail in one of them."""
    for node in ast.walk(tree):
        match node:
            case ast.Try(body=body, handlers=handlers) if all(isinstance(each, _ATTEMPTS) for each in body):
                if any(_catches_names(each) for each in handlers):
                    yield body
                    yield from (each.body for each in handlers)
            case ast.If(test=test, body=body, orelse=others) if _asks_for_version(test):
                yield body
                yield others


def _catches_names(handler: ast.ExceptHandler) -> bool:
    caught = "" if handler.type is None else ast.unparse(handler.type)
    named = ("ImportError", "NameError", "AttributeError", "ModuleNotFoundError", "Exception")
    return not caught or any(name in caught for name in named)


def _asks_for_version(test: ast.expr) -> bool:
    text = ast.unparse(test)
    return any(word in text for word in ("version_info", "sys.version", "PY2", "PY3", "python_version"))
