import Spreadsheets
import Warehouse

/// The libraries that the program runs with, for `--version`, `gnlc doctor` and reports of faults.
public enum Libraries {
  /// In the order in which data meet them.
  public static var versions: [(name: String, version: String)] {
    LoadedLibraries.versions + [("SQLite", WarehouseFile.library)]
  }
}
