"""Foreign text in Markdown: what a script or a file says stands there as text, and is no markup of any kind."""

import re

# What begins emphasis, code, a cell, an entity or HTML; an underscore at the edge of a word, too; brackets make a
# link or an image with what follows their end.
_SPECIAL = re.compile(r"[\\`*<>&|~]|(?<![^\W_])_|_(?![^\W_])|\](?=[(\[:])")
# What makes the beginning of a line a heading, a list, a quotation or a rule.
_BEGINS = re.compile(r"^(\s*)([#+\-=]|\d+(?=[.)]))")
# What GitHub makes a link of by itself.
_LINK = re.compile(r"(?<=\w)(:)(?=//)|(?<=www)(\.)|(?<=\w)(@)(?=\w)", re.IGNORECASE)


def as_text(text: str) -> str:
    """Give one line of foreign text as Markdown that shows it character for character and does nothing."""
    escaped = _SPECIAL.sub(lambda found: {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(found[0], "\\" + found[0]), text)
    linkless = _LINK.sub(lambda found: f"&#{ord(found[0])};", escaped)
    return _BEGINS.sub(lambda found: f"{found[1]}&#{ord(found[2][0])};{found[2][1:]}", linkless)
