import Catalogue
import Spreadsheets
import Vocabulary

/// Writes the workbook that a city fills.
public enum TemplateWriter {
  /// The fresh template of one city.
  /// - Parameter form: What it shares with the other cities of its language, where there are others.
  public static func workbook(_ request: TemplateRequest, _ form: TemplateForm? = nil) -> Workbook {
    TemplateBook(request, form).workbook(title: "title")
  }
}

extension TemplateBook {
  /// - Parameter front: A sheet before all others, of a returned workbook.
  func workbook(title: String, front: Sheet? = nil) -> Workbook {
    let meta = meta
    let properties = Workbook.Properties(
      title: voice.joined(title, names), author: "gnlc",
      company: voice.first(request.programme.organisation),
      created: Int64(request.date.secondsSince1970),
      custom: [
        Workbook.CustomProperty(TemplateIdentity.Property.version, "\(identity.version)"),
        Workbook.CustomProperty(TemplateIdentity.Property.city, identity.city),
        Workbook.CustomProperty(TemplateIdentity.Property.round, identity.round),
        Workbook.CustomProperty(TemplateIdentity.Property.checksum, meta.checksum),
        Workbook.CustomProperty(TemplateIdentity.Property.framework, meta.framework),
      ])
    let lists = form.lists
    return Workbook(
      properties: properties,
      sheets: (front.map { [$0] } ?? []) + [
        readMeSheet(), dataSheet(), notesSheet(), checkSheet(), lists.sheet, metaSheet(meta),
      ],
      definedNames: lists.names + dataNames())
  }

  /// Names for the cells of the data sheet, by which a reader finds columns that lost their heads.
  private func dataNames() -> [DefinedName] {
    let places = form.places
    guard let first = places.first, let last = places.last else { return [] }
    return columns.enumerated().compactMap { index, column in
      column.definedName.map {
        DefinedName($0, SheetRange(sheet: TemplateLayout.data, rows: first...last, column: index))
      }
    }
  }
}
