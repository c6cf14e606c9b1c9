"""What a writer writes stands only as far as the sources bear it out. The writer here is one that errs as it is told."""

import copy

import pytest
from conftest import assert_spans_hold, sample
from conspectus.engine.writer import Scope
from conspectus.types import Document, Model, OffsetEncoding, Origin, Preset, Support
from conspectus.typography import count_words
from hypothesis import given
from hypothesis import strategies as st

LEAD = "A passenger ferry carrying 212 people ran aground on a reef off the island of Ostrey early on Thursday"


class Changing:
    """A writer that changes what the sources say, as it is told."""

    model = Model("changing", "writer", "", revision="1")
    scope = Scope.SENTENCE
    seed = 0

    def __init__(self, change):
        self.change = change

    def write(self, passages, deadline):
        for passage in passages:
            yield self.change(passage.texts[0])


@pytest.fixture(scope="session")
def written(engine, summarize):
    """The summary of a set by a writer that changes what the extractive one would quote."""

    def run(change, documents, **options):
        with_writer = copy.copy(engine)
        with_writer.writers = {"changing": Changing(change)}
        return summarize(documents, engine=with_writer, writer="changing", **options)

    return run


def the_lead(response):
    (lead,) = [s for s in response.summary.sentences if "ran aground" in s.text]
    return lead


def test_what_the_sources_bear_out_stands_as_it_was_written(written):
    response = written(lambda text: text.replace("early on Thursday", "on Thursday"), sample("ferry"))
    lead = the_lead(response)
    assert "island of Ostrey on Thursday" in lead.text
    assert (lead.origin, lead.support) == (Origin.WRITTEN, Support.SUPPORTED)
    assert lead.support_score > 0.9
    assert {s.origin for s in response.summary.sentences if s is not lead} == {Origin.EXTRACTED}  # word for word
    assert_spans_hold(sample("ferry"), response, OffsetEncoding.CODE_POINTS)


@pytest.mark.parametrize(("right", "wrong"), [("212", "312"), ("Thursday", "Friday"), ("Ostrey", "Varrow")])
def test_a_wrong_figure_day_or_name_is_put_right(written, right, wrong):
    response = written(lambda text: text.replace(right, wrong) if LEAD in text else text, sample("ferry"))
    lead = the_lead(response)
    assert (lead.text[: len(LEAD)], lead.origin) == (LEAD, Origin.REPAIRED)
    assert wrong not in lead.text
    assert response.trace.degraded == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("ran aground", "has not run aground"),
        lambda text: text.replace("212 people", "212 people and 17 horses"),
        lambda text: f"{text[:-1]}, “a night that nobody in Elsen will ever forget”.",
        lambda text: "Penguins have taken over the parliament of Antarctica.",
        lambda text: "…",
    ],
)
def test_what_cannot_be_put_right_is_replaced_by_the_source_s_own_sentence(written, change):
    response = written(lambda text: change(text) if LEAD in text else text, sample("ferry"))
    lead = the_lead(response)
    assert (lead.text[: len(LEAD)], lead.origin, lead.support) == (LEAD, Origin.EXTRACTED, Support.SUPPORTED)
    assert lead.text == lead.citations[0].quote.replace("\n", " ")
    (degraded,) = response.trace.degraded
    assert degraded.reason.startswith("1 of the sentences")


def test_a_reply_is_never_refused_for_what_was_written(written):
    response = written(
        lambda _: "Penguins have taken over the parliament of Antarctica.", sample("ferry"), max_words=150
    )
    assert response.summary.sentences
    assert all(s.origin == Origin.EXTRACTED for s in response.summary.sentences)
    assert count_words(response.summary.text) <= 150


def test_what_comes_in_for_shorter_words_keeps_the_budget(written):
    for words in (20, 35, 60, 100):
        response = written(lambda _: "Penguins rule.", sample("ferry"), max_words=words, presets=(Preset.PUSH_ALERT,))
        assert count_words(response.summary.text) <= words
        assert len(response.presets[0].summary.text) <= 120
        assert "Penguins" not in response.summary.text + response.presets[0].summary.text


def test_nothing_written_is_told_twice(written):
    response = written(lambda _: "Penguins rule.", sample("ferry"), max_words=300)
    texts = [sentence.text for sentence in response.summary.sentences]
    assert len(set(texts)) == len(texts)


@given(st.text(max_size=200))
def test_whatever_is_written_the_reply_stands(written, text):
    documents = [
        Document("The ferry ran aground on a reef off Ostrey with 212 people aboard. Nobody was hurt.", id="a")
    ]
    response = written(lambda _: text, documents)
    for sentence in response.summary.sentences:
        assert response.summary.text[sentence.range.start : sentence.range.end] == sentence.text
        assert sentence.origin == Origin.EXTRACTED or sentence.support == Support.SUPPORTED
