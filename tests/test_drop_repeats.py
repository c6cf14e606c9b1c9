import datetime

import pytest
from conftest import labels, sample
from conspectus.stages.agencies import agency
from conspectus.stages.clean import clean
from conspectus.stages.drop_repeats import drop_repeats
from conspectus.stages.read import read
from conspectus.stages.sentence import sentences_of
from conspectus.stages.split import split
from conspectus.types import Document, SummaryOptions


@pytest.fixture(scope="module")
def voices(engine):
    def run(documents):
        sources = read(documents, SummaryOptions(), engine)
        cleaned = {s.index: clean(s.text, split(s.text, engine.languages[s.language])) for s in sources}
        sentences = sentences_of(sources, cleaned)
        named = {source.index: agency(source, cleaned[source.index]) for source in sources}
        return drop_repeats(sentences, sources, engine.languages, named), sources

    return run


STORY = [
    "A passenger ferry ran aground off the island early on Thursday, the coastguard said.",
    "All 212 people aboard were brought ashore within three hours by lifeboats.",
    "The captain had reported that the ship no longer answered the helm.",
    "An inquiry has been opened and the voyage recorder was taken from the bridge.",
]


def document(*sentences, **more):
    return Document(text=" ".join(sentences), language_code="en", **more)


@pytest.mark.parametrize("name", ["ferry", "presa", "diqiao", "reviews"])
def test_the_copied_wire_story_is_one_origin_and_the_others_are_their_own(voices, name):
    found, sources = voices(sample(name))
    origins = {}
    for source in sources:
        origins.setdefault(found.origin[source.index], set()).add(source.id)
    planted = [set(ids) for ids in labels(name)["copies"]]
    assert [ids for ids in origins.values() if len(ids) > 1] == planted


def test_case_space_and_punctuation_make_no_difference(voices):
    found, _ = voices([document(STORY[0]), document(STORY[0].upper().replace(",", "")), document(STORY[1])])
    assert len(found.originals) == 2


def test_an_edited_copy_is_a_copy_but_another_figure_is_not(voices):
    edited = STORY[1].replace("brought ashore", "taken ashore")
    found, _ = voices([document(STORY[1]), document(edited)])
    assert len(found.originals) == 1
    found, _ = voices([document(STORY[1]), document(STORY[1].replace("212", "187"))])
    assert len(found.originals) == 2


def test_one_shared_quotation_makes_no_common_origin(voices):
    other = [
        "The mayor welcomed the news from the harbour on Friday.",
        "Fishermen worked through the night with their own boats.",
        "Supplies will reach the village by barge until the end of the week.",
    ]
    found, _ = voices([document(*STORY), document(STORY[0], *other)])
    assert found.origin == [0, 1]
    shared = next(row for row, copies in enumerate(found.copies) if copies)
    assert found.independent([shared]) == 1  # for what they share word for word the two are one voice
    own = [row for row, copies in enumerate(found.copies) if not copies]
    assert len({found.originals[row].source.index for row in own}) == 2
    assert found.independent(own) == 2


def test_the_original_is_the_earliest(voices):
    import datetime

    late = datetime.datetime(2026, 5, 2, tzinfo=datetime.UTC)
    early = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    found, sources = voices(
        [document(*STORY, id="late", publish_time=late), document(*STORY, id="early", publish_time=early)]
    )
    assert {sentence.source.id for sentence in found.originals} == {"early"}
    assert sources[found.origin[1]].id == "early"


def test_a_thousand_copies_are_one_voice(voices):
    found, _ = voices([document(*STORY) for _ in range(1000)])
    assert len(found.originals) == 4
    assert found.independent([0]) == 1


OTHER = [
    "The harbour master said the channel would stay closed until divers had looked at the hull.",
    "Schools on the island opened late because most of their teachers live on the mainland.",
]


@pytest.mark.parametrize(
    ("one", "other", "origins"),
    [
        ({"text": f"OSTREY (North Wire) - {STORY[0]}"}, {"text": f"PORT ELSEN (North Wire) — {OTHER[0]}"}, 1),
        ({"text": f"OSTREY (North Wire) - {STORY[0]}"}, {"text": f"PORT ELSEN (South Wire) — {OTHER[0]}"}, 2),
        ({"text": f"OSTREY (AP) - {STORY[0]}"}, {"text": f"By Ann Roe, Associated Press\n\n{OTHER[0]}"}, 1),
        ({"text": STORY[0], "author": "Reuters"}, {"text": OTHER[0], "publisher": "Reuters"}, 1),
        ({"text": STORY[0], "author": "Reuters"}, {"text": f"{OTHER[0]} “It is safe,” he told Reuters."}, 2),
        ({"text": STORY[0]}, {"text": f"{OTHER[0]}\n\nA boat at the quay. (Photo: Ann Roe/AP)"}, 2),
        ({"text": f"{STORY[0]}\n\nPhoto: AP"}, {"text": f"OSTREY (AP) - {OTHER[0]}"}, 2),
        ({"text": f"{STORY[0]}\n\nThe Associated Press contributed to this report."}, {"text": f"OSTREY (AP) - {OTHER[0]}"}, 2),
        ({"text": f"Last updated 5 May 2024, 12:30 (GMT)\n\n{STORY[0]}"}, {"text": f"Last updated 6 May 2024, 9:30 (GMT)\n\n{OTHER[0]}"}, 2),
        ({"text": f"By Jane Doe (Staff Writer)\n\n{STORY[0]}"}, {"text": f"By Ann Roe (Staff Writer)\n\n{OTHER[0]}"}, 2),
        ({"text": STORY[0], "author": "Our staff, AFP and Reuters"}, {"text": OTHER[0], "author": "Reuters"}, 2),
        ({"text": f"新华社北京5月1日电 {STORY[0]}"}, {"text": OTHER[0], "author": "新华社记者"}, 1),
        ({"text": f"LYON (AFP) — {STORY[0]}"}, {"text": f"PARIS (AFP) - {OTHER[1]}"}, 1),
    ],
)  # fmt: skip
def test_documents_that_name_one_agency_are_one_origin(voices, one, other, origins):
    found, sources = voices([Document(language_code="en", **one), Document(language_code="en", **other)])
    assert len({found.origin[source.index] for source in sources}) == origins


def test_a_duplicate_names_the_document_it_repeats_and_not_another_of_the_agency(summarize):
    hours = [datetime.datetime(2025, 11, 6, hour, tzinfo=datetime.UTC) for hour in (1, 2, 3)]
    documents = [
        document(*OTHER, id="first", author="Reuters", publish_time=hours[0]),
        document(*STORY, id="story", author="Reuters", publish_time=hours[1]),
        document(*STORY, id="copy", publish_time=hours[2]),
    ]
    report = summarize(documents).documents[2]
    assert (report.duplicate_of, report.verdict.name) == ("story", "DUPLICATE")
    assert "4 of its 4 sentences stand in 'story'" in report.reason
