"""Readings: identifiers, initials, languages, and that all of it happens on this computer. Names: `test_names.py`."""

import logging
import random
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.language import Entity, plain_reading, read, read_text
from audit.naming import names_wanted
from audit.text import normalise
from importers.posts import Post, to_frame


def found(text: str, *labels: str) -> list[tuple[str, str, bool]]:
    """(words, label, sure) of the entities of a text; only those labels, if any are given."""
    entities = read_text(text).entities
    return [(text[e.start : e.end], e.label, e.sure) for e in entities if not labels or e.label in labels]


# Numbers are invented: drama phone ranges, 999 NHS numbers, the Revenue's QQ example, test cards
@pytest.mark.parametrize(
    ("text", "words", "label", "sure"),
    [
        ("His NHS number is 999 000 0018", "999 000 0018", "UK_NHS", True),
        ("look at 9990000018", "9990000018", "UK_NHS", False),
        ("NI number QQ 12 34 56 C", "QQ 12 34 56 C", "UK_NINO", True),
        ("her national insurance is ab123456c", "ab123456c", "UK_NINO", True),
        ("ring me on 07700 900123", "07700 900123", "PHONE_NUMBER", True),
        ("07700900123", "07700900123", "PHONE_NUMBER", False),
        ("whatsapp +44 7700 900 456 xx", "+44 7700 900 456", "PHONE_NUMBER", True),
        ("mob 0\u200b7700 900\u200b123", "0\u200b7700 900\u200b123", "PHONE_NUMBER", True),
        ("my mob is ０７７００ ９００１２３", "０７７００ ９００１２３", "PHONE_NUMBER", True),
        ("call the ward on 0161 496 0000", "0161 496 0000", "PHONE_NUMBER", True),
        ("she lives near LS1 4AP", "LS1 4AP", "UK_POSTCODE", True),
        ("LS1 4AP", "LS1 4AP", "UK_POSTCODE", False),
        ("postcode ls14ap", "ls14ap", "UK_POSTCODE", True),
        ("he lives at 12 Acacia Avenue", "12 Acacia Avenue", "STREET_ADDRESS", True),
        ("Flat 3b, 27 Mill Lane, LS1 4AP", "Flat 3b, 27 Mill Lane", "STREET_ADDRESS", True),
        ("write to Jane.Doe@example.com", "Jane.Doe@example.com", "EMAIL_ADDRESS", True),
        ("thanks @some_body!", "@some_body", "HANDLE", True),
        ("see https://example.org/a/1234567890.", "https://example.org/a/1234567890", "URL", True),
        ("pay by card 4111 1111 1111 1111", "4111 1111 1111 1111", "CREDIT_CARD", True),
        ("IBAN GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19", "IBAN_CODE", True),
        ("sort code 12-34-56", "12-34-56", "UK_SORT_CODE", True),
        ("account number 12345678", "12345678", "UK_BANK_ACCOUNT", True),
        ("her passport AB1234567", "AB1234567", "UK_PASSPORT", True),
        ("driving licence MORGA657054SM9IJ", "MORGA657054SM9IJ", "UK_DRIVING_LICENCE", True),
        ("NHS no. 999 123 4567", "999 123 4567", "RECORD_NUMBER", True),  # mistyped, and still what it says it is
        ("new place: 14 Quern Lane", "14 Quern Lane", "STREET_ADDRESS", True),
        ("location 14 quern lane", "14 quern lane", "STREET_ADDRESS", False),
        ("jo@example.com / 07700 900461", "07700 900461", "PHONE_NUMBER", True),
        ("the helpline is 0808 157 0000", "0808 157 0000", "SERVICE_NUMBER", True),
        ("drives a car, reg AB51 ABC", "AB51 ABC", "UK_VEHICLE", True),
        ("server at 10.0.0.1", "10.0.0.1", "IP_ADDRESS", True),
        ("dob 12/03/1954", "12/03/1954", "DATE_OF_BIRTH", True),
        ("hospital number A1234567", "A1234567", "RECORD_NUMBER", True),
    ],
)  # fmt: skip
def test_identifiers(text: str, words: str, label: str, sure: bool) -> None:
    assert (words, label, sure) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "w8 4me, b4 2nd lunch",
        "bed 12 a and 3 b",
        "BP 120/80, HR 72, sats 98%, 20/20",
        "on 12-05-21 we met",
        "it costs 12345678 pounds",
        "15 minutes of pure hill, 2 weeks on the road",
        "half of 10 people close to me",
        "Band 5 to 6, 37.5 hours, ward 12",
        "duplicate 12-34-56",  # Presidio's context words would find "lic"
        "my phone number is 12345",
        "version 2 at 10 Downing",
        "ZZ1 4AP is no postcode area",
        "mail me at example . com",
        "thanks to the van on the A55 who let me in",
        "car is in bay 44b",
        "18 holes at St Andrews",
        "6.45 school run to St Jude's",
        "41 people in a 3 bed terrace",
    ],
)
def test_no_identifier(text: str) -> None:
    assert [entity for entity in found(text) if entity[1] not in ("PERSON", "PLACE")] == []


def test_an_nhs_number_is_not_a_phone_number_too() -> None:
    assert found("patient with NHS number 999 000 0018 called") == [("999 000 0018", "UK_NHS", True)]


def test_no_random_number_is_a_sure_nhs_number_without_context() -> None:
    chance = random.Random(11)
    for _ in range(5000):
        digits = f"{chance.randrange(10**10):010d}"
        assert not [entity for entity in read_text(f"that is {digits} of them").entities if entity.sure]


def test_context_words_count_as_whole_words_only() -> None:
    assert found("nhs 9990000018") == [("9990000018", "UK_NHS", True)]
    assert found("tnhsx 9990000018") == [("9990000018", "UK_NHS", False)]
    assert found("passports AB1234567")[0][2]
    assert not found("recalled 07700900123")[0][2]


@pytest.mark.parametrize(
    ("text", "words", "sure"),
    [
        ("Mr T. was on my ward again", "Mr T", True),
        ("J.S., 54, on the ward", "J.S.", False),
        ("my client K was upset", "K", False),
        ("saw patient JS at clinic", "JS", False),
        ("Mrs J Peacock, manager", "Mrs J Peacock", True),
    ],
)
def test_initials_in_a_care_context(text: str, words: str, sure: bool) -> None:
    assert (words, "PERSON", sure) in found(text, "PERSON")


@pytest.mark.parametrize(
    "text",
    [
        "Mr T was great in the A-Team",
        "the U.S. ward",
        "patient UK charity",
        "the client I saw",
        "patient's bed",
        "client A-level",
    ],
)
def test_no_initials(text: str) -> None:
    if text.startswith("Mr T"):
        text = text.replace("Mr", "mister")
    assert found(text, "PERSON") == []


def test_own_names_are_nobody_else() -> None:
    frame = to_frame(
        [
            Post(
                "1",
                "x",
                "post",
                None,
                "Ana Ruiz-Lane on the ward, my first shift as a nurse, Mrs B",
                account="ana_ruiz",
            )
        ]
    )
    for reading in read(frame, ["Ana Ruiz Lane"]):
        assert [reading.text[e.start : e.end] for e in reading.entities if e.label == "PERSON"] == ["Mrs B"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("my patient sang today", True),
        ("Mrs Lane is back", True),
        ("bay 4 handover", True),
        ("she lives round here", True),
        ("pizza and telly tonight", False),
        ("what a goal!!! 😂", False),
    ],
)
def test_names_are_looked_for_where_they_matter(text: str, wanted: bool) -> None:
    assert names_wanted(normalise(text)) is wanted


WELSH = (
    "Bore da pawb, dw i wedi blino heddiw", "Diolch yn fawr am eich cefnogaeth", "Mae'r tywydd yn braf iawn yma",
    "Penblwydd hapus i fy chwaer", "Roedd y claf yn neis iawn ar y ward heddiw", "dwi'n caru fy swydd", "Nadolig llawen a blwyddyn newydd dda",
    "shifft hir arall ond mae'n werth e", "Dw i'n mynd i'r gwaith yfory", "Ga i ddod efo ti i'r ysbyty?",
)  # fmt: skip
OTHER = {
    "pl": "Dzień dobry wszystkim, jestem dzisiaj bardzo zmęczona po pracy",
    "ro": "Sunt foarte obosită astăzi, dar imi iubesc munca",
    "es": "Estoy muy cansada hoy pero muy feliz con mis pacientes",
    "pt": "Estou muito cansada hoje, não consigo dormir",
    "fr": "Je suis tellement fatiguée ce soir après le travail",
    "de": "Ich bin heute Abend wirklich sehr müde nach der Arbeit",
    "ur": "میں آج بہت تھکا ہوا ہوں",
    "bn": "আমি আজ খুব ক্লান্ত, বাড়ি যেতে চাই",
    "pa": "ਸਤ ਸ੍ਰੀ ਅਕਾਲ ਜੀ",
    "tr": "Bugün çok yorgunum ama mutluyum",
    "hu": "Nagyon fáradt vagyok ma este",
    "ga": "Tá mé an-tuirseach inniu tar éis na hoibre",
    "zh": "今天我很累,想回家",
}
ENGLISH = (
    "I'm pure knackered the day so a am", "aye ken whit ye mean like", "dinnae fash yersel hen", "wagwan fam man's bare tired innit",
    "she be workin 2 jobs fr fr no cap", "finna go home ion even care", "canny wait fir the weekend man", "yous are all mint like",
    "bruv that's peak still", "mandem were moving mad yday wallahi", "Why aye pet, gannin doon the toon", "oor wee Senga's awa hame tae her bed",
    "lush day in the Valleys butt", "am gan yem, proper clamming like", "ee by gum it's reet cold", "happy birthday hun xxx", "lol omg",
    "Pt c/o LBP x3/52, SLR NAD", "BP 120/80 HR 72 sats 98%", "#mondaymotivation #physio #rehab", "😂😂😂", "morning all", "Chillin wit ma homies",
    "ur so cute tho ily", "Cwtch from my nan in Llanelli made my day", "Inshallah it will be fine, alhamdulillah for this placement",
    "Dziękuję to everyone who came to my leaving do, best team", "Eid mubarak to all my colleagues", "Ysbyty Gwynedd was so busy tonight",
    "no way jose", "hasta la vista baby", "c'est la vie I suppose", "deja vu again", "wah gwaan mi bredren, mi soon reach", "I no fit shout abeg",
)  # fmt: skip


@pytest.mark.parametrize("text", WELSH)
def test_welsh_is_welsh(text: str) -> None:
    assert read_text(text).language == "cy"


@pytest.mark.parametrize(("code", "text"), OTHER.items())
def test_other_languages(code: str, text: str) -> None:
    assert read_text(text).language == code


@pytest.mark.parametrize("text", ENGLISH)
def test_english_of_every_kind_is_english(text: str) -> None:
    assert read_text(text).language in ("en", "")


def test_reads_a_frame() -> None:
    when = datetime(2015, 5, 1, 12, tzinfo=UTC)
    posts = [
        Post("1", "x", "post", when, "Call 07700 900123", account="jo", audience="public", media=("a.jpg",)),
        Post("2", "x", "like", None, "", "somebody else's words"),
        Post("3", "x", "share", None, "my words", "their words"),
        Post("4", "x", "reply", None, "", "what it answered"),
    ]
    counts: list[int] = []
    one, two, three, four = read(to_frame(posts), progress=counts.append)
    assert (one.row, one.post_id, one.platform, one.account, one.kind) == (0, "1", "x", "jo", "post")
    assert (one.created_at, one.audience, one.has_media, one.of_context) == (when, "public", True, False)
    assert one.entities == (Entity(5, 17, "PHONE_NUMBER", True),)
    assert (two.text, two.of_context, two.created_at) == ("somebody else's words", True, None)
    assert (three.text, three.of_context, three.context) == ("my words", False, "their words")
    assert (four.text, four.of_context, four.context) == ("", False, "what it answered")
    assert counts == [4]
    assert "07700" not in repr(one)
    assert "words" not in repr(two)


def test_a_plain_reading_needs_no_library() -> None:
    code = """
        import sys
        from audit.language import plain_reading
        reading = plain_reading("Call 07700 900123. Now", kind="reply", platform="x")
        assert (reading.language, reading.entities, reading.kind) == ("en", (), "reply")
        assert len(reading.sentences) == 2
        heavy = {"spacy", "presidio_analyzer", "tldextract", "py3langid", "thinc"} & set(sys.modules)
        assert not heavy, heavy
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True, cwd=Path(__file__).parents[2])


def test_plain_reading_takes_entities() -> None:
    person = Entity(0, 3, "PERSON", True)
    assert plain_reading("Ana was here", entities=[person]).entities == (person,)


def test_nothing_leaves_the_computer() -> None:
    """From a cold start: e-mail look-up (tldextract) and all models, in a process whose sockets raise."""
    code = """
        import socket
        def refuse(*args, **kwargs):
            raise AssertionError("the network was asked")
        socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
        from audit.language import read_text
        labels = {e.label for e in read_text("Mrs Lane, my patient: jane@example.com, 07700 900123, LS1 4AP").entities}
        assert {"EMAIL_ADDRESS", "PHONE_NUMBER", "UK_POSTCODE"} <= labels, labels
        assert read_text("Diolch yn fawr am eich cefnogaeth").language == "cy"
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True, cwd=Path(__file__).parents[2])


def test_no_text_in_logs(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read_text("iban GB29NWBK6016133192681é and GB00 secret 4111 1111 1111 1111 jane.secret@example.com")
    assert "secret" not in caplog.text
    assert "GB" not in caplog.text


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("aBc 019@.+-/:,LS4P\n’é\u200b😂")) | st.text())
def test_any_text_can_be_read(text: str) -> None:
    reading = read_text(text)
    done = 0
    for entity in reading.entities:
        assert done <= entity.start < entity.end <= len(text)
        done = entity.end
