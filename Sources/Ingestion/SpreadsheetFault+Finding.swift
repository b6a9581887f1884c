import Spreadsheets
import Vocabulary

extension SpreadsheetFault.Kind {
  /// The code under which the texts explain the fault and its cure.
  var findingCode: FindingCode {
    switch self {
    case .empty: "F001"
    case .notARegularFile: "F002"
    case .encrypted: "F003"
    case .legacyExcel: "F004"
    case .openDocument: "F005"
    case .binaryWorkbook: "F006"
    case .macros: "F007"
    case .externalLinks: "F008"
    case .notAWorkbook: "F009"
    case .damagedArchive: "F010"
    case .forbiddenArchiveEntry: "F011"
    case .bomb: "F012"
    case .documentType: "F013"
    case .malformedXML: "F014"
    case .nestedTooDeeply: "F015"
    case .tooManyCells: "F016"
    case .impossibleReference: "F017"
    case .badEncoding: "F018"
    case .unterminatedQuote: "F019"
    case .unreadable: "F020"
    case .tooLarge: "F021"
    }
  }
}
