"""Reads the files of an X archive: JavaScript assignments, one record at a time, and what they say about the account.

Never evaluates anything. What the records mean is for `x_tweets` and `x`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from importers import fields
from importers.archive import Archive, matches, parse_json
from importers.arrays import read_array
from importers.posts import Problem, ReadOptions, Unreadable

SNOWFLAKE_EPOCH = 1_288_834_974_657  # ms; ids made since November 2010 hold the time in their upper bits
FIRST_SNOWFLAKE = 30_000_000_000  # ids below are counted up, and tell no time
FIRST_YEAR = 2006  # X began in March 2006
MONTHS = {name: at for at, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}

_ASSIGNED = re.compile(r"\s*(?:window\.|var\s+)?[\w$.]+\s*=")
_TWEET_TIME = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d):?(\d\d) (\d{4})")


@dataclass(frozen=True)
class Me:
    """Whose archive it is, as far as it says. `handles` holds former ones too, in lower case, without `@`."""

    account_id: str = ""
    handle: str = ""
    display_name: str = ""
    handles: frozenset[str] = frozenset()

    @property
    def account(self) -> str:
        """As shown in the report."""
        return f"@{self.handle}" if self.handle else ""


def string(record: Any, key: str) -> str:
    """A field as text. X writes nearly every number as a string; the oldest archives do not."""
    value = record.get(key) if isinstance(record, dict) else None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if -(10**30) < value < 10**30 else ""
    return value if isinstance(value, str) else ""


def unwrap(row: Any, key: str) -> dict[str, Any] | None:
    """The record in `{"tweet": {…}}`; before 2020 there was often no wrapper. None if it is no record at all."""
    if not isinstance(row, dict):
        return None
    inner = row.get(key)
    if inner is None and len(row) == 1:
        inner = next(iter(row.values()))  # community and circle posts, whose wrapper has had several names
    return inner if isinstance(inner, dict) else row


def number(identity: str) -> int:
    """An id as a number, to compare ages; 0 if it is not one."""
    return int(identity) if identity.isascii() and identity.isdigit() and len(identity) < 30 else 0


def snowflake_time(identity: str) -> datetime | None:
    """When an id was made; None for ids from before November 2010, which do not say."""
    value = number(identity)
    if value < FIRST_SNOWFLAKE:
        return None
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=(value >> 22) + SNOWFLAKE_EPOCH)
    except OverflowError:
        return None


def time(value: str) -> datetime | None:
    """A time in any of X's styles: `Tue Mar 05 14:02:11 +0000 2024`, ISO 8601, `2012-06-30 18:50:04 +0000`, or ms."""
    try:
        found = _TWEET_TIME.fullmatch(value)
        if found:
            month, day, hour, minute, second, sign, east_hours, east_minutes, year = found.groups()
            east = timedelta(hours=int(east_hours), minutes=int(east_minutes)) * (1 if sign == "+" else -1)
            local = datetime(int(year), MONTHS[month], int(day), int(hour), int(minute), int(second), tzinfo=UTC)
            return local - east
        if number(value) > 10**11:
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=number(value))
        made = datetime.fromisoformat(re.sub(r" (?=[+-]\d{4}$)", "", value))
        return made.astimezone(UTC) if made.tzinfo else made.replace(tzinfo=UTC)
    except (KeyError, ValueError, OverflowError):
        return None


def is_possible(moment: datetime | None) -> bool:
    """Whether somebody can have posted on X then."""
    return moment is not None and FIRST_YEAR <= moment.year < 2100


def body(name: str, text: str) -> str:
    """What is assigned in `window.YTD.tweets.part0 = […];`. Plain JSON is taken as it is. Raises Unreadable."""
    found = _ASSIGNED.match(text)
    made = text[found.end() :] if found else text
    made = made.strip()
    made = made[:-1].rstrip() if made.endswith(";") else made
    if not made:
        raise Unreadable(name, "This file is empty.", "Ask for the archive again if you expected something in it.")
    return made


def read_object(archive: Archive, name: str) -> Any:
    """A file that holds one object, such as the manifest. Raises Unreadable."""
    return parse_json(name, body(name, archive.read_text(name) or ""))


def read_rows(archive: Archive, name: str) -> Iterator[tuple[int, Any] | Problem]:
    """The records of a file with their positions from 1; see `read_array`. Raises Unreadable."""
    text = body(name, archive.read_text(name) or "")
    if not text.startswith("["):
        parse_json(name, text)  # says where what can be read ends
        raise Unreadable(name, "This file does not hold a list of records.", "Was it changed after the download?")
    yield from read_array(name, text)


def find_me(archive: Archive, files: list[str], options: ReadOptions) -> Me:
    """The account from account.js, else the manifest, else user_details.js of before 2018, else what the person said."""
    account = _first(archive, files, "account", "account")
    changes = [_first_of(row) for row in _all(archive, files, "screen-name-change")]
    manifest = _manifest_user(archive, files)
    details = _details(archive, files)
    given = [name.lstrip("@") for name in options.accounts]
    account_id = string(account, "accountId") or string(manifest, "accountId") or string(details, "id")
    handle = string(account, "username") or string(manifest, "userName") or string(details, "screen_name")
    if not account_id:
        account_id = next((name for name in given if number(name)), "")
    handle = handle or next((name for name in given if re.fullmatch(r"\w{1,15}", name) and not number(name)), "")
    former = [string(change, key) for change in changes for key in ("changedFrom", "changedTo")]
    return Me(
        account_id,
        handle,
        string(account, "accountDisplayName") or string(manifest, "displayName") or string(details, "full_name"),
        frozenset(name.lower() for name in (handle, *former) if name),
    )


def patterns(base: str) -> tuple[str, ...]:
    """Where a kind of file lies: in `data/` since 2020, at the archive's root before; large ones are cut into parts."""
    return (f"data/{base}.js", f"data/{base}-part*.js", f"{base}.js", f"{base}-part*.js")


def is_named(name: str, base: str) -> bool:
    """Whether a member is the file, or a part, of that kind."""
    return any(matches(name, pattern) for pattern in patterns(base))


def _all(archive: Archive, files: list[str], base: str) -> Iterator[Any]:
    for name in files:
        if is_named(name, base):
            yield from _rows(archive, name)


def _rows(archive: Archive, name: str) -> Iterator[Any]:
    try:
        for row in read_rows(archive, name) if name else ():
            if not isinstance(row, Problem):
                yield row[1]
    except Unreadable:
        return  # `posts` says so when it reads this file


def _first(archive: Archive, files: list[str], base: str, key: str) -> dict[str, Any]:
    return next((found for row in _all(archive, files, base) if (found := unwrap(row, key))), {})


def _first_of(row: Any) -> dict[str, Any]:
    """The innermost object of `{"screenNameChange": {"screenNameChange": {"changedFrom": …}}}`."""
    while isinstance(row, dict) and "changedFrom" not in row:
        row = next((value for value in row.values() if isinstance(value, dict)), None)
    return row if isinstance(row, dict) else {}


def _manifest_user(archive: Archive, files: list[str]) -> dict[str, Any]:
    for name in files:
        if is_named(name, "manifest"):
            try:
                return fields.mapping(read_object(archive, name), "userInfo")
            except Unreadable:
                continue  # `posts` says so
    return {}


def _details(archive: Archive, files: list[str]) -> dict[str, Any]:
    for name in files:
        if matches(name, "data/js/user_details.js"):
            try:
                found = read_object(archive, name)
            except Unreadable:
                break  # `posts` says so
            return found if isinstance(found, dict) else {}
    monthly = (name for name in files if matches(name, "data/js/tweets/*.js"))
    for row in _rows(archive, next(monthly, "")):
        user = fields.mapping(row, "user")
        if user:
            return {**user, "id": string(user, "id_str"), "full_name": string(user, "name")}
    return {}
