"""Tables: a damaged row loses only itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from importers.posts import Problem
from importers.tables import read_rows, read_table


def rows(text: str) -> tuple[list[list[str]], int]:
    found = list(read_rows("t.csv", text))
    return [row[1] for row in found if not isinstance(row, Problem)][1:], sum(isinstance(row, Problem) for row in found)


def test_quoted_cells_hold_commas_quotes_and_line_breaks() -> None:
    assert rows('a,b\n1,"x, ""y""\r\nz"\r\n\r\n2,\n') == ([["1", 'x, "y"\r\nz'], ["2", ""]], 0)


def test_a_quotation_mark_that_never_closes_loses_one_row() -> None:
    good = "".join(f'{number},"text {number}, ""so""\nmore"\n' for number in range(100))
    damaged = good.replace('50,"text 50, ""so""\nmore"\n', '50,"text 50, ""so\n')
    found, lost = rows("a,b\n" + damaged)
    assert len(found) == 99
    assert lost == 1


def test_a_quotation_mark_inside_a_plain_cell_is_text() -> None:
    assert rows('a,b\n1,5" nails\n2,"x\ny"\n') == ([["1", '5" nails'], ["2", "x\ny"]], 0)


def test_rows_with_too_many_cells_are_counted() -> None:
    assert rows("a,b\n1,2,3\n4,5\n6,7,\n") == ([["4", "5"], ["6", "7", ""]], 1)


def test_two_damaged_rows_in_a_row_are_both_counted() -> None:
    assert rows('a,b,c\n1,"x\n2,"y,\n3,u,v\n') == ([["3", "u", "v"]], 2)


def test_columns_by_name_in_any_case() -> None:
    assert list(read_table("t.csv", "\ufeffID ,Text\n1,x\n2\n".removeprefix("\ufeff"))) == [
        (1, {"id": "1", "text": "x"}),
        (2, {"id": "2", "text": ""}),
    ]


@settings(max_examples=50)
@given(st.text(alphabet='a,"\n\r\0 é', max_size=60))
def test_any_text_gives_rows_and_problems(text: str) -> None:
    list(read_rows("t.csv", text))
