"""The faults of every-fault.py: what hands do to a form, and what is to be found of it, each at its cell.

A fault is a function that spoils a form and says what is to be found of it; see Form in every-fault.py.
"""

import datetime

NBSP, ZWSP = "\u00a0", "\u200b"

ALL = []


def fault(name):
    def register(function):
        ALL.append((name, function))
        return function
    return register


# What CONVENTIONS 2.2 says is seen in practice.

@fault("sheets renamed and moved")
def renamed(form):
    form.sheet.title = form.data = "Data (2)"
    form.book.move_sheet(form.data, -1)
    form.found("F070", form.data, "*")


@fault("text numbers: thousands separators, spaces that nobody sees, an apostrophe")
def text_numbers(form):
    every, women, men = ("literate_15_24" + part for part in ("", "|sex=F", "|sex=M"))
    form.put("N003", every, f"{form.value(every):,.0f}")
    form.put("N005", women, f"{NBSP}{form.value(women):.0f}{ZWSP}")
    form.type(men, f"{form.value(men):.0f}")
    form.cell(men).quotePrefix = True


@fault("a unit behind the number")
def unit_word(form):
    form.put("C055", "recorded_crimes", "18,925 คดี")


@fault("Thai digits")
def thai_digits(form):
    form.put("N002", "council_seats", "๔๙๕")


@fault("a decimal comma")
def decimal_comma(form):
    form.put("N004", "mean_years_of_schooling_25plus", "11,4", status=None)


@fault("per cent, typed and formatted")
def per_cent(form):
    form.put("C004", "cultural_visits|sex=F", "50 %")
    form.add("N006", "poverty_share_line_not_stated", "42.8 %")
    form.add("N006", "extreme_poverty_share_line_not_stated", 0.413)
    form.sheet.cell(form.last, form.columns["value"]).number_format = "0.0%"


@fault("a share for a percentage")
def share(form):
    form.add("C031", "illiteracy_share_age_not_stated", 0.464, also=["T001"])


@fault("a year of the Buddhist Era, and one of the Common Era beside it")
def eras(form):
    form.correct("N001", "population|sex=F", 2567, form.before["population|sex=F"], column="B")
    # The other corrections are of the Common Era.
    form.found("N007", form.notes, f"B{form.corrected + 1}")


@fault("dates for numbers, one of them typed in the Buddhist Era")
def dates(form):
    form.put("C018", "ca_hours_forums" if "ca_hours_forums" in form.rows else "ca_hours_grantee_forum", datetime.date(2025, 2, 1))
    form.put("C018", "ca_hours_measurement", datetime.date(2568, 1, 5))


@fault("formulas: the value when it was saved, and one that draws on another file")
def formulas(form):
    form.put("C019", "attacks_on_education", "=30+4", cached="34")
    form.put("C019", "patents_granted", "=[1]Sheet1!A1", cached="511")


@fault("error values")
def error_values(form):
    form.put("C017", "training_expenditure_surveyed", "#REF!")
    form.put("C017", "learning_organisations", "=1/0", cached="#DIV/0!")


@fault("merged cells and hidden rows")
def merged(form):
    row = form.rows["co2_emissions"]
    form.sheet.merge_cells(start_row=row, end_row=row, start_column=form.columns["source"], end_column=form.columns["note"])
    form.found("F069", form.data, f"J{row}")
    row = form.rows["city_gdp"]
    form.sheet.row_dimensions[row].hidden = True
    form.found("F068", form.data, "*")


@fault("rows deleted, misspelt, doubled and sorted")
def rows(form):
    form.drop("C051", "mechanism_forums")
    form.recode("C052", "mechanism_festival", "mechanism_festvial", also=["C051"])
    form.twice("C053", "mechanism_core_zone", 1, 0)
    form.swap("mechanism_workshops", "mechanism_publicity")


@fault("pasted over a rule of the form")
def pasted(form):
    form.put("C010", "council_seats_women", -3, also=["T003", "T005"])


@fault("strings as other programs write them, and the other spelling of SARA AM")
def writings(form):
    cell = form.sheet.cell(form.rows["labour_force"], 2)
    cell.value = str(cell.value).replace("ำ", "\u0e4d\u0e32")
    form.type("labour_force", form.value("labour_force"), note="ตามทะเบียน\r\nจำนวน 👍")


@fault("words for no value")
def words(form):
    for code, text in (("employee_training_yes", "-"), ("teacher_ict_use_yes", ".."), ("residents_in_slums", "N/A"),
                       ("social_mobility_yes", "ไม่มี"), ("tested_reading_primary_end", "ไม่ทราบ")):
        form.put("C062", code, text, also=["C038"])


@fault("a locked cell typed over")
def locked(form):
    form.sheet.cell(form.rows["labour_force"], 6).value = 1
    form.found("F065", form.data, "*")


@fault("a column moved in, named by hand")
def unknown_status(form):
    form.put("C008", "ca_hours_field_practice", 2, status="perhaps", column="status")
    form.put("C060", "ca_hours_network_forum", 3.3, status="A", column="status")
    form.put("C059", "ca_hours_festivals", None, status="e")
    form.put("C009", "learning_environment_yes|sex=F", 444, status="m")
    form.put("C005", "learning_environment_yes|sex=M", "about 480")
    form.put("C050", "learning_reward_spread", None)
    form.put("C061", "mechanism_partner_resources", "ไม่มี")


@fault("corrections without a year, a code or a value")
def half_corrections(form):
    form.correct("C056", "labour_force", 2024, None)
    form.correct("C006", "labour_force", "soon", 5, column="B")
    form.correct("C058", None, 2024, 5, column="A")
    form.correct("C052", "labor_force", 2024, 5, column="A")
    form.correct("C040", "population_15_24", 2024, 150001)
    form.correct("C040", "population_15_24", 2024, 150002)
    form.correct("", "population|sex=M", 2024, form.before["population|sex=M"])
    form.correct("C041", "population|sex=M", 2024, form.before["population|sex=M"])


# Rules of content.

@fault("sums and parts")
def sums(form):
    form.put("C012", "volunteering_asked", 1250)
    form.put("C013", "schools_with_electricity", form.value("schools_with_electricity") - 0.5)
    form.put("C016", "unemployed_training_asked", None, status="m", also=["C038"])
    form.put("C020", "family_learning_asked|sex=F", 1400)
    form.type("family_learning_asked|sex=M", status="x")
    form.put("C021", "schools_with_internet", 300, also=["T003"])
    form.put("C023", "education_expenditure", 743937890)
    for level, value in zip(("ECE", "PRI", "LSEC", "USEC", "TVET", "TER", "ADULT_OTHER"), (1e8,) * 7):
        form.type(f"education_expenditure|education_level={level}", value)
    form.add("", "schools_primary_secondary|location=URBAN", 200)
    form.add("", "schools_primary_secondary|location=RURAL", 40)
    form.found("C022", form.data, form.place("schools_primary_secondary"))


@fault("groups and populations")
def groups(form):
    form.put("C024", "urban_population", 1300000, also=["T003"])
    for sex in "FM":
        form.type(f"urban_population|sex={sex}", status="x")
    form.found("C025", form.data, form.place("population"))
    form.put("T003", "population_early_childhood_age", 300000)
    for sex in "FM":
        form.type(f"population_early_childhood_age|sex={sex}", status="x")


@fault("answers, hours and ratings")
def ratings(form):
    form.put("C026", "mechanism_exhibitions", 0.5)
    form.put("C027", "ca_hours_foundations", 72, also=["T003"])
    form.type("leadership_rating", 3)
    form.put("C028", "leadership_reviewers", 1)
    form.put("C029", "coordination_spread", 3)
    form.put("C032", "learning_celebration_rating", 3.5)
    form.put("C033", "learning_strategy_rating", 3.27)
    form.type("learning_strategy_reviewers", status="a")


@fault("surveys")
def surveys(form):
    form.put("C034", "learning_contribution_asked", 60)
    for sex in "FM":
        form.put("T003", f"learning_contribution_asked|sex={sex}", 30)
    for code, value in (("", 40), ("|sex=F", 20), ("|sex=M", 20)):
        form.put("T003" if not code else "", "learning_contribution_yes" + code, value)


@fault("women and men, and very few")
def few(form):
    form.put("C046", "adult_learning_yes|sex=F", 30, also=["T003"])
    # Its zones are the sum that it was.
    form.put("T003", "adult_learning_yes", 207, also=["C022"])
    for code, value in (("population_completion_age_upper_secondary", 25), ("completed_upper_secondary", 20)):
        form.put("C048" if value == 25 else "", code, value, also=["T003"])
        for sex in "FM":
            form.type(f"{code}|sex={sex}", status="x")


@fault("notes")
def notes(form):
    form.put("C036", "public_expenditure", form.value("public_expenditure"), note="ถาม somchai@city.example หรือ 081-234-5678")
    form.put("C037", "domestic_waste", form.value("domestic_waste"), status="b")
    form.put("C038", "payroll_surveyed", None, status="m")
    form.put("C015", "public_transport_asked", form.value("public_transport_asked"), status="F")


@fault("rates that cities compute themselves")
def rates(form):
    form.add("C030", "adult_literacy_rate", 78)
    form.add("C035", "internet_daily_use_rate", 64)
    form.add("C045", "teachers_trained_in_technology_share", 100)
    for sex in "FM":
        form.add("", f"teachers_trained_in_technology_share|sex={sex}", 100)


@fault("as many women as men")
def sexes(form):
    form.type("ict_spreadsheet_users", 2468)
    form.put("C044", "ict_spreadsheet_users|sex=F", 1234)
    form.type("ict_spreadsheet_users|sex=M", 1234)


# What the years before say.

@fault("changes since the last round")
def changes(form):
    form.add("T001", "festival_participation_share", 2)
    form.put("T003", "flexible_learning_system_rating", 1)
    form.put("T003", "ict_programmers", 250)
    for sex in "FM":
        form.type(f"ict_programmers|sex={sex}", status="x")
    form.put("T004", "community_learning_spaces", 3070)
    form.add("T005", "illiteracy_reduction_ten_years", -40.2, also=["T001"])
    form.put("T006", "heritage_learning_programmes", 0)
    form.correct("", "learning_places", 2024, 0)
    form.add("T007", "learning_places", 46)
    form.correct("", "voters_who_voted", 2024, 560000)
    form.put("T008", "voters_who_voted", form.value("voters_who_voted"))
    form.put("T015", "ca_hours_cases", 3)
    form.put("T014", "schools_primary_secondary", form.value("schools_primary_secondary"))


@fault("corrections to closed rounds")
def corrections(form):
    form.correct("T011", "community_learning_centres", 2024, 90)
    form.correct("T012", "courses_offered", 2024, None, status="m", also=["C038"])
    form.correct("T009", "tertiary_enrolment_ratio", 2015, 30)
    form.correct("T010", "teachers_left", 2027, form.value("teachers_left"), also=["T013"])
    form.correct("", "council_seats_women", 2021, 140)
    form.correct("T013", "council_seats_women", 2024, 150)


TEN = ("attacks_on_education", "community_learning_spaces", "courses_offered", "cultural_visits", "heritage_learning_programmes",
       "ict_programmers", "learning_organisations", "patents_granted", "recorded_crimes", "teachers_left")


@fault("whole years: all provisional, all the same, all round")
def whole_years(form):
    for number, code in enumerate(TEN):
        form.correct("C047" if number == 0 else "", code, 2018, 5000 + number * 1000)
    for number, code in enumerate(TEN):
        form.correct("C039" if number == 0 else "", code, 2019, 5001 + number * 1001, status="p")
    for number, code in enumerate(TEN):
        form.correct("T002" if number == 0 else "", code, 2020, 5001 + number * 1001)


# What ends the reading of a form, or cannot stand beside the others: a form each, of which only these codes are to be found.

def everywhere(form, old, new):
    for sheet in form.book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and old in cell.value:
                    cell.value = cell.value.replace(old, new)


def two_identities(form):
    form.book[form.notes]["A2"].value = "gnlc-template 1 · demo/2026 · xx-b"


def hidden_sheet_lost(form):
    del form.book["x_meta"]


def hidden_sheet_changed(form):
    form.book["x_meta"].cell(form.book["x_meta"].max_row, 1).value = "other"


def data_sheet_twice(form):
    form.book.copy_worksheet(form.sheet)


def heads_lost(form):
    for cell in form.sheet[form.head]:
        cell.value = None


def heads_and_names_lost(form):
    heads_lost(form)
    for name in [name.name for name in form.book.defined_names.definedName]:
        del form.book.defined_names[name]


def year_unclear(form):
    form.sheet.cell(form.head, form.columns["value"]).value = "กรอก: ค่า 2575\nENTER: value 2032"


def newer(form):
    everywhere(form, "gnlc-template 1 ", "gnlc-template 9 ")
    for row in form.book["x_meta"].iter_rows():
        if row[0].value == "template_version":
            row[1].value = 9


def unknown_city(form):
    everywhere(form, "xx-a", "xx-zz")


OTHERS = [
    ("two cities in one form", two_identities, {"F060"}),
    ("the hidden sheet is lost", hidden_sheet_lost, {"F061"}),
    ("the hidden sheet is changed", hidden_sheet_changed, {"F066"}),
    ("the data sheet copied", data_sheet_twice, {"F063"}),
    ("the heads of the columns deleted", heads_lost, {"F071"}),
    ("and the names of the columns as well", heads_and_names_lost, {"F064"}),
    ("a head with another year", year_unclear, {"F072"}),
    ("a form of a version to come", newer, {"F073"}),
    ("a form of a city that is none", unknown_city, {"R010"}),
]

# What one form cannot show, with the reason.
FILE = "a file of its own: hostile-files.py"
TABLE = "of tables and sources, not of forms: IngestionTests"
ELSEWHERE = {
    **{f"F{number:03}": FILE for number in [*range(1, 20), 21]},
    **{code: TABLE for code in ("C001", "C003", "C011", "C014", "C042", "C043", "F030", "F031", "F032", "F033", "F034", "F035", "F036", "F037",
                                "F040", "F050", "F051", "F052", "N090")},
    "C063": "a form checked by another catalogue: TemplateIngestorTests",
    "F020": "a disk that fails",
    "F067": "a form made with an earlier catalogue: TemplateReaderTests",
    "C049": "the words that other findings get when a note explains them",
    "R008": "figures of single persons: RoundsTests",
    "X002": "the rule's own example: ExampleTests", "X003": "the rule's own example: ExampleTests",
    "R006": TABLE, "R009": TABLE, "R007": "a round without a file",
    **{f"R{number:03}": "of targets.csv: TargetFileTests" for number in range(20, 27)},
    **{f"R{number:03}": "of corrections.yaml: CorrectionFileTests, CorrectionTests" for number in range(30, 41)},
}
