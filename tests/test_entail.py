"""What an entailment model may change of a judgement: the decision alone, and with a model that says what it is told."""

import copy
import dataclasses

import numpy as np
import pytest
from conspectus import pipeline
from conspectus.engine.entailment import kind_of
from conspectus.settings import Settings
from conspectus.stages.entail import decided
from conspectus.types import Document, Gate, Model, SummaryOptions, Support

YES, NO, MAYBE = (0.98, 0.01, 0.01), (0.01, 0.01, 0.98), (0.01, 0.98, 0.01)
UNSURE, UNKNOWN = (0.4, 0.3, 0.3), (float("nan"),) * 3
S, P, U, C, N = Support.SUPPORTED, Support.PARTIAL, Support.UNSUPPORTED, Support.CONTRADICTED, Support.NO_CLAIM


@pytest.mark.parametrize(
    ("verdict", "findings", "each", "together", "expected"),
    [
        (P, False, [YES], YES, (S, None)),
        (U, False, [MAYBE, YES], MAYBE, (S, None)),
        (P, False, [MAYBE, MAYBE], YES, (S, None)),  # spread over two documents
        (P, True, [YES], YES, (P, None)),  # a wrong figure stays wrong
        (U, True, [YES], YES, (U, None)),
        (C, True, [YES], YES, (C, None)),
        (N, False, [YES], YES, (N, None)),
        (S, False, [MAYBE, NO], MAYBE, (C, 1)),
        (P, True, [NO], NO, (C, 0)),
        (U, False, [NO], NO, (U, None)),  # too little of its words to be about the same
        (S, False, [NO, YES], YES, (S, None)),  # sources that differ
        (P, False, [NO, YES], NO, (S, None)),
        (S, False, [NO, (0.6, 0.3, 0.1)], NO, (S, None)),
        (P, False, [MAYBE, MAYBE], NO, (P, None)),  # no document says so
        (S, False, [MAYBE, MAYBE], MAYBE, (P, None)),
        (S, False, [UNSURE], UNSURE, (S, None)),
        (S, False, [MAYBE, UNSURE], MAYBE, (S, None)),
        (P, False, [UNSURE], UNSURE, (P, None)),
        (S, False, [UNKNOWN, UNKNOWN], UNKNOWN, (S, None)),
        (P, False, [UNKNOWN], UNKNOWN, (P, None)),
    ],
)
def test_decisions(verdict, findings, each, together, expected):
    assert decided(verdict, findings, np.array(each), np.array(together)) == expected


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("ENTAILMENT", "entailment"), ("entailment", "entailment"), ("LABEL_entails", "entailment"), ("0: Entailment", "entailment"),
        ("not_entailment", "not_entailment"), ("NOT ENTAILMENT", "not_entailment"), ("non-entailment", "not_entailment"), ("NotEntailed", "not_entailment"),
        ("Contradiction", "contradiction"), ("nli/neutral", "neutral"), ("LABEL_0", ""), ("positive", ""), ("", ""),
    ],
)  # fmt: skip
def test_labels_are_known_by_name(label, kind):
    assert kind_of(label) == kind


class Told:
    """Says of pairs what it is told, and keeps what it was asked."""

    model = Model("told", "entailment", "")

    def __init__(self, answer):
        self.answer, self.asked = answer, []

    def score(self, pairs, deadline=None):
        self.asked += pairs
        return np.array([self.answer(*pair) for pair in pairs], dtype=np.float32).reshape(-1, 3)


DOCUMENTS = [
    Document(
        text="The harbour wall lost four blocks in the storm.\nA choir sang in the hall of the church.", id="wall"
    ),
    Document(text="The council voted nine million crowns for repairs of the harbour.", id="money"),
]
SPREAD = "After the harbour wall lost four blocks, the council voted nine million crowns for repairs."


@pytest.fixture(scope="session")
def attribute(engine):
    def run(text, documents=DOCUMENTS, answer=None, **options):
        model = Told(answer) if answer else None
        judging = copy.copy(engine)
        judging.entailment = model
        options = SummaryOptions(language_code="en", **options)
        found = pipeline.attribute(text, documents, options, engine=judging, limits=Settings().limits)
        return found, model.asked if model else []

    return run


def test_it_is_asked_of_each_document_and_of_all_together(attribute):
    _, asked = attribute(SPREAD, answer=lambda *_: UNSURE)
    wall, money = "The harbour wall lost four blocks in the storm.", DOCUMENTS[1].text
    assert [premise for premise, _ in asked] == [wall, money, f"{wall} {money}"]
    assert {hypothesis for _, hypothesis in asked} == {SPREAD}


def test_what_cannot_change_is_not_asked(attribute):
    text = (
        "Who paid for it? The harbour wall lost nine blocks in the storm. The council voted nine million crowns for"
        " repairs of the harbour."
    )
    found, asked = attribute(text, answer=lambda *_: NO)
    assert [sentence.verdict for sentence in found.sentences] == [N, C, S]
    assert asked == []


def test_a_contradiction_is_a_finding_with_its_document(attribute):
    text = "Nobody was hurt. The harbour wall gained four blocks in the storm."
    found, _ = attribute(text, answer=lambda premise, _: NO if "lost" in premise else MAYBE, offset_encoding=2)
    sentence = found.sentences[1]
    assert sentence.verdict == C
    (finding,) = sentence.findings
    assert (finding.gate, finding.range) == (Gate.ENTAILMENT, sentence.range)
    assert finding.instead == "The harbour wall lost four blocks in the storm."
    assert finding.document_id == "wall"


def test_without_a_model_nothing_is_said_of_one(attribute, engine):
    found, _ = attribute(SPREAD)
    assert found.trace.entailment == ""
    judged, _ = attribute(SPREAD, answer=lambda *_: UNSURE)
    assert judged.trace.entailment == "told"
    assert dataclasses.replace(judged, trace=found.trace) == found
    assert "entailment" not in {model.role for model in pipeline.info(engine, Settings().limits).models}


def test_what_a_model_says_raises_and_lowers(attribute):
    text = "The harbour wall shed four blocks in bad weather. The harbour wall lost four blocks in the storm, alas."
    plain, _ = attribute(text)
    assert [sentence.verdict for sentence in plain.sentences] == [P, S]
    yes, _ = attribute(text, answer=lambda *_: YES)
    assert [sentence.verdict for sentence in yes.sentences] == [S, S]
    maybe, _ = attribute(text, answer=lambda *_: MAYBE)
    assert [sentence.verdict for sentence in maybe.sentences] == [P, P]
    assert [finding.gate for finding in maybe.sentences[1].findings] == [Gate.ENTAILMENT]
    assert maybe.sentences[1].findings[0].instead == maybe.sentences[1].findings[0].document_id == ""


def test_chinese_sentences_are_joined_without_a_space(attribute):
    documents = [Document(text="港口的墙在周一的风暴中失去了四块石头。议会为港口的修理投票通过了九百万克朗。", id="zh")]
    twin = "港口的墙在风暴中失去了四块石头，议会为港口的修理投票通过了九百万克朗。"
    _, asked = attribute(twin, documents, answer=lambda *_: UNSURE)
    assert asked
    assert all(" " not in premise for premise, _ in asked)
