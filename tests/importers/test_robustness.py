"""Any content under a right name gives posts and problems; a damaged record loses itself and is counted.

Over every importer and every sample: the true members of an export, one of them replaced or damaged, in memory.
"""

from __future__ import annotations

import copy
import io
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import IMPORTERS
from importers.archive import Archive
from importers.posts import ExportError, Importer, Item, Owner, Post, Problem, ReadOptions, Remark, to_frame
from tests.importers.test_contract import NAMES, SAMPLES

Members = dict[str, bytes]


def members(sample: Path) -> Members:
    return {
        path.relative_to(sample).as_posix(): path.read_bytes() for path in sorted(sample.rglob("*")) if path.is_file()
    }


def archive(held: Members) -> Archive:
    return Archive("export", {name: ((lambda raw=raw: io.BytesIO(raw)), len(raw)) for name, raw in held.items()})  # type: ignore[misc]


def importers_of(held: Members) -> list[Importer]:
    return [importer for importer in IMPORTERS if importer.identify(archive(held))]


def read(importer: Importer, held: Members) -> tuple[list[Post], list[Problem]]:
    """Posts and problems; an ExportError is an answer, anything else a bug."""
    items: list[Item] = []
    try:
        items.extend(importer.posts(archive(held), ReadOptions(("Somebody",))))
    except ExportError as error:
        items.append(Problem("export", error.what, 0))
    assert all(isinstance(item, Post | Problem | Remark | Owner) for item in items)
    posts = [item for item in items if isinstance(item, Post)]
    to_frame(posts)
    return posts, [item for item in items if isinstance(item, Problem)]


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.just("2020-02-30T25:00:00Z")
)
SHAPES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
CONTENTS = st.one_of(
    SHAPES.map(lambda shape: json.dumps(shape).encode()),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    st.binary(max_size=100),
    st.just(b""),
    st.just(b"<html><body><table><tr><td>" * 50),
    st.just(b"[" * 5000),
    st.just(b'{"a": ' * 3000),
)


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=CONTENTS, seed=st.integers(0, 10_000))
def test_any_content_under_a_right_name(sample: Path, content: bytes, seed: int) -> None:
    held = members(sample)
    known = importers_of(held)
    name = random.Random(seed).choice(sorted(held))
    for importer in known:
        read(importer, {**held, name: content})
        read(importer, {**held, name: held[name][: len(held[name]) * (seed % 100) // 100]})  # cut off


def shaken(value: Any, chooser: random.Random) -> Any:
    """The same JSON with one value somewhere replaced by one of another type."""
    places = list(spots(value))
    if not places:
        return value
    value = copy.deepcopy(value)
    way = chooser.choice(places)
    at = value
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = chooser.choice([None, 7, "x", [], {}, [[]], {"a": 1}, True, -1e30, "\u202e"])
    return value


def spots(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield (*way, key)
        yield from spots(inner, (*way, key))


def opened(raw: bytes) -> tuple[str, Any] | None:
    """A JSON member: what stands before it (X writes `window.… = `) and its value."""
    try:
        text = raw.decode("utf-8")
        before, sign, after = text.partition("=") if text.lstrip().startswith("window.") else ("", "", text)
        return before + sign, json.loads(after)
    except ValueError:
        return None


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10_000_000))
def test_one_value_of_another_type(sample: Path, seed: int) -> None:
    held, chooser = members(sample), random.Random(seed)
    name = chooser.choice(sorted(held))
    if found := opened(held[name]):
        changed = found[0] + json.dumps(shaken(found[1], chooser))
        for importer in importers_of(held):
            read(importer, {**held, name: changed.encode()})


def lists_of_records(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Ways to the outermost lists that hold two records or more; what lies deeper is part of a record."""
    if isinstance(value, list) and sum(isinstance(entry, dict) for entry in value) >= 2:
        yield way
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield from lists_of_records(inner, (*way, key))


def at(value: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        value = value[step]
    return value


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_a_damaged_json_record_loses_only_itself_and_is_counted(sample: Path) -> None:
    held, chooser = members(sample), random.Random(1)
    for importer in importers_of(held):
        whole, problems_before = read(importer, held)
        for name, raw in held.items():
            found = opened(raw)
            for way in list(lists_of_records(found[1]))[:6] if found else []:
                assert found is not None
                position = chooser.randrange(len(at(found[1], way)))
                removed, damaged = copy.deepcopy(found[1]), copy.deepcopy(found[1])
                del at(removed, way)[position]
                at(damaged, way)[position] = 7
                left, _ = read(importer, {**held, name: (found[0] + json.dumps(removed)).encode()})
                kept, problems = read(importer, {**held, name: (found[0] + json.dumps(damaged)).encode()})
                here = f"{name} {way} {position}"
                assert {post.post_id for post in left} <= {post.post_id for post in kept}, here
                if {post.post_id for post in whole} - {post.post_id for post in kept}:
                    assert len(problems) > len(problems_before), here


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_a_damaged_csv_row_loses_only_itself(sample: Path) -> None:
    held, chooser = members(sample), random.Random(1)
    for importer in importers_of(held):
        whole, _ = read(importer, held)
        for name, raw in held.items():
            lines = raw.split(b"\n")
            if not name.lower().endswith(".csv") or b'"' in raw or len(lines) < 4:
                continue
            position = chooser.randrange(1, len(lines) - 1)
            without = b"\n".join(lines[:position] + lines[position + 1 :])
            lines[position] = b"\xff\xfe,,\x00"
            left, _ = read(importer, {**held, name: without})
            kept, _ = read(importer, {**held, name: b"\n".join(lines)})
            assert len(kept) >= len(left), name  # ids may differ: some tables together make one post, such as a profile
            assert len(whole) - len(kept) <= 1
