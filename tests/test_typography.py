import pytest
from conspectus.typography import count_words, joint, tidy
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The ferry ran aground.", 4),
        ("U.S. Sen. Roe — 3.5 percent", 6),
        ("地铁4号线停运。", 7),  # six characters and the figure
        ("他说 “hello world”。", 4 + 0),
        ("渡轮 Kestrel Bay 搁浅", 6),
        ("¿Qué pasó?", 2),
    ],
)
def test_words_are_counted_by_space_or_by_character(text, words):
    assert count_words(text) == words


@given(st.text(max_size=200))
def test_the_count_is_never_below_what_split_counts(text):
    assert count_words(text) >= len(text.split())


@given(st.text(max_size=80), st.text(max_size=80))
def test_joining_two_texts_adds_no_words(one, other):
    one, other = tidy(one), tidy(other)
    if one and other:
        assert count_words(one + joint(one, other) + other) <= count_words(one) + count_words(other)


@given(st.text(max_size=200))
def test_tidy_text_is_one_line_without_control_characters(text):
    found = tidy(text)
    assert found == found.strip()
    assert tidy(found) == found
    assert not any(character in found for character in "\n\r\t\x00\x0b\u2028\u200b\ufeff")


def test_a_joiner_stays_where_a_script_needs_it():
    assert tidy("می\u200cخواهم 👩\u200d🚒") == "می\u200cخواهم 👩\u200d🚒"
