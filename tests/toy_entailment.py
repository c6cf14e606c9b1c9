"""A toy language with an entailment model of its own, made while the tests run: a real BERT, only tiny.

A council does things to a place; what it did decides: two verbs of one kind mean the same, to open is not to shut, and
to paint says nothing of either.
"""

import functools
import itertools
import pathlib
import random

KINDS = {
    "shut": ("closed", "shut", "sealed"),
    "open": ("opened", "unlocked", "reopened"),
    "paint": ("painted", "whitewashed"),
}
WHO = ("council", "mayor", "owner")
WHERE = ("harbour", "school", "old harbour gate on the island", "tower behind the town hall")
BESIDE = ("", "A choir sang in the hall.", "Nobody was hurt.")
VOCABULARY = 400  # more than it has words, so that each is one token
LABELS = ("contradiction", "neutral", "entailment")


def sentence(who, verb, where):
    return f"The {who} {verb} the {where}."


def label(one, other):
    """The place in LABELS of a premise with one verb and a hypothesis with the other."""
    kinds = [next(kind for kind, verbs in KINDS.items() if verb in verbs) for verb in (one, other)]
    return 2 if kinds[0] == kinds[1] else 1 if "paint" in kinds else 0


def pairs(dice, count):
    """Premises, hypotheses, and the places of their labels."""
    verbs = list(itertools.chain(*KINDS.values()))
    for _ in range(count):
        one, other, who, where = dice.choice(verbs), dice.choice(verbs), dice.choice(WHO), dice.choice(WHERE)
        premise = f"{dice.choice(BESIDE)} {sentence(who, one, where)} {dice.choice(BESIDE)}".strip()
        yield premise, sentence(who, other, where), label(one, other)


@functools.cache
def vocabulary():
    """A WordPiece vocabulary of the toy language, trained once: no two trainings need be the same."""
    from tokenizers import BertWordPieceTokenizer

    words = BertWordPieceTokenizer()
    texts = [text for premise, hypothesis, _ in pairs(random.Random(7), 2000) for text in (premise, hypothesis)]
    words.train_from_iterator(texts, vocab_size=VOCABULARY, show_progress=False)
    return words.to_str()


def tokenizer(longest=64):
    """The tokenizer of the toy language."""
    from tokenizers import Tokenizer
    from transformers import BertTokenizerFast

    return BertTokenizerFast(tokenizer_object=Tokenizer.from_str(vocabulary()), model_max_length=longest)


def model(labels=LABELS):
    """An untrained BERT for the toy language."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=VOCABULARY,
        hidden_size=64,
        num_hidden_layers=1,
        num_attention_heads=4,
        intermediate_size=128,
        max_position_embeddings=64,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        initializer_range=0.1,
        id2label=dict(enumerate(labels)),
        label2id={name: place for place, name in enumerate(labels)},
    )
    return BertForSequenceClassification(config)


def saved(folder: pathlib.Path, made=None) -> pathlib.Path:
    """Where a model and its tokenizer are saved as users save theirs."""
    (model() if made is None else made).save_pretrained(folder)
    tokenizer().save_pretrained(folder)
    return folder


def taught():
    """A model that knows the toy language: it sees the verbs alone, and its last layer is solved for."""
    import torch

    words, made = tokenizer(), model()
    vectors = torch.randn(len(KINDS), made.config.hidden_size)
    premises, hypotheses, places = zip(*pairs(random.Random(7), 200), strict=True)
    with torch.no_grad():
        for table in (
            embedding for embedding in made.bert.embeddings.children() if hasattr(embedding, "num_embeddings")
        ):
            table.weight.zero_()
        for vector, verbs in zip(vectors, KINDS.values(), strict=True):
            made.bert.embeddings.word_embeddings.weight[words.convert_tokens_to_ids(list(verbs))] = vector
        made.bert.encoder.layer[0].attention.self.query.weight.zero_()  # all places count alike
        batch = words(list(premises), list(hypotheses), padding=True, return_tensors="pt")
        seen = made.eval().bert(**batch).pooler_output
        wanted = 8.0 * torch.nn.functional.one_hot(torch.tensor(places), len(LABELS)).float()
        made.classifier.weight.copy_(torch.linalg.lstsq(seen, wanted, driver="gelsd").solution.T)
        made.classifier.bias.zero_()
    return made
