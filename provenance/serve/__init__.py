"""An index as a local web page and HTTP API, from Starlette and uvicorn.

Starlette and not FastAPI: FastAPI would write the OpenAPI document, but brings pydantic and its compiled core (ten
times the size), and its page for the document loads scripts from a public server, which the strict
Content-Security-Policy here forbids and an archive without a network could not show. Two operations and a lookup are
soon described by hand, and tests hold the description to what is answered. uvicorn runs on its own h11 parser.

The way of a request::

    uvicorn ─ deadlines ─▶ gate ─ who may ask ─▶ app ─ what is asked ─▶ workers ─ one process each ─▶ desk ─ the answer

A check works on hostile text, so it runs in a process that is ended when it takes too long; requests beyond what waits
already are told to come back. `archive` says what is served, `families` traces it meanwhile.
"""
