"""What the supervisor's copy replaces: whole names, ages that stand alone, places with a name; and what it leaves."""

from itertools import pairwise

import pytest

from audit.language import read_text
from audit.mentions import mentions
from audit.results import Span


def spans(text: str) -> tuple[Span, ...]:
    return next(mentions([read_text(text)]))


def said(text: str, label: str) -> list[str]:
    return [text[span.start : span.end] for span in spans(text) if span.label == label]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("chap on our bay, 61, retired postman", ["61"]),
        ("Lovely old boy on Ward 6 today, 84, ex-collier", ["84"]),
        ("Thinking about the lady we lost. 47, two girls, MND took her", ["47"]),
        ("a lady, 47, 2 girls and a dog", ["47"]),
        ("the old farmer (84) came in", ["84"]),
        ("new patient, sixty one, with his wife", ["sixty one"]),
        ("an eighty-year-old farmer came", ["eighty-year-old"]),
        ("the lady is 84 and he was 90.", ["84", "90"]),
        ("my patient Debbie is 84.", ["84"]),
        ("84F with a hip, then 79 yo with a knee, both of them aged 80", ["84F", "79 yo", "aged 80"]),
        ("we won by 3, 12, 84 and 20, said the lady", []),
        ("she waited 84 minutes, the room is 84.", []),
        ("a 10m walk with the lady", []),
        ("lady of 93, turned forty three the day she fell, and he will be 80", ["93", "forty three", "80"]),
        ("the twins, aged 4 and 7, and m/54", ["aged 4 and 7", "m/54"]),
        ("the girls, six and nine, saw it", ["six and nine"]),
        ("first stroke at 7 and the second at 42", ["at 7", "at 42"]),
        ("he's 17 ffs, and her ninetieth, then a 90th bday", ["17", "ninetieth", "90th"]),
        ("Tadeusz, 88, no visitors", ["88"]),
        ("she was 10 minutes late, he is 50% sure, she is 5-1 up, he was 84 kg", []),
        ("I'm 25 going on 90, home at 9, stuck on the M62, he does 460 at 460", []),
    ],
)
def test_ages(text: str, ages: list[str]) -> None:
    assert said(text, "age") == ages


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("two girls at Coedcae school", ["Coedcae school"]),
        ("two girls at coedcae school", ["coedcae school"]),
        ("Coed Cae Primary School again", ["Coed Cae Primary School"]),
        ("sits in the office at bryn elli while i run the class", ["bryn elli"]),
        ("she is at the towy ward now", ["towy ward"]),
        ("he lives on quarry street", ["quarry street"]),
        ("pop in, 14 Heol Bryngolau", ["14 Heol Bryngolau"]),
        ("i work at capita these days", ["capita"]),
        ("engaged at Barry Island", ["Barry Island"]),
        (
            "born at Ysbyty Gwynedd, then Ysgol Bryn Coch and St Teilo's High School",
            ["Ysbyty Gwynedd", "Ysgol Bryn Coch", "St Teilo's High School"],
        ),
        ("lives on Falls Road, runs the chippy in Mumbles", ["Falls Road", "Mumbles"]),
        ("she lives at 22 Acacia Avenue, he at number 46", ["22 Acacia Avenue", "number 46"]),
        (
            "flat above the Spinning Wheel, he drinks in the Rummer Tavern, Rm 12, bay C",
            ["Spinning Wheel", "Rummer Tavern", "Rm 12", "bay C"],
        ),
        ("Free school meals. Tuesday clinic, better at rugby, proud of Wales, bed 12 hours", []),
        ("every primary school, the stroke ward, on the road, in the main street", []),
        ("in the gym at lunchtime, the team at work, looking at Mondays", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert said(text, "place") == places


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("look at dan probert in his scarf", ["dan probert"]),
        ("Saw Dan Probert’s photo", ["Dan Probert’s"]),
        ("Mandy Tanner came to the clinic", ["Mandy Tanner"]),
        ("Poor Tanner on the ward", ["Tanner"]),
        ("saw marek wojciechowski on the ward", ["marek wojciechowski"]),
        ("Siobhán from bay 2 and Małgorzata Kowalczyk", ["Siobhán", "Małgorzata Kowalczyk"]),
        (
            "JP Rees-Llewellyn, Leticia dos Santos and van der Berg",
            ["JP Rees-Llewellyn", "Leticia dos Santos", "van der Berg"],
        ),
        ("my educator claire failed me, mcdonagh too", ["claire", "mcdonagh"]),
        ("my tutor dr. lindqvist, aka Mad Maggie, we call her The Duchess", ["lindqvist", "Mad Maggie", "The Duchess"]),
        ("on xmas eve. We called The Samaritans? No, we called in sick. This is called Physio", []),
        ("Hope died this morning. Will from bay 6 is worse, so is Grace", ["Hope", "Will", "Grace"]),
        ("Hope you are well. Grace under pressure, that may be", []),
        ("did the stairs on the ward singing Calon Lân to us", []),
        ("pitch again 😂 kitchen's that way girls", []),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    assert [name.removesuffix("’s") for name in said(text, "person")] == [name.removesuffix("’s") for name in people]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ikwuagwu was admitted and Thandiwe too", ["Ikwuagwu", "Thandiwe"]),
        ("ANEURWYN in bed 3 again", ["ANEURWYN"]),
        ("Sia\u0302npwt was in", ["Sia\u0302npwt"]),
        ("Muslims, Tories, the NHS, Netflix, UNISON, Yids and Zimbabweans, Hahaha, Yessss", []),
        ("Snoring, Mindfulness and Well-being. HAPPY NEW YEAR LADS. My Dog Is The Best", []),
    ],
)
def test_unknown_words_with_a_capital_are_names(text: str, names: list[str]) -> None:
    assert said(text, "name") + said(text, "person") == names


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("write to jo dot lane at gmail dot com", "contact", ["jo dot lane at gmail dot com"]),
        (
            "a.khan [at] nhs [dot] net and jane.doe(at)example.co.uk",
            "contact",
            ["a.khan [at] nhs [dot] net", "jane.doe(at)example.co.uk"],
        ),
        ("snap: bethan.jones99, insta is kayleigh_x_b", "contact", ["bethan.jones99", "kayleigh_x_b"]),
        ("text o7700 9oo 456 now", "contact", ["o7700 9oo 456"]),
        ("on Insta is everybody, we met at home. we left at 9", "contact", []),
        (
            "hospital number is RX123456, patient ID 4471-22, passport 533401372",
            "number",
            ["RX123456", "4471-22", "533401372"],
        ),
        ("10000 steps, £250000 raised, 1200000 views, in 2016-2019", "number", []),
        (
            "#PrayForCerys #getwellsoonkev #teamdeborah #NewPhysio #thankyounhs #mondaymotivation",
            "tag",
            ["#PrayForCerys", "#getwellsoonkev", "#teamdeborah"],
        ),
        ("on the 12th she fell, on the 1st floor, for the 2nd time", "date", ["the 12th"]),
        ("born in 1934, lost on 2016-11-03, had 9 margaritas", "date", ["1934", "2016-11-03"]),
    ],
)
def test_contacts_numbers_and_dates(text: str, label: str, words: list[str]) -> None:
    assert said(text, label) == words


def test_the_persons_own_unlisted_name_stays() -> None:
    reading = read_text("Zzyzwyn here, with Qwyll")
    assert [reading.text[span.start : span.end] for span in next(mentions([reading], ["Zzyzwyn"]))] == ["Qwyll"]


def test_a_long_post_is_read_to_its_end() -> None:
    text = "Zzyzwyn met me at Quarry Lane. " * 300
    found = next(mentions([read_text(text)]))
    assert {text[span.start : span.end] for span in found} == {"Zzyzwyn", "Quarry Lane"}
    assert found[-1].end == len(text) - 2


def test_spans_stand_in_order_and_apart() -> None:
    found = spans("Bevan Ward 6, 84, at Bevan Ward with Mandy Tanner aged 84 from Coedcae School Road")
    assert found
    assert all(one.end <= other.start for one, other in pairwise(found))
