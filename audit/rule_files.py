"""Reads the files under `rules/`, one function for each kind of file, and refuses what is wrong with file, line and hint.

It knows the format (see `rules/README.md`), not what a rule is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, cast

import yaml

from audit.particulars import PRECEDENCE
from audit.results import ACTIONS, CONFIDENCES, Action, Clause, Confidence, Pack
from audit.rule import DETECTORS, NOTE_KINDS, AppliesTo, Concern, Matcher, PackFile, Rule, RulebookError
from audit.rule_parts import named, source
from audit.text import normalise
from importers.posts import KINDS

RULE_KEYS = frozenset(
    "title why advice action confidence status within parts all any none applies_to detector matches does_not_match "
    "known_misses known_false_alarms effect touches reach note".split()
)
CONCERN_KEYS = frozenset("title covers ceiling note".split())
NOTE_KEYS = frozenset("kind from title says".split())
MATCHER_KEYS = frozenset("words phrase regex entity any label unmasked".split())
ENTITIES = frozenset({*PRECEDENCE, "PERSON", "PLACE"})
# PyYAML's wheels hold libyaml, which is many times as fast; a build from source may lack it
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Page:
    """A YAML mapping with the line of each of its keys. `allowed` None: the keys are names of the file's own."""

    def __init__(self, path: Path, allowed: frozenset[str] | None) -> None:
        self.path = path
        self.name = "/".join(path.parts[-3:]) if path.parent.parent.name == "rules" else "/".join(path.parts[-2:])
        try:
            text = path.read_text(encoding="utf-8")
            node = yaml.compose(text, Loader=LOADER)
            self.data: dict[str, Any] = yaml.load(text, Loader=LOADER)
        except yaml.YAMLError as error:
            line = error.problem_mark.line + 1 if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark else 1
            raise RulebookError(
                self.name, line, "This is not YAML.", "Quote texts that hold a colon, # or quotation marks."
            ) from None
        self.lines: dict[str, int] = {}
        if not isinstance(node, yaml.MappingNode):
            raise RulebookError(self.name, 1, "This file holds no keys.", "Copy a neighbouring file and change it.")
        for key, _ in node.value:
            if key.value in self.lines:
                raise RulebookError(
                    self.name, key.start_mark.line + 1, f"The key {key.value} stands twice.", "Keep one."
                )
            self.lines[key.value] = key.start_mark.line + 1
        for key, line in self.lines.items():
            if allowed is not None and key not in allowed:
                raise RulebookError(
                    self.name, line, f"Unknown key {key}.", f"Known keys: {', '.join(sorted(allowed))}."
                )

    def refuse(self, key: str, what: str, hint: str) -> NoReturn:
        raise RulebookError(self.name, self.lines.get(key, 1), what, hint)

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.refuse(key, f"{key} must be a text.", f"Add `{key}: …` in a plain sentence.")
        return " ".join(value.split())

    def choice(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in choices:
            self.refuse(key, f"{key} is {value!r}.", f"Choose one of {', '.join(choices)}.")
        return value

    def names(self, key: str, known: Mapping[str, Any] | None = None) -> frozenset[str]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(key, f"{key} must be a list of names.", f"Write `{key}: [one, two]`.")
        for item in value:
            if known is not None and item not in known:
                self.refuse(key, f"{key} names {item!r}, which there is not.", f"There are {', '.join(known)}.")
        return frozenset(value)


def read_concerns(path: Path) -> dict[str, Concern]:
    """`concerns.yml`: id -> title, covers, ceiling and the note that goes with it."""
    page = _Page(path, None)
    concerns = {}
    for name, entry in page.data.items():
        if not isinstance(entry, dict) or not {"title", "covers", "ceiling"} <= entry.keys() <= CONCERN_KEYS:
            page.refuse(name, f"{name} needs title, covers and ceiling, and may have a note.", "Copy its neighbour.")
        if entry["ceiling"] not in ACTIONS[1:]:
            page.refuse(name, f"The ceiling of {name} is unknown.", f"Choose one of {', '.join(ACTIONS[1:])}.")
        note = entry.get("note", {})
        if note and (not isinstance(note, dict) or note.keys() != NOTE_KEYS or note["kind"] not in NOTE_KINDS):
            page.refuse(
                name, f"The note of {name} needs kind, from, title and says.", f"Kinds: {', '.join(NOTE_KINDS)}."
            )
        if note and note["from"] not in ACTIONS[1:]:
            page.refuse(
                name,
                f"The note of {name} is shown from {note['from']!r}.",
                f"Choose one of {', '.join(ACTIONS[1:])}.",
            )
        concerns[name] = Concern(
            id=name,
            title=entry["title"],
            covers=" ".join(entry["covers"].split()),
            ceiling=entry["ceiling"],
            note=note.get("kind", ""),
            note_title=note.get("title", ""),
            note_says=" ".join(note.get("says", "").split()),
            note_from=note.get("from", "consider"),
        )
    return concerns


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What matchers may name."""

    words: Mapping[str, tuple[str, ...]]  # the lists of `words/`
    parts: Mapping[str, str]  # parts of regexes, ready to be put in


def read_vocabulary(root: Path) -> Vocabulary:
    """The lists of `words/` and, if there is one, `parts.yml`."""
    words = read_words(root / "words")
    if not (root / "parts.yml").exists():
        return Vocabulary(words, {})
    page = _Page(root / "parts.yml", None)
    return Vocabulary(words, named(page.data, {}, "", page.refuse))


def read_words(folder: Path) -> dict[str, tuple[str, ...]]:
    """Every list of `words/`: name -> its entries, normalised; one entry a line, `#` comments."""
    lists = {}
    for path in sorted(folder.glob("*.txt")):
        lines = (line.split("#", 1)[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
        lists[path.stem] = tuple(dict.fromkeys(normalise(line).text.strip() for line in lines if line))
    return lists


def read_pack(path: Path, concerns: Mapping[str, Concern]) -> PackFile:
    """A standard: title, issuer, url, binds, in_force, clauses."""
    page = _Page(path, frozenset("title issuer url binds in_force clauses".split()))
    url = page.text("url")
    clauses = []
    for entry in page.data.get("clauses") or page.refuse("clauses", "A pack needs clauses.", "See packs/bacp.yml."):
        if not isinstance(entry, dict) or not {"id", "says", "concerns"} <= entry.keys():
            page.refuse("clauses", "Each clause needs id, says and concerns.", "See packs/bacp.yml.")
        for concern in entry["concerns"]:
            if concern not in concerns:
                page.refuse(
                    "clauses",
                    f"Clause {entry['id']} names the concern {concern!r}.",
                    f"There are {', '.join(concerns)}.",
                )
        clause = Clause(path.stem, str(entry["id"]), " ".join(entry["says"].split()), entry.get("url", url))
        clauses.append((clause, frozenset(entry["concerns"])))
    pack = Pack(path.stem, page.text("title"), page.text("issuer"), url, page.text("in_force"))
    return PackFile(pack, page.names("binds"), tuple(clauses))


def read_rule(path: Path, concerns: Mapping[str, Concern], shared: Vocabulary, concern: str) -> Rule:
    """A rule of a concern's folder, or (concern "") an excuse or a note."""
    page = _Page(path, RULE_KEYS)
    known = Vocabulary(shared.words, named(page.data.get("parts", {}), shared.parts, "parts", page.refuse))
    effect = page.choice("effect", ("", "cancel", "lower", "note"), "")
    if bool(concern) == bool(effect):
        page.refuse(
            "effect", "effect is for excuses and notes, and they need it.", "Excuses: cancel or lower. Notes: note."
        )
    action = cast(Action, page.choice("action", ACTIONS[1:])) if concern else "keep"
    if concern and ACTIONS.index(action) > ACTIONS.index(concerns[concern].ceiling):
        ceiling = concerns[concern].ceiling
        page.refuse("action", f"{action} is above the ceiling of {concern}.", f"Use {ceiling} at most.")
    detector = page.choice("detector", DETECTORS, "patterns")
    wanted, unwanted = _matchers(page, "all", known), _matchers(page, "none", known)
    if options := _matchers(page, "any", known):
        wanted += (Matcher("any", options[0].label, options=options),)
    if (detector == "patterns") != bool(wanted):
        page.refuse(
            "all", "A rule needs something to look for.", "Give all or any, or name the detector that notices it."
        )
    matches, against = _cases(page, "matches"), _cases(page, "does_not_match")
    if len(matches) < 2 or len(against) < 3:
        page.refuse(
            "matches",
            f"There are {len(matches)} cases that match and {len(against)} that do not.",
            "Give at least two and three. The best counter-cases are near misses from good professional life.",
        )
    return Rule(
        id=f"{path.parent.name}.{path.stem}",
        concern=concern,
        title=page.text("title"),
        why=page.text("why"),
        advice=page.text("advice", "" if effect else None),
        action=action,
        confidence=cast(Confidence, page.choice("confidence", CONFIDENCES, "medium")),
        trial=page.choice("status", ("stable", "trial"), "stable") == "trial",
        within=cast(Any, page.choice("within", ("sentence", "post"), "sentence")),
        all=wanted,
        none=unwanted,
        applies_to=_applies_to(page),
        detector=detector,
        matches=matches,
        does_not_match=against,
        known_misses=_cases(page, "known_misses"),
        known_false_alarms=_cases(page, "known_false_alarms"),
        path=page.name,
        effect=cast(Any, effect),
        touches=page.names("touches", concerns) or frozenset(concerns),
        reach=cast(
            Any, page.choice("reach", ("words", "sentence", "post"), "words" if effect == "cancel" else "sentence")
        ),
        note=page.choice("note", NOTE_KINDS) if effect == "note" else "",
    )


def refuse_strays(root: Path, concerns: Mapping[str, Concern]) -> None:
    """A file in a folder that nobody reads would be a rule that never runs."""
    known = {*concerns, "packs", "excuses", "notes", "words"}
    for path in sorted(root.rglob("*.y*ml")):
        folder = path.parent.name if path.parent != root else ""
        if path.suffix != ".yml" or (folder not in known if folder else path.name not in ("concerns.yml", "parts.yml")):
            raise RulebookError(
                str(path.relative_to(root)), 1, "Nobody reads this file.", "Move it to a concern's folder, as .yml."
            )


def refuse_silent(
    root: Path, concerns: Mapping[str, Concern], packs: Mapping[str, PackFile], rules: Mapping[str, Rule]
) -> None:
    """Each concern needs a clause that speaks of it, and a rule."""
    for concern in concerns:
        if not any(concern in named for pack in packs.values() for _, named in pack.clauses):
            raise RulebookError("concerns.yml", 1, f"No clause names {concern}.", "Add it to a clause in packs/.")
        if not any(rule.concern == concern for rule in rules.values()):
            raise RulebookError("concerns.yml", 1, f"{concern} has no rule.", f"Add a first one in {concern}/.")


def _applies_to(page: _Page) -> AppliesTo:
    entry = page.data.get("applies_to", {})
    if not isinstance(entry, dict) or not entry.keys() <= {"kind", "media"}:
        page.refuse("applies_to", "applies_to knows kind and media.", "Write `applies_to: {kind: [share, like]}`.")
    wanted = entry.get("kind", [])
    if not isinstance(wanted, list) or entry.get("media") not in (None, True, False):
        page.refuse(
            "applies_to", "kind is a list and media is true or false.", "Write `applies_to: {kind: [share, like]}`."
        )
    kinds = frozenset(map(str, wanted))
    if strange := kinds - set(KINDS):
        page.refuse("applies_to", f"Unknown kind {sorted(strange)[0]!r}.", f"There are {', '.join(KINDS)}.")
    return AppliesTo(kinds, entry.get("media"))


def _cases(page: _Page, key: str) -> tuple[object, ...]:
    value = page.data.get(key, [])
    if not isinstance(value, list):
        page.refuse(key, f"{key} must be a list.", "One case a line, each with a dash in front.")
    for case in value:
        if not isinstance(case, str | list) and not (isinstance(case, dict) and "text" in case):
            page.refuse(
                key, f"A case of {key} is neither a text nor a mapping with text.", "Put the text in quotation marks."
            )
    return tuple(value)


def _matchers(page: _Page, key: str, known: Vocabulary) -> tuple[Matcher, ...]:
    value = page.data.get(key, [])
    if not isinstance(value, list):
        page.refuse(key, f"{key} must be a list.", "One matcher a line, each with a dash in front.")
    return tuple(_matcher(page, key, entry, known) for entry in value)


def _matcher(page: _Page, key: str, entry: Any, known: Vocabulary) -> Matcher:
    kinds = [
        name for name in ("words", "phrase", "regex", "entity", "any") if isinstance(entry, dict) and name in entry
    ]
    if len(kinds) != 1 or set(entry) - MATCHER_KEYS:
        page.refuse(
            key,
            "A matcher needs exactly one of words, phrase, regex, entity, any.",
            "Optionally a label, or unmasked: true.",
        )
    kind, value = kinds[0], entry[kinds[0]]
    label, unmasked = str(entry.get("label", "")), bool(entry.get("unmasked", False))
    if kind == "any":
        if not isinstance(value, list) or not value:
            page.refuse(key, "any must be a list of matchers.", "One matcher a line, each with a dash in front.")
        options = tuple(_matcher(page, key, option, known) for option in value)
        return Matcher("any", label, options=options)
    if kind == "entity":
        labels = frozenset(value if isinstance(value, list) else [value])
        if strange := labels - ENTITIES:
            page.refuse(
                key, f"There is no entity {sorted(map(str, strange))[0]}.", f"There are {', '.join(sorted(ENTITIES))}."
            )
        return Matcher("entity", label or ", ".join(sorted(labels)).lower().replace("_", " "), entities=labels)
    if kind == "regex":
        return Matcher(
            "regex",
            label or "wording",
            _compile(page, key, source(value, known.parts, key, page.refuse)),
            unmasked=unmasked,
        )
    if kind == "words":
        names = value if isinstance(value, list) else [value]
        for name in names:
            if name not in known.words:
                page.refuse(key, f"There is no list words/{name}.txt.", f"There are {', '.join(known.words)}.")
        terms = tuple(term for name in names for term in known.words[name])
        label = label or str(names[0]).replace("-", " ")
    else:
        entries = value if isinstance(value, list) else [value]
        if any(entry is None or isinstance(entry, bool) for entry in entries):  # YAML 1.1 reads no, yes, on and off so
            page.refuse(
                key, "A phrase is read as true, false or nothing.", "Put yes, no, on and off in quotation marks."
            )
        terms = tuple(normalise(str(term)).text.strip() for term in entries)
        label = label or "words"
    if not terms or "" in terms:
        page.refuse(key, "A matcher has nothing to look for.", "Give it at least one word.")
    return Matcher(cast(Any, kind), label, alternation(terms), frozenset(terms), unmasked=unmasked)


def alternation(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, the longest first; a space stands for any white space."""
    ordered = sorted(set(terms), key=lambda term: (-len(term), term))
    made = "|".join(r"\s+".join(re.escape(piece) for piece in term.split()) for term in ordered)
    return re.compile(rf"(?<!\w)(?:{made})(?!\w)")


def _compile(page: _Page, key: str, regex: str) -> re.Pattern[str]:
    try:
        pattern = re.compile(regex)
    except re.error as error:
        page.refuse(
            key, f"A regex does not compile: {error}.", "Put it in single quotation marks, and try it at a prompt."
        )
    if pattern.search(""):
        page.refuse(
            key, "A regex matches nothing at all, so it would match everywhere.", "Make at least one letter needed."
        )
    return pattern
