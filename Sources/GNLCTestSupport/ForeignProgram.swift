import Foundation

/// Programs of others that save workbooks; a test that needs one is skipped, saying so, where it is not installed
/// (`make setup-tests` installs them).
public enum ForeignProgram {
  /// LibreOffice.
  public static let office: String? = succeeds("soffice", ["--version"]) ? "soffice" : nil

  /// A Python that can import openpyxl: the one in the path may be another than Debian's, which has Debian's packages.
  public static let pythonWithOpenpyxl: String? = ["python3", "/usr/bin/python3"].first {
    succeeds($0, ["-c", "import openpyxl"])
  }

  /// Runs a program and waits for it; what it prints is not kept.
  /// - Parameter name: A path, or a name to be looked for in the path.
  /// - Returns: Whether it ended with 0.
  @discardableResult
  public static func succeeds(_ name: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
