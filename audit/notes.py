"""What is said beside a post without being a finding: support for the person, and thanks for good work."""

from __future__ import annotations

from audit.matching import View, applies, evidence
from audit.results import Action, Note
from audit.rulebook import Rulebook
from audit.screen import Screen


class Notes:
    """The rules of `rules/notes/`, tried on every post."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._screen = Screen(rulebook.notes.values())

    def beside(self, view: View, action: Action) -> tuple[Note, ...]:
        """Notes for one post. Good work is named only where nothing was found."""
        return tuple(
            Note(rule.note, rule.title, rule.why)  # type: ignore[arg-type]
            for rule in view.candidates(self._screen)
            if (rule.note != "good-work" or action == "keep") and applies(rule, view.reading) and evidence(rule, view)
        )
