"""`docgen decline`: tables, JSON lines, standard input, wrong genders."""

import json

from click.testing import CliRunner, Result

from docgen.cli.decline import command


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(command, list(arguments), input=given)


def test_a_name_as_a_table() -> None:
    result = run("Бондарь Ольга Александровна")
    assert result.exit_code == 0
    assert result.output.splitlines()[2].split() == ["дательный", "Бондарь", "Ольге", "Александровне"]
    assert "женский" in result.output


def test_a_post_as_json() -> None:
    result = run("директор колледжа", "--as", "post", "--json")
    fields = json.loads(result.output)
    assert list(fields) == [
        *("text", "nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"),
        *("gender", "certainty"),
    ]
    assert fields["instrumental"] == "директором колледжа"
    assert fields["gender"] is None
    assert fields["certainty"] == "sure"


def test_lines_of_standard_input_with_their_genders() -> None:
    result = run("-", "--json", "--as", "surname", given="Ким\tm\n\nБондарь\tf\nИванова\n")
    found = [json.loads(line) for line in result.output.splitlines()]
    assert [(one["dative"], one["gender"]) for one in found] == [
        ("Киму", "m"),
        ("Бондарь", "f"),
        ("Ивановой", "f"),
    ]


def test_the_option_serves_lines_without_a_gender() -> None:
    result = run("-", "--json", "--gender", "f", given="Бондарь О.А.\nКим В.\tm\n")
    found = [json.loads(line) for line in result.output.splitlines()]
    assert [one["genitive"] for one in found] == ["Бондарь О.А.", "Кима В."]


def test_several_inputs_are_several_tables() -> None:
    result = run("-", "--gender", "m", given="Ким\nПак\n")
    assert result.output.count("именительный") == 2
    assert "\n\n" in result.output


def test_a_wrong_gender_names_its_line() -> None:
    result = run("-", given="Ким\tm\n\nПак\tмуж\n")
    assert result.exit_code == 2
    assert "строка 3" in result.stderr


def test_wrong_usage() -> None:
    assert run("Ким", "--gender", "x").exit_code == 2
    assert run("Ким", "--as", "plan").exit_code == 2
    assert run().exit_code == 2


def test_doubt_is_said() -> None:
    assert "проверьте" in run("Бондарь О.А.").output


def test_help_is_in_russian() -> None:
    assert "падеж" in run("--help").output
