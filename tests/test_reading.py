"""What reads well: a sentence stands where its reader knows of whom it speaks, and the sentences come in an order."""

import dataclasses
import datetime
import time

import numpy as np
import pytest
from conftest import SETS, sample
from conspectus import pipeline
from conspectus.deadline import Deadline
from conspectus.stages.given import Given
from conspectus.stages.order import order
from conspectus.stages.select import Budget, Lengths, select
from conspectus.stages.suit import NEAR, Suited, suited
from conspectus.types import Document, Preset, SummaryOptions
from conspectus.typography import tidy
from conspectus.watch import Watch

FILLER = "The council of the island met on Monday evening to talk about the repair of the harbour wall."


@pytest.fixture(scope="module")
def analyse(engine):
    def run(documents):
        watch = Watch(pipeline.ANALYSIS, Deadline(), None)
        return pipeline._analyse(documents, SummaryOptions(), engine, watch)

    return run


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "“The wall will not last another winter of storms like the last one.”"),
        ("en", "“The wall will not last another winter of storms,” she said on the quay."),
        ("en", "The wall will not last another winter of storms, he said."),
        ("en", "He also warned the council of the island that the wall would not last."),
        ("en", "The harbour master also warned the council of the island about the quay."),
        ("en", "“The wall will not last another winter of storms like the last one,” one of them said."),
        ("es", "«El muro no va a aguantar otro invierno con temporales como los del pasado», añadió."),
        ("fr", "La capitaine du port a également mis en garde le conseil de l'île contre le quai."),
        ("de", "„Die Mauer wird einen weiteren Winter mit solchen Stürmen nicht überstehen“, sagte sie."),
        ("de", "»Die Mauer wird einen weiteren Winter mit solchen Stürmen nicht überstehen.«"),
        ("fr", "« Le mur ne tiendra pas un autre hiver de tempêtes comme celui-ci », a-t-il dit."),
        ("ru", "«Стена не выдержит ещё одной зимы с такими штормами, как прошлая», — сказал он."),
    ],
)
def test_what_leans_on_a_sentence_stands_behind_it_or_not_at_all(engine, analyse, language, sentence):
    documents = [Document(text=f"{FILLER} {sentence}", language_code=language)]
    voices = analyse(documents).voices
    found = suited(voices, language, engine.languages)
    assert found.leaning == {1: 0}
    alone = analyse(
        [Document(text=sentence, language_code=language), Document(text=FILLER, language_code=language)]
    ).voices
    assert suited(alone, language, engine.languages).leaning == {}
    assert len(suited(alone, language, engine.languages).standing) == 1


# What looks like a word of a list and is none, or has another sense.
ORDINARY = {
    "ru": [
        "Мэр города, а также министр транспорта прибыли на остров в четверг утром.",
        "По этой статье закона капитану парома грозит до десяти лет тюрьмы.",
    ],
    "de": ["Sowohl die Stadt als auch das Land wollen die Mauer im kommenden Jahr erneuern."],
    "zh": [
        "日本文部科学省周一宣布，将在明年春天向全国的小学提供免费的校园午餐。",
        "成本报告显示，修理防波堤需要三百四十万元，比去年多两成。",
    ],
    "es": ["No solo el alcalde sino también el consejo de la isla salió de la sala aquella noche."],
}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Der Hafenmeister sagte dieser Zeitung, die Mauer werde im kommenden Winter fallen."),
        ("es", "El capitán del puerto dijo a este periódico que el muro caerá en el invierno."),
        ("ru", "Ида Хейл сказала этой газете, что стена гавани не выдержит ещё одной зимы с такими штормами."),
        ("zh", "港务局长昨天对本报记者表示，防波堤撑不过下一个冬天的风暴，必须马上修理。"),
        ("ko", "항만 책임자는 어제 본지와 한 통화에서 방파제가 다음 겨울을 넘기지 못할 것이라고 말했다."),
    ],
)
def test_no_sentence_of_a_paper_about_itself(engine, analyse, language, sentence):
    other = sentence.replace("dieser Zeitung", "dem Rat").replace("a este periódico", "al consejo")
    other = other.replace("этой газете", "мэру города").replace("本报记者", "市议会").replace("본지와", "시장과")
    for text, standing in ((sentence, False), (other, True), *((text, True) for text in ORDINARY.get(language, ()))):
        voices = analyse([Document(text=f"{text}\n\n{FILLER}", language_code=language)]).voices
        found = suited(voices, language, engine.languages)
        assert (0 in found.standing) == standing, text


def test_what_answers_a_question_that_is_left_out_is_left_out(engine, analyse):
    question, answer = "Was the engineer Paul Roth to blame for the delay?", "Paul Roth never saw the order for steel."
    voices = analyse([Document(text=f"{FILLER} {question} {answer}", language_code="en")]).voices
    assert suited(voices, "en", engine.languages) == Suited([0], {})
    voices = analyse([Document(text=f"{FILLER} {answer}", language_code="en")]).voices
    assert suited(voices, "en", engine.languages).standing == [0, 1]
    # A copy that stands behind no question needs none.
    alone = Document(text=f"{answer} {FILLER}", language_code="en")
    voices = analyse([Document(text=f"{question} {answer}", language_code="en"), alone]).voices
    texts = {voices.originals[row].text for row in suited(voices, "en", engine.languages).standing}
    assert texts == {answer, FILLER}


def test_what_stands_under_the_headings_of_an_explainer_stands(engine, analyse):
    told = [
        "A passenger ferry carrying 212 people ran aground on a reef off Ostrey.",
        "Fourteen girls of a hockey team and 25 crew were on board of the ship.",
        "Tugs from Port Elsen will pull the ship off the reef on Saturday.",
    ]
    asked = ["What happened on Thursday?", "Who was on board of the ship?", "What will happen to the ship?"]
    text = "\n\n".join(f"{question}\n{answer}" for question, answer in zip(asked, told, strict=True))
    voices = analyse([Document(text=f"{text}\n\n{FILLER}", language_code="en")]).voices
    texts = [voices.originals[row].text for row in suited(voices, "en", engine.languages).standing]
    assert texts == [*told, FILLER]


def test_a_sentence_that_was_cut_is_left_out_but_not_all_of_a_text_without_full_stops(engine, analyse):
    text = f"The wall of the harbour will not last another winter of storms, and the council\n\n{FILLER}"
    voices = analyse([Document(text=text, language_code="en")]).voices
    assert [voices.originals[row].text for row in suited(voices, "en", engine.languages).standing] == [FILLER]
    lines = [
        "The wall of the harbour lost four blocks on Monday morning",
        "The council of the island met in the evening",
    ]
    voices = analyse([Document(text="\n\n".join(lines), language_code="en")]).voices
    assert suited(voices, "en", engine.languages).standing == [0, 1]


def test_nothing_leans_across_a_question_that_is_left_out(engine, analyse):
    question = "Was the engineer Paul Roth to blame for the delay of two years?"
    answer = "He said that he had warned the council in 2023 that the steel would be late."
    more = "He added that nobody on the council had ever answered his letters."
    voices = analyse([Document(text=f"{FILLER} {question} {answer}", language_code="en")]).voices
    assert suited(voices, "en", engine.languages).leaning == {}
    voices = analyse([Document(text=f"{FILLER} {answer} {more}", language_code="en")]).voices
    assert suited(voices, "en", engine.languages).leaning == {1: 0, 2: 0}


@pytest.mark.parametrize(
    "sentence",
    [
        "“The wall will not last another winter,” said the harbour master, Ida Hale.",
        "“The wall,” Hale told the council, “will not last another winter of storms.”",
        "Ida Hale warned that the wall would not last, and that she would close the quay.",
        "The parties fought World War I over an island that US maps show beside I-95.",
        "Rescuers reached the flooded coal mine in the Ennis valley on Thursday evening, officials said.",
        "Patients of Our Lady of Sorrows hospital on the island were brought to the mainland.",
        "‘We will rebuild the wall before the winter,’ said Ida Hale, the harbour master of Ostrey.",
        "Harbour master Ida Hale said “this newspaper has never printed the truth about the wall.”",
        "The council (of nine men) met in the town hall of the island (of Ostrey).",
        "“The harbour wall of Ostrey will stand for another hundred years!” said Ida Hale.",
        "Ida Hale has held this post since 2012, and the council has never asked why.",
        "Not only the fishermen of Ostrey but also the council of the island left the hall.",
        "The Kestrel Bay, also known as the old lady, ran onto the reef on Thursday.",
        "The council of the island met, and after nine long hours of talk about the wall it also voted on the quay.",
        "Hale, when she resigned in April, took the books of the harbour with her.",
    ],
)
def test_what_names_its_speaker_stands_alone(engine, analyse, sentence):
    voices = analyse([Document(text=f"{FILLER} {sentence}", language_code="en")]).voices
    assert suited(voices, "en", engine.languages).standing == [0, 1]


@pytest.mark.parametrize(
    "sentence",
    [
        "I set out in April to walk the whole coast of the island in six weeks.",
        "If you've been watching the harbour this year, the wall will not surprise you.",
        "We're told that the wall will not last another winter of storms.",
        "Let's make the council of the island listen to its harbour master now.",
        "The wall consisted of three parts, as the harbour master of the island explained them to the council and to"
        " everybody else who had come to the town hall on that evening:",
        "The harbour master (who had warned the council before said that the wall would fall.",
        "(The harbour master had warned the council of the island before the storm.)",
        "The harbour wall of Ostrey is the strongest of all the walls on this coast!",
        "The harbour master told this newspaper that the wall would fall in the winter.",
        "The wall of the harbour lost four blocks on Monday, May 5, 2025Divers found them on the ground.",
    ],
)
def test_writers_asides_and_pieces_of_pages_are_left_out(engine, analyse, sentence):
    voices = analyse([Document(text=f"{FILLER} {sentence}", language_code="en")]).voices
    assert len(voices.originals) == 2
    found = suited(voices, "en", engine.languages)
    assert not [r for r in (*found.standing, *found.leaning) if "island met" not in voices.originals[r].text]


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("words", [40, 100, 220, 400])
def test_whoever_is_leant_on_or_introduced_comes_first(engine, analyse, name, words):
    seen = analyse(sample(name))
    given = Given(seen.voices, engine.languages)
    candidates = suited(seen.voices, seen.language, engine.languages)
    lengths = Lengths.of([tidy(sentence.text) for sentence in seen.voices.originals])
    chosen = select(candidates, lengths, seen.salience, seen.groups, seen.voices.standing, given, Budget(words))
    ordered = order(chosen, candidates, seen.voices, seen.groups, given, seen.salience.scores)
    assert sorted(ordered) == sorted(chosen)
    for place, row in enumerate(ordered):
        if row in candidates.leaning:
            behind = [seen.voices.originals[other] for other in ordered[:place]][-NEAR:]
            assert seen.voices.originals[candidates.leaning[row]] in behind
        missing = given.names.unexplained(row, ordered[:place])
        assert not any(missing & given.names.introduced(other) for other in ordered[place:])


NAMED = (
    "{} Harbour master Ida Hale said the wall would fall. The fishermen of Ostrey laughed about it for a whole winter. "
    "The storm came ashore in March with waves of nine metres. It took the roofs of eleven houses near the quay. "
    "Nobody had believed Hale when the storm came ashore. Ida Hale resigned in April and left the island for good."
)


@pytest.fixture(scope="module")
def named(analyse, engine):
    """A set in which "Nobody had believed Hale" needs "Harbour master Ida Hale", far before it."""
    seen = analyse(
        [Document(text=NAMED.format(FILLER)), Document(text="Everybody in Ostrey knows that it has one wall.")]
    )
    rows = {sentence.text.split()[0]: row for row, sentence in enumerate(seen.voices.originals)}
    return seen, Given(seen.voices, engine.languages), suited(seen.voices, "en", engine.languages), rows


def test_a_name_in_short_is_explained_before_it_is_used(named):
    seen, given, candidates, rows = named
    assert given.unexplained(rows["Nobody"], []) == {"Hale"}
    assert given.unexplained(rows["Nobody"], [rows["Harbour"]]) == frozenset()
    assert given.explaining(rows["Nobody"], frozenset({"Hale"})) == [rows["Harbour"]]
    for scores in (seen.salience.scores, -seen.salience.scores):
        ordered = order([rows["Nobody"], rows["Harbour"]], candidates, seen.voices, seen.groups, given, scores)
        assert ordered == [rows["Harbour"], rows["Nobody"]]
        # Where only a later sentence of the source has the full name, that one comes first.
        ordered = order([rows["Nobody"], rows["Ida"]], candidates, seen.voices, seen.groups, given, scores)
        assert ordered == [rows["Ida"], rows["Nobody"]]


def test_who_explains_a_name_is_chosen_with_who_uses_it(named):
    seen, given, candidates, rows = named
    scores = np.full(len(seen.voices.originals), 0.01)
    scores[rows["Nobody"]], scores[rows["Harbour"]] = 1.0, 0.2
    lengths = Lengths.of([tidy(sentence.text) for sentence in seen.voices.originals])
    salience = dataclasses.replace(seen.salience, scores=scores)
    chosen = select(candidates, lengths, salience, seen.groups, seen.voices.standing, given, Budget(19))
    assert chosen == [rows["Harbour"], rows["Nobody"]]
    alone = select(candidates, lengths, salience, seen.groups, seen.voices.standing, given, Budget(19, sentences=1))
    assert alone == [rows["Nobody"]]


def test_a_thing_is_told_of_before_it_is_taken_as_known(engine, analyse):
    text = (
        f"{FILLER} An inquiry led by a judge of the mainland found eleven cracks in it. "
        "Fishermen of Ostrey laughed about that for a whole winter. {}"
    )
    for sentence, taken in [
        ("Nobody on the island had read the long inquiry before the storm.", {"inquiri"}),
        ("Nobody on the island had read the Ostrey Inquiry before the storm.", set()),  # a name
        ("Before an inquiry ends on the island, the inquiry is read by nobody.", set()),
        ("Nobody on the island had read the weather forecast before the storm.", set()),  # not told of before either
    ]:
        seen = analyse([Document(text=text.format(sentence), language_code="en")])
        given, row = Given(seen.voices, engine.languages), len(seen.voices.originals) - 1
        assert given.unexplained(row, []) == taken, sentence
        assert given.unexplained(row, [1]) == frozenset()
        assert given.explaining(row, frozenset(taken)) == [1] * bool(taken)


def test_a_thing_that_a_source_takes_as_known_at_once_is_known(engine, analyse):
    text = f"{FILLER} A ferry of the line ran aground on a reef. Lifeboats took all passengers off the ferry at dawn."
    seen = analyse([Document(text=text, language_code="en")])
    assert Given(seen.voices, engine.languages).unexplained(2, []) == {"ferri"}
    other = Document(text="The ferry to Ostrey has run late for years, islanders say.", language_code="en")
    seen = analyse([Document(text=text, language_code="en"), other])
    row = next(row for row, sentence in enumerate(seen.voices.originals) if sentence.text.startswith("Lifeboats"))
    assert Given(seen.voices, engine.languages).unexplained(row, []) == frozenset()


@pytest.mark.parametrize(("language", "word"), [("en", "today"), ("de", "heute"), ("ru", "сегодня"), ("zh", "今天")])
def test_today_is_the_last_day_of_a_set(engine, analyse, language, word):
    texts = {
        "en": "The harbour of Ostrey was closed {} after the wall lost four blocks.",
        "de": "Der Hafen von Ostrey wurde {} geschlossen, weil die Mauer vier Blöcke verlor.",
        "ru": "Гавань Острея {} закрыли, потому что стена потеряла четыре блока.",
        "zh": "{}上午，奥斯特里港因防波堤塌了四块石头而关闭，渡轮全部停航。",
    }
    text = texts[language].format(word)
    for day, explained in ((6, True), (5, False)):
        times = [datetime.datetime(2025, 11, d, 9, tzinfo=datetime.UTC) for d in (6, day)]
        documents = [
            Document(text=FILLER, publish_time=times[0]),
            Document(text=text, publish_time=times[1], language_code=language),
        ]
        seen = analyse(documents)
        row = next(row for row, sentence in enumerate(seen.voices.originals) if sentence.text == text)
        given = Given(seen.voices, engine.languages)
        assert (not given.unexplained(row, []), not given.misleads(row, [])) == (explained, explained)
    # Where nobody has a time, nobody is out of date.
    seen = analyse([Document(text=FILLER), Document(text=text, language_code=language)])
    assert not any(Given(seen.voices, engine.languages).unexplained(row, []) for row in (0, 1))


def test_a_name_in_a_tag_with_a_region_is_german(analyse, engine):
    text = "Die Berliner Behörde meldete am Montag einen Schaden. Am Dienstag schloss die Behörde den Hafen der Insel."
    seen = analyse([Document(text=text, language_code="de-DE")])
    assert Given(seen.voices, engine.languages).unexplained(1, []) == frozenset()


def test_a_name_that_a_source_gives_in_short_at_once_is_known(analyse, engine):
    text = (
        f"{FILLER} Harbour master Ida Hale said the wall would fall. Nobody believed Hale when the storm came ashore."
    )
    seen = analyse([Document(text=text), Document(text="As Hale had warned the council, the wall fell in the storm.")])
    given = Given(seen.voices, engine.languages)
    row = next(row for row, sentence in enumerate(seen.voices.originals) if sentence.text.startswith("Nobody"))
    assert given.unexplained(row, []) == frozenset()


@pytest.fixture(scope="module")
def long_stories(analyse, engine):
    """Two documents of twelve sentences that have nothing in common, and the rows of each by position."""
    tales = [
        "On day {} of the strike the bakers of Elsen sold {} loaves at the gate of the mill.",
        "In week {} of the trial the lawyers of Varrow called {} witnesses to the old court.",
    ]
    texts = [" ".join(tale.format(n + 2, 31 * n + 17) for n in range(12)) for tale in tales]
    seen = analyse([Document(text=text, language_code="en") for text in texts])
    rows = {(s.source.document.text, s.position): row for row, s in enumerate(seen.voices.originals)}
    return seen, Given(seen.voices, engine.languages), [[rows[text, n] for n in range(12)] for text in texts]


def test_what_a_document_tells_is_told_before_another_has_the_word(long_stories):
    seen, given, (one, other) = long_stories
    chosen = [*one[0:12:4], *other[0:12:4]]  # too far from one another to be neighbours
    found = order(chosen, Suited(chosen, {}), seen.voices, seen.groups, given, seen.salience.scores)
    assert found in ([*one[0:12:4], *other[0:12:4]], [*other[0:12:4], *one[0:12:4]])


def test_a_lead_opens_even_where_something_else_is_more_salient(long_stories):
    seen, given, (one, other) = long_stories
    scores = np.zeros(len(seen.voices.originals))
    scores[other[6]], scores[one[1]] = 1.0, 0.1
    chosen = [other[6], one[1], one[9]]
    assert order(chosen, Suited(chosen, {}), seen.voices, seen.groups, given, scores)[0] == one[1]
    chosen = [other[6], one[9]]
    assert order(chosen, Suited(chosen, {}), seen.voices, seen.groups, given, scores)[0] == other[6]


def test_what_takes_nothing_as_given_opens(engine, analyse):
    tale = " ".join(
        f"On day {n} of the strike the bakers of Elsen sold {31 * n} loaves at the mill." for n in range(2, 9)
    )
    one = f"Harbour master Ida Hale said the wall would fall. {tale} Nobody had believed Hale when the storm came."
    other = tale.replace("bakers of Elsen", "coopers of Varrow").replace("loaves", "barrels")
    seen = analyse([Document(text=text, language_code="en") for text in (one, other)])
    given = Given(seen.voices, engine.languages)
    rows = {
        s.text.split()[0] + str(s.position): row for row, s in enumerate(seen.voices.originals) if "Elsen" not in s.text
    }
    chosen = [rows["Nobody8"], rows["On6"]]
    scores = np.zeros(len(seen.voices.originals))
    scores[chosen] = 1.0, 0.1
    assert order(chosen, Suited(chosen, {}), seen.voices, seen.groups, given, scores)[0] == rows["On6"]


def test_a_thing_that_nobody_has_told_of_costs_a_sentence_some_of_its_value(engine, analyse):
    text = (
        f"{FILLER} An inquiry led by a judge of the mainland found eleven cracks in the harbour wall. "
        "Nobody on the island had read the long inquiry before the storm. Fishermen laughed for a whole winter in Elsen."
    )
    seen = analyse([Document(text=text, language_code="en")])
    rows = {s.text.split()[0]: row for row, s in enumerate(seen.voices.originals)}
    lengths = Lengths.of([s.text for s in seen.voices.originals])
    given, candidates = Given(seen.voices, engine.languages), suited(seen.voices, "en", engine.languages)
    for other, first in ((0.8, "Fishermen"), (0.7, "Nobody")):
        scores = np.zeros(len(seen.voices.originals))
        scores[rows["Nobody"]], scores[rows["Fishermen"]] = 1.0, other
        salience = dataclasses.replace(seen.salience, scores=scores / lengths.words**0.075)
        budget = Budget(12, sentences=1)
        chosen = select(candidates, lengths, salience, seen.groups, seen.voices.standing, given, budget)
        assert chosen == [rows[first]]


def test_days_come_in_their_order(summarize):
    days = [
        (3, "The ferry Kestrel Bay ran onto a reef off Ostrey with two hundred people on board."),
        (4, "Divers sent down by the insurers measured a hole of nine metres below the waterline."),
        (6, "A tug from the mainland towed the damaged ship into a dry dock at Port Elsen."),
        (9, "Parliament voted the money for another vessel, which a yard in Norway will build."),
    ]
    documents = [
        Document(text=text, publish_time=datetime.datetime(2025, 11, day, tzinfo=datetime.UTC)) for day, text in days
    ]
    told = [s.text for s in summarize(documents[::-1]).summary.sentences]
    assert len(told) == 4
    assert told[1:] == [text for _, text in days if text != told[0]]


def test_a_lead_that_sources_share_comes_before_one_papers_own(summarize):
    told = [s.text for s in summarize(sample("ferry"), max_words=150).summary.sentences]
    wire = next(n for n, text in enumerate(told) if "carrying 212 people" in text)
    angle = next(n for n, text in enumerate(told) if "hockey team" in text)
    assert wire < angle


def test_a_summary_does_not_open_with_a_quotation(summarize):
    quotation = "“The harbour wall of Ostrey will fall in the next storm,” said the harbour master of Ostrey, Ida Hale."
    plain = "The council of Ostrey met on Monday about the harbour wall."
    documents = [Document(text=f"{quotation} {plain}"), Document(text=quotation)]
    assert summarize(documents).summary.text.startswith("The council")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ar", "قال محمد علي مدير الميناء إن الجدار سيسقط في العاصفة القادمة، هو حذر المجلس من ذلك."),
        ("hi", "मुहम्मद अली ने सोमवार को कहा कि बंदरगाह की दीवार अगले तूफान में गिर जाएगी।"),
    ],
)
def test_scripts_without_capitals_lose_no_sentence(engine, analyse, language, sentence):
    voices = analyse([Document(text=sentence, language_code=language)]).voices
    assert suited(voices, language, engine.languages).standing == [0]


@pytest.mark.parametrize("options", [{"max_sentences": 1}, {"presets": (Preset.PUSH_ALERT,)}])
@pytest.mark.parametrize("text", ["404 Not Found", ". . . 12 34"])
def test_a_set_without_prose_gives_an_empty_summary_under_any_limit(summarize, text, options):
    assert summarize([Document(text=text)], **options).trace.degraded


@pytest.mark.parametrize("piece", ["a US ", "-" * 400 + " ", "I’ve "])
def test_long_sentences_take_no_more_than_their_length(summarize, piece):
    start = time.process_time()
    summarize([Document(text=piece * (400_000 // len(piece)) + "end.", language_code="en")])
    assert time.process_time() - start < 5
