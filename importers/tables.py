"""Reads comma-separated tables of exports row by row; a damaged row loses only itself. Knows no platform."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from importers.posts import Problem

CELL = 10_000_000  # characters; the csv module's default limit of 131,072 would lose long articles
LINES = 5_000  # in one row; a quotation mark that is open for longer was never closed


def read_rows(name: str, text: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]] | Problem]:
    """The header as row 0, then rows with their positions from 1. Quoted cells may hold line breaks.

    Where a quotation mark is missing, csv readers swallow every row up to the next one. Here such a row is reported, and
    reading goes on at the next line that is a whole row.
    """
    csv.field_size_limit(CELL)
    text = text.replace("\0", "")
    lines = (text if "\n" in text else text.replace("\r", "\n")).split("\n")
    odd = [line.count('"') % 2 for line in lines]
    columns, position, place = 0, 0, 0
    lost = False  # whether the row before was damaged, so that its other lines may follow
    cells: list[str] | None
    while place < len(lines):
        end, is_open = place, odd[place]
        while is_open and end + 1 < len(lines) and end - place < LINES:
            end += 1
            is_open ^= odd[end]
        whole = (
            _cells(lines[place], False, delimiter) if end > place else None
        )  # a quotation mark inside a plain cell: 5" nails
        if whole is not None and len(whole) == columns:
            cells, end = whole, place
        else:
            cells = None if is_open else _cells("\n".join(lines[place : end + 1]), end == place, delimiter)
        if cells is not None and not any(cell.strip() for cell in cells):
            place = end + 1
        elif cells is not None and not columns:
            columns, place = len(cells), end + 1
            yield 0, cells
        elif cells is not None and (len(cells) == columns if lost else not any(cells[columns:])):
            position, place, lost = position + 1, end + 1, False
            yield position, cells
        else:
            if not lost or _may_start_a_row(lines[place].split(delimiter), columns):
                position += 1
                many = cells is not None and len(cells) > columns
                reason = "has more cells than the table has columns" if many else "cannot be read as CSV"
                yield Problem(f"{name}#{position}", f"This row {reason}: a quotation mark may be missing.")
            place, lost = place + 1, lost or bool(odd[place])  # its other lines follow only if a quotation mark is open


def _cells(row: str, one_line: bool, delimiter: str) -> list[str] | None:
    """The cells of one row; None if its quotation marks do not stand where cells begin and end."""
    for strict in (True, False) if one_line else (True,):
        try:
            rows = list(csv.reader(io.StringIO(row, newline=""), strict=strict, delimiter=delimiter))
        except csv.Error:
            continue
        if len(rows) <= 1:
            return rows[0] if rows else []
    return None


def _may_start_a_row(pieces: list[str], columns: int) -> bool:
    return len(pieces) >= max(2, columns // 2) and bool(pieces[0]) and " " not in pieces[0]


def read_table(name: str, text: str) -> Iterator[tuple[int, dict[str, str]] | Problem]:
    """Rows with their positions from 1, keyed by the header in lower case. Absent cells are `""`.

    Of a row with more cells than columns nobody can say which belongs where.
    """
    columns: list[str] = []
    for row in read_rows(name, text):
        if isinstance(row, Problem):
            yield row
        elif row[0] == 0:
            columns = [column.strip().lower() for column in row[1]]
        else:
            yield row[0], dict.fromkeys(columns, "") | dict(zip(columns, row[1], strict=False))
