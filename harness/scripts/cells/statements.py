"""Where a statement goes on over several lines, in a text that may not be Python yet."""

import re
from dataclasses import dataclass

_OUTSIDE = re.compile(r"'''|\"\"\"|['\"\[({\])}#]")


@dataclass(frozen=True)
class Unfinished:
    """What is open at the end of a line: brackets, a text, a backslash."""

    brackets: int = 0
    quote: str = ""
    backslash: bool = False

    def __bool__(self) -> bool:
        return bool(self.brackets or self.quote or self.backslash)

    def after(self, line: str) -> "Unfinished":
        """Give what is open after one more line."""
        brackets, quote, at = self.brackets, self.quote, 0
        while True:
            if quote:
                end = re.compile(r"(?:\\.|(?!" + quote + r").)*" + quote).match(line, at)
                if end is None:
                    # A text in one quote ends with its line, unless a backslash takes it on.
                    return Unfinished(brackets, quote if len(quote) == 3 or line.endswith("\\") else "")
                at, quote = end.end(), ""
            part = _OUTSIDE.search(line, at)
            if part is None or part[0] == "#":
                return Unfinished(brackets, "", part is None and line.endswith("\\"))
            at = part.end()
            if part[0][0] in "'\"":
                quote = part[0]
            else:
                brackets = max(0, brackets + (1 if part[0] in "[({" else -1))
