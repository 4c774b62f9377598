"""The damage that scrapers do to code, done on purpose."""

import re
from collections.abc import Callable

from harness.documents.restore.scan import scan


def no_indentation(text: str) -> str:
    return "".join(f"{line.strip()}\n" for line in text.splitlines())


def no_indentation_nor_blank_lines(text: str) -> str:
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())


def no_line_breaks(text: str) -> str:
    return " ".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def no_line_breaks_but_spaces(text: str) -> str:
    return " ".join(line for line in text.splitlines() if line.strip()) + "\n"


def two_lines_in_one(text: str) -> str:
    """Every fifth line that is no comment is taken to the one before it."""
    written: list[str] = []
    for number, line in enumerate(text.splitlines()):
        if number % 5 == 4 and line.strip() and written and written[-1].strip() and "#" not in written[-1] + line:
            written[-1] += f" {line.strip()}"
        else:
            written.append(line)
    return "".join(f"{line}\n" for line in written)


def curly_quotes(text: str) -> str:
    written, place = "", 0
    for token in scan(text):
        if token.kind == "string" and token.text[0] == '"' and not token.text.startswith('"""'):
            written += text[place : token.start] + f"“{token.text[1:-1]}”"
            place = token.end
    return written + text[place:]


def wide_punctuation(text: str) -> str:
    """Commas and brackets of code, not those between quotes."""
    written, place = "", 0
    for token in scan(text):
        if token.kind == "op" and token.text in ",():":
            written += text[place : token.start] + {",": "，", "(": "（", ")": "）", ":": "："}[token.text]
            place = token.end
    return written + text[place:]


def entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def numbers(text: str) -> str:
    return "".join(f"{number} {line}\n" for number, line in enumerate(text.splitlines(), 1))


def numbers_with_dots(text: str) -> str:
    return "".join(f"{number:02}. {line}\n" for number, line in enumerate(text.splitlines(), 1))


def numbers_in_brackets(text: str) -> str:
    return "".join(f"[{number}] {line}\n" for number, line in enumerate(text.splitlines(), 1))


def numbers_before(text: str) -> str:
    return "".join(f"{number}\n" for number in range(1, text.count("\n") + 1)) + text


def numbers_behind(text: str) -> str:
    return text + "".join(f"{number}\n" for number in range(1, text.count("\n") + 1))


def numbers_in_a_row(text: str) -> str:
    return "python " + " ".join(map(str, range(1, text.count("\n") + 1))) + "\n" + text


def prompts(text: str) -> str:
    return "".join(f"{'... ' if line[:1] in ' )]}' or not line else '>>> '}{line}\n" for line in text.splitlines())


def a_margin(text: str) -> str:
    return "".join(f"        {line}\n" for line in text.splitlines())


def tabs_and_spaces(text: str) -> str:
    """Every second indented line has a tab where the others have eight spaces or four."""
    return "".join(
        re.sub(r"^ {4}", "\t", line) + "\n" if number % 2 and line.startswith("    ") else f"{line}\n"
        for number, line in enumerate(text.splitlines())
    )


def wide_spaces(text: str) -> str:
    return "\ufeff" + re.sub(r"(?m)^ +", lambda match: "\u00a0" * len(match[0]), text)


def a_button(text: str) -> str:
    return f"{text}Copy code\n"


def a_sentence_behind(text: str) -> str:
    return f"{text}从结果可以看出,损失越来越小。\n"


DAMAGES: tuple[Callable[[str], str], ...] = (
    no_indentation,
    no_indentation_nor_blank_lines,
    no_line_breaks,
    no_line_breaks_but_spaces,
    two_lines_in_one,
    curly_quotes,
    wide_punctuation,
    entities,
    numbers,
    numbers_with_dots,
    numbers_in_brackets,
    numbers_before,
    numbers_behind,
    numbers_in_a_row,
    prompts,
    a_margin,
    tabs_and_spaces,
    wide_spaces,
    a_button,
    a_sentence_behind,
)
