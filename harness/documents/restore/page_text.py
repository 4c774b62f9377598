"""Words of a page around its code: buttons, names of languages, counts."""

import re
from collections.abc import Sequence

from harness.documents.document import Line

_BUTTON = re.compile(
    r"\s*(?:copy(?: code| to clipboard)?|copied!?|复制(?:代码)?|复制代码|已复制"
    r"|view plain(?: ?copy)?|copy ?print\??|print\?|run"
    r"|\[?(?:python|py|python3|python2|ipython|code|plain|text|plaintext|console|output|bash|shell)\]?:?"
    r"|代码(?:如下)?[:：]?|运行|展开代码|收起|在这里插入图片描述|登录后复制|点击复制"
    r"|\*\s*\d+|view plain\s*copy\s*print\??)\s*",
    re.IGNORECASE,
)


def is_page_text(text: str) -> bool:
    """Whether a line is a button or a label, such as ``Copy code``."""
    return bool(text.strip()) and _BUTTON.fullmatch(text) is not None


def without_page_text(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines without buttons and labels before and behind them."""
    first, end = 0, len(lines)
    while first < end and (not lines[first].text.strip() or is_page_text(lines[first].text)):
        first += 1
    while end > first and (not lines[end - 1].text.strip() or is_page_text(lines[end - 1].text)):
        end -= 1
    found = any(is_page_text(line.text) for line in (*lines[:first], *lines[end:]))
    return tuple(lines[first:end]) if found else tuple(lines)
