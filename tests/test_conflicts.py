"""What sources state differently, and what only looks so."""

import datetime
from dataclasses import replace

import numpy as np
import pytest
from conftest import assert_spans_hold, sample
from conspectus import pipeline
from conspectus.deadline import Deadline
from conspectus.settings import Settings
from conspectus.stages.attribute import drafted
from conspectus.stages.casualties import CASUALTIES
from conspectus.stages.claims import claims
from conspectus.stages.given import Given
from conspectus.stages.items import parse
from conspectus.stages.scenes import scenes
from conspectus.stages.select import Budget, Lengths, select
from conspectus.stages.suit import suited
from conspectus.types import Document, Gate, OffsetEncoding, SummaryOptions
from conspectus.watch import Watch
from planted_corpus import generate

DAY = datetime.datetime(2025, 5, 7, 9, tzinfo=datetime.UTC)  # a Wednesday
BRIDGE = [
    "The old bridge over the Tarrow fell into the river on Tuesday morning. {} The road to the harbour was shut.",
    "Divers went down at first light in Kesterly. {} Lorries were sent round by the hills, the council said.",
    "An engineer had walked over the Tarrow bridge a day before. {} Boats were asked to keep away from the piers.",
]


def told(*statements, hours=(), publishers=()):
    """Documents of which each has one of the statements among other things."""
    return [
        Document(
            BRIDGE[number % len(BRIDGE)].format(statement),
            id=str(number),
            publish_time=DAY + datetime.timedelta(hours=hours[number] if hours else number),
            publisher=publishers[number] if publishers else f"Paper {number}",
            language_code="en",
        )
        for number, statement in enumerate(statements)
    ]


@pytest.fixture
def conflicts(summarize):
    def run(documents, **options):
        return [
            (conflict.gate, [(v.value, [c.document_id for c in v.citations]) for v in conflict.variants])
            for conflict in summarize(documents, **options).conflicts
        ]

    return run


@pytest.mark.parametrize(
    ("statements", "gate", "variants"),
    [
        (
            ["Fourteen people were killed.", "The collapse killed 22 people.", "At least 14 people died."],
            Gate.FIGURE,
            [("Fourteen", ["0", "2"]), ("22", ["1"])],
        ),
        (
            ["The toll stands at 14.", "It left 14 dead and 30 hurt.", "Nineteen people lost their lives."],
            Gate.FIGURE,
            [("14", ["0", "1"]), ("Nineteen", ["2"])],
        ),
        (
            [
                "Damage to the bridge is put at 1.2 million euros.",
                "The damage to the bridge comes to €1,200,000.",
                "Damage to the bridge was put at 3.5 million euros.",
            ],
            Gate.FIGURE,
            [("1.2 million euros", ["0", "1"]), ("3.5 million euros", ["2"])],
        ),
        (
            [
                "The bridge over the Tarrow collapsed on Tuesday.",
                "The collapse of the bridge over the Tarrow came on 6 May.",
                "The bridge over the Tarrow collapsed on Monday.",
            ],
            Gate.DATE,
            [("Tuesday", ["0", "1"]), ("Monday", ["2"])],
        ),
        (
            [
                "Mayor Ida Hale asked for patience.",
                "The mayor, Ida Hale, went to the scene.",
                "Mayor Ruth Voss spoke to the families.",
            ],
            Gate.NAME,
            [("Ida Hale", ["0", "1"]), ("Ruth Voss", ["2"])],
        ),
        (
            ["The piers had been inspected in spring.", "The piers had not been inspected in spring.", "Rain fell."],
            Gate.NEGATION,
            [
                ("The piers had been inspected in spring.", ["0"]),
                ("The piers had not been inspected in spring.", ["1"]),
            ],
        ),
        (
            [
                "The bridge was open to lorries when it fell.",
                "The bridge was closed to lorries when it fell.",
                "The bridge was open to lorries when it fell, police said.",
            ],
            Gate.NEGATION,
            [
                ("The bridge was open to lorries when it fell.", ["0", "2"]),
                ("The bridge was closed to lorries when it fell.", ["1"]),
            ],
        ),
        (
            [
                "The operator of the bridge is the Coastal Transit Authority (CTA), police said.",
                "The CTA, which operates the bridge, made no comment.",
                "Blue Sound, the operator of the bridge, made no comment.",
            ],
            Gate.NAME,
            [("Coastal Transit Authority", ["0", "1"]), ("Blue Sound", ["2"])],
        ),
        (
            [
                "The head of the roads agency was named as Owen Farrow.",
                "It was Owen Farrow, who heads the roads agency, who spoke first.",
                "The head of the roads agency, named by the mayor as Piers Voss, was away.",
            ],
            Gate.NAME,
            [("Owen Farrow", ["0", "1"]), ("Piers Voss", ["2"])],
        ),
        (
            [
                "Divers said the collapse at the bridge had cost at least eight lives on Tuesday.",
                "The collapse took the lives of eight people; it came on Tuesday.",
                "Eight people were killed when the bridge fell on Sunday.",
            ],
            Gate.DATE,
            [("Tuesday", ["0", "1"]), ("Sunday", ["2"])],
        ),
        (
            [
                "The council confirmed that it had been warned of cracks in the bridge.",
                "The council denied that it had been warned of cracks in the bridge.",
                "The council confirmed that it had been warned of cracks in the bridge, and so did police.",
            ],
            Gate.NEGATION,
            [
                (
                    "The council confirmed that it had been warned of cracks in the bridge.",
                    ["0", "2"],
                ),
                ("The council denied that it had been warned of cracks in the bridge.", ["1"]),
            ],
        ),
    ],
)
def test_what_sources_state_differently_is_told_with_who_says_which(conflicts, statements, gate, variants):
    found = [one for one in conflicts(told(*statements)) if one[0] == gate]
    assert (gate, variants) in found


@pytest.mark.parametrize(
    "statements",
    [
        ["About 300 people were injured.", "The collapse injured 312 people.", "More than 300 people were hurt."],
        ["A dozen people were killed.", "Twelve people died.", "More than a dozen people were killed."],
        ["Twelve people died.", "Three of the dead were children.", "The collapse killed 12."],
        ["Twelve people died.", "A similar collapse killed 40 people 12 years ago.", "Twelve were killed."],
        ["Twelve people died.", "In 1998 a collapse in the same street killed 40 people.", "Twelve people died."],
        ["Twelve people were killed.", "Forty people were injured.", "The council has 22 members."],
        ["The bridge collapsed on Tuesday.", "The bridge collapsed on 6 May.", "The bridge collapsed yesterday."],
        ["Mayor Ida Hale asked for patience.", "Mayor Hale went there.", "Captain Ruth Voss was in charge."],
        ["Mayor Ida Hale went there.", "The former mayor, Ruth Voss, went there.", "Mayor Ida Hale spoke."],
        ["Ida Hale, a captain, waited.", "A captain, Ruth Voss, went there.", "Ida Hale, a captain, spoke."],
        ["The operator of the bridge is Blue Sound.", "The operator of the port is Salt Rope.", "Blue Sound waited."],
        ["The owner is the Wend Valley Trust.", "WVT, the owner, was silent.", "WVT owns the bridge."],
        ["The mayor, Ruth Voss, spoke.", "Ida Hale, with the mayor not related, gave out soup.", "Ruth Voss waited."],
        [
            "The collapse killed four soldiers and six passengers.",
            "The collapse killed ten people.",
            "Ten people died.",
        ],
        [
            "Damage to the bridge is put at 40 million euros.",
            "The damage to the bridge is put at 40 million euros.",
            "The damage to a boat is put at 200,000 euros.",
        ],
        ["Mayor Ida Hale went there.", "It was one of Mayor Ida Hale's aides.", "Mayor Ida Hale spoke."],
        ["A 53-year-old man was hurt.", "The man was hurt four times.", "A 53-year-old man was in hospital."],
        ["Three hospitals took in 84 injured.", "The collapse injured 84 people.", "There were 84 injured."],
        [
            "Sixty percent of the piers were sound.",
            "Of the 14 piers of the bridge 60 percent were sound.",
            "Rain fell.",
        ],
        ["Police rejected the charge.", "Police denied the charge.", "Police denied the charge, and so did the mayor."],
        ["The council did not reply to questions.", "Questions were put to the council.", "Rain fell."],
        ["Nobody denied that it was cracked.", "The mayor confirmed that it was cracked.", "It was cracked, he said."],
        ["The mayor did not deny that it was cracked.", "The mayor confirmed that it was cracked.", "Rain fell."],
        ["Was the bridge closed?", "The bridge was open when it fell.", "The bridge was open when it fell."],
        [
            "The flood destroyed 212 homes.",
            "Eighty homes were destroyed.",
            "It destroyed 212 homes, 80 of them in Pinner.",
        ],
        ["The mill will cut 900 jobs.", "The mill cuts 400 jobs.", "Of the 900 jobs lost, 400 are lost in Pinner."],
        ["In Lisle 9,000 people marched.", "In Dorn 6,000 people marched.", "People marched in many towns."],
        ["It was a 2-1 win for Rovers.", "Rovers left with a win.", "The 3-1 win came at home for Rovers."],
        ["Mayor Ida Hale spoke.", "Not to be confused with the mayor is Ruth Voss, who gave out soup.", "Rain fell."],
        ["Twelve people died.", "Four of those killed were under the age of ten.", "Twelve people were killed."],
        ["Of the nine people arrested, most slept there for two days.", "There were 9 arrests.", "Nine were arrested."],
        [
            "Blue Sound has a market share of 13%.",
            "Stock in Blue Sound closed 5% up.",
            "Stock in Blue Sound closed 5% up.",
        ],
        ["The scene of the crash was Mill Lane.", "Mill Lane was the scene of the crash.", "It happened in Mill Lane."],
    ],
)
def test_what_only_looks_different_is_no_conflict(conflicts, statements):
    documents = [replace(document, publish_time=DAY) for document in told(*statements)]
    assert conflicts(documents) == []


HALE = "Ida Hale, who operates the ferry, was not on board, and the police asked for patience."


@pytest.mark.parametrize(
    "other",
    [
        "Ruth Voss, who operates the port, was in her office.",
        "The port is operated by Ruth Voss, the police said.",
        "Ruth Voss never operated the ferry, whatever people say.",
        "The ferry is not operated by Ruth Voss, the police said.",
        "Among those who spoke to the captain was Ruth Voss.",
    ],
)
def test_who_has_another_thing_or_nothing_is_not_at_odds_with_the_holder(conflicts, other):
    statements = [HALE, "The ferry is operated by Ida Hale, the police said.", other]
    assert [found for found in conflicts(told(*statements)) if found[0] == Gate.NAME] == []
    # The same with what is at odds, so that what is found above is nothing for want of voices.
    statements[2] = "The ferry is operated by Ruth Voss, the police said."
    assert [found[0] for found in conflicts(told(*statements))] == [Gate.NAME]


@pytest.mark.parametrize(
    "other",
    [
        "The lawyer of the captain is Ruth Voss.",
        "The wife of the captain, it is said, is Ruth Voss.",
        "The former captain, Ruth Voss, went there.",
        "A captain, Ruth Voss, went there.",
        "The captain, Ida Haile, was asleep.",
        "Ruth Voss, with the captain not related, gave out soup.",
        "The captain, Ruth Voss said, was asleep.",
        "The captain was Ruth Voss's brother.",
        "The captain was in Saint Luke hospital.",
        "The captain was American.",
        "The police arrested the captain Monday.",
        "Coast Guard Captain Ruth Voss led the search.",
        "The captain, I.H. to her friends, was asleep.",
    ],
)
def test_who_is_told_of_beside_an_office_is_not_its_holder(conflicts, other):
    statements = ["Captain Ida Hale was questioned.", "The captain, Ida Hale, was asleep.", other]
    assert [found for found in conflicts(told(*statements)) if found[0] == Gate.NAME] == []
    statements[2] = "The captain, Ruth Voss, was asleep."
    assert [found[0] for found in conflicts(told(*statements))] == [Gate.NAME]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Twelve of the 52 people on board died.", {("killed", 12.0)}),
        ("Of 52 people on board 12 died.", {("killed", 12.0)}),
        ("Doce de las 52 personas a bordo murieron.", {("killed", 12.0)}),
        ("Police shot three times and killed two men.", {("killed", 2.0)}),
        ("The bank raised its rate by 0.5 percentage points.", set()),
        ("Four soldiers and six passengers were killed.", {("killed", 4.0), ("killed", 6.0)}),
        ("Several hundred people were injured.", {("injured", 100.0)}),
        ("Some 40 people lost their homes.", {("displaced", 40.0)}),
        ("For 40 people help came too late.", {("killed", 40.0)}),
        ("They ordered 40 residents of the quay to leave.", {("displaced", 40.0)}),
        ("de: Die Polizei nahm 40 Menschen fest.", {("arrested", 40.0)}),
        ("de: Sie nahm 40 Bilder mit.", set()),
        ("de: Flaggen für die 40 Menschen, die am 1. Oktober bei einem Brand starben.", {("killed", 40.0)}),
        (
            "de: 40 Menschen sind am Donnerstag (14. August) in Tolen durch ein Feuer ums Leben gekommen.",
            {("killed", 40.0)},
        ),
        ("zh: 事故造成12人丢了性命。", {("killed", 12.0)}),
        ("ja: 12人が亡くなった。", {("killed", 12.0)}),
    ],
)
def test_what_became_of_how_many_is_read(engine, text, values):
    language = "es" if text.startswith("Doce") else "en"
    if text[2] == ":":
        language, text = text.split(": ", 1)
    parsed = parse(text, engine.languages[language], set())
    sentence = drafted(text, SummaryOptions(language_code=language), engine)[0]
    found = claims(sentence, 0, parsed, engine.languages[language])
    assert {(claim.kind, claim.item.value.numbers[0]) for claim in found if claim.kind in (*CASUALTIES, "%")} == values


SHUT = ["The slope had been closed before the avalanche.", "The slope was shut before the avalanche, the mayor said."]
OPEN = [
    "The slope had not been closed before the avalanche.",
    "The slope was open before the avalanche, according to police.",
    "Nobody had closed the slope before the avalanche.",
    "The slope was never shut before the avalanche, police said.",
    "The mayor denied that the slope had been closed before the avalanche.",
]


def test_two_words_of_opposite_sides_may_be_all_that_a_sentence_says(conflicts):
    documents = told("When it fell, the bridge had been closed.", "When it fell, the bridge had not been closed.")
    assert [gate for gate, _ in conflicts(documents)] == [Gate.NEGATION]


@pytest.mark.parametrize("one", OPEN)
@pytest.mark.parametrize("other", SHUT)
def test_what_is_denied_or_said_in_opposite_words_is_at_odds(conflicts, one, other):
    assert [gate for gate, _ in conflicts(told(one, other))] == [Gate.NEGATION]


@pytest.mark.parametrize("statements", [(one, other) for one in OPEN for other in OPEN if one < other] + [tuple(SHUT)])
def test_what_is_not_closed_is_open(conflicts, statements):
    assert conflicts(told(*statements)) == []


def test_who_denies_something_else_is_on_no_side(conflicts):
    documents = told(
        "Conrad Blythe would not acknowledge the defeat.",
        "Conrad Blythe conceded defeat.",
        "Conrad Blythe refused to concede defeat.",
    )
    assert [[ids for _, ids in variants] for _, variants in conflicts(documents)] == [[["1"], ["2"]]]


@pytest.mark.parametrize(
    "later",
    [
        "On Tuesday the names of the 12 dead were read in the church.",
        "On Tuesday, relatives of 12 people killed in the blast met the mayor.",
        "Twelve people were buried on Tuesday after the blast.",
        "Flags flew at half-mast on Tuesday for 12 people killed in the blast.",
    ],
)
def test_what_happened_after_a_source_was_published_is_nothing_that_it_tells_of(conflicts, later):
    told_of = ["The blast in Tolen killed 12 people on Sunday.", "On Sunday an explosion killed 12 people in Tolen."]
    documents = told(*told_of, later, hours=(-47, -46, 0))  # on Monday, and on Wednesday
    assert conflicts(documents) == []
    # The same if all of them could know of it.
    assert [gate for gate, _ in conflicts([replace(document, publish_time=DAY) for document in documents])] == (
        [] if "the 12" in later else [Gate.DATE]
    )


def test_days_beside_the_same_toll_are_of_one_event(summarize):
    statements = [
        "Trauer und Wut schlugen den Gästen entgegen, wo am Sonntag 12 Menschen starben. Am Montag kam die Ministerin.",
        "Ein Feuer hat am Montag eine Packerei erfasst und 12 Menschen getötet.",
        "Am Montag fand ein Brand in einem Werk am Hafen 12 Arbeiter im Schlaf; alle kamen ums Leben.",
    ]
    documents = [replace(document, language_code="de") for document in told(*statements)]
    (found,) = [conflict for conflict in summarize(documents).conflicts if conflict.gate == Gate.DATE]
    assert [(v.value, {c.document_id for c in v.citations}) for v in found.variants] == [
        ("Montag", {"1", "2"}),
        ("Sonntag", {"0"}),
    ]


def test_the_day_on_which_somebody_spoke_is_not_the_day_of_the_event(conflicts):
    statements = ["The blast killed 12 people on Sunday.", "On Sunday a blast killed 12 people."]
    assert conflicts(told(*statements, "The blast killed 12 people, police said on Monday.")) == []


@pytest.mark.parametrize(
    ("language", "statements", "variants"),
    [
        (
            "en",
            [
                "The blast happened in Chapel Road, police said.",
                "The scene, in Chapel Road, was still closed off.",
                "A cordon was set up in Mill Lane, where the gas main had blown up.",
            ],
            {"Chapel Road": {"0", "1"}, "Mill Lane": {"2"}},
        ),
        (
            "es",
            [
                "Ocurrió en la plaza de la Libertad, según la policía.",
                "El lugar de los hechos, en la plaza de la Libertad, seguía cerrado.",
                "La policía situó la marcha en el mercado del Grano.",
            ],
            {"plaza de la Libertad": {"0", "1"}, "mercado del Grano": {"2"}},
        ),
        (
            "de",
            [
                "Es geschah auf dem Kornmarkt, teilte die Polizei mit.",
                "Die Absperrung auf dem Kornmarkt blieb bis zum Abend.",
                "Das Unglück ereignete sich am Rathausplatz.",
            ],
            {"Kornmarkt": {"0", "1"}, "Rathausplatz": {"2"}},
        ),
    ],
)
def test_where_it_happened_is_compared(summarize, language, statements, variants):
    documents = [replace(document, language_code=language) for document in told(*statements)]
    (found,) = [conflict for conflict in summarize(documents).conflicts if conflict.gate == Gate.NAME]
    assert {v.value: {c.document_id for c in v.citations} for v in found.variants} == variants
    # A town is not at odds with its street: somebody knows both.
    both = " ".join(variants)
    known = [replace(documents[0], text=f"{documents[0].text} {both}."), *documents[1:]]
    assert [conflict for conflict in summarize(known).conflicts if conflict.gate == Gate.NAME] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It happened on Monday in Mill Lane.", "Mill Lane"),
        ("Nothing happened. In Mill Lane people slept.", ""),
        ("It happened in the dark.", ""),
        ("It happened in May 2025.", ""),
        ("The mayor spoke in Mill Lane.", ""),
    ],
)
def test_a_scene_is_read(engine, text, place):
    language = engine.languages["en"]
    sentence = drafted(text, SummaryOptions(language_code="en"), engine)[0]
    found = scenes(sentence, 0, parse(sentence.text, language, set()), language)
    assert [claim.written for claim in found] == [place] * bool(place)


def test_an_owner_is_named_without_what_is_owned(conflicts):
    documents = told("The mayor, Ida Hale, spoke.", "It was shown to Mayor Ruth Voss's Labour Council.")
    assert [[value for value, _ in variants] for _, variants in conflicts(documents)] == [["Ida Hale", "Ruth Voss"]]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The captain, Ida Hale, was asleep.", "The captain was named as Ruth Voss, 37.", True),
        ("The captain, Ida Hale, was asleep.", "Captain Ruth Voss was asleep.", True),
        ("As the captain, Ida Hale was on watch.", "The captain is Ruth Voss, police said.", True),
        (
            "The operator is the BSF, police said.",
            "A lawyer for Norvane Lines, the operator, asked for patience.",
            True,
        ),
        ("Captain Ida Hale was asleep.", "Captain Ruth Voss was awake.", False),  # there may be two of them
        ("The Iranian foreign minister, Ida Hale, spoke.", "Foreign Office minister Ruth Voss spoke.", False),
        ("The captain is Ida Hale, police said.", "In Wend Valley, the captain slept.", False),
        ("The president, Ida Hale, spoke.", "It was shown to President Ruth Voss's cabinet.", True),
    ],
)
def test_two_holders_need_no_second_voice_if_the_reader_knows_which_office_is_meant(conflicts, one, other, found):
    assert [gate for gate, _ in conflicts(told(one, other))] == [Gate.NAME] * found


def test_a_count_that_its_teller_has_in_another_document_is_replaced(conflicts):
    early, unread = "The collapse injured 37 people.", "Doctors have looked after 49 so far."
    late = "The collapse injured 49 people."
    replaced = told(
        early, late, late, unread, hours=(0, 3, 4, 5), publishers=("Bay News", "Mirror", "Echo", "Bay News")
    )
    assert conflicts(replaced) == []
    # In the same document it is another figure.
    other = told(f"{early} {unread}", late, f"The collapse left 37 injured. {late[:-1]}, some say.", early)
    assert [gate for gate, _ in conflicts(other)] == [Gate.FIGURE]


def test_a_variant_is_told_by_its_most_exact_value(conflicts):
    documents = told("At least 12 people were killed.", "The collapse killed 19 people.", "It left 27 people dead.")
    assert [values for _, values in conflicts(documents)] == [[("19", ["0", "1"]), ("27", ["2"])]]


def test_an_update_is_no_disagreement(conflicts):
    early, late, other = "Nine people were killed.", "Fourteen people were killed.", "The collapse killed 14 people."
    agree = told(early, late, other, hours=(0, 6, 7), publishers=("Bay News", "Bay News", "Echo"))
    assert conflicts(agree) == []
    # Somebody else had said the same until then.
    behind = told(early, early, late, hours=(0, 1, 6), publishers=("Bay News", "Echo", "Bay News"))
    assert conflicts(behind) == []
    # Nobody has taken it back.
    apart = told(early, late, other, hours=(0, 6, 7), publishers=("Bay News", "Mirror", "Echo"))
    assert [gate for gate, _ in conflicts(apart)] == [Gate.FIGURE]
    # The older report is printed last.
    older = told(late, early, early, hours=(0, 6, 7), publishers=("Bay News", "Mirror", "Echo"))
    assert [gate for gate, _ in conflicts(older)] == [Gate.FIGURE]


def test_what_a_sentence_takes_back_is_taken_back_for_all_who_had_said_it(conflicts):
    early, change = "Nine people were killed.", "The number of dead, put at nine at first, rose to 14."
    assert conflicts(told(early, change, "The collapse killed 14 people.")) == []
    # Not for those who say so afterwards.
    assert [gate for gate, _ in conflicts(told(change, early, "It killed 14 people."))] == [Gate.FIGURE]


@pytest.mark.parametrize(
    ("language", "statements", "variants"),
    [
        (
            "es",
            [
                "El ministro de Hacienda Luis Prado pidió calma.",
                "El ministro de Hacienda, Luis Prado, pidió calma.",
                "El ministro de Hacienda se llama Iván Soler y tiene 53 años.",
            ],
            {"Luis Prado": {"0", "1"}, "Iván Soler": {"2"}},
        ),
        (
            "es",
            [
                "El presidente electoral Luis Prado pidió calma.",
                "El presidente electoral, Luis Prado, no quiso hablar.",
                "El presidente electoral, Iván Soler, pidió calma.",
            ],
            {"Luis Prado": {"0", "1"}, "Iván Soler": {"2"}},
        ),
        (
            "de",
            [
                "Werkleiter Owe Maderer bat um Geduld.",
                "Der Werkleiter, Owe Maderer, äußerte sich erst am späten Abend.",
                "Als Erstes meldete sich Peer Vossbeck zu Wort, der das Werk leitet.",
            ],
            {"Owe Maderer": {"0", "1"}, "Peer Vossbeck": {"2"}},
        ),
        (
            "es",
            [
                "El operador del puente es Líneas Sorel, dijo la policía.",
                "Líneas Sorel, la empresa que opera el puente, no quiso hablar.",
                "El operador del puente, Puertos Altos, no quiso hablar.",
            ],
            {"Líneas Sorel": {"0", "1"}, "Puertos Altos": {"2"}},
        ),
        (
            "de",
            [
                "Die Bauleiterin, Ida Hallmann, äußerte sich nicht.",
                "Unter den Rednern war Bauleiterin Ida Hallmann.",
                "Die Bauleiterin heißt Ruth Vossbeck und ist 39 Jahre alt.",
            ],
            {"Ida Hallmann": {"0", "1"}, "Ruth Vossbeck": {"2"}},
        ),
    ],
)
def test_who_has_an_office_is_read_in_other_languages(summarize, language, statements, variants):
    documents = [replace(document, language_code=language) for document in told(*statements)]
    (found,) = [c for c in summarize(documents).conflicts if c.gate == Gate.NAME]
    assert {v.value: {c.document_id for c in v.citations} for v in found.variants} == variants


def test_a_source_that_states_both_is_at_odds_with_neither(conflicts):
    both = "Police speak of 14 dead, the hospital of 22 dead."
    assert conflicts(told("Fourteen people were killed.", both, "At least 14 people died.")) == []


def test_two_counts_in_one_sentence_by_two_speakers_are_of_one_thing(conflicts):
    both = "Officials said 5,000 people marched, the union said 12,000 people marched."
    (found,) = conflicts(told("Some 5,000 people marched.", both, "The union said 12,000 people marched."))
    assert {value for value, _ in found[1]} == {"Some 5,000", "12,000"}


def test_two_days_beside_one_toll_are_those_of_one_event(conflicts):
    documents = told(
        "A ferry sank on Friday, and 19 people died.",
        "The accident, which claimed 19 lives on 1 May, shook the valley.",
        "Rain fell.",
    )
    assert (Gate.DATE, [("Friday", ["0"]), ("1 May", ["1"])]) in conflicts(documents)


def test_where_it_happened_may_be_told_as_what_was_the_scene(conflicts):
    statements = [
        "Mill Lane was the scene of the blast.",
        "The scene of the blast, Canal Street, was shut.",
        "Rain fell.",
    ]
    assert conflicts(told(*statements)) == [(Gate.NAME, [("Mill Lane", ["0"]), ("Canal Street", ["1"])])]


def test_a_figure_of_something_else_hides_no_conflict(conflicts):
    documents = told(
        "The flood destroyed 12 boats at the pier. Later the council met 15 reporters.",
        "The flood destroyed 15 boats at the pier.",
        "The flood at the pier destroyed 15 boats.",
    )
    assert [gate for gate, _ in conflicts(documents)] == [Gate.FIGURE]


def test_no_other_sentence_with_a_variant_that_was_not_chosen_is_in_the_summary(summarize):
    first = "The ferry sank near the harbour and 12 people were killed. The harbour was closed to all ships for days."
    again = "Divers searched the wreck, and 12 passengers were killed according to the mayor."
    documents = [
        Document(f"{first} {again}", id="a", language_code="en"),
        Document(
            "The ferry sank near the harbour and 15 people were killed. Rain fell on the islands.",
            id="b",
            language_code="en",
        ),
    ]
    response = summarize(documents, max_words=300)
    assert len(response.conflicts) == 1
    told_of = [s for s in response.summary.sentences if "killed" in s.text]
    assert len({"12" in s.text for s in told_of}) == 1
    assert all(s.conflicts == (0,) for s in told_of)


def test_what_has_been_taken_back_is_not_told_beside_what_replaced_it(summarize):
    early, late = "Eight people were killed when the bridge fell.", "The fall of the bridge killed 15 people."
    documents = told(early, late, hours=(0, 6), publishers=("Bay News", "Bay News"))
    response = summarize(documents, max_words=300)
    assert not response.conflicts
    assert sum("killed" in sentence.text for sentence in response.summary.sentences) == 1


def test_the_latest_time_of_a_value_is_told(summarize):
    documents = told("Fourteen people were killed.", "The collapse killed 22 people.", "At least 14 people died.")
    ((fourteen, other),) = [conflict.variants for conflict in summarize(documents).conflicts]
    assert fourteen.as_of == documents[2].publish_time
    assert other.as_of == documents[1].publish_time
    undated = [replace(document, publish_time=None) for document in documents]
    ((fourteen, other),) = [conflict.variants for conflict in summarize(undated).conflicts]
    assert fourteen.as_of is None


def test_prints_of_one_report_are_cited_and_heard_once(summarize):
    wire = (
        "(Meridian) - Fourteen people were killed when the old bridge over the Tarrow fell into the river on Tuesday."
    )
    more = "Divers searched the cold water until dark. The council has ordered an inquiry into the piers."
    copies = [Document(f"{wire} {more}", id=f"copy-{n}", publish_time=DAY) for n in range(3)]
    others = [
        Document(f"The fall of the Tarrow bridge killed {n} people. {rest}", id=f"other-{k}", publish_time=DAY)
        for k, (n, rest) in enumerate([(22, "Boats keep away."), (22, "Lorries go round by the hills.")])
    ]
    response = summarize(copies + others)
    ((first, second),) = [conflict.variants for conflict in response.conflicts]
    assert [first.value, second.value] == ["22", "Fourteen"]
    assert [c.document_id for c in second.citations] == [document.id for document in copies]


@pytest.mark.parametrize("encoding", list(OffsetEncoding)[1:])
def test_a_summary_points_at_its_conflicts_and_never_has_two_variants(summarize, encoding):
    documents = sample("ferry")
    response = summarize(documents, max_words=600, include_facts=True, offset_encoding=encoding)
    assert_spans_hold(documents, response, encoding)
    assert len(response.conflicts) == 3
    pointed = 0
    for place, conflict in enumerate(response.conflicts):
        stating = [{(c.document_id, c.quote) for c in variant.citations} for variant in conflict.variants]
        used = set()
        for sentence in response.summary.sentences:
            quotes = {(c.document_id, c.quote) for c in sentence.citations}
            used |= {number for number, variant in enumerate(stating) if variant & {next(iter(quotes)), *quotes}}
            if any((sentence.citations[0].document_id, sentence.citations[0].quote) in variant for variant in stating):
                assert place in sentence.conflicts
                pointed += 1
        assert len(used) <= 1
    assert pointed
    for sentence in response.summary.sentences:
        assert any(
            sentence.citations[0] == citation
            for place in sentence.facts
            for citation in response.facts[place].citations
        )


def test_a_draft_is_shown_what_its_sources_state_differently(engine):
    text = "The tanks of the ferry hold 48 tonnes of diesel. The recorder was taken from the bridge."
    response = pipeline.attribute(text, sample("ferry"), SummaryOptions(), engine=engine, limits=Settings().limits)
    first, second = response.sentences
    assert {v.value for place in first.conflicts for v in response.conflicts[place].variants} == {"about 60", "48"}
    assert not second.conflicts


def test_what_one_source_says_alone_is_marked(summarize):
    killed = "Fourteen people were killed by the fall of the bridge."
    documents = told(killed, "The fall of the bridge killed fourteen people.", "A dog swam ashore at Elsen.")
    sentences = {s.text: s for s in summarize(documents).summary.sentences}
    assert not sentences["The fall of the bridge killed fourteen people."].single_source
    assert sentences["Divers went down at first light in Kesterly."].single_source
    assert not any(sentence.single_source for sentence in summarize(documents[:1]).summary.sentences)


@pytest.mark.parametrize(("publishers", "count"), [(("A", "B"), 2), (("A", "a "), 1), (("", ""), 2)])
def test_reports_of_one_publisher_are_one_source(summarize, publishers, count):
    statements = [
        "Fourteen people were killed by the fall of the bridge.",
        "The fall of the bridge killed fourteen people.",
    ]
    facts = summarize(told(*statements, publishers=publishers), include_facts=True).facts
    assert max(fact.independent_sources for fact in facts if "killed" in fact.citations[0].quote) == count


def test_in_a_large_set_what_nobody_else_knows_of_is_left_out_unless_it_is_asked_for(engine):
    shared = [
        "The old bridge over the Tarrow fell into the river on Tuesday and killed fourteen people.",
        "Fourteen people died when the Tarrow bridge fell into the river.",
        "A bridge over the Tarrow collapsed on Tuesday, and fourteen people were killed.",
        "When the bridge came down into the Tarrow it killed fourteen people, police said.",
        "Police said the fall of the old Tarrow bridge had killed fourteen people on Tuesday morning.",
        "The river took fourteen people when the old bridge over the Tarrow collapsed.",
        "On Tuesday fourteen people were killed as the bridge over the Tarrow gave way and fell.",
        "Fourteen people, police said, died on Tuesday in the collapse of the Tarrow bridge.",
    ]
    divers = [
        "Divers searched the water for the missing until dark.",
        "Until dark the water was searched by divers.",
        "Divers had searched the dark water in vain.",
        "The missing were searched for by divers until it was dark.",
    ]
    own = [
        "Harbour pilots voted for a new pension scheme with lower fees.",
        "Bakers on the northern shore have run out of rye flour.",
        "A choir from the hills won the golden trumpet in Varrow.",
        "The museum bought a painted chest from a retired dentist.",
        "Beavers were seen near the sluice for the first time.",
        "Postmen will close their counters at noon.",
        "A schoolgirl grew the longest marrow in the county.",
        "Tailors complain of slow deliveries of thread and cloth.",
    ]
    documents = [
        Document(f"{text} {told_of} {divers[number % 4]}", str(number), language_code="en")
        for number, (text, told_of) in enumerate(zip(own, shared, strict=True))
    ]

    def chosen(documents, alone):
        watch = Watch(pipeline.ANALYSIS, Deadline(), None)
        seen = pipeline._analyse(documents, SummaryOptions(), engine, watch)
        texts = [sentence.text for sentence in seen.voices.originals]
        scores = np.array([1.0 if text in own else 0.6 for text in texts])
        candidates, given = suited(seen.voices, "en", engine.languages), Given(seen.voices, engine.languages)
        rows = select(
            candidates,
            Lengths.of(texts),
            replace(seen.salience, scores=scores),
            seen.groups,
            seen.voices.standing,
            given,
            Budget(20, sentences=1),
            alone=alone,
        )
        return texts[rows[0]]

    assert chosen(documents, alone=False) not in own
    assert chosen(documents, alone=True) in own
    assert chosen(documents[:7], alone=False) in own  # of seven it may have what one says alone


@pytest.mark.parametrize(("language", "precision", "recall"), [("en", 94, 74), ("es", 88, 70), ("de", 92, 74)])
def test_the_planted_conflicts_are_found_and_hardly_anything_else(engine, language, precision, recall):
    """A conflict is right if its variants are those that were planted, each by documents that state it."""
    right = wrong = missed = 0
    for event in generate(language, "test", 40, seed=11):
        documents = [
            Document(**{**d, "publish_time": datetime.datetime.fromisoformat(d["publish_time"])})
            for d in event["documents"]
        ]
        response = pipeline.summarize(documents, SummaryOptions(), engine=engine, limits=Settings().limits)
        planted = {conflict["fact"]: {v["value"] for v in conflict["variants"]} for conflict in event["conflicts"]}
        found = [planted_in(conflict, event, planted) for conflict in response.conflicts]
        right += len(set(found) - {None})
        wrong += found.count(None)
        missed += len(planted.keys() - set(found))
    print(f"{language}: precision {100 * right / (right + wrong):.0f} %, recall {100 * right / (right + missed):.0f} %")
    assert 100 * right >= precision * (right + wrong)
    assert 100 * right >= recall * (right + missed)


def planted_in(conflict, event, planted):
    """The planted fact that a conflict is about; None if it is about none, or mixes its values up."""
    stated = [
        {
            (statement["fact"], statement["value"])
            for citation in variant.citations
            for statement in event["statements"]
            if (statement["document_id"], statement["start"]) == (citation.document_id, citation.ranges[0].start)
            and statement["scope"] == "event"
            and (
                statement["as_stated"] in variant.value or variant.value.casefold() in statement["as_stated"].casefold()
            )
        }
        for variant in conflict.variants
    ]
    for fact, values in planted.items():
        told_of = [{value for name, value in one if name == fact} & values for one in stated]
        if all(told_of) and len(set().union(*told_of)) > 1 and not set.intersection(*told_of):
            return fact
    return None


@pytest.mark.parametrize("language", ["en", "es", "de"])
def test_origins_are_counted_as_they_were_planted(engine, language):
    exact = total = 0
    for event in generate(language, "test", 40, seed=11):
        documents = [
            Document(**{**d, "publish_time": datetime.datetime.fromisoformat(d["publish_time"])})
            for d in event["documents"]
        ]
        watch = Watch(pipeline.ANALYSIS, Deadline(), None)
        voices = pipeline._read(documents, SummaryOptions(), engine, watch).voices
        teller = {s.source.id: voices.teller[s.source.index] for s in voices.originals}
        teller |= {s.source.id: voices.teller[s.source.index] for copies in voices.copies for s in copies}
        for origin in event["origins"]:
            exact += len({teller[name] for name in origin["document_ids"]}) == origin["count"]
            total += 1
    assert total > 100
    assert exact >= 0.95 * total
