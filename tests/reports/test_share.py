"""The supervisor's copy: names gone, withheld posts without a trace, refusal when anything survives."""

from __future__ import annotations

import html
import json
import re
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import cli
from audit.results import AuditResult, Finding, PostResult, Span
from reports import json as report_json
from reports import share
from reports.veil import Secret, Veil, season
from tests.reports.result import finding, result

BASE = result()
WHEN = datetime(2026, 3, 1, tzinfo=UTC)


def post(
    text: str, *names: str, key: str = "1", labels: str = "person", concern: str = "confidentiality", **more: object
) -> PostResult:
    """A post whose mentions are the given words, wherever they first stand."""
    spans = tuple(Span(text.index(name), text.index(name) + len(name), labels) for name in names)
    found: tuple[Finding, ...] = (finding(key, concern, "review", (Span(0, 4, "words"),)),)
    held = PostResult(
        key,
        "x",
        "@me",
        "post",
        datetime(2019, 4, 2, tzinfo=UTC),
        text,
        "",
        action="review",
        findings=found,
        mentions=spans,
    )
    return replace(held, **more)  # type: ignore[arg-type]


def copy(*posts: PostResult, **chosen: object) -> str:
    made: AuditResult = replace(BASE, posts=posts, decisions={})
    ready = share.prepare(made)
    return share.compose(share.shell(made, WHEN), share.choose(ready, made, **chosen), ready)  # type: ignore[arg-type]


def seen(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def test_one_person_keeps_one_letter_in_every_writing() -> None:
    page = seen(
        copy(
            post("Marjorie Quill was in today", "Marjorie Quill"),
            post("QUILL again, and marjorie's hip. Also Bo.", "QUILL", "Bo", key="2"),
            post("Ring @marjoriequill or Marjorie", "@marjoriequill", key="3"),
        )
    )
    assert "Person A was in today" in page
    assert "Person A again, and Person A's hip. Also Person B." in page
    assert "quill" not in page.casefold().replace("marjoriequill", "")
    assert "marjorie" not in page.casefold()


@pytest.mark.parametrize("name", ["O'Neil-(Brown)", "C++", "Zoë", "Ng", "Ana.Maria", "D’Arcy", "李", "Jo\u200bhn"])
def test_odd_names_go(name: str) -> None:
    page = seen(copy(post(f"Saw {name} today", name)))
    assert name not in page
    assert "Saw " in page
    assert "today" in page


def test_two_names_of_one_person_are_one_person() -> None:
    page = seen(copy(post("Marjorie Quill was in", "Marjorie Quill"), post("Saw Marjorie Quill again", key="2")))
    assert "Saw Person A again" in page


def test_names_that_are_words_go_only_where_they_are_names() -> None:
    page = seen(copy(post("Will came. I will ask. Grace said grace.", "Will", "Grace")))
    assert "Person A came. I will ask. Person B said grace." in page


def test_names_inside_other_words_stay_words() -> None:
    assert "Annual party" in seen(copy(post("Ann at the Annual party", "Ann")))


@pytest.mark.parametrize(
    ("text", "words", "label", "expected"),
    [
        ("first stroke at 42 today", "at 42", "age", "first stroke in their forties today"),
        ("a 9 month old with it", "9 month old", "age", "a baby with it"),
        ("an 8-year-old boy came", "8-year-old", "age", "a young boy came"),
        ("my 15 year old and i", "15 year old", "age", "my teenager and i"),
        ("a 15 year old girl came", "15 year old", "age", "a teenage girl came"),
        ("an 82-year-old farmer came", "82-year-old", "age", "an eighty-something farmer came"),
        ("two 42-year-olds came", "42-year-olds", "age", "two forty-somethings came"),
        ("a chap, sixty one, came", "sixty one", "age", "a chap, sixty-something, came"),
        ("my patient is 84 today", "84", "age", "my patient is eighty-something today"),
        ("her 18th birthday today", "18th", "age", "her teenage birthday today"),
        ("fell at 101 last night", "at 101", "age", "fell in great age last night"),
        ("since the 3rd of May it", "3rd of May", "date", "since the day in spring 2019 it"),
        ("every tuesday she came", "tuesday", "day", "every day she came"),
        ("home on tuesday night at", "tuesday", "day", "home on one night at"),
        ("So sad. Tuesday again", "Tuesday", "day", "So sad. One day again"),
        ("Was in. Ward 7 is full", "Ward 7", "place", "Was in. A ward is full"),
        ("in the Talgarth again", "Talgarth", "place", "in the place again"),
        ("and Thandiwe’s mum is", "Thandiwe’s", "name", "and [name removed]’s mum is"),
        ("send love #PrayForCerys x", "#PrayForCerys", "tag", "send love [hashtag removed] x"),
        ("she was born in 1934 and", "1934", "date", "she was born in the 1930s and"),
        ("I like @kim_k a lot", "@kim_k", "contact", "I like [contact removed] a lot"),
        ("It is Marjorie’s hip now", "Marjorie’s", "person", "It is Person A’s hip now"),
        ("seen on 14 May 2018 here", "14 May 2018", "date", "seen on one day in spring 2018 here"),
        ("she was in bay 3 again", "bay 3", "place", "she was in a bay again"),
        ("back to Talgarth now", "Talgarth", "place", "back to a place now"),
        ("ring 07700 900123 now", "07700 900123", "contact", "ring [contact removed] now"),
    ],
)
def test_what_could_tell_is_made_vague(text: str, words: str, label: str, expected: str) -> None:
    page = seen(copy(post(text, words, labels=label)))
    assert expected in page
    assert words not in page


CAPTION = "Sam Jones commented on Mandy Tanner's status."


def test_other_peoples_words_are_shown_only_where_something_was_found_in_them() -> None:
    shown = post("Words about the ward", context="Their words about the clinic")
    assert "Their words" not in seen(copy(shown))
    found = finding("1", "association", "review", (Span(0, 5, "words", "context"),))
    assert "Their words about the clinic" not in seen(
        copy(replace(shown, findings=(found,)))
    )  # nobody looked for names
    assert "Their words about the clinic" in seen(copy(replace(shown, text="", findings=(found,))))


def test_what_a_platform_wrote_beside_a_post_is_never_shown() -> None:
    found = (finding("1", "association", "review", (Span(0, 5, "words", "context"),)),)
    page = copy(post("Words about the ward", context=CAPTION, findings=found))
    assert "commented" not in seen(page)
    found = (finding("1", "association", "review", (Span(47, 52, "words", "context"),)),)
    page = seen(copy(replace(post("", context=f"{CAPTION}\nTheir words"), findings=found)))
    assert "Their words" in page
    assert "commented" not in page


def test_a_caption_tells_whose_name_it_is() -> None:
    page = seen(copy(post("aw mandy, sore knee? Tanner luck, tanner", context=CAPTION)))
    assert "aw Person A, sore knee? Person A luck, Person A" in page


@pytest.mark.parametrize(
    "caption",
    [
        "Sam Jones hat den Beitrag von Mandy Tanner kommentiert.",
        "Sam Jones comentó la foto de Mandy Tanner.",
        "Sam Jones skomentował zdjęcie użytkownika Mandy Tanner.",
    ],
)
def test_a_caption_in_another_language_is_known_by_the_account(caption: str) -> None:
    found = (finding("1", "association", "review", (Span(len(caption) + 1, len(caption) + 6, "words", "context"),)),)
    beside = post("", context=f"{caption}\nSam Jones what a post", account="Sam Jones", key="2")
    page = seen(copy(post("aw mandy, sam here. Tanner", account="Sam Jones"), replace(beside, findings=found)))
    assert "aw Person A, sam here. Person A" in page
    assert caption.split()[-1] not in page
    assert "Tanner" not in page
    assert "what a post" in page


def test_the_authors_own_name_in_a_caption_is_nobody_elses() -> None:
    page = seen(copy(post("sam here, at work", context=CAPTION, account="Sam Jones")))
    assert "sam here, at work" in page


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Then Dan Probert came. Later Probert went", "Dan", "Then Person A came. Later Person A went"),
        ("With Mandy Tanner there, and Mandy", "Tanner", "With Person A there, and Person A"),
        ("Dan Today was a day", "Dan", "Person A Today was a day"),
        ("MY CLIENT DAN IS HERE", "DAN", "MY CLIENT Person A IS HERE"),
    ],
)
def test_a_name_is_taken_as_a_whole(text: str, name: str, expected: str) -> None:
    assert expected in seen(copy(post(text, name)))


def test_a_first_name_known_from_another_post_tells_the_surname() -> None:
    page = seen(copy(post("Saw dan", "dan"), post("It was Dan Probert’s hip", key="2"), post("Probert", key="3")))
    assert "It was Person A’s hip" in page
    assert "Probert" not in page


def test_handles_go_without_their_sign_too() -> None:
    page = seen(copy(post("Thanks @kim.k", "@kim.k", labels="person"), post("kim.k and bo_example said so", key="2")))
    assert "kim.k" not in page
    assert "bo_example" not in page
    shown = seen(copy(post("ana.paints did it", context="ana.paints")))
    assert "ana.paints" not in shown


def test_a_place_is_taken_out_of_every_post() -> None:
    page = seen(
        copy(post("at Coedcae school", "Coedcae school", labels="place"), post("coedcae school is grim", key="2"))
    )
    assert "coedcae" not in page.casefold()
    assert "at a school" in page


def test_a_place_that_is_a_word_goes_only_with_its_capital() -> None:
    page = seen(copy(post("lives in Reading", "Reading", labels="place"), post("I love reading in READING", key="2")))
    assert "lives in a place" in page
    assert "I love reading in a place" in page


def test_an_unknown_name_is_taken_out_of_every_post_in_every_writing() -> None:
    page = seen(copy(post("Saw Ikwuagwu", "Ikwuagwu", labels="name"), post("IKWUAGWU and ikwuagwu’s knee", key="2")))
    assert "[name removed] and [name removed]’s knee" in page


def test_a_bare_age_is_searched_for_where_it_stood() -> None:
    page = seen(copy(post("a chap, 61, retired", "61", labels="age"), post("61 steps today", key="2")))
    assert "a chap, sixty-something, retired" in page
    assert "61 steps today" in page


def test_links_and_handles_in_the_words_go() -> None:
    page = copy(
        post(
            "See https://example.org/u/kim or example.org/kim, with @kim_k. End.of it",
            url="https://x.com/i/web/status/17",
        )
    )
    assert "example.org" not in page
    assert "kim" not in page
    assert "End.of it" in page
    assert "17" not in seen(page).split("The posts")[1].split("Clauses")[0]


def test_marks_survive_the_replacement() -> None:
    text = "Marjorie was in bay 3"
    held = post(text, "Marjorie")
    held = replace(held, findings=(replace(held.findings[0], evidence=(Span(4, 15, "words"),)),))
    page = copy(held)
    assert "<mark>" in page
    assert "Marjorie" not in seen(page)
    assert "Person A was in bay 3" in seen(page)


def test_withheld_posts_leave_no_trace() -> None:
    shown, kept_back = (
        post("Shown words about the ward", key="1"),
        post("Withheld words with Marjorie in them", "Marjorie", key="2"),
    )
    assert copy(shown, kept_back, leave_out=["x:2"]) == copy(shown)
    assert copy(kept_back, shown, leave_out=["x:2"]) == copy(shown)


def test_own_affairs_are_withheld_unless_asked_for() -> None:
    views = post("I voted and I pray", key="2", concern="self-disclosure")
    shown = post("Shown words about the ward")
    assert "I pray" not in seen(copy(shown, views))
    assert "I pray" in seen(copy(shown, views, personal=True))


def test_decisions_choose_what_to_ask_about() -> None:
    one, two = post("First words about a ward", key="1"), post("Second words about a ward", key="2")
    made = replace(BASE, posts=(one, two), decisions={share.decision_key(two): {"decision": "ask"}})
    chosen = share.choose(share.prepare(made), made)
    assert [entry.post_key for entry in chosen] == ["x:2"]


def test_nothing_to_show_and_unknown_keys_are_said() -> None:
    with pytest.raises(share.ShareError, match="no post to show"):
        copy(post("I voted today", concern="self-disclosure"))
    with pytest.raises(share.ShareError, match="no post x:9"):
        copy(post("Words"), only=["x:9"])


def test_a_survivor_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Veil, "_vague", lambda self, label, original, start, end, post: original[start:end]
    )  # a veil with a hole
    monkeypatch.setattr(Veil, "secrets", lambda self, post: [Secret("Marjorie")])
    monkeypatch.setattr(Veil, "_pattern", None, raising=False)
    held = post("Marjorie was in today", "Marjorie")
    made = replace(BASE, posts=(held,), decisions={})
    ready = [replace(entry, article="<p>Marjorie</p>") for entry in share.prepare(made)]
    with pytest.raises(share.ShareError, match="not written"):
        share.compose(share.shell(made, WHEN), ready, ready)


@pytest.mark.parametrize(
    "hidden", ["Marjorie", "MARJORIE", "Marj<b>orie</b>", "Marj&#111;rie", "<a href='/Marjorie'>", "Marj%6Frie"]
)
def test_the_search_sees_through(hidden: str) -> None:
    assert share.survivors(f"<p>{hidden}</p>", "<p></p>", [Secret("Marjorie")])
    assert not share.survivors("<p>Marjoriette</p>", "<p></p>", [Secret("Marjorie")])


NAMES = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=3, max_size=12)


@settings(max_examples=30, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=4, unique_by=str.casefold), st.text(max_size=30))
def test_no_name_survives(names: list[str], between: str) -> None:
    text, spans, at = "", [], 0
    for name in names:
        text += f"{between} "
        at = len(text)
        text += f"{name} "
        spans.append(Span(at, at + len(name), "person"))
    held = replace(post("words"), text=text, mentions=tuple(spans))
    try:
        page = copy(held)
    except share.ShareError:
        return  # refused: safe
    made = replace(BASE, posts=(held,), decisions={})
    frame = share.prepare(made)[0].frame
    assert not share.survivors(page, share.shell(made, WHEN) + frame, [Secret(name, exact=True) for name in names])


def test_season() -> None:
    assert season(post("x", created_at=datetime(2019, 12, 1, tzinfo=UTC))) == "winter 2019"
    assert season(post("x", created_at=None)) == ""


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    made = replace(BASE, posts=(post("Marjorie was in today", "Marjorie"),), decisions={})
    (tmp_path / "report.json").write_text(report_json.render(made), encoding="utf-8")
    target = tmp_path / "copy.html"
    monkeypatch.setattr(sys, "argv", ["fit-to-post", "share", str(tmp_path), "--out", str(target)])
    cli.app(sys.argv[1:], standalone_mode=False)
    assert "1 post" in capsys.readouterr().out
    assert "Marjorie" not in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o077 == 0
    monkeypatch.setattr(
        sys, "argv", ["fit-to-post", "share", str(tmp_path), "--out", str(tmp_path / "about-marjorie.html")]
    )
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == 1
    assert not (tmp_path / "about-marjorie.html").exists()
    (tmp_path / "report.json").write_text(json.dumps({"schema_version": 1}), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["fit-to-post", "share", str(tmp_path), "--out", str(target)])
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == 1
    assert "not a report.json" in capsys.readouterr().err
