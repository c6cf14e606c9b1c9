"""The shape of the language data that the comparison of sources reads (models/languages)."""

import json
from itertools import chain

import pytest
from conspectus.shipped import models_dir
from conspectus.stages.topics import COUNT, NUMBER, UNITS
from conspectus.words import fold

FILES = sorted((models_dir() / "languages").glob("*.json"))
OBJECTS = ("months", "weekdays", "day_shifts", "hedges", "vague_numbers", "currencies")
RANGE_WORDS = ["to", "and", "between", "from"]
CASUALTIES = ["killed", "injured", "missing", "displaced", "arrested", "rescued"]
HOLDING = ("other_holders", "naming_words", "of_words", "genitives", "by_words")  # single words around an office
SIGNS = ("#", "…")  # of a figure, and of what may stand in the middle of a phrase
SCENES = ("scenes", "place_words")
LONGEST = 5  # words of a phrase


def once(pairs):
    assert len({key for key, _ in pairs}) == len(pairs)
    return dict(pairs)


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def data(request):
    return json.loads(request.param.read_text(encoding="utf-8"), object_pairs_hook=once)


def sides(data):
    return list(chain.from_iterable(data["opposites"]))


def single(data):
    """The lists that hold words alone, no phrases."""
    offices = [*data["office_verbs"].values(), *(data[name] for name in HOLDING)]
    counted = [
        data.get(name, [])
        for name in (
            "people",
            "time_units",
            "measures",
            "dozens",
            "that_words",
            "neutral_words",
            "reservations",
            *SCENES,
        )
    ]
    topics = [words for topic in data["topics"].values() for words in topic.values()]
    return [*counted, *topics, *sides(data), *offices, *data["range_words"].values()]


def lists(data):
    phrases = [
        *data["casualties"].values(),
        *data["offices"].values(),
        data["past_markers"],
        data["speech"],
        data["ages"],
        data["parts"],
    ]
    return [*single(data), *phrases]


def pieces(phrase, unspaced):
    """All that is part of a phrase, but itself."""
    joint = "" if unspaced else " "
    words = list(phrase) if unspaced else phrase.split()
    spans = ((one, other) for one in range(len(words)) for other in range(one + 1, len(words) + 1))
    return {joint.join(words[one:other]) for one, other in spans} - {phrase}


def test_there_are_sixteen_languages():
    assert len(FILES) == 16


def test_words_are_folded_and_cut_as_those_of_a_text(data):
    for word in chain(*lists(data), data["offices"], *(data[name] for name in OBJECTS)):
        if data["language"] in ("zh", "ja"):
            assert word == word.casefold().strip()
        elif data["language"] == "ko" and word in data["months"]:
            assert word == "".join(fold(word))
        else:
            assert word == " ".join(part if part in SIGNS else " ".join(fold(part)) for part in word.split())
    assert list(data["range_words"]) == RANGE_WORDS
    for words in (*single(data), data["currencies"]):
        assert not any(" " in word for word in words)


def test_lists_are_sorted_and_full(data):
    for words in lists(data):
        assert words == sorted(set(words))
    for name in ("people", "past_markers", "other_holders", "naming_words", "ages", "dozens"):
        assert data[name]
    for name in ("casualties", "offices", "office_verbs", "range_words"):
        assert all(data[name].values())
    assert all(sides(data))
    assert list(data["topics"]) == list(UNITS)
    for name, topic in data["topics"].items():
        assert list(topic) == ["of", "by", "not"]
        assert bool(topic["of"]) == (UNITS[name] == COUNT) or (
            UNITS[name] == NUMBER and {*topic["of"]} <= {*topic["by"]}
        )
        assert topic["by"]
    assert len(data["speech"]) > 10
    assert bool(data.get("scenes")) == bool(data.get("place_words"))
    assert bool(data["parts"]) == (data["language"] not in ("hi", "ja", "ko", "zh"))  # "of them" stands before the part
    assert len(list(chain(*data["offices"].values()))) > 50
    assert len(data["time_units"]) > 25
    assert len(data["measures"]) > 50
    assert len(data["office_verbs"]) > 10
    assert bool(data["of_words"]) == (data["language"] not in ("hi", "ja", "ko", "zh"))  # it stands before the office
    assert {*data["genitives"]} <= {*data["of_words"]}
    assert bool(data["by_words"]) == (data["language"] not in ("cs", "ru"))  # which say it by a case


def test_objects_are_in_range_and_in_order(data):
    assert set(data["months"].values()) == set(range(1, 13))
    assert set(data["weekdays"].values()) == set(range(7))
    assert {-2, -1, 0, 1, 2} >= set(data["day_shifts"].values()) >= {-1, 0}
    assert list(dict.fromkeys(data["hedges"].values())) == ["about", "least", "over", "under"]
    assert {100, 1000} <= set(data["vague_numbers"].values())
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in data["currencies"].values())
    assert {"USD", "EUR", "GBP", "JPY", "INR", "RUB", "CNY", "KRW"} <= set(data["currencies"].values())
    for name in ("offices", "office_verbs"):
        assert list(data[name]) == sorted(data[name])
    for name in OBJECTS:
        assert list(data[name].items()) == sorted(data[name].items(), key=lambda item: (item[1], item[0]))


def test_no_word_says_two_things(data):
    assert list(data["casualties"]) == CASUALTIES
    casualties = list(chain(*data["casualties"].values()))
    assert len(set(casualties)) == len(casualties)
    assert not {*casualties} & {*data["people"]}
    unspaced = data["language"] in ("zh", "ja")
    for words in data["casualties"].values():
        assert max(len(word.replace("…", "").split()) for word in words) <= LONGEST
        assert not any(word.startswith("…") or word.endswith("…") for word in words)
        assert not any(pieces(word, unspaced) & {*words} for word in words)
    assert len(data["opposites"]) >= 10
    assert all(len(pair) == 2 for pair in data["opposites"])
    opposites = list(chain(*sides(data)))
    assert len(set(opposites)) == len(opposites)
    dates = [*data["months"], *data["weekdays"], *data["day_shifts"]]
    assert len(set(dates)) == len(dates)
    offices = set(chain(*data["offices"].values()))
    assert sum(map(len, data["offices"].values())) == len(offices)
    assert all(office in words for office, words in data["offices"].items())
    assert {*data["office_verbs"]} <= {*data["offices"]}
    verbs = set(chain(*data["office_verbs"].values()))
    assert not offices & (verbs | {*chain(*(data[name] for name in HOLDING))})
    assert not {*data["naming_words"]} & (verbs | {*data["other_holders"]})
    assert not {*data["measures"]} & {*data["time_units"], *data["currencies"], *data["people"], *offices}
    assert not offices & {*data["time_units"], *data["people"], *data["currencies"], *data["number_words"]}
    assert not {*data["time_units"]} & {*data["people"], *data["currencies"]}
    to, joined, between, change = (set(words) for words in data["range_words"].values())
    assert not joined & (to | between | change)
    assert not between & (to | change)
    assert to & change == {"ja": {"から"}, "ko": {"에서"}, "hi": {"से"}}.get(data["language"], set())


def test_a_language_knows_what_became_of_people_and_what_is_opposite(engine):
    english, other = engine.languages["en"], engine.languages["sv"]
    assert (english.months["sept"], english.weekdays["monday"], english.day_shifts["yesterday"]) == (9, 0, -1)
    assert (english.hedges["no fewer than"], english.vague_numbers["dozens"]) == ("least", 12)
    assert (english.casualties["fatalities"], english.casualties["wounded"]) == ("killed", "injured")
    assert "people" in english.people
    assert "last year" in english.past_markers
    assert english.currencies["euros"] == "EUR"
    assert (english.offices["skipper"], english.offices["captain"]) == ("captain", "captain")
    assert english.offices["gunman"] == english.offices["shooter"]
    assert english.offices["chief executive"] == english.offices["ceo"] != english.offices["chief"]
    assert english.office_verbs["skippered"] == ("captain",)
    assert set(english.office_verbs["runs"]) >= {"head", "operator"}
    assert english.casualties["lost his life"] == "killed"
    assert {"was", "of", "by", "former"} <= english.naming_words | english.of_words | english.by_words | (
        english.other_holders
    )
    assert {"year old", "years old"} <= english.ages
    assert {"kilometres", "mph"} <= english.measures
    assert english.dozens == {"dozen", "dozens"}
    assert "witness" not in english.offices
    assert {"years", "times", *fold("12th")} - english.time_units == {"12"}
    assert {"of the", "of whom"} <= english.parts
    assert {role: len(words) for role, words in english.range_words.items()} == dict.fromkeys(RANGE_WORDS, 1)
    (one, left), (same, right) = english.opposites["confirmed"], english.opposites["denied"]
    assert (one, left) == (same, 1 - right)
    assert not other.casualties
    assert not other.offices
    assert not other.office_verbs
    assert not other.range_words
    assert not other.opposites
    assert fold("Στις 3 Μαΐου")[2] in engine.languages["el"].months
