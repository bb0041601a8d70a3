"""Shows on standard error how far the work is and how long it may still take, once it lasts longer than a moment."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

PATIENCE = 1.5  # seconds without a word
LINE_EVERY = 15.0  # seconds between lines where standard error is not a terminal


class Teller:
    """`with Teller(quiet) as tell: tell("Reading your posts", 500, 8000)`; `total` 0 means that nobody knows yet."""

    def __init__(self, quiet: bool = False) -> None:
        self._quiet = quiet
        self._started = time.monotonic()
        self._said = self._started
        self._bar: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Teller:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if self._quiet or now - self._started < PATIENCE:
            return
        if not sys.stderr.isatty():
            if now - self._said >= LINE_EVERY:
                self._said = now
                print(f"{what}: {done:,} of {total:,}" if total else f"{what}: {done:,}", file=sys.stderr)
            return
        if self._bar is None:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.completed:,.0f}"),
                TimeRemainingColumn(),
            )
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
        if what not in self._tasks:
            self._tasks[what] = self._bar.add_task(what, total=total or None)
        self._bar.update(self._tasks[what], completed=done)
