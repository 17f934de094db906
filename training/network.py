"""Fit a `Network` with PyTorch (CPU) and hand it over in the package's own form; one seed gives one result."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import nn

from dragoman.reading.keys import Keys
from dragoman.reading.network import Network, Weights


@dataclass(frozen=True)
class Settings:
    """How to fit: `seen` drops rarer features, `forget` is the share of features left out at each step.

    Scores are divided by `temperature`, so that probabilities are what they say (`training.calibrate` finds it);
    `lean` is the share of features, those of the least weight, that are left out in the end.
    """

    hidden: int = 96
    epochs: int = 8
    batch: int = 128
    rate: float = 3e-3
    decay: float = 1e-5
    forget: float = 0.2
    seen: int = 2
    seed: int = 0
    temperature: float = 1.0
    lean: float = 0.0


class _Module(nn.Module):
    def __init__(self, features: int, dense: int, labels: int, hidden: int):
        super().__init__()
        self.bag = nn.EmbeddingBag(features, hidden, mode="sum", sparse=True)
        self.linear = nn.EmbeddingBag(features, labels, mode="sum", sparse=True)
        self.dense, self.out = nn.Linear(dense, hidden), nn.Linear(hidden, labels)
        self.drop, self.drop_dense = nn.Dropout(0.5), nn.Dropout(0.2)
        nn.init.normal_(self.bag.weight, 0, 0.05)
        nn.init.zeros_(self.linear.weight)

    def forward(self, ids: torch.Tensor, starts: torch.Tensor, dense: torch.Tensor) -> torch.Tensor:
        hidden = torch.relu(self.bag(ids, starts) + self.dense(self.drop_dense(dense)))
        return self.out(self.drop(hidden)) + self.linear(ids, starts)


def fit(
    rows: Sequence[Keys],
    dense: np.ndarray,
    labels: Sequence[str],
    settings: Settings = Settings(),
    importance: Sequence[float] | None = None,
) -> Network:
    """A network over examples (keys of features, dense vector, label), each weighed by its importance (else 1)."""
    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)
    kinds = sorted(set(labels))
    features, counts = np.unique(np.concatenate([np.unique(row) for row in rows]), return_counts=True)
    features = features[counts >= settings.seen]
    encoded = [_encoded(row, features) for row in rows]
    module = _Module(len(features) + 1, dense.shape[1], len(kinds), settings.hidden)
    _train(module, encoded, dense, [kinds.index(label) for label in labels], importance, settings)
    return leaner(Network(kinds, features, _weights(module, len(features), settings.temperature)), settings.lean)


def _encoded(row: Keys, features: Keys) -> np.ndarray:
    """The places of features; the last one, "no feature", for an example that has none, so that it is possible."""
    places = np.searchsorted(features, row)
    known = places < len(features)
    known[known] = features[places[known]] == row[known]
    return places[known] if known.any() else np.array([len(features)])


def leaner(network: Network, share: float) -> Network:
    """The network without that share of its features: those whose weights are the shortest vectors."""
    weights = network.weights
    lengths = np.linalg.norm(np.hstack([weights.bag, weights.linear]), axis=1)
    kept = np.flatnonzero(lengths >= np.quantile(lengths, share))
    shorter = replace(weights, bag=weights.bag[kept], linear=weights.linear[kept])
    return Network(network.labels, network.features[kept], shorter)


def _train(module, encoded, dense, targets, importance, settings) -> None:
    rng = np.random.default_rng(settings.seed)
    sparse = torch.optim.SparseAdam([module.bag.weight, module.linear.weight], lr=settings.rate)
    rest = [*module.dense.parameters(), *module.out.parameters()]
    optimisers = (sparse, torch.optim.AdamW(rest, lr=settings.rate, weight_decay=settings.decay))
    loss = nn.CrossEntropyLoss(reduction="none")
    wanted, inputs = torch.tensor(targets), torch.tensor(np.asarray(dense, dtype=np.float32))
    weight = torch.tensor(np.ones(len(encoded)) if importance is None else np.asarray(importance)).float()
    for epoch in range(settings.epochs):
        for group in (*optimisers[0].param_groups, *optimisers[1].param_groups):
            group["lr"] = settings.rate * (1 - epoch / settings.epochs)
        order = rng.permutation(len(encoded))
        for first in range(0, len(order), settings.batch):
            chosen = order[first : first + settings.batch]
            bags = [encoded[i][rng.random(len(encoded[i])) >= settings.forget] for i in chosen]
            starts = np.cumsum([0, *(len(bag) for bag in bags[:-1])])
            scores = module(torch.tensor(np.concatenate(bags)), torch.tensor(starts), inputs[chosen])
            batch_loss = (loss(scores, wanted[chosen]) * weight[chosen]).mean()
            for optimiser in optimisers:
                optimiser.zero_grad()
            batch_loss.backward()
            for optimiser in optimisers:
                optimiser.step()


def _weights(module: _Module, features: int, temperature: float) -> Weights:
    def array(tensor: torch.Tensor, divisor: float = 1.0) -> np.ndarray:
        return tensor.detach().numpy().astype(np.float32) / np.float32(divisor)

    return Weights(
        bag=array(module.bag.weight)[:features],
        linear=array(module.linear.weight, temperature)[:features],
        dense=array(module.dense.weight).T,
        hidden_bias=array(module.dense.bias),
        out=array(module.out.weight, temperature).T,
        out_bias=array(module.out.bias, temperature),
    )
