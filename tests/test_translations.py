"""Sentences that say the same in another language are cited too, and only those."""

import os
import subprocess
import sys

import pytest
from conspectus.types import Document

ENGLISH = (
    "The ferry Kestrel Bay ran onto Combs Reef off Ostrey at 6:40 on Thursday with 212 people on board. "
    "Ida Hale, who runs the harbour of Port Elsen, said that twelve crew stayed on the ship for the night. "
    "Every family on the island has somebody who takes that ship to school, to work or to the doctor."
)
SPANISH = (
    "El transbordador Kestrel Bay encalló en Combs Reef, frente a Ostrey, a las 6:40 del jueves con 212 personas a bordo. "
    "{} "
    "Las escuelas de la isla cerraron dos días porque los maestros viven al otro lado del canal."
)
CREW = "Ida Hale, que dirige el puerto de Port Elsen, dijo que {} tripulantes pasaron la noche en el barco."


def cited(response):
    return {sentence.text[:12]: len(sentence.citations) for sentence in response.summary.sentences}


@pytest.mark.parametrize(("crew", "places"), [("doce", 2), ("12", 2), ("trece", 1), ("", 1)])
def test_a_sentence_is_cited_from_another_language_if_its_names_and_figures_agree(summarize, crew, places):
    documents = [
        Document(text=ENGLISH, id="en", language_code="en"),
        Document(text=SPANISH.format(CREW.format(crew)), id="es", language_code="es"),
    ]
    response = summarize(documents, language_code="en")
    assert cited(response) == {"The ferry Ke": 2, "Ida Hale, wh": places, "Every family": 1}
    first = response.summary.sentences[0]
    assert first.independent_sources == 2
    assert {citation.document_id for citation in first.citations} == {"en", "es"}
    assert all(c.quote in SPANISH.format(CREW.format(crew)) for c in first.citations if c.document_id == "es")


def test_a_denial_is_not_cited_for_what_it_denies(summarize):
    denial = CREW.format("doce").replace("pasaron", "no pasaron")
    documents = [
        Document(text=ENGLISH, id="en", language_code="en"),
        Document(text=SPANISH.format(denial), id="es", language_code="es"),
    ]
    assert cited(summarize(documents, language_code="en"))["Ida Hale, wh"] == 1


def test_every_process_cites_the_same():
    """Sets of words have another order in each process."""
    documents = [(ENGLISH, "en"), (SPANISH.format(CREW.format("doce")), "es")]
    code = (
        "import sys\nfrom conspectus import pipeline\nfrom conspectus.engine import Engine\n"
        "from conspectus.settings import Settings\nfrom conspectus.types import Document, SummaryOptions\n"
        f"documents = [Document(text=text, language_code=code) for text, code in {documents!r}]\n"
        "options = SummaryOptions(language_code='en', include_facts=True)\n"
        "print(pipeline.summarize(documents, options, engine=Engine(), limits=Settings().limits))"
    )
    replies = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(replies) == 1
