"""attribute: which sentences of the sources are evidence for a sentence, and how many of them."""

import pytest
from conspectus.evaluation.systems import sentences
from conspectus.stages import attribute
from conspectus.stages.attribute import drafted
from conspectus.types import Document, SummaryOptions


@pytest.fixture
def cited(engine):
    """What is cited for a sentence, best first, as (document's number, text)."""

    def run(draft, *documents):
        found = sentences([Document(text, id=str(number)) for number, text in enumerate(documents)], engine)
        spoken = drafted(draft, SummaryOptions(language_code="en"), engine)
        (evidence,) = attribute.attribute(spoken, found, engine)
        assert all(0 < part.score <= 1 for part in evidence)
        return [(int(found[part.row].source.id), found[part.row].text) for part in evidence]

    return run


@pytest.mark.parametrize("figure", ["118", "Fourteen"])
def test_a_figure_outweighs_a_word_as_rare(cited, figure, monkeypatch):
    draft = f"Of the ferry's passengers they saved {figure.lower()}."
    words, count = "Passengers waited for another ferry.", f"{figure} were saved by the coast guard."
    assert cited(draft, f"{words} The mayor spoke of luck. {count}")[0][1] == count
    monkeypatch.setattr(attribute, "FIGURE", 1.0)
    assert cited(draft, f"{words} The mayor spoke of luck. {count}")[0][1] == words


def test_a_sentence_of_another_source_needs_less_to_be_cited_beside_the_best(cited, monkeypatch):
    best = "The harbour bridge was closed on Monday after a crane hit it."
    further = "The bridge across the harbour has been closed since a crane struck."
    farm = "Wheat is dear this year. Bakers ask for more flour. Nobody has much of it."
    told = set()
    for share in range(100):
        monkeypatch.setattr(attribute, "BESIDE", share / 100)
        told.add((len(cited(best, f"{best} {farm} {further}")), len(cited(best, f"{best} {farm}", further))))
    assert told == {(2, 2), (1, 2), (1, 1)}


def test_copies_are_cited_in_the_order_of_the_documents(cited):
    said = "The mayor resigned on Friday after the audit."
    assert cited(said, *[said] * 9) == [(number, said) for number in range(attribute.MOST)]


def test_the_best_is_cited_however_weak_it_is(cited):
    weak = "The zoo has a new keeper, the city said."
    assert cited("Tomorrow's zoo prices remain a riddle, wrote one columnist of the Gazette.", weak) == [(0, weak)]
