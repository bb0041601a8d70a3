"""Long JSON arrays, one record at a time."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from importers.arrays import read_array
from importers.posts import Problem


def read(text: str, **how: Any) -> tuple[list[Any], list[tuple[str, int]]]:
    made = list(read_array("a.js", text, **how))
    return [row[1] for row in made if not isinstance(row, Problem)], [
        (p.path, p.lost) for p in made if isinstance(p, Problem)
    ]


RECORDS: list[dict[str, Any]] = [
    {
        "source": "web",
        "text": f'[post {number}], "quoted" {{x}}',
        "inner": {"source": "other", "list": [{"a": 1}, {"b": 2}]},
    }
    for number in range(10)
]


@pytest.mark.parametrize("indent", [None, 1])
def test_whole(indent: int | None) -> None:
    assert read(json.dumps(RECORDS, indent=indent)) == (RECORDS, [])
    assert read(" \n" + json.dumps(RECORDS), start=2) == (RECORDS, [])
    assert read("[ ]") == ([], [])


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("number", [0, 4, 9])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"text": "', '"text": '),
        ('{"source": "other"', '{"source": "oth\\'),
        ('"source": "web", ', '"source": "web" '),
        ('"inner": {', '"inner": '),
        ('"list": [', '"list": '),
    ],
)
def test_damaged_record_loses_only_itself_and_what_is_in_it_is_no_record(
    number: int, indent: int | None, old: str, new: str
) -> None:
    pieces = [json.dumps(record) for record in RECORDS]
    assert old in pieces[number]
    pieces[number] = pieces[number].replace(old, new, 1)
    rows, problems = read("[" + (", " if indent is None else " ,\n ").join(pieces) + "]")
    assert rows == RECORDS[:number] + RECORDS[number + 1 :]
    assert problems == [(f"a.js#{number + 1}", 1)]


def test_cut_off_anywhere() -> None:
    text = json.dumps(RECORDS)
    for place in range(2, len(text), 7):
        rows, problems = read(text[:place])
        assert rows == RECORDS[: len(rows)]
        assert problems


def test_damaged_string_in_a_list_of_strings() -> None:
    assert read('["https://a", "https://b, "https://c", "https://d"]')[0][-1] == "https://d"


def test_one_in_a_hundred_damaged_loses_no_more() -> None:
    chance = random.Random(7)
    many = [{"tweet": {"id": str(number), "text": "words " * chance.randint(1, 9)}} for number in range(500)]
    pieces = [json.dumps(record) for record in many]
    spoiled = sorted(chance.sample(range(500), 5))
    for at in spoiled:
        pieces[at] = pieces[at][: chance.randint(1, len(pieces[at]) - 1)]
    rows, problems = read("[" + ",\n".join(pieces) + "]")
    assert rows == [record for at, record in enumerate(many) if at not in spoiled]
    assert sum(lost for _, lost in problems) == 5
