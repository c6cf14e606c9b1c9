"""Sentence encoders that transformers loads: MiniLM, BGE, E5, GTE and the like, pooled as their own settings say.

The settings are those that sentence-transformers (Reimers & Gurevych 2019) writes beside a model: `modules.json` with
the pooling and what stands behind it, `sentence_bert_config.json` with the longest text, and
`config_sentence_transformers.json` with what is put before a text or a query. A model without them is pooled by the
mean of its tokens.
"""

import functools
import json
import os
import pathlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from conspectus.deadline import Deadline
from conspectus.engine.asking import asking
from conspectus.engine.batcher import Batcher, Run
from conspectus.engine.calibration import Calibration, Encode
from conspectus.engine.devices import fitting, place, replicas
from conspectus.engine.loading import SAFE, called, folder_of, libraries, loading, longest
from conspectus.errors import InvalidRequest
from conspectus.shipped import checksum
from conspectus.types import Model
from conspectus.typography import well_formed

TOKENS_CPU, TOKENS_GPU = 512, 16384  # of a batch, padding included: beyond it a processor gains nothing
CHARACTERS = 20  # a token at most, as far as a long text is looked at
CHUNK = 512  # texts that are made tokens at once
POOLINGS = {
    "pooling_mode_cls_token": "cls",
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_max_tokens": "max",
    "pooling_mode_mean_sqrt_len_tokens": "mean_sqrt_len",
    "pooling_mode_weightedmean_tokens": "weighted_mean",
    "pooling_mode_lasttoken": "last",
}
TEXTS, QUERIES = ("document", "passage", "corpus"), ("query",)  # names of what is put before texts, and queries

Ids = list[int]


class SentenceEncoder:
    """An encoder of whole sentences. Shared by threads, whose sentences meet in its batches.

    `name` is a folder or an id, `device` and `dtype` as `devices.place` takes them, `tokens` the budget of a batch, 0
    for one that suits the device. Raises MissingExtra without torch or transformers, and InvalidRequest, with the name
    of the setting, for a model that can't be loaded or pooled.
    """

    def __init__(self, name: str, *, device: str = "auto", dtype: str = "auto", tokens: int = 0) -> None:
        self._torch, transformers = libraries("a sentence encoder")
        placed = place(self._torch, device, dtype, max(1, os.cpu_count() or 1))
        with loading("encoder", name):
            folder = folder_of("encoder", name)
            self._tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **SAFE)
            loaded = transformers.AutoModel.from_pretrained(folder, use_safetensors=True, **SAFE).eval()
            settings = _Settings(folder)
            self._prompts = settings.prompts
            self._longest = min(settings.longest or longest(self._tokenizer, loaded), longest(self._tokenizer, loaded))
            self._behind = settings.layers(self._torch)
            self._pooling = settings.pooling
            self._tokenizer.padding_side = "right"
            self.model = Model(called(folder, name), "encoder", "", checksum(folder, "*.safetensors"))
            self.device = placed.devices[0]
            models = replicas(self._torch, loaded, placed)
            if placed.on_cpu:
                self._torch.set_num_threads(1)  # each replica is a thread of its own, which is faster than sharing
            self.replicas = [self._runner(model, at) for model, at in zip(models, placed.devices, strict=True)]
            self.budget = tokens or (TOKENS_CPU if placed.on_cpu else fitting(self._torch, TOKENS_GPU, self._full))
            self._batcher: Batcher[Ids, np.ndarray] = Batcher(self.replicas, self.budget)
            self._calibration: Calibration | None = None
            self.dimension = int(self._encoded(["The encoder is ready."], self._prompts["text"], Deadline()).shape[1])

    def calibrate(self, embedded: Encode) -> None:
        """Make the vectors comparable with those of the embedded encoder. Call it before the encoder is shared."""
        before = self._prompts["text"]
        self._calibration = Calibration.of(lambda texts: self._encoded(texts, before, Deadline()), embedded)

    def encode(self, texts: Sequence[str], deadline: Deadline, query: bool = False) -> np.ndarray:
        """Vectors of n texts, or queries, (n, d) float32, at unit length unless they are calibrated; zeros for one
        without a word. A long text is cut. Raises as Batcher.run does.
        """
        vectors = self._encoded(texts, self._prompts["query" if query else "text"], deadline)
        return self._calibration(vectors) if self._calibration and len(vectors) else vectors

    def _encoded(self, texts: Sequence[str], before: str, deadline: Deadline) -> np.ndarray:
        most = CHARACTERS * self._longest
        clean = [well_formed(text)[:most] for text in texts]
        distinct = [text for text in dict.fromkeys(clean) if any(map(str.isalnum, text))]
        who = asking.get()
        with self._batcher.admitted(sum(len(text.encode()) for text in distinct)):
            ids = self.tokens([before + text for text in distinct], deadline)
            found = self._batcher.run(ids, list(map(len, ids)), deadline, who.caller, who.priority)
        vectors = dict(zip(distinct, found, strict=True))
        told = np.zeros((len(clean), len(found[0]) if found else self.dimension), dtype=np.float32)
        for row, text in enumerate(clean):
            if text in vectors:
                told[row] = vectors[text]
        return told

    def close(self) -> None:
        """Let the workers end."""
        self._batcher.close()

    def tokens(self, texts: Sequence[str], deadline: Deadline) -> list[Ids]:
        """The tokens of texts, as many of each as the model reads."""
        found: list[Ids] = []
        for start in range(0, len(texts), CHUNK):
            deadline.check()
            chunk = list(texts[start : start + CHUNK])
            found += self._tokenizer(chunk, truncation=True, max_length=self._longest, verbose=False)["input_ids"]
        return found

    def _full(self, tokens: int) -> None:
        """Runs a batch of as many tokens as one may have, on each device."""
        text = self._tokenizer("a" * CHARACTERS * self._longest, truncation=True, max_length=self._longest)["input_ids"]
        for replica in self.replicas:
            replica([text] * max(1, tokens // len(text)))

    def _runner(self, model: Any, device: str) -> Run[Ids, np.ndarray]:
        return functools.partial(self._run, model, device)

    def _run(self, model: Any, device: str, batch: Sequence[Ids]) -> list[np.ndarray]:
        """The vectors of one batch, (d,) each."""
        torch = self._torch
        padded = self._tokenizer.pad({"input_ids": list(batch)}, return_tensors="pt").to(device)
        with torch.inference_mode():
            tokens = model(**padded).last_hidden_state.float()  # (n, t, d)
            vectors = pool(torch, self._pooling, tokens, padded["attention_mask"])
            for layer in self._behind:
                vectors = layer.to(device)(vectors)
            return list(torch.nn.functional.normalize(vectors, dim=-1).cpu().numpy())


def pool(torch: Any, kinds: Sequence[str], tokens: Any, mask: Any) -> Any:
    """The vectors of n texts, (n, d), of those of their tokens, (n, t, d), where `mask` (n, t) has 1: one kind of
    pooling behind the other.
    """
    held = mask.unsqueeze(-1).to(tokens.dtype)  # (n, t, 1)
    counts = held.sum(1).clamp(min=1)
    rows = torch.arange(len(tokens), device=tokens.device)
    found = []
    for kind in kinds:
        if kind == "cls":
            found.append(tokens[:, 0])
        elif kind == "last":
            found.append(tokens[rows, mask.sum(1) - 1])
        elif kind == "max":
            found.append(tokens.masked_fill(held == 0, float("-inf")).max(1).values)
        elif kind == "weighted_mean":
            weights = held * torch.arange(1, tokens.shape[1] + 1, device=tokens.device)[None, :, None]
            found.append((tokens * weights).sum(1) / weights.sum(1))
        else:
            found.append((tokens * held).sum(1) / (counts if kind == "mean" else counts.sqrt()))
    return torch.cat(found, dim=-1)


class _Settings:
    """What a model's folder says of how to use it."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder
        modules = _json(folder / "modules.json") or []
        self._modules = [(str(one.get("type", "")).rpartition(".")[2], str(one.get("path", ""))) for one in modules]
        limits = _json(folder / "sentence_bert_config.json") or {}
        self.longest: int | None = limits.get("max_seq_length")
        told = _json(folder / "config_sentence_transformers.json") or {}
        prompts = told.get("prompts") or {}
        usual = prompts.get(told.get("default_prompt_name") or "", "")
        self.prompts = {"text": _first(prompts, TEXTS, usual), "query": _first(prompts, QUERIES, usual)}

    @property
    def pooling(self) -> list[str]:
        """The kinds of pooling, the mean where none is told. Raises InvalidRequest for one that is not known."""
        path = next((path for kind, path in self._modules if kind == "Pooling"), None)
        if path is None:
            return ["mean"]
        told = _json(self._folder / path / "config.json") or {}
        modes = told.get("pooling_mode")
        kinds = [modes] if isinstance(modes, str) else [POOLINGS[mode] for mode in POOLINGS if told.get(mode)]
        if unknown := [kind for kind in kinds if kind not in POOLINGS.values()] or not kinds:
            raise InvalidRequest.of("encoder", f"'{self._folder.name}' is pooled in a way that is not known: {unknown}")
        return kinds

    def layers(self, torch: Any) -> list[Any]:
        """The dense layers behind the pooling. Raises InvalidRequest for modules that are not known."""
        found = []
        for kind, path in self._modules:
            if kind == "Dense":
                found.append(_dense(torch, self._folder / path))
            elif kind not in ("Transformer", "Pooling", "Normalize"):
                what = f"'{self._folder.name}' has a module {kind}, which is not known"
                raise InvalidRequest.of("encoder", f"{what}: give a model of Transformer, Pooling, Dense and Normalize")
        return found


def _dense(torch: Any, folder: pathlib.Path) -> Any:
    from safetensors.torch import load_file

    told = _json(folder / "config.json") or {}
    linear = torch.nn.Linear(told["in_features"], told["out_features"], bias=told.get("bias", True))
    linear.load_state_dict(
        {key.removeprefix("linear."): v for key, v in load_file(folder / "model.safetensors").items()}
    )
    activation = str(told.get("activation_function", "torch.nn.modules.linear.Identity")).rpartition(".")[2]
    return torch.nn.Sequential(linear, getattr(torch.nn, activation)()).eval()


def _first(prompts: Mapping[str, str], names: Sequence[str], usual: str) -> str:
    return next((prompts[name] for name in names if name in prompts), usual)


def _json(path: pathlib.Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
