import pytest
from conftest import sliced
from conspectus.offsets import OffsetMap
from conspectus.types import OffsetEncoding, Range
from hypothesis import given
from hypothesis import strategies as st


@given(st.text(st.characters(), max_size=40), st.data())
@pytest.mark.parametrize("encoding", list(OffsetEncoding))
def test_a_range_slices_to_the_same_words_in_every_encoding(encoding, text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = OffsetMap(text, encoding).range(start, end)
    assert sliced(text, found.start, found.end, encoding) == text[start:end]


def test_one_place_has_three_offsets():
    text = "naïve 🛟 ferry"
    start = text.index("ferry")
    assert OffsetMap(text, OffsetEncoding.CODE_POINTS).range(start, len(text)) == Range(8, 13)
    assert OffsetMap(text, OffsetEncoding.UTF16_CODE_UNITS).range(start, len(text)) == Range(9, 14)
    assert OffsetMap(text, OffsetEncoding.UTF8_BYTES).range(start, len(text)) == Range(12, 17)


def test_a_lone_surrogate_counts_as_the_replacement_that_goes_over_the_wire():
    text = "a\ud83d b"
    for encoding in OffsetEncoding:
        assert OffsetMap(text, encoding).range(3, 4) == OffsetMap("a\ufffd b", encoding).range(3, 4)
