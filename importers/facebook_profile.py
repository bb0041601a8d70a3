"""What a Facebook profile says in the person's own words, and by which names it knows the person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from importers import meta
from importers.facebook_records import PLATFORM, Account
from importers.meta import dicts, joined, text_of, web_address
from importers.posts import Item, Post, Problem, derived_id


def profile(value: Any, name: str, account: Account) -> Iterator[Item]:
    """What the profile says in the person's own words: bio, work, user name. Everything else stays out."""
    inner = profile_of(value)
    if not inner:
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    said = [
        ("bio", text_of(inner.get("intro_bio"), "name", "text") or text_of(inner, "intro_bio", "about_me")),
        ("quotes", text_of(inner, "favorite_quotes")),
        ("username", text_of(inner, "username")),
    ]
    for work in dicts(inner.get("work_experiences")):
        post_held = ", ".join(text for text in (text_of(work, "title"), text_of(work, "employer")) if text)
        said.append(("work", joined([post_held, text_of(work, "description")], "\n")))
    for about, text in said:
        if text.strip():
            yield Post(
                post_id=derived_id("bio", about, text),
                platform=PLATFORM,
                kind="bio",
                created_at=None,
                text=text,
                account=account.name,
                url=web_address(inner.get("profile_uri")),
                source=name,
            )


def profile_of(value: Any) -> dict[str, Any]:
    """The profile itself, out of `profile`, `profile_v2` or a bare object; {} if there is none."""
    if not isinstance(value, dict):
        return {}
    for key, inner in value.items():
        if key.startswith("profile") and isinstance(inner, dict) and "name" in inner:
            return inner
    return value if "name" in value else {}


def own_names(inner: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The name to show, and all own names: current, former, others."""
    name = inner.get("name")
    full = text_of(name, "full_name") or (name if isinstance(name, str) else "")
    former = [
        text_of(other, "name", "full_name") if isinstance(other, dict) else other
        for key in ("previous_names", "other_names")
        for other in (inner.get(key) if isinstance(inner.get(key), list) else [])  # type: ignore[union-attr]
    ]
    names = [full, *(text for text in former if isinstance(text, str))]
    return full, tuple(dict.fromkeys(text for text in names if text.strip()))
