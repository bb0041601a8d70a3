"""WhatsApp: every way a line may begin, who "me" is, and what WhatsApp writes itself."""

# ruff: noqa: DTZ001 - a chat's times are without zone

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers import read_exports, whatsapp_chat, whatsapp_words
from importers.posts import ReadOptions
from tests.importers.conftest import Maker

LRM, NNBSP, RLM = "\u200e", "\u202f", "\u200f"


def texts(result) -> list[str]:  # type: ignore[no-untyped-def]
    return list(result.posts["text"])


def chat(*lines: str, end: str = "\n") -> str:
    return end.join(lines) + end


HEADERS = {
    "iOS, day first": ("[05/01/2025, 21:04:07] ", datetime(2025, 1, 5, 21, 4, 7)),
    "iOS, no comma": ("[05/01/25 21:04:07] ", datetime(2025, 1, 5, 21, 4, 7)),
    "iOS, left-to-right mark": (f"{LRM}[05/01/2025, 21:04:07] ", datetime(2025, 1, 5, 21, 4, 7)),
    "iOS, narrow blank before PM": (f"[5/1/25, 9:04:07{NNBSP}PM] ", datetime(2025, 1, 5, 21, 4, 7)),
    "iOS, year first": ("[2025-01-05, 9:04:07 PM] ", datetime(2025, 1, 5, 21, 4, 7)),
    "iOS, dots": ("[05.01.25, 21:04:07] ", datetime(2025, 1, 5, 21, 4, 7)),
    "iOS, right-to-left": (f"[{RLM}٥{RLM}/١{RLM}/٢٠٢٥, ٩:٠٤:٠٧ م] ", datetime(2025, 1, 5, 21, 4, 7)),
    "iOS, Chinese": ("[2025/1/5 下午9:04:07] ", datetime(2025, 1, 5, 21, 4, 7)),
    "iOS before 2016": ("05/01/2016, 21:04:07: ", datetime(2016, 1, 5, 21, 4, 7)),
    "Android, two-digit year": ("05/01/25, 21:04 - ", datetime(2025, 1, 5, 21, 4)),
    "Android, en dash": ("05.01.25, 21:04 – ", datetime(2025, 1, 5, 21, 4)),
    "Android, no-break blank before am": ("05/01/25, 12:04\u00a0am - ", datetime(2025, 1, 5, 0, 4)),
    "Android, p.m.": ("05/01/25, 12:04 p.m. - ", datetime(2025, 1, 5, 12, 4)),
    "Android, p. m.": ("5/1/25 9:04 p.\u00a0m. - ", datetime(2025, 1, 5, 21, 4)),
    "Android, blanks in the date": ("5. 1. 2018. 21:04 - ", datetime(2018, 1, 5, 21, 4)),
    "Android, Finnish": ("5.1.2025 klo 21.04 - ", datetime(2025, 1, 5, 21, 4)),
    "Android, Korean": ("2025. 1. 5. 오후 9:04 - ", datetime(2025, 1, 5, 21, 4)),
    "Android, year first": ("2025-01-05 21:04 - ", datetime(2025, 1, 5, 21, 4)),
    "Android, Bulgarian": ("5.01.25 г., 21:04 ч. - ", datetime(2025, 1, 5, 21, 4)),
    "Android, dashes": ("05-01-2025 21:04 - ", datetime(2025, 1, 5, 21, 4)),
}


@pytest.mark.parametrize(("header", "when"), HEADERS.values(), ids=HEADERS.keys())
def test_every_header(header: str, when: datetime) -> None:
    made = whatsapp_chat.parse(f"{header}Ida Fern: hello: you\nmore\n{header}Bo Marsh: hi\n", "dmy")
    assert made is not None
    first, second = made.records
    assert (first.when, first.author, first.body) == (when, "Ida Fern", "hello: you\nmore")
    assert (second.author, second.body) == ("Bo Marsh", "hi")


@pytest.mark.parametrize(
    "line", ["Dear diary,", "2025-01-05", "[x] Ida: hello", "Date: 2025-01-05 21:04:00", "1/2 - x"]
)
def test_other_text_is_not_a_chat(line: str) -> None:
    assert whatsapp_chat.parse(line) is None


def test_month_and_day_by_numbers_above_twelve_anywhere_in_the_file() -> None:
    lines = [f"03/04/25, 10:{minute:02} - Ida: x" for minute in range(60)] + ["03/13/25, 11:00 - Ida: x"]
    made = whatsapp_chat.parse(chat(*lines))
    assert made is not None
    assert (made.order, made.sure) == ("mdy", True)
    # one order for the whole file, never line by line
    assert {(record.when.month, record.when.day) for record in made.records if record.when} == {(3, 4), (3, 13)}


@pytest.mark.parametrize(
    ("dates", "order", "sure"),
    [
        (["01/02/25", "02/02/25", "13/02/25"], "dmy", True),
        (["05/06/25", "06/06/25", "07/06/25"], "dmy", False),
        (["10/01/25", "11/01/25", "01/02/25", "02/02/25"], "dmy", True),
        (["01/10/25", "01/11/25", "02/01/25", "02/02/25"], "mdy", True),
        (["03/01/25", "04/01/25", "05/01/25", "06/01/25"], "dmy", False),
        (["01/03/25", "01/04/25", "01/05/25", "01/06/25"], "mdy", False),
        (["05/06/25"], "dmy", False),
        (["05.06.25"], "dmy", True),
        (["05/05/25", "06/06/25"], "dmy", True),
        (["25/01/05", "25/01/31"], "ymd", True),
        (["2025/01/05", "2025/02/01"], "ymd", True),
    ],
)
def test_order_of_day_and_month(dates: list[str], order: str, sure: bool) -> None:
    made = whatsapp_chat.parse(chat(*(f"{date}, 10:00 - Ida: x" for date in dates)))
    assert made is not None
    assert (made.order, made.sure) == (order, sure)


def test_an_ambiguous_order_is_said_and_another_chat_of_the_phone_settles_it(export: Maker) -> None:
    open_one = chat(
        "05/06/25, 10:00 - Ida: You deleted this message", "05/06/25, 10:01 - Ida: tea", "05/06/25, 10:02 - Bo: x"
    )
    alone = export({"WhatsApp Chat with Bo.txt": open_one})
    assert any("more than one way" in remark.says for remark in alone.coverage.remarks)
    assert alone.posts["created_at"][0].month == 6
    certain = chat("03/31/25, 10:00 - Ida: a", "03/31/25, 10:00 - Cleo: b")
    both = export({"WhatsApp Chat with Bo.txt": open_one, "WhatsApp Chat with Cleo.txt": certain})
    assert not any("more than one way" in remark.says for remark in both.coverage.remarks)
    tea = both.posts[both.posts["text"] == "tea"].iloc[0]
    assert tea["created_at"].month == 5


def test_a_pasted_excerpt_stays_in_its_message() -> None:
    made = whatsapp_chat.parse(
        chat(
            "05/01/25, 10:00 - Ida: look:",
            "[04/01/2025, 09:00:00] Cleo: other style",
            "01/01/24, 09:00 - Dora: own style, another year",
            "end",
            "05/01/25, 10:01 - Bo: I see",
            "05/01/25, 10:02 - Ida: yes",
            "31/01/25, 10:02 - Ida: later",
        )
    )
    assert made is not None
    assert made.records[0].body.split("\n")[1:] == [
        "[04/01/2025, 09:00:00] Cleo: other style",
        "01/01/24, 09:00 - Dora: own style, another year",
        "end",
    ]
    assert set(made.authors) == {"Ida", "Bo"}
    assert made.pasted == 1


def test_two_exports_joined_in_one_file_are_not_taken_for_pasted_text() -> None:
    later = [f"{day:02}/03/25, 10:00 - Ida: x" for day in range(1, 29)]
    earlier = [f"{day:02}/01/25, 10:00 - Bo: x" for day in range(1, 29)]
    made = whatsapp_chat.parse(chat(*later, *earlier))
    assert made is not None
    assert len(made.records) == 56


def test_messages_slightly_out_of_order_are_kept_and_sorted(export: Maker) -> None:
    result = export(
        {
            "WhatsApp Chat with Bo.txt": chat(
                "13/01/25, 10:00 - Ida: second", "12/01/25, 22:00 - Ida: first", "13/01/25, 10:05 - Bo: third"
            )
        }
    )
    assert texts(result) == ["first", "second"]


def test_authors_are_not_invented_by_colons_in_system_lines() -> None:
    made = whatsapp_chat.parse(
        chat(
            "13/01/25, 10:00 - Bo Marsh: hello",
            '13/01/25, 10:00 - Bo Marsh changed the subject from "a: b" to "x: y"',
            "13/01/25, 10:00 - Cleo hat den Betreff von „a: b“ zu „c“ geändert: so",
            "13/01/25, 10:00 - Bo: I am another one",
            "13/01/25, 10:00 - Messages and calls are end-to-end encrypted. Note: tap to learn more.",
        )
    )
    assert made is not None
    assert set(made.authors) == {"Bo Marsh", "Bo"}


@pytest.mark.parametrize("name", ["Anna-Lena Ort", "🦊 Reinhard", "R2-D2", "Dr:Who", "O'Neill, Pat", "+44 7700 900123"])
def test_names_with_hyphens_emoji_digits_and_colons(name: str) -> None:
    made = whatsapp_chat.parse(chat(f"13/01/25, 10:00 - {name}: hi", "13/01/25, 10:01 - Ida: hello"))
    assert made is not None
    assert set(made.authors) == {name, "Ida"}


def test_unsaved_numbers_and_members_have_plain_names() -> None:
    made = whatsapp_chat.parse(
        chat(
            "13/01/25, 10:00 - \u202a+1\u00a0(555)\u00a0010\u20110000\u202c: hi",
            f"13/01/25, 10:00 - ~{NNBSP}Bo: hi",
            "13/01/25, 10:00 - Bo: hi",
        )
    )
    assert made is not None
    assert set(made.authors) == {"+1 (555) 010-0000", "~ Bo", "Bo"}  # `~ Bo` and the saved Bo are two people


def test_a_number_given_as_account_matches_however_it_is_written(export: Maker) -> None:
    members = {
        "group.txt": chat("13/01/25, 10:00 - \u202a+44\u00a07700\u00a0900123\u202c: mine", "13/01/25, 10:00 - Bo: no")
    }
    assert texts(export(members, account="+447700900123")) == ["mine"]


def test_the_body_is_not_normalised(export: Maker) -> None:
    body = "½ ™ ﬁ cafe\u0301 👩\u200d🍳 \u00a0x"
    result = export({"WhatsApp Chat with Bo.txt": chat(f"13/01/25, 10:00 - Ida: {body}", "13/01/25, 10:00 - Bo: y")})
    assert texts(result) == [body]


def test_ios_media_lines_with_a_mark_before_the_bracket_start_a_record(export: Maker) -> None:
    result = export(
        {
            "_chat.txt": chat(
                f"{LRM}[13/01/2025, 10:00:00] Bo: {LRM}Messages and calls are end-to-end encrypted.",
                "[13/01/2025, 10:00:01] Ida: before",
                f"{LRM}[13/01/2025, 10:00:02] Bo: {LRM}image omitted",
                f"{LRM}[13/01/2025, 10:00:03] Ida: {LRM}<attached: 00000012-PHOTO.jpg>",
                "[13/01/2025, 10:00:04] Ida: after",
                end="\r\n",
            ),
            "00000012-PHOTO.jpg": "x",
        }
    )
    assert texts(result) == ["before", "", "after"]
    assert list(result.posts["media"]) == [(), ("00000012-PHOTO.jpg",), ()]
    assert [skipped for skipped in result.coverage.skipped if not skipped.known] == []


PLACEHOLDERS = [
    "<Media omitted>",
    "<Medien ausgeschlossen>",
    f"{LRM}image omitted",
    f"{LRM}sticker omitted",
    f"{LRM}GIF omitted",
    f"{LRM}Contact card omitted",
    f"{LRM}Bild weggelassen",
    f"Report.pdf • {LRM}2 pages {LRM}document omitted",
    "This message was deleted",
    f"{LRM}This message was deleted.",
    "You deleted this message.",
    "Du hast diese Nachricht gelöscht.",
    "Missed voice call",
    f"{LRM}Video call, {LRM}5 min",
    f"{LRM}Missed video call, {LRM}Tap to call back",
    f"{LRM}Voice call, {LRM}No answer",
    f"<{LRM}image omitted>",
    "Location: https://maps.google.com/?q=51.5,-0.1",
    "null",
    "",
]


@pytest.mark.parametrize("body", PLACEHOLDERS)
def test_what_whatsapp_writes_is_not_read_as_words(body: str) -> None:
    assert whatsapp_words.own_words(body, True) == ""


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("See you <This message was edited>", "See you"),
        (f"See you{LRM}<This message was edited>", "See you"),
        ("IMG-1.jpg (file attached)\nMy caption\ntwo", "My caption\ntwo"),
        ("IMG-1.jpg (Datei angehängt)", ""),
        (f"{LRM}<attached: a b.pdf>", ""),
        (f"photo.jpg {LRM}<attached>", ""),
        ("POLL:\nTea?\nOPTION: Yes (1 vote)\nOPTION: No (0 votes)", "Tea?\nYes\nNo"),
        (f"{LRM}UMFRAGE:\nTee?\n{LRM}OPTION: Ja ({LRM}2 Stimmen)", "Tee?\nJa"),
        ("Video call me later, ok?", "Video call me later, ok?"),
        ("<3 you", "<3 you"),
        ("null and void", "null and void"),
        ("the image omitted the cat", "the image omitted the cat"),
        ("They left the image omitted", "They left the image omitted"),
        ("I deleted this message", "I deleted this message"),
    ],
)
def test_own_words_are_kept(body: str, text: str) -> None:
    assert whatsapp_words.own_words(body, True) == text


def test_me_is_the_sender_of_you_deleted_this_message(export: Maker) -> None:
    members = {
        "crew.txt": chat(
            "13/01/25, 10:00 - Ida: mine",
            "13/01/25, 10:00 - Bo: no",
            "13/01/25, 10:00 - Cleo: This message was deleted",
            "13/01/25, 10:00 - Ida: You deleted this message",
        )
    }
    result = export(members)
    assert texts(result) == ["mine"]
    assert any("Ida" in remark.says and "--account" in remark.says for remark in result.coverage.remarks)


def test_me_is_the_other_one_than_the_file_names(export: Maker) -> None:
    lines = chat("13/01/25, 10:00 - Ida: mine", "13/01/25, 10:00 - Bo: no")
    for name in ("WhatsApp Chat with Bo.txt", "WhatsApp Chat with Bo (1).txt", "Discussion WhatsApp avec Bo.txt"):
        assert texts(export({name: lines})) == ["mine"]


def test_me_is_the_other_one_than_the_zip_names(tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat - Bo Marsh.zip"
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("_chat.txt", chat("[13/01/2025, 10:00:00] Ida: mine", "[13/01/2025, 10:00:01] Bo Marsh: no"))
        bundle.writestr("__MACOSX/._chat.txt", "x")
    result = read_exports([path], messages=True)
    assert texts(result) == ["mine"]
    assert list(result.posts["source"]) == ["WhatsApp Chat - Bo Marsh.zip/_chat.txt#1"]


def test_me_is_the_name_in_most_chats(tmp_path: Path) -> None:
    paths = []
    for number, others in enumerate((("Bo", "Cleo"), ("Dora", "Emil"))):
        path = tmp_path / f"group{number}.zip"
        lines = [f"[13/01/2025, 10:00:0{second}] {name}: by {name}" for second, name in enumerate((*others, "Ida"))]
        with zipfile.ZipFile(path, "w") as bundle:
            bundle.writestr("_chat.txt", chat(*lines))
        paths.append(path)
    assert texts(read_exports(paths, messages=True)) == ["by Ida", "by Ida"]


def test_the_account_that_the_person_gives_wins(export: Maker) -> None:
    members = {"WhatsApp Chat with Bo.txt": chat("13/01/25, 10:00 - Ida: a", "13/01/25, 10:00 - ~ Bo: b")}
    assert texts(export(members, account="bo")) == ["b"]


def test_a_number_that_became_a_name_is_merged_by_the_person(tmp_path: Path) -> None:
    for name, me in (("WhatsApp Chat with Bo.txt", "+44 7700 900123"), ("WhatsApp Chat with Cleo.txt", "Ida")):
        lines = chat(f"13/01/25, 10:00 - {me}: by {me}", "13/01/25, 10:01 - Bo: no", "13/01/25, 10:01 - Cleo: no")
        (tmp_path / name).write_text(lines, encoding="utf-8")
    result = read_exports([tmp_path], ReadOptions(("Ida", "+447700900123")), messages=True)
    assert sorted(texts(result)) == ["by +44 7700 900123", "by Ida"]


def test_media_named_like_the_chat_are_no_chat(export: Maker) -> None:
    lines = chat("13/01/25, 10:00 - Ida: mine", "13/01/25, 10:00 - Bo: no")
    result = export(
        {"WhatsApp Chat with Bo.txt": lines, "WhatsApp Chat with Bo.jpg": "x", "WhatsApp Chat with Bo.opus": "x"}
    )
    assert texts(result) == ["mine"]
    assert [skipped for skipped in result.coverage.skipped if not skipped.known] == []


def test_unknown_me_reads_nothing_and_says_how_to_go_on(export: Maker) -> None:
    members = {"crew.txt": chat(*(f"13/01/25, 10:00 - {name}: secret {name}" for name in ("Ada", "Bea", "Cem")))}
    result = export(members)
    assert len(result.posts) == 0
    problem = next(problem for problem in result.coverage.problems)
    assert "--account" in problem.reason
    assert "3 writers" in problem.reason
    assert "Ada, Bea, Cem" in problem.reason
    assert "secret" not in problem.reason


def test_one_writer_who_is_the_chat_s_name_is_not_me(export: Maker) -> None:
    result = export({"WhatsApp Chat with Bo.txt": chat("13/01/25, 10:00 - Bo: no", "13/01/25, 10:00 - Bo: no")})
    assert len(result.posts) == 0
    assert any("Nothing in this chat was read as yours" in remark.says for remark in result.coverage.remarks)


def test_the_only_writer_of_a_chat_named_after_someone_else_is_me(export: Maker) -> None:
    lines = (
        "13/01/25, 09:00 - Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
        "13/01/25, 09:00 - Your security code with Bo changed. Tap to learn more.",
        "13/01/25, 09:00 - Bo changed their phone number to a new number.",
        "13/01/25, 10:00 - Ida: mine",
    )
    assert texts(export({"WhatsApp Chat with Bo.txt": chat(*lines)})) == ["mine"]


SAID_BY_BO = "13/01/25, 10:00 - Bo: the ward is closed"


@pytest.mark.parametrize(
    "event",
    [
        'Bo created group "Ward 7"',
        'Bo created community "Ward 7"',
        "Bo added you",
        "Cleo joined using this group's invite link",
        "Cleo left",
        "Bo changed this group's icon",
        "Bo changed the group description",
        "Bo hat dich hinzugefügt",
        "Du bist der Gruppe beigetreten",
        "Bo a changé l'icône du groupe",
        "Bo cambió el asunto",
        "Bo mudou a descrição do grupo",
        "Bo ha creato il gruppo",
        "Je bent toegevoegd",
    ],
)
def test_the_only_writer_of_a_group_may_be_anybody(export: Maker, event: str) -> None:
    lines = chat(f"13/01/25, 09:00 - {event}", SAID_BY_BO)
    result = export({"WhatsApp Chat with Ward 7.txt": lines, "WhatsApp Chat with Ward 8.txt": lines})
    assert len(result.posts) == 0
    assert result.coverage.inputs[0].account == ""
    assert "whether its only writer is you" in result.coverage.problems[0].reason


OTHER_CHATS = {
    "settled by a chat of two": ("WhatsApp Chat with Cleo.txt", ("Ida", "Cleo")),
    "somebody else of the same kind": ("WhatsApp Chat with Cleo.txt", ("Ida",)),
    "their own chat": ("WhatsApp Chat with Bo.txt", ("Bo",)),
}


@pytest.mark.parametrize(("name", "writers"), OTHER_CHATS.values(), ids=OTHER_CHATS.keys())
def test_the_only_writer_is_not_guessed_against_other_chats(export: Maker, name: str, writers: tuple[str, ...]) -> None:
    other = chat(*(f"13/01/25, 10:00 - {writer}: by {writer}" for writer in writers))
    result = export({"WhatsApp Chat with Ward 7.txt": chat(SAID_BY_BO), name: other})
    assert set(result.posts["account"]) <= {"Ida"}
    assert any("whether its only writer is you" in problem.reason for problem in result.coverage.problems)


def test_the_only_writer_is_not_guessed_against_the_account_given(export: Maker) -> None:
    members = {f"WhatsApp Chat with Ward {number}.txt": chat(SAID_BY_BO) for number in (7, 8)}
    assert len(export(members, account="Ida").posts) == 0
    members["WhatsApp Chat with Cleo.txt"] = chat("13/01/25, 10:00 - Ida: mine", "13/01/25, 10:00 - Cleo: no")
    assert texts(export(members, account="Ida")) == ["mine"]


def test_the_ios_group_is_not_a_writer(export: Maker) -> None:
    result = export(
        {
            "_chat.txt": chat(
                f"[13/01/2025, 10:00:00] Crew: {LRM}Messages and calls are end-to-end encrypted.",
                f"{LRM}[13/01/2025, 10:00:00] Crew: {LRM}Bo added you",
                f"{LRM}[13/01/2025, 10:00:01] Ida: {LRM}Ida joined using this group's invite link",
                "[13/01/2025, 10:00:02] Ida: You added too much salt",
                "[13/01/2025, 10:00:03] Bo: no",
            )
        },
        account="Ida",
    )
    assert list(result.posts["kind"]) == ["join", "message"]
    assert result.posts["context"][0] == "Crew"
    assert texts(result)[1] == "You added too much salt"


def test_equal_messages_in_one_minute_are_all_kept_with_stable_ids(export: Maker) -> None:
    lines = ["13/01/25, 10:00 - Ida: ok", "13/01/25, 10:00 - Ida: ok", "13/01/25, 10:00 - Bo: hm"]
    once = export({"WhatsApp Chat with Bo.txt": chat(*lines)})
    assert len(once.posts) == 2
    longer = export({"WhatsApp Chat with Bo.txt": chat("12/01/25, 10:00 - Ida: earlier", *lines)})
    assert set(once.posts["post_id"]) < set(longer.posts["post_id"])


def test_several_chats_in_one_folder_and_a_text_that_is_none(export: Maker) -> None:
    result = export(
        {
            "_chat.txt": chat("[13/01/2025, 10:00:00] Ida: a", "[13/01/2025, 10:00:01] Bo: no"),
            "_chat 2.txt": chat("[13/01/2025, 10:00:00] Ida: b", "[13/01/2025, 10:00:01] Cleo: no"),
            "notes.txt": "Dear diary, today\n",
        },
        account="Ida",
    )
    assert texts(result) == ["a", "b"] or texts(result) == ["b", "a"]
    assert any(remark.path == "notes.txt" for remark in result.coverage.remarks)


def test_two_zips_whose_chats_are_as_long_as_each_other_are_both_read(tmp_path: Path) -> None:
    paths = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for path, text in zip(paths, ("aa", "bb"), strict=True):
        with zipfile.ZipFile(path, "w") as bundle:
            bundle.writestr("_chat.txt", chat(f"[13/01/2025, 10:00:00] Ida: {text}"))
    result = read_exports(paths, ReadOptions(("Ida",)), messages=True)
    assert sorted(texts(result)) == ["aa", "bb"]


def test_a_date_that_does_not_exist_loses_that_message_only(export: Maker) -> None:
    result = export(
        {
            "WhatsApp Chat with Bo.txt": chat(
                "13/01/25, 10:00 - Ida: a",
                "31/02/25, 10:00 - Ida: lost",
                "13/03/25, 25:00 - Ida: lost",
                "13/03/25, 10:00 - Bo: x",
            )
        }
    )
    assert texts(result) == ["a"]
    assert sum(problem.lost for problem in result.coverage.problems) == 2


def test_a_file_that_begins_in_a_message_and_one_at_the_limit(export: Maker) -> None:
    lines = [f"13/01/25, {hour:02}:{minute:02} - Bo: x" for hour in range(24) for minute in range(60)]
    result = export(
        {"WhatsApp Chat with Bo.txt": chat("the rest of a message", *(lines * 28), "13/01/25, 23:59 - Ida: end")}
    )
    assert texts(result) == ["end"]
    assert any("begins in the middle" in problem.reason for problem in result.coverage.problems)
    assert any("40,000" in remark.says for remark in result.coverage.remarks)


def test_messages_stay_out_unless_asked_for(export: Maker) -> None:
    members = {"WhatsApp Chat with Bo.txt": chat("13/01/25, 10:00 - Ida: a", "13/01/25, 10:00 - Bo: b")}
    result = export(members, messages=False)
    assert len(result.posts) == 0
    assert result.coverage.not_assessed[0].count == 1


piece = st.one_of(
    st.sampled_from([*(header for header, _ in HEADERS.values()), "Ida: ", "Bo: ", "\n", "\r\n", LRM, *PLACEHOLDERS]),
    st.text(max_size=20),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(piece, max_size=30))
def test_any_text_gives_posts_and_problems_never_an_exception(export: Maker, pieces: list[str]) -> None:
    raw = ("13/01/25, 10:00 - Ida: x\n" + "".join(pieces)).encode("utf-8", "replace")
    result = export({"WhatsApp Chat with Bo.txt": raw}, account="Ida")
    assert set(result.posts["account"].astype(str)) <= {"Ida"}
