import pytest
from conftest import SETS, labels, sample
from conspectus.stages.clean import clean
from conspectus.stages.split import split
from conspectus.types import Removal


@pytest.fixture(scope="module")
def cleaned(engine):
    def run(text: str, language: str = "en", title: str = ""):
        found = clean(text, split(text, engine.languages[language]), title)
        kept = [text[start:end] for start, end in found.sentences]
        return kept, [(text[part.start : part.end], part.removal) for part in found.removed]

    return run


@pytest.mark.parametrize("name", SETS)
def test_labelled_furniture_goes_and_prose_stays(engine, name):
    documents = {document.id: document for document in sample(name)}
    found = {
        document.id: clean(
            document.text, split(document.text, engine.languages[document.language_code]), document.title
        )
        for document in documents.values()
    }
    for item in labels(name)["furniture"]:
        start = documents[item["document_id"]].text.index(item["text"])
        kept = [s for s in found[item["document_id"]].sentences if s[0] < start + len(item["text"]) and s[1] > start]
        assert not kept, item
    for item in labels(name)["prose"]:
        start = documents[item["document_id"]].text.index(item["text"])
        removed = [
            r for r in found[item["document_id"]].removed if r.start < start + len(item["text"]) and r.end > start
        ]
        assert not removed, item


@pytest.mark.parametrize("name", SETS)
def test_nearly_all_furniture_is_reported(engine, name):
    documents = {document.id: document for document in sample(name)}
    reported = 0
    furniture = labels(name)["furniture"]
    for item in furniture:
        document = documents[item["document_id"]]
        blocks = split(document.text, engine.languages[document.language_code])
        start = document.text.index(item["text"])
        removed = clean(document.text, blocks, document.title).removed
        reported += any(r.start <= start and r.end >= start + len(item["text"]) for r in removed)
    assert reported >= 0.93 * len(furniture)


ARTICLE = "\n".join(f"The harbour master told reporters on day {n} that work would go on as planned." for n in range(6))


@pytest.mark.parametrize(
    ("line", "removal"),
    [
        ("Subscribe to our newsletter for daily updates!", Removal.SUBSCRIPTION),
        ("Already a subscriber? Sign in", Removal.SUBSCRIPTION),
        ("Advertisement", Removal.ADVERTISEMENT),
        ("Story continues below", Removal.ADVERTISEMENT),
        ("Share this on Facebook", Removal.SHARE),
        ("Photo: Jane Roe/Some Agency", Removal.CREDIT),
        ("This site uses cookies. By continuing you accept our use of cookies.", Removal.COOKIE),
        ("© 2025 The Paper. All rights reserved.", Removal.COPYRIGHT),
        ("Home | News | Sport | Weather", Removal.NAVIGATION),
        ("Lifeguards watch the ferry on the reef in Ostrey, Thursday, Nov. 6, 2025.", Removal.CREDIT),
        ("Ida Hale, left, and a diver look at the hole in the bow of the ferry.", Removal.CREDIT),
        ("The ferry is seen on the reef off the island... (Associated Press)", Removal.CREDIT),
        ("Anyone with information about the diver is asked to call the harbour police on 555 0100.", Removal.BYLINE),
        ("Get push notifications with news about the islands and more.", Removal.SUBSCRIPTION),
        ("Read more: Ten things to know about reefs", Removal.NAVIGATION),
        ("By Jane Roe", Removal.BYLINE),
        ("DSC_0042.jpg", Removal.NOT_PROSE),
        ("Suscríbete a nuestro boletín", Removal.SUBSCRIPTION),
        ("Todos los derechos reservados", Removal.COPYRIGHT),
        ("责任编辑：张三", Removal.BYLINE),
        ("版权所有，未经授权不得转载", Removal.COPYRIGHT),
    ],
)
def test_a_line_of_furniture_is_removed_with_its_reason(cleaned, line, removal):
    kept, removed = cleaned(f"{ARTICLE}\n{line}\n{ARTICLE}")
    assert removed == [(line, removal)]
    assert len(kept) == 12


@pytest.mark.parametrize(
    "sentence",
    [
        "The company said subscribers must sign in again after the breach of its newsletter system.",
        "Regulators fined the site for storing cookies on phones without the consent of their owners.",
        "She asked readers to share the photograph, which was taken by a Reuters photographer in May.",
        "The advertisement, shown during the final, was watched by nine million people across the country.",
        "Copyright law does not protect the recipe, the judge ruled, but it does protect the book.",
        "Comments by the minister about the harbour drew an angry reply from the fishermen on Friday.",
        "The ferry ran onto the reef on Thursday, Nov. 6, 2025, and was towed to a yard a week later.",
        "The trial of the master begins on Monday, March 2, 2026, at the court in the old harbour.",
        "The left, right and centre all claim to have wanted a second ferry before the others did.",
        "Parties of the centre, left, and right agree that the harbour wall must be rebuilt this year.",
        "Gov. Ron Lane (R) signed the ferry bill into law on Friday and vetoed two others.",
        "The council holds a public hearing in the town hall at 7 p.m., Tuesday, May 6, 2025.",
        "OSTREY-Bewohner haben am Freitag gegen den Fahrplan der neuen Fähre protestiert.",
        "November 6, 2025 Ferry disaster victims have waited for an apology ever since.",
    ],
)
def test_news_about_such_things_is_prose(cleaned, sentence):
    kept, removed = cleaned(f"{ARTICLE}\n{sentence}\n{ARTICLE}")
    assert sentence in kept
    assert not removed


def test_what_stands_below_a_comment_line_is_the_readers(cleaned):
    thread = "Leave a comment\nanna: I was there and it was awful to see.\nReply\nben: They should resign at once."
    kept, removed = cleaned(f"{ARTICLE}\n{ARTICLE}\n{thread}")
    assert len(kept) == 12
    assert removed == [(thread, Removal.COMMENTS)]


def test_a_comment_line_above_the_article_takes_nothing_with_it(cleaned):
    kept, removed = cleaned(f"12 comments\n{ARTICLE}")
    assert len(kept) == 6
    assert removed == [("12 comments", Removal.COMMENTS)]


@pytest.mark.parametrize("cut", ["The harbour master said that the inqu…", "Divers will go down [+1204 chars]"])
def test_a_sentence_that_the_crawler_cut_goes(cleaned, cut):
    kept, removed = cleaned(f"{ARTICLE}\n{cut}")
    assert len(kept) == 6
    assert removed == [(cut, Removal.TRUNCATED)]


@pytest.mark.parametrize(
    ("opening", "sentence"),
    [
        ("PORT ELSEN (North Wire) — ", "A ferry ran aground on Thursday with 212 people aboard."),
        ("LONDON - ", "A ferry ran aground on Thursday with 212 people aboard."),
        ("(CNN) -- ", "A ferry ran aground on Thursday with 212 people aboard."),
        ("Advertisement ", "A ferry ran aground on Thursday with 212 people aboard."),
        ("Port Elsen, Ostrey (CNN) ", "A ferry ran aground on Thursday with 212 people aboard."),
        ("Port Elsen, Ostrey — ", "A ferry ran aground on Thursday with 212 people aboard."),
        ("--", "A ferry ran aground on Thursday with 212 people aboard."),
        ("PORT ELSEN—", "A ferry ran aground on Thursday with 212 people aboard."),
        ("STRANDHAFEN-", "Behind the grounding of a ferry on Thursday stands an old pump."),
        ("Caption ", "Fishermen of Ostrey watched the ferry on the reef for a whole day."),
        ("Analysis ", "The grounding of the ferry leaves the island without a ship."),
        ("Harbour Post ", "The grounding of the ferry leaves the island without a ship."),
        ("Thursday, November 6, 2025", "A ferry ran aground with 212 people aboard."),
        ("东岚社青岚7月8日电（记者 王一）", "受短时强降雨影响，青岚地铁4号线堤桥站7日晚进水。"),
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(cleaned, opening, sentence):
    kept, removed = cleaned(f"{opening}{sentence}")
    assert kept == [sentence]
    assert removed == [(opening, Removal.BYLINE)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan (first shown in May) was dropped — to nobody's surprise — on Thursday.",
        "UNESCO-Funded repairs of the harbour wall of Ostrey begin on Monday.",
        "Ida Hale, The Hague's harbour master, said that the wall would not last.",
        "Opinion polls show that the islanders want a second ferry to the mainland.",
        "Analysis of the ship's recorder will take a month, the board said on Thursday.",
    ],
)
def test_what_looks_like_a_dateline_and_is_none_stays(cleaned, sentence):
    assert cleaned(sentence) == ([sentence], [])


def test_headings_are_neither_prose_nor_furniture(cleaned):
    kept, removed = cleaned(f"What the captain knew\n\n{ARTICLE}")
    assert len(kept) == 6
    assert not removed


def test_a_bare_headline_is_all_there_is(cleaned):
    assert cleaned("Ferry runs aground off Ostrey") == (["Ferry runs aground off Ostrey"], [])
