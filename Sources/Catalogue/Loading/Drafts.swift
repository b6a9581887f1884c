import Vocabulary

/// Definitions as the files give them, references still by name.
struct Drafts {
  struct VariableDraft {
    var variable: Variable
    var unitName: String
  }

  struct IndicatorDraft {
    var id: String
    var code: String
    var label: LocalizedText
    var definition: LocalizedText
    var unitName: String
    var direction: Direction
    var computation: ComputationDraft
    var scale: ScoreScale
    var evidence: EvidenceKind
    var benefits: [String]
    var strand: String?
    var sdgTargets: [String]
    var frequency: Frequency
    var attestation: Attestation
    var range: ClosedRange<Double>?
    var place: SourceLine
  }

  enum ComputationDraft {
    case ratio(numerator: [String], denominator: [String])
    case reported(String)
    case rating(String, reviewers: String, spread: String?)
    case parity(String, dimension: String, of: String, to: String, adjusted: Bool)
    case gap(String, dimension: String, of: String, to: String)
    case distribution(String, over: String)
  }

  struct NodeDraft {
    var node: Framework.Node
    var indicatorNames: [(name: String, weight: Double, line: SourceLine)]
    var goal: GoalDraft?
  }

  struct GoalDraft {
    var indicator: String
    var value: Double
    var year: Int
    var basis: LocalizedText
    var place: SourceLine
  }

  struct FrameworkDraft {
    var framework: Framework
    var nodes: [NodeDraft]
  }

  /// Where each unit, dimension and list is defined, by its kind and id.
  var codePlaces: [String: SourceLine] = [:]
  var units: [UnitOfMeasure] = []
  var dimensions: [Dimension] = []
  var lists: [CodeList] = []
  var variables: [VariableDraft] = []
  var indicators: [IndicatorDraft] = []
  var frameworks: [FrameworkDraft] = []
  var rules: RuleThresholds?
  var method: Method?
  var namedGroups: [ReferenceDraft] = []
  var texts = Texts()
}

extension YAMLValue {
  /// Codes stand in CSV files, names of sheets and queries as they are.
  func checkCode(_ text: String) {
    let isSound = text.utf8.enumerated().allSatisfy { position, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"): position > 0
      default: false
      }
    }
    if text.isEmpty || !isSound {
      report("`\(text)` is no code: letters, digits, `.`, `-`, `_` and `+`, a letter or digit first")
    }
  }
}

/// Ids are lower-case words joined by underscores, so that they can be column names, file names and YAML keys.
func isIdentifier(_ text: String) -> Bool {
  guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), text.utf8.count <= 64
  else { return false }
  return text.utf8.allSatisfy {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      || $0 == UInt8(ascii: "_")
  }
}
