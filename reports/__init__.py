"""Shows an AuditResult: one function for each format, from the result to the text of a file."""

from __future__ import annotations

from collections.abc import Callable

from audit.results import AuditResult
from reports import html, json

FORMATS: dict[str, Callable[[AuditResult], str]] = {"html": html.render, "json": json.render}
