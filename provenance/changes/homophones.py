"""Chinese names that came out as others of the same sound, as a way through a script of letters makes them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from provenance.article import Article
from provenance.changes.ideographs import segmented
from provenance.changes.numerals import listed
from provenance.changes.pairs import Pair
from provenance.frequencies import common
from provenance.model import Change, Span

LANGUAGE = "zh"
_FIRSTS = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋"
    "搭呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣"
    "夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒"
    "雷棱厘俩联粮撩列琳玲溜龙楼芦驴峦掠抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠"
    "牛脓奴女暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉茹软蕊闰若撒"
    "腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪"
    "豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝"
    "中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)
"""The first sign of each syllable among the 3755 of GB 2312 that it sets in the order of their sounds."""
_OTHERS = {
    pair[0]: pair[1]
    for pair in listed(
        "岚兰 玥月 瑾紧 珀破 芷纸 茜欠 妍言 婷停 琦其 琪其 昕心 晖灰 烨页 煜玉 璐路 皓号 筱小 芸云 茗名 菁京 "
        "萱宣 邬乌 闫言 隽俊 麒其 黛代 嫣烟 婕节 岷民 峥争 嵘荣 怡宜 恺凯 昊号 晟胜 晗含 杞起 楠南 榕荣 沅元 "
        "泓红 洵寻 浔寻 滢英 漪衣 潇萧 炜伟 炫宣 珂科 珏决 珑龙 琬晚 琰言 瑛英 瑜鱼 璇宣 璟景 祺其 竺竹 笙生 "
        "绮起 羿义 翊义 聿玉 莘身 诩许 谌晨 郗西 郦利 霁计 骅华 骞千 鑫心 鹂离 鹭路 灏号 淇其 濮葡 钰玉 铮争 "
        "锴凯 镕荣 驷四 鹄湖 璞普 衢渠 圳震 岱代 崂劳 泸卢 渑免 濉虽 琊牙 邕拥 邳批 郓运 鄞银 亳博 洮桃 湟皇 "
        "珲魂 莅利 荥行 诏照 阗田 馥富 骁萧 琛陈 璋章 琨昆 瑄宣 璨灿 昱玉 旻民 暄宣 曦西 晔页 妤鱼 姗山 娅亚 "
        "嬛欢 媛元 婵缠 嫒爱 芮锐 苒染 茉末 荃全 莼纯 菡汗 蓁真 蔺吝 藜离"
    )
}
"""Signs of names beyond these, each with one of these that is read alike."""
_ORDERED = range(0xB0A1, 0xD7FA)
"""Their codes in that standard."""
_RUN = re.compile("[㐀-䶿一-鿿]{2,}")
_SHORTEST = 2
"""Signs of a name."""
_SURE = 3
"""Signs of a stretch from which on it is a name though some of them are words."""
_COMMON_SIGN = 2.5e-4
"""Share of running words from which on a sign that stands alone is a word, and no part of a name."""
_COMMON_WORD = 3e-6
"""The same for a word of several."""


class _Run(NamedTuple):
    """A row of signs without punctuation."""

    start: int
    text: str
    sounds: tuple[int, ...]
    listed: tuple[bool, ...]
    """Whether each sign belongs to a word of several, or is a common one by itself."""

    @staticmethod
    def of(found: re.Match[str]) -> _Run:
        return _Run(found.start(), found.group(), *_read(found.group()))


@lru_cache(maxsize=1 << 12)
def _read(text: str) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    frequent = common(LANGUAGE)
    known: list[bool] = []
    for word in segmented(text, LANGUAGE):
        least = _COMMON_SIGN if len(word) == 1 else _COMMON_WORD
        known += [frequent.get(word, 0.0) >= least] * len(word)
    return tuple(map(syllable, text)), tuple(known)


@lru_cache(maxsize=1)
def _bounds() -> list[int]:
    """Return the codes of the first sign of each syllable, in order."""
    return [int.from_bytes(sign.encode("gb2312"), "big") for sign in _FIRSTS]


@lru_cache(maxsize=1 << 13)
def syllable(sign: str) -> int:
    """Return a number for the syllable that a sign is read as, tones aside; for another sign its own."""
    try:
        code = int.from_bytes(_OTHERS.get(sign, sign).encode("gb2312"), "big")
    except UnicodeEncodeError:
        return -ord(sign)
    return bisect_right(_bounds(), code) if code in _ORDERED else -ord(sign)


def of_one_sound(source: Article, target: Article, linked: Sequence[Pair]) -> Iterator[Change]:
    """Yield the names of linked sentences that are written with other signs of the same sound, each way of it once.

    Both articles are Chinese. A name is a stretch of two signs or more; those that differ are no words, nor of any, but
    for some in a stretch of three. Neither article has the other's.
    """
    told: set[tuple[str, str]] = set()
    for pair in linked:
        if pair.weak:
            continue
        for n in pair.left:
            for was, now in _alike(source, source.sentences[n], target, target.sentences[pair.right]):
                way = source.text[slice(*was)], target.text[slice(*now)]
                if way not in told and way[0] not in target.text and way[1] not in source.text:
                    told.add(way)
                    yield Change(source.id, target.id, "name", was, now, *way)


def _alike(source: Article, left: Span, target: Article, right: Span) -> Iterator[tuple[Span, Span]]:
    """Yield the stretches of two sentences that sound alike, and are a name in other signs."""
    theirs = [_Run.of(m) for m in _RUN.finditer(source.text, *left)]
    for found in _RUN.finditer(target.text, *right):
        t = _Run.of(found)
        for s in theirs:
            for i, j, length in _same_sounds(s.sounds, t.sounds):
                start, end = _core(s, t, i, j, length)
                if end - start >= _SHORTEST:
                    yield (s.start + i + start, s.start + i + end), (t.start + j + start, t.start + j + end)


def _same_sounds(one: Sequence[int], other: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield where two rows of sounds are the same, as far as they are: places in each, and how many there are."""
    places: dict[int, list[int]] = {}
    for j, sound in enumerate(other):
        places.setdefault(sound, []).append(j)
    for i, sound in enumerate(one):
        for j in places.get(sound, ()):
            if i and j and one[i - 1] == other[j - 1]:
                continue
            length = 1
            while i + length < len(one) and j + length < len(other) and one[i + length] == other[j + length]:
                length += 1
            if length >= _SHORTEST:
                yield i, j, length


def _core(s: _Run, t: _Run, i: int, j: int, length: int) -> Span:
    """Return which signs of two stretches of the same sound are a name in other signs; none where no name is."""
    other = [k for k in range(length) if s.text[i + k] != t.text[j + k]]
    rare = [k for k in other if not (s.listed[i + k] or t.listed[j + k])]
    if not rare or (len(rare) < len(other) and other[-1] - other[0] + 1 < _SURE):
        return 0, 0
    start, end = other[0], other[-1] + 1
    while start and not (s.listed[i + start - 1] or t.listed[j + start - 1]):
        start -= 1
    while end < length and not (s.listed[i + end] or t.listed[j + end]):
        end += 1
    return start, end
