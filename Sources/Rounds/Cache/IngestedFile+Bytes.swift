import Catalogue
import Ingestion
import Vocabulary

/// What a file gave as bytes, so that it need not be understood a second time. Ids are positions in the catalogue and the registry:
/// the bytes mean nothing without those.
extension IngestedFile {
  func write(to writer: inout ByteWriter) {
    writer.add(sheets) { $0.add($1) }
    writer.add(templateVersion)
    writer.add(observations) { writer, observation in
      let (key, provenance) = (observation.key, observation.provenance)
      writer.add(UInt32(key.city.index))
      writer.add(UInt32(key.variable.index))
      writer.add(UInt32(key.breakdown.index))
      key.period.write(to: &writer)
      writer.add(observation.status.rawValue)
      writer.add(observation.level.rawValue)
      writer.add(observation.value ?? 0)
      writer.add(observation.note)
      writer.add(UInt32(provenance.source.index))
      writer.add(provenance.sheet)
      writer.add(provenance.row)
      writer.add(provenance.column)
    }
    writer.add(breakdowns) { writer, breakdown in
      writer.add(breakdown.parts) {
        $0.add($1.dimension)
        $0.add($1.code)
      }
    }
    writer.add(notes) { $0.add($1) }
    writer.add(findings) { $1.write(to: &$0) }
    for count in [
      reconciliation.read, reconciliation.observations, reconciliation.blanks, reconciliation.excluded,
      reconciliation.rejected,
    ] { writer.add(count) }
  }

  init(path: String, mapping: String, from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(path: path, mapping: mapping)
    sheets = try reader.list { (reader) throws(ByteReader.Damage) in try reader.text() }
    templateVersion = try reader.optional()
    observations = try reader.list { (reader) throws(ByteReader.Damage) in try Observation(from: &reader) }
    breakdowns = try reader.list { (reader) throws(ByteReader.Damage) in
      Breakdown(
        try reader.list { (reader) throws(ByteReader.Damage) in
          Breakdown.Part(dimension: try reader.text(), code: try reader.text())
        })
    }
    notes = try reader.list { (reader) throws(ByteReader.Damage) in try reader.text() }
    findings = try reader.list { (reader) throws(ByteReader.Damage) in try Finding(from: &reader) }
    reconciliation.read = try reader.int()
    reconciliation.observations = try reader.int()
    reconciliation.blanks = try reader.int()
    reconciliation.excluded = try reader.int()
    reconciliation.rejected = try reader.int()
    guard reader.isAtEnd else { throw ByteReader.Damage() }
  }
}

extension Observation {
  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let key = Key(
      city: CityID(Int(try reader.number(UInt32.self))), variable: VariableID(Int(try reader.number(UInt32.self))),
      breakdown: BreakdownID(Int(try reader.number(UInt32.self))), period: try TimePeriod(from: &reader))
    guard let status = ObservationStatus(rawValue: try reader.number()),
      let level = GeographicLevel(rawValue: try reader.number())
    else { throw ByteReader.Damage() }
    let value = try reader.double()
    let note = try reader.number(UInt32.self)
    let source = SourceID(Int(try reader.number(UInt32.self)))
    let sheet = Int(try reader.number(UInt16.self))
    let row = Int(try reader.number(UInt32.self))
    self.init(
      key: key, value: status.hasValue ? value : nil, status: status, level: level, note: note,
      provenance: Provenance(source: source, sheet: sheet, row: row, column: Int(try reader.number(UInt16.self))))
  }
}

extension TimePeriod {
  func write(to writer: inout ByteWriter) {
    writer.add(frequency.rawValue)
    writer.add(year)
    writer.add(span)
    writer.add(part)
    writer.add(day)
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let frequency = Frequency(rawValue: try reader.number())
    let year = Int(try reader.number(Int16.self))
    let span = Int(try reader.number(UInt8.self))
    let part = Int(try reader.number(UInt8.self))
    let day = Int(try reader.number(UInt8.self))
    let period: TimePeriod? =
      switch frequency {
      case .annual: TimePeriod.year(year, span: span)
      case .quarterly: TimePeriod.quarter(part, of: year)
      case .monthly: TimePeriod.month(part, of: year)
      case .daily: TimePeriod.day(day, month: part, year: year)
      case nil: nil
      }
    guard let period else { throw ByteReader.Damage() }
    self = period
  }
}

extension Finding {
  func write(to writer: inout ByteWriter) {
    writer.add(code.description)
    writer.add(origin.file)
    writer.add(origin.sheet)
    writer.add(origin.row)
    writer.add(origin.column)
    writer.add(origin.city)
    writer.add(origin.variable)
    writer.add(details.sorted { $0.key < $1.key }) {
      $0.add($1.key)
      $0.add($1.value)
    }
    writer.add(UInt8(isExplained ? 1 : 0))
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let code = FindingCode(try reader.text())
    let origin = Origin(
      file: try reader.text(), sheet: try reader.text(), row: try reader.optional(), column: try reader.optional(),
      city: try reader.text(), variable: try reader.text())
    let details = try reader.list { (reader) throws(ByteReader.Damage) in (try reader.text(), try reader.text()) }
    self.init(code, at: origin, Dictionary(details, uniquingKeysWith: { $1 }))
    isExplained = try reader.number(UInt8.self) != 0
  }
}
