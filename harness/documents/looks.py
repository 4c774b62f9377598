"""What a line looks like where nothing says it: code, a comment in code, a line of a log, or prose."""

import ast
import re
import warnings
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from html import unescape


class Look(Enum):
    """What a line looks like; ``COMMENT`` may be a comment in code, or a heading of Markdown."""

    BLANK = "blank"
    CODE = "code"
    COMMENT = "comment"
    LOG = "log"
    PROSE = "prose"


NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?(?![\w])|\b(?:nan|inf)\b", re.IGNORECASE)
# Numbers in a log may be joined to what stands before and after them: ``loss:0.3``, ``第3次``, ``step3``.
_DIGITS = re.compile(r"[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?|[-+]?\.\d+|\bnan\b|\binf\b", re.IGNORECASE)

_NAME = r"[A-Za-z_]\w*"
_TARGET = rf"(?:\*?{_NAME}(?:\.{_NAME}|\[[^\]]*\])*|\([\w\s,.*]+\))"
_STATEMENTS = re.compile(
    rf"(?:import\s+{_NAME}[\w.]*(?:\s+as\s+{_NAME}|(?=\s*(?:[,;#]|$))|(?=\s+(?:import|from)\b))|from\s+\.*[\w.]*\s+import\s+[\w(*]"
    rf"|(?:async\s+)?(?:def|class)\s+{_NAME}\s*[(:]|(?:async\s+)?with\s.+:|(?:async\s+)?for\s+[\w\s,()*]+\s+in\s.+:|with\s+\S+\(.*"
    r"|(?:if|elif|while)\b.+:\s*(?:$|\S.*)|(?:else|try|finally)\s*:|except\b.*:"
    r"|(?:pass|break|continue)\s*(?:$|#)|return(?:$|\s+[\w\[({\"'-])[^.]*|raise\s+\w+|assert\s+\S+|del\s+\w+|global\s+\w+$"
    r"|print\s*(?:\(|[\"'])|print\s+[\w.]+(?:\s*,.*|\(.*|\s*%.*|\[.*)?$|print\s*$|@[A-Za-z_][\w.]*(?:\(.*)?$"
    rf"|{_TARGET}(?:\s*,\s*{_TARGET})*\s*,?\s*(?:=(?!=)|\+=|-=|\*=|/=|:\s*[\w.\[\]]+\s*=)\s*\S"
    rf"|{_NAME}(?:\.{_NAME}|\[[^\]]*\]|\([^()]*\))*\("
    r"|>>>(?:\s|$)|%{1,2}[a-z]\w+|!\w+|[)\]}]+[\s)\]},:;.\w(]*$)"
)
_SOMETHING_IN_IT = re.compile(r"[A-Za-z_\"']")
_COMMENT = re.compile(r"#(?!\d)|#\d")
# What programs write by themselves: reprs, tracebacks, messages of TensorFlow, progress of Keras.
_OUTPUT = re.compile(
    r"(?:<?tf\.)?Tensor\(|<tf\.|<tensorflow\.|array\(\[|\[(?:array\(|<tf\.)|\[\d+\]\d"
    r"|\[+\s*[-+]?[\d.][\d.eE+\-\s,\]]*(?:, (?:shape|dtype)=.*)?$|\([-+\d][-+\d.,\seE]*\)$"
    # Rows of an array, which have no commas behind them as a list has.
    r"|[\w ]+[=:]\s*\[\[[-+\d.eE\s]+\]$"
    r"|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.:]\d+: |[IWEF] ?(?:tensorflow|external|\d{4} )|(?:WARNING|INFO|ERROR)(?::|\s)"
    r"|Epoch \d+(?:/\d+)?\b|\d+/\d+ (?:\[|━)|Traceback \(|\w+(?:\.\w+)*(?:Error|Exception|Warning)(?:: |$)"
    r"|Instructions for updating|Model: \"|Layer \(type\)|[_=]{20,}$|Using TensorFlow backend"
    r"|\w+ \(\w+\)\s+\[?\(?(?:None|multiple)\b"
)
_LEFT_OUT = re.compile(r"[.。…·]{2,}|…+|⋮|\.\s\.\s\.")
_LABEL = re.compile(rf"{_NAME}\s*[:：=]")
_HEADING = re.compile(r"(?:the )?(?:out(?:put)?|results?|log|prints?|console|returns?|gives?)\b", re.IGNORECASE)
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_HANZI = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_ENGLISH = re.compile(
    r"\b(?:the|of|we|this|that|you|your|our|are|can|will|which|when|then|these|there|it)\b(?! *[=.\[(])"
)
_NAMED = re.compile(r"[A-Za-z_]\w*\s*[=:]\s*[-+]?\d[\d.e+-]*(?=[\s,;]|$)")
_SENTENCE = re.compile(r"[。？！；]|[A-Za-z]{3,}[.!?](?:\s|$)|，.*，")
_TENSOR = re.compile(r"^(?:tf\.)?Tensor\(|^array\(|^tf\.Tensor\(")


def look(line: str) -> Look:
    """Give what a line looks like by itself; of quotes and signs that a page has changed, as it was typed."""
    text = unescape(line).translate(_STRAIGHT).strip()
    if not text:
        return Look.BLANK
    if _COMMENT.match(text):
        return Look.COMMENT
    if is_output(text):
        return Look.LOG
    if is_statement(text):
        return Look.CODE
    if _repeats(shape(text)):
        return Look.LOG
    return Look.PROSE


def is_statement(text: str) -> bool:
    """Whether a line is a statement of Python, or the beginning of one, its indentation aside."""
    text = text.strip()
    if _is_named_call(text):
        return True
    return bool(_STATEMENTS.match(text)) and not _TENSOR.match(text) and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    """Whether a line that could begin a statement goes on as prose does, ``for each of the steps in which we``, or as a
    log, ``epoch = 50 loss = 2.5``."""
    outside = re.sub(r"#.*|'[^']*'|\"[^\"]*\"", "", text)
    if len(set(_ENGLISH.findall(outside))) > 1 or (len(_NAMED.findall(text)) > 1 and "(" not in text):
        return True
    # In Chinese only what is in quotes or a comment is none of the code, as far as the quotes are closed.
    return len(_HANZI.findall(outside)) > 1 and not re.search("['\"]", outside) and not is_python3(text)


def _is_named_call(text: str) -> bool:
    """Whether a line gives a name that is not in Latin letters a call or a list, as no formula in prose does."""
    return bool(re.match(r"[^\W\d]\w*\s*=\s*(?:[A-Za-z_][\w.]*\(|[\[{](?:$|[-\w'\"\[]))", text))


def is_output(text: str) -> bool:
    """Whether a line is what only a program writes: a repr, a message, progress."""
    return bool(_OUTPUT.match(text.strip()))


def shape(line: str) -> str:
    """Give a line with a sign in the place of each number: what a loop prints is of one shape."""
    return re.sub(r"\s+", " ", _DIGITS.sub("#", line)).strip()


def has_numbers(line: str) -> bool:
    """Whether there is a number in a line, joined to a word or not."""
    return bool(_DIGITS.search(line))


def is_mostly_numbers(line: str) -> bool:
    """Whether a line by itself could be of a log: a few words, and numbers with decimals, and no sentence;
    or numbers and nothing else."""
    text = line.strip()
    numbers = _DIGITS.findall(text)
    words = len(_WORD.findall(text)) + len(_HANZI.findall(text)) / 2
    decimals = max((len(each.partition(".")[2]) for each in numbers), default=0)
    if numbers and re.fullmatch(r"[\d\s.,eE+\-\[\]()]+", text):
        return True
    return bool(numbers) and decimals >= 3 and not _SENTENCE.search(text) and words <= 5 * len(numbers)


def is_left_out(line: str) -> bool:
    """Whether a line says that lines are left out, ``...``, or only announces those below it, ``w1:``."""
    text = line.strip()
    return bool(_LEFT_OUT.fullmatch(text) or (_LABEL.fullmatch(text) and not _HEADING.match(text)))


def is_log(lines: Sequence[str]) -> bool:
    """Whether lines that stand together are what a program printed, and none of it is code.

    ``loss: 0.3`` and ``[0.5, 0.25]`` are Python as well as output, so it is not enough that a text can be parsed.
    """
    filled = [line for line in lines if line.strip() and not is_left_out(line)]
    if not filled or not any(has_numbers(line) or is_output(line) for line in filled):
        return False
    shapes = [shape(line) for line in filled]
    counts = Counter(shapes)
    if is_python3("\n".join(lines)) and _does_something("\n".join(lines)) and len(set(shapes)) * 2 > len(shapes):
        return False
    commented = all(line.lstrip().startswith("#") for line in filled)
    return not commented and not any(
        is_statement(line) and not is_output(line) and counts[each] == 1
        for line, each in zip(filled, shapes, strict=True)
    )


def is_printed(lines: Sequence[str]) -> bool:
    """Whether a paragraph, which may well be prose, is what a program printed: lines of one shape with numbers."""
    filled = [line for line in lines if line.strip() and not is_left_out(line)]
    shapes = [shape(line) for line in filled]
    counts = Counter(shapes)
    of_log = [
        (counts[each] > 1 and has_numbers(line)) or is_output(line) or is_run_together(line)
        for line, each in zip(filled, shapes, strict=True)
    ]
    return (
        sum(of_log) * 3 >= len(filled) * 2 and is_log(lines) and (len(filled) > 1 or any(map(is_run_together, filled)))
    )


def is_python3(text: str) -> bool:
    """Whether Python 3 can read a text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True


def _does_something(text: str) -> bool:
    """Whether a text that can be parsed is more than values: it assigns, calls or imports."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        body = ast.parse(text).body
    return any(
        not isinstance(each, ast.Expr | ast.AnnAssign)
        or (isinstance(each, ast.AnnAssign) and each.value is not None)
        or (isinstance(each, ast.Expr) and isinstance(each.value, ast.Call) and not _TENSOR.match(ast.unparse(each)))
        for each in body
    )


def _repeats(of_shape: str) -> bool:
    """Whether a line holds one shape three times and more: a log whose line breaks are lost."""
    return len(of_shape) < 20_000 and bool(re.match(r"(?=[^#]*#)(.{6,200}?)(?: ?\1){2,}", of_shape))


def is_run_together(line: str) -> bool:
    """Whether a line holds a log whose line breaks are lost."""
    return _repeats(shape(line))
