"""Credits that were stripped, or given to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from provenance.article import Article
from provenance.changes.names import is_latin
from provenance.changes.numerals import listed
from provenance.changes.pairs import Pair
from provenance.model import Change, Derived, Span

_NEWSY = frozenset(
    listed(
        "news wire press service agency agence agencia agenzia agentur agência times post herald tribune journal "
        "gazette radio tv "
        "television broadcasting reuters daily weekly magazine review zeitung nachrichten nieuws noticias notizie"
    )
)
_TO_OUTLET = re.compile(
    r"\b(?:told|tells|assured|assures|informed|reminded|(?:explained|confirmed|confided|revealed|admitted|said|"
    r"spoke|speaking|"
    r"talking) (?:exclusively )?(?:to|with)|seen by|obtained by|reviewed by|shared with|made available to|"
    r"dij[oe] a|cont[oó] a|asegur[oó] a|explic[oó] a|declar[oó] a|"
    r"(?:dit|déclaré|confié|expliqué|affirmé|assuré) (?:à|au)|"
    r"(?:detto|raccontato|spiegato|dichiarato|confidato) (?:a|al|alla|all['’])|"
    r"(?:disse|contou|explicou|afirmou|garantiu) (?:a|ao|à)|"
    r"(?:sagte|erklärte|erzählte|bestätigte|verriet|sagten) (?:der|dem|gegenüber|zu)|gegenüber (?:der|dem)?|"
    r"(?:zei|zegt|vertelde|vertelt|verzekerde) (?:tegen|aan|telefonisch tegen)) "
    r"(?:the |la |el |le |de |het |der |dem )?(?P<name>us\b|this (?:newspaper|website|paper)|[^\W\d_a-z][\w&'’-]*"
    r"(?: [^\W\d_a-z][\w&'’-]*){0,4})"
)
_SAYS = re.compile(
    r"\b(?:said|says?|told|tells|added|adds|according to|accused|claims?|claimed|suggests?|suggested|reports?|"
    r"reported|shows?|"
    r"showed|showed|revealed|explained|assured|insists?|insisted|stressed|argued|warned|admitted|confirmed|recalled|"
    r"dij[oe]|dice|cuent[ao]|contó|asegur[aóo]|explic[aó]|según|señaló|afirmó|declaró|"
    r"dit|déclar\w+|selon|affirm\w+|expliqu\w+|d['’]après|"
    r"detto|dice|secondo|raccontato|spiegato|dichiarato|ha fatto sapere|"
    r"disse|segundo|contou|explicou|afirmou|diz|"
    r"sagte|sagt|laut|zufolge|erklärte|teilte|berichtete|"
    r"zei|zegt|volgens|aldus|vertelde|meldde|"
    r"powiedział\w*|według|poinformował\w*|сказал\w*|сообщил\w*|по словам|заявил\w*)\b"
    r"|によると|によれば|と述べ|と話|と語|という",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s(?:that|que|che|dass|dat|że|что)\b")
_EDGE = re.compile(r"[,;:.!?\"“”«»„「」、。]+\s|[\"“”«»„「」、。]|\s[–—-]\s|[.!?]$")
_THE_AGENCY = re.compile(
    r"\b(?:the (?:news )?agency|la agencia|l['’]agence|l['’]agenzia|a agência|die agentur|der agentur|het persbureau|"
    r"agencj[aię]|агентств\w+)\b|通信社|同通信",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s*[)\]】]")


def credit_changes(source: Article, target: Article, linked: Sequence[Pair], kind: Derived) -> Iterator[Change]:
    """Yield the credits in linked sentences that the target left out or gave to an outlet the source does not know."""
    names = agencies(source)
    if source.language != target.language and not (is_latin(source.text) and is_latin(target.text)):
        names = tuple(n for n in names if _mentions(target.text, [n]))  # others may be spelt in another script
    named = {c.agency for c in source.credits} & {c.agency for c in target.credits}

    @cache
    def credited() -> bool:
        return bool(named) or any(_is_credited(target, target.sentences[p.right], names) for p in linked)

    told: set[Span] = set()
    for pair in linked:
        sentence = target.sentences[pair.right]
        swap = _swapped(source, target, sentence)
        old = next((s for n in pair.left for s in _credits_in(source, n, names) if s not in told), None)
        if not swap and (old is None or pair.weak or kind == "version" or credited()):
            continue
        shown = _clause(target.text, sentence, swap or _verb(target.text, sentence)) or sentence
        old = old or _attribution(source, pair)
        if old:
            told.add(old)
        yield Change(
            source.id,
            target.id,
            "credit",
            old,
            shown,
            source.text[slice(*old)] if old else None,
            target.text[slice(*shown)],
        )


@lru_cache(maxsize=256)
def agencies(article: Article) -> tuple[str, ...]:
    """Return the names under which an article's agencies and outlet go in its text, longest first."""
    names = {c.agency for c in article.credits} | {
        article.text[slice(*c.span)] for c in article.credits if len(c.text) < 40
    }
    if article.document.outlet:
        names.add(article.document.outlet)
    for m in _TO_OUTLET.finditer(article.text):
        name = m["name"]
        if (name.isupper() and 2 <= len(name) <= 5) or set(name.lower().split()) & _NEWSY:
            names.add(name)
    names = {n for n in names if len(n) > 1 and n[0].isupper() and not n.islower()}
    for name in sorted(names):
        letters = "".join(w[0] for w in name.split() if w[0].isupper())
        if len(letters) > 2 and re.search(rf"\b{re.escape(letters)}\b", article.text):
            names.add(letters)
        if name.isupper() and 2 < len(name) < 6 and name.isalpha():
            full = re.search(r"\b" + r"\s".join(rf"{c}[a-z]+" for c in name) + r"\b", article.text)
            names |= {full.group()} if full else set()
    return tuple(sorted(names, key=lambda n: (-len(n), n)))


def _mentions(text: str, names: Sequence[str]) -> list[Span]:
    if not names:
        return []
    pattern = re.compile(r"(?<![A-Za-z0-9])(?:" + "|".join(map(re.escape, names)) + r")(?![a-z])")
    return [m.span() for m in pattern.finditer(text.translate(_NARROW))]


_NARROW = {0xFF21 + i: 0x41 + i for i in range(26)} | {0xFF41 + i: 0x61 + i for i in range(26)}


def _credits_in(article: Article, n: int, names: Sequence[str]) -> list[Span]:
    """Return the clauses of a sentence that credit one of `names`; a dateline's brackets are not a clause."""
    start, end = article.sentences[n]
    out = []
    for s, e in _mentions(article.text[start:end], names):
        if _DATELINE.match(article.text, start + e):
            continue
        clause = _clause(article.text, (start, end), (start + s, start + e))
        if (clause and _SAYS.search(article.text, *clause)) or _TO_OUTLET.search(article.text, start, end):
            out.append(clause or (start, end))
    return out


def _is_credited(article: Article, sentence: Span, names: Sequence[str]) -> bool:
    stretch = article.text[slice(*sentence)]
    return bool(_mentions(stretch, names) or _THE_AGENCY.search(stretch))


def _swapped(source: Article, target: Article, sentence: Span) -> Span | None:
    """Return where the target's sentence says it was told to a name that the source does not hold."""
    if source.language != target.language:
        return None
    for m in _TO_OUTLET.finditer(target.text, *sentence):
        strange = m["name"].casefold() not in source.text.casefold() or m["name"] == "us"
        if strange and _is_outlet(target, m["name"]):
            return m.span()
    return None


def _is_outlet(article: Article, name: str) -> bool:
    """Return whether a name is the article's own outlet: it says so, or stands in its furniture, first or last line."""
    if (
        name == "us"
        or name.startswith("this ")
        or name == article.document.outlet
        or set(name.lower().split()) & _NEWSY
    ):
        return True
    if any(name in article.text[slice(*s)] for s in article.furniture):
        return True
    body = article.sentences[2:-3]
    between = article.text[body[0][0] : body[-1][1]] if body else ""
    told = sum(m["name"] == name for m in _TO_OUTLET.finditer(between))
    edges = (*article.sentences[:2], *article.sentences[-3:])
    signed = any(name in _TO_OUTLET.sub("", article.text[slice(*s)]) for s in edges)
    return signed and between.count(name) == told


def _verb(text: str, sentence: Span) -> Span | None:
    found = list(_SAYS.finditer(text, *sentence))
    return found[-1].span() if found else None


def _attribution(source: Article, pair: Pair) -> Span | None:
    for n in pair.left:
        if verb := _verb(source.text, source.sentences[n]):
            return _clause(source.text, source.sentences[n], verb)
    return None


def _clause(text: str, sentence: Span, inside: Span | None) -> Span | None:
    """Return the stretch between punctuation marks around `inside`, cut before "that"."""
    if inside is None:
        return None
    start, end = sentence
    for m in _EDGE.finditer(text, *sentence):
        if m.end() <= inside[0]:
            start = m.end()
        elif m.start() >= inside[1]:
            end = m.start()
            break
    if that := _THAT.search(text, inside[1], end):
        end = that.start()
    while start < end and not text[start].isalnum():
        start += 1
    return (start, end) if start < end else None
