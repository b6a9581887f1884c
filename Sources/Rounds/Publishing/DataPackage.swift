import Catalogue
import Foundation
import Reporting
import Vocabulary

/// `datapackage.json`: what the CSV files are, column by column, for machines (Frictionless Data Package).
struct DataPackage: Encodable {
  struct Resource: Encodable {
    struct Field: Encodable {
      struct Constraints: Encodable {
        var required: Bool
      }
      var name: String
      var type: String
      var title: String
      var description: String
      var constraints: Constraints?
      var decimalChar: String?
    }
    struct Schema: Encodable {
      var fields: [Field]
      var primaryKey: [String]
      var missingValues = [""]
    }
    struct Dialect: Encodable {
      var delimiter = ","
      var lineTerminator = "\r\n"
      var quoteChar = "\""
      var doubleQuote = true
      var header = true
    }
    var name: String
    var type = "table"
    var path: String
    var title: String
    var description: String
    var format = "csv"
    var mediatype = "text/csv"
    var encoding = "utf-8"
    var bytes: Int
    var hash: String
    var dialect = Dialect()
    var schema: Schema
  }
  struct Contributor: Encodable {
    var title: String
    var email: String?
    var role = "publisher"
  }
  struct License: Encodable {
    var name: String
    var title: String
  }
  struct Source: Encodable {
    var title: String
    var path: String
  }

  var name: String
  var title: String
  var description: String
  var version: String
  var created: String
  var contributors: [Contributor]
  var licenses: [License]
  var sources: [Source]
  var resources: [Resource]

  /// A CSV file as it was written.
  typealias File = (table: CSVTable, bytes: Int, sha256: String)

  init(_ results: RoundResults, files: [File]) {
    let programme = results.programme
    let round = results.round.title
    let known = results.knownAt.map {
      results.catalogue.texts.label("round.known_at", ["round": round.english, "known": $0.id]).english
    }
    let knownInThai = results.knownAt.map {
      results.catalogue.texts.label("round.known_at", ["round": round.thai, "known": $0.id]).thai
    }
    name = "gnlc-\(programme.id)-\(results.round.id)" + (results.knownAt.map { "-as-known-at-\($0.id)" } ?? "")
    title = "\(programme.title.english) · \(known ?? round.english)"
    description =
      (["\(programme.title.thai) · \(knownInThai ?? round.thai)"]
      + programme.notes.map(\.english)).joined(separator: "\n")
    version = results.run.id
    created = "\(results.run.date)T00:00:00Z"
    contributors = [
      Contributor(
        title: programme.organisation.english, email: programme.contact.contains("@") ? programme.contact : nil)
    ]
    licenses = [License(name: "other-open", title: programme.licence.english)]
    sources = results.files.map { Source(title: $0.mapping, path: $0.path) }
    resources = files.map { table, bytes, sha256 in
      Resource(
        name: table.name, path: "\(table.name).csv", title: table.title.english, description: table.title.thai,
        bytes: bytes, hash: "sha256:\(sha256)",
        schema: Resource.Schema(
          fields: table.fields.map { field in
            Resource.Field(
              name: field.name, type: field.kind.rawValue, title: field.description.english,
              description: field.description.thai,
              constraints: field.isRequired ? .init(required: true) : nil,
              decimalChar: field.kind == .number ? "." : nil)
          }, primaryKey: table.primaryKey))
    }
  }

  func json() throws(RoundsError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    } catch {
      throw RoundsError(
        .inputOutput, "datapackage.json cannot be made: \(error)", cure: "report this as a fault of gnlc")
    }
  }
}
