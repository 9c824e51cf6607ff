"""A contact is read as typed, and what is no address or number is refused with the text."""

import pytest
from pydantic import ValidationError

from core.consideration_table import reasons
from core.contact_person import ContactPerson


def test_spaces_are_taken_out_and_what_is_empty_is_unknown() -> None:
    read = ContactPerson(
        partner=1, name=" Jan  Jansen ", role=" ", phone=" 06 1234  5678 ", email=" "
    )
    assert (read.name, read.role, read.phone, read.email) == (
        "Jan Jansen", None, "06 1234 5678", None,
    )  # fmt: skip
    assert read.line() == "Jan Jansen, 06 1234 5678"
    assert read.in_words() == {"Naam": "Jan Jansen", "Telefoon": "06 1234 5678"}


@pytest.mark.parametrize(
    "phone", ["06-12345678", "+31 (0)20 123 45 67", "0800.1234", "06-12 34 56 78 (na 14u)"]
)
@pytest.mark.parametrize("email", ["jan@school.nl", "j.jansen+lees@bureau.school.nl"])
def test_usual_numbers_and_addresses_are_taken(phone: str, email: str) -> None:
    read = ContactPerson(partner=1, name="Jan", phone=phone, email=email)
    assert (read.phone, read.email) == (phone, email)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": " "}, "Vul de naam in"),
        ({"name": "x" * 201}, "Vul de naam in"),
        ({"email": "jan@school"}, "“jan@school” is geen e-mailadres"),
        ({"email": "jan jansen@school.nl"}, "geen e-mailadres"),
        ({"email": "javascript:alert(1)"}, "geen e-mailadres"),
        ({"phone": "bel mij"}, "“bel mij” is geen telefoonnummer"),
        ({"phone": "=1+1"}, "geen telefoonnummer"),
    ],
)
def test_what_is_none_is_refused_in_words(given: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ContactPerson.model_validate({"partner": 1, "name": "Jan"} | given)
    assert said in reasons(refused.value)[0]
