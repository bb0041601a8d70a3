"""Makes a run from the encoder that ships, so that it can be trained further where the run itself is gone.

    python -m audit.judge.training.restore --out RUN

The weights are those that ship, rounded as they are; the three outputs that only help training begin at nothing.
"""

from __future__ import annotations

import argparse
import pathlib

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from audit.judge.judge import CONCERNS, MODEL, PARTS
from audit.judge.training.encoder import LAYERS
from audit.judge.training.targets import OUTPUTS

PRODUCTS = ("qkv", "out", "up", "down")


def shipped(model: pathlib.Path = MODEL) -> dict[str, np.ndarray]:
    """What `export` wrote, by its names there."""
    made = (onnx.load(model / part.name).graph.initializer for part in PARTS)
    return {value.name: numpy_helper.to_array(value) for part in made for value in part}


def exact(values: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The encoder's weights under the names of training: the opposite of the rounding in `export`."""
    found = {
        name: value
        for name, value in values.items()
        if name.startswith(("norm.", "layers.", "head.")) or name == "positions"
    }
    found["words.weight"] = values["words"].astype("float32") * values["words.steps"]
    for layer in range(LAYERS):
        for part in PRODUCTS:
            name = f"{layer}.{part}"
            weight = values[f"{name}.weight"].astype("float32").T * values[f"{name}.steps"][:, None]
            found[f"layers.{name}.weight"] = weight * values[f"{name}.smooth"]
            found[f"layers.{name}.bias"] = values[f"{name}.bias"]
    for name in ("head.weight", "head.bias"):
        missing = OUTPUTS - len(found[name])
        found[name] = np.concatenate([found[name], np.zeros((missing, *found[name].shape[1:]), "float32")])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    state = {name: torch.from_numpy(value.astype("float32")) for name, value in exact(shipped()).items()}
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(
        {
            "state": state,
            "used": torch.arange(len(state["words.weight"])),
            "outputs": [*CONCERNS, "alarm", "delete"],
        },
        options.out / "encoder.pt",
    )


if __name__ == "__main__":
    main()
