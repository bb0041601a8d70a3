"""The report's own words, from one file for each language, and how numbers and dates are written in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parent / "static"
LANGUAGE = "en"


def load(language: str = LANGUAGE) -> dict[str, Any]:
    """All strings of a language, as `static/<language>.toml` orders them."""
    return tomllib.loads((STATIC / f"{language}.toml").read_text(encoding="utf-8"))


def plural(forms: Mapping[str, str], n: int, **values: object) -> str:
    """The form for `n`, filled in; `{n}` is the number itself."""
    form = forms.get(str(n), forms["other"])
    return form.format(n=number(n), **values)


def number(n: int) -> str:
    """8123 -> 8,123."""
    return f"{n:,}"


def day(when: datetime, months: list[str]) -> str:
    """6 May 2014, in UTC."""
    when = when.astimezone(UTC)
    return f"{when.day} {months[when.month - 1]} {when.year}"


def age(when: datetime, now: datetime) -> str:
    """How long ago, in the largest unit that fits."""
    days = (now - when).days
    for unit, length in (("year", 365.25), ("month", 30.44), ("day", 1)):
        count = int(days / length)
        if count >= 1:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "today" if days == 0 else "in the future"
