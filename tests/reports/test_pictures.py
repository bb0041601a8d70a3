"""The figures behind the pictures, and how numbers and dates are written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reports import pictures, strings
from tests.reports.result import result

MONTHS = strings.load()["pictures"]["months"]


def test_years_have_no_holes_and_unknown_comes_last() -> None:
    table = pictures.years(result().summary)
    assert list(table) == [*map(str, range(2011, 2026)), ""]


def test_bars_are_parts_of_the_longest() -> None:
    bars = pictures.stacked({"a": {"delete": 1, "review": 1, "keep": 90}, "b": {"consider": 4}, "c": {}}, {"a": "A"})
    assert [(bar.name, bar.total, bar.parts) for bar in bars] == [
        ("A", 2, (("delete", 0.0, 25.0), ("review", 25.0, 25.0))),
        ("b", 4, (("consider", 0.0, 100.0),)),
        ("c", 0, ()),
    ]


def test_every_post_to_look_at_is_in_each_picture() -> None:
    whole = result()
    look = len(whole.posts)
    assert sum(bar.total for bar in pictures.stacked(pictures.years(whole.summary), {})) == look
    assert sum(bar.total for bar in pictures.stacked(whole.summary.by_platform, {})) == look
    assert sum(sum(row.counts) for row in pictures.crossed(whole.posts)) == look
    months = sum(cell.total for cells in pictures.calendar(whole.summary).values() for cell in cells)
    assert months == sum(1 for post in whole.posts if post.created_at)


def test_the_busiest_month() -> None:
    assert pictures.busiest(result()) == ("2016-03", 5)
    cells = [cell for row in pictures.calendar(result().summary).values() for cell in row]
    assert max(cells, key=lambda cell: cell.total).heat == 4
    assert {cell.heat for cell in cells if cell.total == 0} == {0}


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "1 day ago"), (29, "29 days ago"), (31, "1 month ago"), (364, "11 months ago"), (366, "1 year ago"), (4_288, "11 years ago"), (-9, "in the future")],
)  # fmt: skip
def test_age(days: int, said: str) -> None:
    now = datetime(2026, 1, 31, tzinfo=UTC)
    assert strings.age(now - timedelta(days=days), now) == said


def test_numbers_and_days() -> None:
    assert strings.number(8123) == "8,123"
    assert strings.day(datetime(2014, 5, 6, 23, 59, tzinfo=UTC), MONTHS) == "6 May 2014"
    assert strings.plural({"1": "one", "other": "{n} of {all}"}, 1200, all="9") == "1,200 of 9"
    assert strings.plural({"1": "one", "other": "{n}"}, 1) == "one"
