"""Discord's message source made readable: tokens get stand-ins, quoted lines are other people's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

_TOKEN = re.compile(
    r"<(?:@!?(?P<user>\d+)|#(?P<channel>\d+)|(?P<role>@&\d+)|a?:(?P<emoji>\w+):\d+|t:(?P<time>-?\d{1,12})(?::[A-Za-z])?)>"
)


def plain(source: str, people: Mapping[str, str], channels: Mapping[str, str]) -> tuple[str, str]:
    """Own words and quoted words of a message. Markdown marks stay: they are as the person typed them."""
    own: list[str] = []
    quoted: list[str] = []
    in_code, rest_is_quoted = False, False
    for line in source.split("\n"):
        if rest_is_quoted:
            quoted.append(line)
        elif not in_code and line.startswith(">>> "):
            rest_is_quoted = True
            quoted.append(line[4:])
        elif not in_code and line.startswith("> "):
            quoted.append(line[2:])
        else:
            own.append(line)
            in_code ^= line.count("```") % 2 == 1
    return _readable("\n".join(own), people, channels), _readable("\n".join(quoted), people, channels)


def _readable(text: str, people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    def stand_in(match: re.Match[str]) -> str:
        if match["user"]:
            return f"@{people.get(match['user']) or 'someone'}"
        if match["channel"]:
            return f"#{channels.get(match['channel']) or 'channel'}"
        if match["emoji"]:
            return f":{match['emoji']}:"
        if match["time"]:
            return _time(int(match["time"]))
        return "@role"

    return _TOKEN.sub(stand_in, text)


def _time(seconds: int) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return "[time]"
