"""What an Instagram or Threads profile says of itself, now and in earlier wordings. Addresses and numbers stay out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from importers import meta
from importers.instagram_records import PLATFORM, Account, known, strange, strings
from importers.meta import labels
from importers.posts import Item, Post, derived_id

EARLIER = "An earlier wording of the profile, replaced since."


def changed(row: Any, source: str, account: Account) -> Iterator[Item]:
    """An old bio, name or user name, out of the history of the profile. Addresses and numbers stay out."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    found = strings(row)
    what, before = found.values.get("changed", "").lower(), found.values.get("previous value", "")
    if not before.strip() or not any(word in what for word in ("bio", "name", "website")):
        return
    yield Post(
        post_id=derived_id("bio", what, found.at, before),
        platform=PLATFORM,
        kind="bio",
        created_at=found.at,
        text=before,
        context=EARLIER,
        account=account.name,
        audience="private",
        source=source,
    )


@dataclass(frozen=True, slots=True, repr=False)
class Profile:
    """What a profile says of itself."""

    username: str = ""
    name: str = ""
    bio: str = ""
    website: str = ""
    private: bool | None = None


USERNAME = (
    "username",
    "gebruikersnaam",
    "nombre de usuario",
    "benutzername",
    "nom d’utilisateur",
    "nume de utilizator",
)
NAME = ("name", "naam", "nombre", "nom", "nume")
BIO = ("bio", "biografie", "biografía", "biografie", "steckbrief")
PRIVATE = ("private account", "privéaccount", "privé-account", "cuenta privada", "privates konto", "compte privé")


def profile(value: Any) -> Profile:
    """The profile out of `profile_user`, or of a lone row; empty where nothing is known."""
    for row in meta.rows(value):
        if not isinstance(row, dict):
            continue
        values = strings(row).values
        if "label_values" in row:
            values = {entry.label: entry.value for entry in labels(row)}
        flag = (known(values, PRIVATE) or "").strip().lower()
        if values:
            return Profile(
                username=known(values, USERNAME) or "",
                name=known(values, NAME) or "",
                bio=known(values, BIO) or "",
                website=known(values, ("website", "sitio web", "site web", "links")) or "",
                # "False" is a string like any other, and not empty
                private={"true": True, "false": False}.get(flag),
            )
    return Profile()


def profile_posts(found: Profile, name: str, account: Account, platform: str = PLATFORM) -> Iterator[Post]:
    """Bio, name, user name and website: everybody can see them, whatever the account."""
    for what, text in (
        ("bio", found.bio),
        ("name", found.name),
        ("username", found.username),
        ("website", found.website),
    ):
        if text.strip():
            yield Post(
                post_id=derived_id("bio", what, text),
                platform=platform,
                kind="bio",
                created_at=None,
                text=text,
                account=account.name,
                audience="public",
                source=name,
            )
