"""The OpenAPI document as a page: written here, so that it needs no script and nothing from elsewhere."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from provenance.serve.page import frame


def reference(described: Mapping[str, Any]) -> str:
    """Return an OpenAPI document as an HTML page."""
    info = described["info"]
    operations = [
        _operation(method, path, told)
        for path, methods in described["paths"].items()
        for method, told in methods.items()
    ]
    schemas = [_schema(name, tree) for name, tree in described["components"]["schemas"].items()]
    body = (
        f"<h1>HTTP API</h1><p>{_text(info['description'])}</p>"
        '<p>For programs: the <a href="/openapi.json">OpenAPI document</a>, version '
        f"{_text(described['openapi'])}.</p>"
        f"{''.join(operations)}<h2>Shapes</h2>{''.join(schemas)}"
    )
    return frame("HTTP API", "/api", f'<main id="main" class="reference" tabindex="-1">{body}</main>')


def _text(value: object) -> str:
    """Return text for HTML, with what stands between backticks as code."""
    pieces = html.escape(str(value)).split("`")
    return "".join(f"<code>{p}</code>" if n % 2 else p for n, p in enumerate(pieces))


def _operation(method: str, path: str, told: Mapping[str, Any]) -> str:
    name = html.escape(told["operationId"])
    parts = [
        f'<section class="card" aria-labelledby="{name}">',
        f'<h2 id="{name}"><code>{method.upper()} {_text(path)}</code></h2>',
        f"<p><strong>{_text(told['summary'])}.</strong> {_text(told.get('description', ''))}</p>",
    ]
    rows: list[tuple[str, ...]]
    if told.get("parameters"):
        rows = [(f"<code>{_text(p['name'])}</code>", p["in"], *_says(p["schema"], p)) for p in told["parameters"]]
        parts.append(_table("Parameters", ("name", "in", "type", "says"), rows))
    if "requestBody" in told:
        content = told["requestBody"]["content"]
        rows = [(f"<code>{_text(media)}</code>", _type(body.get("schema", {}))) for media, body in content.items()]
        parts.append(_table("Body", ("content type", "holds"), rows))
        parts += [
            f'<pre tabindex="0"><code>{html.escape(json.dumps(body["example"], indent=2))}</code></pre>'
            for body in content.values()
            if "example" in body
        ]
    rows = [
        (status, _text(answer["description"]), _type(answer["content"]["application/json"]["schema"]))
        for status, answer in told["responses"].items()
    ]
    parts.append(_table("Answers", ("status", "says", "holds"), rows))
    return "".join(parts) + "</section>"


def _schema(name: str, tree: Mapping[str, Any]) -> str:
    required = set(tree.get("required", ()))
    rows = [
        (f"<code>{_text(key)}</code>{'' if key in required else ' (optional)'}", *_says(value, value))
        for key, value in tree["properties"].items()
    ]
    title = f'<span id="shape-{html.escape(name)}">{html.escape(name)}</span>'
    return f'<section class="card">{_table(title, ("field", "type", "says"), rows)}</section>'


def _says(schema: Mapping[str, Any], about: Mapping[str, Any]) -> tuple[str, str]:
    return _type(schema), _text(about.get("description", ""))


def _type(schema: Mapping[str, Any]) -> str:
    """Return what a value may be, in words, as HTML."""
    if "$ref" in schema:
        name = html.escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#shape-{name}">{name}</a>'
    if "const" in schema:
        return f"<code>{_text(json.dumps(schema['const']))}</code>"
    if "enum" in schema:
        return " or ".join(f"<code>{_text(value)}</code>" for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    kinds = schema.get("type", schema.get("description", "anything"))
    words = " or ".join(kinds) if isinstance(kinds, list) else kinds
    return _text(" ".join([words, *_bounds(schema)]))


def _bounds(schema: Mapping[str, Any]) -> Iterator[str]:
    if "minimum" in schema and "maximum" in schema:
        yield f"from {schema['minimum']} to {schema['maximum']}"
    if "maxLength" in schema:
        yield f"of at most {schema['maxLength']} characters"


def _table(caption: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{h}</th>' for h in heads)
    body = "".join(
        "<tr>" + "".join(f'<td data-label="{h}">{cell}</td>' for h, cell in zip(heads, row, strict=True)) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroller"><table><caption>{caption}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
