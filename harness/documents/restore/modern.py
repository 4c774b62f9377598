"""Statements of Python 2 written for the grammar of Python 3, to learn how they are built: never to run."""

import re

from harness.documents.restore.scan import tokens

_PRINT = re.compile(r"print(?=\s*[^\s=.,)(\]\[:]|\s*\()")
_EXCEPT = re.compile(r"(except\s+[^:]*?),\s*(\w+)\s*:")
_RAISE = re.compile(r"raise\s+([\w.]+)\s*,\s*(.+)")
_OLD_NUMBER = re.compile(r"0[0-7]+[lL]?|.*[lL]")
# What stands between statements of one line, and between a header and its body.
_ENDS = (";", ":")


def modernised(statement: str) -> str:
    """Give a logical line without comments for the grammar of Python 3: ``print x`` as ``print(x)``,
    ``except E, e`` as ``except E as e``, old numbers, ``<>`` and backquotes as their like."""
    pieces: list[str] = []
    piece = depth = 0
    for token in tokens(statement):
        if token.kind == "op":
            depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
            if depth == 0 and token.text in _ENDS:
                pieces += [_piece(statement[piece : token.start]), token.text]
                piece = token.end
    return _EXCEPT.sub(r"\1 as \2:", "".join([*pieces, _piece(statement[piece:])]))


def _piece(text: str) -> str:
    bare = text.strip()
    if not bare:
        return text
    lead = text[: len(text) - len(text.lstrip())]
    if bare == "print":
        return f"{lead}print()"
    if _PRINT.match(bare) and not _is_call(bare):
        bare = _print_call(bare[len("print") :].strip())
    elif re.match(r"exec\s+[^\s=.(]", bare):
        bare = f"exec({bare[4:].strip()})"
    elif match := _RAISE.fullmatch(bare):
        bare = f"raise {match[1]}({match[2]})"
    return lead + _tokens(bare)


def _print_call(values: str) -> str:
    """``>>f, x`` as ``file=f``, and the comma behind the last value, which goes on in the line, as ``end=" "``."""
    options = ""
    if values.endswith(",") and not values.startswith(">>"):
        values, options = values[:-1], ', end=" "'
    if values.startswith(">>"):
        depth = 0
        for token in tokens(values):
            depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
            if token.text == "," and depth == 0:
                return f"print({values[token.end :].strip()}, file={values[2 : token.start].strip()})"
        return f"print(file={values[2:].strip()})"
    return f"print({values}{options})"


def _is_call(statement: str) -> bool:
    """Whether ``print (…)`` ends where its bracket closes: then both Pythons read it as it stands."""
    depth = 0
    found = tokens(statement)
    if len(found) < 2 or found[1].text != "(":
        return False
    for number, token in enumerate(found[1:], 1):
        if token.kind == "op":
            depth += (token.text in "([{") - (token.text in ")]}")
        if depth == 0:
            return number == len(found) - 1
    return False


def _tokens(text: str) -> str:
    """Old numbers, ``<>``, backquotes and ``ur""``."""
    written, place, quoted = [], 0, False
    for token in tokens(text):
        new = token.text
        if token.kind == "number" and _OLD_NUMBER.fullmatch(new) and not new.lower().startswith("0x"):
            new = new.rstrip("lL")
            new = f"0o{new[1:]}" if re.fullmatch(r"0[0-7]+", new) and new.strip("0") else new
        elif new == "<>":
            new = "!="
        elif new == "`":
            new, quoted = (")" if quoted else "repr("), not quoted
        elif token.kind == "string" and new[:2].lower() == "ur":
            new = new[1:]
        written += [text[place : token.start], new]
        place = token.end
    return "".join([*written, text[place:]])
