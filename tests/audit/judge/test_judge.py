"""The shipped judge: whole, honest about damage, the same whatever stands around a post, and able to say what moved it."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit.judge import judge as module
from audit.judge.judge import CLEARED, CONCERNS, MODEL, THRESHOLDS, Asked, Judge, Reason, Verdict
from audit.models import ModelError

BREACH = "Such a lovely lady in bay 3 today, first stroke at 42, singing Abba to us on ward 7 at St Aldhelm's."
HARMLESS = "Tea, toast and the cricket on the radio. Perfect Sunday."


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge.load()


def _one(judge: Judge, text: str, kind: str = "post", platform: str = "facebook") -> Verdict:
    return judge.judge([text], [kind], [platform])[0]


def _reason(judge: Judge, text: str, concern: str, platform: str = "facebook", closely: int = 1) -> Reason:
    return judge.explain([Asked(text, "post", platform, (concern,))], closely)[0][concern]


def test_importing_the_judge_loads_no_model_library() -> None:
    code = "import sys, audit.judge.judge; print(sorted({'onnxruntime', 'tokenizers', 'torch', 'sklearn'} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_thresholds_name_every_concern() -> None:
    assert set(THRESHOLDS["concerns"]) == set(CONCERNS)
    assert all(0 < t < 1 for t in (THRESHOLDS["alarm"], THRESHOLDS["delete"], *THRESHOLDS["concerns"].values()))


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in MODEL.iterdir()) < 30_000_000


@pytest.mark.parametrize("damage", ["missing", "changed", "no list"])
def test_a_damaged_model_is_refused(damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "model"
    shutil.copytree(MODEL, copy)
    monkeypatch.setattr(module, "MODEL", copy)
    if damage == "missing":
        (copy / "gate.onnx").unlink()
    elif damage == "changed":
        (copy / "thresholds.json").write_text(json.dumps({**THRESHOLDS, "alarm": 0.999}), encoding="utf-8")
    else:
        (copy / "hashes.json").unlink()
    with pytest.raises(ModelError) as refused:
        Judge.load()
    assert "audit/judge/model/" in refused.value.what
    assert "Install" in refused.value.hint


@pytest.mark.model
def test_a_kindly_story_is_seen_and_a_quiet_sunday_is_not(judge: Judge) -> None:
    story, sunday = judge.judge([BREACH, HARMLESS], ["post"] * 2, ["facebook"] * 2)
    assert story.alarm > THRESHOLDS["alarm"]
    assert story.concerns["confidentiality"] > THRESHOLDS["concerns"]["confidentiality"]
    assert sunday.alarm < THRESHOLDS["alarm"]
    assert all(0 <= p <= 1 for p in (story.alarm, story.delete, *story.concerns.values()))
    assert story.delete <= story.alarm


@pytest.mark.model
def test_a_post_is_judged_alike_whatever_stands_around_it(judge: Judge) -> None:
    alone = _one(judge, BREACH)
    texts = [HARMLESS, "", BREACH, "x" * 500, BREACH, "🐒", "ok " * 400]
    among = judge.judge(texts, ["post"] * len(texts), ["facebook"] * len(texts))
    assert among[2] == among[4]
    for name, likely in alone.concerns.items():
        assert among[2].concerns[name] == pytest.approx(likely, abs=1e-4), name
    assert (among[2].alarm, among[2].delete) == pytest.approx((alone.alarm, alone.delete), abs=1e-4)


@pytest.mark.model
def test_what_is_to_be_looked_at_closely_passes_no_gate(judge: Judge) -> None:
    texts = [HARMLESS, "Rain again", HARMLESS]
    assert judge.judge(texts, ["post"] * 3, ["x"] * 3) == [CLEARED] * 3
    first, second, third = judge.judge(texts, ["post"] * 3, ["x"] * 3, [False, False, True])
    assert second == CLEARED
    assert first == third != CLEARED  # equal texts are judged once


@pytest.mark.model
def test_no_texts(judge: Judge) -> None:
    assert judge.judge([], [], []) == []


@pytest.mark.model
@pytest.mark.parametrize("where", ["first", "middle", "last"])
def test_a_long_post_is_read_to_its_end(judge: Judge, where: str) -> None:
    dull = "We took the early train to Whitby and walked along the pier until the chips were cold. " * 12
    place = {"first": 0, "middle": 2, "last": 4}[where]
    parts = [dull] * 4
    parts.insert(place, BREACH + " ")
    text = "".join(parts)
    assert _one(judge, "".join([dull] * 4), platform="blog").alarm < 0.1
    assert _one(judge, text, platform="blog").concerns["confidentiality"] > THRESHOLDS["concerns"]["confidentiality"]
    spans = _reason(judge, text, "confidentiality", "blog").spans
    start = text.index(BREACH)
    assert any(start <= a < start + len(BREACH) for a, _ in spans)


@pytest.mark.model
@pytest.mark.parametrize("kind", ["post", "comment", "reply", "message"])
def test_of_a_few_words_only_what_is_plain_is_an_alarm(judge: Judge, kind: str) -> None:
    """Most comments of a life are an emoji or a word; while they counted like longer posts, "😂" under a photo was one to talk over."""
    few = ["😂", "🤞", "banger", "not sure", "maybe", "Part 2", "lol", "so cute 😍", "see you soon"]
    alone = judge.judge(few, [kind] * len(few), ["facebook"] * len(few))
    assert [text for text, verdict in zip(few, alone, strict=True) if verdict.alarm >= THRESHOLDS["alarm"]] == []
    (plain,) = judge.judge(["Muslims out."], [kind], ["facebook"])
    assert plain.alarm >= THRESHOLDS["alarm"]


@pytest.mark.model
def test_words_that_moved_are_spans_of_the_original(judge: Judge) -> None:
    text = "🙈 Ha! " + BREACH + "  \u200bLove  this job…"
    spans = list(_reason(judge, text, "confidentiality").spans)
    assert 1 <= len(spans) <= 3
    assert spans == sorted(spans)
    assert all(text[a:b].strip() == text[a:b] != "" for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))
    moved = " ".join(text[a:b] for a, b in spans)
    assert any(word in moved for word in ("lady", "bay 3", "stroke", "42", "ward"))


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " ", "…", "🐒", "\u200b", "a"])
def test_words_that_moved_in_next_to_nothing(judge: Judge, text: str) -> None:
    for closely in (0, 1):
        for a, b in _reason(judge, text, "disrespect", closely=closely).spans:
            assert 0 <= a < b <= len(text)


@pytest.mark.model
def test_the_nearest_examples_share_the_concern_and_say_why(judge: Judge) -> None:
    found = _reason(judge, BREACH, "confidentiality").near
    assert len(found) == 2
    assert all(example.text and example.why and example.label in ("delete", "review", "consider") for example in found)


@pytest.mark.model
def test_every_concern_gets_a_reason_with_its_own_examples(judge: Judge) -> None:
    (reasons,) = judge.explain([Asked(BREACH, "post", "x", CONCERNS)], 1)
    assert list(reasons) == list(CONCERNS)
    near = [reason.near for reason in reasons.values() if reason.near]
    assert len(near) > 10
    assert len(set(near)) == len(near)


@pytest.mark.model
def test_a_quick_look_says_that_it_was_one(judge: Judge) -> None:
    assert _reason(judge, BREACH, "confidentiality").closely
    quick = _reason(judge, BREACH, "confidentiality", closely=0)
    assert not quick.closely
    assert quick.near == ()


@pytest.mark.model
def test_a_reason_is_the_same_whatever_else_is_asked(judge: Judge) -> None:
    texts = [BREACH, HARMLESS, "ok " * 300, "🐒", BREACH, "x" * 500, "You muppet. " * 30]
    asked = [Asked(text, "post", "x", ("confidentiality", "disrespect")) for text in texts]
    together = judge.explain(asked, len(asked))
    assert together == [judge.explain([one], 1)[0] for one in asked]


@pytest.mark.model
def test_a_quick_look_finds_words_and_compares_nothing(judge: Judge) -> None:
    reason = _reason(judge, BREACH, "confidentiality", closely=0)
    assert reason.spans
    assert reason.near == ()


@pytest.mark.model
def test_without_the_words_that_moved_it_the_judge_is_less_sure(judge: Judge) -> None:
    spans = _reason(judge, BREACH, "confidentiality").spans
    left = BREACH
    for start, end in reversed(spans):
        left = left[:start] + left[end:]
    assert _one(judge, left).concerns["confidentiality"] < _one(judge, BREACH).concerns["confidentiality"] - 0.2


@pytest.mark.model
def test_progress_of_reasons(judge: Judge) -> None:
    heard: list[int] = []
    judge.explain([Asked(BREACH, "post", "x", ("confidentiality",))] * 3, 1, heard.append)
    assert heard == [1, 2, 3]


@pytest.mark.model
def test_hostile_text_costs_little(judge: Judge) -> None:
    start = time.monotonic()
    for text in ("a" * 200_000, "\u202e" * 50_000, "🐒" * 20_000, "<script>" * 5_000):
        _one(judge, text)
        _reason(judge, text, "disrespect")
    assert time.monotonic() - start < 60
