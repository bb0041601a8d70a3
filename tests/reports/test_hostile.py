"""Hostile words in every place of the page where words can stand: shown as text, and nothing runs, asks or calls."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.results import AuditResult, Note, PostResult, Span
from importers.posts import Coverage, Input, NotAssessed, Problem, Remark, Skipped
from reports import marking
from reports.decisions import decision_key
from reports.html import render
from tests.reports import hostile
from tests.reports.conftest import Opener, answer, watch
from tests.reports.result import NOW, finding, result, summarise

pytestmark = pytest.mark.browser

TEXTS = hostile.texts()
# Own and other people's words as the page shows them, less what the page adds: labels and places left out
SHOWN = """() => [...document.querySelectorAll('article.post')].map((post) => [...post.querySelectorAll('.words')].map((box) => {
  const copy = box.cloneNode(true);
  for (const ours of copy.querySelectorAll('.label, .sr, .cut')) ours.remove();
  return copy.textContent;
}))"""


def bad_result() -> AuditResult:
    posts = []
    for number, text in enumerate(TEXTS):
        other = TEXTS[(number * 7 + 1) % len(TEXTS)][:2_000]
        middle = len(text) // 2
        spans = (
            Span(0, max(1, middle), other[:60]),
            Span(middle, len(text) + 9, "words"),
            Span(0, min(len(other), 9), "theirs", "context"),
        )
        posts.append(
            PostResult(
                post_id=other[:50] + str(number),
                platform="x" if number % 3 else other[:40],
                account=text[:80],
                kind=("post", "share", "like", "reply", "message")[number % 5],
                created_at=NOW - timedelta(days=number),
                text=text,
                context=other,
                audience="public",
                url=text if number % 2 else f"https://x.com/{text}",
                media=(text[:50],),
                source=text[:50],
                action="delete" if number % 2 else "review",
                score=50,
                findings=(
                    finding("x", "confidentiality", "delete", spans, remark=text[:200], linked_posts=(other[:50],)),
                ),
                notes=(Note("support", text[:60], other[:60]),),
                language=text[:3],
                group='"><b>' if number < 4 else "",
            )
        )
    whole = replace(result(), posts=tuple(posts), good_work=tuple(replace(p, action="keep") for p in posts[:40]))
    bad = [text[:200] for text in TEXTS[:120]]
    return replace(
        whole,
        summary=summarise(whole.posts, 10),
        profession=bad[0],
        method={bad[1]: bad[2]},
        decisions={decision_key(posts[3]): {"decision": "ask", "reason": bad[3], "note": bad[4]}, bad[5]: {"decision": "keep"}},
        coverage=Coverage(
            inputs=[Input(text, text, text, 1, None, None) for text in bad],
            skipped=[Skipped(text, text, known=bool(n % 2)) for n, text in enumerate(bad)],
            problems=[Problem(text, text) for text in bad],
            remarks=[Remark(text, text) for text in bad],
            not_assessed=[NotAssessed(text, 1, text) for text in bad],
        ),
    )  # fmt: skip


@pytest.fixture(scope="module")
def bad() -> AuditResult:
    return bad_result()


@pytest.fixture(scope="module")
def bad_page(bad: AuditResult, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    path.write_text(render(bad), encoding="utf-8")
    return path


def expected(post: PostResult, within: str) -> str:
    """What a person should read: the shown parts, hidden characters as their numbers, ends of line as a browser has them."""
    text = post.context if within == "context" else post.text
    spans = [span for found in post.findings for span in found.evidence if span.within == within]
    parts = "".join(piece.text for piece in marking.pieces(text, spans))
    parts = marking._HIDDEN.sub(lambda m: f"U+{ord(m[0]):04X}", parts)
    return parts.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")


def check_texts(page: Page, bad: AuditResult) -> None:
    shown = page.evaluate(SHOWN)
    assert len(shown) == len(bad.posts)
    for post, boxes in zip(bad.posts, shown, strict=True):
        assert boxes[-1].lstrip("\n") == expected(post, "text")
        assert boxes[0].lstrip("\n") == expected(post, "context")
    assert (
        page.locator("img, iframe, object, embed, video, audio, form[action], base, link, marquee, math").count() == 0
    )
    for href in page.eval_on_selector_all("a[href]", "(links) => links.map((a) => a.getAttribute('href'))"):
        assert href.startswith("#") or re.fullmatch(r"https://x\.com/[!-~]*", href)


def test_at_least_two_hundred() -> None:
    assert len(set(TEXTS)) >= 200


def test_the_listener_would_hear_it(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_text(
        "<script>confirm(1)</script><img src='https://evil.example/x' onerror='nothing()'><a href='data:,x'>"
    )
    troubles: list[str] = []
    page = browser.new_page()
    watch(page, troubles)
    page.goto(path.as_uri())
    page.close()
    assert {trouble.split()[0] for trouble in troubles} >= {"dialog", "request", "error"}


def test_with_script(window: Opener, bad: AuditResult, bad_page: Path, tmp_path: Path) -> None:
    page = window(path=bad_page)
    answer(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.click("[data-group]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.evaluate("""() => {
      const all = [...document.querySelectorAll('#items article')].sort((a, b) => a.id.slice(1) - b.id.slice(1));
      document.getElementById('items').replaceChildren(...all);
    }""")
    check_texts(page, bad)
    # A decision about each, with hostile notes, from a file; then the plan, the table and the record
    notes = {
        decision_key(post): {"decision": "delete", "note": post.text[:500], "reason": "other", "at": "2026-02-01"}
        for post in bad.posts
    }
    notes |= {text[:100]: {"decision": "ask"} for text in TEXTS} | {"__proto__": {"decision": "ask"}}
    file = tmp_path / "decisions.json"
    file.write_text(json.dumps({"format": "fit-to-post-decisions", "version": 1, "decisions": notes}), encoding="utf-8")
    page.set_input_files("#load-file", file)
    expect(page.locator(".todo li")).to_have_count(len(bad.posts))
    page.click("[data-do=draw-up]")
    with page.expect_download() as download:
        page.click("#plan-csv")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == len(bad.posts) + 1
    for row in rows:
        assert len(row) == 10
        for cell in row:
            assert not re.match(r"\s*[=+\-@|%＝＋－＠\t\r\n]", cell)
    page.fill("input[type=search]", "<script>alert")
    assert page.locator("#items article").count() > 10


def test_without_script(window: Opener, bad: AuditResult, bad_page: Path) -> None:
    page = window(path=bad_page, java_script_enabled=False)
    check_texts(page, bad)


def test_a_file_that_is_no_decisions_file_changes_nothing(window: Opener, tmp_path: Path) -> None:
    page = window()
    answer(page)
    file = tmp_path / "decisions.json"
    for text in (
        "",
        "null",
        "[]",
        "{",
        '{"format": "fit-to-post-decisions", "version": 2, "decisions": {}}',
        "\x00" * 100,
    ):
        file.write_text(text)
        page.set_input_files("#load-file", file)
        expect(page.locator("#said")).to_contain_text("no decisions that we can read")
        page.evaluate("document.getElementById('said').textContent = ''")
    for odd in ('{"x": {"decision": "explode"}}', '{"x": null}', "[1]", '"x"', '{"x": {"decision": {}}}', "null"):
        file.write_text('{"format": "fit-to-post-decisions", "version": 1, "decisions": ' + odd + "}")
        page.set_input_files("#load-file", file)
        expect(page.locator("#said")).to_contain_text("No decision in this file")
        page.evaluate("document.getElementById('said').textContent = ''")
    assert page.inner_text("#progress-words") == "0 of 26 decided"
