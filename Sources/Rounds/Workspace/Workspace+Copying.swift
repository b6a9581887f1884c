import Foundation

extension Workspace {
  /// Copies a file or folder, hidden files left out, as files of whoever runs this.
  ///
  /// `FileManager.copyItem` keeps the owner too, which only root may: nobody else could copy an installed catalogue.
  /// - Parameters:
  ///   - path: Below the workspace.
  ///   - target: An absolute path, or one from where the process stands, that is not there yet.
  func copy(_ path: String, to target: String) throws {
    let manager = FileManager.default
    guard isFolder(path) else { return try copyFile(path, to: target) }
    try manager.createDirectory(atPath: target, withIntermediateDirectories: true)
    for name in try files(below: path) {
      let file = URL(fileURLWithPath: "\(target)/\(name)")
      try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try copyFile("\(path)/\(name)", to: file.path)
    }
  }

  private func copyFile(_ path: String, to target: String) throws {
    try Data(contentsOf: URL(fileURLWithPath: absolute(path))).write(
      to: URL(fileURLWithPath: target), options: .withoutOverwriting)
  }
}
