"""A causal language model that writes: one taught to chat, by its own template, or one that goes on from examples."""

import os
from collections.abc import Generator, Sequence
from typing import Any

from conspectus.deadline import Deadline
from conspectus.engine.asking import asking
from conspectus.engine.batcher import Batcher
from conspectus.engine.decoder import Decoder, Prompt
from conspectus.engine.devices import place, replicas
from conspectus.engine.loading import SAFE, called, folder_of, libraries, loading, revision
from conspectus.engine.prompts import completion, messages
from conspectus.engine.writer import Passage, Scope, prose
from conspectus.shipped import checksum
from conspectus.types import Model
from conspectus.typography import well_formed

# Sequences under way on one replica. A processor gains little beyond it, since what all of them read is one matrix.
SLOTS_CPU, SLOTS_GPU = 16, 128
SPARE = 16  # tokens that a sentence may have beyond a quarter more than the one it is made of
PREFILL = 8  # tokens of a prompt that take as long as one that is written
HANGING = 24 * 3600.0  # seconds: a decoder watches itself, and a long text beside others takes what it takes
READY = Passage(("The model is ready.",), 8)

Ids = list[int]


class ChatWriter:
    """A writer of sentences. Shared by threads, whose sentences meet in its batches; it decodes greedily.

    `name` is a folder or an id, `device` and `dtype` as `devices.place` takes them. Raises MissingExtra without torch
    or transformers, and InvalidRequest, with the name of the setting, for a model that can't be loaded.
    """

    scope = Scope.SENTENCE

    def __init__(self, name: str, *, device: str = "auto", dtype: str = "auto", seed: int = 0) -> None:
        torch, transformers = libraries("a writer")
        self.seed = seed
        placed = place(torch, device, dtype, max(1, os.cpu_count() or 1), writes=True)
        with loading("writer", name):
            folder = folder_of("writer", name)
            self._tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **SAFE)
            loaded = transformers.AutoModelForCausalLM.from_pretrained(
                folder, use_safetensors=True, attn_implementation="sdpa", **SAFE
            ).eval()
            weights = checksum(folder, "*.safetensors")
            self.model = Model(called(folder, name), "writer", "", weights, revision(folder, weights))
            marks = {*self._tokenizer.all_special_tokens, *self._tokenizer.get_added_vocab()}
            self._foreign = sorted(marks, key=lambda mark: (-len(mark), mark))
            self._chats, self._knows_system = _template(self._tokenizer)
            generation = self._generation(transformers, loaded)
            if placed.on_cpu:
                torch.set_num_threads(1)  # each replica is a thread of its own, which is faster than sharing
            self._decoders = [
                Decoder(model, generation, on_cpu=placed.on_cpu) for model in replicas(torch, loaded, placed)
            ]
            self._longest = self._decoders[0].longest
            slots = SLOTS_CPU if placed.on_cpu else SLOTS_GPU
            workers = [decoder.generate for decoder in self._decoders for _ in range(slots)]
            self._batcher: Batcher[Prompt, Ids] = Batcher(workers, tokens=1, hanging=HANGING)
            for decoder in self._decoders:
                decoder.generate([self._prompt(READY, Deadline())])

    def write(self, passages: Sequence[Passage], deadline: Deadline) -> Generator[str]:
        """See `writer.Writer`."""
        who = asking.get()
        with self._batcher.admitted(sum(len(text.encode("utf-8", "replace")) for p in passages for text in p.texts)):
            prompts = [self._prompt(passage, deadline) for passage in passages]
            costs = [len(prompt.ids) // PREFILL + prompt.most for prompt in prompts]
            for ids in self._batcher.each(prompts, costs, deadline, who.caller, who.priority):
                yield prose(self._tokenizer.decode(ids, skip_special_tokens=True)) if ids else ""

    def close(self) -> None:
        """Let the workers and the models end."""
        self._batcher.close()
        for decoder in self._decoders:
            decoder.close()

    def _prompt(self, passage: Passage, deadline: Deadline) -> Prompt:
        """The tokens of a passage, with as many of its texts as the model reads. Its own, if that is too long, is left
        to the decoder to refuse.
        """
        texts = [well_formed(text) for text in passage.texts]
        own = len(self._tokenizer(texts[0], add_special_tokens=False)["input_ids"])
        most = own + own // 4 + SPARE
        for count in range(len(texts), 0, -1):
            ids = self._ids(Passage(tuple(texts[:count]), passage.words))
            if len(ids) + most <= self._longest:
                break
        return Prompt(ids, most, deadline)

    def _ids(self, passage: Passage) -> Ids:
        if not self._chats:
            return list(self._tokenizer(completion(passage, self._foreign))["input_ids"])
        told = messages(passage, self._foreign)
        if not self._knows_system:
            told = [{"role": "user", "content": "\n\n".join(message["content"] for message in told)}]
        text = self._tokenizer.apply_chat_template(
            told, tokenize=False, add_generation_prompt=True, enable_thinking=False
        )
        return list(self._tokenizer(text, add_special_tokens=False)["input_ids"])

    def _generation(self, transformers: Any, model: Any) -> Any:
        """Greedy decoding up to what ends a turn, or, of a model without turns, a line."""
        told = model.generation_config.eos_token_id
        ends = {self._tokenizer.eos_token_id, *(told if isinstance(told, list) else [told])} - {None}
        if not self._chats:
            tokens = self._tokenizer.get_vocab()
            ends |= {n for n in tokens.values() if "\n" in self._tokenizer.decode([n])}
        padding = self._tokenizer.pad_token_id
        return transformers.GenerationConfig(
            do_sample=False, eos_token_id=sorted(ends), pad_token_id=min(ends) if padding is None else padding
        )


def _template(tokenizer: Any) -> tuple[bool, bool]:
    """Whether a tokenizer has a template for chats, and whether that has a place for who the model is to be."""
    if not tokenizer.chat_template:
        return False, False
    told = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello."}]
    try:
        return True, "Be brief." in tokenizer.apply_chat_template(told, tokenize=False)
    except Exception:  # templates refuse what they have no place for, each in its own way
        return True, False
