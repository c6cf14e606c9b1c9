"""What a figure is of that a story mostly has one figure of."""

import pytest
from conspectus.stages.attribute import drafted
from conspectus.stages.claims import claims
from conspectus.stages.items import parse
from conspectus.stages.topics import is_topic
from conspectus.types import SummaryOptions


@pytest.mark.parametrize(
    ("language", "text", "topics"),
    [
        ("en", "The storm caused damage of $5m.", {"damage USD": "$5m"}),
        ("en", "Repairing the quay will cost £3 million, the council said.", {"damage GBP": "£3 million"}),
        ("en", "Insurers will pay $2m of the damage.", {}),
        ("en", "The town will spend $2m on a new pool.", {}),
        ("en", "Thieves stole jewels worth €4 million.", {"stolen EUR": "€4 million"}),
        ("en", "The bank was fined $90m.", {"fine USD": "$90m"}),
        ("en", "It is buying 34% of the shares.", {"stake": "34%"}),
        ("en", "Shares in the company rose 34 per cent.", {}),
        ("en", "A quake of magnitude 6.1 shook the valley.", {"magnitude": "6.1"}),
        ("en", "The 6.1-magnitude quake shook the valley.", {"magnitude": "6.1"}),
        ("en", "A quake of 6.1 shook the valley.", {"magnitude": "6.1"}),
        ("en", "The quake measured 6.1.", {"magnitude": "6.1"}),
        ("en", "The earthquake shook 6 valleys.", {}),
        ("en", "An aftershock of magnitude 4.9 followed.", {}),
        ("en", "A tower of this magnitude has 60 floors.", {}),
        ("en", "The fire destroyed 24 homes.", {"homes": "24"}),
        ("en", "The number of homes destroyed was put at 24.", {"homes": "24"}),
        ("en", "The council will build 24 new homes.", {}),
        ("en", "The mill will cut 300 jobs.", {"jobs": "300"}),
        ("en", "The mill created 300 jobs.", {}),
        ("en", "Some 20,000 people marched through the town.", {"attendance": "Some 20,000"}),
        ("en", "Police arrested 20 people at the march.", {}),
        ("es", "El incendio destruyó 24 viviendas.", {"homes": "24"}),
        ("es", "El grupo elimina 800 puestos.", {"jobs": "800"}),
        ("es", "Los daños ascienden a 3,5 millones de euros.", {"damage EUR": "3,5 millones de euros"}),
        ("de", "Der Schaden beträgt 70 Mio. Euro.", {"damage EUR": "70 Mio. Euro"}),
        ("de", "Das Beben hatte eine Stärke von 6,2.", {"magnitude": "6,2"}),
        ("fr", "Le séisme de magnitude 6,2 a secoué la vallée.", {"magnitude": "6,2"}),
        ("ja", "被害額は300万円に上る。", {"damage JPY": "300万円"}),
        ("sv", "Skadan uppgick till 5 miljoner.", {}),
    ],
)
def test_the_topic_of_a_figure(engine, language, text, topics):
    known = engine.languages[language]
    sentence = drafted(text, SummaryOptions(language_code=language), engine)[0]
    found = claims(sentence, 0, parse(sentence.text, known, set()), known)
    assert {claim.kind: claim.written for claim in found if is_topic(claim.kind)} == topics
