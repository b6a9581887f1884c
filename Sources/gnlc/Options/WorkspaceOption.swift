import ArgumentParser
import Foundation
import Rounds

/// `--workspace`, else `GNLC_WORKSPACE`, else the folder one stands in or the nearest above it that is a workspace.
struct WorkspaceOption: ParsableArguments {
  static let variable = "GNLC_WORKSPACE"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder with Indicators, Inputs and Reports.",
      discussion:
        "Without it: $GNLC_WORKSPACE, else the current folder or the nearest above it, else the installed catalogue.",
      valueName: "folder"),
    completion: .directory)
  var workspace: String?

  func open() throws -> Workspace { try Self.open(workspace) }

  /// - Parameter name: What the command line says; nil where it says nothing.
  static func open(_ name: String?) throws -> Workspace {
    if let name { return try Workspace(root: name) }
    if let named = ProcessInfo.processInfo.environment[variable], !named.isEmpty { return try Workspace(root: named) }
    let start = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    var folder = start
    while folder.path != "/" {
      if let workspace = try? Workspace(root: folder.path) { return workspace }
      folder.deleteLastPathComponent()
    }
    // An installed gnlc has the shipped catalogue beside it: enough for `catalogue`, `check` and `demo`.
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let shared = binary.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("share/gnlc")
    if let workspace = try? Workspace(root: shared.path) { return workspace }
    throw RoundsError(
      .noInput, "neither \(start.path) nor a folder above it is a workspace",
      cure: "go into one, or name one with --workspace or \(variable)")
  }
}
