"""The whole line on the sample sets, and the invariants of the contract on input that nobody would think of."""

import dataclasses
import random

import pytest
from conftest import SETS, assert_spans_hold, labels, sample, without_durations
from conspectus import pipeline
from conspectus.convert import to_proto
from conspectus.deadline import Deadline
from conspectus.errors import Cancelled, DeadlineExceeded
from conspectus.settings import Settings
from conspectus.types import Document, OffsetEncoding, Progress, SummaryOptions, SummarySentence, Verdict
from conspectus.typography import count_words
from conspectus.v1 import summarization_pb2 as pb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "The ferry ran aground on a reef on Thursday morning.",
        "Eleven people were hurt, the coastguard said.",
        "Fourteen people were hurt, according to the hospital.",
        "“I had no rudder. We are going to touch,” the captain said.",
        "Subscribe to our newsletter today!",
        "Advertisement",
        "渡轮周四早上在礁石上搁浅，11人受伤。",
        "العبارة جنحت يوم الخميس قرب الجزيرة، بحسب خفر السواحل.",
        "नाव गुरुवार को चट्टान से टकरा गई।",
        "U.S. Sen. Roe said 3.5 percent at 9 a.m.",
        "\n", "\r\n", "\n\n", "\u2028", " ", "\t", "\x00", "\u200b", "\u202e", "\ufeff",
        "🛟", "👩‍🚒", "\ud83d", "e\u0301", "a" + "\u0301" * 50, '"', "“", "”", "(", "…", ". . .", "-", "|",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=14).map(" ".join)
DOCUMENTS = st.lists(
    st.builds(
        Document,
        text=TEXTS,
        title=st.sampled_from(["", "Ferry runs aground"]),
        url=st.sampled_from(["", "https://paper.example/a#b", "mailto:x@y.example", "no url"]),
        language_code=st.sampled_from(["", "en", "zh", "ar"]),
        weight=st.sampled_from([1.0, 0.0, 2.5]),
    ),
    min_size=1,
    max_size=5,
).filter(lambda documents: any(document.text.strip() for document in documents))
LIMITS = st.sampled_from([1, 3, 12, 40, 200])
UGLY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@UGLY
@given(DOCUMENTS, LIMITS, st.sampled_from(OffsetEncoding))
def test_spans_slice_to_quotes_and_the_length_holds(summarize, documents, max_words, encoding):
    response = summarize(documents, max_words=max_words, offset_encoding=encoding, include_facts=True)
    assert_spans_hold(documents, response, encoding)
    assert count_words(response.summary.text) <= max_words
    assert len(response.summary.text.split()) <= max_words
    assert len(response.documents) == len(documents)
    to_proto(response, pb.SummarizeResponse()).SerializeToString()


@UGLY
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing_but_the_order_of_reports(summarize, documents, shuffler):
    documents = [dataclasses.replace(document, id=f"d{n}") for n, document in enumerate(documents)]
    shuffled = shuffler.sample(documents, len(documents))
    one, other = summarize(documents, include_facts=True), summarize(shuffled, include_facts=True)
    assert dataclasses.replace(one, documents=()) == dataclasses.replace(other, documents=())
    assert [report.document_id for report in other.documents] == [document.id for document in shuffled]
    assert {r.document_id: r for r in one.documents} == {r.document_id: r for r in other.documents}


def test_an_address_changes_no_word(summarize):
    plain = [dataclasses.replace(d, publish_time=None, url="", id=f"d{n}") for n, d in enumerate(sample("ferry"))]
    linked = [dataclasses.replace(d, url=f"https://paper.example/{n}") for n, d in enumerate(plain)]
    assert summarize(plain).summary.text == summarize(linked).summary.text


@UGLY
@given(DOCUMENTS)
def test_the_same_input_gives_the_same_bytes(summarize, documents):
    replies = {to_proto(summarize(documents), pb.SummarizeResponse()).SerializeToString() for _ in range(3)}
    assert len(replies) == 1


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("encoding", list(OffsetEncoding)[1:])
def test_sample_sets_are_summarized_with_every_quote_in_place(summarize, name, encoding):
    documents = sample(name)
    response = summarize(documents, offset_encoding=encoding, include_facts=True)
    assert_spans_hold(documents, response, encoding)
    assert 100 <= count_words(response.summary.text) <= 220
    assert not response.trace.degraded


@pytest.mark.parametrize("name", SETS)
def test_nothing_of_the_furniture_is_in_a_summary(summarize, name):
    text = summarize(sample(name), max_words=400).summary.text
    for item in labels(name)["furniture"]:
        if len(item["text"]) > 12:
            assert item["text"] not in text


@pytest.mark.parametrize("name", ["ferry", "presa", "diqiao"])
def test_the_wire_copies_are_cited_together_and_count_once(summarize, name):
    documents = sample(name)
    response = summarize(documents, max_words=300)
    copies = set(labels(name)["copies"][0])
    together = [s for s in response.summary.sentences if {c.document_id for c in s.citations} >= copies]
    assert together
    assert any(sentence.independent_sources == 1 for sentence in together)
    for sentence in response.summary.sentences:
        cited = {citation.document_id for citation in sentence.citations}
        assert sentence.independent_sources <= len(cited - copies) + bool(cited & copies)
    duplicates = {r.document_id: r.duplicate_of for r in response.documents if r.verdict == Verdict.DUPLICATE}
    assert duplicates
    assert set(duplicates) | set(duplicates.values()) <= copies


@pytest.mark.parametrize("name", SETS)
def test_a_source_that_states_another_figure_is_not_cited(summarize, name):
    spans = {
        (conflict["subject"], variant["value"]): variant["document_ids"]
        for conflict in labels(name)["conflicts"]
        for variant in conflict["variants"]
    }
    assert spans
    response = summarize(sample(name), max_words=600, include_facts=True)
    for fact in response.facts:
        figures = [{w for w in c.quote.replace(",", "").split() if w.isdigit() and len(w) > 1} for c in fact.citations]
        first = figures[0]
        assert all(not other or first <= other for other in figures[1:]), fact


def test_no_fact_twice_in_chinese(summarize):
    sentences = [s.text for s in summarize(sample("diqiao"), max_words=450).summary.sentences]
    assert len(sentences) > 8
    assert sum("停运" in text for text in sentences) == 1


def test_the_lead_of_a_spanish_wire_is_not_lost(summarize):
    for words in (100, 150, 250):
        text = summarize(sample("presa"), max_words=words).summary.text
        assert "Las autoridades ordenaron este martes vaciar la presa de Peñalbera" in text


def test_facts_are_no_questions(summarize):
    text = (
        "The ferry ran onto Combs Reef on Thursday morning. Who was at the helm? We counted eleven cracks in the hull. "
        "“Who was at the helm?” asked the mayor, Ida Hale, on the quay. No one was hurt."
    )
    found = summarize([Document(text=text)], max_words=10, include_facts=True).facts
    assert {fact.citations[0].quote for fact in found} == {
        "The ferry ran onto Combs Reef on Thursday morning.",
        "We counted eleven cracks in the hull.",
        "“Who was at the helm?” asked the mayor, Ida Hale, on the quay.",
        "No one was hurt.",
    }
    (found,) = summarize(
        [Document(text="Who was at the helm of the ferry on that Thursday?")], include_facts=True
    ).facts
    assert found.in_summary  # there was nothing else


def test_no_fact_twice_and_nothing_dangling(summarize):
    sentences = [s.text for s in summarize(sample("ferry"), max_words=300).summary.sentences]
    assert sum("voyage data recorder" in text or "bridge recorder" in text for text in sentences) <= 1
    openers = ("He ", "She ", "It ", "They ", "But ", "And ", "However")
    assert not [text for text in sentences if text.startswith(openers) or text.endswith("?")]


def test_a_query_leads_and_says_so(engine, summarize):
    plain = summarize(sample("ferry"), max_words=60).summary.text
    asked = summarize(sample("ferry"), max_words=60, query="diesel in the tanks").summary.text
    assert "diesel" in asked
    assert "diesel" not in plain


@pytest.mark.parametrize(
    ("query", "answered"), [("diesel", True), ("the price of diesel", True), ("chess", False), ("why", False)]
)
def test_a_query_that_no_sentence_has_a_word_of_is_told(engine, summarize, query, answered):
    limits = Settings().limits
    ranked = pipeline.rank_sentences(sample("ferry"), SummaryOptions(query=query), engine=engine, limits=limits)
    for trace in (ranked.trace, summarize(sample("ferry"), query=query).trace):
        assert [found.stage for found in trace.degraded] == ([] if answered else ["rank"])


def test_a_language_is_chosen_and_the_others_are_left_to_citations(summarize):
    documents = sample("ferry")[:3] + sample("presa")[:2]
    assert "Protecci" not in summarize(documents).summary.text
    spanish = summarize(documents, language_code="es").summary.text
    assert "presa" in spanish
    assert "ferry" not in spanish


def test_a_document_of_weight_zero_lends_no_salience(engine):
    one = "Bakers across the region complained about the price of flour this spring."
    other = "The price of flour angers bakers across the region, a guild told the fair on Monday."

    def support(weight):
        documents = [Document(text=one, id="one"), Document(text=other, id="other", weight=weight)]
        limits = Settings().limits
        ranked = pipeline.rank_sentences(documents, SummaryOptions(), engine=engine, limits=limits).sentences
        parts = next(sentence.parts for sentence in ranked if sentence.document_id == "one")
        return next(part.value for part in parts if part.name == "support")

    assert support(1.0) > 0.05
    assert support(0.0) == 0


def test_ids_are_made_from_content_and_stay(summarize):
    texts = ["The ferry ran aground on a reef on Thursday.", "Eleven people were hurt, the coastguard said."]
    ids = [r.document_id for r in summarize([Document(text=text) for text in texts]).documents]
    again = [r.document_id for r in summarize([Document(text=text) for text in reversed(texts)]).documents]
    assert ids == again[::-1]
    copies = [r.document_id for r in summarize([Document(text=texts[0])] * 3).documents]
    assert len(set(copies)) == 3
    assert copies[0] == ids[0]


@pytest.mark.parametrize(
    ("texts", "verdicts"),
    [
        (["", "The ferry ran aground on a reef on Thursday morning."], [Verdict.EMPTY, Verdict.USED]),
        (["Subscribe to our newsletter!\nAdvertisement\nHome | News | Sport"], [Verdict.EMPTY]),
        (["The ferry ran aground on a reef on Thursday morning."] * 2, [Verdict.USED, Verdict.DUPLICATE]),
        (["Word"], [Verdict.USED]),
    ],
)
def test_every_document_is_accounted_for(summarize, texts, verdicts):
    response = summarize([Document(text=text, id=str(n)) for n, text in enumerate(texts)])
    assert [report.verdict for report in response.documents] == verdicts
    assert all(report.reason for report in response.documents)
    assert bool(response.summary.text) == (Verdict.USED in verdicts)
    assert bool(response.trace.degraded) == (Verdict.USED not in verdicts)


@pytest.mark.parametrize("max_words", [1, 2, 5])
def test_where_no_sentence_fits_the_best_is_cut_and_it_is_said(summarize, max_words):
    documents = sample("ferry")
    response = summarize(documents, max_words=max_words)
    assert 1 <= len(response.summary.text.split()) <= max_words
    assert response.summary.text.endswith("…")
    assert_spans_hold(documents, response, OffsetEncoding.CODE_POINTS)
    assert [degradation.stage for degradation in response.trace.degraded] == ["write"]


def test_html_is_read_and_its_text_echoed(summarize):
    pytest.importorskip("trafilatura")
    story = "".join(
        f"<p>The ferry ran aground on reef number {n} on Thursday, and the coastguard said that all were safe.</p>"
        for n in range(5)
    )
    page = f"<html><body><nav>Home News Sport</nav><article><h1>Ferry aground</h1>{story}</article></body></html>"
    documents = [Document(html=page), Document(text="The coastguard said that a ferry ran aground on Thursday.")]
    response = summarize(documents)
    assert response.documents[0].text.count("ran aground") == 5
    assert response.documents[1].text == ""
    assert_spans_hold(documents, response, OffsetEncoding.CODE_POINTS)


def test_a_fragment_of_html_is_read_too(summarize):
    pytest.importorskip("trafilatura")
    sentence = "The ferry ran aground near the harbour on Monday morning with ninety people on board."
    assert summarize([Document(html=f"<p>{sentence}")]).summary.text == sentence


def test_words_that_control_characters_part_are_counted(summarize):
    text = "The" + "\x01ferry" * 30 + " ran aground near the harbour on Monday morning, officials said."
    response = summarize([Document(text=text)], max_words=15)
    assert response.summary.text == "The" + " ferry" * 14 + "…"
    assert_spans_hold([Document(text=text)], response, OffsetEncoding.CODE_POINTS)


@pytest.mark.parametrize(
    "text",
    [
        "-" * 20_000, "cookies " * 20_000, "a@b." * 5_000 + " x", "「。" * 20_000, '". ' * 20_000,
        "中" + "a" * 50_000 + " word" * 300 + "。", ("a@b." * 100 + " x\n") * 100,
    ],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_patterns_take_no_more_than_the_length_of_a_text(summarize, text):
    import time

    start = time.process_time()
    summarize([Document(text=text, language_code="en")])
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twelve people were killed", "thirteen people were killed"),
        ("the bank did raise its rate for good", "the bank did not raise its rate for good"),
        ("the firm paid $5 million for it", "the firm paid $5 billion for it"),
        ("the firm paid $5 million for it", "the firm paid €5 million for it"),
    ],
)
def test_a_copy_that_states_something_else_is_no_copy(summarize, one, other):
    frame = "Officials in the north of the country said on Sunday that {} when asked about it by reporters."
    response = summarize([Document(text=frame.format(one)), Document(text=frame.format(other))])
    assert [len(sentence.citations) for sentence in response.summary.sentences] == [1]


def test_a_document_of_no_language_does_not_silence_the_others(summarize):
    sentence = "The ferry ran aground near the harbour on Monday morning with ninety people on board."
    for noise in (" " * 1000, "1234 5678 91\n" * 1000, "2019 | 31.4 | 28.0\n" * 8):
        assert summarize([Document(text=sentence), Document(text=noise)]).summary.text == sentence


@pytest.mark.parametrize("name", SETS)
def test_events_tell_the_stages_and_the_sentences_of_the_reply(summarize, name):
    events = []
    response = summarize(sample(name), observe=events.append, include_durations=True)
    stages = [event.stage for event in events if isinstance(event, Progress)]
    assert stages == [stage.name for stage in response.trace.stages]
    assert [event.completed_stages for event in events if isinstance(event, Progress)] == list(range(len(stages)))
    assert tuple(e for e in events if isinstance(e, SummarySentence)) == response.summary.sentences
    assert all(stage.duration is not None for stage in response.trace.stages)
    assert without_durations(response) == summarize(sample(name))


def test_a_deadline_and_a_cancel_stop_the_work(summarize):
    with pytest.raises(DeadlineExceeded):
        summarize(sample("ferry"), deadline=Deadline(0))
    deadline = Deadline()

    def cancel_in_the_middle(event):
        if isinstance(event, Progress) and event.stage == "group":
            deadline.cancel()

    with pytest.raises(Cancelled):
        summarize(sample("ferry"), deadline=deadline, observe=cancel_in_the_middle)


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000, " " * 200_000 + "a", '"' * 100_000, "(" * 100_000, "a" * 200_000, "A. " * 20_000,
        "e" + "\u0301" * 100_000, "\u202e" * 100_000 + "x", "[" * 50_000 + "]" * 50_000, "1" * 200_000,
        "。" * 100_000, "a\n" * 40_000, "Photo: " * 20_000, "“" * 50_000, "- " * 100_000, "a b, " * 40_000, "漢" * 100_000,
    ],
    ids=lambda text: repr(text[:4]),
)  # fmt: skip
def test_huge_monotonous_text_takes_no_more_than_seconds(summarize, text):
    import time

    start = time.process_time()
    summarize([Document(text=text + " The ferry ran aground on Thursday.")])
    assert time.process_time() - start < 6


def test_a_thousand_copies_of_one_document(summarize):
    response = summarize(sample("ferry")[:1] * 1 + [Document(text=sample("ferry")[0].text)] * 999)
    assert {s.independent_sources for s in response.summary.sentences} == {1}
    assert sum(report.verdict == Verdict.DUPLICATE for report in response.documents) == 999


def test_random_sets_of_real_sentences_keep_their_limits(summarize):
    shuffler = random.Random(7)
    sentences = [s for name in SETS[:2] for document in sample(name) for s in document.text.split("\n") if s]
    for _ in range(10):
        documents = [Document(text="\n".join(shuffler.sample(sentences, 12))) for _ in range(8)]
        response = summarize(documents, max_words=70, max_sentences=2)
        assert len(response.summary.sentences) <= 2
        assert len(response.summary.text.split()) <= 70
        assert_spans_hold(documents, response, OffsetEncoding.CODE_POINTS)
