// Written by GenerateReference from the files of the rules: `swift run GenerateReference` renews it.
import Vocabulary

/// What each rule says of itself.
enum RuleDocumentation {
  static let texts: [FindingCode: String] = [
    "C010": #"""
    A value outside of what the catalogue calls plausible for its variable.
    Finds: values below or above the variable's `range`.
    Leaves alone: hours above those of a module, which `C027` reports.
    """#,
    "C012": #"""
    A total that is not the sum of female and male.
    Finds: differences above half a unit for each of the two parts.
    Leaves alone: rows where one of the three is missing, and rates, which do not add up.
    """#,
    "C013": #"""
    A count of whole things with decimals: a rate in the wrong row, or a unit of thousands.
    Finds: decimals in variables whose unit counts persons, schools, events and the like.
    Leaves alone: amounts such as tonnes, hours and money.
    """#,
    "C015": #"""
    A forecast where a figure was asked for.
    Finds: values of status F.
    Leaves alone: estimates and provisional figures, which describe what has been.
    """#,
    "C016": #"""
    A total without a value although all its parts have one.
    Finds: complete dimensions all of whose codes have a value in a year in which the total has none.
    Leaves alone: totals that are suppressed on purpose.
    """#,
    "C020": #"""
    A part of a figure that is larger than the figure itself: users of one district above the users of the city.
    Finds: parts along every dimension, open ones and overlapping ones too, of counts.
    Leaves alone: totals whose parts are all there and add up to something, which `C012` and `C022` compare.
    """#,
    "C021": #"""
    A numerator larger than its denominator: literate persons above the population they are counted in.
    Finds: such a pair in every year and breakdown in which both sides were reported in full.
    Leaves alone: gross ratios, whose plausible range goes above 100, and ratios of different things.
    """#,
    "C022": #"""
    A total that is not the sum of its parts along a dimension that leaves nothing out.
    Finds: differences above half a unit for each part, in education levels, zones, urban and rural, and the like.
    Leaves alone: women and men (`C012`), overlapping groups, and totals of which a part is missing.
    """#,
    "C023": #"""
    Categories of a distribution that do not add up to its total: expenditure by level against expenditure.
    Finds: differences above half a unit for each category, where all categories were reported.
    Leaves alone: counts, which `C022` compares, and distributions that are not complete.
    """#,
    "C024": #"""
    An age group, or another group of residents, larger than the population it lives in.
    Finds: groups named in `rules.yaml` under `population_groups`, for everyone and for women and men.
    Leaves alone: years in which one of the two is missing.
    """#,
    "C025": #"""
    Groups that share nobody and together are more than the population: 15 to 24 and 25 to 64 above 15 and over.
    Finds: the sum of the `disjoint` groups of `rules.yaml` above their whole.
    Leaves alone: years in which one of them is missing, and single groups that are too large (`C024`).
    """#,
    "C026": #"""
    An answer to a yes-or-no question that is neither 1 nor 0.
    Finds: values between the two, such as 0.5 for "in part".
    Leaves alone: values outside of 0 to 1, which `C010` reports.
    """#,
    "C027": #"""
    More hours of a course module than the module has.
    Finds: hours of the City Administrator course above those of the module, which most often are hours times participants.
    Leaves alone: modules taken in part.
    """#,
    "C028": #"""
    A rating by fewer reviewers than the method asks for.
    Finds: expert ratings with a number of reviewers below `minimum_reviewers`.
    Leaves alone: ratings without a number of reviewers (`C033`).
    """#,
    "C029": #"""
    Reviewers whose ratings lie too far apart for their mean to say something.
    Finds: a spread between the highest and the lowest rating above `maximum_rating_spread`.
    Leaves alone: ratings without a spread.
    """#,
    "C030": #"""
    A rate reported ready-made that differs from the one its own numerator and denominator give.
    Finds: differences above the rounding of one decimal.
    Leaves alone: rates whose numerator or denominator is missing or zero.
    """#,
    "C031": #"""
    A percentage between 0 and 1 in a series whose other values are above: 0.45 where 45 was meant.
    Finds: values between 0 and 1 of a percentage that is above 5 elsewhere in the city's figures.
    Leaves alone: percentages that live below 1 throughout.
    """#,
    "C032": #"""
    A mean rating that no whole ratings of so many reviewers can give: 2.3 from three reviewers.
    Finds: means that are no multiple of one reviewer's share, even rounded to the decimals given.
    Leaves alone: ratings without a number of reviewers, or by so many that every mean is possible.
    """#,
    "C033": #"""
    A rating that does not say how many reviewers gave it.
    Finds: ratings whose number of reviewers is missing in the same year.
    Leaves alone: ratings by too few (`C028`).
    """#,
    "C034": #"""
    A survey of so few that its margin of error hides what it should show.
    Finds: numbers of persons asked below `minimum_sample`, for everyone.
    Leaves alone: women and men of a sample that is large enough as a whole.
    """#,
    "C035": #"""
    A percentage of a survey that does not say how many were asked.
    Finds: ready-made survey rates without the number of persons asked in the same year.
    Leaves alone: rates of registers and accounts, and women's and men's rates beside a total.
    """#,
    "C036": #"""
    A note that names a person's e-mail address, telephone or identity number. Notes are published; what was found is masked there.
    Finds: e-mail addresses, Thai telephone numbers, others with a plus sign, and Thai identity numbers whose check digit is right.
    Leaves alone: other numbers, such as years, sums and document numbers. The finding does not repeat what it found.
    """#,
    "C037": #"""
    A flag that a reader cannot judge without a word: a break, another definition, an estimate.
    Finds: the statuses of `statuses_with_note` without a note, once a variable and year.
    Leaves alone: provisional figures, and further breakdowns of a figure that was told already.
    """#,
    "C038": #"""
    A figure that is simply not there.
    Finds: totals whose newest row is of status O, without a note.
    Leaves alone: figures that are not applicable, not collected, suppressed or included elsewhere: these statuses are reasons; and older years.
    """#,
    "C039": #"""
    A year in which every figure is provisional: a status copied down the column.
    Finds: at least `provisional_from` values of one year, all of status P; told once, at the first.
    Leaves alone: years with one final figure.
    """#,
    "C043": #"""
    Figures of another kind of place than the city: the province's for the municipality's.
    Finds: variables whose figures have another geographic level than the city in the registry; once a variable.
    Leaves alone: cities and figures of one level.
    """#,
    "C044": #"""
    The same number of women and men: half of a total, or one cell copied into the other.
    Finds: counts of women and men from `identical_sexes_from` on that are equal in every year; told at the last.
    Leaves alone: small counts and single years of several, where equality happens, and rates.
    """#,
    "C045": #"""
    A percentage of exactly 100 or 0 for women, men and everyone.
    Finds: percentages whose three figures are all 100, or all 0.
    Leaves alone: percentages that were not reported by sex.
    """#,
    "C046": #"""
    A parity index that more often comes from a mistake than from the city: one sex at half or double the other's rate.
    Finds: women's over men's rate outside of `parity_plausible`, of rates that a parity index is made of.
    Leaves alone: rates of fewer persons than `minimum_denominator`, and disparity within the bounds, which is a result.
    """#,
    "C047": #"""
    A year whose large counts are all round thousands: estimates, or thousands typed with their zeros.
    Finds: at least `round_values_from` counts of `round_to` or more, every one of them a multiple of it; told once, at the first.
    Leaves alone: years with one count that is not round.
    """#,
    "C048": #"""
    A rate over so few that one person more or less moves it by points.
    Finds: denominators of rates below `minimum_denominator`, above 0, beside a numerator.
    Leaves alone: samples of surveys, which `C034` judges.
    """#,
    "T001": #"""
    A change so large that the figure is not published without a reason.
    Finds: changes beyond the catalogue's error thresholds; a note on the row is the reason.
    Leaves alone: new series after a break, and smaller changes (`T003`).
    """#,
    "T002": #"""
    A year in which every figure is last year's.
    Finds: at least `copied_forward_from` figures of which none differs from the year before; told once, at the first.
    Leaves alone: answers of yes and no, ratings, hours of the course and zeros, which may well stay as they are.
    """#,
    "T003": #"""
    A change from the previous observation beyond the catalogue's warning thresholds: both the absolute and the relative one, or the absolute one alone where the base is small.
    Finds: changes that are rare, once a series and year.
    Leaves alone: new series after a break, changes that need a reason (`T001`), shifted decimal points (`T004`) and counts that come from or go to zero (`T006`, `T007`).
    """#,
    "T004": #"""
    A value ten, a hundred or a thousand times the one before, or that part of it: persons for thousands of persons.
    Finds: ratios within `shift_tolerance` of 10, 100 or 1000 whose larger value is at least `shift_from`.
    Leaves alone: yes and no, ratings, and new series after a break.
    """#,
    "T005": #"""
    A value whose sign is not that of the year before: a minus forgotten, or a change for a level.
    Finds: neighbours in a series of which one is negative and the other positive.
    Leaves alone: zeros, and new series after a break.
    """#,
    "T006": #"""
    A count that falls to zero: an empty cell typed as 0, or a service that closed.
    Finds: counts of `zero_flip_from` or more followed by 0.
    Leaves alone: small counts, which come and go, and new series after a break.
    """#,
    "T007": #"""
    A count that starts from zero: last year was not zero but unknown.
    Finds: 0 followed by a count of `zero_flip_from` or more.
    Leaves alone: small counts, which come and go, and new series after a break.
    """#,
    "T008": #"""
    A figure of an election in a year without one: the last election's, carried on.
    Finds: figures of elections less than `election_years` after the ones before.
    Leaves alone: the first figure of a series.
    """#,
    "T009": #"""
    A series whose newest value is too old to stand for the round's year.
    Finds: totals whose last value lies more than the method's `maximum_age_years` before the reference year.
    Leaves alone: series that say why there is nothing newer: a later year without a value has a status of its own.
    """#,
    "T010": #"""
    A figure of a year that the round is not about yet.
    Finds: values of years after the reference year, once a variable.
    Leaves alone: forecasts, which `C015` reports.
    """#,
    "T011": #"""
    A figure that differs from what a closed round published.
    Finds: differences above `revision_tolerance` per cent of the published figure; a note says why.
    Leaves alone: figures that were provisional, estimated or forecast then: they were meant to be revised.
    """#,
    "T012": #"""
    A figure that a closed round published and that now has no value.
    Finds: rows whose value was taken out.
    Leaves alone: rows that are not in the submission at all: a city need not send its history again.
    """#,
    "T013": #"""
    A year left out between two others.
    Finds: gaps in the totals of yearly figures without a row that says why.
    Leaves alone: figures of surveys and elections, which are not made every year.
    """#,
    "T014": #"""
    A count that has been the same for years.
    Finds: `flat_years` or more equal values in a row, from `flat_from` on; told at the last of them.
    Leaves alone: small counts, and figures that are not made every year, such as samples of surveys.
    """#,
    "T015": #"""
    Hours of the course that became fewer, although they are counted from the start.
    Finds: module hours below those of an earlier year.
    Leaves alone: hours that stay the same.
    """#,
    "X001": #"""
    A change that is unusual among the cities' changes, for the size of the city (Hidiroglou and Berthelot, 1986).
    Finds: ratios of the year to the one before whose size-weighted effect lies outside of the fences around the median effect.
    Leaves alone: networks of fewer than `minimum_cities` with both years, zeros, and fields without spread.
    """#,
    "X002": #"""
    A rate far from those of the other cities.
    Finds: rates further from the median than `deviation_factor` robust deviations and `deviation_from` points.
    Leaves alone: networks of fewer than `minimum_cities` with the rate.
    """#,
    "X003": #"""
    A series that is another city's to the last digit: a file copied and not filled in.
    Finds: counts and amounts that agree in all years, at least `identical_years` of them and not all alike.
    Leaves alone: short series, small counts, answers and ratings.
    """#,
    "X004": #"""
    A count that every city reports alike: an example in the template that nobody replaced.
    Finds: one value of at least `flat_from` in all of at least `minimum_cities` cities; told at the first city.
    Leaves alone: answers, ratings, rates and small counts.
    """#,
  ]
}
