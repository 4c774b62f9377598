"""What a script of Python 2 finds as ``__python2__``: operators and functions as Python 2 had them.

Runs in the child before the script, in every Python from 3.6 on. Only what a translation asks for is in there, under
that one name: a library that looks for `unicode` to learn its Python still finds none. What belongs to modules is in
python2_modules.py, which runs after this.
"""

import builtins
import decimal
import functools
import importlib
import io
import math
import operator
import sys
import types

# --- division -------------------------------------------------------------------------------------------------------


def divide(left, right):
    """`left / right`: the floor for two integers, Python's or NumPy's, and else what the operands do with `/`.

    Tensors and Dimensions keep the method that Python 2 called, `__div__`.
    """
    if type(left) is float or type(right) is float and type(left) is int:
        return left / right if not hasattr(type(right), "__rdiv__") else right.__rdiv__(left)
    if _are_integers(left, right):
        return left // right
    for one, other, method in ((left, right, "__div__"), (right, left, "__rdiv__")):
        if hasattr(type(one), method) and not _is_array(one):
            result = getattr(one, method)(other)
            if result is not NotImplemented:
                return result
    return left / right


def divide_in_place(left, right):
    """`left /= right`, which changes an array that others hold, too."""
    if _is_array(left):
        return (operator.ifloordiv if _are_integers(left, right) else operator.itruediv)(left, right)
    if hasattr(type(left), "__idiv__"):
        return left.__idiv__(right)
    if hasattr(type(left), "__itruediv__") and not hasattr(type(left), "__div__"):
        return operator.itruediv(left, right)
    return divide(left, right)


def divide_item(holder, key, right):
    holder[key] = divide_in_place(holder[key], right)


def divide_attribute(holder, name, right):
    setattr(holder, name, divide_in_place(getattr(holder, name), right))


class _Index(object):
    def __getitem__(self, key):
        return key


def _is_array(value):
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, (numpy.ndarray, numpy.generic))


def _are_integers(left, right):
    if isinstance(left, int) and isinstance(right, int):
        return True
    if not (_is_array(left) or _is_array(right)):
        return False
    return all(_is_integer(each) for each in (left, right))


def _is_integer(value):
    if isinstance(value, (list, tuple)):
        value = sys.modules["numpy"].asarray(value)
    return isinstance(value, int) or (_is_array(value) and value.dtype.kind in "biu")


# AutoGraph calls what has these as it is; it could not read its source.
for _each in (divide, divide_in_place):
    _each.__ag_compiled = True
    _each.autograph_info__ = {}


# --- print, round, files --------------------------------------------------------------------------------------------


def print_(*values, **options):
    """`print a, b` or, with `newline=False`, `print a, b,`, whose line goes on with a space at the next print."""
    stream = options.get("to")
    stream = sys.stdout if stream is None else stream
    space = _take_space(stream)
    parts = []
    for value in values:
        text = _shown(value)
        parts += [" " * space, text]
        space = not (text[-1:].isspace() and text[-1:] != " " and isinstance(value, (str, bytes)))
    if options.get("newline", True):
        parts.append("\n")
        space = False
    if parts:
        stream.write("".join(parts))
    if space:
        _leave_space(stream)


def _shown(value):
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    text = str(value)
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _take_space(stream):
    space = bool(getattr(stream, "softspace", False))
    if space:
        stream.softspace = False
        vars(stream).pop("write", None)
    return space


def _leave_space(stream):
    """Python's own files forget the space at the next `write`; those of a script know nothing of it."""
    try:
        stream.softspace = True
    except AttributeError:
        return
    if isinstance(stream, io.IOBase):

        def write(text):
            _take_space(stream)
            return stream.write(text)

        stream.write = write


def round_(number, digits=0):
    """Half away from zero, of what the float really is, and a float."""
    number = float(number)
    if math.isnan(number) or math.isinf(number):
        return number
    with decimal.localcontext() as context:
        context.prec = 800
        unit = decimal.Decimal(1).scaleb(-int(digits))
        return math.copysign(float(decimal.Decimal(number).quantize(unit, decimal.ROUND_HALF_UP)), number)


def open_(name, mode="r", buffering=-1):
    """A file of text has no encoding in Python 2: what is not UTF-8 goes through as it is."""
    plain = mode.replace("U", "") or "r"
    plain = plain if plain[0] in "rwa" else "r" + plain
    if "b" in plain:
        return builtins.open(name, plain, buffering)
    newline = None if "U" in mode else "\n"
    return builtins.open(name, plain, buffering or 1, "utf-8", "surrogateescape", newline)


def decode(text, *encoding, **more):
    return text if isinstance(text, str) else text.decode(*encoding, **more)


# --- functions ------------------------------------------------------------------------------------------------------


def cmp(left, right):
    return (left > right) - (left < right)


def cmp_to_key(function):
    return functools.cmp_to_key(function) if function is not None else None


def reload(module):
    return module if module is sys else importlib.reload(module)


def execfile(path, *scopes):
    scopes = scopes or (sys._getframe(1).f_globals,)
    with builtins.open(path, "rb") as file:
        exec(compile(file.read(), path, "exec"), *scopes)


builtins.__python2__ = types.SimpleNamespace(
    divide=divide,
    divide_in_place=divide_in_place,
    divide_item=divide_item,
    divide_attribute=divide_attribute,
    index=_Index(),
    print_=print_,
    round=round_,
    open=open_,
    decode=decode,
    cmp=cmp,
    cmp_to_key=cmp_to_key,
    reload=reload,
    execfile=execfile,
    intern=sys.intern,
    reduce=functools.reduce,
)
