"""What Facebook's and Instagram's exports share: several zips, labels, wrappers, and rows before a cut."""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers import (
    facebook_records,
    instagram_profile,
    instagram_records,
    meta,
    meta_html,
    meta_messages,
    read_exports,
)
from importers.archive import Archive
from importers.posts import Unreadable
from tests.conftest import ROOT

SAMPLES = sorted(
    layout
    for platform in ("facebook", "instagram")
    for layout in (ROOT / "sample_exports" / platform).iterdir()
    if layout.name != "encrypted-chats"
)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_zips_of_one_export_without_number_or_order(sample: Path, tmp_path: Path) -> None:
    files = sorted(path for path in sample.rglob("*") if path.is_file())
    random.Random(7).shuffle(files)
    parts = [tmp_path / f"{sample.parent.name}-kim-2025-01-01-{suffix}.zip" for suffix in ("q8Zt", "a1Bc", "Mm0x")]
    for number, part in enumerate(parts):
        with zipfile.ZipFile(part, "w") as bundle:
            for path in files[number::3]:
                bundle.write(path, path.relative_to(sample).as_posix())
    whole, split = (read_exports(paths, messages=True).posts for paths in ([sample], parts))
    pd.testing.assert_frame_equal(whole.drop(columns="source"), split.drop(columns="source"))


def load(tmp_path: Path, text: str) -> meta.Document:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    return meta.load(Archive.open(tmp_path), "x.json")


ROWS = [
    {"timestamp": number, "data": [{"post": f'p{number}, [] {{}} \\ "'}], "tags": [{"name": "a"}]}
    for number in range(4)
]


@settings(max_examples=40, deadline=None)
@given(cut=st.integers(1, 10_000), wrapped=st.booleans())
def test_whole_rows_before_any_cut_are_kept(tmp_path_factory: pytest.TempPathFactory, cut: int, wrapped: bool) -> None:
    text = json.dumps({"rows_v2": ROWS} if wrapped else ROWS, indent=1)
    part = text[: cut % len(text)]
    try:
        rows = list(load(tmp_path_factory.mktemp("cut"), part).rows())
    except Unreadable:
        rows = []
    assert rows == ROWS[: len(rows)]
    whole = sum(part.count(f'"timestamp": {number},') for number in range(4))
    assert len(rows) >= whole - 1


@pytest.mark.parametrize("value", [ROWS, {"a": ROWS}, {"a": {"b": ROWS}}, {"a_v2": ROWS[:2], "b_v2": ROWS[2:]}])
def test_rows_in_any_wrapper(value: Any) -> None:
    assert list(meta.rows(value)) == ROWS


def test_a_lone_row_is_itself() -> None:
    assert list(meta.rows(ROWS[0])) == [ROWS[0]]


def test_labels_are_found_by_their_neutral_names() -> None:
    row = {
        "label_values": [
            {"label": "Beğeni", "value": "Haha", "ent_field_name": "FeedbackReaction"},
            {"label": "Bağlantı", "value": "x", "href": "https://example.org/x"},
            {"title": "Sahip", "dict": [{"label": "Ad", "value": "Bo", "ent_field_name": "owner_name"}]},
            {"label": "Zaman", "timestamp_value": 1709647331},
        ]
    }
    found = meta.labels(row)
    assert meta.pick(found, "reaction") == "Haha"
    assert meta.pick(found, "name") == "Bo"
    assert meta.link(found) == "https://example.org/x"
    assert found[-1].at is not None


@pytest.mark.parametrize(
    ("value", "year"),
    [(1709647331, 2024), (1709647331000, 2024), ("1709647331", 2024), (1709647331.5, 2024)]
    + [(bad, None) for bad in (0, -1, True, None, "", "soon", -62169958800, 978307200, 10**20, float("inf"), [])],
)
def test_times(value: Any, year: int | None) -> None:
    at = meta.moment(value)
    assert (at.year if at else None) == year


@pytest.mark.parametrize(
    "text",
    [
        "You sent an attachment.",
        "Bo sent a photo.",
        "Liked a message",
        "Reacted 👍 to your message ",
        "Bo called you.",
        "You missed a call from Bo.",
        "Bo named the group Quiz.",
        "Kim set the nickname for Bo to Boo.",
        "The video chat ended.",
        "Bo heeft een bijlage verzonden.",
        "Bo ha enviado un archivo adjunto.",
        "Bo changed the theme to Love.",
    ],
)
def test_sentences_of_the_platform(text: str) -> None:
    assert meta_messages.is_system(text)


@pytest.mark.parametrize(
    "text",
    [
        "I called you yesterday.",
        "ok",
        "She sent a photo of bay 3 to me",
        "Set the table",
        "Anyone liked the message?",
        "He called you. I heard him",
        "left the group chat in tears today",
        "You sent me nothing",
    ],
)
def test_sentences_of_people(text: str) -> None:
    assert not meta_messages.is_system(text)


def test_what_reading_holds_never_shows_its_words() -> None:
    secret = "a lovely lady in bay 3"
    held = [
        meta.Document([secret], False),
        meta.Label(secret, frozenset(), secret, "", None, ""),
        meta_html.Block(title=secret, own=[secret]),
        facebook_records.Account(captions={"x": secret}),
        instagram_profile.Profile(bio=secret),
        instagram_records.Strings({"Comment": secret}, None, ""),
    ]
    assert not any(secret in repr(value) for value in held)
