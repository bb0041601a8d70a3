"""decisions.json: what is kept of a file, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reports.decisions import DECISIONS, FORMAT, LONGEST, REASONS, VERSION, DecisionsError, decision_key, parse
from reports.strings import load
from tests.reports.result import result

POST = result().posts[0]


def file(decisions: object, **more: object) -> str:
    return json.dumps({"format": FORMAT, "version": VERSION, "decisions": decisions, **more})


def test_the_key_changes_with_the_words_and_with_nothing_else() -> None:
    key = decision_key(POST)
    assert key.startswith(f"{POST.platform}:{POST.post_id}#")
    assert decision_key(replace(POST, action="keep", findings=(), audience="private")) == key
    assert decision_key(replace(POST, text=POST.text + " ")) != key
    assert decision_key(replace(POST, text="half \ud83d")) != key


def test_keeps_what_it_knows() -> None:
    note = {
        "decision": "ask",
        "reason": "need-advice",
        "note": "“Tutor”",
        "at": "2026-01-01T00:00:00.000Z",
        "done": "yes",
    }
    assert parse(file({"x:1#00": note})) == {"x:1#00": note}
    odd = {"decision": "keep", "reason": "because", "note": 7, "colour": "red", "at": "x" * 5_000}
    assert parse(file({"x:1#00": odd}, saved_by="a later version")) == {
        "x:1#00": {"decision": "keep", "at": "x" * LONGEST}
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"), ("{", "not JSON"), ("[" * 100_000, "not JSON"), ("[]", "does not hold"), ("{}", "does not hold"),
        ('"x"', "does not hold"), (json.dumps({"format": FORMAT, "version": 1}), "does not hold"),
        (json.dumps({"format": FORMAT, "version": 2, "decisions": {}}), "newer version"),
        (file({"secret words": {"decision": "burn"}}), "Decision number 1"), (file({"secret words": "keep"}), "Decision number 1"),
    ],
)  # fmt: skip
def test_refuses_with_a_sentence_that_quotes_nothing(text: str, said: str) -> None:
    with pytest.raises(DecisionsError, match=said) as refusal:
        parse(text)
    assert "secret" not in str(refusal.value)


def test_every_decision_and_reason_has_its_words() -> None:
    words = load()["js"]
    assert set(words["decision"]) == set(DECISIONS)
    assert set(words["reason"]) == set(REASONS)
    assert set(words["record"]["did"]) == set(DECISIONS)
