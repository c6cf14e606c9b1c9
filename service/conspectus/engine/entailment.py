"""A model of entailment: whether a reader of one text would say that another is true (Dagan et al. 2005).

Any classifier of pairs of texts that transformers can load will do, whether it tells entailment, neutral and
contradiction (SNLI, Bowman et al. 2015; MultiNLI, Williams et al. 2018), or entailment from all else (DocNLI, Yin et
al. 2021; MiniCheck, Tang et al. 2024). torch and transformers are imported when a model is loaded, never before.
"""

import functools
import os
import re
import threading
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from conspectus.deadline import Deadline
from conspectus.engine.asking import asking
from conspectus.engine.batcher import Batcher
from conspectus.engine.devices import place, replicas
from conspectus.engine.loading import SAFE, called, folder_of, libraries, loading, longest
from conspectus.errors import InvalidRequest
from conspectus.settings import Settings
from conspectus.shipped import checksum
from conspectus.types import Model
from conspectus.typography import well_formed

# The columns of what a model tells; where a label is all that is not entailment, none is known of contradiction.
COLUMNS = {"entailment": 0, "neutral": 1, "not_entailment": 1, "contradiction": 2}
TOKENS = 2048  # of a batch, padding included: 4 pairs of 512; a model of 110 million weights takes 115 MB for it
CHUNK = 512  # pairs that are made tokens at once
CHARACTERS = 20  # a token at most, as far as a long text is looked at

Encoded = dict[str, list[int]]  # what the model reads of a pair


def load_entailment(settings: Settings) -> "EntailmentModel | None":
    """The model that the settings name, if they name one; raises as EntailmentModel does."""
    if not settings.entailment:
        return None
    return EntailmentModel(
        settings.entailment, labels=settings.entailment_labels, device=settings.device, dtype=settings.dtype
    )


class EntailmentModel:
    """A model that is loaded from a folder, or by its id from the hub or its cache. Shared by threads, whose pairs meet
    in its batches. `device` and `dtype` are as `devices.place` takes them.

    `labels` tell what its labels stand for, in their order and with commas between them, where their names do not;
    `tokens` are the most of a batch, padding included. Raises MissingExtra without torch or transformers,
    and InvalidRequest, with the name of the setting, for a model that can't be loaded or has other labels.
    """

    def __init__(
        self, name: str, *, labels: str = "", device: str = "cpu", dtype: str = "float32", tokens: int = TOKENS
    ) -> None:
        self._torch, transformers = libraries("an entailment model")
        placed = place(self._torch, device, dtype, max(1, os.cpu_count() or 1))
        self._lock = threading.Lock()  # a tokenizer that cuts has a state
        with loading("entailment", name):
            folder = folder_of("entailment", name)
            self._tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **SAFE)
            loaded, report = transformers.AutoModelForSequenceClassification.from_pretrained(
                folder, use_safetensors=True, output_loading_info=True, **SAFE
            )
            if missing := sorted(report["missing_keys"]):
                raise InvalidRequest.of("entailment", f"'{name}' is no classifier: it has no {', '.join(missing)}")
            self._columns = _columns(name, loaded.config.id2label, labels)
            self._longest = min(tokens, longest(self._tokenizer, loaded))
            if placed.on_cpu:
                self._torch.set_num_threads(1)  # each replica is a thread of its own, which is faster than sharing
            models = replicas(self._torch, loaded.eval(), placed)
            runs = [functools.partial(self._run, model, at) for model, at in zip(models, placed.devices, strict=True)]
            self._batcher: Batcher[Encoded, np.ndarray] = Batcher(runs, tokens)
            self.model = Model(called(folder, name), "entailment", "", checksum(folder, "*.safetensors"))
            self.score([("Ready.", "Ready."), ("The model is ready.", "It is.")])

    def score(self, pairs: Sequence[tuple[str, str]], deadline: Deadline | None = None) -> np.ndarray:
        """The probabilities of entailment, neutral and contradiction of n pairs of premise and hypothesis, (n, 3).

        A premise is cut where the model can't read as much; a hypothesis never: one that takes more than half of what
        the model reads gets nan. Raises DeadlineExceeded or Cancelled between batches.
        """
        clean = [(well_formed(premise), well_formed(hypothesis)) for premise, hypothesis in pairs]
        ordered = sorted(set(clean), key=lambda pair: (len(pair[0]) + len(pair[1]), pair))
        found: dict[tuple[str, str], np.ndarray] = {}
        for start in range(0, len(ordered), CHUNK):
            chunk = ordered[start : start + CHUNK]
            found.update(zip(chunk, self._score(chunk, deadline or Deadline()), strict=True))
        return np.array([found[pair] for pair in clean], dtype=np.float32).reshape(-1, 3)

    def close(self) -> None:
        """Let the workers end."""
        self._batcher.close()

    def _score(self, pairs: Sequence[tuple[str, str]], deadline: Deadline) -> np.ndarray:
        who, told = asking.get(), np.full((len(pairs), 3), np.nan, dtype=np.float32)
        with self._batcher.admitted(sum(len(text.encode()) for pair in pairs for text in pair)):
            places, encoded = self._encode(pairs)
            lengths = [len(one["input_ids"]) for one in encoded]
            scores = self._batcher.run(encoded, lengths, deadline, who.caller, who.priority)
        for place_of, score in zip(places, scores, strict=True):
            told[place_of] = score
        return told

    def _encode(self, pairs: Sequence[tuple[str, str]]) -> tuple[list[int], list[Encoded]]:
        """The places of the pairs that can be read, and what the model reads of each."""
        most = CHARACTERS * self._longest
        with self._lock:
            alone = self._tokenizer([pair[1][:most] for pair in pairs], add_special_tokens=False, verbose=False)
            fit = [
                place
                for place, ids in enumerate(alone["input_ids"])
                if len(pairs[place][1]) <= most and 2 * len(ids) <= self._longest
            ]
            if not fit:
                return [], []
            encoded = self._tokenizer(
                [pairs[place][0][:most] for place in fit],
                [pairs[place][1] for place in fit],
                truncation="only_first",
                max_length=self._longest,
                verbose=False,
            )
        return fit, [{key: encoded[key][number] for key in encoded} for number in range(len(fit))]

    def _run(self, model: Any, device: str, batch: Sequence[Encoded]) -> list[np.ndarray]:
        """The probabilities of one batch, (3,) each."""
        padded = self._tokenizer.pad(list(batch), return_tensors="pt").to(device)
        with self._torch.inference_mode():
            labels = model(**padded).logits.float().softmax(dim=-1).cpu().numpy()  # (n, labels)
        told = np.zeros((len(batch), 3), dtype=np.float32)
        told[:, self._columns] = labels
        return list(told)


def kind_of(label: str) -> str:
    """Which of COLUMNS a model's label is by its name, in whatever case and with whatever around it; "" if none."""
    name = label.lower()
    if re.search(r"no[tn]?[^a-z]*entail", name):
        return "not_entailment"
    stems = {"entail": "entailment", "neutral": "neutral", "contradict": "contradiction"}
    return next((kind for stem, kind in stems.items() if stem in name), "")


def _columns(name: str, id2label: Mapping[int, str], given: str) -> list[int]:
    """The column of each of a model's labels. Raises InvalidRequest if it isn't known."""
    labels = [id2label[number] for number in sorted(id2label)]
    kinds = [kind_of(label) for label in (given.split(",") if given else labels)]
    columns = {COLUMNS[kind] for kind in kinds if kind}
    if len(labels) == len(kinds) == len(columns) and len(labels) > 1 and COLUMNS["entailment"] in columns:
        return [COLUMNS[kind] for kind in kinds]
    wanted = "entailment, neutral and contradiction, or entailment and not_entailment"
    if given:
        what = f"'{given}' is not what the {len(labels)} labels of '{name}' ({', '.join(labels)}) can stand for"
        raise InvalidRequest.of("entailment_labels", f"{what}: name each of them, in this order, as {wanted}")
    what = f"the labels of '{name}' are {', '.join(labels)}, not {wanted}"
    way = "say what they stand for, in this order: --entailment-labels contradiction,neutral,entailment"
    raise InvalidRequest.of("entailment", f"{what}. If that is what it tells, {way}")
