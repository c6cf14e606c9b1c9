"""What in a sentence must be right to the letter, and by which value it is compared."""

import datetime

import pytest
from conspectus.stages.items import parse
from conspectus.types import Gate
from hypothesis import given
from hypothesis import strategies as st


def values(engine, text, language="en", gate=Gate.FIGURE, capitalized=(), published=None):
    parsed = parse(text, engine.languages[language], set(capitalized), published)
    return [(text[item.start : item.end], item.value) for item in parsed.items if item.gate == gate]


def figures(engine, text, language="en"):
    return [(words, "-".join(f"{n:g}" for n in q.numbers) + q.unit) for words, q in values(engine, text, language)]


def quantity(engine, text, language="en"):
    ((_, found),) = values(engine, text, language)
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "1.2 million people and 1,200,000 others", [("1.2 million", "1.2e+06"), ("1,200,000", "1.2e+06")]),
        ("en", "$5 million, 5 percent and 5 per cent", [("$5 million", "5e+06USD"), ("5 percent", "5%"), ("5 per cent", "5%")]),
        ("en", "5 million dollars, £3m, a 4½-inch hole", [("5 million dollars", "5e+06USD"), ("£3m", "3e+06GBP"), ("4½", "4.5")]),
        ("en", "Twenty-five of two hundred and six, forty-one more", [("Twenty-five", "25"), ("two hundred and six", "206"), ("forty-one", "41")]),
        ("en", "two, three or four men", [("two", "2"), ("three", "3"), ("four", "4")]),
        ("en", "three dozen boats and a dozen nets", [("three dozen", "36"), ("a dozen", "12")]),
        ("en", "at 6:40 in the 1990s, 20-30 of them", [("6:40", "400:"), ("1990", "1990"), ("20-30", "20-30")]),
        ("en", "10 to 15 boats, between 10 and 15, from 10 to 15", [("10 to 15", "10-15"), ("10 and 15", "10-15"), ("10", "10"), ("15", "15")]),
        ("en", "a 27-year-old ship for €3.5bn", [("27", "27"), ("€3.5bn", "3.5e+09EUR")]),
        ("en", "call 503-691-2131", [("503", "503"), ("691", "691"), ("2131", "2131")]),
        ("en", "on 3 May 2025", []),
        ("fr", "1 200 000 personnes, 3,5 millions, soixante-dix", [("1 200 000", "1.2e+06"), ("3,5 millions", "3.5e+06"), ("soixante-dix", "70")]),
        ("de", "1.200 Menschen, 3,5 Millionen, zwölf Prozent", [("1.200", "1200"), ("3,5 Millionen", "3.5e+06"), ("zwölf Prozent", "12%")]),
        ("es", "45 metros, 61,5 % y doce", [("45", "45"), ("61,5 %", "61.5%"), ("doce", "12")]),
        ("zh", "1500名、一千五百名、三百四十万美元和34.5万", [("1500", "1500"), ("一千五百", "1500"), ("三百四十万美元", "3.4e+06USD"), ("34.5万", "345000")]),
    ],
)  # fmt: skip
def test_figures_are_compared_by_value(engine, language, text, expected):
    assert sorted(figures(engine, text, language)) == sorted(expected)


@pytest.mark.parametrize(
    ("language", "draft", "source", "may"),
    [
        ("en", "about 300", "312", True),
        ("en", "more than 300", "312", True),
        ("en", "almost 320", "312", True),
        ("en", "dozens", "47", True),
        ("en", "10 to 15", "12", True),
        ("en", "312", "about 300", False),
        ("en", "about 312", "about 300", False),
        ("en", "up to 65", "up to 60", False),
        ("en", "10 to 50", "10 to 15", False),
        ("en", "about 300", "420", False),
        ("en", "dozens", "700", False),
        ("en", "5 percent", "5", False),
        ("en", "$5 million", "€5 million", False),
        ("en", "300", "at least 300", True),
        ("de", "mehr als 300", "312", True),
        ("es", "unos 300", "312", True),
        ("fr", "une douzaine", "12", True),
        ("ja", "300人以上", "312", True),
        ("zh", "约300", "312", True),
    ],
)  # fmt: skip
def test_a_vaguer_figure_may_stand_for_a_source_s_and_not_the_other_way_round(engine, language, draft, source, may):
    assert quantity(engine, draft, language).says(quantity(engine, source, language)) is may


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("about 300", "312", False),
        ("300", "312", False),
        ("1.2 million", "1,234,000", False),
        ("$15.99", "$16", False),
        ("nearly 25", "24", False),
        ("a dozen", "twelve", False),
        ("more than a dozen", "14", False),
        ("12", "13", True),
        ("at least 20", "25", False),  # it may have become more
        ("at least 20", "19", True),
        ("at least 20", "45", True),
        ("at least 300", "312", False),
        ("200", "300", True),
        ("1.2 million", "1.5 million", True),
        ("5 percent", "7", False),  # they can't be compared
    ],
)  # fmt: skip
def test_rounding_is_no_difference(engine, one, other, differ):
    pair = [quantity(engine, text) for text in (one, other)]
    assert pair[0].differs(pair[1]) is differ
    assert pair[1].differs(pair[0]) is differ


WEDNESDAY = datetime.date(2025, 5, 7)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on 3 May 2025", ["2025-05-03"]),
        ("en", "on May 3rd, it rained", ["2025-05-03"]),
        ("en", "on Tuesday, 6 May", ["2025-05-06"]),
        ("en", "on Tuesday", ["2025-05-06", "2025-05-13"]),
        ("en", "yesterday", ["2025-05-06"]),
        ("en", "on 28 December", ["2024-12-28"]),
        ("en", "on 2025-05-03", ["2025-05-03"]),
        ("en", "in May", []),
        ("de", "am Dienstag, dem 6. Mai 2025", ["2025-05-06"]),
        ("de", "am 6.5.2025", ["2025-05-06"]),
        ("es", "el martes 6 de mayo", ["2025-05-06"]),
        ("fr", "mardi 6 mai", ["2025-05-06"]),
        ("ru", "во вторник, 6 мая 2025 года", ["2025-05-06"]),
        ("zh", "2025年5月6日", ["2025-05-06"]),
        ("ja", "5月6日に", ["2025-05-06"]),
        ("ko", "5월 6일", ["2025-05-06"]),
        ("ar", "في 6 مايو 2025", ["2025-05-06"]),
        ("hi", "6 मई 2025 को", ["2025-05-06"]),
    ],
)  # fmt: skip
def test_days_are_resolved_against_that_of_the_document(engine, language, text, expected):
    ((_, day),) = values(engine, text, language, Gate.DATE, published=WEDNESDAY)
    assert sorted(datetime.date.fromordinal(date).isoformat() for date in day.dates) == expected


def test_days_are_the_same_if_they_can_be(engine):
    def day(text, published=None):
        ((_, found),) = values(engine, text, gate=Gate.DATE, published=published)
        return found

    tuesday = day("on Tuesday", WEDNESDAY)
    assert tuesday.is_same(day("on 6 May")) is True
    assert tuesday.is_same(day("on 5 May")) is False
    assert tuesday.is_same(day("yesterday", WEDNESDAY)) is True
    assert day("on Tuesday").is_same(day("on Wednesday")) is False
    assert day("on Tuesday").is_same(day("on 6 May")) is None
    assert day("in May").is_same(day("on 6 May 2025")) is True


@pytest.mark.parametrize("text", ["You may go", "They march on", "the second of three", "30 February 2025", "99 May"])
def test_what_is_no_day_has_no_date(engine, text):
    assert all(not day.dates for _, day in values(engine, text, gate=Gate.DATE, published=WEDNESDAY))


def test_names_are_words_with_a_capital_that_do_not_merely_open(engine):
    text = "Divers told Ida Hale's board on Monday."
    assert values(engine, text, gate=Gate.NAME) == [("Ida", "ida"), ("Hale's", "hale")]
    assert values(engine, "Hale left.", gate=Gate.NAME) == []
    assert values(engine, "Hale left.", gate=Gate.NAME, capitalized=["hale"]) == [("Hale", "hale")]
    assert values(engine, "Am Montag fuhr das Schiff.", "de", Gate.NAME) == []


def test_negations_are_told(engine):
    text = "Nobody said that the pump wasn't new, and it never was."
    assert [word for word, _ in values(engine, text, gate=Gate.NEGATION)] == ["Nobody", "wasn't", "never"]


@given(
    text=st.text(max_size=200),
    language=st.sampled_from(["en", "fr", "zh", "ar", "hi", "und"]),
    published=st.one_of(st.none(), st.dates()),
)
def test_items_are_in_order_and_in_the_text(engine, text, language, published):
    parsed = parse(text, engine.languages[language], set(), published)
    assert [item.start for item in parsed.items] == sorted(item.start for item in parsed.items)
    for item in parsed.items:
        assert 0 <= item.start < item.end <= len(text)
        assert text[item.start : item.end].strip()
    for start, end, word in parsed.words:
        assert len(word) > 0
        assert text[start:end]
