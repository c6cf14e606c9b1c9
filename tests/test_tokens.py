import itertools

import numpy as np
from conspectus.stages.figures import statements
from conspectus.stages.matrices import incidence, keep_columns
from conspectus.stages.read import read
from conspectus.stages.sentence import Sentence
from conspectus.stages.tokens import runs, tokenize
from conspectus.types import Document, SummaryOptions
from conspectus.words import fold, normal, places
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.lists(st.text(alphabet="aB1'’.,é渡轮 ß", max_size=12), max_size=6)


@given(TEXTS)
def test_the_numbers_stand_for_the_folded_words_of_each_sentence(tokens, texts):
    found = tokens(*texts)
    assert [found.words_of(row) for row in range(len(texts))] == [fold(text) for text in texts]
    kept = list(range(0, len(texts), 2))
    assert [found.take(kept).words_of(row) for row in range(len(kept))] == [fold(texts[i]) for i in kept]


@given(st.text(alphabet="aB1'’.,é渡轮 ß\u0301", max_size=40))
def test_places_are_those_of_the_words(text):
    found = places(text)
    assert [word.casefold() for _, _, word in found] == fold(text) or not text.isascii()
    for start, end, word in found:
        assert normal(text[start:end]).startswith(word)


@given(TEXTS, st.integers(1, 4))
def test_runs_are_equal_where_their_words_are_and_never_cross_a_sentence(tokens, texts, length):
    found = tokens(*texts)
    starts, numbers = runs(found, found.words, length)
    expected = [
        (row, tuple(words[i : i + length]))
        for row, words in enumerate(map(fold, texts))
        for i in range(len(words) - length + 1)
    ]
    assert found.rows[starts].tolist() == [row for row, _ in expected]
    for (one, (_, first)), (other, (_, second)) in itertools.combinations(enumerate(expected), 2):
        assert (numbers[one] == numbers[other]) == (first == second)


def test_forms_of_one_word_are_told_apart_by_case_and_joined_by_stem(tokens):
    forms = tokens("Ferry ferries FERRY").forms
    assert len(forms.word) == 3
    assert forms.words == ["ferry", "ferries"]
    assert len(forms.stems) == 1
    assert forms.folded.tolist() == [False, True, False]


def test_a_word_is_stemmed_by_the_language_of_its_own_text(engine):
    documents = [Document(text="running", language_code=code, id=code) for code in ("es", "en")]
    sources = read(documents, SummaryOptions(), engine)
    found = tokenize([Sentence(source, 0, len(source.text), 0) for source in sources], engine.languages)
    assert found.forms.words == ["running"]
    assert len(found.forms.stems) == 2


@given(st.lists(st.sampled_from(["no", "eleven", "1,200", "$", "people", "the", "not"]), max_size=6))
def test_a_sentence_states_the_figures_and_negations_of_its_own_words(tokens, words):
    found = statements(tokens("Two ferries.", " ".join(words)))[1]
    figures = {"eleven": "11", "1,200": "1200", "$": "$"}
    assert found.figures == {figures[word] for word in words if word in figures}
    assert found.denies == bool({"no", "not"} & set(words))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=20))
def test_an_incidence_counts_a_pair_once(pairs):
    rows = np.array([row for row, _ in pairs], dtype=int)
    columns = np.array([column for _, column in pairs], dtype=int)
    found = incidence(rows, columns, (4, 5))
    assert set(zip(*(places.tolist() for places in found.nonzero()), strict=True)) == set(pairs)
    assert found.sum() == len(set(pairs))
    kept = keep_columns(found, np.array([True, False, True, False, True]))
    assert set(zip(*(places.tolist() for places in kept.nonzero()), strict=True)) == {p for p in pairs if p[1] % 2 == 0}


def test_an_arabic_stem_does_not_depend_on_the_word_before(engine):
    from conspectus.words import look_up

    words = ["وتعليمتم", "التعليمين", "فسيكتبون", "المدرسون", "وكتبتم"]
    language = engine.languages["ar"]
    found = []
    for order in (words, words[::-1]):
        look_up.cache_clear()
        found.append({word: look_up(word, language).stem for word in order})
    assert found[0] == found[1]
