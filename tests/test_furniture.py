from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import simulate
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import furniture
from provenance.annotate import annotate
from provenance.article import Article
from provenance.furniture import learn, mark, mark_one
from provenance.model import Document

FAMILIES = Path(__file__).parents[2] / "shared" / "families"

HEAD = "The Tern Gazette, printed daily except on feast days"
TAIL = "Every Thursday the Gazette gives away a pattern for a woollen hat"
INSIDE = "Gazette walkers set out from the lych gate at seven"

STORIES = [
    (
        "Bridge repairs will close the ferry road until autumn, council engineers announced on Monday.",
        "Contractors discovered corroded girders underneath the eastern carriageway during inspections last winter.",
        "Motorists should follow diversions through Marlow village, where temporary traffic lights were installed.",
        "Councillor Beatrice Quill apologised to shopkeepers whose takings collapsed during previous closures.",
        "Girders replaced this summer should survive sixty years, according to Quill and the contractors.",
        "Ferry passengers received discounted tickets while the carriageway remained blocked on weekdays.",
    ),
    (
        "Scientists counting puffins on Skerra island recorded the smallest colony since measurements began.",
        "Warmer currents pushed sand eels northwards, leaving parent birds with insufficient food for chicks.",
        "Volunteer ornithologist Tobias Renn photographed burrows that stood empty throughout breeding season.",
        "Puffins elsewhere along the archipelago fared better because fishing boats respected voluntary limits.",
        "Renn wants ministers to prohibit industrial trawling around Skerra before another season is lost.",
        "Sand eels sustain kittiwakes and guillemots as well as puffins, laboratory analysis demonstrated.",
    ),
    (
        "Violinist Clara Osterling cancelled her farewell concert after spraining a wrist during rehearsal.",
        "Promoters promised refunds for disappointed listeners holding balcony seats at the Opera Pavilion.",
        "Osterling had intended to perform three sonatas written for her by composer Emil Hadraba in Prague.",
        "Hadraba described the postponement as heartbreaking but sensible, given the demanding finale.",
        "Recordings of earlier sonatas sold briskly at the pavilion kiosk, surprising everyone involved.",
        "A replacement violinist will rehearse throughout the weekend with members of the orchestra.",
    ),
    (
        "Farmers around Dunmore harvested record quantities of barley despite torrential rain throughout July.",
        "Maltsters negotiated lower prices, complaining that moisture spoiled samples delivered by lorry.",
        "Agronomist Ffion Prosser credited deeper roots and resistant varieties for unexpectedly heavy yields.",
        "Storage remains scarce, so several growers rented disused aircraft hangars beyond the old airfield.",
        "Prosser expects barley exports to double unless neighbouring growers recover from mildew.",
        "Hangars were ventilated around the clock to prevent grain from overheating during humid nights.",
    ),
]


def article(name: str, *paragraphs: str, outlet: str | None = None) -> Article:
    return annotate(Document(name, "\n\n".join(paragraphs), outlet=outlet))


def page(name: str, story: tuple[str, ...]) -> Article:
    return article(name, HEAD, " ".join(story[0].split()[:5]), *story[:3], INSIDE, *story[3:], TAIL)


def lines(found: Article) -> list[str]:
    return [found.text[start:end] for start, end in found.furniture]


def test_what_unrelated_articles_share_at_their_edges_and_inside_is_furniture() -> None:
    marked = mark([page(f"a{n}", story) for n, story in enumerate(STORIES)])
    assert all(lines(found) == [HEAD, INSIDE, TAIL] for found in marked)


def test_two_unrelated_articles_are_enough_where_they_share_a_template() -> None:
    marked = mark([page("a", STORIES[0]), page("b", STORIES[1])])
    assert all({HEAD, TAIL} <= set(lines(found)) for found in marked)


def test_a_wire_story_run_by_many_outlets_is_not_furniture() -> None:
    copies = [article(f"c{n}", *STORIES[0][: 3 + n % 4]) for n in range(20)]
    others = [article(f"o{n}", *story) for n, story in enumerate(STORIES[1:])]
    assert all(found.furniture == () for found in mark([*copies, *others]))


def test_a_background_paragraph_repeated_in_updates_stays() -> None:
    background = STORIES[1][4:]
    first = article("first", "Puffins in trouble on Skerra", *STORIES[1][:4], *background)
    update = article(
        "update",
        "Minister to visit Skerra puffins",
        "Fisheries minister Agnes Dole announced that she would sail to Skerra and inspect empty burrows herself.",
        "Ornithologist Tobias Renn will guide the minister across the island with other volunteers on Friday.",
        "Trawling companies protested that limits on sand eels would ruin harbours along the archipelago.",
        *background,
    )
    others = [article(f"o{n}", *story) for n, story in enumerate((STORIES[0], STORIES[2], STORIES[3]))]
    assert all(found.furniture == () for found in mark([first, update, *others]))


def test_the_same_article_twice_makes_nothing_furniture() -> None:
    twins = [article(name, *STORIES[0]) for name in ("a", "b")]
    assert all(found.furniture == () for found in mark([*twins, article("c", *STORIES[1])]))


def test_a_family_and_one_unrelated_article_keep_their_text() -> None:
    family = [
        article("a", *STORIES[0]),
        article("b", "Road closed again", *STORIES[0][:4]),
        article("c", "Another look", *STORIES[0][1:]),
    ]
    assert all(found.furniture == () for found in mark([*family, article("d", *STORIES[3])]))


@pytest.mark.parametrize("kind", sorted(simulate.KINDS))
def test_a_corpus_that_is_one_story_told_over_and_over_has_no_furniture(kind: str) -> None:
    habits, invented = simulate.KINDS[kind]
    tree = simulate.tree(17, 24, simulate.contaminated(habits), invented)
    assert [lines(found) for found in mark([annotate(d) for d in tree.documents])] == [[]] * len(tree.documents)


def test_what_halves_of_one_story_share_is_not_furniture() -> None:
    first, *middle, last = STORIES[0] + STORIES[1]
    halves = [(first, *middle[:5], last), (first, *middle[5:], last)]
    whole = article("whole", first, *middle, last)
    assert not any(m.furniture for m in mark([article("a", *halves[0]), article("b", *halves[1]), whole]))


def test_furniture_is_found_though_every_story_has_copies() -> None:
    marked = mark([page(f"a{n}-{copy}", story[: 6 - copy]) for n, story in enumerate(STORIES) for copy in range(3)])
    assert all({HEAD, TAIL} <= set(lines(found)) for found in marked)


@pytest.mark.parametrize(
    "line",
    [
        "Share This Post",
        "»Read more: Ferry company raises its fares again",
        "Advertisement",
        "Lesen Sie auch: Brücke gesperrt",
        "À lire aussi : le pont est fermé",
        "Lea también: el puente está cerrado",
        "Leggi anche: il ponte è chiuso",
        "Lees ook: brug gesloten",
        "Читайте также: мост закрыт",
        "関連記事",
        "相关阅读：大桥关闭",
        "Czytaj także: most zamknięty",
    ],
)
def test_lines_that_say_what_they_are_need_no_corpus(line: str) -> None:
    story = STORIES[0]
    assert lines(mark([article("a", *story[:3], line, *story[3:])])[0]) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "This website uses cookies to improve your experience.",
        "Sign up for our newsletter and never miss a story",
        "HOME | NEWS | SPORT | WEATHER",
        "Compartir · Imprimir · Guardar",
        "Deze krant plaatst cookies om de site te verbeteren.",
        "Abonnez-vous à notre lettre du matin",
        "Iscriviti alla newsletter",
        "当サイトはクッキーを使用しています。",
        "© 2020 The Tern Gazette. All rights reserved.",
    ],
)
def test_notices_at_the_edges_are_furniture(line: str) -> None:
    assert lines(mark([article("a", *STORIES[0], line)])[0]) == [line]


def test_a_list_of_links_under_its_heading_goes_with_it() -> None:
    links = ("Most read this week", "1. The bakery that sells out by nine", "2. Ferry fares rise again", "3. Crossword")
    assert lines(mark([article("a", *STORIES[0], *links)])[0]) == list(links)


@pytest.mark.parametrize(
    "line",
    [
        "“We sell no cookies to your children,” the baker told the court, and the court believed her.",
        "By Jo Doe | 30 March 2026 | Local",
        "Subscribers to the theory were few when the professor first published it, she said.",
        "Related problems were found in the eastern carriageway.",
        "Most of the girders were sold.",
        "皇后乐队和亚当·兰伯特：布莱恩·梅为罗杰·泰勒庆祝生日",
        "Les « Quatre Sages » veulent continuer à travailler ensemble",
        "She baked cookies for the whole village on the eve of the fair.",
        "The company paid a dividend of 14 cents per share on a pre-split basis.",
        "A copyright court in the capital will hear the case of the stolen bridge.",
    ],
)
def test_prose_and_bylines_are_not_furniture(line: str) -> None:
    assert mark([article("a", line, *STORIES[0])])[0].furniture == ()


def test_learnt_furniture_is_applied_to_a_new_article() -> None:
    known = [page(f"a{n}", story) for n, story in enumerate(STORIES[:3])]
    new = page("new", STORIES[3])
    assert set(lines(mark_one(new, known))) == {HEAD, INSIDE, TAIL}
    assert [new.text[s:e] for s, e in learn(known).spans(new)] == [HEAD, INSIDE, TAIL]


BACKGROUND_KO = (
    "당시 물때골 일대에는 짙은 안개가 끼어 앞을 분간하기 어려웠다. "
    "운영사는 시야가 백 미터 아래로 떨어지면 운항을 멈추도록 정해 두고 있다.",
    "운영사 관계자는 방향타를 움직이는 유압 장치에서 기름이 샌 것으로 보인다고 말했다.",
)
HEAD_KO = "물때신문 날마다 아침에 바닷가 이웃을 찾아갑니다"
FOOT_KO = "무단 전재와 재배포를 금합니다 물때신문"
FIRST_KO = (
    "갯벌섬을 오가는 여객선이 오늘 오전 바다 한가운데에서 멈춰 승객 팔십 명이 배에 갇혔다.",
    "구조대는 작은 배 여섯 척을 보내 여객선의 승객들을 차례로 옮기고 있으며 절반이 선착장에 닿았다.",
    *BACKGROUND_KO,
    "승객의 가족들은 선착장에 모여 담요와 따뜻한 물을 나누며 구조를 기다리고 있다.",
    "군청은 부군수를 책임자로 하는 대책반을 꾸리고 주민들에게 선착장 길을 비워 달라고 알렸다.",
    "해경은 여객선의 선장에게서 안개가 짙은데도 떠난 까닭을 물었다고 밝혔다.",
    "여객선은 이십 년 전에 만들어져 하루 네 번 갯벌섬과 뭍을 잇는다.",
    "선장은 조타실에서 뱃머리가 보이지 않았다고 무전으로 알렸다.",
)
LATER_KO = (
    "갯벌섬의 여객선에 갇혔던 승객이 네 시간 만에 모두 구조됐다고 해경이 알렸다.",
    "구조대가 보낸 배는 여섯 척이었고 마지막 승객은 해가 지기 직전에 선착장을 밟았다.",
    *BACKGROUND_KO,
    "승객들 가운데 세 명은 어지럼증으로 병원에 옮겨졌으나 가족에게 곧 돌아갔다.",
    "군청이 받은 자료를 보면 여객선은 유압 장치의 교체 시기를 열 달 넘기고도 떠났다.",
    "해경이 여객선에서 정비 기록을 가져갔고 선장도 조사를 받았다.",
    "주민은 갯벌섬과 뭍을 잇는 배가 하루 네 번에서 두 번으로 줄까 걱정했다.",
    "조타실의 무전을 들은 선장들은 뱃머리를 돌려 도왔다고 했다.",
)
OTHER_KO = (
    "산골마을 도서관이 삼십 년 된 책을 이웃에게 나눠 주는 행사를 연다.",
    "사서들은 겨우내 먼지를 털고 찢어진 쪽을 풀로 붙였다고 설명했다.",
    "가장 인기가 높은 책은 손때 묻은 요리책과 낡은 지도책이었다.",
    "아이들은 그림책을 고르고 나무 아래에서 소리 내어 읽었다.",
    "행사는 다음 달에도 이어지며 남은 책은 이웃 학교로 보내진다.",
)


@pytest.mark.parametrize("names", [("a", "b", "c"), ("c", "a", "b"), ("b", "c", "a")])
def test_what_versions_in_korean_share_is_not_furniture_whatever_their_names(names: tuple[str, str, str]) -> None:
    """Its words are short, and what is joined to them hides that they are the same."""
    told = (FIRST_KO, LATER_KO, OTHER_KO)
    marked = mark([article(name, HEAD_KO, *some, FOOT_KO) for name, some in zip(names, told, strict=True)])
    assert [lines(found) for found in marked] == [[HEAD_KO, FOOT_KO]] * 3


def test_the_order_of_articles_does_not_matter() -> None:
    pages = [page(f"a{n}", story) for n, story in enumerate(STORIES)] + [article("x", *STORIES[0][:4])]
    expected = {found.id: found.furniture for found in mark(pages)}
    for seed in range(5):
        mixed = random.Random(seed).sample(pages, len(pages))
        found = mark(mixed)
        assert [a.id for a in found] == [a.id for a in mixed]
        assert {a.id: a.furniture for a in found} == expected


def test_no_articles() -> None:
    assert mark([]) == []


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([HEAD, TAIL, "Related", "a", "", "* * *", *STORIES[0], *STORIES[1]]), max_size=8),
        max_size=5,
    )
)
def test_spans_are_in_order_disjoint_and_trimmed(pages: list[list[str]]) -> None:
    for found in mark([article(f"a{n}", *paragraphs) for n, paragraphs in enumerate(pages)]):
        previous = 0
        for start, end in found.furniture:
            assert previous <= start < end <= len(found.text)
            assert found.text[start:end] == found.text[start:end].strip()
            previous = end


@pytest.mark.skipif(not FAMILIES.is_dir(), reason="the labelled families are not beside this checkout")
def test_labelled_families() -> None:
    documents, wanted = [], {}
    for path in sorted(FAMILIES.glob("*/truth.json")):
        truth = json.loads(path.read_text("utf-8"))
        for row in truth["documents"]:
            documents.append(Document(row["id"], (path.parent / f"{row['id']}.txt").read_text("utf-8")))
            wanted[row["id"]] = set(truth["furniture"].get(row["outlet"], ()))
    marked = {found.id: set(lines(found)) for found in mark([annotate(document) for document in documents])}
    texts = {document.id: document.text for document in documents}
    there = {(name, line) for name, some in wanted.items() for line in some if line in texts[name]}
    found = {(name, line) for name, some in marked.items() for line in some}
    assert len(found & there) / len(there) >= 0.93
    # Links to other articles are not in the labels, yet rightly marked; what else is marked must be next to nothing.
    assert len(found & there) / len(found) >= 0.87


@given(st.text("Ab é—1_-.,'\n\t©", max_size=40))
def test_plain_lines_are_read_as_all_others_are(line: str) -> None:
    plain = "".join(c for c in line if c.isascii())
    assert set(furniture._features(plain)) == set(furniture._FEATURE.findall(plain.casefold()))
    folded = " ".join(plain.lower().translate(furniture._WORDS_ONLY).split())
    assert folded == furniture._SPACE.sub(" ", plain.casefold()).strip()


@given(
    st.lists(
        st.sampled_from(["Sign up", "for", "our newsletter", "©", "x", "登録", "ads", "Follow us", "!"]), max_size=6
    )
)
def test_telltales_are_found_by_their_first_word(words: list[str]) -> None:
    line = " ".join(words)
    every = [telltale for some in furniture._telltales().values() for telltale in some]
    folded = line.casefold()
    plain = any(all(w in folded and furniture._stands_alone(folded, w) for w in telltale) for telltale in every)
    assert furniture._says_so(line, every) == (plain and len(furniture._SENTENCES.findall(line)) <= 4)
    assert furniture._says_so(line, furniture._telltales_in(f"x\n{line}\nx")) == furniture._says_so(line, every)
