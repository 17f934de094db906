from dragoman.reading.language import load
from dragoman.reading.times.component import TimesComponent, make


def test_the_component_puts_times_and_spans_on_the_document() -> None:
    doc = make(load(), "dragoman_times", "2018-04-18")(load()("The convoy left on Tuesday."))
    assert [time.value for time in doc._.dragoman_times] == ["2018-04-17"]
    assert [(span.text, span.label_) for span in doc.spans["dragoman_times"]] == [("on Tuesday", "DATE")]


def test_the_day_on_the_document_wins() -> None:
    component = TimesComponent("2018-04-18")
    doc = load()("The convoy left on Tuesday.")
    doc._.dragoman_published = "2016-04-18"
    assert [time.value for time in component(doc)._.dragoman_times] == ["2016-04-12"]


def test_a_pipeline_takes_it_by_name() -> None:
    assert load().has_factory("dragoman_times")
