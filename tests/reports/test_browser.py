"""The page in the distribution's Chromium: what a person does with it, from the four questions to the print."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from importers.posts import Input
from reports import decisions
from reports.html import render
from tests.reports.conftest import Opener, answer, axe
from tests.reports.result import large, result, summarise

pytestmark = pytest.mark.browser

CARDS = "#items article"


def seen(page: Page, where: str = "body") -> str:
    """All the text there, also of articles far below that the browser has not laid out yet."""
    page.evaluate("for (const one of document.querySelectorAll('article')) one.style.contentVisibility = 'visible'")
    return page.inner_text(where)


def show_all(page: Page) -> None:
    if page.locator("#clear").is_visible():
        page.click("#clear")


def count(page: Page) -> int:
    return int(page.inner_text("#count").split()[0].replace("All", page.inner_text("#count").split()[1]))


def test_questions_come_before_any_suggestion_to_remove(window: Opener) -> None:
    page = window()
    assert page.inner_text("h1").startswith("26 of 8,123 posts are worth a closer look;")
    assert "Worth removing" not in seen(page)
    assert page.locator(CARDS).count() == 0
    page.click("#hold-form button[type=submit]")
    expect(page.locator("#hold-error")).to_be_visible()
    assert page.evaluate("document.activeElement.name") == "complaint"
    answer(page)
    assert page.inner_text("h1").startswith("10 of 8,123 posts are worth removing; 16 to talk over;")
    assert seen(page, "#items").startswith("Worth removing")
    page.reload()
    assert page.inner_text("h1").startswith("10 of")  # the answers are kept


def test_hold(window: Opener) -> None:
    page = window()
    answer(page, claim="yes")
    assert page.inner_text("h1").startswith("Change nothing yet.")
    page.click("#held [data-do=ask-again]")
    answer(page, investigation="unsure")
    assert page.inner_text("h1").startswith("Change nothing yet.")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(CARDS).count() > 40
    text = seen(page).lower()
    for forbidden in ("worth removing", "what to do:", "remove it", "delete", "removal plan"):
        assert forbidden not in text
    assert "take advice first" in text
    assert "trade union" in text
    assert [" ".join(one.split()) for one in page.locator(CARDS).first.locator(".choice").all_text_contents()] == [
        "4 Ask somebody",
        "5 Keep it",
    ]
    page.focus(f"{CARDS} >> nth=0")
    page.keyboard.press("1")
    assert page.inner_text("#progress-words") == "0 of 26 decided"
    page.keyboard.press("4")
    assert page.inner_text("#progress-words") == "1 of 26 decided"
    page.click("#held [data-do=ask-again]")
    assert page.locator(CARDS).first.is_hidden()
    answer(page)
    assert page.inner_text("h1").startswith("10 of")


def test_forced_hold_asks_nothing(window: Opener) -> None:
    page = window("held")
    assert page.inner_text("h1").startswith("Change nothing yet.")
    assert page.locator("#hold-form").count() == 0
    assert page.locator(CARDS).count() > 10
    assert "Worth removing" not in seen(page)


def test_filters_search_and_order(page: Page) -> None:
    show_all(page)
    assert count(page) == 55
    page.check("#f-action input[value=delete]")
    assert count(page) == 10
    page.check("#f-action input[value=review]")
    assert count(page) == 26
    page.select_option("[name=platform]", "x")
    page.select_option("[name=year]", "2013")
    assert count(page) == 2
    assert seen(page, "#items").count("2013") == 2
    page.click("#clear")
    assert count(page) == 55
    for name, value, number in (
        ("concern", "self-disclosure", 5), ("audience", "private", 1), ("sure", "high", 10), ("decided", "yes", 0), ("year", "none", 1),
    ):  # fmt: skip
        page.select_option(f"[name={name}]", value)
        assert count(page) == number, name
        page.select_option(f"[name={name}]", "")
    page.fill("[name=search]", "LADY Abba")
    assert count(page) == 1
    page.fill("[name=search]", "when")  # a label and a heading of ours, no word of the person's
    assert "bay 3" not in seen(page, "#items")
    page.fill("[name=search]", "no such word")
    assert "No post fits" in page.inner_text("#items")
    page.click("#clear")
    page.select_option("[name=sort]", "old")
    first = str(page.locator(f"{CARDS} h3").first.text_content())
    page.select_option("[name=sort]", "new")
    assert "2011" in first
    assert "2024" in str(page.locator(f"{CARDS} h3").first.text_content())


def test_a_bar_filters_the_list(page: Page) -> None:
    show_all(page)
    page.click("a[data-filter='year=2014']")
    assert count(page) == 4
    assert page.evaluate("document.activeElement.id") == "count"
    page.click("a[data-filter='concern=confidentiality']")
    assert count(page) == 8
    page.focus("a[data-filter='month=2014-05']")
    page.keyboard.press("Enter")
    assert count(page) == 1
    assert "May 2014" in page.inner_text("#chips")
    page.click("#chips button")
    assert count(page) == 55
    page.click("#tell button")
    assert count(page) == 4


def test_near_duplicates_are_folded(page: Page) -> None:
    show_all(page)
    page.select_option("[name=concern]", "disrespect")
    listed = page.locator(CARDS).count()
    assert listed < count(page)
    page.click("[data-group='damn-bus']")
    assert page.locator(CARDS).count() == listed + 2
    page.locator(f"{CARDS}:has-text('this bus')").first.locator("input[value=keep]").check()
    page.locator("[data-group='damn-bus'] + button").click()
    expect(page.locator("#said")).to_have_text("Done for 2 more posts.")
    page.select_option("[name=decided]", "keep")
    assert count(page) == 3
    page.click("#undo")
    assert count(page) <= 55
    page.click("#clear")
    page.select_option("[name=decided]", "keep")
    assert count(page) == 1
    page.click("#undo")
    assert page.inner_text("#progress-words") == "0 of 26 decided"


def test_keyboard(window: Opener) -> None:
    page = window()
    answer(page)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "p0"
    page.keyboard.press("1")
    assert page.inner_text("#said") == "Remove it. 1 of 26 decided."
    page.keyboard.press("j")
    page.keyboard.press("5")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "p0"
    assert page.inner_text("#progress-words") == "2 of 26 decided"
    page.keyboard.press("u")
    assert page.inner_text("#progress-words") == "1 of 26 decided"
    page.keyboard.press("Control+z")
    assert page.inner_text("#progress-words") == "0 of 26 decided"
    for _ in range(40):  # past the first portion
        page.keyboard.press("j")
    assert int(page.evaluate("document.activeElement.id").strip("p")) > 20
    page.keyboard.press("/")
    page.keyboard.type("1u?")
    assert page.input_value("[name=search]") == "1u?"
    page.click("#clear")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.focus("#p0")
    page.keyboard.press("1")
    assert page.inner_text("#progress-words") == "0 of 26 decided"  # switched off


def test_decisions_survive_reload_and_travel_as_a_file(window: Opener, tmp_path: Path) -> None:
    page = window()
    answer(page)
    first = page.locator(CARDS).first
    first.locator("input[value=restrict]").check()
    first.locator("select").select_option("wrong-audience")
    first.locator("textarea").fill("=ask my tutor")
    page.locator(CARDS).nth(1).locator("input[value=ask]").check()
    page.locator(CARDS).nth(2).locator("input[value=delete]").check()
    page.locator(CARDS).nth(2).locator(".take-back").click()
    page.reload()
    assert page.inner_text("#progress-words") == "2 of 26 decided"
    first = page.locator(CARDS).first
    assert first.locator("input[value=restrict]").is_checked()
    assert first.locator("textarea").input_value() == "=ask my tutor"
    with page.expect_download() as download:
        page.click("[data-do=save-file]")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    read = decisions.parse(text)
    key = decisions.decision_key(result().posts[0])
    assert read[key]["decision"] == "restrict"
    assert read[key]["reason"] == "wrong-audience"
    assert len(read) == 2
    assert result().posts[0].text[:20] not in text

    file = tmp_path / "decisions.json"
    file.write_text(text, encoding="utf-8")
    fresh = window()
    answer(fresh)
    assert fresh.inner_text("#progress-words") == "0 of 26 decided"
    fresh.set_input_files("#load-file", file)
    expect(fresh.locator("#said")).to_have_text("2 decisions loaded.")
    assert fresh.inner_text("#progress-words") == "2 of 26 decided"
    edited = text.replace(key, key[:-4] + "0000").replace("x:1000", "x:77777")
    file.write_text(edited, encoding="utf-8")
    fresh.set_input_files("#load-file", file)
    expect(fresh.locator("#said")).to_contain_text("1 post has changed since; please decide again.")
    expect(fresh.locator("#said")).to_contain_text("1 is about a post that is not in this report.")


def test_carried_decisions_and_edited_posts(window: Opener, tmp_path: Path) -> None:
    whole = result()
    carried = {
        decisions.decision_key(whole.posts[0]): {
            "decision": "keep",
            "reason": "good-work",
            "at": "2026-01-01T00:00:00Z",
        },
        f"{whole.posts[1].key}#0000000000000000": {"decision": "keep"},
    }
    path = tmp_path / "report.html"
    path.write_text(render(replace(whole, decisions=carried)), encoding="utf-8")
    page = window(path=path)
    answer(page)
    assert page.inner_text("#progress-words") == "1 of 26 decided"
    assert page.locator("#p0 input[value=keep]").is_checked()
    assert "its words have changed since" in seen(page, "#p1")


def test_a_new_report_in_place_of_the_old_one_has_the_decisions_and_the_record(window: Opener, tmp_path: Path) -> None:
    whole, path = result(), tmp_path / "report.html"
    path.write_text(render(whole), encoding="utf-8")
    page = window(path=path, own=True)
    answer(page)
    page.focus("#p0")
    page.keyboard.press("2")
    page.focus("#p1")
    page.keyboard.press("5")
    page.locator("#r-will").fill("My own words")
    expect(page.locator("#progress-words")).to_have_text("2 of 26 decided")

    # Months later: one post is edited, one is gone, and an account has joined
    more = replace(whole.coverage, inputs=[*whole.coverage.inputs[1:], Input("reddit.zip", "reddit", "u/sioned")])
    edited = replace(whole.posts[1], text="Other words. " + whole.posts[1].text)
    posts = (whole.posts[0], edited, *whole.posts[3:])
    later = replace(whole, created_at=whole.created_at + timedelta(days=200), coverage=more, posts=posts)
    path.write_text(render(later), encoding="utf-8")
    page.reload()
    expect(page.locator("#hold-form")).to_be_visible()  # a complaint may have come since
    answer(page)
    expect(page.locator("#progress-words")).to_have_text("1 of 25 decided")
    assert page.locator("#p0 input[value=restrict]").is_checked()
    assert page.input_value("#r-will") == "My own words"
    page.locator("#r-will").fill("Newer words")
    page.reload()
    assert page.input_value("#r-will") == "Newer words"

    # Somebody else's report in the same folder knows nothing of it
    other = replace(later, coverage=replace(more, inputs=[Input("x.zip", "x", "@iolo_example")]))
    path.write_text(render(other), encoding="utf-8")
    page.reload()
    answer(page)
    assert page.inner_text("#progress-words") == "0 of 25 decided"
    assert page.input_value("#r-will") == ""

    path.write_text(render(whole), encoding="utf-8")
    page.reload()
    page.click("[data-do=forget]")
    page.click("[data-do=forget-yes]")
    path.write_text(render(later), encoding="utf-8")
    page.reload()
    answer(page)
    assert page.inner_text("#progress-words") == "0 of 25 decided"


def test_two_tabs(window: Opener) -> None:
    one = window(own=True)
    answer(one)
    two = one.context.new_page()
    two.goto(one.url)
    one.focus("#p0")
    one.keyboard.press("1")
    two.focus("#p1")
    two.keyboard.press("5")
    for page in (one, two):
        expect(page.locator("#progress-words")).to_have_text("2 of 26 decided")


def test_where_nothing_can_be_saved_the_page_says_so(window: Opener, folder: Path) -> None:
    page = window(own=True)
    page.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.reload()
    expect(page.locator("#cannot-save")).to_be_visible()
    answer(page)
    page.focus("#p0")
    page.keyboard.press("1")
    assert page.inner_text("#progress-words") == "1 of 26 decided"
    with page.expect_download() as download:
        page.click("[data-do=save-file]")
    assert len(decisions.parse(Path(download.value.path()).read_text(encoding="utf-8"))) == 1


def test_plan_table_and_record(window: Opener) -> None:
    page = window()
    answer(page)
    for key in ("1", "1", "3", "4", "1"):
        page.keyboard.press("j")
        page.keyboard.press(key)
    assert page.locator("#plan-live .todo li").count() == 4
    assert page.locator("#plan-live h3").last.inner_text() == "To talk over"
    page.locator("#plan-live input").first.check()
    assert "1 of 4 done." in page.inner_text("#plan-live")
    link = page.locator("#plan-live a[rel]").first
    assert link.get_attribute("href").startswith("https://x.com/")  # type: ignore[union-attr]
    with page.expect_download() as download:
        page.click("#plan-csv")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == 5
    assert [row[0] for row in rows] == ["Done", "Yes", "No", "No", "No"]
    assert any("Activity log" in row[7] for row in rows)
    page.click("[data-do=draw-up]")
    record = " ".join(page.locator("#record textarea").evaluate_all("(all) => all.map((one) => one.value)"))
    assert "I chose to remove 3 posts." in record
    for post in result().posts:
        assert post.text[:30] not in record
    page.locator("#r-will").fill("My own words")
    page.click("[data-do=draw-up]")
    assert page.input_value("#r-will") == "My own words"
    page.reload()
    assert page.input_value("#r-will") == "My own words"
    page.click("#plan-live a[href^='#p']")
    expect(page.locator("article.post:focus")).to_have_count(1)
    page.click("[data-do=forget]")
    page.click("[data-do=forget-yes]")
    assert page.evaluate("JSON.stringify({...localStorage})") == "{}"
    expect(page.locator("#hold-form")).to_be_visible()


def frames(page: Page) -> None:
    """Until what the page does when it is shown has been done."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    )


def test_the_list_grows_ahead_of_who_reads_it(window: Opener) -> None:
    page = window()
    answer(page)
    before = page.locator(CARDS).count()
    page.evaluate("scrollBy(0, document.getElementById('more').getBoundingClientRect().top - innerHeight - 600)")
    expect(page.locator(CARDS)).not_to_have_count(before)


def test_the_list_does_not_push_away_what_is_below_it(window: Opener) -> None:
    page = window()
    answer(page)
    page.focus("#p0")
    page.keyboard.press("1")
    before = page.locator(CARDS).count()
    link = page.locator("#plan-live a[href='#p0']")
    link.scroll_into_view_if_needed()
    frames(page)
    assert page.locator("#more").is_visible()
    assert page.locator(CARDS).count() == before
    box = link.bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    frames(page)
    page.mouse.up()
    expect(page.locator("#p0")).to_be_focused()


def test_articles_come_into_view_with_the_height_they_had(window: Opener) -> None:
    page = window()
    answer(page)
    page.focus("#p0")
    page.keyboard.press("1")
    last = page.locator(CARDS).last
    before = last.bounding_box()
    page.locator("#plan-live a[href='#p0']").scroll_into_view_if_needed()
    frames(page)
    after = last.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] == before["height"]


def test_linked_posts_are_found_through_the_filter(page: Page) -> None:
    show_all(page)
    page.select_option("[name=concern]", "combination")
    page.locator(f"{CARDS} .linked a").click()
    assert "placement" in page.evaluate("document.activeElement.textContent")


def test_print(window: Opener, tmp_path: Path) -> None:
    page = window(own=True)
    answer(page)
    page.fill("#r-will", "Printed in full")
    page.focus("#p0")
    page.keyboard.press("1")
    page.emulate_media(media="print")
    styles = page.locator(CARDS).evaluate_all("(all) => all.map((one) => getComputedStyle(one).breakInside)")
    assert set(styles) == {"avoid"}  # no finding is split
    page.emulate_media(media=None)
    file = tmp_path / "report.pdf"
    page.pdf(path=file)
    assert file.read_bytes().startswith(b"%PDF")
    reader = shutil.which("pdftotext")
    if reader is None:  # without it the bytes are all that we can look at
        assert file.stat().st_size > 100_000
        return
    text = " ".join(subprocess.run([reader, file, "-"], capture_output=True, text=True, check=True).stdout.split())
    assert "Such a lovely lady" in text
    assert "day 19 of waiting" in text  # beyond the first portion of the list
    # Folded on the screen; on paper without the title, which the list of standards has
    assert "HCPC, 5.1: Treat information about service users as confidential" in text
    assert "Printed in full" in text
    assert "☑ Remove it" in text
    assert "☐ Remove it" in text
    assert "Save decisions" not in text


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a few posts of every kind: axe takes its time over each element."""
    whole = result()
    few = whole.posts[1:2] + whole.posts[11:14] + whole.posts[30:32]
    path = tmp_path_factory.mktemp("small") / "report.html"
    path.write_text(render(replace(whole, posts=few, summary=summarise(few, 100))), encoding="utf-8")
    return path


def busy(page: Page) -> None:
    """Brings the page into a state with everything in it: decisions, a plan, all details open."""
    for key in "j1j4j5":
        page.keyboard.press(key)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def test_axe_finds_nothing(window: Opener, small: Path) -> None:
    page = window(path=small)
    assert axe(page) == []
    answer(page)
    busy(page)
    assert axe(page) == []
    page.keyboard.press("?")
    assert axe(page, contrast=False) == []


def test_axe_finds_nothing_on_hold_on_a_phone(window: Opener, small: Path) -> None:
    page = window(path=small, viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    answer(page, records="unsure")
    busy(page)
    assert axe(page, contrast=False) == []


def test_axe_finds_enough_contrast_in_other_colours(window: Opener, small: Path) -> None:
    page = window(path=small, color_scheme="dark")
    answer(page)
    busy(page)
    assert axe(page, only=["color-contrast"]) == []
    page.emulate_media(color_scheme="light", forced_colors="active")
    edges = page.locator(".tag, .post, mark").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).borderTopStyle)"
    )
    assert set(edges) == {"solid"}  # backgrounds are gone, so edges have to tell


LUMINANCE = """(one) => {
    const of = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((n) => n / 255)
        .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4))
        .reduce((sum, n, at) => sum + n * [0.2126, 0.7152, 0.0722][at], 0);
    const ratio = (a, b) => (Math.max(of(a), of(b)) + 0.05) / (Math.min(of(a), of(b)) + 0.05);
    const style = getComputedStyle(one), around = getComputedStyle(one.closest('.post')).backgroundColor;
    return [ratio(style.color, style.backgroundColor), ratio(style.backgroundColor, around)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_answer_can_be_seen(window: Opener, small: Path, scheme: str) -> None:
    page = window(path=small, color_scheme=scheme)
    answer(page)
    page.keyboard.press("j")
    page.keyboard.press("1")
    chosen = page.locator(f"{CARDS} .choice input:checked + span")
    expect(chosen).to_have_count(1)
    text, shape = chosen.evaluate(LUMINANCE)
    assert text >= 4.5
    assert shape >= 3


def test_axe_finds_nothing_without_script(window: Opener, small: Path, tmp_path: Path) -> None:
    """axe itself needs script, so the page is given the shape that a browser without script makes of it."""
    text = small.read_text(encoding="utf-8")
    text = re.sub(r"<script.*?</script>|<template.*?</template>", "", text, flags=re.DOTALL)
    path = tmp_path / "plain.html"
    path.write_text(re.sub(r"</?noscript[^>]*>", "", text), encoding="utf-8")
    page = window(path=path)
    assert page.locator("article.post").count() == 6
    assert axe(page, contrast=False) == []


@pytest.mark.parametrize("script", [True, False])
def test_nothing_is_wider_than_a_small_phone(window: Opener, small: Path, script: bool) -> None:
    page = window(path=small, viewport={"width": 320, "height": 640}, java_script_enabled=script)
    if script:
        answer(page)
        page.keyboard.press("j")
        page.keyboard.press("1")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    wide = """(all) => all.filter((one) => one.checkVisibility() && !one.closest('.scroll, svg, .sr, .skip')
                  && one.getBoundingClientRect().right > 321).map((one) => one.outerHTML.slice(0, 100))"""
    assert page.locator("body *").evaluate_all(wide) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_names_of_bars_are_whole(window: Opener, small: Path, width: int) -> None:
    page = window(path=small, viewport={"width": width, "height": 640})
    answer(page)
    # Each name lies inside its link, with nothing in front of it, and no word of it is broken over two lines
    broken = """(names) => names.filter((name) => {
        const box = name.closest('a').getBoundingClientRect();
        const range = document.createRange();
        const words = [...name.firstChild.data.matchAll(/\\S+/g)].some((word) => {
            range.setStart(name.firstChild, word.index);
            range.setEnd(name.firstChild, word.index + word[0].length);
            const at = range.getBoundingClientRect();
            return range.getClientRects().length > 1 || at.left < box.left || at.right > box.right || at.bottom > box.bottom + 1;
        });
        const list = getComputedStyle(name.closest('ul'), '::before').content;
        return words || !['none', 'normal'].includes(list) || getComputedStyle(name).whiteSpace !== 'normal';
    }).map((name) => name.textContent)"""
    names = page.locator(".bars .name")
    assert names.count() > 10
    assert names.evaluate_all(broken) == []


def test_reading_order_by_tab(window: Opener) -> None:
    page = window()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_long_history_opens_at_once(window: Opener, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render(large()), encoding="utf-8")
    assert path.stat().st_size < 15e6
    page = window(own=True)
    # Seconds of work of the page's own thread, not of waiting: the machine may be busy with something else
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri())
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    assert 0.01 < metrics["TaskDuration"] < 2
    answer(page)
    expect(page.locator(CARDS).first).to_be_visible()
    page.fill("[name=search]", "abba 12")
    assert count(page) > 1
    page.fill("[name=search]", "")
    page.keyboard.press("Tab")
    assert page.locator(CARDS).count() < 200  # a few at a time, however many there are
