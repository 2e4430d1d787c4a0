"""The OpenAPI document of the HTTP API, 3.1; tests hold every answer to it."""

from __future__ import annotations

from typing import Any, TypeAlias, get_args

from provenance.model import DERIVED, ChangeKind, PassageKind, Relation
from provenance.serve.desk import FIELDS, LONGEST, LONGEST_NAME, MEDIA_TYPES
from provenance.serve.limits import Limits
from provenance.version import VERSION

Tree: TypeAlias = dict[str, Any]

_TEXT: Tree = {"type": "string"}
_MAYBE: Tree = {"type": ["string", "null"]}
_COUNT: Tree = {"type": "integer", "minimum": 0}
_SHARE: Tree = {"type": "number", "minimum": 0, "maximum": 1}
_SPAN: Tree = {
    "type": "array",
    "items": _COUNT,
    "minItems": 2,
    "maxItems": 2,
    "description": "start and end of a stretch, in code points of the text; the end is not part of it",
}
_SURE: Tree = {**_TEXT, "description": "the confidence in words"}
_RELATIONS = [r for part in get_args(Relation) for r in (get_args(part) or (part,))]

_TOLD = {
    "id": "what to call it; an article of the archive with this id and text is not its source",
    "title": "its headline",
    "outlet": "who published it",
    "published": "when, ISO 8601",
    "language": "ISO 639-1; guessed where it is not told",
    "url": "where it stands; never opened",
    "byline": "who wrote it",
}
assert tuple(_TOLD) == FIELDS


def _object(properties: Tree, optional: tuple[str, ...] = (), **more: Any) -> Tree:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        **more,
    }


def _ref(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(item: Tree, **more: Any) -> Tree:
    return {"type": "array", "items": item, **more}


_CREDIT = _object({"agency": _TEXT, "span": _SPAN, "text": _TEXT})
_RECORD: Tree = {
    "id": _TEXT,
    "origin": _TEXT,
    "title": _MAYBE,
    "outlet": _MAYBE,
    "published": _MAYBE,
    "language": _MAYBE,
    "words": _COUNT,
    "sha256": {**_TEXT, "description": "of the text as read, UTF-8"},
    "credits": _list(_CREDIT, description="phrases that name a source"),
    "furniture": _list(_SPAN, description="what is the site's and not the story's"),
    "family": {"type": ["integer", "null"]},
    "text": {**_MAYBE, "description": "the text as read"},
}
_PASSAGE = _object(
    {
        "left": {**_SPAN, "description": "in the article that was sent, or the first document"},
        "right": {**_SPAN, "description": "in the source, or the second document"},
        "kind": {"enum": list(get_args(PassageKind))},
        "similarity": _SHARE,
        "bits": {"type": "number", "description": "weight of evidence, log2 of the odds"},
    }
)
_SOURCE = _object(
    {
        "document": {**_TEXT, "description": "id of the source"},
        "relation": {"enum": list(DERIVED)},
        "confidence": _SHARE,
        "bits": {"type": "number"},
        "share": {**_SHARE, "description": "share of the article that the source accounts for, furniture apart"},
        "credited": {"type": "boolean", "description": "whether the article names the source"},
        "passages": _list(_ref("Passage")),
        "sure": _SURE,
    }
)
_CHANGE = _object(
    {
        "source": _TEXT,
        "target": _TEXT,
        "what": {"enum": list(get_args(ChangeKind))},
        "source_span": {"anyOf": [_SPAN, {"type": "null"}]},
        "target_span": {"anyOf": [_SPAN, {"type": "null"}]},
        "source_text": _MAYBE,
        "target_text": _MAYBE,
    },
    description="a fact that differs between the article and its main source",
)
_CHECK = _object(
    {
        "schema": {"const": "provenance.check/1"},
        "article": _ref("Record"),
        "relation": {"enum": [*DERIVED, "none"], "description": "to the main source"},
        "confidence": _SHARE,
        "share_reused": {**_SHARE, "description": "share of the article that has a source, furniture apart"},
        "share_uncredited": {**_SHARE, "description": "share that has a source and names none"},
        "sources": _list(_ref("Source"), description="the main one first"),
        "changes": _list(_ref("Change")),
        "sure": _SURE,
        "documents": _list(_ref("Document"), description="the sources; with their texts where texts=true"),
    }
)
_DOCUMENT = _object(
    {
        "id": _TEXT,
        "origin": _TEXT,
        **dict.fromkeys(FIELDS[1:], _MAYBE),
        "anchor": {**_TEXT, "description": "the fragment of /families under which the article is shown"},
        "text": _MAYBE,
    },
    ("text",),
)
_TRACE = _object(
    {
        "schema": {"const": "provenance.trace/1"},
        "generator": {"type": "object"},
        "documents": _list(_ref("Record")),
        "lost": _list({"type": "object"}, description="originals that nobody has, put together from their witnesses"),
        "derivations": _list(_ref("Derivation")),
        "matches": _list(_ref("Match")),
        "changes": _list(_ref("Change")),
        "remarks": _list(_TEXT),
    },
    ("remarks",),
)
_DERIVATION = _object(
    {
        "source": {**_TEXT, "description": "id of a document or of a lost original"},
        "target": _TEXT,
        "kind": {"enum": list(DERIVED)},
        "confidence": _SHARE,
        "bits": {"type": "number"},
        "share_of_target": _SHARE,
        "share_of_source": {"type": ["number", "null"]},
        "credited": {"type": "boolean"},
        "reasons": _list(_object({"signal": _TEXT, "bits": {"type": "number"}, "text": _TEXT})),
        "alternatives": _list(_object({"source": _TEXT, "confidence": _SHARE})),
    }
)
_MATCH = _object(
    {
        "left": _TEXT,
        "right": _TEXT,
        "relation": {"enum": _RELATIONS},
        "confidence": _SHARE,
        "bits": {"type": "number"},
        "share_of_left": _SHARE,
        "share_of_right": _SHARE,
        "longest_run": {**_COUNT, "description": "words"},
        "passages": _list(_ref("Passage")),
    }
)
_ARTICLE = _object(
    {
        "text": {**_TEXT, "minLength": 1, "description": "the article; it must hold more than spaces"},
        **{name: {**_MAYBE, "maxLength": LONGEST, "description": says} for name, says in _TOLD.items()},
    },
    FIELDS,
    additionalProperties=False,
)
_ABOUT = _object(
    {
        "name": {"const": "provenance"},
        "version": _TEXT,
        "archive": {**_TEXT, "description": "what is served, as it was named on the command line"},
        "documents": _COUNT,
        "checks": {"type": "boolean", "description": "whether articles can be checked"},
        "families": {"enum": ["ready", "being found", "none"]},
        "remarks": _list(_TEXT),
    }
)

_BODIES = {
    "application/json": "",
    "text/plain": "plain text, in the charset that is told, or one that is detected",
    "text/html": "the page that the article stands on",
    "application/xhtml+xml": "the page that the article stands on",
    "application/octet-stream": "a file; its name or its beginning tells what it is",
}
assert tuple(_BODIES) == MEDIA_TYPES
_SAYS = {
    400: "the request is malformed",
    401: "the token is missing or wrong",
    403: "the request comes from another site's page",
    404: "there is none",
    408: "the body took too long to arrive",
    409: "there is nothing to check against",
    413: "the body is too large",
    415: "the article is of a kind that is not read",
    421: "the server does not go by the name in Host",
    422: "the article cannot be read or checked",
    500: "the server failed",
    503: "not now; Retry-After says when",
}
_ALWAYS = (400, 403, 408, 413, 421, 500)


def document(limits: Limits, guarded: bool) -> Tree:
    """Return the OpenAPI document of a server; `guarded` says that it demands a token."""
    always = (*_ALWAYS, 401) if guarded else _ALWAYS
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "provenance",
            "version": VERSION,
            "summary": "What an article took, and from where.",
            "description": _DESCRIPTION.format(body=limits.body, seconds=limits.check),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        **({"security": [{"bearer": []}, {"basic": []}]} if guarded else {"security": []}),
        "paths": {
            "/check": {"post": _check(always)},
            "/trace": {"get": _trace(always)},
            "/documents/{id}": {"get": _documents(always)},
            "/about": {"get": _about(always)},
        },
        "components": {
            "schemas": {
                "About": _ABOUT,
                "Article": _ARTICLE,
                "Change": _CHANGE,
                "Check": _CHECK,
                "Derivation": _DERIVATION,
                "Document": _DOCUMENT,
                "Error": _object({"error": _TEXT}),
                "Match": _MATCH,
                "Passage": _PASSAGE,
                "Record": _object(_RECORD, ("text",)),
                "Source": _SOURCE,
                "Trace": _TRACE,
            },
            **(
                {
                    "securitySchemes": {
                        "bearer": {"type": "http", "scheme": "bearer", "description": "the token"},
                        "basic": {"type": "http", "scheme": "basic", "description": "any name, the token as password"},
                    }
                }
                if guarded
                else {}
            ),
        },
    }


_DESCRIPTION = (
    "Checks articles against an archive, and tells what was found out about the archive itself. Bodies of at most "
    "{body:,} bytes are read, and a check is stopped after {seconds:g} seconds. The Host must be one that the server "
    "knows; requests that another site's page makes are refused. Spans count code points, and texts are plain text "
    "that may hold anything: never put them into a page as HTML. Every error is a JSON object that says what to do."
)


def _answers(good: Tree, says: str, errors: tuple[int, ...]) -> Tree:
    answers: Tree = {"200": {"description": says, "content": {"application/json": {"schema": good}}}}
    for status in sorted(errors):
        answers[str(status)] = {
            "description": _SAYS[status],
            "content": {"application/json": {"schema": _ref("Error")}},
            **({"headers": {"Retry-After": {"schema": _COUNT, "description": "seconds"}}} if status == 503 else {}),
        }
    return answers


def _check(always: tuple[int, ...]) -> Tree:
    # Whatever is sent as one of these is looked into: no shape of JSON describes them.
    bodies: Tree = {media: {"schema": {"description": says}} for media, says in _BODIES.items()}
    bodies["application/json"] = {
        "schema": _ref("Article"),
        "example": {"text": "The ferry ran aground at dawn, the harbour office said.", "outlet": "Example Gazette"},
    }
    return {
        "operationId": "check",
        "summary": "Say what an article took, and from where",
        "description": "The article comes as JSON, or as the file itself: plain text, HTML, or bytes whose name tells "
        "what they are. The answer is what `provenance check --json` prints, with each confidence in words and with "
        "the documents it names. Nothing that is sent is stored.",
        "parameters": [
            {
                "name": "texts",
                "in": "query",
                "description": "whether the answer holds the texts of the article and its sources",
                "schema": {"type": "boolean", "default": False},
            },
            {
                "name": "name",
                "in": "query",
                "description": "what the file is called; tells HTML and Markdown by its ending",
                "schema": {"type": "string", "maxLength": LONGEST_NAME},
            },
        ],
        "requestBody": {"required": True, "content": bodies},
        "responses": _answers(_ref("Check"), "what it took", (*always, 409, 415, 422, 503)),
    }


def _trace(always: tuple[int, ...]) -> Tree:
    return {
        "operationId": "trace",
        "summary": "Who took what from whom within the archive",
        "description": "What `provenance trace` writes as trace.json.",
        "responses": _answers(_ref("Trace"), "the trace", (*always, 404, 503)),
    }


def _documents(always: tuple[int, ...]) -> Tree:
    return {
        "operationId": "document",
        "summary": "One article of the archive",
        "parameters": [
            {
                "name": "id",
                "in": "path",
                "required": True,
                "description": "its id; slashes in it may stand as they are",
                "schema": {"type": "string", "minLength": 1},
            }
        ],
        "responses": _answers(
            _ref("Document"), "the article; its text is null where the server has none", (*always, 404)
        ),
    }


def _about(always: tuple[int, ...]) -> Tree:
    return {
        "operationId": "about",
        "summary": "What is served, and what is ready",
        "responses": _answers(_ref("About"), "what is served", always),
    }
