"""Turns a trained encoder into what ships: judge.onnx (8-bit weights), tokenizer.json and examples with their vectors.

    python -m audit.judge.training.export --run RUN --base DIR [--float FILE]

The graph is written node by node, with the fused operators that onnxruntime has for such encoders: a converter would bring a further
dependency and a slower graph. Weights are rounded to 7 bits (`reduce_range`): processors without VNNI overflow on 8, and a post must not be
judged differently on an older laptop.
"""

from __future__ import annotations

import argparse
import pathlib
import tempfile

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from audit.judge.training.encoder import HEADS, LAYERS, WIDTH, published

MODEL = pathlib.Path(__file__).parents[1] / "model"
FUSED = "com.microsoft"


def whole(run: pathlib.Path, base: pathlib.Path) -> tuple[dict[str, np.ndarray], list[str]]:
    """Weights with all embedding rows back in place, and the names of the outputs that ship."""
    saved = torch.load(run / "encoder.pt", weights_only=True)
    state = saved["state"]
    words = published(base)["words.weight"]
    words[saved["used"]] = state["words.weight"]
    names = saved["outputs"]
    state = {**state, "words.weight": words}
    state["head.weight"], state["head.bias"] = state["head.weight"][: len(names)], state["head.bias"][: len(names)]
    return {name: value.float().numpy() for name, value in state.items()}, names


def graph(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """ids, mask (n, t) -> logits (n, 17) and the mean vector (n, 384)."""
    nodes: list[onnx.NodeProto] = []
    values: list[onnx.TensorProto] = []

    def value(name: str, array: np.ndarray) -> str:
        values.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    node("Gather", [value("words", weights["words.weight"]), "ids"], "word")
    node("Shape", ["ids"], "length", start=1, end=2)
    node("Slice", [value("positions", weights["positions"]), value("zero", np.array([0])), "length", "zero"], "place")
    x = node("Add", ["word", "place"], "placed")
    x = node(
        "LayerNormalization",
        [x, value("norm.weight", weights["norm.weight"]), value("norm.bias", weights["norm.bias"])],
        "x0",
        epsilon=1e-12,
    )
    for i in range(LAYERS):

        def part(name: str, turn: bool = False, i: int = i) -> str:
            array = weights[f"layers.{i}.{name}"]
            return value(f"l{i}.{name}", array.T if turn else array)

        mixed = node(
            "Attention", [x, part("qkv.weight", True), part("qkv.bias"), "mask"], f"mixed{i}", FUSED, num_heads=HEADS
        )
        mixed = node("MatMul", [mixed, part("out.weight", True)], f"out{i}")
        x = node(
            "SkipLayerNormalization",
            [x, mixed, part("norm1.weight"), part("norm1.bias"), part("out.bias")],
            f"mid{i}",
            FUSED,
            epsilon=1e-12,
        )
        wide = node("MatMul", [x, part("up.weight", True)], f"up{i}")
        wide = node("BiasGelu", [wide, part("up.bias")], f"gelu{i}", FUSED)
        wide = node("MatMul", [wide, part("down.weight", True)], f"down{i}")
        x = node(
            "SkipLayerNormalization",
            [x, wide, part("norm2.weight"), part("norm2.bias"), part("down.bias")],
            f"x{i + 1}",
            FUSED,
            epsilon=1e-12,
        )
    node("Cast", ["mask"], "mask_float", to=TensorProto.FLOAT)
    node("Unsqueeze", ["mask_float", value("two", np.array([2]))], "weight")
    node("Mul", [x, "weight"], "kept")
    node("ReduceSum", ["kept", value("one", np.array([1]))], "sum", keepdims=0)
    node("ReduceSum", ["weight", "one"], "count", keepdims=0)
    node("Div", ["sum", "count"], "vector")
    node("Sub", ["weight", value("unit", np.array(1, "float32"))], "absent")
    node("Mul", ["absent", value("far", np.array(30000, "float32"))], "away")
    node("Add", [x, "away"], "present")
    node("ReduceMax", ["present", "one"], "peak", keepdims=0)
    node("Concat", ["vector", "peak"], "pooled", axis=1)
    node(
        "Gemm",
        ["pooled", value("head.weight", weights["head.weight"]), value("head.bias", weights["head.bias"])],
        "logits",
        transB=1,
    )
    made = helper.make_graph(
        nodes,
        "judge",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "t"]),
            helper.make_tensor_value_info("mask", TensorProto.INT32, ["n", "t"]),
        ],
        [
            helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", len(weights["head.bias"])]),
            helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", WIDTH]),
        ],
        values,
    )
    return helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)], ir_version=9
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=pathlib.Path, required=True)
    parser.add_argument("--base", type=pathlib.Path, required=True)
    parser.add_argument("--float", type=pathlib.Path, help="also keep the unrounded model here, to compare")
    options = parser.parse_args()
    weights, _ = whole(options.run, options.base)
    MODEL.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = options.float or pathlib.Path(folder) / "float.onnx"
        onnx.save(graph(weights), plain)
        quantize_dynamic(
            plain,
            MODEL / "judge.onnx",
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )
    (MODEL / "tokenizer.json").write_bytes((options.base / "tokenizer.json").read_bytes())
    print(f"judge.onnx {(MODEL / 'judge.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
