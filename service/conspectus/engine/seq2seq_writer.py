"""Sequence-to-sequence models that write: LED and PRIMERA, BART, PEGASUS, T5 and their like.

They were taught to make a summary of documents, so they write a paragraph of what the documents say. The documents are
cut evenly to what the encoder reads and joined as the model was taught: PRIMERA (Xiao et al. 2022) has a mark between
documents, to which LED (Beltagy et al. 2020) attends from everywhere; T5 is told what to do before the text.
"""

import copy
import functools
import os
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from conspectus.deadline import Deadline
from conspectus.engine.asking import asking
from conspectus.engine.batcher import Batcher, Run
from conspectus.engine.devices import fitting, place, replicas
from conspectus.engine.loading import SAFE, USUAL, called, folder_of, libraries, loading, revision
from conspectus.engine.writer import Passage, Scope, prose
from conspectus.errors import Cancelled, DeadlineExceeded
from conspectus.shipped import checksum
from conspectus.types import Model
from conspectus.typography import count_words, well_formed

TOKENS_CPU, TOKENS_GPU = 4096, 65536  # of a batch, read and written, padding included
HANGING = 600.0  # seconds that a batch may take: sixteen thousand tokens are read at once, on a processor too
BETWEEN = "<doc-sep>"  # PRIMERA's mark
SPARE = 1.25  # tokens that may be written for each that so many words of the documents have
LEAST = 16  # of them
READY = Passage(("The model is ready.", "It is."), 8)

Ids = list[int]


@dataclass(frozen=True, slots=True)
class _Text:
    """The tokens of documents, of which at most `most` are to be made while `deadline` is not over."""

    ids: Ids
    most: int
    deadline: Deadline

    def is_given_up(self) -> bool:
        try:
            self.deadline.check()
        except (Cancelled, DeadlineExceeded):
            return True
        return False


class Seq2SeqWriter:
    """A writer of paragraphs. Shared by threads, whose passages meet in its batches; it decodes greedily.

    `name` is a folder or an id, `device` and `dtype` as `devices.place` takes them. Raises MissingExtra without torch
    or transformers, and InvalidRequest, with the name of the setting, for a model that can't be loaded.
    """

    scope = Scope.PARAGRAPH

    def __init__(self, name: str, *, device: str = "auto", dtype: str = "auto", seed: int = 0) -> None:
        self._torch, self._transformers = libraries("a writer")
        self.seed = seed
        placed = place(self._torch, device, dtype, max(1, os.cpu_count() or 1), writes=True)
        with loading("writer", name):
            folder = folder_of("writer", name)
            self._tokenizer = self._transformers.AutoTokenizer.from_pretrained(folder, **SAFE)
            loaded = self._transformers.AutoModelForSeq2SeqLM.from_pretrained(folder, use_safetensors=True, **SAFE)
            weights = checksum(folder, "*.safetensors")
            self.model = Model(called(folder, name), "writer", "", weights, revision(folder, weights))
            self._longest = _longest(self._tokenizer, loaded.config)
            self._before = _before(loaded.config)
            self._opening, self._ending = _around(self._tokenizer)
            known = self._tokenizer.get_vocab()
            self._between = [known[BETWEEN]] if BETWEEN in known else self._ids("\n")
            self._attends_globally = "attention_window" in vars(loaded.config)
            self._generation = _greedy(loaded.generation_config)
            if placed.on_cpu:
                self._torch.set_num_threads(1)  # each replica is a thread of its own, which is faster than sharing
            models = replicas(self._torch, loaded.eval(), placed)
            runs = [functools.partial(self._run, model, at) for model, at in zip(models, placed.devices, strict=True)]
            for run in runs:
                run([self._text(READY, Deadline())])
            full = functools.partial(self._full, runs)
            tokens = TOKENS_CPU if placed.on_cpu else fitting(self._torch, TOKENS_GPU, full)
            self._batcher: Batcher[_Text, Ids] = Batcher(runs, tokens, hanging=HANGING)

    def write(self, passages: Sequence[Passage], deadline: Deadline) -> Generator[str]:
        """See `writer.Writer`."""
        who = asking.get()
        with self._batcher.admitted(sum(len(text.encode("utf-8", "replace")) for p in passages for text in p.texts)):
            texts = [self._text(passage, deadline) for passage in passages]
            costs = [len(text.ids) + text.most for text in texts]
            for ids in self._batcher.each(texts, costs, deadline, who.caller, who.priority):
                yield prose(self._tokenizer.decode(ids, skip_special_tokens=True)) if ids else ""

    def close(self) -> None:
        """Let the workers end."""
        self._batcher.close()

    def _full(self, runs: Sequence[Run[_Text, Ids]], tokens: int) -> None:
        """Runs a batch of as many tokens as one may have, on each device."""
        text = self._text(Passage(("The model is ready. " * self._longest,), 8), Deadline())
        for run in runs:
            run([text] * max(1, tokens // len(text.ids)))

    def _ids(self, text: str) -> Ids:
        return list(self._tokenizer(text, add_special_tokens=False)["input_ids"])

    def _text(self, passage: Passage, deadline: Deadline) -> _Text:
        """The documents of a passage, cut evenly and joined."""
        marks = sorted(self._tokenizer.get_added_vocab(), key=len, reverse=True)
        documents = [self._ids(_plain(text, marks)) for text in passage.texts]
        before = self._ids(self._before)
        marks_of_text = len(self._opening) + len(self._ending) + len(self._between) * (len(documents) - 1)
        room = self._longest - len(before) - marks_of_text
        kept = evenly([len(ids) for ids in documents], room)
        joined = [*self._opening, *before]
        for number, (ids, size) in enumerate(zip(documents, kept, strict=True)):
            joined += [*(self._between if number else []), *ids[:size]]
        a_word = sum(map(len, documents)) / max(1, sum(map(count_words, passage.texts)))
        return _Text([*joined, *self._ending], LEAST + round(SPARE * a_word * passage.words), deadline)

    def _run(self, model: Any, device: str, batch: Sequence[_Text]) -> list[Ids]:
        """What is written for each text of a batch."""
        torch = self._torch
        padded = self._tokenizer.pad({"input_ids": [text.ids for text in batch]}, return_tensors="pt").to(device)
        if self._attends_globally:
            marks = torch.zeros_like(padded["attention_mask"])
            marks[:, 0] = 1
            for mark in self._between:
                marks |= (padded["input_ids"] == mark).long()
            padded["global_attention_mask"] = marks
        with torch.inference_mode():
            written = model.generate(
                **padded,
                generation_config=self._generation,
                max_new_tokens=max(text.most for text in batch),
                stopping_criteria=[_Stop(torch, batch)],
            )
        return [row[: text.most + 1] for row, text in zip(written.tolist(), batch, strict=True)]


class _Stop:
    """Ends each text of a batch where it has as many tokens as it may, or where nobody waits for it any more."""

    def __init__(self, torch: Any, batch: Sequence[_Text]) -> None:
        self._torch, self._batch = torch, batch

    def __call__(self, ids: Any, scores: Any, **given: Any) -> Any:
        """Which of the texts, whose tokens are `ids`, (n, t), are at their end, (n,)."""
        ended = [ids.shape[1] > text.most or text.is_given_up() for text in self._batch]
        return self._torch.tensor(ended, device=ids.device)


def evenly(sizes: Sequence[int], room: int) -> list[int]:
    """How much of each of some sizes goes into a room: all have the same share, and what one does not need is the
    others'.
    """
    kept = [0] * len(sizes)
    left = max(0, room)
    for count, place_of in zip(range(len(sizes), 0, -1), sorted(range(len(sizes)), key=sizes.__getitem__), strict=True):
        kept[place_of] = min(sizes[place_of], left // count)
        left -= kept[place_of]
    return kept


def _plain(text: str, marks: Sequence[str]) -> str:
    """A text without what a model takes for a mark of its own."""
    text = well_formed(text)
    for mark in marks:
        text = text.replace(mark, " ")
    return text


def _around(tokenizer: Any) -> tuple[Ids, Ids]:
    """The tokens that a model expects before a text and behind it."""
    bare = list(tokenizer("a", add_special_tokens=False)["input_ids"])
    whole = list(tokenizer("a")["input_ids"])
    start = next(n for n in range(len(whole)) if whole[n : n + len(bare)] == bare)
    return whole[:start], whole[start + len(bare) :]


def _longest(tokenizer: Any, config: Any) -> int:
    """How many tokens the encoder reads: as many as the configuration or else the tokenizer tells."""
    for name in ("max_encoder_position_embeddings", "max_position_embeddings", "n_positions"):
        if most := getattr(config, name, None):
            return int(min(most, tokenizer.model_max_length))
    return int(min(tokenizer.model_max_length, USUAL)) if tokenizer.model_max_length < 10**9 else USUAL


def _before(config: Any) -> str:
    """What the model was taught to be told before a text."""
    told = (getattr(config, "task_specific_params", None) or {}).get("summarization") or {}
    return str(told.get("prefix") or ("summarize: " if config.model_type in ("t5", "mt5", "umt5") else ""))


def _greedy(told: Any) -> Any:
    """A model's own way to write, but greedily, from one beam, and no longer than it is asked for."""
    generation = copy.deepcopy(told)
    generation.update(
        do_sample=False,
        num_beams=1,
        early_stopping=False,
        length_penalty=1.0,
        min_length=0,
        min_new_tokens=None,
        max_length=None,
        temperature=1.0,
        top_p=1.0,
        top_k=50,
    )
    return generation
