"""Foreign text made visible: what a script, a file or a person wrote, so that it can do nothing to a terminal."""

import re

# Controls of C0 but for tabs and ends of lines, DEL, C1; marks without a width, or that turn the direction of a text or
# end a line, which make it look like another one; halves of surrogates, which no encoding has.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    r"""Give a text with every character that is not seen, or does something, written as Python writes it: ``\x1b``,
    ``\u202e``. Tabs and ends of lines stay."""
    return _HIDDEN.sub(lambda found: _escaped(ord(found[0])), text)


def _escaped(number: int) -> str:
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
