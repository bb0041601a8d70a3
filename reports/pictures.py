"""The figures behind the report's pictures: rows of bars, and a calendar. Numbers only; the template draws them.

Kept posts are left out: they would make every other bar too short to see. The tables under the pictures have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audit.results import Action, AuditResult, PostResult, Summary

SHOWN: tuple[Action, ...] = ("delete", "review", "consider")


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a picture. Widths and offsets are percentages of the longest row."""

    key: str  # what a click filters by: a year, a platform, a concern
    name: str
    total: int
    counts: tuple[tuple[str, int], ...]  # (action, posts), strongest first; ("all", posts) where actions do not matter
    parts: tuple[tuple[str, float, float], ...]  # (action, offset, width), for counts above nought


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of the calendar."""

    key: str  # "2014-05"
    month: int  # 1–12
    total: int
    heat: int  # 0 = none, 1–4


@dataclass(frozen=True, slots=True)
class Cross:
    """A row of the table behind the pictures: a year on one platform."""

    year: str
    platform: str
    counts: tuple[int, ...]  # as SHOWN


def stacked(table: Mapping[str, Mapping[Action, int]], names: Mapping[str, str]) -> list[Bar]:
    """A bar for each key of the table, cut by action."""
    rows = [(key, tuple((action, counts.get(action, 0)) for action in SHOWN)) for key, counts in table.items()]
    longest = max((sum(n for _, n in counts) for _, counts in rows), default=0) or 1
    bars = []
    for key, counts in rows:
        parts, at = [], 0.0
        for action, n in counts:
            if n:
                parts.append((action, round(at, 2), round(100 * n / longest, 2)))
                at += 100 * n / longest
        bars.append(Bar(key, names.get(key, key), sum(n for _, n in counts), tuple(counts), tuple(parts)))
    return bars


def plain(table: Mapping[str, int], names: Mapping[str, str]) -> list[Bar]:
    """A bar for each key of the table, longest first."""
    longest = max(table.values(), default=0) or 1
    return [
        Bar(key, names.get(key, key), n, (("all", n),), (("all", 0.0, round(100 * n / longest, 2)),))
        for key, n in sorted(table.items(), key=lambda item: (-item[1], item[0]))
        if n
    ]


def years(summary: Summary) -> dict[str, Mapping[Action, int]]:
    """Posts by year without holes between the first year and the last; unknown dates at the end."""
    known = sorted(int(year) for year in summary.by_year if year)
    table: dict[str, Mapping[Action, int]] = {}
    if known:
        table = {str(year): summary.by_year.get(str(year), {}) for year in range(known[0], known[-1] + 1)}
    if "" in summary.by_year:
        table[""] = summary.by_year[""]
    return table


def months(summary: Summary) -> dict[str, int]:
    """Posts to look at, by month; those without a date are left out."""
    return {m: sum(counts.get(a, 0) for a in SHOWN) for m, counts in sorted(summary.by_month.items()) if m}


def calendar(summary: Summary) -> dict[str, list[Cell]]:
    """The months of every year that has a post to look at, newest year first."""
    totals = months(summary)
    most = max(totals.values(), default=0)
    rows: dict[str, list[Cell]] = {}
    for year in sorted({month[:4] for month, n in totals.items() if n}, reverse=True):
        rows[year] = [
            Cell(key, month, n, 0 if n == 0 else 1 + min(3, (4 * n - 1) // most))
            for month in range(1, 13)
            for key in [f"{year}-{month:02d}"]
            for n in [totals.get(key, 0)]
        ]
    return rows


def crossed(posts: Iterable[PostResult]) -> list[Cross]:
    """Posts to look at, by year and platform."""
    found: Counter[tuple[str, str, Action]] = Counter(
        (str(post.created_at.year) if post.created_at else "", post.platform, post.action)
        for post in posts
        if post.action != "keep"
    )
    keys = sorted({(year, platform) for year, platform, _ in found}, key=lambda k: (k[0] == "", k))
    return [Cross(year, platform, tuple(found[year, platform, a] for a in SHOWN)) for year, platform in keys]


def busiest(result: AuditResult) -> tuple[str, int] | None:
    """The month with most posts to look at, and how many."""
    totals = months(result.summary)
    best = max(totals.items(), key=lambda item: (item[1], item[0]), default=None)
    return best if best and best[1] else None
