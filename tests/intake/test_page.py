"""Web pages: the article and what the page tells of it."""

import io

from dragoman.intake import Delivery, Origin
from dragoman.intake.page import read

PAGE = """<!doctype html><html lang="en"><head><title>Buses leave Dumayr</title>
<meta property="og:site_name" content="The Example Post">
<meta property="article:published_time" content="2018-04-19T18:00:00Z">
<link rel="canonical" href="https://example.org/dumayr"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Buses leave Dumayr</h1>
<p>Buses carrying fighters and their families left the town of Dumayr on Thursday, a witness said.</p>
<p>The convoy was heading for Jarablus in the north, where it was expected to arrive during the night.</p></article>
<footer>Copyright</footer></body></html>"""


def delivered(html: str | bytes, origin: Origin | None = None) -> Delivery:
    data = html.encode() if isinstance(html, str) else html
    (outcome,) = read(io.BytesIO(data), origin or Origin("p.html"))
    assert isinstance(outcome, Delivery)
    return outcome


def test_article_and_its_metadata() -> None:
    report = delivered(PAGE).report
    assert "Buses carrying fighters and their families left the town of Dumayr on Thursday" in report.text
    assert "Sport" not in report.text
    assert report.model_dump(exclude={"text"}) == {
        "id": "p.html",
        "title": "Buses leave Dumayr",
        "publisher": "The Example Post",
        "published": "2018-04-19",
        "published_from": "metadata",
        "url": "https://example.org/dumayr",
        "language": "en",
    }


def test_flag_beats_the_date_of_the_page() -> None:
    report = delivered(PAGE, Origin("p.html", published="2018-04-20", publisher="Flag")).report
    assert (report.published, report.published_from) == ("2018-04-20", "flag")
    assert report.publisher == "The Example Post"


def test_declared_encoding_is_used() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("a witness", "«Свидетель»")
    assert "«Свидетель»" in delivered(page.encode("cp1251")).report.text


def test_page_without_an_article_is_delivered_empty() -> None:
    assert delivered("<html><body></body></html>").report.text == ""


def test_what_is_no_page_is_read_for_its_words() -> None:
    assert "<" not in delivered("<<<>>&&& <p>Words <b>here").report.text
