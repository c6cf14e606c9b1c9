"""Attribute: who says so, where, and what is not so."""

import random
import time
from collections import Counter

import pytest
from conftest import SETS, sample, sliced
from conspectus import pipeline
from conspectus.errors import InvalidRequest
from conspectus.settings import Settings
from conspectus.types import Document, Gate, OffsetEncoding, SummaryOptions, Support, Verdict
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import mutations, names_in


@pytest.fixture(scope="session")
def attribute(engine):
    limits = Settings().limits

    def run(text, documents, **options):
        return pipeline.attribute(text, documents, SummaryOptions(**options), engine=engine, limits=limits)

    return run


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A passenger ferry carrying 212 people ran aground on a reef off the island of Ostrey.", Support.SUPPORTED),
        ("The Kestrel Bay, with 212 people aboard, ran onto Combs Reef at 6:40 a.m. on Thursday.", Support.SUPPORTED),
        ("Nobody was killed, but eleven people were injured.", Support.SUPPORTED),
        ("All 187 passengers and 25 crew were brought ashore in less than three hours.", Support.SUPPORTED),
        ("The Marine Safety Board is holding the voyage data recorder of the ship.", Support.SUPPORTED),
        ("All 178 passengers and 25 crew were brought ashore in just under three hours.", Support.CONTRADICTED),
        ("The Marine Safety Board is not holding the voyage data recorder of the ship.", Support.CONTRADICTED),
        (
            "Capt. Ida Haske had radioed minutes earlier that the ship no longer answered the helm.",
            Support.CONTRADICTED,
        ),
        ("Capt. Joren Haske had radioed minutes earlier that the ship answered the helm.", Support.CONTRADICTED),
        ("The Marine Safety Board is holding the captain's breakfast and his lucky umbrella.", Support.PARTIAL),
        ("The mayor of a town in the mountains has opened a school for shepherds.", Support.UNSUPPORTED),
        ("Who was at the helm of the Kestrel Bay?", Support.NO_CLAIM),
        ("Dear readers, thank you for your patience.", Support.NO_CLAIM),
    ],
)
def test_verdicts(attribute, text, verdict):
    (sentence,) = attribute(text, sample("ferry")).sentences
    assert sentence.verdict == verdict, (sentence.score, sentence.findings)


def test_what_a_source_has_instead_is_told_with_its_place(attribute):
    text = "The Kestrel Bay drove onto Combs Reef at first light on Friday with 212 people on board."
    (sentence,) = attribute(text, sample("ferry")).sentences
    (finding,) = sentence.findings
    assert (finding.gate, text[finding.range.start : finding.range.end]) == (Gate.DATE, "Friday")
    assert (finding.instead, finding.document_id) == ("Thursday", "elsen-standard")
    uncovered = [text[part.start : part.end] for part in sentence.uncovered_ranges]
    assert uncovered == ["Friday"]


def test_support_may_be_spread_over_two_documents(attribute):
    documents = [
        Document(text="The harbour wall of Ostrey lost four blocks in the storm on Monday.", id="wall"),
        Document(text="The council of the island voted nine million crowns for repairs.", id="money"),
        Document(text="A choir sang in the church hall of Nether Voe for an hour.", id="choir"),
    ]
    text = "After the harbour wall lost four blocks, the council voted nine million crowns for repairs."
    (sentence,) = attribute(text, documents).sentences
    assert sentence.verdict == Support.SUPPORTED
    assert {citation.document_id for citation in sentence.citations} == {"wall", "money"}
    assert sentence.independent_sources == 2


def test_citations_hold_the_words_that_carry_a_sentence_and_copies_are_cited_too(attribute):
    text = "A ferry carrying 212 people ran aground on a reef off the island of Ostrey."
    (sentence,) = attribute(text, sample("ferry")).sentences
    quotes = {citation.document_id: citation.quote for citation in sentence.citations}
    for copy in ("harbour-post", "tideway-gazette", "morrow-bulletin"):
        assert quotes[copy] == "ferry carrying 212 people ran aground on a reef off the island of Ostrey"
    assert sentence.independent_sources < len(sentence.citations)


def test_a_quotation_must_stand_in_a_source_and_with_its_speaker(attribute):
    def findings(text):
        return [finding.gate for finding in attribute(text, sample("ferry")).sentences[0].findings]

    said = "The whole boat just leaned and stayed leaning."
    assert findings(f'"{said}" said Wenna Tarr.') == []
    assert findings(f"“{said}” said Wenna Tarr.") == []
    assert findings('"The whole boat … stayed leaning," said Wenna Tarr.') == []
    assert findings('"The whole boat just leaned and then stayed leaning," said Wenna Tarr.') == [Gate.QUOTATION]
    assert findings('"The whole boat just leaned. We are going to touch," said Wenna Tarr.') == [Gate.QUOTATION]
    assert Gate.SPEAKER in findings(f'"{said}" the head teacher, Ines Corrow, recalled later in the church hall.')


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("encoding", [e for e in OffsetEncoding if e])
def test_every_range_of_an_attribution_holds(attribute, summarize, name, encoding):
    documents = sample(name)
    text = (
        "🛟 " + summarize(documents, max_words=400).summary.text + " Nobody 🛟 expected 4,321 of these things.\n\nWhy?"
    )
    response = attribute(text, documents, offset_encoding=encoding)
    texts = {
        report.document_id: report.text or document.text
        for report, document in zip(response.documents, documents, strict=True)
    }
    end = 0
    for sentence in response.sentences:
        assert end <= sentence.range.start < sentence.range.end
        end = sentence.range.end
        assert sliced(text, sentence.range.start, sentence.range.end, encoding) == sentence.text
        for part in (*sentence.uncovered_ranges, *(finding.range for finding in sentence.findings)):
            assert sliced(text, part.start, part.end, encoding) in sentence.text
            assert sliced(text, part.start, part.end, encoding).strip()
        for citation in sentence.citations:
            source = texts[citation.document_id]
            assert "".join(sliced(source, part.start, part.end, encoding) for part in citation.ranges) == citation.quote
            assert all(one.end <= other.start for one, other in zip(citation.ranges, citation.ranges[1:], strict=False))
    cited = {citation.document_id for sentence in response.sentences for citation in sentence.citations}
    assert {report.document_id for report in response.documents if report.verdict == Verdict.USED} <= cited


@pytest.mark.parametrize("name", SETS)
def test_what_the_sources_say_word_for_word_raises_no_alarm(attribute, summarize, name):
    documents = sample(name)
    for words in (60, 600):
        text = summarize(documents, max_words=words).summary.text
        wrong = [
            s for s in attribute(text, documents).sentences if s.verdict not in (Support.SUPPORTED, Support.NO_CLAIM)
        ]
        assert not wrong


def judged(attribute, sentences, documents):
    """For each (kind, sentence): the kind, and whether any part of the sentence is not supported."""
    text, places = "", []
    for kind, sentence in sentences:
        places.append((kind, len(text), len(text) + len(sentence)))
        text += f"{sentence}\n\n"
    found = attribute(text, documents).sentences
    for kind, start, end in places:
        parts = [part for part in found if start <= part.range.start < end]
        assert parts
        yield kind, any(part.verdict not in (Support.SUPPORTED, Support.NO_CLAIM) for part in parts)


def test_changes_are_caught(attribute, summarize):
    caught, made = Counter(), Counter()
    for name in ("ferry", "presa", "reviews", "diqiao"):
        documents = sample(name)
        sentences = [s.text for s in summarize(documents, max_words=1200).summary.sentences]
        names = names_in([document.text for document in documents])
        changed = [
            part
            for seed in range(5)
            for text in sentences
            for part in mutations(text, names, random.Random(f"{seed} {text}"))
        ]
        for kind, wrong in judged(attribute, changed, documents):
            made[kind] += 1
            caught[kind] += wrong
    print({kind: f"{caught[kind]} of {made[kind]}" for kind in made})
    for kind, least in {"number": 98, "date": 98, "quotation": 98, "name": 92, "speaker": 92, "negation": 85}.items():
        assert made[kind] >= 5, kind
        assert 100 * caught[kind] >= least * made[kind], kind


def test_a_draft_may_be_in_another_language_than_the_documents(attribute):
    (sentence,) = attribute("Le ferry Kestrel Bay transportait 212 personnes jeudi.", sample("ferry")).sentences
    assert sentence.verdict in (Support.UNSUPPORTED, Support.PARTIAL)


@pytest.mark.parametrize("text", ["", " \n\t ", "x" * 2_200_000, 7])
def test_a_text_that_is_none_is_told(attribute, text):
    with pytest.raises(InvalidRequest) as error:
        attribute(text, sample("ferry"))
    assert [violation.field for violation in error.value.violations] == ["text"]


def test_the_order_of_the_documents_does_not_matter(attribute):
    text = "The Kestrel Bay ran onto Combs Reef with 212 people. Eleven were hurt. The pump was new."
    documents = sample("ferry")
    one, other = attribute(text, documents), attribute(text, documents[::-1])
    assert one.sentences == other.sentences
    assert one.trace == other.trace
    assert one.trace.input_digest != attribute(f"{text} Why?", documents).trace.input_digest


@pytest.mark.parametrize("other", ["the w{0} ", "the w{0} the ", "w{0} "])
def test_huge_monotonous_sentences_take_no_more_than_seconds(attribute, other):
    text, document = ("".join(part.format(n) for n in range(2500)) for part in ("the w{0} ", other))
    start = time.monotonic()
    attribute(text, [Document(text=document, language_code="en")], language_code="en")
    assert time.monotonic() - start < 10


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(min_size=1, max_size=300).filter(str.strip),
    document=st.text(min_size=1, max_size=300).filter(str.strip),
)
def test_any_text_is_judged(attribute, text, document):
    response = attribute(text, [Document(text=document)])
    for sentence in response.sentences:
        assert text[sentence.range.start : sentence.range.end] == sentence.text
        assert 0 <= sentence.score <= 1
        assert sentence.verdict != Support.UNSPECIFIED


def test_a_source_that_a_draft_names_must_say_so(attribute):
    documents = sample("ferry")
    lead = "The Kestrel Bay drove onto Combs Reef at first light on Thursday with 212 people on board."
    number = [document.id for document in documents].index("elsen-standard") + 1
    right = f"{lead} [elsen-standard] The tanks hold 48 tonnes of diesel. [{number}]"
    first, second = attribute(right, documents).sentences
    assert (first.text, first.verdict, first.findings) == (lead, Support.SUPPORTED, ())
    assert (second.verdict, second.findings) == (Support.SUPPORTED, ())
    assert not second.uncovered_ranges

    wrong = right.replace("elsen-standard", "varrow-meridian, 1").replace(f"[{number}]", "[^ostrey-echo]")
    first, second = attribute(wrong, documents).sentences
    for sentence, mark in ((first, "[varrow-meridian, 1]"), (second, "[^ostrey-echo]")):
        (finding,) = sentence.findings
        assert (finding.gate, wrong[finding.range.start : finding.range.end]) == (Gate.SOURCE, mark)
        assert sentence.verdict == Support.PARTIAL


def test_brackets_that_name_no_source_are_words(attribute):
    text = "The ship [sic] had 212 people on board [9]."
    (sentence,) = attribute(text, sample("ferry")).sentences
    assert sentence.text == text
    assert [f.gate for f in sentence.findings] == [Gate.FIGURE]


@pytest.mark.parametrize("encoding", list(OffsetEncoding)[1:])
def test_marks_of_other_scripts_keep_the_offsets(attribute, encoding):
    documents = [
        Document("The tanks hold 48 tonnes of diesel.", id="日本🚢"),
        Document("It rained in Elsen all day.", id="b"),
    ]
    text = "🚢 [日本🚢] The tanks hold 48 tonnes of diesel. [b]"
    sentences = attribute(text, documents, offset_encoding=encoding).sentences
    for sentence in sentences:
        assert sliced(text, sentence.range.start, sentence.range.end, encoding) == sentence.text
    (finding,) = sentences[-1].findings
    assert sliced(text, finding.range.start, finding.range.end, encoding) == "[b]"


@pytest.mark.parametrize("text", ["\x00", "[1]", "…", "🚢"])
def test_what_has_no_words_claims_nothing(attribute, text):
    (sentence,) = attribute(text, [Document("The ferry sank.", id="a")]).sentences
    assert (sentence.text, sentence.verdict, sentence.citations) == (text, Support.NO_CLAIM, ())


@pytest.mark.parametrize(
    ("source", "draft", "verdict"),
    [
        ("More than 300 people were hurt in Elsen.", "Fewer than 300 people were hurt in Elsen.", Support.CONTRADICTED),
        (
            "It fell to -5 degrees in Elsen that night.",
            "It fell to 5 degrees in Elsen that night.",
            Support.CONTRADICTED,
        ),
        (
            "The day on which the ferry sank was 3 May 2025.",
            "May 3, 2025 was the day on which the ferry sank.",
            Support.SUPPORTED,
        ),
        ("Prices in Elsen rose by 3.24 percent.", "Prices in Elsen rose by 3.29 percent.", Support.CONTRADICTED),
    ],
)
def test_hedges_signs_and_openings_count(attribute, source, draft, verdict):
    (sentence,) = attribute(draft, [Document(source, id="a", language_code="en")]).sentences
    assert sentence.verdict == verdict


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was a hundred " + "hundred " * 160 + "times as much."),
        ("en", "The readings were " + " ".join(["123"] * 110) + " today."),
        ("zh", "版本号为1.2.3万用户。"),
        ("en", "In all " + "3 killed, " * 400 + "then."),
        ("en", "May" + " " * 20_000 + "2025 was wet."),
        ("zh", "1" * 20_000 + "人。"),
        ("en", " ".join(str(number) for number in range(6000)) + "."),
        ("en", "Ida Hale " * 300 + "left."),
        ("en", "1 " + "word " * 30_000),
    ],
)
def test_what_is_ugly_is_read_in_time(attribute, summarize, language, text):
    start = time.perf_counter()
    documents = [Document(text, id="a", language_code=language), Document("Twelve were killed on Tuesday.", id="b")]
    attribute(text[:10_000], documents)
    summarize(documents)
    assert time.perf_counter() - start < 20
