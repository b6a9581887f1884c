import Catalogue
import Spreadsheets
import Vocabulary

/// How a problem shows at its cell: colour, frame, words in the last column, and a comment that says what, why and how.
extension TemplateBook {
  func worst(_ findings: [Finding]) -> Finding.Severity {
    findings.map { texts.severity(of: $0) }.min() ?? .info
  }

  /// The format of a cell that findings speak of.
  func marked(_ format: CellFormat, _ findings: [Finding]) -> CellFormat {
    guard !findings.isEmpty else { return format }
    let severity = worst(findings)
    let style = SeverityLook(severity)
    return format.with {
      $0.fill = style.tint
      $0.font.colour = style.text
      $0.font.bold = true
      $0.borders = .box(Border(severity == .error ? .medium : .thin, style.border))
    }
  }

  /// The last column of a row: the worst finding in words, or that the row passed.
  func result(of row: TemplateRow) -> (CellContent, CellFormat) {
    let format = look.cell(9, wraps: true, borders: TemplateLook.hairline)
    let marks = marks?[row.code.description] ?? RowMarks()
    let findings = marks.findings + marks.related
    guard !findings.isEmpty else {
      if isBlank(row) {
        return (
          .text(live(row.isOptional ? .optional : .blank)), format.with { $0.font.colour = TemplateLook.Palette.muted }
        )
      }
      return (.text(live(.passed)), format.with { $0.font.colour = SeverityLook.passed })
    }
    let (text, marked) = result(of: marks)
    return (.text(text), marked)
  }

  /// The words on a row, or on a line of the corrections, and how they look.
  func result(of marks: RowMarks) -> (text: String, format: CellFormat) {
    let severity = worst(marks.findings + marks.related)
    let style = SeverityLook(severity)
    return (
      resultText(marks),
      look.cell(9, wraps: true, borders: TemplateLook.hairline).with {
        $0.fill = style.tint
        $0.font.colour = style.text
        $0.font.bold = severity == .error
      }
    )
  }

  /// The worst findings of a row in words; of one that stands at another row, where to look.
  func resultText(_ marks: RowMarks) -> String {
    let lines = sorted(marks.findings + marks.related).prefix(2).map { finding in
      // The parts of a wrong sum point to it.
      let isElsewhere = finding.code == "C012" && !marks.findings.contains(finding)
      let text = isElsewhere ? voice.joined("see_total") : voice.first(catalogue.readable(finding).message)
      return "\(sign(of: finding)) \(finding.code)  \(text)"
    }
    return lines.joined(separator: "\n")
  }

  private func sign(of finding: Finding) -> String { SeverityLook(texts.severity(of: finding)).sign }

  func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { a, b in
      (texts.severity(of: a.element), a.offset) < (texts.severity(of: b.element), b.offset)
    }.map(\.element)
  }

  /// A sheet with more comments is slow in old programs; the words in the last column stay.
  private static let commentLimit = 200
  private static let commentLength = 400

  func addComments(_ marks: RowMarks, at row: Int, _ sheet: inout Sheet) {
    addComments(marks, at: row, columns: columns, &sheet)
  }

  /// One comment for each finding's first cell; findings at one cell share it.
  func addComments(_ marks: RowMarks, at row: Int, columns: [TemplateColumn], _ sheet: inout Sheet) {
    var told: Set<Finding> = []
    for (index, column) in columns.enumerated() {
      let findings = (marks.cells[column] ?? []).filter { told.insert($0).inserted }
      guard !findings.isEmpty, sheet.comments.count < Self.commentLimit else { continue }
      let text = sorted(findings).prefix(3).map(comment).joined(separator: "\n\n")
      sheet.comments.append(
        CellComment(
          CellAddress(row: row, column: index), text: text, author: "gnlc",
          fill: SeverityLook(worst(findings)).tint, font: look.font(9), scaleX: 2.6,
          scaleY: findings.count > 1 ? 3 : 1.8))
    }
  }

  private func comment(on finding: Finding) -> String {
    let style = SeverityLook(texts.severity(of: finding))
    let (message, fix) = catalogue.readable(finding)
    var lines = ["\(style.sign) \(finding.code) \(voice.joined(texts.label(style.key)))"]
    for language in [request.language.first] + (request.language.second.map { [$0] } ?? []) {
      lines.append("\(voice.text("comment.what")[language]): \(message[language])")
      lines.append("\(voice.text("comment.fix")[language]): \(fix[language])")
    }
    let text = lines.joined(separator: "\n")
    return text.count > Self.commentLength ? String(text.prefix(Self.commentLength - 1)) + "…" : text
  }
}
