"""The language of a text is recognised, and left open where there is too little to tell."""

import pytest

from dragoman.intake.language import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army said that its troops had entered the town after the rebels left."),
        ("en", "REBELS IN THE NORTH OF THE COUNTRY HAVE AGREED TO A TRUCE, SAID THE GOVERNMENT."),
        ("ar", "قال الجيش إن قواته دخلت المدينة بعد انسحاب الفصائل المسلحة منها يوم الثلاثاء"),
        ("fr", "L'armée a annoncé mardi que ses troupes étaient entrées dans la ville après le départ des rebelles."),
        ("ru", "Армия сообщила во вторник, что её войска вошли в город после ухода повстанцев."),
        ("es", "El ejército anunció el martes que sus tropas entraron en la ciudad tras la salida de los rebeldes."),
        ("de", "Die Armee teilte am Dienstag mit, dass ihre Truppen nach dem Abzug der Rebellen in die Stadt kamen."),
        ("tr", "Ordu salı günü isyancıların çekilmesinin ardından birliklerinin kente girdiğini açıkladı."),
    ],
)
def test_language_is_recognised(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", " \n", "12 345", "Douma", "Kano: 3", "🙂🙂"])
def test_too_little_to_tell_is_left_open(text: str) -> None:
    assert detect(text) is None


def test_english_report_with_a_foreign_quotation_stays_english() -> None:
    text = "The men who left the town shouted «الشعب يريد» as the buses that were to take them north set off."
    assert detect(text) == "en"
