"""Cures for text damage that several exports share: UTF-8 that was written out as if it were Latin-1.

Only for exports that are known to do this; where the same characters may be meant, nothing here must be called.
"""

from __future__ import annotations

from typing import Any

DEEPEST = 60  # levels of nesting; records of real exports have about ten


def repair(text: str) -> str:
    """Undo UTF-8 that was exported as if it were Latin-1 ("cafÃ©" -> "café").

    Meta's JSON escapes each byte instead of each character. Text that cannot have been damaged this way comes back
    unchanged; raises nothing. A last character that was cut in its middle is dropped. For Meta's exports only, once per
    string: elsewhere "Ã©" may be meant. Source: Facebook and Instagram exports since 2018.
    """
    if text.isascii():
        return text
    try:
        raw = text.encode("latin-1")
    except UnicodeEncodeError:  # a character beyond U+00FF: nobody wrote these bytes one by one
        return text
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end < len(raw) or error.reason != "unexpected end of data":
            return text
        whole, half = raw[: error.start], raw[error.start :]
    # "caf\xe9" may be a cut-off damaged text or a sound "café": only other damage, or a control character that nobody
    # can type (a continuation byte below 0xA0), shows that it was cut.
    if whole.isascii() and not any(byte < 0xA0 for byte in half):
        return text
    return whole.decode("utf-8")


def repair_all(value: Any, depth: int = 0) -> Any:
    """Every string of a parsed JSON value repaired, keys included (localised labels are damaged too)."""
    if isinstance(value, str):
        return repair(value)
    if depth > DEEPEST:
        return value
    if isinstance(value, list):
        return [repair_all(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {repair(key): repair_all(item, depth + 1) for key, item in value.items()}
    return value
