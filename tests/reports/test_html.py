"""report.html as text: everything is in it, and nothing in it that should not be."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from audit.results import AuditResult
from importers.posts import Coverage, NotAssessed
from reports import FORMATS
from reports.decisions import decision_key
from reports.html import BETWEEN, render
from reports.view import safe_url
from tests.reports.result import held, result, summarise

GOLDEN = Path(__file__).parent / "goldens" / "report.html"


@pytest.fixture(scope="module")
def page() -> str:
    return FORMATS["html"](result())


@pytest.fixture(scope="module")
def soup(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "html.parser")  # reads <noscript> as a browser without script does


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.get_text(" ").split())


def test_golden(page: str, update_golden: bool) -> None:
    if update_golden:
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(page, encoding="utf-8")
    assert page == GOLDEN.read_text(encoding="utf-8")


def test_every_finding_is_readable_without_script(soup: BeautifulSoup) -> None:
    whole = result()
    articles = soup.select("noscript article")
    assert len(articles) == len(whole.posts)
    for post, article in zip(whole.posts, articles, strict=True):
        text = words(article)
        for finding in post.findings:
            assert finding.title in text
            assert finding.why in text
            assert finding.advice in text
            assert finding.rule in text
            assert whole.concerns[finding.concern].title in text
            for clause in finding.clauses:
                assert clause.says in text
                assert clause.url in text


def test_every_post_shows_its_own_words(page: str) -> None:
    soup = BeautifulSoup(page, "html.parser")
    for post, article in zip(result().posts, soup.select("noscript article"), strict=True):
        if len(post.text) > 5_000:
            continue
        box = article.select(".words")[-1]
        for label in box.select(".label, .sr"):
            label.decompose()
        hidden = {f"U+{ord(c):04X}": c for c in post.text if f">U+{ord(c):04X}<" in str(box)}
        for control in box.select(".ctl"):
            control.replace_with(hidden[control.get_text()])
        assert box.get_text() == post.text


def test_evidence_is_marked_and_labelled(soup: BeautifulSoup) -> None:
    (lady,) = [a for a in soup.select("noscript article") if "first stroke" in a.get_text()]
    marks = [" ".join(mark.get_text().split()) for mark in lady.select("mark")]
    assert marks[:4] == ["lady (person)", "bay 3 (bed or ward)", "today (when)", "at 42 (age)"]
    (shared,) = [a for a in soup.select("noscript article") if "They want to" in a.get_text()]
    assert shared.select_one(".theirs mark") is not None


@pytest.mark.parametrize(
    ("kind", "text", "context", "label"),
    [
        ("follow", "", "Keep Them Out", "Whom you follow"),
        ("join", "", "Keep Them Out", "What you joined"),
        ("like", "", "Keep them out", "Other people’s words: what you liked"),
        ("share", "Worth a read", "Keep them out", "Other people’s words: what you shared"),
        ("post", "", "Keep them out", "Other people’s words"),
        ("post", "Worth a read", "Keep them out", "Other people’s words: not judged as yours"),
        ("post", "Tired.", "Sioned Example updated her status.", ""),
        ("comment", "Tired.", "Sioned Example commented on Iolo's photo.", "What the platform says about it"),
    ],
)
def test_words_beside_a_post_are_called_what_they_are(kind: str, text: str, context: str, label: str) -> None:
    bare = replace(result().posts[0], kind=kind, text=text, context=context, account="Sioned Example", findings=())
    page = BeautifulSoup(render(replace(result(), posts=(bare,))), "html.parser")
    assert [one.get_text() for one in page.select("article .whose")] == [label] * bool(label)


def test_a_label_is_shown_once_in_a_text_and_said_at_each_mark(soup: BeautifulSoup) -> None:
    repeats = 0
    for text in soup.select(".words"):
        shown = [label.get_text() for label in text.select("mark .label")]
        assert len(shown) == len(set(shown))
        for mark in text.select("mark"):
            said = re.search(r"\(([^()]+)\) ?$", mark.get_text())
            assert said, mark
            repeats += not mark.select(".label")
    assert repeats


def test_first_screen_says_it_in_numerals(soup: BeautifulSoup) -> None:
    spans = {span["class"][0]: words(span) for span in soup.select("h1 > span")}
    assert spans["s-clear"] == (
        "10 of 8,123 posts are worth removing; 16 to talk over; "
        "8 more we could not judge, as they are not in English; the other 8,089 can stay as far as we can tell."
    )
    assert spans["s-words"] == (
        "26 of 8,123 posts are worth a closer look; "
        "8 more we could not judge, as they are not in English; the other 8,089 can stay as far as we can tell."
    )
    assert spans["s-hold"].startswith("Change nothing yet. 26 of 8,123")


def test_no_finding_at_all_is_no_certificate() -> None:
    quiet = replace(result(), posts=(), summary=summarise((), 300), good_work=())
    text = words(BeautifulSoup(render(quiet), "html.parser"))
    assert "We found nothing to remove and nothing to talk over in 291 posts; 9 more we could not judge" in text
    assert "no certificate" in text
    assert "Some things could not be read or judged" in text


@pytest.mark.parametrize("make", [lambda whole: whole, held])
def test_posts_that_nobody_judged_are_not_said_to_be_fine(make: Callable[[AuditResult], AuditResult]) -> None:
    welsh = Coverage(not_assessed=[NotAssessed("posts in Welsh", 3, "We judge English only.")])
    foreign = make(replace(result(), posts=(), summary=summarise((), 3), good_work=(), coverage=welsh))
    text = words(BeautifulSoup(render(foreign), "html.parser"))
    assert "We could not judge any of your 3 posts, as they are not in English." in text
    assert "Look yourself through the posts that are not in English" in text
    for wrong in ("needs a closer look", "nothing that you need to do", "nothing to remove", "can stay as far"):
        assert wrong not in text.split("Keep on posting")[0]


def test_a_kept_post_in_another_language_is_labelled_as_not_judged() -> None:
    whole = result(all_posts=True)
    kept = replace(whole.posts[-1], language="cy")
    page = BeautifulSoup(render(replace(whole, posts=(kept,))), "html.parser")
    (tag,) = page.select("article .tag")
    assert tag.get_text() == "Not judged"


def test_no_posts_at_all() -> None:
    empty = replace(result(), posts=(), summary=summarise((), 0), good_work=(), coverage=Coverage())
    text = words(BeautifulSoup(render(empty), "html.parser"))
    assert "No posts were read." in text
    assert "ask for the export again" in text
    assert "nothing that you need to do" not in text


@pytest.mark.parametrize(
    "said", ["412", "posts in Polish", "data/spaces-<new>.js", "data/tweets.js#17", "Broken file.", "not known",
             "Dates were read as day before month.", "Advertising: nothing that you wrote.", "1,204"],
)  # fmt: skip
def test_says_what_was_not_read(soup: BeautifulSoup, said: str) -> None:
    assert said in words(soup.select_one("#read"))  # type: ignore[arg-type]


def test_policy_allows_the_one_style_and_the_one_script(page: str, soup: BeautifulSoup) -> None:
    policy = soup.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]  # type: ignore[index]
    parts = dict(part.strip().split(" ", 1) for part in str(policy).split(";"))
    assert parts["default-src"] == "'none'"
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert parts[directive] == f"'sha256-{digest}'"
    assert not soup.select("[style], [onclick], [onload], [onerror], link, img, iframe, object, embed, base")


def test_links_lead_to_own_posts_and_nowhere_else(soup: BeautifulSoup) -> None:
    own = {post.url for post in result().posts}
    for link in soup.select("a[href]"):
        href = str(link["href"])
        if not href.startswith("#"):
            assert href in own
            assert href.startswith("https://x.com/")
            assert link["rel"] == ["noreferrer", "noopener"]
            assert "x.com" in link.get_text()


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://example.org", "https://example.org/\" onclick=\"x", "//example.org",
     "data:text/html,x", "https://", "http://[::1", "https://a:b@example.org/", "https://example.org/\u202e", "ftp://example.org",
     "https://example.org/a b", "vbscript:x", "https://example.org/\n", "file:///etc/passwd", "blob:https://example.org/1",
     "https://example.org/" + "x" * 3_000],
)  # fmt: skip
def test_unsafe_addresses_are_no_links(url: str) -> None:
    assert safe_url(url) == ""
    post = replace(result().posts[0], url=url)
    assert '<a href="#p' not in render(replace(result(), posts=(post,))).split(BETWEEN)[1].split("</article>")[0]


def test_a_plain_address_is_a_link() -> None:
    assert safe_url("https://x.com/i/web/status/1?a=b#c") == "https://x.com/i/web/status/1?a=b#c"


def test_hold_leads_nobody_to_remove_anything() -> None:
    soup = BeautifulSoup(render(held(result())), "html.parser")
    for script in soup.find_all("script"):
        script.decompose()
    for control in soup.select("template"):
        control.decompose()
    text = words(soup.body)  # type: ignore[arg-type]
    for forbidden in ("Worth removing", "Remove it", "worth removing"):
        assert forbidden not in text
    assert text.index("Change nothing yet") < text.index("What to do next", 300)
    assert not soup.select(".way")


def test_the_four_questions_come_first_without_script(page: str) -> None:
    soup = BeautifulSoup(page, "html.parser")
    assert page.index('id="words-h"') < page.index('id="next"') < page.index('id="articles"')
    assert len(soup.select(".callout.s-words ol li")) == 4


def test_freedom_of_speech_stands_beside_every_self_disclosure(soup: BeautifulSoup) -> None:
    for post, article in zip(result().posts, soup.select("noscript article"), strict=True):
        about = any(f.concern == "self-disclosure" for f in post.findings)
        assert ("Article 10" in article.get_text()) == about


def test_support_and_telling_someone(soup: BeautifulSoup) -> None:
    assert "116 123" in words(soup.select_one(".helplines"))  # type: ignore[arg-type]
    assert soup.select_one("#tell") is not None
    kind = replace(result(), posts=tuple(p for p in result().posts if p.action == "consider"))
    calm = BeautifulSoup(render(kind), "html.parser")
    assert calm.select_one("#tell") is None


def test_an_edited_post_asks_again() -> None:
    post = result().posts[0]
    same = replace(result(), decisions={decision_key(post): {"decision": "keep"}})
    edited = replace(result(), decisions={f"{post.key}#0000000000000000": {"decision": "keep"}})
    assert "its words have changed since" not in render(same).split(BETWEEN)[1]
    assert "its words have changed since" in render(edited).split(BETWEEN)[1]


def test_data_block_cannot_be_left(page: str) -> None:
    (block,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert "<" not in block
    assert len(json.loads(block)["posts"]) == len(result().posts)


def test_page_is_pure(page: str) -> None:
    assert render(result()) == page


@pytest.mark.parametrize("whole", [result(all_posts=True), held(result())])
def test_ids_are_unique_and_headings_in_order(whole: AuditResult) -> None:
    soup = BeautifulSoup(render(whole), "html.parser")
    ids = [str(tag["id"]) for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    levels = [int(tag.name[1]) for tag in soup.select("main h1, main h2, main h3, main h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_kept_posts_beyond_what_a_page_can_hold_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = result(all_posts=True)
    assert "they are too many for this page" not in render(whole)
    monkeypatch.setattr("reports.html.MOST_KEPT", 1)
    text = render(whole)
    assert "2 more posts that can stay are in report.json; they are too many for this page." in text
    assert text.count('<article class="post keep"') == 1
    assert text.count('<article class="post review"') == 16


def test_a_month_without_a_date_is_in_no_picture(soup: BeautifulSoup) -> None:
    assert "" in result().summary.by_month
    assert all(re.fullmatch(r"month=\d{4}-\d\d", str(a["data-filter"])) for a in soup.select("svg.calendar a"))
    assert len(soup.select("svg.calendar a")) == sum(
        1 for n in result().summary.by_month.items() if n[0] and sum(v for k, v in n[1].items() if k != "keep")
    )
