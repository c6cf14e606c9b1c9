"""Small models of real architectures, made when a test needs them: a tokenizer trained on our own samples, and weights
that are random, or taught in seconds to say something. They are saved and loaded as users' models are.
"""

import functools
import pathlib

import torch
import transformers
from conftest import sample
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

STEPS = 500  # at most, for a model to learn something
KNOWN = 0.003  # loss at which a model knows by heart what it is taught
MARKS = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
TEMPLATE = (
    "{% for message in messages %}<|{{ message.role }}|>\n{{ message.content }}</s>\n{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>\n{% endif %}"
)
LAYERS = {
    "vocab_size": 600,
    "bos_token_id": 0,
    "pad_token_id": 1,
    "eos_token_id": 2,
}
DECODER = LAYERS | {
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "head_dim": 16,
    "max_position_embeddings": 2048,
    "tie_word_embeddings": True,
}
ENCODER_DECODER = LAYERS | {
    "d_model": 64,
    "encoder_layers": 2,
    "decoder_layers": 2,
    "encoder_attention_heads": 4,
    "decoder_attention_heads": 4,
    "encoder_ffn_dim": 128,
    "decoder_ffn_dim": 128,
    "decoder_start_token_id": 2,
    "forced_eos_token_id": 2,
}


def tokenizer(marks=(), chat=False, begins="<s>"):
    """A byte-level BPE tokenizer of the samples, with the marks of a family, which ends a text with </s>."""
    made = Tokenizer(models.BPE(unk_token="<unk>"))
    made.normalizer = normalizers.NFC()
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    marks = [*MARKS, *marks, *(["<|system|>", "<|user|>", "<|assistant|>"] if chat else [])]
    trainer = trainers.BpeTrainer(
        vocab_size=600, special_tokens=marks, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    made.train_from_iterator([document.text for document in sample("ferry")], trainer)
    if not chat:
        single = f"{begins} $A </s>" if begins else "$A </s>"
        made.post_processor = processors.TemplateProcessing(
            single=single, special_tokens=[(mark, made.token_to_id(mark)) for mark in ("<s>", "</s>")]
        )
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=made,
        bos_token="<s>",
        eos_token="</s>",
        pad_token="<pad>",
        unk_token="<unk>",
        additional_special_tokens=[mark for mark in marks if mark not in MARKS],
        model_max_length=1024,
    )
    if chat:
        fast.chat_template = TEMPLATE
    return fast


def saved(folder: pathlib.Path, family: str, **changes) -> pathlib.Path:
    """A folder with a model of a family, of random weights that are the same every time, and its tokenizer."""
    kind, config, made = FAMILIES[family]
    with torch.random.fork_rng():
        torch.manual_seed(7)
        model = kind(config(**changes))
    model.save_pretrained(folder)
    made().save_pretrained(folder)
    return folder


def _learnt(folder: pathlib.Path, model, batch) -> pathlib.Path:
    """The folder with the model, once it knows a batch by heart."""
    torch.manual_seed(7)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    model.train()
    for _ in range(STEPS):
        loss = model(**batch).loss
        if loss < KNOWN:
            break
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    model.eval().save_pretrained(folder)
    return folder


def taught(folder: pathlib.Path, pairs) -> pathlib.Path:
    """A sequence-to-sequence model in a folder, taught what to write for some texts, in place."""
    words = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModelForSeq2SeqLM.from_pretrained(folder)
    texts = words([text for text, _ in pairs], padding=True, truncation=True, return_tensors="pt")
    labels = words([told for _, told in pairs], padding=True, return_tensors="pt")["input_ids"]
    labels[labels == words.pad_token_id] = -100
    return _learnt(folder, model, {**texts, "labels": labels})


def taught_to_go_on(folder: pathlib.Path, pairs) -> pathlib.Path:
    """A causal model in a folder, taught what to write behind some prompts, given as tokens, in place."""
    words = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModelForCausalLM.from_pretrained(folder)
    told = [words(text, add_special_tokens=False)["input_ids"] + [words.eos_token_id] for _, text in pairs]
    size = max(len(ids) + len(answer) for (ids, _), answer in zip(pairs, told, strict=True))
    texts = torch.full((len(pairs), size), words.pad_token_id)
    labels = torch.full((len(pairs), size), -100)
    for row, ((ids, _), answer) in enumerate(zip(pairs, told, strict=True)):
        texts[row, : len(ids) + len(answer)] = torch.tensor([*ids, *answer])
        labels[row, len(ids) : len(ids) + len(answer)] = torch.tensor(answer)
    mask = (texts != words.pad_token_id).long()
    return _learnt(folder, model, {"input_ids": texts, "attention_mask": mask, "labels": labels})


FAMILIES = {
    "bart": (
        transformers.BartForConditionalGeneration,
        functools.partial(transformers.BartConfig, max_position_embeddings=256, **ENCODER_DECODER),
        tokenizer,
    ),
    "pegasus": (
        transformers.PegasusForConditionalGeneration,
        functools.partial(
            transformers.PegasusConfig, max_position_embeddings=256, **ENCODER_DECODER | {"decoder_start_token_id": 1}
        ),
        functools.partial(tokenizer, begins=""),
    ),
    "led": (
        transformers.LEDForConditionalGeneration,
        functools.partial(
            transformers.LEDConfig,
            max_encoder_position_embeddings=512,
            max_decoder_position_embeddings=256,
            attention_window=[32, 32],
            **ENCODER_DECODER,
        ),
        functools.partial(tokenizer, marks=["<doc-sep>"]),
    ),
    "t5": (
        transformers.T5ForConditionalGeneration,
        functools.partial(
            transformers.T5Config,
            d_model=64,
            d_kv=16,
            d_ff=128,
            num_layers=2,
            num_heads=4,
            n_positions=256,
            decoder_start_token_id=1,
            **LAYERS,
        ),
        functools.partial(tokenizer, begins=""),
    ),
    "qwen2": (
        transformers.Qwen2ForCausalLM,
        functools.partial(transformers.Qwen2Config, **DECODER),
        functools.partial(tokenizer, chat=True),
    ),
    "llama": (
        transformers.LlamaForCausalLM,
        functools.partial(transformers.LlamaConfig, **DECODER),
        functools.partial(tokenizer, begins="<s>"),
    ),
    "gemma": (
        transformers.GemmaForCausalLM,
        functools.partial(transformers.GemmaConfig, **DECODER),
        functools.partial(tokenizer, chat=True),
    ),
}
