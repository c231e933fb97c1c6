"""A small feed-forward network in plain numpy: trained in seconds, run in microseconds."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import block_diag

from knowledge.base.softmax import softmax
from knowledge.matching.evidence.index import Floats

CLIP = 5.0
"""Inputs are clipped to so many standard deviations: an unheard-of value must not decide alone."""


@dataclass(frozen=True, slots=True)
class Network:
    """Standardises its inputs, then rectified hidden layers and a linear output layer."""

    mean: Floats
    scale: Floats
    weights: tuple[Floats, ...]
    biases: tuple[Floats, ...]

    def __call__(self, inputs: Floats) -> Floats:
        """Outputs for inputs of shape (..., features), shape (..., outputs)."""
        layer = (inputs - self.mean) * self.scale
        np.maximum(layer, -CLIP, out=layer)  # a third of the time of np.clip on so few numbers
        np.minimum(layer, CLIP, out=layer)
        last = len(self.weights) - 1
        for depth, (weights, biases) in enumerate(zip(self.weights, self.biases, strict=True)):
            layer = layer @ weights
            layer += biases
            if depth < last:
                np.maximum(layer, 0.0, out=layer)
        return layer

    def single(self, inputs: Floats) -> Floats:
        """The only output, shape (...)."""
        return np.asarray(self(inputs)[..., 0])


def averaged(networks: Sequence[Network], each: int) -> Network:
    """Networks of one shape and standardisation side by side, as one; faster than each alone.

    Args:
        each: so many neighbours at a time share an output, the mean of theirs.
    """
    merged = _merged(networks)
    outputs = np.repeat(np.eye(len(networks) // each, dtype=np.float32), each, axis=0) / np.float32(each)
    return Network(
        merged.mean,
        merged.scale,
        (*merged.weights[:-1], merged.weights[-1] @ outputs),
        (*merged.biases[:-1], merged.biases[-1] @ outputs),
    )


def _merged(networks: Sequence[Network]) -> Network:
    first = networks[0]
    weights = [np.concatenate([network.weights[0] for network in networks], axis=1)]
    for depth in range(1, len(first.weights)):
        weights.append(block_diag(*(network.weights[depth] for network in networks)).astype(np.float32))
    biases = [
        np.concatenate([network.biases[depth] for network in networks]) for depth in range(len(first.biases))
    ]
    return Network(first.mean, first.scale, tuple(weights), tuple(biases))


@dataclass(frozen=True, slots=True)
class Training:
    """How a network is trained (Adam with cosine decay, weight decay and input dropout)."""

    hidden: tuple[int, ...] = (64, 32)
    epochs: int = 30
    batch: int = 128
    rate: float = 2e-3
    decay: float = 2e-3
    dropout: float = 0.1


Gradient = Callable[[Floats, NDArray[np.intp]], Floats]
Standard = tuple[Floats, Floats]


def train_to_rank(
    features: Floats, right: NDArray[np.intp], seed: int, training: Training = Training()
) -> Network:
    """Train to give the right candidate the highest output (softmax over candidates).

    Args:
        features: shape (sentences, candidates, features).
        right: place of the right candidate of each sentence.
    """

    def gradient(outputs: Floats, batch: NDArray[np.intp]) -> Floats:
        scores = outputs.reshape(len(batch), -1)
        shares = softmax(scores)
        shares[np.arange(len(batch)), right[batch]] -= 1.0
        return np.asarray(shares.reshape(-1) / len(batch))

    return _train(features, gradient, seed, training, standard_of(features))


def train_to_tell(
    features: Floats, truth: Floats, weights: Floats, seed: int, training: Training, standard: Standard
) -> Network:
    """Train to tell true from false (logistic loss); features of shape (cases, features)."""

    def gradient(outputs: Floats, batch: NDArray[np.intp]) -> Floats:
        shares = 1.0 / (1.0 + np.exp(-outputs))
        return np.asarray((shares - truth[batch]) * weights[batch] / len(batch))

    return _train(features[:, None, :], gradient, seed, training, standard)


def standard_of(features: Floats) -> Standard:
    """Mean and inverse spread of features of shape (..., features)."""
    flat = features.reshape(-1, features.shape[-1])
    return flat.mean(axis=0), np.asarray(1.0 / (flat.std(axis=0) + 1e-4), dtype=np.float32)


def _train(
    features: Floats, gradient: Gradient, seed: int, training: Training, standard: Standard
) -> Network:
    random = np.random.default_rng(seed)
    mean, scale = standard
    inputs = np.clip((features - mean) * scale, -CLIP, CLIP).astype(np.float32)
    weights, biases = _initial(features.shape[-1], training.hidden, random)
    steps = _Adam([*weights, *biases], training, len(inputs))
    kept = _dropout_table(training.dropout)
    for _ in range(training.epochs):
        order = random.permutation(len(inputs))
        for start in range(0, len(order), training.batch):
            batch = order[start : start + training.batch]
            layer = inputs[batch].reshape(-1, inputs.shape[-1])
            layer *= kept[np.frombuffer(random.bytes(layer.size), np.uint8)].reshape(layer.shape)
            layers = [layer]
            for depth, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
                layer = layers[-1] @ weight + bias
                layers.append(np.maximum(layer, 0.0) if depth < len(weights) - 1 else layer)
            signal = gradient(layers[-1][:, 0], batch).astype(np.float32)[:, None]
            steps.take(_backward(weights, layers, signal, training.decay))
    return Network(mean.astype(np.float32), scale.astype(np.float32), tuple(weights), tuple(biases))


def _dropout_table(share: float) -> Floats:
    """What an input is multiplied by for each value of a random byte, which is cheaper to draw than a random float."""
    dropped = round(share * 256)
    return np.where(np.arange(256) < dropped, 0.0, 256.0 / (256 - dropped)).astype(np.float32)


def _initial(
    features: int, hidden: tuple[int, ...], random: np.random.Generator
) -> tuple[list[Floats], list[Floats]]:
    widths = [features, *hidden, 1]
    weights = [
        (random.standard_normal((into, out)) * np.sqrt(2.0 / into)).astype(np.float32)
        for into, out in itertools.pairwise(widths)
    ]
    weights[-1] *= np.float32(0.1)
    return weights, [np.zeros(width, np.float32) for width in widths[1:]]


def _backward(weights: list[Floats], layers: list[Floats], signal: Floats, decay: float) -> list[Floats]:
    weight_gradients: list[Floats] = []
    bias_gradients: list[Floats] = []
    for depth in range(len(weights) - 1, -1, -1):
        weight_gradients.append(layers[depth].T @ signal + np.float32(decay) * weights[depth])
        bias_gradients.append(signal.sum(axis=0))
        if depth:
            signal = (signal @ weights[depth].T) * (layers[depth] > 0)
    return [*weight_gradients[::-1], *bias_gradients[::-1]]


class _Adam:
    """Adam (Kingma, Ba 2015) with a cosine schedule, changing the parameters in place."""

    def __init__(self, parameters: list[Floats], training: Training, cases: int) -> None:
        self._parameters = parameters
        self._first = [np.zeros_like(parameter) for parameter in parameters]
        self._second = [np.zeros_like(parameter) for parameter in parameters]
        self._rate = training.rate
        self._total = training.epochs * (-(-cases // training.batch))
        self._step = 0

    def take(self, gradients: list[Floats]) -> None:
        self._step += 1
        rate = self._rate * 0.5 * (1.0 + np.cos(np.pi * (self._step - 1) / self._total))
        rate *= np.sqrt(1.0 - 0.99**self._step) / (1.0 - 0.9**self._step)
        for parameter, gradient, first, second in zip(
            self._parameters, gradients, self._first, self._second, strict=True
        ):
            first += np.float32(0.1) * (gradient - first)
            second += np.float32(0.01) * (gradient * gradient - second)
            parameter -= np.float32(rate) * first / (np.sqrt(second) + np.float32(1e-7))
