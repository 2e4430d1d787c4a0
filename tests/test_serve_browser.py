"""The server's pages in a real browser: what a reader can do, and that nothing of an article ever runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import browsing
import pytest
from browsing import asked, forget, said, scheme, until, violations
from fake_trace import HOSTILE
from serving import Desk, Told, app_of, listening, made_index, seeds

from provenance.model import Document

browsing.needed()

from fake_trace import trace as made_up  # noqa: E402
from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

from provenance.report import render_report  # noqa: E402
from provenance.serve.archive import policy_of  # noqa: E402
from provenance.serve.page import with_links  # noqa: E402
from provenance.tracefile import trace_to_json  # noqa: E402

DRAFT = next(d.text for d in seeds() if d.id == "morrow-ferry")
EVIL = HOSTILE.replace("\ud83d", "") * 3
ASTRAL = "😀😀 " + DRAFT


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the seeds on the ferry, of a hostile article, and of a report that is ready."""
    evil = Document("e\"'><script>alert(1)</script>", EVIL, title='"><img src=x onerror=alert(2)>', outlet="</script>")
    known = [d for d in seeds() if d.id != "morrow-ferry"]
    folder = tmp_path_factory.mktemp("index")
    path = made_index(folder, [*known, evil])
    report = with_links(render_report(made_up()))
    (folder / "report.html").write_text(report, "utf-8")
    told = Told(ready=True, page=(folder / "report.html", policy_of(report)))
    with listening(app_of(path, Desk(path), told)) as port:
        yield f"http://127.0.0.1:{port}/"


def shown(browser: Any, selector: str) -> list[Any]:
    return [e for e in browser.find_elements(By.CSS_SELECTOR, selector) if e.is_displayed()]


def opened(browser: Any, place: str, path: str = "") -> Any:
    forget(browser)
    browser.get(place + path)
    until(browser, lambda: shown(browser, "h1"))
    return browser


def checked(browser: Any, place: str, text: str) -> Any:
    """Open the page, put a text into it as pasting does, and wait for the answer."""
    opened(browser, place)
    box = browser.find_element(By.ID, "text")
    browser.execute_script("arguments[0].value = arguments[1]", box, text)
    browser.find_element(By.CSS_SELECTOR, ".go").click()
    until(browser, lambda: shown(browser, "#result, .alarm-note"), 60)
    return browser


def quiet(browser: Any, place: str) -> None:
    """Nothing was logged, nobody else was asked."""
    assert said(browser) == []
    assert {url for url in asked(browser) if not url.startswith((place, "about:", "blob:"))} == set()


def test_a_pasted_article_is_shown_with_what_it_took(browser: Any, place: str) -> None:
    checked(browser, place, DRAFT)
    sources = shown(browser, ".source")
    assert len(sources) >= 3
    assert "uncredited" in sources[0].text
    assert "%" in sources[0].text
    assert "certain" in browser.find_element(By.CSS_SELECTOR, "header.verdict").text
    assert {"340 metres", "430 metres"} <= {e.text for e in shown(browser, ".changed-facts del, .changed-facts ins")}
    marked = "".join(m.text for m in shown(browser, ".pair > .text mark"))
    assert "Haddock Bank" in marked
    quiet(browser, place)


def test_a_source_is_read_beside_the_article(browser: Any, place: str) -> None:
    checked(browser, place, ASTRAL)
    next(s for s in shown(browser, ".source") if "Ferry passengers spend night" in s.text).click()
    until(browser, lambda: shown(browser, ".beside .text mark"))
    first = browser.find_element(By.CSS_SELECTOR, ".pair > .text mark[data-passage='1']")
    assert first.text.startswith("It was 6.52pm")
    ActionChains(browser).move_to_element(first).perform()
    until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".beside mark.hot[data-passage='1']"))
    assert {e.text for e in shown(browser, ".differs")} >= {"daily, hit", "a day, struck"}
    changed = "".join(e.text for e in browser.find_elements(By.CSS_SELECTOR, ".changed"))
    assert "430 metres" in changed
    assert "340 metres" in changed
    first.click()
    assert browser.find_elements(By.CSS_SELECTOR, ".beside mark.chosen[data-passage='1']")
    link = browser.find_element(By.LINK_TEXT, "Its family").get_dom_attribute("href")
    assert link == "/families#doc-skerrin-ferry"
    browser.find_element(By.XPATH, "//button[contains(., 'All sources')]").click()
    assert len(shown(browser, ".source")) >= 3
    quiet(browser, place)


def test_an_article_that_took_nothing_is_told_so(browser: Any, place: str) -> None:
    checked(browser, place, "Bakers in the valley agreed on Friday to close an hour earlier during the summer months.")
    assert shown(browser, "#verdict")[0].text == "Nothing taken over was found"
    assert shown(browser, ".source") == []


def test_a_chosen_file_is_checked(browser: Any, place: str, tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in DRAFT.splitlines() if line)
    file = tmp_path / "story.html"
    file.write_text(f"<!doctype html><title>x</title><article>{paragraphs}</article>", "utf-8")
    opened(browser, place)
    browser.find_element(By.ID, "file").send_keys(str(file))
    until(browser, lambda: shown(browser, ".source"), 60)
    assert "<p>" not in browser.find_element(By.CSS_SELECTOR, ".pair > .text").text
    quiet(browser, place)


DROP = """
const data = new DataTransfer();
if (arguments[1]) data.items.add(new File([arguments[0]], arguments[1]));
else data.setData("text/plain", arguments[0]);
for (const type of ["dragenter", "dragover", "drop"])
  document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
"""


@pytest.mark.parametrize("name", ["story.txt", ""])
def test_what_is_dropped_is_checked(browser: Any, place: str, name: str) -> None:
    opened(browser, place)
    browser.execute_script(DROP, DRAFT, name)
    until(browser, lambda: shown(browser, ".source"), 60)
    assert shown(browser, "#drop") == []


def test_what_cannot_be_checked_is_said(browser: Any, place: str) -> None:
    opened(browser, place)
    browser.find_element(By.CSS_SELECTOR, ".go").click()
    alarm = browser.find_element(By.CSS_SELECTOR, ".alarm-note")
    assert alarm.get_attribute("role") == "alert"
    assert "no article yet" in alarm.text
    browser.execute_script(DROP, "%PDF-1.7 \x01\x02", "story.pdf")
    until(browser, lambda: "Not checked" in browser.find_element(By.ID, "status").text)


def test_the_keyboard_is_enough(browser: Any, place: str) -> None:
    opened(browser, place)
    browser.execute_script("document.getElementById('text').value = arguments[0]", DRAFT)
    box = browser.find_element(By.ID, "text")
    box.send_keys(Keys.CONTROL, Keys.ENTER)
    until(browser, lambda: shown(browser, ".source"), 60)
    assert browser.switch_to.active_element.get_attribute("id") == "result"

    def press_until(wanted: str) -> None:
        for _ in range(60):
            ActionChains(browser).send_keys(Keys.TAB).perform()
            if browser.execute_script("return document.activeElement.matches(arguments[0])", wanted):
                return
        raise AssertionError(wanted)

    press_until(".source")
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    until(browser, lambda: shown(browser, ".beside .text"))
    assert browser.switch_to.active_element.tag_name == "h3"
    browser.execute_script("document.getElementById('result').focus()")
    press_until("mark")
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".beside mark.chosen"))
    press_until(".list-head button")
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    assert "source" in (browser.switch_to.active_element.get_attribute("class") or "")


def test_hostile_articles_stay_text(browser: Any, place: str) -> None:
    checked(browser, place, "\u202e<img src=x onerror=alert(9)>\n" + EVIL)
    source = shown(browser, ".source")[0]
    assert '"><img src=x onerror=alert(2)>' in source.text
    source.click()
    until(browser, lambda: shown(browser, ".beside mark"))
    active = "img, iframe, script, style, object, embed, link, form, a:not([href^='/families#doc-']), b, x"
    count = f'return document.querySelectorAll("#result :is({active})").length'
    assert browser.execute_script(count) == 0
    names = "return [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => a.name))"
    assert [name for name in browser.execute_script(names) if name.startswith("on") or name == "style"] == []
    holds = "return document.querySelector('.pair > .text').textContent.includes(arguments[0])"
    assert browser.execute_script(holds, "<img src=x onerror=alert(9)>")
    quiet(browser, place)


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("view", ["", "sources", "compared", "api", "families"])
def test_no_reader_is_shut_out(browser: Any, place: str, view: str, colours: str) -> None:
    scheme(browser, colours)
    if view in {"sources", "compared"}:
        checked(browser, place, DRAFT)
    else:
        opened(browser, place, view)
    if view == "compared":
        shown(browser, ".source")[0].click()
        until(browser, lambda: shown(browser, ".beside mark"))
    grave = [v for v in violations(browser) if v[1] in {"serious", "critical"}]
    scheme(browser, "")
    assert grave == []


def test_nothing_is_wider_than_a_phone(browser: Any, place: str) -> None:
    phone = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    try:
        wide = "return document.documentElement.scrollWidth"
        checked(browser, place, DRAFT)
        widths = [browser.execute_script(wide)]
        shown(browser, ".source")[0].click()
        widths.append(browser.execute_script(wide))
        for path in ("", "api"):
            opened(browser, place, path)
            widths.append(browser.execute_script(wide))
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert max(widths) <= 390


def test_where_nothing_can_be_checked_the_page_says_so(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "trace.json"
    file.write_text(trace_to_json(made_up()), "utf-8")
    with listening(app_of(None, trace=file)) as port:
        opened(browser, f"http://127.0.0.1:{port}/")
        until(browser, lambda: shown(browser, ".alarm-note"))
        assert not browser.find_element(By.CSS_SELECTOR, ".go").is_enabled()
        browser.execute_script(DROP, DRAFT, "")
        assert "nothing to check against" in browser.find_element(By.ID, "status").text


def test_pages_lead_to_each_other(browser: Any, place: str) -> None:
    opened(browser, place)
    for link, heading in (
        ("HTTP API", "HTTP API"),
        ("Families", "Who took what"),
        ("Check an article", "What did this"),
    ):
        browser.find_element(By.LINK_TEXT, link).click()
        until(browser, lambda heading=heading: shown(browser, "h1") and heading in shown(browser, "h1")[0].text)
    quiet(browser, place)
