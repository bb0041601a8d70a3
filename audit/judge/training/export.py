"""Turns a trained encoder into what ships: its layers in three files (8-bit products) and tokenizer.json.

    python -m audit.judge.training.export --run RUN --base DIR [--float FILE]

The graph is written node by node, with the fused operators that onnxruntime has for such encoders: a converter would bring a further
dependency and a slower graph. A post's probability must not depend on the posts that are read beside it, so nothing is scaled by what a
batch happens to hold: each token is scaled by its own largest value, and the input of the attention, whose operator takes one scale only,
by the largest one seen on training posts. Before that, large channels are made smaller and the weights that meet them larger by the same
factor (SmoothQuant, Xiao et al. 2023), so that one loud channel does not cost the others their digits. Weights are rounded to 7 bits:
processors without VNNI overflow on 8, and a post must not be judged differently on an older laptop.
"""

from __future__ import annotations

import argparse
import pathlib
import random

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnx.utils import Extractor
from tokenizers import Tokenizer

from audit.judge.judge import MODEL, PARTS
from audit.judge.training.encoder import SMALL, Shape, pad, published
from audit.judge.training.split import load, parts
from audit.judge.words import LENGTH, front, prepare

FUSED = "com.microsoft"
SMOOTH = 0.8  # how much of a channel's size goes over to the weights
WEIGHT_TOP, TOP = 63, 127


def whole(run: pathlib.Path, base: pathlib.Path) -> tuple[dict[str, np.ndarray], list[str]]:
    """Weights with all embedding rows back in place, and the names of the outputs that ship."""
    saved = torch.load(run / "encoder.pt", weights_only=True)
    state = saved["state"]
    words = published(base)[1]["words.weight"]
    words[saved["used"]] = state["words.weight"]
    names = saved["outputs"]
    state = {**state, "words.weight": words}
    state["head.weight"], state["head.bias"] = state["head.weight"][: len(names)], state["head.bias"][: len(names)]
    return {name: value.float().numpy() for name, value in state.items()}, names


class Graph:
    """The network, node by node. With `reach`, the largest absolute value of each input channel of each product, the products are
    8-bit; without, they are exact."""

    def __init__(
        self, weights: dict[str, np.ndarray], shape: Shape, reach: dict[str, np.ndarray] | None = None
    ) -> None:
        self.weights, self.shape, self.reach = weights, shape, reach
        self.nodes: list[onnx.NodeProto] = []
        self.values: list[onnx.TensorProto] = []
        self.inputs: dict[str, str] = {}

    def value(self, name: str, array: np.ndarray) -> str:
        self.values.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def norm(self, x: str, name: str, output: str) -> str:
        given = [self.value(f"{name}.{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.node("LayerNormalization", [x, *given], output, epsilon=1e-12)

    def rounded(self, x: str, name: str, by_token: bool) -> tuple[list[str], str]:
        """8-bit input and weights of a product: its names [input, weights, input scale, weight scales, zero, zeros] and, where
        each token has a scale of its own, the name of those."""
        assert self.reach is not None
        weight = self.weights[f"layers.{name}.weight"]  # (out, in)
        most = np.maximum(self.reach[name], 1e-4)
        factor = most**SMOOTH / np.maximum(np.abs(weight).max(0), 1e-5) ** (1 - SMOOTH)
        weight, top, of_token = weight * factor, float((most / factor).max()), ""
        x = self.node("Mul", [x, self.value(f"{name}.smooth", (1 / factor).astype("float32"))], f"{name}.in")
        if by_token:
            size = self.node("Abs", [x], f"{name}.size")
            of_token = self.node("ReduceMax", [size, "last"], f"{name}.most", keepdims=1)
            x, top = self.node("Div", [x, of_token], f"{name}.even"), 1.0
        scale = self.value(f"{name}.scale", np.array(top / TOP, "float32"))
        zero = self.value(f"{name}.zero", np.array(TOP + 1, "uint8"))
        x = self.node("QuantizeLinear", [x, scale, zero], f"{name}.input")
        steps = np.abs(weight).max(1) / WEIGHT_TOP
        whole = self.value(f"{name}.weight", np.rint(weight / steps[:, None]).astype("int8").T)
        steps_name = self.value(f"{name}.steps", steps.astype("float32"))
        return [x, whole, scale, steps_name, zero, self.value(f"{name}.zeros", np.zeros(len(steps), "int8"))], of_token

    def product(self, x: str, name: str) -> str:
        """x times the weights, without the bias."""
        if self.reach is None:
            self.inputs[name] = x
            return self.node("MatMul", [x, self.value(f"{name}.weight", self.weights[f"layers.{name}.weight"].T)], name)
        given, of_token = self.rounded(x, name, by_token=True)
        return self.node("Mul", [self.node("MatMulIntegerToFloat", given, f"{name}.of", FUSED), of_token], name)

    def attention(self, x: str, name: str, output: str) -> str:
        bias = self.value(f"{name}.bias", self.weights[f"layers.{name}.bias"])
        if self.reach is None:
            self.inputs[name] = x
            weight = self.value(f"{name}.weight", self.weights[f"layers.{name}.weight"].T)
            return self.node("Attention", [x, weight, bias, "mask"], output, FUSED, num_heads=self.shape.heads)
        (given, weight, scale, steps, zero, zeros), _ = self.rounded(x, name, by_token=False)
        names = [given, weight, bias, scale, steps, "mask", zero, zeros]
        return self.node("QAttention", names, output, FUSED, num_heads=self.shape.heads)

    def words(self) -> str:
        """Embedding rows, each in 8 bits with a step of its own."""
        rows = self.weights["words.weight"]
        steps = np.maximum(np.abs(rows).max(1, keepdims=True), 1e-6) / TOP
        found = self.node("Gather", [self.value("words", np.rint(rows / steps).astype("int8")), "ids"], "word.row")
        found = self.node("Cast", [found], "word.float", to=TensorProto.FLOAT)
        step = self.node("Gather", [self.value("words.steps", steps.astype("float32")), "ids"], "word.step")
        return self.node("Mul", [found, step], "word")

    def model(self, watched: bool = False) -> onnx.ModelProto:
        """ids, mask (n, t) -> logits (n, outputs) and the mean vector (n, width); if `watched`, also the input of each exact product."""
        value, node, weights = self.value, self.node, self.weights
        if self.reach is not None:
            value("last", np.array([-1]))
        word = self.words()
        node("Shape", ["ids"], "length", start=1, end=2)
        node(
            "Slice", [value("positions", weights["positions"]), value("zero", np.array([0])), "length", "zero"], "place"
        )
        x = self.norm(node("Add", [word, "place"], "placed"), "norm", "x0")
        for i in range(self.shape.layers):
            mixed = self.product(self.attention(x, f"{i}.qkv", f"mixed{i}"), f"{i}.out")
            mixed = node("Add", [mixed, value(f"{i}.out.bias", weights[f"layers.{i}.out.bias"])], f"told{i}")
            x = self.norm(node("Add", [x, mixed], f"joined{i}"), f"layers.{i}.norm1", f"mid{i}")
            wide = self.product(x, f"{i}.up")
            wide = node("BiasGelu", [wide, value(f"{i}.up.bias", weights[f"layers.{i}.up.bias"])], f"wide{i}", FUSED)
            wide = self.product(wide, f"{i}.down")
            wide = node("Add", [wide, value(f"{i}.down.bias", weights[f"layers.{i}.down.bias"])], f"thought{i}")
            x = self.norm(node("Add", [x, wide], f"added{i}"), f"layers.{i}.norm2", f"x{i + 1}")
        node("Cast", ["mask"], "mask_float", to=TensorProto.FLOAT)
        node("Unsqueeze", ["mask_float", value("two", np.array([2]))], "present")
        node("Mul", [x, "present"], "kept")
        node("ReduceSum", ["kept", value("one", np.array([1]))], "sum", keepdims=0)
        node("ReduceSum", ["present", "one"], "count", keepdims=0)
        node("Div", ["sum", "count"], "mean")
        node("Sub", ["present", value("unit", np.array(1, "float32"))], "absent")
        node("Mul", ["absent", value("far", np.array(30000, "float32"))], "away")
        node("Add", [x, "away"], "near")
        node("ReduceMax", ["near", "one"], "peak", keepdims=0)
        node("Concat", ["mean", "peak"], "pooled", axis=1)
        heads = [value(name, weights[name]) for name in ("head.weight", "head.bias")]
        node("Gemm", ["pooled", *heads], "logits", transB=1)
        made = helper.make_graph(
            self.nodes,
            "judge",
            [
                helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "t"]),
                helper.make_tensor_value_info("mask", TensorProto.INT32, ["n", "t"]),
            ],
            [
                helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", len(weights["head.bias"])]),
                *(
                    helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
                    for name in self.inputs.values()
                    if watched
                ),
            ],
            self.values,
        )
        return helper.make_model(
            made, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)], ir_version=9
        )


def reach(weights: dict[str, np.ndarray], tokenizer: Tokenizer, posts: int = 1000) -> dict[str, np.ndarray]:
    """The largest absolute value of each input channel of each product, over some training posts."""
    import onnxruntime

    exact = Graph(weights, SMALL)
    session = onnxruntime.InferenceSession(
        exact.model(watched=True).SerializeToString(), providers=["CPUExecutionProvider"]
    )
    rows = random.Random(0).sample(parts(load())["train"], posts)
    texts = [front(row["kind"], row["platform"]) + prepare(row["text"]) for row in rows]
    tokens = sorted((found.ids for found in tokenizer.encode_batch(texts)), key=len)
    most = {name: np.zeros(1, "float32") for name in exact.inputs}
    for start in range(0, len(tokens), 16):
        ids, mask = (part.numpy() for part in pad(tokens[start : start + 16]))
        found = session.run(list(exact.inputs.values()), {"ids": ids, "mask": mask.astype("int32")})
        for name, values in zip(exact.inputs, found, strict=True):
            most[name] = np.maximum(most[name], np.abs(values[mask > 0]).max(0))
    return most


def cut(model: onnx.ModelProto, out: pathlib.Path) -> None:
    """A file for the layers of each of `PARTS`, so that a post can be put aside between them."""
    ends = [f"x{part.stem.split('-')[-1]}" for part in PARTS[:-1]]
    model.graph.value_info.extend(
        helper.make_tensor_value_info(end, TensorProto.FLOAT, ["n", "t", SMALL.width]) for end in ends
    )
    given = [["ids", "mask"], *([end, "mask"] for end in ends)]
    made = [*([end] for end in ends), ["logits"]]
    cutter = Extractor(model)
    for part, inputs, outputs in zip(PARTS, given, made, strict=True):
        onnx.save(cutter.extract_model(inputs, outputs), out / part.name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=pathlib.Path, required=True)
    parser.add_argument("--base", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, default=MODEL)
    parser.add_argument("--float", type=pathlib.Path, help="also keep the unrounded model here, to compare")
    options = parser.parse_args()
    weights, _ = whole(options.run, options.base)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LENGTH)
    options.out.mkdir(exist_ok=True)
    if options.float:
        onnx.save(Graph(weights, SMALL).model(), options.float)
    cut(Graph(weights, SMALL, reach(weights, tokenizer)).model(), options.out)
    (options.out / "tokenizer.json").write_bytes((options.base / "tokenizer.json").read_bytes())


if __name__ == "__main__":
    main()
