"""The rulebook's own refusals: one small sound rulebook, and one broken file each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from audit.rule import RulebookError
from audit.rulebook import Rulebook, load

CONCERNS = """
confidentiality:
  title: Confidentiality
  covers: People you support.
  ceiling: delete
  note: {kind: tell-someone, from: delete, title: Tell someone, says: Please do.}
client-impact:
  title: Clients
  covers: How it reads to them.
  ceiling: review
"""
PACK = """
title: A standard
issuer: A council
url: https://example.org/standard
binds: [dietitian]
in_force: current
clauses:
  - {id: '1.1', says: Keep confidences., concerns: [confidentiality]}
  - {id: '1.2', says: Think of the reader., concerns: [client-impact]}
"""
RULE = """
title: A story
why: Somebody may know who is meant.
advice: Remove it.
action: review
all:
  - words: persons
  - regex: '\\bbay \\d'
matches: [A lady in bay 3., The man from bay 4.]
does_not_match: [Bay 3 is shut., A lady sang., Hay fever.]
"""
EXCUSE = """
title: an idiom
why: It is only a saying.
effect: cancel
touches: [confidentiality]
all:
  - phrase: [lady luck]
matches: [Lady luck is in bay 3., Thank you lady luck.]
does_not_match: [A lucky lady., Luck., Ladies.]
"""
NOTE = """
title: Help
why: Ring 116 123.
effect: note
note: support
all:
  - phrase: [so alone]
matches: [I feel so alone., so alone tonight]
does_not_match: [Home alone., Alone time., A loan.]
"""
PARTS = """
season: [spring, summer]
time-of-year: ['{season}', (?:winter )?term]
"""
STORY = "confidentiality/story.yml"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A rulebook that is sound."""
    files = {
        "concerns.yml": CONCERNS,
        "packs/council.yml": PACK,
        "parts.yml": PARTS,
        "words/persons.txt": "# own list\nlady\nman # with a remark\n",
        STORY: RULE,
        "client-impact/remark.yml": RULE,
        "excuses/idiom.yml": EXCUSE,
        "notes/help.yml": NOTE,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def refused(rules: Path) -> RulebookError:
    with pytest.raises(RulebookError) as caught:
        load(rules)
    return caught.value


def test_a_sound_rulebook_loads(rules: Path) -> None:
    rulebook = load(rules)
    rule = rulebook.rules["confidentiality.story"]
    assert (rule.action, rule.confidence, rule.within, rule.trial) == ("review", "medium", "sentence", False)
    assert rule.all[0].terms == {"lady", "man"}
    assert rulebook.excuses["excuses.idiom"].reach == "words"
    assert rulebook.notes["notes.help"].note == "support"
    assert [clause.clause for clause in rulebook.clauses("confidentiality")] == ["1.1"]


def test_the_shipped_rulebook_loads() -> None:
    rulebook = load()
    assert isinstance(rulebook, Rulebook)
    for rule in rulebook.rules.values():
        assert rulebook.judged(rule.concern), rule.id


BROKEN: dict[str, tuple[str, Callable[[str], str], str, int]] = {
    # what is wrong: file, how it is broken, what the message must say, line (0: whichever)
    "concern-a-text": ("concerns.yml", lambda t: t + "kindness: x\n", "kindness needs title", 11),
    "concern-misspelt": (
        "concerns.yml",
        lambda t: t + "kindness: {titel: x, covers: y, ceiling: review}\n",
        "needs",
        11,
    ),
    "unknown-ceiling": ("concerns.yml", lambda t: t.replace("ceiling: review", "ceiling: sky"), "ceiling of client", 7),
    "concern-note": ("concerns.yml", lambda t: t.replace("kind: tell-someone", "kind: shout"), "note of confid", 2),
    "concern-note-from": (
        "concerns.yml",
        lambda t: t.replace("from: delete", "from: removal"),
        "note of confidentiality is shown from 'removal'",
        2,
    ),
    "concern-note-from-nothing": ("concerns.yml", lambda t: t.replace("from: delete", "from: "), "from None", 2),
    "not-yaml": (STORY, lambda t: t + "why: [unclosed\n", "not YAML", 0),
    "no-keys": (STORY, lambda t: "- one\n- two\n", "holds no keys", 1),
    "empty": (STORY, lambda t: "", "holds no keys", 1),
    "key-twice": (STORY, lambda t: t + "title: Again\n", "title stands twice", 11),
    "unknown-key": (STORY, lambda t: t + "severity: 5\n", "Unknown key severity", 11),
    "no-title": (STORY, lambda t: t.replace("title: A story\n", ""), "title must be a text", 0),
    "empty-why": (STORY, lambda t: t.replace("Somebody may know who is meant.", "''"), "why must be a text", 3),
    "no-advice": (STORY, lambda t: t.replace("advice: Remove it.\n", ""), "advice must be a text", 0),
    "title-a-number": (STORY, lambda t: t.replace("A story", "12"), "title must be a text", 2),
    "unknown-action": (STORY, lambda t: t.replace("action: review", "action: ban"), "action is 'ban'", 5),
    "action-keep": (STORY, lambda t: t.replace("action: review", "action: keep"), "action is 'keep'", 5),
    "above-the-ceiling": (
        "client-impact/remark.yml",
        lambda t: t.replace("action: review", "action: delete"),
        "above the ceiling of client-impact",
        5,
    ),
    "unknown-confidence": (STORY, lambda t: t + "confidence: sure\n", "confidence is 'sure'", 11),
    "unknown-within": (STORY, lambda t: t + "within: page\n", "within is 'page'", 11),
    "unknown-status": (STORY, lambda t: t + "status: beta\n", "status is 'beta'", 11),
    "unknown-detector": (STORY, lambda t: t + "detector: oracle\n", "detector is 'oracle'", 11),
    "detector-and-matchers": (STORY, lambda t: t + "detector: classifier\n", "something to look for", 6),
    "nothing-to-look-for": (
        STORY,
        lambda t: t.replace("all:\n  - words: persons\n  - regex: '\\bbay \\d'\n", ""),
        "something to look for",
        0,
    ),
    "one-match": (STORY, lambda t: t.replace(", The man from bay 4.", ""), "1 cases that match", 9),
    "two-counter-cases": (STORY, lambda t: t.replace(", Hay fever.", ""), "and 2 that do not", 9),
    "cases-not-a-list": (STORY, lambda t: t + "known_misses: one\n", "known_misses must be a list", 11),
    "case-without-text": (STORY, lambda t: t + "known_misses: [{kind: like}]\n", "neither a text", 11),
    "matchers-not-a-list": (STORY, lambda t: t + "none: manikin\n", "none must be a list", 11),
    "matcher-a-text": (STORY, lambda t: t + "none: [manikin]\n", "exactly one of words", 11),
    "two-matchers-in-one": (STORY, lambda t: t + "none: [{phrase: a, regex: b}]\n", "exactly one of words", 11),
    "misspelt-matcher": (STORY, lambda t: t + "none: [{phrases: [a]}]\n", "exactly one of words", 11),
    "any-not-a-list": (STORY, lambda t: t + "none: [{any: }]\n", "any must be a list", 11),
    "no-such-word-list": (STORY, lambda t: t.replace("persons", "people"), "no list words/people.txt", 6),
    "empty-word-list": ("words/persons.txt", lambda t: "# nothing yet\n", "nothing to look for", 6),
    "empty-phrase": (STORY, lambda t: t + "none: [{phrase: []}]\n", "nothing to look for", 11),
    "blank-phrase": (STORY, lambda t: t + "none: [{phrase: [a, ' ']}]\n", "nothing to look for", 11),
    "phrase-no": (STORY, lambda t: t + "none: [{phrase: [no, never]}]\n", "read as true, false", 11),
    "broken-regex": (STORY, lambda t: t.replace("\\bbay \\d", "(bay"), "does not compile", 6),
    "regex-that-matches-all": (STORY, lambda t: t.replace("\\bbay \\d", "(?:bay)?"), "match everywhere", 6),
    "regex-a-number": (STORY, lambda t: t + "none: [{regex: 5}]\n", "A regex is a text", 11),
    "regex-no": (STORY, lambda t: t + "none: [{regex: [no, never]}]\n", "A regex is a text", 11),
    "regex-an-empty-list": (STORY, lambda t: t + "none: [{regex: []}]\n", "A regex is a text", 11),
    "unknown-part": (STORY, lambda t: t.replace("\\bbay", "{saeson}"), "There is no part saeson", 6),
    "parts-a-list": (STORY, lambda t: t + "parts: [one]\n", "Parts need names", 11),
    "part-misnamed": (STORY, lambda t: t + "parts: {Of Year: a}\n", "A part is called 'Of Year'", 11),
    "part-that-there-is": (STORY, lambda t: t + "parts: {season: autumn}\n", "There is a part season already", 11),
    "part-empty": (STORY, lambda t: t + "parts: {weather: }\n", "A regex is a text", 11),
    "shared-part-misnamed": ("parts.yml", lambda t: t + "Weather: rain\n", "A part is called 'Weather'", 4),
    "shared-part-of-a-later-one": ("parts.yml", lambda t: "sky: '{season}'\n" + t, "There is no part season", 1),
    "unknown-entity": (STORY, lambda t: t + "none: [{entity: UK_NHZ}]\n", "no entity UK_NHZ", 11),
    "applies-to-unknown": (STORY, lambda t: t + "applies_to: {platform: x}\n", "knows kind and media", 11),
    "applies-to-strange-kind": (STORY, lambda t: t + "applies_to: {kind: [poke]}\n", "Unknown kind 'poke'", 11),
    "applies-to-one-kind": (STORY, lambda t: t + "applies_to: {kind: like}\n", "kind is a list", 11),
    "applies-to-some-media": (STORY, lambda t: t + "applies_to: {media: some}\n", "true or false", 11),
    "rule-with-effect": (STORY, lambda t: t + "effect: lower\n", "effect is for excuses", 11),
    "excuse-without-effect": ("excuses/idiom.yml", lambda t: t.replace("effect: cancel\n", ""), "effect is for", 0),
    "unknown-effect": ("excuses/idiom.yml", lambda t: t.replace("cancel", "forgive"), "effect is 'forgive'", 4),
    "unknown-reach": ("excuses/idiom.yml", lambda t: t + "reach: world\n", "reach is 'world'", 10),
    "touches-unknown": ("excuses/idiom.yml", lambda t: t.replace("[confid", "[konfid"), "which there is not", 5),
    "touches-a-text": ("excuses/idiom.yml", lambda t: t.replace("[confidentiality]", "all"), "list of names", 5),
    "note-without-kind": ("notes/help.yml", lambda t: t.replace("note: support\n", ""), "note must be a text", 0),
    "unknown-note": ("notes/help.yml", lambda t: t.replace("support", "gossip"), "note is 'gossip'", 5),
    "pack-without-clauses": ("packs/council.yml", lambda t: t.split("clauses:")[0], "pack needs clauses", 0),
    "clause-without-says": (
        "packs/council.yml",
        lambda t: t.replace("says: Keep confidences., ", ""),
        "needs id, says and concerns",
        7,
    ),
    "clause-unknown-concern": ("packs/council.yml", lambda t: t.replace("[client-impact]", "[clients]"), "clients", 7),
    "concern-without-clause": (
        "packs/council.yml",
        lambda t: t.replace("  - {id: '1.2', says: Think of the reader., concerns: [client-impact]}\n", ""),
        "No clause names client-impact",
        0,
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused(name: str, rules: Path) -> None:
    member, breaking, says, line = BROKEN[name]
    path = rules / member
    before = path.read_text(encoding="utf-8")
    path.write_text(breaking(before), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != before
    error = refused(rules)
    assert says in error.what
    assert error.hint
    if line:
        assert error.line == line
    assert str(error).startswith(f"{error.path}:{error.line}: ")
    assert "hint: " in str(error)
    named = STORY if member.startswith("words/") else member  # a word list is missed by the rule that needs it
    assert error.path.endswith(named) or error.path == "concerns.yml"


def test_a_concern_needs_a_rule(rules: Path) -> None:
    (rules / "client-impact" / "remark.yml").unlink()
    error = refused(rules)
    assert "client-impact has no rule" in error.what
    assert "client-impact/" in error.hint


@pytest.mark.parametrize("stray", ["confidentiality/story.yaml", "kindness/story.yml", "story.yml"])
def test_a_file_that_nobody_reads_is_refused(stray: str, rules: Path) -> None:
    path = rules / stray
    path.parent.mkdir(exist_ok=True)
    path.write_text(RULE, encoding="utf-8")
    error = refused(rules)
    assert (error.path, error.what) == (stray, "Nobody reads this file.")


def test_a_phrase_is_whole_words_and_a_list_may_be_several(rules: Path) -> None:
    (rules / "words" / "more.txt").write_text("wee lass\n", encoding="utf-8")
    path = rules / STORY
    path.write_text(RULE.replace("words: persons", "words: [persons, more]"), encoding="utf-8")
    matcher = load(rules).rules["confidentiality.story"].all[0]
    assert matcher.pattern is not None
    assert matcher.pattern.search("a wee  lass")
    assert matcher.pattern.search("the lady.")
    assert not matcher.pattern.search("manager")
    assert not matcher.pattern.search("landlady")


def test_a_regex_may_be_a_list_and_hold_parts(rules: Path) -> None:
    path = rules / STORY
    text = RULE.replace("'\\bbay \\d'", "['\\bbay \\d', 'last {time-of-year}\\b', '{weather}{1,2}']")
    path.write_text(text + "parts: {weather: ['(?:wet )?{season} rain', hail]}\n", encoding="utf-8")
    pattern = load(rules).rules["confidentiality.story"].all[1].pattern
    assert pattern is not None
    assert [
        word
        for word in ("bay 3", "last spring", "last winter term", "wet summer rain", "hailhail")
        if not pattern.fullmatch(word)
    ] == []
    assert [word for word in ("bay", "last", "last springs", "spring", "rain", "term") if pattern.fullmatch(word)] == []


def test_choosing_packs(rules: Path) -> None:
    rulebook = load(rules)
    assert rulebook.choose("dietitian").chosen == ("council",)
    assert rulebook.choose(standards=["council"]).judged("client-impact")
    with pytest.raises(ValueError, match="unknown standard hcpc"):
        rulebook.choose(standards=["hcpc"])
    with pytest.raises(ValueError, match="unknown profession wizard"):
        rulebook.choose("wizard")


def test_a_superseded_pack_is_used_only_if_named(rules: Path) -> None:
    (rules / "packs" / "old.yml").write_text(PACK.replace("current", "superseded"), encoding="utf-8")
    rulebook = load(rules)
    assert rulebook.choose().chosen == rulebook.choose("dietitian").chosen == ("council",)
    assert rulebook.choose(standards=["old"]).chosen == ("old",)
