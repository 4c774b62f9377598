"""A headless Chromium, where the machine has one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, sync_playwright

PHONE, DESKTOP = (390, 844), (1280, 900)
_NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Visit:
    """A page that is open, what it has asked for, and what its console says."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def visit(path: Path, size: tuple[int, int] = DESKTOP, *, dark: bool = False) -> Iterator[Visit]:
    """Open a page as a file. Skips the test where there is no Chromium, or none that starts."""
    chromium = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if chromium is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        except Error as error:
            pytest.skip(f"Chromium does not start: {error.message.splitlines()[0]}")
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        open_page = context.new_page()
        there = Visit(open_page)
        open_page.on("request", lambda request: there.requests.append(request.url))
        open_page.on("console", lambda message: there.complaints.append(message.text))
        open_page.on("pageerror", lambda error: there.complaints.append(str(error)))
        open_page.goto(path.resolve().as_uri())
        yield there
        browser.close()
