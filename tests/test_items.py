"""What in a sentence must be right to the letter, and by which value it is compared."""

import pytest
from conspectus.stages.items import parse
from conspectus.types import Gate
from hypothesis import given
from hypothesis import strategies as st


def values(engine, text, language="en", gate=Gate.FIGURE, capitalized=()):
    parsed = parse(text, engine.languages[language], set(capitalized))
    return [(text[item.start : item.end], item.value) for item in parsed.items if item.gate == gate]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "1.2 million people and 1,200,000 others", [("1.2 million", "1200000"), ("1,200,000", "1200000")]),
        ("en", "$5 million, 5 percent and 5 per cent", [("$5 million", "5000000$"), ("5 percent", "5%"), ("5 per cent", "5%")]),
        ("en", "Twenty-five of two hundred and six", [("Twenty-five", "25"), ("two hundred and six", "206")]),
        ("en", "two, three or four men", [("two", "2"), ("three", "3"), ("four", "4")]),
        ("en", "three dozen boats and a dozen nets", [("three dozen", "36"), ("dozen", "12")]),
        ("en", "at 6:40 in the 1990s, 20-30 of them", [("6:40", "6:40"), ("1990", "1990"), ("20", "20"), ("30", "30")]),
        ("en", "a 27-year-old ship for €3.5bn", [("27", "27"), ("€3.5bn", "3500000000€")]),
        ("en", "on 3 May 2025", [("3", "3"), ("2025", "2025")]),
        ("fr", "1 200 000 francs, 3,5 millions, soixante-dix", [("1 200 000", "1200000"), ("3,5 millions", "3500000"), ("soixante-dix", "70")]),
        ("de", "1.200 Menschen, 3,5 Millionen, zwölf Prozent", [("1.200", "1200"), ("3,5 Millionen", "3500000"), ("zwölf Prozent", "12%")]),
        ("es", "45 metros, 61,5 % y doce", [("45", "45"), ("61,5 %", "61.5%"), ("doce", "12")]),
        ("zh", "约1500名、一千五百名、三百四十万元和34.5万", [("1500", "1500"), ("一千五百", "1500"), ("三百四十万", "3400000"), ("34.5万", "345000")]),
    ],
)  # fmt: skip
def test_figures_are_compared_by_value(engine, language, text, expected):
    assert sorted(values(engine, text, language)) == sorted(expected)


def test_names_are_words_with_a_capital_that_do_not_merely_open(engine):
    text = "Divers told Ida Hale's board on Monday."
    assert values(engine, text, gate=Gate.NAME) == [("Ida", "ida"), ("Hale's", "hale"), ("Monday", "monday")]
    assert values(engine, "Hale left.", gate=Gate.NAME) == []
    assert values(engine, "Hale left.", gate=Gate.NAME, capitalized=["hale"]) == [("Hale", "hale")]
    assert values(engine, "Am Montag fuhr das Schiff.", "de", Gate.NAME) == []


def test_negations_are_told(engine):
    text = "Nobody said that the pump wasn't new, and it never was."
    assert [word for word, _ in values(engine, text, gate=Gate.NEGATION)] == ["Nobody", "wasn't", "never"]


@given(text=st.text(max_size=200), language=st.sampled_from(["en", "fr", "zh", "ar", "hi", "und"]))
def test_items_are_in_order_and_in_the_text(engine, text, language):
    parsed = parse(text, engine.languages[language], set())
    assert [item.start for item in parsed.items] == sorted(item.start for item in parsed.items)
    for item in parsed.items:
        assert 0 <= item.start < item.end <= len(text)
        assert text[item.start : item.end].strip()
    for start, end, word in parsed.words:
        assert len(word) > 0
        assert text[start:end]
