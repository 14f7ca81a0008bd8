"""Asks llama.cpp what it would allocate for model files, without reading their weights; prints one JSON object.

Run as ``python -m tests.llama_measure`` with a list of cases as JSON on its input: a crash of the library on a strange
file is this process's and not the test run's. ``real`` loads the weights too.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_BUFFER = re.compile(r"(\S+)\s+(model|KV|RS|compute|output) buffer size =\s+([\d.]+) MiB")
_CONTEXT = re.compile(r"size =\s+([\d.]+) MiB \(.*(?:cells)")
_TYPES = {"f16": 1, "q8_0": 8, "q4_0": 2}


def measured(cases: Sequence[dict[str, Any]]) -> list[dict[str, float]]:
    """MiB by kind (``model``, ``context``, ``compute``, ``output``) for each case.

    A case has ``path``, the fields of :class:`app.llama.plan.memory.Loading`, ``embeddings`` and ``real``.
    """
    ran = subprocess.run(
        [sys.executable, "-m", "tests.llama_measure"],
        input=json.dumps(list(cases)),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-4000:]
    found: list[dict[str, float]] = json.loads(ran.stdout)
    return found


def _measure(case: dict[str, Any], lines: list[str]) -> dict[str, float]:
    import llama_cpp

    lines.clear()
    settings = llama_cpp.llama_model_default_params()
    if not case.get("real"):
        settings.no_alloc = True
        settings.load_mode = llama_cpp.LLAMA_LOAD_MODE_NONE
    model = llama_cpp.llama_model_load_from_file(os.fsencode(case["path"]), settings)
    assert model, "".join(lines[-10:])
    context_settings = llama_cpp.llama_context_default_params()
    context_settings.n_ctx = case["context_tokens"]
    context_settings.n_batch = context_settings.n_ubatch = case["batch_tokens"]
    context_settings.n_seq_max = case["sequences"]
    context_settings.n_outputs_max = case["outputs"]
    context_settings.kv_unified = True
    context_settings.flash_attn_type = int(case["flash_attention"])
    context_settings.type_k = context_settings.type_v = _TYPES[case["kv_type"]]
    context_settings.embeddings = case.get("embeddings", False)
    context = llama_cpp.llama_init_from_model(model, context_settings)
    assert context, "".join(lines[-10:])
    sizes: dict[str, float] = {}
    for line in "".join(lines).splitlines():
        if buffer := _BUFFER.search(line):
            sizes[buffer[2]] = sizes.get(buffer[2], 0.0) + float(buffer[3])
        elif kept := _CONTEXT.search(line):
            sizes["context"] = sizes.get("context", 0.0) + float(kept[1])
    llama_cpp.llama_free(context)
    llama_cpp.llama_model_free(model)
    return sizes


def main() -> None:
    """Measure the cases on the input."""
    import llama_cpp

    lines: list[str] = []
    callback = llama_cpp.llama_log_callback(lambda _level, text, _data: lines.append(text.decode("utf-8", "replace")))
    llama_cpp.llama_log_set(callback, ctypes.c_void_p())
    llama_cpp.llama_backend_init()
    sys.stdout.write(json.dumps([_measure(case, lines) for case in json.load(sys.stdin)]))


if __name__ == "__main__":
    main()
