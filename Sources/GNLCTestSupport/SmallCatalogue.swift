import Catalogue

/// A catalogue of a few definitions in which a test can change one thing.
public struct SmallCatalogue: Sendable {
  public var codes = """
    format: 1
    units:
      percent: {label: {en: "%", th: "%"}, name: {en: per cent, th: ร้อยละ}, kind: rate, decimals: 1, ratio: {numerator: same, denominator: same, factor: 100}}
      persons: {label: {en: persons, th: คน}, name: {en: persons, th: คน}, kind: count, decimals: 0, quantity: persons}
      places: {label: {en: places, th: แห่ง}, name: {en: places, th: แห่ง}, kind: count, decimals: 0, quantity: places}
      years: {label: {en: years, th: ปี}, name: {en: years, th: ปี}, kind: amount, decimals: 1}
      index: {label: {en: index, th: ดัชนี}, name: {en: index, th: ดัชนี}, kind: index, decimals: 3}
      score_1_4: {label: {en: score, th: คะแนน}, name: {en: score, th: คะแนน}, kind: rating, decimals: 2}
    dimensions:
      sex:
        label: {en: Sex, th: เพศ}
        codes:
          F: {label: {en: Female, th: หญิง}}
          M: {label: {en: Male, th: ชาย}}
      level:
        label: {en: Level, th: ระดับ}
        codes:
          PRI: {label: {en: Primary, th: ประถม}}
          SEC: {label: {en: Secondary, th: มัธยม}}
    lists:
      benefit_levels:
        label: {en: Benefit, th: ประโยชน์}
        codes:
          individual: {label: {en: Individual, th: บุคคล}}
    """

  public var variables = """
    format: 1
    variables:
      - {id: adults, label: {en: Adults, th: ผู้ใหญ่}, definition: {en: Adults, th: ผู้ใหญ่}, question: {en: How many?, th: กี่คน}, unit: persons, evidence: official, by: [sex], range: [0, 1000000]}
      - {id: literate, label: {en: Literate, th: รู้หนังสือ}, definition: {en: Literate, th: รู้หนังสือ}, question: {en: How many?, th: กี่คน}, unit: persons, evidence: official, by: [sex], range: [0, 1000000]}
      - {id: schooling, label: {en: Schooling, th: ปีการศึกษา}, definition: {en: Schooling, th: ปีการศึกษา}, question: {en: How long?, th: กี่ปี}, unit: years, evidence: official, range: [0, 20]}
      - {id: rated, label: {en: Rated, th: ประเมิน}, definition: {en: Rated, th: ประเมิน}, question: {en: Rating?, th: คะแนน}, unit: score_1_4, evidence: expert_review, range: [1, 4]}
      - {id: raters, label: {en: Raters, th: ผู้ประเมิน}, definition: {en: Raters, th: ผู้ประเมิน}, question: {en: How many?, th: กี่คน}, unit: persons, evidence: expert_review, range: [1, 100]}
      - {id: spending, label: {en: Pupils by level, th: ผู้เรียนตามระดับ}, definition: {en: Pupils, th: ผู้เรียน}, question: {en: How many?, th: กี่คน}, unit: persons, evidence: official, by: [level], range: [0, 1000000]}
      - {id: libraries, label: {en: Libraries, th: ห้องสมุด}, definition: {en: Libraries, th: ห้องสมุด}, question: {en: How many?, th: กี่แห่ง}, unit: places, evidence: official, range: [0, 1000]}
    """

  public var indicators = """
    format: 1
    indicators:
      - {id: literacy_rate, code: 1.1.1-a, label: {en: Literacy, th: การรู้หนังสือ}, definition: {en: Literacy, th: การรู้หนังสือ}, unit: percent, direction: increase, compute: {numerator: literate, denominator: adults}, score: {goalposts: [50, 100]}, evidence: official, benefits: [individual], source: {document: own, verified: true}}
      - {id: mean_schooling, code: 1.1.2-a, label: {en: Schooling, th: ปีการศึกษา}, definition: {en: Schooling, th: ปีการศึกษา}, unit: years, direction: increase, compute: {value: schooling}, score: {goalposts: [0, 15]}, evidence: official, source: {document: own, verified: true}}
      - {id: review, code: 1.1.2-b, label: {en: Review, th: การประเมิน}, definition: {en: Review, th: การประเมิน}, unit: score_1_4, direction: increase, compute: {rating: rated, reviewers: raters}, score: rating, evidence: expert_review, source: {document: own, verified: true}}
      - {id: literacy_parity, code: 4.5.1, label: {en: Parity, th: ความเสมอภาค}, definition: {en: Parity, th: ความเสมอภาค}, unit: index, direction: ideal, compute: {parity: literacy_rate, dimension: sex, of: F, to: M, adjusted: true}, score: {ideal: 1, worst: 0}, evidence: official, source: {document: own, verified: true}}
      - {id: pupils_by_level, code: 3.3.1-b, label: {en: Levels, th: ระดับ}, definition: {en: Levels, th: ระดับ}, unit: percent, direction: none, compute: {distribution: spending, over: level}, score: none, evidence: official, source: {document: own, verified: true}}
    """

  public var framework = """
    format: 1
    id: small
    label: {en: Small, th: เล็ก}
    levels: [area, feature]
    source: {title: Own, verified: true}
    nodes:
      - code: "1"
        label: {en: One, th: หนึ่ง}
        nodes:
          - {code: "1.1", label: {en: One one, th: หนึ่งหนึ่ง}, indicators: [literacy_rate]}
          - {code: "1.2", label: {en: One two, th: หนึ่งสอง}, indicators: [mean_schooling, review]}
          - {code: "1.3", label: {en: One three, th: หนึ่งสาม}, indicators: [pupils_by_level]}
    """

  public var method = """
    format: 1
    id: test-method
    version: "1"
    normalisation: goalposts
    aggregation: arithmetic
    minimum_coverage: {numerator: 2, denominator: 3}
    maximum_age_years: 5
    progress:
      methods: [statcan]
      base_year: 2015
      target_year: 2030
    """

  public var rules = """
    format: 1
    version: "1"
    year_on_year:
      count: {warn_absolute: 100, warn_relative: 25, minimum_base: 400}
      rate: {warn_absolute: 10}
    sum_tolerance: 0.5
    rate_tolerance: 0.05
    minimum_denominator: 30
    parity_plausible: [0.5, 2.0]
    complete_dimensions: [sex, level]
    statuses_with_note: [B, E]
    population_groups: {adults: {parts: [literate]}}
    content: {minimum_reviewers: 2, maximum_rating_spread: 2, minimum_sample: 100, identical_sexes_from: 100, round_to: 1000, round_values_from: 8, provisional_from: 10}
    series: {copied_forward_from: 10, shift_tolerance: 0.1, shift_from: 100, zero_flip_from: 20, flat_years: 4, flat_from: 100, election_years: 2, revision_tolerance: 0.1}
    network: {minimum_cities: 20, size_exponent: 0.5, spread_floor: 0.05, fence_factor: 7, deviation_factor: 5, deviation_from: 10, identical_years: 3}
    """

  public var findings = """
    format: 1
    findings:
      - {code: C001, slug: unknown-city, severity: error, details: [seen, near], message: {en: "unknown {seen}", th: "ไม่รู้จัก {seen}"}, fix: {en: "use {near}", th: "ใช้ {near}"}}
    """

  public init() {}

  public var files: [CatalogueFile] {
    [
      CatalogueFile(path: "Indicators/codes.yaml", text: codes),
      CatalogueFile(path: "Indicators/variables/a.yaml", text: variables),
      CatalogueFile(path: "Indicators/indicators/a.yaml", text: indicators),
      CatalogueFile(path: "Indicators/frameworks/small.yaml", text: framework),
      CatalogueFile(path: "Indicators/method.yaml", text: method),
      CatalogueFile(path: "Indicators/rules.yaml", text: rules),
      CatalogueFile(path: "Indicators/texts/findings.yaml", text: findings),
    ]
  }

  /// The catalogue that these files make, or their faults.
  public func load() -> CatalogueLoader.Outcome { CatalogueLoader.load(files) }
}
