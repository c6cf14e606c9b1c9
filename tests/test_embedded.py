import json
import subprocess
import sys

import numpy as np
import pytest
from conftest import DATA, ROOT
from conspectus.deadline import Deadline
from conspectus.shipped import checksum, models_dir
from conspectus.stages.embed import embed


@pytest.fixture(scope="module")
def cosine(engine):
    def run(one: str, other: str) -> float:
        vectors = engine.words.encode([one, other])
        return float(vectors[0] @ vectors[1])

    return run


def test_vectors_are_unit_and_their_company_does_not_matter(engine):
    texts = ["A ferry ran aground.", "", "渡轮搁浅", "Паром сел на мель", "ferry 🛟", "🛟"]
    vectors = engine.words.encode(texts)
    assert vectors.shape == (6, engine.words.dimension)
    assert vectors.dtype == np.float32
    lengths = np.linalg.norm(vectors, axis=1)
    assert np.allclose(lengths[[0, 2, 3, 4]], 1, atol=1e-5)
    assert lengths[1] == lengths[5] == 0  # no word in it
    for text, vector in zip(texts, vectors, strict=True):
        assert np.array_equal(engine.words.encode([text])[0], vector)


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ru", "zh"])
def test_sentences_of_any_language_are_far_from_one_another_on_the_whole(engine, tokens, language):
    lines = map(json.loads, (DATA / "lines.jsonl").read_text(encoding="utf-8").splitlines())
    prose = [line["text"] for line in lines if line["language"] == language and not line["furniture"]]
    assert len(prose) > 20
    vectors = embed([], tokens(*prose, language=language), engine, Deadline())
    assert np.median((vectors @ vectors.T)[np.triu_indices(len(vectors), 1)]) < 0.3


def test_meaning_is_near_and_the_rest_is_far(cosine):
    same = cosine("The ferry ran aground off the island.", "A boat hit rocks near the isle.")
    other = cosine("The ferry ran aground off the island.", "Consumer prices rose by three percent.")
    assert same > 0.4 > 0.2 > other


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        ("Паром сел на мель у острова", "Паромы сели на мель", "Цены выросли на три процента"),
        ("渡轮在岛附近搁浅", "渡轮在附近搁浅", "物价上涨百分之三"),
        ("フェリーが島の近くで座礁した", "フェリーの座礁", "物価が三パーセント上昇"),
        ("ναυάγιο του πλοίου στο νησί", "το πλοίο στο νησί", "αύξηση τιμών τροφίμων"),
        ("العبارة جنحت قرب الجزيرة", "جنحت العبارة", "ارتفعت الأسعار أمس"),
        ("नाव द्वीप के पास फँस गई", "नाव फँस गई", "कीमतें तीन प्रतिशत बढ़ीं"),
        ("המעבורת עלתה על שרטון", "המעבורת על שרטון", "המחירים עלו אתמול"),
    ],
)
def test_scripts_that_the_table_does_not_know_do_not_collapse(cosine, one, same, other):
    assert cosine(one, same) > 0.3
    assert cosine(one, other) < 0.25
    assert cosine(one, same) > cosine(one, other) + 0.2


def test_the_files_are_small_safe_and_as_the_card_says():
    folder = models_dir() / "minilm-static"
    config = json.loads((folder / "config.json").read_text())
    assert sum(path.stat().st_size for path in folder.iterdir()) < 10_000_000
    assert {path.suffix for path in folder.iterdir()} <= {".npy", ".json", ".md"}
    card = (folder / "CARD.md").read_text()
    for name, digest in config["sha256"].items():
        import hashlib

        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        assert digest in card
    assert config["license"] in card
    assert "scripts/distill_encoder.py" in card


def test_a_changed_file_changes_the_checksum(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    before = checksum(tmp_path)
    (tmp_path / "a.json").write_text("{ }")
    assert checksum(tmp_path) != before


def test_it_loads_without_torch():
    code = "import sys; from conspectus.engine import Engine; Engine().encoder.encode(['a']); print('torch' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "service", capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
