"""Fit a `Network` with PyTorch (CPU) and hand it over in the package's own form; one seed gives one result."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from zlib import crc32

import numpy as np
import torch
from torch import nn

from dragoman.reading.keys import Keys
from dragoman.reading.network import Features, Network, Weights

FOLDS, ASKED = 3, 4_000


@dataclass(frozen=True)
class Settings:
    """How to fit: `seen` drops rarer features, `forget` is the share of features left out at each step.

    Scores are divided by `temperature`, so that probabilities are what they say (`training.calibrate` finds it);
    `lean` is the share of features, those of the least weight, that are left out in the end. `trust` is the share of a
    target that its label decides: the rest is what networks say that learned from other passages, since labellers err
    and differ (cross-fitted label smoothing).
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
    trust: float = 1.0


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


@dataclass(frozen=True)
class Table:
    """Examples: the keys of the features, the dense vector, the label and the passage of each.

    Of those that are `sure` the label is the whole target.
    """

    rows: Sequence[Keys]
    dense: np.ndarray
    labels: np.ndarray
    passages: Sequence[str]
    sure: np.ndarray

    @cached_property
    def kinds(self) -> list[str]:
        """The labels that occur, sorted."""
        return sorted(set(self.labels.tolist()))

    @cached_property
    def targets(self) -> np.ndarray:
        """Examples x kinds: 1 for the label."""
        return np.eye(len(self.kinds), dtype=np.float32)[[self.kinds.index(label) for label in self.labels.tolist()]]

    def beside(self, other: "Table") -> "Table":
        """These examples and those of another table."""
        rows, passages = [*self.rows, *other.rows], [*self.passages, *other.passages]
        labels, sure = np.concatenate([self.labels, other.labels]), np.concatenate([self.sure, other.sure])
        return Table(rows, np.concatenate([self.dense, other.dense]), labels, passages, sure)

    def part(self, chosen: np.ndarray) -> "Table":
        """The chosen examples."""
        rows, passages = ([of[at] for at in chosen] for of in (self.rows, self.passages))
        return Table(rows, self.dense[chosen], self.labels[chosen], passages, self.sure[chosen])


def fit(table: Table, settings: Settings = Settings(), targets: np.ndarray | None = None) -> Network:
    """A network over examples; `targets` (examples x kinds) are worked out where they aren't given."""
    wanted = softened(table, settings) if targets is None else targets
    return leaner(_fitted(table, wanted, settings), settings.lean)


def softened(table: Table, settings: Settings) -> np.ndarray:
    """What each example is taught: its label, and as far as that isn't trusted what networks of other passages say."""
    if settings.trust == 1.0:
        return table.targets
    softer = settings.trust * table.targets + (1.0 - settings.trust) * said_by_others(table, settings)
    return np.where(table.sure[:, None], table.targets, softer)


def said_by_others(table: Table, settings: Settings) -> np.ndarray:
    """For each example the probabilities of networks that did not learn from its passage; they learn more briefly."""
    brief = replace(settings, epochs=settings.epochs * 2 // 3, temperature=1.0)
    fold = np.array([crc32(passage.encode()) % FOLDS for passage in table.passages])
    found = np.zeros_like(table.targets)
    for held in range(FOLDS):
        learned, asked = table.part(np.flatnonzero(fold != held)), np.flatnonzero(fold == held)
        network = _fitted(learned, learned.targets, brief)
        columns = [table.kinds.index(label) for label in network.labels]
        for chosen in np.array_split(asked, max(1, len(asked) // ASKED)):
            rows = bagged([table.rows[at] for at in chosen])
            found[np.ix_(chosen, columns)] = network.probabilities(rows, table.dense[chosen])
    return found


def _fitted(table: Table, targets: np.ndarray, settings: Settings) -> Network:
    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)
    features, counts = np.unique(np.concatenate([np.unique(row) for row in table.rows]), return_counts=True)
    features = features[counts >= settings.seen]
    encoded = [_encoded(row, features) for row in table.rows]
    module = _Module(len(features) + 1, table.dense.shape[1], targets.shape[1], settings.hidden)
    _train(module, encoded, table.dense, targets, settings)
    return Network(table.kinds, features, _weights(module, len(features), settings.temperature))


def bagged(rows: Sequence[Keys]) -> Features:
    """Examples as a network takes them."""
    owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    return Features(np.zeros((1, len(rows)), dtype=np.uint64), owners, np.concatenate(rows))


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


def _train(module, encoded, dense, targets, settings) -> None:
    rng = np.random.default_rng(settings.seed)
    sparse = torch.optim.SparseAdam([module.bag.weight, module.linear.weight], lr=settings.rate)
    rest = [*module.dense.parameters(), *module.out.parameters()]
    optimisers = (sparse, torch.optim.AdamW(rest, lr=settings.rate, weight_decay=settings.decay))
    loss = nn.CrossEntropyLoss()
    wanted, inputs = torch.tensor(targets), torch.tensor(np.asarray(dense, dtype=np.float32))
    for epoch in range(settings.epochs):
        for group in (*optimisers[0].param_groups, *optimisers[1].param_groups):
            group["lr"] = settings.rate * (1 - epoch / settings.epochs)
        order = rng.permutation(len(encoded))
        for first in range(0, len(order), settings.batch):
            chosen = order[first : first + settings.batch]
            bags = [encoded[i][rng.random(len(encoded[i])) >= settings.forget] for i in chosen]
            starts = np.cumsum([0, *(len(bag) for bag in bags[:-1])])
            scores = module(torch.tensor(np.concatenate(bags)), torch.tensor(starts), inputs[chosen])
            batch_loss = loss(scores, wanted[chosen])
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
