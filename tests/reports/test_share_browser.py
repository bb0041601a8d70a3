"""The supervisor's copy made by the page: the same file as the command's, refused for the same reasons."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.results import AuditResult, Span
from reports import share
from reports.html import render
from reports.veil import Secret
from tests.reports.conftest import SPY, Opener, answer, axe, watch
from tests.reports.result import held, large, result

pytestmark = pytest.mark.browser

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)  # months after the report was made
TICKS = "#show-form input[data-share]"


def named() -> AuditResult:
    """The student's result with two people in it, and one of them in several posts."""
    whole = result()
    posts = list(whole.posts)
    for at, text in ((1, "Marjorie Quill and Bo"), (3, "MARJORIE again: her hip, $& and $1"), (4, "Quill’s cousin Bo")):
        names = [name for name in ("Marjorie Quill", "MARJORIE", "Quill", "Bo") if name in text]
        spans = tuple(Span(text.index(name), text.index(name) + len(name), "person") for name in names[:2])
        posts[at] = replace(
            posts[at], text=text, context="", mentions=spans, findings=(replace(posts[at].findings[0], evidence=()),)
        )
    return replace(whole, posts=tuple(posts))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("share") / "report.html"
    path.write_text(render(named()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def opened(browser: Browser, path: Path) -> Iterator[Page]:
    """One window for the tests that only tick: to open the page takes longer than to use it."""
    context = browser.new_context()
    context.add_init_script(SPY)
    page = context.new_page()
    troubles: list[str] = []
    watch(page, troubles)
    page.goto(path.as_uri())
    answer(page)
    yield page
    assert troubles == []
    assert page.evaluate("window.__ran") == []
    context.close()


@pytest.fixture
def page(opened: Page) -> Page:
    opened.click("[data-do=show-none]")
    opened.uncheck("#show-short")
    return opened


def ready(made: AuditResult) -> list[share.Shareable]:
    """What the page has: the posts to remove or talk over."""
    actions = {post.key: post.action for post in made.posts}
    return [entry for entry in share.prepare(made) if actions[entry.post_key] in share.TALK]


def offered(page: Page) -> list[str]:
    """The decision keys in the order of the ticks on the page."""
    keys = page.evaluate("JSON.parse(document.getElementById('data').textContent).share.posts.map((post) => post[0])")
    return [keys[int(at)] for at in page.locator(TICKS).evaluate_all("(all) => all.map((one) => one.dataset.share)")]


def download(page: Page) -> bytes:
    page.clock.set_fixed_time(NOON)
    with page.expect_download() as waiting:
        page.click("#show-form button[type=submit]")
    assert waiting.value.suggested_filename == "posts-to-talk-over.html"
    return Path(waiting.value.path()).read_bytes()


def composed(made: AuditResult, keys: set[str], summary: bool = False, hold: bool = False) -> bytes:
    page = share.shell(made, NOON, summary, hold)
    whole = ready(made)
    return share.compose(page, [entry for entry in whole if entry.key in keys], whole, hold).encode()


def test_the_page_makes_the_same_file_as_the_command(page: Page) -> None:
    made, keys = named(), offered(page)
    assert len(keys) == len(ready(made))
    page.click("[data-do=show-all]")
    own = {entry.key for entry in ready(made) if entry.personal}
    assert own
    assert download(page) == composed(made, set(keys) - own)
    page.click("[data-do=show-none]")
    chosen = [key for key in keys if key not in own][3:6]
    for key in chosen:
        page.locator(TICKS).nth(keys.index(key)).check()
    page.check("#show-short")
    file = download(page)
    assert file == composed(made, set(chosen), summary=True)
    assert b'class="summary"' in file
    expect(page.locator("#show-said")).to_contain_text("with 3 posts")
    for entry in ready(made):
        for line in entry.lines:
            if entry.key not in chosen:
                assert line not in file.decode()


def test_letters_are_given_anew_for_each_choice(page: Page) -> None:
    text = page.locator("#show-posts li", has_text="her hip").inner_text()
    assert "Somebody again: her hip, $& and $1" in text
    for words in ("her hip", "cousin"):
        page.locator("#show-posts li", has_text=words).locator("input").check()
    file = download(page).decode()
    assert "Person A again: her hip, $&amp; and $1" in file
    assert "Person A’s cousin Person B" in file
    assert "quill" not in file.casefold()
    assert "marjorie" not in file.casefold()


def test_ticks_follow_decisions_until_the_person_ticks(window: Opener, path: Path) -> None:
    page = window(path=path)
    answer(page)
    own = page.locator("#show-own input[data-share]")
    assert own.count() >= 1
    expect(page.locator("#show-count")).to_have_text("Nothing is ticked yet.")
    page.focus("#p2")
    page.keyboard.press("4")
    assert page.locator(f"{TICKS}:checked").count() == 1
    expect(page.locator("#show-count")).to_contain_text("1 of")
    page.focus("#p3")
    page.keyboard.press("4")
    assert page.locator(f"{TICKS}:checked").count() == 2
    own.first.check()
    page.keyboard.press("j")
    page.keyboard.press("4")
    assert page.locator(f"{TICKS}:checked").count() == 3
    consider = [post.action for post in named().posts].index("consider")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.locator(f"#p{consider} input[value=ask]").check()
    expect(page.locator("#show-away")).to_contain_text("1 post that you want to ask about is not in this list.")


def test_by_keyboard_alone(page: Page) -> None:
    page.focus("[data-do=show-none]")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.focus("#show-short")
    page.keyboard.press("Tab")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    file = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert file.count("<article") == 1
    assert page.evaluate("document.activeElement.type") == "submit"


def test_nothing_ticked_is_said(page: Page) -> None:
    page.click("#show-form button[type=submit]")
    expect(page.locator("#show-said")).to_have_text("Tick at least one post first.")


@pytest.mark.parametrize("said", ["", "unsure"])
def test_on_hold_the_copy_says_nothing_of_removal(window: Opener, path: Path, said: str) -> None:
    page = window(path=path)
    if said:
        answer(page, claim=said)
    assert "Change nothing yet" in page.inner_text("#show .inset:visible")
    keys = offered(page)
    page.locator(TICKS).first.check()
    file = download(page)
    assert file == composed(named(), {keys[0]}, hold=True)
    assert '<article class="post">' in file.decode()
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", file.decode(), flags=re.DOTALL)
    assert "Worth removing" not in text
    assert "What it suggests to do" not in text
    assert "Change nothing yet" in text


def test_forced_hold(window: Opener) -> None:
    page = window("held")
    page.locator(TICKS).first.check()
    assert download(page) == composed(held(result()), {offered(page)[0]}, hold=True)


@pytest.mark.parametrize("summary", [False, True])
def test_axe_finds_nothing_in_the_copy(window: Opener, tmp_path: Path, summary: bool) -> None:
    file = tmp_path / "copy.html"
    few = {entry.key for entry in ready(named())[1:7]}
    file.write_bytes(composed(named(), few, summary, hold=summary))
    page = window(path=file, viewport={"width": 320, "height": 640}, color_scheme="dark" if summary else "light")
    assert page.locator("article").count() == 6
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe(page) == []


def test_ten_posts_in_short_print_on_two_pages(window: Opener, tmp_path: Path) -> None:
    file = tmp_path / "copy.html"
    few = {entry.key for entry in ready(named())[-10:]}  # with the longest post among them
    file.write_bytes(composed(named(), few, summary=True))
    assert max(len(entry.article) for entry in ready(named())[-10:]) > 15_000
    printed = window(path=file).pdf(prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2


def test_without_script_the_page_names_the_command(window: Opener, path: Path) -> None:
    page = window(path=path, java_script_enabled=False)
    assert "fit-to-post share FOLDER" in page.inner_text("#show")
    assert page.locator("#show-form").is_hidden()


def test_rows_come_in_portions(page: Page) -> None:
    rows = page.locator("#show-posts li:visible")
    whole = page.locator("#show-posts li").count()
    assert rows.count() == 20 < whole
    page.click("#show-posts [data-do=show-more]")
    assert rows.count() == whole
    assert page.evaluate("document.activeElement.dataset.place") == "21"
    assert page.locator("#show-posts [data-do=show-more]").is_hidden()


def tampered(page: str, change: Any) -> str:
    """The page with other data, as if the program had made a mistake."""
    block = re.search(r'(<script type="application/json" id="data">)(.*?)(</script>)', page, re.DOTALL)
    assert block
    data = json.loads(block[2])
    change(data["share"]["posts"])
    return page[: block.start(2)] + json.dumps(data).replace("<", "\\u003c") + page[block.end(2) :]


def test_a_survivor_is_refused_and_named_by_its_number(window: Opener, path: Path, tmp_path: Path) -> None:
    def leak(posts: list[Any]) -> None:
        row = next(row for row in posts if not row[1])
        row[2] = row[2].replace("</blockquote>", "<i title='mar&#106;orie'></i></blockquote>")
        row[4].append(["Marjorie", False])

    file = tmp_path / "report.html"
    file.write_text(tampered(path.read_text(encoding="utf-8"), leak), encoding="utf-8")
    page = window(path=file)
    answer(page)
    saved: list[object] = []
    page.on("download", lambda file: saved.append(file))
    page.click("[data-do=show-all]")
    page.click("#show-form button[type=submit]")
    expect(page.locator("#show-said")).to_contain_text("still in number 1.")
    assert "arjorie" not in page.inner_text("#show-said")
    page.locator(TICKS).first.uncheck()
    assert page.inner_text("#show-said") == ""
    assert download(page).count(b"<article") == len(offered(page)) - 1 - page.locator("#show-own li").count()
    assert len(saved) == 1


def test_a_withheld_line_is_refused(window: Opener, path: Path, tmp_path: Path) -> None:
    def leak(posts: list[Any]) -> None:
        posts[0][2] = posts[0][2].replace("</blockquote>", f"{posts[-1][5][0]}</blockquote>", 1)
        posts[-1][5] = posts[-1][5][:1]

    file = tmp_path / "report.html"
    file.write_text(tampered(path.read_text(encoding="utf-8"), leak), encoding="utf-8")
    page = window(path=file)
    answer(page)
    page.locator("[data-share='0']").check()
    page.click("#show-form button[type=submit]")
    expect(page.locator("#show-said")).to_contain_text("Not saved")


TRICKY = [
    ("Marjorie", False), ("marjorie", True), ("Straße", False), ("ΟΔΟΣ", False), ("Zoë", False), ("Zoe\u0308", False), ("O'Neil", False), ("C++", False),
    ("Will", True), ("Ng", True), ("(a|b)", False), ("$&", False), ("@kim_k", False), ("李", False), ("https://example.org/u?a=b&c=d", False),
    ("-", False), ("a.b*c", False), ("\\d", False), ("İpek", False), ("K", False), ("A", True), ("Jo\u200bhn", False), ("[x]", False), ("/", True),
    ("ﬁona", False), ("x{2}", False), ("नीता", False), ("½", True), ("two\nlines", False), ("cr\rhere", False),
]  # fmt: skip
PAGES = [
    "<p>Marjorie</p>", "<p>MARJORIE</p>", "<p>Marjoriette</p>", "<p>Marj<b>o</b>rie</p>", "<p>Marj&#111;rie &#x4d;arjorie</p>",
    "<a href='/Marj%6Frie'>x</a>", "<p>Mar%6jorie %zz %C3%A9 %C3 %</p>", "<p>STRASSE straße Strasse</p>", "<p>οδος οδοσ</p>", "<p>ZOE\u0308 zoë Zo&euml; Zo%C3%AB</p>",
    "<p>O&#39;Neil O&apos;NEIL O'Neill</p>", "<p>C++ C+++ C</p>", "<p>will WILL Will's I_Will Will_</p>", "<p>Ng NG Ngo</p>", "<p>(a|b) a b</p>",
    "<p>$&amp; $& &amp;amp;</p>", "<p>@kim_k x@kim_k @kim_k.</p>", "<p>李 李明</p>", "<p>https://example.org/u?a=b&amp;c=d https%3A%2F%2Fexample.org%2Fu%3Fa%3Db%26c%3Dd</p>",
    "<p>a.b*c aXbc</p>", "<p>\\d 5</p>", "<p>i̇pek İPEK ipek</p>", "<p>\u212a k K</p>", "<p>A a &Acirc;</p>", "<p>Jo\u200bhn Jo&#8203;hn JO&ZeroWidthSpace;HN John</p>",
    "<p>[x] / x{2}</p>", "<p>FIONA ﬁona</p>", "<p>नीता नीताजी</p>", "<p>½ 1½ 2</p>", "<p>two\nlines two lines marjorie - </p>", "<p>cr\rhere cr&#13;here cr\r\nhere</p>",
    "", "<", "<p title='a>b'>Marjorie</p>", "&notin; &notit; &lt;b&gt;Marj&lt;/b&gt;orie &copy &copyx", "&#128; &#xD800; &#1114112; &#0;", "\ufeffMarjorie %EF%BB%BFMarjorie", "\U0001d400 Marjorie\U0001d400",
]  # fmt: skip


@pytest.fixture(scope="module")
def functions(browser: Browser) -> Iterator[Page]:
    """A page with share.js's own functions and nothing else."""
    source = (Path(share.__file__).parent / "static" / "share.js").read_text(encoding="utf-8")
    context = browser.new_context()
    context.add_init_script(SPY)
    page = context.new_page()
    troubles: list[str] = []
    watch(page, troubles)
    page.goto("about:blank")
    page.add_script_tag(
        content=f"const data = {{ share: {{ posts: [] }} }};\n{source}\nwindow.searching = {{ survivors, letters, fold }};"
    )
    yield page
    assert troubles == []
    assert page.evaluate("window.__ran") == []
    context.close()


def test_both_searches_find_the_same(functions: Page) -> None:
    secrets = [Secret(text, exact) for text, exact in TRICKY]
    wanted = [list(pair) for pair in TRICKY]
    pairs = [(full, "") for full in PAGES] + [(full, PAGES[at - 1]) for at, full in enumerate(PAGES)]
    theirs = functions.evaluate(
        "([pairs, wanted]) => pairs.map(([full, bare]) => searching.survivors(full, bare, wanted))",
        [[list(pair) for pair in pairs], wanted],
    )
    ours = [[[s.text, s.exact] for s in share.survivors(full, bare, secrets)] for full, bare in pairs]
    for pair, there, here in zip(pairs, theirs, ours, strict=True):
        assert there == here, pair
    assert {tuple(one) for found in ours for one in found} == set(TRICKY)  # each is found somewhere


def test_both_fold_alike(functions: Page) -> None:
    """Every character that Python folds is folded to the same by the page, so that nothing slips through there."""
    every = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF and chr(c).casefold() != chr(c)]
    assert len(every) > 1_000
    pairs = [[character, character.casefold()] for character in every]
    differing = functions.evaluate(
        "(pairs) => pairs.filter(([a, b]) => searching.fold(a) !== searching.fold(b))", pairs
    )
    assert differing == []


@pytest.mark.parametrize("day", ["2026-01-31", "2026-10-02", "2026-12-29", "2028-02-29"])
def test_both_write_the_same_dates(page: Page, day: str) -> None:
    page.locator(TICKS).first.check()
    page.clock.set_fixed_time(f"{day}T08:00:00Z")
    with page.expect_download() as waiting:
        page.click("#show-form button[type=submit]")
    file = Path(waiting.value.path()).read_text(encoding="utf-8")
    ours = share.shell(named(), datetime.fromisoformat(f"{day}T08:00:00Z"))
    assert file.startswith(ours.split(share.SLOT)[0])
    assert file.endswith(ours.split(share.SLOT)[1])


def test_both_give_the_same_letters(functions: Page) -> None:
    pages = [f"\ue000{number * 7 % 60}\ue001 and \ue000{number}\ue001" for number in range(60)]
    assert functions.evaluate("(pages) => searching.letters(pages)", pages) == share.letters(pages)


def test_a_long_history_keeps_the_page_small() -> None:
    made = large()
    sharing = share.embedded(made)
    talk = sum(post.action in share.TALK for post in made.posts)
    assert len(sharing["posts"]) == share.MOST
    assert sharing["more"] == talk - share.MOST
    assert len(json.dumps(sharing)) < 3e6
    huge = replace(made, posts=tuple(replace(post, text=post.text + " word" * 50_000) for post in made.posts[:20]))
    assert 0 < len(share.embedded(huge)["posts"]) < 20


def test_the_page_says_when_there_are_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share, "MOST", 5)
    assert f"{len(ready(result())) - 5} more posts to talk over have no room on this page." in render(result())
