"""report.json: the documented fields, and the way back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.results import AuditResult, PostResult, Span
from importers.posts import Coverage
from reports import FORMATS
from reports.json import ReportError, parse, render
from tests.reports.result import held, result, summarise

GOLDEN = Path(__file__).parent / "goldens" / "report.json"


def test_golden(update_golden: bool) -> None:
    text = FORMATS["json"](result(all_posts=True))
    if update_golden:
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_has_every_documented_field() -> None:
    data = json.loads(render(result()))
    assert {
        "schema_version", "tool", "created_at", "profession", "standards", "coverage", "summary", "posts",
    } <= set(data)  # fmt: skip
    assert data["created_at"] == "2026-01-31T12:00:00Z"
    assert data["standards"] == ["hcpc-2024", "csp"]
    assert data["coverage"]["inputs"][0]["from"] == "2011-03-01T21:10:03Z"
    assert data["coverage"]["inputs"][3]["from"] is None
    assert {"posts", "delete", "review", "consider", "keep", "by_concern", "by_platform", "by_year"} <= set(
        data["summary"]
    )
    for post in data["posts"]:
        assert {
            "post_id", "platform", "account", "kind", "created_at", "text", "url", "audience", "context", "media",
            "action", "score", "findings",
        } <= set(post)  # fmt: skip
        assert post["context"] != ""
        for finding in post["findings"]:
            assert {
                "concern", "action", "score", "rule", "clauses", "why", "advice", "lowered_by", "evidence", "linked_posts",
            } <= set(finding)  # fmt: skip
            for span in finding["evidence"]:
                words = post["context"] if span["within"] == "context" else post["text"]
                assert span["text"] == words[span["start"] : span["end"]]


@pytest.mark.parametrize("whole", [result(), result(all_posts=True), held(result())])
def test_round_trip(whole: AuditResult) -> None:
    whole = replace(whole, decisions={"x:1000#0123456789abcdef": {"decision": "ask", "note": "“Anna” & co"}})
    assert parse(render(whole)) == whole


@settings(max_examples=25, deadline=None)
@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    context=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    when=st.none() | st.datetimes(timezones=st.just(UTC)),
    start=st.integers(0, 60),
    width=st.integers(0, 60),
)
def test_round_trip_of_any_text(text: str, context: str, when: datetime | None, start: int, width: int) -> None:
    post = PostResult("1", "x", "", "post", when, text, context, mentions=(Span(start, start + width, "place"),))
    whole = replace(result(), posts=(post,), good_work=(), coverage=Coverage(), summary=summarise((), 0))
    assert parse(render(whole)) == whole


def test_half_a_character_does_not_stop_the_file_from_being_written() -> None:
    post = PostResult("1", "x", "", "post", None, "cut \ud83d", "")
    text = render(replace(result(), posts=(post,)))
    assert parse(text).posts[0].text == "cut ?"
    text.encode("utf-8")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"schema_version": 1}', '{"schema_version": 2}', "[" * 100_000]
)
def test_refuses_what_is_no_report(text: str) -> None:
    with pytest.raises(ReportError, match=r"report"):
        parse(text)
