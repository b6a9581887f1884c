import Spreadsheets
import Trends
import Vocabulary

/// How a status looks: sign and word always, then tint. Take the colour away and nothing is lost.
struct StatusLook: Sendable {
  var sign: String
  /// Key of the word in the texts.
  var key: String
  var text: Colour
  var tint: Colour
  var bold = false
  /// In charts, with the colour of numbers on it.
  var chart: Colour
  var chartLabel: Colour = .white

  /// A word after the sign, so that a legend is told apart without colour.
  func signed(_ word: String) -> String { "\(sign) \(word)" }
}

/// A verdict on progress towards a target, or why there is none.
enum ProgressStatus: String, CaseIterable, Sendable {
  case met
  case onTrack = "on_track"
  case watch
  case offTrack = "off_track"
  case worsening
  case noData = "no_data"
  case tooEarly = "too_early"

  init(_ status: GoalProgress.Status?, _ absence: GoalProgress.Absence?) {
    switch status {
    case .met: self = .met
    case .onTrack: self = .onTrack
    case .watch: self = .watch
    case .offTrack: self = .offTrack
    case .worsening: self = .worsening
    case nil: self = absence == .noData || absence == nil ? .noData : .tooEarly
    }
  }

  var isGood: Bool { self == .met || self == .onTrack }
  var isJudged: Bool { self != .noData && self != .tooEarly }

  var look: StatusLook {
    switch self {
    case .met: StatusLook(sign: "✓", key: "status.met", text: 0x004A75, tint: 0xCFE3F1, chart: 0x003F63)
    case .onTrack: StatusLook(sign: "▲", key: "status.on_track", text: 0x00517F, tint: 0xE4F0F8, chart: 0x0072B2)
    case .watch:
      StatusLook(
        sign: "●", key: "status.watch", text: 0x6B4A00, tint: 0xFDF1D6, chart: 0xE69F00, chartLabel: Palette.ink)
    case .offTrack:
      StatusLook(sign: "▼", key: "status.off_track", text: 0x7A2F00, tint: 0xF6CDB4, bold: true, chart: 0xD55E00)
    case .worsening:
      StatusLook(sign: "◄", key: "status.worsening", text: .white, tint: 0xA84300, bold: true, chart: 0x8A3600)
    case .noData:
      StatusLook(
        sign: "–", key: "status.no_data", text: Palette.muted, tint: 0xF1F3F5, chart: 0xD5DBE1,
        chartLabel: Palette.muted)
    case .tooEarly:
      StatusLook(
        sign: "○", key: "status.too_early", text: Palette.muted, tint: .white, chart: 0xD5DBE1,
        chartLabel: Palette.muted)
    }
  }
}

extension Finding.Severity {
  /// Only sign, word and colours; findings are in no chart.
  var look: StatusLook {
    switch self {
    case .error: StatusLook(sign: "×", key: "severity.error", text: 0x7A2F00, tint: 0xFADCCB, chart: 0xD55E00)
    case .warning: StatusLook(sign: "!", key: "severity.warning", text: 0x6B4A00, tint: 0xFDF1D6, chart: 0xE69F00)
    case .info: StatusLook(sign: "i", key: "severity.info", text: 0x00517F, tint: 0xE4F0F8, chart: 0x0072B2)
    }
  }
}

extension RoundResults.CityOutcome.Kind {
  var look: StatusLook {
    switch self {
    case .published: StatusLook(sign: "▲", key: "outcome.published", text: 0x00517F, tint: 0xE4F0F8, chart: 0x0072B2)
    case .partHeld: StatusLook(sign: "●", key: "outcome.part_held", text: 0x6B4A00, tint: 0xFDF1D6, chart: 0xE69F00)
    case .rejected:
      StatusLook(sign: "×", key: "outcome.rejected", text: 0x7A2F00, tint: 0xF6CDB4, bold: true, chart: 0xD55E00)
    case .notReceived:
      StatusLook(sign: "–", key: "outcome.not_received", text: Palette.muted, tint: 0xF1F3F5, chart: 0xD5DBE1)
    }
  }
}

extension SubmissionState {
  var look: StatusLook {
    switch self {
    case .overdue:
      StatusLook(
        sign: "◄", key: "submission_state.overdue", text: .white, tint: 0xA84300, bold: true, chart: 0x8A3600)
    case .awaited:
      StatusLook(
        sign: "○", key: "submission_state.awaited", text: Palette.muted, tint: 0xF1F3F5, chart: 0xD5DBE1,
        chartLabel: Palette.muted)
    case .notAccepted:
      StatusLook(
        sign: "×", key: "submission_state.not_accepted", text: 0x7A2F00, tint: 0xF6CDB4, bold: true, chart: 0xD55E00)
    case .toMend:
      StatusLook(sign: "▼", key: "submission_state.to_mend", text: 0x7A2F00, tint: 0xFADCCB, chart: 0xD55E00)
    case .toReview:
      StatusLook(
        sign: "●", key: "submission_state.to_review", text: 0x6B4A00, tint: 0xFDF1D6, chart: 0xE69F00,
        chartLabel: Palette.ink)
    case .fromSources:
      StatusLook(
        sign: "–", key: "submission_state.from_sources", text: Palette.muted, tint: .white, chart: 0xD5DBE1,
        chartLabel: Palette.muted)
    case .complete:
      StatusLook(sign: "✓", key: "submission_state.complete", text: 0x004A75, tint: 0xCFE3F1, chart: 0x003F63)
    }
  }
}
