"""A browser for the page: one for the whole session, and windows that fail on anything a hostile post could cause."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from reports import FORMATS
from tests.reports.result import held, result

CHROMIUM = os.environ.get("FIT_TO_POST_CHROMIUM", "/usr/bin/chromium")
PATIENCE = 60_000  # milliseconds, for a machine that is busy with something else; what is there is not waited for
QUESTIONS = ("complaint", "investigation", "claim", "records")
# Whatever runs in the page that is not ours calls one of these; `__ran` also catches what a hostile post names itself
SPY = """
window.__ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'open', 'fetch'])
  window[name] = (...args) => { window.__ran.push(name + ' ' + args.join(' ').slice(0, 80)); };
addEventListener('securitypolicyviolation', (e) => window.__ran.push(`blocked ${e.violatedDirective} ${e.sourceFile}`));
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.fail(f"no browser at {CHROMIUM}: apt install chromium, or set FIT_TO_POST_CHROMIUM")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as driver:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        # Chromium refuses its sandbox to root
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"] if root else [])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages on disk, as a person has them."""
    folder = tmp_path_factory.mktemp("pages")
    whole = result()
    for name, page in (("report", whole), ("held", held(whole))):
        (folder / f"{name}.html").write_text(FORMATS["html"](page), encoding="utf-8")
    (folder / "between.htm").write_text("<!doctype html>", encoding="utf-8")
    return folder


Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def lasting(browser: Browser, folder: Path) -> Iterator[tuple[Page, list[str]]]:
    """A page for one test after another, and its troubles: to open a window takes longer than most tests do."""
    context = made(browser)
    page, troubles = context.new_page(), []
    watch(page, troubles)
    page.goto((folder / "between.htm").as_uri())
    yield page, troubles
    context.close()


@pytest.fixture
def window(browser: Browser, folder: Path, lasting: tuple[Page, list[str]]) -> Iterator[Opener]:
    """`window("report", **options of a browser context)` -> the page; at the end, nothing must have run, asked or called.

    The first of a test is the lasting page, with nothing saved, unless it has options or is to be the test's `own`, which a
    test needs that changes more than the page keeps to itself: other tabs, scripts, the media.
    """
    page, troubles = lasting
    with windows(browser, folder) as opener:

        def open_page(name: str = "report", path: Path | None = None, own: bool = False, **options: Any) -> Page:
            if own or options or page.url.endswith(".html"):
                return opener(name, path, **options)
            page.goto((path or folder / f"{name}.html").as_uri())
            return page

        yield open_page
    found = [*troubles, *page.evaluate("window.__ran ?? []")]
    troubles.clear()
    # Not another visit to the same address: the browser would bring back where it was and what was filled in
    page.evaluate("localStorage.clear()")
    page.goto((folder / "between.htm").as_uri())
    assert found == []


@pytest.fixture(scope="module")
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """One page with the questions answered, for checks that leave no decision behind."""
    with windows(browser, folder) as opener:
        page = opener()
        answer(page)
        yield page


def made(browser: Browser, **options: Any) -> BrowserContext:
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(SPY)
    return context


@contextmanager
def windows(browser: Browser, folder: Path) -> Iterator[Opener]:
    """Windows that are closed at the end, and must have been quiet."""
    contexts, troubles = [], []
    pages: list[Page] = []

    def open_page(name: str = "report", path: Path | None = None, **options: Any) -> Page:
        context = made(browser, **options)
        contexts.append(context)
        page = context.new_page()
        watch(page, troubles)
        pages.append(page)
        page.goto((path or folder / f"{name}.html").as_uri())
        return page

    yield open_page
    for page in pages:
        if not page.is_closed():
            troubles += page.evaluate("window.__ran ?? []")
    for context in contexts:
        context.close()
    assert troubles == []


def watch(page: Page, troubles: list[str]) -> None:
    """Notes every script error, dialog, console message, pop-up, and request for anything but the file itself."""
    page.on("pageerror", lambda error: troubles.append(f"error {error}"))
    page.on("console", lambda message: troubles.append(f"console {message.text}"))
    page.on("popup", lambda popup: troubles.append(f"popup {popup.url}"))
    page.on(
        "request",
        lambda request: (
            troubles.append(f"request {request.url[:80]}") if not request.url.startswith(("file:", "blob:")) else None
        ),
    )

    def dialog(shown: Any) -> None:
        troubles.append(f"dialog {shown.message[:80]}")
        shown.dismiss()

    page.on("dialog", dialog)


def answer(page: Page, **answers: str) -> None:
    """Answers the four questions, "no" unless said otherwise."""
    for question in QUESTIONS:
        page.check(f"input[name={question}][value={answers.get(question, 'no')}]")
    page.click("#hold-form button[type=submit]")


def axe(page: Page, only: list[str] | None = None, contrast: bool = True) -> list[str]:
    """What axe-core finds on the page as it stands (WCAG 2.2 AA, best practices, or `only` these rules), as short lines.

    Contrast takes most of its time and is the same in every state, so it is looked at once in each set of colours.
    """
    page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if only:
        options["runOnly"] = {"type": "rule", "values": only}
    else:
        options |= {
            "runOnly": {"type": "tag", "values": tags},
            "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": contrast}},
        }
    found = page.evaluate("(options) => axe.run(document, options)", options)
    assert found["passes"], "axe looked at nothing"
    return [
        f"{v['id']}: {node['html'][:120]} ({node['failureSummary'][:200]})"
        for v in found["violations"]
        for node in v["nodes"]
    ]
