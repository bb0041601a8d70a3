"""Fields of JSON records whose shape nobody vouches for: what is not of the kind that is asked for counts as absent."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any


def text(record: Any, key: str) -> str:
    """A field that is text; "" if it is anything else."""
    value = record.get(key) if isinstance(record, dict) else None
    return value if isinstance(value, str) else ""


def mapping(record: Any, key: str) -> dict[str, Any]:
    """A field that is an object; `{}` if it is anything else."""
    value = record.get(key) if isinstance(record, dict) else None
    return value if isinstance(value, dict) else {}


def objects(record: Any, key: str) -> list[dict[str, Any]]:
    """The objects in a field that is a list."""
    value = record.get(key) if isinstance(record, dict) else None
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def moment(value: Any) -> datetime | None:
    """A time in ISO 8601, in UTC; without a zone it is read as UTC. None if it is none, or absurd."""
    try:
        made = datetime.fromisoformat(value) if isinstance(value, str) else None
        made = made.replace(tzinfo=UTC) if made and not made.tzinfo else made
        return made.astimezone(UTC) if made and 1995 <= made.year < 2100 else None
    except (ValueError, OverflowError):
        return None
