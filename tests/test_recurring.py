"""What publishers repeat of themselves goes, what their reporters repeat of the story stays: data/recurring.README.md."""

import dataclasses
import json

import pytest
from conftest import DATA, sample
from conspectus.stages.clean import clean
from conspectus.stages.read import read
from conspectus.stages.recurring import without_recurring
from conspectus.stages.split import split
from conspectus.types import Document, Removal, SummaryOptions

SETS = [json.loads(line) for line in (DATA / "recurring.jsonl").read_text(encoding="utf-8").splitlines()]
SLOGAN = "The Harbour Ledger has been printed on the quay of Ostrey since 1911 and belongs to those who read it."


def documents_of(record):
    return [
        Document(text=d["text"], id=d["id"], title=d["title"], url=d["url"], publisher=d["publisher"])
        for d in record["documents"]
    ]


def test_half_of_the_furniture_goes_and_nearly_no_background(engine):
    gone = {True: 0, False: 0}
    for record in SETS:
        sources = read(documents_of(record), SummaryOptions(), engine)
        cleaned = {
            s.index: clean(s.text, split(s.text, engine.languages[s.language]), s.document.title) for s in sources
        }
        kept = without_recurring(sources, cleaned, engine.languages)
        for item in record["recurring"]:
            source = next(s for s in sources if item["text"] in s.text)
            start = source.text.index(item["text"])
            gone[item["furniture"]] += not any(
                start <= span[0] < start + len(item["text"]) for span in kept[source.index].sentences
            )
    total = sum(item["furniture"] for record in SETS for item in record["recurring"])
    print(f"of {total} gone {gone[True]}, of the background {gone[False]}")
    assert gone[False] <= 1
    assert gone[True] >= 0.5 * total


@pytest.mark.parametrize(("publisher", "url"), [("Harbour Ledger", ""), ("", "https://www.ledger.example/{}")])
def test_a_slogan_goes_and_says_why_and_the_lead_stays_the_lead(summarize, publisher, url):
    *story, other = sample("ferry")[:5]
    slogan = SLOGAN if publisher else f"We at this paper thank everybody who reads it. {SLOGAN}".split(". ")[0] + "."
    bare = [dataclasses.replace(d, publisher=publisher, url=url.format(n)) for n, d in enumerate(story)]
    documents = [dataclasses.replace(d, text=f"{slogan}\n\n{d.text}") for d in bare]
    response = summarize([*documents, other])
    assert slogan not in response.summary.text
    for document, report in zip(documents, response.documents[:-1], strict=True):
        removed = [r for r in report.removed_ranges if r.removal == Removal.RECURRING]
        assert [document.text[r.start : r.end] for r in removed] == [slogan]
    assert [s.text for s in response.summary.sentences] == [s.text for s in summarize([*bare, other]).summary.sentences]


def test_a_name_that_others_use_is_no_sign_of_furniture(summarize):
    sentence = "Ostrey Harbour has had one ferry since the Second World War, and it has never been insured for less."
    documents = [
        Document(text=f"{d.text}\n\n{sentence}", id=d.id, publisher="Ostrey Times" if n < 2 else "Port Post")
        for n, d in enumerate(sample("ferry")[:4])
    ]
    reports = summarize(documents).documents
    assert not [r for report in reports for r in report.removed_ranges if r.removal == Removal.RECURRING]


def test_versions_of_one_article_and_the_only_publisher_lose_nothing(summarize):
    release = "Ostrey Motors recalls nine thousand vans. The vans of Ostrey Motors may lose a wheel, the maker said."
    update = f"{release} Ostrey Motors repairs them for nothing."
    for documents in (
        [Document(text=text, id=str(n), publisher="Ostrey Motors") for n, text in enumerate((release, update))],
        [Document(text=text, id=str(n), publisher=name) for n, (text, name) in enumerate(
            ((release, "Ostrey Motors"), (update, "Ostrey Motors"), (sample("ferry")[0].text, "Port Post")))],
    ):  # fmt: skip
        reports = summarize(documents).documents
        assert not [r for report in reports for r in report.removed_ranges if r.removal == Removal.RECURRING]
