"""The entailment model: what loads, what is refused, what it tells, and a server that judges by it."""

import hashlib
import json
import re
import threading

import numpy as np
import pytest

pytest.importorskip("torch", reason="the 'models' extra is not installed")
pytest.importorskip("transformers", reason="the 'models' extra is not installed")

import toy_entailment as toy
from click.testing import CliRunner
from conftest import DATA, ServerProcess, conspectus
from conspectus.cli import main
from conspectus.client import Client
from conspectus.deadline import Deadline
from conspectus.engine.entailment import EntailmentModel
from conspectus.errors import Cancelled, InvalidRequest
from conspectus.types import Document, Gate, SummaryOptions

PREMISE = "The council shut the harbour. A choir sang in the hall."
ENTAILED, NEUTRAL, CONTRADICTED = 0, 1, 2  # columns


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A model that knows the toy language."""
    return toy.saved(tmp_path_factory.mktemp("models") / "toy-nli", toy.taught())


@pytest.fixture(scope="session")
def model(folder):
    return EntailmentModel(str(folder))


@pytest.fixture(scope="session")
def untaught(tmp_path_factory):
    """One that has learnt nothing, so that every word of a pair counts."""
    return EntailmentModel(str(toy.saved(tmp_path_factory.mktemp("models") / "untaught")))


def refused(folder, **options):
    with pytest.raises(InvalidRequest) as error:
        EntailmentModel(str(folder), **options)
    (violation,) = error.value.violations
    return violation.field, violation.description


def test_it_tells_what_it_has_learnt(model):
    told = model.score([(PREMISE, f"The council {verb} the harbour.") for verb in ("closed", "opened", "painted")])
    assert told.shape == (3, 3)
    assert told.argmax(axis=1).tolist() == [ENTAILED, CONTRADICTED, NEUTRAL]
    assert told.sum(axis=1) == pytest.approx(1)
    assert told.max(axis=1).min() > 0.95
    assert model.score([]).shape == (0, 3)


def test_a_pair_gets_the_same_alone_and_in_company(untaught, tmp_path):
    dice = toy.random.Random(3)
    pairs = [(premise, hypothesis) for premise, hypothesis, _ in toy.pairs(dice, 60)]
    pairs += [(" ".join([premise] * 5), hypothesis) for premise, hypothesis in pairs[:9]] + [("", "A."), ("A.", "")]
    together = untaught.score(pairs)
    assert np.ptp(together[:, 0]) > 0.01  # pairs differ at all
    alone = np.concatenate([untaught.score([pair]) for pair in pairs])
    assert np.abs(together - alone).max() < 1e-5
    assert np.abs(together[::-1] - untaught.score(pairs[::-1])).max() == 0
    small = EntailmentModel(str(toy.saved(tmp_path / "twin")), tokens=64)
    assert np.abs(together - small.score(pairs)).max() < 1e-5


def test_threads_get_their_own_answers(untaught):
    pairs = [[(PREMISE, f"The mayor {verb} the school {n} times.") for n in range(20)] for verb in ("shut", "opened")]
    expected = [untaught.score(part) for part in pairs]
    wrong = []

    def work(number):
        for _ in range(10):
            if not np.array_equal(untaught.score(pairs[number % 2]), expected[number % 2]):
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_long_premise_is_cut_and_a_hypothesis_never(untaught):
    hypothesis = "The council shut the harbour."
    filler = "The mayor painted the school. " * 20
    one, other, shorter = untaught.score(
        [(filler + end, hypothesis) for end in ("", "The owner shut the gate. " * 5000)] + [(filler[:200], hypothesis)]
    )
    assert one == pytest.approx(other, abs=1e-6)
    assert not np.array_equal(one, shorter)
    (other,) = untaught.score([(filler, "The council opened the harbour.")])
    assert not np.array_equal(one, other)
    long = untaught.score([(PREMISE, filler), (PREMISE, "x" * 100_000), (filler * 100, filler * 100), (PREMISE, "A.")])
    assert np.isnan(long[:3]).all()
    assert not np.isnan(long[3]).any()


def test_a_model_of_robertas_kind_begins_to_count_behind_its_padding(tmp_path):
    from transformers import RobertaConfig, RobertaForSequenceClassification

    words = toy.tokenizer(longest=10**30)
    config = RobertaConfig(
        vocab_size=400, hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=40, pad_token_id=words.pad_token_id, type_vocab_size=2, id2label=dict(enumerate(toy.LABELS)),
    )  # fmt: skip
    RobertaForSequenceClassification(config).save_pretrained(tmp_path)
    words.save_pretrained(tmp_path)
    told = EntailmentModel(str(tmp_path)).score([("The mayor shut the school. " * 50, "The mayor shut it.")])
    assert not np.isnan(told).any()


@pytest.mark.parametrize("labels", [("entailment", "not_entailment"), ("Not-Entailment", "ENTAILMENT")])
def test_two_labels_tell_entailment_from_all_else(tmp_path, labels):
    model = EntailmentModel(str(toy.saved(tmp_path, toy.model(labels))))
    mirrored = EntailmentModel(str(tmp_path), labels="not_entailment,entailment")
    told, other = (found.score([(PREMISE, "The mayor shut it.")])[0] for found in (model, mirrored))
    assert told[CONTRADICTED] == other[CONTRADICTED] == 0
    assert told.sum() == pytest.approx(1)
    same = labels[1] == "ENTAILMENT"
    assert (told if same else told[[1, 0, 2]]) == pytest.approx(other)


def test_labels_without_names_are_refused_with_the_way_out(tmp_path):
    toy.saved(tmp_path, toy.model(("LABEL_0", "LABEL_1", "LABEL_2")))
    field, said = refused(tmp_path)
    assert field == "entailment"
    assert "LABEL_0, LABEL_1, LABEL_2" in said
    assert "--entailment-labels contradiction,neutral,entailment" in said
    named = EntailmentModel(str(tmp_path), labels="contradiction, neutral, entailment")
    twin = EntailmentModel(str(toy.saved(tmp_path / "twin")))
    assert np.array_equal(*(found.score([(PREMISE, "The mayor shut it.")]) for found in (named, twin)))


@pytest.mark.parametrize(
    "given", ["entailment,neutral", "entailment,neutral,neutral", "a,b,c", "neutral,x,contradiction"]
)
def test_labels_that_cannot_be_are_told(folder, given):
    field, said = refused(folder, labels=given)
    assert field == "entailment_labels"
    assert given in said


@pytest.mark.parametrize(
    "labels",
    [("positive", "negative"), ("neutral", "contradiction"), ("entailment",), ("entailment", "entails", "neutral")],
)
def test_models_of_something_else_are_refused(tmp_path, labels):
    field, said = refused(toy.saved(tmp_path, toy.model(labels)))
    assert field == "entailment"
    assert ", ".join(labels) in said


def test_pickled_weights_are_refused(tmp_path):
    import torch

    made = toy.model()
    toy.saved(tmp_path, made)
    (tmp_path / "model.safetensors").unlink()
    torch.save(made.state_dict(), tmp_path / "pytorch_model.bin")
    assert "safetensors" in refused(tmp_path)[1]
    (tmp_path / "other.safetensors").write_bytes(b"")  # not what the model's weights are looked for in
    assert "can't be loaded" in refused(tmp_path)[1]


def test_a_model_without_a_classifier_is_refused(tmp_path):
    made = toy.model()
    made.bert.save_pretrained(tmp_path)
    toy.tokenizer().save_pretrained(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**config, "id2label": dict(enumerate(toy.LABELS))}))
    assert "no classifier" in refused(tmp_path)[1]


def test_code_that_comes_with_a_model_is_not_run(tmp_path):
    toy.saved(tmp_path / "model")
    (tmp_path / "model" / "mine.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    config = json.loads((tmp_path / "model" / "config.json").read_text())
    mine = {"AutoConfig": "mine.Config", "AutoModelForSequenceClassification": "mine.Model"}
    for changed in ({}, {"model_type": "mine"}):
        (tmp_path / "model" / "config.json").write_text(json.dumps({**config, "auto_map": mine, **changed}))
        if changed:
            assert "can't be loaded" in refused(tmp_path / "model")[1]
        else:
            EntailmentModel(str(tmp_path / "model"))
    assert not (tmp_path / "ran").exists()


def test_broken_and_missing_folders_are_told(tmp_path):
    assert "no folder" in refused(tmp_path / "nowhere")[1]
    assert "no folder" in refused("./nowhere")[1]
    assert "safetensors" in refused(tmp_path)[1]
    toy.saved(tmp_path)
    assert "no folder" in refused(tmp_path / "config.json")[1]
    (tmp_path / "model.safetensors").write_bytes(b"broken")
    assert "can't be loaded" in refused(tmp_path)[1]


def test_it_stops_when_the_caller_leaves(model):
    deadline = Deadline()
    deadline.cancel()
    with pytest.raises(Cancelled):
        model.score([(PREMISE, "The mayor shut it.")], deadline)


DOCUMENTS = [
    Document(id="a", text="The council shut the harbour. A choir sang in the hall."),
    Document(id="b", text="The mayor painted the old harbour gate on the island. Nobody was hurt."),
    Document(id="c", text="The owner opened the tower behind the town hall."),
]
DRAFT = (
    "The council closed the harbour. The mayor reopened the old harbour gate on the island. "
    "The owner closed the tower behind the town hall. The council shut the harbour."
)
OPTIONS = SummaryOptions(language_code="en")


@pytest.fixture(scope="module")
def judging(folder):
    process = ServerProcess("--entailment", str(folder))
    yield process
    assert process.stop() == 0


def test_a_server_judges_by_it(judging, server, folder):
    with Client(server.target) as client:
        plain = client.attribute(DRAFT, DOCUMENTS, OPTIONS)
    with Client(judging.target) as client:
        found = client.attribute(DRAFT, DOCUMENTS, OPTIONS)
        assert client.attribute(DRAFT, DOCUMENTS[::-1], OPTIONS).sentences == found.sentences
        info = client.info()
    assert [s.verdict.name for s in plain.sentences] == ["PARTIAL", "SUPPORTED", "SUPPORTED", "SUPPORTED"]
    assert [s.verdict.name for s in found.sentences] == ["SUPPORTED", "PARTIAL", "CONTRADICTED", "SUPPORTED"]
    assert (plain.trace.entailment, found.trace.entailment) == ("", "toy-nli")
    lowered, contradicted = (found.sentences[place].findings for place in (1, 2))
    assert [finding.gate for finding in (*lowered, *contradicted)] == [Gate.ENTAILMENT] * 2
    assert (contradicted[0].instead, contradicted[0].document_id) == (DOCUMENTS[2].text, "c")
    (model,) = (model for model in info.models if model.role == "entailment")
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    assert model.checksum == hashlib.sha256(f"{digest}  model.safetensors\n".encode()).hexdigest()
    assert (model.name, model.license) == ("toy-nli", "")


def test_nothing_but_the_log_stands_on_standard_error(judging):
    assert all(" INFO " in line for line in judging.log), judging.log


def test_the_command_line_judges_by_it_in_process(folder, tmp_path):
    (tmp_path / "c.txt").write_text(DOCUMENTS[2].text)
    draft = b"The owner closed the tower behind the town hall. The owner whitewashed the tower behind the town hall."
    done = conspectus("attribute", "-", tmp_path / "c.txt", stdin=draft, CONSPECTUS_ENTAILMENT=str(folder), timeout=120)
    text = " ".join(done.stdout.decode().split())
    assert f"entailment: [1] has “{DOCUMENTS[2].text}”" in text
    assert "entailment: no source says so, as the entailment model reads them" in text
    assert done.stderr.decode().splitlines() == ["conspectus: no --server given, working in process"]
    done = CliRunner().invoke(main, ["info"], env={"CONSPECTUS_ENTAILMENT": str(folder)})
    assert re.search(r"^entailment: toy-nli [0-9a-f]{12}$", done.stdout, re.MULTILINE)


def test_a_server_does_not_start_with_a_model_that_it_cannot_use(tmp_path):
    toy.saved(tmp_path, toy.model(("LABEL_0", "LABEL_1")))
    done = conspectus(
        "serve", "--listen", "127.0.0.1:0", "--entailment", tmp_path, "--entailment-labels", "yes,no", timeout=120
    )
    assert done.returncode == 67
    assert done.stderr.decode().splitlines()[-1].startswith("conspectus: entailment_labels: 'yes,no' ")
    assert "Traceback" not in done.stderr.decode()


def test_a_summary_loads_no_model():
    done = conspectus("summarize", DATA / "ferry.jsonl", CONSPECTUS_ENTAILMENT="/nowhere", timeout=120)
    assert done.returncode == 0


def test_the_toy_model_knows_its_language(model):
    premises, hypotheses, places = zip(*toy.pairs(toy.random.Random(1), 300), strict=True)
    told = model.score(list(zip(premises, hypotheses, strict=True))).argmax(axis=1)
    columns = {"entailment": ENTAILED, "neutral": NEUTRAL, "contradiction": CONTRADICTED}
    assert told.tolist() == [columns[toy.LABELS[place]] for place in places]
