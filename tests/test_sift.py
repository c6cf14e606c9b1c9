import pytest
from conftest import sample
from conspectus.types import Document, Verdict

CRAWL = (
    "These captures were made for a library of old web pages. Anyone may copy the collection for research. "
    "Volunteers choose which addresses are visited next, and how often."
)
COOKING = (
    "Melt the butter slowly in a heavy pan and add the flour. Stir until the mixture smells of biscuits. "
    "Pour in the milk, a little at a time, and whisk out every lump. Season with nutmeg and bake for half an hour."
)


def verdicts(response):
    return {report.document_id: (report.verdict, report.reason) for report in response.documents}


@pytest.mark.parametrize("text", [CRAWL, COOKING])
def test_a_document_about_something_else_is_told_and_does_not_move_the_ranking(summarize, text):
    documents = sample("ferry")
    plain = summarize(documents)
    mixed = summarize([*documents, Document(text=text, id="stray", language_code="en")])
    verdict, reason = verdicts(mixed)["stray"]
    assert verdict == Verdict.OFF_TOPIC
    assert "nothing in common" in reason
    assert mixed.summary == plain.summary
    assert {k: v for k, v in verdicts(mixed).items() if k != "stray"} == verdicts(plain)


def test_two_copies_of_a_stray_do_not_vouch_for_each_other(summarize):
    strays = [Document(text=CRAWL, id=f"stray-{number}", language_code="en") for number in (1, 2)]
    found = verdicts(summarize([*sample("ferry"), *strays]))
    assert {found[f"stray-{number}"][0] for number in (1, 2)} == {Verdict.OFF_TOPIC}


@pytest.mark.parametrize("name", ["ferry", "presa", "diqiao", "reviews"])
def test_no_document_of_the_sample_sets_is_a_stray(summarize, name):
    assert Verdict.OFF_TOPIC not in {verdict for verdict, _ in verdicts(summarize(sample(name))).values()}


def test_a_document_in_another_language_is_no_stray(summarize):
    found = verdicts(summarize([*sample("ferry"), sample("presa")[0]]))
    assert Verdict.OFF_TOPIC not in {verdict for verdict, _ in found.values()}


def test_of_two_documents_neither_is_a_stray_unless_it_is_a_scrap(summarize):
    ferry = sample("ferry")[0]
    assert (
        verdicts(summarize([ferry, Document(text=CRAWL, id="stray", language_code="en")]))["stray"][0]
        == Verdict.OFF_TOPIC
    )
    even = [Document(text=CRAWL, id="a", language_code="en"), Document(text=COOKING, id="b", language_code="en")]
    assert {verdict for verdict, _ in verdicts(summarize(even)).values()} <= {Verdict.USED, Verdict.UNCITED}


def test_short_notes_that_share_few_words_are_all_kept(summarize):
    notes = [
        "The ferry hit a reef at dawn.",
        "Everybody aboard was saved.",
        "Divers found a hole below the bow thruster.",
    ]
    found = verdicts(summarize([Document(text=note, id=note, language_code="en") for note in notes]))
    assert Verdict.OFF_TOPIC not in {verdict for verdict, _ in found.values()}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("404 Not Found\n\nnginx/1.18", "an error page"),
        ("Sorry, something went wrong\n\nPlease try again later or go back to our home page.", "an error page"),
        ("The page you are looking for cannot be found. It may have been moved.", "an error page"),
        ("Access Denied\nYou don't have permission to access this resource on this server.", "an error page"),
        ("Página no encontrada\n\nLa dirección que busca ya no existe.", "an error page"),
        ("页面不存在\n\n您访问的页面已被删除。", "an error page"),
        ("Please verify you are a human\n\nPress & Hold to confirm.", "a check for robots"),
        ("Please enable JavaScript and cookies to continue.", "a check for robots"),
        ("This crawl of outlinks from a list of hosts is archived.\n\nIts files are kept for reference.", "a web archive's note"),
        ("These crawls capture pages as they appear. " + "A link to the version that was live is kept. " * 10, "a web archive's note"),
        ("This article is for subscribers only. Already a member? Log in.", "a paywall"),
        ("To continue reading, choose a plan. From 1 crown a week.", "a paywall"),
    ],
)  # fmt: skip
def test_a_page_that_holds_a_notice_is_empty_and_says_why(summarize, text, reason):
    response = summarize([*sample("ferry"), Document(text=text, id="notice")])
    assert verdicts(response)["notice"] == (Verdict.EMPTY, f"It is {reason}, not an article.")
    assert response.summary == summarize(sample("ferry")).summary


@pytest.mark.parametrize(
    "text",
    [
        "The ministry's page on refunds could not be reached for most of Thursday, officials said, and 404 people complained.",
        "Volcanologists reported unusual activity at the mountain on Monday. Flights were sent around it for a day.",
        "A captcha no longer keeps programs out, researchers say. Theirs solved nine in ten on Monday.",
        "Police said the file on the missing girl was not found in the archive on Monday. A search goes on there.",
        "Archivists said on Monday that their crawls had captured four million pages of ministries. The collection is open.",
        "Access to the harbour was denied to all but rescue crews, the coastguard said. Boats waited outside for hours.",
        "Readers must verify their age before they can buy tickets, the operator said on Monday. The rule starts in May.",
    ],
)
def test_news_about_such_pages_is_news(summarize, text):
    found = verdicts(summarize([Document(text=text, id="news", language_code="en")]))
    assert found["news"][0] == Verdict.USED


@pytest.mark.parametrize("hour", [0, 23])
def test_a_stray_that_shares_a_sentence_is_left_out_whenever_it_was_published(summarize, hour):
    documents = sample("ferry")
    shared = "All 187 passengers and 25 crew were brought ashore in just under three hours, and nobody was killed."
    assert sum(shared in document.text for document in documents) > 1
    day = documents[0].publish_time.replace(hour=hour, minute=59)
    stray = Document(text=f"{COOKING} {CRAWL} {shared}", id="stray", language_code="en", publish_time=day)
    response = summarize([*documents, stray], max_words=400)
    assert verdicts(response)["stray"][0] == Verdict.OFF_TOPIC
    assert response.summary == summarize(documents, max_words=400).summary
