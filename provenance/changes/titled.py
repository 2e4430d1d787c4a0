"""Japanese names known by the age, the title or the sort of place behind them, that came out otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from provenance.article import Article
from provenance.changes.numerals import listed
from provenance.changes.pairs import Pair
from provenance.frequencies import common
from provenance.model import Change, Span

LANGUAGE = "ja"
_PART = "[^、。，．・「」『』（）()【】〈〉“”！？：:／/\\sのはがをにでとも]"
_NAME = rf"(?P<name>{_PART}{{1,8}}?(?:[・＝=]{_PART}{{1,8}}?)*)"
_POLITE = "さん|氏|くん|君|ちゃん|様|さま"
_TITLES = {
    title: sort
    for sort, some in {
        "head": "社長 会長 大統領 頭取 理事長 総裁 代表 代表取締役 大頭領",
        "scholar": "教授 准教授 助教 名誉教授 講師 研究員 博士",
        "governor": "知事 市長 町長 村長 区長",
        "captain": "船長 機長 キャプテン",
        "officer": "署長 警部 隊長 司令官 長官",
        "minister": "首相 総理 大臣 外相 財務相 議員 議長",
        "leader": "組合長 委員長 部長 課長 局長 所長 院長 校長 館長 園長 支配人 監督 主将",
        "helper": "弁護士 医師 記者 選手 容疑者 被告",
    }.items()
    for title in listed(some)
}
"""Titles behind names, with those that a way back may put in their place."""
_ALL_TITLES = "|".join(sorted(_TITLES, key=lambda t: (-len(t), t)))
_AGED = re.compile(rf"{_NAME}(?:(?:{_ALL_TITLES})?(?:{_POLITE})?)[（(](?P<age>\d{{1,3}})(?:歳|才)?[)）]")
_TITLED = re.compile(rf"{_NAME}(?P<title>{_ALL_TITLES})(?![長々一-鿿])")
_PLACES = "県市町村区島州郡丸"
_PLACED = re.compile(rf"(?P<name>[々ヶ一-鿿]{{2,4}}?|[ァ-ヺー]{{2,8}})(?P<title>[{_PLACES}])(?<!地区)")
_BEGINS = re.compile(r"(?<=[ぁ-ん])[々一-鿿](?!.*[ぁ-ん][々一-鿿])|(?<=[々一-鿿])[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*$")
"""Where a name begins behind a verb, or spelt as foreign ones are right behind what somebody is."""
_LETTERS = re.compile("[々ヶ一-鿿ぁ-んァ-ヺー・＝=]+")


class _Titled(NamedTuple):
    """A name with what stands behind it: its sort, and an age where that is it."""

    span: Span
    text: str
    sort: str


def titled_names(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the names of linked sentences that have become others in a round trip, each way of it once, in their order.

    Two are one name where neither article has the other's, and each is the only such name of its sentences with that
    sort of title or place behind it, or of its article with that age.
    """
    told: set[tuple[str, str]] = set()
    aged = _by_sort(s for n in range(len(source.sentences)) for s in _titled(source, n) if s.sort.isdecimal())
    aged = {age: [s for s in some if s.text not in target.text] for age, some in aged.items()}
    for pair in linked:
        new = [t for t in _titled(target, pair.right) if t.text not in source.text]
        if not new:
            continue
        here = [s for n in pair.left for s in _titled(source, n) if not s.sort.isdecimal()]
        old = _by_sort(s for s in here if s.text not in target.text) | aged
        for t in new:
            alike = {s.text: s for s in reversed(old.get(t.sort, []))}
            rivals = {other.text for other in new if other.sort == t.sort}
            if len(alike) != 1 or len(rivals) != 1:
                continue
            ((was, s),) = alike.items()
            if (was, t.text) not in told:
                told.add((was, t.text))
                yield Change(source.id, target.id, "name", s.span, t.span, was, t.text)


def _by_sort(names: Iterable[_Titled]) -> dict[str, list[_Titled]]:
    """Return names by their sort or age, in their order."""
    found: dict[str, list[_Titled]] = {}
    for name in names:
        found.setdefault(name.sort, []).append(name)
    return found


@lru_cache(maxsize=4096)
def _titled(article: Article, n: int) -> tuple[_Titled, ...]:
    """Return the names of a sentence with an age, a title or a sort of place behind them, in order and disjoint."""
    text, (start, end) = article.text, article.sentences[n]
    found: list[_Titled] = []
    for pattern in (_AGED, _TITLED, _PLACED):
        for m in pattern.finditer(text, start, end):
            first, last = m.span("name")
            if begins := _BEGINS.search(text[first:last]):
                first += begins.start()
            name = text[first:last]
            sort = str(int(m["age"])) if pattern is _AGED else _TITLES.get(m["title"], m["title"])
            free = all(last <= t.span[0] or t.span[1] <= first for t in found)
            if free and _may_be_a_name(name, m["name"] + m.groupdict().get("title", "")):
                found.append(_Titled((first, last), name, sort))
    return tuple(sorted(found))


def _may_be_a_name(name: str, whole: str) -> bool:
    """Return whether a stretch is no word that any list has, alone or with what stands behind it."""
    frequent = common(LANGUAGE)
    if not 2 <= len(name) <= _LONGEST or _LETTERS.fullmatch(name) is None or _NO_NAME.search(name):
        return False
    return frequent.get(name, 0.0) < _RARE and whole not in frequent


_NO_NAME = re.compile(
    "(?:[総庶財業法外労税国公債医事]務|人事|広報|企画|経理|会計|営業|販売|編集|報道|捜査|調査|刑事|交通|警備|警護|"
    "消防|救助|救急|救護|防災|防衛|環境|教育|福祉|健康|保健|衛生|産業|農林|水産|土木|建設|都市|技術|開発|研究|製造|"
    "品質|管理|監査|政策|審査|検査|運輸|輸送|[男女]性|男児|女児|者|員|住民|夫婦|生徒|児童|学生)$"
)
"""What an office, a squad or somebody of no name is called: it stands before a title or an age as names do."""
_LONGEST = 16
_RARE = 2e-5
"""Share of running words; what is more frequent is a word before it is a name."""
