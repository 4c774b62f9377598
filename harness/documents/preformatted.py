"""What stands preformatted in a document - in a fence, indented, in ``pre`` - as code, a log, or neither."""

import re
from collections.abc import Sequence

from harness.documents.counted_lines import without_counts
from harness.documents.document import SESSION, TABLE, Block, Kind, Line
from harness.documents.looks import Look, has_numbers, is_log, is_printed, is_python3, look
from harness.documents.plain import blocks_of_plain

PYTHON = frozenset(
    {"py", "python", "python2", "python3", "py2", "py3", "ipython", "ipython2", "ipython3", "tensorflow"}
)
_SESSIONS = frozenset({SESSION, "pycon3", "pytb", "doctest", "py3con", "python-repl", "default"})
_OUTPUTS = frozenset({"output", "stdout", "log", "result", "results", "out", "console-output"})
# What also stands where nobody named a language.
_NONE = frozenset(
    {"", "text", "txt", "plain", "plaintext", "none", "auto", "code", "console", "raw", "nohighlight", "no"}
)
_SHELLS = frozenset({"bash", "sh", "shell", "zsh", "console", "shell-session", "bat", "cmd", "powershell", "terminal"})
# Languages that nobody guesses in Python, and that TensorFlow is written in, too.
_CERTAIN = frozenset(
    {
        "javascript",
        "js",
        "typescript",
        "ts",
        "java",
        "c",
        "cpp",
        "c++",
        "cc",
        "cs",
        "csharp",
        "go",
        "r",
        "swift",
        "julia",
    }
    | {"json", "html", "diff", "xml", "protobuf"}
)
_OURS = re.compile(r"^\s*(?:import|from)\s+\w+|\btf\.", re.MULTILINE)
_PROMPT = re.compile(
    r"(?:\([\w.-]+\)\s*)?(?:\[?[\w.-]+@[\w.-]+[^$#%>]{0,80}[#$%]|[$❯➜]|%(?=\s+python))\s+\S|(?:\([\w.-]+\)\s*)?[A-Z]:\\[^>]*>"
    r"|(?:[$>]\s*)?(?:python|ipython)[\d.]*\s+(?:-\S+\s+)*\S+\.py\b"
)
# A command that runs a script, and no other, is followed by what the script printed.
_RUN = re.compile(r"\bi?python[\d.]*\s+(?:-\S+\s+)*[\w./~-]+|\./\S+\.py\b|%run\s|\bbazel run\b")
_IPYTHON = re.compile(r"In \[\d*\]:")


def language_of(name: str) -> str:
    """Give what a document calls a language in the words used here: ``python``, ``pycon``, its own."""
    name = name.lower().strip()
    if name in PYTHON:
        return "python2" if name in ("python2", "py2", "ipython2") else "python"
    return SESSION if name in _SESSIONS else name


def blocks_of_preformatted(lines: Sequence[Line], language: str, *, is_output: bool = False) -> tuple[Block, ...]:
    """Give preformatted lines as blocks, without blank lines at their ends: one, but where a log stands below code in
    the same one. ``is_output``: the document says that they are output. A text in another language is PROSE."""
    lines = _trimmed(without_counts(lines))
    language = language_of(language)
    if not lines:
        return ()
    texts = [line.text for line in lines]
    if is_output or language in _OUTPUTS:
        return _output(lines)
    if language == SESSION or any(text.lstrip().startswith(">>>") or _IPYTHON.match(text) for text in texts):
        return (Block(Kind.CODE, tuple(lines), SESSION),)
    if _PROMPT.match(texts[0].lstrip()) and language in _NONE | _SHELLS:
        runs = any(_PROMPT.match(text.lstrip()) and _RUN.search(text) for text in texts)
        output = _output(lines) if runs else ()
        return output or (Block(Kind.PROSE, tuple(lines), language or "console"),)
    if language not in _NONE and not language.startswith("python"):
        return _guessed(lines, language)
    return _code_or_log(lines, language if language.startswith("python") else "")


def _guessed(lines: Sequence[Line], language: str) -> tuple[Block, ...]:
    """Lines in another language. Many a highlighter guesses the language itself, and finds CSS in a log: what is Python
    or a log all the same is that."""
    texts = [line.text for line in lines]
    blocks = () if language in _CERTAIN | _SHELLS else _code_or_log(lines, "")
    python = any(block.kind is Kind.CODE and _OURS.search(block.text) for block in blocks)
    if python or (blocks and blocks[0].kind is Kind.PREFORMATTED and is_printed(texts)):
        return blocks
    return (Block(Kind.PROSE, tuple(lines), language),)


def _code_or_log(lines: Sequence[Line], language: str) -> tuple[Block, ...]:
    texts = [line.text for line in lines]
    if is_log(texts):
        return (Block(Kind.PREFORMATTED, tuple(lines)),)
    if is_python3("\n".join(texts)):
        return (Block(Kind.CODE, tuple(lines), language),)
    parts = blocks_of_plain(lines)
    kinds = [part.kind for part in parts]
    if Kind.CODE in kinds and Kind.PREFORMATTED in kinds[kinds.index(Kind.CODE) :]:
        return tuple(
            Block(part.kind, part.lines, part.language or language * (part.kind is Kind.CODE)) for part in parts
        )
    if language or Kind.CODE in kinds:
        # Prose in it is what is wrong with the code, a comment that was broken off: for others to see.
        is_code = language or sum(look(text) is Look.PROSE for text in texts) * 2 <= len(texts)
        return (Block(Kind.CODE if is_code else Kind.PREFORMATTED, tuple(lines), language),)
    return (Block(Kind.PREFORMATTED, tuple(lines)),)


def _output(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Output without the lines at which a shell was told to run something."""
    kept = _trimmed([line for line in lines if not _PROMPT.match(line.text.lstrip())])
    return (Block(Kind.OUTPUT, tuple(kept)),) if kept else ()


def _trimmed(lines: Sequence[Line]) -> Sequence[Line]:
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else ()


def table_block(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[Block, ...]:
    """Give the rows of a table, each with its line, as a block: a table of numbers, or prose where it has none."""
    lines = tuple(Line(number, "\t".join(cell.strip() for cell in cells)) for number, cells in rows if any(cells))
    if not lines:
        return ()
    numbers = any(has_numbers(cell) for _, cells in rows[1:] for cell in cells)
    return (Block(Kind.PREFORMATTED, lines, TABLE),) if numbers else (Block(Kind.PROSE, lines),)
