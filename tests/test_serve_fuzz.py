"""What the OpenAPI document allows and what it forbids, sent to the server by schemathesis: no answer is another."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from serving import Desk, Told, app_of, listening, made_index, seeds

from provenance.tracefile import trace_to_json

pytest.importorskip("schemathesis", reason="schemathesis is not installed")


def test_every_answer_is_one_that_the_document_describes(tmp_path: Path) -> None:
    from fake_trace import trace

    index = made_index(tmp_path, seeds()[:3])
    file = tmp_path / "trace.json"
    file.write_text(trace_to_json(trace()), "utf-8")
    with listening(app_of(index, Desk(index), Told(file=file))) as port:
        words = [
            *(sys.executable, "-m", "schemathesis.cli", "run", f"http://127.0.0.1:{port}/openapi.json"),
            *("--phases", "examples,coverage,fuzzing", "--max-examples", "12", "--seed", "1", "--no-color"),
            # Bytes that are no article are well-formed requests all the same, and refused.
            *("--exclude-checks", "positive_data_acceptance"),
        ]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Operations:       4 selected / 4 total" in done.stdout
