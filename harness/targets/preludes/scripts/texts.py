"""The text of a script, or of the cells of a notebook."""

import json


def text_of(script):
    """Give the text of a script, or of the cells of a notebook; empty where it cannot be read."""
    try:
        with open(script, encoding="utf-8", errors="replace") as file:
            text = file.read()
        if not script.endswith(".ipynb"):
            return text
        book = json.loads(text)
        cells = book.get("cells") or [cell for sheet in book.get("worksheets", ()) for cell in sheet.get("cells", ())]
        return "\n".join("".join(cell.get("source", cell.get("input", ""))) for cell in cells)
    except (OSError, ValueError):
        return ""
